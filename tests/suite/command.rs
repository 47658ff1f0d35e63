//! What the command says about itself: help, the version, problems of the command line; in which language, on which
//! stream, with which exit code, and without colour where nobody sees it.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::support::{MINIMAL, copied, nenpo, repository, stderr};

/// Runs the command without anything of the environment that could change what it says, but for some variables.
fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    nenpo(Path::new(".")).args(arguments).envs(variables.iter().copied()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn problems_beyond_a_screen_are_counted_and_shown_if_asked_for() {
    let folder = copied(MINIMAL);
    let table = fs::read_to_string(folder.path().join("data/indicators.csv")).unwrap();
    let many: String =
        (0..30).map(|row| format!("x{row},water,outcome,,percent,level,sideways{row},,,,,,,,名,Name,,\n")).collect();
    fs::write(folder.path().join("data/indicators.csv"), table + &many).unwrap();
    for (language, words) in [("ja", "--all を付けて"), ("en", "run with --all")] {
        let check = |arguments: &[&str]| {
            let output = nenpo(folder.path()).args(["check", "--ui-lang", language]).args(arguments).output().unwrap();
            stderr(&output)
        };
        let (screen, all) = (check(&[]), check(&["--all"]));
        assert!(screen.lines().count() < 55, "{screen}");
        assert!(screen.contains(words), "{screen}");
        assert!(!all.contains(words) && all.matches("[unknown-word]").count() == 30, "{all}");
        // Errors come first, and the sum is that of all.
        assert_eq!(screen.lines().last(), all.lines().last());
    }
}

#[test]
fn help_is_wholly_in_the_users_language() {
    for command in [&[][..], &["build"], &["check"], &["packet"], &["completions"]] {
        let output = run(&[command, &["--help"]].concat(), &[("LANG", "ja_JP.UTF-8")]);
        let help = text(&output.stdout);
        assert!(output.status.success() && output.stderr.is_empty(), "{help}");
        assert!(help.contains("使い方: nenpo") && help.contains("オプション:"), "{help}");
        // No English sentence is left: two words of small letters side by side.
        let is_word = |word: &str| word.len() > 2 && word.chars().all(|letter| letter.is_ascii_lowercase());
        for line in help.lines().filter(|line| !line.starts_with("使い方") && !line.contains("typst compile")) {
            let words: Vec<&str> = line.split(' ').collect();
            assert!(!words.windows(2).any(|pair| pair.iter().all(|word| is_word(word))), "{line}");
        }
        assert_eq!(run(&[command, &["-h"]].concat(), &[("LANG", "ja_JP.UTF-8")]).stdout, output.stdout);
    }
    let english = text(&run(&["build", "--help", "--ui-lang=en"], &[("LANG", "ja_JP.UTF-8")]).stdout);
    assert!(english.starts_with("Build the report as PDF, web pages or images"), "{english}");
    assert!(!english.chars().any(|character| ('ぁ'..='ん').contains(&character)), "{english}");
    let inner = text(&run(&["--ui-lang", "ja", "help", "build"], &[]).stdout);
    assert!(inner.contains("使い方: nenpo build [オプション] [フォルダー]"), "{inner}");
}

#[test]
fn without_a_command_help_is_a_problem() {
    let output = run(&[], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty() && text(&output.stderr).contains("Usage: nenpo [options] <command>"));
}

#[test]
fn the_version_is_on_stdout() {
    let output = run(&["--version"], &[]);
    assert!(output.status.success() && output.stderr.is_empty());
    assert_eq!(text(&output.stdout), format!("nenpo {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn problems_of_the_command_line_are_said_in_both_languages() {
    let cases: [(&[&str], &str, &str); 25] = [
        (&["build", "--langs", "ja"], "did you mean “--lang”?", "「--lang」の誤りではありませんか"),
        (&["bild"], "did you mean “build”?", "「bild」は存在しないコマンドです"),
        (&["build", "--out"], "--out <folder> requires a value", "--out <フォルダー>には値の指定が必要です"),
        (&["build", "--lang", "!!"], "use a language tag", "言語タグ（例: ja、en）を指定してください"),
        (&["check", "--ui-lang", "xx"], "available languages: en, ja", "指定できる言語: en, ja"),
        (&["--ui-lang=!!", "check"], "available languages: en, ja", "指定できる言語: en, ja"),
        (&["build", "--material", "x:1"], "1-2 or reference:1", "1-2、reference:1"),
        (&["build", "--material", "別紙1"], "nenpo adds the text before it", "nenpoが付けます"),
        (&["build", "--material", "reference:資料1"], "either a document or reference material", "どちらか一方の番号"),
        (&["build", "--material", ""], "1 to 20 characters", "1字以上20字以内"),
        (&["packet", "--require", "pdf-a"], "allowed: a-2a, a-2b, a-2u", "指定できる値: a-2a, a-2b, a-2u"),
        (&["new", "--packet", "--workbook", "a"], "cannot be used together with", "同時に指定できません"),
        (&["build", "--format", "gif"], "allowed: pdf, png, svg", "指定できる値: pdf, png, svg"),
        (&["build", "--format", "pn"], "did you mean “png”?", "「png」の誤りではありませんか"),
        (&["build", "--pages", "3-1"], "use page ranges such as 1-3,5, 3- or -2", "1-3,5、3-、-2"),
        (&["build", "--pages", "1,,2"], "invalid value “”", "「」は--pages"),
        (&["build", "--pages", "0"], "page numbers start at 1", "先頭のページは1です"),
        (&["build", "--ppi", "19"], "a whole number from 20 to 1200", "20から1200までの整数"),
        (&["build", "--ppi", "1e3"], "a whole number from 20 to 1200", "20から1200までの整数"),
        (&["check", "--message-format", "xml"], "allowed: human, json", "指定できる値: human, json"),
        (&["completions"], "missing required argument: <shell>", "次の引数を指定してください: <シェル>"),
        (&["build", "a", "b"], "unexpected argument “b”", "「b」は指定できない"),
        (&["check", "-v", "-v"], "more than once", "2回以上指定することはできません"),
        (&["-v"], "no command given", "コマンドを指定してください"),
        (&["build", "\u{1b}[31m", "\u{1b}[2J"], "argument “\u{FFFD}[2J”", "「\u{FFFD}[2J」"),
    ];
    for (arguments, english, japanese) in cases {
        for (language, severity, expected, see) in [
            ("en_GB.UTF-8", "error", english, "for more information, try --help"),
            ("ja_JP.UTF-8", "エラー", japanese, "詳細は --help"),
        ] {
            let output = run(arguments, &[("LC_ALL", language)]);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(output.stdout.is_empty(), "{said}");
            assert!(
                said.starts_with(&format!("{severity}: ")) && said.contains(expected) && said.contains(see),
                "{said}"
            );
        }
    }
}

#[test]
fn programs_never_meet_a_line_that_is_no_json() {
    let schema = jsonschema::validator_for(&nenpo::terminal::message_schema()).unwrap();
    for (arguments, kind) in [
        (&["--message-format", "json", "bild"][..], "failure"),
        (&["--message-format=json", "build", "--lang"], "failure"),
        (&["--message-format=json"], "failure"),
        (&["check", "--message-format", "json", "no-such-folder"], "diagnostic"),
    ] {
        let output = run(arguments, &[]);
        assert!(output.stdout.is_empty());
        let said = text(&output.stderr);
        let messages: Vec<serde_json::Value> =
            said.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"))).collect();
        assert_eq!(messages[0]["type"], kind, "{said}");
        assert!(messages.iter().all(|message| schema.is_valid(message)), "{said}");
    }
}

#[test]
fn what_is_said_to_programs_of_a_sound_report_is_json_too() {
    let folder = repository(MINIMAL);
    let written = tempfile::tempdir().unwrap();
    let (out, sources) = (written.path().join("out"), written.path().join("sources"));
    let output = run(
        &[
            "build",
            folder.to_str().unwrap(),
            "--message-format",
            "json",
            "--verbose",
            "--out",
            out.to_str().unwrap(),
            "--emit-sources",
            sources.to_str().unwrap(),
        ],
        &[],
    );
    let said = text(&output.stderr);
    assert!(output.status.success(), "{said}");
    let messages: Vec<serde_json::Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(messages.iter().any(|message| message["code"] == "emitted"), "{said}");
    assert_eq!(messages.last().unwrap()["type"], "summary", "{said}");
}

#[test]
fn nothing_is_coloured_where_it_is_not_seen() {
    for arguments in [&["--help"][..], &[], &["bild"], &["check", "no-such-folder"]] {
        for variables in [&[("CLICOLOR_FORCE", "1")][..], &[("NO_COLOR", "1")], &[("TERM", "xterm-256color")]] {
            let output = run(arguments, variables);
            assert!(![output.stdout, output.stderr].concat().contains(&0x1b), "{arguments:?} {variables:?}");
        }
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_the_environment() {
    let folder = copied(MINIMAL);
    fs::write(folder.path().join("out"), "a file where the folder should be").unwrap();
    // What is to be done is what the command can do.
    for (arguments, english, japanese) in [
        (&["build"][..], "specify another folder with --out", "--outで別のフォルダー"),
        (&["build", "--emit-sources", "out"], "specify another folder with --emit-sources", "--emit-sourcesで別の"),
        (&["export"], "specify another folder with --out", "--outで別のフォルダー"),
        (&["new", "out/plan"], "or choose another folder", "別のフォルダーを選択"),
    ] {
        for (language, words) in [("en", english), ("ja", japanese)] {
            let output = nenpo(folder.path()).args(arguments).args(["--ui-lang", language]).output().unwrap();
            let said = stderr(&output);
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(said.contains("[file-unwritable]") && said.contains(words), "{said}");
            assert!(output.stdout.is_empty() && (arguments[0] != "new" || !said.contains("--")), "{said}");
        }
    }
}

#[test]
fn problems_are_said_in_the_language_of_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let said = |name: &str, value: &str| {
        let output = nenpo(folder.path()).arg("check").env(name, value).output().unwrap();
        stderr(&output)
    };
    assert!(said("LANG", "ja_JP.UTF-8").contains("report.tomlがありません"));
    assert!(said("LC_ALL", "C").contains("no report.toml in this folder"));
    assert!(said("LANG", "fr_FR.UTF-8").contains("no report.toml in this folder"));
}

#[test]
fn check_shows_the_same_problems_and_writes_nothing() {
    let folder = copied(MINIMAL);
    let output = nenpo(folder.path()).arg("check").output().unwrap();
    assert!(output.status.success());
    assert!(output.stdout.is_empty());
    assert!(!folder.path().join("out").exists());
}
