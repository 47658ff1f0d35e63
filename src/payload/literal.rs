//! Warns of values that prose writes out instead of citing: they go stale when the table changes. Only numbers with the
//! indicator's unit are flagged, so that coincidences are left alone.

use std::ops::Range;

use rust_decimal::Decimal;

use super::PayloadBuilder;
use crate::diagnostic::{Code, Diagnostic, Place, Position};
use crate::report::{FiscalYear, GroupId, Indicator, Quantity};

/// Characters that make an adjacent number part of something longer: a range, a fraction, a name, a negative number.
const JOINING: &[char] = &['-', '–', '—', '−', '~', '〜', '/', '_', '△', '▲', '第', '$', '€', '№', '#'];
/// Characters that turn a counted thing into a date or an ordinal: 5年度, 3年4月, 135件目.
const BEHIND_OTHER_UNITS: &[char] = &['度', '月', '目'];

impl PayloadBuilder<'_> {
    pub(super) fn expect_citations(&self) {
        let known = self.known_values();
        let writing = Writing {
            has_decimal_comma: self.words.has_decimal_comma(),
            groups_by_space: self.words.groups_by_space(),
        };
        for (key, group) in self.prose_messages() {
            for text in self.words.texts(&key) {
                let signs = Signs::new(text.value, writing);
                for number in signs.numbers() {
                    let is_spoken_of = |known: &&Known<'_>| {
                        group.is_none() || known.indicator.group.as_ref().map(|group| &group.value) == group
                    };
                    let found = known.iter().filter(is_spoken_of);
                    let mut found = found.filter_map(|known| Some((known, signs.written_out(known, &number)?)));
                    let Some((known, range)) = found.next() else { continue };
                    let place = match text.place.position {
                        Position::Text(start, _) => {
                            Place::text(&text.place.file, start + range.start..start + range.end)
                        }
                        _ => text.place.clone(),
                    };
                    self.words.report(
                        Diagnostic::at(Code::LiteralNumber, &place)
                            .with("number", &text.value[range])
                            .with("function", known.function)
                            .with("id", &known.indicator.id)
                            .with("plain", number.value),
                    );
                }
            }
        }
    }

    /// Prose messages with the group that each is about.
    fn prose_messages(&self) -> Vec<(String, Option<&GroupId>)> {
        let settings = &self.report.settings;
        let whole = ["overview", "evaluation"].map(|key| (key.to_owned(), None));
        let groups = settings.groups.iter().map(|group| (format!("overview-{}", group.id), Some(&group.id)));
        let highlights = settings.highlights.iter().flat_map(|highlight| {
            ["title", "body", "caption", "note"].map(|attribute| {
                let group = highlight.group.as_ref().map(|group| &group.value);
                (format!("highlight-{}.{attribute}", highlight.id), group)
            })
        });
        let notes = self.report.notes().iter().map(|note| (format!("note-{}", note.value), None));
        whole.into_iter().chain(groups).chain(highlights).chain(notes).collect()
    }

    fn known_values(&self) -> Vec<Known<'_>> {
        let mut known = Vec::new();
        for indicator in &self.report.indicators {
            let actual = self.report.latest(&indicator.id).observation.value();
            let actual = actual.map(|value| ("ACTUAL", Quantity::new(value, indicator.decimals)));
            let target = indicator.target.as_ref().map(|target| ("TARGET", target.quantity));
            for (function, quantity) in actual.into_iter().chain(target) {
                let written = self.quantity(indicator, quantity, None);
                known.push(Known {
                    function,
                    indicator,
                    value: quantity.value,
                    number: written.digits,
                    prefix: written.prefix.trim().chars().map(narrow).collect(),
                    suffix: written.suffix.trim().chars().map(narrow).collect(),
                });
            }
        }
        known
    }
}

struct Known<'a> {
    function: &'static str,
    indicator: &'a Indicator,
    value: Decimal,
    number: String,
    prefix: Vec<char>,
    suffix: Vec<char>,
}

struct Number {
    range: Range<usize>,
    text: String,
    value: Decimal,
}

impl Number {
    /// Whether a number without a unit is unlikely to match by chance: it is not small and not a year.
    fn is_telling(&self) -> bool {
        let digits = self.text.chars().filter(char::is_ascii_digit).count();
        let is_year = digits == self.text.len() && self.text.parse().ok().and_then(FiscalYear::new).is_some();
        self.value.scale() > 0 || (digits >= 3 && !is_year)
    }
}

/// A language's number format.
#[derive(Debug, Clone, Copy, Default)]
struct Writing {
    has_decimal_comma: bool,
    groups_by_space: bool,
}

impl Writing {
    /// The decimal separator, and the group separator besides spaces.
    fn signs(self) -> (char, char) {
        if self.has_decimal_comma { (',', '.') } else { ('.', ',') }
    }

    fn value_of(self, text: &str) -> Option<Decimal> {
        let (point, _) = self.signs();
        let (whole, decimals) = text.split_once(point).map_or((text, None), |(whole, rest)| (whole, Some(rest)));
        let is_grouping = |sign: char| !sign.is_ascii_digit();
        let is_grouped = whole.split(is_grouping).skip(1).all(|group| group.len() == 3);
        let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
        let plain = decimals.map_or_else(|| whole.clone(), |decimals| format!("{whole}.{decimals}"));
        Decimal::from_str_exact(&plain).ok().filter(|_| is_grouped)
    }
}

/// The characters of a text, narrowed, with their byte offsets; the last entry is the end of the text.
struct Signs {
    signs: Vec<char>,
    starts: Vec<usize>,
    writing: Writing,
}

impl Signs {
    fn new(text: &str, writing: Writing) -> Self {
        Self {
            signs: text.chars().map(narrow).collect(),
            starts: text.char_indices().map(|(start, _)| start).chain([text.len()]).collect(),
            writing,
        }
    }

    /// Numbers that stand alone, not parts of names, ranges or fractions.
    fn numbers(&self) -> Vec<Number> {
        let mut numbers = Vec::new();
        let mut start = 0;
        while start < self.signs.len() {
            let end = self.end_of_number(start);
            if end == start {
                start += 1;
                continue;
            }
            let text: String = self.signs[start..end].iter().collect();
            // Currency signs and following letters are checked with the unit.
            let joins_before = |sign: &char| sign.is_ascii_alphanumeric() || JOINING.contains(sign);
            let is_part = self.signs[..start].last().is_some_and(joins_before)
                || self.signs.get(end).is_some_and(|sign| JOINING.contains(sign));
            if let Some(value) = self.writing.value_of(&text).filter(|_| !is_part) {
                numbers.push(Number { range: start..end, text, value });
            }
            start = end;
        }
        numbers
    }

    /// The end of the number that begins at `start`: digits with points and commas between them, or a space before a
    /// group of three if the language uses it.
    fn end_of_number(&self, start: usize) -> usize {
        let is_digit = |index: usize| self.signs.get(index).is_some_and(char::is_ascii_digit);
        let is_group = |start: usize| (start..start + 3).all(is_digit) && !is_digit(start + 3);
        let ends_group =
            |end: usize| end > start && (start..end).rev().take_while(|index| is_digit(*index)).count() <= 3;
        let mut end = start;
        loop {
            let goes_on = match self.signs.get(end) {
                Some('.' | ',') => end > start && is_digit(end + 1),
                Some(' ') => self.writing.groups_by_space && ends_group(end) && is_group(end + 1),
                _ => is_digit(end),
            };
            if !goes_on {
                return end;
            }
            end += 1;
        }
    }

    /// The bytes of the value with its unit, if the number is this value.
    fn written_out(&self, known: &Known<'_>, number: &Number) -> Option<Range<usize>> {
        let Range { start, end } = number.range;
        if number.value != known.value && number.text != known.number {
            return None;
        }
        let (before, after) = (&self.signs[..start], &self.signs[end..]);
        let gap = usize::from(after.first() == Some(&' '));
        let range = if known.prefix.is_empty() && known.suffix.is_empty() {
            let is_alone = before.last() != Some(&'¥') && after.get(gap) != Some(&'%');
            // In Japanese, a kanji after a number is the thing counted.
            let is_counted = after.first().is_some_and(|sign| sign.is_alphabetic() && !('ぁ'..='ん').contains(sign));
            (number.is_telling() && is_alone && !is_counted).then_some(start..end)?
        } else {
            let before = before.strip_suffix(known.prefix.as_slice())?;
            let gap = if known.suffix.is_empty() { 0 } else { gap };
            let rest = after.get(gap..)?.strip_prefix(known.suffix.as_slice())?;
            let is_other = |sign: &char| BEHIND_OTHER_UNITS.contains(sign) || sign.is_ascii_alphanumeric();
            (!rest.first().is_some_and(is_other)).then_some(before.len()..self.signs.len() - rest.len())?
        };
        Some(self.starts[range.start]..self.starts[range.end])
    }
}

/// The narrow form of a full-width ASCII character or any space.
fn narrow(sign: char) -> char {
    match u32::from(sign) {
        0xA0 | 0x2009 | 0x202F => ' ',
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(sign),
        0xFFE5 => '¥',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<String> {
        written(text, Writing::default())
    }

    fn written(text: &str, writing: Writing) -> Vec<String> {
        Signs::new(text, writing).numbers().into_iter().map(|number| number.value.to_string()).collect()
    }

    #[test]
    fn numbers_are_read_as_the_language_writes_them() {
        let german = Writing { has_decimal_comma: true, groups_by_space: false };
        assert_eq!(written("8,5 % von 1.166 und 1.166,5", german), ["8.5", "1166", "1166.5"]);
        assert_eq!(written("100 000", german), ["100", "0"]);
        let french = Writing { has_decimal_comma: true, groups_by_space: true };
        assert_eq!(
            written("8,5\u{202f}% de 227\u{202f}585, 1 234 567 et 12 000,5", french),
            ["8.5", "227585", "1234567", "12000.5"]
        );
        assert_eq!(written("en 2020 15 communes sur 1.5.2", french), ["2020", "15"]);
    }

    #[test]
    fn numbers_that_stand_for_themselves_are_found() {
        assert_eq!(numbers("累計１，１６６件、81.0%と135."), ["1166", "81.0", "135"]);
        assert_eq!(numbers("¥1,200 and (43) of 5km"), ["1200", "43", "5"]);
    }

    #[test]
    fn parts_of_something_longer_are_not_numbers() {
        for text in ["COVID-19", "第34回", "2020–2024", "10/17", "1.2.3", "△3", "a1", "1,2"] {
            assert_eq!(numbers(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_number_without_a_unit_is_telling_if_it_is_long_and_no_year() {
        let telling = |text: &str| Signs::new(text, Writing::default()).numbers()[0].is_telling();
        assert!(telling("135") && telling("1,166") && telling("0.5"));
        assert!(!telling("43") && !telling("2022"));
    }
}
