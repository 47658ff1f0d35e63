//! `nenpo schema`: prints a JSON Schema, or an example.

use anyhow::Result;

use crate::cli::SchemaSubject;
use crate::embedded::{OPEN_DATA_FILE, SCHEMA_FILE};
use crate::schema;
use crate::skeleton::example_data;
use crate::terminal::Terminal;

pub(super) fn schema(subject: SchemaSubject, terminal: &Terminal) -> Result<u8> {
    let schema = match subject {
        SchemaSubject::Report => schema::report(&terminal.words_of(&[SCHEMA_FILE])),
        SchemaSubject::Packet => schema::packet(&terminal.words_of(&[SCHEMA_FILE])),
        SchemaSubject::Data => schema::data(),
        SchemaSubject::DataExample => {
            terminal.print_line(format_args!("{}", example_data(terminal.language().primary()).trim_end()))?;
            return Ok(0);
        }
        SchemaSubject::Package => schema::package(&terminal.words_of(&[OPEN_DATA_FILE])),
        SchemaSubject::Message => schema::message(),
    };
    terminal.print_line(format_args!("{schema:#}"))?;
    Ok(0)
}
