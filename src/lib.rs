//! nenpo turns a folder of indicator data into a government plan's follow-up report.
//!
//! The command is a thin layer over [`pipeline`], which other programs can also use:
//!
//! ```no_run
//! use nenpo::diagnostic::Severity;
//! use nenpo::pipeline::{self, Destination, Request};
//!
//! // Like `nenpo check`: report all problems, write nothing.
//! let request = Request::all("tests/cases/valid/minimal".into());
//! let outcome = pipeline::check(&request);
//! for diagnostic in outcome.diagnostics.sorted() {
//!     println!("{}: {:?}", diagnostic.code.as_str(), diagnostic.place);
//! }
//! assert_eq!(outcome.diagnostics.count(Severity::Error), 0);
//!
//! // Like `nenpo build`: write all PDFs or, after an error, none.
//! let folder = std::env::temp_dir().join("nenpo-example");
//! let outcome = pipeline::build(&request, &Destination { folder, pages: Vec::new(), ppi: None }, None);
//! assert_eq!(outcome.written.len(), 2);
//! ```
//!
//! `CONTRIBUTING.md` lists what to change for a new column, diagnostic, chart, template or language, and
//! `docs/architecture.md` follows one value from its cell to the page.
//!
//! # Map
//! A module only uses modules of lower layers; blank lines separate layers. The test `architecture` checks this map
//! against the code.
//!
//! ```text
//! commands      subcommands: arguments → one call of the module that does the work → output on the terminal
//!
//! desk          a page in the browser: a report while it is edited, and commands
//!
//! watch         a report's folder, watched: changes → builds → problems that appear and are fixed
//!
//! pipeline      a report's folder → its files, in four stages: assemble → localize → typeset → publish
//!
//! verification  PDFs read back and checked against their attached data and each other
//! schema        all JSON Schemas
//! cli           the command line as types
//!
//! payload       report + messages + template → report.json with its charts and figures
//! terminal      diagnostics on stderr, as text or JSON; paths on stdout; help
//! resources     fonts, templates, messages, figures: built-in ones, overridden by the report's own
//!
//! open_data     report + messages → tables → CSV, JSON, workbooks; attachments
//! skeleton      what `nenpo new` and `nenpo add` write
//!
//! source        report.toml, CSV, workbooks → a report whose values have their places; packet.toml → a packet
//! locale        Fluent messages, numbers, dates and prose in one language
//! typeset       virtual files, fonts, templates → pages → PDF, images, web pages
//!
//! packet        the domain of committee packets: meeting, agenda, materials
//!
//! report        the domain: indicators, values, targets and their arithmetic
//! chart         series → SVG, through plotters
//! figure        figures: formats, inspection, labels of drawings
//! pdf           PDFs read back and joined: tags with their text, attachments, contradictions, free space
//! output        files → disk, all or none
//!
//! diagnostic    kinds of problems with their places; texts are messages
//! embedded      files in the binary
//! format        versions of user-written files, and renamed keys
//! formula       texts that spreadsheets would interpret as formulas
//! unicode       properties of characters
//! ```
//!
//! Numbers are in data, texts in locales, layout in templates: Rust computes, Typst lays out.

pub mod chart;
pub mod cli;
pub mod commands;
pub mod desk;
pub mod diagnostic;
pub mod embedded;
pub mod figure;
pub mod format;
pub mod formula;
pub mod locale;
pub mod open_data;
pub mod output;
pub mod packet;
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
pub mod watch;
