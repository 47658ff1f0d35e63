//! Problems in the user's data: code, place and arguments. Their text is in Fluent messages (`diagnostic-<code>`, with
//! `.help`): this module does not depend on files, terminal or language.

mod code;
mod place;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use code::{Code, Origin, Severity};
pub use place::{Cell, Located, Place, Position, column_name};

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: Code,
    /// `None` for problems of the command line.
    pub place: Option<Place>,
    /// Values for the variables of the code's message.
    pub arguments: Vec<(&'static str, String)>,
    /// Further places of the same problem.
    pub also: Vec<Place>,
    /// A second place that explains the first, such as where an identifier was first used.
    pub related: Option<Place>,
    /// The untranslated message of the compiler or the operating system.
    pub detail: Option<String>,
}

impl Diagnostic {
    /// A problem at a place.
    #[must_use]
    pub fn at(code: Code, place: &Place) -> Self {
        Self { place: Some(place.clone()), ..Self::without_place(code) }
    }

    /// A problem without a place, such as an invalid option.
    #[must_use]
    pub fn without_place(code: Code) -> Self {
        Self { code, place: None, arguments: Vec::new(), also: Vec::new(), related: None, detail: None }
    }

    /// Sets a variable of the code's message.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a value is only read, whether it is lent or given")]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    /// The value of a variable of the code's message.
    #[must_use]
    pub fn argument(&self, name: &str) -> Option<&str> {
        self.arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Adds the permitted words, and the one that was probably meant.
    #[must_use]
    pub fn with_candidates<'a>(self, written: &str, allowed: impl IntoIterator<Item = &'a str>) -> Self {
        const MOST: usize = 12;
        let mut allowed: Vec<&str> = allowed.into_iter().take(MOST_WORDS).collect();
        allowed.dedup();
        let nearest = nearest(written, &allowed).unwrap_or_default().to_owned();
        let mut listed: Vec<&str> = allowed.iter().copied().take(MOST).collect();
        if allowed.len() > MOST {
            listed.push("…");
        }
        self.with("nearest", nearest).with("allowed", listed.join(", "))
    }

    /// Adds the word that was probably meant, if known.
    #[must_use]
    pub fn with_nearest(self, nearest: Option<impl ToString>) -> Self {
        match nearest {
            Some(nearest) => self.with("nearest", nearest),
            None => self,
        }
    }

    /// Adds the new name of something that was renamed.
    #[must_use]
    pub fn with_renamed(self, new: Option<&str>) -> Self {
        match new {
            Some(new) => self.with("renamed", new),
            None => self,
        }
    }

    /// Adds a place that explains the first.
    #[must_use]
    pub fn with_related(mut self, place: &Place) -> Self {
        self.related = Some(place.clone());
        self
    }

    /// Adds the message of the compiler or the operating system.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a value is only read, whether it is lent or given")]
    pub fn with_detail(mut self, detail: impl ToString) -> Self {
        self.detail = Some(detail.to_string());
        self
    }
}

/// Longer lists would make the search too slow for thousands of problems.
const MOST_WORDS: usize = 500;

/// The permitted word most similar to the written one. `None` if no word is similar.
#[must_use]
pub fn nearest<'a>(written: &str, allowed: &[&'a str]) -> Option<&'a str> {
    /// The least Jaro–Winkler similarity of a typing error.
    const LEAST_SIMILARITY: f64 = 0.8;
    let written = written.to_lowercase();
    allowed
        .iter()
        .take(MOST_WORDS)
        .map(|word| (strsim::jaro_winkler(&written, &word.to_lowercase()), *word))
        .filter(|(similarity, _)| *similarity >= LEAST_SIMILARITY)
        .max_by(|first, second| first.0.total_cmp(&second.0))
        .map(|(_, word)| word)
}

/// A remark, such as how a file was read: the name of a Fluent message and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The name of the Fluent message.
    pub message: &'static str,
    /// Values for the variables of the message.
    pub arguments: Vec<(&'static str, String)>,
}

impl Remark {
    /// A remark without arguments.
    #[must_use]
    pub fn new(message: &'static str) -> Self {
        Self { message, arguments: Vec::new() }
    }

    /// Sets a variable of the message.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a value is only read, whether it is lent or given")]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }
}

/// The most problems of one kind in one file that are kept; those beyond are only counted.
pub const MOST_KEPT: usize = 10_000;

/// A kind of problem in a file, or on the command line if the file is `None`.
pub type Kind = (Option<Arc<str>>, Code);

/// All problems and remarks of a run.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    problems: Vec<Diagnostic>,
    notes: Vec<Remark>,
    found: BTreeMap<Kind, usize>,
    all: usize,
}

/// The arguments as sort keys: numbers, such as those of pages, are compared by value.
fn counted(diagnostic: &Diagnostic) -> Vec<(&'static str, Option<u64>, &str)> {
    let arguments = diagnostic.arguments.iter();
    arguments.map(|(name, value)| (*name, value.parse().ok(), value.as_str())).collect()
}

impl Diagnostics {
    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let file = diagnostic.place.as_ref().map(|place| Arc::clone(&place.file));
        let found = self.found.entry((file, diagnostic.code)).or_default();
        *found += 1;
        self.all += 1;
        if *found <= MOST_KEPT {
            self.problems.push(diagnostic);
        }
    }

    /// Adds several problems.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        others.into_iter().for_each(|other| self.push(other));
    }

    /// Adds the problems of another run, including the number of those that it did not keep.
    pub fn append(&mut self, others: Self) {
        let counted = Self { problems: Vec::new(), notes: Vec::new(), ..others };
        self.extend(others.problems);
        self.count_beyond(&counted);
    }

    /// Adds only the number of problems that another run did not keep.
    pub fn count_beyond(&mut self, others: &Self) {
        for (kind, beyond) in others.beyond() {
            *self.found.entry(kind.clone()).or_default() += beyond;
            self.all += beyond;
        }
    }

    /// The kinds with more problems than are kept, each with the number of those that were not.
    pub fn beyond(&self) -> impl Iterator<Item = (&Kind, usize)> {
        let beyond = self.found.iter().map(|(kind, found)| (kind, found.saturating_sub(MOST_KEPT)));
        beyond.filter(|(_, beyond)| *beyond > 0)
    }

    /// Adds a remark; only `--verbose` shows it.
    pub fn note(&mut self, remark: Remark) {
        self.notes.push(remark);
    }

    /// The remarks in the order in which they were added.
    #[must_use]
    pub fn notes(&self) -> &[Remark] {
        &self.notes
    }

    /// Changes or removes problems; remarks are kept.
    #[must_use]
    pub fn map(self, change: impl FnMut(Diagnostic) -> Option<Diagnostic>) -> Self {
        let beyond: usize = self.beyond().map(|(_, beyond)| beyond).sum();
        let problems: Vec<Diagnostic> = self.problems.into_iter().filter_map(change).collect();
        Self { all: problems.len() + beyond, problems, ..self }
    }

    /// The number of problems so far, duplicates included.
    #[must_use]
    pub fn found(&self) -> usize {
        self.all
    }

    /// Whether no file may be written.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|diagnostic| diagnostic.code.severity() == Severity::Error)
    }

    /// The number of problems of a severity, without duplicates.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let kept = self.sorted().iter().filter(|diagnostic| diagnostic.code.severity() == severity).count();
        let beyond = self.beyond().filter(|((_, code), _)| code.severity() == severity);
        kept + beyond.map(|(_, beyond)| beyond).sum::<usize>()
    }

    /// The problems in the order of their places, without duplicates.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.problems.iter().collect();
        all.sort_by(|first, second| {
            (&first.place, first.code, counted(first)).cmp(&(&second.place, second.code, counted(second)))
        });
        all.dedup();
        all
    }

    /// The exit code: 0 without errors, 2 if an error comes from the environment, else 1.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        let errors = || self.problems.iter().filter(|diagnostic| diagnostic.code.severity() == Severity::Error);
        if errors().any(|diagnostic| diagnostic.code.origin() == Origin::Environment) {
            2
        } else {
            u8::from(errors().next().is_some())
        }
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    /// Problems in the order in which they were found.
    fn into_iter(self) -> Self::IntoIter {
        self.problems.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_word_that_was_meant() {
        assert_eq!(nearest("cumulativ", &["cumulative", "annual", "level"]), Some("cumulative"));
        assert_eq!(nearest("xyz", &["cumulative", "annual", "level"]), None);
        assert_eq!(nearest("ID", &["unit", "id"]), Some("id"));
    }

    #[test]
    fn a_long_list_of_words_is_cut_short() {
        let words: Vec<String> = (1..=13).map(|number| format!("word-{number}")).collect();
        let diagnostic =
            Diagnostic::without_place(Code::UnknownWord).with_candidates("", words.iter().map(String::as_str));
        let allowed = diagnostic.arguments.iter().find(|(name, _)| *name == "allowed").unwrap();
        assert!(allowed.1.ends_with("word-12, …"), "{}", allowed.1);
    }

    #[test]
    fn warnings_alone_leave_the_exit_code_at_zero() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(Diagnostic::without_place(Code::ActualMissing));
        assert_eq!(diagnostics.exit_code(), 0);
        diagnostics.push(Diagnostic::without_place(Code::EmptyTable));
        assert_eq!(diagnostics.exit_code(), 1);
        diagnostics.push(Diagnostic::without_place(Code::FileUnwritable));
        assert_eq!(diagnostics.exit_code(), 2);
    }

    #[test]
    fn of_problems_without_end_the_first_are_kept_and_all_are_counted() {
        let problem = |row: usize| {
            Diagnostic::at(Code::NotANumber, &Place::text(&"data/actuals.csv".into(), row..row + 1)).with("value", row)
        };
        let mut diagnostics = Diagnostics::default();
        diagnostics.extend((0..MOST_KEPT + 5).map(problem));
        diagnostics.push(Diagnostic::without_place(Code::EmptyTable));
        assert_eq!(diagnostics.sorted().len(), MOST_KEPT + 1);
        assert_eq!((diagnostics.found(), diagnostics.count(Severity::Error)), (MOST_KEPT + 6, MOST_KEPT + 6));
        let mut all = Diagnostics::default();
        all.append(diagnostics.map(Some));
        assert_eq!(all.sorted().len(), MOST_KEPT + 1);
        assert_eq!((all.found(), all.beyond().map(|(_, beyond)| beyond).sum::<usize>()), (MOST_KEPT + 6, 5));
    }

    #[test]
    fn the_same_problem_is_shown_once() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(Diagnostic::without_place(Code::EmptyTable));
        diagnostics.push(Diagnostic::without_place(Code::EmptyTable));
        assert_eq!(diagnostics.sorted().len(), 1);
    }
}
