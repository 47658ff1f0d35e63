//! The command `nenpo`: parse, dispatch, exit code.

use std::panic;
use std::process::ExitCode;

use clap::Parser;
use nenpo::cli::Cli;
use nenpo::commands;
use nenpo::pdf::ink;

fn main() -> ExitCode {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if !ink::is_drawing() {
            report(panic);
        }
    }));
    ExitCode::from(match Cli::try_parse() {
        Ok(cli) => commands::run(&cli),
        Err(error) => commands::explain(&error),
    })
}
