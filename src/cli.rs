//! The command line as types. The text of `--help` is in `locales/*/command.ftl`; doc comments here are for developers
//! and the fallback of missing messages.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{
    EnumValueParser, PathBufValueParser, PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser,
};
use clap::{Arg, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::diagnostic::Remark;
use crate::report::{Language, Material, MaterialError, Standard, is_identifier};
use crate::source::{PACKET_FILE, REPORT_FILE, folder_of};
use crate::terminal::{MessageFormat, Terminal, Unsuitable};
use crate::typeset::PageRange;

/// Turns a folder of indicator data into a government plan's follow-up report.
#[derive(Debug, Parser)]
#[command(name = "nenpo", version, about, propagate_version = true)]
pub struct Cli {
    /// The subcommand.
    #[command(subcommand)]
    pub command: Command,

    /// Language of messages (ja or en); otherwise that of LC_ALL, LC_MESSAGES or LANG.
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = spoken_language)]
    pub ui_lang: Option<Language>,

    /// Messages on stderr for people, or for programs as one JSON object a line.
    #[arg(long, global = true, value_name = "FORMAT", value_enum, default_value_t)]
    pub message_format: MessageFormat,

    /// Show all problems, not only those that fit a screen.
    #[arg(long, global = true)]
    pub all: bool,

    /// Also say how files were read.
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the report as PDFs, images or web pages and print their paths.
    Build(Build),
    /// Build the report now and after every change of its files.
    Watch(Watch),
    /// Open a page in the browser that shows reports while they are edited.
    Serve(Serve),
    /// Show every problem of a report or a committee packet and write nothing.
    Check(Check),
    /// Write a committee packet: the whole and each material as PDFs, and a web page; print their paths.
    Packet(Packet),
    /// Write the report's data as open data, and print the path of its descriptor.
    Export(Export),
    /// Verify that PDFs agree with their attached data and with each other.
    Verify(Verify),
    /// Write a small report to start from, and print the paths of its files.
    New(New),
    /// Add a unit, group, kind of indicator or note to a report, and print the paths of the changed files.
    Add(Add),
    /// Print a JSON Schema.
    Schema {
        /// The format that the schema describes.
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
    #[arg(default_value = ".", value_name = "DIR", value_parser = report_folder())]
    pub folder: PathBuf,

    /// Only these languages, such as ja or ja,en.
    #[arg(long, value_name = "LANGUAGE", value_delimiter = ',', value_parser = Listed(language))]
    pub lang: Vec<Language>,

    /// Only these templates.
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = Listed(StringValueParser::new()))]
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

    /// The formats to write: PDFs, images of pages, or web pages.
    #[arg(
        long,
        value_name = "FORMAT",
        value_parser = Listed(EnumValueParser::<OutputFormat>::new()),
        value_delimiter = ',',
        default_value = "pdf"
    )]
    pub format: Vec<OutputFormat>,

    /// Only images of these pages, such as 1-3,5; a range may be open, as in 3- or -2.
    #[arg(long, value_name = "PAGES", value_delimiter = ',', value_parser = Listed(pages), allow_hyphen_values = true)]
    pub pages: Vec<PageRange>,

    /// The resolution of PNG images in pixels per inch; 144 if not given.
    #[arg(long, value_name = "NUMBER", value_parser = ppi)]
    pub ppi: Option<u32>,

    /// Folder for the files; `out` in the report's folder if not given.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// Also write all sources for the stock `typst compile` to a folder.
    #[arg(long, value_name = "DIR")]
    pub emit_sources: Option<PathBuf>,

    /// Open the written files, or their folder if there are many.
    #[arg(long)]
    pub open: bool,
}

/// Options of `watch`.
#[derive(Debug, Args)]
pub struct Watch {
    /// Which report and which of its editions.
    #[command(flatten)]
    pub selection: Selection,

    /// The formats to write: PDFs, images of pages, or web pages.
    #[arg(long, value_name = "FORMAT", value_enum, value_delimiter = ',', default_value = "pdf")]
    pub format: Vec<OutputFormat>,

    /// Folder for the files; `out` in the report's folder if not given.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// Open the files after the first build without errors, or their folder if there are many.
    #[arg(long)]
    pub open: bool,
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// The folder of the report to open; without it, the page offers reports and new ones.
    #[arg(value_name = "DIR", value_parser = report_folder())]
    pub folder: Option<PathBuf>,

    /// Print the address and do not open the browser.
    #[arg(long)]
    pub no_open: bool,

    /// Go on after the last page has been closed.
    #[arg(long)]
    pub keep: bool,
}

/// An output format of `build`.
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

    /// What is required of the files of a packet, and allowed.
    #[command(flatten)]
    pub files: PacketFiles,
}

/// Options of `packet`.
#[derive(Debug, Args)]
pub struct Packet {
    /// The packet's folder, which holds packet.toml.
    #[arg(default_value = ".", value_name = "DIR", value_parser = packet_folder())]
    pub folder: PathBuf,

    /// Only these languages, such as ja or ja,en.
    #[arg(long, value_name = "LANGUAGE", value_delimiter = ',', value_parser = Listed(language))]
    pub lang: Vec<Language>,

    /// Folder for the files; `out` in the packet's folder if not given.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// What is required of the files of a packet, and allowed.
    #[command(flatten)]
    pub files: PacketFiles,
}

/// What is required of the files of a packet, and allowed.
#[derive(Debug, Args)]
pub struct PacketFiles {
    /// PDF standards that the whole packet has to meet, such as ua-1,a-2a.
    #[arg(long, value_name = "STANDARD", value_delimiter = ',', value_parser = Listed(standard()))]
    pub require: Vec<Standard>,

    /// Accept files with digital signatures, which joining invalidates.
    #[arg(long)]
    pub allow_signed: bool,
}

/// Options of `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// PDFs written by nenpo; the first is also compared with each of the others.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
}

/// Options of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The report's folder, which holds report.toml.
    #[arg(default_value = ".", value_name = "DIR", value_parser = report_folder())]
    pub folder: PathBuf,

    /// Folder for the package; `out` in the report's folder if not given.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// Begin CSV files with a byte order mark, by which Excel recognises UTF-8.
    #[arg(long)]
    pub bom: bool,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub struct New {
    /// Folder of the report, which must be empty or not exist.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,

    /// Write the data as an Excel workbook for ministries to fill in, instead of CSV files.
    #[arg(long)]
    pub workbook: bool,

    /// Leave out the example: tables without rows, and only the words that every report needs.
    #[arg(long, conflicts_with_all = ["from", "next", "packet"])]
    pub empty: bool,

    /// Make the report from an office's table: a workbook, a CSV file, or a folder of Open SDG.
    #[arg(long, value_name = "TABLE")]
    pub from: Option<PathBuf>,

    /// Make the next round's report from this one: dates move on, the new values are open, sentences are to be reviewed.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["from", "workbook"], value_parser = report_folder())]
    pub next: Option<PathBuf>,

    /// Only the rows of this project, in a table of many.
    #[arg(long, value_name = "ID", requires = "from")]
    pub project: Option<String>,

    /// Make a committee packet with a report in it.
    #[arg(long, conflicts_with_all = ["from", "next", "workbook"])]
    pub packet: bool,
}

/// Options of `add`.
#[derive(Debug, Args)]
pub struct Add {
    /// What to add.
    pub sort: AddSort,

    /// Its word or sentence, such as 施設.
    pub text: String,

    /// The report's folder, which holds report.toml.
    #[arg(default_value = ".", value_name = "DIR", value_parser = report_folder())]
    pub folder: PathBuf,

    /// The name for it in tables and messages: Latin letters, digits, - and _.
    #[arg(long, value_name = "NAME", value_parser = identifier)]
    pub id: Option<String>,

    /// Its words in another language, such as en=facilities.
    #[arg(long = "text", value_name = "LANGUAGE=TEXT", value_parser = text_of_language)]
    pub texts: Vec<(String, String)>,
}

/// What `add` adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AddSort {
    /// A unit.
    Unit,
    /// A group.
    Group,
    /// A kind of indicator.
    Kind,
    /// A note.
    Note,
}

/// A format with a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaSubject {
    /// The settings of a report: report.toml.
    Report,
    /// The settings of a committee packet: packet.toml.
    Packet,
    /// The data of templates: report.json.
    Data,
    /// An example of the data of templates, for previews.
    DataExample,
    /// The document with all data that `export` writes.
    Package,
    /// One line of `--message-format json`.
    Message,
}

/// The folder of a report; its `report.toml` may be given instead.
fn report_folder() -> impl TypedValueParser<Value = PathBuf> {
    folder_with(REPORT_FILE)
}

/// The folder of a packet; its `packet.toml` may be given instead.
fn packet_folder() -> impl TypedValueParser<Value = PathBuf> {
    folder_with(PACKET_FILE)
}

fn folder_with(file: &'static str) -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().map(move |path| folder_of(&path, file).unwrap_or(path))
}

/// Reads one of several values between commas, which may have spaces around them: `ja, en`.
#[derive(Clone)]
struct Listed<P>(P);

impl<P: TypedValueParser> TypedValueParser for Listed<P> {
    type Value = P::Value;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Self::Value, clap::Error> {
        self.0.parse_ref(command, argument, value.to_str().map_or(value, |text| OsStr::new(text.trim())))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.0.possible_values()
    }
}

/// A PDF standard by its name.
fn standard() -> impl TypedValueParser<Value = Standard> {
    PossibleValuesParser::new(Standard::NAMES.map(|(name, _)| name)).try_map(|text| {
        let known = Standard::NAMES.into_iter().find(|(name, _)| *name == text);
        known.map(|(_, standard)| standard).ok_or(Unsuitable(Remark::new("advice-standard")))
    })
}

fn language(text: &str) -> Result<Language, Unsuitable> {
    Language::new(text).ok_or_else(|| Unsuitable(Remark::new("advice-language")))
}

fn identifier(text: &str) -> Result<String, Unsuitable> {
    let is_valid = is_identifier(text);
    is_valid.then(|| text.to_owned()).ok_or_else(|| Unsuitable(Remark::new("advice-identifier")))
}

fn text_of_language(text: &str) -> Result<(String, String), Unsuitable> {
    let parts = text.split_once('=').filter(|(tag, text)| Language::new(tag).is_some() && !text.trim().is_empty());
    let (tag, text) = parts.ok_or_else(|| Unsuitable(Remark::new("advice-text")))?;
    Ok((tag.to_owned(), text.trim().to_owned()))
}

fn pages(text: &str) -> Result<PageRange, Unsuitable> {
    PageRange::new(text).ok_or_else(|| Unsuitable(Remark::new("advice-pages")))
}

fn ppi(text: &str) -> Result<u32, Unsuitable> {
    /// Lower resolutions are unreadable, and no printer has higher ones.
    const PPI: std::ops::RangeInclusive<u32> = 20..=1200;
    let advice = || Remark::new("advice-ppi").with("least", PPI.start()).with("most", PPI.end());
    text.parse().ok().filter(|ppi| PPI.contains(ppi)).ok_or_else(|| Unsuitable(advice()))
}

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
