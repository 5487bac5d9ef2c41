//! Why a verb failed, what is said about it, and with which code the program ends.

use std::{
    any::Any,
    backtrace::Backtrace,
    error::Error as StdError,
    fmt,
    io::{self, Write as _},
    process::ExitCode,
};

use serde_json::{Value, json};

use super::Ui;
use crate::{Error, cargo, report};

/// The end of `--help`.
pub(super) const CODES: &str = "\
Exit codes: 0 done, 1 refused (the Go code, the object, the options in Cargo.toml; what `doctor` looks for is missing), 2 wrong command line, \
3 a tool is missing or failed, or the kernel cannot be asked, 4 a file cannot be read or written or is damaged, 5 a fault of this program.";

/// Where to report what should not happen.
const REPORT: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/issues");

/// Why a verb failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failure {
    /// What was found was said already: code 1.
    Refused,
    /// Arguments do not go together: code 2.
    Usage(String),
    /// The build failed; the code is by whose fault it is.
    Build(Error),
    /// The kernel cannot be asked: code 3.
    Kernel {
        /// Why.
        why: String,
        /// What to do about it.
        help: &'static str,
    },
    /// What was said already: the code is that of the failure.
    Told(Box<Failure>),
    /// A task of the project failed: code 1.
    Task(Box<dyn StdError>),
    /// What was asked for cannot be printed: code 4, but where the reader has seen enough.
    Print(io::Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Build(error)
    }
}

impl From<Box<dyn StdError>> for Failure {
    fn from(error: Box<dyn StdError>) -> Self {
        match error.downcast::<Failure>() {
            Ok(failure) => *failure,
            Err(error) => match error.downcast::<Error>() {
                Ok(error) => Self::Build(*error),
                Err(error) => Self::Task(error),
            },
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused => f.write_str("refused"),
            Self::Usage(message) => f.write_str(message),
            Self::Kernel { why, .. } => write!(f, "the kernel cannot be asked: {why}"),
            Self::Told(failure) => failure.fmt(f),
            Self::Build(error) => f.write_str(&error.message()),
            Self::Task(error) => error.fmt(f),
            Self::Print(error) => write!(f, "standard output: {error}"),
        }
    }
}

impl StdError for Failure {}

impl Failure {
    /// The code that the program ends with, and its name in JSON.
    fn code(&self) -> (u8, &'static str) {
        match self {
            Self::Refused | Self::Build(Error::Rejected(_)) => (1, "refused"),
            Self::Task(_) => (1, "task"),
            Self::Usage(_) => (2, "usage"),
            Self::Kernel { .. } => (3, "kernel"),
            Self::Told(failure) => failure.code(),
            Self::Build(Error::Toolchain { .. }) => (3, "tool"),
            Self::Build(Error::Input { .. } | Error::Io { .. }) | Self::Print(_) => (4, "file"),
            Self::Build(_) => (5, "internal"),
        }
    }

    /// What to do about it, where findings do not say so themselves.
    fn help(&self) -> Option<String> {
        match self {
            Self::Refused | Self::Task(_) => None,
            Self::Usage(_) => Some("`--help` says what can be on the line".to_owned()),
            Self::Kernel { help, .. } => Some((*help).to_owned()),
            Self::Told(failure) => failure.help(),
            Self::Build(error) => error.help().map(str::to_owned),
            // The system says of standard output what it says of any file.
            Self::Print(error) => {
                Self::from(Error::io("standard output", error.kind().into())).help()
            }
        }
    }

    /// What is wrong, for tools.
    pub(super) fn json(&self) -> Value {
        let findings = match self {
            Self::Build(Error::Rejected(findings)) => findings.as_slice(),
            _ => &[],
        };
        json!({
            "kind": self.code().1,
            "message": self.to_string(),
            "help": self.help(),
            "findings": findings.iter().map(report::json).collect::<Vec<_>>(),
        })
    }

    /// Whether it is that who reads what is written has seen enough.
    fn is_broken_pipe(&self) -> bool {
        match self {
            Self::Print(error) | Self::Build(Error::Io { source: error, .. }) => {
                error.kind() == io::ErrorKind::BrokenPipe
            }
            _ => false,
        }
    }

    /// Says what is wrong.
    pub(super) fn tell(&self, ui: &Ui) -> ExitCode {
        if self.is_broken_pipe() {
            return ExitCode::SUCCESS;
        }
        let (code, _) = self.code();
        match self {
            Self::Refused | Self::Told(_) => {}
            _ if ui.is_json() => {
                // Where standard output is closed, the code alone has to tell.
                let _ = ui.json(&json!({"error": self.json()}));
            }
            Self::Build(Error::Rejected(findings)) => {
                let colour = ui.is_coloured(&io::stderr());
                for finding in findings {
                    complain(&format_args!("{}\n", report::render(finding, colour)));
                }
            }
            Self::Usage(_) => complain(&format_args!(
                "error: {self}\n\nFor more information, try '--help'."
            )),
            Self::Build(error) => {
                let topic = error.topics().first().map(|topic| format!("[{topic}]"));
                complain(&format_args!("error{}: {error}", topic.unwrap_or_default()));
            }
            _ => {
                let help = self.help().map(|help| format!("\n  = help: {help}"));
                complain(&format_args!("error: {self}{}", help.unwrap_or_default()));
            }
        }
        if let Self::Build(error) = self
            && !ui.is_json()
            && !ui.is_quiet()
            && let Some(more) = report::more(&error.topics())
        {
            complain(&more);
        }
        ExitCode::from(code)
    }
}

/// Writes to standard error, whose reader may be gone.
fn complain(message: &dyn fmt::Display) {
    let _ = writeln!(io::stderr(), "{message}");
}

/// Says what clap found wrong, or what it was asked for.
pub(super) fn usage(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// Makes panics wait for [`panicked`], which says them in one line. With `RUST_BACKTRACE`, they have their backtrace.
pub(super) fn quiet_panics() {
    if cargo::process("RUST_BACKTRACE").is_none_or(|value| value == "0") {
        std::panic::set_hook(Box::new(|_| {}));
    } else {
        std::panic::set_hook(Box::new(|info| {
            complain(&format_args!("{info}\n{}", Backtrace::force_capture()));
        }));
    }
}

/// Says that this program has a fault.
pub(super) fn panicked(panic: &(dyn Any + Send)) -> ExitCode {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    complain(&format_args!(
        "error: internal error: {}\nplease report this, with the command and its input, at {REPORT}; RUST_BACKTRACE=1 shows where it happened",
        text.unwrap_or("no message")
    ));
    ExitCode::from(5)
}
