//! nenpo turns a folder of indicator data into a government plan's follow-up report.

pub mod diagnostic;
pub mod locale;
pub mod report;
pub mod source;
