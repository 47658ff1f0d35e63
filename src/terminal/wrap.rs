//! Breaks text into lines by the line breaking rules of Unicode and the width of characters.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use unicode_width::UnicodeWidthStr;

/// A word wider than `columns` gets a line of its own.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(options);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut start = 0;
        let mut end = 0;
        for opportunity in segmenter.segment_str(paragraph) {
            let line = paragraph.get(start..opportunity).unwrap_or_default();
            if end > start && line.trim_end().width() > columns {
                lines.push(paragraph[start..end].trim_end().to_owned());
                start = end;
            }
            end = opportunity;
        }
        lines.push(paragraph[start..].trim_end().to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_japanese_breaks_between_characters() {
        assert_eq!(wrap("the report's folder", 12), ["the report's", "folder"]);
        assert_eq!(wrap("報告のフォルダ。名前", 14), ["報告のフォル", "ダ。名前"]);
        assert_eq!(wrap("unbreakable", 3), ["unbreakable"]);
        assert_eq!(wrap("a\nb", 80), ["a", "b"]);
    }

    #[test]
    fn a_full_stop_never_begins_a_line() {
        assert_eq!(wrap("報告書。", 6), ["報告", "書。"]);
    }
}
