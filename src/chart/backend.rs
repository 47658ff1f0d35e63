//! The plotters backend: shapes and text in, SVG elements out. Measures text with the typeface; does not depend on
//! any chart or layout.
//!
//! plotters counts in whole pixels, so a pixel here is a twentieth of a point: fine enough for print, and every
//! number has at most two decimals on every machine.

use std::fmt::{self, Write};

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
};

use super::cluster::is_spacing_mark;
use super::typeface::{Typeface, Weight};

const UNITS_PER_POINT: f64 = 20.0;

/// Rounds a length in points to the backend's units.
pub(super) fn units(points: f64) -> i32 {
    (points * UNITS_PER_POINT).round() as i32
}

#[derive(Debug, thiserror::Error)]
pub(super) enum BackendError {
    #[error("no font has a glyph for {character:?}")]
    MissingGlyph { character: char, text: String },
    #[error("the SVG document cannot be written")]
    Write(#[from] fmt::Error),
}

type Outcome = Result<(), DrawingErrorKind<BackendError>>;

/// Writes what plotters draws as an SVG document, which is complete after `present`.
pub(super) struct SvgBackend<'a> {
    document: &'a mut String,
    typeface: &'a Typeface,
    size: (u32, u32),
    open: bool,
}

impl<'a> SvgBackend<'a> {
    /// In points.
    pub(super) fn new(document: &'a mut String, typeface: &'a Typeface, (width, height): (f64, f64)) -> Self {
        let size = (units(width).unsigned_abs(), units(height).unsigned_abs());
        Self { document, typeface, size, open: false }
    }

    /// Draws separate straight strokes as one path; `dash` gives the lengths of dash and gap.
    pub(super) fn draw_strokes(
        &mut self,
        strokes: impl IntoIterator<Item = [BackendCoord; 2]>,
        dash: Option<(i32, i32)>,
        style: &impl BackendStyle,
    ) -> Outcome {
        let mut outline = String::new();
        for [from, to] in strokes {
            let ((x1, y1), (x2, y2)) = (points(from), points(to));
            write!(outline, "M{x1} {y1}L{x2} {y2}").map_err(written)?;
        }
        if outline.is_empty() || style.color().alpha == 0.0 {
            return Ok(());
        }
        let dashes =
            dash.map_or_else(String::new, |(on, off)| format!(" stroke-dasharray=\"{} {}\"", Points(on), Points(off)));
        self.element(format_args!("<path d=\"{outline}\" fill=\"none\"{}{dashes}/>", Stroke::of(style)))
    }

    fn element(&mut self, element: fmt::Arguments<'_>) -> Outcome {
        writeln!(self.document, "{element}").map_err(written)
    }

    /// The distance from the anchor down to the baseline, in points.
    fn drop(&self, position: &VPos, size: f64, weight: Weight) -> f64 {
        match position {
            VPos::Top => self.typeface.ascent(size, weight),
            VPos::Center => self.typeface.cap_height(size, weight) / 2.0,
            VPos::Bottom => -self.typeface.descent(size, weight),
        }
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = BackendError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Outcome {
        if self.open {
            return Ok(());
        }
        self.open = true;
        let (width, height) = points((self.size.0 as i32, self.size.1 as i32));
        // Typst reads a length without a unit as pixels of three quarters of a point.
        self.element(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" viewBox=\"0 0 {width} {height}\">"
        ))
    }

    fn present(&mut self) -> Outcome {
        if self.open {
            self.open = false;
            return self.element(format_args!("</svg>"));
        }
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Outcome {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Outcome {
        self.draw_strokes([[from, to]], None, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let (x, y) = points(upper_left);
        let (width, height) = points(((bottom_right.0 - upper_left.0).max(0), (bottom_right.1 - upper_left.1).max(0)));
        self.element(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{}/>",
            Paint::of(style, fill)
        ))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let outline = joined(path)?;
        self.element(format_args!("<polyline points=\"{outline}\"{}/>", Paint::of(style, false)))
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Outcome {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let (x, y) = points(center);
        self.element(format_args!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\"{}/>",
            Points(radius as i32),
            Paint::of(style, fill)
        ))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        style: &S,
    ) -> Outcome {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let outline = joined(vertices)?;
        self.element(format_args!("<polygon points=\"{outline}\"{}/>", Paint::of(style, true)))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, position: BackendCoord) -> Outcome {
        if text.is_empty() || style.color().alpha == 0.0 {
            return Ok(());
        }
        let weight = weight(style);
        if let Some(character) = self.typeface.missing(text, weight) {
            return Err(DrawingErrorKind::DrawingError(BackendError::MissingGlyph {
                character,
                text: text.to_owned(),
            }));
        }
        let anchor = style.anchor();
        let size = style.size() / UNITS_PER_POINT;
        let baseline = position.1 + units(self.drop(&anchor.v_pos, size, weight));
        let (x, y) = points((position.0, baseline));
        let mut attributes = format!("x=\"{x}\" y=\"{y}\"");
        // Leave alignment to the renderer: it kerns, and the measured advances do not.
        attributes.push_str(match anchor.h_pos {
            _ if pieces(text).len() > 1 => "",
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        });
        if weight == Weight::Bold {
            attributes.push_str(" font-weight=\"bold\"");
        }
        let angle = match style.transform() {
            FontTransform::None => 0,
            FontTransform::Rotate90 => 90,
            FontTransform::Rotate180 => 180,
            FontTransform::Rotate270 => 270,
        };
        if angle != 0 {
            let (x, y) = points(position);
            write!(attributes, " transform=\"rotate({angle} {x} {y})\"").map_err(written)?;
        }
        let width = self.typeface.width(text, size, weight);
        let content = match pieces(text).as_slice() {
            [_] => format!("{}{}", DrawnWidth(width), content(self.typeface, text, weight)),
            pieces => {
                let start = match anchor.h_pos {
                    HPos::Left => 0.0,
                    HPos::Center => -width / 2.0,
                    HPos::Right => -width,
                };
                placed(self.typeface, pieces, weight, (position.0 + units(start), size))
            }
        };
        self.element(format_args!(
            "<text {attributes} font-size=\"{}\" fill=\"{}\"{content}</text>",
            Points(style.size().round() as i32),
            Hexadecimal(style.color())
        ))
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<BackendError>> {
        let (size, weight) = (style.size() / UNITS_PER_POINT, weight(style));
        let height = self.typeface.ascent(size, weight) + self.typeface.descent(size, weight);
        Ok((units(self.typeface.width(text, size, weight)).unsigned_abs(), units(height).unsigned_abs()))
    }
}

fn written(error: fmt::Error) -> DrawingErrorKind<BackendError> {
    DrawingErrorKind::DrawingError(BackendError::Write(error))
}

fn weight(style: &impl BackendTextStyle) -> Weight {
    match style.style() {
        FontStyle::Bold => Weight::Bold,
        FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => Weight::Regular,
    }
}

/// Splits a text after each letter that is followed by a spacing mark.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(mark) = rest.find(is_spacing_mark) {
        let marks = rest[mark..].find(|character| !is_spacing_mark(character));
        let (piece, following) = rest.split_at(marks.map_or(rest.len(), |length| mark + length));
        pieces.push(piece);
        rest = following;
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    // Nothing follows a mark at the end, but it makes its letter wider than it is drawn.
    if pieces.len() == 1 && text.contains(is_spacing_mark) {
        pieces.push("");
    }
    pieces
}

/// Writes the end of the start tag and the pieces of a text, each at its own position.
fn placed(typeface: &Typeface, pieces: &[&str], weight: Weight, (start, size): (i32, f64)) -> String {
    let mut written = ">".to_owned();
    let mut offset = 0.0;
    for run in pieces.iter().flat_map(|piece| typeface.runs(piece, weight)) {
        let (x, width) = (Points(start + units(offset)), typeface.width(&run.text, size, weight));
        let families = families(typeface, run.family, weight);
        written += &format!("<tspan x=\"{x}\"{}{families}>{}</tspan>", DrawnWidth(width), escaped(&run.text));
        offset += width;
    }
    written
}

/// The width of a text in points; a web page fits the text to it if it has to use other fonts.
struct DrawnWidth(f64);

impl fmt::Display for DrawnWidth {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, " data-width=\"{}\"", Points(units(self.0)))
    }
}

fn families(typeface: &Typeface, first: &str, weight: Weight) -> String {
    let others =
        typeface.families(weight).filter(|family| *family != first).map(|family| format!(", '{}'", escaped(family)));
    format!(" font-family=\"'{}'{}\"", escaped(first), others.collect::<String>())
}

/// Writes the families, the end of the start tag and the text, with one `tspan` for each font if one font does not
/// have all characters.
fn content(typeface: &Typeface, text: &str, weight: Weight) -> String {
    let families = |first: &str| families(typeface, first, weight);
    let (start, end) = if runs_to_the_left(text) { (TO_THE_LEFT, END_OF_DIRECTION) } else { ("", "") };
    match typeface.runs(text, weight).as_slice() {
        [run] => format!("{}>{start}{}{end}", families(run.family), escaped(&run.text)),
        runs => {
            let last = runs.len().saturating_sub(1);
            let spans = runs.iter().enumerate().map(|(index, run)| {
                let start = if index == 0 { start } else { "" };
                let end = if index == last { end } else { "" };
                format!("<tspan{}>{start}{}{end}</tspan>", families(run.family), escaped(&run.text))
            });
            format!(">{}", spans.collect::<String>())
        }
    }
}

/// RIGHT-TO-LEFT EMBEDDING. Renderers assume a left-to-right base direction, and would set “57 of 100” in Hebrew as
/// “57 100 of”.
const TO_THE_LEFT: &str = "\u{202B}";
const END_OF_DIRECTION: &str = "\u{202C}";

/// Whether the first letter or Arabic digit belongs to a right-to-left script.
fn runs_to_the_left(text: &str) -> bool {
    let is_mirrored = |sign: char| {
        matches!(
            sign,
            '\u{590}'..='\u{8FF}'
                | '\u{FB1D}'..='\u{FDFF}'
                | '\u{FE70}'..='\u{FEFC}'
                | '\u{10800}'..='\u{10FFF}'
                | '\u{1E800}'..='\u{1EFFF}'
        )
    };
    text.chars().find(|sign| sign.is_alphabetic() || is_mirrored(*sign)).is_some_and(is_mirrored)
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML 1.0 cannot represent control characters.
            control if control.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

fn points((x, y): BackendCoord) -> (Points, Points) {
    (Points(x), Points(y))
}

fn joined(path: impl IntoIterator<Item = BackendCoord>) -> Result<String, DrawingErrorKind<BackendError>> {
    let mut outline = String::new();
    for point in path {
        let separator = if outline.is_empty() { "" } else { " " };
        let (x, y) = points(point);
        write!(outline, "{separator}{x},{y}").map_err(written)?;
    }
    Ok(outline)
}

/// A number of units, written in points without floating-point arithmetic.
struct Points(i32);

impl fmt::Display for Points {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = i64::from(self.0) * 5;
        let sign = if hundredths < 0 { "-" } else { "" };
        let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
        match (rest, rest % 10) {
            (0, _) => write!(formatter, "{sign}{whole}"),
            (_, 0) => write!(formatter, "{sign}{whole}.{}", rest / 10),
            _ => write!(formatter, "{sign}{whole}.{rest:02}"),
        }
    }
}

struct Hexadecimal(BackendColor);

impl fmt::Display for Hexadecimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (red, green, blue) = self.0.rgb;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

struct Stroke {
    color: BackendColor,
    width: u32,
}

impl Stroke {
    fn of(style: &impl BackendStyle) -> Self {
        Self { color: style.color(), width: style.stroke_width() }
    }
}

impl fmt::Display for Stroke {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = Points(i32::try_from(self.width).unwrap_or(i32::MAX));
        write!(formatter, " stroke=\"{}\" stroke-width=\"{width}\"", Hexadecimal(self.color))
    }
}

struct Paint {
    stroke: Stroke,
    fill: bool,
}

impl Paint {
    fn of(style: &impl BackendStyle, fill: bool) -> Self {
        Self { stroke: Stroke::of(style), fill }
    }
}

impl fmt::Display for Paint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.fill {
            write!(formatter, " fill=\"{}\"", Hexadecimal(self.stroke.color))
        } else {
            write!(formatter, " fill=\"none\"{}", self.stroke)
        }
    }
}

#[cfg(test)]
mod tests {
    use plotters::drawing::IntoDrawingArea;
    use plotters::element::{Circle, Text};
    use plotters::style::text_anchor::Pos;
    use plotters::style::{BLACK, FontDesc, FontFamily, TRANSPARENT, TextStyle};

    use super::super::typeface::tests::typeface;
    use super::*;

    fn text_style(vertical: VPos, font_style: FontStyle) -> TextStyle<'static> {
        let font = FontDesc::new(FontFamily::SansSerif, 200.0, font_style);
        TextStyle::from(font).pos(Pos::new(HPos::Center, vertical))
    }

    #[test]
    fn units_are_written_as_points_without_needless_digits() {
        let written = |points: f64| Points(units(points)).to_string();
        assert_eq!(written(7.5), "7.5");
        assert_eq!(written(-0.05), "-0.05");
        assert_eq!(written(252.0), "252");
        assert_eq!(written(0.349), "0.35");
    }

    #[test]
    fn texts_from_right_to_left_say_so() {
        for text in ["57,890 מתוך 100,000", "عدد FAO", "٩٤٪", "(שלום)"] {
            assert!(runs_to_the_left(text), "{text}");
        }
        for text in ["57,890", "94%", "FAO עברית", "医薬品", ""] {
            assert!(!runs_to_the_left(text), "{text}");
        }
        assert!(content(&typeface(), "57 ע", Weight::Regular).contains(">\u{202B}57"));
        assert!(!content(&typeface(), "57 of", Weight::Regular).contains('\u{202B}'));
    }

    #[test]
    fn what_follows_a_half_width_mark_stands_where_that_ends() {
        assert_eq!(pieces("ﾂﾄﾞｳﾊﾟｰ"), ["ﾂﾄﾞ", "ｳﾊﾟ", "ｰ"]);
        assert_eq!(pieces("ﾄﾞ"), ["ﾄﾞ", ""]);
        assert_eq!(pieces("がガ"), ["がガ"]);
        assert_eq!(pieces(""), Vec::<&str>::new());
        let typeface = typeface();
        let written = placed(&typeface, &["ﾄﾞ", "ｳ"], Weight::Regular, (units(3.0), 10.0));
        let next = Points(units(3.0 + typeface.width("ﾄﾞ", 10.0, Weight::Regular)));
        assert!(written.contains("<tspan x=\"3\"") && written.contains(&format!("<tspan x=\"{next}\"")), "{written}");
    }

    #[test]
    fn text_size_is_that_of_the_font_and_not_of_its_bytes() {
        let typeface = typeface();
        let mut document = String::new();
        let backend = SvgBackend::new(&mut document, &typeface, (100.0, 100.0));
        let size = |text| {
            let style = text_style(VPos::Top, FontStyle::Normal);
            backend.estimate_text_size(text, &style).unwrap()
        };
        assert_eq!(size("医薬品").0, 600);
        assert_eq!(size("医薬品").1, size("A").1);
    }

    #[test]
    fn anchor_above_within_and_below_a_line_moves_its_baseline_up() {
        let typeface = typeface();
        let baseline = |vertical| {
            let mut document = String::new();
            let area = SvgBackend::new(&mut document, &typeface, (100.0, 100.0)).into_drawing_area();
            let style = text_style(vertical, FontStyle::Bold);
            area.draw(&Text::new("医", (400, 1000), style)).unwrap();
            drop(area);
            assert!(document.contains("x=\"20\"") && document.contains("text-anchor=\"middle\""));
            assert!(document.contains("font-weight=\"bold\" font-size=\"10\""));
            let (_, rest) = document.split_once(" y=\"").unwrap();
            rest.split_once('"').unwrap().0.parse::<f64>().unwrap()
        };
        let (top, center, bottom) = (baseline(VPos::Top), baseline(VPos::Center), baseline(VPos::Bottom));
        assert!(top > center && center > 50.0 && bottom < 50.0);
    }

    #[test]
    fn nothing_transparent_is_drawn() {
        let typeface = typeface();
        let mut document = String::new();
        let area = SvgBackend::new(&mut document, &typeface, (100.0, 100.0)).into_drawing_area();
        area.draw(&Circle::new((40, 40), 20, TRANSPARENT)).unwrap();
        area.draw(&Circle::new((40, 40), 20, BLACK)).unwrap();
        area.present().unwrap();
        drop(area);
        assert_eq!(document.matches("<circle").count(), 1);
        assert_eq!(document.matches("</svg>").count(), 1);
    }
}
