//! The results of using a language: problems, unused messages, and messages that other languages lack.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Deref;
use std::sync::Arc;

use super::catalog::Layer;
use super::key::{key, split};
use super::messages::Messages;
use super::reference::Target;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Severity, nearest};
use crate::report::FiscalYear;

/// Records how the messages of a language were used.
#[derive(Default)]
pub(super) struct Log {
    /// Fiscal years in full, in short and as marks.
    pub(super) years: BTreeMap<FiscalYear, (String, String, String)>,
    /// A cache: reports have many texts but few distinct characters.
    pub(super) printable: HashMap<(char, Option<char>), bool>,
    pub(super) used: BTreeSet<String>,
    /// Keys that were requested but do not exist, and whether they are required.
    pub(super) absent: BTreeMap<String, bool>,
    pub(super) problems: Diagnostics,
    /// Messages with broken references.
    pub(super) doubtful: BTreeSet<String>,
}

/// The results of using a language.
pub struct Findings {
    /// The messages.
    pub messages: Arc<Messages>,
    /// All problems. Missing attributes of a message are one problem.
    pub problems: Diagnostics,
    pub(super) log: Log,
}

impl Deref for Findings {
    type Target = Messages;

    fn deref(&self) -> &Messages {
        &self.messages
    }
}

impl Findings {
    /// Problems of the report's messages that were never requested.
    #[must_use]
    pub fn unused(&self) -> Vec<Diagnostic> {
        let used = &self.log.used;
        let referred: BTreeSet<&str> = self
            .catalog
            .entries
            .values()
            .flat_map(|entry| &entry.references)
            .filter_map(|reference| match &reference.target {
                Target::Message { id, .. } => Some(id.as_str()),
                _ => None,
            })
            .collect();
        let is_used = |key: &str, id: &str| {
            used.contains(key) || referred.contains(id) || self.catalog.built_in_variables.contains_key(id)
        };
        // An unused name is probably a misspelling of a requested one that does not exist.
        let absent = &self.log.absent;
        let absent: BTreeSet<&str> = absent
            .keys()
            .flat_map(|key| [key.as_str(), split(key).0])
            .filter(|key| self.place(key).is_none())
            .collect();
        let absent: Vec<&str> = absent.into_iter().collect();
        let problem = |key: String, place: &Place| {
            let alike: Vec<&str> =
                absent.iter().copied().filter(|absent| absent.contains('.') == key.contains('.')).collect();
            Diagnostic::at(Code::UnusedMessage, place).with_nearest(nearest(&key, &alike)).with("id", key)
        };
        let mut unused = Vec::new();
        let is_read = |id: &String| !self.catalog.unreadable.contains(id);
        let own = self.catalog.entries.iter().filter(|(_, entry)| entry.layer == Layer::Report);
        for (id, entry) in own.filter(|(id, _)| is_read(id)) {
            let value = entry.has_value.then(|| (id.clone(), &entry.place));
            let attributes = entry.attributes.iter().map(|(attribute, place)| (key(id, Some(attribute)), place));
            let parts: Vec<_> = value.into_iter().chain(attributes).collect();
            let unasked: Vec<_> = parts.iter().filter(|(key, _)| !is_used(key, id)).collect();
            if unasked.len() == parts.len() {
                unused.push(problem(id.clone(), &entry.place));
            } else {
                unused.extend(unasked.into_iter().map(|(key, place)| problem(key.clone(), place)));
            }
        }
        unused
    }

    /// Problems of optional messages that exist only in another language, without which this one would say less.
    #[must_use]
    pub fn untranslated(&self, other: &Self) -> Vec<Diagnostic> {
        /// Messages for tables, and the message of the heading they need.
        const OF_TABLES: [(&str, &str); 4] = [
            ("mark-earlier", "actual"),
            ("open-values-earlier", "open-values-title"),
            ("computation-rate", "computation-rate-head"),
            ("computation-pace", "computation-pace-head"),
        ];
        let used = &other.log.used;
        let absent = &self.log.absent;
        // Names of indicators may be in the table in one language and in messages in another.
        let optional = absent.iter().filter(|(key, required)| !**required && !key.starts_with("indicator-"));
        optional
            .filter(|(key, _)| used.contains(*key) && !self.catalog.unreadable.contains(split(key).0))
            .filter_map(|(key, _)| {
                if OF_TABLES.iter().any(|(message, heading)| key == message && used.contains(*heading)) {
                    return Some(self.missing(key, other.place(key)?));
                }
                if other.layer(key) != Some(Layer::Report) {
                    return None;
                }
                Some(
                    Diagnostic::at(Code::UntranslatedMessage, other.place(key)?)
                        .with("id", key)
                        .with("language", &other.language)
                        .with("other", &self.language),
                )
            })
            .collect()
    }
}

/// Removes consequences of other problems, and joins the missing attributes of a message.
pub(super) fn gathered(problems: Diagnostics, are_some_excused: bool) -> Diagnostics {
    let is_consequence = |problem: &Diagnostic| matches!(problem.code, Code::MessageTooComplex | Code::ChartFailed);
    let counted = problems.clone();
    let problems: Vec<Diagnostic> = problems.into_iter().collect();
    // A message with a broken reference is empty, and a chart of such messages has no space.
    let is_cause = |problem: &Diagnostic| problem.code.severity() == Severity::Error && !is_consequence(problem);
    let has_causes = problems.iter().any(is_cause) || are_some_excused;
    let mut gathered: Vec<Diagnostic> = Vec::new();
    for problem in problems.into_iter().filter(|problem| !has_causes || !is_consequence(problem)) {
        let key = problem.argument("id").map(str::to_owned).unwrap_or_default();
        let (id, attribute) = split(&key);
        let sibling = gathered.iter_mut().find(|other| {
            problem.code == Code::MissingMessage
                && attribute.is_some()
                && other.code == problem.code
                && other.argument("id").is_some_and(|other| other.contains('.') && split(other).0 == id)
        });
        match (sibling, attribute) {
            (Some(sibling), Some(attribute)) => {
                let joined = format!("{}, .{attribute}", sibling.argument("id").unwrap_or_default());
                sibling.arguments.retain(|(name, _)| *name != "id");
                sibling.arguments.push(("id", joined));
            }
            _ => gathered.push(problem),
        }
    }
    let mut problems = Diagnostics::default();
    problems.extend(gathered);
    problems.count_beyond(&counted);
    problems
}
