//! What messages refer to: other messages, variables, and functions that cite the data.

use crate::diagnostic::Place;

/// The functions by which messages cite the data.
pub(super) const FUNCTIONS: [&str; 7] = ["ACTUAL", "TARGET", "RATE", "COUNT", "DATE", "FISCAL_YEAR", "NUM"];

/// Something that a pattern refers to, and where.
#[derive(Debug)]
pub(super) struct Reference {
    /// Where it stands.
    pub(super) place: Place,
    /// The attribute in which it stands; none in the value.
    pub(super) within: Option<String>,
    /// Whether it only chooses between variants and inserts nothing.
    pub(super) is_selector: bool,
    /// What it is.
    pub(super) target: Target,
}

/// What a pattern can refer to.
#[derive(Debug)]
pub(super) enum Target {
    /// A message or one of its attributes; a term's name begins with `-`.
    Message { id: String, attribute: Option<String> },
    /// A variable.
    Variable(String),
    /// A function with its arguments.
    Function { name: String, positional: Vec<Argument>, named: Vec<(String, Argument)> },
}

/// An argument of a function.
#[derive(Debug)]
pub(super) struct Argument {
    /// Where it stands.
    pub(super) place: Place,
    /// Its text, where it is a literal.
    pub(super) literal: Option<String>,
}
