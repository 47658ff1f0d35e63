//! Writes PDFs, images of pages and web pages, all or none. Does not depend on the report.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use typst_layout::{Page, PagedDocument};

use super::OUT;
use super::localize::Editions;
use super::request::{Form, Request};
use super::typeset::{Typeset, TypesetDocument};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::output::{Staging, StagingError, path_in, unwritable};
use crate::typeset::{MOST_PIXELS, PageRange, pixels, png, svg};

const PPI: u32 = 144;

/// Where documents are written, and which of their pages.
#[derive(Debug, Clone)]
pub struct Destination {
    /// The folder.
    pub folder: PathBuf,
    /// The pages to write as images; all if empty.
    pub pages: Vec<PageRange>,
    /// The resolution of images in pixels per inch.
    pub ppi: Option<u32>,
}

pub(super) struct Outputs<'a> {
    folder: &'a Path,
    files: Vec<(String, Content<'a>)>,
    images: Vec<Images<'a>>,
}

enum Content<'a> {
    Written(&'a [u8]),
    Png(&'a Page, u32),
    Svg(&'a Page),
}

/// The images of a document in one format, with the data for their file names.
struct Images<'a> {
    identifier: &'a str,
    extension: &'static str,
    count: usize,
}

/// Errors for options that do not apply.
pub(super) fn unsuitable_options(request: &Request, destination: &Destination) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    for (option, is_unsuitable) in [
        // The tags of a PDF belong to the whole document, and a web page has no pages.
        ("pages", !destination.pages.is_empty() && (request.has(Form::Pdf) || request.has(Form::Html))),
        ("ppi", destination.ppi.is_some() && !request.has(Form::Png)),
    ] {
        if is_unsuitable {
            diagnostics.push(Diagnostic::without_place(Code::UnsuitableOption).with("option", option));
        }
    }
    diagnostics
}

impl<'a> Outputs<'a> {
    /// Names the files of documents; a requested page that does not exist is an error.
    pub(super) fn new(
        editions: &'a Editions,
        typeset: &'a Typeset,
        request: &Request,
        destination: &'a Destination,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let ppi = destination.ppi.unwrap_or(PPI);
        let mut outputs = Self { folder: &destination.folder, files: Vec::new(), images: Vec::new() };
        for (document, typeset) in editions.documents.iter().zip(&typeset.documents) {
            let TypesetDocument { pages, exported } = typeset;
            let identifier = &document.identifier;
            let pdf = exported.as_ref().and_then(|exported| exported.pdf.as_ref());
            outputs.files.extend(pdf.map(|pdf| (format!("{identifier}.pdf"), Content::Written(pdf))));
            let Some(pages) = pages else { continue };
            let wanted = wanted_pages(identifier, pages, &destination.pages, diagnostics);
            if request.has(Form::Png) {
                diagnostics.extend(too_large(identifier, &wanted, ppi));
            }
            for (form, extension) in [(Form::Png, "png"), (Form::Svg, "svg")] {
                if request.has(form) {
                    let images = Images { identifier, extension, count: pages.pages().len() };
                    outputs.files.extend(wanted.iter().map(|(number, page)| {
                        let content = if form == Form::Png { Content::Png(page, ppi) } else { Content::Svg(page) };
                        (images.name(*number), content)
                    }));
                    outputs.images.push(images);
                }
            }
        }
        let web_pages = editions.web_pages.iter().zip(&typeset.web_pages);
        outputs.files.extend(
            web_pages
                .map(|(document, page)| (format!("{}.html", document.identifier), Content::Written(page.as_bytes()))),
        );
        outputs
    }

    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.files.iter().map(|(name, _)| path_in(self.folder, name)).collect()
    }

    /// Writes the files and returns their paths; `only_changed` leaves alone files that already have their content.
    pub(super) fn write(mut self, only_changed: bool, diagnostics: &mut Diagnostics) -> Vec<PathBuf> {
        if only_changed {
            let folder = self.folder;
            self.files.retain(|(name, content)| !content.is_in(&path_in(folder, name)));
        }
        match self.write_all() {
            Ok(written) => {
                self.remove_stale_images(diagnostics);
                written
            }
            Err(StagingError { path, error }) => {
                diagnostics.push(unwritable(&path, &error, OUT));
                Vec::new()
            }
        }
    }

    fn write_all(&self) -> Result<Vec<PathBuf>, StagingError> {
        // Images drawn in parallel take no more memory than the largest possible image.
        let largest = self.files.iter().map(|(_, content)| content.pixels()).max().unwrap_or_default().max(1);
        let at_once = usize::try_from(MOST_PIXELS / largest).unwrap_or(usize::MAX).max(1);
        if self.files.is_empty() {
            return Ok(Vec::new());
        }
        let staging = Staging::new(self.folder)?;
        for files in self.files.chunks(at_once) {
            files.par_iter().try_for_each(|(name, content)| {
                let drawn = content.data().map_err(|error| StagingError { path: path_in(self.folder, name), error })?;
                staging.write(name, &drawn)
            })?;
        }
        staging.commit(&self.files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>())
    }

    /// Removes images of pages that no longer exist or whose number now has another width.
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
    /// Numbers are padded, so that files sort like pages.
    fn name(&self, number: usize) -> String {
        let Self { identifier, extension, count } = self;
        format!("{identifier}-{number:0width$}.{extension}", width = count.to_string().len())
    }

    /// Whether a file is named like one of these images, but for a page that does not exist.
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
    /// Whether a file has this content. Images are drawn only when they are written, so that they always count as new.
    fn is_in(&self, file: &Path) -> bool {
        let Self::Written(data) = self else { return false };
        let has_length = fs::metadata(file).is_ok_and(|found| found.is_file() && found.len() == data.len() as u64);
        has_length && fs::read(file).is_ok_and(|found| found == *data)
    }

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

/// The requested pages with their numbers, each once and in order; all if `ranges` is empty.
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

/// An error for the first page whose image would be too large.
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

#[cfg(test)]
mod tests {
    use super::*;

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
