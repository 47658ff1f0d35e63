//! Invented plans of any size, written as report projects: what no sample has, such as 500 indicators, names of 150
//! characters or no group at all. Knows nothing of pages. The benchmark of growth uses it too.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The first year of every plan.
const START: usize = 2020;
/// The least years that a plan has.
const LEAST_YEARS: usize = 5;
/// A picture for highlights.
const FIGURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120"><rect width="240" height="120" fill="#dfe5ea"/><circle cx="120" cy="60" r="40" fill="#4f7194"/></svg>"##;

/// What values a plan has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Values {
    /// Three digits at most, some of them provisional, estimated, missing or not applicable.
    Usual,
    /// Twelve digits.
    Long,
    /// Fifteen digits.
    Huge,
    /// Twelve digits of which the last six are zeros.
    Thousands,
    /// Three digits at most, with units of many characters.
    LongUnits,
    /// None at all.
    Missing,
}

/// A plan and how large each of its parts is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// Groups of indicators; none in a plan without groups.
    pub(crate) groups: usize,
    /// Indicators, dealt evenly to the groups; every eighth is a part of the one before.
    pub(crate) indicators: usize,
    /// Fiscal years with values, of which the last is the round.
    pub(crate) years: usize,
    /// What values there are.
    pub(crate) values: Values,
    /// Characters of the name of a group, an indicator and a highlight.
    pub(crate) name_length: usize,
    /// Results told in prose.
    pub(crate) highlights: usize,
    /// Lines of each of them.
    pub(crate) highlight_lines: usize,
    /// Notes, each beside some value.
    pub(crate) notes: usize,
}

/// A plan of a usual size.
pub(crate) const USUAL: Plan = Plan {
    groups: 6,
    indicators: 48,
    years: 1,
    values: Values::Usual,
    name_length: 28,
    highlights: 3,
    highlight_lines: 4,
    notes: 3,
};

/// Words of a language that make names and sentences of any length.
struct Voice {
    language: &'static str,
    words: &'static [&'static str],
    separator: &'static str,
    stop: &'static str,
    /// Units of many characters, one of them with a number in its words.
    units: &'static str,
}

const VOICES: [Voice; 2] = [
    Voice {
        language: "ja",
        words: &[
            "地域に",
            "おける",
            "脱炭素化の",
            "推進に",
            "関する",
            "事業者向け",
            "サポート体制の",
            "整備",
            "および",
            "IT活用の",
            "拡大",
            "状況",
            "を踏まえた",
            "住民参加型",
            "取組の",
            "実施",
        ],
        separator: "",
        stop: "。",
        units: "unit-rate = { $value }人/10万人\nunit-points = { $value }ポイント\nunit-density = { $value }千人泊（年間、延べ）\n",
    },
    Voice {
        language: "en",
        words: &[
            "regional",
            "programmes",
            "supporting",
            "decarbonisation",
            "of",
            "small",
            "enterprises",
            "and",
            "the",
            "development",
            "of",
            "infrastructure",
            "for",
            "participation",
        ],
        separator: " ",
        stop: ".",
        units: "unit-rate = { $value } per 100,000 inhabitants\nunit-points = { $value } percentage points\nunit-density = { $value } thousand guest nights a year\n",
    },
];

impl Voice {
    /// Returns words that differ with the seed, of at most so many characters but one word at least.
    fn words(&self, seed: usize, length: usize) -> String {
        let mut text = String::new();
        for word in self.words.iter().cycle().skip(seed % self.words.len()) {
            if !text.is_empty() && text.chars().count() + self.separator.len() + word.chars().count() > length {
                break;
            }
            if !text.is_empty() {
                text.push_str(self.separator);
            }
            text.push_str(word);
        }
        text
    }

    /// Returns a name that no other thing with this prefix has.
    fn name(&self, prefix: &str, number: usize, length: usize) -> String {
        let own = format!("{prefix}{number} ");
        format!("{own}{}", self.words(number * 7, length.saturating_sub(own.chars().count())))
    }
}

/// One indicator in numbers.
struct Row {
    id: String,
    group: String,
    kind: &'static str,
    parent: String,
    unit: &'static str,
    accumulation: &'static str,
    direction: &'static str,
    baseline: i64,
    target: Option<i64>,
}

impl Plan {
    /// Writes the plan's project to a folder, with an edition in both languages for each template.
    pub(crate) fn write(&self, folder: &Path, templates: &[&str]) {
        let write = |path: &str, text: String| {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let rows = self.rows();
        write("report.toml", self.settings(templates));
        write("figures/picture.svg", FIGURE.to_owned());
        write("data/indicators.csv", self.indicators(&rows));
        write("data/actuals.csv", self.actuals(&rows));
        for voice in &VOICES {
            write(&format!("locales/{}/report.ftl", voice.language), self.locale(voice));
        }
    }

    fn end(&self) -> usize {
        START + self.years.max(LEAST_YEARS) - 1
    }

    fn settings(&self, templates: &[&str]) -> String {
        let round = START + self.years - 1;
        let notes: Vec<String> = (1..=self.notes).map(|note| format!("\"note{note}\"")).collect();
        let mut text = format!(
            "id = \"plan\"\nnotes = [{}]\n[plan]\nstart = {START}\nend = {}\n[round]\nfiscal-year = {round}\nas-of = {}-03-31\npublished = {}-06-01\n",
            notes.join(", "),
            self.end(),
            round + 1,
            round + 1,
        );
        for group in 1..=self.groups {
            let _ = writeln!(text, "[[group]]\nid = \"group{group}\"");
        }
        for highlight in 1..=self.highlights {
            let _ = writeln!(text, "[[highlight]]\nid = \"result{highlight}\"\nfigure = \"figures/picture.svg\"");
            if self.groups > 0 {
                let _ = writeln!(text, "group = \"group{}\"", (highlight - 1) % self.groups + 1);
            }
        }
        for template in templates {
            let _ = writeln!(text, "[[edition]]\ntemplate = \"{template}\"\nlanguages = [\"ja\", \"en\"]");
        }
        text
    }

    /// Makes indicators of every accumulation and direction, some only monitored.
    fn rows(&self) -> Vec<Row> {
        let scale = match self.values {
            Values::Long => 7_654_321_987,
            Values::Huge => 7_654_321_987_654,
            Values::Thousands => 7_654_000_000,
            Values::Usual | Values::LongUnits | Values::Missing => 1,
        };
        let mut rows: Vec<Row> = Vec::new();
        for index in 0..self.indicators {
            let group = match self.groups {
                0 => String::new(),
                groups => format!("group{}", index * groups / self.indicators + 1),
            };
            let whole = rows.last().filter(|whole| {
                index % 8 == 7 && whole.group == group && whole.parent.is_empty() && whole.accumulation == "annual"
            });
            let (accumulation, direction, baseline, target) = match index % 4 {
                0 => ("cumulative", "increase", 0, 120),
                1 => ("level", "decrease", 90, 60),
                2 => ("annual", "increase", 40, 100),
                _ => ("level", "increase", 30, 75),
            };
            let unit = match (self.values, accumulation) {
                (Values::Long | Values::Huge | Values::Thousands, _) => "yen",
                (Values::LongUnits, _) => ["rate", "points", "density"][index % 3],
                (_, "level") => "percent",
                _ => "count",
            };
            let row = match whole {
                Some(whole) => Row {
                    id: String::new(),
                    group,
                    kind: whole.kind,
                    parent: whole.id.clone(),
                    unit: whole.unit,
                    accumulation: whole.accumulation,
                    direction: "increase",
                    baseline: 10 * scale,
                    target: Some(25 * scale),
                },
                None => Row {
                    id: String::new(),
                    group,
                    kind: if index % 3 == 0 { "outcome" } else { "output" },
                    parent: String::new(),
                    unit,
                    accumulation,
                    direction,
                    baseline: baseline * scale,
                    target: (index % 11 != 10).then_some(target * scale),
                },
            };
            rows.push(Row { id: format!("indicator{}", index + 1), ..row });
        }
        rows
    }

    fn indicators(&self, rows: &[Row]) -> String {
        let mut text = "id,group,kind,parent,unit,accumulation,direction,baseline,baseline_year,target,target_year,name@ja,name@en\n".to_owned();
        for (index, row) in rows.iter().enumerate() {
            let Row { id, group, kind, parent, unit, accumulation, direction, baseline, .. } = row;
            let target = row.target.map_or(",".to_owned(), |target| format!("{target},{}", self.end()));
            let names = VOICES.each_ref().map(|voice| voice.name("", index + 1, self.name_length)).join(",");
            let _ = write!(text, "{id},{group},{kind},{parent},{unit},{accumulation},{direction},{baseline},");
            let _ = writeln!(text, "{},{target},{names}", START - 1);
        }
        text
    }

    fn actuals(&self, rows: &[Row]) -> String {
        let mut text = "indicator,fiscal_year,value,status,note\n".to_owned();
        let mut note = 0;
        for (index, row) in rows.iter().enumerate() {
            for year in 0..self.years {
                // From the baseline most of the way to the target, and beyond it for some.
                let share = (year + 1) * (60 + index % 7 * 10);
                let way = row.target.unwrap_or(row.baseline * 2) - row.baseline;
                let value =
                    row.baseline + way * i64::try_from(share).unwrap() / 100 / i64::try_from(self.years).unwrap();
                let value = if self.values == Values::Thousands { value / 1_000_000 * 1_000_000 } else { value };
                let value = if row.unit == "percent" { value.clamp(0, 100) } else { value };
                let (value, status) = match (self.values, (index * 3 + year * 5) % 17) {
                    (Values::Missing, _) | (Values::Usual, 16) => (String::new(), "missing"),
                    (Values::Usual, 13) => (String::new(), "not-applicable"),
                    (_, 4 | 9) => (value.to_string(), "provisional"),
                    (_, 7) => (value.to_string(), "estimated"),
                    _ => (value.to_string(), ""),
                };
                // The round's values first, since some tables show no other.
                let has_note = year + 1 == self.years && note < self.notes;
                note += usize::from(has_note);
                let own = if has_note { format!("note{note}") } else { String::new() };
                let _ = writeln!(text, "{},{},{value},{status},{own}", row.id, START + year);
            }
        }
        text
    }

    fn locale(&self, voice: &Voice) -> String {
        let sentence = |seed: usize| format!("{}{}", voice.words(seed, 110), voice.stop);
        let name = |prefix: &str, number: usize| voice.name(prefix, number, self.name_length);
        let mut text =
            format!("report-title = {}\noverview = {}\nevaluation = {}\n", name("", 0), sentence(1), sentence(5));
        if self.values == Values::LongUnits {
            text.push_str(voice.units);
        }
        for group in 1..=self.groups {
            let _ =
                writeln!(text, "group-group{group} = {}\noverview-group{group} = {}", name("", group), sentence(group));
        }
        for note in 1..=self.notes {
            let _ = writeln!(text, "note-note{note} = {}", sentence(note));
        }
        for highlight in 1..=self.highlights {
            let _ = writeln!(
                text,
                "highlight-result{highlight} =\n    .title = {}\n    .alt = {}",
                name("", highlight),
                sentence(3)
            );
            let _ = writeln!(text, "    .caption = {}\n    .body =", sentence(2));
            for line in 0..self.highlight_lines {
                let _ = writeln!(text, "        {}\n", sentence(highlight + line));
            }
        }
        text
    }
}
