//! nenpo turns a folder of indicator data into a government plan's follow-up report.
//!
//! # The house
//! Arrows run down only; siblings do not know each other.
//!
//! ```text
//! main → cli → commands ─┬→ source        report.toml, CSV, workbooks → rows that keep their place
//!                        ├→ payload       report + words + template → report.json, charts, figures
//!                        │     ├→ chart        series → SVG, through plotters
//!                        │     ├→ locale       Fluent messages, numbers, dates, prose
//!                        │     └→ figure       pictures and their labels
//!                        ├→ typeset       virtual files, fonts, templates → pages → PDF, images; web pages
//!                        ├→ open_data     report + words → tables → CSV, JSON, workbooks; attachments
//!                        ├→ verification  what PDFs print, against their data and against each other
//!                        │     └→ pdf          PDFs read back: tags with their text, attachments, soundness
//!                        ├→ skeleton      the report that a new one starts from
//!                        ├→ schema        the shapes of files that others write and read
//!                        └→ terminal      faults on stderr, as text or JSON; paths on stdout; help
//!                all of these → report        the domain and its arithmetic
//!                             → diagnostic    faults with their places
//!         source, open_data   → formula       texts that spreadsheets would take for formulas
//! ```
//!
//! Of `typeset`, `payload` knows what a template asks for: its words, its charts and their sizes, its theme;
//! `verification` knows the data of `payload`, which is what a document may say.
//!
//! Numbers live in data, words in locales, layout in templates: Rust computes, Typst lays out.

pub mod chart;
pub mod cli;
pub mod commands;
pub mod diagnostic;
pub mod embedded;
pub mod figure;
pub mod formula;
pub mod locale;
pub mod open_data;
pub mod payload;
pub mod pdf;
pub mod report;
pub mod schema;
pub mod skeleton;
pub mod source;
pub mod terminal;
pub mod typeset;
pub mod unicode;
pub mod verification;
