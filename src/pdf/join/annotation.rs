//! Places of annotations and destinations on pages that are made smaller.

use lopdf::{Dictionary, Object};

use super::geometry::Matrix;

/// Lists of coordinates, x before y.
const POINTS: [&[u8]; 6] = [b"Rect", b"QuadPoints", b"Vertices", b"L", b"CL", b"InkList"];

/// Moves an annotation with its page.
pub(super) fn transform(annotation: &mut Dictionary, matrix: Matrix) {
    for key in POINTS {
        if let Ok(points) = annotation.get_mut(key) {
            transform_points(points, matrix);
        }
    }
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
