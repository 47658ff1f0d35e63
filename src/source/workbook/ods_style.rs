//! The styles of OpenDocument spreadsheets: fonts, backgrounds and number formats.

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::colour::Paint;
use super::conditional::{Rule, Test};
use super::failure::Failure;
use super::font::Font;
use super::number_format::NumberFormat;
use super::xml::{Events, attribute, number};

#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    pub(super) font: Font,
    pub(super) ground: Paint,
    pub(super) is_hidden: bool,
    format: Option<NumberFormat>,
    /// Styles that apply under a condition.
    others: Vec<(Test, String)>,
}

#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// Internal names by display name.
    names: BTreeMap<String, String>,
    /// Number formats as codes of Excel.
    formats: BTreeMap<String, String>,
    /// The style that is being read.
    open: String,
    plain: Style,
}

impl Styles {
    /// Reads the part with named styles.
    pub(super) fn read_part(&mut self, part: &[u8]) -> Result<(), Failure> {
        let mut events = Events::new(part);
        while let Some(event) = events.next()? {
            if let Event::Start(element) = event {
                self.read(&element, &mut events)?;
            }
        }
        Ok(())
    }

    pub(super) fn read(&mut self, element: &BytesStart<'_>, events: &mut Events<'_>) -> Result<(), Failure> {
        match element.name().as_ref() {
            "style:style" => {
                let mut style = self.named(element, "parent-style-name").clone();
                let format = attribute(element, "data-style-name").and_then(|name| self.formats.get(&*name));
                style.format = format.map(|code| NumberFormat::of(code)).or(style.format);
                self.open = attribute(element, "name").unwrap_or_default().into_owned();
                if let Some(shown) = attribute(element, "display-name") {
                    self.names.insert(shown.into_owned(), self.open.clone());
                }
                self.styles.insert(self.open.clone(), style);
            }
            name if name.starts_with("number:") && name.ends_with("-style") => {
                let code = self.format(element, events)?;
                self.formats.insert(attribute(element, "name").unwrap_or_default().into_owned(), code);
            }
            name if name.starts_with("style:") => {
                if let Some(style) = self.styles.get_mut(&self.open) {
                    read_property(element, style);
                }
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) fn named(&self, element: &BytesStart<'_>, name: &str) -> &Style {
        attribute(element, name).and_then(|style| self.styles.get(&*style)).unwrap_or(&self.plain)
    }

    /// The rules of a cell's own style.
    pub(super) fn rules(&self, style: &Style) -> Vec<Rule> {
        style.others.iter().map(|(test, name)| self.rule(*test, name)).collect()
    }

    pub(super) fn rule(&self, test: Test, style: &str) -> Rule {
        let named = self.styles.get(style).or_else(|| self.styles.get(self.names.get(style)?));
        let style = named.unwrap_or(&self.plain);
        Rule {
            test,
            format: style.format.clone(),
            font: style.font,
            ground: Some(style.ground).filter(|ground| *ground != Paint::Automatic),
            is_graphic: false,
        }
    }

    /// Converts a number format, up to the end of its element, to a code of Excel.
    fn format(&self, style: &BytesStart<'_>, events: &mut Events<'_>) -> Result<String, Failure> {
        let is_percentage = style.local_name().as_ref() == "percentage-style";
        let (mut conditions, mut code) = (String::new(), String::new());
        while let Some(event) = events.next()? {
            match event {
                Event::Start(element) => match element.local_name().as_ref() {
                    "number" => code.push_str(&digits(&element)),
                    "scientific-number" => code.push_str(&format!("{}E+0", digits(&element))),
                    "fraction" => code.push_str("# ?/?"),
                    "text" | "currency-symbol" => {
                        for character in events.text()?.chars() {
                            code.extend((character != '%' || !is_percentage).then_some('\\'));
                            code.push(character);
                        }
                    }
                    "text-content" => code.push('@'),
                    "map" => {
                        let condition = attribute(&element, "condition").unwrap_or_default();
                        let condition = condition.trim_start_matches("value()").replace("!=", "<>");
                        let other = attribute(&element, "apply-style-name");
                        let other = other.and_then(|name| self.formats.get(&*name)).map_or("", String::as_str);
                        conditions.push_str(&format!("[{condition}]{other};"));
                    }
                    "boolean" => code.push_str("General"),
                    "text-properties" | "fill-character" => events.skip()?,
                    // A part of a date or time, or text between digits: the number cannot be shown as it is.
                    _ => code.push('d'),
                },
                Event::End(element) if element.name() == style.name() => break,
                _ => {}
            }
        }
        Ok(conditions + &code)
    }
}

fn digits(element: &BytesStart<'_>) -> String {
    /// More than a number has digits.
    const MOST: usize = 40;
    let count = |name: &str| number(element, name).map(|count| (count as usize).min(MOST));
    let zeros = count("min-integer-digits").unwrap_or(1);
    let Some(decimals) = count("decimal-places") else { return "General".to_owned() };
    let shown = count("min-decimal-places").unwrap_or(decimals).min(decimals);
    let whole = if zeros == 0 { "#".to_owned() } else { "0".repeat(zeros) };
    let point = if decimals == 0 { "" } else { "." };
    let factor = attribute(element, "display-factor").and_then(|factor| factor.parse::<f64>().ok()).unwrap_or(1.0);
    let thousands = [(1e9, ",,,"), (1e6, ",,"), (1e3, ",")].into_iter().find(|(least, _)| factor >= *least);
    let thousands = thousands.map_or("", |(_, commas)| commas);
    format!("{whole}{point}{}{}{thousands}", "0".repeat(shown), "#".repeat(decimals - shown))
}

fn read_property(element: &BytesStart<'_>, style: &mut Style) {
    match element.name().as_ref() {
        "style:table-properties" if attribute(element, "display").as_deref() == Some("false") => {
            style.is_hidden = true;
        }
        "style:table-cell-properties" => {
            style.ground = attribute(element, "background-color").map_or(style.ground, |colour| paint(&colour));
        }
        "style:text-properties" => {
            let font = &mut style.font;
            for name in ["text-line-through-style", "text-line-through-type"] {
                font.is_struck = attribute(element, name).map_or(font.is_struck, |line| line != "none");
            }
            // A percentage of the font height, or a keyword.
            let is_raised = |position: Cow<'_, str>| !position.starts_with('0');
            font.is_raised = attribute(element, "text-position").map_or(font.is_raised, is_raised);
            font.colour = attribute(element, "color").map(|colour| paint(&colour)).or(font.colour);
            if attribute(element, "use-window-font-color").as_deref() == Some("true") {
                font.colour = Some(Paint::Automatic);
            }
        }
        "style:map" => {
            let test = Test::new(&attribute(element, "condition").unwrap_or_default());
            style.others.extend(attribute(element, "apply-style-name").map(|name| (test, name.into_owned())));
        }
        _ => {}
    }
}

fn paint(colour: &str) -> Paint {
    if colour == "transparent" { Paint::Automatic } else { Paint::hexadecimal(colour) }
}
