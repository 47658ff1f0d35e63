"""Traps in the file: encryption, cross-references, streams, updates. Some need qpdf."""
import re
import zlib

from packing import by_qpdf
from pdf import ref
from registry import PLAIN, SOUND, TAGGED, trap
from traps_pages import filled
from traps_tags import begun


def small(function, title, pages=1):
    return filled(begun(function, title, claims=None, pages=pages))


# Encryption


@trap("refused: encrypted")
def encrypted_without_password():
    """Encrypted (AES, 256 bits) with an empty password: every reader opens it without asking."""
    return by_qpdf(small(encrypted_without_password, "Locked").bytes(), "--encrypt", "", "owner", "256", "--")


@trap("refused: encrypted")
def encrypted_without_password_rc4():
    """Encrypted (RC4, 128 bits) with an empty password; printing is not allowed."""
    options = ["--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=n", "--print=none", "--"]
    return by_qpdf(small(encrypted_without_password_rc4, "Locked").bytes(), *options)


@trap("refused: encrypted")
def encrypted_with_password():
    """Encrypted (AES, 256 bits) with a password."""
    return by_qpdf(small(encrypted_with_password, "Locked").bytes(), "--encrypt", "user", "owner", "256", "--")


# Cross-references


@trap(SOUND)
def object_streams():
    """Objects in object streams, a cross-reference stream instead of a table (PDF 1.5), written by qpdf."""
    document = filled(begun(object_streams, "Packed", pages=2))
    return by_qpdf(document.bytes(), "--object-streams=generate", "--newline-before-endstream")


@trap(SOUND)
def linearized():
    """Linearised for the web: the first page's objects come first, with two cross-reference tables."""
    document = filled(begun(linearized, "In lines", pages=2))
    return by_qpdf(document.bytes(), "--linearize", "--object-streams=disable", "--newline-before-endstream")


@trap(TAGGED)
def hybrid():
    """A table of cross-references and a stream beside it (XRefStm of an empty table), as Word writes it: the paragraph is
    only in an object stream, which the table does not know."""
    document = small(hybrid, "Both")
    paragraph = document.element(document.top, "P", text="Only in the stream.")
    document.finish()
    document.finish = lambda: None
    hidden = document.objects[paragraph.number]
    document.objects[paragraph.number] = None
    start = f"{paragraph.number} 0 "
    packed = document.stream({"Type": "/ObjStm", "N": 1, "First": len(start)}, start + hidden)
    content = document.bytes()
    table = int(re.findall(rb"startxref\n(\d+)", content)[-1])
    number = max(document.objects) + 1
    common = f"/Size {number + 1} /Root {ref(document.catalog_number)} /Prev {table} /ID [<{document.identifier}> <{document.identifier}>]"
    at = len(content)
    entry = bytes([2]) + packed.to_bytes(2, "big") + bytes([0]) + bytes([1]) + at.to_bytes(2, "big") + bytes([0])
    content += f"{number} 0 obj\n<</Type /XRef {common} /W [1 2 1] /Index [{paragraph.number} 1 {number} 1] /Length {len(entry)}>>\n".encode()
    content += b"stream\n" + entry + b"\nendstream\nendobj\n"
    end = len(content)
    return content + f"xref\n0 0\ntrailer\n<<{common} /XRefStm {at}>>\nstartxref\n{end}\n%%EOF\n".encode()


@trap(TAGGED)
def updated_twice():
    """Two updates were appended: the first one changes the content, the second one deletes an annotation's object and takes
    it off the page. The old objects are still in the file."""
    document = small(updated_twice, "First edition")
    page = document.pages[0]
    removed = document.add("<</Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Deleted)>>")
    page.annotations.append(removed)
    contents = document.stream({}, page.content[0])
    page.entries["Contents"] = ref(contents)
    content = document.bytes()

    def update(content, objects, freed=()):
        start = int(re.findall(rb"startxref\n(\d+)", content)[-1])
        rows = []
        for number, body in objects.items():
            rows.append(f"{number} 1\n{len(content):010} 00000 n \n")
            content += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
        rows += [f"{number} 1\n0000000000 00001 f \n" for number in freed]
        table = len(content)
        trailer = f"<</Size {max(document.objects) + 1} /Root {ref(document.catalog_number)} /Prev {start} /ID [<{document.identifier}> <{'0' * 32}>]>>"
        return content + f"xref\n0 1\n0000000000 65535 f \n{''.join(rows)}trailer\n{trailer}\nstartxref\n{table}\n%%EOF\n".encode()

    second = "/H1 <</MCID 0>> BDC BT /F1 12 Tf 40 505 Td (Second edition) Tj ET EMC"
    content = update(content, {contents: f"<</Length {len(second)}>>\nstream\n{second}\nendstream"})
    without = document.objects[page.number].replace(f"/Annots [{ref(removed)}]", "")
    return update(content, {page.number: without}, [removed])


@trap(TAGGED)
def generations():
    """The numbers of objects have generations: the page is 6 2 R, and an older 6 0 obj is in the file too."""
    document = small(generations, "Generations")
    content = document.bytes()
    number = document.pages[0].number
    table = content.rindex(b"xref\n0 ")
    body, rest = content[:table], content[table:]
    body = body.replace(f"{number} 0 R".encode(), f"{number} 2 R".encode())
    new = len(body)
    body += f"{number} 2 obj\n{document.objects[number]}\nendobj\n".encode()
    moved = f"{new:010} 00002 n ".encode()
    old = f"{document.offsets[number]:010} 00000 n ".encode()
    rest = rest.replace(old, moved)
    start = len(body)
    return body + re.sub(rb"startxref\n\d+", b"startxref\n%d" % start, rest)


@trap("refused: damaged")
def references_shifted():
    """Every entry of the cross-reference table is ten bytes too low: readers search for the objects instead."""
    content = small(references_shifted, "Shifted").bytes()
    return re.sub(rb"(\d{10}) 00000 n", lambda found: b"%010d 00000 n" % (int(found[1]) - 10), content)


@trap("refused: damaged")
def references_missing():
    """No cross-reference table, no trailer; the file ends with %%EOF."""
    content = small(references_missing, "Missing").bytes()
    return content[: content.rindex(b"xref\n0 ")] + b"%%EOF\n"


@trap("refused: damaged")
def references_in_a_circle():
    """Prev of the trailer leads to the table itself."""
    content = small(references_in_a_circle, "Round and round").bytes()
    start = re.findall(rb"startxref\n(\d+)", content)[-1]
    return content.replace(b"trailer\n<< ", b"trailer\n<< /Prev " + start + b" ")


@trap("refused: truncated")
def truncated():
    """Cut off after two thirds."""
    content = small(truncated, "Cut off").bytes()
    return content[: len(content) * 2 // 3]


@trap("joins with its tags, or refused: damaged")
def late_header():
    """Sixty bytes of a mail's header precede %PDF; the offsets count from %PDF."""
    return b"Content-Type: application/pdf\r\nContent-Length: 9999\r\n\r\nabc\n" + small(late_header, "Late").bytes()


@trap("joins with its tags, or refused: damaged")
def text_after_the_end():
    """Two thousand bytes of zeros follow %%EOF."""
    return small(text_after_the_end, "Long end").bytes() + bytes(2000)


@trap("refused: not a PDF")
def web_page():
    """A web page that was saved under the name of a PDF."""
    return b"<!doctype html><title>404</title><p>The document was not found.</p>\n"


@trap("refused: not a PDF, or truncated")
def nothing():
    """An empty file."""
    return b""


# Objects


@trap(TAGGED)
def references_dangling():
    """References to objects that do not exist, in every kind of place: after joining, none may hit another part's object."""
    document = small(references_dangling, "Dangling")
    page = document.pages[0]
    for number, key in enumerate(["Thumb", "PieceInfo", "Metadata", "Group", "B", "SeparationInfo"], 5):
        page.entries[key] = f"{500 + number} 0 R"
    page.resources |= {"XObject": "<</Lost 600 0 R>>", "ExtGState": "601 0 R"}
    document.catalog |= {"Names": "602 0 R", "Outlines": "603 0 R", "PageLabels": "604 0 R", "OCProperties": "605 0 R", "AcroForm": "606 0 R"}
    document.root |= {"ClassMap": "607 0 R", "IDTree": "608 0 R"}
    document.element(document.top, "P", {"A": "609 0 R", "C": "610 0 R"}, text="Dangling.")
    document.top.kids.append("611 0 R")
    return document


@trap("joins with its tags, or refused: damaged")
def lengths_wrong():
    """The Length of one stream is 0, that of the next one is far too great."""
    document = small(lengths_wrong, "Lengths")
    content = document.bytes()
    # As many digits as before, so that every object stays where it is.
    digits = iter([b"0", b"9"])
    return re.sub(rb"(?<=/Length )\d+", lambda found: next(digits, None) * len(found[0]), content, count=2)


@trap(TAGGED)
def length_elsewhere():
    """The Length of the content is another object, after it."""
    document = small(length_elsewhere, "Elsewhere")
    page = document.pages[0]
    length = document.reserve()
    body = page.content[0]
    number = document.add(f"<</Length {ref(length)}>>\nstream\n{body}\nendstream")
    document.objects[length] = str(len(body))
    page.entries["Contents"] = ref(number)
    return document


@trap("joins with its tags or is refused; no panic")
def numbers_huge():
    """Numbers beyond every range: as page count, rotation, marks, keys, levels, first number of labels, object numbers."""
    huge = "9" * 30
    document = small(numbers_huge, "Huge")
    page = document.pages[0]
    page.entries |= {"Rotate": huge, "UserUnit": huge, "StructParents": "9223372036854775807", "Dur": f"-{huge}.{huge}"}
    document.page_tree = {"Count": huge}
    document.element(document.top, "P", {"R": huge}, text="Huge.").kids.append("2147483648")
    document.catalog["PageLabels"] = f"<</Nums [0 <</S /r /St 2147483647>> {huge} <</S /a>>]>>"
    document.catalog["Huge"] = f"[{huge} 0 R 4294967297 0 R 5 99999 R]"
    document.keys[-9223372036854775808] = "null"
    return document


@trap("joins with its tags or is refused; no panic, bounded memory")
def strings_deep():
    """Arrays within arrays, and dictionaries within dictionaries, 3,000 deep, in the catalog."""
    document = small(strings_deep, "Deep")
    document.catalog["Deep"] = "[" * 3000 + "]" * 3000
    document.catalog["Deeper"] = "<</A " * 3000 + "null" + ">>" * 3000
    return document


@trap("refused: too large, or joins in bounded memory")
def bomb():
    """The content of the page is 30 MB of spaces, packed four times."""
    document = small(bomb, "Packed")
    content = b" " * 30_000_000
    for _ in range(4):
        content = zlib.compress(content, 9)
    page = document.pages[0]
    own = document.stream({}, page.content[0])
    packed = document.stream({"Filter": "[" + "/FlateDecode " * 4 + "]"}, content)
    page.entries["Contents"] = f"[{ref(own)} {ref(packed)}]"
    return document


@trap(PLAIN)
def information_missing():
    """No Info, no ID, no metadata, no language, version 1.2; the trailer has only what is required."""
    document = small(information_missing, "Bare")
    document.tagged, document.language, document.version = False, None, "1.2"
    content = document.bytes()
    return re.sub(rb"/(Info \d+ 0 R|ID \[.*?\])", b"", content)


@trap(TAGGED)
def names_strange():
    """Names and strings of unusual bytes: a font called #20, an element called 段, a title in UTF-8 (PDF 2.0), a title in
    UTF-16, little-endian, strings in hexadecimal digits with blanks and an odd number of digits."""
    document = small(names_strange, "Strange")
    page = document.pages[0]
    page.resources["Font"] = f"<</F1 {ref(document.font)} /#20 {ref(document.font)} / {ref(document.font)}>>"
    page.resources.pop("ProcSet", None)
    role = "".join(f"#{byte:02X}" for byte in "段".encode())
    document.root["RoleMap"] = f"<</{role} /P /A#2FB /P>>"
    document.element(document.top, role, {"T": "<EF BB BF E6 AE B5>", "ID": "<4 1 4>"}, text="Strange.")
    document.element(document.top, "A#2FB", {"T": "<FFFE B56B>", "ID": "(\\050\\)\\r\\\n)"}, text="Stranger.")
    document.info["Author"] = "<FEFF 5E74 5831>"
    return document
