//! Typeset documents → files: PDFs, images of pages and web pages, all of them or none. Knows no report.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tempfile::TempPath;
use typst_layout::{Page, PagedDocument};

use super::typesetting::Typeset;
use crate::cli::{Build, OutputFormat};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::typeset::{Document, MOST_PIXELS, PageRange, pixels, png, svg};

/// Pixels in an inch where the command line does not say how many.
const PPI: u32 = 144;

/// The files that a build writes.
pub(super) struct Outputs<'a> {
    folder: &'a Path,
    files: Vec<(PathBuf, Content<'a>)>,
    images: Vec<Images<'a>>,
}

/// What a file is made of.
enum Content<'a> {
    Written(&'a [u8]),
    Png(&'a Page, u32),
    Svg(&'a Page),
}

/// The images of all pages of a document in one format, by which their files are named.
struct Images<'a> {
    identifier: &'a str,
    extension: &'static str,
    count: usize,
}

/// Returns the faults of options that do not go with what is written.
pub(super) fn unsuitable_options(build: &Build) -> Diagnostics {
    let has = |format| build.format.contains(&format);
    let mut diagnostics = Diagnostics::default();
    for (option, is_unsuitable) in [
        // The tags of a PDF are those of the whole document, and a web page has no pages.
        ("pages", !build.pages.is_empty() && (has(OutputFormat::Pdf) || has(OutputFormat::Html))),
        ("ppi", build.ppi.is_some() && !has(OutputFormat::Png)),
    ] {
        if is_unsuitable {
            diagnostics.push(Diagnostic::without_place(Code::UnsuitableOption).with("option", option));
        }
    }
    diagnostics
}

impl<'a> Outputs<'a> {
    /// Names the files of typeset documents, and says which pages that are wanted cannot be had.
    pub(super) fn new(
        documents: &'a [Document],
        typeset: &'a [Typeset],
        build: &Build,
        folder: &'a Path,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let ppi = build.ppi.unwrap_or(PPI);
        let formats: BTreeSet<OutputFormat> = build.format.iter().copied().collect();
        let mut outputs = Self { folder, files: Vec::new(), images: Vec::new() };
        for (document, Typeset { pdf, pages, .. }) in documents.iter().zip(typeset) {
            let identifier = &document.identifier;
            if let Some(pdf) = pdf {
                outputs.files.push((folder.join(format!("{identifier}.pdf")), Content::Written(pdf)));
            }
            let Some(pages) = pages else { continue };
            let wanted = wanted_pages(identifier, pages, &build.pages, diagnostics);
            if formats.contains(&OutputFormat::Png) {
                diagnostics.extend(too_large(identifier, &wanted, ppi));
            }
            for (format, extension) in [(OutputFormat::Png, "png"), (OutputFormat::Svg, "svg")] {
                if formats.contains(&format) {
                    let images = Images { identifier, extension, count: pages.pages().len() };
                    outputs.files.extend(wanted.iter().map(|(number, page)| {
                        let content =
                            if format == OutputFormat::Png { Content::Png(page, ppi) } else { Content::Svg(page) };
                        (folder.join(images.name(*number)), content)
                    }));
                    outputs.images.push(images);
                }
            }
        }
        outputs
    }

    /// Adds the web pages of documents.
    pub(super) fn with_web_pages(mut self, documents: &[Document], pages: &'a [String]) -> Self {
        self.files.extend(documents.iter().zip(pages).map(|(document, page)| {
            (self.folder.join(format!("{}.html", document.identifier)), Content::Written(page.as_bytes()))
        }));
        self
    }

    /// Writes every file beside its place first and then moves them all there, so that nothing is ever half written and
    /// what was there stays whole until then. Returns the paths of the files.
    pub(super) fn write(self, diagnostics: &mut Diagnostics) -> Vec<PathBuf> {
        // What is drawn at once takes no more memory than the largest image.
        let largest = self.files.iter().map(|(_, content)| content.pixels()).max().unwrap_or_default().max(1);
        let at_once = usize::try_from(MOST_PIXELS / largest).unwrap_or(usize::MAX).max(1);
        let mut ready = Vec::new();
        for files in self.files.chunks(at_once) {
            let written: Vec<io::Result<TempPath>> =
                files.par_iter().map(|(_, content)| write_beside(self.folder, &content.data()?)).collect();
            for ((path, _), file) in files.iter().zip(written) {
                match file {
                    Ok(file) => ready.push((path, file)),
                    Err(error) => {
                        diagnostics.push(unwritable(path, &error, OUT));
                        return Vec::new();
                    }
                }
            }
        }
        let mut written = Vec::new();
        for (path, file) in ready {
            match file.persist(path) {
                Ok(()) => written.push(path.clone()),
                Err(error) => diagnostics.push(unwritable(path, &error.error, OUT)),
            }
        }
        self.remove_stale_images(diagnostics);
        written
    }

    /// Removes images of pages that the documents no longer have, or whose number is now written with other digits.
    fn remove_stale_images(&self, diagnostics: &mut Diagnostics) {
        if self.images.is_empty() {
            return;
        }
        let Ok(entries) = fs::read_dir(self.folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let is_stale = name.to_str().is_some_and(|name| self.images.iter().any(|images| images.is_stale(name)));
            if is_stale
                && entry.file_type().is_ok_and(|kind| kind.is_file())
                && let Err(error) = fs::remove_file(entry.path())
            {
                diagnostics.push(unwritable(&entry.path(), &error, OUT));
            }
        }
    }
}

impl Images<'_> {
    /// Returns the name of a page's file; the numbers of all pages have the same digits, so that files sort as pages do.
    fn name(&self, number: usize) -> String {
        let Self { identifier, extension, count } = self;
        format!("{identifier}-{number:0width$}.{extension}", width = count.to_string().len())
    }

    /// Returns whether a file is named as one of these images, but no page has this name.
    fn is_stale(&self, name: &str) -> bool {
        let number = name.strip_prefix(self.identifier).and_then(|rest| rest.strip_prefix('-'));
        let number = number.and_then(|rest| rest.strip_suffix(self.extension)).and_then(|rest| rest.strip_suffix('.'));
        number.is_some_and(|number| {
            let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            let is_page = number.parse().is_ok_and(|page| (1..=self.count).contains(&page) && self.name(page) == name);
            is_number && !is_page
        })
    }
}

impl Content<'_> {
    fn pixels(&self) -> u64 {
        match self {
            Self::Png(page, ppi) => pixels(page, *ppi),
            Self::Written(_) | Self::Svg(_) => 0,
        }
    }

    fn data(&self) -> io::Result<Cow<'_, [u8]>> {
        Ok(match self {
            Self::Written(data) => Cow::Borrowed(data),
            Self::Png(page, ppi) => Cow::Owned(png(page, *ppi)?),
            Self::Svg(page) => Cow::Owned(svg(page).into_bytes()),
        })
    }
}

/// Returns the pages that are wanted, each once and in their order, with their numbers; all if none is named.
fn wanted_pages<'a>(
    identifier: &str,
    document: &'a PagedDocument,
    ranges: &[PageRange],
    diagnostics: &mut Diagnostics,
) -> Vec<(usize, &'a Page)> {
    let pages = document.pages();
    let mut wanted = BTreeSet::new();
    for range in ranges {
        match range.of(pages.len()) {
            Ok(numbers) => wanted.extend(numbers),
            Err(page) => diagnostics.push(
                Diagnostic::without_place(Code::UnknownPage)
                    .with("document", identifier)
                    .with("page", page)
                    .with("count", pages.len()),
            ),
        }
    }
    let is_wanted = |number: &usize| ranges.is_empty() || wanted.contains(number);
    (1..).zip(pages).filter(|(number, _)| is_wanted(number)).collect()
}

/// Returns the fault of the first page whose image would be too large.
fn too_large(identifier: &str, pages: &[(usize, &Page)], ppi: u32) -> Option<Diagnostic> {
    const MILLION: u64 = 1_000_000;
    let (number, pixels) =
        pages.iter().map(|(number, page)| (number, pixels(page, ppi))).find(|(_, pixels)| *pixels > MOST_PIXELS)?;
    // The number of pixels grows with the square of the resolution.
    let fitting = (f64::from(ppi) * (MOST_PIXELS as f64 / pixels as f64).sqrt()).floor();
    Some(
        Diagnostic::without_place(Code::ImageTooLarge)
            .with("document", identifier)
            .with("page", number)
            .with("megapixels", pixels.div_ceil(MILLION))
            .with("most", MOST_PIXELS / MILLION)
            .with("ppi", ppi)
            .with("fitting", fitting),
    )
}

/// Writes a file under a name of its own in the folder where it will be needed.
fn write_beside(folder: &Path, data: &[u8]) -> io::Result<TempPath> {
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".nenpo-").suffix(".tmp");
    // A report is to be read by others, as every new file is; the system's mask still applies.
    #[cfg(unix)]
    builder.permissions(<fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(data)?;
    file.as_file().sync_all()?;
    // Closed, since a system has only so many files open.
    Ok(file.into_temp_path())
}

/// Writes files below a folder, each given by its path with forward slashes.
pub(super) fn write_below(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    for (name, data) in files {
        let path = path_in(folder, name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, data)?;
    }
    Ok(())
}

/// Returns the path of a file that is named with forward slashes.
pub(super) fn path_in(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}

/// The option that names the folder of what is built or exported.
pub(super) const OUT: Option<&str> = Some("--out");

/// Returns the fault of a file that cannot be written; another folder is named by an option, or by the argument.
pub(super) fn unwritable(path: &Path, error: &io::Error, option: Option<&str>) -> Diagnostic {
    let reason = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => "full",
        io::ErrorKind::ReadOnlyFilesystem => "read-only",
        io::ErrorKind::PermissionDenied => "permission",
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "not-a-folder",
        _ => "other",
    };
    let fault = Diagnostic::without_place(Code::FileUnwritable).with("reason", reason).with("file", path.display());
    fault.with("option", option.unwrap_or("none")).with_detail(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_not_a_file_that_is_open_elsewhere() {
        let reason = |kind: io::ErrorKind| {
            unwritable(Path::new("a.pdf"), &kind.into(), OUT).argument("reason").map(str::to_owned).unwrap_or_default()
        };
        for (kind, expected) in [
            (io::ErrorKind::StorageFull, "full"),
            (io::ErrorKind::QuotaExceeded, "full"),
            (io::ErrorKind::ReadOnlyFilesystem, "read-only"),
            (io::ErrorKind::PermissionDenied, "permission"),
            (io::ErrorKind::ResourceBusy, "other"),
        ] {
            assert_eq!(reason(kind), expected, "{kind:?}");
        }
    }

    #[test]
    fn only_numbers_that_no_page_has_are_stale() {
        let images = Images { identifier: "plan-followup-ja", extension: "png", count: 12 };
        assert_eq!(images.name(3), "plan-followup-ja-03.png");
        for stale in
            ["plan-followup-ja-3.png", "plan-followup-ja-13.png", "plan-followup-ja-003.png", "plan-followup-ja-00.png"]
        {
            assert!(images.is_stale(stale), "{stale}");
        }
        for kept in [
            "plan-followup-ja-03.png",
            "plan-followup-ja-12.png",
            "plan-followup-ja-13.svg",
            "plan-followup-ja.png",
            "plan-followup-ja-.png",
            "plan-followup-ja-1a.png",
            "plan-followup-ja-13.png.bak",
            "plan-followup-en-13.png",
            "plan-followup-ja-ja-13.png",
            "my-plan-followup-ja-13.png",
        ] {
            assert!(!images.is_stale(kept), "{kept}");
        }
    }
}
