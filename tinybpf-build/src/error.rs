//! What can go wrong, by whose fault it is.

use std::{fmt, io, path::PathBuf};

use tinybpf_core::Diagnostic;

/// Why a build gave no object. Nothing half-written stays behind when one is returned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The Go code cannot become a BPF program: all findings, in source order.
    #[error("{}", Diagnostics(.0))]
    Rejected(Vec<Diagnostic>),
    /// TinyGo, Go or LLVM is missing, of the wrong version, or failed. The message says which, where it was looked
    /// for, and how to get it.
    #[error("{0}")]
    Toolchain(String),
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
    pub(crate) fn io(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Io {
            path: path.into(),
            source,
        }
    }
}

impl From<tinybpf_core::Error> for Error {
    fn from(error: tinybpf_core::Error) -> Self {
        match error {
            tinybpf_core::Error::Rejected(diagnostics) => Self::Rejected(diagnostics),
            tinybpf_core::Error::Toolchain(message) => Self::Toolchain(message),
            tinybpf_core::Error::Io { path, source } => Self::Io { path, source },
            tinybpf_core::Error::Internal { stage, message } => Self::Internal { stage, message },
            // The enum may grow: a variant that this crate does not know yet still reaches the user in full.
            other => Self::Internal {
                stage: "tinybpf-core".to_owned(),
                message: other.to_string(),
            },
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
