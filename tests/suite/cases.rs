//! Runs the command on every folder of `tests/cases`. Each is a test with its name, such as
//! `cargo test --test cases invalid::unknown-unit--words`: a binary of its own lists them, since functions with `#[test]`
//! would have to be written one by one.
//!
//! `valid/<name>` is a whole report that must build. `invalid/<code>` or `invalid/<code>--<what>` has the files that differ
//! from `valid/minimal`, `expected.txt` (what the command says in English) and, where required, `arguments.txt` (further
//! arguments, one a line) and `remove.txt` (files to remove, one a line). A case with a `packet.toml` is a packet, with
//! `valid/minimal` in its folder `report`. With `NENPO_BLESS=1`, `expected.txt` becomes what the command says.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

#[expect(dead_code, unused_imports, reason = "the suite uses the rest of it")]
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, Output};
use std::sync::LazyLock;

use jsonschema::Validator;
use libtest_mimic::{Arguments, Trial};
use nenpo::diagnostic::{Code, Severity};
use serde_json::{Value, json};
use support::{MINIMAL, copied, copy, names, nenpo, repository, run, stderr};
use tempfile::TempDir;

/// What is in the folder of PDFs before a build that fails.
const OLD_PDF: &str = "the report of last year";

/// What a message in JSON has to meet.
static SCHEMA: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(&nenpo::terminal::message_schema()).unwrap());

fn main() -> ExitCode {
    let mut tests = Vec::new();
    for (kind, test) in [("valid", valid as fn(&str)), ("invalid", invalid)] {
        for name in names(&repository("tests/cases").join(kind)) {
            tests.push(Trial::test(format!("{kind}::{name}"), move || {
                test(&name);
                Ok(())
            }));
        }
    }
    libtest_mimic::run(&Arguments::from_args(), tests).exit_code()
}

/// A valid case builds, and the paths of its PDFs are printed.
fn valid(name: &str) {
    let folder = copied(&format!("tests/cases/valid/{name}"));
    let printed = run(folder.path(), &["build"]);
    assert!(!printed.is_empty());
    for path in printed.lines() {
        assert!(fs::read(folder.path().join(path)).unwrap().starts_with(b"%PDF-1.7"), "{path}");
    }
}

/// An invalid case says what is expected, in every form, and writes nothing.
fn invalid(name: &str) {
    let case = Case::new(name);
    let english = case.builds_nothing();
    case.is_said_in_japanese(&problems(&english));
    case.is_said_to_programs(&problems(&english));
    case.says_what_is_expected(&english);
}

/// An invalid case in a folder of its own.
struct Case {
    code: &'static Code,
    source: PathBuf,
    folder: TempDir,
    arguments: Vec<String>,
    /// What writes files: `build` or `packet`.
    verb: &'static str,
}

impl Case {
    /// Lays an invalid case over the minimal report, or beside it if it is a packet.
    fn new(name: &str) -> Self {
        let code = Code::ALL.iter().find(|code| code.as_str() == name.split("--").next().unwrap());
        let source = repository("tests/cases/invalid").join(name);
        let is_packet = source.join("packet.toml").exists();
        let folder = tempfile::tempdir().unwrap();
        copy(&repository(MINIMAL), &folder.path().join(if is_packet { "report" } else { "" }));
        copy(&source, folder.path());
        for file in lines(&source.join("remove.txt")) {
            fs::remove_file(folder.path().join(file)).unwrap();
        }
        for file in ["expected.txt", "arguments.txt", "remove.txt"] {
            let _ = fs::remove_file(folder.path().join(file));
        }
        let arguments = lines(&source.join("arguments.txt"));
        let verb = if is_packet { "packet" } else { "build" };
        Self { code: code.unwrap_or_else(|| panic!("no code has this name")), source, folder, arguments, verb }
    }

    fn output(&self, arguments: &[&str]) -> Output {
        nenpo(self.folder.path()).arg("--all").args(arguments).args(&self.arguments).output().unwrap()
    }

    /// Returns what a build says, in English.
    fn builds_nothing(&self) -> String {
        let out = self.folder.path().join("out");
        let old = out.join("minimal-followup-ja.pdf");
        fs::create_dir_all(&out).unwrap();
        fs::write(&old, OLD_PDF).unwrap();
        let output = self.output(&[self.verb, "--ui-lang", "en"]);
        let said = stderr(&output).replace('\\', "/");
        let is_error = self.code.severity() == Severity::Error;
        assert!(said.contains(&format!("[{}]", self.code.as_str())), "{said}");
        assert!(!said.contains("{$"), "a variable without a value: {said}");
        assert_eq!(output.status.code(), Some(i32::from(is_error)), "{said}");
        if is_error {
            assert_eq!(fs::read_to_string(&old).unwrap(), OLD_PDF);
            assert_eq!(names(&out).len(), 1);
            assert!(output.stdout.is_empty());
        }
        fs::remove_dir_all(out).unwrap();
        said
    }

    fn is_said_in_japanese(&self, expected: &[&str]) {
        let said = stderr(&self.output(&["check", "--ui-lang", "ja"]));
        // Severities are named in the language of messages.
        let said = said.replace("エラー[", "error[").replace("警告[", "warning[");
        assert_eq!(problems(&said), expected);
        for line in said.lines().filter(|line| line.starts_with("error[") || line.contains("= 対処")) {
            assert!(line.chars().any(|character| ('ぁ'..='ん').contains(&character)), "{line}");
            assert!(!line.contains("{$"), "{line}");
        }
    }

    fn is_said_to_programs(&self, expected: &[&str]) {
        let said = stderr(&self.output(&["check", "--ui-lang", "en", "--message-format", "json"]));
        let mut messages: Vec<Value> = Vec::new();
        for line in said.lines() {
            let message = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            assert!(SCHEMA.is_valid(&message), "{:?}", SCHEMA.validate(&message));
            messages.push(message);
        }
        let summary = messages.pop().unwrap();
        assert!(messages.iter().all(|message| message["type"] == "diagnostic"), "{said}");
        let text = |message: &Value, key: &str| message[key].as_str().unwrap().to_owned();
        let codes = messages.iter().map(|message| format!("{}[{}]", text(message, "severity"), text(message, "code")));
        assert_eq!(codes.collect::<Vec<_>>(), expected);
        let count = |severity: &str| messages.iter().filter(|message| message["severity"] == severity).count();
        let counts = json!({ "type": "summary", "errors": count("error"), "warnings": count("warning") });
        assert_eq!(summary, counts);
    }

    fn says_what_is_expected(&self, english: &str) {
        let expected = self.source.join("expected.txt");
        if std::env::var_os("NENPO_BLESS").is_some() {
            fs::write(expected, english).unwrap();
        } else {
            let expected = fs::read_to_string(expected).unwrap_or_default().replace("\r\n", "\n");
            assert!(expected == english, "not as in expected.txt:\n{english}");
        }
    }
}

/// Returns the lines of a file; none if it does not exist.
fn lines(file: &Path) -> Vec<String> {
    fs::read_to_string(file).unwrap_or_default().lines().map(str::to_owned).collect()
}

/// Returns the severity and the code of each diagnostic in a text for people: `error[code]`.
fn problems(text: &str) -> Vec<&str> {
    let is_problem = |line: &&str| line.starts_with("error[") || line.starts_with("warning[");
    text.lines().filter(is_problem).map(|line| line.split(':').next().unwrap()).collect()
}
