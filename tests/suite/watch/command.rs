//! The command: what it says, how it ends, and what `--open` opens.

use std::fs;
use std::path::Path;

use crate::support::{MINIMAL, change, copied, nenpo, repository, stderr};

#[test]
fn without_a_report_it_ends() {
    let folder = tempfile::tempdir().unwrap();
    let output = nenpo(folder.path()).args(["watch", "--ui-lang", "en"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    assert!(said.contains("error[file-unreadable]") && said.ends_with("1 error. Nothing was written.\n"), "{said}");
}

#[cfg(unix)]
mod interrupted {
    use std::io::{BufRead, BufReader};
    use std::process::{Child, Command, Stdio};

    use super::*;

    struct Process {
        child: Child,
        lines: std::io::Lines<BufReader<std::process::ChildStderr>>,
    }

    impl Process {
        fn start(folder: &Path, arguments: &[&str]) -> Self {
            let mut command = Command::new(nenpo(folder).get_program());
            command.env_clear().current_dir(folder).arg("watch").args(arguments);
            let mut child = command.stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
            let lines = BufReader::new(child.stderr.take().unwrap()).lines();
            Self { child, lines }
        }

        /// Reads lines up to one with this text, and returns all of them.
        fn until(&mut self, text: &str) -> String {
            let mut said = String::new();
            loop {
                let line = self.lines.next().unwrap_or_else(|| panic!("{text}: {said}")).unwrap();
                said += &format!("{line}\n");
                if line.contains(text) {
                    return said;
                }
            }
        }

        /// Interrupts it as Ctrl-C does, and returns its exit code.
        fn interrupt(mut self) -> Option<i32> {
            let id = self.child.id().to_string();
            assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
            self.child.wait().unwrap().code()
        }
    }

    #[test]
    fn it_says_what_comes_and_goes_and_ends_without_leftovers() {
        let folder = copied(MINIMAL);
        let mut process = Process::start(folder.path(), &["--ui-lang", "en"]);
        let said = process.until("written (");
        let shown = fs::canonicalize(folder.path()).unwrap().display().to_string();
        let start = format!("Watching {shown}; files are written to {shown}/out. Press Ctrl+C to stop.\n");
        assert!(said.starts_with(&format!("{start}2 files written (")), "{said}");
        change(&folder.path().join("data/actuals.csv"), "2023,57", "2023,abc");
        let said = process.until("data/actuals.csv: ");
        assert!(said.starts_with("error[not-a-number]: “abc”"), "{said}");
        assert!(said.contains("data/actuals.csv: nothing written, 1 error ("), "{said}");
        change(&folder.path().join("data/actuals.csv"), "2023,abc", "2023,58");
        let said = process.until("data/actuals.csv: ");
        assert!(said.starts_with("fixed: “abc”"), "{said}");
        assert!(said.contains("data/actuals.csv: 2 files written, ") && said.contains(" changed ("), "{said}");
        assert_eq!(process.interrupt(), Some(0));
        let left = crate::support::names(&folder.path().join("out"));
        assert_eq!(left, ["minimal-followup-en.pdf", "minimal-followup-ja.pdf"]);
    }

    #[test]
    fn the_path_in_the_documentation_is_what_happens() {
        for (document, language, name) in [("docs/desk.md", "en", "tourism"), ("docs/desk.ja.md", "ja", "観光計画")]
        {
            let folder = tempfile::tempdir().unwrap();
            fs::copy(repository("tests/workbooks/tourism.xlsx"), folder.path().join("tourism.xlsx")).unwrap();
            let language = ["--ui-lang", language];
            let created = nenpo(folder.path()).args(["new", name, "--from", "tourism.xlsx"]).args(language).output();
            let created = created.unwrap();
            let mut said = String::from_utf8(created.stdout.clone()).unwrap() + &stderr(&created);
            let mut process = Process::start(folder.path(), &[&[name], language.as_slice()].concat());
            let end = if language[1] == "ja" { "秒）" } else { " s)" };
            said += &process.until(end);
            let report = folder.path().join(name);
            let words = report.join("locales/en/report.ftl");
            let groups = (1..=4).map(|number| format!("group-area-{number} = Area {number}\n"));
            fs::write(&words, fs::read_to_string(&words).unwrap() + "\n" + &groups.collect::<String>()).unwrap();
            said += &process.until(end);
            for (from, to) in [("2-2,2022,74.0", "2-2,2022,7４.o"), ("2-2,2022,7４.o", "2-2,2022,74.6")] {
                change(&report.join("data/actuals.csv"), from, to);
                said += &process.until(end);
            }
            assert_eq!(process.interrupt(), Some(0));
            let folder = fs::canonicalize(folder.path()).unwrap().display().to_string();
            let said = without_times(&said.replace(&folder, "/home/user"), end);
            let shown = without_times(&shown(&fs::read_to_string(repository(document)).unwrap()), end);
            assert_eq!(said, shown, "{document}");
        }
    }

    /// What a page shows of a terminal, without what is typed.
    fn shown(page: &str) -> String {
        let boxes = page.split("```console\n").skip(1).map(|rest| rest.split("```").next().unwrap());
        boxes.flat_map(str::lines).filter(|line| !line.starts_with("$ ")).map(|line| format!("{line}\n")).collect()
    }

    /// Leaves out how long builds took.
    fn without_times(text: &str, end: &str) -> String {
        let line = |line: &str| match line.strip_suffix(end) {
            Some(before) => before.trim_end_matches(|part: char| part.is_ascii_digit() || part == '.').to_owned() + end,
            None => line.to_owned(),
        };
        text.lines().map(|text| line(text) + "\n").collect()
    }

    #[test]
    fn programs_get_a_line_for_each_thing() {
        let folder = copied(MINIMAL);
        let arguments = ["--ui-lang", "ja", "--message-format", "json", "--verbose", "--lang", "ja"];
        let mut process = Process::start(folder.path(), &arguments);
        process.until("\"rebuilt-document\"");
        change(&folder.path().join("data/actuals.csv"), "2023,57", "2023,abc");
        let said = process.until("\"rebuilt\"");
        let lines: Vec<serde_json::Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let validator = crate::support::validator(&serde_json::to_value(nenpo::terminal::message_schema()).unwrap());
        for line in &lines {
            assert_eq!(crate::support::problems(&validator, line), Vec::<String>::new());
        }
        assert_eq!(lines[0]["code"], "not-a-number");
        let values = &lines.last().unwrap()["values"];
        assert_eq!((&values["changed"], &values["errors"]), (&"data/actuals.csv".into(), &"1".into()));
        assert_eq!(process.interrupt(), Some(0));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_built_is_opened_or_its_folder_if_it_is_much() {
    use std::os::unix::fs::PermissionsExt;
    let folder = copied(MINIMAL);
    let program = folder.path().join("xdg-open");
    // Each call has a file of its own, since they may run at the same time.
    let script = "#!/bin/sh\necho \"$1\" > \"$OPENED/$$.part\" && mv \"$OPENED/$$.part\" \"$OPENED/$$\"\n";
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let opened = |arguments: &[&str], count: usize| {
        let noted = tempfile::tempdir().unwrap();
        let path = format!("{}:/usr/bin:/bin", folder.path().display());
        let mut command = nenpo(folder.path());
        command.env("PATH", path).env("OPENED", noted.path()).args(["build", "--open"]).args(arguments);
        assert!(command.output().unwrap().status.success());
        // The programs run beside nenpo, which does not wait for them.
        let mut names = Vec::new();
        for _ in 0..6_000 {
            names = crate::support::names(noted.path());
            names.retain(|name| !name.ends_with(".part"));
            if names.len() >= count {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let read = |name: &String| fs::read_to_string(noted.path().join(name)).unwrap().trim().to_owned();
        let mut paths: Vec<String> = names.iter().map(read).collect();
        paths.sort();
        paths
    };
    let out = |name: &str| folder.path().join("out").join(name).display().to_string();
    assert_eq!(opened(&[], 2), [out("minimal-followup-en.pdf"), out("minimal-followup-ja.pdf")]);
    assert_eq!(opened(&["--lang", "ja", "--emit-sources", "sources"], 1), [out("minimal-followup-ja.pdf")]);
    assert_eq!(opened(&["--format", "pdf,svg"], 1), [folder.path().join("out").display().to_string()]);
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_program_it_says_so_and_succeeds() {
    let folder = copied(MINIMAL);
    let mut command = nenpo(folder.path());
    let output = command.args(["build", "--open", "--lang", "en", "--ui-lang", "en"]).output().unwrap();
    assert!(output.status.success());
    let said = stderr(&output);
    assert!(said.contains("“./out/minimal-followup-en.pdf” could not be opened ("), "{said}");
}
