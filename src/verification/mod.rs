//! Verifies PDFs against the data that they were made from, and against each other.

mod check;
mod comparison;
mod expected;
mod lexicon;
mod printed;
mod recomputation;
mod verify;
mod wording;

pub use comparison::{PrintedEdition, differences};
pub use lexicon::{Lexicon, Token};
pub use printed::{PrintedCell, PrintedRow, PrintedTable, printed_tables};
pub use verify::{Agreeing, Verification, Verified, verify};
