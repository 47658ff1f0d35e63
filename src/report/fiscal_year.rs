//! Japanese fiscal years.

use std::fmt;

/// A Japanese fiscal year, April to March, named by the calendar year in which it starts: FY2022 ends in March 2023.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(u16);

impl FiscalYear {
    /// The earliest year accepted: the first after Japan adopted the Gregorian calendar.
    pub const EARLIEST: u16 = 1873;
    /// The latest year accepted.
    pub const LATEST: u16 = 2999;

    pub(super) const FIRST: Self = Self(Self::EARLIEST);
    pub(super) const LAST: Self = Self(Self::LATEST);

    /// `None` if the year is not in [`Self::EARLIEST`]..=[`Self::LATEST`].
    #[must_use]
    pub fn new(year: i64) -> Option<Self> {
        u16::try_from(year).ok().filter(|year| (Self::EARLIEST..=Self::LATEST).contains(year)).map(Self)
    }

    /// The calendar year in which the fiscal year starts.
    #[must_use]
    pub fn starting_year(self) -> u16 {
        self.0
    }

    /// The year before. `None` before [`Self::EARLIEST`].
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::new(i64::from(self.0) - 1)
    }

    /// The year after. `None` after [`Self::LATEST`].
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::new(i64::from(self.0) + 1)
    }

    /// The years from this one to `last`, both included.
    pub fn to(self, last: Self) -> impl DoubleEndedIterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }

    /// The number of years from `earlier` to this year, both included: 3 from FY2020 to FY2022.
    #[must_use]
    pub fn years_since(self, earlier: Self) -> i64 {
        i64::from(self.0) - i64::from(earlier.0) + 1
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_count_as_years_of_the_plan() {
        let years = [2020, 2022, 2024].map(|year| FiscalYear::new(year).unwrap());
        assert_eq!(years[1].years_since(years[0]), 3);
        assert_eq!(years[2].years_since(years[0]), 5);
    }

    #[test]
    fn years_that_no_plan_speaks_of_are_refused() {
        assert_eq!(FiscalYear::new(22), None);
        assert_eq!(FiscalYear::new(20_220), None);
        assert_eq!(FiscalYear::new(-1), None);
    }
}
