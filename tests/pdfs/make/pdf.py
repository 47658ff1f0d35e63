"""Writes PDFs as plain text, object by object, so that what is wrong with a file can be read in it.

A `Document` is PDF/A-2a and PDF/UA-1 as it stands: tags, an embedded part of Lato, an output intent, metadata. The traps
change one thing each. Values are written in the syntax of PDF: `page.entries["Rotate"] = "90"`. Needs fontTools.
"""
import base64
import hashlib
import io
import os
import struct
import zlib

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = os.path.dirname(os.path.abspath(__file__))
LATO = os.path.join(HERE, "..", "..", "..", "fonts", "Lato-Regular.ttf")
A5 = (420, 595)
# PDF/A-2a and PDF/UA-1.
SOUND = ("2", "A", "1")


def ref(number):
    return f"{number} 0 R"


def written(entries):
    return "<< " + " ".join(f"/{key} {value}" for key, value in entries.items() if value is not None) + " >>"


def text_string(text):
    """A text string: plain, or UTF-16 where it has to be."""
    if text.isascii():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


class Element:
    """A structure element; `kids` are elements, numbers of marks, or texts in the syntax of PDF."""

    def __init__(self, document, parent, role, entries):
        self.number = document.reserve()
        self.parent, self.role, self.entries = parent, role, entries
        self.kids = []

    def body(self):
        kids = [ref(kid.number) if isinstance(kid, Element) else str(kid) for kid in self.kids]
        entries = {"Type": "/StructElem", "S": f"/{self.role}", "P": ref(self.parent)}
        if kids:
            entries["K"] = kids[0] if len(kids) == 1 else "[" + " ".join(kids) + "]"
        return written(entries | self.entries)


class Page:
    def __init__(self, document, size):
        self.document = document
        self.number = document.reserve()
        self.content = []
        # The elements that own the marks of the page, by their numbers.
        self.owners = []
        self.annotations = []
        self.entries = {"MediaBox": f"[0 0 {size[0]} {size[1]}]"}
        self.fonts = {"F1": ref(document.font)}
        self.resources = {}
        self.left, self.line = 40, size[1] - 90

    def mark(self, element, text, tag=None, size=12):
        """Shows a text as marked content of an element, on a line of its own."""
        mark = len(self.owners)
        self.owners.append(element)
        element.kids.append(mark)
        element.entries.setdefault("Pg", ref(self.number))
        self.content.append(f"/{tag or element.role} <</MCID {mark}>> BDC {self.shown(text, size)} EMC")

    def shown(self, text, size=12):
        self.document.letters |= set(text)
        position = f"{self.left} {self.line}"
        self.line -= 2 * size
        return f"BT /F1 {size} Tf {position} Td {text_string(text)} Tj ET"

    def artifact(self, content):
        self.content.append(f"/Artifact BMC {content} EMC")

    def annotate(self, element, entries):
        """An annotation of the page that belongs to an element, with a key of its own into the parent tree."""
        number = self.document.add("")
        self.annotations.append(number)
        key = self.document.key(ref(element.number))
        entries = {"Type": "/Annot", "StructParent": key, "P": ref(self.number)} | entries
        self.document.objects[number] = written(entries)
        element.entries.setdefault("Pg", ref(self.number))
        element.kids.append(f"<</Type /OBJR /Obj {ref(number)}>>")
        return number

    def link(self, element, contents, entries):
        line = self.line + 20
        rectangle = f"[{self.left} {line} {self.left + 120} {line + 18}]"
        common = {"Subtype": "/Link", "Rect": rectangle, "Border": "[0 0 0]", "F": "4", "Contents": text_string(contents)}
        return self.annotate(element, common | entries)


class Document:
    """A document; `trap` is said in a comment of the file. Without claims, its font is Helvetica, which is not embedded."""

    def __init__(self, title, trap, language="en", pages=1, claims=SOUND, size=A5):
        self.title, self.trap, self.language, self.claims = title, trap, language, claims
        self.version = "1.7"
        self.objects = {}
        self.letters = set()
        self.catalog_number = self.reserve()
        self.pages_number = self.reserve()
        self.root_number = self.reserve()
        self.font = self.reserve()
        self.catalog = {}
        self.root = {}
        self.parents = {}
        self.tree = {}
        self.info = {}
        self.trailer = {}
        self.size = size
        self.tagged = True
        self.pages = [Page(self, size) for _ in range(pages)]
        self.page_tree = None
        self.next_key = 0
        self.keys = {}
        self.extra_roots = []
        self.top = self.element(None, "Document")

    # Objects

    def reserve(self):
        number = len(self.objects) + 1
        self.objects[number] = ""
        return number

    def add(self, body):
        number = self.reserve()
        self.objects[number] = body
        return number

    def stream(self, entries, content):
        if isinstance(content, str):
            content = content.encode("latin-1")
        number = self.reserve()
        self.objects[number] = written(entries | {"Length": len(content)}).encode() + b"\nstream\n" + content + b"\nendstream"
        return number

    def packed(self, entries, content):
        """A compressed stream as letters."""
        content = base64.a85encode(zlib.compress(content, 9), wrapcol=120) + b"~>"
        return self.stream({"Filter": "[/ASCII85Decode /FlateDecode]"} | entries, content)

    # Tags

    def key(self, value):
        key, self.next_key = self.next_key, self.next_key + 1
        self.keys[key] = value
        return key

    def element(self, parent, role, entries=None, page=None, text=None):
        element = Element(self, parent.number if parent else self.root_number, role, dict(entries or {}))
        (parent.kids if parent else self.extra_roots).append(element)
        self.tree[element.number] = element
        if text is not None:
            (page or self.pages[0]).mark(element, text)
        return element

    def table(self, parent, rows, page=None, headers=None):
        """A table whose first row and column are header cells; `headers` names the IDs of the first row's cells."""
        page = page or self.pages[0]
        table = self.element(parent, "Table")
        cells = []
        for row, texts in enumerate(rows):
            line = self.element(table, "TR")
            for column, text in enumerate(texts):
                entries = {}
                if row == 0 or column == 0:
                    scope = "Column" if row == 0 else "Row"
                    entries["A"] = f"<</O /Table /Scope /{scope}>>"
                    if row == 0 and headers:
                        entries["ID"] = text_string(headers[column])
                elif headers:
                    entries["A"] = f"<</O /Table /Headers [{text_string(headers[column])}]>>"
                cell = self.element(line, "TH" if row == 0 or column == 0 else "TD", entries)
                page.mark(cell, text)
                cells.append(cell)
        return cells

    # Writing

    def finish(self):
        letters = "".join(sorted(self.letters | {" "}))
        self.objects[self.font] = self.font_body(letters) if self.claims else self.standard_font()
        for page in self.pages:
            self.finish_page(page)
        kids = " ".join(ref(page.number) for page in self.pages)
        if not self.objects[self.pages_number]:
            self.objects[self.pages_number] = written(
                {"Type": "/Pages", "Count": len(self.pages), "Kids": f"[{kids}]"} | (self.page_tree or {})
            )
        catalog = {"Type": "/Catalog", "Pages": ref(self.pages_number)}
        if self.language:
            catalog["Lang"] = f"({self.language})"
        if self.tagged:
            catalog |= {"MarkInfo": "<</Marked true>>", "StructTreeRoot": ref(self.root_number)}
            for number, element in self.tree.items():
                if not self.objects[number]:
                    self.objects[number] = element.body()
            roots = [ref(element.number) for element in self.extra_roots]
            tree = " ".join(f"{key} {value}" for key, value in sorted(self.keys.items()))
            root = {
                "Type": "/StructTreeRoot",
                "K": roots[0] if len(roots) == 1 else f"[{' '.join(roots)}]",
                "ParentTree": f"<</Nums [{tree}]>>",
                "ParentTreeNextKey": self.next_key,
            }
            if not self.objects[self.root_number]:
                self.objects[self.root_number] = written(root | self.root)
        else:
            self.objects[self.root_number] = "null"
            for number in self.tree:
                self.objects[number] = "null"
        catalog["ViewerPreferences"] = "<</DisplayDocTitle true>>"
        if self.claims is not None:
            catalog["Metadata"] = ref(self.stream({"Type": "/Metadata", "Subtype": "/XML"}, self.metadata()))
            if self.claims[0]:
                profile = self.packed({"N": "3"}, standard_rgb())
                condition = "/OutputConditionIdentifier (sRGB) /Info (sRGB)"
                intent = f"<</Type /OutputIntent /S /GTS_PDFA1 {condition} /DestOutputProfile {ref(profile)}>>"
                catalog["OutputIntents"] = f"[{intent}]"
        self.objects[self.catalog_number] = written(catalog | self.catalog)
        info = {"Title": text_string(self.title)} | self.info
        self.trailer = {"Info": ref(self.add(written(info)))} | self.trailer

    def finish_page(self, page):
        content = page.entries.pop("Contents", None) or ref(self.stream({}, "\n".join(page.content)))
        entries = {"Type": "/Page", "Parent": ref(self.pages_number)}
        if "Resources" not in page.entries:
            entries["Resources"] = written({"Font": written(page.fonts)} | page.resources)
        entries["Contents"] = content
        if self.tagged:
            entries["Tabs"] = "/S"
            if page.owners and "StructParents" not in page.entries:
                owners = self.add("[" + " ".join(ref(owner.number) for owner in page.owners) + "]")
                entries["StructParents"] = self.key(ref(owners))
        if page.annotations and "Annots" not in page.entries:
            entries["Annots"] = "[" + " ".join(map(ref, page.annotations)) + "]"
        if not self.objects[page.number]:
            self.objects[page.number] = written(entries | page.entries)

    def font_body(self, letters, tag="LATTRP"):
        font = TTFont(LATO, recalcTimestamp=False)
        options = subset.Options(hinting=False, layout_features=[], name_IDs=[6], notdef_outline=True, recalc_timestamp=False)
        options.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG", "kern", "gasp", "STAT", "meta"]
        choice = subset.Subsetter(options)
        choice.populate(text=letters)
        choice.subset(font)
        target = io.BytesIO()
        font.save(target)
        program = target.getvalue()
        metrics, characters = font["hmtx"], font.getBestCmap()
        scale = 1000 / font["head"].unitsPerEm
        first, last = ord(min(letters)), ord(max(letters))
        widths = [round(metrics[characters[code]][0] * scale) if code in characters else 0 for code in range(first, last + 1)]
        file = self.packed({"Length1": len(program)}, program)
        descriptor = self.add(
            f"<</Type /FontDescriptor /FontName /{tag}+Lato-Regular /Flags 32 /FontBBox [-500 -250 1500 1000]"
            f" /ItalicAngle 0 /Ascent 987 /Descent -213 /CapHeight 720 /StemV 80 /FontFile2 {ref(file)}>>"
        )
        mapping = self.mapping()
        return (
            f"<</Type /Font /Subtype /TrueType /BaseFont /{tag}+Lato-Regular /Encoding /WinAnsiEncoding /FirstChar {first}"
            f" /LastChar {last} /Widths [{' '.join(map(str, widths))}] /FontDescriptor {ref(descriptor)}"
            f" /ToUnicode {ref(mapping)}>>"
        )

    def standard_font(self):
        return (
            f"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode {ref(self.mapping())}>>"
        )

    def mapping(self):
        return self.stream(
            {},
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Latin def /CMapType 2 def\n"
            "1 begincodespacerange <00> <FF> endcodespacerange\n"
            "1 beginbfrange <20> <7E> <0020> endbfrange\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )

    def metadata(self):
        part, level, universal = self.claims
        claims = ""
        if part:
            claims += f"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{level}</pdfaid:conformance>\n"
        if universal:
            claims += f"<pdfuaid:part>{universal}</pdfuaid:part>\n"
        return METADATA.format(title=self.title, claims=claims).encode()

    def bytes(self):
        """The file, with its cross-reference table."""
        self.finish()
        output = bytearray(f"%PDF-{self.version}\n".encode() + b"%\xe2\xe3\xcf\xd3\n")
        output += "".join(f"% {line}\n" for line in self.trap.splitlines()).encode()
        offsets = {}
        for number, body in self.objects.items():
            body = "null" if body == "" else body
            if body is None:
                continue
            offsets[number] = len(output)
            output += f"{number} 0 obj\n".encode() + (body.encode("latin-1") if isinstance(body, str) else body) + b"\nendobj\n"
        identifier = hashlib.md5(bytes(output)).hexdigest()
        self.offsets, self.identifier = offsets, identifier
        output += self.table_of(offsets, len(output))
        return bytes(output)

    def table_of(self, offsets, start):
        size = max(self.objects) + 1
        lines = ["xref", f"0 {size}", "0000000000 65535 f "]
        for number in range(1, size):
            lines.append(f"{offsets[number]:010} 00000 n " if number in offsets else "0000000000 00000 f ")
        trailer = {"Size": size, "Root": ref(self.catalog_number), "ID": f"[<{self.identifier}> <{self.identifier}>]"}
        lines += ["trailer", written(trailer | self.trailer), "startxref", str(start), "%%EOF", ""]
        return "\n".join(lines).encode()


def standard_rgb():
    """A profile of sRGB with a simple gamma: 0.5 KB instead of 3."""

    def xyz(x, y, z):
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in (x, y, z)))

    description = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"sRGB\0" + bytes(12 + 67 + 2)
    tags = {
        b"desc": description,
        b"cprt": b"text\0\0\0\0" + b"Public domain\0",
        b"wtpt": xyz(0.9642, 1, 0.8249),
        b"rXYZ": xyz(0.4361, 0.2225, 0.0139),
        b"gXYZ": xyz(0.3851, 0.7169, 0.0971),
        b"bXYZ": xyz(0.1431, 0.0606, 0.7142),
        b"rTRC": b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)),
    }
    tags[b"gTRC"] = tags[b"bTRC"] = tags[b"rTRC"]
    table, data, places = b"", b"", {}
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        if value not in places:
            places[value] = start + len(data)
            data += value + bytes(-len(value) % 4)
        table += name + struct.pack(">II", places[value], len(value))
    body = struct.pack(">I", len(tags)) + table + data
    header = struct.pack(">I4sI4s4s4s", 128 + len(body), b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(4) + bytes(4) + bytes(8) + bytes(8) + bytes(4)
    header += struct.pack(">3i", round(0.9642 * 65536), 65536, round(0.8249 * 65536))
    return header + bytes(128 - len(header)) + body


METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{claims}<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
