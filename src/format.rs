//! The formats of the files that people write: their versions, and what the names that are gone are called now.

/// The newest format of `report.toml` that is read.
pub const REPORT_FORMAT: i64 = 1;
/// The newest format of `template.toml` that is read.
pub const TEMPLATE_FORMAT: i64 = 1;

/// Where a name is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Keys of `report.toml`, each after its section: `plan.end`.
    Report,
    /// Keys of `template.toml`, each after its sections, of which `*` is any; the names of charts and tables are such keys.
    Template,
    /// Columns of tables.
    Columns,
    /// Fields of `report.json`.
    Data,
}

/// Names that are gone, and the last part of the name that each has now. An entry stays as long as a report or a template
/// with the old name may be in use.
const RENAMED: &[(Names, &str, &str)] = &[
    (Names::Template, "charts.*.rows", "height"),
    (Names::Data, "chart", "charts"),
    (Names::Data, "children", "is-part"),
    #[cfg(test)]
    (Names::Report, "plan.until", "end"),
    #[cfg(test)]
    (Names::Columns, "amount", "value"),
];

/// Returns what a name that is gone is called now. A name within further sections, as `html.charts`, is the same.
#[must_use]
pub fn renamed(names: Names, name: &str) -> Option<&'static str> {
    let is_old = |old: &str| {
        let mut parts = name.rsplit('.');
        old.rsplit('.').all(|old| parts.next().is_some_and(|part| old == "*" || old == part))
    };
    RENAMED.iter().find(|(known, old, _)| *known == names && is_old(old)).map(|(.., new)| *new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_gone_is_known_where_it_was_used() {
        assert_eq!(renamed(Names::Template, "charts.bullet.rows"), Some("height"));
        assert_eq!(renamed(Names::Template, "html.charts.trend.rows"), Some("height"));
        assert_eq!(renamed(Names::Template, "charts.rows"), None);
        assert_eq!(renamed(Names::Template, "rows"), None);
        assert_eq!(renamed(Names::Report, "charts.bullet.rows"), None);
    }
}
