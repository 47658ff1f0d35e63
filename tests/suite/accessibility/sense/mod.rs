//! The order of sense: what each template says, in the order in which it is meant to be read, made of the data alone.

mod followup;
mod indicator;
mod minimal;
mod report;

use serde_json::Value;

use crate::accessibility::edition::Edition;
use crate::support::squeezed;

/// The statuses whose indicators the status matrix names.
const NAMED: [&str; 4] = ["deteriorating", "not-achieved", "limited", "acceleration-needed"];

/// What a document should say, in order.
#[derive(Default)]
pub(crate) struct Sense<'a> {
    parts: Vec<Part>,
    /// The prose that is told, with its lists.
    pub(crate) prose: Vec<&'a Value>,
}

enum Part {
    /// Is said here.
    Said(String),
    /// Is said here in one way or the other.
    Either(String, String),
    /// May be said here again: the head of a table that goes on in another column.
    Again(String),
}

/// Returns what an edition of a built-in template should say; nothing of any other.
pub(crate) fn sense(edition: &Edition) -> Option<Sense<'_>> {
    match edition.template.as_str() {
        "followup" => Some(followup::sense(&edition.data)),
        "minimal" => Some(minimal::sense(&edition.data)),
        "report" => Some(report::sense(&edition.data)),
        _ => None,
    }
}

/// What is read is what should be said, from the first word to the last, and nothing besides.
pub(crate) fn broken(edition: &Edition) -> Vec<String> {
    let Some(sense) = sense(edition) else { return Vec::new() };
    let said = squeezed(&edition.spoken());
    let mut rest = said.as_str();
    for part in &sense.parts {
        match part {
            Part::Said(text) => match rest.strip_prefix(text.as_str()) {
                Some(after) => rest = after,
                None => return vec![format!("“{text}” should be read where “{}” is", beginning(rest))],
            },
            Part::Either(text, other) => {
                match rest.strip_prefix(text.as_str()).or_else(|| rest.strip_prefix(other.as_str())) {
                    Some(after) => rest = after,
                    None => return vec![format!("“{text}” should be read where “{}” is", beginning(rest))],
                }
            }
            Part::Again(text) => rest = rest.strip_prefix(text.as_str()).unwrap_or(rest),
        }
    }
    if rest.is_empty() { Vec::new() } else { vec![format!("“{}” is read after the end", beginning(rest))] }
}

fn beginning(text: &str) -> String {
    text.chars().take(60).collect()
}

impl<'a> Sense<'a> {
    /// Adds a text, if there is one.
    fn say(&mut self, text: &Value) {
        self.say_text(text.as_str().unwrap_or_default());
    }

    fn say_text(&mut self, text: &str) {
        self.parts.push(Part::Said(squeezed(text)));
    }

    /// Adds what may come again in the middle of what follows.
    fn may_say_again(&mut self, text: &str) {
        self.parts.push(Part::Again(squeezed(text)));
    }

    /// Adds the number and the name of a group.
    fn group_name(&mut self, group: &Value) {
        self.say(&group["number"]);
        self.say(&group["name"]);
    }

    /// Adds the number and the short name of a group.
    fn short_group_name(&mut self, group: &Value) {
        self.say(&group["number"]);
        self.say(&group["short-name"]);
    }

    /// Adds the cells of a group in the status matrix: those that need attention by mark and name, where names have room.
    fn cells(&mut self, group: &Value) {
        for cell in array(&group["matrix"]) {
            let status = &cell["status"];
            if NAMED.contains(&status["id"].as_str().unwrap()) {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                let named = text(&status["label"]) + &text(&cell["name"]);
                self.parts.push(Part::Either(squeezed(&named), squeezed(&text(&cell["text"]))));
            } else {
                self.say(&cell["text"]);
            }
        }
    }

    /// Adds prose: paragraphs, and items with their bullets or numbers.
    fn tell(&mut self, prose: &'a Value) {
        self.prose.push(prose);
        self.tell_blocks(prose);
    }

    fn tell_blocks(&mut self, prose: &Value) {
        for block in array(prose) {
            if block["type"] == "paragraph" {
                self.say_text(&inline(&block["body"]));
            }
            for (number, item) in (1..).zip(array(&block["items"])) {
                self.say_text(&if block["ordered"] == true { format!("{number}.") } else { "•".to_owned() });
                self.tell_blocks(item);
            }
        }
    }

    /// Adds a picture after its caption.
    fn figure(&mut self, figure: &Value) {
        self.say_text(&inline(&figure["caption"]));
        self.say(&figure["alt"]);
    }

    /// Adds charts and then the key of all.
    fn charts(&mut self, charts: &[&Value]) {
        charts.iter().for_each(|chart| self.say(&chart["alt"]));
        self.key(charts);
    }

    /// Adds the key of several charts, each name once.
    fn key(&mut self, charts: &[&Value]) {
        let mut labels: Vec<&Value> = Vec::new();
        for entry in charts.iter().flat_map(|chart| array(&chart["key"])) {
            if !labels.contains(&&entry["label"]) {
                labels.push(&entry["label"]);
            }
        }
        labels.into_iter().for_each(|label| self.say(label));
    }

    /// Adds how many indicators have each status.
    fn counts(&mut self, counts: &Value) {
        for count in array(counts) {
            self.say(&count["label"]);
            self.say(&count["text"]);
        }
    }

    /// Adds the key of the statuses that occur, from the best.
    fn statuses(&mut self, entries: &[indicator::Entry<'a>]) {
        for status in nenpo::report::Status::ALL {
            let found = entries.iter().find(|entry| entry.row["status"]["id"] == status.as_str());
            if let Some(entry) = found {
                self.say(&entry.row["status"]["label"]);
            }
        }
    }

    /// Adds notes: those with a text of their own, then what the signs in a table mean.
    fn notes(&mut self, notes: &(impl Iterator<Item = &'a Value> + Clone)) {
        for is_legend in [false, true] {
            for note in notes.clone().filter(|note| note["legend"] == is_legend) {
                self.say(&note["label"]);
                self.tell(&note["body"]);
            }
        }
    }

    /// Adds what a highlight says below its title.
    fn highlight(&mut self, highlight: &'a Value) {
        self.figure(&highlight["figure"]);
        for part in ["body", "citation", "note"] {
            self.tell(&highlight[part]);
        }
    }
}

/// Returns the parts of an array; none where there is no array.
fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Returns the text of a run of inline content.
fn inline(runs: &Value) -> String {
    array(runs).iter().map(|run| run["text"].as_str().map_or_else(|| inline(&run["body"]), str::to_owned)).collect()
}
