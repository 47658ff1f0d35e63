//! What PDFs hold as attachments.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use lopdf::{Dictionary, Document, Object};

use super::exported;
use crate::support::{MINIMAL, contents_below, copied, copy, repository, run};

/// An attached file: its description, its relationship to the document, its media type, and what is in it.
type Attached = BTreeMap<String, (String, String, String, Vec<u8>)>;

fn attached(pdf: &Path) -> Attached {
    let document = Document::load(pdf).unwrap();
    let associated = document.catalog().unwrap().get_deref(b"AF", &document).unwrap().as_array().unwrap().clone();
    associated
        .iter()
        .map(|file| {
            let file = document.dereference(file).unwrap().1.as_dict().unwrap();
            let stream = file.get(b"EF").unwrap().as_dict().unwrap().get_deref(b"F", &document).unwrap();
            let stream = stream.as_stream().unwrap();
            let name = |dictionary: &Dictionary, key: &[u8]| {
                String::from_utf8(dictionary.get(key).and_then(Object::as_name).unwrap().to_vec()).unwrap()
            };
            let text = |key: &[u8]| lopdf::decode_text_string(file.get(key).unwrap()).unwrap();
            let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            (text(b"UF"), (text(b"Desc"), name(file, b"AFRelationship"), name(&stream.dict, b"Subtype"), content))
        })
        .collect()
}

/// The sample whose PDFs have its data attached.
const WITH_DATA: &str = "examples/fictional-city-plan";

#[test]
fn a_pdf_holds_its_data_with_what_it_is_in_the_documents_language() {
    let folder = copied(WITH_DATA);
    run(folder.path(), &["build"]);
    let package = contents_below(&exported(folder.path(), &folder.path().join("public"), &[]));
    for (language, description) in [("ja", "実績：年度ごとの値"), ("en", "Actuals: observed values by fiscal year")]
    {
        let pdf = folder.path().join(format!("out/fictional-city-plan-report-{language}.pdf"));
        let bytes = fs::read(&pdf).unwrap();
        let metadata = String::from_utf8_lossy(&bytes);
        assert!(
            metadata.contains("<pdfaid:part>3</pdfaid:part>") && metadata.contains("<pdfuaid:part>1"),
            "{language}"
        );
        let attached = attached(&pdf);
        assert_eq!(attached["actuals.csv"].0, description);
        let mut tables = 0;
        for (name, (description, relationship, media_type, data)) in &attached {
            assert!(!description.is_empty() && !name.contains('/'), "{name}");
            let expected = match name.rsplit('.').next().unwrap() {
                "csv" => ("Data", "text/csv"),
                "json" => ("Data", "application/json"),
                "toml" => ("Supplement", "application/toml"),
                "ftl" => ("Supplement", "text/plain"),
                _ => ("", ""),
            };
            assert_eq!((relationship.as_str(), media_type.as_str()), expected, "{name}");
            // What stands in the package under this name is the same, but for the list of files.
            let published = package.get(name).or_else(|| package.get(&format!("data/{name}")));
            match published {
                Some(published) if name != "datapackage.json" => assert!(published == data, "{name}"),
                _ => assert!(["datapackage.json", "ja.ftl", "en.ftl"].contains(&name.as_str()), "{name}"),
            }
            tables += usize::from(name.ends_with(".csv"));
        }
        assert_eq!(tables, package.keys().filter(|name| name.ends_with(".csv")).count());
        assert!(attached.contains_key("fictional-city-plan.json") && attached.contains_key("report.toml"));
        let descriptor: serde_json::Value = serde_json::from_slice(&attached["datapackage.json"].3).unwrap();
        let described = descriptor["resources"].as_array().unwrap();
        let mut names: Vec<&str> = described.iter().map(|resource| resource["path"].as_str().unwrap()).collect();
        names.push("datapackage.json");
        names.sort_unstable();
        assert_eq!(names, attached.keys().map(String::as_str).collect::<Vec<_>>());
    }
}

#[test]
fn a_pdf_is_the_same_whichever_others_are_built_beside_it() {
    let folder = copied(WITH_DATA);
    run(folder.path(), &["build", "--out", "all"]);
    run(folder.path(), &["build", "--out", "one", "--lang", "en", "--template", "report"]);
    let (all, one) = (contents_below(&folder.path().join("all")), contents_below(&folder.path().join("one")));
    assert_eq!(one.len(), 1);
    for (name, data) in one {
        assert!(data == all[&name], "{name}");
    }
}

#[test]
fn what_is_attached_is_a_report_again() {
    let folder = copied(WITH_DATA);
    run(folder.path(), &["build"]);
    let again = folder.path().join("again");
    for (name, (.., data)) in attached(&folder.path().join("out/fictional-city-plan-report-ja.pdf")) {
        let path = match name.rsplit_once('.').unwrap() {
            (_, "csv") => format!("data/{name}"),
            (language, "ftl") => format!("locales/{language}/words.ftl"),
            _ => name,
        };
        let path = again.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, data).unwrap();
    }
    // The pictures are on the pages.
    copy(&repository(WITH_DATA).join("figures"), &again.join("figures"));
    run(&again, &["build", "--lang", "ja", "--emit-sources", "sources"]);
    run(folder.path(), &["build", "--lang", "ja", "--emit-sources", "sources"]);
    let data = |folder: &Path| {
        let data = fs::read(folder.join("sources/fictional-city-plan-report-ja/report.json")).unwrap();
        serde_json::from_slice::<serde_json::Value>(&data).unwrap()
    };
    assert_eq!(data(folder.path()), data(&again));
}

#[test]
fn without_the_setting_nothing_is_attached() {
    let folder = copied(MINIMAL);
    run(folder.path(), &["build"]);
    let document = Document::load(folder.path().join("out/minimal-followup-en.pdf")).unwrap();
    assert!(document.catalog().unwrap().get(b"AF").is_err());
}
