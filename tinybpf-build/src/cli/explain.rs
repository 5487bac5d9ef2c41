//! `explain`: what a message is about.

use std::fmt::Write;

use serde_json::json;
use tinybpf_core::Topic;

use super::{Failure, Ui};

/// Says what a message means, why it is so, and what to write instead: `explain goroutines` for `error[goroutines]`. Without a topic,
/// lists all.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The word in the brackets of the message
    topic: Option<String>,
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        let Some(name) = &self.topic else {
            return list(ui);
        };
        let topic: Topic = name.parse().map_err(|unknown| {
            Failure::Usage(format!(
                "{unknown}\n`cargo tinybpf explain` lists all topics"
            ))
        })?;
        let text = crate::explain(topic);
        if ui.is_json() {
            return ui.json(&json!({"topic": topic.as_str(), "text": text}));
        }
        ui.print(format_args!("{topic}\n\n{}", shown(text)))
    }
}

fn list(ui: &Ui) -> Result<(), Failure> {
    let names: Vec<_> = Topic::ALL.iter().map(|topic| topic.as_str()).collect();
    if ui.is_json() {
        return ui.json(&json!({"topics": names}));
    }
    ui.print(names.join("\n"))
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
