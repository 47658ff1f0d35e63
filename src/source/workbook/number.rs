//! Numbers of cells → decimal text as a careful person would type it. Knows no file format.

/// The most decimals that a spreadsheet shows.
const MOST_DECIMALS: usize = 30;

/// What a number format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum NumberFormat {
    /// A number.
    #[default]
    Plain,
    /// A number with at least so many decimals, zeros among them.
    Fixed(usize),
    /// A share of a hundred, with at least so many decimals.
    Percent(usize),
    /// A day or a time.
    Date,
}

impl NumberFormat {
    /// Returns what a format that every Excel knows by its number makes of a number (ECMA-376, 18.8.30).
    pub(super) fn built_in(id: u32) -> Self {
        match id {
            2 | 4 | 39 | 40 => Self::Fixed(2),
            9 => Self::Percent(0),
            10 => Self::Percent(2),
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self::Date,
            _ => Self::Plain,
        }
    }

    /// Finds out what a format code such as `0.0%` or `yyyy"年"m"月"` makes of a number. Its first section decides.
    pub(super) fn of(code: &str) -> Self {
        if code.eq_ignore_ascii_case("general") {
            return Self::Plain;
        }
        let (mut is_percent, mut decimals, mut is_fraction) = (false, 0, false);
        let mut characters = code.chars();
        while let Some(character) = characters.next() {
            decimals += usize::from(is_fraction && character == '0');
            is_fraction = character == '.' || (is_fraction && matches!(character, '0' | '#' | '?'));
            match character {
                // The next character stands for itself, gives a width, or fills the cell.
                '\\' | '_' | '*' | '!' => _ = characters.next(),
                '"' => _ = characters.find(|character| *character == '"'),
                '[' => {
                    let inside: String = characters.by_ref().take_while(|character| *character != ']').collect();
                    let is_elapsed = !inside.is_empty()
                        && inside.chars().all(|character| matches!(character, 'h' | 'm' | 's' | 'H' | 'M' | 'S'));
                    if is_elapsed {
                        return Self::Date;
                    }
                }
                ';' => break,
                '%' | '％' => is_percent = true,
                // A number written with its power of ten is not read as it is shown.
                'E' | 'e' => decimals = 0,
                'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => return Self::Date,
                _ => {}
            }
        }
        match decimals.min(MOST_DECIMALS) {
            decimals if is_percent => Self::Percent(decimals),
            0 => Self::Plain,
            decimals => Self::Fixed(decimals),
        }
    }
}

/// Writes a number as decimal text: at most 15 significant digits, which is what spreadsheets keep, so that 0.1 + 0.2
/// is 0.3, and never an exponent. Zeros that are shown after the point are kept, as where a spreadsheet is saved as CSV.
/// A percentage is written as it is shown, with its sign.
pub(super) fn decimal(value: f64, format: NumberFormat) -> String {
    let scientific = format!("{value:.14e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let mut exponent: i32 = exponent.parse().unwrap_or_default();
    let (decimals, unit) = match format {
        NumberFormat::Plain | NumberFormat::Date => (0, ""),
        NumberFormat::Fixed(decimals) => (decimals, ""),
        NumberFormat::Percent(decimals) => {
            exponent += 2;
            (decimals, "%")
        }
    };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    let sign = if mantissa.starts_with('-') && !digits.is_empty() { "-" } else { "" };
    let (whole, fraction) = match usize::try_from(exponent + 1) {
        _ if digits.is_empty() => ("0".to_owned(), String::new()),
        Ok(whole) if whole >= digits.len() => (format!("{digits}{}", "0".repeat(whole - digits.len())), String::new()),
        Ok(whole) if whole > 0 => (digits[..whole].to_owned(), digits[whole..].to_owned()),
        _ => ("0".to_owned(), format!("{}{digits}", "0".repeat(exponent.unsigned_abs() as usize - 1))),
    };
    let point = if fraction.is_empty() && decimals == 0 { "" } else { "." };
    format!("{sign}{whole}{point}{fraction:0<decimals$}{unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_a_careful_person_would_type_it() {
        for (value, text) in [
            (0.1 + 0.2, "0.3"),
            (1166.0, "1166"),
            (70.2, "70.2"),
            (-3.25, "-3.25"),
            (0.0, "0"),
            (-0.0, "0"),
            (0.000_001, "0.000001"),
            (1e21, "1000000000000000000000"),
            (123_456_789_012_345.0, "123456789012345"),
            (4.35 * 100.0, "435"),
            (1e23, "100000000000000000000000"),
        ] {
            assert_eq!(decimal(value, NumberFormat::Plain), text);
        }
    }

    #[test]
    fn a_percentage_is_written_as_it_is_shown() {
        for (value, text) in [
            (0.81, "81%"),
            (0.123, "12.3%"),
            (1.0, "100%"),
            (0.0, "0%"),
            (0.001, "0.1%"),
            (-0.05, "-5%"),
            (0.29, "29%"),
        ] {
            assert_eq!(decimal(value, NumberFormat::Percent(0)), text);
        }
    }

    #[test]
    fn zeros_that_a_format_shows_are_kept_and_nothing_is_rounded() {
        for (value, code, text) in [
            (81.0, "0.0", "81.0"),
            (81.25, "0.0", "81.25"),
            (1166.5, "#,##0.00\"件\"", "1166.50"),
            (0.0, "[Red]0.00", "0.00"),
            (-0.5, "0.00;[Red]0.0000", "-0.50"),
            (0.81, "0.0%", "81.0%"),
            (0.812_5, "0.0%", "81.25%"),
            (81.0, "0.00E+00", "81"),
        ] {
            assert_eq!(decimal(value, NumberFormat::of(code)), text, "{code}");
        }
    }

    #[test]
    fn formats_that_every_excel_knows_are_told_by_their_number() {
        let kinds = [0, 9, 10, 14, 46, 49].map(NumberFormat::built_in);
        let (plain, percent, date) = (NumberFormat::Plain, NumberFormat::Percent, NumberFormat::Date);
        assert_eq!(kinds, [plain, percent(0), percent(2), date, date, plain]);
        assert_eq!(NumberFormat::built_in(4), NumberFormat::Fixed(2));
    }

    #[test]
    fn a_format_says_whether_a_number_is_a_percentage_or_a_date() {
        for code in ["0%", "0.0%", "#,##0.00\\ %", "[Red]0%;[Blue]-0%"] {
            assert!(matches!(NumberFormat::of(code), NumberFormat::Percent(_)), "{code}");
        }
        for code in ["yyyy/mm/dd", "[$-411]ggge\"年\"m\"月\"d\"日\"", "[h]:mm", "[mm]", "h:mm AM/PM"] {
            assert_eq!(NumberFormat::of(code), NumberFormat::Date, "{code}");
        }
        for code in [
            "General",
            "G/標準",
            "0.00E+00",
            "#,##0.##",
            "0\".00\"",
            "#,##0\"件\"",
            "0\\%",
            "0\"% of sites\"",
            "0_d",
            "@",
            "#,##0;\"d\"",
        ] {
            assert_eq!(NumberFormat::of(code), NumberFormat::Plain, "{code}");
        }
    }
}
