//! The command line: types only.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::report::{Language, Material, MaterialSeries};

/// Turns a folder of indicator data into a government plan's follow-up report.
#[derive(Debug, Parser)]
#[command(name = "nenpo", version, about, propagate_version = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// Language of messages (ja or en); otherwise that of LC_ALL, LC_MESSAGES or LANG.
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language)]
    pub ui_lang: Option<Language>,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the report's PDFs and print their paths.
    Build(Build),
    /// Show every fault of a report and write nothing.
    Check(Check),
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

    /// Folder for the PDFs; out in the report's folder if not given.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,

    /// Also write everything that the stock `typst compile` needs to a folder.
    #[arg(long, value_name = "DIR")]
    pub emit_sources: Option<PathBuf>,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Which report and which of its editions.
    #[command(flatten)]
    pub selection: Selection,
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
}

fn language(text: &str) -> Result<Language, String> {
    Language::new(text).ok_or_else(|| "write a language tag such as ja or en".to_owned())
}

fn material(text: &str) -> Result<Material, String> {
    let (series, number) = match text.split_once(':') {
        Some(("reference", number)) => (MaterialSeries::Reference, number),
        Some(("main", number)) => (MaterialSeries::Main, number),
        Some(_) => return Err("write a number such as 1-2 or reference:1".to_owned()),
        None => (MaterialSeries::Main, text),
    };
    if !Material::is_number(number) {
        return Err(format!("write a number of 1 to {} characters", Material::LONGEST));
    }
    Ok(Material { number: number.to_owned(), series })
}
