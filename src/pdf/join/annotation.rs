//! Places of annotations, destinations, elements and articles on pages that are made smaller.

use lopdf::{Dictionary, Object, ObjectId};

use super::geometry::Matrix;

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
