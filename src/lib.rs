//! nenpo turns a folder of indicator data into a government plan's follow-up report.
//!
//! The command is a thin layer over [`pipeline`], which other programs can use as well:
//!
//! ```no_run
//! use nenpo::diagnostic::Severity;
//! use nenpo::pipeline::{self, Destination, Request};
//!
//! // Every problem of a report, as `nenpo check` finds it; nothing is written.
//! let request = Request::all("tests/cases/valid/minimal".into());
//! let outcome = pipeline::check(&request);
//! for diagnostic in outcome.diagnostics.sorted() {
//!     println!("{}: {:?}", diagnostic.code.as_str(), diagnostic.place);
//! }
//! assert_eq!(outcome.diagnostics.count(Severity::Error), 0);
//!
//! // Its PDFs, as `nenpo build` writes them: all of them or, after an error, none.
//! let folder = std::env::temp_dir().join("nenpo-example");
//! let outcome = pipeline::build(&request, &Destination { folder, pages: Vec::new(), ppi: None }, None);
//! assert_eq!(outcome.written.len(), 2);
//! ```
//!
//! `CONTRIBUTING.md` lists what to change for a new column, diagnostic, chart, template or language, and
//! `docs/architecture.md` follows one value from its cell to the page.
//!
//! # Map
//! A module uses only modules of the floors below its own. The test `architecture` compares this map with the code.
//!
//! ```text
//! commands      one file for each verb: arguments → one call of what does the work → what the terminal says
//!
//! pipeline      a report's folder → its files, in four stages: assemble → localize → typeset → publish
//!
//! verification  PDFs read back, against the data attached to them and against each other
//! schema        the JSON Schemas, each of which stands beside what it describes
//! cli           the command line, as types
//!
//! payload       report + words + template → report.json with its charts and pictures
//! terminal      diagnostics on stderr, as text or JSON; paths on stdout; help
//! resources     fonts, templates, words, pictures: the built-in ones with the report's own laid over them
//!
//! open_data     report + words → tables → CSV, JSON, workbooks; attachments
//! skeleton      the report that a new one starts from
//!
//! source        report.toml, CSV, workbooks → a report whose values keep their places
//! locale        Fluent messages, numbers, dates and prose in one language
//! typeset       virtual files, fonts, templates → pages → PDF, images, web pages
//!
//! report        the domain: indicators, values, targets, and their arithmetic
//! chart         series → SVG, through plotters
//! figure        pictures: what they are, whether they can be shown, the labels of drawings
//! pdf           PDFs read back: tags with their text, attachments, what contradicts itself
//! output        files → disk, all of them or none
//!
//! diagnostic    what is wrong, and where; the words are messages
//! embedded      the files that the binary contains
//! format        versions of the files that people write, and names that are gone
//! formula       texts that spreadsheet programs would take for formulas
//! unicode       characters that look or mean the same
//! ```
//!
//! Numbers live in data, words in locales, layout in templates: Rust computes, Typst lays out.

pub mod chart;
pub mod cli;
pub mod commands;
pub mod diagnostic;
pub mod embedded;
pub mod figure;
pub mod format;
pub mod formula;
pub mod locale;
pub mod open_data;
pub mod output;
pub mod payload;
pub mod pdf;
pub mod pipeline;
pub mod report;
pub mod resources;
pub mod schema;
pub mod skeleton;
pub mod source;
pub mod terminal;
pub mod typeset;
pub mod unicode;
pub mod verification;
