//! Numbers on their way through Fluent, which chooses plurals by them and must not write them: it knows no exact decimals
//! and no language's digits. Each leaves it between marks and is then written as numbers are.

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Stands around a number in a formatted message; it is never printed (supplementary private use area A).
const MARK: char = '\u{FFFFA}';
/// As many digits go through a floating-point number unchanged.
const MOST_DIGITS: u32 = 15;
/// The most decimals by which a plural is chosen: more of them than this do not fit the arithmetic of plural rules.
const MOST_DECIMALS: u32 = 9;

/// Returns a number as Fluent takes it: its plural follows from the value as it is shown, 1 being another one than 1.0.
/// There is none of a number too long for that, which is a text then.
pub(super) fn number(shown: Decimal) -> Option<FluentValue<'static>> {
    let decimals = shown.scale();
    let digits = shown.mantissa().unsigned_abs().checked_ilog10().unwrap_or_default() + 1;
    if decimals > MOST_DECIMALS || digits > MOST_DIGITS {
        return None;
    }
    let minimum_fraction_digits = usize::try_from(decimals).ok().filter(|decimals| *decimals > 0);
    // The options are those of a number in a message, so that [1] is equal to it.
    let options = FluentNumberOptions { minimum_fraction_digits, ..FluentNumberOptions::default() };
    Some(FluentNumber::new(shown.to_f64()?, options).into())
}

/// Puts a number between marks; all else Fluent writes itself.
pub(super) fn marked(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format!("{MARK}{}{MARK}", number.as_string())),
        _ => None,
    }
}

/// Writes every number of a formatted message by `write`.
pub(super) fn written(text: &str, write: impl Fn(Decimal) -> String) -> String {
    let mut written = String::with_capacity(text.len());
    for (index, piece) in text.split(MARK).enumerate() {
        match piece.parse() {
            Ok(number) if index % 2 == 1 => written += &write(number),
            // A mark that was in a text before is a character without a glyph.
            _ if index % 2 == 1 => written.extend([&MARK.to_string(), piece]),
            _ => written += piece,
        }
    }
    written
}
