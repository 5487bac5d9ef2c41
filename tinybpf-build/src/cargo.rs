//! All that passes between Cargo and the builder: the environment comes in, directives go out.
//!
//! A directive is one line, and Cargo drops whatever follows the first one: longer messages become several.

use std::{
    cell::RefCell,
    collections::BTreeSet,
    ffi::OsString,
    fmt::Display,
    io::IsTerminal as _,
    path::{Path, PathBuf},
};

use tinybpf_core::{Diagnostic, Severity};

use crate::{Error, process, report, tinygo::Env};

/// The process's environment. The one place of this crate that reads it; `clippy.toml` sees to that.
#[expect(
    clippy::disallowed_methods,
    reason = "everything else asks `Cargo::env`, which tells Cargo of the read"
)]
pub(crate) fn process(variable: &str) -> Option<OsString> {
    std::env::var_os(variable)
}

/// A conversation with Cargo: what was read is remembered, what is to be said is kept until [`Cargo::print`].
pub(crate) struct Cargo<'a> {
    env: Env<'a>,
    /// Whether a build script is running. Elsewhere messages go to standard error, as people read them.
    is_build_script: bool,
    /// Whether Cargo is told what to watch.
    pub(crate) reruns: bool,
    /// Whether warnings are passed on.
    pub(crate) warnings: bool,
    read: RefCell<BTreeSet<String>>,
    /// The sources.
    changed: RefCell<Vec<PathBuf>>,
    /// What else is watched: tools and manifests.
    others: RefCell<Vec<PathBuf>>,
    messages: RefCell<Vec<Message>>,
    notes: RefCell<Vec<String>>,
}

enum Message {
    /// One line.
    Text(Level, String),
    Finding(Diagnostic),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Warning,
    Error,
}

impl From<&Diagnostic> for Level {
    fn from(finding: &Diagnostic) -> Self {
        match finding.severity {
            Severity::Warning => Self::Warning,
            Severity::Error => Self::Error,
        }
    }
}

impl<'a> Cargo<'a> {
    pub(crate) fn new(env: Env<'a>) -> Self {
        Self {
            env,
            is_build_script: env("OUT_DIR").is_some() && env("CARGO_CFG_TARGET_ENDIAN").is_some(),
            reruns: true,
            warnings: true,
            read: RefCell::default(),
            changed: RefCell::default(),
            others: RefCell::default(),
            messages: RefCell::default(),
            notes: RefCell::default(),
        }
    }

    /// Reads a variable. Cargo will run the build script again when it changes.
    pub(crate) fn env(&self, variable: &str) -> Option<OsString> {
        if !is_set_by_cargo(variable) {
            self.read.borrow_mut().insert(variable.to_owned());
        }
        (self.env)(variable)
    }

    /// Makes Cargo run the build script again when the file, or anything in the folder, changes.
    pub(crate) fn rerun_if_changed(&self, path: PathBuf) {
        self.changed.borrow_mut().push(path);
    }

    /// Makes Cargo run the build script again when something changes that is no source: a tool, or a manifest.
    pub(crate) fn rerun_if_changed_too(&self, path: PathBuf) {
        self.others.borrow_mut().push(path);
    }

    /// The sources that Cargo was told of.
    pub(crate) fn sources(&self) -> Vec<PathBuf> {
        self.changed.borrow().clone()
    }

    pub(crate) fn warning(&self, message: &str) {
        if self.warnings {
            self.message(Level::Warning, message);
        }
    }

    /// What who asks for more (`cargo build -vv`) may want to know.
    pub(crate) fn note(&self, message: &str) {
        self.notes.borrow_mut().push(message.to_owned());
    }

    /// A warning about the Go code.
    pub(crate) fn finding(&self, finding: &Diagnostic) {
        if self.warnings {
            self.messages
                .borrow_mut()
                .push(Message::Finding(finding.clone()));
        }
    }

    /// What stopped the build.
    pub(crate) fn error(&self, error: &Error) {
        match error {
            Error::Rejected(findings) => {
                let mut messages = self.messages.borrow_mut();
                messages.extend(findings.iter().cloned().map(Message::Finding));
            }
            other => {
                let topics = other.topics();
                let mut topic = topics.first().map(|topic| format!(" [{topic}]"));
                for line in other
                    .to_string()
                    .lines()
                    .filter(|line| !line.trim().is_empty())
                {
                    let topic = topic.take().unwrap_or_default();
                    self.message(Level::Error, &format!("{line}{topic}"));
                }
            }
        }
        if let Some(more) = report::more(&error.topics()) {
            self.message(Level::Error, &more);
        }
    }

    fn message(&self, level: Level, message: &str) {
        let message = message
            .lines()
            .map(str::trim_end)
            .collect::<Vec<_>>()
            .join(" ");
        self.messages
            .borrow_mut()
            .push(Message::Text(level, message));
    }

    /// All directives, in the order in which they are printed.
    pub(crate) fn directives(&self) -> Vec<String> {
        let directive = |name: &str, value: &dyn Display| format!("cargo::{name}={value}");
        let mut directives = Vec::new();
        if self.reruns {
            let (changed, others) = (self.changed.borrow(), self.others.borrow());
            let paths = changed.iter().chain(others.iter());
            directives.extend(paths.map(|path| directive("rerun-if-changed", &path.display())));
            let read = self.read.borrow();
            directives.extend(
                read.iter()
                    .map(|variable| directive("rerun-if-env-changed", variable)),
            );
        }
        for (number, message) in self.messages.borrow().iter().enumerate() {
            let (level, mut lines) = match message {
                Message::Text(level, text) => (*level, vec![text.clone()]),
                Message::Finding(finding) => (finding.into(), report::directives(finding)),
            };
            if number > 0 && lines.len() > 1 {
                lines.insert(0, String::new());
            }
            let name = match level {
                Level::Warning => "warning",
                Level::Error => "error",
            };
            directives.extend(lines.iter().map(|line| directive(name, line)));
        }
        directives
    }

    /// Says it all: to Cargo inside a build script, to the user elsewhere.
    pub(crate) fn print(&self) {
        if self.is_build_script {
            for note in self.notes.borrow().iter() {
                println!("{note}");
            }
            for directive in self.directives() {
                println!("{directive}");
            }
            return;
        }
        if process::is_shown() {
            for note in self.notes.borrow().iter() {
                eprintln!("note: {note}");
            }
        }
        let colour = report::is_coloured(self.env, std::io::stderr().is_terminal());
        for message in self.messages.borrow().iter() {
            match message {
                Message::Text(Level::Warning, text) => eprintln!("warning: {text}"),
                Message::Text(Level::Error, text) => eprintln!("error: {text}"),
                Message::Finding(finding) => eprintln!("{}\n", report::render(finding, colour)),
            }
        }
    }

    /// Reports what stopped the build and ends the process. A build script that printed `cargo::error` has failed,
    /// whatever its exit status; with a status other than 0, Cargo would repeat below the errors all that the script
    /// printed. A script that failed is run again in any case.
    pub(crate) fn stop(mut self, error: &Error) -> ! {
        self.reruns = false;
        self.error(error);
        self.print();
        std::process::exit(i32::from(!self.is_build_script));
    }
}

/// Paths that make Cargo see each change of the sources: the files, and the folders of Go files, so that a new file
/// is seen too. Cargo looks at everything below a folder: one in which the build itself writes, or that holds the
/// crate's Rust side, is left out.
pub(crate) fn watched(sources: &[PathBuf], written: &[&Path]) -> BTreeSet<PathBuf> {
    let is_go = |path: &&PathBuf| path.extension().is_some_and(|extension| extension == "go");
    let folders = sources
        .iter()
        .filter(is_go)
        .filter_map(|file| file.parent());
    folders
        .filter(|folder| !written.iter().any(|path| path.starts_with(folder)))
        .map(Path::to_owned)
        .chain(sources.iter().cloned())
        .collect()
}

/// Cargo sets these for each build script and runs it again when they change; `rerun-if-env-changed` is not for them.
fn is_set_by_cargo(variable: &str) -> bool {
    const OTHERS: &[&str] = &[
        "HOST",
        "NUM_JOBS",
        "OPT_LEVEL",
        "OUT_DIR",
        "PROFILE",
        "RUSTC",
        "TARGET",
    ];
    variable.starts_with("CARGO_") || OTHERS.contains(&variable)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use tinybpf_core::{Position, Topic};

    use super::*;

    fn build_script(variable: &str) -> Option<OsString> {
        match variable {
            "OUT_DIR" => Some("/out".into()),
            "CARGO_CFG_TARGET_ENDIAN" => Some("little".into()),
            "TINYGO" => Some("/opt/tinygo".into()),
            _ => None,
        }
    }

    #[test]
    fn each_variable_is_told_once_and_those_of_cargo_never() {
        let cargo = Cargo::new(&build_script);
        assert_eq!(cargo.env("TINYGO"), Some("/opt/tinygo".into()));
        assert_eq!(cargo.env("OUT_DIR"), Some("/out".into()));
        assert_eq!(cargo.env("PATH"), None);
        cargo.env("TINYGO");
        cargo.rerun_if_changed("bpf/main.go".into());
        assert_eq!(
            cargo.directives(),
            [
                "cargo::rerun-if-changed=bpf/main.go",
                "cargo::rerun-if-env-changed=PATH",
                "cargo::rerun-if-env-changed=TINYGO",
            ]
        );
    }

    #[test]
    fn reruns_and_warnings_can_be_turned_off() {
        let mut cargo = Cargo::new(&build_script);
        (cargo.reruns, cargo.warnings) = (false, false);
        cargo.env("TINYGO");
        cargo.rerun_if_changed("bpf/main.go".into());
        cargo.warning("slow");
        assert_eq!(cargo.directives(), [""; 0]);
    }

    #[test]
    fn a_finding_and_a_long_message_are_several_lines() {
        let cargo = Cargo::new(&build_script);
        cargo.error(&Error::Rejected(vec![Diagnostic {
            severity: Severity::Error,
            topic: Topic::Goroutines,
            position: Some(Position {
                file: "bpf/main.go".to_owned(),
                line: 3,
                column: 7,
            }),
            message: "a goroutine needs\na scheduler".to_owned(),
            help: vec!["call the function".to_owned(), "or leave it out".to_owned()],
        }]));
        cargo.error(&Error::toolchain(
            Topic::TinygoMissing,
            "no TinyGo:\n\n  looked here\n",
            "install it\nat once",
        ));
        cargo.warning("old");
        expect![[r#"
            cargo::error=bpf/main.go:3:7: a goroutine needs a scheduler [goroutines]
            cargo::error= = help: call the function
            cargo::error= = help: or leave it out
            cargo::error=for more about this error, try `cargo tinybpf explain goroutines`
            cargo::error=no TinyGo: [tinygo-missing]
            cargo::error=  looked here
            cargo::error=  = help: install it
            cargo::error=          at once
            cargo::error=for more about this error, try `cargo tinybpf explain tinygo-missing`
            cargo::warning=old"#]]
        .assert_eq(&cargo.directives().join("\n"));
    }

    #[test]
    fn folders_are_watched_unless_the_build_writes_below_them() {
        let sources = [
            "/ws/go.mod",
            "/ws/probe/bpf/main.go",
            "/ws/probe/bpf/data/x.bin",
            "/ws/probe/top.go",
            "/ws/wire/event.go",
        ]
        .map(PathBuf::from);
        let written = ["/ws/probe", "/ws/target/out"].map(Path::new);
        let expected = ["/ws/probe/bpf", "/ws/wire"]
            .map(PathBuf::from)
            .into_iter()
            .chain(sources.clone());
        assert_eq!(watched(&sources, &written), expected.collect());
    }
}
