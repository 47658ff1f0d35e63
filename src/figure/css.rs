//! Parses CSS like browsers: the rules of a sheet and the declarations of a style. Does not depend on any property.

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Rule(&'a str, &'a str),
    /// An at-rule: its name and prelude.
    At(&'a str, &'a str),
}

pub(super) fn without_comments(style: &str) -> String {
    let mut plain = String::with_capacity(style.len());
    let mut quote = None;
    let mut rest = style;
    while let Some(first) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest[2..].split_once("*/").map_or("", |(_, behind)| behind);
            plain.push(' ');
            continue;
        }
        let length = first.len_utf8() + if first == '\\' { rest.chars().nth(1).map_or(0, char::len_utf8) } else { 0 };
        quote = match (quote, first) {
            (None, '"' | '\'') => Some(first),
            // A string cannot contain a line break.
            (Some(_), '\n') => None,
            (Some(open), _) if open == first => None,
            _ => quote,
        };
        plain.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    plain
}

/// Splits a style sheet without comments into rules.
pub(super) fn pieces(sheet: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = sheet;
    loop {
        rest = rest.trim_start();
        if let Some(behind) = rest.strip_prefix("<!--").or_else(|| rest.strip_prefix("-->")) {
            rest = behind;
            continue;
        }
        if rest.is_empty() {
            return found;
        }
        let at = rest.strip_prefix('@');
        let (before, behind) = until(rest, if at.is_some() { b"{;" } else { b"{" });
        let (block, behind) = match behind.strip_prefix('{') {
            Some(inside) => until(inside, b"}"),
            None => ("", behind),
        };
        rest = behind.get(1..).unwrap_or_default();
        found.push(match at {
            Some(_) => {
                let rule = &before[1..];
                let name = rule.split(|character: char| !(character.is_alphanumeric() || character == '-')).next();
                let name = name.unwrap_or_default();
                Piece::At(name, rule[name.len()..].trim())
            }
            None => Piece::Rule(before.trim(), block),
        });
    }
}

/// The names and values of declarations without comments, and without `!important`. A nested rule has the name `{`.
pub(super) fn declarations(block: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = block;
    while !rest.trim_start().is_empty() {
        let (declaration, behind) = until(rest, b";{");
        let name = declaration.split(':').next().unwrap_or_default().trim();
        if behind.starts_with('{') && !name.starts_with("--") {
            found.push(("{", declaration.trim()));
            rest = until(&behind[1..], b"}").1.get(1..).unwrap_or_default();
            continue;
        }
        let (declaration, behind) = until(rest, b";");
        if let Some((name, value)) = declaration.split_once(':') {
            let important = value.rsplit_once('!').filter(|(_, mark)| mark.trim().eq_ignore_ascii_case("important"));
            found.push((name.trim(), important.map_or(value, |(value, _)| value).trim()));
        }
        rest = behind.get(1..).unwrap_or_default();
    }
    found
}

/// Splits a text at the first stop that is neither in a string nor in brackets.
pub(super) fn until<'a>(text: &'a str, stops: &[u8]) -> (&'a str, &'a str) {
    let mut depth = 0_usize;
    let mut quote = None;
    let mut is_escaped = false;
    for (index, byte) in text.bytes().enumerate() {
        if std::mem::take(&mut is_escaped) {
            continue;
        }
        match (quote, byte) {
            (_, b'\\') => is_escaped = true,
            (Some(_), b'\n') => quote = None,
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, _) if depth == 0 && stops.contains(&byte) => return text.split_at(index),
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'(' | b'[' | b'{') => depth += 1,
            (None, b')' | b']' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_gone_and_strings_are_whole() {
        assert_eq!(without_comments("a/* { */b'/* c */\\'/*'/*d"), "a b'/* c */\\'/*' ");
    }

    #[test]
    fn rules_end_with_their_own_braces() {
        let sheet = "@charset 'a;{';\n.a, .b:not(.c){fill:url(data:;})}<!-- @media print and (x) {.d{e:f}} --> g{h:'}'";
        assert_eq!(
            pieces(sheet),
            [
                Piece::At("charset", "'a;{'"),
                Piece::Rule(".a, .b:not(.c)", "fill:url(data:;})"),
                Piece::At("media", "print and (x)"),
                Piece::Rule("g", "h:'}'"),
            ]
        );
        assert_eq!(pieces("@"), [Piece::At("", "")]);
    }

    #[test]
    fn declarations_keep_what_lies_in_brackets() {
        assert_eq!(
            declarations(" a : b(c(;)) ;; d:e ! important;--f:{g;h}; .i{j:k} l:'m;n!';o; p:q!r"),
            [("a", "b(c(;))"), ("d", "e"), ("--f", "{g;h}"), ("{", ".i"), ("l", "'m;n!'"), ("p", "q!r")]
        );
    }
}
