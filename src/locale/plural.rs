//! Passes numbers through Fluent so that it selects plurals but does not format them, since it supports neither exact
//! decimals nor the digits of a language. Numbers are marked, and formatted afterwards.

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions, FluentNumberType};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Surrounds a number in a formatted message; never printed (supplementary private use area A).
const MARK: char = '\u{FFFFA}';
/// The most digits that a floating-point number represents exactly.
const MOST_DIGITS: u32 = 15;
/// The most decimals that fit the arithmetic of plural rules.
const MOST_DECIMALS: u32 = 9;

/// A number for Fluent, whose plural depends on the decimals shown: 1 differs from 1.0. `None` if it is too long.
pub(super) fn number(shown: Decimal) -> Option<FluentValue<'static>> {
    let decimals = shown.scale();
    let digits = shown.mantissa().unsigned_abs().checked_ilog10().unwrap_or_default() + 1;
    if decimals > MOST_DECIMALS || digits > MOST_DIGITS {
        return None;
    }
    let minimum_fraction_digits = usize::try_from(decimals).ok().filter(|decimals| *decimals > 0);
    // With the options of a number literal, so that the variant [1] matches.
    let options = FluentNumberOptions { minimum_fraction_digits, ..FluentNumberOptions::default() };
    Some(FluentNumber::new(shown.to_f64()?, options).into())
}

/// A whole number for Fluent, by which messages select the forms of ordinals: 1st, 2nd.
pub(super) fn ordinal(number: u32) -> FluentValue<'static> {
    let options = FluentNumberOptions { r#type: FluentNumberType::Ordinal, ..FluentNumberOptions::default() };
    FluentNumber::new(f64::from(number), options).into()
}

/// Marks a number. `None` for other values, which Fluent formats.
pub(super) fn marked(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format!("{MARK}{}{MARK}", number.as_string())),
        _ => None,
    }
}

/// Replaces the marked numbers of a formatted message.
pub(super) fn written(text: &str, write: impl Fn(Decimal) -> String) -> String {
    let mut written = String::with_capacity(text.len());
    for (index, piece) in text.split(MARK).enumerate() {
        match piece.parse() {
            Ok(number) if index % 2 == 1 => written += &write(number),
            // The text contained the mark itself; keep it, as a character without a glyph.
            _ if index % 2 == 1 => written.extend([&MARK.to_string(), piece]),
            _ => written += piece,
        }
    }
    written
}
