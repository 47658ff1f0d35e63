//! Adapts prose to a CommonMark parser that expects spaces between words: emphasis next to Japanese characters,
//! superscript and subscript within words, and characters that only look like delimiters.

use super::escape::is_disguised;
use super::unsupported::Unsupported;

/// Punctuation that reports do not use; marks word boundaries for the parser and is removed afterwards.
pub(super) const WORD_EDGE: char = '\u{2E31}';

const LONGEST: usize = 24;

/// The text in which the parser finds the intended delimiters, and what is ambiguous or not supported.
pub(super) fn prepared(source: &str) -> (String, Vec<Unsupported>) {
    let characters: Vec<char> = source.chars().collect();
    let mut reader =
        Reader { characters: &characters, ready: String::with_capacity(source.len()), unsupported: Vec::new() };
    let mut at = 0;
    while at < characters.len() {
        at = reader.take(at);
    }
    (reader.ready, reader.unsupported)
}

pub(super) fn without_edges(text: &str) -> String {
    text.replace(WORD_EDGE, "")
}

/// Whether a character belongs to a script without spaces between words.
pub(super) fn is_unspaced(character: char) -> bool {
    matches!(u32::from(character), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x2_0000..=0x3_FFFF)
}

/// Whether a character is a letter or digit of such a script.
fn is_unspaced_letter(character: char) -> bool {
    // Korean has spaces between words, but not between a word and its particle.
    let is_korean = matches!(u32::from(character), 0x1100..=0x11FF | 0xAC00..=0xD7A3);
    is_korean || (is_unspaced(character) && (character.is_alphanumeric() || matches!(character, '々' | '〆' | 'ー')))
}

/// Whether the parser considers a character punctuation.
fn is_punctuation(character: char) -> bool {
    !character.is_alphanumeric() && !character.is_whitespace() && !is_disguised(character)
}

struct Reader<'a> {
    characters: &'a [char],
    ready: String,
    unsupported: Vec<Unsupported>,
}

impl Reader<'_> {
    fn at(&self, index: usize) -> Option<char> {
        self.characters.get(index).copied()
    }

    fn before(&self, index: usize) -> Option<char> {
        index.checked_sub(1).and_then(|before| self.at(before))
    }

    fn copy(&mut self, from: usize, to: usize) -> usize {
        self.ready.extend(&self.characters[from..to]);
        to
    }

    fn take(&mut self, at: usize) -> usize {
        match self.at(at) {
            Some('\\') => self.copy(at, (at + 2).min(self.characters.len())),
            Some('<') => {
                let end = self.end_of_address(at);
                self.copy(at, end.unwrap_or(at + 1))
            }
            Some(']') if self.at(at + 1) == Some('(') => {
                let end = self.position(at + 2, |character| matches!(character, ')' | '\n'));
                self.copy(at, end.unwrap_or(self.characters.len()))
            }
            Some('*') => self.emphasis(at),
            Some(sign @ ('~' | '^')) => self.pair(at, sign),
            _ => self.copy(at, at + 1),
        }
    }

    fn position(&self, from: usize, is_wanted: impl Fn(char) -> bool) -> Option<usize> {
        (from..self.characters.len()).find(|index| is_wanted(self.characters[*index]))
    }

    /// The end of an address in angle brackets, if there is one.
    fn end_of_address(&self, at: usize) -> Option<usize> {
        let end = self.position(at + 1, |character| character == '>' || character.is_whitespace())?;
        let inside = &self.characters[at + 1..end];
        (self.characters[end] == '>' && inside.iter().any(|character| matches!(character, ':' | '@')))
            .then_some(end + 1)
    }

    /// Next to punctuation, the parser requires no letter on the other side, as Japanese has: は**「重要」**です.
    fn emphasis(&mut self, at: usize) -> usize {
        let end = self.position(at, |character| character != '*').unwrap_or(self.characters.len());
        let (before, after) = (self.before(at), self.at(end));
        if before.is_some_and(is_unspaced_letter) && after.is_some_and(is_punctuation) {
            self.ready.push(WORD_EDGE);
        }
        self.copy(at, end);
        if after.is_some_and(is_unspaced_letter) && before.is_some_and(is_punctuation) {
            self.ready.push(WORD_EDGE);
        }
        end
    }

    /// Processes a superscript or subscript sign and the text up to its counterpart; other signs are escaped.
    fn pair(&mut self, at: usize, sign: char) -> usize {
        let end = self.position(at, |character| character != sign).unwrap_or(self.characters.len());
        if end - at > 1 {
            if sign == '~' && self.partner(end, sign).is_some_and(|partner| self.at(partner + 1) == Some(sign)) {
                self.doubt("strikethrough", at);
            }
            return self.literal(at, end, sign);
        }
        let Some(partner) = self.partner(end, sign) else { return self.literal(at, end, sign) };
        match self.meaning(at, partner, sign) {
            Meaning::Shifted => {
                self.delimiter(at, sign);
                let inside: String = self.characters[end..partner].iter().collect();
                self.ready.push_str(&inside);
                self.delimiter(partner, sign);
                partner + 1
            }
            Meaning::Literal => self.literal(at, end, sign),
            Meaning::Unclear => {
                self.doubt("lowered", at);
                self.literal(at, end, sign)
            }
        }
    }

    /// The index of the next identical sign in the same block.
    fn partner(&self, from: usize, sign: char) -> Option<usize> {
        let mut index = from;
        while let Some(character) = self.at(index) {
            match character {
                '\\' => index += 1,
                '\n' if self.begins_block(index + 1) => return None,
                _ if character == sign => return Some(index),
                _ => {}
            }
            index += 1;
        }
        None
    }

    /// Whether a line is empty or begins a list item.
    fn begins_block(&self, start: usize) -> bool {
        let rest =
            self.characters[start.min(self.characters.len())..].iter().skip_while(|character| **character == ' ');
        match rest.clone().next() {
            None | Some('\n') => true,
            Some('-' | '+' | '*') => rest.clone().nth(1) == Some(&' '),
            Some(digit) if digit.is_ascii_digit() => {
                let mut behind = rest.skip_while(|character| character.is_ascii_digit());
                matches!(behind.next(), Some('.' | ')')) && behind.next() == Some(&' ')
            }
            _ => false,
        }
    }

    /// Interprets the text between two signs. A tilde after a digit denotes a range.
    fn meaning(&self, at: usize, partner: usize, sign: char) -> Meaning {
        let inside = &self.characters[at + 1..partner];
        if inside.is_empty() || inside.len() > LONGEST || inside.iter().any(|character| character.is_whitespace()) {
            return Meaning::Literal;
        }
        let (before, after) = (self.before(at), self.at(partner + 1));
        let is_digit = |character: Option<char>| character.is_some_and(char::is_numeric);
        let is_number = |character: Option<char>| is_digit(character) || matches!(character, Some('-' | '−'));
        if sign == '^' {
            // 10^3と10^6
            let are_powers = is_digit(before) && is_number(inside.first().copied()) && is_number(after);
            return if are_powers { Meaning::Literal } else { Meaning::Shifted };
        }
        if is_digit(before) {
            return Meaning::Literal;
        }
        let is_plain = |character: &char| !is_unspaced(*character) && !matches!(character, ',' | ';');
        if inside.iter().all(is_plain) {
            return Meaning::Shifted;
        }
        let is_letter = |character: &char| is_unspaced_letter(*character);
        if inside.iter().all(is_letter) {
            // x~基準~ is a subscript; 東京~大阪~博多 may be three places.
            return if before.is_some_and(is_unspaced_letter) { Meaning::Unclear } else { Meaning::Shifted };
        }
        if inside.iter().all(|character| !is_unspaced(*character)) { Meaning::Unclear } else { Meaning::Literal }
    }

    /// Writes a delimiter that also works within words, as in m^2^ and H~2~O.
    fn delimiter(&mut self, at: usize, sign: char) {
        if self.before(at).is_some_and(char::is_alphanumeric) {
            self.ready.push(WORD_EDGE);
        }
        self.ready.push(sign);
        if self.at(at + 1).is_some_and(char::is_alphanumeric) {
            self.ready.push(WORD_EDGE);
        }
    }

    fn literal(&mut self, from: usize, to: usize, sign: char) -> usize {
        for _ in from..to {
            self.ready.push('\\');
            self.ready.push(sign);
        }
        to
    }

    fn doubt(&mut self, name: &'static str, at: usize) {
        let rest = self.characters[at..].iter().take_while(|character| **character != '\n');
        self.unsupported.push(Unsupported { name, excerpt: rest.collect() });
    }
}

enum Meaning {
    Shifted,
    Literal,
    Unclear,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ready(source: &str) -> String {
        prepared(source).0.replace(WORD_EDGE, "|")
    }

    #[test]
    fn tildes_of_ranges_are_no_delimiters() {
        assert_eq!(ready("10~20歳、30~40歳"), r"10\~20歳、30\~40歳");
        assert_eq!(ready("A~C棟とD~F棟"), r"A\~C棟とD\~F棟");
        assert_eq!(ready("5 ~ 6"), r"5 \~ 6");
        assert_eq!(ready("CO~2~、H~2~O"), "CO|~|2|~、H|~|2|~|O");
        assert_eq!(prepared("東京~大阪~博多").1[0].name, "lowered");
        assert_eq!(prepared("~~済~~").1[0].name, "strikethrough");
    }

    #[test]
    fn powers_are_raised_where_they_are_closed() {
        assert_eq!(ready("m^2^"), "m|^|2|^");
        assert_eq!(ready("10^-3^と"), "10|^-3|^|と");
        assert_eq!(ready("10^3と10^6"), r"10\^3と10\^6");
    }

    #[test]
    fn addresses_are_left_alone() {
        for text in ["[a](https://x.jp/~b/~c)", "<https://x.jp/~b/~c>"] {
            assert_eq!(ready(text), text);
        }
    }

    #[test]
    fn a_sign_of_one_item_has_no_partner_in_another() {
        assert_eq!(ready("- a~b\n- c~d"), "- a\\~b\n- c\\~d");
    }
}
