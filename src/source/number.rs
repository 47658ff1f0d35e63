//! Parses numbers as people write them: `１，１６６`, `81.0%`, `△3.2`, `累計135件`, `450※`, `－`. Never guesses.

use rust_decimal::Decimal;

use super::conventions::Conventions;
use super::digits::{self, Digits};
use super::table::{Origin, is_raised_digit};
use super::vocabulary::{Absence, fold, has_split_digits};
use crate::diagnostic::{Code, Diagnostic, Located};
use crate::report::{DecimalSign, NoteId, UnitId};

/// Negative signs: hyphens, minus, and the triangles of Japanese accounting.
const MINUS: [char; 5] = ['-', '−', '△', '▲', '‐'];

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) content: Content,
    /// Notes whose marks follow the number.
    pub(super) notes: Vec<NoteId>,
    /// The unrounded number, if the cell's number format rounds it.
    pub(super) exact: Option<Decimal>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// An exact decimal with the decimals that were written.
    Number(Decimal),
    /// The meaning of a sign or word in its place.
    Absent(Absence),
}

#[derive(Clone, Copy)]
pub(super) struct NumberContext<'a> {
    pub(super) conventions: Conventions<'a>,
    pub(super) origin: &'a Origin,
    /// `None` if unknown.
    pub(super) unit: Option<&'a UnitId>,
    pub(super) is_cumulative: bool,
}

/// Fails if the text is not a number, or ambiguous.
pub(super) fn read(cell: &Located<String>, context: NumberContext<'_>) -> Result<Reading, Box<Diagnostic>> {
    let exact = match context.origin {
        Origin::Raised if !cell.value.contains(is_raised_digit) => return Err(raised(cell)),
        Origin::Raised => {
            // ¹ may be the mark of a note, and km² a unit.
            let reading = read(cell, NumberContext { origin: &Origin::Text, ..context });
            return reading.map_err(|problem| if problem.code == Code::NotANumber { raised(cell) } else { problem });
        }
        Origin::Number(exact) => *exact,
        Origin::Text | Origin::Unreadable => None,
    };
    // Fast path: most cells are plain, and need no vocabulary.
    let unsigned = cell.value.strip_prefix(['-', '+']).unwrap_or(&cell.value);
    let is_plain = unsigned.starts_with(|first: char| first.is_ascii_digit()) && unsigned.bytes().all(is_number_byte);
    if is_plain && let Some(number) = number(cell, unsigned, context)? {
        let number = if cell.value.starts_with('-') { -number } else { number };
        return Ok(Reading { content: Content::Number(number), notes: Vec::new(), exact });
    }
    let folded = fold(&cell.value);
    let (rest, notes) = without_marks(cell, &folded, context.conventions)?;
    let content = match context.conventions.absence(rest) {
        Some(absence) => Content::Absent(absence),
        None => Content::Number(written(cell, rest, context)?),
    };
    Ok(Reading { content, notes, exact })
}

/// The problem of superscript digits, which may or may not belong to the number.
pub(super) fn raised(cell: &Located<String>) -> Box<Diagnostic> {
    let problem = Diagnostic::at(Code::UnclearCell, &cell.place).with("kind", "raised");
    Box::new(problem.with("value", &cell.value))
}

fn is_number_byte(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'.' | b',')
}

/// Parses digits with points and commas. `None` if they are not a number.
fn number(cell: &Located<String>, text: &str, context: NumberContext<'_>) -> Result<Option<Decimal>, Box<Diagnostic>> {
    let conventions = context.conventions;
    // Numeric cells are written with a decimal point, whatever the convention for text.
    let is_text = *context.origin == Origin::Text;
    let set = if is_text { conventions.decimal_sign() } else { Some(DecimalSign::Point) };
    match digits::read(text, set, || conventions.is_decimal_sign_open()) {
        Some(Digits::Certain(number)) => Ok(Some(number)),
        Some(Digits::Either(grouped, decimal)) => {
            let problem =
                Diagnostic::at(Code::NotANumber, &cell.place).with("part", "either").with("value", &cell.value);
            Err(problem.with("grouped", grouped).with("decimal", decimal).into())
        }
        // A number with the other decimal sign.
        None if is_text && set.is_some() && digits::read(text, None, || true).is_some() => {
            let sign = if set == Some(DecimalSign::Comma) { "," } else { "." };
            let problem = Diagnostic::at(Code::NotANumber, &cell.place).with("part", "sign").with("value", &cell.value);
            Err(problem.with("sign", sign).into())
        }
        None => Ok(None),
    }
}

/// Parses a text that consists of marks of notes.
pub(super) fn marks(cell: &Located<String>, conventions: Conventions<'_>) -> Result<Vec<NoteId>, Box<Diagnostic>> {
    match without_marks(cell, &fold(&cell.value), conventions)? {
        ("", notes) => Ok(notes),
        _ => Err(Box::new(Diagnostic::at(Code::InvalidId, &cell.place).with("id", &cell.value).with("part", "id"))),
    }
}

/// Splits the marks of notes from the end of a text. Each mark must belong to one note.
fn without_marks<'a>(
    cell: &Located<String>,
    folded: &'a str,
    conventions: Conventions<'a>,
) -> Result<(&'a str, Vec<NoteId>), Box<Diagnostic>> {
    let mut rest = folded;
    let mut notes = Vec::new();
    // A sign in place of a number is not a mark.
    while conventions.absence(rest).is_none() {
        let Some((before, mark, of_mark)) = conventions.vocabulary.split_mark(rest) else { break };
        let [note] = of_mark else {
            // Only an identifier in the column of notes is unambiguous.
            let allowed: Vec<&str> = of_mark.iter().map(NoteId::as_str).collect();
            let problem = Diagnostic::at(Code::AmbiguousMark, &cell.place).with("mark", mark);
            return Err(problem.with("allowed", allowed.join(", ")).into());
        };
        notes.insert(0, note.clone());
        rest = before;
    }
    Ok((rest, notes))
}

/// Parses a number with its affixes: a word for cumulative counts, a sign, grouped digits, the unit.
fn written(cell: &Located<String>, folded: &str, context: NumberContext<'_>) -> Result<Decimal, Box<Diagnostic>> {
    let not_a_number = || {
        let problem = Diagnostic::at(Code::NotANumber, &cell.place).with("value", &cell.value);
        Box::new(problem.with_nearest(number_meant(&cell.value)))
    };
    if has_split_digits(&cell.value) {
        return Err(not_a_number());
    }
    let without_word = context.conventions.vocabulary.without_cumulative(folded);
    let text = without_word.unwrap_or(folded);
    let is_number = |character: char| u8::try_from(character).is_ok_and(is_number_byte);
    let start = text.find(is_number).ok_or_else(not_a_number)?;
    let (before, text) = text.split_at(start);
    let (digits, suffix) = text.split_at(text.find(|character| !is_number(character)).unwrap_or(text.len()));
    let (before, is_negative) = without_sign(before);
    // In CP932, the backslash is displayed as the yen sign.
    let prefix = before.replace('\\', "¥");
    let number = number(cell, digits, context)?.ok_or_else(not_a_number)?;
    let mismatch = Diagnostic::at(Code::UnitMismatch, &cell.place).with("value", &cell.value);
    if !prefix.is_empty() || !suffix.is_empty() {
        let mut units = context.conventions.vocabulary.units_written(&prefix, suffix).peekable();
        let Some(first) = units.peek().copied() else { return Err(not_a_number()) };
        if let Some(unit) = context.unit
            && !units.any(|written| written == unit)
        {
            return Err(mismatch.with("written", first).with("unit", unit).into());
        }
    }
    if without_word.is_some() && !context.is_cumulative {
        return Err(mismatch.with("part", "accumulation").into());
    }
    Ok(if is_negative { -number } else { number })
}

/// Splits the sign of a number from its prefix, where it may be on either side of a currency: -¥5 and ¥-5.
fn without_sign(before: &str) -> (&str, bool) {
    let (without_minus, without_plus) =
        (before.strip_suffix(MINUS).or_else(|| before.strip_prefix(MINUS)), before.strip_suffix('+'));
    (without_minus.or(without_plus).unwrap_or(before), without_minus.is_some())
}

/// The number that was probably meant: without words, with a point for a decimal comma, and negative in brackets, as in
/// accounts.
fn number_meant(text: &str) -> Option<Decimal> {
    if has_split_digits(text) {
        return None;
    }
    if let Some(inside) = fold(text).strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let number = Decimal::from_str_exact(&inside.replace(',', "")).ok();
        return number.filter(Decimal::is_sign_positive).map(|number| -number);
    }
    let mut plain = String::new();
    for character in fold(text).chars() {
        plain.push(match character {
            minus if MINUS.contains(&minus) => '-',
            // The letter beside the zero.
            'o' | 'O' if plain.ends_with(|before: char| before.is_ascii_digit() || before == '.') => '0',
            other => other,
        });
    }
    // Removes a unit, or a word such as 約.
    let plain = plain.trim_matches(|character: char| !character.is_ascii_digit() && character != '-');
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut groups = whole.split([',', '、']);
    let first = groups.next()?;
    let groups: Vec<&str> = groups.collect();
    let number = match (groups.as_slice(), fraction) {
        (groups, fraction) if groups.iter().all(|group| group.len() == 3) => {
            let point = fraction.map(|fraction| format!(".{fraction}")).unwrap_or_default();
            format!("{first}{}{point}", groups.concat())
        }
        ([fraction], None) => format!("{first}.{fraction}"),
        _ => return None,
    };
    Decimal::from_str_exact(&number).ok().filter(|_| number != text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::report::ObservationStatus;
    use crate::source::Vocabulary;

    fn vocabulary() -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for (unit, prefix, suffix) in
            [("count", "", "件"), ("percent", "", "%"), ("people", "", "人"), ("yen", "¥", "")]
        {
            vocabulary.add_unit(UnitId::new(unit).unwrap(), prefix, suffix);
        }
        vocabulary.add_cumulative_prefix("累計");
        for (status, sign, is_certain) in [
            (ObservationStatus::Missing, "－", false),
            (ObservationStatus::Missing, "…", false),
            (ObservationStatus::Missing, "集計中", true),
            (ObservationStatus::Suppressed, "x", false),
            (ObservationStatus::NotApplicable, "該当なし", true),
        ] {
            vocabulary.add_absence(sign, Absence { status, is_certain });
        }
        vocabulary.add_mark("※", NoteId::new("covid").unwrap());
        vocabulary.add_mark("¹", NoteId::new("raised").unwrap());
        vocabulary.add_mark("＊", NoteId::new("one").unwrap());
        vocabulary.add_mark("＊", NoteId::new("other").unwrap());
        vocabulary
    }

    fn read_as(text: &str, unit: &str) -> Result<Reading, Box<Diagnostic>> {
        let cell = Located::new(text.to_owned(), Place::whole(&"data.csv".into()));
        let (vocabulary, unit) = (Box::new(vocabulary()), UnitId::new(unit).unwrap());
        let conventions = Conventions::new(&vocabulary, None);
        read(
            &cell,
            NumberContext {
                conventions,
                origin: &Origin::Text,
                unit: Some(&unit),
                is_cumulative: unit.as_str() == "count",
            },
        )
    }

    fn read_raised(text: &str) -> Result<Reading, Box<Diagnostic>> {
        let cell = Located::new(text.to_owned(), Place::whole(&"data.csv".into()));
        let vocabulary = Box::new(vocabulary());
        let conventions = Conventions::new(&vocabulary, None);
        read(&cell, NumberContext { conventions, origin: &Origin::Raised, unit: None, is_cumulative: true })
    }

    fn number(text: &str, unit: &str) -> Option<String> {
        match read_as(text, unit).ok()?.content {
            Content::Number(number) => Some(number.to_string()),
            Content::Absent(absence) => Some(format!("{:?}, {}", absence.status, absence.is_certain)),
        }
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (text, unit, expected) in [
            ("1166", "count", "1166"),
            ("１，１６６", "count", "1166"),
            ("1,166", "count", "1166"),
            (" 128 ", "count", "128"),
            ("\u{a0}128\u{3000}", "count", "128"),
            ("75％", "percent", "75"),
            ("81.0%", "percent", "81.0"),
            ("△3.2", "percent", "-3.2"),
            ("▲ 3.2%", "percent", "-3.2"),
            ("−3.2", "percent", "-3.2"),
            ("-3.2", "percent", "-3.2"),
            ("+5", "count", "5"),
            ("135件", "count", "135"),
            ("累計135件", "count", "135"),
            ("累計 1,135 件", "count", "1135"),
            ("¥1,000,000", "yen", "1000000"),
            ("12,345.50", "yen", "12345.50"),
        ] {
            assert_eq!(number(text, unit).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn signs_in_place_of_a_number_are_statuses() {
        for (text, meaning) in [
            ("-", "Missing, false"),
            ("－", "Missing, false"),
            ("…", "Missing, false"),
            ("集計中", "Missing, true"),
            ("x", "Suppressed, false"),
            ("Ｘ", "Suppressed, false"),
            ("該当なし", "NotApplicable, true"),
        ] {
            assert_eq!(number(text, "count").as_deref(), Some(meaning), "{text}");
        }
    }

    #[test]
    fn the_yen_sign_of_japanese_windows_is_a_backslash() {
        for (text, expected) in [
            ("\\1,234", "1234"),
            ("-\\1,234", "-1234"),
            ("\\-1,234", "-1234"),
            ("△\\1,234", "-1234"),
            ("￥1,234", "1234"),
            ("-￥1,234", "-1234"),
        ] {
            assert_eq!(number(text, "yen").as_deref(), Some(expected), "{text}");
        }
        assert_eq!(read_as("\\1,234", "count").unwrap_err().code, Code::UnitMismatch);
        assert_eq!(read_as("-\\-1", "yen").unwrap_err().code, Code::NotANumber);
    }

    #[test]
    fn where_the_decimal_sign_is_open_both_readings_are_named() {
        let (vocabulary, unit) = (Box::new(vocabulary()), UnitId::new("count").unwrap());
        let conventions = Conventions::new(&vocabulary, None).with_separator(Some(';'));
        let read_as = |text: &str| {
            let cell = Located::new(text.to_owned(), Place::whole(&"data.csv".into()));
            read(&cell, NumberContext { conventions, origin: &Origin::Text, unit: Some(&unit), is_cumulative: true })
        };
        for (text, grouped, decimal) in [("57,250", "57250", "57.250"), ("累計6.264件", "6264", "6.264")] {
            let problem = read_as(text).unwrap_err();
            assert_eq!(problem.argument("part"), Some("either"));
            assert_eq!((problem.argument("grouped"), problem.argument("decimal")), (Some(grouped), Some(decimal)));
        }
        for (text, number) in [("12,5", 125), ("1.234,5", 12345), ("0,5件", 5)] {
            assert_eq!(read_as(text).unwrap().content, Content::Number(Decimal::new(number, 1)), "{text}");
        }
    }

    #[test]
    fn a_mark_behind_a_number_is_its_note() {
        let reading = read_as("450※", "count").unwrap();
        assert_eq!(reading.notes, [NoteId::new("covid").unwrap()]);
        assert_eq!(reading.content, Content::Number(450.into()));
        assert_eq!(read_as("450件 ※", "count").unwrap().notes.len(), 1);
        assert_eq!(
            read_as("－※", "count").unwrap().content,
            Content::Absent(Absence { status: ObservationStatus::Missing, is_certain: false })
        );
        assert_eq!(read_as("450＊", "count").unwrap_err().code, Code::AmbiguousMark);
        assert_eq!(read_as("450†", "count").unwrap_err().code, Code::NotANumber);
        let raised = read_raised("451¹").unwrap();
        assert_eq!((raised.content, raised.notes.len()), (Content::Number(451.into()), 1));
        assert_eq!(read_as("451", "count").unwrap().content, Content::Number(451.into()));
        assert_eq!(read_raised("451²").unwrap_err().code, Code::UnclearCell);
        assert_eq!(read_raised("4511").unwrap_err().code, Code::UnclearCell);
    }

    #[test]
    fn a_unit_that_is_not_the_indicators_is_a_problem() {
        assert_eq!(read_as("135人", "count").unwrap_err().code, Code::UnitMismatch);
        assert_eq!(read_as("75%", "count").unwrap_err().code, Code::UnitMismatch);
        assert_eq!(read_as("累計75%", "percent").unwrap_err().code, Code::UnitMismatch);
    }

    #[test]
    fn what_is_not_certainly_a_number_is_not_read() {
        for text in [
            "",
            "1e3",
            "1.2.3",
            "0x10",
            "1_000",
            "1,16",
            "1,1666",
            "1166,5",
            ",166",
            "5.",
            ".5",
            "1.234,5",
            "約12件",
            "10-20",
            "12件13",
            "1 166",
            "57\n12",
            "５７　１２",
            "1, 166",
            "一二",
            "½",
            "١٢",
            "(3.2)",
            "70.2²",
            "57①",
            "57²",
            "5½",
            "0,250",
            "1'166",
            "--3",
            "△",
            "1、166",
        ] {
            assert_eq!(read_as(text, "count").map_err(|problem| problem.code), Err(Code::NotANumber), "{text}");
        }
    }

    #[test]
    fn what_was_probably_meant_is_named() {
        for (text, meant) in [
            ("1、166", "1166"),
            ("約12.5件", "12.5"),
            ("61,5", "61.5"),
            ("約△3", "-3"),
            ("（1,410）", "-1410"),
            ("7４.o", "74.0"),
            ("1O0", "100"),
        ] {
            assert_eq!(number_meant(text).map(|number| number.to_string()).as_deref(), Some(meant), "{text}");
        }
        for text in ["57\n12", "未集計", "七十五", "1,16,6", "10-20", "-", "(-5)", "(5人)"] {
            assert_eq!(number_meant(text), None, "{text}");
        }
    }
}
