//! Detects unsupported markup: tables, notes, checkboxes, HTML, formulas, lists with Japanese bullets.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use super::unsupported::Unsupported;

/// HTML elements that people use in prose; other words in angle brackets are printed as they are.
const ELEMENTS: [&str; 53] = [
    "a",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "code",
    "col",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figure",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "iframe",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "nobr",
    "ol",
    "p",
    "pre",
    "rp",
    "rt",
    "ruby",
    "s",
    "script",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "td",
    "th",
    "tr",
    "u",
    "ul",
    "wbr",
];

/// Bullets of Japanese lists; those of the first group need a space to distinguish them from text.
const BULLETS_BEFORE_SPACE: [char; 11] = ['＊', '＋', '－', '−', 'ー', '‐', '–', '—', '―', '*', '·'];
const BULLETS: [char; 18] = ['・', '･', '●', '○', '◎', '■', '□', '◆', '◇', '▶', '▷', '►', '•', '‣', '▪', '◦', '☆', '★'];

/// The unsupported markup in a text: each kind once, where it first occurs.
pub(super) fn foreign(source: &str) -> Vec<Unsupported> {
    let mut found = extended(source);
    let lines: Vec<&str> = source.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        let next = lines.get(index + 1).copied().unwrap_or_default();
        let is_first = index == 0 || lines[index - 1].trim().is_empty();
        if let Some(name) = of_lines(line, next, is_first).or_else(|| within(line)) {
            found.push(Unsupported { name, excerpt: line.trim().to_owned() });
        }
    }
    found
}

fn extended(source: &str) -> Vec<Unsupported> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_SUBSCRIPT
        | Options::ENABLE_SUPERSCRIPT;
    let named = |event: &Event<'_>| match event {
        Event::Start(Tag::Table(_)) => Some("table"),
        Event::TaskListMarker(_) => Some("task-list"),
        Event::Start(Tag::DefinitionList) => Some("definition-list"),
        Event::Html(text) | Event::InlineHtml(text) if is_html(text) => Some("html"),
        _ => None,
    };
    let events = Parser::new_ext(source, options).into_offset_iter();
    let mut found: Vec<Unsupported> =
        events.filter_map(|(event, range)| Some(Unsupported::at(named(&event)?, source, range.start))).collect();
    // Definitions are never printed; one whose target is not an address was intended as text.
    let parser = Parser::new_ext(source, Options::empty());
    let defined: Vec<(String, usize)> = parser
        .reference_definitions()
        .iter()
        .map(|(_, definition)| (definition.dest.to_string(), definition.span.start))
        .collect();
    if !defined.is_empty() {
        let is_used = |address: &str| {
            Parser::new_ext(source, Options::empty()).any(|event| {
                matches!(&event, Event::Start(Tag::Link { link_type, dest_url, .. })
                    if &**dest_url == address
                        && matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut))
            })
        };
        let is_address = |text: &str| text.contains("://") || text.starts_with("mailto:") || text.starts_with("lang:");
        let unprinted = defined.iter().filter(|(address, _)| !is_address(address) || !is_used(address));
        found.extend(unprinted.map(|(_, start)| Unsupported::at("footnote", source, *start)));
    }
    found
}

/// Whether a tag is HTML, rather than a word in angle brackets.
fn is_html(tag: &str) -> bool {
    let inside = tag.trim_start().trim_start_matches('<').trim_start_matches('/');
    if inside.starts_with(['!', '?']) {
        return true;
    }
    let is_of_name = |character: char| character.is_ascii_alphanumeric() || character == '-';
    let end = inside.find(|character| !is_of_name(character)).unwrap_or(inside.len());
    ELEMENTS.contains(&inside[..end].to_ascii_lowercase().as_str())
}

fn of_lines(line: &str, next: &str, is_first: bool) -> Option<&'static str> {
    let (line, next) = (line.trim(), next.trim());
    let count = |text: &str, sign: char| text.matches(sign).count();
    let is_row = |text: &str, sign: char| text.starts_with(sign) && text.ends_with(sign) && count(text, sign) > 2;
    let is_drawn = |text: &str| count(text, '│') + count(text, '┃') + count(text, '┼') + count(text, '├') > 1;
    let is_pasted = |text: &str| text.contains('\t');
    if is_row(line, '|')
        || is_row(line, '｜')
        || (is_drawn(line) && is_drawn(next))
        || (is_pasted(line) && is_pasted(next))
        || (line.starts_with("+-") && line.ends_with("-+"))
    {
        return Some("table");
    }
    let without_signs = line.trim_start_matches('＃');
    let is_wide_heading = without_signs.len() < line.len() && without_signs.starts_with([' ', '\u{3000}']);
    let is_typst_heading = is_first && line.trim_start_matches('=').starts_with(' ') && line.starts_with('=');
    if is_wide_heading || is_typst_heading {
        return Some("heading");
    }
    let is_list = bullet(line).is_some() && bullet(line) == bullet(next);
    (is_list || is_enumerated(line, next)).then_some("list")
}

fn bullet(line: &str) -> Option<char> {
    let first = line.chars().next()?;
    let is_before_space = line[first.len_utf8()..].starts_with([' ', '\u{3000}']);
    let is_bullet = BULLETS.contains(&first) || (BULLETS_BEFORE_SPACE.contains(&first) && is_before_space);
    (is_bullet && first != '*').then_some(first)
}

/// Whether two lines have consecutive numbers that CommonMark does not support: ①, （１）, １．, (1).
fn is_enumerated(line: &str, next: &str) -> bool {
    let (Some(first), Some(second)) = (number(line), number(next)) else { return false };
    first.0 + 1 == second.0 && first.1 == second.1
}

/// The number at the start of a line, and its delimiters.
fn number(line: &str) -> Option<(u32, (char, char))> {
    let first = line.chars().next()?;
    if let circled @ '①'..='⑳' = first {
        return Some((u32::from(circled) - u32::from('①'), ('①', '①')));
    }
    let (open, rest) = match first {
        '(' | '（' => (first, &line[first.len_utf8()..]),
        _ => (' ', line),
    };
    let is_wide = rest.starts_with(|digit: char| ('０'..='９').contains(&digit));
    let end = rest.find(|digit: char| !digit.is_ascii_digit() && !('０'..='９').contains(&digit))?;
    let digits: String = rest[..end].chars().map(|digit| crate::unicode::plain(digit).unwrap_or(digit)).collect();
    let close = rest[end..].chars().next()?;
    let is_closed = match open {
        ' ' => {
            (is_wide && matches!(close, '．' | '.' | '）' | ')' | '、')) || (!is_wide && matches!(close, '．' | '）'))
        }
        _ => matches!(close, ')' | '）'),
    };
    if !is_closed {
        return None;
    }
    Some((digits.parse().ok()?, (open, close)))
}

fn within(line: &str) -> Option<&'static str> {
    let behind = |sign: &str| line.split_once(sign).map(|(_, rest)| rest);
    let closes = |rest: &str, sign: char, most: usize| {
        rest.find(sign).is_some_and(|end| end > 0 && rest[..end].chars().count() <= most && !rest[..end].contains(' '))
    };
    if behind("[^").is_some_and(|rest| closes(rest, ']', 20)) && !line.contains("\\[^") {
        return Some("footnote");
    }
    if behind("＊＊").is_some_and(|rest| rest.contains("＊＊") && !rest.starts_with('＊')) {
        return Some("emphasis");
    }
    let is_half_wide = line
        .match_indices("](http")
        .any(|(close, _)| line[..close].rfind(['[', '［']).is_some_and(|open| line[open..].starts_with('［')));
    if line.contains("］（http") || line.contains("]（http") || is_half_wide {
        return Some("link");
    }
    if has_formula(line) {
        return Some("formula");
    }
    has_call(line).then_some("code")
}

/// Whether there is TeX between dollar signs.
fn has_formula(line: &str) -> bool {
    let mut parts = line.split('$');
    parts.next();
    let parts: Vec<&str> = parts.collect();
    line.contains("$$")
        || parts.iter().take(parts.len().saturating_sub(1)).any(|inside| {
            let is_tight = !inside.starts_with(' ') && !inside.ends_with(' ') && !inside.is_empty();
            is_tight && inside.is_ascii() && inside.contains(['\\', '^', '_', '='])
        })
}

/// Whether a line calls a Typst function: #image("a.png"), #strong[a].
fn has_call(line: &str) -> bool {
    line.match_indices('#').any(|(index, _)| {
        let rest = &line[index + 1..];
        let end = rest.find(|character: char| !character.is_ascii_lowercase()).unwrap_or(rest.len());
        end > 1 && rest[end..].starts_with(['(', '['])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(source: &str) -> Vec<&'static str> {
        let mut names: Vec<_> = foreign(source).into_iter().map(|found| found.name).collect();
        names.dedup();
        names
    }

    #[test]
    fn what_a_report_cannot_show_is_named() {
        for (text, name) in [
            ("| a | b |\n|---|---|\n| 1 | 2 |", "table"),
            ("a | b\n--|--\n1 | 2", "table"),
            ("| a | b |\n| 1 | 2 |", "table"),
            ("｜年度｜値｜\n｜2022｜5｜", "table"),
            ("年度\t値\n2022\t5", "table"),
            ("│a│b│\n├─┼─┤", "table"),
            ("- [ ] a\n- [x] b", "task-list"),
            ("a[^1]\n\n[^1]: 出典", "footnote"),
            ("a\n\n[注]: 説明", "footnote"),
            ("a\n: b", "definition-list"),
            ("a<br>b", "html"),
            ("<!-- a -->", "html"),
            ("<table><tr><td>a</td></tr></table>", "html"),
            ("＃ 見出し", "heading"),
            ("== 見出し", "heading"),
            ("・a\n・b", "list"),
            ("＊ a\n＊ b", "list"),
            ("① a\n② b", "list"),
            ("（１）a\n（２）b", "list"),
            ("(1) a\n(2) b", "list"),
            ("１．a\n２．b", "list"),
            ("＊＊重要＊＊です", "emphasis"),
            ("［a］（https://a.jp）", "link"),
            ("［a](https://a.jp)", "link"),
            ("$x^2$", "formula"),
            ("$$x$$", "formula"),
            ("#image(\"a.png\")", "code"),
            ("#strong[a]", "code"),
        ] {
            assert!(names(text).contains(&name), "{text}: {:?}", names(text));
        }
    }

    #[test]
    fn what_reads_alike_is_text() {
        for text in [
            "US$5とUS$6",
            "1 | 2",
            "a <b-c> <d>",
            "・一つだけ",
            "● 昨年度\n○ 今年度",
            "①a、②b",
            "- a\n- b",
            "1. a\n2. b",
            "（１）だけ",
            "#1と＃2",
            "注[1]と［2］",
            "[a][1]\n\n[1]: https://a.jp",
            "＊印は暫定値、＊＊印は推計値",
            "5 = 5",
            "a@b.jp",
            "売上＊は増えた",
            "［注］は[文](https://a.jp)を参照",
        ] {
            assert_eq!(names(text), Vec::<&str>::new(), "{text}");
        }
    }
}
