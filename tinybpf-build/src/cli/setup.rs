//! `setup`: TinyGo and its Go, for this user.

pub mod apt;
mod source;
mod unpack;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::json;

use self::unpack::Archive;
use super::{Failure, Ui, process};
use tinybpf_core::Topic;

use crate::{
    Error, cargo,
    tinygo::{Endian, Request, Runtime, TinyGo, data_dir, find_go, find_tinygo},
};

/// The TinyGo that is installed, and the newest Go that it accepts, which also builds it.
const TINYGO: &str = "0.40.1";
const GO: &str = "1.25.5";

/// Gets TinyGo, and a Go for it, unless what is there works: from TinyGo's releases, and where those cannot be reached, by building it from
/// the Go module proxy, with LLVM from Debian's packages, which only root can install. All goes into the user's own folders. Safe to run
/// again: what works stays.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Only say what would be done
    #[arg(long)]
    dry_run: bool,
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        if !self.dry_run {
            let tinygo = tinygo(ui)?;
            if ui.is_json() {
                ui.json(&json!({
                    "tinygo": {"version": tinygo.version().to_string(), "path": tinygo.path().to_string_lossy()},
                    "go": tinygo.go().to_string_lossy(),
                }))?;
            }
            return Ok(());
        }
        let steps = plan()?;
        let steps: Vec<String> = steps.iter().map(Step::describe).collect();
        if ui.is_json() {
            return ui.json(&json!({"steps": steps}));
        }
        for step in &steps {
            ui.print(format_args!("would {step}"))?;
        }
        if steps.is_empty() {
            ui.print("TinyGo works: nothing to do (`doctor` looks at the other tools, too)")?;
        }
        Ok(())
    }
}

/// A step on the way to a TinyGo that works.
enum Step {
    /// Download an archive, and unpack it into the user's folder.
    Unpack(Archive, PathBuf),
    /// Install packages of Debian.
    Packages(Vec<&'static str>),
    /// Build TinyGo into the folder.
    Build(PathBuf),
    /// Have this Go download the one that TinyGo accepts.
    Toolchain(PathBuf),
}

impl Step {
    fn describe(&self) -> String {
        match self {
            Self::Unpack(archive, data) => format!(
                "download {} and unpack it to {}",
                archive.url,
                data.join(archive.folder).display()
            ),
            Self::Packages(packages) => format!("run {}", apt::command(packages)),
            Self::Build(data) => format!(
                "build TinyGo {TINYGO} from the Go module proxy, with Go {GO}, which it downloads first, into {}",
                data.join("tinygo").display()
            ),
            Self::Toolchain(go) => format!(
                "run {} to download Go {GO}, the newest that TinyGo accepts",
                go.display()
            ),
        }
    }

    fn run(&self, ui: &Ui) -> Result<(), Failure> {
        match self {
            Self::Packages(packages) => return apt::install(ui, packages),
            _ => ui.say(format_args!("setup: {}", self.describe())),
        }
        let _progress = ui.progress(match self {
            Self::Build(_) => "building TinyGo, which takes a minute or so",
            _ => "downloading",
        });
        match self {
            Self::Unpack(archive, data) => unpack::unpack(ui, archive, data)?,
            Self::Packages(_) => {}
            Self::Build(data) => source::install(ui, data)?,
            Self::Toolchain(go) => {
                let mut command = Command::new(go);
                command.arg("version").env("GOTOOLCHAIN", format!("go{GO}"));
                process::output(&mut command)?;
            }
        }
        Ok(())
    }
}

/// A TinyGo that works: the one that is there, or a new one.
///
/// # Errors
///
/// [`Error::Toolchain`] with the commands to run where this system has to be helped, or with what failed.
pub fn tinygo(ui: &Ui) -> Result<TinyGo, Failure> {
    for step in plan()? {
        step.run(ui)?;
    }
    let mut tinygo = find()?;
    if let Err(first) = check(&tinygo) {
        // The usual reason: the machine's Go is too new for TinyGo, and may not download an older one by itself.
        Step::Toolchain(tinygo.go().to_owned()).run(ui)?;
        tinygo = find()?;
        check(&tinygo).map_err(|_| broken(first, tinygo.path()))?;
    }
    ui.say(format_args!(
        "TinyGo: {} at {} works",
        tinygo.version(),
        tinygo.path().display()
    ));
    Ok(tinygo)
}

/// Why a TinyGo that is there does not work, and how another one comes in its place.
fn broken(error: Error, tinygo: &Path) -> Error {
    match error {
        Error::Toolchain { topic, message, .. } => {
            let path = tinygo.display();
            let help = format!("remove {path}, and run this again: another one is installed then");
            Error::toolchain(topic, message, help)
        }
        other => other,
    }
}

/// What has to be done.
fn plan() -> Result<Vec<Step>, Failure> {
    if let Ok(tinygo) = find() {
        let works = check(&tinygo).is_ok();
        let toolchain = || Step::Toolchain(tinygo.go().to_owned());
        return Ok((!works).then(toolchain).into_iter().collect());
    }
    let has_tinygo = match find_tinygo(&cargo::process) {
        Ok(_) => true,
        // Another than the one that the user names would not be used.
        Err(error) if cargo::process("TINYGO").is_some_and(|value| !value.is_empty()) => {
            return Err(error.into());
        }
        Err(_) => false,
    };
    let data = data_dir(&cargo::process).ok_or_else(|| {
        let message =
            "neither XDG_DATA_HOME nor HOME is set, so there is no place to install TinyGo to";
        Error::toolchain(
            Topic::Setup,
            message,
            "set one of them: `HOME=DIR cargo tinybpf setup`",
        )
    })?;
    let mut steps = Vec::new();
    if find_go(&cargo::process).is_none() {
        steps.push(go(&data)?);
    }
    if !has_tinygo {
        steps.extend(install(&data)?);
    }
    Ok(steps)
}

/// How Go comes here.
fn go(data: &Path) -> Result<Step, Failure> {
    if let Some(archive) = unpack::go(GO)
        && archive.is_reachable()
    {
        return Ok(Step::Unpack(archive, data.to_owned()));
    }
    if apt::is_debian() {
        return Ok(Step::Packages(vec!["golang-go"]));
    }
    let message = "Go is missing, which TinyGo needs to run, and https://go.dev/dl cannot be reached from here";
    let help = "install Go 1.25 with this system's package manager, or see https://go.dev/doc/install, then run this again";
    Err(Error::toolchain(Topic::GoMissing, message, help).into())
}

/// How TinyGo comes here.
fn install(data: &Path) -> Result<Vec<Step>, Failure> {
    if let Some(archive) = unpack::tinygo(TINYGO)
        && archive.is_reachable()
    {
        return Ok(vec![Step::Unpack(archive, data.to_owned())]);
    }
    if apt::is_debian() {
        let missing = apt::missing(source::PACKAGES);
        let packages = (!missing.is_empty()).then_some(Step::Packages(missing));
        let build = Step::Build(data.to_owned());
        return Ok(packages.into_iter().chain([build]).collect());
    }
    let by_hand = match unpack::tinygo(TINYGO) {
        Some(archive) => format!(
            "download {} elsewhere, and unpack it into {}",
            archive.url,
            data.display()
        ),
        None => "see https://tinygo.org/getting-started/install/".to_owned(),
    };
    let message = "TinyGo's releases cannot be reached from here (with curl), and building it is for Debian and its kind (there is no apt-get)";
    let help = format!("install it by hand: {by_hand}; then run this again");
    Err(Error::toolchain(Topic::Setup, message, help).into())
}

/// The TinyGo that a build would use.
fn find() -> Result<TinyGo, Error> {
    TinyGo::find(None, &cargo::process)
}

/// Compiles a smallest program, which tells more about an installation than its version does.
pub(super) fn check(tinygo: &TinyGo) -> Result<(), Error> {
    let dir = tempfile::tempdir().map_err(|source| Error::io(std::env::temp_dir(), source))?;
    let main = dir.path().join("main.go");
    let program =
        "package main\n\n//export probe\nfunc probe() int32 { return 0 }\n\nfunc main() {}\n";
    fs::write(&main, program).map_err(|source| Error::io(&main, source))?;
    tinygo.compile(&Request {
        package: dir.path(),
        tags: &[],
        args: &[],
        endian: Endian::Little,
        runtime: Runtime::Bpf,
        output: &dir.path().join("probe.bc"),
    })?;
    Ok(())
}
