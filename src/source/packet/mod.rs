//! Reads `packet.toml`.

mod material;
mod meeting;
mod path;
mod schema;
mod sources;
mod texts;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use schema::packet_schema;
pub use sources::{LARGEST_MATERIAL, expect_used, first_template, read_material, require_sources};

use material::Reading;
use texts::{Languages, Wording, required_texts};

use super::look;
use super::project::{PACKET_FILE, Project, REPORT_FILE};
use super::setting;
use super::toml_table::{self, TomlTable};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::format::{Names, PACKET_FORMAT};
use crate::packet::{AgendaItem, MOST_MATERIALS, Packet, PacketMaterial, WantedNumber, numbered, repeated};
use crate::report::{MaterialSeries, name_of};

/// The folder of a packet, given that folder or its `packet.toml`. `None` for anything else; a folder that also holds a
/// report is one of a report.
#[must_use]
pub fn packet_folder(path: &Path) -> Option<PathBuf> {
    if path.is_dir() {
        let is_packet = path.join(PACKET_FILE).is_file() && !path.join(REPORT_FILE).exists();
        return is_packet.then(|| path.to_owned());
    }
    super::folder_of(path, PACKET_FILE)
}

/// Reads and validates the settings of a packet. `None` if an essential part is missing or invalid.
pub fn read_packet(project: &mut Project, diagnostics: &mut Diagnostics) -> Option<Packet> {
    let (file, text) = project.read_text(PACKET_FILE, diagnostics)?;
    read(&file, &text, diagnostics)
}

fn read(file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) -> Option<Packet> {
    let document = toml_table::parse(file, text, diagnostics);
    if diagnostics.has_errors() {
        return None;
    }
    let mut root = TomlTable::root(Names::Packet, file, &document);
    if !setting::is_known_format(&mut root, "packet", PACKET_FORMAT, diagnostics) {
        return None;
    }
    let id = setting::id_of_files(&mut root, diagnostics);
    let found = diagnostics.found();
    let languages = setting::languages(&mut root, diagnostics);
    // Texts in a language that cannot be read would be reported as superfluous.
    let known = Languages::new(&languages, diagnostics.found() == found);
    let is_draft = is_set(&mut root, "draft", diagnostics);
    let duplex = is_set(&mut root, "duplex", diagnostics);
    let meeting = root.required_table("meeting", diagnostics);
    let meeting = meeting.and_then(|table| meeting::read(table, known, diagnostics));
    let agenda = bounded(&mut root, "agenda", diagnostics);
    let agenda = agenda.into_iter().filter_map(|table| read_item(table, known, diagnostics)).collect();
    let look = root.table("theme", diagnostics).map(|table| look::read(table, diagnostics)).unwrap_or_default();
    root.require("material");
    let found = diagnostics.found();
    let materials = bounded(&mut root, "material", diagnostics);
    if materials.is_empty() && diagnostics.found() == found {
        root.require_filled("material", diagnostics);
    }
    let materials = materials.into_iter().map(|table| material::read(table, known, diagnostics)).collect();
    root.finish(diagnostics);
    let materials = with_numbers(materials, diagnostics);
    Some(Packet { id: id?.value, languages, meeting: meeting?, agenda, materials, is_draft, duplex, look })
}

fn is_set(table: &mut TomlTable<'_>, key: &'static str, diagnostics: &mut Diagnostics) -> bool {
    table.boolean(key, diagnostics).is_some_and(|asked| asked.value)
}

/// Reads an array of tables up to the limit.
fn bounded<'a>(root: &mut TomlTable<'a>, key: &'static str, diagnostics: &mut Diagnostics) -> Vec<TomlTable<'a>> {
    let mut tables = root.tables(key, diagnostics);
    if let Some(beyond) = tables.get(MOST_MATERIALS) {
        let problem = Diagnostic::at(Code::InvalidValue, beyond.place()).with("part", "many");
        diagnostics.push(problem.with("key", key).with("most", MOST_MATERIALS));
    }
    tables.truncate(MOST_MATERIALS);
    tables
}

fn read_item(mut table: TomlTable<'_>, languages: Languages<'_>, diagnostics: &mut Diagnostics) -> Option<AgendaItem> {
    let title = required_texts(&mut table, "title", Wording::Translated, languages, diagnostics);
    table.finish(diagnostics);
    Some(AgendaItem { title: title? })
}

/// Numbers the materials, and reports numbers that two materials have.
fn with_numbers(materials: Vec<Reading>, diagnostics: &mut Diagnostics) -> Vec<PacketMaterial> {
    // A material that cannot be read has its number nevertheless.
    let number = |reading: &Reading| reading.wanted.clone().unwrap_or(WantedNumber::Without);
    let numbers = numbered(materials.iter().map(number).collect());
    for (later, earlier) in repeated(&numbers) {
        if let (Some(place), Some(first)) = (&later.place, &earlier.place) {
            let problem = Diagnostic::at(Code::DuplicateId, place).with("part", "material").with("id", &later.number);
            diagnostics
                .push(problem.with("series", name_of(&MaterialSeries::NAMES, &later.series)).with_related(first));
        }
    }
    let materials = materials.into_iter().zip(numbers);
    materials.filter_map(|(reading, number)| Some(PacketMaterial { number, ..reading.material? })).collect()
}

#[cfg(test)]
mod tests;
