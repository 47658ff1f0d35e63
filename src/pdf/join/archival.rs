//! What contradicts a claim of PDF/A, as far as it can be seen without drawing: a claim is only an assertion.

use lopdf::{Dictionary, Object};

use crate::pdf::file::{self, File};

/// What contradicts a claim of PDF/A.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contradiction {
    /// A font is not embedded: its name.
    Font(String),
    /// An action that PDF/A forbids: its type.
    Action(String),
    /// A filter that PDF/A forbids: its name.
    Filter(String),
    /// The content of a stream is in another file.
    External,
}

impl Contradiction {
    /// The selector in the message.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Font(_) => "font",
            Self::Action(_) => "action",
            Self::Filter(_) => "filter",
            Self::External => "external",
        }
    }

    /// A name of the document; empty if there is none.
    #[must_use]
    pub fn detail(&self) -> &str {
        match self {
            Self::Font(name) | Self::Action(name) | Self::Filter(name) => name,
            Self::External => "",
        }
    }
}

/// Actions that PDF/A forbids.
const ACTIONS: [&str; 11] = [
    "Launch",
    "Sound",
    "Movie",
    "ResetForm",
    "ImportData",
    "JavaScript",
    "Hide",
    "SetOCGState",
    "Rendition",
    "Trans",
    "GoTo3DView",
];

/// The first contradiction of a file, in the order of its objects.
pub(super) fn contradiction(file: &File) -> Option<Contradiction> {
    file.objects().objects.values().find_map(|object| match object {
        Object::Dictionary(dictionary) => font(file, dictionary).or_else(|| action(file, dictionary)),
        Object::Stream(stream) => filter(file, &stream.dict),
        _ => None,
    })
}

fn font(file: &File, font: &Dictionary) -> Option<Contradiction> {
    let kind = |key: &[u8]| file.value(font, key).and_then(file::name).unwrap_or_default();
    if kind(b"Type") != "Font" || matches!(kind(b"Subtype").as_str(), "Type0" | "Type3") {
        return None;
    }
    let is_embedded = file
        .dictionary(font, b"FontDescriptor")
        .is_some_and(|descriptor| [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| descriptor.has(key)));
    (!is_embedded).then(|| Contradiction::Font(kind(b"BaseFont")))
}

fn action(file: &File, dictionary: &Dictionary) -> Option<Contradiction> {
    let actions = std::iter::once(dictionary).chain(file.dictionary(dictionary, b"A"));
    let kinds = actions.filter_map(|action| file.value(action, b"S").and_then(file::name));
    kinds.into_iter().find(|kind| ACTIONS.contains(&kind.as_str())).map(Contradiction::Action)
}

fn filter(file: &File, stream: &Dictionary) -> Option<Contradiction> {
    let filters = match file.value(stream, b"Filter") {
        Some(Object::Array(filters)) => filters.iter().filter_map(file::name).collect(),
        Some(filter) => file::name(filter).into_iter().collect::<Vec<_>>(),
        None => Vec::new(),
    };
    if let Some(filter) = filters.into_iter().find(|filter| filter == "LZWDecode" || filter == "Crypt") {
        return Some(Contradiction::Filter(filter));
    }
    let is_external = stream.has(b"F") && !stream.has_type(b"Filespec") && file.dictionary(stream, b"F").is_some();
    is_external.then_some(Contradiction::External)
}
