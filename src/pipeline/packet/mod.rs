//! Converts a packet's folder to its files: the whole packet, each material, and a web page.

mod typeset;

use std::path::{Path, PathBuf};

pub use typeset::{PacketPages, PacketPress, PacketProblems};

use super::Outcome;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::packet::Packet;
use crate::report::{Language, Standard};
use crate::resources::locale_files;
use crate::source::{Project, read_packet, require_sources};

/// A packet with the languages to build and what is required of it.
#[derive(Debug, Clone)]
pub struct PacketRequest {
    /// The folder that contains `packet.toml`.
    pub folder: PathBuf,
    /// Only these languages; all if empty.
    pub languages: Vec<Language>,
    /// The standards that the whole packet has to meet.
    pub require: Vec<Standard>,
    /// Whether files with digital signatures are accepted, which joining invalidates.
    pub allow_signed: bool,
}

impl PacketRequest {
    /// All languages of a packet, without further requirements.
    #[must_use]
    pub fn all(folder: PathBuf) -> Self {
        Self { folder, languages: Vec::new(), require: Vec::new(), allow_signed: false }
    }
}

/// Reads and checks a packet; writes nothing.
#[must_use]
pub fn check(request: &PacketRequest) -> Outcome {
    let mut project = Project::new(&request.folder);
    let mut diagnostics = Diagnostics::default();
    if let Some(packet) = read_packet(&mut project, &mut diagnostics) {
        require_sources(&packet, &project, &mut diagnostics);
        for language in &packet.languages {
            locale_files(&mut project, language, &mut diagnostics);
        }
        require_language(&packet, request, &mut diagnostics);
    }
    Outcome { diagnostics, texts: project.into_texts(), ..Outcome::default() }
}

/// Builds a packet into a folder.
#[must_use]
pub fn build(request: &PacketRequest, _out: &Path) -> Outcome {
    check(request)
}

/// Adds an error if none of the wanted languages is one of the packet.
fn require_language(packet: &Packet, request: &PacketRequest, diagnostics: &mut Diagnostics) {
    let is_wanted = |language: &Language| request.languages.is_empty() || request.languages.contains(language);
    if !packet.languages.iter().any(|language| is_wanted(&language.value)) && !packet.languages.is_empty() {
        let languages: Vec<String> = packet.languages.iter().map(|language| language.value.to_string()).collect();
        let problem = Diagnostic::without_place(Code::NoEdition).with("part", "packet");
        diagnostics.push(problem.with("allowed", languages.join(", ")));
    }
}
