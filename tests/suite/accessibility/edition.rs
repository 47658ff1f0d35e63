//! Editions that the command built, read back beside the data and the charts that they were made of.

use std::fs;
use std::path::Path;

use nenpo::pdf::{Element, Node, TaggedPdf};
use serde_json::Value;

use crate::support::built_with_sources;

/// A PDF, and what it was made of.
pub(crate) struct Edition {
    /// The project's name and the document's identifier.
    pub(crate) name: String,
    pub(crate) template: String,
    pub(crate) pdf: TaggedPdf,
    /// What the template read.
    pub(crate) data: Value,
    charts: Vec<(String, String)>,
}

impl Edition {
    /// Returns a PDF of which nothing is known but its language.
    pub(crate) fn of(name: &str, pdf: TaggedPdf, language: &str) -> Self {
        let data = serde_json::json!({ "document": { "language": language } });
        Self { name: name.to_owned(), template: String::new(), pdf, data, charts: Vec::new() }
    }

    /// Returns the language of the edition, without region.
    pub(crate) fn language(&self) -> &str {
        self.data["document"]["language"].as_str().unwrap()
    }

    /// Returns what is read aloud of the edition, but for its tables of contents.
    pub(crate) fn spoken(&self) -> String {
        let mut spoken = String::new();
        speak(self.pdf.tags(), &mut spoken);
        spoken
    }

    /// Returns the drawing of a chart by its path.
    pub(crate) fn drawing(&self, path: &str) -> &str {
        &self.charts.iter().find(|(known, _)| known == path).unwrap_or_else(|| panic!("{path}")).1
    }
}

fn speak(element: &Element, spoken: &mut String) {
    for child in &element.children {
        match child {
            Node::Element(child) if child.role == "TOC" => {}
            Node::Element(child) if child.alt.is_some() || child.actual_text.is_some() => {
                spoken.push_str(&child.spoken());
            }
            Node::Element(child) => speak(child, spoken),
            Node::Text(text) => spoken.push_str(&text.text),
            Node::Annotation(_) => {}
        }
    }
}

/// Builds a project and reads its editions back.
pub(crate) fn editions(name: &str, project: &Path, arguments: &[&str]) -> Vec<Edition> {
    let (written, _) = built_with_sources(project, arguments);
    let (out, sources) = (written.path().join("out"), written.path().join("sources"));
    let files = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path());
    let mut editions: Vec<Edition> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "pdf"))
        .map(|path| {
            let identifier = path.file_stem().unwrap().to_str().unwrap();
            let sources = sources.join(identifier);
            let templates = fs::read_dir(sources.join("templates")).unwrap();
            let mut templates = templates.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            let charts = fs::read_dir(sources.join("charts")).into_iter().flatten().map(|entry| entry.unwrap().path());
            Edition {
                name: format!("{name}, {identifier}"),
                template: templates.find(|name| name != "lib").unwrap(),
                pdf: TaggedPdf::read(&fs::read(&path).unwrap()).unwrap(),
                data: serde_json::from_slice(&fs::read(sources.join("report.json")).unwrap()).unwrap(),
                charts: charts
                    .map(|path| {
                        let name = format!("/charts/{}", path.file_name().unwrap().to_str().unwrap());
                        (name, fs::read_to_string(path).unwrap())
                    })
                    .collect(),
            }
        })
        .collect();
    editions.sort_by(|first, second| first.name.cmp(&second.name));
    editions
}
