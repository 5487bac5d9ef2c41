//! How findings are shown: in rustc's style, with the source line and the place in it.
//!
//! | where | how |
//! |---|---|
//! | a build script | [`directives`]: the lines of the rendering, the first one `file:line:column: message`, which tools can follow |
//! | a terminal | [`render`], with colour where [`is_coloured`] says so |
//! | `--json` | `json`: one object for each finding |

mod place;

use std::{ffi::OsString, fs};

use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Renderer, Snippet, renderer::DecorStyle,
};
use tinybpf_core::{Diagnostic, Severity, Topic};

/// Letters in a line of the rendering, as far as it shows source; longer lines are cut around the place.
const WIDTH: usize = 120;

/// A finding as people read it, without a newline at its end.
pub(crate) fn render(finding: &Diagnostic, colour: bool) -> String {
    let renderer = match colour {
        true => Renderer::styled(),
        false => Renderer::plain(),
    };
    let renderer = renderer.term_width(WIDTH).decor_style(DecorStyle::Ascii);
    let message = one_line(&finding.message);
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(message).id(finding.topic.as_str()));
    if let Some(position) = &finding.position {
        let line = position.line as usize;
        match Source::read(finding) {
            Some(Source { text, span }) => {
                let annotation = AnnotationKind::Primary.span(span.start..span.end);
                let snippet = Snippet::source(text).line_start(line);
                group = group.element(snippet.path(&position.file).annotation(annotation));
            }
            None => {
                let origin = Origin::path(&position.file).line(line);
                group = group.element(match position.column {
                    0 => origin,
                    column => origin.char_column(column as usize),
                });
            }
        }
    }
    let help = finding.help.iter();
    group = group.elements(help.map(|help| Level::HELP.message(one_line(help))));
    renderer.render(&[group]).trim_end().to_owned()
}

/// A finding as lines for Cargo, which shows each after the name of the package.
pub(crate) fn directives(finding: &Diagnostic) -> Vec<String> {
    let place = finding.position.as_ref().map(|position| {
        let column = match Source::read(finding) {
            Some(Source { text, span }) => text[..span.start].chars().count() as u32 + 1,
            None => position.column,
        };
        match column {
            0 => format!("{}:{}: ", position.file, position.line),
            column => format!("{}:{}:{column}: ", position.file, position.line),
        }
    });
    let first = format!(
        "{}{} [{}]",
        place.unwrap_or_default(),
        one_line(&finding.message),
        finding.topic
    );
    let rendered = render(finding, false);
    // The title and the place stand in the first line.
    let rest = rendered.lines().skip(1);
    let rest = rest.filter(|line| !line.trim_start().starts_with("--> "));
    [first]
        .into_iter()
        .chain(rest.map(|line| line.trim_end().to_owned()))
        .collect()
}

/// What stands below errors about these topics: where there is more about them. What the system says of files needs no more.
pub(crate) fn more(topics: &[Topic]) -> Option<String> {
    let first = topics.first().filter(|topic| **topic != Topic::Io)?;
    Some(format!(
        "for more about {}, try `cargo tinybpf explain {first}`",
        match topics {
            [_] => "this error",
            _ => "these errors",
        }
    ))
}

/// A finding as `--json` prints it:
///
/// | field | what |
/// |---|---|
/// | `severity` | `error` or `warning` |
/// | `topic` | the word in brackets, which `explain` takes |
/// | `file` | the path as seen from where the build runs; null for what has no place, as the fields after it are |
/// | `line` | from 1 |
/// | `column` | in bytes, from 1; null where only the line is known |
/// | `end_column` | where the underlined text ends: the column after it |
/// | `message` | what is wrong, and why |
/// | `help` | what to do about it, a list of sentences |
/// | `source` | the source line; null where it cannot be read |
#[cfg(feature = "cli")]
pub(crate) fn json(finding: &Diagnostic) -> serde_json::Value {
    let position = finding.position.as_ref();
    let source = Source::read(finding);
    let column = position.map(|at| at.column).filter(|column| *column != 0);
    serde_json::json!({
        "severity": match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "topic": finding.topic.as_str(),
        "file": position.map(|at| &at.file),
        "line": position.map(|at| at.line),
        "column": source.as_ref().map(|source| source.span.start as u32 + 1).or(column),
        "end_column": source.as_ref().map(|source| source.span.end + 1),
        "message": finding.message,
        "help": finding.help,
        "source": source.map(|source| source.text),
    })
}

/// Whether text for people has colour: what the user says, and otherwise whether they read it on a terminal.
pub(crate) fn is_coloured(env: &dyn Fn(&str) -> Option<OsString>, is_terminal: bool) -> bool {
    let set = |name: &str| env(name).filter(|value| !value.is_empty());
    if set("NO_COLOR").is_some() {
        return false;
    }
    match set("CARGO_TERM_COLOR")
        .as_ref()
        .and_then(|value| value.to_str())
    {
        Some("always") => return true,
        Some("never") => return false,
        _ => {}
    }
    is_terminal && !is_dumb(env) || set("CLICOLOR_FORCE").is_some_and(|value| value != "0")
}

/// Whether the terminal knows no colours, and cannot take back what it shows.
pub(crate) fn is_dumb(env: &dyn Fn(&str) -> Option<OsString>) -> bool {
    env("TERM").is_some_and(|name| name == "dumb")
}

/// The source line of a finding.
struct Source {
    text: String,
    /// The bytes in it that the finding is about.
    span: std::ops::Range<usize>,
}

impl Source {
    /// `None` for what has no place, and where the file cannot be read or has no such line.
    fn read(finding: &Diagnostic) -> Option<Self> {
        let position = finding.position.as_ref()?;
        let file = fs::read(&position.file).ok()?;
        let line = file
            .split(|byte| *byte == b'\n')
            .nth(position.line.checked_sub(1)? as usize)?;
        let text = String::from_utf8_lossy(line)
            .trim_end_matches('\r')
            .to_owned();
        let span = place::span(&text, position.column);
        Some(Self { text, span })
    }
}

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
