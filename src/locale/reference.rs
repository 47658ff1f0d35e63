//! References in messages: to other messages, variables, and functions that cite data.

use crate::diagnostic::Place;

pub(super) const FUNCTIONS: [&str; 11] =
    ["ACTUAL", "TARGET", "BASELINE", "RATE", "CHANGE", "RANK", "LIST", "COUNT", "DATE", "FISCAL_YEAR", "NUM"];

/// The functions about one indicator.
pub(super) const OF_INDICATORS: [&str; 6] = ["ACTUAL", "TARGET", "BASELINE", "RATE", "CHANGE", "RANK"];

/// The options of a function.
pub(super) fn options(function: &str) -> &'static [&'static str] {
    match function {
        "ACTUAL" => &["year"],
        "CHANGE" => &["since", "by"],
        "LIST" => &["group", "most"],
        "COUNT" => &["group"],
        "DATE" | "FISCAL_YEAR" => &["calendar"],
        _ => &[],
    }
}

#[derive(Debug)]
pub(super) struct Reference {
    pub(super) place: Place,
    /// The attribute that contains it; `None` for the value.
    pub(super) within: Option<String>,
    /// Whether it is only a selector, and not inserted.
    pub(super) is_selector: bool,
    pub(super) target: Target,
}

#[derive(Debug)]
pub(super) enum Target {
    /// A message or an attribute; names of terms begin with `-`.
    Message { id: String, attribute: Option<String> },
    /// The name of a variable.
    Variable(String),
    /// A function call.
    Function { name: String, positional: Vec<Argument>, named: Vec<(String, Argument)> },
}

#[derive(Debug)]
pub(super) struct Argument {
    pub(super) place: Place,
    /// `None` unless it is a literal.
    pub(super) literal: Option<String>,
}
