"""Traps in the tags. The docstring of each is what its file says in a comment, and what README.md says."""
from packing import by_qpdf
from pdf import Document, ref, text_string, written
from registry import SOUND, TAGGED, trap


def begun(function, title, **options):
    """A document with a heading, whose trap is the docstring of a function."""
    document = Document(title, function.__doc__, **options)
    document.element(document.top, "H1", text=title)
    return document


# Identifiers


@trap(SOUND)
def identifiers_a():
    """The element IDs h1, h2 and n1 occur in identifiers-b.pdf too; Headers of cells refer to h2. The IDTree is flat."""
    document = begun(identifiers_a, "Cost of halls")
    cells = document.table(document.top, [["Hall", "Cost"], ["North", "120"]], headers=["h1", "h2"])
    note = document.element(document.top, "Note", {"ID": "(n1)"}, text="In millions.")
    places = [("h1", cells[0]), ("h2", cells[1]), ("n1", note)]
    names = " ".join(f"({name}) {ref(element.number)}" for name, element in places)
    document.root["IDTree"] = f"<</Names [{names}]>>"
    return document


@trap(SOUND)
def identifiers_b():
    """The element IDs h1, h2 and n1 of identifiers-a.pdf, on other elements. The IDTree has two levels."""
    document = begun(identifiers_b, "Depth of pools")
    cells = document.table(document.top, [["Pool", "Depth"], ["South", "2 m"]], headers=["h2", "h1"])
    note = document.element(document.top, "Note", {"ID": "(n1)"}, text="At the deep end.")
    first = document.add(
        f"<</Limits [(h1) (h2)] /Names [(h1) {ref(cells[1].number)} (h2) {ref(cells[0].number)}]>>"
    )
    second = document.add(f"<</Limits [(n1) (n1)] /Names [(n1) {ref(note.number)}]>>")
    document.root["IDTree"] = f"<</Kids [{ref(first)} {ref(second)}]>>"
    return document


@trap(SOUND)
def identifiers_without_tree():
    """Elements have IDs, binary ones too, but the root has no IDTree. Notes only need IDs."""
    document = begun(identifiers_without_tree, "Sources")
    document.element(document.top, "Note", {"ID": "<00FF28>"}, text="First source.")
    document.element(document.top, "Note", {"ID": "(h1)"}, text="Second source.")
    return document


# Roles and classes


@trap(SOUND)
def roles_a():
    """Note0 is mapped to P, Box to Sect, and in roles-b.pdf to something else."""
    document = begun(roles_a, "Roles of one office")
    document.root["RoleMap"] = "<</Note0 /P /Box /Sect /Same /P>>"
    box = document.element(document.top, "Box")
    document.element(box, "Note0", text="A paragraph.")
    document.element(box, "Same", text="The same in both.")
    return document


@trap(SOUND)
def roles_b():
    """Note0 is mapped to Note; Box to Frame, and Frame to Div: a chain. Unused is mapped in a circle, and used nowhere."""
    document = begun(roles_b, "Roles of another office")
    document.root["RoleMap"] = "<</Note0 /Note /Box /Frame /Frame /Div /Same /P>>"
    box = document.element(document.top, "Box")
    document.element(box, "Note0", {"ID": "(n1)"}, text="A note.")
    document.element(box, "Same", text="The same in both.")
    return document


@trap(TAGGED)
def roles_in_a_circle():
    """Ring is mapped to Wheel and Wheel to Ring; H1 and P, standard types, are mapped to others; Free is not mapped."""
    document = begun(roles_in_a_circle, "Roles in a circle", claims=None)
    document.root["RoleMap"] = "<</Ring /Wheel /Wheel /Ring /P /Span /H1 /H2>>"
    document.element(document.top, "Ring", text="Round and round.")
    document.element(document.top, "P", text="A paragraph.")
    document.element(document.top, "Free", text="Of no known role.")
    return document


@trap(SOUND)
def classes_a():
    """The class Money sets text to the end, and in classes-b.pdf something else; an element has two classes."""
    document = begun(classes_a, "Classes of one office")
    document.root["ClassMap"] = "<</Money <</O /Layout /TextAlign /End>> /Same <</O /Layout /TextAlign /Center>>>>"
    document.element(document.top, "P", {"C": "/Money"}, text="120")
    document.element(document.top, "P", {"C": "[/Money /Same]"}, text="130")
    return document


@trap(SOUND)
def classes_b():
    """The class Money sets spaces, by an array of attributes; an element names it with a revision number."""
    document = begun(classes_b, "Classes of another office")
    attributes = document.add("[<</O /Layout /SpaceBefore 6>> <</O /Layout /SpaceAfter 3>>]")
    document.root["ClassMap"] = f"<</Money {ref(attributes)} /Same <</O /Layout /TextAlign /Center>>>>"
    document.element(document.top, "P", {"C": "[/Money 0 /Same 0]"}, text="410")
    return document


@trap(TAGGED)
def namespaces():
    """PDF 2.0: elements have namespaces (NS), and each namespace its own mapping of roles (RoleMapNS)."""
    document = begun(namespaces, "Namespaces", claims=None)
    document.version = "2.0"
    standard = document.add("<</Type /Namespace /NS (http://iso.org/pdf2/ssn)>>")
    office = document.add(
        f"<</Type /Namespace /NS (https://example.org/office) /RoleMapNS <</Aside [/Aside {ref(standard)}] /Quote [/P"
        f" {ref(standard)}]>>>>"
    )
    document.root["Namespaces"] = f"[{ref(standard)} {ref(office)}]"
    document.top.entries["NS"] = ref(standard)
    document.element(document.top, "Quote", {"NS": ref(office)}, text="Said by the office.")
    document.element(document.top, "Aside", {"NS": ref(office)}, text="Said aside.")
    return document


# The parent tree


@trap(SOUND)
def parent_tree_of_levels():
    """The parent tree has three levels, begins at key 7 with gaps, and the root has no ParentTreeNextKey."""
    document = begun(parent_tree_of_levels, "Three pages", pages=3)
    document.next_key = 7
    for page, text in zip(document.pages, ["One.", "Two.", "Three."]):
        document.element(document.top, "P", page=page, text=text)
        owners = document.add("[" + " ".join(ref(owner.number) for owner in page.owners) + "]")
        page.entries["StructParents"] = key = document.next_key
        document.keys[key] = ref(owners)
        document.next_key += 100
    leaves = [document.add(f"<</Limits [{key} {key}] /Nums [{key} {value}]>>") for key, value in document.keys.items()]
    middle = document.add(f"<</Limits [7 107] /Kids [{ref(leaves[0])} {ref(leaves[1])}]>>")
    upper = document.add(f"<</Kids [{ref(middle)} {ref(leaves[2])}]>>")
    document.root |= {"ParentTree": ref(upper), "ParentTreeNextKey": None}
    return document


@trap(TAGGED)
def parent_keys_missing():
    """The page has marks and the tree has elements for them, but the page has no StructParents, the root no ParentTree."""
    document = begun(parent_keys_missing, "No way back", claims=None)
    document.pages[0].entries["StructParents"] = None
    document.root["ParentTree"] = None
    return document


@trap(TAGGED)
def parent_keys_negative():
    """The StructParents of the page is -1, and so is the StructParent of its link."""
    document = begun(parent_keys_negative, "Below zero", claims=None)
    link = document.element(document.top, "Link", text="A link")
    document.pages[0].link(link, "A link", {"A": "<</S /URI /URI (https://example.org/)>>", "StructParent": "-1"})
    owners = document.add("[" + " ".join(ref(owner.number) for owner in document.pages[0].owners) + "]")
    document.pages[0].entries["StructParents"] = "-1"
    document.keys = {-1: ref(owners)}
    return document


@trap(TAGGED)
def parent_keys_clash():
    """Two pages and an annotation have the key 0, so the parent tree is right for one page only."""
    document = begun(parent_keys_clash, "One key for three", claims=None, pages=2)
    link = document.element(document.top, "Link", page=document.pages[1], text="A link")
    document.pages[1].link(link, "A link", {"A": "<</S /URI /URI (https://example.org/)>>", "StructParent": "0"})
    owners = document.add("[" + " ".join(ref(owner.number) for owner in document.pages[0].owners) + "]")
    for page in document.pages:
        page.entries["StructParents"] = "0"
    document.keys = {0: ref(owners)}
    return document


@trap(TAGGED)
def parent_tree_contradicts():
    """The parent tree names the paragraph for the heading's mark, and elements that are not in the tree."""
    document = begun(parent_tree_contradicts, "Two truths", claims=None)
    document.element(document.top, "P", text="A paragraph.")
    stray = document.add(f"<</Type /StructElem /S /P /P {ref(document.root_number)}>>")
    owners = document.add(f"[{ref(document.pages[0].owners[1].number)} {ref(stray)} null]")
    document.pages[0].entries["StructParents"] = "0"
    document.keys = {0: ref(owners), 5: ref(stray)}
    return document


# Form XObjects


@trap(SOUND)
def form_with_marks():
    """A form XObject has marks of its own, with StructParents; elements refer to them by Stm. Another one, a figure as a
    whole, has a StructParent and an OBJR."""
    document = begun(form_with_marks, "Marks in a form")
    page = document.pages[0]
    paragraph = document.element(document.top, "P", {"Pg": ref(page.number)})
    owners = document.add(f"[{ref(paragraph.number)}]")
    document.letters |= set("Shown by a form.")
    common = {"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 300 100]"}
    form = document.stream(
        common | {"StructParents": document.key(ref(owners)), "Resources": f"<</Font <</F1 {ref(document.font)}>>>>"},
        "/P <</MCID 0>> BDC BT /F1 12 Tf 0 20 Td (Shown by a form.) Tj ET EMC",
    )
    paragraph.kids.append(f"<</Type /MCR /Pg {ref(page.number)} /Stm {ref(form)} /MCID 0>>")
    figure = document.element(
        document.top, "Figure", {"Alt": "(A grey square)", "A": "<</O /Layout /BBox [40 200 140 300]>>", "Pg": ref(page.number)}
    )
    whole = document.stream(common | {"StructParent": document.key(ref(figure.number))}, "0.6 g 0 0 100 100 re f")
    figure.kids.append(f"<</Type /OBJR /Pg {ref(page.number)} /Obj {ref(whole)}>>")
    page.resources["XObject"] = f"<</Form {ref(form)} /Whole {ref(whole)}>>"
    page.content.append("q 1 0 0 1 40 400 cm /Form Do Q")
    page.content.append("q 1 0 0 1 40 200 cm /Whole Do Q")
    return document


@trap(SOUND)
def form_on_two_pages():
    """One form XObject is drawn on two pages, as an artifact; the pages share a dictionary of resources."""
    document = begun(form_on_two_pages, "A form on two pages", pages=2)
    document.element(document.top, "P", page=document.pages[1], text="Second.")
    form = document.stream({"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 300 20]"}, "0.8 g 0 0 300 4 re f")
    shared = document.add(written({"Font": f"<</F1 {ref(document.font)}>>", "XObject": f"<</Line {ref(form)}>>"}))
    for page in document.pages:
        page.artifact("q 1 0 0 1 40 30 cm /Line Do Q")
        page.entries["Resources"] = ref(shared)
    return document


# The tree of elements


@trap(SOUND)
def kids_without_arrays():
    """K is nowhere an array where it has one entry: an element, a number, a dictionary; the link's is an array."""
    document = begun(kids_without_arrays, "One child each")
    section = document.element(document.top, "Sect")
    listed = document.element(section, "L")
    item = document.element(listed, "LI")
    body = document.element(item, "LBody", {"Pg": ref(document.pages[0].number)})
    document.pages[0].mark(body, "The only item.")
    body.kids = [f"<</Type /MCR /Pg {ref(document.pages[0].number)} /MCID {body.kids[0]}>>"]
    return document


@trap(TAGGED)
def direct_elements():
    """Elements stand in K themselves instead of references to them, so that nothing can refer to them as a parent."""
    document = begun(direct_elements, "Elements without numbers", claims=None)
    page = document.pages[0]
    paragraph = document.element(document.top, "P", text="A paragraph.")
    inner = document.element(paragraph, "Span", text=" and a part of it.")
    inner_body = f"<</S /Span /Pg {ref(page.number)} /K {inner.kids[0]}>>"
    direct = f"<</S /P /Pg {ref(page.number)} /K [{paragraph.kids[0]} {inner_body}]>>"
    document.top.kids[1] = direct
    page.owners[1] = page.owners[2] = document.top
    document.tree = {key: value for key, value in document.tree.items() if value not in (paragraph, inner)}
    document.objects[paragraph.number] = document.objects[inner.number] = "null"
    return document


@trap(TAGGED)
def annotation_at_the_root():
    """The root of the tags has an OBJR and a number among its kids, besides the Document, and null."""
    document = begun(annotation_at_the_root, "Beside the document", claims=None)
    page = document.pages[0]
    document.letters |= set("Free")
    annotation = document.add(
        f"<</Type /Annot /Subtype /Link /Rect [40 40 90 60] /Contents (Free) /StructParent 40 /P {ref(page.number)}"
        " /A <</S /URI /URI (https://example.org/)>>>>"
    )
    page.annotations.append(annotation)
    document.keys[40] = ref(document.root_number)
    document.root["K"] = f"[<</Type /OBJR /Pg {ref(page.number)} /Obj {ref(annotation)}>> {ref(document.top.number)} 99 null]"
    return document


@trap(TAGGED)
def several_roots():
    """The root has no Document, but a heading, a paragraph and a Part as its kids."""
    document = begun(several_roots, "No document", claims=None)
    document.element(None, "P", text="A second root.")
    part = document.element(None, "Part", {"Lang": "(fr)"})
    document.element(part, "P", text="Une partie.")
    heading = document.top.kids[0]
    heading.parent = document.root_number
    document.extra_roots[0] = heading
    document.objects[document.top.number] = "null"
    document.tree.pop(document.top.number)
    return document


@trap(SOUND)
def page_of_the_parent():
    """Marks of two pages in one element: Pg of the element is the first page, that of the MCR the second one."""
    document = begun(page_of_the_parent, "Over the page", pages=2)
    paragraph = document.element(document.top, "P", text="It begins here")
    document.pages[1].mark(paragraph, "and ends there.")
    paragraph.kids[1] = f"<</Type /MCR /Pg {ref(document.pages[1].number)} /MCID {paragraph.kids[1]}>>"
    return document


@trap(TAGGED)
def page_missing():
    """Elements with marks have no Pg; only the Document has one."""
    document = begun(page_missing, "Which page?", claims=None)
    document.element(document.top, "P", text="On this one.")
    for element in document.tree.values():
        element.entries.pop("Pg", None)
    document.top.entries["Pg"] = ref(document.pages[0].number)
    return document


@trap(TAGGED)
def tags_in_a_circle():
    """A section has its own parent among its kids, and a paragraph is in two sections."""
    document = begun(tags_in_a_circle, "Round and round", claims=None)
    one, two = document.element(document.top, "Sect"), document.element(document.top, "Sect")
    paragraph = document.element(one, "P", text="In two sections.")
    two.kids += [paragraph, document.top, two]
    return document


@trap(TAGGED)
def tags_deep():
    """Sections within sections, 150 deep, and a paragraph in the last one."""
    document = begun(tags_deep, "Deep down", claims=None)
    section = document.top
    for _ in range(150):
        section = document.element(section, "Sect")
    document.element(section, "P", text="At the bottom.")
    return document


@trap("joins with its tags as far as they are read, or is refused; no panic")
def tags_bottomless():
    """Sections within sections, 3,000 deep; in object streams, by qpdf."""
    document = begun(tags_bottomless, "No bottom", claims=None)
    section = document.top
    for _ in range(3000):
        section = document.element(section, "Sect")
    document.element(section, "P", text="At the bottom.")
    return by_qpdf(document.bytes(), "--object-streams=generate")


@trap(TAGGED)
def marks_contradict():
    """An element owns a mark that the page does not have; a mark is used twice on the page; another has no element."""
    document = begun(marks_contradict, "Marks astray", claims=None)
    document.element(document.top, "P", text="Once.").kids.append(77)
    document.pages[0].content.append("/P <</MCID 1>> BDC " + document.pages[0].shown("Twice.") + " EMC")
    document.pages[0].content.append("/P <</MCID 9>> BDC " + document.pages[0].shown("Of nobody.") + " EMC")
    document.pages[0].content.append("/P /Unknown BDC " + document.pages[0].shown("No properties.") + " EMC")
    return document


@trap(TAGGED)
def tags_empty():
    """MarkInfo says that the file is tagged, but the root has no kids and an empty parent tree; the page has marks."""
    document = begun(tags_empty, "Tagged in name", claims=None)
    document.root |= {"K": None, "ParentTree": "<</Nums []>>"}
    return document


@trap(TAGGED)
def suspects():
    """MarkInfo has Suspects true."""
    document = begun(suspects, "Suspects", claims=None)
    document.catalog["MarkInfo"] = "<</Marked true /Suspects true>>"
    return document


@trap(TAGGED)
def not_marked():
    """There is a tree of tags, but MarkInfo says Marked false."""
    document = begun(not_marked, "Not marked", claims=None)
    document.catalog["MarkInfo"] = "<</Marked false>>"
    return document


@trap(TAGGED)
def language_missing():
    """No language in the catalog; one paragraph has its own."""
    document = begun(language_missing, "Which language?", claims=None, language=None)
    document.element(document.top, "P", {"Lang": "(de)"}, text="Ein Absatz.")
    return document


@trap(SOUND)
def language_inside():
    """Languages of elements, and of marks in the content, within a file whose catalog says ja; properties by name."""
    document = begun(language_inside, "Languages", language="ja")
    page = document.pages[0]
    document.element(document.top, "P", {"Lang": "(en-GB)"}, text="English here.")
    paragraph = document.element(document.top, "P", {"Pg": ref(page.number)})
    paragraph.kids.append(len(page.owners))
    page.resources["Properties"] = f"<</M0 <</MCID {len(page.owners)} /Lang (de)>>>>"
    page.owners.append(paragraph)
    page.content.append(f"/P /M0 BDC {page.shown('Deutsch hier.')} EMC")
    return document


@trap(SOUND)
def texts_of_elements():
    """Titles (T), alternative and actual texts, expansions (E), and attributes of the user, which one element shares."""
    document = begun(texts_of_elements, "Texts")
    shared = document.add("<</O /UserProperties /P [<</N (Source) /V (Office)>>]>>")
    document.element(document.top, "P", {"T": text_string("段落"), "A": ref(shared)}, text="One.")
    document.element(document.top, "P", {"A": f"[{ref(shared)} 0 <</O /Layout /TextAlign /Center>> 0]", "R": "0"}, text="Two.")
    paragraph = document.element(document.top, "P", text="In ")
    document.element(paragraph, "Span", {"E": "(fiscal year)"}, text="FY")
    document.element(paragraph, "Span", {"ActualText": text_string("令和6年度")}, text="2024")
    document.catalog["MarkInfo"] = "<</Marked true /UserProperties true>>"
    return document


@trap("joins untagged")
def untagged_with_keys():
    """Untagged, but the page has StructParents 3, and its content marks."""
    document = begun(untagged_with_keys, "Left over", claims=None)
    document.pages[0].entries["StructParents"] = "3"
    document.tagged = False
    return document


@trap("joins untagged; its metadata claims PDF/A-2a and PDF/UA-1 falsely, and no claim survives")
def claims_falsely():
    """Untagged, but its metadata claims PDF/A-2a and PDF/UA-1."""
    document = begun(claims_falsely, "Claims")
    document.tagged = False
    document.language = None
    return document


@trap(TAGGED)
def claims_without_language():
    """Claims PDF/A-2a and PDF/UA-1, and says no language."""
    document = begun(claims_without_language, "No language", language=None)
    document.element(document.top, "P", text="In whichever language.")
    return document


@trap(TAGGED)
def claims_without_alternative():
    """Claims PDF/A-2a and PDF/UA-1, and has a figure without alternative text."""
    document = begun(claims_without_alternative, "No alternative")
    attributes = {"A": "<</O /Layout /BBox [40 300 200 320]>>"}
    document.element(document.top, "Figure", attributes, page=document.pages[0], text="Drawn.")
    return document


@trap(TAGGED)
def claims_with_private_characters():
    """Claims PDF/A-2a and PDF/UA-1; its text is in characters of private use, as bullets of office programs are."""
    document = begun(claims_with_private_characters, "Private characters")
    document.mapping = lambda: document.stream(
        {},
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Private def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        "1 beginbfrange <20> <7E> <F020> endbfrange\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    )
    return document
