//! What a screen reader says of the joined file is what it says of the parts, in their order, each in its language.

use std::collections::{BTreeMap, BTreeSet};

use nenpo::pdf::soundness::{self, Kind};
use nenpo::pdf::{Element, Node, TaggedPdf, Target};

use super::corpus::{self, Expected, Holds};
use super::pdf::Pdf;
use super::{LANGUAGE_OF_SILENT_PARTS, among_others, bytes, join, title};

/// What is said at a place of the tree.
#[derive(Debug, Clone, PartialEq)]
enum Said {
    Element {
        role: String,
        alt: Option<String>,
        actual: Option<String>,
        attributes: BTreeMap<String, String>,
        /// The texts of the cells that its `Headers` name.
        headers: Vec<String>,
    },
    Text {
        text: String,
        language: String,
        page: usize,
    },
    Annotation {
        kind: String,
        contents: Option<String>,
        target: Option<Target>,
    },
}

/// What is said of a part: `before` pages precede it in the file that it is read from.
fn said(elements: &[&Element], loose: &[Node], language: &str, before: usize) -> Vec<Said> {
    let mut cells = BTreeMap::new();
    for element in elements {
        for cell in element.descendants() {
            if let Some(identifier) = &cell.identifier {
                cells.entry(identifier.clone()).or_insert_with(|| cell.text());
            }
        }
    }
    let mut said = Vec::new();
    let nodes: Vec<Node> = if loose.is_empty() {
        elements.iter().map(|element| Node::Element((*element).clone())).collect()
    } else {
        loose.to_vec()
    };
    say(&nodes, language, before, &cells, &mut said);
    said
}

fn say(nodes: &[Node], language: &str, before: usize, cells: &BTreeMap<String, String>, said: &mut Vec<Said>) {
    for node in nodes {
        match node {
            Node::Element(element) => {
                let header = |name: &String| cells.get(name).cloned().unwrap_or_else(|| format!("no cell {name}"));
                said.push(Said::Element {
                    role: element.standard_role.clone(),
                    alt: element.alt.clone(),
                    actual: element.actual_text.clone(),
                    attributes: element.attributes.clone(),
                    headers: element.headers.iter().map(header).collect(),
                });
                let language = element.language.as_deref().unwrap_or(language);
                say(&element.children, language, before, cells, said);
            }
            Node::Text(text) => said.push(Said::Text {
                text: text.text.clone(),
                language: text.language.clone().unwrap_or_else(|| language.to_owned()),
                page: text.page - before,
            }),
            Node::Annotation(annotation) => said.push(Said::Annotation {
                kind: annotation.kind.clone(),
                contents: annotation.contents.clone(),
                target: annotation.target.clone().map(|target| match target {
                    Target::Page(page) => Target::Page(page - before),
                    // A name that leads nowhere may be another one.
                    Target::Nowhere(_) => Target::Nowhere(String::new()),
                    other => other,
                }),
            }),
        }
    }
}

/// What is said of a file by itself, without its Document.
fn said_alone(name: &str) -> Vec<Said> {
    let pdf = TaggedPdf::read(&bytes(name)).unwrap();
    let language = pdf.language().unwrap_or_else(|| LANGUAGE_OF_SILENT_PARTS.to_owned());
    let root = pdf.tags();
    match root.children.as_slice() {
        [Node::Element(whole)] if whole.role == "Document" => {
            let language = whole.language.clone().unwrap_or(language);
            said(&[whole], &whole.children, &language, 0)
        }
        nodes => said(&root.elements().collect::<Vec<_>>(), nodes, &language, 0),
    }
}

/// The parts of a joined file's tags, each below one Document.
fn parts_of(pdf: &TaggedPdf) -> Vec<&Element> {
    let [Node::Element(document)] = pdf.tags().children.as_slice() else { panic!("no Document") };
    assert_eq!(document.standard_role, "Document");
    document.elements().collect()
}

#[test]
fn everything_is_said_in_order_and_in_its_language() {
    // The reader follows an element that contains itself to its limit.
    for name in corpus::tagged().filter(|name| *name != "tags-in-a-circle") {
        let joined = among_others(name);
        let pdf = TaggedPdf::read(&joined.bytes).unwrap();
        let parts = parts_of(&pdf);
        assert_eq!(parts.len(), joined.parts.len(), "{name}");
        let mut before = 0;
        for (part, own) in parts.into_iter().zip(&joined.parts) {
            assert_eq!(part.standard_role, "Part", "{name}");
            let language = part.language.clone().unwrap();
            let expected = said_alone(own);
            let found = said(&[part], &part.children, &language, before);
            for (found, expected) in found.iter().zip(&expected) {
                assert_eq!(found, expected, "{own} in {name}");
            }
            assert_eq!(found.len(), expected.len(), "{own} in {name}");
            before += Pdf::read(&bytes(own)).pages.len();
        }
    }
}

/// The walk over tags, content, identifiers and links finds nothing that is not in a part already.
#[test]
fn joining_plants_no_contradictions() {
    let kinds = |bytes: &[u8]| -> BTreeSet<Kind> {
        let pdf = TaggedPdf::read(bytes).unwrap();
        soundness::findings(&pdf).into_iter().map(|finding| finding.kind).collect()
    };
    for name in corpus::tagged() {
        let joined = among_others(name);
        let mut known: BTreeSet<Kind> = joined.parts.iter().flat_map(|part| kinds(&bytes(part))).collect();
        // The bookmark of a part is the title of its material, which is not a heading of it.
        known.insert(Kind::BookmarkWithoutHeading);
        // Whether the content is there is not known without reading it.
        if known.contains(&Kind::MissingMark) {
            known.insert(Kind::ParentTreeForeign);
        }
        let new: Vec<Kind> = kinds(&joined.bytes).difference(&known).copied().collect();
        assert_eq!(new, [], "{name}: {:?}", soundness::findings(&TaggedPdf::read(&joined.bytes).unwrap()));
    }
}

/// A part that veraPDF passes stays without contradictions, also among parts that are not tagged.
#[test]
fn untagged_parts_spoil_nothing() {
    for name in corpus::joining().filter(|name| !corpus::tagged().any(|tagged| tagged == *name)) {
        let joined = among_others(name);
        let pdf = TaggedPdf::read(&joined.bytes).unwrap();
        let parts = parts_of(&pdf);
        assert_eq!(parts.len(), 4, "{name}");
        let own = said(&[parts[0]], &parts[0].children, "en", 0);
        assert_eq!(own, said_alone("identifiers-a"), "{name}");
        let before = 1 + 2 * Pdf::read(&bytes(name)).pages.len();
        assert_eq!(said(&[parts[3]], &parts[3].children, "en", before), said_alone("roles-b"), "{name}");
        let known = match name {
            // Its content has marks that nobody owns, whatever is around them.
            "claims-falsely"
            | "information-missing"
            | "not-marked"
            | "thumbnails-and-pieces"
            | "untagged-with-keys" => {
                vec![Kind::MarkInMark, Kind::UnownedMark]
            }
            _ => vec![Kind::SilentLink, Kind::UntaggedLink],
        };
        let found = soundness::findings(&pdf)
            .into_iter()
            .filter(|finding| finding.kind != Kind::BookmarkWithoutHeading && !known.contains(&finding.kind));
        assert_eq!(found.collect::<Vec<_>>(), [], "{name}");
    }
}

#[test]
fn each_part_says_its_title_and_language() {
    let joined =
        join(&["language-inside", "identifiers-a", "language-missing", "latex-hyperref", "information-missing"]);
    let pdf = TaggedPdf::read(&joined.bytes).unwrap();
    let languages: Vec<Option<&str>> = parts_of(&pdf).into_iter().map(|part| part.language.as_deref()).collect();
    let silent = Some(LANGUAGE_OF_SILENT_PARTS);
    assert_eq!(languages, [Some("ja"), Some("en"), silent, Some("en-GB"), silent]);
    let raw = Pdf::read(&joined.bytes);
    let parts = raw.document.objects.values().filter_map(|object| object.as_dict().ok());
    let titles: BTreeSet<String> =
        parts.filter(|part| raw.name(part, "S") == "Part" && part.has(b"T")).map(|part| raw.text(part, "T")).collect();
    assert_eq!(titles, (0..5).map(title).collect::<BTreeSet<_>>());
}

/// One file maps Note0 to P, another to Note; a third one maps P itself.
#[test]
fn roles_of_one_name_keep_their_meanings() {
    let pdf = TaggedPdf::read(&join(&["roles-a", "roles-b", "roles-in-a-circle", "roles-a"]).bytes).unwrap();
    let parts = parts_of(&pdf);
    let roles = |part: usize| -> Vec<&str> {
        parts[part].descendants().into_iter().map(|element| element.standard_role.as_str()).collect()
    };
    assert_eq!(roles(0), ["H1", "Sect", "P", "P"]);
    assert_eq!(roles(1), ["H1", "Div", "Note", "P"]);
    assert_eq!(roles(3), roles(0));
    assert_eq!(roles(2)[2], "Span");
}

/// One file's class Money sets text to the end, another's sets spaces.
#[test]
fn classes_of_one_name_keep_their_attributes() {
    let classes = |bytes: &[u8]| -> Vec<String> {
        let pdf = Pdf::read(bytes);
        let root = pdf.dictionary(pdf.catalog(), "StructTreeRoot").unwrap();
        let map = pdf.dictionary(root, "ClassMap").unwrap();
        let mut elements: Vec<_> = pdf.document.objects.values().filter_map(|object| object.as_dict().ok()).collect();
        elements.retain(|element| pdf.name(element, "Type") == "StructElem" && element.has(b"C"));
        let attributes = |element: &lopdf::Dictionary| {
            let classes = match pdf.get(element, "C") {
                lopdf::Object::Array(classes) => classes.clone(),
                one => vec![one.clone()],
            };
            let names = classes.iter().filter_map(|class| class.as_name().ok());
            names.map(|name| format!("{:?}", pdf.resolved(map.get(name).unwrap()))).collect::<Vec<_>>().join(" ")
        };
        let mut attributes: Vec<String> = elements.into_iter().map(attributes).collect();
        attributes.sort();
        attributes
    };
    let mut expected =
        [classes(&bytes("classes-a")), classes(&bytes("classes-b")), classes(&bytes("classes-a"))].concat();
    expected.sort();
    assert_eq!(classes(&join(&["classes-a", "classes-b", "classes-a"]).bytes), expected);
}

#[test]
fn identifiers_are_different_and_in_their_tree() {
    let joined =
        join(&["identifiers-a", "identifiers-b", "identifiers-a", "identifiers-without-tree", "chromium-tagged"]);
    let pdf = TaggedPdf::read(&joined.bytes).unwrap();
    let all: Vec<String> =
        pdf.tags().descendants().into_iter().filter_map(|element| element.identifier.clone()).collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
    let raw = Pdf::read(&joined.bytes);
    let root = raw.dictionary(raw.catalog(), "StructTreeRoot").unwrap();
    let tree = raw.dictionary(root, "IDTree").unwrap();
    let keys: Vec<&[u8]> = raw.entries(tree, "Names").into_iter().map(|(key, _)| key.as_str().unwrap()).collect();
    assert!(keys.is_sorted_by(|one, other| one < other));
    assert_eq!(keys.len(), all.len());
}

/// Every key of pages, annotations and drawings is in the parent tree once, and the next key is free.
#[test]
fn keys_of_the_parent_tree_are_different() {
    for name in corpus::tagged() {
        let pdf = Pdf::read(&among_others(name).bytes);
        let root = pdf.dictionary(pdf.catalog(), "StructTreeRoot").unwrap();
        let tree = pdf.dictionary(root, "ParentTree").unwrap();
        let keys: Vec<i64> = pdf.entries(tree, "Nums").into_iter().map(|(key, _)| key.as_i64().unwrap()).collect();
        assert!(keys.is_sorted_by(|one, other| one < other), "{name}: {keys:?}");
        let next = pdf.get(root, "ParentTreeNextKey").as_i64().unwrap();
        assert!(keys.iter().all(|key| (0..next).contains(key)), "{name}");
        let mut used = BTreeSet::new();
        for object in pdf.document.objects.values() {
            let Some(dictionary) = object.as_dict().ok().or_else(|| object.as_stream().ok().map(|stream| &stream.dict))
            else {
                continue;
            };
            for key in ["StructParent", "StructParents"] {
                if let Ok(key) = pdf.get(dictionary, key).as_i64() {
                    assert!(used.insert(key), "{name}: {key} twice");
                    assert!(keys.contains(&key), "{name}: {key}");
                }
            }
        }
    }
}

/// The mark of a form XObject leads to its element by the key of the form itself.
#[test]
fn marks_of_drawings_lead_to_their_elements() {
    let pdf = Pdf::read(&join(&["identifiers-a", "form-with-marks", "form-with-marks"]).bytes);
    let root = pdf.dictionary(pdf.catalog(), "StructTreeRoot").unwrap();
    let tree: BTreeMap<i64, &lopdf::Object> = pdf
        .entries(pdf.dictionary(root, "ParentTree").unwrap(), "Nums")
        .into_iter()
        .map(|(key, value)| (key.as_i64().unwrap(), pdf.resolved(value)))
        .collect();
    let mut found = (0, 0);
    for (id, object) in &pdf.document.objects {
        let Ok(stream) = object.as_stream() else { continue };
        if let Ok(key) = pdf.get(&stream.dict, "StructParents").as_i64() {
            let owner = pdf.resolved(&tree[&key].as_array().unwrap()[0]).as_dict().unwrap();
            let kids = format!("{:?}", pdf.get(owner, "K"));
            assert!(kids.contains(&format!("{} {} R", id.0, id.1)), "{kids}");
            found.0 += 1;
        }
        if let Ok(key) = pdf.get(&stream.dict, "StructParent").as_i64() {
            assert_eq!(pdf.name(tree[&key].as_dict().unwrap(), "S"), "Figure");
            found.1 += 1;
        }
    }
    assert_eq!(found, (2, 2));
}

#[test]
fn namespaces_keep_their_mappings() {
    let pdf = Pdf::read(&join(&["identifiers-a", "namespaces", "namespaces"]).bytes);
    let root = pdf.dictionary(pdf.catalog(), "StructTreeRoot").unwrap();
    let known = pdf.array(root, "Namespaces");
    let elements = pdf.document.objects.values().filter_map(|object| object.as_dict().ok());
    let mut named = 0;
    for element in elements.filter(|element| element.has(b"NS") && pdf.name(element, "Type") == "StructElem") {
        assert!(known.contains(element.get(b"NS").unwrap()));
        let namespace = pdf.dictionary(element, "NS").unwrap();
        if pdf.text(namespace, "NS") == "https://example.org/office" {
            assert_eq!(pdf.dictionary(namespace, "RoleMapNS").unwrap().len(), 2);
            named += 1;
        }
    }
    assert_eq!(named, 4);
}

/// The claim of a part is not that of the packet.
#[test]
fn a_packet_claims_only_what_it_is_told_to() {
    for name in ["claims-falsely", "word-like-3a-ua1", "ghostscript-2b", "identifiers-a"] {
        let claims = TaggedPdf::read(&join(&["identifiers-a", name]).bytes).unwrap().claims();
        assert_eq!((claims.pdf_a, claims.pdf_ua), (None, None), "{name}");
    }
}

/// The files that stay PDF/A-2a and PDF/UA-1 have nothing against them after joining, all in one.
#[test]
fn all_sound_files_in_one_are_sound() {
    let sound = corpus::all().filter(|(_, expected)| matches!(expected, Expected::Tagged(Holds::Both)));
    let names: Vec<&str> = sound.map(|(name, _)| name).collect();
    let pdf = TaggedPdf::read(&join(&names).bytes).unwrap();
    let known: BTreeSet<Kind> = names
        .iter()
        .flat_map(|name| soundness::findings(&TaggedPdf::read(&bytes(name)).unwrap()))
        .map(|finding| finding.kind)
        .chain([Kind::BookmarkWithoutHeading])
        .collect();
    let found = soundness::findings(&pdf).into_iter().filter(|finding| !known.contains(&finding.kind));
    assert_eq!(found.collect::<Vec<_>>(), []);
}
