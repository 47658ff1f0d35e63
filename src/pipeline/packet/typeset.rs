//! Compiles the pages that a packet has besides its materials: first pages, covers, stamps, and its web page. In memory.

use serde::Serialize;
use typst::Library;
use typst::foundations::Bytes;
use typst::utils::LazyHash;
use typst_layout::PagedDocument;
use typst_pdf::PdfStandards;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::payload::{CoverData, PacketData, StampsData};
use crate::pipeline::typeset::{CodedMessages, coded, show};
use crate::report::Standard;
use crate::resources::ReadyTemplate;
use crate::source::Project;
use crate::typeset::{self, CompilerMessage, Document, Fonts, MAIN_FILE, Template};

/// The path of the data that all of these pages read.
const PACKET_PATH: &str = "packet.json";
const COVER_PATH: &str = "cover.json";
const STAMPS_PATH: &str = "stamps.json";

const COVER_FILE: &str = "cover.typ";
const STAMPS_FILE: &str = "stamps.typ";

/// How often the first pages are laid out at most until they agree with the page numbers that they print. The second time
/// suffices, because the numbers have columns of a fixed width.
const MOST_ROUNDS: usize = 4;

/// What parts of every standard that a packet can claim conform to.
const STANDARDS: [Standard; 2] = [Standard::A2a, Standard::Ua1];

/// Pages as a PDF.
#[derive(Debug, Clone)]
pub struct PacketPages {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// The number of its pages.
    pub page_count: usize,
}

/// What the compiler says of a packet’s pages.
#[derive(Debug, Default)]
pub struct PacketProblems {
    of_documents: Vec<(Document, CodedMessages)>,
    others: Diagnostics,
}

/// Compiles the pages of a packet in one language.
pub struct PacketPress<'a> {
    template: &'a ReadyTemplate,
    fonts: &'a Fonts,
    library: LazyHash<Library>,
    standards: PdfStandards,
    identifier: String,
}

impl PacketProblems {
    /// Whether there is an error, so that no packet can be made.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        let mut codes = self.of_documents.iter().flat_map(|(_, problems)| problems).map(|(code, _)| code);
        self.others.has_errors() || codes.any(|code| *code != Code::TemplateWarning)
    }

    /// Adds the problems to the diagnostics, each once, and keeps the texts of templates that they refer to.
    pub fn show(mut self, project: &mut Project, diagnostics: &mut Diagnostics) {
        let of_documents = self.of_documents.iter_mut();
        let of_documents = of_documents.map(|(document, problems)| (&*document, std::mem::take(problems)));
        let mut shown = Diagnostics::default();
        show(of_documents, project, &mut shown);
        // A packet has no list of standards.
        diagnostics.append(shown.map(|problem| Some(problem.with("part", "packet"))));
        diagnostics.append(self.others);
    }

    fn add(&mut self, document: &Document, code: Code, problems: Vec<CompilerMessage>) {
        if !problems.is_empty() {
            self.of_documents.push((document.clone(), coded(code, problems)));
        }
    }
}

impl<'a> PacketPress<'a> {
    /// `identifier` is permanent: the packet’s own with its language. `None` if the compiler rejects the standards.
    pub fn new(
        template: &'a ReadyTemplate,
        fonts: &'a Fonts,
        identifier: String,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let library = typeset::library_of(&format!("/{PACKET_PATH}"));
        match typeset::standards(&STANDARDS) {
            Ok(standards) => Some(Self { template, fonts, library, standards, identifier }),
            Err(message) => {
                diagnostics.push(Diagnostic::without_place(Code::StandardsConflict).with_detail(message));
                None
            }
        }
    }

    /// The first pages. `data` makes what they say from how many pages they are, on which all page numbers of the packet
    /// depend; they are laid out until they have as many.
    pub fn front(&self, data: impl Fn(usize) -> PacketData, problems: &mut PacketProblems) -> Option<PacketPages> {
        let mut page_count = 1;
        for _ in 0..MOST_ROUNDS {
            let document = self.document("agenda", MAIN_FILE, &data(page_count), None::<(_, &())>, problems)?;
            let (pages, warnings) = self.layout(&document, problems)?;
            if pages.pages().len() == page_count {
                problems.add(&document, Code::TemplateWarning, warnings);
                return self.pdf(&document, &pages, problems);
            }
            page_count = pages.pages().len();
        }
        let detail = format!("{MAIN_FILE}: {page_count}");
        problems.others.push(Diagnostic::without_place(Code::TemplateFailed).with_detail(detail));
        None
    }

    /// The cover of the material with this index.
    pub fn cover(
        &self,
        packet: &PacketData,
        index: usize,
        cover: &CoverData,
        problems: &mut PacketProblems,
    ) -> Option<PacketPages> {
        let name = format!("cover-{}", index + 1);
        self.pages(&self.document(&name, COVER_FILE, packet, Some((COVER_PATH, cover)), problems)?, problems)
    }

    /// The stamps, each on a page of its size.
    pub fn stamps(
        &self,
        packet: &PacketData,
        stamps: &StampsData,
        problems: &mut PacketProblems,
    ) -> Option<PacketPages> {
        self.pages(&self.document("stamps", STAMPS_FILE, packet, Some((STAMPS_PATH, stamps)), problems)?, problems)
    }

    /// The page for the web; `None` if the template has none, as well.
    pub fn web_page(&self, data: &PacketData, problems: &mut PacketProblems) -> Option<String> {
        let template = self.template.html.as_ref()?;
        let document = self.made_of(template, "index", template.main, data, None::<(_, &())>, problems)?;
        match typeset::html(&document, &self.library, self.fonts) {
            Ok((page, warnings)) => {
                problems.add(&document, Code::TemplateWarning, warnings);
                Some(page)
            }
            Err(errors) => {
                problems.add(&document, Code::TemplateFailed, errors);
                None
            }
        }
    }

    fn document(
        &self,
        name: &str,
        main: &str,
        data: &PacketData,
        own: Option<(&str, &impl Serialize)>,
        problems: &mut PacketProblems,
    ) -> Option<Document> {
        self.made_of(&self.template.template, name, main, data, own, problems)
    }

    /// Puts template and data at their virtual paths; `own` is data that only this document reads.
    fn made_of(
        &self,
        template: &Template,
        name: &str,
        main: &str,
        data: &PacketData,
        own: Option<(&str, &impl Serialize)>,
        problems: &mut PacketProblems,
    ) -> Option<Document> {
        let files = template.files.iter().map(|(path, data)| (format!("templates/{path}"), data.clone()));
        let mut files: typeset::VirtualFiles = files.collect();
        let own = own.map(|(path, data)| (path, serde_json::to_vec_pretty(data)));
        for (path, data) in std::iter::once((PACKET_PATH, serde_json::to_vec_pretty(data))).chain(own) {
            match data {
                Ok(data) => files.insert(path.to_owned(), Bytes::new(data)),
                Err(error) => {
                    problems.others.push(Diagnostic::without_place(Code::TemplateFailed).with_detail(error));
                    return None;
                }
            };
        }
        let identifier = format!("{}-{name}", self.identifier);
        Some(Document { identifier, main: format!("templates/{}/{main}", template.name), files })
    }

    fn pages(&self, document: &Document, problems: &mut PacketProblems) -> Option<PacketPages> {
        let (pages, warnings) = self.layout(document, problems)?;
        problems.add(document, Code::TemplateWarning, warnings);
        self.pdf(document, &pages, problems)
    }

    fn layout(
        &self,
        document: &Document,
        problems: &mut PacketProblems,
    ) -> Option<(PagedDocument, Vec<CompilerMessage>)> {
        match typeset::layout(document, &self.library, self.fonts) {
            Ok(laid_out) => Some(laid_out),
            Err(errors) => {
                problems.add(document, Code::TemplateFailed, errors);
                None
            }
        }
    }

    fn pdf(&self, document: &Document, pages: &PagedDocument, problems: &mut PacketProblems) -> Option<PacketPages> {
        match typeset::pdf(document, pages, &self.standards, &self.library, self.fonts) {
            Ok(pdf) => Some(PacketPages { pdf, page_count: pages.pages().len() }),
            Err(errors) => {
                problems.add(document, Code::StandardsViolated, errors);
                None
            }
        }
    }
}
