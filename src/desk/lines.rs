//! What the desk does, as the line that a person would type: it runs what it shows.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::pipeline::quoted;

/// What a page asks for, of the report that is open.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub(super) enum Action {
    Build {
        #[serde(default)]
        formats: Vec<String>,
        #[serde(default)]
        languages: Vec<String>,
        material: Option<String>,
    },
    Check,
    Export {
        #[serde(default)]
        bom: bool,
    },
    Verify {
        template: Option<String>,
    },
    Packet {
        packet: String,
    },
}

/// A report to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Beginning {
    /// With the values of an example.
    Sample,
    /// Without values.
    Empty,
    /// With the values of a file.
    File,
}

/// A line to type, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    words: Vec<OsString>,
}

impl Action {
    /// The name by which the page knows it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Build { .. } => "build",
            Self::Check => "check",
            Self::Export { .. } => "export",
            Self::Verify { .. } => "verify",
            Self::Packet { .. } => "packet",
        }
    }

    /// Its lines for a report in a folder with these PDFs, each with the name of its template.
    pub(super) fn lines(&self, folder: &Path, pdfs: &[(String, PathBuf)]) -> Vec<Line> {
        let line = match self {
            Self::Build { formats, languages, material } => Line::new("build")
                .path(folder)
                .list("--lang", languages)
                .list("--format", formats)
                .option("--material", material.as_deref().map(str::trim).filter(|number| !number.is_empty())),
            Self::Check => Line::new("check").path(folder),
            Self::Export { bom } => {
                let line = Line::new("export").path(folder);
                if *bom { line.word("--bom") } else { line }
            }
            // Only the languages of one template can agree.
            Self::Verify { template: wanted } => {
                let mut templates: Vec<&String> = pdfs.iter().map(|(template, _)| template).collect();
                templates.dedup();
                templates.retain(|template| wanted.as_ref().is_none_or(|wanted| wanted == *template));
                let line = |template: &String| {
                    let of_template = pdfs.iter().filter(|(name, _)| name == template);
                    of_template.fold(Line::new("verify"), |line, (_, path)| line.path(path))
                };
                return templates.into_iter().map(line).collect();
            }
            Self::Packet { packet } => Line::new("packet").path(&folder.join(packet.trim().trim_matches('"'))),
        };
        vec![line]
    }
}

impl Line {
    pub(super) fn new(verb: &'static str) -> Self {
        Self { words: vec![verb.into()] }
    }

    pub(super) fn word(mut self, word: impl Into<OsString>) -> Self {
        self.words.push(word.into());
        self
    }

    /// A path is absolute, so that it is never taken for an option.
    pub(super) fn path(self, path: &Path) -> Self {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.word(absolute)
    }

    /// An option with its value in one word, so that the value is never taken for an option.
    pub(super) fn option(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.word(format!("{name}={value}")),
            None => self,
        }
    }

    fn list(self, name: &str, values: &[String]) -> Self {
        let values = values.join(",");
        self.option(name, Some(values.as_str()).filter(|values| !values.is_empty()))
    }

    pub(super) fn words(&self) -> &[OsString] {
        &self.words
    }

    /// As it is typed.
    pub(super) fn typed(&self) -> String {
        let words = self.words.iter().map(|word| quoted(Path::new(word)));
        std::iter::once("nenpo".to_owned()).chain(words).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(action: &str) -> String {
        let folder = std::path::absolute("plan").unwrap();
        let action: Action = serde_json::from_str(action).unwrap();
        let pdf = |template: &str, name: &str| (template.to_owned(), PathBuf::from(name));
        let pdfs = [pdf("followup", "a.pdf"), pdf("followup", "c.pdf"), pdf("report", "b.pdf")];
        let parent = folder.parent().unwrap().to_owned();
        let typed = action.lines(&folder, &pdfs).iter().map(Line::typed).collect::<Vec<_>>().join("\n");
        typed.replace(&format!("{}{}", parent.display(), std::path::MAIN_SEPARATOR), "")
    }

    #[test]
    fn what_is_done_is_a_line_to_type() {
        assert_eq!(typed(r#"{"do": "build"}"#), "nenpo build plan");
        let build =
            r#"{"do": "build", "material": " 資料1-2 ", "languages": ["ja", "en"], "formats": ["pdf", "html"]}"#;
        assert_eq!(typed(build), "nenpo build plan --lang=ja,en --format=pdf,html --material=資料1-2");
        assert_eq!(typed(r#"{"do": "export", "bom": true}"#), "nenpo export plan --bom");
        assert_eq!(typed(r#"{"do": "verify"}"#), "nenpo verify a.pdf c.pdf\nnenpo verify b.pdf");
        assert_eq!(typed(r#"{"do": "verify", "template": "report"}"#), "nenpo verify b.pdf");
    }

    #[test]
    fn a_value_is_no_option() {
        let build: Action = serde_json::from_str(r#"{"do": "build", "material": "--out=/elsewhere"}"#).unwrap();
        let lines = build.lines(Path::new("-x"), &[]);
        assert!(lines[0].words().iter().skip(1).all(|word| {
            let word = word.to_str().unwrap();
            word.starts_with("--material=") || Path::new(word).is_absolute()
        }));
    }
}
