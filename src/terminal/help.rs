//! Localized help for commands and arguments, as wide as the terminal. Does not depend on particular commands.
//!
//! Texts are Fluent messages: `help` for the program, `help-build` for a command, `help-build-out` for its argument, or
//! `help-out` for an argument of several commands; the attribute `.value` names an argument's value. A missing message
//! leaves the text of the declaration.

use std::fmt::Write as _;
use std::mem;

use clap::builder::{PossibleValue, StyledStr};
use clap::{Arg, ColorChoice, Command};
use unicode_width::UnicodeWidthStr;

use super::wrap::wrap;
use super::{Stream, Terminal};

/// The width if the stream is not a terminal.
const COLUMNS: usize = 100;
/// The least width of a description beside its name; otherwise it goes below.
const LEAST_COLUMNS: usize = 32;
/// The indentation of a description below its name.
const INDENTATION: usize = 8;

struct Row {
    name: String,
    text: String,
}

impl Terminal {
    /// Localizes a command and its subcommands for a stream.
    #[must_use]
    pub fn explained(&self, mut command: Command, stream: Stream) -> Command {
        let columns = stream.columns().unwrap_or(COLUMNS).min(COLUMNS);
        command = command.color(if stream.takes_colour() { ColorChoice::Always } else { ColorChoice::Never });
        // Options of every command, such as --help, are only added here.
        command.build();
        self.translate(&mut command, "help");
        self.override_help(&mut command, columns);
        command
    }

    /// Localizes the descriptions of a command and its arguments.
    fn translate(&self, command: &mut Command, key: &str) {
        let mut translated = mem::take(command);
        if let Some(about) = self.words.optional(key, &[]) {
            translated = translated.about(about).long_about(None);
        }
        *command = translated.mut_args(|argument| self.translate_argument(argument, key));
        for inner in command.get_subcommands_mut() {
            let key = command_key(key, inner);
            self.translate(inner, &key);
        }
    }

    fn translate_argument(&self, mut argument: Arg, command_key: &str) -> Arg {
        let [own, shared] = argument_keys(command_key, &argument);
        let words = |attribute: &str| {
            let find = |key: &String| self.words.optional(&format!("{key}{attribute}"), &[]);
            find(&own).or_else(|| find(&shared))
        };
        if let Some(help) = words("") {
            argument = argument.help(help).long_help(None);
        }
        match words(".value").filter(|_| argument.get_action().takes_values()) {
            Some(name) => argument.value_name(name),
            None => argument,
        }
    }

    fn override_help(&self, command: &mut Command, columns: usize) {
        for inner in command.get_subcommands_mut() {
            self.override_help(inner, columns);
        }
        let (help, usage) = (self.help(command, columns), self.usage(command));
        *command = mem::take(command).override_help(help).override_usage(usage);
    }

    fn usage(&self, command: &Command) -> String {
        let mut usage = command.get_bin_name().unwrap_or_else(|| command.get_name()).to_owned();
        let mut push = |part: &str| {
            usage.push(' ');
            usage.push_str(part);
        };
        if command.get_opts().any(|option| !option.is_required_set()) {
            push(&format!("[{}]", self.words("usage-options", &[])));
        }
        for option in command.get_opts().filter(|option| option.is_required_set()) {
            push(&name_of(option).0);
        }
        for argument in command.get_positionals() {
            push(&name_of(argument).0);
        }
        if command.has_subcommands() {
            push(&format!("<{}>", self.words("usage-command", &[])));
        }
        usage
    }

    fn help(&self, command: &Command, columns: usize) -> StyledStr {
        let styles = command.get_styles();
        let mut help = StyledStr::new();
        if let Some(about) = command.get_about() {
            help.push_str(&wrap(&about.to_string(), columns).join("\n"));
            help.push_str("\n\n");
        }
        let (usage, style) = (self.words("usage-heading", &[]), styles.get_usage());
        let _ = writeln!(help, "{style}{usage}{style:#} {}", self.usage(command));
        let commands = command.get_subcommands().filter(|inner| !inner.is_hide_set());
        let commands = commands.map(|inner| Row {
            name: inner.get_name().to_owned(),
            text: inner.get_about().map(ToString::to_string).unwrap_or_default(),
        });
        let visible = |argument: &&Arg| !argument.is_hide_set();
        let arguments = command.get_positionals().filter(visible).map(|argument| self.row(argument));
        let mut options: Vec<&Arg> = command.get_arguments().filter(|argument| !argument.is_positional()).collect();
        options.sort_by_key(|option| (is_of_every_command(option), option.is_global_set()));
        let options = options.into_iter().filter(visible).map(|option| self.row(option));
        for (heading, rows) in [
            ("commands-heading", commands.collect::<Vec<_>>()),
            ("arguments-heading", arguments.collect()),
            ("options-heading", options.collect()),
        ] {
            if !rows.is_empty() {
                let (heading, style) = (self.words(heading, &[]), styles.get_header());
                let _ = writeln!(help, "\n{style}{heading}{style:#}");
                write_rows(&mut help, &rows, styles.get_literal(), columns);
            }
        }
        help
    }

    fn row(&self, argument: &Arg) -> Row {
        let mut text = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let default: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        let values: Vec<PossibleValue> = argument.get_possible_values();
        let values: Vec<&str> =
            values.iter().filter(|value| !value.is_hide_set()).map(PossibleValue::get_name).collect();
        for (message, values) in [("help-with-values", values.join(", ")), ("help-with-default", default.join(" "))] {
            if argument.get_action().takes_values() && !values.is_empty() {
                text = self.words(message, &[("help", &text), ("value", &values)]);
            }
        }
        Row { name: name_of(argument).1, text }
    }
}

/// Writes descriptions beside their names, or below if there is not enough room.
fn write_rows(help: &mut StyledStr, rows: &[Row], style: &clap::builder::styling::Style, columns: usize) {
    let longest = rows.iter().map(|row| row.name.width()).max().unwrap_or_default();
    let is_beside = longest + 4 + LEAST_COLUMNS <= columns;
    let indentation = if is_beside { longest + 4 } else { INDENTATION };
    for row in rows {
        let lines = wrap(&row.text, columns.saturating_sub(indentation)).join(&format!("\n{:indentation$}", ""));
        let gap = if is_beside { " ".repeat(longest - row.name.width() + 2) } else { format!("\n{:indentation$}", "") };
        let _ = writeln!(help, "  {style}{}{style:#}{gap}{lines}", row.name);
    }
}

/// An argument's form in the usage line and in the list.
fn name_of(argument: &Arg) -> (String, String) {
    let values = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let value = values.unwrap_or_else(|| argument.get_id().as_str().to_uppercase());
    let many = if argument.get_num_args().is_some_and(|range| range.max_values() > 1) { "..." } else { "" };
    if argument.is_positional() {
        let [open, close] = if argument.is_required_set() { ["<", ">"] } else { ["[", "]"] };
        let name = format!("{open}{value}{close}{many}");
        return (name.clone(), name);
    }
    let value = if argument.get_action().takes_values() { format!(" <{value}>{many}") } else { String::new() };
    let long = argument.get_long().map(|long| format!("--{long}"));
    let short = argument.get_short().map(|short| format!("-{short}"));
    let plain = long.clone().or_else(|| short.clone()).unwrap_or_default();
    let listed = match (short, long) {
        (Some(short), Some(long)) => format!("{short}, {long}"),
        (None, Some(long)) => format!("    {long}"),
        (short, None) => short.unwrap_or_default(),
    };
    (format!("{plain}{value}"), format!("{listed}{value}"))
}

fn is_of_every_command(option: &Arg) -> bool {
    ["help", "version"].contains(&option.get_id().as_str())
}

/// The message of a subcommand; those of `help` share the messages of the other commands.
fn command_key(key: &str, command: &Command) -> String {
    format!("{}-{}", key.strip_suffix("-help").unwrap_or(key), command.get_name())
}

/// The message for an argument of this command, and the one for all commands.
fn argument_keys(command_key: &str, argument: &Arg) -> [String; 2] {
    let name = argument.get_id().as_str().replace('_', "-");
    [format!("{command_key}-{name}"), format!("help-{name}")]
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::Cli;
    use crate::report::Language;

    /// The messages that a language lacks for a command and its subcommands.
    fn missing(terminal: &Terminal, command: &Command, key: &str) -> Vec<String> {
        let lacks = |key: &String| terminal.words.optional(key, &[]).is_none();
        let mut missing: Vec<String> = Some(key.to_owned()).into_iter().filter(lacks).collect();
        missing.extend(command.get_arguments().filter_map(|argument| {
            let keys = argument_keys(key, argument);
            keys.iter().all(lacks).then(|| keys.join(" or "))
        }));
        missing.extend(command.get_arguments().filter(|argument| argument.get_action().takes_values()).filter_map(
            |argument| {
                let keys = argument_keys(key, argument).map(|key| format!("{key}.value"));
                keys.iter().all(lacks).then(|| keys.join(" or "))
            },
        ));
        for inner in command.get_subcommands() {
            missing.extend(self::missing(terminal, inner, &command_key(key, inner)));
        }
        missing
    }

    #[test]
    fn every_command_and_argument_has_words_in_both_languages() {
        let mut command = Cli::command();
        command.build();
        for language in ["ja", "en"] {
            let terminal = Terminal::for_command_line(Language::new(language).as_ref());
            assert_eq!(missing(&terminal, &command, "help"), Vec::<String>::new(), "{language}");
        }
    }
}
