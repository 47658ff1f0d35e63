//! Conditional formatting in workbooks of Excel 97 to 2003 ([MS-XLS], 2.4.42).

use super::bound::Allowance;
use super::colour::{Paint, Palette};
use super::compound::{long, short};
use super::conditional::{Rule, Rules, Test};
use super::failure::Failure;
use super::number_format::NumberFormat;
use super::record::{Record, Records};
use super::sheet::Area;
use super::xls::double;

/// Reads the rules of a sheet, which follow its cells, except bars and icons. `format` has the number formats.
pub(super) fn rules(
    stream: &[u8],
    palette: &Palette,
    format: &dyn Fn(u16) -> NumberFormat,
    allowance: &mut Allowance,
) -> Result<Rules, Failure> {
    let mut rules = Rules::default();
    let (mut depth, mut areas) = (0_usize, Vec::new());
    for record in Records::new(stream).map_while(|record| record) {
        match record.kind {
            Record::BEGIN => depth += 1,
            Record::END if depth <= 1 => break,
            Record::END => depth -= 1,
            Record::RULES if depth == 1 => areas = ruled(record.data()),
            Record::RULE if depth == 1 => {
                if let Some(rule) = rule(record.data(), palette, format) {
                    rules.add(rule, areas.iter().copied(), allowance)?;
                }
            }
            _ => {}
        }
    }
    Ok(rules)
}

/// `None` if the record is damaged.
fn rule(data: &[u8], palette: &Palette, format: &dyn Fn(u16) -> NumberFormat) -> Option<Rule> {
    const HAS_FORMAT: u32 = 1 << 25;
    const HAS_FONT: u32 = 1 << 26;
    const HAS_ALIGNMENT: u32 = 1 << 27;
    const HAS_BORDER: u32 = 1 << 28;
    const HAS_FILL: u32 = 1 << 29;
    const KEEPS_GROUND: u32 = 1 << 18;
    let flags = long(data, 6)?;
    let mut rule = Rule { test: test(data), ..Rule::default() };
    let mut at = 12;
    if flags & HAS_FORMAT != 0 {
        let is_own = short(data, 10)? & 1 != 0;
        rule.format = Some(if is_own { NumberFormat::of(&own_code(data, at)?) } else { format(short(data, at)? >> 8) });
        at += if is_own { usize::from(short(data, at)?) } else { 2 };
    }
    if flags & HAS_FONT != 0 {
        const STRUCK: u32 = 0x80;
        let colour = long(data, at + 80)?;
        rule.font.colour = (colour != u32::MAX).then(|| palette.indexed(colour));
        rule.font.is_struck = long(data, at + 68)? & STRUCK != 0 && long(data, at + 88)? & STRUCK == 0;
        at += 118;
    }
    at += if flags & HAS_ALIGNMENT == 0 { 0 } else { 8 };
    at += if flags & HAS_BORDER == 0 { 0 } else { 8 };
    if flags & HAS_FILL != 0 {
        let colour = (long(data, at)? >> 23) & 0x7F;
        rule.ground = Some(if flags & KEEPS_GROUND == 0 { palette.indexed(colour) } else { Paint::Unknown });
    }
    Some(rule)
}

/// Reads the number format code within a rule, after its size.
fn own_code(data: &[u8], at: usize) -> Option<String> {
    let count = usize::from(short(data, at + 2)?);
    let is_wide = *data.get(at + 4)? & 1 != 0;
    let bytes = data.get(at + 5..)?;
    let units: Vec<u16> = if is_wide {
        bytes.chunks_exact(2).take(count).filter_map(|unit| short(unit, 0)).collect()
    } else {
        bytes.iter().take(count).map(|byte| u16::from(*byte)).collect()
    };
    Some(String::from_utf16_lossy(&units))
}

fn test(data: &[u8]) -> Test {
    const COMPARES: u8 = 1;
    let number = |formula: &[u8]| match formula {
        [0x1E, low, high] => Some(f64::from(u16::from_le_bytes([*low, *high]))),
        [0x1F, ..] if formula.len() == 9 => double(formula, 1),
        _ => None,
    };
    let read = || {
        let lengths = (usize::from(short(data, 2)?), usize::from(short(data, 4)?));
        let end = data.len().checked_sub(lengths.1)?;
        let first = number(data.get(end.checked_sub(lengths.0)?..end)?)?;
        let second = number(data.get(end..)?);
        Some(match (*data.get(1)?, second) {
            (1, Some(second)) => format!("between({first},{second})"),
            (2, Some(second)) => format!("not-between({first},{second})"),
            (operator, _) => {
                let signs = ["=", "<>", ">", "<", ">=", "<="];
                let sign = usize::from(operator).checked_sub(3).and_then(|index| signs.get(index))?;
                format!("{sign}{first}")
            }
        })
    };
    let written = if data.first() == Some(&COMPARES) { read() } else { None };
    written.map(|written| Test::new(&written)).unwrap_or_default()
}

fn ruled(data: &[u8]) -> Vec<Area> {
    let areas = data.get(14..).unwrap_or_default().chunks_exact(8);
    let read = |area: &[u8]| {
        let at = |index| short(area, index).map(u32::from);
        Some(Area { rows: (at(0)?, at(2)?), columns: (at(4)?, at(6)?) })
    };
    areas.filter_map(read).collect()
}
