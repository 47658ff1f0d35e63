//! Numbers of cells → decimal text as a careful person would type it. Knows no file format.

/// What a number format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum NumberFormat {
    /// A number.
    #[default]
    Plain,
    /// A share of a hundred.
    Percent,
    /// A day or a time.
    Date,
}

impl NumberFormat {
    /// Returns what a format that every Excel knows by its number makes of a number (ECMA-376, 18.8.30).
    pub(super) fn built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self::Date,
            _ => Self::Plain,
        }
    }

    /// Finds out what a format code such as `0.0%` or `yyyy"年"m"月"` makes of a number. Its first section decides.
    pub(super) fn of(code: &str) -> Self {
        if code.eq_ignore_ascii_case("general") {
            return Self::Plain;
        }
        let mut format = Self::Plain;
        let mut characters = code.chars();
        while let Some(character) = characters.next() {
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
                '%' | '％' => format = Self::Percent,
                'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => return Self::Date,
                _ => {}
            }
        }
        format
    }
}

/// Writes a number as decimal text: at most 15 significant digits, which is what spreadsheets keep, so that 0.1 + 0.2
/// is 0.3, and never an exponent. A percentage is written as it is shown, with its sign.
pub(super) fn decimal(value: f64, format: NumberFormat) -> String {
    let scientific = format!("{value:.14e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let mut exponent: i32 = exponent.parse().unwrap_or_default();
    if format == NumberFormat::Percent {
        exponent += 2;
    }
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    let unit = if format == NumberFormat::Percent { "%" } else { "" };
    if digits.is_empty() {
        return format!("0{unit}");
    }
    let number = match usize::try_from(exponent + 1) {
        Ok(whole) if whole >= digits.len() => format!("{digits}{}", "0".repeat(whole - digits.len())),
        Ok(whole) if whole > 0 => format!("{}.{}", &digits[..whole], &digits[whole..]),
        _ => format!("0.{}{digits}", "0".repeat(exponent.unsigned_abs() as usize - 1)),
    };
    format!("{sign}{number}{unit}")
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
            assert_eq!(decimal(value, NumberFormat::Percent), text);
        }
    }

    #[test]
    fn formats_that_every_excel_knows_are_told_by_their_number() {
        let kinds = [0, 9, 10, 14, 46, 49].map(NumberFormat::built_in);
        let (plain, percent, date) = (NumberFormat::Plain, NumberFormat::Percent, NumberFormat::Date);
        assert_eq!(kinds, [plain, percent, percent, date, date, plain]);
    }

    #[test]
    fn a_format_says_whether_a_number_is_a_percentage_or_a_date() {
        for code in ["0%", "0.0%", "#,##0.00\\ %", "[Red]0%;[Blue]-0%"] {
            assert_eq!(NumberFormat::of(code), NumberFormat::Percent, "{code}");
        }
        for code in ["yyyy/mm/dd", "[$-411]ggge\"年\"m\"月\"d\"日\"", "[h]:mm", "[mm]", "h:mm AM/PM"] {
            assert_eq!(NumberFormat::of(code), NumberFormat::Date, "{code}");
        }
        for code in [
            "General",
            "G/標準",
            "0.00E+00",
            "#,##0\"件\"",
            "0\\%",
            "0\"% of sites\"",
            "[Red]0.0",
            "0_d",
            "@",
            "#,##0;\"d\"",
        ] {
            assert_eq!(NumberFormat::of(code), NumberFormat::Plain, "{code}");
        }
    }
}
