//! Small reference images of the parts that pages are made of and of selected whole pages, compared with a tolerance.
//!
//! After a wanted change of looks, look at every changed image and run once with `NENPO_BLESS=1`. What differs is
//! written to `target/images/`; a reference without its image has to be deleted.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read its input has failed")]

mod charts;
mod compare;
#[path = "../fonts/mod.rs"]
mod fonts;
#[path = "../hermetic/mod.rs"]
mod hermetic;
mod pages;
mod parts;
