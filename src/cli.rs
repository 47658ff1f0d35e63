//! The command line: types only. What `--help` says stands in `locales/*/command.ftl`; the comments here are for
//! developers.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::diagnostic::Remark;
use crate::report::{Language, Material, MaterialError};
use crate::terminal::{MessageFormat, Terminal, Unsuitable};
use crate::typeset::PageRange;

/// Turns a folder of indicator data into a government plan's follow-up report.
#[derive(Debug, Parser)]
#[command(name = "nenpo", version, about, propagate_version = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// Language of messages (ja or en); otherwise that of LC_ALL, LC_MESSAGES or LANG.
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = spoken_language)]
    pub ui_lang: Option<Language>,

    /// Messages on stderr for people, or for programs as one JSON object a line.
    #[arg(long, global = true, value_name = "FORMAT", value_enum, default_value_t)]
    pub message_format: MessageFormat,

    /// Also say how files were read.
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the report as PDFs, images or web pages and print their paths.
    Build(Build),
    /// Show every problem of a report and write nothing.
    Check(Check),
    /// Write the report's data as open data, and print the path of its descriptor.
    Export(Export),
    /// Say whether PDFs print what their attached data gives, and the same as each other.
    Verify(Verify),
    /// Write a small report to start from, and print the paths of its files.
    New(New),
    /// Print a JSON Schema.
    Schema {
        /// What the schema is of.
        subject: SchemaSubject,
    },
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

/// Which report and which of its editions.
#[derive(Debug, Args)]
pub struct Selection {
    /// The report's folder, which holds report.toml.
    #[arg(default_value = ".", value_name = "DIR")]
    pub folder: PathBuf,

    /// Only these languages, such as ja or ja,en.
    #[arg(long, value_name = "LANGUAGE", value_delimiter = ',', value_parser = language)]
    pub lang: Vec<Language>,

    /// Only these templates.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub template: Vec<String>,

    /// The committee's number for the document, stamped on every page: 1-2, or reference:1 for reference documents.
    #[arg(long, value_name = "NUMBER", value_parser = material)]
    pub material: Option<Material>,
}

/// Options of `build`.
#[derive(Debug, Args)]
pub struct Build {
    /// Which report and which of its editions.
    #[command(flatten)]
    pub selection: Selection,

    /// What is written: PDFs, images of pages, or web pages.
    #[arg(long, value_name = "FORMAT", value_enum, value_delimiter = ',', default_value = "pdf")]
    pub format: Vec<OutputFormat>,

    /// Only images of these pages, such as 1-3,5; a range may be open, as 3- or -2.
    #[arg(long, value_name = "PAGES", value_delimiter = ',', value_parser = pages, allow_hyphen_values = true)]
    pub pages: Vec<PageRange>,

    /// Pixels of PNG images in an inch of paper; 144 if not given.
    #[arg(long, value_name = "NUMBER", value_parser = ppi)]
    pub ppi: Option<u32>,

    /// Folder for the files; out in the report's folder if not given.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// Also write everything that the stock `typst compile` needs to a folder.
    #[arg(long, value_name = "DIR")]
    pub emit_sources: Option<PathBuf>,
}

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum OutputFormat {
    /// One PDF for each document.
    Pdf,
    /// One PNG image for each page.
    Png,
    /// One SVG image for each page.
    Svg,
    /// One web page for each document.
    Html,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Which report and which of its editions.
    #[command(flatten)]
    pub selection: Selection,
}

/// Options of `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// PDFs that nenpo made; of several, each is also compared with the first.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
}

/// Options of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The report's folder, which holds report.toml.
    #[arg(default_value = ".", value_name = "DIR")]
    pub folder: PathBuf,

    /// Folder for the package; out in the report's folder if not given.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// Begin CSV files with the mark by which Excel knows UTF-8.
    #[arg(long)]
    pub bom: bool,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub struct New {
    /// Folder of the report; it must be empty or not be there yet.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,

    /// Write the data as an Excel workbook that ministries can fill in, not as CSV files.
    #[arg(long)]
    pub workbook: bool,
}

/// What has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaSubject {
    /// The settings of a report: report.toml.
    Report,
    /// What templates read: report.json.
    Data,
    /// An example of what templates read, to see a template with before it is built.
    DataExample,
    /// What `export` writes: the document that holds everything.
    Package,
    /// What programs read: one line of `--message-format json`.
    Message,
}

fn language(text: &str) -> Result<Language, Unsuitable> {
    Language::new(text).ok_or_else(|| Unsuitable(Remark::new("advice-language")))
}

fn pages(text: &str) -> Result<PageRange, Unsuitable> {
    PageRange::new(text).ok_or_else(|| Unsuitable(Remark::new("advice-pages")))
}

fn ppi(text: &str) -> Result<u32, Unsuitable> {
    /// Fewer pixels show nothing that could be read; more are more than any printer has.
    const PPI: std::ops::RangeInclusive<u32> = 20..=1200;
    let advice = || Remark::new("advice-ppi").with("least", PPI.start()).with("most", PPI.end());
    text.parse().ok().filter(|ppi| PPI.contains(ppi)).ok_or_else(|| Unsuitable(advice()))
}

/// Reads a language of messages: one that nenpo speaks.
fn spoken_language(text: &str) -> Result<Language, Unsuitable> {
    Language::new(text).filter(Terminal::speaks).ok_or_else(|| {
        let languages = Terminal::languages().collect::<Vec<_>>().join(", ");
        Unsuitable(Remark::new("advice-spoken-language").with("languages", languages))
    })
}

fn material(text: &str) -> Result<Material, Unsuitable> {
    Material::new(text, None).map_err(|error| {
        Unsuitable(match error {
            MaterialError::Length => Remark::new("advice-material-number").with("most", Material::LONGEST),
            MaterialError::Word => Remark::new("advice-material"),
            MaterialError::Series => Remark::new("advice-material-series"),
        })
    })
}
