//! What several tests use. `benches/growth.rs` uses `plan` too.

mod command;
mod folder;
mod fonts;
pub(crate) mod plan;
mod schema;

pub(crate) use command::{built_with_sources, nenpo, run, stderr};
pub(crate) use folder::{MINIMAL, change, contents_below, copied, copy, files_below, names, repository};
pub(crate) use fonts::built_in_fonts;
pub(crate) use schema::{faults, validator};

/// The languages that are built in.
pub(crate) const LANGUAGES: [&str; 2] = ["ja", "en"];

/// Removes everything that line breaking and spacing may change.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && !['\u{200B}', '\u{2060}'].contains(sign)).collect()
}
