//! The command line around the build: `cargo tinybpf`, and the same verbs in a project's own `cargo xtask`.
//!
//! An [xtask](https://github.com/matklad/cargo-xtask) with all verbs has three lines; `tinybpf-build` has the feature `cli` for it:
//!
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     tinybpf_build::cli::main()
//! }
//! ```
//!
//! [`Cli::task`] puts tasks of the project's own beside the verbs.
//!
//! # Exit codes
//!
//! | code | says |
//! |---|---|
//! | 0 | done |
//! | 1 | what was given was refused: the Go code, the object, the options in `Cargo.toml`; or something that `doctor` looks for is missing |
//! | 2 | the command line is wrong |
//! | 3 | a tool (TinyGo, Go, LLVM, Cargo) is missing, of the wrong version, or failed; or the kernel cannot be asked, as for want of rights |
//! | 4 | a file cannot be read or written, or is not what it should be |
//! | 5 | a fault of this program |
//!
//! A reader that has seen enough (`… | head -1`) ends the program with 0 and without a word.
//!
//! # How to add a verb
//!
//! 1. A file in `cli/` with `pub(super) struct Args`, which derives [`clap::Args`], and `fn run(&self, ui: &Ui) -> Result<(), Failure>`.
//!    The documentation of fields is what `--help` says.
//! 2. A variant of `Verb`, whose documentation says in one line what the verb is for, and a row in `Verb::run`.
//! 3. What was asked for goes to [`Ui::print`], and with `--json` to [`Ui::json`] instead; what is being done meanwhile to [`Ui::say`].
//!    Errors are returned; they say what to do next.
//! 4. A test in `cargo-tinybpf/tests/`, which runs the real binary: what works, what does not, and with which code. `UPDATE_EXPECT=1`
//!    writes its help to `cargo-tinybpf/tests/help`.

mod build;
mod clean_cache;
mod compile;
mod completions;
mod doctor;
mod explain;
mod explain_pass;
mod failure;
mod generate;
mod init;
mod inspect;
mod kernel;
mod link;
mod man;
mod object;
mod packages;
mod process;
#[cfg(test)]
mod reference;
mod report;
pub mod setup;
mod ui;
mod vendor;
mod verify;
mod version;
mod vmlinux;
mod write;

use std::{
    error::Error,
    ffi::{OsStr, OsString},
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    process::ExitCode,
};

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

pub use self::{failure::Failure, ui::Ui};

/// Runs the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    Cli::new().main()
}

/// The verbs: what each is called, its arguments, and what it is for.
#[derive(Debug, Subcommand)]
enum Verb {
    /// Make a project: a program of some type in Go, its loader in Rust, tests of both
    Init(init::Args),
    /// Compile Go packages and C sources to BPF objects, as a build script does
    #[command(visible_alias = "build-bpf")]
    Build(build::Args),
    /// Link IR that was compiled elsewhere (.ll, .bc, .o with bitcode, .a) to a BPF object
    Link(link::Args),
    /// Say what is in an object: programs, maps, types, machine code beside its source lines
    Inspect(inspect::Args),
    /// Check an object: what loaders and the kernel would refuse; with `--kernel`, what this kernel does refuse
    Verify(verify::Args),
    /// Write Rust bindings for an object, also for one made of C
    Generate(generate::Args),
    /// Write Go views (`bpfCore…`) of kernel types, from BTF
    Vmlinux(vmlinux::Args),
    /// Write the Go package that BPF programs import into Go modules
    Vendor(vendor::Args),
    /// Say which tools and rights were found, what is missing, and how to get it
    Doctor(doctor::Args),
    /// Say what a message is about, or why the kernel refused a program, and what to write instead
    Explain(explain::Args),
    /// Install TinyGo for this user
    Setup(setup::Args),
    /// Remove what builds keep for later ones
    CleanCache(clean_cache::Args),
    /// Say the versions of this program and of the tools that it uses
    Version(version::Args),
    /// Print completions for a shell
    Completions(completions::Args),
    /// Print the manual page, or write those of all verbs into a folder
    Man(man::Args),
}

impl Verb {
    fn run(&self, ui: &Ui, cli: &Cli) -> Result<(), Failure> {
        match self {
            Self::Init(args) => args.run(ui),
            Self::CleanCache(args) => args.run(ui),
            Self::Build(args) => args.run(ui),
            Self::Link(args) => args.run(ui),
            Self::Inspect(args) => args.run(ui),
            Self::Verify(args) => args.run(ui),
            Self::Generate(args) => args.run(ui),
            Self::Vmlinux(args) => args.run(ui),
            Self::Vendor(args) => args.run(ui),
            Self::Doctor(args) => args.run(ui),
            Self::Explain(args) => args.run(ui),
            Self::Setup(args) => args.run(ui),
            Self::Version(args) => args.run(ui),
            Self::Completions(args) => args.run(ui, cli.command()),
            Self::Man(args) => args.run(ui, cli.command()),
        }
    }
}

/// What is on a line: how to talk, and the verb.
#[derive(Debug, Parser)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    version,
    about = "eBPF programs in Go: build, check and understand them",
    after_help = failure::CODES,
    disable_help_subcommand = true,
    max_term_width = 120
)]
struct Line {
    #[command(flatten)]
    ui: Ui,
    #[command(subcommand)]
    verb: Verb,
}

/// A task of a project beside the verbs: its arguments, and why it failed.
pub type Task = fn(&[OsString]) -> Result<(), Box<dyn Error>>;

/// A command line: the verbs, and the tasks that a project adds.
///
/// ```no_run
/// use std::{error::Error, ffi::OsString, process::ExitCode};
///
/// fn greet(names: &[OsString]) -> Result<(), Box<dyn Error>> {
///     println!("hello {names:?}");
///     Ok(())
/// }
///
/// fn main() -> ExitCode {
///     tinybpf_build::cli::Cli::new()
///         .task("greet", "Say hello", greet)
///         .main()
/// }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Cli {
    tasks: Vec<(&'static str, &'static str, Task)>,
}

impl Cli {
    /// The verbs alone.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a task: its name, what it does in a few words, and its function, which gets the arguments after the name as they are. A task
    /// with the name of a verb takes its place.
    #[must_use]
    pub fn task(mut self, name: &'static str, about: &'static str, run: Task) -> Self {
        self.tasks.push((name, about, run));
        self
    }

    /// Runs the command line of this process.
    #[must_use]
    pub fn main(&self) -> ExitCode {
        let mut args: Vec<OsString> = std::env::args_os().collect();
        // Cargo runs `cargo-tinybpf tinybpf …` for `cargo tinybpf …`.
        if args.get(1).is_some_and(|word| word == "tinybpf") && stem(&args) == "cargo-tinybpf" {
            args.remove(1);
        }
        failure::quiet_panics();
        let outcome = catch_unwind(AssertUnwindSafe(|| self.run(&args)));
        outcome.unwrap_or_else(|panic| failure::panicked(&*panic))
    }

    fn run(&self, args: &[OsString]) -> ExitCode {
        let name = args.get(1).map(OsString::as_os_str).unwrap_or_default();
        if let Some((_, _, task)) = self.tasks.iter().find(|(task, ..)| *task == name) {
            let done = task(&args[2..]).map_err(Failure::from);
            return done.map_or_else(
                |failure| failure.tell(&Ui::default()),
                |()| ExitCode::SUCCESS,
            );
        }
        let line = self.command().try_get_matches_from(args);
        let line = line.and_then(|matches| Line::from_arg_matches(&matches));
        match line {
            Err(error) => failure::usage(&error),
            Ok(Line { ui, verb }) => {
                ui.begin();
                let done = verb.run(&ui, self);
                done.map_or_else(|failure| failure.tell(&ui), |()| ExitCode::SUCCESS)
            }
        }
    }

    /// What can be on a line, for help, completions and manual pages.
    pub(crate) fn command(&self) -> clap::Command {
        let args: Vec<OsString> = std::env::args_os().take(1).collect();
        let bin = match stem(&args) {
            "xtask" => "cargo xtask".to_owned(),
            stem => match stem.strip_prefix("cargo-") {
                Some(name) => format!("cargo {name}"),
                None => stem.to_owned(),
            },
        };
        let mut command = Line::command().name(bin.replace(' ', "-")).bin_name(bin);
        for (name, about, _) in &self.tasks {
            let task = |command: clap::Command| command.about(*about).disable_help_flag(true);
            command = match command.find_subcommand(name) {
                Some(_) => command.mut_subcommand(name, task),
                None => command.subcommand(task(clap::Command::new(*name))),
            };
        }
        command
    }
}

/// The name of the program that runs.
fn stem(args: &[OsString]) -> &str {
    let program = args.first().map(Path::new);
    let stem = program.and_then(Path::file_stem).and_then(OsStr::to_str);
    stem.unwrap_or("cargo-tinybpf")
}
