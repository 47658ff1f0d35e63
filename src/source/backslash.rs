//! Detects backslashes in TOML strings: on Windows they separate the parts of a path, and TOML takes them for the beginning
//! of special characters.

use std::ops::Range;

/// A string that TOML cannot read because of a backslash.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Backslashed {
    /// The backslash and the character after it, in bytes of the file.
    pub(super) at: Range<usize>,
    /// The string and the rest of its line, in bytes of the file.
    pub(super) rest: Range<usize>,
    /// The string with slashes, in quotation marks.
    pub(super) right: String,
}

/// The letters after a backslash with the control characters that TOML reads them as.
const LETTERS: [(char, char); 6] =
    [('b', '\u{8}'), ('t', '\t'), ('n', '\n'), ('f', '\u{C}'), ('r', '\r'), ('e', '\u{1B}')];

/// A path as it was probably written: with `\b` in place of the control character that TOML made of it.
pub(super) fn as_written(path: &str) -> String {
    let mut written = String::with_capacity(path.len());
    for character in path.chars() {
        match LETTERS.iter().find(|(_, control)| *control == character) {
            Some((letter, _)) => written.extend(['\\', *letter]),
            None if character.is_control() => written.push_str(&format!("\\u{:04X}", u32::from(character))),
            None => written.push(character),
        }
    }
    written
}

/// The single-line strings in double quotation marks whose backslashes begin no special character.
pub(super) fn backslashed(text: &str) -> Vec<Backslashed> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let line = rest.find('\n').unwrap_or(rest.len());
        at += if let Some(marks) = ["\"\"\"", "'''"].into_iter().find(|marks| rest.starts_with(marks)) {
            after_long(rest, marks)
        } else if rest.starts_with('#') {
            line.max(1)
        } else if let Some(inside) = rest.strip_prefix('\'') {
            let end = inside[..line - 1].find('\'');
            end.map_or(line, |end| end + 2)
        } else if rest.starts_with('"') {
            let (length, slip) = short(&rest[..line]);
            found.extend(slip.map(|(slip, right)| Backslashed {
                at: at + slip.start..at + slip.end,
                rest: at..at + line,
                right,
            }));
            length
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
    }
    found
}

/// The length of a multi-line string with its marks.
fn after_long(rest: &str, marks: &str) -> usize {
    let inside = &rest[marks.len()..];
    let mut from = 0;
    while let Some(found) = inside[from..].find(marks) {
        let end = from + found;
        let backslashes = inside[..end].chars().rev().take_while(|character| *character == '\\').count();
        if marks.starts_with('\'') || backslashes % 2 == 0 {
            return end + 2 * marks.len();
        }
        from = end + 1;
    }
    rest.len()
}

/// Reads a string at the beginning of a line: its length, and where its first slip is with the right spelling.
fn short(line: &str) -> (usize, Option<(Range<usize>, String)>) {
    let mut slip: Option<Range<usize>> = None;
    let mut escaped_mark = None;
    let mut characters = line.char_indices().skip(1).peekable();
    while let Some((index, character)) = characters.next() {
        match character {
            '"' => return (index + 1, slip.map(|slip| (slip, right(&line[1..index])))),
            '\\' => {
                let Some((next_index, next)) = characters.next() else { break };
                let end = next_index + next.len_utf8();
                if next == '"' {
                    escaped_mark = Some(index..end);
                } else if !is_special(next, &line[end..]) {
                    slip.get_or_insert(index..end);
                }
            }
            _ => {}
        }
    }
    // The mark that was to end the string stands after a backslash: "..\my-report\".
    let last = escaped_mark.filter(|mark| line[mark.end..].chars().all(|after| ", ]}\t\r".contains(after)));
    let found = last.map(|mark| (slip.unwrap_or(mark.clone()), right(line[1..mark.start].trim_end_matches('\\'))));
    (line.len(), found)
}

fn is_special(letter: char, after: &str) -> bool {
    let has_digits = |count: usize| {
        let mut digits = after.chars().take(count);
        after.chars().count() >= count && digits.all(|digit| digit.is_ascii_hexdigit())
    };
    match letter {
        '\\' => true,
        'x' => has_digits(2),
        'u' => has_digits(4),
        'U' => has_digits(8),
        _ => LETTERS.iter().any(|(known, _)| *known == letter),
    }
}

fn right(inside: &str) -> String {
    format!("\"{}\"", inside.replace("\\\\", "/").replace('\\', "/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(text: &str) -> Vec<(&str, String)> {
        backslashed(text).into_iter().map(|slip| (&text[slip.at], slip.right)).collect()
    }

    #[test]
    fn a_path_of_windows_is_written_with_slashes() {
        for (written, at, right) in [
            (r#"file = "files\予算.pdf""#, r"\予", "\"files/予算.pdf\""),
            (r#"file = "files\b\予算.pdf" # a"#, r"\予", "\"files/b/予算.pdf\""),
            (r#"file = "files\uploads\a.pdf""#, r"\u", "\"files/uploads/a.pdf\""),
            (r#"report = "..\report\""#, "\\\"", "\"../report\""),
            (r#"file = { ja = "a\資料.pdf", en = "b" }"#, r"\資", "\"a/資料.pdf\""),
        ] {
            assert_eq!(slips(written), [(at, right.to_owned())], "{written}");
        }
        assert_eq!(as_written("files\u{8}.pdf\u{1}"), r"files\b.pdf\u0001");
    }

    #[test]
    fn what_toml_can_read_is_no_slip() {
        for text in [
            r#"a = "\b\t\n\f\r\e\"\\\u3042\U00020BB7\x41""#,
            r"a = 'files\予算.pdf'",
            r#"# a = "\予""#,
            "a = '''\n\"\\予\"\n'''\nb = \"\"\"\n\\\"\"\" \"\\予\"\n\"\"\"",
            r#"a = "never closed"#,
            "a = '",
            "a = \"\\",
            "#",
        ] {
            assert_eq!(slips(text), [], "{text}");
        }
    }
}
