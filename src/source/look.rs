//! Reads the section `theme` of `report.toml` and `packet.toml`.

use std::collections::BTreeMap;

use super::backslash::as_written;
use super::cell::word;
use super::setting::language;
use super::toml_table::TomlTable;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located};
use crate::report::{Look, Paper, is_file_name};

/// That of a report, which has a logo besides.
pub(super) fn read_with_logo(mut table: TomlTable<'_>, diagnostics: &mut Diagnostics) -> Look {
    let logo = table.text("logo", diagnostics).filter(|logo| is_inside("theme.logo", logo, diagnostics));
    Look { logo, ..read(table, diagnostics) }
}

pub(super) fn read(mut table: TomlTable<'_>, diagnostics: &mut Diagnostics) -> Look {
    let paper = table.text("paper", diagnostics).and_then(|paper| word(&paper, &Paper::NAMES, diagnostics));
    let accents = table.texts("accents", diagnostics);
    let ink = table.texts_by_name("ink", diagnostics);
    let status = table.texts_by_name("status", diagnostics);
    let (mut fonts, mut languages) = (BTreeMap::new(), Vec::new());
    for (tag, families) in table.lists_by_name("fonts", diagnostics) {
        if let Some(language) = language("theme.fonts", tag, &languages, diagnostics) {
            fonts.insert(language.value.clone(), families);
            languages.push(language);
        }
    }
    table.finish(diagnostics);
    Look { paper, accents, ink, status, fonts, logo: None }
}

/// Requires that a path stays inside the folder of the settings, so that the folder can be moved and published.
pub(super) fn is_inside(key: &str, path: &Located<String>, diagnostics: &mut Diagnostics) -> bool {
    let is_path = |path: &str| !path.contains(':') && path.split('/').all(is_file_name);
    let written = as_written(&path.value);
    let right = written.replace('\\', "/");
    if is_path(&written) {
        return true;
    }
    let problem = Diagnostic::at(Code::InvalidValue, &path.place).with("key", key).with("value", written);
    diagnostics.push(if is_path(&right) {
        problem.with("part", "path-backslash").with("nearest", right)
    } else {
        problem.with("allowed", "figures/….svg")
    });
    false
}
