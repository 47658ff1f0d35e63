//! The titles of table parts and the texts about scaled units.

use super::PayloadBuilder;
use super::data::TablesData;
use super::fit::Column;
use crate::report::{Indicator, UnitId};

impl PayloadBuilder<'_> {
    pub(super) fn tables_shown(&self) -> TablesData {
        self.fit.data(self.part_titles(), self.scales_in_words(&self.report.indicators.iter().collect::<Vec<_>>()))
    }

    /// Each title names its years if there are several tables.
    fn part_titles(&self) -> Vec<String> {
        let key = "all-indicators-table-title";
        let title =
            self.words.optional(key, &[]).filter(|_| self.template.manifest.words.iter().any(|word| word == key));
        let title = title.unwrap_or_default();
        let parts = self.fit.years();
        let years = self.years();
        let in_part = |columns: &Vec<Column>| -> Vec<usize> {
            let place = |column: &Column| match column {
                Column::Year(index) => Some(*index),
                Column::Actual => years.len().checked_sub(1),
                _ => None,
            };
            columns.iter().filter_map(place).collect()
        };
        let part_title = |columns: &Vec<Column>| {
            let shown = in_part(columns);
            let label = |place: Option<&usize>| Some(years.get(*place?)?.label.clone());
            let (Some(from), Some(to)) = (label(shown.first()), label(shown.last())) else { return title.clone() };
            let named = if from == to { from.clone() } else { format!("{from}–{to}") };
            let arguments = [("table", title.as_str()), ("from", &from), ("to", &to)];
            let key = if from == to { "table-of-year" } else { "table-of-years" };
            self.words.optional(key, &arguments).unwrap_or_else(|| format!("{title} ({named})"))
        };
        match parts {
            [_] => vec![title],
            parts => parts.iter().map(part_title).collect(),
        }
    }

    pub(super) fn scales_in_words(&self, indicators: &[&Indicator]) -> Option<String> {
        let of_unit = |(unit, power): (&UnitId, u32)| {
            let indicator = indicators.iter().find(|indicator| indicator.unit.value == *unit)?;
            self.scaled_unit(indicator, power)
        };
        let mut units: Vec<String> = self.fit.scaled().filter_map(of_unit).collect();
        units.dedup();
        if units.is_empty() {
            return None;
        }
        let units = units.join(&self.separator(self.template_place));
        self.words.optional("scaled-units", &[("units", &units)])
    }
}
