//! Numbers, dates and fiscal years as text, and the texts that messages can cite.

use rust_decimal::Decimal;

use super::date::Calendar;
use super::functions::{self, Citations};
use super::number_format::Numbers;
use super::reference::Target;
use super::words::Words;
use crate::report::{Day, FiscalYear};

impl Words {
    /// A number with a fixed number of decimals.
    #[must_use]
    pub fn number(&self, value: Decimal, decimals: u32) -> String {
        self.numbers.format(value, decimals)
    }

    /// A number rounded as [`Words::number`] rounds it.
    #[must_use]
    pub fn shown(&self, value: Decimal, decimals: u32) -> Decimal {
        Numbers::shown(value, decimals)
    }

    /// A whole number.
    #[must_use]
    pub fn count(&self, count: usize) -> String {
        self.number(Decimal::from(count), 0)
    }

    /// A number such as that of a page, which is not grouped.
    #[must_use]
    pub fn digits(&self, number: usize) -> String {
        self.numbers.in_digits(&number.to_string())
    }

    /// A date in the language's customary calendar.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        self.dates.day(day, Calendar::Customary).unwrap_or_else(|| day.to_string())
    }

    /// The day of the week of a date, in full and in short; empty if the language’s data has none.
    #[must_use]
    pub fn weekday(&self, day: Day) -> (String, String) {
        self.dates.weekday(day).unwrap_or_default()
    }

    /// A fiscal year in the customary calendar, by the message `fiscal-year`.
    #[must_use]
    pub fn fiscal_year(&self, year: FiscalYear) -> String {
        self.year_texts(year).0
    }

    /// A fiscal year by the message `fiscal-year-short`, short enough for the axis of a chart: R4, 2022.
    #[must_use]
    pub fn short_fiscal_year(&self, year: FiscalYear) -> String {
        self.year_texts(year).1
    }

    /// A fiscal year beside a value of an earlier year: R4, FY2022. The short form if there is no message for it.
    #[must_use]
    pub fn marked_fiscal_year(&self, year: FiscalYear) -> String {
        self.year_texts(year).2
    }

    /// A fiscal year in full, in short and as a mark; formatted once per year.
    fn year_texts(&self, year: FiscalYear) -> (String, String, String) {
        if let Some(texts) = self.log.borrow().years.get(&year) {
            return texts.clone();
        }
        let plain = self.numbers.in_digits(&year.to_string());
        let short = self.dates.short_year(year).unwrap_or_else(|| plain.clone());
        let in_calendar = self.dates.fiscal_year(year, Calendar::Customary).unwrap_or_else(|| plain.clone());
        let arguments = [("year", in_calendar.as_str()), ("starting-year", &plain), ("short", &short)];
        let marked = self.optional("mark-earlier.year", &arguments);
        let short = self.optional("fiscal-year-short", &arguments).unwrap_or_else(|| plain.clone());
        let marked = marked.unwrap_or_else(|| short.clone());
        let texts = (self.fiscal_year_in(year, Calendar::Customary), short, marked);
        self.log.borrow_mut().years.insert(year, texts.clone());
        texts
    }

    fn fiscal_year_in(&self, year: FiscalYear, calendar: Calendar) -> String {
        let plain = self.numbers.in_digits(&year.to_string());
        let in_calendar = self.dates.fiscal_year(year, calendar).unwrap_or_else(|| plain.clone());
        self.optional("fiscal-year", &[("year", &in_calendar), ("starting-year", &plain)]).unwrap_or(in_calendar)
    }

    /// Sets the texts that messages can cite, adds dates and numbers that messages spell out, and checks every message.
    pub fn cite(&self, mut citations: Citations, days: &[(&str, Day)], fiscal_years: &[(&str, FiscalYear)]) {
        for (name, calendar) in
            [(functions::CUSTOMARY, Calendar::Customary), (functions::GREGORIAN, Calendar::Gregorian)]
        {
            for (subject, day) in
                days.iter().map(|(subject, day)| ((*subject).to_owned(), *day)).chain(self.spelled_days())
            {
                if let Some(text) = self.dates.day(day, calendar) {
                    citations.days.insert((subject, name.to_owned()), text);
                }
            }
            let spelled =
                self.spelled("FISCAL_YEAR").filter_map(|year| Some((year, FiscalYear::new(year.parse().ok()?)?)));
            for (subject, year) in fiscal_years.iter().map(|(subject, year)| (*subject, *year)).chain(spelled) {
                citations
                    .fiscal_years
                    .insert((subject.to_owned(), name.to_owned()), self.fiscal_year_in(year, calendar));
            }
        }
        for number in self.spelled("NUM") {
            if let Ok(value) = Decimal::from_str_exact(number) {
                citations.numbers.insert(number.to_owned(), self.number(value, value.scale()));
            }
        }
        self.check_written(citations.days.values().chain(citations.fiscal_years.values()));
        self.check(&citations);
        // A second call has no effect.
        let _ = self.citations.set(citations);
    }

    fn spelled<'a>(&'a self, function: &'a str) -> impl Iterator<Item = &'a str> {
        self.catalog.entries.values().flat_map(|entry| &entry.references).filter_map(move |reference| match &reference
            .target
        {
            Target::Function { name, positional, .. } if name == function => positional.first()?.literal.as_deref(),
            _ => None,
        })
    }

    fn spelled_days(&self) -> impl Iterator<Item = (String, Day)> {
        self.spelled("DATE").filter_map(|text| {
            let mut parts = text.splitn(3, '-');
            let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
            Some((text.to_owned(), Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?))
        })
    }
}
