//! Expectations in Go sources: `// ERROR: REGEX` or `// WARNING: REGEX` at the end of the line that it is about, once for each.

use std::{fs, path::Path};

use regex::Regex;
use tinybpf_core::{Diagnostic, Severity};

/// An error or warning that a Go line expects.
struct Expectation {
    file: String,
    line: u32,
    message: Regex,
    /// Whether debug info gives no column: it has none for declarations.
    declaration: bool,
}

/// Compares the errors or the warnings among findings with the expectations in the Go files of a package and the folders below it. The
/// result says what is missing and what is not expected, a line each; empty if all is right.
///
/// # Panics
/// When a file cannot be read, an expectation is no regular expression, or there is no expectation at all.
#[must_use]
pub fn compare(package: &Path, found: &[Diagnostic], severity: Severity) -> Vec<String> {
    let expected = expectations(package, mark(severity));
    assert!(!expected.is_empty(), "{} expects none", package.display());
    let mut found: Vec<_> = found.iter().filter(|d| d.severity == severity).collect();
    let mut wrong = Vec::new();
    for wanted in expected {
        match found.iter().position(|finding| fits(&wanted, finding)) {
            Some(index) => drop(found.remove(index)),
            None => wrong.push(format!(
                "{}:{}: missing: {}",
                wanted.file, wanted.line, wanted.message
            )),
        }
    }
    wrong.extend(
        found
            .into_iter()
            .map(|finding| format!("not expected: {finding}")),
    );
    wrong
}

/// What starts an expectation.
fn mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Warning => "// WARNING: ",
        Severity::Error => "// ERROR: ",
    }
}

fn fits(wanted: &Expectation, finding: &Diagnostic) -> bool {
    finding.position.as_ref().is_some_and(|position| {
        let same_file = Path::new(&position.file).canonicalize().ok()
            == Path::new(&wanted.file).canonicalize().ok();
        same_file && position.line == wanted.line && (wanted.declaration || position.column > 0)
    }) && wanted.message.is_match(&finding.message)
        && (!finding.help.is_empty()
            || ["did you mean", "; write "]
                .iter()
                .any(|advice| finding.message.contains(advice)))
}

fn expectations(folder: &Path, mark: &str) -> Vec<Expectation> {
    let mut expected = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            expected.extend(expectations(&path, mark));
        } else if path.extension().is_some_and(|extension| extension == "go") {
            expected.extend(in_file(&path, mark));
        }
    }
    expected
}

fn in_file(path: &Path, mark: &str) -> Vec<Expectation> {
    let text = fs::read_to_string(path).expect("the file can be read");
    let mut expected = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let mut parts = line.split(mark);
        let code = parts.next().unwrap_or_default();
        for message in parts {
            expected.push(Expectation {
                file: path.display().to_string(),
                line: index as u32 + 1,
                message: Regex::new(message.trim())
                    .expect("the expectation is a regular expression"),
                declaration: code.starts_with("func ") || code.starts_with("var "),
            });
        }
    }
    expected
}
