//! Builds the editions of report projects that are materials of a packet, in memory and without document numbers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::naming;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Located, Place};
use crate::pipeline::assemble::assemble;
use crate::pipeline::localize::localize;
use crate::pipeline::request::{Form, Request};
use crate::pipeline::typeset::typeset;
use crate::report::Language;
use crate::source::{Project, REPORT_FILE, Texts, first_template};

/// The PDFs of an edition by language.
pub(super) type Edition = BTreeMap<Language, Vec<u8>>;

/// Builds an edition of the report in a folder, in all languages of the packet that are wanted. Problems of the report
/// are shown with the path of its folder.
pub(super) fn build(
    folder: &Located<String>,
    template: Option<&Located<String>>,
    languages: &[&Located<Language>],
    project: &mut Project,
    diagnostics: &mut Diagnostics,
) -> Edition {
    let Ok(path) = project.path_of(&folder.value) else { return Edition::new() };
    let template = template.map(|template| template.value.clone()).or_else(|| first_template(&mut Project::new(&path)));
    let request = Request {
        languages: languages.iter().map(|language| language.value.clone()).collect(),
        templates: template.into_iter().collect(),
        is_unnumbered: true,
        forms: vec![Form::Pdf],
        ..Request::all(path)
    };
    let mut localized = localize(assemble(&request, None), &request);
    let typeset = typeset(&mut localized, &request, None);
    let names = localized.editions.names.iter().map(|name| name.language.clone());
    let pdfs = typeset.documents.into_iter().map(|document| document.exported.and_then(Arc::into_inner)?.pdf);
    let edition: Edition = names.zip(pdfs).filter_map(|(language, pdf)| Some((language, pdf?))).collect();
    let known = localized.report.as_ref().map(|report| report.settings.languages()).unwrap_or_default();
    if !localized.diagnostics.has_errors() {
        for language in languages.iter().filter(|language| !edition.contains_key(&language.value)) {
            let known = known.iter().map(|language| language.value.to_string()).collect::<Vec<_>>();
            let problem = Diagnostic::at(Code::NoEdition, &folder.place).with("part", "material");
            let problem = problem.with("language", &language.value).with("allowed", known.join(", "));
            diagnostics.push(problem.with_related(&language.place));
        }
    }
    let shown = Shown { folder };
    let settings = shown.name(&REPORT_FILE.into());
    diagnostics.append(naming(&settings, localized.diagnostics.map(|problem| Some(shown.problem(problem)))));
    shown.remember(localized.project.into_texts(), project);
    edition
}

/// How the files of a report are named in a packet.
struct Shown<'a> {
    folder: &'a Located<String>,
}

impl Shown<'_> {
    fn name(&self, file: &Arc<str>) -> Arc<str> {
        // Files of nenpo itself are the same for all.
        if file.starts_with("nenpo/") { Arc::clone(file) } else { format!("{}/{file}", self.folder.value).into() }
    }

    fn place(&self, place: Place) -> Place {
        Place { file: self.name(&place.file), ..place }
    }

    fn problem(&self, problem: Diagnostic) -> Diagnostic {
        Diagnostic {
            // A problem of the report as a whole is one of the material.
            place: Some(problem.place.map_or_else(|| self.folder.place.clone(), |place| self.place(place))),
            also: problem.also.into_iter().map(|place| self.place(place)).collect(),
            related: problem.related.map(|place| self.place(place)),
            ..problem
        }
    }

    fn remember(&self, texts: Texts, project: &mut Project) {
        for (name, text) in texts {
            project.remember(&self.name(&name), &text);
        }
    }
}
