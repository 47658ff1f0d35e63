//! Decides whether bytes that are valid CP932 are Japanese, or text in another encoding: `Montréal` in Windows-1252 has
//! the bytes of `Montr饌l`.
//!
//! Japanese bytes read in a Latin encoding have symbols within words and capitals after small letters; Latin words read
//! as CP932 have a rare kanji, or a single half-width kana next to Latin letters. If neither is clear, the user has to
//! decide.

use std::borrow::Cow;
use std::ops::Range;

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GBK, ISO_8859_15, MACINTOSH, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
    WINDOWS_1253, WINDOWS_1254, WINDOWS_1257,
};

/// The first word of a text that two encodings decode differently, without certainty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TwoReadings {
    /// The whole text, decoded as CP932.
    pub(super) text: String,
    /// The bytes of the word in `text`.
    pub(super) range: Range<usize>,
    pub(super) encoding: &'static str,
    pub(super) reading: String,
}

/// A single-byte encoding.
enum Table {
    Web(&'static Encoding),
    /// A code page of DOS, used by Excel for “CSV (MS-DOS)”: characters from 0x80 on.
    Dos(&'static str),
}

impl Table {
    fn decode<'a>(&self, bytes: &'a [u8]) -> Cow<'a, str> {
        match self {
            Self::Web(encoding) => encoding.decode_without_bom_handling(bytes).0,
            Self::Dos(table) => bytes
                .iter()
                .filter_map(|byte| match byte.checked_sub(0x80) {
                    Some(index) => table.chars().nth(usize::from(index)),
                    None => Some(char::from(*byte)),
                })
                .collect(),
        }
    }
}

/// The upper half of CP850 (Western Europe), which encoding_rs does not support.
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";

/// The upper half of CP852 (Central Europe).
const CP852: &str = "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{AD}˝˛ˇ˘§÷¸°¨˙űŘř■\u{A0}";

/// Single-byte encodings with letters below 0xA0, where CP932 has the first bytes of kanji.
const OLD: [(&str, Table); 3] =
    [("Mac Roman", Table::Web(MACINTOSH)), ("CP850", Table::Dos(CP850)), ("CP852", Table::Dos(CP852))];

/// Single-byte encodings in order of likelihood.
const SINGLE: [(&str, Table); 10] = [
    ("Windows-1252", Table::Web(WINDOWS_1252)),
    ("ISO 8859-15", Table::Web(ISO_8859_15)),
    ("Windows-1250", Table::Web(WINDOWS_1250)),
    ("Mac Roman", Table::Web(MACINTOSH)),
    ("CP850", Table::Dos(CP850)),
    ("CP852", Table::Dos(CP852)),
    ("Windows-1254", Table::Web(WINDOWS_1254)),
    ("Windows-1257", Table::Web(WINDOWS_1257)),
    ("Windows-1251", Table::Web(WINDOWS_1251)),
    ("Windows-1253", Table::Web(WINDOWS_1253)),
];

/// Double-byte encodings, with the first bytes of their common characters.
const DOUBLE: [(&str, &Encoding, Range<u8>); 4] = [
    ("EUC-JP", EUC_JP, 0xA1..0xD0),
    ("EUC-KR", EUC_KR, 0xA1..0xC9),
    ("GBK", GBK, 0xA1..0xD8),
    ("Big5", BIG5, 0xA1..0xC7),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Japanese {
    /// Kana, JIS level 1 kanji and symbols, or pronounceable half-width kana.
    Everyday,
    /// Unpronounceable half-width kana, or rare kanji.
    Rare,
}

/// Consecutive characters that are not ASCII.
#[derive(Debug, Clone)]
struct Run {
    range: Range<usize>,
    characters: usize,
    half_width: usize,
    japanese: Japanese,
}

/// A plausible reading of a word in another encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Foreign {
    /// A word with letters that are not ASCII.
    Word,
    /// Only symbols such as ² or °.
    Signs,
}

/// The first word that may be in another encoding, although the bytes are valid CP932.
pub(super) fn two_readings(bytes: &[u8]) -> Option<TwoReadings> {
    of_two_bytes(bytes).or_else(|| of_one_byte(bytes))
}

/// Detects text in a double-byte encoding, most of which CP932 decodes as half-width kana.
fn of_two_bytes(bytes: &[u8]) -> Option<TwoReadings> {
    /// The least number of common characters in ten.
    const EVERYDAY: usize = 9;
    let (mut half_width, mut all) = (0, 0);
    let mut first = None;
    for run in runs(bytes) {
        half_width += run.half_width;
        all += run.characters;
        if first.is_none() && run.japanese == Japanese::Rare {
            first = Some(run.range);
        }
    }
    let first = first.filter(|_| half_width * 2 > all)?;
    let fits = |(_, encoding, everyday): &(&str, &'static Encoding, Range<u8>)| {
        let pairs = pairs(bytes);
        let (known, all) =
            pairs.fold((0, 0), |(known, all), lead| (known + usize::from(everyday.contains(&lead)), all + 1));
        known * 10 >= all * EVERYDAY && encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some()
    };
    let (name, encoding, _) = DOUBLE.into_iter().find(fits)?;
    Some(readings(bytes, first, name, &Table::Web(encoding)))
}

/// The first bytes of double-byte characters.
fn pairs(bytes: &[u8]) -> impl Iterator<Item = u8> {
    let mut bytes = bytes.iter().copied();
    std::iter::from_fn(move || {
        let lead = bytes.find(|byte| *byte >= 0x80)?;
        bytes.next();
        Some(lead)
    })
}

type ReadRun = (Range<usize>, Vec<Option<Foreign>>);

fn of_one_byte(bytes: &[u8]) -> Option<TwoReadings> {
    const ENOUGH: usize = 1000;
    let mut is_japanese = false;
    // Runs that are unlikely to be Japanese, and those that may be something else.
    let (mut foreign, mut doubtful): (Vec<ReadRun>, Vec<ReadRun>) = (Vec::new(), Vec::new());
    let mut is_beside_letters = false;
    for run in runs(bytes) {
        let is_beside = |is_letter: fn(&u8) -> bool| {
            bytes[..run.range.start].last().is_some_and(is_letter) || bytes.get(run.range.end).is_some_and(is_letter)
        };
        let is_rare = run.japanese == Japanese::Rare;
        // In Japanese text, only a rare kanji among Latin letters can be something else.
        if is_japanese && !(is_rare && is_beside(u8::is_ascii_alphabetic)) {
            continue;
        }
        let read = foreign_readings(bytes, &run.range);
        let is_word = read.contains(&Some(Foreign::Word));
        let is_read = read.iter().any(Option::is_some);
        if !is_rare && run.characters > 1 && !is_read {
            is_japanese = true;
        } else if is_rare && is_read || is_word && is_beside(u8::is_ascii_lowercase) {
            is_beside_letters |= is_rare && is_word && is_beside(u8::is_ascii_alphabetic);
            foreign.push((run.range, read));
        } else {
            doubtful.push((run.range, read));
        }
        if foreign.len().max(doubtful.len()) >= ENOUGH {
            break;
        }
    }
    if is_japanese && !is_beside_letters {
        return None;
    }
    if foreign.is_empty() {
        return vowels_of_old_systems(bytes, &doubtful);
    }
    let score = |index: &usize| foreign.iter().filter(|(_, read)| read[*index].is_some()).count();
    // In a tie, the first of the list.
    let best = (0..SINGLE.len()).rev().max_by_key(score)?;
    let (range, _) = foreign.iter().find(|(_, read)| read[best].is_some())?;
    let (name, table) = &SINGLE[best];
    Some(readings(bytes, range.clone(), name, table))
}

/// Finds words such as étés in DOS and Mac encodings, which CP932 decodes as two common kanji.
fn vowels_of_old_systems(bytes: &[u8], doubtful: &[ReadRun]) -> Option<TwoReadings> {
    /// The least number of bytes of a word that its letters alone identify.
    const SHORTEST: usize = 4;
    let (first, _) = doubtful.first()?;
    let words: Option<Vec<&[u8]>> = doubtful.iter().map(|(run, _)| Some(&bytes[word(bytes, run)?])).collect();
    let words = words.filter(|words| words.iter().any(|word| word.len() >= SHORTEST))?;
    let is_word = |table: &Table, word: &[u8]| {
        let text = table.decode(word);
        let plain = text.chars().filter(char::is_ascii_lowercase).count();
        foreign_reading(table, word) == Some(Foreign::Word) && plain * 2 >= text.chars().count()
    };
    let (name, table) = OLD.into_iter().find(|(_, table)| words.iter().all(|word| is_word(table, word)))?;
    Some(readings(bytes, first.clone(), name, &table))
}

fn foreign_readings(bytes: &[u8], run: &Range<usize>) -> Vec<Option<Foreign>> {
    let word = word(bytes, run).unwrap_or_default();
    SINGLE.iter().map(|(_, table)| foreign_reading(table, &bytes[word.clone()])).collect()
}

/// The runs of characters that are not ASCII, as decoded by CP932.
fn runs(bytes: &[u8]) -> impl Iterator<Item = Run> {
    let mut index = 0;
    std::iter::from_fn(move || {
        index += bytes.get(index..)?.iter().position(|byte| *byte >= 0x80)?;
        let start = index;
        let (mut characters, mut half_width, mut is_everyday) = (0, 0, true);
        while let Some(lead) = bytes.get(index).copied().filter(|byte| *byte >= 0x80) {
            if is_half_width(lead) {
                let rest = bytes.get(index..).unwrap_or_default();
                let kana = &rest[..rest.iter().position(|byte| !is_half_width(*byte)).unwrap_or(rest.len())];
                is_everyday &= can_be_said(kana);
                half_width += kana.len();
                characters += kana.len();
                index += kana.len();
            } else {
                let length = if lead == 0x80 { 1 } else { 2 };
                is_everyday &=
                    length == 2 && is_everyday_kanji(lead, bytes.get(index + 1).copied().unwrap_or_default());
                characters += 1;
                index += length;
            }
        }
        let japanese = if is_everyday { Japanese::Everyday } else { Japanese::Rare };
        Some(Run { range: start..index.min(bytes.len()), characters, half_width, japanese })
    })
}

fn is_half_width(byte: u8) -> bool {
    (0xA1..=0xDF).contains(&byte)
}

/// Whether two bytes are a symbol, letter, kana or JIS level 1 kanji, or a kanji of names such as 髙 and 﨑.
fn is_everyday_kanji(lead: u8, trail: u8) -> bool {
    matches!((lead, trail), (0x81..=0x83 | 0x87 | 0x89..=0x97, _) | (0x88, 0x9F..) | (0x98, ..=0x72) | (0xFA..=0xFC, 0x80..))
}

/// Whether half-width kana are pronounceable: several, with sound marks and small kana only after matching kana.
fn can_be_said(kana: &[u8]) -> bool {
    let is_sound = |pair: &[u8]| match pair {
        [before, 0xDE] => matches!(before, 0xB3 | 0xB6..=0xC4 | 0xCA..=0xCE),
        [before, 0xDF] => matches!(before, 0xCA..=0xCE),
        // ｬ, ｭ, ｮ follow a kana in i, or its voiced form.
        [before, 0xAC..=0xAE] => matches!(before, 0xB7 | 0xBC | 0xC1 | 0xC3 | 0xC6 | 0xCB | 0xD0 | 0xD8 | 0xDE | 0xDF),
        [before, 0xA7..=0xAB] => matches!(before, 0xB3 | 0xBC | 0xC1 | 0xC2 | 0xC3 | 0xC4 | 0xCC | 0xDE),
        [before, 0xB0] => !matches!(before, 0xA1..=0xA5 | 0xAF),
        _ => true,
    };
    let begins = |first: &u8| matches!(first, 0xB1..=0xDC | 0xA2);
    let is_inner = |byte: &u8| !matches!(byte, 0xA1 | 0xA4);
    kana.len() > 1
        && kana.first().is_some_and(begins)
        && kana.last().is_some_and(|last| *last != 0xAF)
        && kana[..kana.len() - 1].iter().all(is_inner)
        && kana.windows(2).all(is_sound)
}

/// The bytes of the word around a run in a single-byte encoding. `None` if it is too long.
fn word(bytes: &[u8], run: &Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 48;
    let is_inside = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80;
    let before = bytes[..run.start].iter().rev().take(LONGEST).take_while(|byte| is_inside(byte)).count();
    let behind = bytes[run.end..].iter().take(LONGEST).take_while(|byte| is_inside(byte)).count();
    let word = run.start - before..run.end + behind;
    (word.len() <= LONGEST).then_some(word)
}

/// The word in another encoding: letters with regular capitals between symbols, or only symbols; else `None`.
fn foreign_reading(table: &Table, word: &[u8]) -> Option<Foreign> {
    /// The most letters beyond the number of ASCII letters, and the most symbols without letters.
    const MORE: usize = 2;
    let text = table.decode(word);
    let letters = text.trim_matches(is_sign);
    let signs = text.chars().count() - letters.chars().count();
    let joiners = letters.chars().filter(|character| is_joiner(*character)).count();
    let plain = letters.chars().filter(char::is_ascii_alphabetic).count();
    let accented = letters.chars().count() - joiners - plain;
    if accented + joiners == 0 {
        return Some(Foreign::Signs).filter(|_| (1..=MORE).contains(&signs));
    }
    let is_latin = letters.chars().all(|letter| is_joiner(letter) || letter.is_ascii_alphabetic() || is_latin(letter));
    let is_of = |script: fn(char) -> bool| letters.chars().all(script) && accented > 1;
    let is_one_script = is_latin && accented <= plain + MORE || is_of(is_greek) || is_of(is_cyrillic);
    let is_word = joiners <= 1 && signs <= plain + accented + 1 && is_one_script;
    (is_word && letters.split(is_joiner).all(has_regular_capitals)).then_some(Foreign::Word)
}

fn is_joiner(character: char) -> bool {
    matches!(character, '’' | '‘' | '–' | '—' | '·')
}

fn is_sign(character: char) -> bool {
    is_joiner(character)
        || matches!(
            character,
            '\u{A0}'
                | '¡'
                | '¢'
                | '£'
                | '¥'
                | '€'
                | '§'
                | '©'
                | '®'
                | '™'
                | 'ª'
                | 'º'
                | '°'
                | '±'
                | '²'
                | '³'
                | '¹'
                | 'µ'
                | '¶'
                | '¼'
                | '½'
                | '¾'
                | '¿'
                | '×'
                | '÷'
                | '«'
                | '»'
                | '“'
                | '”'
                | '„'
                | '…'
                | '´'
                | '¨'
                | '¬'
        )
}

/// Whether a character is a non-ASCII Latin letter of a European language.
fn is_latin(letter: char) -> bool {
    matches!(letter, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ž' | 'Ș'..='ț')
}

fn is_greek(letter: char) -> bool {
    ('Ά'..='ώ').contains(&letter)
}

fn is_cyrillic(letter: char) -> bool {
    ('Ѐ'..='џ').contains(&letter)
}

/// Whether all letters are small or all capital, or only the first is a capital.
fn has_regular_capitals(part: &str) -> bool {
    let mut behind_first = part.chars();
    behind_first.next();
    behind_first.all(|letter| !letter.is_uppercase()) || part.chars().all(|letter| !letter.is_lowercase())
}

fn readings(bytes: &[u8], run: Range<usize>, encoding: &'static str, other: &Table) -> TwoReadings {
    let decode = |range: Range<usize>| SHIFT_JIS.decode_without_bom_handling(&bytes[range]).0.into_owned();
    let around = word(bytes, &run).unwrap_or(run);
    // The word of the other encoding may begin within a CP932 character.
    let line = bytes[..around.start].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let mut start = line;
    let mut index = line;
    while index < around.end {
        if index <= around.start {
            start = index;
        }
        let is_pair = matches!(bytes[index], 0x81..=0x9F | 0xE0..=0xFC);
        index += if is_pair { 2 } else { 1 };
    }
    let end = index.min(bytes.len());
    let before = decode(0..start).len();
    let shown = decode(start..end).len();
    TwoReadings {
        text: decode(0..bytes.len()),
        range: before..before + shown,
        encoding,
        reading: other.decode(&bytes[start..end]).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    const WORDS: &[&str] = &[
        "Prénom",
        "invitéàçù",
        "Kinosäle",
        "Sitzplätze",
        "Montréal",
        "métropole",
        "réussite",
        "élèves",
        "Île-de-France",
        "été",
        "étés",
        "créée",
        "éléments",
        "décédés",
        "où",
        "l’eau",
        "cœur",
        "À",
        "Énergie",
        "QUALITÉ",
        "forêts",
        "château",
        "km²",
        "n°",
        "Übernachtungen",
        "Öl",
        "Straßen",
        "größer",
        "Beschäftigte",
        "Fläche",
        "ÖPNV",
        "Maßnahmen",
        "niños",
        "año",
        "población",
        "región",
        "índice",
        "educación",
        "él",
        "ação",
        "população",
        "serviços",
        "São",
        "nível",
        "Łódź",
        "żółw",
        "ścieki",
        "źródło",
        "gęstość",
        "jakość",
        "København",
        "måling",
        "børn",
        "ældre",
        "år",
        "Økonomi",
        "æg",
        "brännbart",
        "säkerhet",
        "größte",
        "naïve",
        "Škola",
        "město",
        "příjem",
        "Ženy",
        "Őr",
        "gyűjtés",
        "Timișoara",
        "İstanbul",
        "ğ",
        "Ísland",
        "þjóð",
    ];

    const JAPANESE: &[&str] = &[
        "処理区分",
        "点検連番",
        "型式",
        "硎谷 祐介",
        "ｾｲｿｳ",
        "ｾｲｿｳｶﾂﾄﾞｳ",
        "ｽｲｼﾂ",
        "ｸﾞﾙｰﾌﾟ",
        "ﾃﾞｰﾀ数",
        "ﾊﾞｽ停",
        "ｹｰｽ",
        "ﾁｬﾚﾝｼﾞ",
        "清掃活動の回数",
        "水質",
        "人",
        "件",
        "市",
        "年度",
        "目標値（令和7年度）",
        "①②③",
        "㈱",
        "㎡",
        "髙﨑",
        "齋藤",
        "膵臓",
        "罹患率",
        "鷗外",
        "ICT活用",
        "AI化",
        "x軸",
        "pH値",
        "CO2排出量",
        "PM2.5",
        "Web会議",
        "km圏内",
        "B型肝炎",
        "５７",
        "△3.2",
        "※",
        "…",
        "－",
        "％",
        "か所",
        "〒",
        "～",
        "―",
        "浚渫",
        "涵養",
        "躯体",
        "橋梁",
        "嚥下",
        "痺れ",
        "(ｱ) 道路",
        "｢A｣ の数",
        "LED燈",
        "①髙﨑のｶﾅ～",
        "10㎞",
        "3ヵ年",
        "～ため",
    ];

    fn row(text: &str) -> String {
        format!("id,kind,unit,name\r\na,output,count,{text}\r\n")
    }

    fn encoded(text: &str, table: &Table) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        for character in text.chars() {
            let is_it = |byte: &u8| table.decode(&[*byte]).chars().eq([character]);
            bytes.push((0..=255).find(is_it)?);
        }
        Some(bytes)
    }

    fn fits_cp932(bytes: &[u8]) -> bool {
        SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes).is_some()
    }

    #[test]
    fn no_word_of_another_language_is_taken_for_japanese() {
        let mut taken = Vec::new();
        for (name, table) in &SINGLE[..7] {
            for word in WORDS {
                // él is a kanji in these encodings, and nothing else identifies it.
                let is_short = word.chars().count() < 4 && OLD.iter().any(|(old, _)| old == name);
                let Some(bytes) = encoded(&row(word), table).filter(|bytes| fits_cp932(bytes)) else { continue };
                if two_readings(&bytes).is_none() && !is_short {
                    taken.push(format!("{word} in {name}"));
                }
            }
        }
        assert_eq!(taken, Vec::<String>::new());
    }

    /// The texts that may be in another encoding, with their alternative reading.
    fn questioned<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
        let readings = |text: &str| {
            let found = two_readings(&SHIFT_JIS.encode(text).0)?;
            Some(format!("{text}: {} in {}", found.reading, found.encoding))
        };
        texts.filter_map(readings).collect()
    }

    #[test]
    fn japanese_is_read_without_a_question() {
        let rows: Vec<String> = JAPANESE.iter().map(|text| row(text)).collect();
        assert_eq!(questioned(rows.iter().map(String::as_str)), Vec::<String>::new());
    }

    #[test]
    fn every_line_of_our_own_japanese_is_read_alone() {
        let files = embedded::files_below(embedded::LOCALES.get_dir("ja").unwrap());
        let texts = files.iter().map(|(_, contents)| std::str::from_utf8(contents).unwrap());
        let lines: Vec<&str> = texts.flat_map(str::lines).collect();
        let lines = lines.into_iter().filter(|line| !line.is_ascii() && !SHIFT_JIS.encode(line).2);
        assert_eq!(questioned(lines), Vec::<String>::new());
    }

    #[test]
    fn text_in_two_bytes_a_character_is_not_taken_for_half_width_kana() {
        for (encoding, text) in [
            (EUC_JP, "指標の名前"),
            (EUC_JP, "道路の延長"),
            (EUC_JP, "ごみの排出量"),
            (GBK, "绿化覆盖面积和比例"),
            (GBK, "居民人均收入"),
            (EUC_KR, "도시 공원 면적"),
            (EUC_KR, "하수도 보급률"),
            (BIG5, "都市公園面積"),
        ] {
            let (bytes, ..) = encoding.encode(text);
            let text = row(text);
            let (all, ..) = encoding.encode(&text);
            assert!(!fits_cp932(&all) || two_readings(&all).is_some(), "{text}: {}", SHIFT_JIS.decode(&bytes).0);
        }
        let (bytes, ..) = EUC_JP.encode("id,指標の名前\n");
        let found = two_readings(&bytes).unwrap();
        assert_eq!((found.encoding, found.reading.as_str()), ("EUC-JP", "指標の名前"));
    }

    #[test]
    fn a_latin_word_among_japanese_rows_is_not_passed_over() {
        let (japanese, ..) = SHIFT_JIS.encode("a,清掃活動の回数\nb,水質基準の達成率\n");
        let (latin, ..) = WINDOWS_1252.encode("c,Ville de Montréal\n");
        let found = two_readings(&[&*japanese, &*latin].concat()).unwrap();
        assert_eq!((found.encoding, found.reading.as_str()), ("Windows-1252", "Montréal"));
        assert_eq!(found.text.get(found.range), Some("Montr饌l"));
        let (japanese, ..) = SHIFT_JIS.encode("a,清掃活動の回数\nb,鷲\nc,(ｱ) 道路\nd,｢A｣\n");
        assert_eq!(two_readings(&japanese), None);
    }
}
