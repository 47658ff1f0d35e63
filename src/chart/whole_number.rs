//! Where a number stands in a line: from its sign to its unit, none of which a line may break apart.
//! Knows the signs of numbers; refuses to know languages and units by name.

/// The longest unit that keeps to its number, in characters; longer ones may break within.
const LONGEST_UNIT: usize = 8;

/// What stands for powers of ten before a unit: 百万円.
const SCALES: &str = "十百千万億兆";

/// Returns whether a line may not break before the character at `position`: within a number, behind its sign, or between it
/// and its unit.
pub(super) fn is_bound(characters: &[char], position: usize) -> bool {
    let at = |index: usize| characters.get(index).copied();
    let Some((before, after)) = position.checked_sub(1).and_then(at).zip(at(position)) else { return false };
    if is_digit(before) && is_digit(after) {
        return true;
    }
    let digit_beyond = at(position + 1).is_some_and(is_digit);
    if is_digit(before) && is_separator(after) && digit_beyond && is_group(characters, position) {
        return true;
    }
    let digit_behind = position.checked_sub(2).and_then(at).is_some_and(is_digit);
    if is_separator(before) && is_digit(after) && digit_behind && is_group(characters, position - 1) {
        return true;
    }
    let is_exponent = |index: usize| {
        matches!(at(index), Some('e' | 'E'))
            && index.checked_sub(1).and_then(at).is_some_and(is_digit)
            && at(index + 1).is_some_and(|sign| is_digit(sign) || is_sign(sign))
    };
    if is_exponent(position) || is_exponent(position - 1) {
        return true;
    }
    if is_sign(before) && (is_digit(after) || is_sign(after)) {
        return true;
    }
    is_within_unit(characters, position)
}

fn is_digit(sign: char) -> bool {
    matches!(
        sign,
        '0'..='9' | '０'..='９' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' | '\u{0966}'..='\u{096F}'
    )
}

/// Returns whether a sign may stand between the digits of one number.
fn is_separator(sign: char) -> bool {
    matches!(
        sign,
        ',' | '.' | '，' | '．' | '\'' | '’' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{066B}' | '\u{066C}'
    )
}

/// Returns whether a separator really parts the groups of a number: a plain space does only between one to three digits
/// and exactly three.
fn is_group(characters: &[char], separator: usize) -> bool {
    if characters.get(separator) != Some(&' ') {
        return true;
    }
    let behind = characters[separator + 1..].iter().take_while(|sign| is_digit(**sign)).count();
    let ahead = characters[..separator].iter().rev().take_while(|sign| is_digit(**sign)).count();
    behind == 3 && (1..=3).contains(&ahead)
}

/// Returns whether a sign belongs to the number behind it.
fn is_sign(sign: char) -> bool {
    matches!(
        sign,
        '-' | '+'
            | '−'
            | '－'
            | '＋'
            | '±'
            | '△'
            | '▲'
            | '~'
            | '≈'
            | '≤'
            | '≥'
            | '<'
            | '>'
            | '$'
            | '¥'
            | '￥'
            | '£'
            | '€'
            | '₩'
            | '＄'
    )
}

/// Returns whether a break before a character would part a number from its unit, or the unit itself: what stands behind
/// the number in one script, up to a space, a bracket or a stroke, and not too long.
fn is_within_unit(characters: &[char], position: usize) -> bool {
    let Some(last) = characters[..position].iter().rposition(|sign| is_digit(*sign)) else { return false };
    let between = &characters[last + 1..position];
    let unit = &characters[last + 1..];
    // One space of any sort may stand before the unit.
    let spaces =
        unit.iter().take_while(|sign| matches!(**sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')).count().min(1);
    let scales = unit[spaces..].iter().take_while(|sign| SCALES.contains(**sign)).count();
    let word = &unit[spaces + scales..];
    let length = match word.first().copied().filter(|sign| is_of_unit(*sign)) {
        None => scales,
        Some(first) => match Script::of(first) {
            Script::Other => scales + counter(word),
            script => scales + word.iter().take_while(|sign| script.goes_on(**sign)).count(),
        },
    };
    let length = length.min(unit.len() - spaces);
    (1..=LONGEST_UNIT).contains(&length) && between.len() < spaces + length
}

fn is_of_unit(sign: char) -> bool {
    sign.is_alphabetic()
        || matches!(sign, '%' | '％' | '‰' | '°' | '℃' | '€' | '$' | '¥' | '£' | '㎡' | '㎥' | '㎞' | '㎏')
}

/// The scripts of units, which end where another begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Katakana,
    Alphabet,
    /// Kanji, and the kana of か所 and つ.
    Other,
}

impl Script {
    fn of(sign: char) -> Self {
        match sign {
            '\u{30a1}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => Self::Katakana,
            sign if sign.is_ascii() || ('\u{a0}'..'\u{2e80}').contains(&sign) => Self::Alphabet,
            _ => Self::Other,
        }
    }

    fn goes_on(self, sign: char) -> bool {
        is_of_unit(sign) && Self::of(sign) == self || self == Self::Alphabet && matches!(sign, '-' | '²' | '³')
    }
}

/// Returns how many signs of Japanese are a unit for certain, since the rest may be a sentence: 件, か所.
fn counter(word: &[char]) -> usize {
    let has_prefix = word.first().is_some_and(|sign| "か箇ヵヶ".contains(*sign));
    1 + usize::from(has_prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with a stroke wherever a line may not break.
    fn bound(text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let mut marked = String::new();
        for (index, sign) in characters.iter().enumerate() {
            if is_bound(&characters, index) {
                marked.push('·');
            }
            marked.push(*sign);
        }
        marked
    }

    #[test]
    fn numbers_hold_together_from_sign_to_unit() {
        for (text, marked) in [
            ("△1,234件の増", "△·1·,·2·3·4·件の増"),
            ("3百万円を", "3·百·万·円を"),
            ("58か所から", "5·8·か·所から"),
            ("５７，２５０人", "５·７·，·２·５·０·人"),
            ("12ポイント増", "1·2·ポ·イ·ン·ト増"),
            ("¥5 (a)", "¥·5 (a)"),
            ("455千t以下", "4·5·5·千·t以下"),
            ("81.5 years or more", "8·1·.·5· ·y·e·a·r·s or more"),
            ("R4 10", "R4 1·0"),
            ("12 345 678 t", "1·2· ·3·4·5· ·6·7·8· ·t"),
            ("1,5\u{202f}kWh/a", "1·,·5·\u{202f}·k·W·h/a"),
            ("a, b", "a, b"),
            ("1, 2", "1, 2"),
        ] {
            assert_eq!(bound(text), marked, "{text}");
        }
    }

    #[test]
    fn no_place_is_out_of_bounds() {
        for text in ["", "1", "e", "1e", "-", "1 ", "1\u{a0}", ",1", "1,"] {
            bound(text);
        }
    }
}
