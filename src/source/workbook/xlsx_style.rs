//! The styles of workbooks of Excel 2007 and later, and their changes by conditional formatting.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::colour::{Paint, Palette};
use super::conditional::Rule;
use super::failure::Failure;
use super::font::Font;
use super::number_format::NumberFormat;
use super::xml::{Events, attribute, is_set, number};

#[derive(Debug, Clone, Default)]
pub(super) struct CellStyle {
    pub(super) format: NumberFormat,
    pub(super) font: Font,
    pub(super) ground: Paint,
}

#[derive(Debug, Default)]
pub(super) struct Styles {
    palette: Palette,
    cells: Vec<CellStyle>,
    /// Differential styles of conditional formats.
    rules: Vec<RuleStyle>,
    plain: CellStyle,
}

#[derive(Debug, Clone, Copy, Default)]
struct Fill {
    pattern: Pattern,
    front: Option<Paint>,
    back: Option<Paint>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Pattern {
    #[default]
    None,
    Solid,
    Other,
}

impl Fill {
    fn ground(self) -> Paint {
        match (self.pattern, self.front) {
            (Pattern::None, _) => Paint::Automatic,
            (Pattern::Solid, Some(front @ Paint::Colour(_))) => front,
            _ => Paint::Unknown,
        }
    }

    /// The background that it gives to a cell in a rule: the back colour is then used, and the pattern is optional.
    fn ground_of_rule(self) -> Option<Paint> {
        match (self.pattern, self.front, self.back) {
            (Pattern::None | Pattern::Solid, None, None) => None,
            (Pattern::Solid, _, Some(back)) | (Pattern::None, None, Some(back)) => Some(back),
            _ => Some(Paint::Unknown),
        }
    }
}

#[derive(Debug, Clone, Default)]
pub(super) struct RuleStyle {
    format: Option<NumberFormat>,
    font: Font,
    fill: Fill,
}

impl RuleStyle {
    /// A rule with this style and no condition yet.
    pub(super) fn rule(self) -> Rule {
        Rule { format: self.format, font: self.font, ground: self.fill.ground_of_rule(), ..Rule::default() }
    }

    pub(super) fn read(&mut self, element: &BytesStart<'_>, palette: &Palette) {
        match element.local_name().as_ref() {
            "numFmt" => {
                let code = attribute(element, "formatCode");
                let id = number(element, "numFmtId").unwrap_or_default();
                self.format = Some(code.map_or_else(|| NumberFormat::built_in(id), |code| NumberFormat::of(&code)));
            }
            name if is_of_fill(name) => read_fill(element, &mut self.fill, palette),
            _ => read_font(element, &mut self.font, palette),
        }
    }
}

impl Styles {
    pub(super) fn read_theme(&mut self, part: &[u8]) -> Result<(), Failure> {
        let mut events = Events::new(part);
        let mut is_scheme = false;
        while let Some(event) = events.next()? {
            match event {
                Event::Start(element) => match element.local_name().as_ref() {
                    "clrScheme" => is_scheme = true,
                    "srgbClr" if is_scheme => self.palette.theme.push(paint_at(&element, "val")),
                    "sysClr" if is_scheme => self.palette.theme.push(paint_at(&element, "lastClr")),
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "clrScheme" => break,
                _ => {}
            }
        }
        Ok(())
    }

    pub(super) fn read(&mut self, part: &[u8]) -> Result<(), Failure> {
        self.read_palette(part)?;
        let mut events = Events::new(part);
        let mut own: BTreeMap<u32, NumberFormat> = BTreeMap::new();
        let (mut fonts, mut fills) = (Vec::<Font>::new(), Vec::<Fill>::new());
        let mut list = "";
        while let Some(event) = events.next()? {
            match event {
                Event::Start(element) => match (list, element.local_name().as_ref()) {
                    ("", "fonts") => list = "fonts",
                    ("", "fills") => list = "fills",
                    ("", "cellXfs") => list = "cellXfs",
                    ("", "dxfs") => list = "dxfs",
                    ("", "numFmt") => {
                        let code = attribute(&element, "formatCode").unwrap_or_default();
                        own.extend(number(&element, "numFmtId").map(|id| (id, NumberFormat::of(&code))));
                    }
                    ("fonts", "font") => fonts.push(Font::default()),
                    ("fonts", _) => {
                        if let Some(font) = fonts.last_mut() {
                            read_font(&element, font, &self.palette);
                        }
                    }
                    ("fills", "fill") => fills.push(Fill::default()),
                    ("fills", _) => {
                        if let Some(fill) = fills.last_mut() {
                            read_fill(&element, fill, &self.palette);
                        }
                    }
                    ("cellXfs", "xf") => {
                        let id = number(&element, "numFmtId").unwrap_or_default();
                        let font = number(&element, "fontId").and_then(|index| fonts.get(index as usize)).copied();
                        let fill = number(&element, "fillId").and_then(|index| fills.get(index as usize)).copied();
                        self.cells.push(CellStyle {
                            format: own.get(&id).cloned().unwrap_or_else(|| NumberFormat::built_in(id)),
                            font: font.unwrap_or_default(),
                            ground: fill.map(Fill::ground).unwrap_or_default(),
                        });
                    }
                    ("dxfs", "dxf") => self.rules.push(RuleStyle::default()),
                    ("dxfs", _) => {
                        if let Some(style) = self.rules.last_mut() {
                            style.read(&element, &self.palette);
                        }
                    }
                    _ => {}
                },
                Event::End(element) if !list.is_empty() && element.local_name().as_ref() == list => list = "",
                _ => {}
            }
        }
        Ok(())
    }

    /// Reads the custom palette, which follows the styles that refer to it.
    fn read_palette(&mut self, part: &[u8]) -> Result<(), Failure> {
        let mut events = Events::new(part);
        while let Some(event) = events.next()? {
            if let Event::Start(element) = event
                && element.local_name().as_ref() == "rgbColor"
            {
                self.palette.own.push(paint_at(&element, "rgb"));
            }
        }
        // The first eight colours are repeated.
        self.palette.own.drain(..self.palette.own.len().min(8));
        Ok(())
    }

    pub(super) fn cell(&self, index: u32) -> &CellStyle {
        self.cells.get(index as usize).unwrap_or(&self.plain)
    }

    pub(super) fn rule(&self, index: u32) -> RuleStyle {
        self.rules.get(index as usize).cloned().unwrap_or_default()
    }

    pub(super) fn palette(&self) -> &Palette {
        &self.palette
    }
}

pub(super) fn read_font(element: &BytesStart<'_>, font: &mut Font, palette: &Palette) {
    match element.local_name().as_ref() {
        // Set by default.
        "strike" => font.is_struck = attribute(element, "val").is_none() || is_set(element, "val"),
        "vertAlign" => {
            font.is_raised =
                attribute(element, "val").is_some_and(|value| matches!(&*value, "superscript" | "subscript"));
        }
        "color" => font.colour = Some(paint(element, palette)),
        _ => {}
    }
}

fn is_of_fill(name: &str) -> bool {
    matches!(name, "fill" | "patternFill" | "gradientFill" | "fgColor" | "bgColor" | "stop")
}

fn read_fill(element: &BytesStart<'_>, fill: &mut Fill, palette: &Palette) {
    match element.local_name().as_ref() {
        "patternFill" => {
            fill.pattern = match attribute(element, "patternType").as_deref() {
                None | Some("none") => Pattern::None,
                Some("solid") => Pattern::Solid,
                Some(_) => Pattern::Other,
            };
        }
        "gradientFill" => fill.pattern = Pattern::Other,
        "fgColor" => fill.front = Some(paint(element, palette)),
        "bgColor" => fill.back = Some(paint(element, palette)),
        _ => {}
    }
}

fn paint_at(element: &BytesStart<'_>, name: &str) -> Paint {
    attribute(element, name).map_or(Paint::Unknown, |digits| Paint::hexadecimal(&digits))
}

fn paint(element: &BytesStart<'_>, palette: &Palette) -> Paint {
    let paint = if attribute(element, "rgb").is_some() {
        paint_at(element, "rgb")
    } else if let Some(theme) = number(element, "theme") {
        palette.themed(theme)
    } else {
        number(element, "indexed").map_or(Paint::Automatic, |index| palette.indexed(index))
    };
    match attribute(element, "tint").and_then(|tint| tint.trim().parse::<f64>().ok()) {
        Some(tint) => paint.tinted(tint),
        None => paint,
    }
}
