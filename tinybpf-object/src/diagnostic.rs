//! Findings about the user's Go code, each at its Go line.

mod topic;

use std::fmt;

pub use topic::{Topic, UnknownTopic};

/// A place in a Go source file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Position {
    /// The file, as the debug info names it: absolute, or relative to the package's folder.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1; 0 where only the line is known.
    pub column: u32,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)?;
        if self.column != 0 {
            write!(f, ":{}", self.column)?;
        }
        Ok(())
    }
}

/// How bad a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The program cannot be compiled.
    Error,
    /// It can, but will probably not do what its author wants.
    Warning,
}

/// One finding about the Go code: where, what and why, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// What it is about, for the guide.
    pub topic: Topic,
    /// The place in the Go source, where one is known.
    pub position: Option<Position>,
    /// What is wrong and why BPF cannot do it, in one sentence.
    pub message: String,
    /// What to write instead, a line each.
    pub help: Vec<String>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = &self.position {
            write!(f, "{position}: ")?;
        }
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}[{}]: {}", self.topic, self.message)?;
        for help in &self.help {
            write!(f, "\n    help: {help}")?;
        }
        Ok(())
    }
}

/// Findings in the order of the source, each once.
#[must_use]
pub fn in_source_order(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| (&a.position, a.severity).cmp(&(&b.position, b.severity)));
    findings.dedup();
    findings
}

/// A number of things, as messages have it: `1 byte`, `2 bytes`.
pub fn counted<N: fmt::Display + PartialEq + From<u8>>(count: N, what: &str) -> String {
    let plural = if count == N::from(1) { "" } else { "s" };
    format!("{count} {what}{plural}")
}
