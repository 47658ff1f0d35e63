//! Reads settings of packets that are right, and such that are wrong.

use super::*;
use crate::diagnostic::Place;
use crate::packet::{Hours, MaterialFile, MaterialSource, Time};
use crate::report::Language;

const MEETING: &str = "[meeting]\nname = { ja = \"会議\", en = \"Panel\" }\ndate = 2023-10-13\n";

/// Reads the settings of a packet in two languages whose lines after the identifier are given.
fn reading(rest: &str) -> (Option<Packet>, Diagnostics) {
    let text = format!("id = \"a\"\nlanguages = [\"ja\", \"en\"]\n{rest}");
    let mut diagnostics = Diagnostics::default();
    let packet = read(&PACKET_FILE.into(), &text, &mut diagnostics);
    (packet, diagnostics)
}

fn packet(rest: &str) -> Packet {
    let (packet, diagnostics) = reading(rest);
    assert!(!diagnostics.has_errors(), "{:#?}", diagnostics.sorted());
    packet.unwrap()
}

/// The problems of a packet with one material, whose lines are given: their codes with their keys and parts.
fn problems(material: &str) -> Vec<String> {
    problems_of(&format!("{MEETING}[[material]]\n{material}\n"))
}

fn problems_of(rest: &str) -> Vec<String> {
    let (_, diagnostics) = reading(rest);
    let said = |problem: &&Diagnostic| {
        let argument = |name| problem.argument(name).unwrap_or_default();
        assert!(matches!(&problem.place, Some(Place { file, .. }) if **file == *PACKET_FILE));
        format!("{} {} {}", problem.code.as_str(), argument("key"), argument("part")).trim_end().to_owned()
    };
    diagnostics.sorted().iter().map(said).collect()
}

#[test]
fn a_packet_is_read_with_all_its_parts() {
    let packet = packet(
        "draft = true\n\
         [meeting]\nname = { ja = \" 会議 \", en = \"Panel\" }\nnumber = 5\ndate = 2023-10-13\nstart = 14:00:00\n\
         end = \"16時30分\"\nplace = \"Zoom\"\n\
         [[agenda]]\ntitle = { ja = \"予算\", en = \"Budget\" }\n\
         [[material]]\nreport = \"../plan/report.toml\"\ntemplate = \"followup\"\ncover = true\n\
         [[material]]\nnumber = \"資料１－１\"\nfile = \"./files//a.PDF\"\nlanguage = \"ja\"\ntitle = { ja = \"表\", en = \"Table\" }\n\
         [[material]]\nseries = \"reference\"\nfile = { en = \"b.pdf\", ja = \"c.pdf\" }\ntitle = { ja = \"図\", en = \"Chart\" }\n\
         [[material]]\nseries = \"none\"\nfor-members = true\nreport = \".\"\n",
    );
    assert!(packet.is_draft && !packet.duplex);
    let (ja, en) = (Language::new("ja").unwrap(), Language::new("en").unwrap());
    assert_eq!((packet.meeting.name.of(&ja), packet.meeting.number), ("会議", Some(5)));
    let time = |hour, minute| Time::new(hour, minute).unwrap();
    assert_eq!(packet.meeting.hours, Some(Hours { start: time(14, 0), end: Some(time(16, 30)) }));
    assert_eq!(packet.meeting.place.map(|place| place.of(&en).to_owned()).as_deref(), Some("Zoom"));
    assert_eq!(packet.agenda[0].title.of(&en), "Budget");
    let number = |material: &PacketMaterial| material.number.as_ref().map(|number| number.number.clone());
    let numbers: Vec<_> = packet.materials.iter().map(number).collect();
    assert_eq!(numbers, [Some("2".to_owned()), Some("1-1".to_owned()), Some("1".to_owned()), None]);
    let series: Vec<_> = packet.materials.iter().map(PacketMaterial::series).collect();
    assert_eq!(series[1..], [Some(MaterialSeries::Main), Some(MaterialSeries::Reference), None]);
    let [report, same, by_language, here] = packet.materials.as_slice() else { panic!("{:?}", packet.materials) };
    assert!(report.has_cover && here.for_members && report.title.is_none());
    let folder = |material: &PacketMaterial| match &material.source {
        MaterialSource::Report { folder, .. } => folder.value.clone(),
        MaterialSource::File(_) => String::new(),
    };
    assert_eq!((folder(report).as_str(), folder(here).as_str()), ("../plan", "."));
    let MaterialSource::File(MaterialFile::Same(path, language)) = &same.source else { panic!("{same:?}") };
    assert_eq!((path.value.as_str(), language.as_ref()), ("files/a.PDF", Some(&ja)));
    let MaterialSource::File(MaterialFile::ByLanguage(paths)) = &by_language.source else { panic!("{by_language:?}") };
    let paths: Vec<_> = paths.iter().map(|(language, path)| (language.primary(), path.value.as_str())).collect();
    assert_eq!(paths, [("ja", "c.pdf"), ("en", "b.pdf")]);
}

#[test]
fn a_packet_in_one_language_needs_no_names_of_languages() {
    let text = "id = \"a\"\nlanguages = [\"ja\"]\n[meeting]\nname = \"会議\"\ndate = 2023-10-13\n\
                [[material]]\nfile = \"a.pdf\"\ntitle = { ja = \"表\" }\n";
    let mut diagnostics = Diagnostics::default();
    let packet = read(&PACKET_FILE.into(), text, &mut diagnostics).unwrap();
    assert!(!diagnostics.has_errors(), "{:#?}", diagnostics.sorted());
    assert_eq!(packet.meeting.name.of(&Language::new("ja").unwrap()), "会議");
}

#[test]
fn what_a_material_consists_of_is_said_once() {
    const TITLE: &str = "title = { ja = \"表\", en = \"Table\" }\n";
    for (material, problem) in [
        ("cover = true", "missing-key material.report either"),
        ("report = \"a\"\nfile = \"a.pdf\"", "conflicting-keys material.file source"),
        ("report = \"a\"\nlanguage = \"ja\"", "conflicting-keys material.language language"),
        (&format!("{TITLE}file = \"a.pdf\"\ntemplate = \"report\""), "conflicting-keys material.template template"),
        (
            &format!("{TITLE}file = {{ ja = \"a.pdf\", en = \"b.pdf\" }}\nlanguage = \"ja\""),
            "conflicting-keys material.language languages",
        ),
        ("report = \"a\"\nseries = \"none\"\nnumber = \"1\"", "conflicting-keys material.number number"),
        ("file = \"a.pdf\"", "missing-key material.title"),
        (&format!("{TITLE}file = {{ ja = \"a.pdf\" }}"), "missing-key material.file.en language"),
        (&format!("{TITLE}file = \"a.pdf\"\nlanguage = \"日本語\""), "invalid-value material.language language"),
        ("report = 1", "wrong-type material.report"),
        ("report = \"a\"\nseries = \"mian\"", "unknown-word"),
        ("report = \"a\"\nnumber = \"別紙1\"", "invalid-value material.number material-word"),
        ("report = \"a\"\nnumber = \"参考資料1\"\nseries = \"main\"", "invalid-value material.number material-series"),
        ("report = \"a\"\ntitel = \"x\"", "unknown-key material.titel"),
    ] {
        assert_eq!(problems(material), [problem], "{material}");
    }
}

#[test]
fn paths_are_relative_and_have_forward_slashes() {
    for (path, part) in [
        ("", "empty"),
        ("/a.pdf", "path-absolute"),
        ("C:/a.pdf", "path-absolute"),
        (r"C:\a.pdf", "path-absolute"),
        (r"\\server\a.pdf", "path-absolute"),
        ("https://example.org/a.pdf", "path-absolute"),
        (r"files\a.pdf", "path-backslash"),
        ("con.pdf", "path-name"),
        ("files/a?.pdf", "path-name"),
        ("files/a.docx", "path-pdf"),
        ("files", "path-pdf"),
    ] {
        let material = format!("title = {{ ja = \"表\", en = \"Table\" }}\nfile = '{path}'");
        assert_eq!(problems(&material), [format!("invalid-value material.file {part}")], "{path}");
        if !part.starts_with("path-pdf") {
            assert_eq!(problems(&format!("report = '{path}'")), [format!("invalid-value material.report {part}")]);
        }
    }
}

#[test]
fn each_text_is_there_in_each_language() {
    for (title, problem) in [
        ("{ ja = \"表\" }", "missing-key material.title.en language"),
        ("{ ja = \"表\", en = \"Table\", fr = \"Tableau\" }", "unknown-key material.title.fr"),
        ("{ ja = \"表\", en = \"Table\", EN = \"Table\" }", "duplicate-id  id"),
        ("{ ja = \"表\", en = \" \" }", "invalid-value material.title empty"),
        ("{ ja = \"表\", en = \"a\\u200Bb\" }", "invisible-character"),
        ("\"表\"", "wrong-type material.title"),
        ("5", "wrong-type material.title"),
    ] {
        assert_eq!(problems(&format!("report = \"a\"\ntitle = {title}")), [problem], "{title}");
    }
    let long = "あ".repeat(crate::packet::LONGEST_TEXT + 1);
    let title = format!("report = \"a\"\ntitle = {{ ja = \"{long}\", en = \"a\" }}");
    assert_eq!(problems(&title), ["invalid-value material.title length"]);
    // Names with variants of characters are names.
    assert_eq!(problems("report = \"a\"\ntitle = { ja = \"葛\u{E0100}城\", en = \"a\\nb\" }"), Vec::<String>::new());
}

#[test]
fn a_meeting_has_a_plausible_time() {
    const MATERIAL: &str = "[[material]]\nreport = \"a\"\n";
    for (lines, problem) in [
        ("start = 14:00\nend = 14:00", "invalid-value meeting.end"),
        ("start = \"16時\"\nend = 14:00:00", "invalid-value meeting.end"),
        ("end = 14:00", "missing-key meeting.start"),
        ("start = \"午後\"", "invalid-value meeting.start"),
        ("start = 14:00:30", "invalid-value meeting.start"),
        ("start = 14", "wrong-type meeting.start"),
        ("start = 2023-10-13", "wrong-type meeting.start"),
        ("number = 0", "invalid-value meeting.number"),
        ("number = \"5\"", "wrong-type meeting.number"),
        ("number = 10000", "invalid-value meeting.number"),
        ("plase = \"a\"", "unknown-key meeting.plase"),
    ] {
        assert_eq!(problems_of(&format!("{MEETING}{lines}\n{MATERIAL}")), [problem], "{lines}");
    }
    let of_date = |date| problems_of(&format!("{}{MATERIAL}", MEETING.replace("2023-10-13", date)));
    assert_eq!(of_date("0205-10-13"), ["invalid-value meeting.date"]);
    assert_eq!(of_date("\"2023-10-13\""), ["wrong-type meeting.date"]);
}

#[test]
fn numbers_are_given_once_in_their_series() {
    let material = |number: &str| format!("[[material]]\nreport = \"a\"\nnumber = \"{number}\"\n");
    let of = |numbers: &[&str]| numbers.iter().map(|number| material(number)).collect::<String>();
    let (_, diagnostics) = reading(&format!("{MEETING}{}", of(&["資料1", "参考資料1", "１", "1-1"])));
    let all = diagnostics.sorted();
    let [problem] = all.as_slice() else { panic!("{all:#?}") };
    assert_eq!((problem.code, problem.argument("id")), (Code::DuplicateId, Some("1")));
    assert!(problem.place > problem.related && problem.related.is_some());
    // Also that of a material that is wrong in another way.
    let broken = "[[material]]\nfile = \"a.doc\"\nnumber = \"1\"\n";
    let all = problems_of(&format!("{MEETING}{}{broken}", material("1")));
    assert!(all.contains(&"duplicate-id  material".to_owned()), "{all:?}");
}

#[test]
fn a_packet_has_materials_but_not_without_end() {
    assert_eq!(problems_of(MEETING), ["missing-key material"]);
    assert_eq!(problems_of(&format!("material = []\n{MEETING}")), ["invalid-value material"]);
    let many = "[[material]]\nreport = \"a\"\n".repeat(MOST_MATERIALS + 1);
    assert_eq!(problems_of(&format!("{MEETING}{many}")), ["invalid-value material many"]);
}

#[test]
fn what_only_follows_is_not_reported() {
    let text = |languages: &str, format: &str| {
        let text = format!("{format}id = \"a\"\nlanguages = {languages}\n{MEETING}[[material]]\nreport = \"a\"\n");
        let mut diagnostics = Diagnostics::default();
        read(&PACKET_FILE.into(), &text, &mut diagnostics);
        diagnostics.sorted().iter().map(|problem| problem.code).collect::<Vec<_>>()
    };
    assert_eq!(text("[\"ja\", \"英語\"]", ""), [Code::InvalidValue]);
    assert_eq!(text("[]", ""), [Code::InvalidValue]);
    assert_eq!(text("[\"ja\", \"ja\"]", ""), [Code::DuplicateId]);
    assert_eq!(text("[\"ja\", \"fr\"]", "format = 2\n"), [Code::NewerFormat]);
}
