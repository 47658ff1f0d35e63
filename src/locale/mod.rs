//! Messages: Fluent, numbers, dates and prose in one language. Does not depend on the report, files or layout.

mod agreement;
mod catalog;
mod complexity;
mod cycle;
mod date;
mod delimiter;
mod escape;
mod findings;
mod foreign;
mod functions;
mod glyphs;
mod indentation;
mod key;
mod markup;
mod messages;
mod number_format;
mod plural;
mod provenance;
mod reference;
mod review;
mod slip;
mod spelling;
mod unreviewed;
mod unsupported;
mod words;

pub use catalog::{Layer, LocaleFile};
pub use complexity::{MOST_BYTES, MOST_INSERTIONS};
pub use findings::Findings;
pub use functions::{AHEAD, BASELINE, BEHIND, CHANGE_RATE, Citations, DIFFERENCE, PREVIOUS};
pub use key::SLOT;
pub use markup::{Block, Inline, Rich, Run, plain_text};
pub use messages::{Messages, Printable};
pub use provenance::Cited;
pub use unreviewed::with_marks;
pub use words::{Arguments, LONGEST_PARAGRAPH, LONGEST_PROSE, MOST_SIGNS, MOST_UNBROKEN, Words};
