//! Times of the day.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

/// A time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl Time {
    /// `None` if a day has no such time.
    #[must_use]
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// A time as settings write it: `14:00`, `14:00:00`, `14時30分`, `14時`, in half or full width. `None` if the text
    /// has no such form, or seconds.
    #[must_use]
    pub fn written(text: &str) -> Option<Self> {
        let text: String = text.nfkc().filter(|character| !character.is_whitespace()).collect();
        let (hour, minute) = match text.split_once('時') {
            Some((hour, "")) => (hour, "0"),
            Some((hour, minute)) => (hour, minute.strip_suffix('分')?),
            None => {
                let text = text.strip_suffix(":00").filter(|text| text.contains(':')).unwrap_or(&text);
                text.split_once(':').filter(|(_, minute)| minute.len() == 2)?
            }
        };
        Self::new(of_two_digits(hour)?, of_two_digits(minute)?)
    }
}

fn of_two_digits(text: &str) -> Option<u8> {
    let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Time {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.hour, self.minute)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_offices_write_them() {
        for (text, time) in [
            ("14:00", "14:00"),
            ("14:05:00", "14:05"),
            ("9:30", "09:30"),
            ("１４：００", "14:00"),
            ("14時", "14:00"),
            ("14時30分", "14:30"),
            ("１４時５分", "14:05"),
            ("14 時 30 分", "14:30"),
            ("0:00", "00:00"),
        ] {
            assert_eq!(Time::written(text).map(|time| time.to_string()).as_deref(), Some(time), "{text}");
        }
    }

    #[test]
    fn what_is_not_certainly_a_time_is_not_read() {
        for text in [
            "",
            ":",
            "14",
            "1400",
            "24:00",
            "14:60",
            "14:0",
            "14:00:30",
            "14:00:00:00",
            "2:00 pm",
            "午後2時",
            "14時半",
            "14時30",
            "014:00",
            "14:00-16:00",
            "十四時",
            "-1:00",
            "14:+1",
        ] {
            assert_eq!(Time::written(text), None, "{text}");
        }
    }
}
