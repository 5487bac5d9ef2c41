//! What a loader needs beside its programs: errors that say why, logs, and an end by Ctrl-C.

use std::{
    error::Error,
    fs,
    os::unix::fs::MetadataExt,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use env_logger::{Builder, Env};
use signal_hook::{
    consts::{SIGINT, SIGTERM},
    flag,
};

/// What may fail for many reasons.
pub type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// Runs the loader, and says why when it fails. Logs go to standard error, from the level on that `RUST_LOG` says.
pub fn main(run: fn() -> Result) -> ExitCode {
    Builder::from_env(Env::default().default_filter_or("info")).init();
    let Err(error) = run() else {
        return ExitCode::SUCCESS;
    };
    eprintln!("error: {error}");
    let mut source = error.source();
    while let Some(cause) = source {
        eprintln!("  because: {cause}");
        source = cause.source();
    }
    if !is_root() {
        eprintln!("  help: eBPF programs are loaded by root, or with CAP_BPF and its like");
    }
    ExitCode::FAILURE
}

/// Does something again and again, with a pause between, until Ctrl-C or SIGTERM. Programs are detached when the skeleton is dropped.
#[allow(dead_code, reason = "not every loader waits")]
pub fn until_ctrl_c(pause: Duration, mut work: impl FnMut() -> Result) -> Result {
    let end = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        flag::register(signal, Arc::clone(&end))?;
    }
    while !end.load(Ordering::Relaxed) {
        thread::sleep(pause);
        work()?;
    }
    Ok(())
}

/// The text in an array, up to its first zero byte.
#[allow(dead_code, reason = "not every program reports texts")]
pub fn text(bytes: &[u8]) -> String {
    let text = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
    String::from_utf8_lossy(text).into_owned()
}

/// Whether this process may load programs. Tests that do pass without it, with a word.
pub fn is_root() -> bool {
    let is_root = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    if cfg!(test) && !is_root {
        eprintln!("not run: it takes root to load eBPF programs");
    }
    is_root
}
