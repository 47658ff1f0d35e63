//! The route of the stock compiler: what `--emit-sources` writes compiles in a world that only reads files, and gives
//! the same document; and any built-in template shows the example of what templates read.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use nenpo::embedded;
use nenpo::report::Standard;
use nenpo::typeset::{Document, FontFile, Fonts, VirtualFiles, layout, library, pdf, standards};
use typst::diag::FileResult;
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};
use typst_kit::files::{FileLoader, FileStore, FsRoot};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;

use crate::support::{LANGUAGES, built_with_sources, contents_below, repository};

const BUILT_IN: [&str; 3] = ["followup", "minimal", "report"];

/// A world as the stock compiler has it: a root folder, a folder of fonts, and nothing else.
struct FolderWorld {
    library: &'static LazyHash<Library>,
    fonts: FontStore,
    files: FileStore<Folder>,
    main: FileId,
}

struct Folder(FsRoot);

impl FileLoader for Folder {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        self.0.load(id.vpath())
    }
}

impl World for FolderWorld {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }
    fn main(&self) -> FileId {
        self.main
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[test]
fn emitted_sources_compile_from_files_alone_to_the_same_document() {
    compiles_to_the_same(
        "examples/medical-rd-fy2022",
        "medical-rd-fy2022-followup-en",
        &[Standard::A2a, Standard::Ua1],
    );
}

#[test]
fn emitted_sources_hold_the_attached_data_too() {
    compiles_to_the_same("tests/cases/valid/town-plan", "town-plan-followup-en", &[Standard::A3a, Standard::Ua1]);
}

/// Compiles a file below a root as the stock compiler does.
fn compiled(root: &Path, fonts_folder: &Path, main: &str) -> PagedDocument {
    let mut fonts = FontStore::new();
    for data in contents_below(fonts_folder).into_values() {
        fonts.extend(Font::iter(Bytes::new(data)).map(|font| {
            let info = font.info().clone();
            (font, info)
        }));
    }
    let world = FolderWorld {
        library: library(),
        fonts,
        files: FileStore::new(Folder(FsRoot::new(root.to_owned()))),
        main: RootedPath::new(VirtualRoot::Project, VirtualPath::new(main).unwrap()).intern(),
    };
    let compiled = typst::compile::<PagedDocument>(&world);
    assert!(compiled.warnings.is_empty(), "{main}: {:?}", compiled.warnings);
    compiled.output.unwrap_or_else(|errors| panic!("{main}: {errors:?}"))
}

/// Returns what nenpo prints.
fn printed(arguments: &[&str]) -> String {
    let output = Command::cargo_bin("nenpo").unwrap().args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_built_in_template_shows_the_example_before_anything_is_built() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    for language in LANGUAGES {
        let root = tempfile::tempdir().unwrap();
        for (path, data) in embedded::files_below(&embedded::TEMPLATES) {
            let path = root.path().join("templates").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, data).unwrap();
        }
        let data = printed(&["schema", "data-example", "--ui-lang", language]);
        fs::write(root.path().join("report.json"), data).unwrap();
        for template in BUILT_IN {
            let pages = compiled(root.path(), &top.join("fonts"), &format!("templates/{template}/main.typ"));
            assert!(!pages.pages().is_empty(), "{template}");
        }
    }
}

/// `NENPO_BLESS=1` writes the example anew.
#[test]
fn the_example_is_what_templates_read_of_a_new_report() {
    for language in LANGUAGES {
        let read = read_of_a_new_report(language);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("skeleton/data-example/{language}.json"));
        if std::env::var_os("NENPO_BLESS").is_some() {
            fs::write(&path, &read).unwrap();
        }
        assert!(fs::read_to_string(&path).unwrap_or_default() == read, "{} differs: see cargo bless", path.display());
    }
}

/// Returns what a template reads of a new report that asks for all messages of the built-in ones, and for no charts or
/// figures, which would be files of their own.
fn read_of_a_new_report(language: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("plan");
    printed(&["new", report.to_str().unwrap(), "--ui-lang", language]);
    let settings = fs::read_to_string(report.join("report.toml")).unwrap();
    let settings = settings.lines().filter(|line| !line.starts_with("figure = ")).collect::<Vec<_>>().join("\n");
    fs::write(report.join("report.toml"), settings.replace("\"followup\"", "\"example\"")).unwrap();
    let template = report.join("templates/example");
    fs::create_dir_all(&template).unwrap();
    fs::write(template.join("template.toml"), manifest_of_all().to_string()).unwrap();
    let main = "#let about = json(\"/report.json\").document\n#set document(title: about.title, date: datetime(..about.date))\n\
        #set text(lang: about.language, font: json(\"/report.json\").fonts.sans)\n#title()\n";
    fs::write(template.join("main.typ"), main).unwrap();
    let sources = folder.path().join("sources");
    printed(&["build", report.to_str().unwrap(), "--lang", language, "--emit-sources", sources.to_str().unwrap()]);
    fs::read_to_string(sources.join(format!("plan-example-{language}/report.json"))).unwrap()
}

/// Returns a manifest with the messages and the tables of all built-in templates.
fn manifest_of_all() -> toml::Table {
    let mut all: toml::Table = "orientation = \"portrait\"\nwords = []\ngroup-words = []\n[tables]".parse().unwrap();
    for template in BUILT_IN {
        let file = embedded::TEMPLATES.get_file(format!("{template}/template.toml")).unwrap();
        let manifest: toml::Table = file.contents_utf8().unwrap().parse().unwrap();
        for (key, of) in [("words", Some(&manifest)), ("group-words", Some(&manifest)), ("words", html_of(&manifest))] {
            let words = of.and_then(|of| of.get(key)).and_then(toml::Value::as_array).into_iter().flatten();
            let known = all[key].as_array_mut().unwrap();
            words.for_each(|word| {
                if !known.contains(word) {
                    known.push(word.clone());
                }
            });
        }
        let tables = manifest.get("tables").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        all["tables"].as_table_mut().unwrap().extend(tables);
    }
    all
}

fn html_of(manifest: &toml::Table) -> Option<&toml::Table> {
    manifest.get("html").and_then(toml::Value::as_table)
}

fn compiles_to_the_same(report: &str, identifier: &str, names: &[Standard]) {
    let (folder, said) = built_with_sources(&repository(report), &["--lang", "en"]);
    let sources = folder.path().join("sources");
    let joined = names.iter().map(|standard| standard.name()).collect::<Vec<_>>().join(",");
    assert!(said.contains(&format!("--features a11y-extras --pdf-standard {joined}")), "{said}");

    let root = sources.join(identifier);
    let main = "templates/followup/main.typ";
    assert!(root.join(main).exists() && root.join("report.json").exists());
    let from_folder = compiled(&root, &sources.join("fonts"), main);

    // With the same options, the same pages are the same bytes.
    let files: VirtualFiles = contents_below(&root).into_iter().map(|(name, data)| (name, Bytes::new(data))).collect();
    let document = Document { identifier: identifier.to_owned(), main: main.to_owned(), files };
    let font_files = contents_below(&sources.join("fonts")).into_iter();
    let font_files = font_files.map(|(name, data)| FontFile { name, data: Bytes::new(data) }).collect();
    let (fonts, unusable) = Fonts::new(font_files);
    assert!(unusable.is_empty(), "{unusable:?}");
    let library = library();
    let standards = standards(names).unwrap();
    let bytes = pdf(&document, &from_folder, &standards, library, &fonts).unwrap();
    let built = fs::read(folder.path().join(format!("out/{identifier}.pdf"))).unwrap();
    assert!(bytes == built, "the pages differ");
    assert!(layout(&document, library, &fonts).is_ok());
}
