//! Reads `report.toml`.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::cell::{identifier, word};
use super::toml_table::{self, TomlTable};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::format::REPORT_FORMAT;
use crate::report::{
    Bands, Day, DecimalSign, Edition, FiscalYear, Group, GroupId, Highlight, HighlightId, IndicatorId, Language, Look,
    Material, MaterialError, MaterialSeries, NoteId, ObservationStatus, PROGRESS_METHOD, Paper, Plan, ReportId, Round,
    Settings, Standard, TableSettings, is_file_name,
};

/// `None` if an essential part of `report.toml` is missing or invalid.
pub(super) fn read(file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) -> Option<Settings> {
    let document = toml_table::parse(file, text, diagnostics);
    if diagnostics.has_errors() {
        return None;
    }
    let mut root = TomlTable::root(file, &document);
    if !is_known_format(&mut root, diagnostics) {
        return None;
    }
    let id = root.required_text("id", diagnostics).and_then(|id| identifier(&id, ReportId::new, diagnostics));
    if let Some(id) = id.as_ref().filter(|id| !is_file_name(id.value.as_str())) {
        diagnostics.push(Diagnostic::at(Code::InvalidId, &id.place).with("part", "reserved").with("id", &id.value));
    }
    let plan = root.required_table("plan", diagnostics).and_then(|table| read_plan(table, diagnostics));
    let round =
        root.required_table("round", diagnostics).and_then(|table| read_round(table, plan.as_ref(), diagnostics));
    let notes =
        root.texts("notes", diagnostics).iter().filter_map(|note| identifier(note, NoteId::new, diagnostics)).collect();
    let found = diagnostics.found();
    let groups = tables(&mut root, "group", read_group, diagnostics);
    let groups_are_whole = diagnostics.found() == found;
    let highlights = tables(&mut root, "highlight", read_highlight, diagnostics);
    let bands =
        root.table("progress", diagnostics).map_or_else(Bands::default, |table| read_progress(table, diagnostics));
    let written = root.table("tables", diagnostics).map(|table| read_tables(table, diagnostics)).unwrap_or_default();
    let material = root.table("material", diagnostics).and_then(|table| read_material(table, diagnostics));
    let look = root.table("theme", diagnostics).map(|table| read_look(table, diagnostics)).unwrap_or_default();
    let (attach_data, standards) =
        root.table("pdf", diagnostics).map(|table| read_pdf(table, diagnostics)).unwrap_or_default();
    root.require("edition");
    let found = diagnostics.found();
    let editions = tables(&mut root, "edition", read_edition, diagnostics);
    if editions.is_empty() && diagnostics.found() == found {
        root.require_filled("edition", diagnostics);
    }
    root.finish(diagnostics);
    let standards = if standards.is_empty() { default_standards(file, attach_data.is_some()) } else { standards };
    Some(Settings {
        id: id?.value,
        plan: plan?,
        round: round?,
        groups,
        groups_are_whole,
        highlights,
        notes,
        bands,
        tables: written,
        material,
        look,
        standards,
        attach_data,
        editions,
    })
}

/// Whether the format is supported; if not, nothing else is checked.
fn is_known_format(root: &mut TomlTable<'_>, diagnostics: &mut Diagnostics) -> bool {
    let Some(format) = root.integer("format", diagnostics) else { return true };
    let diagnostic = |code| Diagnostic::at(code, &format.place).with("key", "format").with("value", format.value);
    if format.value > REPORT_FORMAT {
        diagnostics.push(diagnostic(Code::NewerFormat).with("kind", "report").with("known", REPORT_FORMAT));
    } else if format.value < 1 {
        diagnostics.push(diagnostic(Code::InvalidValue).with("allowed", ">= 1"));
    }
    format.value <= REPORT_FORMAT
}

fn default_standards(file: &Arc<str>, attach_data: bool) -> Vec<Located<Standard>> {
    let standards = if attach_data { Standard::DEFAULT_WITH_ATTACHMENTS } else { Standard::DEFAULT };
    standards.map(|standard| Located::new(standard, Place::whole(file))).to_vec()
}

fn tables<'a, T>(
    root: &mut TomlTable<'a>,
    key: &'static str,
    read: fn(TomlTable<'a>, &mut Diagnostics) -> Option<T>,
    diagnostics: &mut Diagnostics,
) -> Vec<T> {
    let tables = root.tables(key, diagnostics);
    tables.into_iter().filter_map(|table| read(table, diagnostics)).collect()
}

fn read_plan(mut table: TomlTable<'_>, diagnostics: &mut Diagnostics) -> Option<Plan> {
    let start = fiscal_year(&mut table, "start", diagnostics);
    let end = fiscal_year(&mut table, "end", diagnostics);
    table.finish(diagnostics);
    let (start, end) = (start?, end?);
    if end.value < start.value {
        diagnostics.push(
            Diagnostic::at(Code::InvalidValue, &end.place)
                .with("key", "plan.end")
                .with("value", end.value)
                .with("allowed", format!(">= {}", start.value)),
        );
        return None;
    }
    Some(Plan { start: start.value, end: end.value })
}

fn read_round(mut table: TomlTable<'_>, plan: Option<&Plan>, diagnostics: &mut Diagnostics) -> Option<Round> {
    let fiscal_year = fiscal_year(&mut table, "fiscal-year", diagnostics);
    let as_of = day(&mut table, "as-of", diagnostics);
    let published = day(&mut table, "published", diagnostics);
    table.finish(diagnostics);
    let (fiscal_year, as_of, published) = (fiscal_year?, as_of?, published?);
    // A round outside the plan is a separate problem.
    if plan.is_some_and(|plan| (plan.start..=plan.end).contains(&fiscal_year.value)) {
        expect_plausible_days(fiscal_year.value, &as_of, &published, diagnostics);
    }
    Some(Round { fiscal_year, as_of: as_of.value, published: published.value })
}

/// The most years between a round and its dates.
const MOST_YEARS: i32 = 5;

/// Warns of dates before the round begins, a publication before the reference date, and dates years later.
fn expect_plausible_days(
    round: FiscalYear,
    as_of: &Located<Day>,
    published: &Located<Day>,
    diagnostics: &mut Diagnostics,
) {
    let start = i32::from(round.starting_year());
    let mut warn = |part: &str, day: &Located<Day>| {
        let problem = Diagnostic::at(Code::ImplausibleDate, &day.place).with("part", part).with("date", day.value);
        diagnostics.push(problem.with("as-of", as_of.value).with("year", round));
    };
    if Day::new(start, 4, 1).is_some_and(|first| as_of.value < first) {
        warn("before-round", as_of);
    } else if as_of.value.year > start + 1 + MOST_YEARS {
        warn("late", as_of);
    }
    if published.value < as_of.value {
        warn("before-as-of", published);
    } else if published.value.year > start + 1 + MOST_YEARS {
        warn("late", published);
    }
}

fn read_group(mut table: TomlTable<'_>, diagnostics: &mut Diagnostics) -> Option<Group> {
    let id = table.required_text("id", diagnostics);
    let featured = table.texts("featured", diagnostics);
    let featured = featured.iter().filter_map(|id| identifier(id, IndicatorId::new, diagnostics)).collect();
    table.finish(diagnostics);
    let id = identifier(&id?, GroupId::new, diagnostics)?;
    Some(Group { id: id.value, place: id.place, featured })
}

fn read_highlight(mut table: TomlTable<'_>, diagnostics: &mut Diagnostics) -> Option<Highlight> {
    let id = table.required_text("id", diagnostics);
    let group = table.text("group", diagnostics).and_then(|group| identifier(&group, GroupId::new, diagnostics));
    let figure = table.text("figure", diagnostics).filter(|figure| is_inside("figure", figure, diagnostics));
    table.finish(diagnostics);
    let id = identifier(&id?, HighlightId::new, diagnostics)?;
    Some(Highlight { id: id.value, place: id.place, group, figure })
}

/// Requires that a path stays inside the report's folder, so that the folder can be moved and published.
fn is_inside(key: &str, path: &Located<String>, diagnostics: &mut Diagnostics) -> bool {
    let inside = !path.value.is_empty() && !path.value.contains(['\\', ':']) && path.value.split('/').all(is_file_name);
    if !inside {
        diagnostics.push(
            Diagnostic::at(Code::InvalidValue, &path.place)
                .with("key", key)
                .with("value", &path.value)
                .with("allowed", "figures/….svg"),
        );
    }
    inside
}

fn read_progress(mut table: TomlTable<'_>, diagnostics: &mut Diagnostics) -> Bands {
    let found = diagnostics.found();
    let mut bands = Bands::default();
    if let Some(method) = table.text("method", diagnostics)
        && method.value != PROGRESS_METHOD
    {
        diagnostics.push(
            Diagnostic::at(Code::UnknownWord, &method.place)
                .with("value", &method.value)
                .with_candidates(&method.value, [PROGRESS_METHOD]),
        );
    }
    for (key, band) in [("on-track", &mut bands.on_track), ("acceleration-needed", &mut bands.acceleration_needed)] {
        let Some(number) = table.number(key, diagnostics) else { continue };
        match Decimal::from_str(&number.value) {
            Ok(value) if value > Decimal::ZERO && value <= Decimal::TEN => *band = value,
            _ => diagnostics.push(
                Diagnostic::at(Code::InvalidValue, &number.place)
                    .with("key", key)
                    .with("value", &number.value)
                    .with("allowed", "0.01–10"),
            ),
        }
    }
    if bands.acceleration_needed > bands.on_track && diagnostics.found() == found {
        diagnostics.push(
            Diagnostic::at(Code::InvalidValue, table.place())
                .with("key", "progress.acceleration-needed")
                .with("value", bands.acceleration_needed)
                .with("allowed", format!("<= {}", bands.on_track)),
        );
    }
    table.finish(diagnostics);
    bands
}

fn read_tables(mut table: TomlTable<'_>, diagnostics: &mut Diagnostics) -> TableSettings {
    let decimal = table.text("decimal", diagnostics).and_then(|sign| word(&sign, &DecimalSign::NAMES, diagnostics));
    let mut signs = BTreeMap::new();
    for (sign, status) in table.texts_by_name("signs", diagnostics) {
        let status = word(&status, &ObservationStatus::absences(), diagnostics);
        signs.extend(status.map(|status| (sign.value, status)));
    }
    let ignored = table.texts("ignore", diagnostics).into_iter().map(|column| column.value).collect();
    table.finish(diagnostics);
    TableSettings { decimal, signs, ignored }
}

fn read_material(mut table: TomlTable<'_>, diagnostics: &mut Diagnostics) -> Option<Material> {
    let number = table.required_text("number", diagnostics);
    let series =
        table.text("series", diagnostics).and_then(|series| word(&series, &MaterialSeries::NAMES, diagnostics));
    table.finish(diagnostics);
    let number = number?;
    match Material::new(&number.value, series) {
        Ok(material) => Some(Material { place: Some(number.place), ..material }),
        Err(error) => {
            let part = match error {
                MaterialError::Length => "material-length",
                MaterialError::Word => "material-word",
                MaterialError::Series => "material-series",
            };
            diagnostics.push(
                Diagnostic::at(Code::InvalidValue, &number.place)
                    .with("part", part)
                    .with("most", Material::LONGEST)
                    .with("key", "material.number")
                    .with("value", &number.value)
                    .with("allowed", "1-2, …"),
            );
            None
        }
    }
}

fn read_look(mut table: TomlTable<'_>, diagnostics: &mut Diagnostics) -> Look {
    let paper = table.text("paper", diagnostics).and_then(|paper| word(&paper, &Paper::NAMES, diagnostics));
    let accents = table.texts("accents", diagnostics);
    let ink = table.texts_by_name("ink", diagnostics);
    let status = table.texts_by_name("status", diagnostics);
    let (mut fonts, mut languages) = (BTreeMap::new(), Vec::new());
    for (tag, families) in table.lists_by_name("fonts", diagnostics) {
        if let Some(language) = language("theme.fonts", tag, &languages, diagnostics) {
            fonts.insert(language.value.clone(), families);
            languages.push(language);
        }
    }
    let logo = table.text("logo", diagnostics).filter(|logo| is_inside("theme.logo", logo, diagnostics));
    table.finish(diagnostics);
    Look { paper, accents, ink, status, fonts, logo }
}

fn language(
    key: &str,
    tag: Located<String>,
    known: &[Located<Language>],
    diagnostics: &mut Diagnostics,
) -> Option<Located<Language>> {
    let Some(language) = Language::new(&tag.value) else {
        diagnostics.push(
            Diagnostic::at(Code::InvalidValue, &tag.place)
                .with("key", key)
                .with("value", &tag.value)
                .with("allowed", "ja, en, …"),
        );
        return None;
    };
    if let Some(first) = known.iter().find(|known| known.value == language) {
        diagnostics.push(
            Diagnostic::at(Code::DuplicateId, &tag.place)
                .with("part", "id")
                .with("id", &tag.value)
                .with_related(&first.place),
        );
        return None;
    }
    Some(Located::new(language, tag.place))
}

/// Reads the section `pdf`: the place of the request to attach data, and the standards.
fn read_pdf(mut table: TomlTable<'_>, diagnostics: &mut Diagnostics) -> (Option<Place>, Vec<Located<Standard>>) {
    let standards = table.texts("standards", diagnostics);
    let attach_data = table.boolean("attach-data", diagnostics).filter(|asked| asked.value).map(|asked| asked.place);
    table.finish(diagnostics);
    let standards: Vec<Located<Standard>> = standards
        .into_iter()
        .filter_map(|name| Some(Located::new(word(&name, &Standard::NAMES, diagnostics)?, name.place)))
        .collect();
    if attach_data.is_some() && is_default(&standards) {
        // Explicit default standards are replaced by their equivalents with attachments.
        let raised =
            standards.into_iter().map(|standard| Located::new(standard.value.with_attachments(), standard.place));
        return (attach_data, raised.collect());
    }
    for standard in standards.iter().filter(|standard| attach_data.is_some() && !standard.value.allows_attachments()) {
        let problem = Diagnostic::at(Code::StandardsConflict, &standard.place).with("part", "attachments");
        diagnostics.push(problem.with("standard", standard.value.name()));
    }
    (attach_data, standards)
}

fn is_default(standards: &[Located<Standard>]) -> bool {
    standards.len() == Standard::DEFAULT.len()
        && Standard::DEFAULT.iter().all(|usual| standards.iter().any(|named| named.value == *usual))
}

fn read_edition(mut table: TomlTable<'_>, diagnostics: &mut Diagnostics) -> Option<Edition> {
    let template = table.required_text("template", diagnostics);
    table.require("languages");
    let mut languages: Vec<Located<Language>> = Vec::new();
    let found = diagnostics.found();
    let tags = table.texts("languages", diagnostics);
    if tags.is_empty() && diagnostics.found() == found {
        table.require_filled("languages", diagnostics);
    }
    for tag in tags {
        languages.extend(language("edition.languages", tag, &languages, diagnostics));
    }
    table.finish(diagnostics);
    Some(Edition { template: template?, languages })
}

fn fiscal_year(
    table: &mut TomlTable<'_>,
    key: &'static str,
    diagnostics: &mut Diagnostics,
) -> Option<Located<FiscalYear>> {
    table.require(key);
    let number = table.integer(key, diagnostics)?;
    let year = FiscalYear::new(number.value);
    if year.is_none() {
        diagnostics.push(Diagnostic::at(Code::NotAYear, &number.place).with("value", number.value));
    }
    Some(Located::new(year?, number.place))
}

fn day(table: &mut TomlTable<'_>, key: &'static str, diagnostics: &mut Diagnostics) -> Option<Located<Day>> {
    table.require(key);
    let date = table.date(key, diagnostics)?;
    let day = Day::new(i32::from(date.value.year), date.value.month, date.value.day);
    if day.is_none() {
        diagnostics.push(
            Diagnostic::at(Code::InvalidValue, &date.place)
                .with("key", key)
                .with("value", date.value)
                .with("allowed", "2023-03-31, …"),
        );
    }
    Some(Located::new(day?, date.place))
}
