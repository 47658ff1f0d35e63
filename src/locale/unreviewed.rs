//! Marks of sentences that were taken over from last year's report: comments that nobody has looked at the message below
//! since. A mark holds as long as the message is unchanged.

use std::ops::Range;

/// The beginning of a mark; the checksum of the message and a bracket follow.
const MARK: &str = "[review:";

/// The messages of a report that are sentences, by their names or the beginnings of their names.
const SENTENCES: [&str; 9] = [
    "report-title",
    "report-subtitle",
    "report-notice",
    "overview",
    "evaluation",
    "overview-",
    "description-",
    "highlight-",
    "note-",
];

/// A message in a text.
struct Message<'a> {
    /// The line on which it begins, from 0.
    line: usize,
    name: Range<usize>,
    text: &'a str,
}

/// The text with a mark above each sentence; `comment` says what a mark means.
#[must_use]
pub fn with_marks(text: &str, comment: &str) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let messages = messages(text);
    let mut lines: Vec<String> = Vec::new();
    for (number, line) in text.split('\n').enumerate() {
        let line = line.trim_end_matches('\r');
        let sentence =
            messages.iter().find(|message| message.line == number && is_sentence(&text[message.name.clone()]));
        if let Some(message) = sentence {
            let is_mark = |line: &String| line.starts_with('#') && line.contains(MARK);
            lines.pop_if(|line| is_mark(line));
            lines.push(format!("# {comment} {MARK}{:08x}]", checksum(message.text)));
        }
        lines.push(line.to_owned());
    }
    lines.join(end)
}

/// The names of the messages whose mark still holds.
pub(super) fn unreviewed(text: &str) -> Vec<Range<usize>> {
    if !text.contains(MARK) {
        return Vec::new();
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let is_marked = |message: &Message<'_>| {
        let mut comments = lines[..message.line].iter().rev().take_while(|line| line.starts_with('#'));
        let mark = format!("{MARK}{:08x}]", checksum(message.text));
        comments.any(|line| line.contains(&mark))
    };
    messages(text).into_iter().filter(is_marked).map(|message| message.name).collect()
}

fn is_sentence(name: &str) -> bool {
    // The heading of the column of grades is not the panel's evaluation.
    SENTENCES.iter().any(|known| name == *known || (known.ends_with('-') && name.starts_with(known)))
}

/// The messages of a text, each up to the next line that is neither indented nor empty.
fn messages(text: &str) -> Vec<Message<'_>> {
    let mut messages: Vec<Message<'_>> = Vec::new();
    let mut open: Option<(usize, Range<usize>)> = None;
    let mut start = 0;
    let mut close = |open: &mut Option<(usize, Range<usize>)>, end: usize| {
        if let Some((line, name)) = open.take() {
            messages.push(Message { line, text: &text[name.start..end], name });
        }
    };
    for (number, line) in text.split('\n').enumerate() {
        let is_continued = line.trim().is_empty() || line.starts_with([' ', '}']);
        if !is_continued {
            close(&mut open, start);
            let name = line.split('=').next().unwrap_or_default().trim_end();
            let is_name = line.contains('=') && name.starts_with(|first: char| first.is_ascii_alphabetic());
            open = is_name.then(|| (number, start..start + name.len()));
        }
        start += line.len() + 1;
    }
    close(&mut open, text.len());
    messages
}

/// FNV-1a of the text without differences that editors make: line ends, and blanks at the ends of lines.
fn checksum(text: &str) -> u32 {
    let mut sum = 0x811C_9DC5_u32;
    let lines = text.trim_end().split('\n').map(str::trim_end);
    for byte in lines.flat_map(|line| line.bytes().chain([b'\n'])) {
        sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "# About the year\noverview = It rose.\n    And fell.\n\ngroup-a = A\nnote-b = B\n    .mark = *\n";

    fn names(text: &str) -> Vec<&str> {
        unreviewed(text).into_iter().map(|name| &text[name]).collect()
    }

    #[test]
    fn sentences_are_marked_until_they_change() {
        let marked = with_marks(TEXT, "Last year's");
        assert_eq!(names(&marked), ["overview", "note-b"]);
        assert!(marked.starts_with("# About the year\n# Last year's [review:"), "{marked}");
        assert_eq!(names(&marked.replace("It rose.", "It rose again.")), ["note-b"]);
        assert_eq!(names(&marked.replace("    .mark = *", "    .mark = †")), ["overview"]);
        let without = marked.lines().filter(|line| !line.contains(MARK)).collect::<Vec<_>>().join("\n");
        assert_eq!(names(&without), Vec::<&str>::new());
    }

    #[test]
    fn a_mark_outlives_what_editors_do_and_is_not_doubled() {
        let marked = with_marks(TEXT, "Last year's");
        assert_eq!(names(&marked.replace('\n', "\r\n")), ["overview", "note-b"]);
        assert_eq!(with_marks(&marked, "Last year's"), marked);
        assert_eq!(with_marks(&TEXT.replace('\n', "\r\n"), "x").matches("\r\n").count(), TEXT.lines().count() + 2);
    }
}
