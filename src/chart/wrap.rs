//! Line breaking for labels by advances and scripts, without knowledge of fonts or language.

use std::collections::BTreeMap;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};

use super::cluster::boundaries;
use super::whole_number::is_bound;

/// Breaks text into the fewest lines that fit `limit`; among those, into lines of even length that break between
/// phrases rather than within words. Text is never lost: without a break opportunity it is broken between characters.
/// Only a number with its sign and unit is never broken, even if it is wider than `limit`.
///
/// `advances` gives the width of each character of `text`, in the unit of `limit`.
pub(super) fn wrap(text: &str, advances: &[f64], limit: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = advances;
    for paragraph in text.split('\n') {
        let (own, following) = rest.split_at(paragraph.chars().count().min(rest.len()));
        rest = following.get(1..).unwrap_or_default();
        lines.extend(wrap_paragraph(paragraph, own, limit));
    }
    lines
}

struct Opportunity {
    position: usize,
    /// The cost of breaking here, relative to the squared share of a line left empty.
    penalty: f64,
}

#[derive(Clone, Copy)]
struct Best {
    lines: usize,
    cost: f64,
    previous: usize,
}

fn wrap_paragraph(text: &str, advances: &[f64], limit: f64) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let opportunities = opportunities(text, &characters, advances, limit);
    let mut best = vec![Best { lines: 0, cost: 0.0, previous: 0 }];
    for (index, end) in opportunities.iter().enumerate().skip(1) {
        let mut chosen: Option<Best> = None;
        for (previous, start) in opportunities.iter().enumerate().take(index) {
            let width = line_width(&characters, advances, start.position, end.position);
            // Always consider the last opportunity before `end`: a character wider than the limit gets its own line.
            if width > limit + 1e-6 && previous + 1 != index {
                continue;
            }
            let slack = ((limit - width) / limit).max(0.0);
            let candidate = Best {
                lines: best[previous].lines + 1,
                cost: best[previous].cost + slack * slack + end.penalty,
                previous,
            };
            if chosen.is_none_or(|chosen| (candidate.lines, candidate.cost) < (chosen.lines, chosen.cost)) {
                chosen = Some(candidate);
            }
        }
        best.extend(chosen);
    }
    let mut lines = Vec::new();
    let mut index = opportunities.len() - 1;
    while index > 0 {
        let previous = best[index].previous;
        let line: String = characters[opportunities[previous].position..opportunities[index].position].iter().collect();
        lines.push(line.trim().to_owned());
        index = previous;
    }
    lines.reverse();
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// Break opportunities, including the start and the end of the text.
fn opportunities(text: &str, characters: &[char], advances: &[f64], limit: f64) -> Vec<Opportunity> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(options);
    let character_of_byte: BTreeMap<usize, usize> = text
        .char_indices()
        .map(|(byte, _)| byte)
        .chain([text.len()])
        .enumerate()
        .map(|(character, byte)| (byte, character))
        .collect();

    let clusters = boundaries(text);
    let mut opportunities = vec![Opportunity { position: 0, penalty: 0.0 }];
    let mut start = 0;
    for byte in segmenter.segment_str(text) {
        let Some(&position) = character_of_byte.get(&byte) else {
            continue;
        };
        if position == 0 {
            continue;
        }
        if position < characters.len() && is_bound(characters, position) {
            continue;
        }
        if line_width(characters, advances, start, position) > limit {
            let within = clusters.iter().copied().filter(|cluster| (start + 1..position).contains(cluster));
            let within = within.filter(|position| !is_bound(characters, *position));
            opportunities.extend(within.map(|position| Opportunity { position, penalty: 1.0 }));
        }
        opportunities.push(Opportunity { position, penalty: penalty(characters, position) });
        start = position;
    }
    opportunities
}

fn line_width(characters: &[char], advances: &[f64], start: usize, end: usize) -> f64 {
    let spaces = characters[start..end].iter().rev().take_while(|character| character.is_whitespace()).count();
    advances.iter().take(end - spaces).skip(start).sum()
}

#[derive(Clone, Copy, PartialEq)]
enum Script {
    Kanji,
    Hiragana,
    Katakana,
    Alphabet,
    Mark,
}

impl Script {
    fn of(character: char) -> Self {
        match character {
            '\u{3041}'..='\u{309f}' => Self::Hiragana,
            '・' => Self::Mark,
            '\u{30a1}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => Self::Katakana,
            '々' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Self::Kanji,
            character if character.is_alphanumeric() => Self::Alphabet,
            _ => Self::Mark,
        }
    }
}

/// The cost of a break before the character at `position`.
///
/// Japanese words are not separated by spaces: a phrase usually ends in hiragana (a particle or an ending), and a run
/// of katakana is one word. 0.3 outweighs a line that is left half empty (0.25).
fn penalty(characters: &[char], position: usize) -> f64 {
    let word_end = |character: &&char| !character.is_whitespace();
    let before = characters.iter().take(position).rev();
    let spaced = before.clone().next().is_some_and(|last| last.is_whitespace());
    let (Some(&before), Some(&after)) = (before.clone().find(word_end), characters.get(position)) else {
        return 0.0;
    };
    match (Script::of(before), Script::of(after)) {
        _ if matches!(before, '-' | '‐' | '/') && !spaced => 0.1,
        // A slash between two values goes at the end of a line.
        (_, Script::Mark) if after == '／' => 0.3,
        (Script::Mark, _) | (_, Script::Mark) => 0.0,
        _ if spaced => 0.05,
        (Script::Hiragana, Script::Hiragana) => 0.25,
        (Script::Hiragana, _) => 0.02,
        (_, Script::Hiragana) => 0.3,
        (Script::Kanji, Script::Kanji) => 0.15,
        (Script::Katakana, Script::Katakana) => 0.4,
        (Script::Alphabet, Script::Alphabet) => 0.4,
        _ => 0.06,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn even(text: &str, limit: f64) -> Vec<String> {
        wrap(text, &vec![1.0; text.chars().count()], limit)
    }

    #[test]
    fn short_text_stays_on_one_line() {
        assert_eq!(even("臨床POCの取得件数", 12.0), ["臨床POCの取得件数"]);
    }

    #[test]
    fn japanese_breaks_after_a_particle_and_not_within_a_word() {
        assert_eq!(
            even("創薬等の効率化に資する先進手法の企業導出件数", 14.0),
            ["創薬等の効率化に資する", "先進手法の企業導出件数"]
        );
    }

    #[test]
    fn uneven_lines_are_better_than_a_broken_word() {
        assert_eq!(even("疾患のネットワークの活動", 9.0), ["疾患の", "ネットワークの活動"]);
    }

    #[test]
    fn closing_marks_and_long_vowels_never_begin_a_line() {
        let text = "データベース（新薬、適応拡大）のネットワーク、シーズー";
        for limit in 3..14 {
            for line in even(text, f64::from(limit)) {
                let first = line.chars().next().unwrap();
                assert!(!"ー、）".contains(first) || limit < 4, "{limit}: {line}");
            }
        }
    }

    #[test]
    fn a_stroke_between_values_stays_with_the_first() {
        assert_eq!(even("69ポイント／60ポイント", 8.0), ["69ポイント／", "60ポイント"]);
    }

    #[test]
    fn lines_are_evenly_long() {
        assert_eq!(even("one two three four five six", 20.0), ["one two three", "four five six"]);
    }

    #[test]
    fn no_character_is_lost_however_narrow_the_column() {
        for limit in [0.5, 1.0, 3.0, 7.0] {
            let text = "Pneumonoultramicroscopic治療";
            assert_eq!(even(text, limit).concat(), text);
        }
    }

    #[test]
    fn a_letter_is_never_parted_from_its_marks() {
        for limit in [0.5, 1.0, 2.0] {
            for line in even("ｶﾞｷﾞｸﾞか\u{3099}葛\u{E0100}e\u{301}x", limit) {
                let first = line.chars().next().unwrap();
                assert!(!"\u{FF9E}\u{3099}\u{E0100}\u{301}".contains(first), "{limit}: {line}");
            }
        }
    }

    #[test]
    fn a_number_is_never_broken_however_narrow_the_column() {
        for limit in [1.0, 4.0, 9.0] {
            let has = |text: &str, line: &str| {
                let lines = even(text, limit);
                assert!(lines.iter().any(|found| found.contains(line)), "{limit}: {lines:?}");
            };
            has("900,000,000,000,000円以上", "900,000,000,000,000円");
            has("目標 △1,234.5ポイント", "△1,234.5ポイント");
            has("Budget ¥999,999,999,999", "¥999,999,999,999");
            has("100\u{202f}000\u{a0}€ de dépenses", "100\u{202f}000\u{a0}€");
            has("100’000 Franken", "100’000");
            has("100 000 000 tonnes", "100 000 000");
            has("3.2e−5 mg/m³", "3.2e−5");
        }
    }

    #[test]
    fn a_newline_is_kept_as_a_break() {
        assert_eq!(even("医薬品\n医療機器", 20.0), ["医薬品", "医療機器"]);
        assert_eq!(even("", 20.0), [""]);
    }
}
