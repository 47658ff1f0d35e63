//! Validated numbers in the files of templates.

use serde::{Deserialize, Serialize};

/// A number above zero.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Positive(f64);

impl TryFrom<f64> for Positive {
    type Error = &'static str;

    fn try_from(number: f64) -> Result<Self, Self::Error> {
        let is_positive = number.is_finite() && number > 0.0;
        is_positive.then_some(Self(number)).ok_or("expected a number above zero")
    }
}

impl From<Positive> for f64 {
    fn from(Positive(number): Positive) -> Self {
        number
    }
}
