//! Which files can be parts of a packet, and which are refused.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use nenpo::pdf::join::{Contradiction, Level, Opening, Source};

use super::corpus::{self, Expected};
use super::{bytes, open, reason};
use crate::support::{names, repository};

#[test]
fn every_file_is_listed_with_what_is_expected_of_it() {
    for (folder, list) in [("tests/pdfs", corpus::PROGRAMS), ("tests/pdfs/traps", corpus::TRAPS)] {
        let files = names(&repository(folder)).into_iter();
        let mut files: Vec<String> = files.filter_map(|name| name.strip_suffix(".pdf").map(str::to_owned)).collect();
        files.sort();
        let listed: Vec<&str> = list.iter().map(|(name, _)| *name).collect();
        assert_eq!(files, listed, "{folder}");
    }
}

#[test]
fn each_file_opens_or_is_refused_for_its_reason() {
    for (name, expected) in corpus::all() {
        match (open(name, false), expected) {
            (Ok(source), Expected::Tagged(_)) => assert!(source.is_tagged(), "{name}"),
            (Ok(source), Expected::Untagged(_)) => assert!(!source.is_tagged(), "{name}"),
            (Ok(_), Expected::Either) => {}
            (Err(refusal), Expected::Refused(reasons)) => {
                assert!(reasons.contains(&reason(&refusal)), "{name}: {refusal:?}");
            }
            (Err(refusal), Expected::Either) => {
                assert!(
                    matches!(reason(&refusal), "damaged" | "truncated" | "not-pdf" | "too-large"),
                    "{name}: {refusal:?}"
                );
            }
            (Ok(_), Expected::Refused(_)) => panic!("{name} opens"),
            (Err(refusal), _) => panic!("{name}: {refusal:?}"),
        }
    }
}

#[test]
fn a_signed_file_opens_where_that_is_allowed() {
    assert!(open("signed", true).is_ok());
    assert!(open("javascript", true).is_err());
}

/// What a file claims is only an assertion.
#[test]
fn claims_are_read_and_contradicted_where_they_are_false() {
    let claims = |name| open(name, false).unwrap().claims();
    assert_eq!(claims("word-like-3a-ua1").archive, Some((3, Level::A)));
    assert_eq!(claims("ghostscript-2b").archive, Some((2, Level::B)));
    assert_eq!(claims("latex-hyperref").archive, None);
    assert!(claims("libreoffice-writer-en-claims-2b-ua1").accessible);
    assert!(!open("libreoffice-writer-en-claims-2b-ua1", false).unwrap().contradictions().unwrap().is_empty());
    assert!(claims("claims-falsely").accessible);
    assert!(!open("claims-falsely", false).unwrap().is_tagged());
}

/// What PDF/A forbids in drawings and graphics states, and attached files in PDF/A-2 only.
#[test]
fn what_an_archive_forbids_is_found() {
    let curve = dictionary! { "Type" => "ExtGState", "TR" => "Identity" };
    let own_meaning = dictionary! { "Type" => "StructElem", "TR" => "Identity" };
    let image = dictionary! { "Type" => "XObject", "Subtype" => "Image", "OPI" => Dictionary::new() };
    let found = |object: Object| {
        let mut document = Document::load_mem(&bytes("classes-a")).unwrap();
        document.add_object(object);
        let mut saved = Vec::new();
        document.save_to(&mut saved).unwrap();
        Source::open(&saved, &Opening::default()).unwrap().archival_contradiction(2)
    };
    assert_eq!(found(curve.into()), Some(Contradiction::Construct("TR".to_owned())));
    assert_eq!(found(own_meaning.into()), None);
    assert_eq!(found(Stream::new(image, Vec::new()).into()), Some(Contradiction::Construct("OPI".to_owned())));
    let attached = |part| open("claims-with-attachment", false).unwrap().archival_contradiction(part);
    assert_eq!(attached(2), Some(Contradiction::Attachment("data.csv".to_owned())));
    assert_eq!(attached(3), None);
}

/// A file that veraPDF passes is accused of nothing.
#[test]
fn sound_files_have_no_contradictions() {
    for (name, expected) in corpus::all() {
        if matches!(expected, Expected::Tagged(corpus::Holds::Both | corpus::Holds::BothWithFiles)) {
            assert_eq!(open(name, false).unwrap().contradictions(), Ok(Vec::new()), "{name}");
        }
    }
}
