//! The annual report: cover, at a glance, a chapter for each group, annex. The tables of contents say what the headings
//! say, and are looked at as links.

use serde_json::Value;

use super::indicator::{Entry, any, entries, marks, text, value};
use super::{Sense, array, inline};

/// The most characters of their names that every cover holds.
const MOST_NAMES: usize = 400;
/// The most groups that a cover names.
const MOST_GROUPS: usize = 12;

/// Says the parts of a report, and counts its figures and tables.
struct Report<'a> {
    data: &'a Value,
    words: &'a Value,
    sense: Sense<'a>,
    figures: usize,
    tables: usize,
}

pub(super) fn sense(data: &Value) -> Sense<'_> {
    let mut report = Report { data, words: &data["words"], sense: Sense::default(), figures: 0, tables: 0 };
    report.cover();
    report.at_a_glance();
    for (index, group) in array(&data["groups"]).iter().enumerate() {
        report.chapter(index, group);
    }
    let mut others = report.highlights(None).peekable();
    if others.peek().is_some() {
        report.sense.say(&report.words["other-highlights-title"]);
        others.for_each(|highlight| report.highlight(highlight));
    }
    report.annex();
    report.sense
}

impl<'a> Report<'a> {
    fn word(&mut self, name: &str) {
        self.sense.say(&self.words[name]);
    }

    fn cover(&mut self) {
        let document = &self.data["document"];
        for first in [&self.data["material"]["label"], &self.data["logo"]["alt"], &document["round"]] {
            self.sense.say(first);
        }
        for line in ["title", "subtitle"] {
            self.sense.say(&document[line]);
        }
        let groups = array(&self.data["groups"]);
        if (2..=MOST_GROUPS).contains(&groups.len()) {
            // Where names are so long that the cover does not hold them, the contents tell enough.
            let names =
                groups.iter().map(|group| text(&group["number"]) + &text(&group["short-name"])).collect::<String>();
            if names.chars().count() > MOST_NAMES {
                self.sense.may_say_again(&names);
            } else {
                self.sense.say_text(&names);
            }
        }
        let counts = &self.data["progress"]["counts"];
        if !array(counts).is_empty() {
            self.sense.counts(counts);
            self.word("computed-notice");
        }
        for line in ["issuer", "date-text"] {
            self.sense.say(&document[line]);
        }
        self.sense.tell(&self.data["notice"]);
        self.word("contents-title");
        self.word("figures-title");
    }

    fn at_a_glance(&mut self) {
        let progress = &self.data["progress"];
        self.word("at-a-glance-title");
        for part in ["evaluation", "overview"] {
            if !self.data[part].is_null() {
                self.word(&format!("{part}-title"));
                self.sense.tell(&self.data[part]);
            }
        }
        if !array(&progress["counts"]).is_empty() {
            for word in ["computed-title", "at-a-glance-lead", "computed-notice"] {
                self.word(word);
            }
        }
        self.sense.counts(&progress["counts"]);
        for group in array(&self.data["groups"]).iter().filter(|group| !array(&group["matrix"]).is_empty()) {
            self.sense.short_group_name(group);
            self.sense.say(&group["words"]["takeaway"]);
            self.sense.cells(group);
        }
        if !progress["gaps-chart"].is_null() {
            self.figure(&self.words["gaps-title"], &self.words["gaps-lead"], &[&progress["gaps-chart"]]);
        }
    }

    /// A caption with its number, what leads to the charts, the charts and their key.
    fn figure(&mut self, caption: &Value, lead: &Value, charts: &[&Value]) {
        if !charts.is_empty() {
            self.figures += 1;
            self.sense.say_text(&format!("{}{}", text(&self.words["figure-label"]), self.figures));
            self.sense.say(caption);
            self.sense.say(lead);
            self.sense.charts(charts);
        }
    }

    fn caption_of_table(&mut self, caption: &Value) {
        self.tables += 1;
        self.sense.say_text(&format!("{}{}", text(&self.words["table-label"]), self.tables));
        self.sense.say(caption);
    }

    fn highlights(&self, group: Option<usize>) -> impl Iterator<Item = &'a Value> + use<'a> {
        let highlights = array(&self.data["highlights"]).iter();
        highlights.filter(move |highlight| highlight["group"].as_u64() == group.map(|group| group as u64))
    }

    fn highlight(&mut self, highlight: &'a Value) {
        self.sense.say_text(&inline(&highlight["title"]));
        self.sense.highlight(highlight);
    }

    fn chapter(&mut self, index: usize, group: &'a Value) {
        let words = &group["words"];
        self.sense.group_name(group);
        self.sense.counts(&group["counts"]);
        self.sense.tell(&group["description"]);
        self.sense.tell(&group["overview"]);
        let all = |name: &str| array(&group[name]).iter().collect::<Vec<_>>();
        self.figure(&words["progress-takeaway"], &Value::Null, &all("charts"));
        for trend in array(&group["featured"]) {
            self.figure(&trend["title"], &Value::Null, &[&trend["chart"]]);
        }
        self.figure(&words["multiples-takeaway"], &Value::Null, &all("multiples"));
        if !array(&group["tables"]).is_empty() {
            self.caption_of_table(&words["indicators-table-title"]);
            self.sense.say(&group["scales"]);
            self.group_table(group);
            self.sense.notes(&array(&group["notes"]).iter());
        }
        let mut highlights = self.highlights(Some(index)).peekable();
        if highlights.peek().is_some() {
            self.sense.say(&words["group-highlights-title"]);
            highlights.for_each(|highlight| self.highlight(highlight));
        }
    }

    /// Says the tables of a group: several, each with all rows, where one would be too wide.
    fn group_table(&mut self, group: &'a Value) {
        let (tables, words) = (array(&group["tables"]), self.words);
        let all = entries(tables);
        let [baseline, target] = ["baseline", "target"].map(|name| common_year(&all, name));
        let year_target = if any(&all, "year-target") { text(&words["year-target.short"]) } else { String::new() };
        let is_shown = |name: &&str| matches!(*name, "target" | "actual" | "status") || any(&all, name);
        let head = |name: &str| match name {
            "baseline" => text(&words["baseline"]) + &baseline,
            "target" => text(&words["target"]) + &target + &year_target,
            "sparkline" => text(&words["trend"]),
            "evaluation" => text(&words["panel-evaluation"]),
            name => text(&words[name]),
        };
        let dated = |entry: Entry<'_>, name: &str, common: &str| {
            let year = text(&entry.row[format!("{name}-year")]);
            let is_said = !entry.row[name].is_null() && year != common;
            entry.value(name) + if is_said { &year } else { "" }
        };
        let cell = |entry: Entry<'_>, name: &str| match name {
            "baseline" => dated(entry, name, &baseline),
            "target" => dated(entry, name, &target) + &entry.value("year-target"),
            "actual" => entry.actual(),
            "sparkline" => text(&entry.row["sparkline"]["alt"]),
            "rate" => text(&entry.row["rate"]),
            "evaluation" => text(&entry.row["evaluation"]["sign"]),
            "status" => text(&entry.row["status"]["short"]),
            name => entry.value(name),
        };
        for part in array(&self.data["tables"]["group"]) {
            let columns = array(part).iter().map(|column| column["name"].as_str().unwrap());
            let columns: Vec<&str> = columns.filter(is_shown).collect();
            if columns.is_empty() {
                continue;
            }
            self.word("indicator");
            columns.iter().for_each(|name| self.sense.say_text(&head(name)));
            for table in tables {
                if tables.len() > 1 {
                    self.sense.say(&table["name"]);
                }
                for entry in entries([table]) {
                    self.sense.say_text(&entry.name());
                    columns.iter().for_each(|name| self.sense.say_text(&cell(entry, name)));
                }
            }
        }
    }

    /// Says the rows of all groups, each group under its name where there are several.
    fn grouped(&mut self, keep: impl Fn(&Entry<'_>) -> bool, cells: impl Fn(Entry<'_>) -> Vec<String>) {
        let groups = array(&self.data["groups"]);
        for group in groups {
            let entries: Vec<_> = entries(array(&group["tables"])).into_iter().filter(&keep).collect();
            if groups.len() > 1 && !entries.is_empty() {
                self.sense.group_name(group);
            }
            for entry in entries {
                self.sense.say_text(&entry.name());
                cells(entry).iter().for_each(|cell| self.sense.say_text(cell));
            }
        }
    }

    fn annex(&mut self) {
        let data = self.data;
        let all = entries(array(&data["groups"]).iter().flat_map(|group| array(&group["tables"])));
        let notes = || array(&data["notes"]).iter().chain(array(&data["earlier-notes"]));
        self.word("annex-title");
        self.word("as-of");
        if !all.is_empty() {
            self.word("all-indicators-title");
            for (index, part) in array(&data["tables"]["years"]).iter().enumerate() {
                self.caption_of_table(&part["title"]);
                self.sense.say(&data["tables"]["scales"]);
                self.all_indicators(&all, array(&part["columns"]));
                if index == 0 && data["tables"]["leaves-out-years"] == true {
                    self.word("earlier-years-left-out");
                }
            }
            self.sense.notes(&notes().filter(|note| note["legend"] == true && note["field"].is_null()));
            let last = array(&data["tables"]["years"]).last().map_or(&[][..], |part| array(&part["columns"]));
            if last.iter().any(|column| column["name"] == "status") {
                self.sense.statuses(&all);
            }
        }
        self.word("method-title");
        self.word("computed-method");
        let is_computed = |entry: &Entry<'_>| !entry.row["computation"].is_null();
        if all.iter().any(is_computed) {
            self.caption_of_table(&self.words["computation-title"]);
            for word in ["indicator", "computation-rate-head", "computation-pace-head", "status"] {
                self.word(word);
            }
            self.grouped(is_computed, |entry| {
                let computation = &entry.row["computation"];
                [&computation["rate"], &computation["pace"], &entry.row["status"]["short"]].map(text).to_vec()
            });
        }
        self.word("open-values-title");
        let open = array(&data["open-values"]);
        if open.is_empty() {
            self.word("open-values-none");
        } else {
            self.caption_of_table(&self.words["open-values-table-title"]);
            for word in ["indicator", "fiscal-year-head", "open-values-value", "open-values-state"] {
                self.word(word);
            }
        }
        for entry in open {
            self.sense.say(&entry["whole"]);
            self.sense.say_text(&(text(&entry["name"]) + &text(&entry["unit"])));
            self.sense.say(&entry["year"]);
            self.sense.say_text(&value(&entry["actual"]));
            self.sense.say(&entry["label"]);
        }
        if notes().any(|note| note["legend"] == false) {
            self.word("notes-title");
        }
        self.sense.notes(&notes().filter(|note| note["legend"] == false));
    }

    /// Says a table over years, or a part of one, with the columns that were decided for all languages.
    fn all_indicators(&mut self, all: &[Entry<'_>], columns: &[Value]) {
        let years = array(&self.data["years"]);
        self.word("indicator");
        for column in columns {
            match column["name"].as_str().unwrap() {
                "year" => self.sense.say(&years[year(column)]["label"]),
                "actual" => self.sense.say(&years.last().unwrap()["label"]),
                name @ ("baseline" | "rate") if !any(all, name) => {}
                "status" => self.word("status.short"),
                name => self.word(name),
            }
        }
        self.grouped(
            |_| true,
            |entry| {
                let cell = |column: &Value| match column["name"].as_str().unwrap() {
                    "year" => {
                        let shown = &entry.row["years"][year(column)];
                        value(&shown["actual"]) + &marks(&shown["marks"])
                    }
                    "actual" => entry.actual(),
                    "rate" => text(&entry.row["rate"]),
                    "status" => text(&entry.row["status"]["short"]),
                    name => entry.value(name),
                };
                columns.iter().map(cell).collect()
            },
        );
    }
}

/// Returns the place of a column's year among those shown.
fn year(column: &Value) -> usize {
    usize::try_from(column["year"].as_u64().unwrap()).unwrap()
}

/// Returns the year that most values of a column share, where all have one; the first of several.
fn common_year(entries: &[Entry<'_>], name: &str) -> String {
    let filled = entries.iter().filter(|entry| !entry.row[name].is_null());
    let years: Vec<&Value> = filled.map(|entry| &entry.row[format!("{name}-year")]).collect();
    if years.iter().any(|year| year.is_null()) {
        return String::new();
    }
    let count = |year: &Value| years.iter().filter(|other| **other == year).count();
    let most = years.iter().map(|year| count(year)).max().unwrap_or(0);
    years.iter().find(|year| count(year) == most).map_or_else(String::new, |year| text(year))
}
