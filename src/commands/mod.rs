//! The verbs: one file each, and what they share.

mod assembly;
mod build;
mod causes;
mod check;
mod completions;
mod editions;
mod figures;
mod new;
mod resources;
mod schema;
mod typesetting;
mod vocabulary;

use anyhow::Result;

use crate::cli::{Cli, Command};
use crate::terminal::Terminal;

/// Runs a command and returns its exit code: 0 done, 1 faults in the user's data, 2 the environment.
///
/// # Errors
/// Fails where the terminal is gone.
pub fn run(cli: &Cli) -> Result<u8> {
    let language = cli.ui_lang.clone().or_else(Terminal::language_of_environment);
    let terminal = Terminal::new(language.as_ref());
    match &cli.command {
        Command::Build(options) => build::build(options, &terminal),
        Command::Check(options) => check::check(options, &terminal),
        Command::New(options) => new::new(options, &terminal),
        Command::Schema { subject } => schema::schema(*subject, &terminal),
        Command::Completions { shell } => completions::completions(*shell, &terminal),
    }
}
