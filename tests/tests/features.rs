//! Programs that use the features of the language, one each, as the tests of compilers have them: each compiles to an object that
//! the kernel takes, or its author is told why not, in whatever way TinyGo made the IR.

use std::{fs, path::Path};

use tests::{compile_with, testdata, tinygo};
use tinybpf_build::tinygo::Runtime;
use tinybpf_core::{Object, Options, Severity};

/// What BPF cannot run. All others compile as TinyGo makes the IR by default.
const REFUSED: &[&str] = &[
    "channels",
    "closures-in-table",
    "complex-numbers",
    "defer",
    "errors",
    "floats",
    "goroutines",
    "heap",
    "interfaces",
    "maps-of-go",
    "recover",
    "recursion",
    "reflection",
    "slices-that-grow",
    "strings-that-are-made",
    "timers-and-files",
    "variadic-of-functions",
];

#[test]
fn with_the_runtime_for_bpf() {
    check(Runtime::Bpf, None);
}

#[test]
fn with_the_stock_runtime() {
    check(Runtime::Stock, None);
}

#[test]
fn optimised_by_tinygo() {
    for level in ["1", "2", "s", "z"] {
        check(Runtime::Bpf, Some(level));
    }
}

fn check(runtime: Runtime, level: Option<&str>) {
    let Some(tinygo) = tinygo() else { return };
    let args: Vec<_> = level.iter().map(|level| format!("-opt={level}")).collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(testdata("features")).unwrap() {
        let file = entry.unwrap().path();
        count += 1;
        let name = file.file_stem().unwrap().to_str().unwrap();
        let package = package(&file);
        // A failure that is not the program's fault panics.
        let result = compile_with(tinygo, package.path(), runtime, &args, &Options::default());
        let place = format!("{name}, {runtime:?}, {level:?}");
        match result {
            Ok(object) => {
                // What TinyGo's optimiser takes out of a program may be what BPF cannot run.
                if level.is_none() && REFUSED.contains(&name) {
                    wrong.push(format!("{place}: compiles"));
                }
                if level.is_none() {
                    load(&object);
                }
            }
            Err(findings) => {
                let text: Vec<_> = findings.iter().map(ToString::to_string).collect();
                let text = text.join("\n");
                if level.is_none() && !REFUSED.contains(&name) {
                    wrong.push(format!("{place}: {text}"));
                }
                let mut errors = findings
                    .iter()
                    .filter(|f| f.severity == Severity::Error)
                    .peekable();
                if errors.peek().is_none() || errors.any(|f| f.position.is_none()) {
                    wrong.push(format!("{place}: an error without a place: {text}"));
                }
            }
        }
    }
    assert!(count >= 30, "only {count} programs");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A Go package of this one file.
fn package(file: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(file, folder.path().join("main.go")).unwrap();
    fs::write(folder.path().join("go.mod"), "module feature\n\ngo 1.24\n").unwrap();
    folder
}

#[cfg(target_os = "linux")]
fn load(object: &Object) {
    if tests::can_load() {
        let _ = tests::Loaded::new(&object.data);
    }
}

#[cfg(not(target_os = "linux"))]
fn load(_: &Object) {}
