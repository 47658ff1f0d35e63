//! Keeps a number together with its sign and unit in line breaking. Recognises units by script and length, not by name.

/// The longest unit that is kept with its number, in characters; longer ones may be broken.
const LONGEST_UNIT: usize = 8;

/// Characters for powers of ten before a unit: 百万円.
const SCALES: &str = "十百千万億兆";

/// Whether a line must not break before the character at `position`: within a number, after its sign, or between it
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

/// Whether a character may separate the digits of one number.
fn is_separator(sign: char) -> bool {
    matches!(
        sign,
        ',' | '.' | '，' | '．' | '\'' | '’' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{066B}' | '\u{066C}'
    )
}

/// Whether a separator groups digits: a plain space does only between one to three digits and exactly three.
fn is_group(characters: &[char], separator: usize) -> bool {
    if characters.get(separator) != Some(&' ') {
        return true;
    }
    let behind = characters[separator + 1..].iter().take_while(|sign| is_digit(**sign)).count();
    let ahead = characters[..separator].iter().rev().take_while(|sign| is_digit(**sign)).count();
    behind == 3 && (1..=3).contains(&ahead)
}

/// Whether a character belongs to the number after it.
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

/// Whether a break before a character would separate a number from its unit, or split the unit. A unit is the
/// following word of one script, not longer than `LONGEST_UNIT`, together with its divisors after a slash.
fn is_within_unit(characters: &[char], position: usize) -> bool {
    let Some(last) = characters[..position].iter().rposition(|sign| is_digit(*sign)) else { return false };
    let between = position - last - 1;
    let unit = &characters[last + 1..];
    // At most one space of any kind may precede the unit.
    let spaces =
        unit.iter().take_while(|sign| matches!(**sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')).count().min(1);
    let unit = &unit[spaces..];
    let length = word_length(unit);
    let mut whole = length;
    while let divisor @ 1.. = divisor_length(&unit[whole..]) {
        whole += divisor;
    }
    let length = if whole > LONGEST_UNIT { length } else { whole };
    (1..=LONGEST_UNIT).contains(&length) && between < spaces + length
}

/// The number of leading characters that form one word of a unit.
fn word_length(text: &[char]) -> usize {
    let scales = text.iter().take_while(|sign| SCALES.contains(**sign)).count();
    let word = &text[scales..];
    match word.first().copied().filter(|sign| is_of_unit(*sign)) {
        None => scales,
        Some(first) => match Script::of(first) {
            Script::Other => (scales + counter(word)).min(text.len()),
            script => scales + word.iter().take_while(|sign| script.goes_on(**sign)).count(),
        },
    }
}

/// The number of leading characters that form a slash and a divisor: 人/10万人, kWh/a, 円/世帯.
fn divisor_length(text: &[char]) -> usize {
    let Some(('/', divisor)) = text.split_first().map(|(first, rest)| (*first, rest)) else { return 0 };
    let digits = divisor.iter().take_while(|sign| is_digit(**sign) || **sign == ',').count();
    let word = &divisor[digits..];
    // No sentence starts right after a slash, so all adjacent kanji belong to the unit.
    let kanji = word.iter().take_while(|sign| matches!(**sign, '々' | '\u{3400}'..='\u{9fff}')).count();
    match kanji.max(word_length(word)) {
        0 => 0,
        length => 1 + digits + length,
    }
}

fn is_of_unit(sign: char) -> bool {
    sign.is_alphabetic()
        || matches!(sign, '%' | '％' | '‰' | '°' | '℃' | '€' | '$' | '¥' | '£' | '㎡' | '㎥' | '㎞' | '㎏')
}

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

/// The number of leading Japanese characters that certainly are a unit, since the rest may be a sentence: 件, か所.
fn counter(word: &[char]) -> usize {
    let has_prefix = word.first().is_some_and(|sign| "か箇ヵヶ".contains(*sign));
    1 + usize::from(has_prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with a dot wherever a line must not break.
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
            ("1,5\u{202f}kWh/a", "1·,·5·\u{202f}·k·W·h·/·a"),
            ("40人/10万人", "4·0·人·/·1·0·万·人"),
            ("76人/10万人／100人/10万人", "7·6·人·/·1·0·万·人／1·0·0·人·/·1·0·万·人"),
            ("2,500円/世帯の負担", "2·,·5·0·0·円·/·世·帯の負担"),
            ("0.3 µg/m³", "0·.·3· ·µ·g·/·m·³"),
            ("5件/1,000,000世帯", "5·件/1·,·0·0·0·,·0·0·0·世帯"),
            ("850g/人/日まで", "8·5·0·g·/·人·/·日まで"),
            ("5件/ 年", "5·件/ 年"),
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
