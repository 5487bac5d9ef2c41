//! Runs `tinygo build`, and says what went wrong in terms of the user's Go.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitStatus},
};

use tinybpf_core::{Diagnostic, Topic};

use super::{
    Request, Runtime, TinyGo, Version, exports,
    go::Accepted,
    overlay::{self, Prepared},
    report,
    sources::{self, Sources},
};
use crate::Error;

/// What every compilation for BPF asks of TinyGo: no memory to collect, no threads to schedule, panics as traps, and
/// no optimisation, which would lose what the passes need to see. The last one lets TinyGo print its IR before it drops what no
/// code uses.
const ARGS: &[&str] = &[
    "-gc=none",
    "-scheduler=none",
    "-panic=trap",
    "-opt=0",
    "-internal-printir",
];

/// The line before the IR that TinyGo prints.
const WHOLE: &str = "; Generated LLVM IR:\n";

pub(super) fn compile(tinygo: &TinyGo, request: &Request) -> Result<PathBuf, Error> {
    check_package(request.package)?;
    let runtime = match request.runtime {
        Runtime::Bpf if overlay::covers(tinygo.version) => Runtime::Bpf,
        _ => Runtime::Stock,
    };
    let Err(failure) = attempt(tinygo, request, runtime)? else {
        return check_exports(tinygo, request);
    };
    // Where the user's Go is not at fault, a package may want more of the runtime than ours has.
    if runtime == Runtime::Bpf
        && !failure.is_about(request.package)
        && attempt(tinygo, request, Runtime::Stock)?.is_ok()
    {
        return check_exports(tinygo, request);
    }
    Err(failure.explain(tinygo, request))
}

/// Finds functions that are exported under one name where TinyGo (since 0.41) drops all but one without a word.
fn check_exports(tinygo: &TinyGo, request: &Request) -> Result<PathBuf, Error> {
    if tinygo.version >= Version::new(0, 41, 0) {
        let listed = sources::list(tinygo, request.package, request.tags)?;
        let findings = exports::duplicates(&listed.compiled, Some("main"));
        if !findings.is_empty() {
            let _ = fs::remove_file(request.output);
            return Err(Error::Rejected(findings));
        }
    }
    Ok(request.output.to_owned())
}

/// Finds out early what TinyGo reports badly.
fn check_package(package: &Path) -> Result<(), Error> {
    let help =
        "put the Go program there (`package main`), or name its folder with `Builder::package`";
    let rejected = |message: String| {
        let mut finding = report::error(Topic::Input, None, message);
        finding.help.push(help.to_owned());
        Err(Error::Rejected(vec![finding]))
    };
    if !package.is_dir() {
        return rejected(format!("there is no folder {}", package.display()));
    }
    let entries = fs::read_dir(package).map_err(|source| Error::io(package, source))?;
    let is_go = |path: PathBuf| path.extension().is_some_and(|extension| extension == "go");
    if !entries.flatten().any(|entry| is_go(entry.path())) {
        return rejected(format!("there are no Go files in {}", package.display()));
    }
    Ok(())
}

/// Runs TinyGo; with another Go when it refuses the first.
fn attempt(
    tinygo: &TinyGo,
    request: &Request,
    runtime: Runtime,
) -> Result<Result<(), Failure>, Error> {
    let beside = request.output.parent().unwrap_or(Path::new("."));
    let prepared = overlay::prepare(tinygo, runtime, request.endian, beside)?;
    let run = |tinygo: &TinyGo| run(tinygo, request, &prepared);
    let outcome = run(tinygo)?;
    let Err(failure) = outcome else {
        return Ok(outcome);
    };
    let Some(accepted) = Accepted::from_refusal(&failure.stderr) else {
        return Ok(Err(failure));
    };
    let tinygo = TinyGo {
        go: tinygo.go.replaced(accepted, &tinygo.dirs)?,
        ..tinygo.clone()
    };
    run(&tinygo)
}

fn run(
    tinygo: &TinyGo,
    request: &Request,
    prepared: &Prepared,
) -> Result<Result<(), Failure>, Error> {
    let whole = super::whole_ir(request.output);
    // A run that fails leaves nothing of an earlier one behind.
    for path in [request.output, &whole] {
        match fs::remove_file(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Error::io(path, error));
            }
            _ => {}
        }
    }
    let mut command = command(tinygo, request, prepared)?;
    let output =
        crate::process::output(&mut command).map_err(|source| Error::io(&tinygo.path, source))?;
    let (printed, ir) = split_whole(&output.stdout);
    if output.status.success() && request.output.is_file() {
        if let Some(ir) = ir {
            fs::write(&whole, ir).map_err(|source| Error::io(&whole, source))?;
        }
        return Ok(Ok(()));
    }
    Ok(Err(Failure::new(
        &command,
        output.status,
        &output.stderr,
        printed,
    )))
}

/// Splits what TinyGo printed from its IR, which comes last.
fn split_whole(printed: &[u8]) -> (&[u8], Option<&[u8]>) {
    let mark = WHOLE.as_bytes();
    match printed.windows(mark.len()).position(|line| line == mark) {
        Some(at) => (&printed[..at], Some(&printed[at + mark.len()..])),
        None => (printed, None),
    }
}

fn command(tinygo: &TinyGo, request: &Request, prepared: &Prepared) -> Result<Command, Error> {
    let absolute =
        |path: &Path| std::path::absolute(path).map_err(|source| Error::io(path, source));
    let mut target = std::ffi::OsString::from("-target=");
    target.push(absolute(&prepared.target)?);
    let mut command = Command::new(&tinygo.path);
    command
        .current_dir(request.package)
        .env("TINYGOROOT", absolute(&prepared.root)?)
        .arg("build")
        .arg(target)
        .args(ARGS);
    if !request.tags.is_empty() {
        command.arg(format!("-tags={}", request.tags.join(" ")));
    }
    command
        .args(request.args)
        .arg("-o")
        .arg(absolute(request.output)?)
        .arg(".");
    if let Some(caches) = &prepared.caches {
        let caches = absolute(caches)?;
        if tinygo.dirs.go_cache.is_none() {
            command.env("GOCACHE", caches.join("go-build"));
        }
        command.env("XDG_CACHE_HOME", caches);
    }
    if !sources::has_module(request.package) {
        // A package without a module is fine as long as it imports the standard library only.
        command.env("GO111MODULE", "off");
    }
    tinygo.go.apply(&mut command, &tinygo.dirs.path);
    Ok(command)
}

/// A run of TinyGo that gave no bitcode.
struct Failure {
    command: String,
    status: String,
    stderr: String,
    findings: Vec<Diagnostic>,
}

impl Failure {
    fn new(command: &Command, status: ExitStatus, stderr: &[u8], stdout: &[u8]) -> Self {
        let words = std::iter::once(command.get_program()).chain(command.get_args());
        let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
        // `go list`, which TinyGo starts, writes to TinyGo's standard output now and then.
        let mut stderr = String::from_utf8_lossy(stderr).into_owned();
        stderr.push_str(&String::from_utf8_lossy(stdout));
        Self {
            command: words.join(" "),
            status: status.to_string(),
            findings: report::findings(&stderr),
            stderr,
        }
    }

    /// Whether there are findings, all in the user's own files.
    fn is_about(&self, package: &Path) -> bool {
        let package = std::path::absolute(package).unwrap_or_else(|_| package.to_owned());
        let own = |finding: &Diagnostic| {
            let file = finding
                .position
                .as_ref()
                .map(|position| Path::new(&position.file));
            file.is_some_and(|file| file.is_relative() || file.starts_with(&package))
        };
        !self.findings.is_empty() && self.findings.iter().all(own)
    }

    fn explain(self, tinygo: &TinyGo, request: &Request) -> Error {
        // The listing explains; where it fails too, TinyGo's own words have to do.
        let listed = sources::list(tinygo, request.package, request.tags).unwrap_or_default();
        if let Some(findings) = cgo(&listed.compiled) {
            return Error::Rejected(findings);
        }
        if !self.findings.is_empty() {
            // What is wrong with a package of Go's own for BPF, is so with all of it.
            let is_own = |finding: &Diagnostic| {
                let file = finding.position.as_ref().map(|at| Path::new(&at.file));
                file.is_none_or(|file| {
                    file.is_relative() || !file.components().any(|c| c.as_os_str() == "src")
                })
            };
            let foreign = if self.findings.iter().any(is_own) {
                None
            } else {
                self.foreign_package(&listed.compiled)
            };
            return Error::Rejected(foreign.unwrap_or(self.findings));
        }
        if let Some(error) = self.go_too_old(tinygo) {
            return error;
        }
        let findings = foreign_file(request.package)
            .or_else(|| excluded(request.package, &listed))
            .or_else(|| self.duplicates(&listed.compiled))
            .or_else(|| self.foreign_package(&listed.compiled));
        match findings {
            Some(findings) => Error::Rejected(findings),
            None => self.toolchain(),
        }
    }

    /// `go: go.mod requires go >= 1.26 (running go 1.25.5; GOTOOLCHAIN=local)`
    fn go_too_old(&self, tinygo: &TinyGo) -> Option<Error> {
        let (_, rest) = self.stderr.split_once("requires go >= ")?;
        let (wanted, rest) = rest.split_once(" (running go ")?;
        let (running, _) = rest.split_once([';', ')'])?;
        Some(Error::toolchain(
            Topic::GoMissing,
            format!(
                "a go.mod asks for Go {wanted}, and TinyGo {} runs with Go {running}",
                tinygo.version
            ),
            format!(
                "write `go {running}` or an older version there, or install a TinyGo that accepts Go {wanted}"
            ),
        ))
    }

    /// Functions that are exported under one name: TinyGo crashes when they are in one package, and fails to link when
    /// they are in several, or when Go's runtime has one of that name too.
    fn duplicates(&self, compiled: &[PathBuf]) -> Option<Vec<Diagnostic>> {
        let linking = (self.stderr.split_once("Linking globals named '"))
            .and_then(|(_, rest)| Some(rest.split_once('\'')?.0));
        if linking.is_none() && !self.crashed() {
            return None;
        }
        let findings = exports::duplicates(compiled, linking);
        (!findings.is_empty()).then_some(findings)
    }

    fn crashed(&self) -> bool {
        self.stderr.contains("\ngoroutine ")
    }

    /// A package outside the user's that does not compile.
    fn foreign_package(&self, compiled: &[PathBuf]) -> Option<Vec<Diagnostic>> {
        let header = self
            .stderr
            .lines()
            .find_map(|line| line.strip_prefix("# "))?;
        let position = exports::find_import(compiled, header);
        let how = match position {
            Some(_) => "",
            None => ", which a package that you import needs,",
        };
        let message = format!("package {header}{how} cannot be compiled for BPF");
        let mut finding = report::error(Topic::GoImport, position, message);
        let help = match header {
            "net" => {
                "the kernel has addresses as numbers and arrays: `[4]byte` for IPv4, `[16]byte` for IPv6 (with the Go package, \
                 `bpf.Be32`); let user space parse and print them"
            }
            _ => {
                "do without the import: packages that need an operating system, assembly or C have no place in a BPF program"
            }
        };
        finding.help.push(help.to_owned());
        Some(vec![finding])
    }

    fn toolchain(&self) -> Error {
        const MOST: usize = 30;
        const HELP: &str = "`cargo tinybpf doctor` says whether this TinyGo works at all, `cargo tinybpf setup` gets one that does";
        const WRONG_FLAG: &str =
            "take it out of `tinygo-args`: `tinygo help build` lists what there is";
        let crash = if self.crashed() {
            "TinyGo crashed"
        } else {
            "TinyGo failed"
        };
        // What the `flag` package of Go says, before it lists all flags.
        let is_usage = |line: &&str| line.starts_with("Usage of ");
        let lines = self.stderr.lines().take_while(|line| !is_usage(line));
        let lines: Vec<_> = lines.take(MOST).collect();
        let help = match self.stderr.contains("flag provided but not defined") {
            true => WRONG_FLAG,
            false => HELP,
        };
        let output = if self.stderr.trim().is_empty() {
            "it printed nothing".to_owned()
        } else {
            lines.join("\n")
        };
        Error::toolchain(
            Topic::TinygoFailed,
            format!("{crash} ({}):\n  {}\n{output}", self.status, self.command),
            help,
        )
    }
}

/// A finding when Go code imports C.
fn cgo(compiled: &[PathBuf]) -> Option<Vec<Diagnostic>> {
    let position = exports::find_import(compiled, "C")?;
    let mut finding = report::error(
        Topic::CSource,
        Some(position),
        "C code cannot be compiled into a BPF program by `import \"C\"` (cgo), which is made for programs of an operating system",
    );
    finding.help.push(
        "write it in Go: helpers are functions without a body (`func bpfKtimeGetNs() uint64`), constants and structs of the \
         kernel's headers are declared anew; or put it into C files of its own (`Builder::c_source`)"
            .to_owned(),
    );
    Some(vec![finding])
}

/// A finding when there is a C file among the Go files, which Go takes for its own: the package's name is all that TinyGo says.
fn foreign_file(package: &Path) -> Option<Vec<Diagnostic>> {
    let entries = fs::read_dir(package).ok()?.flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "c"));
    files.retain(|path| {
        let text = fs::read_to_string(path).unwrap_or_default();
        !text.lines().any(|line| line.starts_with("//go:build "))
    });
    files.sort();
    let file = files.first()?;
    let mut finding = report::error(
        Topic::CSource,
        None,
        format!(
            "{} is C among Go files, which Go takes for its own",
            file.display()
        ),
    );
    finding.help.push(
        "put C into a folder of its own, and name it with `Builder::c_source`; or write `//go:build ignore` in its first line"
            .to_owned(),
    );
    Some(vec![finding])
}

/// A finding when build constraints exclude all files of the package.
fn excluded(package: &Path, listed: &Sources) -> Option<Vec<Diagnostic>> {
    let package_dir = fs::canonicalize(package).ok()?;
    let inside = |file: &PathBuf| {
        let dir = file.parent().and_then(|dir| fs::canonicalize(dir).ok());
        dir.as_ref() == Some(&package_dir) && file.extension().is_some_and(|end| end == "go")
    };
    if listed.compiled.iter().any(inside) || !listed.all.iter().any(inside) {
        return None;
    }
    let mut finding = report::error(
        Topic::Input,
        None,
        format!(
            "build constraints exclude all Go files in {}",
            package.display()
        ),
    );
    finding.help.push(
        "the BPF program's files are compiled with the tags `tinygo` and `tinybpf`: write `//go:build tinygo` above \
         their `package` line, and `//go:build !tinygo` in the stub for plain Go only"
            .to_owned(),
    );
    Some(vec![finding])
}
