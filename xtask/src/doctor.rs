//! `cargo xtask doctor`: what is there, what is missing, and how to get it.

use std::{env, error::Error, fs, path::Path, process::Command};

use crate::setup::{
    self,
    apt::{is_root, output},
};

pub(crate) const HELP: &str = "
    Prints the tools that builds and tests use, what is missing, and how to get it. Succeeds when a build can work.";

/// How a finding counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// No build works without it.
    Build,
    /// Tests, and loading programs, need it.
    Tests,
}

/// What was found for one thing, or what is wrong with it.
struct Finding {
    what: &'static str,
    need: Need,
    found: Result<String, String>,
}

pub(crate) fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    if !args.is_empty() {
        return Err(format!("usage: cargo xtask doctor{HELP}").into());
    }
    let findings = findings();
    for Finding { what, need, found } in &findings {
        let (mark, text) = match (found, need) {
            (Ok(text), _) => ("ok     ", text),
            (Err(text), Need::Build) => ("MISSING", text),
            (Err(text), Need::Tests) => ("no     ", text),
        };
        println!(
            "{mark} {what:<12} {}",
            text.replace('\n', "\n                     ")
        );
    }
    let missing = |need| {
        findings
            .iter()
            .any(|finding| finding.need == need && finding.found.is_err())
    };
    if missing(Need::Build) {
        return Err("a build cannot work yet; `cargo xtask setup` installs TinyGo".into());
    }
    if missing(Need::Tests) {
        println!(
            "\nBuilds work. `cargo xtask setup --tests` installs what tests need; the kernel's part needs root."
        );
    } else {
        println!("\nBuilds and tests work.");
    }
    Ok(())
}

fn findings() -> Vec<Finding> {
    let finding = |what, need, found| Finding { what, need, found };
    let mut findings = vec![finding("rustc", Need::Build, rustc())];
    findings.push(finding("libLLVM", Need::Build, llvm()));
    findings.extend(tinygo());
    let tool = |name, args: &[&str]| version(name, args);
    findings.extend([
        finding("bpftool", Need::Tests, tool("bpftool", &["version"])),
        finding("clang", Need::Tests, clang()),
        finding("kernel", Need::Tests, kernel()),
        finding(
            "BTF",
            Need::Tests,
            file(
                "/sys/kernel/btf/vmlinux",
                "the kernel was built without CONFIG_DEBUG_INFO_BTF",
            ),
        ),
        finding("tracefs", Need::Tests, tracefs()),
        finding("root", Need::Tests, root()),
    ]);
    findings
}

fn rustc() -> Result<String, String> {
    let rustc = env::var_os("RUSTC").unwrap_or("rustc".into());
    output(Command::new(rustc).arg("--version")).map_err(|error| error.to_string())
}

fn llvm() -> Result<String, String> {
    let library = tinybpf_core::Library::find(None).map_err(|error| error.to_string())?;
    let (major, minor, patch) = library.version();
    Ok(format!(
        "{major}.{minor}.{patch} at {}",
        library.path().display()
    ))
}

/// TinyGo and its Go, tried out.
fn tinygo() -> Vec<Finding> {
    let finding = |what, found| Finding {
        what,
        need: Need::Build,
        found,
    };
    let tinygo = match setup::find() {
        Ok(tinygo) => tinygo,
        Err(error) => return vec![finding("TinyGo", Err(error.to_string()))],
    };
    let mut text = format!(
        "{} (LLVM {}) at {}, root {}",
        tinygo.version(),
        tinygo.llvm_version(),
        tinygo.path().display(),
        tinygo.root().display()
    );
    if let Some(note) = tinygo.note(tinybpf_build::tinygo::Runtime::Bpf) {
        text = format!("{text}\n{note}");
    }
    let works = setup::check(&tinygo).map_err(|error| error.to_string());
    // Trying it out may have led to another Go.
    let tinygo = setup::find().unwrap_or(tinygo);
    let go = output(
        Command::new(tinygo.go())
            .arg("version")
            .env("GOTOOLCHAIN", "local"),
    )
    .map(|version| format!("{version} at {}", tinygo.go().display()))
    .map_err(|error| error.to_string());
    vec![finding("TinyGo", works.map(|()| text)), finding("Go", go)]
}

fn clang() -> Result<String, String> {
    let versions = (16..=30).rev().map(|version| format!("clang-{version}"));
    let mut names = versions.chain(["clang".to_owned()]);
    let found = names.find(|name| which::which(name).is_ok());
    match found {
        Some(name) => version(&name, &["--version"]),
        None => Err(
            "not in PATH; it compiles the C twins that `cargo xtask bench` compares with"
                .to_owned(),
        ),
    }
}

/// The first line of what a tool in `PATH` says, and where it is.
fn version(name: &str, args: &[&str]) -> Result<String, String> {
    let path = which::which(name).map_err(|_| "not in PATH".to_owned())?;
    let text = output(Command::new(&path).args(args)).map_err(|error| error.to_string())?;
    let line = text.lines().next().unwrap_or_default();
    Ok(format!("{line} at {}", path.display()))
}

fn kernel() -> Result<String, String> {
    let release = fs::read_to_string("/proc/sys/kernel/osrelease");
    let release =
        release.map_err(|_| "not Linux: programs can be built here, not loaded".to_owned())?;
    Ok(format!("Linux {}", release.trim()))
}

fn file(path: &str, otherwise: &str) -> Result<String, String> {
    if Path::new(path).exists() {
        Ok(path.to_owned())
    } else {
        Err(format!("no {path}: {otherwise}"))
    }
}

fn tracefs() -> Result<String, String> {
    let places = ["/sys/kernel/tracing", "/sys/kernel/debug/tracing"];
    let mounted = places
        .iter()
        .find(|place| Path::new(place).join("events").is_dir());
    mounted.map(|place| (*place).to_owned()).ok_or_else(|| {
        "not mounted; tracepoints need it: mount -t tracefs tracefs /sys/kernel/tracing".to_owned()
    })
}

fn root() -> Result<String, String> {
    if is_root() {
        Ok("yes".to_owned())
    } else {
        Err("not root: programs can be built, not loaded".to_owned())
    }
}
