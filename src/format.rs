//! Format versions of user-written files, and renamed keys.

/// The newest supported format of `report.toml`.
pub const REPORT_FORMAT: i64 = 1;
/// The newest supported format of `packet.toml`.
pub const PACKET_FORMAT: i64 = 1;
/// The newest supported format of `template.toml`.
pub const TEMPLATE_FORMAT: i64 = 1;

/// The scope of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Keys of `report.toml` with their section: `plan.end`.
    Report,
    /// Keys of `packet.toml` with their section.
    Packet,
    /// Keys of `template.toml` with their sections, where `*` is any section, such as the name of a chart or table.
    Template,
    /// Columns of tables.
    Columns,
    /// Fields of `report.json`.
    Data,
}

/// Old names with the last part of the current name. An entry remains as long as reports or templates may use the old
/// name.
const RENAMED: &[(Names, &str, &str)] = &[
    (Names::Template, "charts.*.rows", "height"),
    (Names::Template, "charts.achievement", "progress"),
    (Names::Template, "charts.bullet", "furthest-behind"),
    (Names::Data, "chart", "charts"),
    (Names::Data, "children", "is-part"),
    #[cfg(test)]
    (Names::Report, "plan.until", "end"),
    #[cfg(test)]
    (Names::Columns, "amount", "value"),
];

/// The current name of a renamed key; outer sections such as `html` are ignored.
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
        assert_eq!(renamed(Names::Template, "charts.trend.rows"), Some("height"));
        assert_eq!(renamed(Names::Template, "html.charts.trend.rows"), Some("height"));
        assert_eq!(renamed(Names::Template, "charts.rows"), None);
        assert_eq!(renamed(Names::Template, "rows"), None);
        assert_eq!(renamed(Names::Report, "charts.trend.rows"), None);
    }
}
