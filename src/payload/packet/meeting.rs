//! The meeting in words: its name with its number, its day, weekday and hours.

use super::{PacketIngredients, PacketMeetingData};
use crate::packet::{Hours, Texts, Time};

impl PacketIngredients<'_> {
    pub(super) fn meeting(&self) -> PacketMeetingData {
        let meeting = &self.packet.meeting;
        PacketMeetingData {
            name: self.own(&meeting.name),
            title: self.meeting_title(),
            day: self.day_and_hours(),
            place: meeting.place.as_ref().map(|place| self.own(place)),
        }
    }

    /// A text of the settings in the language, adapted to the fonts.
    pub(super) fn own(&self, texts: &Texts) -> String {
        let language = self.words.language();
        self.words.data(texts.of(language), texts.place(language))
    }

    /// A message with the meeting’s name and number: what the whole packet is called, or a part of it.
    pub(super) fn of_meeting(&self, key: &str) -> String {
        self.text(key, &[("meeting", &self.meeting_title())])
    }

    fn meeting_title(&self) -> String {
        let name = self.own(&self.packet.meeting.name);
        match self.packet.meeting.number {
            Some(number) => self.words.ordinal("packet-meeting", number, &[("name", &name)], self.template_place),
            None => name,
        }
    }

    fn day_and_hours(&self) -> String {
        let meeting = &self.packet.meeting;
        let (weekday, weekday_short) = self.words.weekday(meeting.date);
        let day = self.words.day(meeting.date);
        let day = self.text("packet-day", &[("day", &day), ("weekday", &weekday), ("weekday-short", &weekday_short)]);
        match meeting.hours {
            Some(hours) => self.text("packet-day-hours", &[("day", &day), ("hours", &self.hours(hours))]),
            None => day,
        }
    }

    fn hours(&self, hours: Hours) -> String {
        let time = |time: Time| self.words.data(&format!("{}:{:02}", time.hour, time.minute), None);
        let start = time(hours.start);
        match hours.end {
            Some(end) => self.text("packet-hours", &[("start", &start), ("end", &time(end))]),
            None => self.text("packet-hours-open", &[("start", &start)]),
        }
    }
}
