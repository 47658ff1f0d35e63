//! The map in the documentation of the crate, and the files and types that documents name, against the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Modules by the floor on which the map has them, from the top.
fn floors() -> BTreeMap<String, usize> {
    let text = fs::read_to_string("src/lib.rs").unwrap();
    let map = text.split("```text\n").nth(1).unwrap().split("//! ```").next().unwrap();
    let mut floors = BTreeMap::new();
    let mut floor = 0;
    for line in map.lines().map(|line| line.trim_start_matches("//!")) {
        match line.split_whitespace().next() {
            None => floor += 1,
            Some(module) => assert_eq!(floors.insert(module.to_owned(), floor), None, "{module}"),
        }
    }
    floors
}

fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    fs::read_dir(path).unwrap().flat_map(|entry| files(&entry.unwrap().path())).collect()
}

/// The modules that the code of a file uses, without its tests and comments.
fn used(file: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(file).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let paths = lines.flat_map(|line| line.split("crate::").skip(1));
    let name = |path: &str| {
        path.split(|character: char| !character.is_alphanumeric() && character != '_').next().map(str::to_owned)
    };
    paths.filter_map(name).collect()
}

/// Modules that exist for tests only: the code declares them so.
fn is_for_tests(file: &Path) -> bool {
    let Some(name) = file.file_stem().and_then(|name| name.to_str()) else { return false };
    let above = file.parent().unwrap();
    let in_tests = above.file_name().is_some_and(|folder| folder == "tests") || name == "tests";
    let declared = ["mod.rs", "lib.rs"].into_iter().filter_map(|file| fs::read_to_string(above.join(file)).ok());
    in_tests
        || declared.into_iter().any(|text| {
            text.contains(&format!("#[cfg(test)]\nmod {name};"))
                || text.contains(&format!("#[cfg(test)]\npub(crate) mod {name};"))
        })
}

#[test]
fn modules_use_only_what_is_below_them() {
    let floors = floors();
    let mut seen = BTreeSet::new();
    for entry in fs::read_dir("src").unwrap() {
        let path = entry.unwrap().path();
        let module = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if module == "lib" || module == "main" {
            continue;
        }
        let floor = *floors.get(&module).unwrap_or_else(|| panic!("{module} is not on the map"));
        for file in files(&path).into_iter().filter(|file| !is_for_tests(file)) {
            for other in used(&file).into_iter().filter(|other| *other != module) {
                let below = floors.get(&other).unwrap_or_else(|| panic!("{other} is not on the map"));
                assert!(*below > floor, "{}: {module} uses {other}, which is not below it", file.display());
            }
        }
        seen.insert(module);
    }
    assert_eq!(seen, floors.into_keys().collect(), "the map has modules that the code does not have");
}

/// Documents for developers, which name files of the repository.
const DOCUMENTS: [&str; 3] = ["CONTRIBUTING.md", "SECURITY.md", "docs/architecture.md"];

/// The folders of these files.
const FOLDERS: [&str; 10] =
    [".cargo/", ".ci/", ".github/", "docs/", "locales/", "scripts/", "skeleton/", "src/", "templates/", "tests/"];

/// Returns what stands between backticks in a document, without its blocks of code.
fn quoted(document: &str) -> Vec<String> {
    let text = fs::read_to_string(document).unwrap();
    let prose: String = text.split("```").step_by(2).collect();
    prose.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn files_that_documents_name_exist() {
    for document in DOCUMENTS {
        let is_path = |name: &&String| {
            let is_below = FOLDERS.iter().any(|folder| name.starts_with(folder));
            is_below && !name.contains(['<', '*'])
        };
        for path in quoted(document).iter().filter(is_path) {
            assert!(Path::new(path).exists(), "{document}: {path}");
        }
    }
}

#[test]
fn types_of_the_glossary_exist() {
    let code: String = files(Path::new("src")).iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let words: Vec<&str> = code.split(|character: char| !character.is_alphanumeric() && character != '_').collect();
    let defines = |pair: &[&str], name: &str| ["enum", "struct", "trait", "type"].contains(&pair[0]) && pair[1] == name;
    let text = fs::read_to_string("CONTRIBUTING.md").unwrap();
    let glossary = text.split("## Glossary").nth(1).unwrap().split("\n## ").next().unwrap();
    let rows = glossary.lines().filter_map(|line| line.strip_prefix("| `")?.split('|').next());
    let names: Vec<&str> = rows.flat_map(|row| row.split("`, `")).map(|name| name.trim().trim_matches('`')).collect();
    assert!(names.len() > 10, "{names:?}");
    for name in names {
        assert!(words.windows(2).any(|pair| defines(pair, name)), "no type {name}");
    }
}
