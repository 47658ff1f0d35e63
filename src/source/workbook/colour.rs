//! Colours of text and background: text in the colour of its background is invisible.

/// The largest difference per channel between two colours that look the same.
const CLOSE: u8 = 8;

const BLACK: [u8; 3] = [0; 3];
const WHITE: [u8; 3] = [255; 3];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Paint {
    /// The default: a white background, and text that contrasts with it.
    #[default]
    Automatic,
    Colour([u8; 3]),
    /// A pattern, a gradient, or an unknown colour.
    Unknown,
}

impl Paint {
    /// Parses hexadecimal digits. Digits before the last six are the opacity, which spreadsheets ignore.
    pub(super) fn hexadecimal(digits: &str) -> Self {
        let digits = digits.trim();
        let six = digits.len().checked_sub(6).and_then(|start| digits.get(start..));
        six.and_then(|six| u32::from_str_radix(six, 16).ok()).map_or(Self::Unknown, Self::number)
    }

    fn number(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self::Colour([red, green, blue])
    }

    pub(super) fn is_seen_on(self, ground: Self) -> bool {
        let ground = if ground == Self::Automatic { Self::Colour(WHITE) } else { ground };
        match (self, ground) {
            (Self::Colour(letters), Self::Colour(ground)) => {
                letters.into_iter().zip(ground).any(|(one, other)| one.abs_diff(other) > CLOSE)
            }
            _ => true,
        }
    }

    /// The colour lightened or, if negative, darkened by a share. Exact for greys; approximates Excel for other
    /// colours.
    pub(super) fn tinted(self, share: f64) -> Self {
        let Self::Colour(channels) = self else { return self };
        let end = if share < 0.0 { 0.0 } else { 255.0 };
        let share = share.abs().min(1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two channels")]
        let mixed = channels.map(|channel| (f64::from(channel) * (1.0 - share) + end * share).round() as u8);
        Self::Colour(mixed)
    }
}

/// Excel's default palette from index 8 on.
const STANDARD: [u32; 56] = [
    0x0000_0000,
    0x00FF_FFFF,
    0x00FF_0000,
    0x0000_FF00,
    0x0000_00FF,
    0x00FF_FF00,
    0x00FF_00FF,
    0x0000_FFFF,
    0x0080_0000,
    0x0000_8000,
    0x0000_0080,
    0x0080_8000,
    0x0080_0080,
    0x0000_8080,
    0x00C0_C0C0,
    0x0080_8080,
    0x0099_99FF,
    0x0099_3366,
    0x00FF_FFCC,
    0x00CC_FFFF,
    0x0066_0066,
    0x00FF_8080,
    0x0000_66CC,
    0x00CC_CCFF,
    0x0000_0080,
    0x00FF_00FF,
    0x00FF_FF00,
    0x0000_FFFF,
    0x0080_0080,
    0x0080_0000,
    0x0000_8080,
    0x0000_00FF,
    0x0000_CCFF,
    0x00CC_FFFF,
    0x00CC_FFCC,
    0x00FF_FF99,
    0x0099_CCFF,
    0x00FF_99CC,
    0x00CC_99FF,
    0x00FF_CC99,
    0x0033_66FF,
    0x0033_CCCC,
    0x0099_CC00,
    0x00FF_CC00,
    0x00FF_9900,
    0x00FF_6600,
    0x0066_6699,
    0x0096_9696,
    0x0000_3366,
    0x0033_9966,
    0x0000_3300,
    0x0033_3300,
    0x0099_3300,
    0x0099_3366,
    0x0033_3399,
    0x0033_3333,
];

/// The indexed colours of an Excel workbook.
#[derive(Debug, Default)]
pub(super) struct Palette {
    /// Custom colours from index 8 on.
    pub(super) own: Vec<Paint>,
    /// Theme colours, in the order of the theme's part.
    pub(super) theme: Vec<Paint>,
}

impl Palette {
    pub(super) fn indexed(&self, number: u32) -> Paint {
        /// The system's text colour; the next index is its background.
        const LETTERS: u32 = 64;
        /// The first eight colours are repeated.
        const FIRST: u32 = 8;
        match number {
            LETTERS | 0x7FFF => Paint::Automatic,
            65 => Paint::Colour(WHITE),
            _ => {
                let index = number.checked_sub(FIRST).unwrap_or(number) as usize;
                let standard = || STANDARD.get(index).map(|rgb| Paint::number(*rgb));
                self.own.get(index).copied().or_else(standard).unwrap_or(Paint::Unknown)
            }
        }
    }

    /// A theme colour by index. The theme's part has light and dark colours in reverse order.
    pub(super) fn themed(&self, number: u32) -> Paint {
        let index = if number < 4 { number ^ 1 } else { number } as usize;
        let standard = match index {
            0 => Paint::Colour(BLACK),
            1 => Paint::Colour(WHITE),
            _ => Paint::Unknown,
        };
        self.theme.get(index).copied().unwrap_or(standard)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_the_colour_of_their_ground_are_not_seen() {
        let paint = Paint::hexadecimal;
        assert!(!paint("FFFFFFFF").is_seen_on(Paint::Automatic));
        assert!(!paint("00FFFFFF").is_seen_on(paint("#fdfdfd")));
        assert!(!paint("4472C4").is_seen_on(paint("4472C4")));
        assert!(paint("FFFFFF").is_seen_on(paint("4472C4")));
        assert!(paint("D9D9D9").is_seen_on(Paint::Automatic));
        assert!(Paint::Automatic.is_seen_on(paint("000000")));
        assert!(paint("FFFFFF").is_seen_on(Paint::Unknown));
        assert_eq!(paint("é"), Paint::Unknown);
        assert_eq!(paint("FFFFFéFF"), Paint::Unknown);
    }

    #[test]
    fn colours_have_numbers_in_palettes_and_themes() {
        let standard = Palette::default();
        for white in [standard.indexed(1), standard.indexed(9), standard.indexed(65), standard.themed(0)] {
            assert_eq!(white, Paint::Colour(WHITE));
        }
        assert_eq!(standard.themed(1), Paint::Colour(BLACK));
        assert_eq!(standard.indexed(63), Paint::Colour([0x33; 3]));
        assert_eq!((standard.indexed(64), standard.indexed(0x7FFF)), (Paint::Automatic, Paint::Automatic));
        assert_eq!((standard.indexed(4000), standard.themed(5)), (Paint::Unknown, Paint::Unknown));
        let own = Palette { own: vec![Paint::Unknown, Paint::Colour([1, 2, 3])], theme: vec![Paint::Unknown; 12] };
        assert_eq!((own.indexed(1), own.indexed(10)), (Paint::Colour([1, 2, 3]), standard.indexed(10)));
        assert_eq!(own.themed(0), Paint::Unknown);
    }

    #[test]
    fn a_tint_lightens_or_darkens() {
        assert_eq!(Paint::Colour(WHITE).tinted(-0.05), Paint::Colour([242; 3]));
        assert_eq!(Paint::Colour(BLACK).tinted(0.5), Paint::Colour([128; 3]));
        assert_eq!(Paint::Colour([0, 100, 200]).tinted(1.0), Paint::Colour(WHITE));
        assert_eq!(Paint::Automatic.tinted(f64::NAN), Paint::Automatic);
    }
}
