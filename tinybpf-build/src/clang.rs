//! clang, for C sources beside Go packages.

mod find;
mod report;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tinybpf_core::{Cpu, Diagnostic, Endian, Severity, Topic};

use crate::{Error, tinygo::Env};

/// A clang that can be used.
pub(crate) struct Clang {
    path: PathBuf,
    /// The host's folders of system headers, such as that of `asm/types.h`, which clang does not look into for BPF.
    system: Vec<PathBuf>,
}

/// One compilation.
pub(crate) struct Request<'a> {
    /// Where clang runs: what paths are relative to.
    pub(crate) folder: &'a Path,
    pub(crate) source: &'a Path,
    pub(crate) includes: &'a [PathBuf],
    pub(crate) defines: &'a [(String, Option<String>)],
    pub(crate) flags: &'a [String],
    /// The machine that will run the programs, as Rust names it.
    pub(crate) arch: &'a str,
    pub(crate) endian: Endian,
    pub(crate) cpu: Cpu,
    /// Where the bitcode goes.
    pub(crate) output: &'a Path,
}

/// What came of it. Without errors, the bitcode is there.
pub(crate) struct Done {
    pub(crate) errors: Vec<Diagnostic>,
    pub(crate) warnings: Vec<Diagnostic>,
    /// The headers that were read, but for the system's; relative to the request's folder.
    pub(crate) headers: Vec<PathBuf>,
    /// The system's headers that were read.
    pub(crate) system: Vec<PathBuf>,
}

impl Clang {
    /// Finds clang (`setting` → `CLANG` → `PATH` → the usual places): the newest that is not newer than the LLVM that reads what
    /// it writes.
    pub(crate) fn find(
        setting: Option<&Path>,
        llvm: Option<&Path>,
        env: Env,
    ) -> Result<Self, Error> {
        let path = find::find(setting, llvm, env)?;
        let system = find::system_folders(&path)?;
        Ok(Self { path, system })
    }

    /// The command.
    #[cfg(feature = "cli")]
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What decides which clang is found and what it does beside what a request says, without running one. `None` when there is none.
    pub(crate) fn identity(setting: Option<&Path>, env: Env) -> Option<String> {
        let variables = ["CPATH", "C_INCLUDE_PATH", "CCC_OVERRIDE_OPTIONS"];
        let variables = variables.map(|name| format!("{name} {:?}", env(name)));
        Some(format!(
            "{}\n{}",
            find::identity(setting, env)?,
            variables.join("\n")
        ))
    }

    /// The host's folders of system headers.
    pub(crate) fn system(&self) -> &[PathBuf] {
        &self.system
    }

    pub(crate) fn compile(&self, request: &Request) -> Result<Done, Error> {
        let depends = request.output.with_extension("d");
        let mut command = self.command(request, &depends);
        let output =
            crate::process::output(&mut command).map_err(|source| Error::io(&self.path, source))?;
        let stderr = String::from_utf8_lossy(&output.stderr);
        let (errors, warnings) = report::findings(&stderr)
            .into_iter()
            .partition::<Vec<_>, _>(|finding| finding.severity == Severity::Error);
        if !output.status.success() && errors.is_empty() {
            return Err(self.failed(&command, &output.status.to_string(), &stderr));
        }
        let read =
            fs::read_to_string(&depends).map_or_else(|_| Vec::new(), |rule| dependencies(&rule));
        let (system, headers) = read.into_iter().partition(|path| self.is_of_system(path));
        Ok(Done {
            errors,
            warnings,
            headers,
            system,
        })
    }

    /// Whether a header is the system's or clang's own.
    fn is_of_system(&self, header: &Path) -> bool {
        let own = header.to_string_lossy().replace('\\', "/");
        own.contains("/lib/clang/") || self.system.iter().any(|folder| header.starts_with(folder))
    }

    /// As for any BPF program in C. What clang optimises is optimised once more with the Go code, when it is linked.
    fn command(&self, request: &Request, depends: &Path) -> Command {
        let target = match request.endian {
            Endian::Big => "bpfeb",
            _ => "bpfel",
        };
        let mut command = Command::new(&self.path);
        command
            .current_dir(request.folder)
            .args(["-target", target])
            .arg(format!("-mcpu={}", request.cpu))
            .args(["-O2", "-g", "-Wall", "-emit-llvm", "-c", "-MD", "-MF"])
            .arg(depends)
            .args(["-fno-color-diagnostics", "-fno-caret-diagnostics"])
            .args(["-fdiagnostics-format=clang", "-fdiagnostics-absolute-paths"])
            .arg(format!("-D__TARGET_ARCH_{}", kernel_arch(request.arch)));
        for folder in request.includes {
            command.arg("-I").arg(folder);
        }
        for folder in &self.system {
            command.arg("-idirafter").arg(folder);
        }
        for (name, value) in request.defines {
            command.arg(match value {
                Some(value) => format!("-D{name}={value}"),
                None => format!("-D{name}"),
            });
        }
        command
            .args(request.flags)
            .arg("-o")
            .arg(request.output)
            .arg(request.source);
        command
    }

    fn failed(&self, command: &Command, status: &str, stderr: &str) -> Error {
        const MOST: usize = 30;
        let words = std::iter::once(command.get_program()).chain(command.get_args());
        let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
        let lines: Vec<_> = stderr.lines().take(MOST).collect();
        Error::toolchain(
            Topic::CSource,
            format!(
                "clang failed ({status}):\n  {}\n{}",
                words.join(" "),
                lines.join("\n")
            ),
            "see to it that this command works; `CLANG` names another clang",
        )
    }
}

/// The kernel's name of a machine (its folders below `arch/`), by Rust's.
fn kernel_arch(arch: &str) -> &str {
    match arch {
        "x86" | "x86_64" => "x86",
        "aarch64" => "arm64",
        "riscv32" | "riscv64" => "riscv",
        "powerpc" | "powerpc64" => "powerpc",
        "s390x" => "s390",
        "mips" | "mips64" => "mips",
        "loongarch64" => "loongarch",
        "sparc64" => "sparc",
        other => other,
    }
}

/// The files of a rule for `make`, as `-MF` writes it, without the first, which is the source. A backslash stands before a
/// space in a name and at the end of a line that goes on.
fn dependencies(rule: &str) -> Vec<PathBuf> {
    let Some((_, files)) = rule.split_once(": ") else {
        return Vec::new();
    };
    let mut found = vec![String::new()];
    let mut letters = files.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, letters.peek()) {
            ('\\', Some('\n')) => {}
            ('\\', Some(' ' | '#')) | ('$', Some('$')) => {
                found
                    .last_mut()
                    .expect("one is there")
                    .extend(letters.next());
            }
            (letter, _) if letter.is_whitespace() => found.push(String::new()),
            (letter, _) => found.last_mut().expect("one is there").push(letter),
        }
    }
    found.retain(|name| !name.is_empty());
    found.into_iter().skip(1).map(PathBuf::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_of_make() {
        let rule =
            "/tmp/c-0.bc: bpf/c/main.c bpf/c/a.h \\\n  bpf/c/with\\ space.h \\\n  ../b$$.h\n";
        assert_eq!(
            dependencies(rule),
            ["bpf/c/a.h", "bpf/c/with space.h", "../b$.h"].map(PathBuf::from)
        );
        assert_eq!(dependencies(""), [] as [PathBuf; 0]);
    }
}
