//! Links, bookmarks, page labels, layers, fields and attachments of the joined file are those of its parts.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object};

use super::pdf::{Bookmark, Field, Link, Pdf, Target};
use super::{among_others, bytes, corpus, join, label, title};

/// Where a target is once pages precede its part.
fn moved(target: Target, first: usize) -> Target {
    match target {
        Target::Page(page, view) => Target::Page(page + first, view),
        other => other,
    }
}

fn moved_bookmarks(bookmarks: Vec<Bookmark>, first: usize) -> Vec<Bookmark> {
    let moved_one = |bookmark: Bookmark| Bookmark {
        target: moved(bookmark.target, first),
        below: moved_bookmarks(bookmark.below, first),
        ..bookmark
    };
    bookmarks.into_iter().map(moved_one).collect()
}

/// The parts of a joined file, each with the number of pages before it.
fn parts(names: &[String]) -> Vec<(Pdf, usize)> {
    let mut first = 0;
    let mut parts = Vec::new();
    for name in names {
        let pdf = Pdf::read(&bytes(name));
        let count = pdf.pages.len();
        parts.push((pdf, first));
        first += count;
    }
    parts
}

#[test]
fn links_lead_where_they_led() {
    for name in corpus::joining() {
        let joined = among_others(name);
        let mut expected = Vec::new();
        for (part, first) in parts(&joined.parts) {
            let links = part.links().into_iter();
            expected.extend(links.map(|link| Link {
                page: link.page + first,
                target: moved(link.target, first),
                ..link
            }));
        }
        assert_eq!(Pdf::read(&joined.bytes).links(), expected, "{name}");
    }
}

/// Two files with destinations of the same names, by name and by string, and one of them twice.
#[test]
fn destinations_of_one_name_stay_apart() {
    let joined = join(&["destinations-a", "destinations-b", "destinations-a", "latex-hyperref", "ghostscript-plain"]);
    let mut expected = Vec::new();
    for (part, first) in parts(&joined.parts) {
        expected.extend(part.links().into_iter().map(|link| (link.contents, moved(link.target, first))));
    }
    let found: Vec<_> = Pdf::read(&joined.bytes).links().into_iter().map(|link| (link.contents, link.target)).collect();
    assert_eq!(found, expected);
    let nowhere = found.iter().filter(|(_, target)| *target == Target::Nowhere).count();
    assert_eq!(nowhere, 0);
}

#[test]
fn bookmarks_stand_below_the_one_of_their_part() {
    for name in corpus::joining() {
        let joined = among_others(name);
        let found = Pdf::read(&joined.bytes).bookmarks();
        assert_eq!(found.len(), joined.parts.len(), "{name}");
        for (index, ((part, first), bookmark)) in parts(&joined.parts).into_iter().zip(found).enumerate() {
            assert_eq!(bookmark.title, title(index), "{name}");
            assert!(matches!(bookmark.target, Target::Page(page, _) if page == first), "{name}: {:?}", bookmark.target);
            assert_eq!(bookmark.below, moved_bookmarks(part.bookmarks(), first), "{name}");
        }
    }
}

/// An open bookmark counts those below it that are visible; a closed one, with a minus, those that would be.
#[test]
fn counts_of_bookmarks_are_right() {
    for name in corpus::joining() {
        let pdf = Pdf::read(&among_others(name).bytes);
        let outlines = pdf.dictionary(pdf.catalog(), "Outlines").unwrap();
        let visible: i64 = children(&pdf, outlines).into_iter().map(|bookmark| visible(&pdf, bookmark, name)).sum();
        assert_eq!(pdf.get(outlines, "Count").as_i64().unwrap(), visible, "{name}");
    }
}

fn visible(pdf: &Pdf, bookmark: &Dictionary, name: &str) -> i64 {
    let below: i64 = children(pdf, bookmark).into_iter().map(|child| visible(pdf, child, name)).sum();
    let count = pdf.get(bookmark, "Count").as_i64().unwrap_or(0);
    assert_eq!(count.abs(), below, "{name}: {}", pdf.text(bookmark, "Title"));
    if count > 0 { 1 + below } else { 1 }
}

/// The bookmarks below one, each with its neighbours and its parent.
fn children<'a>(pdf: &'a Pdf, parent: &'a Dictionary) -> Vec<&'a Dictionary> {
    let mut children: Vec<&Dictionary> = Vec::new();
    let mut before = &Object::Null;
    let mut next = parent.get(b"First").unwrap_or(&Object::Null);
    while let Ok(child) = pdf.resolved(next).as_dict() {
        assert!(children.len() < 10_000);
        assert_eq!(child.get(b"Prev").unwrap_or(&Object::Null), before);
        assert_eq!(pdf.get(child, "Parent").as_dict().unwrap(), parent);
        children.push(child);
        before = next;
        next = child.get(b"Next").unwrap_or(&Object::Null);
    }
    assert_eq!(parent.get(b"Last").unwrap_or(&Object::Null), before);
    children
}

/// Each part begins with its own labels, also where the part before has labels and this one has none.
#[test]
fn pages_keep_their_labels_after_that_of_their_part() {
    for name in corpus::joining() {
        let joined = among_others(name);
        let pdf = Pdf::read(&joined.bytes);
        let found = pdf.labels();
        for (index, (part, first)) in parts(&joined.parts).into_iter().enumerate() {
            for (page, own) in part.labels().into_iter().enumerate() {
                let label = format!("{} – {own}", label(index));
                assert_eq!(found[first + page], label, "{name}");
            }
        }
        let tree = pdf.dictionary(pdf.catalog(), "PageLabels").unwrap();
        let keys: Vec<i64> = pdf.entries(tree, "Nums").into_iter().map(|(key, _)| key.as_i64().unwrap()).collect();
        assert_eq!(keys.first(), Some(&0), "{name}");
        assert!(keys.is_sorted_by(|one, other| one < other), "{name}: {keys:?}");
    }
}

#[test]
fn layers_of_one_name_keep_their_states() {
    let joined = join(&["layers-a", "layers-b", "labels-roman", "layers-off-by-default", "layers-a"]);
    let mut expected = Vec::new();
    for (part, first) in parts(&joined.parts) {
        expected.extend(part.layers().into_iter().map(|mut layer| {
            layer.page += first;
            layer
        }));
    }
    assert_eq!(expected.iter().filter(|layer| !layer.is_shown).count(), 3);
    assert_eq!(Pdf::read(&joined.bytes).layers(), expected);
}

#[test]
fn fields_of_one_name_stay_apart_with_their_values_and_looks() {
    let joined = join(&["fields-a", "fields-b", "fields-fonts", "fields-a", "signature-field-empty"]);
    // Each with the font that the name in its look stands for.
    let with_fonts = |pdf: &Pdf| -> Vec<(Field, String)> {
        pdf.fields().into_iter().map(|field| (pdf.font_of(&field), field)).map(|(font, field)| (field, font)).collect()
    };
    let expected: Vec<_> = parts(&joined.parts).iter().flat_map(|(part, _)| with_fonts(part)).collect();
    let pdf = Pdf::read(&joined.bytes);
    let found = with_fonts(&pdf);
    let names: BTreeSet<&str> = found.iter().map(|(field, _)| field.name.as_str()).collect();
    assert_eq!(names.len(), found.len(), "{names:?}");
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for ((found, found_font), (expected, expected_font)) in found.iter().zip(&expected) {
        assert!(found.name.ends_with(&format!(".{}", expected.name)), "{} {}", found.name, expected.name);
        // The name of the font may be a new one.
        let look =
            |field: &Field| field.look.split(' ').filter(|word| !word.starts_with('/')).collect::<Vec<_>>().concat();
        let look = |field: &Field| if field.kind == "Tx" { look(field) } else { String::new() };
        let told = |field: &Field| (field.kind.clone(), field.value.clone(), look(field), field.widgets);
        assert_eq!(told(found), told(expected), "{}", found.name);
        assert!(found.kind != "Tx" || found_font == expected_font, "{}: {found_font} {expected_font}", found.name);
    }
    let fonts: BTreeSet<&String> = expected.iter().map(|(_, font)| font).filter(|font| !font.is_empty()).collect();
    assert_eq!(fonts.len(), 2, "{fonts:?}");
}

#[test]
fn programs_are_asked_to_draw_values_unless_the_file_is_an_archive() {
    let asks = |names: &[&str]| {
        let pdf = Pdf::read(&join(names).bytes);
        let form = pdf.dictionary(pdf.catalog(), "AcroForm").unwrap();
        form.has(b"NeedAppearances")
    };
    assert!(asks(&["fields-broken", "fields-a"]));
    assert!(!asks(&["fields-b", "fields-a"]));
}

#[test]
fn every_attachment_is_kept_under_a_name_of_its_own() {
    let joined = join(&["attachments-a", "attachments-b", "attachments-a", "attachment-on-a-page", "word-like-3a-ua1"]);
    let contents = |files: Vec<(String, Vec<u8>)>| {
        let mut contents: Vec<Vec<u8>> = files.into_iter().map(|(_, content)| content).collect();
        contents.sort();
        contents
    };
    let expected = contents(parts(&joined.parts).into_iter().flat_map(|(part, _)| part.attachments()).collect());
    let pdf = Pdf::read(&joined.bytes);
    let found = pdf.attachments();
    let names: BTreeSet<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), found.len(), "{names:?}");
    assert_eq!(expected.len(), 5);
    assert_eq!(contents(found), expected);
    // Those of the documents are associated with the whole.
    assert!(pdf.array(pdf.catalog(), "AF").len() >= 3);
}

/// What an element or a page refers to as its file is there too.
#[test]
fn associated_files_stay_with_their_element_and_page() {
    let pdf = Pdf::read(&join(&["attachments-a", "attachments-b"]).bytes);
    let holds = |dictionary: &Dictionary, text: &str| {
        pdf.array(dictionary, "AF").iter().any(|file| {
            let file = pdf.resolved(file).as_dict().unwrap();
            let stream = pdf.get(pdf.dictionary(file, "EF").unwrap(), "F").as_stream().unwrap();
            stream.get_plain_content().unwrap_or_else(|_| stream.content.clone()).starts_with(text.as_bytes())
        })
    };
    let dictionaries = || pdf.document.objects.values().filter_map(|object| object.as_dict().ok());
    let table = dictionaries().find(|element| pdf.name(element, "S") == "Table").unwrap();
    assert!(holds(table, "cost"));
    let page = pdf.document.get_dictionary(pdf.pages[1]).unwrap();
    assert!(holds(page, "page"));
}

/// Beads of pages without threads would be read by nobody.
#[test]
fn article_threads_are_kept_whole_or_left_out() {
    let pdf = Pdf::read(&join(&["identifiers-a", "threads", "threads"]).bytes);
    let with_beads = pdf.pages.iter().filter(|page| pdf.document.get_dictionary(**page).unwrap().has(b"B")).count();
    let threads = pdf.array(pdf.catalog(), "Threads");
    assert_eq!((threads.len() * 2, threads.len() == 2 || threads.is_empty()), (with_beads, true));
}

/// A packet opens at its start, whatever its parts do.
#[test]
fn nothing_happens_on_opening() {
    let joined = join(&["opens-on-page-two", "identifiers-b"]);
    let pdf = Pdf::read(&joined.bytes);
    for key in ["OpenAction", "AA", "PageLayout", "Collection", "NeedsRendering", "Perms", "DSS"] {
        assert!(!pdf.catalog().has(key.as_bytes()), "{key}");
    }
}
