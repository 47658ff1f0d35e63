//! The pages that a packet has besides its materials, read back: first pages, covers, stamps and the web page.

use std::collections::BTreeMap;

use nenpo::packet::{AgendaItem, LONGEST_TEXT, Texts};
use nenpo::payload::{MATERIAL_ADDRESS, PacketData};
use nenpo::pdf::soundness;
use nenpo::pdf::{Element, TaggedPdf, Target};
use scraper::{Html, Selector};

use super::printed::{Printed, packet, text_of};
use crate::accessibility::broken_anywhere;
use crate::layout::broken_on;
use crate::support::squeezed;

const LANGUAGES: [&str; 2] = ["ja", "en"];
const COUNTS: [usize; 3] = [3, 15, 60];

fn read(pdf: &[u8]) -> TaggedPdf {
    TaggedPdf::read(pdf).unwrap()
}

/// The texts of the cells of each row of the only table, without its head and rows that name others.
fn rows(pdf: &TaggedPdf) -> Vec<Vec<String>> {
    let tables = pdf.tags().all("Table");
    assert_eq!(tables.len(), 1);
    let rows = tables[0].all("TR").into_iter().map(|row| row.elements().map(Element::spoken).collect::<Vec<_>>());
    rows.filter(|cells| cells.len() > 1).skip(1).collect()
}

fn addresses(pdf: &TaggedPdf) -> Vec<String> {
    let links = pdf.tags().all("Link");
    let of_link = |link: &&Element| match link.annotations().next().unwrap().target.clone() {
        Some(Target::Uri(address)) => address,
        other => panic!("{other:?}"),
    };
    links.iter().map(of_link).collect()
}

#[test]
fn first_pages_are_sound_and_lead_to_every_material() {
    for language in LANGUAGES {
        for count in COUNTS {
            let printed = Printed::new(packet(count), language);
            let pages = printed.front();
            let pdf = read(&pages.pdf);
            let name = format!("{language}, {count}");
            assert_eq!(soundness::findings(&pdf), [], "{name}");
            let title = pdf.tags().all("Title")[0];
            assert_eq!((title.page, title.elements().count()), (Some(1), 0), "{name}: {title:?}");
            let claims = pdf.claims();
            assert_eq!((claims.pdf_a.as_deref(), claims.pdf_ua.as_deref()), (Some("2a"), Some("1")), "{name}");
            assert_eq!((pdf.language().as_deref(), pdf.page_count()), (Some(language), pages.page_count), "{name}");
            // They go on where the list is long, and do not otherwise.
            assert!((1..=1 + count / 10).contains(&pages.page_count) && (count < 60 || pages.page_count > 1), "{name}");

            let facts = printed.facts(pages.page_count);
            let rows = rows(&pdf);
            assert_eq!(rows.len(), count + 1, "{name}");
            for (facts, row) in facts.iter().zip(&rows) {
                let numbers = [facts.first_page.unwrap(), facts.page_count].map(|number| number.to_string());
                assert_eq!(row[row.len() - 2..], numbers, "{name}: {row:?}");
                let title: String = facts.title.split_whitespace().collect();
                assert!(row.concat().split_whitespace().collect::<String>().contains(&title), "{name}: {row:?}");
            }
            let total: usize = facts.iter().map(|facts| facts.page_count).sum();
            assert_eq!(rows[count].last().unwrap().replace(',', ""), total.to_string(), "{name}");
            let expected: Vec<String> = (0..count).map(|index| format!("{MATERIAL_ADDRESS}{index}")).collect();
            assert_eq!(addresses(&pdf), expected, "{name}");
            let said = squeezed(&pdf.tags().spoken());
            assert_eq!(said, squeezed(&logical_order(&printed.ingredients().data(&facts))), "{name}");
            assert_eq!(broken_anywhere(&name, pdf, language), [""; 0]);
            assert!(printed.findings().problems.sorted().is_empty());
        }
    }
}

/// What should be read of the first pages, from the first word to the last.
fn logical_order(data: &PacketData) -> String {
    let words = |keys: &[&str]| keys.iter().map(|key| data.words[*key].clone()).collect::<Vec<_>>();
    let mut parts = vec![data.meeting.title.clone()];
    parts.extend(words(&["packet-agenda", "packet-time"]));
    parts.push(data.meeting.day.clone());
    parts.extend(words(&["packet-place"]));
    parts.extend(data.meeting.place.clone());
    parts.extend(words(&["packet-items"]));
    parts.extend((1..).zip(&data.agenda).map(|(number, item)| format!("{number}.{item}")));
    let has_series = data.materials.len() > 1;
    parts.push(if has_series { data.words["packet-materials"].clone() } else { data.materials[0].name.clone() });
    parts.extend(words(&["packet-material-number", "packet-material-title", "packet-first-page", "packet-page-count"]));
    for group in &data.materials {
        parts.extend(has_series.then(|| group.name.clone()));
        for row in &group.rows {
            parts.extend([&row.label, &Some(row.title.clone()), &row.for_members].into_iter().flatten().cloned());
            parts.extend([row.page.clone(), row.page_count.clone()]);
        }
    }
    parts.extend(words(&["packet-total"]));
    parts.push(data.total.clone());
    parts.extend(data.members_note.clone());
    parts.concat()
}

/// The white of the pages: left, top, right and bottom, in points.
const MARGINS: [f64; 4] = [52.5, 59.5, 52.5, 52.5];

#[test]
fn no_name_is_too_long_for_the_pages() {
    for (language, long, number) in [
        ("ja", "行政機関が行う政策の評価に関する法律施行令第三条の規定に基づく専門調査会", "第1号の2（改訂版）"),
        ("en", "Subcommittee on the Evaluation of Policies Conducted by Administrative Organs ", "No. 1-2 (rev.) A"),
    ] {
        for count in [4, 40] {
            let mut packet = packet(count);
            packet.meeting.name = Texts::Same(text_of(long.repeat(13).chars().take(LONGEST_TEXT).collect()));
            packet.meeting.place = Some(Texts::Same(text_of(long.repeat(2))));
            let item = AgendaItem { title: Texts::Same(text_of(long.repeat(2))) };
            packet.agenda = vec![item; count];
            packet.materials[1].for_members = true;
            let material = &mut packet.materials[0];
            material.title = Some(Texts::Same(text_of(long.repeat(13).chars().take(LONGEST_TEXT).collect())));
            material.number.as_mut().unwrap().number = number.to_owned();
            let printed = Printed::new(packet, language);
            let ingredients = printed.ingredients();
            let facts = printed.facts(9_000);
            let data = serde_json::to_value(ingredients.data(&facts)).unwrap();
            let front = printed.laid_out("main.typ", &[("packet.json", data.clone())]);
            assert_eq!(broken_on(&front, MARGINS), [""; 0], "{language}, {count}");
            let cover = serde_json::to_value(ingredients.cover(&printed.packet.materials[0], &facts[0].title)).unwrap();
            let cover = printed.laid_out("cover.typ", &[("packet.json", data), ("cover.json", cover)]);
            assert_eq!((broken_on(&cover, MARGINS), cover.pages().len()), (vec![], 1), "{language}, {count}");
        }
    }
}

#[test]
fn the_meeting_is_named_as_committees_do() {
    let expected = [
        ["第5回 健康・医療戦略推進専門調査会", "令和5年10月13日（金）14:00～16:00"],
        ["Expert Panel on the Health and Medical Strategy, 5th meeting", "13 October 2023 (Friday), 14:00–16:00"],
    ];
    for (language, [title, day]) in LANGUAGES.into_iter().zip(expected) {
        let printed = Printed::new(packet(3), language);
        let meeting = printed.ingredients().data(&printed.facts(1)).meeting;
        assert_eq!([meeting.title.as_str(), &meeting.day], [title, day]);
        assert!(read(&printed.front().pdf).tags().spoken().contains(day));
    }
    let mut without = packet(3);
    (without.meeting.number, without.meeting.place) = (None, None);
    without.meeting.hours.as_mut().unwrap().end = None;
    for (language, [title, day]) in
        LANGUAGES.into_iter().zip([["健康・", "（金）14:00～"], ["Expert", "(Friday), from 14:00"]])
    {
        let printed = Printed::new(without.clone(), language);
        let meeting = printed.ingredients().data(&printed.facts(1)).meeting;
        assert!(meeting.title.starts_with(title) && meeting.day.ends_with(day), "{meeting:?}");
        assert_eq!(soundness::findings(&read(&printed.front().pdf)), []);
    }
}

#[test]
fn english_meetings_have_ordinal_numbers() {
    let title = |number| {
        let mut packet = packet(3);
        packet.meeting.number = Some(number);
        let printed = Printed::new(packet, "en");
        let title = printed.ingredients().data(&printed.facts(1)).meeting.title;
        title.rsplit_once(", ").unwrap().1.to_owned()
    };
    let written = [1, 2, 3, 4, 11, 12, 21, 102, 113].map(title);
    let expected = ["1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "102nd", "113th"];
    assert_eq!(written, expected.map(|number| format!("{number} meeting")));
}

#[test]
fn materials_for_members_are_listed_without_page_and_link() {
    for (language, sign, mark) in [("ja", "－", "（委員限り）"), ("en", "–", "(members only)")] {
        let mut packet = packet(6);
        packet.materials[1].for_members = true;
        let printed = Printed::new(packet, language);
        let pdf = read(&printed.front().pdf);
        assert_eq!(soundness::findings(&pdf), []);
        let row = &rows(&pdf)[1];
        assert!(row.concat().contains(mark) && row[row.len() - 2..] == [sign, sign], "{row:?}");
        assert_eq!(addresses(&pdf).len(), 5);
        assert!(!addresses(&pdf).contains(&format!("{MATERIAL_ADDRESS}1")));
        let note = printed.ingredients().data(&printed.facts(1)).members_note.unwrap();
        assert!(pdf.tags().spoken().contains(&note));

        // In the packet for members it is listed as any other, with its mark.
        let mut facts = printed.facts(1);
        facts[1].first_page = Some(99);
        let data = printed.ingredients().data(&facts);
        assert!(data.members_note.is_some_and(|said| said != note));
        let row = &data.materials[0].rows[1];
        assert!(row.link.is_some() && row.page == "99" && row.for_members.as_deref() == Some(mark));

        let page = printed.web_page();
        let page = Html::parse_document(&page);
        let links = page.select(&Selector::parse("main a[type='application/pdf']").unwrap()).count();
        assert_eq!(links, 5);
        assert!(page.root_element().text().collect::<String>().contains(mark));
    }
}

#[test]
fn covers_are_single_sound_pages() {
    for language in LANGUAGES {
        let printed = Printed::new(packet(6), language);
        for index in 0..6 {
            let pages = printed.cover(index);
            let pdf = read(&pages.pdf);
            assert_eq!((pages.page_count, soundness::findings(&pdf)), (1, vec![]), "{language}, {index}");
            let facts = printed.facts(1);
            let cover = printed.ingredients().cover(&printed.packet.materials[index], &facts[index].title);
            assert_eq!(pdf.title().as_deref(), Some(cover.document_title.as_str()));
            assert_eq!(cover.label.is_none(), index == 5);
            let said = [cover.label.unwrap_or_default(), cover.title, printed.ingredients().data(&facts).meeting.title];
            assert!(squeezed(&pdf.tags().spoken()).starts_with(&squeezed(&said.concat())), "{language}, {index}");
        }
    }
}

#[test]
fn each_stamp_is_a_page_of_its_own_size() {
    for language in LANGUAGES {
        for is_draft in [false, true] {
            let mut packet = packet(6);
            packet.is_draft = is_draft;
            let printed = Printed::new(packet, language);
            let stamps = printed.ingredients().stamps(130);
            assert_eq!(stamps.front.is_some(), is_draft);
            // Without a number there is at most the mark of drafts, which is that of the first pages.
            assert_eq!(stamps.materials[5], stamps.front);
            assert_eq!(stamps.data.labels.len(), 5 + usize::from(is_draft));
            let last = stamps.data.labels.len() + 129;
            assert_eq!((stamps.number(130), stamps.number(131), stamps.number(0)), (Some(last), None, None));
            let pages = printed.stamps(130);
            assert_eq!(pages.page_count, last + 1);
            let document = lopdf::Document::load_mem(&pages.pdf).unwrap();
            for id in document.get_pages().into_values() {
                let page = document.get_dictionary(id).unwrap();
                let size = page.get(b"MediaBox").unwrap().as_array().unwrap()[2..]
                    .iter()
                    .map(|side| side.as_float().unwrap())
                    .collect::<Vec<_>>();
                assert!(size[0] < 160.0 && size[1] < 20.0, "{size:?}");
            }
        }
    }
}

#[test]
fn the_web_page_links_each_material_and_the_whole() {
    for language in LANGUAGES {
        let printed = Printed::new(packet(15), language);
        let text = printed.web_page();
        let page = Html::parse_document(&text);
        assert!(page.errors.is_empty(), "{:?}", page.errors);
        let all = |selector: &str| page.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
        assert_eq!(all("html")[0].attr("lang"), Some(language));
        assert_eq!((all("h1").len(), all("h2").len(), all("ol > li").len()), (1, 2, 2));
        let links: Vec<&str> =
            all("main a[type='application/pdf']").iter().map(|link| link.attr("href").unwrap()).collect();
        assert_eq!(links.len(), 15);
        assert!((1..=15).all(|number| links.contains(&format!("{number:02}.pdf").as_str())));
        assert_eq!(all("header a[href='council-5.pdf']").len(), 1);
        assert_eq!(all("header a[href='00-agenda.pdf']").len(), 1);
        assert_eq!(all("header time")[0].attr("datetime"), Some("2023-10-13"));
        let cells: Vec<String> = all("tbody td").iter().map(|cell| cell.text().collect()).collect();
        assert!(cells.iter().any(|cell| cell.replace(' ', "") == "293KB"), "{cells:?}");
        assert!(cells.iter().any(|cell| cell.replace(' ', "") == "4.3MB"), "{cells:?}");
        assert!(all("tbody th[scope=row]").len() == 15);
    }
}

#[test]
fn a_packet_in_another_language_needs_only_its_messages() {
    let german = include_str!("packet-de.ftl");
    let files = BTreeMap::from([("locales/de/packet.ftl".to_owned(), german.as_bytes().to_vec())]);
    let mut packet = packet(3);
    packet.meeting.number = Some(5);
    let printed = Printed::in_project(packet, "de", files);
    let pages = printed.front();
    let pdf = read(&pages.pdf);
    assert_eq!(soundness::findings(&pdf), []);
    assert!(pdf.tags().spoken().contains("13. Oktober 2023 (Freitag)"), "{}", pdf.tags().spoken());
    let problems = printed.findings().problems;
    assert!(problems.sorted().is_empty(), "{:#?}", problems.sorted());
}

#[test]
fn no_report_uses_the_template_of_packets() {
    let tree = nenpo::embedded::files_below(&nenpo::embedded::TEMPLATES);
    let tree = tree.into_iter().map(|(path, data)| (path, typst::foundations::Bytes::new(data))).collect();
    let error = nenpo::typeset::Template::new("packet", &tree).unwrap_err();
    assert!(
        matches!(error, nenpo::typeset::TemplateError::Unknown(known) if !known.iter().any(|name| name == "packet"))
    );
}
