//! Joins the PDFs of `tests/pdfs`, which other programs made or which have one peculiarity each, and compares the joined
//! files with their parts.

mod bounds;
mod changes;
mod corpus;
mod navigation;
mod opening;
mod pages;
pub(crate) mod pdf;
mod tags;
mod tools;

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, Mutex, OnceLock};

use nenpo::pdf::join::{self, About, Conformance, Joining, Opening, Part, Refusal, Source};

use crate::support::repository;

/// The language of every packet: that of none of its parts.
const LANGUAGE: &str = "fr";

/// What is known of a part from outside, in packets of the tests.
const LANGUAGE_OF_SILENT_PARTS: &str = "de";

/// The bytes of a file of `tests/pdfs`, by its name.
fn bytes(name: &str) -> Vec<u8> {
    let folder =
        if corpus::PROGRAMS.iter().any(|(known, _)| *known == name) { "tests/pdfs" } else { "tests/pdfs/traps" };
    fs::read(repository(folder).join(format!("{name}.pdf"))).unwrap()
}

fn open(name: &str, allow_signed: bool) -> Result<Source, Refusal> {
    Source::open(&bytes(name), &Opening { allow_signed })
}

/// The reason of a refusal, as [`corpus::Expected::Refused`] has it.
fn reason(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Unreadable(unreadable) => unreadable.reason(),
        Refusal::Signed => "signed",
        Refusal::Script => "script",
        Refusal::Xfa => "xfa",
        Refusal::TooManyPages => "too-many-pages",
    }
}

/// A joined file with the names of its parts.
struct Joined {
    parts: Vec<String>,
    bytes: Vec<u8>,
}

/// Joins files in their order; the packet claims nothing.
fn join(names: &[&str]) -> Joined {
    join_claiming(names, Conformance { archive: None, accessible: false })
}

fn join_claiming(names: &[&str], conformance: Conformance) -> Joined {
    let sources: Vec<Source> = names.iter().map(|name| open(name, false).unwrap()).collect();
    let parts = sources.iter().enumerate().map(|(index, source)| Part {
        source,
        title: title(index),
        label: label(index),
        language: source.language().is_none().then(|| LANGUAGE_OF_SILENT_PARTS.to_owned()),
        continues: false,
        pages: Vec::new(),
    });
    let about = about(conformance);
    let joining = Joining { about, parts: parts.collect(), stamps: None, links: Vec::new(), duplex: false };
    let bytes = join::join(&joining).unwrap();
    Joined { parts: names.iter().map(|name| (*name).to_owned()).collect(), bytes }
}

fn about(conformance: Conformance) -> About {
    About {
        title: "Packet".to_owned(),
        author: None,
        language: LANGUAGE.to_owned(),
        creator: "nenpo".to_owned(),
        date: (2026, 1, 31),
        identifier: "packet".to_owned(),
        conformance,
    }
}

/// The title of a part, from 0.
fn title(index: usize) -> String {
    format!("Material {}", index + 1)
}

/// What precedes the labels of a part's pages.
fn label(index: usize) -> String {
    format!("M{}", index + 1)
}

/// A file twice between two others, which use the same identifiers, roles and names as some of the traps. Each is joined
/// once for all tests.
fn among_others(name: &str) -> Arc<Joined> {
    static JOINED: OnceLock<Mutex<BTreeMap<String, Arc<Joined>>>> = OnceLock::new();
    let joined = JOINED.get_or_init(Mutex::default);
    if let Some(known) = joined.lock().unwrap().get(name) {
        return Arc::clone(known);
    }
    let new = Arc::new(join(&["identifiers-a", name, name, "roles-b"]));
    joined.lock().unwrap().insert(name.to_owned(), Arc::clone(&new));
    new
}
