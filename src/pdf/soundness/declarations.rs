//! Checks document-level declarations: title, language, page labels.

use lopdf::Object;

use super::finding::Findings;
use super::{Finding, Kind};
use crate::pdf::TaggedPdf;
use crate::pdf::entries::entries;
use crate::pdf::metadata::Metadata;

pub(super) fn check(pdf: &TaggedPdf, findings: &mut Findings) {
    let file = &pdf.file;
    let truth = |dictionary: &[u8], key: &[u8]| {
        let holder = file.dictionary(file.catalog(), dictionary);
        holder.and_then(|holder| file.value(holder, key)).is_some_and(|value| matches!(value, Object::Boolean(true)))
    };
    let mut expect = |holds: bool, kind: Kind| {
        if !holds {
            findings.push(Finding::new(kind, ""));
        }
    };
    let title = pdf.title().filter(|title| !title.trim().is_empty());
    expect(title.is_some(), Kind::NoTitle);
    expect(pdf.language().is_some_and(|language| !language.trim().is_empty()), Kind::NoLanguage);
    expect(!truth(b"MarkInfo", b"Suspects"), Kind::SuspectTags);
    // Page labels have to begin with the first page.
    let labels = file.dictionary(file.catalog(), b"PageLabels").map(|root| entries(file, root, b"Nums"));
    let first = |(page, _): &(&Object, &Object)| matches!(page, Object::Integer(0));
    expect(labels.is_some_and(|labels| labels.iter().any(first)), Kind::NoPageLabels);
    let metadata = Metadata::read(file);
    expect(metadata.is_some(), Kind::NoMetadata);
    // PDF/UA requires it, PDF/A does not.
    let universal = metadata.as_ref().is_some_and(|metadata| metadata.claims.pdf_ua.is_some());
    expect(!universal || truth(b"ViewerPreferences", b"DisplayDocTitle"), Kind::TitleNotShown);
    if let (Some(metadata), Some(title)) = (metadata, title)
        && metadata.title.as_deref() != Some(title.trim())
    {
        let other = metadata.title.unwrap_or_default();
        findings.push(Finding::new(Kind::TitlesDiffer, format!("{title} ≠ {other}")));
    }
}
