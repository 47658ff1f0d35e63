//! Reads `report.toml`.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::cell::{identifier, word};
use super::look::{self, is_inside};
use super::setting::{day, id_of_files, is_known_format, languages, material, tables, template as template_name};
use super::toml_table::{self, TomlTable};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::format::{Names, REPORT_FORMAT};
use crate::report::{
    Bands, Day, DecimalSign, Edition, FiscalYear, Group, GroupId, Highlight, HighlightId, IndicatorId, Material,
    MaterialSeries, NoteId, ObservationStatus, PROGRESS_METHOD, Plan, Round, Settings, Standard, TableSettings,
};

/// `None` if an essential part of `report.toml` is missing or invalid.
pub(super) fn read(file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) -> Option<Settings> {
    let document = toml_table::parse(file, text, diagnostics);
    if diagnostics.has_errors() {
        return None;
    }
    let mut root = TomlTable::root(Names::Report, file, &document);
    if !is_known_format(&mut root, "report", REPORT_FORMAT, diagnostics) {
        return None;
    }
    let id = id_of_files(&mut root, diagnostics);
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
    let look =
        root.table("theme", diagnostics).map(|table| look::read_with_logo(table, diagnostics)).unwrap_or_default();
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

fn default_standards(file: &Arc<str>, attach_data: bool) -> Vec<Located<Standard>> {
    let standards = if attach_data { Standard::DEFAULT_WITH_ATTACHMENTS } else { Standard::DEFAULT };
    standards.map(|standard| Located::new(standard, Place::whole(file))).to_vec()
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
    Some(Round { fiscal_year, as_of, published })
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
    material(&number?, series, "material.number", diagnostics)
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
    let languages = languages(&mut table, diagnostics);
    table.finish(diagnostics);
    let template = template.and_then(|name| template_name("edition.template", name, diagnostics));
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
