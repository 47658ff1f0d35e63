//! On which pages of a packet its parts begin.

/// The page on which each material begins, counted from 1, after `front` first pages. Materials without a page count are not
/// in the packet. If it is printed on both sides (`duplex`), each begins on an odd page.
#[must_use]
pub fn first_pages(front: usize, page_counts: &[Option<usize>], duplex: bool) -> Vec<Option<usize>> {
    let mut next = front + 1;
    let page_counts = page_counts.iter();
    page_counts
        .map(|page_count| {
            let page_count = (*page_count)?;
            let first = if duplex && next.is_multiple_of(2) { next + 1 } else { next };
            next = first + page_count;
            Some(first)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn materials_follow_each_other_and_those_left_out_take_no_page() {
        assert_eq!(first_pages(1, &[Some(4), None, Some(1)], false), [Some(2), None, Some(6)]);
        assert_eq!(first_pages(0, &[], false), []);
    }

    #[test]
    fn on_both_sides_each_material_begins_on_an_odd_page() {
        assert_eq!(first_pages(1, &[Some(4), None, Some(1), Some(2)], true), [Some(3), None, Some(7), Some(9)]);
        assert_eq!(first_pages(2, &[Some(3)], true), [Some(3)]);
    }
}
