//! Numbers as people type them: `１，１６６`, `81.0%`, `△3.2`, `累計135件`, `450※`, `－`. What cannot be read for certain is a
//! fault, never a guess.

use rust_decimal::Decimal;

use super::table::Origin;
use super::vocabulary::{LazyVocabulary, fold, has_split_digits};
use crate::diagnostic::{Code, Diagnostic, Located};
use crate::report::{NoteId, UnitId};

/// The signs of a number below zero: hyphen, minus and the triangles of Japanese accounts.
const MINUS: [char; 5] = ['-', '−', '△', '▲', '‐'];

/// What a cell of numbers holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// The number, or the status that a sign in its place means.
    pub(super) content: Content,
    /// Notes whose marks stand behind it.
    pub(super) notes: Vec<NoteId>,
    /// The number before the format of its cell rounded it.
    pub(super) exact: Option<Decimal>,
}

/// A number, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// An exact decimal with the decimals that were written.
    Number(Decimal),
    /// The status that a sign means, such as `missing`.
    Absent(String),
}

/// What is known of the numbers of a cell.
#[derive(Clone, Copy)]
pub(super) struct NumberContext<'a> {
    /// The words of tables.
    pub(super) vocabulary: LazyVocabulary<'a>,
    /// What stands behind the text of the cell.
    pub(super) origin: &'a Origin,
    /// The unit; none where it is not known.
    pub(super) unit: Option<&'a UnitId>,
    /// Whether numbers are counted from the start of the plan.
    pub(super) is_cumulative: bool,
}

/// Reads a number.
///
/// # Errors
/// Returns the fault of a text that is not certainly one.
pub(super) fn read(cell: &Located<String>, context: NumberContext<'_>) -> Result<Reading, Box<Diagnostic>> {
    let exact = match context.origin {
        Origin::Raised => {
            return Err(Diagnostic::at(Code::UnclearCell, &cell.place)
                .with("kind", "raised")
                .with("value", &cell.value)
                .into());
        }
        Origin::Number(exact) => *exact,
        Origin::Text => None,
    };
    // Most cells are plain, and need no vocabulary.
    if let Some(number) = plain(&cell.value) {
        return Ok(Reading { content: Content::Number(number), notes: Vec::new(), exact });
    }
    let folded = fold(&cell.value);
    let (rest, notes) = without_marks(cell, &folded, context.vocabulary)?;
    let content = match context.vocabulary.absence(rest) {
        Some(status) => Content::Absent(status.to_owned()),
        None => Content::Number(written(cell, rest, context)?),
    };
    Ok(Reading { content, notes, exact })
}

/// Reads digits with at most one point and an optional sign.
fn plain(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number = grouped(digits).filter(|_| is_plain)?;
    Some(if text.starts_with('-') { -number } else { number })
}

/// Reads a text of nothing but marks of notes.
///
/// # Errors
/// Returns the fault of a text that is not.
pub(super) fn marks(cell: &Located<String>, vocabulary: LazyVocabulary<'_>) -> Result<Vec<NoteId>, Box<Diagnostic>> {
    match without_marks(cell, &fold(&cell.value), vocabulary)? {
        ("", notes) => Ok(notes),
        _ => Err(Box::new(Diagnostic::at(Code::InvalidId, &cell.place).with("id", &cell.value).with("part", "id"))),
    }
}

/// Takes the marks of notes off the end of a text. A mark must belong to one note.
fn without_marks<'a>(
    cell: &Located<String>,
    folded: &'a str,
    vocabulary: LazyVocabulary<'_>,
) -> Result<(&'a str, Vec<NoteId>), Box<Diagnostic>> {
    let mut rest = folded;
    let mut notes = Vec::new();
    // A sign that stands for a number is no mark.
    while vocabulary.absence(rest).is_none() {
        let Some((before, mark, of_mark)) = vocabulary.split_mark(rest) else { break };
        let [note] = of_mark else {
            // Only its identifier, in the column of notes, tells which one is meant.
            let allowed: Vec<&str> = of_mark.iter().map(NoteId::as_str).collect();
            let fault = Diagnostic::at(Code::AmbiguousMark, &cell.place).with("mark", mark);
            return Err(fault.with("allowed", allowed.join(", ")).into());
        };
        notes.insert(0, note.clone());
        rest = before;
    }
    Ok((rest, notes))
}

/// Reads a number with what may stand around it: a word for cumulative counts, a sign, groups of three digits, the unit.
fn written(cell: &Located<String>, folded: &str, context: NumberContext<'_>) -> Result<Decimal, Box<Diagnostic>> {
    let not_a_number = || {
        let fault = Diagnostic::at(Code::NotANumber, &cell.place).with("value", &cell.value);
        Box::new(fault.with_nearest(number_meant(&cell.value)))
    };
    if has_split_digits(&cell.value) {
        return Err(not_a_number());
    }
    let without_word = context.vocabulary.without_cumulative(folded);
    let text = without_word.unwrap_or(folded);
    let is_number = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',');
    let start = text.find(is_number).ok_or_else(not_a_number)?;
    let (before, text) = text.split_at(start);
    let (digits, suffix) = text.split_at(text.find(|character| !is_number(character)).unwrap_or(text.len()));
    let (prefix, is_negative) = match before.strip_suffix(MINUS) {
        Some(prefix) => (prefix, true),
        None => (before.strip_suffix('+').unwrap_or(before), false),
    };
    let number = grouped(digits).ok_or_else(not_a_number)?;
    let mismatch = Diagnostic::at(Code::UnitMismatch, &cell.place).with("value", &cell.value);
    if !prefix.is_empty() || !suffix.is_empty() {
        let mut units = context.vocabulary.units_written(prefix, suffix).peekable();
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

/// Reads digits that may be grouped by threes.
fn grouped(digits: &str) -> Option<Decimal> {
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_grouped = whole.contains(',');
    let is_sound = (!is_grouped || (1..=3).contains(&first.len())) && groups.all(|group| group.len() == 3);
    // `.5` and `5.` are slips as likely as numbers.
    if !is_sound || first.is_empty() || fraction.is_some_and(|fraction| fraction.is_empty() || fraction.contains(',')) {
        return None;
    }
    Decimal::from_str_exact(&digits.replace(',', "")).ok()
}

/// Returns the number that was probably meant: without words, and with a decimal comma made a point.
fn number_meant(text: &str) -> Option<Decimal> {
    if has_split_digits(text) {
        return None;
    }
    let plain: String =
        fold(text).chars().map(|character| if MINUS.contains(&character) { '-' } else { character }).collect();
    // A unit, or a word such as 約.
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
        // A decimal comma.
        ([fraction], None) => format!("{first}.{fraction}"),
        _ => return None,
    };
    Decimal::from_str_exact(&number).ok().filter(|_| number != text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::source::Vocabulary;

    fn vocabulary() -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for (unit, prefix, suffix) in
            [("count", "", "件"), ("percent", "", "%"), ("people", "", "人"), ("yen", "¥", "")]
        {
            vocabulary.add_unit(UnitId::new(unit).unwrap(), prefix, suffix);
        }
        vocabulary.add_cumulative_prefix("累計");
        for (status, sign) in [("missing", "－"), ("missing", "…"), ("suppressed", "x"), ("not-applicable", "***")] {
            vocabulary.add_absence(status, sign);
        }
        vocabulary.add_mark("※", NoteId::new("covid").unwrap());
        vocabulary.add_mark("＊", NoteId::new("one").unwrap());
        vocabulary.add_mark("＊", NoteId::new("other").unwrap());
        vocabulary
    }

    fn read_as(text: &str, unit: &str) -> Result<Reading, Box<Diagnostic>> {
        let cell = Located::new(text.to_owned(), Place::whole(&"data.csv".into()));
        let (vocabulary, unit) = (Box::new(vocabulary()), UnitId::new(unit).unwrap());
        read(
            &cell,
            NumberContext {
                vocabulary: &vocabulary,
                origin: &Origin::Text,
                unit: Some(&unit),
                is_cumulative: unit.as_str() == "count",
            },
        )
    }

    fn number(text: &str, unit: &str) -> Option<String> {
        match read_as(text, unit).ok()?.content {
            Content::Number(number) => Some(number.to_string()),
            Content::Absent(status) => Some(status),
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
        for (text, status) in [
            ("-", "missing"),
            ("－", "missing"),
            ("…", "missing"),
            ("x", "suppressed"),
            ("Ｘ", "suppressed"),
            ("***", "not-applicable"),
            ("＊＊＊", "not-applicable"),
        ] {
            assert_eq!(number(text, "count").as_deref(), Some(status), "{text}");
        }
    }

    #[test]
    fn a_mark_behind_a_number_is_its_note() {
        let reading = read_as("450※", "count").unwrap();
        assert_eq!(reading.notes, [NoteId::new("covid").unwrap()]);
        assert_eq!(reading.content, Content::Number(450.into()));
        assert_eq!(read_as("450件 ※", "count").unwrap().notes.len(), 1);
        assert_eq!(read_as("－※", "count").unwrap().content, Content::Absent("missing".to_owned()));
        assert_eq!(read_as("450＊", "count").unwrap_err().code, Code::AmbiguousMark);
        assert_eq!(read_as("450†", "count").unwrap_err().code, Code::NotANumber);
    }

    #[test]
    fn a_unit_that_is_not_the_indicators_is_a_fault() {
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
            "1'166",
            "--3",
            "△",
            "1、166",
        ] {
            assert_eq!(read_as(text, "count").map_err(|fault| fault.code), Err(Code::NotANumber), "{text}");
        }
    }

    #[test]
    fn what_was_probably_meant_is_named() {
        for (text, meant) in [("1、166", "1166"), ("約12.5件", "12.5"), ("61,5", "61.5"), ("約△3", "-3")] {
            assert_eq!(number_meant(text).map(|number| number.to_string()).as_deref(), Some(meant), "{text}");
        }
        for text in ["57\n12", "未集計", "七十五", "1,16,6", "10-20", "-"] {
            assert_eq!(number_meant(text), None, "{text}");
        }
    }
}
