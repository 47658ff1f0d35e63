//! Places of annotations, destinations, elements and articles on pages that are made smaller.

use lopdf::{Dictionary, Object, ObjectId};

use super::geometry::{Area, Geometry, Matrix, rectangle};
use super::import::Import;
use super::target::Target;
use crate::pdf::file::File;

/// Annotations that are not drawn on the page, or let the page be seen.
const NOT_COVERING: [&[u8]; 6] = [b"Link", b"Popup", b"Highlight", b"Underline", b"StrikeOut", b"Squiggly"];

/// The places that the annotations of a page cover.
pub(super) fn covered(file: &File, page: &Dictionary) -> Vec<Area> {
    const HIDDEN: i64 = 1 << 1;
    const NO_VIEW: i64 = 1 << 5;
    let geometry = Geometry::of(file, page);
    let annotations = file.array(page, b"Annots").iter().filter_map(|object| file.resolved(object)?.as_dict().ok());
    let covering = annotations.filter(|annotation| {
        let kind = file.value(annotation, b"Subtype").and_then(|kind| kind.as_name().ok()).unwrap_or_default();
        let flags = file.value(annotation, b"F").and_then(|flags| flags.as_i64().ok()).unwrap_or_default();
        !NOT_COVERING.contains(&kind) && flags & (HIDDEN | NO_VIEW) == 0
    });
    covering.filter_map(|annotation| Some(geometry.displayed(rectangle(file, annotation, b"Rect")?))).collect()
}

/// Lists of coordinates, x before y.
const POINTS: [&[u8]; 6] = [b"Rect", b"QuadPoints", b"Vertices", b"L", b"CL", b"InkList"];

/// Moves an annotation with its page.
pub(super) fn transform(annotation: &mut Dictionary, matrix: Matrix) {
    for key in POINTS {
        transform_entry(annotation, key, matrix);
    }
}

/// Moves the points of an entry with their page.
pub(super) fn transform_entry(dictionary: &mut Dictionary, key: &[u8], matrix: Matrix) {
    if let Ok(rectangle) = dictionary.get_mut(key) {
        transform_points(rectangle, matrix);
    }
}

/// The attributes of an element on a page that is made smaller: they may say where it is.
pub(super) fn moved_attributes(
    import: &mut Import<'_>,
    value: &Object,
    matrix: Matrix,
    target: &mut Target<'_>,
) -> Object {
    let file = import.file;
    match file.resolved(value) {
        Some(Object::Array(owners)) => {
            Object::Array(owners.iter().map(|owner| moved_attributes(import, owner, matrix, target)).collect())
        }
        Some(Object::Dictionary(attributes)) if attributes.has(b"BBox") => {
            let mut copy = import.copy_dictionary(attributes, target);
            transform_entry(&mut copy, b"BBox", matrix);
            Object::Dictionary(copy)
        }
        _ => import.copy(value, target),
    }
}

/// The page of a piece (bead) of an article.
pub(super) fn page_of_bead(object: &Object) -> Option<ObjectId> {
    let bead = object.as_dict().ok().filter(|bead| bead.has(b"R") && bead.has(b"N") && bead.has(b"V"))?;
    bead.get(b"P").and_then(Object::as_reference).ok()
}

fn transform_points(points: &mut Object, matrix: Matrix) {
    let Object::Array(points) = points else { return };
    for (index, point) in points.iter_mut().enumerate() {
        match point {
            Object::Array(_) => transform_points(point, matrix),
            _ => transform_number(point, |value| {
                if index % 2 == 0 { matrix.horizontally(value) } else { matrix.vertically(value) }
            }),
        }
    }
}

/// Moves an explicit destination with its page.
pub(super) fn transform_destination(destination: &mut [Object], matrix: Matrix) {
    let kind = destination.get(1).and_then(|kind| kind.as_name().ok()).unwrap_or_default().to_vec();
    let is_horizontal = |place: usize| match kind.as_slice() {
        b"XYZ" => [Some(true), Some(false)].get(place).copied().flatten(),
        b"FitH" | b"FitBH" => (place == 0).then_some(false),
        b"FitV" | b"FitBV" => (place == 0).then_some(true),
        b"FitR" => (place < 4).then_some(place.is_multiple_of(2)),
        _ => None,
    };
    for (place, number) in destination.iter_mut().skip(2).enumerate() {
        match is_horizontal(place) {
            Some(true) => transform_number(number, |value| matrix.horizontally(value)),
            Some(false) => transform_number(number, |value| matrix.vertically(value)),
            None => {}
        }
    }
}

fn transform_number(number: &mut Object, change: impl Fn(f32) -> f32) {
    if let Ok(value) = number.as_float() {
        *number = Object::Real(change(value));
    }
}
