//! Detects slips of input methods in Fluent files: full-width braces, dots, signs and spaces.

use std::ops::Range;

use super::reference::FUNCTIONS;
use crate::unicode::{plain, plain_text};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slip {
    /// Bytes of the searched text.
    pub(super) range: Range<usize>,
    pub(super) kind: SlipKind,
    pub(super) right: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SlipKind {
    /// A character that is not valid syntax.
    Character,
    /// A call or a variable that would be printed as text.
    Printed,
    /// An attribute that would be printed as text of the line before.
    Attribute,
    /// An indentation by spaces that are not valid.
    Indentation,
    /// A character that cannot begin a line of text.
    StartOfLine,
    /// A character in place of the correct one.
    Instead,
    /// A brace that is not closed after a call.
    Unclosed,
}

/// Spaces that are not spaces in Fluent.
fn is_wide_space(character: char) -> bool {
    character != ' ' && plain(character) == Some(' ')
}

fn is_blank(character: char) -> bool {
    character == ' ' || character == '\t' || is_wide_space(character)
}

fn is_of_name(character: char) -> bool {
    let plain = plain(character).unwrap_or(character);
    plain.is_ascii_alphanumeric() || matches!(plain, '-' | '_')
}

/// A name in ASCII, whatever its width, and the text after it.
struct Name<'a> {
    plain: String,
    rest: &'a str,
}

/// `None` unless the text begins with a letter.
fn name(text: &str) -> Option<Name<'_>> {
    let end = text.find(|character| !is_of_name(character)).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let plain = plain_text(name);
    plain.starts_with(|first: char| first.is_ascii_alphabetic()).then_some(Name { plain, rest })
}

fn after_equals(rest: &str) -> Option<&str> {
    rest.trim_start_matches(is_blank).strip_prefix(['=', '＝'])
}

const ATTRIBUTES: [&str; 10] =
    ["title", "body", "caption", "alt", "citation", "note", "label", "number", "mark", "legend"];

/// Finds an attribute at the start of a line whose dot is missing.
fn without_dot(line: &str) -> Option<Slip> {
    let text = line.trim_start_matches(is_blank);
    let Name { plain: name, rest } = name(text)?;
    after_equals(rest)?;
    let at = line.len() - text.len();
    let end = line.len() - rest.len();
    let is_attribute = ATTRIBUTES.contains(&name.as_str());
    is_attribute.then(|| Slip { range: at..end, kind: SlipKind::Instead, right: format!(".{name} =") })
}

/// Slips in a text: calls, variables and attributes that would be printed.
pub(super) fn in_text(text: &str, is_start_of_line: bool) -> Vec<Slip> {
    let mut slips = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if (start > 0 || is_start_of_line)
            && let Some(slip) = attribute(line, SlipKind::Attribute).or_else(|| without_dot(line))
        {
            slips.push(moved(slip, start));
        }
        slips.extend(printed(line).into_iter().map(|slip| moved(slip, start)));
        start += line.len();
    }
    slips
}

fn moved(slip: Slip, by: usize) -> Slip {
    Slip { range: slip.range.start + by..slip.range.end + by, ..slip }
}

/// Finds an attribute at the start of a line that has a full-width dot, or follows a wide space.
fn attribute(line: &str, kind: SlipKind) -> Option<Slip> {
    let text = line.trim_start_matches(is_blank);
    let indentation = &line[..line.len() - text.len()];
    let of_indentation = indentation.char_indices().find(|(_, character)| *character != ' ');
    let dot = text.chars().next().filter(|dot| plain(*dot).unwrap_or(*dot) == '.')?;
    let Name { plain: name, rest } = name(text[dot.len_utf8()..].trim_start_matches(is_blank))?;
    let head = &line[..line.len() - after_equals(rest)?.len()];
    let is_wrong = |character: &(usize, char)| plain(character.1).is_some();
    let kind = if of_indentation.is_some() { SlipKind::Indentation } else { kind };
    let (at, character) = of_indentation.or_else(|| head.char_indices().find(is_wrong))?;
    Some(Slip { range: at..at + character.len_utf8(), kind, right: format!(".{name} =") })
}

/// Finds placeables that would be printed: in full-width braces, or without braces.
fn printed(line: &str) -> Vec<Slip> {
    let mut slips: Vec<Slip> = Vec::new();
    for (open, brace) in line.match_indices('｛') {
        let inside = open + brace.len();
        let end = line[inside..].find(['｝', '}', '\n']).map_or(line.len(), |length| inside + length);
        let content = plain_text(&line[inside..end]);
        if is_placeable(content.trim()) {
            let close = line[end..].chars().next().filter(|last| matches!(last, '｝' | '}')).map_or(0, char::len_utf8);
            let right = if content.contains('(') { None } else { call_meant(&content) };
            let right = right.unwrap_or_else(|| placeable(&content));
            slips.push(Slip { range: open..end + close, kind: SlipKind::Printed, right });
        }
    }
    for start in starts_of_names(line) {
        let known = |slip: &Slip| slip.range.contains(&start);
        if slips.iter().any(known) {
            continue;
        }
        if let Some(length) = length_of_call(&line[start..]) {
            let right = placeable(&plain_text(&line[start..start + length]));
            slips.push(Slip { range: start..start + length, kind: SlipKind::Printed, right });
        }
    }
    slips.sort_by_key(|slip| slip.range.start);
    slips
}

fn is_placeable(content: &str) -> bool {
    let is_name = |text: &str| name(text).is_some_and(|name| name.rest.is_empty());
    if let Some(name) = content.strip_prefix(['$', '-']) {
        return is_name(name);
    }
    // A call with a Japanese name: 実績("x").
    let is_called = content.split_once("(\"").and_then(|(_, rest)| rest.split_once('"'));
    if is_called.is_some_and(|(argument, _)| !argument.is_empty() && argument.chars().all(is_of_name)) {
        return true;
    }
    name(content).is_some_and(|Name { plain, rest }| {
        let rest = rest.trim_start();
        let is_exact = FUNCTIONS.contains(&plain.as_str());
        let is_known = FUNCTIONS.contains(&plain.to_ascii_uppercase().as_str());
        is_exact || (is_known && (rest.is_empty() || rest.starts_with(['(', '"'])))
    })
}

/// The names in full-width braces, with their places.
pub(super) fn names_in_wide_braces(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices('｛').filter_map(|(open, brace)| {
        let inside = open + brace.len();
        let close = inside + text[inside..].find('｝')?;
        let content = text[inside..close].trim_matches(is_blank);
        let is_name = name(content).is_some_and(|name| name.rest.is_empty()) && content.is_ascii();
        is_name.then_some((open..close + '｝'.len_utf8(), content))
    })
}

fn starts_of_names(line: &str) -> impl Iterator<Item = usize> {
    let mut before = None;
    line.char_indices().filter_map(move |(index, character)| {
        let is_start = is_of_name(character) && !before.is_some_and(is_of_name);
        before = Some(character);
        is_start.then_some(index)
    })
}

/// The length of a function call at the start of a text, with an argument in quotation marks, unlike “target (60)”.
fn length_of_call(text: &str) -> Option<usize> {
    let Name { plain: name, rest } = name(text)?;
    if !FUNCTIONS.contains(&name.to_ascii_uppercase().as_str()) {
        return None;
    }
    let is = |wanted: char| move |character: char| plain(character).unwrap_or(character) == wanted;
    // In text, “target (60)” has a space.
    let is_exact = FUNCTIONS.contains(&name.as_str());
    let rest = if is_exact { rest.trim_start_matches(is_blank) } else { rest };
    let inside = rest.strip_prefix(is('('))?;
    inside.trim_start_matches(is_blank).strip_prefix(is('"'))?;
    let close = inside.find(is(')'))?;
    let behind = inside[close..].chars().next().map_or(0, char::len_utf8);
    Some(text.len() - inside.len() + close + behind)
}

/// The correct spelling of the contents of braces.
fn placeable(content: &str) -> String {
    let content = content.trim();
    let head = content.find(|character| !is_of_name(character)).unwrap_or(content.len());
    let (name, rest) = content.split_at(head);
    let known = FUNCTIONS.iter().find(|known| known.eq_ignore_ascii_case(name));
    format!("{{ {}{} }}", known.unwrap_or(&name), rest.trim_end())
}

/// Slips in a text that could not be parsed, with corrections.
pub(super) fn in_junk(junk: &str) -> Vec<Slip> {
    let mut scan = Scan { slips: Vec::new(), braces: Vec::new() };
    let mut start = 0;
    for line in junk.split_inclusive('\n') {
        scan.line(line, start, junk);
        start += line.len();
    }
    for brace in std::mem::take(&mut scan.braces) {
        if let Some(at) = brace.slip.filter(|at| !scan.is_unclosed(brace.open, *at, junk)) {
            scan.add(at, plain_run(&junk[at..]), junk);
        }
    }
    scan.slips.sort_by_key(|slip| slip.range.start);
    scan.slips
}

struct Scan {
    slips: Vec<Slip>,
    braces: Vec<Brace>,
}

struct Brace {
    open: usize,
    /// Whether it is in the current line: variants in further lines are text.
    is_in_line: bool,
    slip: Option<usize>,
}

impl Scan {
    fn line(&mut self, line: &str, start: usize, junk: &str) {
        let of_line = if self.braces.is_empty() { start_of_line(line) } else { variant(line) };
        self.slips.extend(of_line.map(|slip| moved(slip, start)));
        for slip in printed(line).into_iter().filter(|slip| line[slip.range.clone()].starts_with('｛')) {
            let brace = slip.range.start..slip.range.start + '｛'.len_utf8();
            self.slips.push(moved(Slip { range: brace, kind: SlipKind::Character, right: slip.right }, start));
        }
        self.braces.iter_mut().for_each(|brace| brace.is_in_line = false);
        let mut is_quoted = false;
        for (index, character) in line.char_indices() {
            let at = start + index;
            let is_open = self.braces.last().is_some_and(|brace| brace.is_in_line);
            match character {
                '"' if is_open => is_quoted = !is_quoted,
                '{' if !is_quoted => self.braces.push(Brace { open: at, is_in_line: true, slip: None }),
                '}' if !is_quoted => self.close(at + 1, junk),
                // A full-width brace also closes an ASCII one: text follows.
                '｝' if is_open => {
                    self.mark(at);
                    self.close(at + character.len_utf8(), junk);
                    is_quoted = false;
                }
                // A string with a full-width closing quotation mark.
                _ if is_quoted && plain(character) == Some('"') && !line[index..].contains('"') => {
                    self.mark(at);
                    is_quoted = false;
                }
                _ if is_open && !is_quoted && plain(character).is_some() => self.mark(at),
                _ => {}
            }
        }
    }

    fn mark(&mut self, at: usize) {
        if let Some(brace) = self.braces.last_mut() {
            brace.slip.get_or_insert(at);
        }
    }

    fn close(&mut self, end: usize, junk: &str) {
        let Some(Brace { open, slip: Some(at), .. }) = self.braces.pop() else { return };
        if self.is_unclosed(open, at, junk) {
            return;
        }
        let written = &junk[open..end];
        let right = if written.contains('\n') {
            plain_run(&junk[at..])
        } else {
            placeable(plain_text(written).trim_matches(['{', '}']))
        };
        self.add(at, right, junk);
    }

    fn is_unclosed(&mut self, open: usize, at: usize, junk: &str) -> bool {
        let before = plain_text(&junk[open + 1..at]);
        let is_call = before.trim_end().ends_with(')') && is_placeable(before.trim());
        let chooses = plain_run(&junk[at..]).starts_with("->");
        if is_call && !chooses && !junk[at..].starts_with('｝') {
            let right = placeable(&before);
            self.slips.push(Slip { range: open..open + 1, kind: SlipKind::Unclosed, right });
            return true;
        }
        false
    }

    fn add(&mut self, at: usize, right: String, junk: &str) {
        let length = junk[at..].chars().next().map_or(0, char::len_utf8);
        self.slips.push(Slip { range: at..at + length, kind: SlipKind::Character, right });
    }
}

fn plain_run(text: &str) -> String {
    text.chars().map_while(plain).collect()
}

fn variant(line: &str) -> Option<Slip> {
    let text = line.trim_start_matches(is_blank);
    let close = text.find([']', '］'])?;
    let end = close + text[close..].chars().next().map_or(0, char::len_utf8);
    let key = plain_text(&text[..end]);
    let inside = key.strip_prefix('*').unwrap_or(&key).trim_start().strip_prefix('[')?;
    if !inside.trim_end_matches(']').trim().chars().all(|character| is_of_name(character) || character == '.') {
        return None;
    }
    let at = line.len() - text.len();
    let (index, character) = line[..at + end].char_indices().find(|(_, character)| plain(*character).is_some())?;
    Some(Slip { range: index..index + character.len_utf8(), kind: SlipKind::Character, right: key })
}

/// Finds a slip before a text: in a name, an equals sign, a comment sign or an indentation.
fn start_of_line(line: &str) -> Option<Slip> {
    let first = line.chars().next()?;
    let here = |right: String| Some(Slip { range: 0..first.len_utf8(), kind: SlipKind::Character, right });
    if first == '＃' {
        return here("#".to_owned());
    }
    if let Some(slip) = attribute(line, SlipKind::Character) {
        return Some(slip);
    }
    if is_wide_space(first) || first == '\t' {
        let text = line.trim_start_matches(is_blank).trim_end();
        let indentation = Slip { range: 0..first.len_utf8(), kind: SlipKind::Indentation, right: String::new() };
        return (!text.is_empty()).then_some(indentation);
    }
    if let Some(slip) = start_of_text(line) {
        return Some(slip);
    }
    let term = first == '-' || plain(first) == Some('-');
    let Name { plain: name, rest } = name(&line[if term { first.len_utf8() } else { 0 }..])?;
    let right = format!("{}{name} =", if term { "-" } else { "" });
    if let Some(colon) = rest.trim_start_matches(is_blank).chars().next().filter(|sign| matches!(sign, ':' | '：')) {
        let at = line.len() - rest.trim_start_matches(is_blank).len();
        return Some(Slip { range: at..at + colon.len_utf8(), kind: SlipKind::Instead, right });
    }
    let head = &line[..line.len() - after_equals(rest)?.len()];
    let (at, character) = head.char_indices().find(|(_, character)| plain(*character).is_some())?;
    Some(Slip { range: at..at + character.len_utf8(), kind: SlipKind::Character, right })
}

/// Finds a character that cannot begin an indented line of text: of emphasis, a list or a link.
fn start_of_text(line: &str) -> Option<Slip> {
    /// Enough to identify a line.
    const LONGEST: usize = 16;
    let text = line.trim_start_matches(' ');
    let first = text.chars().next().filter(|first| matches!(first, '*' | '[' | '}' | '.'))?;
    let is_indented = text.len() < line.len();
    let is_attribute = first == '.' && text[1..].starts_with(|next: char| next.is_ascii_alphabetic());
    if !is_indented || is_attribute {
        return None;
    }
    let right = match text.strip_prefix("* ") {
        Some(item) => format!("- {}", item.trim_end().chars().take(LONGEST).collect::<String>()),
        None => format!("{{ \"\" }}{}", text.trim_end().chars().take(LONGEST).collect::<String>()),
    };
    let at = line.len() - text.len();
    Some(Slip { range: at..at + 1, kind: SlipKind::StartOfLine, right })
}

pub(super) fn call_meant(inside: &str) -> Option<String> {
    let Name { plain: name, rest } = name(inside.trim_start_matches(is_blank))?;
    let known = FUNCTIONS.iter().find(|known| known.eq_ignore_ascii_case(&name))?;
    let is_around = |sign| is_blank(sign) || matches!(sign, '[' | ']' | '(' | ')' | ':' | '=' | '"' | '\'');
    let argument = rest.trim_matches(is_around);
    let is_plain = !argument.is_empty() && argument.chars().all(is_of_name);
    is_plain.then(|| format!("{{ {known}(\"{argument}\") }}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rights(slips: &[Slip]) -> Vec<&str> {
        slips.iter().map(|slip| slip.right.as_str()).collect()
    }

    #[test]
    fn calls_in_wide_braces_would_print() {
        for written in [
            "は｛ ACTUAL(\"x-y\") ｝で",
            "は｛ACTUAL(\"x-y\")｝で",
            "は｛　ＡＣＴＵＡＬ（“ｘ－ｙ”）　｝で",
            "は｛ actual（「x-y」） ｝で",
            "は（ACTUAL(\"x-y\")）で",
            "はACTUAL（＂x-y＂）で",
            "は｛ Actual(\"x−y\") ",
            "は｛ACTUAL x-y｝で",
        ] {
            let slips = in_text(written, false);
            assert_eq!(rights(&slips), [r#"{ ACTUAL("x-y") }"#], "{written}");
            assert_eq!(slips[0].kind, SlipKind::Printed);
        }
        assert_eq!(rights(&in_text("｛実績（\"x-y\"）｝", false)), [r#"{ 実績("x-y") }"#]);
        assert_eq!(names_in_wide_braces("｛ group-x ｝と｛注｝").count(), 1);
        assert_eq!(rights(&in_text("｛ $value ｝施設", false)), ["{ $value }"]);
        assert_eq!(rights(&in_text("｛ －panel ｝", false)), ["{ -panel }"]);
    }

    #[test]
    fn wide_braces_around_words_are_text() {
        for text in [
            "集合｛１、２、３｝のうち",
            "｛注｝",
            "｛target audience｝",
            "the target (“85%”) and the date (5 May)",
            "the rate (81%) rose",
            "｛−５｝",
            "｛ ｝",
            "｛注（「重要」）｝",
            "｛follow-up｝",
            "（目標（60件））",
        ] {
            assert_eq!(in_text(text, true), [], "{text}");
        }
    }

    #[test]
    fn an_attribute_behind_a_wide_dot_or_space_would_print() {
        assert_eq!(rights(&in_text("暮らしの足\n．number = ①\n", false)), [".number ="]);
        assert_eq!(rights(&in_text("．ｌａｂｅｌ＝足", true)), [".label ="]);
        assert_eq!(rights(&in_text("　.title = 足", true)), [".title ="]);
        assert_eq!(rights(&in_text("title = 足\n", true)), [".title ="]);
        assert_eq!(in_text("title = 足\n", false), []);
        assert_eq!(in_text("x = 5\n", true), []);
        assert_eq!(in_text("．number = ①", false), []);
        assert_eq!(in_text("。以上 = 同じ", true), []);
    }

    #[test]
    fn junk_says_which_character_is_wrong() {
        for (junk, right) in [
            ("report-title ＝ 計画\n", "report-title ="),
            ("report-title　= 計画\n", "report-title ="),
            ("ｎａｍｅ = 計画\n", "name ="),
            ("－panel = 調査会\n", "-panel ="),
            ("＃ 注\n", "#"),
            ("　続き\n", ""),
            ("　　.title = 足\n", ".title ="),
            ("    .title ＝ 足\n", ".title ="),
            ("a = { ACTUAL（\"x\"） }\n", r#"{ ACTUAL("x") }"#),
            ("a = { ACTUAL(“x”) }\n", r#"{ ACTUAL("x") }"#),
            ("a = { ACTUAL(\"x”) }\n", r#"{ ACTUAL("x") }"#),
            ("a = { ACTUAL(\"x\") ｝円\n", r#"{ ACTUAL("x") }"#),
            ("a = ｛ ACTUAL(\"x\") }円\n", r#"{ ACTUAL("x") }"#),
            ("a = {　ACTUAL(\"x\")　}\n", r#"{ ACTUAL("x") }"#),
            ("a = { COUNT(\"achieved\"，group： \"g\") }\n", r#"{ COUNT("achieved",group: "g") }"#),
            ("a = { ＄value }\n", "{ $value }"),
            ("a = { COUNT(\"x\") －＞\n", "->"),
            ("a: 計画\n", "a ="),
            ("a：計画\n", "a ="),
            ("\t.title = 足\n", ".title ="),
            ("a = { ACTUAL(\"x\") （目標）\n", r#"{ ACTUAL("x") }"#),
            ("a = { ACTUAL(\"x\") （目標{ TARGET(\"x\") }）\n", r#"{ ACTUAL("x") }"#),
        ] {
            assert_eq!(rights(&in_junk(junk)), [right], "{junk}");
        }
        assert_eq!(rights(&in_junk("    **重要**です\n")), [r#"{ "" }**重要**です"#]);
        assert_eq!(rights(&in_junk("    * 一つ目\n")), ["- 一つ目"]);
        assert_eq!(rights(&in_junk("    [文](https://a.jp)\n")), [r#"{ "" }[文](https://a.jp"#]);
        assert_eq!(call_meant(r#" ACTUAL["x-y"] "#).as_deref(), Some(r#"{ ACTUAL("x-y") }"#));
        assert_eq!(call_meant(r#" actual "x" "#).as_deref(), Some(r#"{ ACTUAL("x") }"#));
        assert_eq!(call_meant(" ACTUAL('x') ").as_deref(), Some(r#"{ ACTUAL("x") }"#));
        assert_eq!(call_meant(" value "), None);
        assert_eq!(in_junk("report-title 計画\n"), []);
        assert_eq!(in_junk("a = { b\n"), []);
    }

    #[test]
    fn every_slip_of_a_message_is_found() {
        let junk = "a ＝ { ACTUAL（\"x\"） }と{ TARGET(\"y\") }\n    ．title ＝ b\n";
        assert_eq!(rights(&in_junk(junk)), ["a =", r#"{ ACTUAL("x") }"#, ".title ="]);
    }
}
