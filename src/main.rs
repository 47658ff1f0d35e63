//! The command `nenpo`: parse, dispatch, exit code.

use std::process::ExitCode;

use clap::Parser;
use nenpo::cli::Cli;
use nenpo::commands;

fn main() -> ExitCode {
    ExitCode::from(match Cli::try_parse() {
        Ok(cli) => commands::run(&cli),
        Err(error) => commands::explain(&error),
    })
}
