//! The tools of builds.

use std::process::Command;

use tinybpf_core::Library;

use super::{Finding, Lack, Need};
use crate::{
    Error, cargo,
    clang::Clang,
    cli::{process, setup},
    tinygo::{Runtime, TinyGo},
};

pub(super) fn findings() -> Vec<Finding> {
    let mut findings = vec![
        Finding::new("rustc", Need::Build, rustc()),
        Finding::new("LLVM", Need::Build, llvm()),
    ];
    findings.extend(tinygo());
    findings.push(Finding::new("clang", Need::Option, clang()));
    findings
}

fn rustc() -> Result<String, Lack> {
    let rustc = cargo::process("RUSTC").unwrap_or("rustc".into());
    let version = process::output(Command::new(rustc).arg("--version"));
    version.map_err(|error| Lack::new(error.to_string(), "install Rust from https://rustup.rs"))
}

fn llvm() -> Result<String, Lack> {
    let named = cargo::process("TINYBPF_LLVM").filter(|name| !name.is_empty());
    // The error says where to get one.
    let library = Library::find(named.as_deref().map(AsRef::as_ref)).map_err(as_it_is)?;
    let (major, minor, patch) = library.version();
    Ok(format!(
        "{major}.{minor}.{patch} at {}",
        library.path().display()
    ))
}

/// TinyGo and its Go, tried out.
fn tinygo() -> Vec<Finding> {
    let find = || TinyGo::find(None, &cargo::process);
    let setup = "`cargo tinybpf setup` (or `cargo xtask setup`) gets it; `--dry-run` says how";
    let tinygo = match find() {
        Ok(tinygo) => tinygo,
        Err(error) => {
            let lack = Lack::new(error.to_string(), setup);
            return vec![Finding::new("TinyGo", Need::Build, Err(lack))];
        }
    };
    let mut text = format!(
        "{} (LLVM {}) at {}, root {}",
        tinygo.version(),
        tinygo.llvm_version(),
        tinygo.path().display(),
        tinygo.root().display()
    );
    if let Some(note) = tinygo.note(Runtime::Bpf) {
        text = format!("{text}\n{note}");
    }
    let works = setup::check(&tinygo).map_err(|error| Lack::new(error.to_string(), setup));
    // Trying it out may have led to another Go.
    let tinygo = find().unwrap_or(tinygo);
    let mut version = Command::new(tinygo.go());
    version.arg("version").env("GOTOOLCHAIN", "local");
    let go = process::output(&mut version)
        .map(|version| format!("{version} at {}", tinygo.go().display()))
        .map_err(|error| Lack::new(error.to_string(), setup));
    vec![
        Finding::new("TinyGo", Need::Build, works.map(|()| text)),
        Finding::new("Go", Need::Build, go),
    ]
}

/// Only C sources need it.
fn clang() -> Result<String, Lack> {
    let named = cargo::process("TINYBPF_LLVM").filter(|name| !name.is_empty());
    let clang = Clang::find(None, named.as_deref().map(AsRef::as_ref), &cargo::process);
    let clang = clang.map_err(as_it_is)?;
    Ok(format!("{}, for C sources", clang.path().display()))
}

/// An error that says itself what to do.
fn as_it_is(error: Error) -> Lack {
    Lack::new(error.to_string(), "")
}
