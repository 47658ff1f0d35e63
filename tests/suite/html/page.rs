//! A web page as browsers read it, and the data that its template read.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use crate::support::plan::USUAL;
use crate::support::{built_with_sources, contents_below, repository};

/// The file of a web page.
pub(crate) struct File {
    name: String,
    text: String,
    data: Value,
}

/// A web page.
pub(crate) struct Page<'a> {
    /// Its name without the ending.
    pub(crate) name: &'a str,
    /// The file.
    pub(crate) text: &'a str,
    /// What a browser makes of it.
    pub(crate) html: Html,
    /// What its template read.
    pub(crate) data: &'a Value,
}

impl File {
    /// Reads the page as a browser does.
    pub(crate) fn read(&self) -> Page<'_> {
        Page { name: &self.name, text: &self.text, html: Html::parse_document(&self.text), data: &self.data }
    }
}

impl Page<'_> {
    /// Returns the elements that a selector finds.
    pub(crate) fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&Selector::parse(selector).unwrap()).collect()
    }

    /// Returns the text of the element with an identifier.
    pub(crate) fn text_of(&self, id: &str) -> Option<String> {
        self.all("[id]").into_iter().find(|element| element.attr("id") == Some(id)).map(text)
    }

    /// Returns the template and the language.
    pub(crate) fn edition(&self) -> (&str, &str) {
        let (rest, language) = self.name.rsplit_once('-').unwrap();
        (rest.rsplit_once('-').unwrap().1, language)
    }
}

/// Returns the text of an element as it is seen and heard: white space as one space.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the elements below another that a selector finds.
pub(crate) fn within<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

/// Builds a report as web pages with their sources; returns the pages.
pub(crate) fn build(project: &Path) -> Vec<File> {
    // A template that the report does not use cannot be asked for.
    let settings = fs::read_to_string(project.join("report.toml")).unwrap();
    let is_used = |name: &&str| settings.contains(&format!("template = \"{name}\""));
    let templates = ["followup", "report"].into_iter().filter(is_used).collect::<Vec<_>>().join(",");
    let (folder, said) = built_with_sources(project, &["--format", "html", "--template", &templates]);
    assert!(said.contains("--features a11y-extras,html --format html"), "{said}");
    let files = fs::read_dir(folder.path().join("out")).unwrap();
    let mut pages: Vec<File> = files
        .map(|file| {
            let path = file.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            assert_eq!(path.extension().unwrap(), "html", "{name}");
            let sources = folder.path().join("sources/html").join(&name);
            let data: Value = serde_json::from_slice(&fs::read(sources.join("report.json")).unwrap()).unwrap();
            let text = fs::read_to_string(&path).unwrap();
            assert!(text == compiled(&sources, &name), "{name}: the sources give another page");
            File { name, text, data }
        })
        .collect();
    pages.sort_by(|one, two| one.name.cmp(&two.name));
    pages
}

/// Compiles emitted sources: with their fonts, and with nothing else.
fn compiled(sources: &Path, name: &str) -> String {
    use nenpo::typeset::{Document, FontFile, Fonts, html, library};
    use typst::foundations::Bytes;

    let files = contents_below(sources).into_iter().map(|(name, data)| (name, Bytes::new(data))).collect();
    let template = if name.contains("-report-") { "report" } else { "followup" };
    let document = Document { identifier: name.to_owned(), main: format!("templates/{template}/html.typ"), files };
    let (fonts, _) = Fonts::new(Vec::<FontFile>::new());
    html(&document, library(), &fonts).map(|(text, _)| text).unwrap_or_else(|problems| panic!("{name}: {problems:?}"))
}

/// The pages of the samples, of valid cases and of a generated plan.
static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for project in ["examples/medical-rd-fy2022", "examples/fictional-city-plan"] {
        all.extend(build(&repository(project)));
    }
    for case in ["minimal", "over-years", "no-groups", "highlight-parts", "png-figure", "themed", "town-plan"] {
        all.extend(build(&repository("tests/cases/valid").join(case)));
    }
    let folder = tempfile::tempdir().unwrap();
    USUAL.write(folder.path(), &["followup", "report"]);
    all.extend(build(folder.path()));
    all
});

/// Returns the pages that most tests are about.
pub(crate) fn pages() -> impl Iterator<Item = Page<'static>> {
    FILES.iter().map(File::read)
}
