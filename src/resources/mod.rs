//! What a report is made with besides its data: templates, theme, fonts, words and pictures. The built-in ones, and those
//! of the report's own folder over them.

mod figures;
mod fonts;
mod layers;
mod locales;
mod templates;
mod theme;
mod unread;
mod vocabulary;

pub use figures::read_figures;
pub use fonts::{numerals, read_fonts, typeface};
pub use locales::{check_locales, locale_files};
pub use templates::{ReadyTemplate, read_templates};
pub use theme::place_of_family;
pub use unread::check_unread;
pub use vocabulary::{check_table_words, vocabulary};
