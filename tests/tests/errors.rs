//! Go that cannot become BPF: each package of `testdata/errors` gives exactly the errors that its lines expect; and Go that can but
//! does not do what it says: each package of `testdata/warnings` gives exactly the warnings.

use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

use expect_test::expect_file;
use tests::{compile, expect, in_parallel, packages, tinygo};
use tinybpf_build::tinygo::{Runtime, TinyGo};
use tinybpf_core::{Options, Severity, Topic};

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
    let packages = packages("errors", 30);
    let results = in_parallel(&packages, |package| check_package(tinygo, package, runtime));
    let wrong: Vec<_> = results
        .iter()
        .filter_map(|result| result.as_ref().err())
        .flatten()
        .map(String::as_str)
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    if runtime == Runtime::Bpf {
        let mut text = String::new();
        for (package, topics) in packages.iter().zip(results) {
            let topics: Vec<_> = topics.unwrap_or_default().into_iter().collect();
            let name = package.file_name().unwrap();
            writeln!(text, "{}: {}", name.display(), topics.join(", ")).unwrap();
        }
        expect_file!["../testdata/errors/topics.txt"].assert_eq(&text);
    }
}

/// The topics of what is told of a package, or what is wrong with it.
fn check_package(
    tinygo: &TinyGo,
    package: &Path,
    runtime: Runtime,
) -> Result<BTreeSet<&'static str>, Vec<String>> {
    let source = fs::read_to_string(package.join("main.go")).unwrap();
    let mut options = Options::default();
    let floor = source.lines().find_map(|line| line.strip_prefix(FLOOR));
    options.min_kernel = floor.map(|kernel| kernel.parse().unwrap());
    let Err(found) = compile(tinygo, package, runtime, &options) else {
        return Err(vec![format!("{} compiles", package.display())]);
    };
    if runtime == Runtime::Stock && source.contains(TINYGO_STOPS) {
        let told = found.iter().any(|d| d.message.contains("goroutine"));
        assert!(told, "{}: {found:?}", package.display());
        return Ok(BTreeSet::new());
    }
    let mut wrong = expect::compare(package, &found, Severity::Error);
    // Go's compiler speaks for itself.
    let ours = found.iter().filter(|d| d.topic != Topic::GoCompiler);
    let helpless = ours.filter(|finding| finding.help.is_empty());
    wrong.extend(helpless.map(|finding| format!("no next step: {finding}")));
    match wrong.is_empty() {
        true => Ok(found.iter().map(|d| d.topic.as_str()).collect()),
        false => Err(wrong),
    }
}

#[test]
fn what_compiles_is_warned_of() {
    let Some(tinygo) = tinygo() else { return };
    let packages = packages("warnings", 1);
    let wrong = in_parallel(&packages, |package| {
        let object = compile(tinygo, package, Runtime::Bpf, &Options::default()).unwrap();
        expect::compare(package, &object.warnings, Severity::Warning)
    });
    let wrong = wrong.concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
