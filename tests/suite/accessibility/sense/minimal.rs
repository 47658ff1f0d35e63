//! The template to start from: what the report is, a table for each kind of each group, and the notes.

use serde_json::Value;

use super::indicator::entries;
use super::{Sense, array};

pub(super) fn sense(data: &Value) -> Sense<'_> {
    let (words, document) = (&data["words"], &data["document"]);
    let mut sense = Sense::default();
    for first in [&data["material"]["label"], &document["title"]] {
        sense.say(first);
    }
    let imprint = [&document["issuer"], &document["date-text"]].into_iter().filter_map(Value::as_str);
    sense.say_text(&imprint.collect::<Vec<_>>().join("·"));
    for part in ["notice", "overview", "evaluation"] {
        sense.tell(&data[part]);
    }
    for group in array(&data["groups"]) {
        sense.say(&group["name"]);
        for table in array(&group["tables"]) {
            for head in [&table["name"], &words["target"], &words["actual"], &words["status"]] {
                sense.say(head);
            }
            for entry in entries([table]) {
                let row = entry.row;
                sense.say_text(&entry.name());
                sense.say_text(&entry.value("target"));
                sense.say_text(&entry.actual());
                sense.say(&row["status"]["label"]);
            }
        }
    }
    for note in array(&data["notes"]).iter().filter(|note| note["field"].is_null()) {
        sense.say(&note["label"]);
        sense.tell(&note["body"]);
    }
    sense
}
