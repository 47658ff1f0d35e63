//! The elements of SVG, and what they refer to.

use usvg::roxmltree::Node;

pub(super) const SVG: &str = "http://www.w3.org/2000/svg";

const XLINK: &str = "http://www.w3.org/1999/xlink";

pub(super) const SHAPES: [&str; 7] = ["circle", "ellipse", "line", "path", "polygon", "polyline", "rect"];

/// Elements that are drawn only if something refers to them.
pub(super) const NOT_DRAWN: [&str; 14] = [
    "clipPath",
    "cursor",
    "defs",
    "desc",
    "filter",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "pattern",
    "radialGradient",
    "style",
    "symbol",
    "title",
];

pub(super) fn is_of_svg(node: Node<'_, '_>) -> bool {
    matches!(node.tag_name().namespace(), None | Some(SVG))
}

pub(super) fn hrefs<'a>(node: Node<'a, 'a>) -> impl Iterator<Item = &'a str> {
    [node.attribute("href"), node.attribute((XLINK, "href"))].into_iter().flatten().map(str::trim)
}
