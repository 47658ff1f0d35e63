//! Opens the materials of a packet in one language, and says what each of them supports.

use super::edition::Edition;
use super::stamping::EDGE;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::packet::{MaterialFile, MaterialSource, PacketMaterial};
use crate::pdf::Unreadable;
use crate::pdf::ink::{self, Ink};
use crate::pdf::join::{Conformance, Contradiction, Level, Opening, Refusal, Source};
use crate::pdf::soundness::{Finding, Kind};
use crate::report::Language;
use crate::source::{Project, read_material};

/// A material in one language.
pub(super) struct Opened {
    /// Its file, or the folder of its report, as the settings name it.
    pub(super) path: Located<String>,
    pub(super) source: Source,
    pub(super) title: String,
    /// Its language, if the file does not say it.
    pub(super) language: Option<String>,
    /// What it supports, which may be less than it claims.
    pub(super) conformance: Conformance,
    /// Why it supports less than a packet can claim.
    pub(super) reason: Option<Reason>,
    /// The edges of its pages as they are drawn; `None` if they cannot be drawn.
    pub(super) ink: Option<Vec<Ink>>,
}

/// Why a material does not support what a packet can claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reason {
    /// It has no tags.
    Untagged,
    /// It does not claim it.
    NotClaimed,
    /// Its report does not list it.
    NotInReport,
    /// It is of a part of PDF/A that allows more, such as attached files.
    HigherPart,
    /// Its tags contradict its claim; the first contradiction.
    Contradicted(Finding),
    /// Neither it nor the packet says its language.
    NoLanguage,
    /// Its tags cannot be compared with its content.
    TagsNotChecked,
    /// It contradicts its claim of PDF/A.
    NotArchivable(Contradiction),
}

impl Reason {
    /// The selector in the message.
    pub(super) fn as_str(&self) -> &'static str {
        match self {
            Self::Untagged => "untagged",
            Self::NotClaimed => "not-claimed",
            Self::NotInReport => "not-in-report",
            Self::HigherPart => "higher-part",
            Self::Contradicted(_) => "contradicted",
            Self::NoLanguage => "no-language",
            Self::TagsNotChecked => "tags-not-checked",
            Self::NotArchivable(contradiction) => contradiction.as_str(),
        }
    }
}

impl Opened {
    fn new(
        path: &Located<String>,
        bytes: Vec<u8>,
        source: Source,
        title: String,
        language: Option<String>,
        is_own: bool,
    ) -> Self {
        let claims = source.claims();
        let (conformance, reason) = if is_own {
            (claims, (!is_best(claims)).then_some(Reason::NotInReport))
        } else {
            supported(&source, claims, language.is_some() || source.language().is_some())
        };
        // The file itself is not needed any more.
        let ink = if source.can_be_drawn() { ink::edges(bytes, EDGE) } else { None };
        Self { path: path.clone(), source, title, language, conformance, reason, ink }
    }
}

/// What a file of another program supports. Its claims are only assertions, which it may contradict.
fn supported(source: &Source, claims: Conformance, says_language: bool) -> (Conformance, Option<Reason>) {
    const NOTHING: Conformance = Conformance { archive: None, accessible: false };
    let claims_tags = claims.accessible || claims.archive.is_some_and(|(_, level)| level == Level::A);
    if !source.is_tagged() {
        // A file that claims tags and has none is not believed in anything.
        return (if claims_tags { NOTHING } else { claims }, Some(Reason::Untagged));
    }
    let part = claims.archive.map_or(3, |(part, _)| part);
    match source.archival_contradiction(part) {
        // Fonts have to be embedded for PDF/UA as well.
        Some(font @ Contradiction::Font(_)) if claims != NOTHING => {
            return (NOTHING, Some(Reason::NotArchivable(font)));
        }
        Some(other) if claims.archive.is_some() => {
            return (Conformance { archive: None, ..claims }, Some(Reason::NotArchivable(other)));
        }
        _ => {}
    }
    if claims_tags {
        let findings = source.contradictions();
        let archive = claims.archive.map(|(part, level)| (part, level.min(Level::U)));
        let doubt = match &findings {
            Ok(found) => {
                found.iter().find(|finding| finding.kind != Kind::PrivateCharacter).cloned().map(Reason::Contradicted)
            }
            Err(_) => Some(Reason::TagsNotChecked),
        };
        if doubt.is_some() {
            return (Conformance { archive, accessible: false }, doubt);
        }
        if claims.accessible && !says_language {
            return (Conformance { archive, accessible: false }, Some(Reason::NoLanguage));
        }
        // Only PDF/A of level A forbids such characters.
        if let Some(private) = findings.into_iter().flatten().next() {
            return (Conformance { archive, ..claims }, Some(Reason::Contradicted(private)));
        }
    }
    // What PDF/A asks of level A beyond level B, PDF/UA-1 asks as well: tags, languages, and text as Unicode.
    let archive = claims.archive.map(|(part, level)| (part, if claims.accessible { Level::A } else { level }));
    let supported = Conformance { archive, ..claims };
    (supported, (!is_best(supported)).then_some(Reason::NotClaimed))
}

/// Whether a packet with such a material loses nothing by it.
fn is_best(conformance: Conformance) -> bool {
    conformance.accessible && conformance.archive.is_some_and(|(_, level)| level == Level::A)
}

/// Opens a material in a language; `editions` has that of a report project.
pub(super) fn open(
    material: &PacketMaterial,
    edition: Option<&Edition>,
    language: &Language,
    opening: &Opening,
    project: &Project,
    diagnostics: &mut Diagnostics,
) -> Option<Opened> {
    let own_title = |source: &Source| {
        let given = material.title.as_ref().map(|title| title.of(language).to_owned());
        given.filter(|title| !title.is_empty()).or_else(|| source.title()).unwrap_or_default()
    };
    match &material.source {
        MaterialSource::Report { folder, .. } => {
            let bytes = edition?.get(language)?.clone();
            let source = Source::open(&bytes, opening);
            let source = source.map_err(|refusal| diagnostics.push(refused(folder, &refusal))).ok()?;
            let title = own_title(&source);
            Some(Opened::new(folder, bytes, source, title, Some(language.to_string()), true))
        }
        MaterialSource::File(file) => {
            let (path, said) = match file {
                MaterialFile::Same(path, said) => (path, said.clone()),
                MaterialFile::ByLanguage(paths) => {
                    let (said, path) = paths.iter().find(|(known, _)| known == language)?;
                    (path, Some(said.clone()))
                }
            };
            let bytes = read_material(path, project, diagnostics)?;
            let source = Source::open(&bytes, opening);
            let source = source.map_err(|refusal| diagnostics.push(refused(path, &refusal))).ok()?;
            let title = own_title(&source);
            Some(Opened::new(path, bytes, source, title, said.map(|said| said.to_string()), false))
        }
    }
}

fn refused(path: &Located<String>, refusal: &Refusal) -> Diagnostic {
    let problem = Diagnostic::at(Code::UnsuitableMaterial, &path.place).with("file", &path.value);
    match refusal {
        Refusal::Unreadable(reason @ Unreadable::Damaged(detail)) => {
            problem.with("reason", reason.reason()).with_detail(detail)
        }
        Refusal::Unreadable(reason) => problem.with("reason", reason.reason()),
        Refusal::Signed => problem.with("reason", "signed"),
        Refusal::Script => problem.with("reason", "script"),
        Refusal::Xfa => problem.with("reason", "xfa"),
        Refusal::TooManyPages => problem.with("reason", "too-many-pages"),
    }
}
