//! PDFs that are read back against what they should say: the data that they were made of, and each other.

mod editions;
mod lexicon;
mod printed;
mod proof;
mod record;
mod wording;

pub use editions::{Difference, Edition, Spot, compare};
pub use lexicon::{Lexicon, Token};
pub use printed::{PrintedCell, PrintedRow, PrintedTable, printed_tables};
pub use proof::{Doubt, Proof, prove};
