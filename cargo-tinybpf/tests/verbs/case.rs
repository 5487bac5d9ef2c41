//! A folder of its own for each test, and the binary in it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

/// A program that compiles.
pub(crate) const PROGRAM: &str = "package main

import _ \"unsafe\" // for go:section

//export probe
//go:section xdp
func probe(ctx *[6]uint32) int32 {
\treturn 2
}

func main() {}
";

/// A folder with a letter that is not ASCII and a space in its path.
pub(crate) struct Case {
    _folder: TempDir,
    pub(crate) path: PathBuf,
}

/// What a run gave.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Case {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = fs::canonicalize(folder.path()).unwrap().join("größe 1");
        fs::create_dir(&path).unwrap();
        Self {
            _folder: folder,
            path,
        }
    }

    /// With a Go package in the folder `probe`.
    pub(crate) fn with_package() -> Self {
        let case = Self::new();
        case.file("probe/go.mod", "module probe\n\ngo 1.22\n");
        case.file("probe/main.go", PROGRAM);
        case
    }

    pub(crate) fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// The binary, in this folder, as cargo would not have started it.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-tinybpf"));
        command
            .current_dir(&self.path)
            .args(args)
            .stdin(Stdio::null());
        for (name, _) in env::vars_os() {
            if name.to_string_lossy().starts_with("CARGO") {
                command.env_remove(name);
            }
        }
        command
            .env("TINYBPF_CACHE", "off")
            .env_remove("COLUMNS")
            .env_remove("TINYBPF_MODE")
            .env_remove("RUST_BACKTRACE");
        command
    }

    /// Runs the binary. What it says names this folder `DIR`.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.finish(&mut self.command(args))
    }

    pub(crate) fn finish(&self, command: &mut Command) -> Run {
        let output = command.output().unwrap();
        let folder = self.path.to_str().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(folder, "DIR");
        let run = Run {
            code: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
        };
        for text in [&run.out, &run.err] {
            assert!(!text.contains("panicked"), "{run:?}");
        }
        run
    }

    /// The files of a folder, by name.
    pub(crate) fn files(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path.join(folder)).unwrap();
        let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
        let mut names: Vec<_> = entries.flatten().map(name).collect();
        names.sort();
        names
    }
}

impl Run {
    /// What it printed, having succeeded.
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.out
    }

    /// What it complained about, having failed with a code, and printed nothing else.
    #[track_caller]
    pub(crate) fn fails(self, code: i32) -> String {
        assert_eq!(self.code, Some(code), "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        self.err
    }

    /// What it printed as JSON, and nothing else.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        assert_eq!(self.err, "", "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// Whether there is a TinyGo; without one, a test has to say that it does not run.
pub(crate) fn has_tinygo() -> bool {
    let found = tinybpf_build::tinygo::TinyGo::find(None, &|name| env::var_os(name));
    if let Err(error) = &found {
        assert!(env::var_os("TINYBPF_TEST_REQUIRE").is_none(), "{error}");
        eprintln!("skipped: {error}");
    }
    found.is_ok()
}

/// Whether a file starts as an ELF file does.
pub(crate) fn is_elf(path: impl AsRef<Path>) -> bool {
    fs::read(path).unwrap().starts_with(b"\x7fELF")
}
