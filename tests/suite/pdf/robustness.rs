//! Files that are no good PDF: each has its reason, and none stops the reader.

#![expect(clippy::disallowed_methods, reason = "that reading ends is measured by a clock")]

use std::time::{Duration, Instant};

use lopdf::{Dictionary, Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream};
use nenpo::pdf::table::tables;
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
