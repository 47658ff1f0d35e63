"""Traps in pages: the page tree, boxes and rotations, resources, content."""
from packing import by_qpdf
from pdf import Page, ref, written
from registry import PLAIN, SOUND, TAGGED, trap
from traps_tags import begun


def filled(document):
    """A paragraph and a line on every page but the first, so that each says which one it is."""
    for index, page in enumerate(document.pages[1:], 2):
        document.element(document.top, "P", page=page, text=f"Page {index}.")
    return document


def tree(document, numbers, entries=None, node=None, parent=None):
    """A node of the page tree."""
    node = node or document.reserve()
    kids = " ".join(map(str, numbers))
    common = {"Type": "/Pages", "Count": len(numbers), "Kids": f"[{kids}]"}
    if parent:
        common["Parent"] = ref(parent)
    document.objects[node] = written(common | (entries or {}))
    return node


# The page tree


@trap(SOUND)
def pages_inherit():
    """MediaBox, CropBox and Rotate stand in the nodes above the pages; a page overrides its Rotate."""
    document = filled(begun(pages_inherit, "Inherited", pages=3))
    numbers = [ref(page.number) for page in document.pages]
    upper = {"MediaBox": "[0 0 420 595]", "Rotate": "90"}
    inner = tree(document, numbers[:2], {"CropBox": "[20 20 400 575]"}, parent=document.pages_number)
    tree(document, [ref(inner), numbers[2]], upper | {"Count": 3}, node=document.pages_number)
    for page in document.pages:
        page.entries["MediaBox"] = None
    for page in document.pages[:2]:
        page.entries["Parent"] = ref(inner)
    document.pages[1].entries["Rotate"] = "0"
    return document


@trap(TAGGED)
def pages_inherit_resources():
    """Resources stand in the root of the page tree only, which PDF/A does not allow."""
    document = filled(begun(pages_inherit_resources, "Inherited resources", claims=None, pages=2))
    document.page_tree = {"Resources": f"<</Font <</F1 {ref(document.font)}>>>>"}
    for page in document.pages:
        page.entries["Resources"] = None
    return document


@trap(TAGGED)
def pages_inherit_nothing():
    """A page without MediaBox, Resources and Contents, of its own or inherited."""
    document = begun(pages_inherit_nothing, "Nothing inherited", claims=None)
    empty = document.add(f"<</Type /Page /Parent {ref(document.pages_number)}>>")
    tree(document, [ref(document.pages[0].number), ref(empty)], node=document.pages_number)
    return document


@trap("refused: damaged")
def pages_in_a_circle():
    """A node of the page tree has the root of the tree among its kids."""
    document = begun(pages_in_a_circle, "Round and round", claims=None)
    inner = document.reserve()
    tree(document, [ref(document.pages[0].number), ref(document.pages_number)], node=inner, parent=document.pages_number)
    tree(document, [ref(inner)], {"Count": 2}, node=document.pages_number)
    document.pages[0].entries["Parent"] = ref(inner)
    return document


@trap("joins with its tags, or refused: damaged")
def pages_deep():
    """The only page is 300 nodes below the root of the page tree."""
    document = begun(pages_deep, "Deep down", claims=None)
    nodes = [document.pages_number] + [document.reserve() for _ in range(300)]
    for above, node, below in zip([None] + nodes, nodes, nodes[1:] + [document.pages[0].number]):
        tree(document, [ref(below)], node=node, parent=above)
    document.pages[0].entries["Parent"] = ref(nodes[-1])
    return document


@trap("joins with its tags as two pages, or refused: damaged")
def pages_twice():
    """The same page is among the kids twice."""
    document = begun(pages_twice, "Twice", claims=None)
    number = ref(document.pages[0].number)
    tree(document, [number, number], node=document.pages_number)
    return document


@trap("joins with its tags; two pages")
def pages_with_null():
    """Kids has null, no object and a number besides two pages; Count says 7; a page has the wrong Parent and no Type."""
    document = filled(begun(pages_with_null, "Gaps", claims=None, pages=2))
    kids = [ref(document.pages[0].number), "null", "9999 0 R", "5", ref(document.pages[1].number)]
    tree(document, kids, {"Count": 7}, node=document.pages_number)
    document.pages[1].entries |= {"Parent": ref(document.pages[0].number), "Type": None}
    return document


@trap("refused: no pages")
def pages_none():
    """The page tree has no pages."""
    document = begun(pages_none, "No pages", claims=None)
    tree(document, [], node=document.pages_number)
    return document


@trap(TAGGED)
def pages_300():
    """300 pages in one node, each with its heading; in object streams, by qpdf."""
    document = begun(pages_300, "Three hundred", claims=None)
    content = document.stream({}, "/H1 <</MCID 0>> BDC BT /F1 12 Tf 40 505 Td (A page) Tj ET EMC")
    document.letters |= set("A page")
    document.pages[0].content = []
    resources = ref(document.add(f"<</Font <</F1 {ref(document.font)}>>>>"))
    heading = document.top.kids.pop()
    document.pages = []
    for index in range(300):
        page = Page(document, document.size)
        element = heading if index == 0 else document.element(document.top, "P")
        if index == 0:
            document.top.kids.append(heading)
        element.kids, element.entries["Pg"] = [0], ref(page.number)
        page.owners.append(element)
        page.entries |= {"Contents": ref(content), "Resources": resources}
        document.pages.append(page)
    return by_qpdf(document.bytes(), "--object-streams=generate")


# Geometry


@trap(SOUND)
def pages_rotated():
    """Pages with Rotate 90, 180, 270, -90 and 450."""
    document = filled(begun(pages_rotated, "Rotated", pages=5))
    for page, rotation in zip(document.pages, ["90", "180", "270", "-90", "450"]):
        page.entries["Rotate"] = rotation
    return document


@trap(SOUND)
def pages_cropped():
    """Boxes: a CropBox within the MediaBox, origins below zero and far from it, corners in the other order, a CropBox beyond
    the MediaBox, real numbers; one page is rotated too; TrimBox and BleedBox."""
    document = filled(begun(pages_cropped, "Cropped", pages=5))
    boxes = [
        {"CropBox": "[30 40 400 560]", "TrimBox": "[35 45 395 555]", "BleedBox": "[32 42 398 558]"},
        {"MediaBox": "[-100 -200 320.5 595.25]", "CropBox": "[-50 -100 300 550]"},
        {"MediaBox": "[420 595 0 0]", "CropBox": "[400 560 20 20]", "Rotate": "90"},
        {"MediaBox": "[0 0 420 595]", "CropBox": "[-500 -500 2000 2000]"},
        {"MediaBox": "[1000 2000 1420 2595]", "Rotate": "270"},
    ]
    for page, entries in zip(document.pages, boxes):
        page.entries |= entries
    document.pages[4].content = ["q 1 0 0 1 1000 2000 cm", *document.pages[4].content, "Q"]
    return document


@trap(SOUND)
def pages_of_many_sizes():
    """UserUnit 2, A0, a strip of 30 by 595 points, the smallest page that PDF/A allows, UserUnit 0.5 of a large page."""
    document = filled(begun(pages_of_many_sizes, "Sizes", pages=5))
    sizes = [
        {"UserUnit": "2", "MediaBox": "[0 0 210 297.5]"},
        {"MediaBox": "[0 0 2384 3370]"},
        {"MediaBox": "[0 0 30 595]"},
        {"MediaBox": "[0 0 3 3]"},
        {"UserUnit": "0.5", "MediaBox": "[0 0 840 1190]"},
    ]
    for page, entries in zip(document.pages, sizes):
        page.entries |= entries
    document.pages[0].content = ["q 0.5 0 0 0.5 0 0 cm", *document.pages[0].content, "Q"]
    return document


@trap("joins with its tags or is refused; no panic, and no memory for pages that no one can see")
def pages_of_no_size():
    """Boxes that are no rectangle: of no area, with three numbers, with words, with numbers of forty digits; Rotate 45."""
    document = filled(begun(pages_of_no_size, "No size", claims=None, pages=6))
    boxes = ["[0 0 0 0]", "[0 0 420]", "[(a) (b) (c) (d)]", f"[0 0 {'9' * 40} {'9' * 40}]", "null", "[0 0 420 595]"]
    for page, box in zip(document.pages, boxes):
        page.entries["MediaBox"] = box
    document.pages[5].entries |= {"Rotate": "45", "CropBox": "[500 700 600 800]", "UserUnit": "0"}
    return document


# Content


@trap(SOUND)
def content_in_pieces():
    """The content is an array of streams that end within a text object, within marked content and between operands and
    their operator; one is empty."""
    document = begun(content_in_pieces, "Pieces")
    page = document.pages[0]
    whole = page.content.pop()
    start, end = whole.split(" Tf ")
    pieces = [start[:-3], "12", "", " Tf " + end[: -len(" EMC")], "EMC"]
    streams = [document.stream({}, piece) for piece in pieces]
    page.entries["Contents"] = "[" + " ".join(map(ref, streams)) + "]"
    return document


@trap(TAGGED)
def content_split_in_a_token():
    """The array of streams is split within the word of an operator, which the format forbids; null and no object in it."""
    document = begun(content_split_in_a_token, "Split", claims=None)
    page = document.pages[0]
    whole = page.content.pop() + "\nBT /F1 12 Tf 40 400 T"
    streams = [document.stream({}, whole), document.stream({}, "d (Split.) Tj ET")]
    page.entries["Contents"] = f"[{ref(streams[0])} null 9999 0 R {ref(streams[1])}]"
    return document


@trap(SOUND)
def content_moved():
    """The content changes the coordinates without q, so that what is added after it is turned, scaled and white."""
    document = begun(content_moved, "Moved")
    page = document.pages[0]
    page.content += ["/Artifact BMC", "0 1 -0.5 0 200 100 cm 1 g 1 G 3 Tr 9 w [3 2] 0 d", "EMC"]
    return document


@trap(TAGGED)
def content_unbalanced():
    """Two q without Q, a clipping path, and a text object, an artifact and a dictionary of marks that do not end."""
    document = begun(content_unbalanced, "Left open", claims=None)
    page = document.pages[0]
    page.content += ["q q 0.2 0 0 0.2 300 300 cm 0 0 10 10 re W n", "/Artifact BMC BT /F1 12 Tf 40 400 Td (Open"]
    return document


@trap(TAGGED)
def content_unbalanced_early():
    """Q without q, EMC without a start, and ET without BT, before anything else."""
    document = begun(content_unbalanced_early, "Closed early", claims=None)
    document.pages[0].content.insert(0, "Q Q EMC ET Q EMC")
    return document


@trap(SOUND)
def content_missing():
    """The second page has no Contents, the third an empty array, the fourth an empty stream."""
    document = begun(content_missing, "Empty pages", pages=4)
    for page, contents in zip(document.pages[1:], ["null", "[]", ref(document.stream({}, ""))]):
        page.entries["Contents"] = contents
    return document


@trap("refused: damaged")
def content_damaged():
    """The content of the second page says that it is compressed, and is not; the file claims PDF/A-2a and PDF/UA-1."""
    document = begun(content_damaged, "Damaged content", pages=2)
    document.pages[1].entries["Contents"] = ref(document.stream({"Filter": "/FlateDecode"}, "0 0 10 10 re f"))
    return document


@trap(TAGGED)
def content_by_nobody():
    """Content that calls a font and a drawing that the resources do not have; Resources are no object; an inline image
    whose data contain EI."""
    document = begun(content_by_nobody, "Of nobody", claims=None, pages=2)
    first, second = document.pages
    first.content.append("/Artifact BMC BT /F9 12 Tf 40 300 Td (Lost) Tj ET /Lost Do /Lost gs /Lost sh EMC")
    first.content.append("/Artifact BMC q 30 0 0 30 40 200 cm BI /W 8 /H 1 /CS /G /BPC 8 ID a EI b c\nEI Q EMC")
    document.element(document.top, "P", page=second, text="No resources.")
    second.entries["Resources"] = "9999 0 R"
    return document


@trap(TAGGED)
def forms_in_a_circle():
    """Two form XObjects draw each other; a pattern and a Type 3 font use the page's resources."""
    document = begun(forms_in_a_circle, "Round and round", claims=None)
    page = document.pages[0]
    one, two = document.reserve(), document.reserve()
    for number, other in [(one, two), (two, one)]:
        entries = f"<</Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources <</XObject <</X {ref(other)}>>>> /Length 5>>"
        document.objects[number] = f"{entries}\nstream\n/X Do\nendstream"
    page.resources["XObject"] = f"<</X {ref(one)}>>"
    page.artifact("/X Do")
    return document


@trap(SOUND)
def groups_of_transparency():
    """Transparency: a Group of the page, a drawing with a soft mask, blend modes in ExtGState."""
    document = begun(groups_of_transparency, "Seen through")
    page = document.pages[0]
    page.entries["Group"] = "<</Type /Group /S /Transparency /CS /DeviceRGB /I true>>"
    group = "<</S /Transparency /CS /DeviceGray>>"
    mask = document.stream(
        {"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 420 595]", "Group": group}, "0.5 g 0 0 420 595 re f"
    )
    page.resources["ExtGState"] = f"<</Soft <</SMask <</S /Luminosity /G {ref(mask)}>> /BM /Multiply /ca 0.5>>>>"
    page.artifact("q /Soft gs 0 0 1 rg 40 100 200 200 re f Q")
    return document


@trap("joins with its tags; not PDF/A, since a separation and CMYK stand beside RGB")
def colours_of_print():
    """DeviceCMYK, a spot colour and a pattern, and the output intent of the file is sRGB: its claim to PDF/A is false."""
    document = begun(colours_of_print, "Four colours")
    page = document.pages[0]
    page.resources["ColorSpace"] = (
        "<</Spot [/Separation /Blue /DeviceCMYK <</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 0.5 0 0] /N 1>>]>>"
    )
    page.artifact("0.9 0.3 0 0.1 k 40 300 100 100 re f /Spot cs 1 scn 160 300 100 100 re f")
    return document


@trap(TAGGED)
def image_only():
    """A scan: one picture, tagged as a figure without an alternative text; the picture is 1 bit deep, 8 by 8 points."""
    document = begun(image_only, "Scan", claims=None)
    page = document.pages[0]
    picture = document.stream(
        {"Type": "/XObject", "Subtype": "/Image", "Width": 8, "Height": 8, "ColorSpace": "/DeviceGray", "BitsPerComponent": 1, "Filter": "/ASCIIHexDecode"},
        "AA55AA55AA55AA55>",
    )
    page.resources["XObject"] = f"<</Scan {ref(picture)}>>"
    figure = document.element(document.top, "Figure", {"Pg": ref(page.number)})
    figure.kids.append(len(page.owners))
    page.content.append(f"/Figure <</MCID {len(page.owners)}>> BDC q 420 0 0 595 0 0 cm /Scan Do Q EMC")
    page.owners.append(figure)
    return document


@trap(PLAIN)
def thumbnails_and_pieces():
    """Thumb, PieceInfo and private data of the program that made the page; a structure tree of nothing; Metadata of a page."""
    document = begun(thumbnails_and_pieces, "Private data", claims=None)
    page = document.pages[0]
    picture = document.stream({"Width": 1, "Height": 1, "ColorSpace": "/DeviceGray", "BitsPerComponent": 8}, "a")
    data = document.stream({}, "private")
    page.entries |= {"Thumb": ref(picture), "PieceInfo": f"<</Office <</LastModified (D:20260101) /Private {ref(data)}>>>>"}
    page.entries["LastModified"] = "(D:20260101)"
    document.tagged = False
    return document
