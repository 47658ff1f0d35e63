"""Traps in what names and leads: destinations, bookmarks, labels, layers, forms, attachments, threads, actions."""
from pdf import ref, text_string, written
from registry import SOUND, TAGGED, trap
from traps_tags import begun


def place(page, top=500):
    return f"[{ref(page.number)} /XYZ 0 {top} null]"


def linked(document, page, words, action):
    """A link with a text of its own."""
    element = document.element(document.top, "Link", page=page, text=words)
    page.link(element, words, action)


# Destinations


@trap(SOUND)
def destinations_a():
    """Destinations named ch1, 1 and an empty name, in a name tree of two levels; links by string, by action, and to
    another file (GoToR), whose name must stay. destinations-b.pdf has the same names."""
    document = begun(destinations_a, "Chapters of one", pages=2)
    first, second = document.pages
    linked(document, first, "To ch1", {"Dest": "(ch1)"})
    linked(document, first, "To 1", {"A": "<</S /GoTo /D (1)>>"})
    linked(document, first, "Elsewhere", {"A": "<</S /GoToR /F (other.pdf) /D (ch1)>>"})
    linked(document, first, "Elsewhere, page 3", {"A": "<</S /GoToR /F (other.pdf) /D [2 /Fit]>>"})
    document.element(document.top, "P", page=second, text="Chapter 1.")
    low = document.add(f"<</Limits [() (1)] /Names [() {place(first)} (1) <</D {place(second, 400)}>>]>>")
    high = document.add(f"<</Limits [(ch1) (ch1)] /Names [(ch1) {place(second)}]>>")
    tree = document.add(f"<</Kids [{ref(low)} {ref(high)}]>>")
    document.catalog["Names"] = f"<</Dests {ref(tree)}>>"
    return document


@trap(SOUND)
def destinations_b():
    """Destinations named ch1 twice: by name in the catalog's Dests (page 1), by string in the name tree (page 2). Links to
    both, and bookmarks by name."""
    document = begun(destinations_b, "Chapters of another", pages=2)
    first, second = document.pages
    linked(document, first, "To the name", {"Dest": "/ch1"})
    linked(document, first, "To the string", {"Dest": "(ch1)"})
    linked(document, first, "To the name by an action", {"A": "<</S /GoTo /D /ch2>>"})
    document.element(document.top, "P", page=second, text="Chapter 1.")
    document.catalog["Dests"] = f"<</ch1 {place(first, 300)} /ch2 <</D {place(second, 200)}>>>>"
    document.catalog["Names"] = f"<</Dests <</Names [(ch1) {place(second)}]>>>>"
    outlines(document, [("By name", "/Dest /ch1"), ("By string", "/A <</S /GoTo /D (ch1)>>")])
    return document


@trap(TAGGED)
def destinations_broken():
    """Links to names that do not exist, to a page that is not in the page tree, to page number 1 (a number instead of a
    reference), to null; the name tree has a circle and a name without a value."""
    document = begun(destinations_broken, "Nowhere", claims=None)
    page = document.pages[0]
    stray = document.add("<</Type /Page /MediaBox [0 0 100 100]>>")
    for words, action in [
        ("No such name", {"Dest": "(nowhere)"}),
        ("No such page", {"Dest": f"[{ref(stray)} /Fit]"}),
        ("A number", {"Dest": "[0 /Fit]"}),
        ("Nothing", {"Dest": "null"}),
        ("No object", {"A": "<</S /GoTo /D 9999 0 R>>"}),
        ("Named nowhere", {"A": "<</S /GoTo /D (lost)>>"}),
    ]:
        linked(document, page, words, action)
    tree = document.reserve()
    document.objects[tree] = f"<</Names [(lost) [{ref(stray)} /Fit] (half)] /Kids [{ref(tree)}]>>"
    document.catalog["Names"] = f"<</Dests {ref(tree)}>>"
    return document


@trap(TAGGED)
def destination_of_an_element():
    """PDF 2.0: links lead to elements (SD), by an action and by the destination of a bookmark (SE)."""
    document = begun(destination_of_an_element, "To elements", claims=None, pages=2)
    document.version = "2.0"
    target = document.element(document.top, "P", page=document.pages[1], text="The target.")
    action = f"<</S /GoTo /D {place(document.pages[1])} /SD [{ref(target.number)} /Fit]>>"
    linked(document, document.pages[0], "To the element", {"A": action})
    outlines(document, [("The target", f"/Dest {place(document.pages[1])} /SE {ref(target.number)}")])
    return document


# Bookmarks


def outlines(document, items, root=None):
    """Bookmarks of one level: (title, entries)."""
    number = document.reserve()
    numbers = [document.reserve() for _ in items]
    for index, (title, entries) in enumerate(items):
        links = f"/Parent {ref(number)}"
        if index:
            links += f" /Prev {ref(numbers[index - 1])}"
        if index + 1 < len(items):
            links += f" /Next {ref(numbers[index + 1])}"
        document.objects[numbers[index]] = f"<</Title {text_string(title)} {links} {entries}>>"
    document.objects[number] = written(
        {"Type": "/Outlines", "First": ref(numbers[0]), "Last": ref(numbers[-1]), "Count": len(items)} | (root or {})
    )
    document.catalog["Outlines"] = ref(number)
    return numbers


@trap(SOUND)
def outlines_closed():
    """Bookmarks in three levels: closed ones (Count -1, and -2 within), one with an open child; colours; without target."""
    document = begun(outlines_closed, "Closed bookmarks", pages=2)
    first, second = document.pages
    document.element(document.top, "P", page=second, text="Second page.")
    top, one, two, inner, other = [document.reserve() for _ in range(5)]
    document.objects[top] = f"<</Type /Outlines /First {ref(one)} /Last {ref(other)} /Count 2>>"
    document.objects[one] = (
        f"<</Title (Closed) /Parent {ref(top)} /Next {ref(other)} /First {ref(two)} /Last {ref(two)} /Count -1"
        f" /Dest {place(first)} /C [1 0 0] /F 2>>"
    )
    document.objects[two] = (
        f"<</Title (Within) /Parent {ref(one)} /First {ref(inner)} /Last {ref(inner)} /Count -1 /Dest {place(second)}>>"
    )
    document.objects[inner] = f"<</Title (Within within) /Parent {ref(two)} /A <</S /GoTo /D {place(second)}>>>>"
    document.objects[other] = f"<</Title {text_string('第2章')} /Parent {ref(top)} /Prev {ref(one)}>>"
    document.catalog["Outlines"] = ref(top)
    return document


@trap(SOUND)
def outlines_empty():
    """The dictionary of bookmarks has none, as many programs write it."""
    document = begun(outlines_empty, "No bookmarks")
    document.catalog["Outlines"] = ref(document.add("<</Type /Outlines /Count 0>>"))
    return document


@trap(TAGGED)
def outlines_in_a_circle():
    """The second bookmark's Next is the first, and the first one is its own child."""
    document = begun(outlines_in_a_circle, "Round and round", claims=None)
    one, two = outlines(document, [("One", f"/Dest {place(document.pages[0])}"), ("Two", "")])
    outline = document.catalog["Outlines"]
    destination = place(document.pages[0])
    document.objects[one] = (
        f"<</Title (One) /Parent {outline} /Next {ref(two)} /First {ref(one)} /Last {ref(one)} /Count 1 /Dest {destination}>>"
    )
    document.objects[two] = f"<</Title (Two) /Parent {outline} /Prev {ref(one)} /Next {ref(one)} /Dest {destination}>>"
    return document


@trap(TAGGED)
def outlines_broken():
    """Last is missing, Count is too great, a bookmark has no title, and Next of the second is no object."""
    document = begun(outlines_broken, "Broken bookmarks", claims=None)
    one, two = outlines(document, [("One", ""), ("Two", "")], {"Last": None, "Count": "900000"})
    outline = document.catalog["Outlines"]
    document.objects[one] = f"<</Parent {outline} /Next {ref(two)} /Count (many) /Dest (nowhere)>>"
    document.objects[two] = f"<</Title (Two) /Parent 1 0 R /Prev {ref(one)} /Next 9999 0 R>>"
    return document


# Page labels


@trap(SOUND)
def labels_roman():
    """Four pages labelled i, ii, A-1, A-2, by a number tree of two levels."""
    document = begun(labels_roman, "Labels", pages=4)
    for page in document.pages[1:]:
        document.element(document.top, "P", page=page, text="A page.")
    low = document.add("<</Limits [0 0] /Nums [0 <</S /r>>]>>")
    high = document.add("<</Limits [2 2] /Nums [2 <</S /D /P (A-) /St 1>>]>>")
    document.catalog["PageLabels"] = f"<</Kids [{ref(low)} {ref(high)}]>>"
    return document


@trap(SOUND)
def labels_missing():
    """Two pages without labels: 1 and 2."""
    document = begun(labels_missing, "No labels", pages=2)
    document.element(document.top, "P", page=document.pages[1], text="A page.")
    return document


@trap(TAGGED)
def labels_without_zero():
    """Three pages; labels begin at the second page, one is beyond the last page, one below zero, one has no style."""
    document = begun(labels_without_zero, "Labels from page 2", pages=3, claims=None)
    document.catalog["PageLabels"] = "<</Nums [-1 <</S /D>> 1 <</S /A /St 27>> 2 <</P (Annex)>> 9 <</S /R>>]>>"
    return document


# Layers


def layers(document, suffix, names, state):
    """Layers and a page that uses them: in content, by a drawing, by an annotation, by a membership."""
    groups = [document.add(f"<</Type /OCG /Name {text_string(name)} /Usage <</Print <</PrintState /ON>>>>>>") for name in names]
    page = document.pages[0]
    member = document.add(f"<</Type /OCMD /OCGs [{' '.join(map(ref, groups))}] /P /AnyOn>>")
    drawing = document.stream(
        {"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 50 50]", "OC": ref(groups[1])}, "0.5 g 0 0 50 50 re f"
    )
    page.resources["Properties"] = f"<</L0 {ref(groups[0])} /L1 {ref(member)}>>"
    page.resources["XObject"] = f"<</D {ref(drawing)}>>"
    paragraph = document.element(document.top, "P")
    page.content.append("/OC /L0 BDC")
    page.mark(paragraph, f"On a layer {suffix}.")
    page.content.append("EMC")
    page.artifact("/OC /L1 BDC 0.7 g 40 100 50 50 re f EMC q 1 0 0 1 120 100 cm /D Do Q")
    everything = " ".join(map(ref, groups))
    document.catalog["OCProperties"] = written({"OCGs": f"[{everything}]", "D": written(state(groups))})
    return groups


@trap(SOUND)
def layers_a():
    """Layers Map and Notes: both on, Notes locked; a membership (OCMD), a drawing, content. layers-b.pdf has layers of the
    same names."""
    document = begun(layers_a, "Layers of one")

    def state(groups):
        return {"Name": "(Default)", "Order": f"[{' '.join(map(ref, groups))}]", "Locked": f"[{ref(groups[1])}]", "RBGroups": "[]"}

    layers(document, "of one", ["Map", "Notes"], state)
    return document


@trap(SOUND)
def layers_b():
    """Layers Map (on) and Notes (hidden by OFF); a nested order with a label; a radio group; another configuration, whose
    BaseState is OFF."""
    document = begun(layers_b, "Layers of another")

    def state(groups):
        return {
            "Name": "(Default)",
            "BaseState": "/ON",
            "OFF": f"[{ref(groups[1])}]",
            "Order": f"[[(Maps) {ref(groups[0])}] {ref(groups[1])}]",
            "RBGroups": f"[[{ref(groups[0])} {ref(groups[1])}]]",
        }

    groups = layers(document, "of another", ["Map", "Notes"], state)
    other = {"Name": "(For print)", "BaseState": "/OFF", "ON": f"[{ref(groups[1])}]", "Order": f"[{' '.join(map(ref, groups))}]"}
    document.catalog["OCProperties"] = document.catalog["OCProperties"][:-2] + f"/Configs [{written(other)}] >>"
    return document


@trap(TAGGED)
def layers_off_by_default():
    """BaseState OFF, with one layer on; a layer that no list names; automatic states (AS); Order names no object."""
    document = begun(layers_off_by_default, "Hidden layers", claims=None)

    def state(groups):
        automatic = f"[<</Event /Print /Category [/Print] /OCGs [{ref(groups[0])}]>>]"
        return {"BaseState": "/OFF", "ON": f"[{ref(groups[0])}]", "Order": f"[9999 0 R {ref(groups[0])}]", "AS": automatic}

    groups = layers(document, "off", ["Map", "Hidden"], state)
    stray = document.add("<</Type /OCG /Name (Stray)>>")
    document.pages[0].resources["Properties"] = f"<</L0 {ref(groups[0])} /L1 {ref(stray)}>>"
    return document


# Forms to fill in


def field(document, page, words, entries):
    """A field that is its own widget, in an element Form."""
    element = document.element(document.top, "Form")
    line = page.line
    page.line -= 30
    appearance = document.stream({"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 200 18]"}, "/Tx BMC EMC")
    common = {"Subtype": "/Widget", "Rect": f"[40 {line} 240 {line + 18}]", "F": "4", "TU": text_string(words)}
    return page.annotate(element, common | {"AP": f"<</N {ref(appearance)}>>"} | entries)


def address_field(document, page, city, appearance):
    """A field without widget, whose kid is the city."""
    parent = document.reserve()
    kid = field(document, page, "City", {"Parent": ref(parent), "T": "(city)", "V": f"({city})"})
    document.objects[parent] = f"<</FT /Tx /T (address) /DA ({appearance}) /Kids [{ref(kid)}]>>"
    return parent


@trap(SOUND)
def fields_a():
    """Form fields named name and address.city; the second is a kid of a field without widget. fields-b.pdf has the same
    names with other values."""
    document = begun(fields_a, "A form of one")
    page = document.pages[0]
    name = field(document, page, "Name", {"FT": "/Tx", "T": "(name)", "V": "(Sato)", "DA": "(/F1 12 Tf 0 g)"})
    parent = address_field(document, page, "Kobe", "/F1 12 Tf 0 g")
    document.catalog["AcroForm"] = (
        f"<</Fields [{ref(name)} {ref(parent)}] /DR <</Font <</F1 {ref(document.font)}>>>> /DA (/F1 12 Tf 0 g)"
        f" /CO [{ref(name)}]>>"
    )
    return document


@trap(SOUND)
def fields_b():
    """Form fields named name (with two widgets, on two pages) and address.city, as in fields-a.pdf; other fonts in DR."""
    document = begun(fields_b, "A form of another", pages=2)
    first, second = document.pages
    parent, address = document.reserve(), document.reserve()
    one = field(document, first, "Name", {"Parent": ref(parent)})
    two = field(document, second, "Name again", {"Parent": ref(parent)})
    city = field(document, second, "City", {"Parent": ref(address), "T": "(city)", "FT": "/Tx"})
    document.objects[parent] = f"<</FT /Tx /T (name) /TU (Name) /V (Suzuki) /DA (/Other 10 Tf 0 g) /Kids [{ref(one)} {ref(two)}]>>"
    document.objects[address] = f"<</T (address) /Kids [{ref(city)}]>>"
    document.catalog["AcroForm"] = (
        f"<</Fields [{ref(parent)} {ref(address)}] /DR <</Font <</Other {ref(document.font)}>>>> /DA (/Other 10 Tf 0 g)>>"
    )
    return document


@trap(SOUND)
def fields_fonts():
    """A form field as in fields-a.pdf, whose font F1 in DR is another one than there, named once more as F2; DA of the form,
    of a field and of a widget."""
    document = begun(fields_fonts, "A form of its own fonts")
    page = document.pages[0]
    other = document.add(document.font_body("Abe", tag="LATOTH"))
    name = field(document, page, "Name", {"FT": "/Tx", "T": "(name)", "V": "(Abe)", "DA": "(0 g /F1 12 Tf)"})
    parent = address_field(document, page, "Nara", "/F2 9 Tf 0 g")
    document.catalog["AcroForm"] = (
        f"<</Fields [{ref(name)} {ref(parent)}] /DR <</Font <</F1 {ref(other)} /F2 {ref(document.font)}>>>> /DA (/F1 0 Tf 0 g)>>"
    )
    return document


@trap(TAGGED)
def fields_broken():
    """A field that no list names, one that is its own parent, one without a name; Fields names no object; a button that
    submits; NeedAppearances."""
    document = begun(fields_broken, "A broken form", claims=None)
    page = document.pages[0]
    field(document, page, "Not listed", {"FT": "/Tx", "T": "(stray)"})
    circle = field(document, page, "Circle", {"FT": "/Tx", "T": "(circle)"})
    document.objects[circle] = document.objects[circle][:-2] + f"/Parent {ref(circle)} /Kids [{ref(circle)}] >>"
    unnamed = field(document, page, "No name", {"FT": "/Ch", "Opt": "[(a) (b)]"})
    button = field(
        document, page, "Send", {"FT": "/Btn", "Ff": "65536", "T": "(send)", "A": "<</S /SubmitForm /F (https://example.org/)>>"}
    )
    document.catalog["AcroForm"] = (
        f"<</Fields [{ref(circle)} {ref(unnamed)} {ref(button)} 9999 0 R null] /NeedAppearances true>>"
    )
    return document


# Attachments and threads


def attached(document, name, content, description):
    file = document.stream(
        {"Type": "/EmbeddedFile", "Subtype": "/text#2Fcsv", "Params": f"<</Size {len(content)} /ModDate (D:20260101000000Z)>>"},
        content,
    )
    return document.add(
        f"<</Type /Filespec /F ({name}) /UF ({name}) /Desc ({description}) /AFRelationship /Data /EF <</F {ref(file)} /UF {ref(file)}>>>>"
    )


@trap("joins; stays PDF/A-3a and PDF/UA-1; both attachments stay")
def attachments_a():
    """PDF/A-3a with two attachments, data.csv of the document (AF in the catalog) and cost.csv of a table (AF in an element)."""
    document = begun(attachments_a, "Data of one", claims=("3", "A", "1"))
    whole = attached(document, "data.csv", "hall,cost\nNorth,120\n", "All data")
    part = attached(document, "cost.csv", "cost\n120\n", "Data of the table")
    document.table(document.top, [["Hall", "Cost"], ["North", "120"]])
    next(element for element in document.tree.values() if element.role == "Table").entries["AF"] = f"[{ref(part)}]"
    document.catalog["AF"] = f"[{ref(whole)}]"
    document.catalog["Names"] = f"<</EmbeddedFiles <</Names [(cost.csv) {ref(part)} (data.csv) {ref(whole)}]>>>>"
    return document


@trap("joins; stays PDF/A-3a and PDF/UA-1; both attachments stay")
def attachments_b():
    """PDF/A-3a with another data.csv; one attachment that only AF of a page names; a collection is shown first."""
    document = begun(attachments_b, "Data of another", claims=("3", "A", "1"))
    whole = attached(document, "data.csv", "pool,depth\nSouth,2\n", "All data of another")
    page = attached(document, "page.csv", "page\n1\n", "Data of the page")
    document.pages[0].entries["AF"] = f"[{ref(page)}]"
    document.catalog["AF"] = f"[{ref(whole)}]"
    document.catalog["Names"] = f"<</EmbeddedFiles <</Names [(data.csv) {ref(whole)}]>>>>"
    document.catalog["Collection"] = "<</View /H>>"
    return document


@trap(TAGGED)
def attachment_on_a_page():
    """An annotation is an attachment (FileAttachment); another plays a sound; a file specification without a file."""
    document = begun(attachment_on_a_page, "Pinned", claims=None)
    page = document.pages[0]
    file = attached(document, "pinned.csv", "a\n1\n", "Pinned to the page")
    element = document.element(document.top, "Annot")
    page.annotate(element, {"Subtype": "/FileAttachment", "Rect": "[40 40 60 60]", "FS": ref(file), "Contents": "(A file)"})
    document.catalog["Names"] = "<</EmbeddedFiles <</Names [(gone.csv) <</Type /Filespec /F (gone.csv)>>]>>>>"
    return document


@trap(SOUND)
def threads():
    """An article thread over two pages: Threads in the catalog, beads in a circle, B of the pages."""
    document = begun(threads, "An article", pages=2)
    document.element(document.top, "P", page=document.pages[1], text="It goes on here.")
    thread, one, two = [document.reserve() for _ in range(3)]
    numbers = [page.number for page in document.pages]
    document.objects[thread] = f"<</Type /Thread /F {ref(one)} /I <</Title (The article)>>>>"
    document.objects[one] = (
        f"<</Type /Bead /T {ref(thread)} /N {ref(two)} /V {ref(two)} /P {ref(numbers[0])} /R [40 40 380 550]>>"
    )
    document.objects[two] = f"<</Type /Bead /N {ref(one)} /V {ref(one)} /P {ref(numbers[1])} /R [40 40 380 550]>>"
    document.pages[0].entries["B"], document.pages[1].entries["B"] = f"[{ref(one)}]", f"[{ref(two)}]"
    document.catalog["Threads"] = f"[{ref(thread)}]"
    return document


@trap(TAGGED)
def claims_with_attachment():
    """Claims PDF/A-2a and PDF/UA-1, and has a table attached, which only PDF/A-3 allows."""
    document = begun(claims_with_attachment, "An attachment")
    whole = attached(document, "data.csv", "hall,cost\nNorth,120\n", "All data")
    document.catalog["AF"] = f"[{ref(whole)}]"
    document.catalog["Names"] = f"<</EmbeddedFiles <</Names [(data.csv) {ref(whole)}]>>>>"
    return document


# Actions


@trap(SOUND)
def opens_on_page_two():
    """OpenAction leads to the second page, by a destination; the catalog sets page mode and layout."""
    document = begun(opens_on_page_two, "Opens on page 2", pages=2)
    document.element(document.top, "P", page=document.pages[1], text="Here.")
    document.catalog["OpenAction"] = place(document.pages[1])
    document.catalog |= {"PageMode": "/UseOutlines", "PageLayout": "/TwoColumnLeft"}
    return document


@trap("joins with its tags; the actions are left out, or it is refused")
def actions_of_pages():
    """Actions of pages (AA: on opening, on closing), a transition and a duration, launching a program, a named action."""
    document = begun(actions_of_pages, "Actions", claims=None)
    page = document.pages[0]
    page.entries |= {"AA": f"<</O <</S /GoTo /D {place(page)}>> /C <</S /JavaScript /JS (1;)>>>>", "Trans": "<</S /Wipe>>", "Dur": "5"}
    linked(document, page, "Launches", {"A": "<</S /Launch /F (program)>>"})
    linked(document, page, "Next page", {"A": f"<</S /Named /N /NextPage /Next <</S /GoTo /D {place(page)}>>>>"})
    document.catalog["AA"] = "<</WC <</S /JavaScript /JS (1;)>>>>"
    return document


@trap("refused: JavaScript")
def javascript():
    """JavaScript that runs on opening: OpenAction, and the name tree of scripts."""
    document = begun(javascript, "Scripts", claims=None)
    document.catalog["OpenAction"] = "<</S /JavaScript /JS (app.alert\\(1\\);)>>"
    document.catalog["Names"] = "<</JavaScript <</Names [(start) <</S /JavaScript /JS (app.alert\\(2\\);)>>]>>>>"
    return document


@trap("refused: XFA")
def xfa():
    """An XFA form: the page says that the program is too old, the real form is in XML."""
    document = begun(xfa, "Please wait", claims=None)
    stream = document.stream({}, "<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>")
    document.catalog |= {"AcroForm": f"<</Fields [] /XFA {ref(stream)}>>", "NeedsRendering": "true"}
    return document


@trap("refused: signed, unless that is allowed; then it joins and the signature is left out")
def signed():
    """A digital signature (its bytes are zeros), SigFlags 3, certification (Perms), document security store (DSS)."""
    document = begun(signed, "Signed", claims=None)
    signature = document.add(
        f"<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 100 200 100] /Contents <{'00' * 64}>"
        " /Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams <</Type /TransformParams /P 2 /V /1.2>>>>]>>"
    )
    widget = field(document, document.pages[0], "Signature", {"FT": "/Sig", "T": "(sig)", "V": ref(signature)})
    document.catalog |= {
        "AcroForm": f"<</Fields [{ref(widget)}] /SigFlags 3>>",
        "Perms": f"<</DocMDP {ref(signature)}>>",
        "DSS": "<</Certs []>>",
    }
    return document


@trap("joins with its tags; nothing is signed yet")
def signature_field_empty():
    """A field for a signature that nobody has signed."""
    document = begun(signature_field_empty, "To be signed", claims=None)
    widget = field(document, document.pages[0], "Signature", {"FT": "/Sig", "T": "(sig)"})
    document.catalog["AcroForm"] = f"<</Fields [{ref(widget)}] /SigFlags 1>>"
    return document


# Annotations


@trap(TAGGED)
def annotations():
    """A comment with its pop-up and a reply, a highlight, a stamp with an appearance, a redaction; links with areas."""
    document = begun(annotations, "Annotated", claims=None)
    page = document.pages[0]
    element = document.element(document.top, "Annot")
    note = page.annotate(element, {"Subtype": "/Text", "Rect": "[300 500 320 520]", "Contents": "(Why?)", "T": "(Reviewer)"})
    popup = document.add(f"<</Type /Annot /Subtype /Popup /Rect [320 400 400 500] /Parent {ref(note)} /P {ref(page.number)}>>")
    document.objects[note] = document.objects[note][:-2] + f"/Popup {ref(popup)} >>"
    page.annotations.append(popup)
    page.annotate(element, {"Subtype": "/Text", "Rect": "[300 470 320 490]", "Contents": "(Because.)", "IRT": ref(note), "RT": "/R"})
    page.annotate(element, {"Subtype": "/Highlight", "Rect": "[40 500 140 520]", "QuadPoints": "[40 520 140 520 40 500 140 500]", "C": "[1 1 0]"})
    look = document.stream({"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 80 30]"}, "1 0 0 RG 2 w 1 1 78 28 re S")
    page.annotate(element, {"Subtype": "/Stamp", "Rect": "[320 40 400 70]", "AP": f"<</N {ref(look)}>>", "F": "4", "Contents": "(Approved)"})
    page.annotate(element, {"Subtype": "/Redact", "Rect": "[40 60 140 80]", "Contents": "(Hidden later)"})
    return document


@trap(TAGGED)
def annotation_on_two_pages():
    """One array of annotations for two pages, an annotation without Subtype, null and no object among the annotations."""
    document = begun(annotation_on_two_pages, "Shared", claims=None, pages=2)
    first, second = document.pages
    linked(document, first, "A link", {"A": "<</S /URI /URI (https://example.org/)>>"})
    strange = document.add("<</Type /Annot /Rect [0 0 10 10]>>")
    shared = document.add(f"[{ref(first.annotations[0])} {ref(strange)} null 9999 0 R 5]")
    first.entries["Annots"] = second.entries["Annots"] = ref(shared)
    return document
