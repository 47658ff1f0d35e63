//! Files that are no good PDF: each has its reason, and none stops the reader.

#![expect(clippy::disallowed_methods, reason = "that reading ends is measured by a clock")]

use std::time::{Duration, Instant};

use lopdf::{Dictionary, Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream};
use nenpo::pdf::tagged_table::tables;
use nenpo::pdf::{TaggedPdf, Unreadable, soundness};

use super::samples;
use crate::support::MINIMAL;

/// The smallest report that there is.
fn small() -> Vec<u8> {
    samples::build(MINIMAL).into_iter().map(|sample| sample.bytes).min_by_key(Vec::len).unwrap()
}

fn written(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn reason(bytes: &[u8]) -> &'static str {
    TaggedPdf::read(bytes).map(drop).unwrap_err().reason()
}

#[test]
fn each_pdf_that_cannot_be_read_has_its_reason() {
    let good = small();
    let load = || Document::load_mem(&good).unwrap();
    for (name, bytes) in [("nothing", &b""[..]), ("text", b"id,value\n"), ("cut at once", b"%PD")] {
        assert_eq!(reason(bytes), "not-pdf", "{name}");
    }
    let mut untagged = load();
    untagged.catalog_mut().unwrap().remove(b"StructTreeRoot");
    assert_eq!(reason(&written(untagged)), "untagged");
    let mut unmarked = load();
    unmarked.catalog_mut().unwrap().remove(b"MarkInfo");
    assert_eq!(reason(&written(unmarked)), "untagged");
    let end = good.windows(9).rposition(|window| window == b"startxref").unwrap();
    let mut misled = good[..end].to_vec();
    misled.extend(b"startxref\n17\n%%EOF");
    assert_eq!(reason(&misled), "damaged");
    let detail = TaggedPdf::read(&misled).unwrap_err();
    assert!(matches!(detail, Unreadable::Damaged(detail) if !detail.is_empty()));
}

#[test]
fn an_encrypted_pdf_is_not_read_even_without_a_password() {
    for password in ["", "secret"] {
        let mut document = Document::load_mem(&small()).unwrap();
        let state = EncryptionState::try_from(EncryptionVersion::V2 {
            document: &document,
            owner_password: "owner",
            user_password: password,
            key_length: 128,
            permissions: Permissions::all(),
        })
        .unwrap();
        document.encrypt(&state).unwrap();
        assert_eq!(reason(&written(document)), "encrypted", "{password}");
    }
}

#[test]
fn a_pdf_cut_short_anywhere_is_truncated() {
    let good = small();
    for share in (5..100).step_by(5) {
        assert_eq!(reason(&good[..good.len() * share / 100]), "truncated", "{share} %");
    }
    assert_eq!(reason(&good[..good.len() - 5]), "truncated");
}

#[test]
fn content_that_unpacks_without_end_is_too_large() {
    let mut document = Document::load_mem(&small()).unwrap();
    let mut bomb = Stream::new(Dictionary::new(), vec![b' '; 130 * 1024 * 1024]);
    bomb.compress().unwrap();
    let bomb = document.add_object(bomb);
    let page = document.page_iter().next().unwrap();
    document.get_object_mut(page).unwrap().as_dict_mut().unwrap().set("Contents", bomb);
    assert_eq!(reason(&written(document)), "too-large");
}

#[test]
fn drawings_that_multiply_are_too_large_or_cut_off() {
    let mut document = Document::load_mem(&small()).unwrap();
    let mut drawing = document.add_object(Stream::new(form(None), vec![b' '; 1024]));
    for _ in 0..12 {
        drawing = document.add_object(Stream::new(form(Some(drawing)), "/D Do ".repeat(10).into_bytes()));
    }
    let page = document.page_iter().next().unwrap();
    let content = document.add_object(Stream::new(Dictionary::new(), b"/D Do".to_vec()));
    let page = document.get_object_mut(page).unwrap().as_dict_mut().unwrap();
    page.set("Contents", content);
    page.set("Resources", form(Some(drawing)).get(b"Resources").unwrap().clone());
    assert_eq!(reason(&written(document)), "too-large");
}

fn reason_from_elsewhere(bytes: &[u8]) -> &'static str {
    TaggedPdf::read_from_elsewhere(bytes).map(drop).unwrap_err().reason()
}

/// A file of three objects and what is given, whose table has an entry for each place.
fn by_hand(others: &str, places: &[usize]) -> Vec<u8> {
    let mut file =
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n"
            .to_owned();
    let own = [1, 2, 3].map(|number| file.find(&format!("{number} 0 obj")).unwrap());
    let start = file.len();
    file.push_str(others);
    let places: Vec<usize> = own.into_iter().chain(places.iter().map(|place| start + place)).collect();
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1));
    file.extend(places.iter().map(|place| format!("{place:010} 00000 n \n")));
    file.push_str(&format!("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n", places.len() + 1));
    file.into_bytes()
}

#[test]
fn what_comes_from_elsewhere_is_counted_before_it_is_parsed() {
    use nenpo::pdf::MOST_VALUES;
    for sample in samples::all() {
        assert!(TaggedPdf::read_from_elsewhere(&sample.bytes).is_ok(), "{}", sample.name);
    }
    assert_eq!(reason_from_elsewhere(&by_hand("", &[])), "untagged");
    let array = |value: &str| format!("4 0 obj[{}]endobj\n", value.repeat(MOST_VALUES as usize / 4));
    for value in [
        "0 0 0 0 ",
        "<<>><<>>",
        "/a/a/a/a",
        "()()()()",
        "<><><><>",
        "nullnullnullnull",
        ".1.1.1.1",
        "+1-1+1-1",
        "[[[[]]]]",
    ] {
        assert_eq!(reason_from_elsewhere(&by_hand(&array(value), &[0])), "too-large", "{value}");
    }
    // References are one value each, and what lies in strings and comments is none.
    for inside in
        ["1 0 R ".repeat(600_000), format!("({})", "0 ".repeat(3_000_000)), format!("%{}\n", "0 ".repeat(3_000_000))]
    {
        assert_eq!(reason_from_elsewhere(&by_hand(&format!("4 0 obj[{inside}]endobj\n"), &[0])), "untagged");
    }
    assert_eq!(reason_from_elsewhere(&by_hand("4 0 obj 0 endobj\n", &[0; 700_000])), "resaved");
}

#[test]
fn objects_that_share_their_bytes_are_refused() {
    let objects = |write: &dyn Fn(usize) -> String, end: &str| {
        let mut text = String::new();
        let mut places = Vec::new();
        for number in 4..400 {
            places.push(text.len() + usize::from(write(number).starts_with('%')));
            text.push_str(&write(number));
        }
        by_hand(&(text + end), &places)
    };
    let end = format!("{}\nendstream endobj\n", "x".repeat(100_000));
    let stream = |number: usize| format!("{number} 0 obj<</Le#6egth 50000>>stream\n");
    assert_eq!(reason_from_elsewhere(&objects(&stream, &end)), "resaved");
    let indirect = |number: usize| format!("{number} 0 obj<</Length 1 0 R>>stream\n\nendstream endobj\n");
    assert_eq!(reason_from_elsewhere(&objects(&indirect, "")), "resaved");
    let hidden = |number: usize| format!("%{number} 0 obj[\n{}", " ".repeat(10_000));
    assert_eq!(reason_from_elsewhere(&objects(&hidden, "] endobj\n")), "resaved");
    // Objects that are packed in others are left out, even where no table has them.
    let packed = "4 0 obj<</Type/ObjStm/N 1/First 4/Length 6>>stream\n9 0 []\nendstream endobj\n";
    assert_eq!(reason_from_elsewhere(&by_hand(packed, &[0])), "untagged");
    let table = by_hand("4 0 obj<</Type/XRef/Size 1/W[1 1 1]/Length 0>>stream\n\nendstream endobj\n", &[0]);
    let start = table.windows(7).position(|window| window == b"4 0 obj").unwrap();
    let end = table.windows(9).rposition(|window| window == b"startxref").unwrap();
    let misled = [&table[..end], format!("startxref\n{start}\n%%EOF\n").as_bytes()].concat();
    assert_eq!(reason_from_elsewhere(&misled), "resaved");
}

#[test]
fn texts_that_many_refer_to_are_too_large() {
    let long = || Object::string_literal("x".repeat(2_000_000));
    let reason = |alter: &dyn Fn(&mut Document)| {
        let mut document = Document::load_mem(&small()).unwrap();
        alter(&mut document);
        TaggedPdf::read_from_elsewhere(&written(document)).map_or_else(|error| error.reason(), |_| "read")
    };
    let page = |document: &Document| document.page_iter().next().unwrap();
    let set = |document: &mut Document, key: &str, value: Object| {
        let page = page(document);
        document.get_object_mut(page).unwrap().as_dict_mut().unwrap().set(key, value);
    };
    let children = |document: &mut Document, child: &dyn Fn((u32, u16)) -> Dictionary| {
        let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
        let kids: Vec<Object> = (0..2_000).map(|_| document.add_object(child(root)).into()).collect();
        document.get_object_mut(root).unwrap().as_dict_mut().unwrap().set("K", kids);
    };
    assert_eq!(
        reason(&|document| {
            // A code that stands for much, shown often.
            let map = format!(
                "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <61> <{}> endbfchar endcmap",
                "0041".repeat(500)
            );
            let map = document.add_object(Stream::new(Dictionary::new(), map.into_bytes()));
            let font: Dictionary =
                [("Subtype", Object::from("TrueType")), ("ToUnicode", map.into())].into_iter().collect();
            let font: Dictionary = [("F", Object::from(font))].into_iter().collect();
            let resources: Dictionary = [("Font", Object::from(font))].into_iter().collect();
            let shown = format!("/P<</MCID 0>>BDC /F 1 Tf ({}) Tj EMC", "a".repeat(2_000_000));
            let content = document.add_object(Stream::new(Dictionary::new(), shown.into_bytes()));
            set(document, "Resources", resources.into());
            set(document, "Contents", content.into());
        }),
        "too-large"
    );
    let text = |key: &'static str| {
        move |document: &mut Document| {
            let text = document.add_object(long());
            children(document, &|root| {
                [("S", Object::from("P")), ("P", root.into()), (key, text.into())].into_iter().collect()
            });
        }
    };
    for key in ["Alt", "ActualText", "Lang"] {
        assert_eq!(reason(&text(key)), "too-large", "{key}");
    }
    // A name that is longer than any is none.
    assert_eq!(reason(&text("S")), "read");
}

#[test]
fn parts_of_tables_within_parts_of_tables_are_cut_off() {
    let mut document = Document::load_mem(&small()).unwrap();
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let mut above = root;
    for index in 0..90 {
        let role = ["Table", "TR", "TD"][index % 3];
        let element: Dictionary = [("S", Object::from(role)), ("P", above.into())].into_iter().collect();
        let element = document.add_object(element);
        document.get_object_mut(above).unwrap().as_dict_mut().unwrap().set("K", element);
        above = element;
    }
    let pdf = TaggedPdf::read_from_elsewhere(&written(document)).unwrap();
    assert_eq!(tables(pdf.tags()).len(), 4);
    assert!(soundness::findings(&pdf).iter().any(|finding| finding.kind == soundness::Kind::TooDeep));
}

#[test]
fn of_findings_without_end_the_first_are_told() {
    let mut document = Document::load_mem(&small()).unwrap();
    let page = document.page_iter().next().unwrap();
    let elements = document.add_object(vec![Object::from(page); 100_000]);
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let numbers: Vec<Object> = (0..2_000).flat_map(|number| [Object::from(number), elements.into()]).collect();
    let tree: Dictionary = [("Nums", Object::from(numbers))].into_iter().collect();
    document.get_object_mut(root).unwrap().as_dict_mut().unwrap().set("ParentTree", tree);
    let pdf = TaggedPdf::read_from_elsewhere(&written(document)).unwrap();
    let findings = soundness::findings(&pdf);
    let foreign = findings.iter().filter(|finding| finding.kind == soundness::Kind::ParentTreeForeign);
    assert_eq!(foreign.count(), 20);
}

#[test]
fn marks_within_marks_cost_no_more_than_marks() {
    let mut document = Document::load_mem(&small()).unwrap();
    let content = document.add_object(Stream::new(Dictionary::new(), b"/P BMC q ( ) Tj ".repeat(300_000)));
    let page = document.page_iter().next().unwrap();
    document.get_object_mut(page).unwrap().as_dict_mut().unwrap().set("Contents", content);
    let start = Instant::now();
    let pdf = TaggedPdf::read(&written(document)).unwrap();
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    assert!(soundness::findings(&pdf).iter().any(|finding| finding.kind == soundness::Kind::UnbalancedMarks));
}

#[test]
fn text_that_stands_for_what_is_shown_is_read_in_its_place() {
    let mut document = Document::load_mem(&small()).unwrap();
    let marked = "/Span <</MCID 0>> BDC /Span <</ActualText (said)>> BDC /Span <</ActualText (not)>> BDC EMC EMC EMC";
    let content = document.add_object(Stream::new(Dictionary::new(), marked.into()));
    let page = document.page_iter().next().unwrap();
    document.get_object_mut(page).unwrap().as_dict_mut().unwrap().set("Contents", content);
    let pdf = TaggedPdf::read(&written(document)).unwrap();
    let text = pdf.tags().text();
    assert!(text.starts_with("said") && !text.starts_with("saidnot"), "{}", &text[..20]);
}

/// Glyphs of a text from right to left stand from left to right; only words of several glyphs are marked.
#[test]
fn text_that_runs_from_right_to_left_is_read_in_its_order() {
    let mut document = Document::load_mem(&small()).unwrap();
    let said = |text: &str| format!("/Span <</ActualText ({text})>> BDC EMC ");
    let words = format!("/ReversedChars BMC {}{}EMC ", said("b"), said("a"));
    let marked = format!("/Span <</MCID 0>> BDC BT {}{words}ET BT {}ET EMC", said("c"), said("de"));
    let content = document.add_object(Stream::new(Dictionary::new(), marked.into()));
    let page = document.page_iter().next().unwrap();
    document.get_object_mut(page).unwrap().as_dict_mut().unwrap().set("Contents", content);
    let pdf = TaggedPdf::read(&written(document)).unwrap();
    assert!(pdf.tags().text().starts_with("abcde"), "{}", &pdf.tags().text()[..20]);
}

fn form(inner: Option<(u32, u16)>) -> Dictionary {
    let drawings: Dictionary = inner.into_iter().map(|inner| ("D", Object::Reference(inner))).collect();
    let resources: Dictionary = [("XObject", Object::Dictionary(drawings))].into_iter().collect();
    let entries = [("Subtype", Object::Name(b"Form".to_vec())), ("Resources", Object::Dictionary(resources))];
    entries.into_iter().collect()
}

#[test]
fn changed_bytes_are_read_or_refused_and_never_stop_the_reader() {
    const MUTATIONS: u64 = 400;
    let packed = small();
    let mut document = Document::load_mem(&packed).unwrap();
    document.decompress();
    // Fonts are most of a file, and are not read.
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && (stream.dict.has(b"Length1")
                || stream.dict.get(b"Subtype").is_ok_and(|kind| *kind == "CIDFontType0C".into()))
        {
            stream.set_plain_content(Vec::new());
        }
    }
    let unpacked = written(document);
    let plain = |bytes: &[u8]| -> Vec<usize> {
        let text = |byte: &u8| byte.is_ascii_graphic() || byte.is_ascii_whitespace();
        let pairs = bytes.windows(2).enumerate().filter(|(_, pair)| pair.iter().all(text));
        pairs.map(|(index, _)| index).collect()
    };
    // Where dictionaries are: most of the rest of the packed one says nothing when it is changed.
    let originals = [(plain(&packed), packed), (plain(&unpacked), unpacked)];
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    let (mut refused, mut unsound) = (0, 0);
    for mutation in 0..MUTATIONS {
        let (plain, original) = &originals[next(2)];
        let mut bytes = original.clone();
        for _ in 0..=next(8) {
            let position = if mutation % 4 == 0 { next(bytes.len()) } else { plain[next(plain.len())] };
            let digit = bytes[position].is_ascii_digit() && mutation % 2 == 1;
            bytes[position] = if digit { b'0' + u8::try_from(next(10)).unwrap() } else { next(256) as u8 };
        }
        let start = Instant::now();
        match TaggedPdf::read(&bytes) {
            Ok(pdf) => {
                let _ = (tables(pdf.tags()), pdf.attachments(), pdf.title(), pdf.claims());
                unsound += usize::from(!soundness::findings(&pdf).is_empty());
            }
            Err(_) => refused += 1,
        }
        assert!(start.elapsed() < Duration::from_secs(20), "mutation {mutation}");
    }
    assert!(refused > 20 && unsound > 20, "{refused} {unsound}");
}
