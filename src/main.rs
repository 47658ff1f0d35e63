//! The command `nenpo`: parse, dispatch, exit code.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let cli = nenpo::cli::Cli::parse();
    match nenpo::commands::run(&cli) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            // stderr itself may be what is broken; then there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "nenpo: {error:#}");
            ExitCode::from(2)
        }
    }
}
