//! `explain`: what a message of ours is about, and why the kernel refused a program.

mod log;

use std::{fmt::Write, path::PathBuf};

use serde_json::json;
use tinybpf_core::{Topic, suggest};

pub(super) use self::log::value;
use super::{Failure, Ui};

/// Says what a message means, why it is so, and what to write instead: `explain goroutines` for `error[goroutines]`, of the compiler's
/// messages and of the rules of the kernel's verifier. Without a topic, lists all.
///
/// With `--object`, reads the log of the kernel's verifier, and says which line of the source it is about, the way there, the rule, and how
/// that is usually mended. That ends with 0, whatever the log says.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The word in the brackets of the message. With `--object`, a file with the verifier's log, with or without the words of a loader
    /// around it; `-` for standard input
    #[arg(value_name = "TOPIC|LOG")]
    subject: Option<PathBuf>,
    /// The object that was loaded, for a log
    #[arg(long, value_name = "OBJ", requires = "subject")]
    object: Option<PathBuf>,
    /// The program that the log is about. By default the one that it names, or whose instructions it shows
    #[arg(long, value_name = "NAME", requires = "object")]
    program: Option<String>,
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        match (&self.subject, &self.object) {
            (None, _) => list(ui),
            (Some(log), Some(object)) => {
                let explanation = log::explained(log, object, self.program.as_deref())?;
                if ui.is_json() {
                    return ui.json(&value(&explanation));
                }
                ui.print(explanation)
            }
            (Some(name), None) => {
                let name = name.to_string_lossy();
                let text = crate::explain_word(&name).ok_or_else(|| no_topic(&name))?;
                tell(ui, &name, &text)
            }
        }
    }
}

/// What is wrong with a topic that there is not.
fn no_topic(name: &str) -> Failure {
    Failure::Usage(if name == "-" || log::is_log(name.as_ref()) {
        format!(
            "a log needs the object that was loaded: `cargo tinybpf explain {name} --object OBJ`"
        )
    } else {
        let near = suggest::closest(name, topics().chain(crate::verifier_rules()));
        format!(
            "there is no topic `{name}`{}\n`cargo tinybpf explain` lists all topics; `--object OBJ` explains a verifier's log",
            suggest::did_you_mean(&near)
        )
    })
}

fn tell(ui: &Ui, name: &str, text: &str) -> Result<(), Failure> {
    if ui.is_json() {
        return ui.json(&json!({"topic": name, "text": text}));
    }
    ui.print(format_args!("{name}\n\n{}", shown(text)))
}

fn list(ui: &Ui) -> Result<(), Failure> {
    let topics: Vec<_> = topics().collect();
    let rules: Vec<_> = crate::verifier_rules().collect();
    if ui.is_json() {
        return ui.json(&json!({"topics": topics, "rules": rules}));
    }
    ui.print(format_args!(
        "What this compiler finds:\n  {}\n\nWhat the kernel's verifier refuses:\n  {}",
        topics.join("\n  "),
        rules.join("\n  ")
    ))
}

/// The topics of the compiler's messages.
fn topics() -> impl Iterator<Item = &'static str> {
    Topic::ALL.iter().map(|topic| topic.as_str())
}

/// Markdown for a terminal: code is indented, and what gives an error says so.
fn shown(markdown: &str) -> String {
    let (mut text, mut in_code) = (String::new(), false);
    for line in markdown.lines() {
        if let Some(info) = line.strip_prefix("```") {
            in_code = !in_code;
            let marks = info.split(',').filter_map(|mark| mark.split_once('='));
            for (severity, topic) in marks.filter(|(key, _)| ["error", "warning"].contains(key)) {
                writeln!(text, "    // {severity}[{topic}]").expect("writing to a string");
            }
        } else if in_code && !line.is_empty() {
            writeln!(text, "    {line}").expect("writing to a string");
        } else {
            writeln!(text, "{line}").expect("writing to a string");
        }
    }
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_indented_and_says_what_is_wrong() {
        let text = "No.\n\n```go,error=goroutines\ngo f()\n\ng()\n```\n\nYes.\n\n```go\nf()\n```\n";
        let expected = "No.\n\n    // error[goroutines]\n    go f()\n\n    g()\n\nYes.\n\n    f()";
        assert_eq!(shown(text), expected);
    }
}
