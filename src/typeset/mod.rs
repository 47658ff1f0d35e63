//! Compiles virtual files with fonts and templates to PDF, images or a web page.

mod appearance;
mod blocks;
mod chart_size;
mod document;
mod fonts;
mod image;
mod measure;
mod outlines;
mod page_range;
mod table_room;
mod template;
mod theme;
mod world;

pub use appearance::appearance;
pub use blocks::{Block, BlockBox, BlockKind, CellHead, CellPosition, blocks};
pub use chart_size::{ChartKind, ChartSize};
pub use document::{CompilerMessage, Document, attached, html, layout, pdf, standards};
pub use fonts::{FontFile, Fonts, MOST_IN_COLLECTION, MOST_LISTED};
pub use image::{MOST_PIXELS, pixels, png, svg};
pub use outlines::{LARGEST_OUTLINE, MOST_OF_OUTLINES};
pub use page_range::PageRange;
pub use table_room::{TableKind, TableRoom};
pub use template::{
    HTML_FILE, HtmlForm, MAIN_FILE, MANIFEST_FILE, Manifest, PACKET_FOLDER, RenamedKey, SHARED_FOLDER, Template,
    TemplateError,
};
pub use theme::{Families, Margins, OTHER_LANGUAGES, Orientation, Page, PaperName, THEME_PATH, Theme};
pub use world::{VirtualFiles, library, library_of};
