//! Protects CSV texts that a spreadsheet would interpret as formulas.
//!
//! An apostrophe before such a text marks it as text, as in Excel; readers remove the apostrophe. A text that already
//! begins with apostrophes followed by a formula gets one more, so that nothing is lost.

use std::borrow::Cow;

const MARK: char = '\'';

/// The characters that begin formulas; Japanese spreadsheets accept full-width ones, too.
const BEGINNINGS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet could interpret a text as a formula.
#[must_use]
pub fn looks_like_formula(text: &str) -> bool {
    text.trim_start_matches(MARK).starts_with(BEGINNINGS)
}

/// The text as written in CSV.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if looks_like_formula(text) { Cow::Owned(format!("{MARK}{text}")) } else { Cow::Borrowed(text) }
}

/// The original of a text in CSV.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix(MARK).filter(|rest| looks_like_formula(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_written_text_begins_as_a_formula_does_and_each_is_read_back() {
        for text in ["=1+1", "+81", "-", "@SUM(A1)", "\tx", "\rx", "＝１", "'=1", "''=1", "'", "'a", "a=1", "", "1-2"]
        {
            let written = guarded(text);
            assert!(!written.starts_with(BEGINNINGS), "{text}");
            assert_eq!(unguarded(&written), text);
        }
        assert_eq!((guarded("a=1").as_ref(), guarded("'a").as_ref()), ("a=1", "'a"));
    }
}
