//! Reads the files embedded in a PDF, without interpreting them.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object};

use super::Unreadable;
use super::entries::entries;
use super::file::{self, File};

/// A file embedded in a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file name.
    pub name: String,
    /// The description, if any.
    pub description: Option<String>,
    /// The `AFRelationship`: `Data`, `Source`, `Supplement` …
    pub relationship: Option<String>,
    /// The media type, such as `text/csv`.
    pub media_type: Option<String>,
    /// The content.
    pub data: Vec<u8>,
}

/// Embedded files and associated files, each once.
pub(super) fn read(file: &File) -> Result<Vec<Attachment>, Unreadable> {
    let mut specifications = Vec::new();
    if let Some(names) = file.dictionary(file.catalog(), b"Names")
        && let Some(root) = file.dictionary(names, b"EmbeddedFiles")
    {
        specifications.extend(entries(file, root, b"Names").into_iter().map(|(_, specification)| specification));
    }
    specifications.extend(file.array(file.catalog(), b"AF"));
    let mut met = BTreeSet::new();
    let mut left = file.allowance();
    let mut attachments = Vec::new();
    for specification in specifications {
        if specification.as_reference().is_ok_and(|id| !met.insert(id)) {
            continue;
        }
        if let Some(Object::Dictionary(specification)) = file.resolved(specification)
            && let Some(attachment) = attachment(file, specification, left)?
        {
            left = left.saturating_sub(attachment.data.len());
            attachments.push(attachment);
        }
    }
    Ok(attachments)
}

fn attachment(file: &File, specification: &Dictionary, left: usize) -> Result<Option<Attachment>, Unreadable> {
    let name = file.text(specification, b"UF").or_else(|| file.text(specification, b"F"));
    let embedded = file.dictionary(specification, b"EF");
    let stream = embedded.and_then(|embedded| file.value(embedded, b"UF").or_else(|| file.value(embedded, b"F")));
    let (Some(name), Some(Object::Stream(stream))) = (name, stream) else { return Ok(None) };
    Ok(Some(Attachment {
        name,
        description: file.text(specification, b"Desc"),
        relationship: file.value(specification, b"AFRelationship").and_then(file::name),
        media_type: file.value(&stream.dict, b"Subtype").and_then(file::name),
        data: File::unpacked(stream, left)?,
    }))
}
