//! Localizes errors of the command line parser. Does not depend on particular commands.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Terminal;
use crate::diagnostic::Remark;

/// An invalid argument value, with the message that says what is valid.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.message)]
pub struct Unsuitable(pub Remark);

impl Terminal {
    /// Prints an error of the command line and the usage to stderr.
    ///
    /// # Errors
    /// If stderr is closed.
    pub fn misuse(&self, error: &clap::Error) -> std::io::Result<()> {
        let [argument, other, value, command, actual, expected, least] = [
            ContextKind::InvalidArg,
            ContextKind::PriorArg,
            ContextKind::InvalidValue,
            ContextKind::InvalidSubcommand,
            ContextKind::ActualNumValues,
            ContextKind::ExpectedNumValues,
            ContextKind::MinValues,
        ]
        .map(|kind| context(error, kind));
        let arguments = [
            ("argument", argument.as_str()),
            ("other", &other),
            ("value", &value),
            ("command", &command),
            ("actual", &actual),
            ("expected", if expected.is_empty() { &least } else { &expected }),
        ];
        let message = self.safe_words(message(error.kind(), value.is_empty(), argument == other), &arguments);
        let unsuitable = error.source().and_then(|source| source.downcast_ref::<Unsuitable>());
        let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
        let allowed = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
        let first = |kinds: &[ContextKind]| {
            kinds.iter().map(|kind| context(error, *kind)).find(|text| !text.is_empty()).unwrap_or_default()
        };
        let help = unsuitable.map(|Unsuitable(remark)| self.remark(remark)).unwrap_or_default();
        let mut hints = self.advice(&help, &first(&suggested), &first(&allowed));
        let usage = context(error, ContextKind::Usage);
        // The parser adds its own heading.
        if let Some((_, usage)) = usage.split_once(": ") {
            hints.push(self.words("usage-line", &[("usage", usage.trim())]));
        }
        hints.push(self.words("usage-help", &[]));
        self.fail(&message, &hints)
    }
}

fn message(kind: ErrorKind, is_empty: bool, is_repeated: bool) -> &'static str {
    match kind {
        ErrorKind::ArgumentConflict if is_repeated => "usage-repeated",
        ErrorKind::InvalidValue if is_empty => "usage-value-missing",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-invalid-value",
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::NoEquals => "usage-no-equals",
        ErrorKind::TooManyValues => "usage-too-many-values",
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => "usage-number-of-values",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::MissingRequiredArgument => "usage-argument-missing",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "usage-command-missing",
        ErrorKind::InvalidUtf8 => "usage-not-unicode",
        _ => "usage-other",
    }
}

/// Empty if the error has no such context.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
