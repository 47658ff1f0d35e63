//! The route of the stock compiler: what `--emit-sources` writes compiles in a world that only reads files, and gives
//! the same document.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its input has failed")]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
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

/// A world as the stock compiler has it: a root folder, a folder of fonts, and nothing else.
struct FolderWorld {
    library: LazyHash<Library>,
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
        &self.library
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

fn read_below(folder: &Path, top: &Path, files: &mut VirtualFiles) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_below(&path, top, files);
        } else {
            let name = path.strip_prefix(top).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(name, Bytes::new(fs::read(&path).unwrap()));
        }
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

fn compiles_to_the_same(report: &str, identifier: &str, names: &[Standard]) {
    let out = tempfile::tempdir().unwrap();
    let sources = out.path().join("sources");
    let output = Command::cargo_bin("nenpo")
        .unwrap()
        .args(["build", report, "--ui-lang", "en", "--lang", "en", "--out"])
        .arg(out.path())
        .arg("--emit-sources")
        .arg(&sources)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    let joined = names.iter().map(|standard| standard.name()).collect::<Vec<_>>().join(",");
    assert!(said.contains(&format!("--features a11y-extras --pdf-standard {joined}")), "{said}");

    let root = sources.join(identifier);
    let main = "templates/followup/main.typ";
    assert!(root.join(main).exists() && root.join("report.json").exists());
    let mut fonts = FontStore::new();
    for entry in fs::read_dir(sources.join("fonts")).unwrap() {
        let data = Bytes::new(fs::read(entry.unwrap().path()).unwrap());
        fonts.extend(Font::iter(data).map(|font| {
            let info = font.info().clone();
            (font, info)
        }));
    }
    let world = FolderWorld {
        library: library(),
        fonts,
        files: FileStore::new(Folder(FsRoot::new(root.clone()))),
        main: RootedPath::new(VirtualRoot::Project, VirtualPath::new(main).unwrap()).intern(),
    };
    let compiled = typst::compile::<PagedDocument>(&world);
    assert!(compiled.warnings.is_empty(), "{:?}", compiled.warnings);
    let from_folder = compiled.output.unwrap();

    // With the same options, the same pages are the same bytes.
    let mut files = VirtualFiles::new();
    read_below(&root, &root, &mut files);
    let document = Document { identifier: identifier.to_owned(), main: main.to_owned(), files };
    let mut font_files: Vec<FontFile> = fs::read_dir(sources.join("fonts"))
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            FontFile {
                name: entry.file_name().into_string().unwrap(),
                data: Bytes::new(fs::read(entry.path()).unwrap()),
            }
        })
        .collect();
    font_files.sort_by(|first, second| first.name.cmp(&second.name));
    let (fonts, unusable) = Fonts::new(font_files);
    assert!(unusable.is_empty(), "{unusable:?}");
    let library = library();
    let standards = standards(names).unwrap();
    let bytes = pdf(&document, &from_folder, &standards, &library, &fonts).unwrap();
    let built = fs::read(out.path().join(format!("{identifier}.pdf"))).unwrap();
    assert!(bytes == built, "the pages differ");
    assert!(layout(&document, &library, &fonts).is_ok());
}
