//! Which language a text is in, as its tags say and as its script shows.

use nenpo::pdf::{Element, Node};

use super::edition::Edition;

/// Whether a character is written in Japanese and not in English.
pub(crate) fn is_japanese(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '々')
}

/// Returns words that stand side by side and are in English, not names such as AMED or units such as MWh.
fn english(text: &str) -> Option<String> {
    let is_word = |word: &str| {
        let letters = word.trim_matches(|sign: char| sign.is_ascii_punctuation() || "“”‘’".contains(sign));
        letters.len() >= 3
            && letters.chars().all(|letter| letter.is_ascii_alphabetic() || letter == '’')
            && letters.chars().skip(1).all(|letter| !letter.is_ascii_uppercase())
    };
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).find(|pair| pair.iter().all(|word| is_word(word))).map(|pair| pair.join(" "))
}

/// Every text says that it is in the language that its script shows, and so do texts that are only heard.
pub(crate) fn broken(edition: &Edition) -> Vec<String> {
    let mut broken = Vec::new();
    let mut runs: Vec<(String, String)> = Vec::new();
    let language = edition.pdf.language().unwrap_or_default();
    gather(edition.pdf.tags(), &language, &mut runs);
    if primary(&language) != edition.language() {
        broken.push(format!("the document is in {language}"));
    }
    runs.push((language, edition.pdf.title().unwrap_or_default()));
    for (language, text) in &runs {
        match primary(language) {
            "ja" => broken.extend(english(text).map(|words| format!("“{words}” as Japanese: {text}"))),
            _ if text.contains(is_japanese) => broken.push(format!("Japanese as {language}: {text}")),
            _ => {}
        }
    }
    broken
}

fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or_default()
}

/// Gathers texts with the languages that hold for them; what follows each other in one language is one text.
fn gather(element: &Element, around: &str, runs: &mut Vec<(String, String)>) {
    let language = element.language.as_deref().unwrap_or(around);
    let heard = [element.alt.as_ref(), element.actual_text.as_ref(), element.attributes.get("Summary")];
    runs.extend(heard.into_iter().flatten().map(|text| (language.to_owned(), text.clone())));
    // A text of another element, such as a cell's, is not of one sentence with this one.
    runs.push((language.to_owned(), String::new()));
    for child in &element.children {
        match child {
            Node::Element(child) => gather(child, language, runs),
            Node::Text(text) => {
                let own = text.language.as_deref().unwrap_or(language);
                match runs.last_mut() {
                    Some((last, run)) if last == own => run.push_str(&text.text),
                    _ => runs.push((own.to_owned(), text.text.clone())),
                }
            }
            Node::Annotation(_) => {}
        }
    }
}
