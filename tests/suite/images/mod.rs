//! Small reference images of the parts that pages are made of and of selected whole pages, compared closely enough that
//! another digit is a difference.
//!
//! After a wanted change of looks, look at every changed image and run once with `NENPO_BLESS=1`. What differs is
//! written to `target/images/`; a reference without its image has to be deleted.

mod charts;
mod compare;
mod pages;
mod parts;
