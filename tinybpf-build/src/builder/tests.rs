//! What Cargo is told and what is left behind, with a build script's environment made up.

mod cached;
mod prebuilt;

use std::{ffi::OsString, fs};

use tinybpf_core::LogLevel;

use super::*;
use crate::{clang::Clang, tinygo::TinyGo};

const MAIN: &str = "package main

import (
\t\"probe/wire\"
\t_ \"unsafe\" // for go:section
)

var limit wire.Limit = 7

//export pass
//go:section xdp
func pass(ctx *wire.Context) int32 {
\tif limit > 3 {
\t\treturn 2
\t}
\treturn 1
}

func main() {}
";
const WIRE: &str =
    "package wire\n\ntype Limit uint32\n\ntype Context struct{ Data, DataEnd uint32 }\n";

/// A crate with a Go package.
struct Crate {
    dir: tempfile::TempDir,
}

impl Crate {
    fn new(main: &str) -> Self {
        let krate = Self {
            dir: tempfile::tempdir().unwrap(),
        };
        krate.write("bpf/go.mod", "module probe\n\ngo 1.22\n");
        krate.write("bpf/main.go", main);
        krate.write("bpf/stub.go", "//go:build !tinygo\n\npackage main\n");
        krate.write("bpf/wire/wire.go", WIRE);
        krate
    }

    fn path(&self, name: &str) -> PathBuf {
        // macOS keeps its temporary files behind a link.
        self.dir.path().canonicalize().unwrap().join(name)
    }

    fn write(&self, name: &str, contents: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    /// Runs as in a build script, and returns the directives too.
    fn run(&self, builder: &Builder, name: &str) -> (Result<Output, Error>, Vec<String>) {
        self.run_for("x86_64", "little", builder, name)
    }

    /// The same as Cargo does it for a target: its architecture and byte order.
    fn run_for(
        &self,
        arch: &str,
        endian: &str,
        builder: &Builder,
        name: &str,
    ) -> (Result<Output, Error>, Vec<String>) {
        let env = |variable: &str| -> Option<OsString> {
            match variable {
                "CARGO_MANIFEST_DIR" => Some(self.path("").into()),
                "OUT_DIR" => Some(self.path("target/out").into()),
                "CARGO_CFG_TARGET_ENDIAN" => Some(endian.into()),
                "CARGO_CFG_TARGET_ARCH" => Some(arch.into()),
                "TARGET" => Some(format!("{arch}-unknown-linux-gnu").into()),
                "TINYBPF_LLVM" => None,
                // What is tested here is what compiling does.
                "TINYBPF_CACHE" => Some("off".into()),
                other => cargo::process(other),
            }
        };
        let cargo = builder.cargo(&env);
        let result = builder.run(name, &cargo);
        (result, cargo.directives())
    }

    fn error(&self, builder: &Builder) -> String {
        let error = self.run(builder, "probe").0.unwrap_err().to_string();
        let left: Vec<_> = fs::read_dir(self.path("target/out"))
            .into_iter()
            .flatten()
            .collect();
        assert!(left.is_empty(), "{left:?}");
        error
    }
}

/// Whether this machine has TinyGo. Without, a test says so and passes, unless `TINYBPF_TEST_REQUIRE` is set.
fn has_tinygo() -> bool {
    is_there(TinyGo::find(None, &cargo::process))
}

fn is_there<T>(found: Result<T, Error>) -> bool {
    let Err(error) = found else {
        return true;
    };
    assert!(
        cargo::process("TINYBPF_TEST_REQUIRE").is_none(),
        "TINYBPF_TEST_REQUIRE is set, and something is missing: {error}"
    );
    eprintln!("not run: {error}");
    false
}

#[test]
fn c_sources_and_their_headers_are_watched() {
    if !is_there(Clang::find(None, None, &cargo::process)) {
        return;
    }
    let krate = Crate::new(MAIN);
    fs::remove_dir_all(krate.path("bpf")).unwrap();
    krate.write(
        "c/pass.c",
        "#include \"verdict.h\"\n#include <stddef.h>\n#include \"limits of.h\"\n\
         __attribute__((section(\"xdp\"), used)) int pass(void *ctx) { int unused; return VERDICT + MORE; }\n",
    );
    krate.write("c/verdict.h", "#define VERDICT 1\n");
    krate.write("include/limits of.h", "#define MORE ONE\n");
    let mut builder = Builder::new();
    builder
        .c_source("c/pass.c")
        .c_include("include")
        .c_define("ONE", "1");
    let (result, directives) = krate.run(&builder, "probe");
    assert_eq!(result.unwrap().object.unwrap().programs[0].name, "pass");
    let mut lines = directives.iter().filter(|line| {
        line.starts_with("cargo::rerun-if-changed=") || line.starts_with("cargo::warning=")
    });
    assert_eq!(lines.next().unwrap(), "cargo::rerun-if-changed=c/pass.c");
    assert_eq!(lines.next().unwrap(), "cargo::rerun-if-changed=c/verdict.h");
    let spaced = "cargo::rerun-if-changed=include/limits of.h";
    assert_eq!(lines.next().unwrap(), spaced);
    let warning = lines.next().unwrap();
    assert!(
        warning.starts_with("cargo::warning=c/pass.c:4:") && warning.contains("unused variable"),
        "{warning}"
    );
    let clang = "cargo::rerun-if-env-changed=CLANG".to_owned();
    assert!(directives.contains(&clang), "{directives:#?}");
}

#[test]
fn cargo_is_told_what_to_watch() {
    if !has_tinygo() {
        return;
    }
    let (result, directives) = Crate::new(MAIN).run(&Builder::new(), "probe");
    result.unwrap();
    let tinygo = TinyGo::find(None, &cargo::process)
        .unwrap()
        .path()
        .display()
        .to_string();
    let files: Vec<&str> = directives
        .iter()
        .filter_map(|line| line.strip_prefix("cargo::rerun-if-changed="))
        .collect();
    assert_eq!(
        files,
        [
            "bpf",
            "bpf/go.mod",
            "bpf/main.go",
            "bpf/stub.go",
            "bpf/wire",
            "bpf/wire/wire.go",
            &tinygo
        ]
    );
    for variable in ["PATH", "TINYGO", "TINYBPF_LLVM", "TINYBPF_LOG_LEVEL"] {
        assert!(
            directives.contains(&format!("cargo::rerun-if-env-changed={variable}")),
            "{directives:?}"
        );
    }
    assert!(
        !directives
            .iter()
            .any(|line| line.contains("CARGO_") || line.contains("OUT_DIR")),
        "{directives:?}"
    );
}

#[test]
fn the_level_of_logs_is_that_of_the_builder_or_of_the_environment() {
    let krate = Crate::new(MAIN);
    let level = |builder: &Builder, named: &'static str| {
        let env = |variable: &str| match variable {
            "CARGO_MANIFEST_DIR" => Some(krate.path("").into()),
            "OUT_DIR" => Some(krate.path("target/out").into()),
            "TINYBPF_LOG_LEVEL" => Some(named.into()),
            _ => None,
        };
        let cargo = builder.cargo(&env);
        let places = Places::find(builder, "probe", &cargo)?;
        Ok::<_, Error>(builder.options(&places, &cargo)?.log_level)
    };
    let builder = Builder::new();
    assert_eq!(level(&builder, "").unwrap(), LogLevel::Info);
    assert_eq!(level(&builder, "debug").unwrap(), LogLevel::Debug);
    let error = level(&builder, "loud").unwrap_err().to_string();
    assert!(error.contains("TINYBPF_LOG_LEVEL") && error.contains("`loud`"));
    let builder = Builder::new().log_level(LogLevel::Off).clone();
    assert_eq!(level(&builder, "debug").unwrap(), LogLevel::Off);
}

#[test]
fn cargo_is_told_nothing_when_asked_not_to() {
    if !has_tinygo() {
        return;
    }
    let (result, directives) = Crate::new(MAIN).run(
        Builder::new()
            .emit_rerun_if_changed(false)
            .cargo_warnings(false),
        "probe",
    );
    result.unwrap();
    assert_eq!(directives, [""; 0]);
}

/// Objects are for the machine that Cargo builds for, not the one that it runs on.
#[test]
fn objects_are_for_the_target() {
    if !has_tinygo() {
        return;
    }
    let krate = Crate::new(MAIN);
    let build = |arch, endian| {
        let (output, _) = krate.run_for(arch, endian, &Builder::new(), "probe");
        output.unwrap().object.unwrap().data
    };
    let [x86, arm, s390] = [
        ("x86_64", "little"),
        ("aarch64", "little"),
        ("s390x", "big"),
    ]
    .map(|(arch, endian)| build(arch, endian));
    assert_eq!(x86, arm, "BPF is the same on both");
    // EI_DATA of ELF: the byte order; e_machine is EM_BPF in that order.
    assert_eq!((arm[5], &arm[18..20]), (1, &[247, 0][..]));
    assert_eq!((s390[5], &s390[18..20]), (2, &[0, 247][..]));
    let limit = |data: &[u8], bytes: [u8; 4]| data.windows(4).any(|window| window == bytes);
    assert!(limit(&arm, [7, 0, 0, 0]) && limit(&s390, [0, 0, 0, 7]));
}

#[test]
fn files_of_a_second_build_are_those_of_the_first() {
    if !has_tinygo() {
        return;
    }
    let krate = Crate::new(MAIN);
    let build = || {
        let output = krate.run(&Builder::new(), "probe").0.unwrap();
        assert_eq!(output.object_path, krate.path("target/out/probe.o"));
        assert_eq!(output.bindings_path, krate.path("target/out/probe.rs"));
        assert_eq!(
            fs::read(&output.object_path).unwrap(),
            output.object.as_ref().unwrap().data
        );
        assert!(
            fs::read_to_string(&output.bindings_path)
                .unwrap()
                .contains("include_bytes!(\"probe.o\")")
        );
        [output.object_path, output.bindings_path]
            .map(|path| fs::metadata(path).unwrap().modified().unwrap())
    };
    assert_eq!(build(), build());
    assert_eq!(fs::read_dir(krate.path("target/out")).unwrap().count(), 2);
}

#[test]
fn a_go_error_is_placed_as_seen_from_the_crate() {
    if !has_tinygo() {
        return;
    }
    let krate = Crate::new(&MAIN.replace("limit > 3", "limit > \"3\""));
    let error = krate.error(&Builder::new());
    assert!(
        error.starts_with("bpf/main.go:13:13: error[go-compiler]: "),
        "{error}"
    );
}

#[test]
fn a_new_error_leaves_the_last_good_files() {
    if !has_tinygo() {
        return;
    }
    let krate = Crate::new(MAIN);
    let good = krate.run(&Builder::new(), "probe").0.unwrap();
    krate.write("bpf/main.go", "package main\n\nfunc main( {}\n");
    let (error, directives) = krate.run(&Builder::new(), "probe");
    assert!(error.unwrap_err().to_string().starts_with("bpf/main.go:3:"));
    assert!(
        directives.contains(&"cargo::rerun-if-changed=bpf/main.go".to_owned()),
        "{directives:?}"
    );
    assert_eq!(
        fs::read(&good.object_path).unwrap(),
        good.object.unwrap().data
    );
}

#[test]
fn a_missing_tinygo_leaves_nothing() {
    let error = Crate::new(MAIN).error(Builder::new().tinygo("/nowhere/tinygo"));
    assert!(error.contains("/nowhere/tinygo"), "{error}");
}

#[test]
fn an_output_folder_that_cannot_be_written_is_named() {
    let krate = Crate::new(MAIN);
    krate.write("target/out", "a file");
    let error = krate.run(&Builder::new(), "probe").0.unwrap_err();
    assert!(
        matches!(&error, Error::Io { path, .. } if *path == krate.path("target/out")),
        "{error}"
    );
}

#[test]
fn a_name_that_is_no_file_name_is_refused() {
    for name in ["", ".", "..", "a/b", "/a"] {
        let error = Crate::new(MAIN).run(&Builder::new(), name).0.unwrap_err();
        assert!(
            error
                .to_string()
                .contains("cannot be empty or name a folder"),
            "{error}"
        );
    }
}

#[test]
fn outside_a_build_script_the_output_folder_must_be_said() {
    let env = |_: &str| None;
    let builder = Builder::new();
    let error = builder.run("probe", &builder.cargo(&env)).unwrap_err();
    assert!(
        error.to_string().starts_with("OUT_DIR: not set: "),
        "{error}"
    );
}

#[test]
fn the_bindings_name_the_package_without_the_way_to_it() {
    assert_eq!(named(Path::new("bpf")), "bpf");
    assert_eq!(named(Path::new("/home/me/probe/bpf")), "bpf");
    assert_eq!(named(Path::new("../go/probe")), "../go/probe");
}

#[test]
fn two_variables_with_one_rust_name_are_told_where_they_are() {
    if !has_tinygo() {
        return;
    }
    let two = "var limit wire.Limit = 7\nvar Limit wire.Limit = 8";
    let main = MAIN.replace("var limit wire.Limit = 7", two);
    let main = main.replace("limit > 3", "limit > 3 || Limit > 3");
    let error = Crate::new(&main).error(&Builder::new());
    let expected = "bpf/main.go:9: error[name-clash]: the variables `limit` (main.go:8) and `Limit` have one name in the bindings, `limit`";
    assert!(error.starts_with(expected), "{error}");
}
