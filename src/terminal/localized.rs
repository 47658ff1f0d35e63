//! Localizes diagnostics: message, help and details. Does not depend on how they are displayed.

use super::Terminal;
use super::printable::{on_one_line, printable};
use super::text_lines::TextLines;
use crate::diagnostic::{Code, Diagnostic, Remark};
use crate::embedded::TABLES_FILE;
use crate::source::REPORT_FILE;

/// The arguments that need localization, or that are shown apart from the message.
const MARKUP: &str = "markup";
const COLUMN: &str = "column";
const IDS: &str = "ids";
const ALLOWED: &str = "allowed";
const RENAMED: &str = "renamed";
pub(super) const LINES: &str = "lines";
const LIST: &str = ", ";
/// The file of settings that help names, if it is not that of a report.
const SETTINGS: &str = "settings";

/// The texts of a diagnostic; absent ones are empty.
#[derive(Debug, Default)]
pub(super) struct LocalizedDiagnostic {
    pub(super) message: String,
    pub(super) help: String,
    /// The original message of the compiler or operating system.
    pub(super) detail: String,
    pub(super) nearest: String,
    pub(super) allowed: String,
    /// What is at the related place.
    pub(super) related: String,
    /// Notes on its place, if no line of it is shown, and on the related place.
    place_note: String,
    related_note: String,
    notes: Vec<String>,
}

impl LocalizedDiagnostic {
    /// The notes below a diagnostic: places without excerpts, details and help.
    pub(super) fn notes(&self, shows_place: bool, shows_related: bool) -> Vec<String> {
        let place = Some(&self.place_note).filter(|_| !shows_place);
        let related = Some(&self.related_note).filter(|_| !shows_related);
        let all = place.into_iter().chain(related).chain([&self.detail]).chain(&self.notes);
        all.filter(|note| !note.is_empty()).cloned().collect()
    }
}

impl Terminal {
    pub(super) fn localize(&self, diagnostic: &Diagnostic, lines: &TextLines) -> LocalizedDiagnostic {
        let key = format!("diagnostic-{}", diagnostic.code.as_str());
        let place = diagnostic.place.as_ref().map(ToString::to_string).unwrap_or_default();
        let mut values: Vec<(&str, String)> = diagnostic
            .arguments
            .iter()
            .map(|(name, value)| {
                let said = match *name {
                    MARKUP => self.markup(value),
                    COLUMN => self.column(value),
                    RENAMED if diagnostic.code == Code::UnknownColumn => self.column(value),
                    IDS => on_one_line(value).collect(),
                    ALLOWED if diagnostic.code == Code::UnknownColumn => {
                        value.split(LIST).map(|column| self.column(column)).collect::<Vec<_>>().join(LIST)
                    }
                    _ => printable(value),
                };
                (*name, said)
            })
            .collect();
        let is_named = diagnostic.argument("file") == diagnostic.place.as_ref().map(|place| &*place.file);
        values.push(("place", place));
        if diagnostic.argument(SETTINGS).is_none() {
            values.push((SETTINGS, REPORT_FILE.to_owned()));
        }
        let arguments: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let given = |name: &str| {
            let value = arguments.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
            value.unwrap_or_default().to_owned()
        };
        let mut localized = LocalizedDiagnostic {
            message: self.words(&key, &arguments),
            help: self.optional(&format!("{key}.help"), &arguments),
            nearest: given("nearest"),
            allowed: given(ALLOWED),
            ..LocalizedDiagnostic::default()
        };
        let renamed = given(RENAMED);
        if !renamed.is_empty() {
            localized.help = self.words("help-renamed", &[(RENAMED, &renamed)]);
            localized.nearest.clone_from(&renamed);
        }
        let detail = diagnostic.detail.as_deref().unwrap_or_default();
        localized.detail = detail.lines().map(printable).collect::<Vec<_>>().join("\n");
        if diagnostic.place.is_some() && !is_named {
            localized.place_note = self.words("note-file", &arguments);
        }
        if let Some(related) = &diagnostic.related {
            localized.related = self.optional(&format!("{key}.related"), &arguments);
            let related = [("related", localized.related.as_str()), ("place", &lines.name(related))];
            localized.related_note = self.words("note-related", &related);
        }
        let to_add: Vec<String> = diagnostic
            .argument(LINES)
            .into_iter()
            .flat_map(str::lines)
            .map(|line| on_one_line(line).collect())
            .collect();
        if !to_add.is_empty() {
            localized.help = format!("{}\n{}", localized.help, to_add.join("\n"));
        }
        localized.notes = self.also(diagnostic, lines);
        // The help already contains the new name.
        let (nearest, allowed) = if renamed.is_empty() { (&*localized.nearest, &*localized.allowed) } else { ("", "") };
        localized.notes.extend(self.advice(&localized.help, nearest, allowed));
        localized
    }

    /// Lists the further places of a diagnostic, up to a limit.
    fn also(&self, diagnostic: &Diagnostic, lines: &TextLines) -> Vec<String> {
        const MOST: usize = 10;
        if diagnostic.also.is_empty() {
            return Vec::new();
        }
        let mut places = lines.names(&diagnostic.also);
        if places.len() > MOST {
            places.truncate(MOST);
            places.push("…".to_owned());
        }
        let count = self.words.count(diagnostic.also.len());
        let number = if diagnostic.also.len() == 1 { "one" } else { "several" };
        vec![self.words("note-also", &[("count", &count), ("number", number), ("places", &places.join(LIST))])]
    }

    pub(super) fn advice(&self, help: &str, nearest: &str, allowed: &str) -> Vec<String> {
        // If the list of allowed values is long, the nearest word is enough.
        let is_listed = nearest.is_empty() || !allowed.ends_with('…');
        [
            ("note-help", "help", help, true),
            ("note-nearest", "nearest", nearest, true),
            ("note-allowed", "allowed", allowed, is_listed),
        ]
        .into_iter()
        .filter(|(_, _, value, is_said)| *is_said && !value.is_empty())
        .map(|(note, name, value, _)| self.words(note, &[(name, value)]))
        .collect()
    }

    /// Localizes each kind of markup in a list.
    fn markup(&self, list: &str) -> String {
        let names: Vec<String> = list.split(LIST).map(|name| self.words(&format!("markup-{name}"), &[])).collect();
        names.join(LIST)
    }

    /// The localized header of a column; unchanged if it has none.
    fn column(&self, key: &str) -> String {
        let words = self.table_words.get_or_init(|| self.words_of(&[TABLES_FILE]));
        let message = format!("column-{}", key.replace('@', "."));
        match words.optional(&message, &[]) {
            // The first of several synonyms is the one that nenpo writes.
            Some(all) => {
                let word = all.split('|').next().unwrap_or_default().trim();
                self.words("column-named", &[("word", word), ("key", key)])
            }
            None => printable(key),
        }
    }

    /// Selects the plural with `$number`.
    pub(super) fn number_of(&self, message: &str, count: usize) -> String {
        let number = if count == 1 { "one" } else { "several" };
        self.words(message, &[("count", &self.words.count(count)), ("number", number)])
    }

    /// Falls back to the message's identifier.
    pub(super) fn words(&self, message: &str, arguments: &[(&str, &str)]) -> String {
        self.words.optional(message, arguments).unwrap_or_else(|| message.to_owned())
    }

    pub(super) fn optional(&self, message: &str, arguments: &[(&str, &str)]) -> String {
        self.words.optional(message, arguments).unwrap_or_default()
    }

    /// Makes the arguments printable.
    pub(super) fn remark(&self, remark: &Remark) -> String {
        let arguments: Vec<_> = remark.arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.safe_words(remark.message, &arguments)
    }

    /// Makes the arguments printable.
    pub(super) fn safe_words(&self, message: &str, arguments: &[(&str, &str)]) -> String {
        let safe: Vec<(&str, String)> =
            arguments.iter().map(|(name, value)| (*name, on_one_line(value).collect())).collect();
        let safe: Vec<(&str, &str)> = safe.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.words(message, &safe)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Language;

    #[test]
    fn columns_are_named_as_their_headers_are() {
        let said = |language: &str, key| Terminal::new(Language::new(language).as_ref()).column(key);
        assert_eq!(said("ja", "fiscal_year"), "年度（fiscal_year）");
        assert_eq!(said("ja", "name@en"), "指標名（英語）（name@en）");
        assert_eq!(said("ja", "備考"), "備考");
        assert_eq!(said("en", "fiscal_year"), "fiscal_year");
    }

    #[test]
    fn one_problem_is_not_several() {
        let said = |language: &str, count| Terminal::new(Language::new(language).as_ref()).number_of("errors", count);
        assert_eq!((said("en", 1), said("en", 2)), ("1 error".to_owned(), "2 errors".to_owned()));
        assert_eq!(said("ja", 1200), "エラー1,200件");
    }
}
