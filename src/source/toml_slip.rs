//! Detects slips of input methods in TOML files: full-width and typographic signs outside strings.

use std::ops::Range;

use crate::unicode::plain;

#[derive(Debug, PartialEq, Eq)]
pub(super) struct SlippedLine {
    /// The first slip, in bytes of the file.
    pub(super) first: Range<usize>,
    /// The line, in bytes of the file.
    pub(super) line: Range<usize>,
    pub(super) right: String,
}

/// The delimiters of multi-line strings.
const LONG: [&str; 2] = ["\"\"\"", "'''"];

/// The lines that would be valid if their signs were replaced by ASCII ones.
pub(super) fn slipped_lines(text: &str) -> Vec<SlippedLine> {
    let mut slipped = Vec::new();
    let mut open_text: Option<&str> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut reading =
            Line { rest: line.trim_end(), right: String::new(), first: None, length: line.trim_end().len() };
        reading.read(&mut open_text);
        let Line { right, first, .. } = reading;
        // A line with other letters outside strings is wrong in another way.
        if let Some(first) = first
            && without_texts(&right).is_ascii()
        {
            slipped.push(SlippedLine {
                first: start + first.start..start + first.end,
                line: start..start + line.len(),
                right: right.trim().to_owned(),
            });
        }
        start += line.len();
    }
    slipped
}

fn without_texts(line: &str) -> String {
    line.split('"').step_by(2).collect()
}

struct Line<'a> {
    rest: &'a str,
    right: String,
    first: Option<Range<usize>>,
    length: usize,
}

impl<'a> Line<'a> {
    fn read(&mut self, open_text: &mut Option<&'a str>) {
        if let Some(marks) = *open_text {
            if !self.skip_past(marks) {
                return;
            }
            *open_text = None;
        }
        while let Some(character) = self.rest.chars().next() {
            if let Some(marks) = LONG.into_iter().find(|marks| self.rest.starts_with(marks)) {
                self.rest = &self.rest[marks.len()..];
                if !self.skip_past(marks) {
                    *open_text = Some(marks);
                    return;
                }
                continue;
            }
            match (character, plain(character)) {
                ('#', _) => return,
                ('"' | '\'', _) => self.copy_text(character),
                (_, Some('#')) => {
                    self.slip(character);
                    self.right.push('#');
                    return;
                }
                (_, Some('"')) => {
                    self.slip(character);
                    self.copy_meant_text();
                }
                (_, Some(plain)) => {
                    self.slip(character);
                    self.right.push(plain);
                    self.rest = &self.rest[character.len_utf8()..];
                }
                _ => {
                    self.right.push(character);
                    self.rest = &self.rest[character.len_utf8()..];
                }
            }
        }
    }

    fn slip(&mut self, character: char) {
        let at = self.length - self.rest.len();
        self.first.get_or_insert(at..at + character.len_utf8());
    }

    /// Skips the rest of a multi-line string. False if it does not end in this line.
    fn skip_past(&mut self, marks: &str) -> bool {
        let end = self.rest.find(marks).map(|end| end + marks.len());
        self.rest = &self.rest[end.unwrap_or(self.rest.len())..];
        end.is_some()
    }

    fn copy_text(&mut self, mark: char) {
        let mut is_escaped = false;
        let inside = &self.rest[1..];
        let end = inside.find(|character| {
            let ends = character == mark && !is_escaped;
            is_escaped = mark == '"' && character == '\\' && !is_escaped;
            ends
        });
        let length = end.map_or(self.rest.len(), |end| end + 2);
        self.right.push_str(&self.rest[..length]);
        self.rest = &self.rest[length..];
    }

    /// Copies a string with typographic quotation marks, replaced by ASCII ones.
    fn copy_meant_text(&mut self) {
        let mark = self.rest.chars().next().map_or(0, char::len_utf8);
        let inside = &self.rest[mark..];
        let end = inside.find(|character| character == '"' || plain(character) == Some('"')).unwrap_or(inside.len());
        let close = inside[end..].chars().next().map_or(0, char::len_utf8);
        self.right.push('"');
        self.right.push_str(&inside[..end]);
        self.right.push('"');
        self.rest = &inside[end + close..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(text: &str) -> Vec<String> {
        slipped_lines(text).into_iter().map(|line| line.right).collect()
    }

    #[test]
    fn signs_of_an_input_method_have_a_right_spelling() {
        for (written, meant) in [
            ("id ＝ \"報告\"", "id = \"報告\""),
            ("id = “報告、案”", "id = \"報告、案\""),
            ("id = ＂report＂", "id = \"report\""),
            ("［plan］", "[plan]"),
            ("［［group］］", "[[group]]"),
            ("languages = [\"ja\"，\"en\"]", "languages = [\"ja\",\"en\"]"),
            ("start = ２０２２", "start = 2022"),
            ("as-of = 2025－03－31", "as-of = 2025-03-31"),
            ("　start = 2022", "start = 2022"),
            ("＃ 注", "#"),
            ("start = 2022 ＃ 最初の年度", "start = 2022 #"),
        ] {
            assert_eq!(right(written), [meant], "{written}");
        }
    }

    #[test]
    fn texts_and_comments_may_hold_any_sign() {
        for text in ["id = \"＝\"", "# ＝", "id = '“'", "id = \"\"\"\n＝\n\"\"\"\n", "id = \"\\\"＝\"", "id = 報告＝"]
        {
            assert_eq!(right(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_line_knows_its_place() {
        let lines = slipped_lines("a = 1\nb ＝ 2\n");
        assert_eq!((lines[0].first.clone(), lines[0].line.clone()), (8..11, 6..14));
    }
}
