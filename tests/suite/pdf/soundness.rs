//! What contradicts itself in a PDF is found: nothing in ours, and every problem that is planted.

use std::collections::BTreeSet;
use std::fs;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use nenpo::pdf::TaggedPdf;
use nenpo::pdf::soundness::{self, Kind};

use super::samples::{self, Sample};
use crate::support::repository;

/// The document that problems are planted in: one with links, bookmarks, tables and figures.
fn good() -> Document {
    Document::load_mem(&samples::bytes("medical-rd-fy2022-report-en")).unwrap()
}

fn findings(document: &mut Document) -> Vec<soundness::Finding> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    soundness::findings(&TaggedPdf::read(&bytes).unwrap())
}

#[test]
fn all_pdfs_of_the_samples_are_sound() {
    assert_eq!(samples::all().len(), 8);
    for Sample { name, bytes } in samples::all() {
        assert_eq!(soundness::findings(&TaggedPdf::read(bytes).unwrap()), [], "{name}");
    }
}

#[test]
fn all_pdfs_of_the_samples_claim_pdf_a_and_pdf_ua() {
    for Sample { name, bytes } in samples::all() {
        let claims = TaggedPdf::read(bytes).unwrap().claims();
        // The city's PDFs carry their data.
        let archive = if name.starts_with("fictional-city-plan") { "3a" } else { "2a" };
        assert_eq!((claims.pdf_a.as_deref(), claims.pdf_ua.as_deref()), (Some(archive), Some("1")), "{name}");
    }
}

#[test]
fn writing_a_pdf_anew_plants_no_problem() {
    assert_eq!(findings(&mut good()), []);
}

#[test]
fn planted_problems_are_caught_by_name() {
    type Plant = fn(&mut Document);
    let planted: Vec<(Kind, Plant)> = vec![
        (Kind::UnmarkedContent, |pdf| append(pdf, "0 0 m 9 9 l S")),
        (Kind::MarkTwice, |pdf| append(pdf, "/Span <</MCID 0>> BDC EMC")),
        (Kind::MarkInMark, |pdf| append(pdf, "/Artifact BMC /Span <</MCID 9999>> BDC EMC EMC")),
        (Kind::UnbalancedMarks, |pdf| append(pdf, "/Artifact BMC")),
        (Kind::UnparsedContent, |pdf| append(pdf, "/Artifact BMC [(never ends ] TJ")),
        (Kind::UnownedMark, |pdf| {
            let paragraph = element(pdf, "P", |element| matches!(element.get(b"K"), Ok(Object::Array(_))));
            kids(pdf, paragraph).clear();
        }),
        (Kind::MarkOwnedTwice, |pdf| {
            let paragraph = with_text(pdf);
            let again = kids(pdf, paragraph)[0].clone();
            kids(pdf, paragraph).push(again);
        }),
        (Kind::MissingMark, |pdf| {
            let paragraph = with_text(pdf);
            kids(pdf, paragraph).push(Object::Integer(9999));
        }),
        (Kind::ElementTwice, |pdf| {
            let row = element(pdf, "TR", |_| true);
            let again = kids(pdf, row)[0].clone();
            kids(pdf, row).push(again);
        }),
        (Kind::ElementTwice, |pdf| {
            // A circle.
            let row = element(pdf, "TR", |_| true);
            let table = elements(pdf, "Table")[0];
            kids(pdf, row).push(Object::Reference(table));
        }),
        (Kind::TooDeep, |pdf| {
            let mut above = with_text(pdf);
            for _ in 0..400 {
                let below = pdf.add_object(dictionary! { "S" => "Span", "P" => above, "K" => Vec::new() });
                kids(pdf, above).push(Object::Reference(below));
                above = below;
            }
        }),
        (Kind::WrongParent, |pdf| {
            let (row, table) = (elements(pdf, "TR")[0], elements(pdf, "Figure")[0]);
            entries(pdf, row).set("P", table);
        }),
        (Kind::StrangeChild, |pdf| {
            let paragraph = with_text(pdf);
            kids(pdf, paragraph).push(Object::Name(b"Text".to_vec()));
        }),
        (Kind::NoParentTree, |pdf| tags(pdf).set("ParentTree", dictionary! { "Nums" => Vec::new() })),
        (Kind::NoParentTree, |pdf| drop(tags(pdf).remove(b"ParentTree"))),
        (Kind::ParentTreeDiffers, |pdf| {
            let list = pdf.objects.values_mut().find_map(|object| owners(object));
            list.unwrap().reverse();
        }),
        (Kind::ParentTreeForeign, |pdf| {
            let table = elements(pdf, "Table")[0];
            let parents = tags(pdf).get_mut(b"ParentTree").unwrap();
            let parents = parents.as_dict_mut().unwrap().get_mut(b"Nums").unwrap().as_array_mut().unwrap();
            parents.extend([Object::Integer(99_999), Object::Array(vec![Object::Reference(table)])]);
        }),
        (Kind::ParentKey, |pdf| drop(page(pdf).remove(b"StructParents"))),
        (Kind::ParentKey, |pdf| page(pdf).set("StructParents", 2)),
        (Kind::UntaggedAnnotation, |pdf| {
            let note = dictionary! { "Subtype" => "FreeText", "Contents" => Object::string_literal("Draft") };
            let note = pdf.add_object(note);
            page(pdf).set("Annots", vec![Object::Reference(note)]);
        }),
        (Kind::UntaggedLink, |pdf| {
            let link = elements(pdf, "Link")[0];
            kids(pdf, link).retain(|kid| kid.as_dict().is_err());
        }),
        (Kind::AnnotationOwnedTwice, |pdf| {
            let link = elements(pdf, "Link")[0];
            let again = kids(pdf, link).last().unwrap().clone();
            kids(pdf, link).push(again);
        }),
        (Kind::AnnotationOnNoPage, |pdf| {
            let annotated = pdf.page_iter().find(|page| pdf.get_dictionary(*page).unwrap().has(b"Annots")).unwrap();
            entries(pdf, annotated).remove(b"Annots");
        }),
        (Kind::SilentLink, |pdf| drop(link(pdf).remove(b"Contents"))),
        (Kind::DeadLink, |pdf| drop(link(pdf).remove(b"Dest"))),
        (Kind::DeadLink, |pdf| link(pdf).set("Dest", vec![Object::Null, "Fit".into()])),
        (Kind::DeadLink, |pdf| link(pdf).set("Dest", Object::string_literal("nowhere"))),
        (Kind::DeadDestination, |pdf| {
            let places = dictionary! { "Names" => vec![Object::string_literal("nowhere"), Vec::new().into()] };
            pdf.catalog_mut().unwrap().set("Names", dictionary! { "Dests" => places });
        }),
        (Kind::IdentifierTwice, |pdf| {
            let cells = elements(pdf, "TH");
            let identifier = entries(pdf, cells[0]).get(b"ID").unwrap().clone();
            entries(pdf, cells[1]).set("ID", identifier);
        }),
        (Kind::IdentifierTree, |pdf| drop(tags(pdf).remove(b"IDTree"))),
        (Kind::UnknownHeader, |pdf| {
            let cell = element(pdf, "TD", |cell| cell.has(b"A"));
            let headers = vec![Object::string_literal("nobody")];
            entries(pdf, cell).set("A", dictionary! { "O" => "Table", "Headers" => headers });
        }),
        (Kind::MisplacedCell, |pdf| {
            let table = elements(pdf, "Table")[0];
            entries(pdf, table).set("S", "Div");
        }),
        (Kind::MisplacedCell, |pdf| {
            let row = elements(pdf, "TR")[0];
            entries(pdf, row).set("S", "P");
        }),
        (Kind::HeaderWithoutScope, |pdf| {
            let cell = elements(pdf, "TH")[0];
            entries(pdf, cell).remove(b"A");
        }),
        (Kind::FigureWithoutText, |pdf| {
            let figure = element(pdf, "Figure", |figure| figure.has(b"Alt"));
            entries(pdf, figure).remove(b"Alt");
        }),
        (Kind::PrivateCharacter, |pdf| {
            let font = pdf
                .objects
                .values()
                .find_map(|object| object.as_dict().ok()?.get(b"ToUnicode").ok()?.as_reference().ok());
            let map =
                "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <00FF> <E000> endbfrange";
            pdf.objects.insert(font.unwrap(), Stream::new(Dictionary::new(), map.into()).into());
        }),
        (Kind::DeadBookmark, |pdf| drop(bookmark(pdf).remove(b"Dest"))),
        (Kind::BookmarkChain, |pdf| {
            let outlines = pdf.catalog().unwrap().get(b"Outlines").unwrap().as_reference().unwrap();
            let first = entries(pdf, outlines).get(b"First").unwrap().clone();
            bookmark(pdf).set("Next", first);
        }),
        (Kind::BookmarkWithoutHeading, |pdf| bookmark(pdf).set("Title", Object::string_literal("Elsewhere"))),
        (Kind::NoMetadata, |pdf| drop(pdf.catalog_mut().unwrap().remove(b"Metadata"))),
        (Kind::NoTitle, |pdf| drop(information(pdf).remove(b"Title"))),
        (Kind::TitlesDiffer, |pdf| information(pdf).set("Title", Object::string_literal("Another report"))),
        (Kind::TitleNotShown, |pdf| drop(pdf.catalog_mut().unwrap().remove(b"ViewerPreferences"))),
        (Kind::NoLanguage, |pdf| drop(pdf.catalog_mut().unwrap().remove(b"Lang"))),
        (Kind::SuspectTags, |pdf| {
            let marked = dictionary! { "Marked" => true, "Suspects" => true };
            pdf.catalog_mut().unwrap().set("MarkInfo", marked);
        }),
        (Kind::NoPageLabels, |pdf| drop(pdf.catalog_mut().unwrap().remove(b"PageLabels"))),
    ];
    let mut caught = BTreeSet::new();
    for (kind, plant) in planted {
        let mut document = good();
        plant(&mut document);
        let found: BTreeSet<Kind> = findings(&mut document).into_iter().map(|finding| finding.kind).collect();
        assert!(found.contains(&kind), "{kind:?}: {found:?}");
        caught.insert(kind);
    }
    assert_eq!(caught, Kind::ALL.iter().copied().collect(), "a kind of finding that no test plants");
}

#[test]
fn every_flaw_and_every_reason_has_words_in_both_languages() {
    for language in ["ja", "en"] {
        let file = repository(&format!("locales/{language}/diagnostics.ftl"));
        let words = fs::read_to_string(file).unwrap();
        let message =
            |name: &str| words.split(&format!("diagnostic-{name} =")).nth(1).unwrap().split("\n}").next().unwrap();
        for kind in Kind::ALL {
            assert!(message("unsound-pdf").contains(&format!("[{}]", kind.as_str())), "{language}: {kind:?}");
        }
        for reason in ["not-pdf", "truncated", "damaged", "encrypted", "untagged", "too-large"] {
            assert!(message("pdf-unreadable").contains(&format!("[{reason}]")), "{language}: {reason}");
        }
    }
}

/// Adds content at the end of the first page.
fn append(pdf: &mut Document, content: &str) {
    let more = pdf.add_object(Stream::new(Dictionary::new(), content.as_bytes().to_vec()));
    let contents = page(pdf).get(b"Contents").unwrap().clone();
    page(pdf).set("Contents", vec![contents, Object::Reference(more)]);
}

fn entries(pdf: &mut Document, id: ObjectId) -> &mut Dictionary {
    pdf.get_object_mut(id).unwrap().as_dict_mut().unwrap()
}

fn page(pdf: &mut Document) -> &mut Dictionary {
    let first = pdf.page_iter().next().unwrap();
    entries(pdf, first)
}

fn tags(pdf: &mut Document) -> &mut Dictionary {
    let root = pdf.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    entries(pdf, root)
}

fn information(pdf: &mut Document) -> &mut Dictionary {
    let information = pdf.trailer.get(b"Info").unwrap().as_reference().unwrap();
    entries(pdf, information)
}

fn elements(pdf: &Document, role: &str) -> Vec<ObjectId> {
    let is = |object: &Object| {
        let role_of = object.as_dict().and_then(|element| element.get(b"S")).and_then(Object::as_name);
        role_of.is_ok_and(|found| found == role.as_bytes())
    };
    pdf.objects.iter().filter(|(_, object)| is(object)).map(|(id, _)| *id).collect()
}

fn element(pdf: &Document, role: &str, wanted: impl Fn(&Dictionary) -> bool) -> ObjectId {
    elements(pdf, role).into_iter().find(|id| wanted(pdf.get_dictionary(*id).unwrap())).unwrap()
}

/// A paragraph that begins with text of its own.
fn with_text(pdf: &Document) -> ObjectId {
    element(pdf, "P", |element| {
        element.get(b"K").and_then(Object::as_array).is_ok_and(|kids| matches!(kids.first(), Some(Object::Integer(_))))
    })
}

fn kids(pdf: &mut Document, id: ObjectId) -> &mut Vec<Object> {
    entries(pdf, id).get_mut(b"K").unwrap().as_array_mut().unwrap()
}

/// The list of a page's owners, in which all objects are elements.
fn owners(object: &mut Object) -> Option<&mut Vec<Object>> {
    let list = object.as_array_mut().ok()?;
    (list.len() > 9 && list.iter().all(|owner| owner.as_reference().is_ok())).then_some(list)
}

fn link(pdf: &mut Document) -> &mut Dictionary {
    let is = |object: &Object| {
        let kind = object.as_dict().and_then(|annotation| annotation.get(b"Subtype")).and_then(Object::as_name);
        kind.is_ok_and(|kind| kind == b"Link")
    };
    let id = pdf.objects.iter().find(|(_, object)| is(object)).map(|(id, _)| *id).unwrap();
    entries(pdf, id)
}

fn bookmark(pdf: &mut Document) -> &mut Dictionary {
    let outlines = pdf.catalog().unwrap().get(b"Outlines").unwrap().as_reference().unwrap();
    let last = entries(pdf, outlines).get(b"Last").unwrap().as_reference().unwrap();
    entries(pdf, last)
}
