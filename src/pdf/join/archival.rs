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
    /// Something else that PDF/A forbids, by its name in PDF.
    Construct(String),
    /// A file is attached that PDF/A-2 does not allow: its name.
    Attachment(String),
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
            Self::Construct(_) => "construct",
            Self::Attachment(_) => "attachment",
            Self::External => "external",
        }
    }

    /// A name of the document; empty if there is none.
    #[must_use]
    pub fn detail(&self) -> &str {
        match self {
            Self::Font(name)
            | Self::Action(name)
            | Self::Filter(name)
            | Self::Construct(name)
            | Self::Attachment(name) => name,
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

/// Entries of drawings and graphics states that PDF/A forbids.
const CONSTRUCTS: [&str; 5] = ["TR", "HTP", "Ref", "Alternates", "OPI"];

/// The first contradiction of a file to a part of PDF/A, in the order of its objects.
pub(super) fn contradiction(file: &File, part: u8) -> Option<Contradiction> {
    file.objects().objects.values().find_map(|object| match object {
        Object::Dictionary(dictionary) => font(file, dictionary)
            .or_else(|| action(file, dictionary))
            .or_else(|| construct(file, dictionary, "ExtGState"))
            .or_else(|| attachment(file, dictionary).filter(|_| part < PART_WITH_ATTACHMENTS)),
        Object::Stream(stream) => filter(file, &stream.dict).or_else(|| construct(file, &stream.dict, "XObject")),
        _ => None,
    })
}

/// The part of PDF/A that allows attachments of any kind.
const PART_WITH_ATTACHMENTS: u8 = 3;

fn construct(file: &File, dictionary: &Dictionary, kind: &str) -> Option<Contradiction> {
    let name = |key: &[u8]| file.value(dictionary, key).and_then(file::name).unwrap_or_default();
    let is_drawing = matches!(name(b"Subtype").as_str(), "Form" | "Image" | "PS");
    if name(b"Type") != kind && !(kind == "XObject" && is_drawing) {
        return None;
    }
    let is_postscript = name(b"Subtype") == "PS" || name(b"Subtype2") == "PS";
    let found = CONSTRUCTS.into_iter().find(|key| dictionary.has(key.as_bytes()));
    found.or(is_postscript.then_some("PS")).map(|found| Contradiction::Construct(found.to_owned()))
}

fn attachment(file: &File, specification: &Dictionary) -> Option<Contradiction> {
    file.dictionary(specification, b"EF")?;
    let name = file.text(specification, b"UF").or_else(|| file.text(specification, b"F")).unwrap_or_default();
    (!name.to_lowercase().ends_with(".pdf")).then_some(Contradiction::Attachment(name))
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
