//! The subcommands, one file each: call the module that does the work, print results and return an exit code.

mod add;
mod build;
mod check;
mod completions;
mod export;
mod help;
mod new;
mod open;
mod packet;
mod schema;
mod serve;
mod verify;
mod watch;

pub use help::explain;

use crate::cli::{Cli, Command, OutputFormat, Selection};
use crate::pipeline::{Form, Request};
use crate::terminal::Terminal;

/// The exit code for problems of the environment or command line.
const ENVIRONMENT: u8 = 2;

/// Runs a command and returns its exit code: 0 success, 1 problems in the user's data, 2 problems of the environment.
#[must_use]
pub fn run(cli: &Cli) -> u8 {
    let language = cli.ui_lang.clone().or_else(Terminal::language_of_environment);
    let terminal =
        Terminal::new(language.as_ref()).with_format(cli.message_format).with_notes(cli.verbose).with_all(cli.all);
    let result = match &cli.command {
        Command::Build(options) => build::build(options, &terminal),
        Command::Watch(options) => watch::watch(options, &terminal),
        Command::Serve(options) => serve::serve(options, &terminal),
        Command::Check(options) => check::check(options, &terminal),
        Command::Packet(options) => packet::packet(options, &terminal),
        Command::Verify(options) => verify::verify(options, &terminal),
        Command::Export(options) => export::export(options, &terminal),
        Command::New(options) => new::new(options, &terminal),
        Command::Add(options) => add::add(options, &terminal),
        Command::Schema { subject } => schema::schema(*subject, &terminal),
        Command::Completions { shell } => completions::completions(*shell, language.as_ref(), &terminal),
    };
    result.unwrap_or_else(|error| {
        // If stderr itself is closed, nobody can be told.
        let _ = terminal.fail(&format!("{error:#}"), &[]);
        ENVIRONMENT
    })
}

fn request(selection: &Selection, formats: &[OutputFormat]) -> Request {
    let form = |format: &OutputFormat| match format {
        OutputFormat::Pdf => Form::Pdf,
        OutputFormat::Png => Form::Png,
        OutputFormat::Svg => Form::Svg,
        OutputFormat::Html => Form::Html,
    };
    Request {
        folder: selection.folder.clone(),
        languages: selection.lang.clone(),
        templates: selection.template.clone(),
        material: selection.material.clone(),
        is_unnumbered: false,
        forms: formats.iter().map(form).collect(),
    }
}
