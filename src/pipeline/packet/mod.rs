//! Converts a packet's folder to its files: for each language a folder with the whole packet, each material, and a web
//! page. The editions of reports are built first, then all materials are opened, measured and joined.

mod bound;
mod claim;
mod edition;
mod languages;
mod material;
mod stamping;
mod typeset;

use std::path::{Path, PathBuf};

pub use typeset::{PacketPages, PacketPress, PacketProblems};

use super::{OUT, Outcome};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::output::{StagingError, replace_folders, unwritable};
use crate::packet::Packet;
use crate::report::{Language, Standard};
use crate::resources::locale_files;
use crate::source::{PACKET_FILE, Project, expect_used, read_packet, require_sources};
use bound::AGENDA_FILE;

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

/// Reads and checks a packet as far as a build would; writes nothing.
#[must_use]
pub fn check(request: &PacketRequest) -> Outcome {
    let mut project = Project::new(&request.folder);
    let mut diagnostics = Diagnostics::default();
    made(request, &mut project, &mut diagnostics);
    Outcome { diagnostics: naming(PACKET_FILE, diagnostics), texts: project.into_texts(), ..Outcome::default() }
}

/// Builds a packet into a folder below `out` for each language.
#[must_use]
pub fn build(request: &PacketRequest, out: &Path) -> Outcome {
    let mut project = Project::new(&request.folder);
    let mut diagnostics = Diagnostics::default();
    let folders = made(request, &mut project, &mut diagnostics);
    let written = if diagnostics.has_errors() { Vec::new() } else { write(out, &folders, &mut diagnostics) };
    let diagnostics = naming(PACKET_FILE, diagnostics);
    Outcome { diagnostics, texts: project.into_texts(), written, ..Outcome::default() }
}

fn made(request: &PacketRequest, project: &mut Project, diagnostics: &mut Diagnostics) -> Vec<Folder> {
    let packet = read(request, project, diagnostics).filter(|_| !diagnostics.has_errors());
    packet.map(|packet| languages::build(&packet, request, project, diagnostics)).unwrap_or_default()
}

/// Names the settings in problems that are mended there, unless they already name those of a report.
fn naming(settings: &str, diagnostics: Diagnostics) -> Diagnostics {
    const MENDED: [Code; 4] = [Code::InvalidFont, Code::MissingGlyph, Code::MissingVariant, Code::StandardsViolated];
    diagnostics.map(|problem| {
        let is_to_name = MENDED.contains(&problem.code) && problem.argument("settings").is_none();
        Some(if is_to_name { problem.with("settings", settings) } else { problem })
    })
}

/// The files of a packet in one language for one audience.
struct Folder {
    name: String,
    files: Vec<(String, Vec<u8>)>,
}

/// Replaces the earlier packets of the same names, all or none, so that no material of them is left behind.
fn write(out: &Path, folders: &[Folder], diagnostics: &mut Diagnostics) -> Vec<PathBuf> {
    let paths: Vec<PathBuf> = folders.iter().map(|folder| out.join(&folder.name)).collect();
    let to_replace = paths.iter().zip(folders).map(|(path, folder)| (path.as_path(), folder.files.as_slice()));
    match replace_folders(&to_replace.collect::<Vec<_>>(), |folder| folder.join(AGENDA_FILE).is_file()) {
        Ok(in_the_way) if in_the_way.is_empty() => {
            let files = paths.iter().zip(folders).flat_map(|(path, folder)| {
                let names = folder.files.iter().map(|(name, _)| name);
                names.map(|name| path.join(name))
            });
            return files.collect();
        }
        Ok(in_the_way) => diagnostics.extend(in_the_way.iter().map(|folder| {
            let problem = Diagnostic::without_place(Code::FolderNotEmpty).with("part", "packet");
            problem.with("folder", folder.display())
        })),
        Err(StagingError { path, error }) => diagnostics.push(unwritable(&path, &error, OUT)),
    }
    Vec::new()
}

/// Reads a packet and checks that all its materials are there.
fn read(request: &PacketRequest, project: &mut Project, diagnostics: &mut Diagnostics) -> Option<Packet> {
    let packet = read_packet(project, diagnostics)?;
    require_sources(&packet, project, diagnostics);
    for language in &packet.languages {
        locale_files(project, language, diagnostics);
    }
    require_languages(&packet, request, diagnostics);
    // A material with an error may consist of a file that seems unused.
    if !diagnostics.has_errors() {
        expect_used(&packet, project, diagnostics);
    }
    Some(packet)
}

/// Adds an error for each wanted language that is none of the packet.
fn require_languages(packet: &Packet, request: &PacketRequest, diagnostics: &mut Diagnostics) {
    let languages: Vec<String> = packet.languages.iter().map(|language| language.value.to_string()).collect();
    let is_known = |wanted: &Language| packet.languages.iter().any(|language| language.value == *wanted);
    for language in request.languages.iter().filter(|language| !is_known(language) && !languages.is_empty()) {
        let problem = Diagnostic::without_place(Code::NoEdition).with("part", "packet").with("language", language);
        let problem = problem.with_nearest(language.meant().filter(is_known));
        diagnostics.push(problem.with("allowed", languages.join(", ")));
    }
}
