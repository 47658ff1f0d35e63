//! Templates, theme, fonts, messages and figures: the built-in ones, overridden by those of the report's folder.

mod figures;
mod fonts;
mod layers;
mod locales;
mod table_words;
mod templates;
mod theme;
mod unread;

pub use figures::read_figures;
pub use fonts::{numerals, read_fonts, typeface};
pub use locales::{check_locales, locale_files};
pub use table_words::{check_table_words, vocabulary};
pub use templates::{ReadyTemplate, read_packet_template, read_templates};
pub use theme::place_of_family;
pub use unread::check_unread;
