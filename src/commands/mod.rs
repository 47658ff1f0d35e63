//! The verbs: one file each, and what they share.

mod agreement;
mod assembly;
mod build;
mod causes;
mod check;
mod completions;
mod editions;
mod evidence;
mod explain;
mod export;
mod figures;
mod gathering;
mod new;
mod output;
mod resources;
mod schema;
mod theme;
mod typesetting;
mod unread;
mod verify;
mod vocabulary;
mod voice;

pub use explain::explain;

use crate::cli::{Cli, Command};
use crate::terminal::Terminal;

/// The exit code where the environment, or the command line, is at fault.
const ENVIRONMENT: u8 = 2;

/// Runs a command and returns its exit code: 0 done, 1 faults in the user's data, 2 the environment.
#[must_use]
pub fn run(cli: &Cli) -> u8 {
    let language = cli.ui_lang.clone().or_else(Terminal::language_of_environment);
    let terminal = Terminal::new(language.as_ref()).with_format(cli.message_format).with_notes(cli.verbose);
    let result = match &cli.command {
        Command::Build(options) => build::build(options, &terminal),
        Command::Check(options) => check::check(options, &terminal),
        Command::Verify(options) => verify::verify(options, &terminal),
        Command::Export(options) => export::export(options, &terminal),
        Command::New(options) => new::new(options, &terminal),
        Command::Schema { subject } => schema::schema(*subject, &terminal),
        Command::Completions { shell } => completions::completions(*shell, language.as_ref(), &terminal),
    };
    result.unwrap_or_else(|error| {
        // stderr itself may be what is broken; then there is nobody to tell.
        let _ = terminal.fail(&format!("{error:#}"), &[]);
        ENVIRONMENT
    })
}
