//! Parses page ranges: `3`, `1-3`, `3-` or `-2`.

use std::ops::RangeInclusive;

/// Consecutive pages, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRange {
    first: Option<usize>,
    last: Option<usize>,
}

impl PageRange {
    /// Parses a page or a range that may be open on one side.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let page = |text: &str| match text.trim() {
            "" => Some(None),
            text if text.bytes().all(|byte| byte.is_ascii_digit()) => {
                text.parse().ok().filter(|page| *page > 0).map(Some)
            }
            _ => None,
        };
        let (first, last) = match text.split_once('-') {
            Some((first, last)) => (page(first)?, page(last)?),
            None => (page(text)?, page(text)?),
        };
        let is_range = match (first, last) {
            (Some(first), Some(last)) => first <= last,
            (first, last) => first.is_some() || last.is_some(),
        };
        is_range.then_some(Self { first, last })
    }

    /// The pages within a document of `count` pages.
    ///
    /// # Errors
    /// The page that the document does not have.
    pub fn of(self, count: usize) -> Result<RangeInclusive<usize>, usize> {
        match [self.first, self.last].into_iter().flatten().find(|page| *page > count) {
            Some(page) => Err(page),
            None => Ok(self.first.unwrap_or(1)..=self.last.unwrap_or(count)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_may_be_open_on_one_side() {
        for (text, pages) in
            [("2", 2..=2), ("1-3", 1..=3), ("3-", 3..=5), ("-2", 1..=2), (" 4 - 5 ", 4..=5), ("5", 5..=5)]
        {
            assert_eq!(PageRange::new(text).unwrap().of(5), Ok(pages), "{text}");
        }
    }

    #[test]
    fn what_is_no_range_is_none() {
        for text in ["", "-", "0", "0-2", "3-1", "1-2-3", "+1", "a", "１", "99999999999999999999999"] {
            assert_eq!(PageRange::new(text), None, "{text}");
        }
    }

    #[test]
    fn a_page_that_is_not_there_is_named() {
        assert_eq!(PageRange::new("2-7").unwrap().of(5), Err(7));
        assert_eq!(PageRange::new("6-").unwrap().of(5), Err(6));
    }
}
