//! What can go wrong, by whose fault it is.

use std::{fmt, io, path::PathBuf};

use crate::Diagnostic;

/// Why a compilation gave no object. Nothing is written when one is returned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The Go code (or IR) cannot become a BPF program: all findings, in source order.
    #[error("{}", Diagnostics(.0))]
    Rejected(Vec<Diagnostic>),
    /// A tool (TinyGo, Go, LLVM) is missing, of the wrong version, or failed. The message says which, where it was looked
    /// for, and how to get it.
    #[error("{0}")]
    Toolchain(String),
    /// An input is not what it should be: not LLVM IR, damaged, or impossible to link with the others.
    #[error("{name}: {message}")]
    Input {
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
    /// A failure to read or write the file `path`.
    pub fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Io {
            path: path.into(),
            source,
        }
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
