//! The summary of a follow-up: page one, highlights, indicators with their notes, charts.

use serde_json::Value;

use super::indicator::{any, entries, text};
use super::{Sense, array};

/// The most indicators that page one names as furthest behind.
const MOST_GAPS: usize = 5;

pub(super) fn sense(data: &Value) -> Sense<'_> {
    let (words, document) = (&data["words"], &data["document"]);
    let mut sense = Sense::default();
    for first in [&data["material"]["label"], &data["logo"]["alt"], &document["round"], &document["title"]] {
        sense.say(first);
    }
    for line in ["subtitle", "issuer", "date-text"] {
        sense.say(&document[line]);
    }
    sense.tell(&data["notice"]);
    for part in ["evaluation", "overview"] {
        if !data[part].is_null() {
            sense.say(&words[format!("{part}-title")]);
            sense.tell(&data[part]);
        }
    }
    let has_counts = !array(&data["progress"]["counts"]).is_empty();
    if has_counts {
        sense.say(&words["computed-title"]);
        sense.counts(&data["progress"]["counts"]);
    }
    results(data, &mut sense);
    if has_counts {
        gaps(data, &mut sense);
        sense.say(&words["computed-notice"]);
    }
    highlights(data, &mut sense);
    indicators(data, &mut sense);
    charts(data, &mut sense);
    sense
}

/// What each group says of itself, and then each of its indicators with its status.
fn results<'a>(data: &'a Value, sense: &mut Sense<'a>) {
    let words = &data["words"];
    let groups = array(&data["groups"]);
    let is_told = groups.iter().any(|group| !group["overview"].is_null());
    sense.say(&words[if is_told { "results-title" } else { "status-by-group-title" }]);
    let shown: Vec<&Value> = groups.iter().filter(|group| !array(&group["matrix"]).is_empty()).collect();
    let last_told = shown.iter().rposition(|group| !group["overview"].is_null());
    for (index, group) in shown.into_iter().enumerate() {
        sense.short_group_name(group);
        if group["overview"].is_null() {
            sense.say(&group["words"]["takeaway"]);
        } else {
            sense.tell(&group["overview"]);
        }
        if last_told == Some(index) {
            sense.say(&words["results-closing"]);
        }
        sense.cells(group);
    }
}

/// The indicators furthest behind, with the points by which they are.
fn gaps<'a>(data: &'a Value, sense: &mut Sense<'a>) {
    let gaps = array(&data["progress"]["gaps"]);
    if !gaps.is_empty() {
        sense.say(&data["words"]["gaps-title.in-points"]);
    }
    for gap in gaps.iter().take(MOST_GAPS) {
        sense.say(&gap["short-name"]);
        sense.say(&gap["gap-points"]);
    }
}

/// Each highlight to its end before the next one, though they stand side by side.
fn highlights<'a>(data: &'a Value, sense: &mut Sense<'a>) {
    let highlights = array(&data["highlights"]);
    if !highlights.is_empty() {
        sense.say(&data["words"]["highlights-title"]);
    }
    for highlight in highlights {
        if let Some(group) = highlight["group"].as_u64() {
            sense.group_name(&data["groups"][usize::try_from(group).unwrap()]);
        }
        sense.say_text(&super::inline(&highlight["title"]));
        sense.highlight(highlight);
    }
}

/// Tables row by row, column by column of the page, and the notes after all of them.
fn indicators<'a>(data: &'a Value, sense: &mut Sense<'a>) {
    let words = &data["words"];
    sense.say(&words["indicators-title"]);
    let all = entries(array(&data["groups"]).iter().flat_map(|group| array(&group["tables"])));
    let (has_grades, has_year_targets) = (any(&all, "evaluation"), any(&all, "year-target"));
    let head = |table: &Value| {
        let mut head = text(&table["name"]) + &text(&words["target"]);
        if has_year_targets {
            head += &text(&words["year-target.short"]);
        }
        head += &text(&words["actual.short"]);
        if has_grades {
            head += &text(&words["panel-evaluation"]);
        }
        head + &text(&words["status.short"])
    };
    for group in array(&data["groups"]) {
        let tables = array(&group["tables"]);
        if !tables.is_empty() {
            sense.group_name(group);
        }
        for (kind, table) in tables.iter().enumerate() {
            let head = head(table);
            if kind == 0 {
                sense.say_text(&head);
            } else {
                sense.say(&table["name"]);
                // Where another column begins with this kind, its name is the first head.
                sense.may_say_again(head.strip_prefix(&text(&table["name"])).unwrap_or(&head));
            }
            for (index, entry) in entries([table]).iter().enumerate() {
                if index > 0 && entry.row["is-part"] != true {
                    sense.may_say_again(&head);
                }
                sense.say_text(&entry.name());
                sense.say_text(&entry.value("target"));
                sense.say_text(&entry.value("year-target"));
                sense.say_text(&entry.actual());
                sense.say(&entry.row["evaluation"]["sign"]);
                sense.say(&entry.row["status"]["label"]);
            }
        }
    }
    sense.notes(&array(&data["notes"]).iter());
    sense.statuses(&all);
    sense.say(&words["computed-notice"]);
    sense.say(&data["tables"]["scales"]);
}

fn charts<'a>(data: &'a Value, sense: &mut Sense<'a>) {
    let words = &data["words"];
    let groups = array(&data["groups"]);
    let of_groups: Vec<&Value> = groups.iter().flat_map(|group| array(&group["charts"])).collect();
    if of_groups.is_empty() {
        return;
    }
    sense.say(&words["charts-title"]);
    sense.say(&words["charts-lead"]);
    for group in groups {
        for (index, chart) in array(&group["charts"]).iter().enumerate() {
            if index == 0 {
                sense.group_name(group);
                sense.say(&group["words"]["takeaway"]);
            }
            sense.say(&chart["alt"]);
        }
    }
    sense.say(&words["computed-method"]);
    sense.key(&of_groups);
}
