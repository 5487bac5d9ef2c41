//! What can go wrong, by whose fault it is.

use std::{collections::BTreeSet, fmt, io, path::PathBuf};

use crate::{Diagnostic, Topic};

/// Why a compilation gave no object. Nothing is written when one is returned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The Go code (or IR) cannot become a BPF program: all findings, in source order.
    #[error("{}", Diagnostics(.0))]
    Rejected(Vec<Diagnostic>),
    /// A tool (TinyGo, Go, LLVM) is missing, of the wrong version, or failed. The message says which, where it was looked
    /// for, and how to get it.
    #[error("{message}")]
    Toolchain {
        /// What is missing, or failed.
        topic: Topic,
        /// Which tool, where it was looked for, how to get it.
        message: String,
    },
    /// An input is not what it should be: not LLVM IR, damaged, or impossible to link with the others.
    #[error("{name}: {message}")]
    Input {
        /// What it is about: [`Topic::Input`], or one that says more.
        topic: Topic,
        /// The input's name.
        name: String,
        /// What is wrong with it.
        message: String,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A fault of this crate or of LLVM.
    #[error(
        "internal error in {stage}: {message}\nplease report this, with the input, at {REPORT}"
    )]
    Internal {
        /// The pass or stage that was running.
        stage: String,
        /// What happened.
        message: String,
    },
}

/// Where to report what should not happen.
const REPORT: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/issues");

impl Error {
    /// A tool that is missing or failed.
    pub fn toolchain(topic: Topic, message: impl Into<String>) -> Self {
        Self::Toolchain {
            topic,
            message: message.into(),
        }
    }

    /// An input, file or setting that is not what it should be.
    pub fn input(topic: Topic, name: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Input {
            topic,
            name: name.into(),
            message: message.into(),
        }
    }

    /// A failure to read or write the file `path`.
    pub fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Io {
            path: path.into(),
            source,
        }
    }

    /// What to do about it, where the message does not say so itself: the system's own messages do not.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        let Self::Io { source, .. } = self else {
            return None;
        };
        source.raw_os_error()?;
        Some(match source.kind() {
            io::ErrorKind::NotFound => "check the path: each folder in it must be there",
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                "give this user the right to it, or name another place"
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk",
            io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => {
                "name a file where one is meant, and a folder where that is"
            }
            _ => "see to it that it can be read and written, and build again",
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_has_a_next_step() {
        let io = |number| Error::io("x.go", io::Error::from_raw_os_error(number));
        for number in 1..120 {
            assert!(io(number).help().is_some_and(|help| help.len() > 15));
        }
        let own = io::Error::new(io::ErrorKind::InvalidInput, "not set: set it");
        assert_eq!(Error::io("OUT_DIR", own).help(), None);
        assert_eq!(
            Error::toolchain(Topic::TinygoMissing, "no TinyGo: install it").help(),
            None
        );
    }
}
