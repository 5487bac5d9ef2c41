//! Go that cannot become BPF: each package of `testdata/errors` gives exactly the errors that its lines expect; and Go that can but
//! does not do what it says: each package of `testdata/warnings` gives exactly the warnings.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
};

use expect_test::expect_file;
use tests::{compile, expect, tinygo};
use tinybpf_build::tinygo::Runtime;
use tinybpf_core::{Options, Severity};

/// In a package that starts goroutines: there TinyGo itself stops, unless the runtime is ours.
const TINYGO_STOPS: &str = "// With TinyGo's own runtime, TinyGo stops at `go`.";

/// Before the lowest kernel that a package is for.
const FLOOR: &str = "// min_kernel: ";

#[test]
fn with_the_runtime_for_bpf() {
    check(Runtime::Bpf);
}

#[test]
fn with_the_stock_runtime() {
    check(Runtime::Stock);
}

fn check(runtime: Runtime) {
    let Some(tinygo) = tinygo() else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/errors");
    let mut wrong = Vec::new();
    let mut topics = BTreeMap::new();
    let mut cases = 0;
    for entry in fs::read_dir(root).unwrap() {
        let package = entry.unwrap().path();
        if !package.is_dir() {
            continue;
        }
        cases += 1;
        let source = fs::read_to_string(package.join("main.go")).unwrap();
        let mut options = Options::default();
        let floor = source.lines().find_map(|line| line.strip_prefix(FLOOR));
        options.min_kernel = floor.map(|kernel| kernel.parse().unwrap());
        let Err(found) = compile(tinygo, &package, runtime, &options) else {
            wrong.push(format!("{} compiles", package.display()));
            continue;
        };
        if runtime == Runtime::Stock && source.contains(TINYGO_STOPS) {
            let told = found.iter().any(|d| d.message.contains("goroutine"));
            assert!(told, "{}: {found:?}", package.display());
        } else {
            wrong.extend(expect::compare(&package, &found, Severity::Error));
            let of_package: BTreeSet<_> = found.iter().map(|d| d.topic.as_str()).collect();
            topics.insert(package.file_name().unwrap().to_owned(), of_package);
        }
    }
    assert!(cases >= 30, "only {cases} cases were found");
    wrong.sort();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    if runtime == Runtime::Bpf {
        let mut text = String::new();
        for (package, topics) in topics {
            let topics: Vec<_> = topics.into_iter().collect();
            writeln!(text, "{}: {}", package.display(), topics.join(", ")).unwrap();
        }
        expect_file!["../testdata/errors/topics.txt"].assert_eq(&text);
    }
}

#[test]
fn what_compiles_is_warned_of() {
    let Some(tinygo) = tinygo() else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/warnings");
    let packages = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let packages: Vec<_> = packages.filter(|package| package.is_dir()).collect();
    assert!(!packages.is_empty());
    for package in packages {
        let object = compile(tinygo, &package, Runtime::Bpf, &Options::default()).unwrap();
        let wrong = expect::compare(&package, &object.warnings, Severity::Warning);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
