//! How the command line talks: what it prints, and how much it says meanwhile.

use std::{
    fmt::Display,
    io::{self, IsTerminal, Write as _},
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
    time::{Duration, Instant},
};

use clap::{ArgAction, Args, ValueEnum};
use serde::Serialize;

use super::Failure;
use tinybpf_core::Timings;

use crate::{cargo, process, report};

/// Work shorter than this has no progress line.
const SHORT: Duration = Duration::from_millis(700);

/// How to talk: the options that every verb takes.
#[derive(Args, Clone, Debug, Default)]
pub struct Ui {
    /// Say more: -v how long each stage took, -vv the commands that are run, too
    #[arg(short, long, global = true, action = ArgAction::Count, help_heading = "Output")]
    verbose: u8,
    /// Say nothing but errors and what was asked for
    #[arg(
        short,
        long,
        global = true,
        conflicts_with = "verbose",
        help_heading = "Output"
    )]
    quiet: bool,
    /// Print JSON, and nothing else, to standard output
    #[arg(long, global = true, help_heading = "Output")]
    json: bool,
    /// When to use colour; NO_COLOR in the environment is heeded
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "Output"
    )]
    color: Color,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Color {
    /// On terminals
    #[default]
    Auto,
    /// In any case
    Always,
    /// Never
    Never,
}

impl Ui {
    /// Whether JSON is asked for.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.json
    }

    /// Whether little is to be said.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Does what is asked for on the whole line.
    pub(super) fn begin(&self) {
        if self.verbose > 1 && !self.json {
            process::show_commands();
        }
    }

    /// Whether what goes to this stream has colour.
    #[must_use]
    pub fn is_coloured(&self, stream: &impl IsTerminal) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => report::is_coloured(&cargo::process, stream.is_terminal()),
        }
    }

    /// Prints a line (or several) of what was asked for.
    ///
    /// # Errors
    ///
    /// [`Failure::Print`] when standard output cannot be written; where its reader has seen enough, that ends the program quietly.
    pub fn print(&self, text: impl Display) -> Result<(), Failure> {
        if self.json {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        writeln!(out, "{text}").map_err(Failure::Print)
    }

    /// Prints bytes of what was asked for as they are.
    ///
    /// # Errors
    ///
    /// As [`print`](Self::print).
    pub fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        let written = out.write_all(bytes).and_then(|()| out.flush());
        written.map_err(Failure::Print)
    }

    /// Prints what was asked for as JSON.
    ///
    /// # Errors
    ///
    /// As [`print`](Self::print).
    pub fn json(&self, value: &impl Serialize) -> Result<(), Failure> {
        let mut text = serde_json::to_vec_pretty(value).map_err(|e| Failure::Print(e.into()))?;
        text.push(b'\n');
        self.write(&text)
    }

    /// Prints a line about what was done, unless JSON or quiet is asked for.
    ///
    /// # Errors
    ///
    /// As [`print`](Self::print).
    pub fn done(&self, text: impl Display) -> Result<(), Failure> {
        if self.quiet { Ok(()) } else { self.print(text) }
    }

    /// Says on standard error what is being done.
    pub fn say(&self, text: impl Display) {
        if !self.quiet {
            // Whoever closed it does not want to know.
            let _ = writeln!(io::stderr(), "{text}");
        }
    }

    /// Says how long each stage took, when that is asked for.
    pub(super) fn times(&self, timings: &Timings) {
        let stages = timings.take();
        if self.verbose == 0 {
            return;
        }
        let total: Duration = stages.iter().map(|(_, time)| *time).sum();
        let total = ("together".to_owned(), total);
        for (stage, time) in stages.iter().chain([&total]) {
            // `parse of FILE`
            let stage = stage.split(" of ").next().unwrap_or(stage);
            self.say(format_args!(
                "{stage:<24} {:>9.2} ms",
                time.as_secs_f64() * 1e3
            ));
        }
    }

    /// Shows on a terminal, until it is dropped, that something is going on which takes its time.
    #[must_use]
    pub fn progress(&self, text: impl Display) -> Progress {
        let can_be_redrawn = io::stderr().is_terminal() && !report::is_dumb(&cargo::process);
        let shown = !self.quiet && !self.json && can_be_redrawn;
        Progress::new(text.to_string(), shown)
    }
}

/// A line that says what takes its time, and for how long already. It goes away when dropped.
#[derive(Debug)]
pub struct Progress {
    text: Arc<Mutex<String>>,
    /// Dropped to end the thread.
    running: Option<mpsc::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Progress {
    fn new(text: String, shown: bool) -> Self {
        let text = Arc::new(Mutex::new(text));
        let (running, ended) = mpsc::channel();
        let thread = shown.then(|| {
            let text = Arc::clone(&text);
            thread::spawn(move || draw(&text, &ended))
        });
        Self {
            text,
            running: Some(running),
            thread,
        }
    }

    /// Says what comes next.
    pub fn now(&self, text: impl Display) {
        *self.text.lock().unwrap_or_else(PoisonError::into_inner) = text.to_string();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.running.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn draw(text: &Mutex<String>, ended: &mpsc::Receiver<()>) {
    let start = Instant::now();
    let mut wait = SHORT;
    let mut drawn = false;
    while ended.recv_timeout(wait) == Err(mpsc::RecvTimeoutError::Timeout) {
        let text = text.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let _ = write!(
            io::stderr(),
            "\r\x1b[K{text} ({} s)",
            start.elapsed().as_secs()
        );
        drawn = true;
        wait = Duration::from_millis(250);
    }
    if drawn {
        let _ = write!(io::stderr(), "\r\x1b[K");
    }
}
