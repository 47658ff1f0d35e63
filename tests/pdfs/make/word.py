"""Files with the structure that Microsoft Word's export has, written by hand, since Word cannot be had here: the tags, the
order of the objects' entries, the roles that it always maps, artifacts with Attached, a transparency group on each page,
the parent tree with an entry for each paragraph's page, XRefStm beside a table, and, in another, object streams. Needs
fontTools and qpdf. Run by word.sh."""
import io
import os
import re

from fontTools import subset
from fontTools.ttLib import TTFont
from packing import by_qpdf
from pdf import HERE, SOUND, Document, ref, text_string

GOTHIC = os.path.join(HERE, "..", "..", "..", "fonts", "BIZUDPGothic-Regular.ttf")
ROLES = (
    "<</Footnote/Note/Endnote/Note/Textbox/Sect/Header/Sect/Footer/Sect/InlineShape/Sect/Annotation/Sect/Artifact/Sect"
    "/Workbook/Document/Worksheet/Part/Macrosheet/Part/Chartsheet/Part/Dialogsheet/Part/Slide/Part/Chart/Sect/Diagram"
    "/Figure/Title/H1>>"
)


class Word(Document):
    """Shows Japanese by a font of two bytes a character, as Word does."""

    def font_body(self, letters):
        font = TTFont(GOTHIC, recalcTimestamp=False)
        options = subset.Options(hinting=False, layout_features=[], name_IDs=[6], notdef_outline=True, retain_gids=False)
        options.drop_tables += ["GPOS", "GSUB", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "kern", "gasp", "meta", "post"]
        choice = subset.Subsetter(options)
        choice.populate(text=letters)
        choice.subset(font)
        target = io.BytesIO()
        font.save(target)
        program = target.getvalue()
        cmap, order = font.getBestCmap(), font.getGlyphOrder()
        scale = 1000 / font["head"].unitsPerEm
        glyphs = {chr(code): order.index(name) for code, name in cmap.items()}
        widths = " ".join(f"{index} [{round(font['hmtx'][name][0] * scale)}]" for index, name in enumerate(order))
        self.encode(glyphs)
        file = self.packed({"Length1": len(program)}, program)
        name = "BCDEEE+BIZUDPGothic-Regular"
        descriptor = self.add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags 32/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/AvgWidth 500"
            f"/MaxWidth 1000/FontWeight 400/XHeight 250/StemV 50/FontBBox[ -10 -120 1000 880]/FontFile2 {ref(file)}>>"
        )
        inner = self.add(
            f"<</BaseFont/{name}/Subtype/CIDFontType2/Type/Font/CIDToGIDMap/Identity/DW 1000/CIDSystemInfo<</Registry(Adobe)"
            f"/Ordering(Identity)/Supplement 0>>/FontDescriptor {ref(descriptor)}/W [{widths}]>>"
        )
        pairs = "\n".join(f"<{glyph:04X}> <{ord(letter):04X}>" for letter, glyph in sorted(glyphs.items(), key=lambda pair: pair[1]))
        mapping = self.packed(
            {},
            (
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
                f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(glyphs)} beginbfchar\n{pairs}\nendbfchar\n"
                "endcmap CMapName currentdict /CMap defineresource pop end end"
            ).encode(),
        )
        return f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[ {ref(inner)}]/ToUnicode {ref(mapping)}>>"

    def encode(self, glyphs):
        """Texts become numbers of glyphs, once these are known."""

        def coded(found):
            return "<" + "".join(f"{glyphs[letter]:04X}" for letter in found[1]) + "> Tj"

        for page in self.pages:
            page.content = [re.sub(r"«(.*?)» Tj", coded, line) for line in page.content]


def begun(title, claims):
    document = Word(title, "Structured as Word exports a document; not made by Word.", "ja", pages=2, claims=claims, size=(595.32, 841.92))
    document.root["RoleMap"] = ROLES
    document.info |= {"Author": "(Secretariat)"}
    document.info["Creator"] = text_string("Word の構造")
    for number, page in enumerate(document.pages, 1):
        page.shown = lambda text, size=12, page=page: shown(page, text, size)
        page.entries["Group"] = "<</Type/Group/S/Transparency/CS/DeviceRGB>>"
        page.left, page.line = 85, 800
        page.content.append(f"/Artifact <</Attached [/Top]/Type/Pagination>> BDC q 0.000008871 0 595.32 841.92 re W* n {shown(page, '事務局', 9)} Q EMC")
        page.line = 40
        page.content.append(f"/Artifact <</Attached [/Bottom]/Type/Pagination>> BDC q {shown(page, str(number), 9)} Q EMC")
        page.line = 750
    return document


def shown(page, text, size=12):
    page.document.letters |= set(text)
    line, page.line = page.line, page.line - 2 * size
    return f"BT /F1 {size} Tf 1 0 0 1 {page.left} {line} Tm 0 g 0 G «{text}» Tj ET"


def report(claims=SOUND):
    document = begun("体育館の改修", claims)
    first, second = document.pages
    document.element(document.top, "H1", page=first, text="体育館の改修")
    paragraph = document.element(document.top, "P", page=first, text="改修の要領は")
    link = document.element(paragraph, "Link", page=first, text="公表資料")
    first.link(link, "公表資料", {"A": "<</Type/Action/S/URI/URI(https://example.org/rules)>>"})
    paragraph.entries["Pg"] = ref(first.number)
    first.mark(paragraph, "のとおり。")
    listed = document.element(document.top, "L", {"A": "<</O/List/ListNumbering/Disc>>"})
    for text in ["北部体育館", "南部体育館"]:
        item = document.element(listed, "LI")
        document.element(item, "Lbl", page=first, text="・")
        first.line += 24
        first.left += 20
        document.element(item, "LBody", page=first, text=text)
        first.left -= 20
    body = document.element(document.top, "P", page=first, text="費用は次の表のとおり")
    first.mark(document.element(body, "Footnote", {"ID": "(Note 1)"}), "注1　百万円。")
    document.element(document.top, "H2", page=second, text="費用")
    table = document.element(document.top, "Table")
    head, rows = document.element(table, "THead"), document.element(table, "TBody")
    for row, texts in enumerate([["施設", "令和6年度"], ["北部", "120"], ["南部", "340"]]):
        line = document.element(rows if row else head, "TR")
        for column, text in enumerate(texts):
            is_head = row == 0 or column == 0
            scope = f"<</O/Table/Scope/{'Row' if row else 'Column'}>>" if is_head else None
            cell = document.element(line, "TH" if is_head else "TD", {"A": scope} if scope else None)
            document.element(cell, "P", page=second, text=text)
    chart = document.element(document.top, "Chart", {"Alt": text_string("費用の図"), "Pg": ref(second.number)})
    figure = document.element(chart, "Figure", {"Alt": text_string("棒が2本：北部120、南部340"), "Pg": ref(second.number)})
    figure.entries["A"] = "<</O/Layout/BBox[ 85 200 285 300]/Placement/Block>>"
    figure.kids.append(len(second.owners))
    second.content.append(f"/Figure <</MCID {len(second.owners)}>> BDC q 0.2 0.4 0.7 rg 85 200 60 35 re f 165 200 60 100 re f Q EMC")
    second.owners.append(figure)
    return document


def hybrid(content, root):
    """As Word ends its files: the table, and another, empty one with XRefStm."""
    table = int(re.findall(rb"startxref\n(\d+)", content)[-1])
    size = int(re.findall(rb"/Size (\d+)", content)[-1])
    identifier = re.findall(rb"/ID \[.*?\]", content)[-1].decode()
    info = re.findall(rb"/Info \d+ 0 R", content)[-1].decode()
    entries = f"/Size {size + 1} /Root {root} 0 R {info} {identifier}"
    rows = bytes([1]) + len(content).to_bytes(3, "big") + bytes([0])
    at = len(content)
    content += f"{size} 0 obj\n<</Type/XRef {entries}/W[ 1 3 1]/Index[ {size} 1]/Length {len(rows)}>>\nstream\n".encode()
    content += rows + b"\nendstream\nendobj\n"
    end = len(content)
    return content + f"xref\n0 0\ntrailer\n<<{entries} /Prev {table}/XRefStm {at}>>\nstartxref\n{end}\n%%EOF\n".encode()


def write(name, content):
    with open(os.path.join(HERE, "..", name), "wb") as file:
        file.write(content)


document = report(("3", "A", "1"))
write("word-like-3a-ua1.pdf", by_qpdf(document.bytes(), "--object-streams=generate", "--newline-before-endstream"))
document = report(None)
document.claims = ("", "", "")
document.catalog["Metadata"] = "null"
write("word-like-hybrid.pdf", hybrid(document.bytes(), document.catalog_number))
