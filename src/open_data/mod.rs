//! A report → open data: typed tables, and from them every form in which data is published. Knows no folder, no template
//! and no page.

mod attachment;
mod csv;
mod table;
mod tables;

pub use attachment::{Attachment, attachments};
pub use csv::csv;
pub use table::{Cell, Column, Kind, Table, Unit};
pub use tables::tables;
