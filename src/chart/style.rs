//! The style of charts: width, text size, typeface and common colours.

use std::fmt;
use std::str::FromStr;

use plotters::style::RGBColor;

use super::typeface::Typeface;

/// The style of a chart.
#[derive(Debug, Clone, Copy)]
pub struct Style<'a> {
    /// The fonts for measuring and setting text.
    pub typeface: &'a Typeface,
    /// The width of the drawing in points.
    pub width: f64,
    /// The size of all text in points.
    pub text_size: f64,
    /// The colours of everything that is not data.
    pub palette: Palette,
}

/// The neutral colours of all charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Labels, numbers and the target line.
    pub ink: Color,
    /// Secondary text and the zero line; at least 4.5:1 on paper.
    pub ink_soft: Color,
    /// Thin separators.
    pub rule: Color,
    /// The page's background.
    pub paper: Color,
}

/// An opaque colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    red: u8,
    green: u8,
    blue: u8,
}

/// A colour that is not in the form `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a colour: write # and six hexadecimal digits, such as #1f5fa8")]
pub struct ColorError(String);

impl Color {
    /// Creates a colour from its channels.
    #[must_use]
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Mixes this colour with `ground` at `share` of its strength, in 0..=1.
    ///
    /// Colours are mixed beforehand because PDF/A-1 forbids transparency and printers render it unevenly.
    #[must_use]
    pub fn over(self, ground: Self, share: f64) -> Self {
        let share = share.clamp(0.0, 1.0);
        let channel = |top: u8, bottom: u8| (f64::from(top) * share + f64::from(bottom) * (1.0 - share)).round() as u8;
        Self {
            red: channel(self.red, ground.red),
            green: channel(self.green, ground.green),
            blue: channel(self.blue, ground.blue),
        }
    }

    /// The contrast ratio, from 1 for equal colours to 21 for black and white (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    pub(super) fn rgb(self) -> RGBColor {
        RGBColor(self.red, self.green, self.blue)
    }
}

impl fmt::Display for Color {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { red, green, blue } = self;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl FromStr for Color {
    type Err = ColorError;

    fn from_str(text: &str) -> Result<Self, ColorError> {
        let wrong = || ColorError(text.to_owned());
        let digits = text.strip_prefix('#').ok_or_else(wrong)?;
        // `from_str_radix` would accept a sign.
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(wrong());
        }
        let value = u32::from_str_radix(digits, 16).map_err(|_| wrong())?;
        let [_, red, green, blue] = value.to_be_bytes();
        Ok(Self { red, green, blue })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn color_is_written_as_it_was_read() {
        let color: Color = "#1F5fa8".parse().unwrap();
        assert_eq!(color, Color::new(0x1f, 0x5f, 0xa8));
        assert_eq!(color.to_string(), "#1f5fa8");
    }

    #[test]
    fn color_without_six_digits_is_refused_by_name() {
        for text in ["1f5fa8", "#1f5", "#1f5fa8ff", "#+f5fa8", "#赤赤"] {
            let error = text.parse::<Color>().unwrap_err();
            assert!(error.to_string().contains(text), "{error}");
        }
    }

    #[test]
    fn contrast_is_the_same_both_ways_and_ends_at_one_and_twenty_one() {
        let (black, white, grey) = (Color::new(0, 0, 0), Color::new(255, 255, 255), Color::new(118, 118, 118));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(white) - 1.0).abs() < 1e-9);
        // The lightest grey allowed for text on white.
        assert!((grey.contrast(white) - 4.54).abs() < 0.01 && (white.contrast(grey) - 4.54).abs() < 0.01);
    }

    #[test]
    fn mixing_ends_at_both_colors() {
        let (accent, paper) = (Color::new(200, 0, 100), Color::new(255, 255, 255));
        assert_eq!(accent.over(paper, 1.0), accent);
        assert_eq!(accent.over(paper, 0.0), paper);
    }
}
