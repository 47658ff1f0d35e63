//! Applies number formats: displayed values are the intended ones, unless a format makes them misleading.

use super::digits::{Digits, MINUS};
use super::format_code::{Section, Token, sections};
use super::sheet::{Content, Cover, Obscurity};
use super::year_format::{self, Epoch};

/// A number format; by default, numbers are shown as they are stored.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct NumberFormat {
    sections: Vec<Section>,
}

impl NumberFormat {
    /// The built-in format with this ID (ECMA-376, 18.8.30), without currency signs, which differ between countries.
    pub(super) fn built_in(id: u32) -> Self {
        Self::of(match id {
            1 => "0",
            2 => "0.00",
            3 | 5 | 6 | 37 | 38 => "#,##0",
            4 | 7 | 8 | 39 | 40 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            11 => "0.00E+00",
            12 | 13 => "# ?/?",
            14..=22 | 27..=36 | 45..=47 | 50..=58 => "d",
            41 | 42 => "#,##0;-#,##0;\"-\"",
            43 | 44 => "#,##0.00;-#,##0.00;\"-\"",
            48 => "##0.0E+0",
            49 => "@",
            _ => "General",
        })
    }

    /// Parses a format code such as `0.0%` or `yyyy"年"m"月"`.
    pub(super) fn of(code: &str) -> Self {
        let mut sections = sections(code);
        // An empty code, or one for text only, does not apply to numbers.
        if let [only] = sections.as_slice()
            && only.tokens.iter().all(|token| matches!(token, Token::General))
        {
            sections.clear();
        }
        Self { sections }
    }

    /// What a cell with a finite number shows. `epoch` is the day of the number 0.
    pub(super) fn show(&self, value: f64, epoch: Epoch) -> Content {
        let digits = Digits::of(value);
        let Some((section, is_sign_written)) = self.section(value) else {
            return if self.sections.is_empty() { stored(&digits) } else { unclear(Obscurity::Digits, &digits) };
        };
        if section.tokens.iter().any(|token| matches!(token, Token::Date(_))) {
            return year_format::show(section, value, epoch);
        }
        let shown = Parts::of(section).show(&digits, is_sign_written);
        match shown {
            Content::Unclear(_, shown) if digits.is_zero() => Content::Unclear(Obscurity::Zero, shown),
            shown => shown,
        }
    }

    pub(super) fn show_text(&self, text: String) -> Content {
        let is_for_texts = |section: &&Section| section.tokens.contains(&Token::Text);
        let section = match self.sections.as_slice() {
            [_, _, _, section] => Some(section),
            sections => sections.last().filter(is_for_texts),
        };
        let Some(section) = section else { return Content::Text(text) };
        let parts = section.tokens.iter().map(|token| match token {
            Token::Literal(literal) => literal,
            Token::Text => text.as_str(),
            _ => "",
        });
        let shown: String = parts.collect();
        if shown.trim().is_empty() && !text.trim().is_empty() {
            Content::Hidden(Cover::Format, text)
        } else {
            Content::Text(shown)
        }
    }

    /// The section for a number, if any, and whether it shows the sign of a negative number itself.
    fn section(&self, value: f64) -> Option<(&Section, bool)> {
        let sections = &self.sections;
        let at = |index: usize| sections.get(index);
        let (first, second) = (at(0)?, at(1).filter(|_| sections.len() > 1));
        if let Some(condition) = first.condition {
            let second_condition = second.and_then(|section| section.condition);
            return match second {
                _ if condition.is_met(value) => Some((first, has_sign(first))),
                Some(second) if second_condition.is_some_and(|condition| condition.is_met(value)) => {
                    Some((second, has_sign(second)))
                }
                Some(_) if second_condition.is_some() => Some((at(2)?, false)),
                Some(second) => Some((second, has_sign(second))),
                None => None,
            };
        }
        let section = match sections.len() {
            1 => (first, false),
            _ if value < 0.0 => (second?, true),
            2 => (first, false),
            _ if value == 0.0 => (at(2)?, false),
            _ => (first, false),
        };
        Some(section)
    }
}

fn stored(digits: &Digits) -> Content {
    Content::Number { text: digits.text(1, 0), exact: None }
}

fn unclear(obscurity: Obscurity, digits: &Digits) -> Content {
    Content::Unclear(obscurity, digits.text(1, 0))
}

fn has_sign(section: &Section) -> bool {
    section.tokens.iter().any(|token| matches!(token, Token::Literal(text) if text.contains(MINUS)))
}

/// A section split into the number and its affixes.
#[derive(Debug, Default)]
struct Parts<'a> {
    prefix: String,
    suffix: String,
    has_sign: bool,
    is_general: bool,
    /// Whether the displayed value would be read as another number.
    is_misleading: bool,
    /// Digit placeholders before the decimal point.
    whole: usize,
    /// How many of them always show a digit.
    whole_zeros: usize,
    /// Digit placeholders after the decimal point.
    decimals: usize,
    /// How many of them always show a digit.
    decimal_zeros: usize,
    /// The power of ten by which the number is multiplied.
    power: i32,
    is_scientific: bool,
    number: &'a [Token],
}

impl<'a> Parts<'a> {
    fn of(section: &'a Section) -> Self {
        let tokens = &section.tokens;
        let is_number = |token: &Token| matches!(token, Token::Digit(_) | Token::General | Token::Text);
        let mut parts = Self { has_sign: has_sign(section), ..Self::default() };
        let first = tokens.iter().position(is_number);
        let last = tokens.iter().rposition(is_number);
        let (before, after) = match (first, last) {
            (Some(first), Some(last)) => {
                // Commas and a point may follow the last digit.
                let end = tokens[last + 1..].iter().take_while(|token| matches!(token, Token::Comma | Token::Point));
                let end = last + 1 + end.count();
                parts.number = &tokens[first..end];
                (&tokens[..first], &tokens[end..])
            }
            _ => (tokens.as_slice(), &[][..]),
        };
        parts.prefix = parts.around(before);
        parts.suffix = parts.around(after);
        parts.count();
        parts
    }

    fn around(&mut self, tokens: &[Token]) -> String {
        let mut text = String::new();
        for token in tokens {
            match token {
                Token::Literal(literal) => text.push_str(literal),
                Token::Percent => {
                    self.power += 2;
                    text.push('%');
                }
                _ => self.is_misleading = true,
            }
        }
        // A constant digit or point would change the number.
        let is_digit = |character: char| character.is_numeric() || matches!(character, '.' | ',' | '，' | '．');
        self.is_misleading |= text.contains(is_digit);
        text.trim().to_owned()
    }

    fn count(&mut self) {
        let mut commas = 0;
        let mut is_fraction = false;
        for token in self.number {
            match token {
                // The format for text shows a number as it is stored.
                Token::General | Token::Text => self.is_general = true,
                // The digits of an exponent are not those of the number.
                Token::Digit(_) if self.is_scientific => {}
                Token::Digit(place) if is_fraction => {
                    self.decimals += 1;
                    if *place == '0' {
                        self.decimal_zeros = self.decimals;
                    }
                }
                Token::Digit(place) => {
                    self.whole += 1;
                    self.whole_zeros += usize::from(*place == '0' || self.whole_zeros > 0);
                    // Commas between digits separate thousands.
                    commas = 0;
                }
                Token::Comma => commas += 1,
                Token::Point if !is_fraction => is_fraction = true,
                Token::Exponent => self.is_scientific = true,
                Token::Percent => self.power += 2,
                _ => self.is_misleading = true,
            }
        }
        self.power -= 3 * commas;
    }

    fn show(&self, digits: &Digits, is_sign_written: bool) -> Content {
        if self.number.is_empty() {
            return self.without_digits(digits);
        }
        let has_parts = self.whole + self.decimals > 0;
        if self.is_misleading || (self.is_general && (has_parts || self.power != 0)) {
            return unclear(Obscurity::Digits, digits);
        }
        let exact = digits.clone().times_ten_to(self.power);
        let rounded = match () {
            () if self.is_general => exact.clone(),
            () if self.is_scientific => self.significant(&exact),
            () => exact.rounded(self.decimals),
        };
        // Without a zero placeholder, zero is not shown.
        if rounded.is_zero() && self.whole_zeros + self.decimal_zeros == 0 && !self.is_general && !self.is_scientific {
            return self.without_digits(digits);
        }
        if is_sign_written && !self.has_sign && rounded.is_negative {
            return unclear(Obscurity::Sign, digits);
        }
        let is_exact = rounded == exact;
        let written = if is_sign_written { rounded.absolute() } else { rounded };
        let decimals = if self.is_scientific { 0 } else { self.decimal_zeros };
        let text = format!("{}{}{}", self.prefix, written.text(self.whole_zeros, decimals), self.suffix);
        Content::Number { text, exact: if is_exact { None } else { exact.decimal() } }
    }

    fn without_digits(&self, digits: &Digits) -> Content {
        let is_blank = self.prefix.is_empty() && self.suffix.is_empty();
        if is_blank {
            return Content::Hidden(Cover::Format, digits.text(1, 0));
        }
        Content::Unclear(Obscurity::Digits, format!("{}{}", self.prefix, self.suffix))
    }

    /// Rounds a number to the digits that are shown before its exponent.
    fn significant(&self, number: &Digits) -> Digits {
        let places = i32::try_from(self.whole.max(1)).unwrap_or(1);
        let power = (number.magnitude() - 1).div_euclid(places) * places;
        number.clone().times_ten_to(-power).rounded(self.decimals).times_ten_to(power)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: f64, code: &str) -> String {
        match NumberFormat::of(code).show(value, Epoch::Year1900) {
            Content::Number { text, .. } | Content::Text(text) => text,
            Content::Unclear(obscurity, _) => format!("?{}", obscurity.word()),
            Content::Hidden(..) => "hidden".to_owned(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_number_is_what_its_format_shows() {
        for (value, code, text) in [
            (81.0, "0.0", "81.0"),
            (81.25, "0.0", "81.3"),
            (59.96, "0.0", "60.0"),
            (1.005, "0.00", "1.01"),
            (1166.5, "#,##0.00\"件\"", "1166.50件"),
            (57.4, "0", "57"),
            (0.0, "[Red]0.00", "0.00"),
            (-0.5, "0.00;[Red]-0.0000", "-0.5000"),
            (-5.0, "#,##0;△#,##0", "△5"),
            (-5.0, "#,##0;▲ #,##0", "▲5"),
            (-5.0, "0_);(0)", "(5)"),
            (-5.0, "#,##0_ ", "-5"),
            (1_234_567.0, "#,##0,", "1235"),
            (1_234_567.0, "#,##0.0,,", "1.2"),
            (1_234_567.0, "#,##0,\"千円\"", "1235千円"),
            (0.8125, "0%", "81%"),
            (0.813_333_333_333_333, "0.0%", "81.3%"),
            (0.29, "0%", "29%"),
            (0.81, "0.0%", "81.0%"),
            (-0.05, "0%", "-5%"),
            (1234.0, "0.00E+00", "1230"),
            (81.0, "0.00E+00", "81"),
            (12_345.0, "##0.0E+0", "12300"),
            (57.0, "0\"（暫定）\"", "57（暫定）"),
            (57.0, "[$¥-411]#,##0", "¥57"),
            (-57.0, "\"¥\"#,##0", "¥-57"),
            (57.0, "General", "57"),
            (0.5, "General\"件\"", "0.5件"),
            (57.0, "", "57"),
            (57.0, "@", "57"),
            (7.0, "000", "007"),
            (1.5, "0.0##", "1.5"),
            (1.23, "0.?", "1.2"),
            (5.0, "[>=1000]#,##0;0.0", "5.0"),
            (2000.0, "[>=1000]#,##0;0.0", "2000"),
            (0.5, "#.0", "0.5"),
        ] {
            assert_eq!(shown(value, code), text, "{value} {code}");
        }
    }

    #[test]
    fn a_number_keeps_what_was_rounded_away() {
        let exact = |value: f64, code: &str| match NumberFormat::of(code).show(value, Epoch::Year1900) {
            Content::Number { exact, .. } => exact.map(|exact| exact.to_string()),
            other => panic!("{other:?}"),
        };
        assert_eq!(exact(59.96, "0.0").as_deref(), Some("59.96"));
        assert_eq!(exact(1_234_567.0, "#,##0,").as_deref(), Some("1234.567"));
        assert_eq!(exact(0.8125, "0%").as_deref(), Some("81.25"));
        assert_eq!(exact(60.0, "0.0"), None);
        assert_eq!(exact(60.123, "General"), None);
    }

    #[test]
    fn what_would_read_as_another_number_is_unclear() {
        for (value, code, what) in [
            (0.0, "#,##0;△#,##0;\"－\"", "?zero"),
            (0.0, "#,##0;-#,##0;\"なし\"", "?zero"),
            (-5.0, "0;0", "?sign"),
            (-5.0, "#,##0;[Red]#,##0", "?sign"),
            (57.0, "0\"000\"", "?digits"),
            (57.0, "0\".5\"", "?digits"),
            (0.5, "# ?/?", "?digits"),
            (57.0, "[DBNum1]0", "?digits"),
            (57.0, "\"多数\"", "?digits"),
            (57.0, ";;;", "hidden"),
            (-57.0, "0;;0", "hidden"),
            (0.0, "0;-0;", "hidden"),
            (0.0, "#,###", "hidden"),
            (0.4, "#", "hidden"),
            (57.0, "000-000", "?digits"),
        ] {
            assert_eq!(shown(value, code), what, "{value} {code}");
        }
    }

    #[test]
    fn a_date_of_which_only_the_year_is_shown_is_that_year() {
        for (value, code, text) in [
            (45_017.0, "[$-411]ggge\"年度\"", "2023年度"),
            (45_017.0, "yyyy", "2023"),
            (45_017.0, "yyyy\"年度\"", "2023年度"),
            (44_652.0, "\"FY\"yyyy", "FY2022"),
            (60.0, "yyyy", "1900"),
            (1.0, "yyyy", "1900"),
            (45_017.0, "ge", "2023"),
        ] {
            assert_eq!(shown(value, code), text, "{code}");
        }
        for code in ["yy", "e", "yyyy/m/d", "[h]:mm", "h:mm AM/PM", "[$-411]ggge\"年\"m\"月\"d\"日\"", "[mm]"] {
            assert_eq!(NumberFormat::of(code).show(45_017.0, Epoch::Year1900), Content::Date, "{code}");
        }
        let of_1904 = NumberFormat::of("yyyy").show(43_555.0, Epoch::Year1904);
        assert_eq!(of_1904, Content::Text("2023".to_owned()));
    }

    #[test]
    fn formats_that_every_excel_knows_are_told_by_their_number() {
        let shown = |value: f64, id: u32| match NumberFormat::built_in(id).show(value, Epoch::Year1900) {
            Content::Number { text, .. } => text,
            other => format!("{other:?}"),
        };
        for (id, text) in [(0, "70.25"), (1, "70"), (2, "70.25"), (3, "70"), (38, "70"), (41, "70"), (43, "70.25")] {
            assert_eq!(shown(70.25, id), text, "{id}");
        }
        assert_eq!(shown(70.0, 43), "70.00");
        assert_eq!(shown(0.81, 9), "81%");
        assert_eq!(shown(-70.0, 38), "-70");
        assert_eq!(shown(0.0, 43), "Unclear(Zero, \"-\")");
        for id in [14, 22, 46, 57] {
            assert_eq!(shown(45_017.0, id), "Date");
        }
    }

    #[test]
    fn a_format_can_hide_a_text_and_add_to_it() {
        let shown = |code: &str| NumberFormat::of(code).show_text("57".to_owned());
        assert_eq!(shown(";;;"), Content::Hidden(Cover::Format, "57".to_owned()));
        assert_eq!(shown("0;-0;0;@\"（注）\""), Content::Text("57（注）".to_owned()));
        assert_eq!(shown("@\"件\""), Content::Text("57件".to_owned()));
        assert_eq!(shown("#,##0.0"), Content::Text("57".to_owned()));
    }
}
