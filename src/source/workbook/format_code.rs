//! Parses codes of number formats such as `#,##0.0"件";[Red]-0` into sections of tokens (ECMA-376, 18.8.31).

#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Section {
    /// An explicit condition for the numbers that it applies to.
    pub(super) condition: Option<Condition>,
    pub(super) tokens: Vec<Token>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Literal(String),
    /// The number as it is stored.
    General,
    /// A digit placeholder: `0`, `#` or `?`.
    Digit(char),
    Point,
    /// A comma: a thousands separator, or a division by a thousand.
    Comma,
    /// A percent sign, which multiplies the number by a hundred.
    Percent,
    Exponent,
    Stroke,
    Text,
    /// A part of a date or time, as a lower-case letter.
    Date(char),
    /// Digits in the numerals of a language.
    Numerals,
}

/// A comparison with a number, as in `[>=1000]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Condition {
    comparison: Comparison,
    limit: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    Unequal,
}

impl Condition {
    pub(super) fn new(text: &str) -> Option<Self> {
        use Comparison::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, Unequal};
        let signs =
            [("<=", LessOrEqual), (">=", GreaterOrEqual), ("<>", Unequal), ("<", Less), (">", Greater), ("=", Equal)];
        signs.into_iter().find_map(|(sign, comparison)| {
            let limit = text.strip_prefix(sign)?.trim().parse().ok()?;
            Some(Self { comparison, limit })
        })
    }

    #[expect(clippy::float_cmp, reason = "a format compares with what it says")]
    pub(super) fn is_met(self, value: f64) -> bool {
        match self.comparison {
            Comparison::Less => value < self.limit,
            Comparison::LessOrEqual => value <= self.limit,
            Comparison::Greater => value > self.limit,
            Comparison::GreaterOrEqual => value >= self.limit,
            Comparison::Equal => value == self.limit,
            Comparison::Unequal => value != self.limit,
        }
    }
}

/// Names of the format that shows a number as it is stored.
const GENERAL: [&str; 4] = ["general", "g/標準", "standard", "標準"];

pub(super) fn sections(code: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut rest = code;
    while let Some(section) = sections.last_mut() {
        if let Some(after) = general(rest) {
            section.tokens.push(Token::General);
            rest = after;
            continue;
        }
        let mut characters = rest.chars();
        let Some(character) = characters.next() else { break };
        if character == ';' {
            sections.push(Section::default());
        } else if let Some(token) = token(character, &mut characters, section) {
            section.tokens.push(token);
        }
        rest = characters.as_str();
    }
    sections
}

fn general(rest: &str) -> Option<&str> {
    GENERAL.iter().find_map(|name| {
        let (start, after) = rest.split_at_checked(name.len())?;
        start.to_lowercase().eq(name).then_some(after)
    })
}

/// Reads the token that begins with `character`. `None` if it only affects the appearance.
fn token(character: char, rest: &mut std::str::Chars<'_>, section: &mut Section) -> Option<Token> {
    Some(match character {
        // Escapes the next character.
        '\\' | '!' => Token::Literal(rest.next()?.to_string()),
        '"' => {
            let quoted: String = rest.by_ref().take_while(|character| *character != '"').collect();
            Token::Literal(quoted)
        }
        // A space as wide as the next character.
        '_' => {
            rest.next();
            Token::Literal(" ".to_owned())
        }
        // Repeats the next character to fill the cell.
        '*' => {
            rest.next();
            return None;
        }
        '[' => {
            let inside: String = rest.by_ref().take_while(|character| *character != ']').collect();
            return bracketed(&inside, section);
        }
        '0' | '#' | '?' => Token::Digit(character),
        '.' => Token::Point,
        ',' => Token::Comma,
        '%' | '％' => Token::Percent,
        '/' if !section.tokens.iter().any(|token| matches!(token, Token::Date(_))) => Token::Stroke,
        '@' => Token::Text,
        'E' | 'e' if rest.as_str().starts_with(['+', '-']) => {
            rest.next();
            Token::Exponent
        }
        _ if is_of_date(character) => Token::Date(character.to_ascii_lowercase()),
        _ => Token::Literal(character.to_string()),
    })
}

/// Years, months, days, hours, minutes, seconds, eras and their years, weekdays, and a.m. or p.m.
fn is_of_date(character: char) -> bool {
    matches!(character.to_ascii_lowercase(), 'y' | 'm' | 'd' | 'h' | 's' | 'g' | 'e' | 'r' | 'a' | 'b')
}

/// Reads a currency, a condition, elapsed time, numerals, or a colour between brackets.
fn bracketed(inside: &str, section: &mut Section) -> Option<Token> {
    if let Some(currency) = inside.strip_prefix('$') {
        let sign = currency.split_once('-').map_or(currency, |(sign, _)| sign);
        return (!sign.is_empty()).then(|| Token::Literal(sign.to_owned()));
    }
    if let Some(condition) = Condition::new(inside) {
        section.condition = Some(condition);
        return None;
    }
    if inside.to_lowercase().starts_with("dbnum") {
        return Some(Token::Numerals);
    }
    let first = inside.chars().next()?.to_ascii_lowercase();
    let is_elapsed =
        matches!(first, 'h' | 'm' | 's') && inside.chars().all(|letter| letter.eq_ignore_ascii_case(&first));
    is_elapsed.then_some(Token::Date(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(code: &str) -> Vec<Token> {
        sections(code).remove(0).tokens
    }

    fn literal(text: &str) -> Token {
        Token::Literal(text.to_owned())
    }

    #[test]
    fn what_stands_for_itself_is_told_from_places_for_digits() {
        assert_eq!(tokens("0\"0件\""), [Token::Digit('0'), literal("0件")]);
        assert_eq!(tokens("0\\%!0"), [Token::Digit('0'), literal("%"), literal("0")]);
        assert_eq!(tokens("_(* 0"), [literal(" "), Token::Digit('0')]);
        assert_eq!(tokens("[$¥-411]0"), [literal("¥"), Token::Digit('0')]);
        assert_eq!(tokens("[Red]0"), [Token::Digit('0')]);
        assert_eq!(tokens("[$-411]e"), [Token::Date('e')]);
        assert_eq!(tokens("0E+00")[1], Token::Exponent);
    }

    #[test]
    fn general_is_known_in_the_words_of_programs() {
        for code in ["General", "GENERAL", "G/標準", "Standard"] {
            assert_eq!(tokens(code), [Token::General], "{code}");
        }
        assert_eq!(tokens("General\"件\""), [Token::General, literal("件")]);
    }

    #[test]
    fn sections_have_conditions() {
        let sections = sections("[>=1000]#,##0;[<>0]0;\"-\"");
        assert_eq!(sections.len(), 3);
        assert!(sections[0].condition.is_some_and(|condition| condition.is_met(1000.0) && !condition.is_met(999.9)));
        assert!(sections[1].condition.is_some_and(|condition| condition.is_met(1.0) && !condition.is_met(0.0)));
    }

    #[test]
    fn no_code_ends_the_program() {
        for code in ["", "\"", "[", "\\", "_", "*", ";;;;;;", "[$", "[<]", "0;\"", "標", "É/標準"] {
            sections(code);
        }
    }
}
