//! What the joined file says about itself, in its information and its XMP metadata alike.

use lopdf::{Dictionary, Object, ObjectId, Stream};
use xmp_writer::{DateTime, LangId, XmpWriter};

use super::target::Target;

/// What the joined file says about itself.
#[derive(Debug, Clone)]
pub struct About {
    /// The title.
    pub title: String,
    /// The author.
    pub author: Option<String>,
    /// The language as a BCP 47 tag.
    pub language: String,
    /// The program and its version.
    pub creator: String,
    /// Year, month and day.
    pub date: (u16, u8, u8),
    /// A permanent identifier, the same for every version of the document.
    pub identifier: String,
    /// The standards that the joined file claims.
    pub conformance: Conformance,
}

/// A level of PDF/A; a higher one includes the lower.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Level B: its look is reproducible.
    B,
    /// Level U: and its text is Unicode.
    U,
    /// Level A: and it is tagged.
    A,
}

/// Standards that a file claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conformance {
    /// The part of PDF/A, 2 or 3, and the level.
    pub archive: Option<(u8, Level)>,
    /// PDF/UA-1.
    pub accessible: bool,
}

impl Conformance {
    /// What two files support together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let archive = match (self.archive, other.archive) {
            // What conforms to PDF/A-2 conforms to PDF/A-3, which also allows attachments of any kind.
            (Some((part, level)), Some((other_part, other_level))) => {
                Some((part.max(other_part), level.min(other_level)))
            }
            _ => None,
        };
        Self { archive, accessible: self.accessible && other.accessible }
    }
}

impl Level {
    /// The letter of the level.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::U => "U",
        }
    }
}

impl About {
    /// The date as PDF writes it.
    pub(super) fn pdf_date(&self) -> String {
        let (year, month, day) = self.date;
        format!("D:{year:04}{month:02}{day:02}")
    }
}

pub(super) fn write(about: &About, pages: usize, target: &mut Target<'_>) -> ObjectId {
    let mut xmp = XmpWriter::new();
    xmp.title([(None, about.title.as_str())]);
    if let Some(author) = &about.author {
        xmp.creator([author.as_str()]);
    }
    xmp.creator_tool(&about.creator);
    xmp.language([LangId(&about.language)]);
    let (year, month, day) = about.date;
    let date = DateTime::date(year, month, day);
    xmp.create_date(date);
    xmp.modify_date(date);
    xmp.num_pages(u32::try_from(pages).unwrap_or(u32::MAX));
    xmp.format("application/pdf");
    xmp.document_id(&about.identifier);
    xmp.pdf_version("1.7");
    let Conformance { archive, accessible } = about.conformance;
    if let Some((part, level)) = archive {
        xmp.pdfa_part(i32::from(part));
        xmp.pdfa_conformance(level.letter());
    }
    if accessible {
        xmp.pdfua_part(1);
    }
    // PDF/A requires a description of properties that it does not know.
    if archive.is_some() && accessible {
        let mut schemas = xmp.extension_schemas();
        schemas.pdfua_id().properties().describe_part();
        drop(schemas);
    }
    let packet = xmp.finish(None).into_bytes();
    let dictionary = Dictionary::from_iter([
        ("Type", Object::Name(b"Metadata".to_vec())),
        ("Subtype", Object::Name(b"XML".to_vec())),
    ]);
    target.add(Stream::new(dictionary, packet).with_compression(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn together_files_support_what_the_weakest_does() {
        let of = |archive, accessible| Conformance { archive, accessible };
        let best = of(Some((2, Level::A)), true);
        assert_eq!(best.and(of(Some((3, Level::A)), true)), of(Some((3, Level::A)), true));
        assert_eq!(best.and(of(Some((2, Level::B)), false)), of(Some((2, Level::B)), false));
        assert_eq!(best.and(of(None, true)), of(None, true));
    }
}
