//! Conditional formatting and table styles in workbooks of Excel 2007 and later.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};

use super::bound::Allowance;
use super::colour::Paint;
use super::conditional::{Rule, Rules, Test};
use super::failure::Failure;
use super::sheet::{Area, area};
use super::xlsx_style::{RuleStyle, Styles};
use super::xml::{Events, attribute, is_set, number};

#[derive(Default)]
struct OpenRule {
    style: RuleStyle,
    rule: Rule,
    operator: Option<String>,
    formulas: Vec<String>,
}

impl OpenRule {
    fn new(element: &BytesStart<'_>, styles: &Styles) -> Self {
        let kind = attribute(element, "type").unwrap_or_default();
        let operator = attribute(element, "operator").map(Cow::into_owned);
        let rule = Rule {
            // Colour scales and data bars change the background.
            ground: matches!(&*kind, "colorScale" | "dataBar").then_some(Paint::Unknown),
            ..Rule::default()
        };
        Self {
            style: number(element, "dxfId").map(|index| styles.rule(index)).unwrap_or_default(),
            rule,
            operator: operator.filter(|_| kind == "cellIs"),
            formulas: Vec::new(),
        }
    }

    fn finished(self) -> Rule {
        let operator = self.operator.as_deref().unwrap_or_default();
        let written = match (operator, self.formulas.as_slice()) {
            ("between", [low, high]) => format!("between({low},{high})"),
            ("notBetween", [low, high]) => format!("not-between({low},{high})"),
            (_, [limit]) => format!("{}{limit}", comparison(operator)),
            _ => String::new(),
        };
        let style = self.style.rule();
        Rule {
            test: Test::new(&written),
            ground: self.rule.ground.or(style.ground),
            is_graphic: self.rule.is_graphic,
            ..style
        }
    }
}

fn comparison(operator: &str) -> &'static str {
    match operator {
        "lessThan" => "<",
        "lessThanOrEqual" => "<=",
        "equal" => "=",
        "notEqual" => "<>",
        "greaterThanOrEqual" => ">=",
        "greaterThan" => ">",
        _ => "",
    }
}

/// Reads the rules of a sheet, which follow its cells. Those of Excel 2010 contain their styles and areas.
pub(super) fn rules(part: &[u8], styles: &Styles, allowance: &mut Allowance) -> Result<Rules, Failure> {
    let mut rules = Rules::default();
    if std::str::from_utf8(part).is_ok_and(|text| !text.contains("cfRule")) {
        return Ok(rules);
    }
    let mut events = Events::new(part);
    let (mut areas, mut read) = (Vec::new(), Vec::new());
    let (mut open, mut is_style) = (None::<OpenRule>, false);
    while let Some(event) = events.next()? {
        match event {
            Event::Start(element) => match (element.local_name().as_ref(), &mut open) {
                ("conditionalFormatting", _) => {
                    areas = attribute(&element, "sqref").map(|areas| listed(&areas)).unwrap_or_default();
                }
                ("sqref", _) => areas = listed(&events.text()?),
                ("cfRule", _) => open = Some(OpenRule::new(&element, styles)),
                ("formula" | "f", Some(open)) => open.formulas.push(events.text()?),
                ("dataBar" | "iconSet", Some(open)) => {
                    open.rule.is_graphic = attribute(&element, "showValue").is_some() && !is_set(&element, "showValue");
                }
                // A limit of a bar.
                ("cfvo", Some(_)) => events.skip()?,
                ("dxf", Some(_)) => is_style = true,
                (_, Some(open)) if is_style => open.style.read(&element, styles.palette()),
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "dxf" => is_style = false,
                "cfRule" => read.extend(open.take().map(OpenRule::finished)),
                "conditionalFormatting" => {
                    for rule in read.drain(..) {
                        rules.add(rule, areas.iter().copied(), allowance)?;
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
    Ok(rules)
}

fn listed(areas: &str) -> Vec<Area> {
    areas.split_ascii_whitespace().filter_map(area).collect()
}

/// A table whose style may colour the background of its cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct StyledTable {
    area: Area,
    heads: u32,
    totals: u32,
    is_all: bool,
    is_first_column: bool,
    is_last_column: bool,
}

impl StyledTable {
    /// Whether the table may colour the background of a cell. Light and medium styles leave rows light.
    pub(super) fn paints(&self, row: u32, column: u32) -> bool {
        let Area { rows, columns } = self.area;
        let is_within = (rows.0..=rows.1).contains(&row) && (columns.0..=columns.1).contains(&column);
        is_within
            && (self.is_all
                || row - rows.0 < self.heads
                || rows.1 - row < self.totals
                || (self.is_first_column && column == columns.0)
                || (self.is_last_column && column == columns.1))
    }
}

/// Reads a table part. `None` if it has no style.
pub(super) fn styled_table(part: &[u8]) -> Result<Option<StyledTable>, Failure> {
    let mut events = Events::new(part);
    let mut table = None;
    while let Some(event) = events.next()? {
        let Event::Start(element) = event else { continue };
        match element.local_name().as_ref() {
            "table" => {
                let area = attribute(&element, "ref").and_then(|range| area(&range));
                table = area.map(|area| StyledTable {
                    area,
                    heads: number(&element, "headerRowCount").unwrap_or(1),
                    totals: number(&element, "totalsRowCount").unwrap_or(0),
                    is_all: false,
                    is_first_column: false,
                    is_last_column: false,
                });
            }
            "tableStyleInfo" => {
                let name = attribute(&element, "name").unwrap_or_default();
                return Ok(table.filter(|_| !name.is_empty()).map(|table| StyledTable {
                    is_all: !["TableStyleLight", "TableStyleMedium"].iter().any(|light| name.starts_with(light)),
                    is_first_column: is_set(&element, "showFirstColumn"),
                    is_last_column: is_set(&element, "showLastColumn"),
                    ..table
                }));
            }
            _ => {}
        }
    }
    Ok(None)
}
