//! The web pages of the samples, of valid cases and of a generated plan, read as a browser reads them: what makes them
//! pages that everyone can use, and whether they say what the data says. `scripts/axe.sh` asks a real browser.

mod page;
mod table;

use std::collections::BTreeSet;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use page::{build, pages, text, within};
use scraper::{Html, Selector};

use crate::support::{MINIMAL, copied, names, nenpo, repository};

#[test]
fn every_page_is_html_without_a_problem() {
    assert!(pages().count() >= 20);
    for page in pages() {
        assert!(page.html.errors.is_empty(), "{}: {:?}", page.name, page.html.errors);
        // What a block within a paragraph leaves behind, and what the compiler wraps around a stray space.
        assert!(page.all("p:empty").is_empty(), "{}", page.name);
        assert!(!page.text.contains("white-space: pre-wrap"), "{}", page.name);
    }
}

#[test]
fn web_pages_import_nothing_of_the_layout_of_paper() {
    let templates = repository("templates");
    let expect = |path: &Path, allowed: &[&str]| {
        let text = std::fs::read_to_string(path).unwrap();
        for import in text.lines().filter_map(|line| line.strip_prefix("#import \"")) {
            let is_allowed = !import.contains("../") || allowed.iter().any(|start| import.starts_with(start));
            assert!(is_allowed, "{}: {import}", path.display());
        }
    };
    for (folder, allowed) in [("lib/shared", &[][..]), ("lib/html", &["../shared/"])] {
        let files = names(&templates.join(folder)).into_iter().filter(|name| name.ends_with(".typ"));
        files.for_each(|name| expect(&templates.join(folder).join(name), allowed));
    }
    for template in ["followup", "packet", "report"] {
        expect(&templates.join(template).join("html.typ"), &["../lib/html/", "../lib/shared/"]);
    }
}

#[test]
fn the_page_says_its_language_its_title_and_its_day() {
    for page in pages() {
        let (_, language) = page.edition();
        let document = &page.data["document"];
        assert_eq!(page.all("html")[0].attr("lang").unwrap().split('-').next(), Some(language), "{}", page.name);
        assert_eq!(text(page.all("title")[0]), document["title"].as_str().unwrap(), "{}", page.name);
        let day = page.all("header time")[0];
        assert_eq!(text(day), document["date-text"].as_str().unwrap());
        let date = &document["date"];
        let expected =
            format!("{}-{:02}-{:02}", date["year"], date["month"].as_u64().unwrap(), date["day"].as_u64().unwrap());
        assert_eq!(day.attr("datetime"), Some(expected.as_str()));
        let (viewport, width) = (page.all("meta[name=viewport]"), "width=device-width, initial-scale=1");
        assert_eq!(viewport[0].attr("content"), Some(width), "{}: the page must not forbid to enlarge it", page.name);
    }
}

#[test]
fn japanese_on_other_pages_says_that_it_is_japanese() {
    let is_japanese = |character: char| ('ぁ'..='ヿ').contains(&character) || ('一'..='鿿').contains(&character);
    let folder = copied(MINIMAL);
    let words = folder.path().join("locales/en/report.ftl");
    let text_of_words = std::fs::read_to_string(&words).unwrap();
    let changed = text_of_words
        .replace("= Plan for Water", "= 水計画: Plan for Water")
        .replace("= Water\n", "= Water 水\n")
        .replace("From the water survey", "From the water survey 水環境調査")
        .replace("A cleaner river", "A cleaner かわ river");
    std::fs::write(words, changed).unwrap();
    let mut found = Vec::new();
    for file in build(folder.path()) {
        let page = file.read();
        for element in page.all("body *") {
            // Texts of drawings have no elements in them; their alternative text is the document's.
            let above = || std::iter::once(element).chain(element.ancestors().filter_map(scraper::ElementRef::wrap));
            let own = element.children().filter_map(|node| node.value().as_text().map(|text| text.to_string()));
            if !own.collect::<String>().contains(is_japanese) || above().any(|element| element.value().name() == "svg")
            {
                continue;
            }
            let language = above().find_map(|element| element.attr("lang")).unwrap();
            assert!(language.starts_with("ja"), "{}: {}", page.name, text(element));
            if page.edition().1 == "en" {
                found.push(text(element));
            }
        }
    }
    for part in ["水計画", "水", "水環境調査", "かわ"] {
        assert!(found.contains(&part.to_owned()), "{part}: {found:?}");
    }
}

#[test]
fn headings_have_no_gaps_and_there_is_one_title() {
    for page in pages() {
        let levels: Vec<u32> = page
            .all("h1, h2, h3, h4, h5, h6")
            .iter()
            .map(|heading| {
                assert!(!text(*heading).is_empty(), "{}: an empty heading", page.name);
                heading.value().name()[1..].parse().unwrap()
            })
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{}", page.name);
        assert_eq!(levels[0], 1, "{}", page.name);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{}: {levels:?}", page.name);
    }
}

#[test]
fn identifiers_are_unique_and_all_that_refers_to_one_finds_it() {
    for page in pages() {
        let mut known = BTreeSet::new();
        for element in page.all("[id]") {
            let id = element.attr("id").unwrap();
            assert!(known.insert(id), "{}: {id} twice", page.name);
        }
        let links = page.all("a[href^='#']").into_iter().map(|link| link.attr("href").unwrap()[1..].to_owned());
        let labels = page.all("[aria-labelledby]").into_iter().flat_map(|element| {
            element.attr("aria-labelledby").unwrap().split(' ').map(str::to_owned).collect::<Vec<_>>()
        });
        let referred: Vec<String> = links.chain(labels).collect();
        assert!(referred.len() > 3, "{}", page.name);
        for id in referred {
            assert!(known.contains(id.as_str()), "{}: nothing is called {id}", page.name);
        }
        for link in page.all("a") {
            assert!(!text(link).is_empty(), "{}: a link without words", page.name);
        }
    }
}

#[test]
fn nothing_is_loaded_from_elsewhere_and_nothing_runs() {
    for page in pages() {
        assert!(page.all("script, link, iframe, object, embed, audio, video, base, form").is_empty(), "{}", page.name);
        for image in page.all("[src]") {
            assert!(image.attr("src").unwrap().starts_with("data:image/"), "{}", page.name);
        }
        assert!(page.all("[srcset], svg [href], svg image").is_empty(), "{}", page.name);
        for element in page.all("*") {
            let event = element.value().attrs().find(|(name, _)| name.starts_with("on"));
            assert!(event.is_none(), "{}: {event:?}", page.name);
        }
        let styles = page.all("style").into_iter().map(text);
        let inline = page.all("[style]").into_iter().map(|element| element.attr("style").unwrap().to_owned());
        for style in styles.chain(inline) {
            assert!(!style.contains("url(") && !style.contains("@import"), "{}: {style}", page.name);
        }
    }
}

#[test]
fn every_image_says_what_it_shows_or_is_passed_over() {
    for page in pages() {
        for image in page.all("img") {
            assert!(!image.attr("alt").unwrap().is_empty(), "{}", page.name);
        }
        let mut described = BTreeSet::new();
        for drawing in page.all("svg") {
            if drawing.attr("aria-hidden") == Some("true") {
                continue;
            }
            assert_eq!(drawing.attr("role"), Some("img"), "{}", page.name);
            described.insert(page.text_of(drawing.attr("aria-labelledby").unwrap()).unwrap());
        }
        // Every chart that the template was given.
        let mut charts = Vec::new();
        find_charts(page.data, &mut charts);
        assert!(!charts.is_empty(), "{}", page.name);
        for alternative in charts {
            assert!(described.contains(&alternative), "{}: {alternative}", page.name);
        }
    }
}

/// Collects the alternative texts of all charts in some data.
fn find_charts(data: &serde_json::Value, found: &mut Vec<String>) {
    if data["path"].as_str().is_some_and(|path| path.starts_with("/charts/")) {
        let alternative = data["alt"].as_str().unwrap();
        found.push(alternative.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    match data {
        serde_json::Value::Array(items) => items.iter().for_each(|item| find_charts(item, found)),
        serde_json::Value::Object(members) => members.values().for_each(|member| find_charts(member, found)),
        _ => {}
    }
}

#[test]
fn texts_of_charts_keep_the_width_that_was_measured() {
    for page in pages() {
        for label in page.all("svg.chart text") {
            let width: f64 = label.attr("textlength").or(label.attr("textLength")).unwrap().parse().unwrap();
            assert!(width > 0.0, "{}", page.name);
        }
        assert!(!page.text.contains("data-width"), "{}", page.name);
    }
}

#[test]
fn notes_and_the_marks_that_refer_to_them_are_linked_both_ways() {
    let mut links = 0;
    for page in pages() {
        for mark in page.all("table sup a") {
            let target = &mark.attr("href").unwrap()[1..];
            let note = page.all(".notes > div").into_iter().find(|note| note.attr("id") == Some(target)).unwrap();
            let is_legend =
                note.parent().and_then(scraper::ElementRef::wrap).unwrap().attr("class") == Some("notes legends");
            if is_legend {
                continue;
            }
            let row =
                mark.ancestors().filter_map(scraper::ElementRef::wrap).find(|element| element.value().name() == "tr");
            // Of two tables with the same rows, notes lead back to the one with the values.
            let Some(row) = row.unwrap().attr("id") else { continue };
            let back = format!("#{row}");
            assert!(
                within(note, "a").iter().any(|link| link.attr("href") == Some(back.as_str())),
                "{}: {target} does not lead back to {back}",
                page.name
            );
            links += 1;
        }
    }
    assert!(links > 20, "{links}");
}

#[test]
fn a_reader_can_skip_to_the_text_and_knows_what_scrolls() {
    for page in pages() {
        let first = page.all("body *")[0];
        assert_eq!((first.value().name(), first.attr("href")), ("a", Some("#main")), "{}", page.name);
        for part in ["header", "nav", "main", "footer"] {
            assert_eq!(page.all(&format!("body > {part}, .frame > {part}")).len(), 1, "{}: {part}", page.name);
        }
        let sections = page.all("main > section").len();
        assert_eq!(page.all("nav > ul > li").len(), sections, "{}", page.name);
        for table in page.all("table") {
            let region = table.parent().and_then(scraper::ElementRef::wrap).unwrap();
            assert_eq!((region.attr("role"), region.attr("tabindex")), (Some("region"), Some("0")), "{}", page.name);
        }
    }
}

#[test]
fn pages_link_to_what_the_same_build_writes_and_to_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let built = |formats: &str, language: &str| {
        let out = folder.path().join(formats.replace(',', "-") + language);
        let mut command = nenpo(folder.path());
        command.arg("build").arg(repository(MINIMAL)).arg("--out").arg(&out).args(["--format", formats]);
        if !language.is_empty() {
            command.args(["--lang", language]);
        }
        assert!(command.output().unwrap().status.success());
        let page = std::fs::read_dir(&out).unwrap().map(|file| file.unwrap().path()).find(|path| {
            path.extension().is_some_and(|ending| ending == "html") && path.to_str().unwrap().ends_with("-en.html")
        });
        let page = Html::parse_document(&std::fs::read_to_string(page.unwrap()).unwrap());
        let selector = Selector::parse(".forms > li > a").unwrap();
        let links: Vec<&str> = page.select(&selector).map(|link| link.attr("href").unwrap()).collect();
        for link in &links {
            assert!(out.join(link).is_file(), "{formats}: {link}");
        }
        links.iter().map(|link| link.rsplit_once('-').unwrap().1.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(built("pdf,html", ""), ["ja.html", "en.pdf"]);
    assert_eq!(built("html", ""), ["ja.html"]);
    assert_eq!(built("pdf,html", "en"), ["en.pdf"]);
    assert!(built("html", "en").is_empty());
}

#[test]
fn pages_contain_the_tables_of_a_report_that_attaches_its_data() {
    let mut tables = 0;
    for page in pages() {
        let links = page.all(".forms details a");
        let is_attached = ["fictional-city-plan", "town-plan"].iter().any(|id| page.name.starts_with(id));
        assert_eq!(!links.is_empty(), is_attached, "{}", page.name);
        for link in links {
            let data = link.attr("href").unwrap().strip_prefix("data:text/csv;charset=utf-8;base64,").unwrap();
            let table = String::from_utf8(BASE64.decode(data).unwrap()).unwrap();
            assert!(table.lines().next().unwrap().contains(','), "{table}");
            assert!(link.attr("download").unwrap().ends_with(".csv"), "{}", page.name);
            tables += 1;
        }
    }
    assert!(tables >= 4 * 5, "{tables}");
}

#[test]
fn a_report_changes_the_look_of_its_pages() {
    let page = pages().find(|page| page.data["groups"][0]["accent"] != "#1f5fa8").unwrap();
    let accent = page.data["groups"][0]["accent"].as_str().unwrap();
    assert!(page.all("[style]").iter().any(|element| element.attr("style") == Some(&format!("--accent:{accent}"))));
}

#[test]
fn characters_that_mean_something_in_html_stand_for_themselves() {
    for file in build(&repository("tests/cases/valid/markup-as-itself")) {
        let page = file.read();
        let title = page.data["document"]["title"].as_str().unwrap();
        assert!(title.contains('<') && title.contains('&') && title.contains('"'), "{title}");
        assert_eq!(text(page.all("h1")[0]), title);
        assert_eq!(text(page.all("title")[0]), title);
        let alternative = page.data["highlights"][0]["figure"]["alt"].as_str().unwrap();
        assert_eq!(page.all("img")[0].attr("alt"), Some(alternative));
        assert!(page.html.errors.is_empty(), "{:?}", page.html.errors);
    }
}
