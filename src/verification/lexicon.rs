//! Translates printed texts of one language into language-independent tokens: numbers, years, statuses, grades, signs
//! and marks. Unit names and other text are ignored.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::printed::{is_space, squeezed, without_brackets};
use crate::locale::{SLOT, Words};
use crate::payload;
use crate::report::{Comparator, FiscalYear, ObservationStatus, Sign, Status, UnitId};
use crate::unicode::is_currency;

/// A language-independent part of a printed text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Token {
    /// A number; a year is the calendar year in which it starts.
    Number(Decimal),
    /// The identifier of a computed status.
    Status(String),
    /// The identifier of the panel's evaluation.
    Evaluation(String),
    /// The sign of a value that is absent, not final or not comparable.
    Sign(Sign),
    /// 以上, or more.
    Comparator(Comparator),
    /// A note by its identifier or number.
    Note(String),
    /// An unknown mark.
    Mark(String),
}

/// The tokens for the messages of one language.
#[derive(Debug)]
pub struct Lexicon {
    /// Tokens for the whole text of a cell.
    whole: BTreeMap<String, Token>,
    /// Tokens within a text, the longest first. `None` ignores digits in unit names, such as “per 1,000”.
    within: Vec<(Vec<char>, Option<Token>)>,
    /// The marks beside values and names, the longest first.
    marks: Vec<(String, Token)>,
    /// The text before and after the number of each unit with its power of ten, the longest first.
    units: Vec<(Vec<char>, Vec<char>, u32)>,
    /// The text around the number in a note's mark.
    note: (String, String),
    /// The text around a unit behind a name.
    beside_name: (String, String),
    /// Years written as bare numbers.
    plain_years: BTreeSet<Decimal>,
    digits: Digits,
}

/// A tokenized text with the positions of its numbers.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// The text; empty if it is a single known text as a whole.
    pub(super) signs: Vec<char>,
    /// In the order of the text.
    pub(super) tokens: Vec<Token>,
    /// The numbers in digits that are not part of a known text.
    pub(super) numbers: Vec<NumberPlace>,
    /// The power of ten of the units beside the numbers; it is part of the tokens. `None` without a unit.
    pub(super) power: Option<u32>,
}

impl Pieces {
    /// Applies the power of ten of a row's unit to a value without a unit, as in the columns of earlier years. For
    /// several numbers, as in a formula, returns the power in which some of them may be; otherwise 0.
    pub(super) fn settle(&mut self, power: u32) -> u32 {
        match (self.power, self.numbers.as_slice()) {
            (None, [only]) => {
                if let Some(Token::Number(number)) = self.tokens.get_mut(only.token) {
                    *number = in_power(*number, power);
                }
                0
            }
            (Some(0), [_]) | (Some(1..), _) => 0,
            (None | Some(0), _) => power,
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) struct NumberPlace {
    pub(super) token: usize,
    pub(super) start: usize,
    /// Exclusive.
    pub(super) end: usize,
    /// The part of the text that it is in: years and other known texts part it.
    pub(super) part: usize,
}

#[derive(Debug, Clone, Copy)]
struct Digits {
    /// From zero to nine.
    signs: [char; 10],
    decimal: char,
    grouping: Option<char>,
    minus: char,
}

impl Lexicon {
    /// Builds the lexicon from messages; only the given years are recognised.
    #[must_use]
    pub fn new(words: &Words, years: impl IntoIterator<Item = FiscalYear>) -> Self {
        let digits = Digits::of(words);
        let squeezed = |text: &str| squeezed(&digits.plain(text));
        let text = |key: &str| words.optional(key, &[]);
        let identifiers = |prefix: &'static str| {
            let names = words.names_after(prefix).map(str::to_owned);
            names.collect::<Vec<_>>().into_iter()
        };
        let mut whole = BTreeMap::new();
        let mut marks = Vec::new();
        for shown in Sign::ALL {
            let sign = payload::sign(shown);
            let token = Token::Sign(shown);
            // The sign of an earlier value is never alone, and its legend lists indicators.
            if shown != Sign::Earlier {
                for text in [text(sign), text(&format!("{sign}.spoken")), text(&format!("{sign}.legend"))] {
                    whole.extend(text.map(|text| (squeezed(&text), token.clone())));
                }
            }
            // The other signs replace a value and are not marks.
            let is_mark = !matches!(shown, Sign::Status(status) if !status.has_value());
            marks.extend(text(sign).filter(|_| is_mark).map(|text| (squeezed(&text), token.clone())));
        }
        for status in Status::ALL {
            let id = status.as_str();
            // In some languages, a value and its status use the same message for nothing reported.
            let token = match status {
                Status::NotReported => Token::Sign(Sign::Status(ObservationStatus::Missing)),
                _ => Token::Status(id.to_owned()),
            };
            for text in [text(&format!("status-{id}")), text(&format!("status-{id}.short"))] {
                whole.extend(text.map(|text| (squeezed(&text), token.clone())));
            }
        }
        for id in identifiers("evaluation-").filter(|id| id != "title") {
            whole.extend(text(&format!("evaluation-{id}")).map(|text| (squeezed(&text), Token::Evaluation(id))));
        }
        for id in identifiers("note-") {
            marks.extend(text(&format!("note-{id}.mark")).map(|text| (squeezed(&text), Token::Note(id))));
        }
        marks.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
        let around = |key: &str, variable: &str| {
            let text = squeezed(&words.optional(key, &[(variable, SLOT)]).unwrap_or_default());
            text.split_once(SLOT).map(|(before, after)| (before.to_owned(), after.to_owned())).unwrap_or_default()
        };
        let mut plain_years = BTreeSet::new();
        let mut named_years = Vec::new();
        for year in years {
            let number = Decimal::from(year.starting_year());
            for text in [words.fiscal_year(year), words.short_fiscal_year(year), words.marked_fiscal_year(year)] {
                if digits.plain(&text) == number.to_string() {
                    plain_years.insert(number);
                } else {
                    named_years.push((text, Some(Token::Number(number))));
                }
            }
        }
        let comparators = Comparator::NAMES.into_iter().flat_map(|(_, comparator)| {
            let message = format!("comparator-{}", comparator.word());
            let short = format!("{message}.short");
            [message, short].map(|message| {
                let (before, after) = around(&message, "value");
                (if before.is_empty() { after } else { before }, Some(Token::Comparator(comparator)))
            })
        });
        let patterns = |id: &str| {
            let keys = [format!("unit-{id}"), format!("unit-{id}.short")].into_iter();
            keys.flat_map(|key| words.variants(&key)).collect::<Vec<_>>()
        };
        let mut units = Vec::new();
        for id in identifiers("unit-") {
            let power = UnitId::new(&id).and_then(|unit| Some(unit.scale()?.0)).unwrap_or_default();
            units.extend(patterns(&id).iter().map(|pattern| squeezed(pattern)).filter_map(|pattern| {
                let (before, after) = pattern.split_once(SLOT)?;
                let is_bare = before.is_empty() && after.is_empty();
                (!is_bare).then(|| (before.chars().collect(), after.chars().collect(), power))
            }));
        }
        units.sort_by_key(|(before, after, _): &(Vec<char>, Vec<char>, u32)| {
            std::cmp::Reverse(before.len() + after.len())
        });
        let around_units = identifiers("unit-").flat_map(|id| patterns(&id));
        let around_units =
            around_units.flat_map(|unit| squeezed(&unit).split(SLOT).map(str::to_owned).collect::<Vec<_>>());
        let around_units =
            around_units.filter(|text| text.chars().any(|sign| sign.is_ascii_digit())).map(|text| (text, None));
        let within = named_years
            .into_iter()
            .chain(comparators)
            .chain(around_units)
            .map(|(text, token)| (squeezed(&text).chars().collect(), token));
        let mut within: Vec<(Vec<char>, Option<Token>)> =
            within.filter(|(text, _): &(Vec<char>, _)| !text.is_empty()).collect();
        within.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
        Self {
            whole,
            within,
            marks,
            units,
            note: around("mark-note", "number"),
            beside_name: around("name-unit", "unit"),
            plain_years,
            digits,
        }
    }

    /// The power of ten of the unit behind a name: 6 for 歳入（百万円）. `None` if no known unit names one. Without brackets,
    /// a unit begins after a space: a name may end with its letters.
    pub(super) fn power_of_name(&self, name: &str) -> Option<u32> {
        let name = self.digits.plain(name);
        let (open, close) = &self.beside_name;
        let starts = name
            .char_indices()
            .filter(|(_, sign)| if open.is_empty() { is_space(*sign) } else { open.starts_with(*sign) });
        let ends: BTreeSet<String> = starts.map(|(start, _)| squeezed(&name[start..])).collect();
        let is_behind = |(before, after, _): &&(Vec<char>, Vec<char>, u32)| {
            let unit: String = before.iter().chain(after).collect();
            ends.contains(&format!("{open}{unit}{close}"))
        };
        self.units.iter().find(is_behind).map(|(.., power)| *power).filter(|power| *power > 0)
    }

    /// The tokens of a text, sorted, because word order depends on the language.
    #[must_use]
    pub fn read(&self, text: &str) -> Vec<Token> {
        let mut tokens = self.pieces(text).tokens;
        tokens.sort();
        tokens
    }

    /// The tokens in the order of the text, with the positions of numbers.
    pub(super) fn pieces(&self, text: &str) -> Pieces {
        let plain = without_brackets(&self.digits.plain(text));
        match self.whole.get(&squeezed(&plain)) {
            Some(token) => Pieces { tokens: vec![token.clone()], ..Pieces::default() },
            None => self.scan(&plain),
        }
    }

    /// The tokens of marks beside a name or a value, sorted.
    #[must_use]
    pub fn read_marks(&self, text: &str) -> Vec<Token> {
        let text = squeezed(&self.digits.plain(text));
        let mut rest = text.as_str();
        let mut tokens = Vec::new();
        while let Some(first) = rest.chars().next() {
            let known =
                self.marks.iter().find_map(|(mark, token)| Some((rest.strip_prefix(mark.as_str())?, token.clone())));
            let (after, token) = known
                .or_else(|| self.numbered_note(rest))
                .unwrap_or_else(|| (rest.get(first.len_utf8()..).unwrap_or_default(), Token::Mark(first.to_string())));
            tokens.push(token);
            rest = after;
        }
        tokens.sort();
        tokens
    }

    /// Reads a note's mark that is made from its number.
    fn numbered_note<'a>(&self, text: &'a str) -> Option<(&'a str, Token)> {
        let rest = text.strip_prefix(self.note.0.as_str())?;
        let digits = rest.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(rest.len());
        let (number, rest) = rest.split_at(digits);
        let rest = rest.strip_prefix(self.note.1.as_str())?;
        (!number.is_empty()).then(|| (rest, Token::Note(number.to_owned())))
    }

    fn scan(&self, text: &str) -> Pieces {
        let signs: Vec<char> = text.chars().collect();
        let mut pieces = Pieces::default();
        let (mut at, mut part) = (0, 0);
        while at < signs.len() {
            // A known text cannot begin within a word or a number, but a unit may directly follow a number.
            let is_within = |is_of: fn(&char) -> bool| at > 0 && is_of(&signs[at]) && is_of(&signs[at - 1]);
            let is_start = !is_within(char::is_ascii_alphabetic) && !is_within(char::is_ascii_digit);
            let word = self
                .within
                .iter()
                .filter(|_| is_start)
                .find_map(|(word, token)| Some((end_of(word, &signs, at)?, token.clone())));
            if let Some((end, token)) = word {
                pieces.tokens.extend(token);
                part += 1;
                at = end;
            } else if let Some((end, number)) = self.digits.number(&signs, at) {
                let number = if self.digits.is_negated(&signs, at) { -number } else { number };
                // A year after words does not belong to a unit, even if many cells end with the same year.
                let is_year = at > 0 && end - at == 4 && self.plain_years.contains(&number);
                let power = if is_year { None } else { self.power_of_unit(&signs, at, end) };
                match is_year {
                    true => part += 1,
                    false => pieces.numbers.push(NumberPlace { token: pieces.tokens.len(), start: at, end, part }),
                }
                pieces.power = pieces.power.max(power);
                pieces.tokens.push(Token::Number(in_power(number, power.unwrap_or_default())));
                at = end;
            } else {
                at += 1;
            }
        }
        pieces.signs = signs;
        pieces
    }
}

impl Lexicon {
    /// The power of ten of the unit around a number: 6 for 百万円.
    fn power_of_unit(&self, signs: &[char], start: usize, end: usize) -> Option<u32> {
        let before: Vec<char> = signs[..start].iter().copied().filter(|sign| !is_space(*sign)).collect();
        let is_around = |(prefix, suffix, _): &&(Vec<char>, Vec<char>, u32)| {
            let spaces = signs[end..].iter().take_while(|sign| is_space(**sign)).count();
            let last = suffix.is_empty().then_some(end).or_else(|| end_of(suffix, signs, end + spaces));
            let is_cut = |last: usize| {
                suffix.last().is_some_and(char::is_ascii_alphabetic)
                    && signs.get(last).is_some_and(char::is_ascii_alphabetic)
            };
            before.ends_with(prefix) && last.is_some_and(|last| !is_cut(last))
        };
        self.units.iter().find(is_around).map(|(_, _, power)| *power)
    }
}

/// A number of a unit in plain units; unchanged if it would be too large.
pub(super) fn in_power(number: Decimal, power: u32) -> Decimal {
    let factor = Decimal::from(10_u64.checked_pow(power).unwrap_or(1));
    number.checked_mul(factor).map_or(number, |number| number.normalize())
}

impl Digits {
    /// Whether a group of digits begins here: three, or two before another group as in India.
    fn is_group(self, signs: &[char], start: usize) -> bool {
        let digits = signs.iter().skip(start).take_while(|sign| sign.is_ascii_digit()).count();
        digits == 3 || (digits == 2 && signs.get(start + 2).copied() == self.grouping)
    }

    /// Replaces native digits with ASCII digits.
    fn plain(self, text: &str) -> String {
        let plain = |sign: char| {
            let digit = self.signs.iter().position(|digit| *digit == sign);
            digit.and_then(|digit| char::from_digit(u32::try_from(digit).ok()?, 10)).unwrap_or(sign)
        };
        text.chars().map(plain).collect()
    }

    /// Detects the format by formatting numbers.
    fn of(words: &Words) -> Self {
        let mut digits = Self {
            signs: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
            decimal: '.',
            grouping: None,
            minus: '-',
        };
        for (digit, sign) in (0_u32..).zip(&mut digits.signs) {
            *sign = words.number(Decimal::from(digit), 0).chars().next().unwrap_or(*sign);
        }
        let written = digits.plain(&words.number(Decimal::new(-12_345_678, 1), 1));
        let written: Vec<char> = written.chars().filter(|sign| !is_mark_of_direction(*sign)).collect();
        let signs: Vec<char> = written.iter().copied().filter(|sign| !sign.is_ascii_digit()).collect();
        let decimal = signs.last().copied().unwrap_or('.');
        let minus = signs.first().copied().filter(|sign| *sign != decimal).unwrap_or('-');
        let grouping = signs.get(1).copied().filter(|sign| *sign != decimal);
        Self { decimal, grouping, minus, ..digits }
    }

    /// Whether a minus stands before the sign of a currency at the end of which a number begins: −¥266, −US$5.
    fn is_negated(self, signs: &[char], start: usize) -> bool {
        let before: Vec<char> = signs[..start].iter().rev().copied().filter(|sign| !is_space(*sign)).collect();
        let Some((currency, before)) = before.split_first() else { return false };
        let before = before.iter().skip_while(|sign| sign.is_ascii_uppercase()).collect::<Vec<_>>();
        is_currency(*currency)
            && matches!(before.as_slice(), [minus, rest @ ..] if **minus == self.minus && !rest.first().is_some_and(|sign| sign.is_ascii_digit()))
    }

    /// Reads the number that begins at `start`, and returns where it ends.
    fn number(self, signs: &[char], start: usize) -> Option<(usize, Decimal)> {
        let is_digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
        let is_negative = signs.get(start) == Some(&self.minus);
        let first = start + usize::from(is_negative);
        if !is_digit(first) {
            return None;
        }
        let mut text = String::from(if is_negative { "-" } else { "" });
        let mut at = first;
        let mut has_point = false;
        loop {
            match signs.get(at) {
                Some(sign) if sign.is_ascii_digit() => text.push(*sign),
                Some(sign) if *sign == self.decimal && !has_point && is_digit(at + 1) => {
                    has_point = true;
                    text.push('.');
                }
                Some(sign) if Some(*sign) == self.grouping && !has_point && self.is_group(signs, at + 1) => {}
                _ => break,
            }
            at += 1;
        }
        Some((at, Decimal::from_str_exact(&text).ok()?.normalize()))
    }
}

/// Whether a character is a bidirectional control.
fn is_mark_of_direction(sign: char) -> bool {
    matches!(sign, '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// The end of a known text that begins at `start`; white space may be anywhere in it.
fn end_of(word: &[char], signs: &[char], start: usize) -> Option<usize> {
    let mut at = start;
    for (index, wanted) in word.iter().enumerate() {
        while index > 0 && signs.get(at).is_some_and(|sign| is_space(*sign)) {
            at += 1;
        }
        if signs.get(at) != Some(wanted) {
            return None;
        }
        at += 1;
    }
    // R4 must not match the beginning of R40.
    let is_cut = word.last().is_some_and(char::is_ascii_digit) && signs.get(at).is_some_and(char::is_ascii_digit);
    (!is_cut).then_some(at)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::embedded;
    use crate::locale::{Layer, LocaleFile};
    use crate::report::Language;

    /// Messages of a report in addition to the built-in ones.
    const OWN: &str = "unit-co2 = { $value }t-CO2\nunit-per-thousand = 人口千人当たり{ $value }人\nnote-source = x\n    .mark = 注a\nevaluation-a = ◎\n";
    const OWN_ENGLISH: &str = "unit-co2 = { $value } t-CO2\nunit-per-thousand = { $value ->\n    [one] { $value } per 1,000 person\n   *[other] { $value } per 1,000 people\n }\nnote-source = x\n    .mark = a)\nevaluation-a = A\n";

    fn lexicon(tag: &str) -> Lexicon {
        let shared = embedded::LOCALES.get_file(format!("{tag}/shared.ftl")).unwrap().contents_utf8().unwrap();
        let own = if tag == "ja" { OWN } else { OWN_ENGLISH };
        let files = [(shared, Layer::BuiltIn), (own, Layer::Report)].map(|(text, layer)| LocaleFile {
            name: tag.into(),
            text: text.into(),
            layer,
        });
        let words = Words::new(Language::new(tag).unwrap(), &files, Arc::new(|_, _| true));
        Lexicon::new(&words, (2015..2030).filter_map(FiscalYear::new))
    }

    fn assert_alike(ja: &str, en: &str) {
        let (ja_read, en_read) = (lexicon("ja").read(ja), lexicon("en").read(en));
        assert_eq!(ja_read, en_read, "{ja} {en}");
        assert!(!ja_read.is_empty(), "{ja} {en}");
    }

    #[test]
    fn both_languages_say_the_same_of_a_value() {
        assert_alike("1,166件", "1,166");
        assert_alike("[35.2%] H30", "[35.2%] 2018");
        assert_alike("55 % 以上", "at least 55%");
        assert_alike("450t-CO2", "450 t-CO2");
        assert_alike("[235 g]R6", "[235 g]FY2024");
        assert_alike("−3.20ポイント", "−3.2 points");
        assert_alike("人口千人当たり12.5人以上 H30", "at least 12.5 per 1,000 people 2018");
        assert_alike("人口千人当たり1人", "1 per 1,000 person");
        assert_alike("57件（R4）／100件", "57 (FY2022) of 100");
        assert_alike("令和4年度の58か所から令和6年度の97か所まで", "From 58 places in FY2022 to 97 places in FY2024");
        assert_alike("(540 − 120) ÷ (900 − 120) ÷ 60% = 0.90", "(540 − 120) ÷ (900 − 120) ÷ 60% = 0.90");
    }

    #[test]
    fn amounts_are_the_same_in_every_scale() {
        assert_alike("389,410百万円", "¥389.41 billion");
        assert_alike("400,000百万円以上 R7", "at least ¥400bn FY2025");
        assert_alike("3,188.2万人", "31.882 million");
        assert_alike("12.3万円", "¥123 thousand");
        assert_alike("−5億円", "−¥500 million");
        assert_alike("−5億円以上", "at least −¥500 million");
        assert_alike("−5ドル", "−US$5");
        assert_alike("5千人泊", "5 thousand nights");
        assert_alike("45㎡", "45 m²");
        let read = |tag: &str, text: &str| lexicon(tag).read(text);
        assert_ne!(read("ja", "389,410百万円"), read("en", "¥389.41 million"));
        assert_ne!(read("ja", "389,410百万円"), read("en", "¥389,410 billion"));
        assert_ne!(read("ja", "5円"), read("en", "¥5 thousand"));
        assert_ne!(read("ja", "5円"), read("en", "−¥5"));
    }

    #[test]
    fn digits_of_a_language_are_those_of_every_language() {
        let arabic = "format-locale = ar-EG\nmark-note = [{ $number }]\nmark-provisional = م\nfiscal-year = { $starting-year }\n\
            unit-per-thousand = { $value } لكل ١٠٠٠\n";
        let file = LocaleFile { name: "ar".into(), text: arabic.into(), layer: Layer::Report };
        let words = Words::new(Language::new("ar").unwrap(), &[file], Arc::new(|_, _| true));
        assert_eq!(words.fiscal_year(FiscalYear::new(2023).unwrap()), "٢٠٢٣");
        let arabic = Lexicon::new(&words, (2015..2030).filter_map(FiscalYear::new));
        for (ar, en) in [
            ("٩٨٬٧٦٥٬٤٣٢", "98,765,432"),
            ("\u{61c}−٥٫٥", "−5.5"),
            ("٧٥٫٠٪", "75%"),
            ("٢٠٢٣", "2023"),
            ("١٢٫٥ لكل ١٠٠٠", "12.5 per 1,000 people"),
        ] {
            assert_eq!(arabic.read(ar), lexicon("en").read(en), "{ar} {en}");
        }
        assert_eq!(arabic.read_marks("[١]م"), lexicon("en").read_marks("[1]p"));
    }

    /// A year in the same position of many cells does not belong to a unit.
    #[test]
    fn a_year_behind_words_is_not_learned_as_a_number_of_a_unit() {
        let (ja, en) = (lexicon("ja"), lexicon("en"));
        assert_eq!(en.pieces("14.5 in 2018, 10.4 in 2023").numbers.len(), 2);
        assert_eq!(ja.read("H30は14.5、R5は10.4"), en.read("14.5 in 2018, 10.4 in 2023"));
        assert_eq!(en.pieces("2023").numbers.len(), 1);
        assert_eq!(en.pieces("57 of 2,023").numbers.len(), 2);
    }

    #[test]
    fn both_languages_say_the_same_of_a_status_a_sign_or_a_grade() {
        assert_alike("加速が 必要", "Acceleration needed");
        assert_alike("－", "–");
        assert_alike("…", "…");
        assert_alike("数値なし", "No data");
        assert_alike("数値なし", "not available");
        assert_alike("◎", "A");
    }

    #[test]
    fn marks_are_read_one_by_one() {
        let notes = ["6", "source"].map(|note| Token::Note(note.to_owned()));
        let expected = [vec![Token::Sign(Sign::Status(ObservationStatus::Provisional))], notes.to_vec()].concat();
        assert_eq!(lexicon("ja").read_marks("※6注ap"), expected);
        assert_eq!(lexicon("en").read_marks("[6]a)p"), expected);
        let earlier = [Token::Sign(Sign::Earlier), Token::Note("6".to_owned())];
        assert_eq!(lexicon("ja").read_marks("†※6"), earlier);
        assert_eq!(lexicon("en").read_marks("†[6]"), earlier);
        assert_eq!(lexicon("en").read_marks("?"), [Token::Mark("?".to_owned())]);
    }

    #[test]
    fn another_number_year_or_comparator_is_a_difference() {
        let (ja, en) = (lexicon("ja"), lexicon("en"));
        for (first, other) in
            [("1,166件", "1,165"), ("R4", "2021"), ("55%以上", "55%"), ("達成", "On track"), ("12", "1.2"), ("", "0")]
        {
            assert_ne!(ja.read(first), en.read(other), "{first} {other}");
        }
    }
}
