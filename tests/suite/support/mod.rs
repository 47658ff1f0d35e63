//! What several tests use. `benches/growth.rs` uses `plan` too.

mod command;
mod folder;
mod fonts;
pub(crate) mod plan;
mod schema;

pub(crate) use command::{built_with_sources, nenpo, run, stderr};
pub(crate) use folder::{MINIMAL, change, contents_below, copied, copy, files_below, names, reports, repository};
pub(crate) use fonts::built_in_fonts;
pub(crate) use schema::{problems, validator};

/// The languages that are built in.
pub(crate) const LANGUAGES: [&str; 2] = ["ja", "en"];

/// Removes everything that line breaking, spacing and the direction of writing may change.
pub(crate) fn squeezed(text: &str) -> String {
    let is_invisible = |sign: &char| matches!(sign, '\u{200B}' | '\u{2060}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|sign| !sign.is_whitespace() && !is_invisible(sign)).collect()
}
