//! What can go wrong, by whose fault it is.

use std::{collections::BTreeSet, fmt, io, path::PathBuf};

use crate::{Diagnostic, Topic};

/// Why a compilation gave no object. Nothing is written when one is returned.
///
/// What it displays ends with what to do about it: each finding of [`Rejected`](Self::Rejected) has its own help, the others have
/// [`help`](Self::help).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The Go code (or IR) cannot become a BPF program: all findings, in source order.
    #[error("{}", Diagnostics(.0))]
    Rejected(Vec<Diagnostic>),
    /// A tool (TinyGo, Go, LLVM) is missing, of the wrong version, or failed.
    #[error("{message}{}", Help(help))]
    Toolchain {
        /// What is missing, or failed.
        topic: Topic,
        /// Which tool, and where it was looked for, or what it said.
        message: String,
        /// How to get it, or what else to do.
        help: String,
    },
    /// An input is not what it should be: not LLVM IR, damaged, or impossible to link with the others.
    #[error("{name}: {message}{}", Help(help))]
    Input {
        /// What it is about: [`Topic::Input`], or one that says more.
        topic: Topic,
        /// The input's name.
        name: String,
        /// What is wrong with it.
        message: String,
        /// What to give instead.
        help: String,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}{}", Help(help_with(source)), path = path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A fault of this crate or of LLVM.
    #[error("internal error in {stage}: {message}{}", Help(REPORT))]
    Internal {
        /// The pass or stage that was running.
        stage: String,
        /// What happened.
        message: String,
    },
}

/// What to do about what should not happen.
const REPORT: &str = concat!(
    "please report this, with the input, at ",
    env!("CARGO_PKG_REPOSITORY"),
    "/issues"
);

impl Error {
    /// A tool that is missing or failed, and what to do about it.
    pub fn toolchain(topic: Topic, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Toolchain {
            topic,
            message: message.into(),
            help: help.into(),
        }
    }

    /// An input, file or setting that is not what it should be, and what to do about it.
    pub fn input(
        topic: Topic,
        name: impl Into<String>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self::Input {
            topic,
            name: name.into(),
            message: message.into(),
            help: help.into(),
        }
    }

    /// A failure to read or write the file `path`.
    pub fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Io {
            path: path.into(),
            source,
        }
    }

    /// What is wrong, without what to do about it. Of findings both, as they belong together.
    #[must_use]
    pub fn message(&self) -> String {
        let all = self.to_string();
        let help = self.help().map(|help| Help(help).to_string());
        match help.and_then(|help| all.strip_suffix(&help)) {
            Some(message) => message.to_owned(),
            None => all,
        }
    }

    /// What to do about it, in one or several lines; none of findings, each of which has its own.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        match self {
            Self::Rejected(_) => None,
            Self::Toolchain { help, .. } | Self::Input { help, .. } => Some(help),
            Self::Io { source, .. } => Some(help_with(source)),
            Self::Internal { .. } => Some(REPORT),
        }
    }

    /// What it is about: the topics of all findings, each once, in their order.
    #[must_use]
    pub fn topics(&self) -> Vec<Topic> {
        let mut topics = Vec::new();
        match self {
            Self::Rejected(findings) => topics.extend(findings.iter().map(|found| found.topic)),
            Self::Toolchain { topic, .. } | Self::Input { topic, .. } => topics.push(*topic),
            Self::Io { .. } => topics.push(Topic::Io),
            Self::Internal { .. } => topics.push(Topic::Internal),
        }
        let mut seen = BTreeSet::new();
        topics.retain(|topic| seen.insert(*topic));
        topics
    }
}

/// What to do about what the system said of a file: its own messages do not say.
fn help_with(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::NotFound => "check the path: each folder in it must be there",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "give this user the right to it, or name another place"
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk",
        io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => {
            "name a file where one is meant, and a folder where that is"
        }
        _ => "see to it that it can be read and written, and try again",
    }
}

struct Diagnostics<'a>(&'a [Diagnostic]);

impl fmt::Display for Diagnostics<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, diagnostic) in self.0.iter().enumerate() {
            if i != 0 {
                writeln!(f)?;
            }
            diagnostic.fmt(f)?;
        }
        Ok(())
    }
}

/// What to do, below what is wrong. Further lines are indented as much as the first.
struct Help<'a>(&'a str);

impl fmt::Display for Help<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, line) in self.0.lines().enumerate() {
            let before = if number == 0 {
                "  = help: "
            } else {
                "          "
            };
            write!(f, "\n{before}{line}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_has_a_next_step() {
        for number in 1..120 {
            let error = Error::io("x.go", io::Error::from_raw_os_error(number));
            assert!(error.help().is_some_and(|help| help.len() > 15));
        }
    }

    #[test]
    fn what_is_displayed_ends_with_the_help() {
        let error = Error::toolchain(
            Topic::TinygoMissing,
            "there is no TinyGo",
            "run\n  setup\nonce",
        );
        assert_eq!(error.message(), "there is no TinyGo");
        assert_eq!(
            error.to_string(),
            "there is no TinyGo\n  = help: run\n            setup\n          once"
        );
        let error = Error::input(Topic::Input, "a.ll", "it is empty", "give another");
        assert_eq!(
            error.to_string(),
            "a.ll: it is empty\n  = help: give another"
        );
        let error = Error::Internal {
            stage: "emit".to_owned(),
            message: "no".to_owned(),
        };
        assert!(error.to_string().contains("please report this"));
    }
}
