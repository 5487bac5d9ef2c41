//! The tools of builds.

use std::{fs, path::Path, process::Command};

use tinybpf_core::{Library, Topic};

use super::{Finding, Lack, Need};
use crate::{
    Error,
    builder::cached::is_off,
    cargo,
    clang::Clang,
    cli::{process, setup},
    tinygo::{Runtime, TinyGo, cache_dir, find_go, find_tinygo},
};

pub(super) fn findings() -> Vec<Finding> {
    let mut findings = vec![
        Finding::new("rustc", Need::Build, rustc()),
        Finding::new("LLVM", Need::Build, llvm()),
    ];
    findings.extend(tinygo());
    findings.push(Finding::new("clang", Need::Option, clang()));
    findings.push(Finding::new("cache", Need::Option, cache()));
    findings
}

fn rustc() -> Result<String, Lack> {
    let rustc = cargo::process("RUSTC").unwrap_or("rustc".into());
    let mut version = Command::new(rustc);
    // It is its words that count.
    let version = process::output(version.arg("--version").env_remove("RUST_BACKTRACE"));
    version.map_err(|error| {
        let mend =
            "install Rust from https://rustup.rs; where it is installed, mend what this says";
        Lack::new(error.message(), mend)
    })
}

fn llvm() -> Result<String, Lack> {
    let named = cargo::process("TINYBPF_LLVM").filter(|name| !name.is_empty());
    let library = Library::find(named.as_deref().map(AsRef::as_ref))?;
    let (major, minor, patch) = library.version();
    Ok(format!(
        "{major}.{minor}.{patch} at {}",
        library.path().display()
    ))
}

/// TinyGo and its Go, tried out.
fn tinygo() -> Vec<Finding> {
    let find = || TinyGo::find(None, &cargo::process);
    let finding = |what, found| Finding::new(what, Need::Build, found);
    let at = |path: &Path| Ok(format!("at {}", path.display()));
    let tinygo = match find() {
        Ok(tinygo) => tinygo,
        // Which of the two is missing, and what is known of the other.
        Err(error) if error.topics() == [Topic::GoMissing] => {
            let tinygo = find_tinygo(&cargo::process).ok();
            let tinygo = tinygo.map(|path| finding("TinyGo", at(&path)));
            let go = finding("Go", Err(error.into()));
            return tinygo.into_iter().chain([go]).collect();
        }
        Err(error) => {
            let go = find_go(&cargo::process);
            let go = go.map(|path| finding("Go", at(&path)));
            let tinygo = finding("TinyGo", Err(error.into()));
            return [tinygo].into_iter().chain(go).collect();
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
    let works = setup::check(&tinygo).map_err(Lack::from);
    // Trying it out may have led to another Go.
    let tinygo = find().unwrap_or(tinygo);
    let mut version = Command::new(tinygo.go());
    version.arg("version").env("GOTOOLCHAIN", "local");
    let go = process::output(&mut version)
        .map(|version| format!("{version} at {}", tinygo.go().display()));
    vec![
        finding("TinyGo", works.map(|()| text)),
        finding("Go", go.map_err(Lack::from)),
    ]
}

/// Only C sources need it.
fn clang() -> Result<String, Lack> {
    let named = cargo::process("TINYBPF_LLVM").filter(|name| !name.is_empty());
    let clang = Clang::find(None, named.as_deref().map(AsRef::as_ref), &cargo::process);
    match clang {
        Ok(clang) => Ok(format!("{}, for C sources", clang.path().display())),
        Err(error) if error.topics() == [Topic::LlvmMissing] => Err(Lack::new(
            "not looked for: it must not be newer than LLVM, which is missing",
            "see what is said of LLVM",
        )),
        Err(error) => Err(error.into()),
    }
}

/// Where builds keep what they make. They do without.
fn cache() -> Result<String, Lack> {
    const MEND: &str =
        "set TINYBPF_CACHE_DIR to a folder that can be written: without one, each build compiles";
    if is_off(&cargo::process) {
        return Ok("turned off by TINYBPF_CACHE".to_owned());
    }
    let folder = cache_dir(&cargo::process)
        .ok_or_else(|| Lack::new("neither TINYBPF_CACHE_DIR nor HOME is set", MEND))?;
    let tried = fs::create_dir_all(&folder).and_then(|()| tempfile::tempfile_in(&folder));
    match tried {
        Ok(_) => Ok(folder.display().to_string()),
        Err(error) => Err(Lack::new(
            Error::io(folder, error.kind().into()).message(),
            MEND,
        )),
    }
}
