//! The report made from an office's table: its settings, messages and tables.

use std::borrow::Cow;
use std::collections::BTreeSet;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::column::said;
use super::{BYTE_ORDER_MARK, DEFAULT_ID, DataForm, File, SkeletonError, comment_lines, settings, workbook};
use crate::diagnostic::Remark;
use crate::embedded::{SKELETON, files_below};
use crate::formula::guarded;
use crate::locale::Words;
use crate::report::{ACTUAL_COLUMNS, FiscalYear, INDICATOR_COLUMNS, ReportId};
use crate::source::{Imported, ImportedIndicator, NewWord, ONLY_KIND, REPORT_FILE};

/// The most remarks of a table that its report repeats.
const MOST_REMARKS: usize = 5;

/// What the report is made from.
pub struct Source<'a> {
    /// The name of the file or folder.
    pub name: &'a str,
    /// Its contents.
    pub imported: &'a Imported,
}

/// The files of a report with the indicators of an office's table, explained in the language of `words`. `words_of` gives
/// the words of other languages.
///
/// # Errors
/// Only if the built-in messages or settings are invalid, or a table exceeds a limit of Excel.
pub fn files_from(
    source: &Source<'_>,
    id: Option<&ReportId>,
    data: DataForm,
    words: &Words,
    words_of: &dyn Fn(&str) -> Words,
) -> Result<Vec<File>, SkeletonError> {
    let imported = source.imported;
    let settings = report_settings(source, id, words)?;
    let tables = [("indicators", indicators(imported)), ("actuals", actuals(imported))];
    let mut files = vec![(REPORT_FILE.to_owned(), settings.clone().into_bytes())];
    match data {
        DataForm::Tables => {
            files.extend(tables.iter().map(|(name, rows)| (format!("data/{name}.csv"), csv(rows))));
        }
        DataForm::Workbook => {
            let settings = toml::from_str(&settings)?;
            files.push((super::WORKBOOK.to_owned(), workbook::workbook(&tables, &settings, words)?));
        }
    }
    // Line ends in checkouts are those of every new report.
    let shared = SKELETON.get_dir("shared").map(files_below).unwrap_or_default();
    files
        .extend(shared.into_iter().filter(|(path, _)| path.starts_with('.')).map(|(path, data)| (path, data.to_vec())));
    for language in &imported.languages {
        let own = words_of(language);
        files.push((format!("locales/{language}/report.ftl"), report_messages(imported, &own, words).into_bytes()));
        if let Some(messages) = word_messages(imported, &own, words) {
            files.push((format!("locales/{language}/words.ftl"), messages.into_bytes()));
        }
    }
    Ok(files)
}

/// The settings of the skeleton with the values of the table; comments say what to check.
fn report_settings(source: &Source<'_>, id: Option<&ReportId>, words: &Words) -> Result<String, SkeletonError> {
    let imported = source.imported;
    let mut document: DocumentMut = settings(words.language().primary(), REPORT_FILE).parse()?;
    document["id"] = value(id.map_or(DEFAULT_ID, ReportId::as_str));
    document.remove("notes");
    document.remove("highlight");
    if let Some((start, round, end)) = imported.years() {
        let year = |year: FiscalYear| i64::from(year.starting_year());
        document["plan"]["start"] = value(year(start));
        document["plan"]["end"] = value(year(end));
        document["round"]["fiscal-year"] = value(year(round));
        let last_day: toml_edit::Datetime =
            format!("{}-03-31", year(round) + 1).parse().map_err(SkeletonError::Date)?;
        document["round"]["as-of"] = value(last_day);
        document["round"]["published"] = value(last_day);
        comment_on(&mut document, "plan", &said("import-plan", &[], words));
        comment_on(&mut document, "round", &said("import-round", &[], words));
    }
    set_groups(&mut document, &imported.groups);
    set_editions(&mut document, &imported.languages, words.language().primary());
    let mut comments = vec![said("import-title", &[("file", source.name)], words)];
    let is_from_table = |remark: &&Remark| remark.message == "fact-remark";
    let remarks = imported.remarks.iter().filter(is_from_table).count();
    let mut told = 0;
    for remark in &imported.remarks {
        told += usize::from(is_from_table(&remark));
        if is_from_table(&remark) && told > MOST_REMARKS {
            if told == remarks {
                let count = (remarks - MOST_REMARKS).to_string();
                comments.push(said("import-more-remarks", &[("count", &count)], words));
            }
            continue;
        }
        let message = match remark.message {
            "fact-remark" => "import-remark",
            own if own.starts_with("import-") => own,
            _ => continue,
        };
        let arguments: Vec<(&str, &str)> = remark.arguments.iter().map(|(name, text)| (*name, text.as_str())).collect();
        comments.push(said(message, &arguments, words));
    }
    let comments: String = comments.iter().map(|text| comment_lines(text)).collect();
    let text = document.to_string();
    let (schema, rest) = text.split_once('\n').unwrap_or(("", &text));
    Ok(format!("{schema}\n\n{comments}{rest}"))
}

/// Adds a comment between the heading of a section and the comments before it.
fn comment_on(document: &mut DocumentMut, section: &str, text: &str) {
    let Some(table) = document.get_mut(section).and_then(Item::as_table_mut) else { return };
    let before = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default().to_owned();
    table.decor_mut().set_prefix(before + &comment_lines(text));
}

/// Replaces the groups. The first keeps the comments of the skeleton.
fn set_groups(document: &mut DocumentMut, groups: &[NewWord]) {
    let first = document.get("group").and_then(Item::as_array_of_tables).and_then(|groups| groups.get(0)).cloned();
    let Some(mut first) = first else { return };
    first.remove("featured");
    let tables = groups.iter().enumerate().map(|(index, group)| {
        let mut table = if index == 0 { first.clone() } else { Table::new() };
        table["id"] = value(group.id.as_str());
        table
    });
    let tables: ArrayOfTables = tables.collect();
    if tables.is_empty() {
        document.remove("group");
    } else {
        document["group"] = Item::ArrayOfTables(tables);
    }
}

/// Both built-in templates, in the languages of the indicators' names; that of the user is the first.
fn set_editions(document: &mut DocumentMut, languages: &BTreeSet<String>, own: &str) {
    let Some(editions) = document.get_mut("edition").and_then(Item::as_array_of_tables_mut) else { return };
    let mut languages: Vec<&str> = languages.iter().map(String::as_str).collect();
    languages.sort_by_key(|language| *language != own);
    let list: toml_edit::Array = languages.into_iter().collect();
    if let Some(first) = editions.get_mut(0) {
        first["languages"] = value(list.clone());
    }
    let mut report = Table::new();
    report["template"] = value("report");
    report["languages"] = value(list);
    editions.push(report);
}

/// The rows of the table of indicators, with the columns that any of them fills.
fn indicators(imported: &Imported) -> Vec<Vec<String>> {
    let is_filled = |key: &str| imported.indicators.iter().any(|indicator| indicator.cells.contains_key(key));
    let keys = INDICATOR_COLUMNS.iter().flat_map(|column| {
        let key = column.shape.key;
        if column.shape.is_per_language {
            imported.languages.iter().map(|language| format!("{key}@{language}")).collect()
        } else {
            vec![key.to_owned()]
        }
    });
    let always = ["id", "kind", "unit", "baseline", "baseline_year", "target", "target_year"];
    let keys: Vec<String> =
        keys.filter(|key| always.contains(&key.as_str()) || key.starts_with("name@") || is_filled(key)).collect();
    let row = |indicator: &ImportedIndicator| {
        keys.iter().map(|key| indicator.cells.get(key).cloned().unwrap_or_default()).collect()
    };
    std::iter::once(keys.clone()).chain(imported.indicators.iter().map(row)).collect()
}

/// The rows of the table of actual values: all that the table has.
fn actuals(imported: &Imported) -> Vec<Vec<String>> {
    let of_year = |key: &str| {
        let mut years = imported.indicators.iter().flat_map(|indicator| indicator.values.values());
        key == "value" || years.any(|cells| cells.contains_key(key))
    };
    let own = ACTUAL_COLUMNS.iter().map(|column| column.shape.key).filter(|key| of_year(key));
    let keys: Vec<&str> = ["indicator", "fiscal_year"].into_iter().chain(own).collect();
    let rows = imported.indicators.iter().flat_map(|indicator| {
        let id = indicator.cells.get("id").cloned().unwrap_or_default();
        let keys = &keys;
        indicator.values.iter().map(move |(year, cells)| {
            let of_year = keys.iter().skip(2).map(|key| match (*key, cells.get(key)) {
                (_, Some(text)) => text.clone(),
                // A year that only has a target has no value yet.
                ("status", None) if !cells.contains_key("value") => "missing".to_owned(),
                _ => String::new(),
            });
            [id.clone(), year.starting_year().to_string()].into_iter().chain(of_year).collect()
        })
    });
    let header = keys.iter().map(|key| (*key).to_owned()).collect();
    std::iter::once(header).chain(rows.collect::<Vec<_>>()).collect()
}

fn report_messages(imported: &Imported, own: &Words, words: &Words) -> String {
    let language = own.language().primary();
    let title = imported.title.clone().filter(|title| is_of(title, language, imported));
    let title = title.unwrap_or_else(|| said("import-without-name", &[], own));
    let mut text = comment_lines(&said("import-messages", &[], words));
    text += &format!("\nreport-title = {}\n", fluent(&title));
    text + &lines("group", &imported.groups, (imported, language), words, fluent)
}

/// The messages for kinds and units that are not built in, if there are any.
fn word_messages(imported: &Imported, own: &Words, words: &Words) -> Option<String> {
    if imported.kinds.is_empty() && imported.units.is_empty() {
        return None;
    }
    let language = own.language().primary();
    let mut text = comment_lines(&said("import-words", &[], words));
    for kind in imported.kinds.iter().filter(|kind| kind.id == ONLY_KIND && kind.text.is_empty()) {
        text += &format!("\nkind-{} = {}\n", kind.id, said("import-kind", &[], own));
    }
    let kinds: Vec<NewWord> = imported.kinds.iter().filter(|kind| !kind.text.is_empty()).cloned().collect();
    text += &lines("kind", &kinds, (imported, language), words, fluent);
    text += &lines("unit", &imported.units, (imported, language), words, |unit| {
        let space = if unit.starts_with(|first: char| first.is_ascii_alphabetic()) { " " } else { "" };
        format!("{{ $value }}{space}{}", fluent(unit))
    });
    Some(text)
}

/// A message for each word; words of another language are left to be translated.
fn lines(
    prefix: &str,
    list: &[NewWord],
    (imported, language): (&Imported, &str),
    words: &Words,
    text: impl Fn(&str) -> String,
) -> String {
    let line = |word: &NewWord| format!("{prefix}-{} = {}\n", word.id, text(&word.text));
    let (own, other): (Vec<&NewWord>, Vec<&NewWord>) =
        list.iter().partition(|word| is_of(&word.text, language, imported));
    let mut lines = String::new();
    if !own.is_empty() {
        lines.push('\n');
        lines.extend(own.into_iter().map(line));
    }
    if !other.is_empty() {
        lines += &format!("\n{}", comment_lines(&said("import-to-translate", &[], words)));
        lines.extend(other.into_iter().map(|word| format!("# {}", line(word))));
    }
    lines
}

/// Whether a text can be of a language by its script. All texts are of the only one.
fn is_of(text: &str, language: &str, imported: &Imported) -> bool {
    let is_only = imported.languages.len() == 1;
    is_only || text.contains(is_japanese) == (language == "ja") || !text.contains(char::is_alphabetic)
}

/// Whether a character is kana or kanji.
pub(super) fn is_japanese(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

/// A text as the value of a message.
#[must_use]
pub fn fluent(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let brace = |sign: char| if matches!(sign, '{' | '}') { format!("{{ \"{sign}\" }}") } else { sign.to_string() };
    text.chars().map(brace).collect()
}

/// The rows as a CSV file.
pub(super) fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let lines = rows.iter().map(|cells| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\r\n");
    [BYTE_ORDER_MARK, lines.collect::<String>().as_bytes()].concat()
}

/// A cell of a CSV file. A text that a spreadsheet would calculate is marked as text; numbers and single signs are not.
fn quoted(text: &str) -> String {
    let is_plain = text.chars().nth(1).is_none() || text.parse::<f64>().is_ok();
    let guarded = if is_plain { Cow::Borrowed(text) } else { guarded(text) };
    let text = guarded.as_ref();
    if text.contains([',', ';', '\t', '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
