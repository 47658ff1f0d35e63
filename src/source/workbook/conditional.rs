//! Conditional formatting, which may change what a cell shows. Only rules that compare numbers are evaluated.

use super::bound::Allowance;
use super::colour::Paint;
use super::failure::Failure;
use super::font::Font;
use super::format_code::Condition;
use super::number_format::NumberFormat;
use super::sheet::{Area, Content, Cover, Obscurity};

#[derive(Debug, Clone, Default)]
pub(super) struct Rule {
    pub(super) test: Test,
    pub(super) format: Option<NumberFormat>,
    pub(super) font: Font,
    pub(super) ground: Option<Paint>,
    /// Whether a bar or an icon replaces the number.
    pub(super) is_graphic: bool,
}

impl Rule {
    /// Whether the rule can change the interpretation of a cell.
    fn has_effect(&self) -> bool {
        self.format.is_some() || self.font != Font::default() || self.ground.is_some() || self.is_graphic
    }
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Test {
    /// Anything that is not evaluated here.
    #[default]
    Unknown,
    Compared(Condition),
    Between(f64, f64),
    NotBetween(f64, f64),
}

impl Test {
    /// Parses a condition in OpenDocument syntax: `<0.01`, `between(1,5)`.
    pub(super) fn new(written: &str) -> Self {
        let written = written.trim();
        let written = written.strip_prefix("cell-content()").unwrap_or(written);
        let written = written.strip_prefix("cell-content-is-").unwrap_or(written);
        let limits = |name: &str| {
            let (low, high) = written.strip_prefix(name)?.strip_suffix(')')?.split_once(',')?;
            let (low, high): (f64, f64) = (low.trim().parse().ok()?, high.trim().parse().ok()?);
            Some((low.min(high), low.max(high)))
        };
        if let Some((low, high)) = limits("between(") {
            Self::Between(low, high)
        } else if let Some((low, high)) = limits("not-between(") {
            Self::NotBetween(low, high)
        } else {
            Condition::new(&written.replace("!=", "<>")).map_or(Self::Unknown, Self::Compared)
        }
    }

    fn may_hold(self, value: Option<f64>) -> bool {
        let Some(value) = value else { return true };
        match self {
            Self::Unknown => true,
            Self::Compared(condition) => condition.is_met(value),
            Self::Between(low, high) => (low..=high).contains(&value),
            Self::NotBetween(low, high) => !(low..=high).contains(&value),
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct Rules {
    rules: Vec<Rule>,
    areas: Vec<(Area, usize)>,
    /// The last row that was looked up, and the areas that it crosses.
    row: Option<u32>,
    crossed: Vec<usize>,
}

impl Rules {
    /// Adds a rule for areas, unless it has no effect.
    pub(super) fn add(
        &mut self,
        rule: Rule,
        areas: impl IntoIterator<Item = Area>,
        allowance: &mut Allowance,
    ) -> Result<(), Failure> {
        /// The number of comparisons that each area counts as, so that the number of areas is limited.
        const OF_AREA: usize = 1_000;
        if rule.has_effect() {
            for area in areas {
                allowance.take_comparisons(OF_AREA)?;
                self.areas.push((area, self.rules.len()));
            }
            self.rules.push(rule);
        }
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }

    pub(super) fn of(&mut self, row: u32, column: u32, allowance: &mut Allowance) -> Result<Vec<&Rule>, Failure> {
        let is_within = |(first, last): (u32, u32), index: u32| (first..=last).contains(&index);
        if self.row != Some(row) {
            allowance.take_comparisons(self.areas.len())?;
            let crossed = self.areas.iter().enumerate().filter(|(_, (area, _))| is_within(area.rows, row));
            self.crossed = crossed.map(|(index, _)| index).collect();
            self.row = Some(row);
        }
        allowance.take_comparisons(self.crossed.len())?;
        let areas = self.crossed.iter().filter_map(|index| self.areas.get(*index));
        let ours = areas.filter(|(area, _)| is_within(area.columns, column));
        Ok(ours.filter_map(|(_, rule)| self.rules.get(*rule)).collect())
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Each colour of a part of the text; empty if it is automatic.
    pub(super) letters: Vec<Paint>,
    pub(super) ground: Paint,
}

impl Look {
    fn is_seen(&self) -> bool {
        self.letters.iter().all(|letters| letters.is_seen_on(self.ground))
    }

    fn is_seen_under(&self, rule: &Rule) -> bool {
        let ground = rule.ground.unwrap_or(self.ground);
        match rule.font.colour {
            Some(letters) => letters.is_seen_on(ground),
            None => self.letters.iter().all(|letters| letters.is_seen_on(ground)),
        }
    }
}

/// The content of a cell under its rules: unclear or hidden if that depends on which of them apply. `own` is what its
/// style alone shows, `value` is its number, and `show` formats it with another number format.
pub(super) fn under(
    rules: &[&Rule],
    own: Content,
    look: &Look,
    value: Option<f64>,
    show: impl Fn(&NumberFormat) -> Content,
) -> Content {
    let is_clear = matches!(own, Content::Text(_) | Content::Raised(_) | Content::Number { .. } | Content::Boolean(_));
    if !is_clear || own.text().trim().is_empty() {
        return own;
    }
    let is_seen = look.is_seen();
    let mut is_same = true;
    for rule in rules.iter().filter(|rule| rule.test.may_hold(value)) {
        if rule.is_graphic && value.is_some() {
            return Content::Hidden(Cover::Graphic, own.text().to_owned());
        }
        is_same &= rule.format.as_ref().is_none_or(|format| show(format) == own)
            && rule.font.over(own.clone()) == own
            && look.is_seen_under(rule) == is_seen;
    }
    match own {
        own if !is_same => Content::Unclear(Obscurity::Conditional, own.text().to_owned()),
        own if !is_seen => Content::Hidden(Cover::Colour, own.text().to_owned()),
        own => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comparisons_with_numbers_are_followed() {
        for (written, holds, not) in [
            ("<0.01", 0.001, 0.01),
            ("cell-content()>=5", 5.0, 4.9),
            ("!=0", 1.0, 0.0),
            ("between(1,5)", 5.0, 5.1),
            ("cell-content-is-between(5, 1)", 1.0, 0.9),
            ("cell-content-is-not-between(1,5)", 0.0, 1.0),
        ] {
            let test = Test::new(written);
            assert!(test.may_hold(Some(holds)) && !test.may_hold(Some(not)) && test.may_hold(None), "{written}");
        }
        for unknown in ["", "formula-is([.A1]>5)", "is-true-formula(1)", "<[.A1]", "between(1;5)", "top-elements(3)"] {
            assert!(matches!(Test::new(unknown), Test::Unknown), "{unknown}");
        }
    }

    #[test]
    fn a_rule_is_found_for_the_cells_of_its_areas() {
        let area = |rows, columns| Area { rows, columns };
        let (mut rules, mut allowance) = (Rules::default(), Allowance::default());
        let graphic = Rule { is_graphic: true, ..Rule::default() };
        rules.add(Rule::default(), [area((0, 9), (0, 9))], &mut allowance).unwrap();
        assert!(rules.is_empty());
        rules.add(graphic, [area((1, 2), (1, 1)), area((9, 9), (0, 5))], &mut allowance).unwrap();
        let mut count = |row, column| rules.of(row, column, &mut allowance).unwrap().len();
        assert_eq!([count(1, 1), count(1, 2), count(2, 1), count(9, 5), count(0, 1), count(1, 1)], [1, 0, 1, 1, 0, 1]);
    }
}
