//! Captures the log of the SVG parser, the only way to learn which values it ignores.

use std::cell::RefCell;
use std::fmt::{self, Write};
use std::sync::Once;

use log::{LevelFilter, Log, Metadata, Record};

/// The greatest number of different messages kept for a drawing, and of bytes of each.
const MOST_HEARD: usize = 20;
const LONGEST_HEARD: usize = 200;

thread_local! {
    static HEARD: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
}

struct Listener;

impl Log for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("usvg") && HEARD.with_borrow(Option::is_some)
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let mut text = Beginning(String::new());
        // Writing fails after the beginning of the text.
        let _ = text.write_fmt(*record.args());
        HEARD.with_borrow_mut(|heard| {
            if let Some(heard) = heard
                && heard.len() < MOST_HEARD
                && let Some(value) = unread(&text.0)
                && !heard.contains(&value)
            {
                heard.push(value);
            }
        });
    }

    fn flush(&self) {}
}

struct Beginning(String);

impl Write for Beginning {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = LONGEST_HEARD.saturating_sub(self.0.len());
        self.0.push_str(text.get(..room.min(text.len())).unwrap_or_default());
        if self.0.len() < LONGEST_HEARD { Ok(()) } else { Err(fmt::Error) }
    }
}

/// Runs a parser and returns its result with the ignored values, each with its property.
pub(super) fn listen<T>(read: impl FnOnce() -> T) -> (T, Vec<String>) {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        if log::set_logger(&Listener).is_ok() {
            log::set_max_level(LevelFilter::Warn);
        }
    });
    HEARD.set(Some(Vec::new()));
    let result = read();
    (result, HEARD.take().unwrap_or_default())
}

/// The ignored value with its property, if browsers would read it and draw something else.
fn unread(message: &str) -> Option<String> {
    let (property, value) = match message.strip_prefix("Failed to parse a filter value cause ") {
        Some(_) => ("filter", "…"),
        None => {
            let said = message.strip_prefix("Failed to parse ").or_else(|| message.strip_prefix("Invalid '"))?;
            let (property, value) = said.split_once(" value: '")?;
            (property.trim_end_matches('\''), value.rsplit_once('\'').map_or(value, |(value, _)| value))
        }
    };
    // Browsers ignore these values too, or they equal no value; families are replaced by those of the document.
    let is_alike = ["", "NaN", "auto", "inherit", "initial", "none", "normal", "null", "undefined"].contains(&value)
        || ["alignment-baseline", "dominant-baseline", "font-family", "stroke-linejoin", "transform"]
            .contains(&property)
        || value.starts_with("url(");
    (!is_alike).then(|| format!("{property}: {value}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_over_is_heard_and_told_from_what_is_alike() {
        let drawing = |inside: &str| {
            let svg = format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}</svg>");
            listen(|| usvg::Tree::from_str(&svg, &usvg::Options::default()).is_ok())
        };
        for (inside, value) in [
            ("<rect width='9' height='9' fill='var(--a)'/>", "fill: var(--a)"),
            ("<rect width='9' height='9' style='fill:red;fill:oklch(0.6 0.2 30)'/>", "fill: oklch(0.6 0.2 30)"),
            (
                "<rect width='9' height='9' stroke='color-mix(in srgb, red, blue)'/>",
                "stroke: color-mix(in srgb, red, blue)",
            ),
            ("<rect width='1vw' height='9'/>", "width: 1vw"),
            ("<text style='font-size:calc(1px * 9)'>a</text>", "font-size: calc(1px * 9)"),
            ("<rect width='9' height='9' style='clip-path:inset(10px)'/>", "clip-path: inset(10px)"),
            ("<rect width='9' height='9' style='filter:a(1)'/>", "filter: …"),
        ] {
            assert_eq!(drawing(inside), (true, vec![value.to_owned()]), "{inside}");
        }
        for inside in [
            "<rect width='9' height='9' fill='' stroke='null' rx='auto' opacity='NaN'/>",
            "<text letter-spacing='normal' font-family='1' dominant-baseline='baseline'>a</text>",
            "<rect width='9' height='9' clip-path='url(#a)'/>",
        ] {
            assert_eq!(drawing(inside), (true, vec![]), "{inside}");
        }
    }

    #[test]
    fn of_long_values_and_of_many_only_the_beginning_is_kept() {
        let rects = |value: &str| format!("<rect width='9' height='9' fill='{value}'/>");
        let many: String = (0..50).map(|index| rects(&format!("var(--{index}{})", "x".repeat(1_000)))).collect();
        let svg = format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{many}</svg>");
        let (_, heard) = listen(|| usvg::Tree::from_str(&svg, &usvg::Options::default()).is_ok());
        assert_eq!(heard.len(), MOST_HEARD);
        assert!(heard.iter().all(|value| value.len() <= LONGEST_HEARD));
    }
}
