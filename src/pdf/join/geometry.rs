//! Pages as they are displayed: sizes, rotation, crop box and user unit.

use lopdf::{Dictionary, Object};

use crate::pdf::file::File;

/// The size of a page as it is displayed, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageSize {
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
}

/// A place on a page as it is displayed, in points from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// The distance from the left edge.
    pub left: f32,
    /// The distance from the top edge.
    pub top: f32,
    /// Its width and height.
    pub size: PageSize,
}

impl Area {
    /// Whether two areas have a place in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.left + other.size.width
            && other.left < self.left + self.size.width
            && self.top < other.top + other.size.height
            && other.top < self.top + self.size.height
    }
}

/// How a page is made smaller: in points of the displayed page, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shrink {
    /// The size relative to the original, at most 1.
    pub factor: f32,
    /// The distance of the content from the left edge.
    pub left: f32,
    /// The distance of the content from the top edge.
    pub top: f32,
}

/// A transformation as PDF writes it: `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f32; 6]);

/// The geometry of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Geometry {
    /// The visible box in user space: left, bottom, right, top.
    visible: [f32; 4],
    /// Clockwise, in quarter turns.
    turns: u8,
    unit: f32,
}

/// US Letter, which readers assume if a page has no size.
pub(super) const LETTER: [f32; 4] = [0.0, 0.0, 612.0, 792.0];

/// The attributes that a page inherits from the nodes above it.
pub(super) const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

/// The greatest depth of the page tree.
const MOST_NESTING: usize = 64;

/// An attribute of a page, its own or inherited.
pub(super) fn attribute<'a>(file: &'a File, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut node = page;
    for _ in 0..MOST_NESTING {
        match node.get(key) {
            Ok(value) if !file.resolved(value).is_none_or(Object::is_null) => return Some(value),
            _ => node = file.dictionary(node, b"Parent")?,
        }
    }
    None
}

impl Geometry {
    pub(super) fn of(file: &File, page: &Dictionary) -> Self {
        let sheet = rectangle(file, page, b"MediaBox").unwrap_or(LETTER);
        let visible = match rectangle(file, page, b"CropBox") {
            Some(crop) => common(sheet, crop).unwrap_or(sheet),
            None => sheet,
        };
        let number = |key: &[u8]| file.resolved(attribute(file, page, key)?)?.as_float().ok();
        let degrees = number(b"Rotate").unwrap_or_default();
        let turns = if degrees.is_finite() { (degrees / 90.0).round().rem_euclid(4.0) } else { 0.0 };
        let turns =
            [0_u8, 1, 2, 3].into_iter().find(|known| (f32::from(*known) - turns).abs() < 0.5).unwrap_or_default();
        // Unlike the others, it is not inherited.
        let unit = file.value(page, b"UserUnit").and_then(|unit| unit.as_float().ok());
        let unit = unit.filter(|unit| unit.is_finite() && *unit > 0.0).unwrap_or(1.0);
        Self { visible, turns, unit }
    }

    /// The size as it is displayed.
    pub(super) fn size(&self) -> PageSize {
        let [left, bottom, right, top] = self.visible;
        let (width, height) = ((right - left) * self.unit, (top - bottom) * self.unit);
        if self.turns.is_multiple_of(2) {
            PageSize { width, height }
        } else {
            PageSize { width: height, height: width }
        }
    }

    /// The visible box as operands of `re`.
    pub(super) fn visible_operands(&self) -> String {
        let [left, bottom, right, top] = self.visible;
        [left, bottom, right - left, top - bottom].map(number).join(" ")
    }

    /// From points of the displayed page, with its origin at the bottom left, to the page’s user space.
    fn to_user_space(self) -> Matrix {
        let [left, bottom, right, top] = self.visible;
        let scale = 1.0 / self.unit;
        Matrix(match self.turns {
            0 => [scale, 0.0, 0.0, scale, left, bottom],
            1 => [0.0, scale, -scale, 0.0, right, bottom],
            2 => [-scale, 0.0, 0.0, -scale, right, top],
            _ => [0.0, -scale, scale, 0.0, left, top],
        })
    }

    /// A rectangle of the page’s user space as it is displayed.
    pub(super) fn displayed(&self, rectangle: [f32; 4]) -> Area {
        let [left, bottom, right, top] = self.visible;
        let [from_x, from_y, to_x, to_y] = rectangle;
        let (from_left, to_left, from_top, to_top) = match self.turns {
            0 => (from_x - left, to_x - left, top - to_y, top - from_y),
            1 => (from_y - bottom, to_y - bottom, from_x - left, to_x - left),
            2 => (right - to_x, right - from_x, from_y - bottom, to_y - bottom),
            _ => (top - to_y, top - from_y, right - to_x, right - from_x),
        };
        let size = PageSize { width: (to_left - from_left) * self.unit, height: (to_top - from_top) * self.unit };
        Area { left: from_left * self.unit, top: from_top * self.unit, size }
    }

    /// Puts a drawing of a height upright on the displayed page, `left` and `top` from its corner.
    pub(super) fn placed(&self, left: f32, top: f32, height: f32) -> Matrix {
        self.to_user_space().after_moving(left, self.size().height - top - height)
    }

    /// Makes the page’s content smaller, in user space.
    pub(super) fn shrunk(&self, shrink: &Shrink) -> Matrix {
        let Matrix([a, b, c, d, e, f]) = self.to_user_space();
        let Shrink { factor, left, top } = *shrink;
        // What is at the displayed page’s bottom left corner moves there.
        let (x, y) = (left, self.size().height * (1.0 - factor) - top);
        let rest = 1.0 - factor;
        Matrix([factor, 0.0, 0.0, factor, rest * e + a * x + c * y, rest * f + b * x + d * y])
    }
}

impl Matrix {
    fn after_moving(self, x: f32, y: f32) -> Self {
        let Self([a, b, c, d, e, f]) = self;
        Self([a, b, c, d, e + a * x + c * y, f + b * x + d * y])
    }

    /// Both, one after the other; the second only scales and moves.
    pub(super) fn then(self, second: Self) -> Self {
        let Self([a, b, c, d, e, f]) = self;
        let (across, down) = (second.0[0], second.0[3]);
        Self([a * across, b * down, c * across, d * down, second.horizontally(e), second.vertically(f)])
    }

    /// For a matrix that only scales and moves.
    pub(super) fn horizontally(self, x: f32) -> f32 {
        self.0[0] * x + self.0[4]
    }

    /// For a matrix that only scales and moves.
    pub(super) fn vertically(self, y: f32) -> f32 {
        self.0[3] * y + self.0[5]
    }

    /// As operands of `cm`.
    pub(super) fn operands(self) -> String {
        self.0.map(number).join(" ")
    }
}

/// A number as PDF writes it, without exponent.
fn number(value: f32) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Whether a page says how large it is.
pub(super) fn has_sheet(file: &File, page: &Dictionary) -> bool {
    rectangle(file, page, b"MediaBox").is_some()
}

/// An array of two corners, whichever they are, as left, bottom, right and top.
pub(super) fn rectangle(file: &File, page: &Dictionary, key: &[u8]) -> Option<[f32; 4]> {
    let [x, y, other_x, other_y] = numbers(file, attribute(file, page, key))?;
    let sorted = [x.min(other_x), y.min(other_y), x.max(other_x), y.max(other_y)];
    let is_area =
        sorted.iter().all(|corner: &f32| corner.is_finite()) && sorted[2] > sorted[0] && sorted[3] > sorted[1];
    is_area.then_some(sorted)
}

/// An array of so many numbers.
pub(super) fn numbers<const COUNT: usize>(file: &File, array: Option<&Object>) -> Option<[f32; COUNT]> {
    let numbers = file.resolved(array?)?.as_array().ok()?;
    let numbers: Vec<f32> = numbers.iter().filter_map(|number| file.resolved(number)?.as_float().ok()).collect();
    numbers.try_into().ok()
}

fn common(sheet: [f32; 4], crop: [f32; 4]) -> Option<[f32; 4]> {
    let common = [sheet[0].max(crop[0]), sheet[1].max(crop[1]), sheet[2].min(crop[2]), sheet[3].min(crop[3])];
    (common[2] > common[0] && common[3] > common[1]).then_some(common)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corner(geometry: Geometry, left: f32, top: f32) -> (f32, f32) {
        let Matrix([.., x, y]) = geometry.placed(left, top, 0.0);
        (x, y)
    }

    #[test]
    fn the_corners_of_the_displayed_page_are_found_in_user_space() {
        let visible = [10.0, 20.0, 110.0, 220.0];
        let page = |turns| Geometry { visible, turns, unit: 1.0 };
        // The top left corner, as it is displayed.
        for (turns, x, y) in [(0, 10.0, 220.0), (1, 10.0, 20.0), (2, 110.0, 20.0), (3, 110.0, 220.0)] {
            assert_eq!(corner(page(turns), 0.0, 0.0), (x, y), "{turns}");
        }
        // The bottom right corner.
        for (turns, x, y) in [(0, 110.0, 20.0), (1, 110.0, 220.0), (2, 10.0, 220.0), (3, 10.0, 20.0)] {
            let PageSize { width, height } = page(turns).size();
            assert_eq!(corner(page(turns), width, height), (x, y), "{turns}");
        }
    }

    #[test]
    fn a_rectangle_is_displayed_where_its_corner_is_placed() {
        for turns in 0..4 {
            let page = Geometry { visible: [10.0, 20.0, 110.0, 220.0], turns, unit: 2.0 };
            let area = page.displayed([30.0, 40.0, 60.0, 50.0]);
            let (one, other) = (
                corner(page, area.left, area.top),
                corner(page, area.left + area.size.width, area.top + area.size.height),
            );
            let found = [one.0.min(other.0), one.1.min(other.1), one.0.max(other.0), one.1.max(other.1)];
            assert_eq!(found, [30.0, 40.0, 60.0, 50.0], "{turns}");
        }
    }

    #[test]
    fn a_user_unit_scales_the_page_and_not_the_stamp() {
        let page = Geometry { visible: [0.0, 0.0, 100.0, 100.0], turns: 0, unit: 2.0 };
        assert_eq!(page.size(), PageSize { width: 200.0, height: 200.0 });
        assert_eq!(page.placed(20.0, 0.0, 50.0), Matrix([0.5, 0.0, 0.0, 0.5, 10.0, 75.0]));
    }

    #[test]
    fn a_smaller_page_keeps_its_top_left_corner_where_it_is_put() {
        for turns in 0..4 {
            let page = Geometry { visible: [10.0, 20.0, 110.0, 220.0], turns, unit: 2.0 };
            let shrunk = page.shrunk(&Shrink { factor: 0.9, left: 4.0, top: 6.0 });
            let (x, y) = corner(page, 0.0, 0.0);
            let (wanted_x, wanted_y) = corner(page, 4.0, 6.0);
            assert!((shrunk.horizontally(x) - wanted_x).abs() < 0.001, "{turns}");
            assert!((shrunk.vertically(y) - wanted_y).abs() < 0.001, "{turns}");
        }
    }

    #[test]
    fn numbers_have_no_exponents() {
        assert_eq!([0.000_001, -0.0, 1.5, 1e6].map(number), ["0", "0", "1.5", "1000000"]);
    }
}
