//! Numbers the materials of a packet: those without a number of their own are counted in their series.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::report::{Material, MaterialSeries};

/// The number that a material is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WantedNumber {
    /// This one.
    Given(Material),
    /// The next of its series.
    Counted(MaterialSeries),
    /// None.
    Without,
}

/// The numbers of materials in their order. Each series is counted from 1; numbers with which a given number begins,
/// as 1 in 1-2, are passed over.
#[must_use]
pub fn numbered(wanted: Vec<WantedNumber>) -> Vec<Option<Material>> {
    let first_of = |wanted: &WantedNumber| match wanted {
        WantedNumber::Given(material) => Some((material.series, first_number(&material.number)?)),
        WantedNumber::Counted(_) | WantedNumber::Without => None,
    };
    let mut taken: BTreeSet<(MaterialSeries, u32)> = wanted.iter().filter_map(first_of).collect();
    let mut next = |series: MaterialSeries| {
        let number = (1..=u32::MAX).find(|number| !taken.contains(&(series, *number)))?;
        taken.insert((series, number));
        Some(Material { number: number.to_string(), series, place: None })
    };
    wanted
        .into_iter()
        .map(|wanted| match wanted {
            WantedNumber::Given(material) => Some(material),
            WantedNumber::Counted(series) => next(series),
            WantedNumber::Without => None,
        })
        .collect()
}

/// The materials that have the number of an earlier one, with the earlier one.
#[must_use]
pub fn repeated(numbers: &[Option<Material>]) -> Vec<(&Material, &Material)> {
    let all: Vec<&Material> = numbers.iter().flatten().collect();
    let earlier = |index: usize, material: &Material| {
        all.iter().take(index).copied().find(|known| known.series == material.series && known.number == material.number)
    };
    all.iter().enumerate().filter_map(|(index, material)| Some((*material, earlier(index, material)?))).collect()
}

/// The number with which a document number begins: 1 of `1-2`, `第1号`, `No.1` and `①`.
fn first_number(number: &str) -> Option<u32> {
    let number: String = number.nfkc().collect();
    let number = ["第", "No."].into_iter().find_map(|sign| number.strip_prefix(sign)).unwrap_or(&number).trim_start();
    let end = number.find(|character: char| !character.is_ascii_digit()).unwrap_or(number.len());
    number.get(..end)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(text: &str) -> WantedNumber {
        WantedNumber::Given(Material::new(text, None).unwrap())
    }

    /// The numbers with their series.
    fn numbers(wanted: Vec<WantedNumber>) -> Vec<String> {
        let text = |material: Option<Material>| {
            material.map_or_else(String::new, |material| {
                format!("{:?} {}", material.series, material.number).to_lowercase()
            })
        };
        numbered(wanted).into_iter().map(text).collect()
    }

    const MAIN: WantedNumber = WantedNumber::Counted(MaterialSeries::Main);
    const REFERENCE: WantedNumber = WantedNumber::Counted(MaterialSeries::Reference);

    #[test]
    fn each_series_is_counted_by_itself() {
        let wanted = vec![MAIN, REFERENCE, WantedNumber::Without, MAIN, REFERENCE];
        assert_eq!(numbers(wanted), ["main 1", "reference 1", "", "main 2", "reference 2"]);
    }

    #[test]
    fn numbers_that_are_given_anywhere_are_passed_over() {
        let wanted = vec![MAIN, given("資料１－１"), given("1-2"), MAIN, given("参考資料2"), REFERENCE, REFERENCE];
        let counted = ["main 2", "main 1-1", "main 1-2", "main 3", "reference 2", "reference 1", "reference 3"];
        assert_eq!(numbers(wanted), counted);
        assert_eq!(numbers(vec![given("第1号"), given("②"), given("No.3"), given("A-4"), MAIN])[4], "main 4");
        assert_eq!(numbers(vec![given("99999999999"), MAIN])[1], "main 1");
    }

    #[test]
    fn the_same_number_of_the_same_series_is_repeated() {
        let numbers = numbered(vec![given("資料1"), given("参考資料1"), given("１"), given("1-1"), given("1"), MAIN]);
        let repeated = repeated(&numbers);
        assert_eq!(repeated.len(), 2);
        assert!(repeated.iter().all(|(later, earlier)| later.number == "1" && earlier.number == "1"));
    }
}
