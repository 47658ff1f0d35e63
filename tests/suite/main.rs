//! All integration tests except those that `cases.rs` makes of the folders of `tests/cases`. They are one binary, since
//! each binary links Typst again. One test alone, or those of one module: `cargo test --test suite formats::`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod accessibility;
mod add;
mod architecture;
mod bounds;
mod changes;
mod command;
mod desk;
mod diagnostics;
mod formats;
mod generality;
mod html;
mod images;
mod join;
mod layout;
mod new;
mod new_from;
mod next_round;
mod open_data;
mod origins;
mod over_years;
mod packet;
mod palette;
mod pdf;
mod same_bytes;
mod schema;
mod sources;
mod support;
mod tables;
mod units;
mod verify;
mod watch;
