//! The Go package for BPF programs: plain Go's tools work on it, it costs nothing, and errors name the user's lines.

use std::{fs, path::Path, process::Command};

use tests::{compile, examples, expect, testdata, tinygo, workspace};
use tinybpf_build::tinygo::Runtime;
use tinybpf_core::{LOG_MAP, LogLevel, Object, Options, Severity, inspect::disassembly};

/// Packages that are the same program, without the Go package and with it.
const TWINS: [[&str; 2]; 3] = [
    ["bare", "typed"],
    ["bare-callbacks", "typed-callbacks"],
    ["bare-prints", "typed-prints"],
];

/// Runs plain Go in a folder, without a network.
fn go(folder: &Path, args: &[&str]) {
    let Some(tinygo) = tinygo() else { return };
    let output = Command::new(tinygo.go())
        .args(args)
        .current_dir(folder)
        .envs([
            ("GOFLAGS", "-mod=mod"),
            ("GOPROXY", "off"),
            ("GOTOOLCHAIN", "local"),
        ])
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "go {args:?} in {}:\n{}{}",
        folder.display(),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn the_simulator_is_as_the_kernel() {
    let package = workspace().join("tinybpf-build/go");
    go(&package, &["vet", "./..."]);
    go(&package, &["test", "./..."]);
}

#[test]
fn plain_go_works_on_programs() {
    for [_, typed] in TWINS {
        go(&testdata("library"), &["vet", &format!("./{typed}")]);
        go(&testdata("library"), &["test", &format!("./{typed}")]);
    }
}

#[test]
fn the_logic_of_the_examples_is_tested_by_plain_go() {
    for example in examples() {
        let package = example.join("bpf");
        go(&package, &["vet", "./..."]);
        go(&package, &["test", "./..."]);
    }
}

/// Instruction for instruction: what the package adds is types.
#[test]
fn the_machine_code_is_that_of_the_bare_conventions() {
    let Some(tinygo) = tinygo() else { return };
    for names in TWINS {
        let [bare, typed] = names.map(|name| {
            let package = testdata("library").join(name);
            let object = compile(tinygo, &package, Runtime::Bpf, &Options::default());
            let object = object.unwrap_or_else(|found| panic!("{name}: {found:?}"));
            disassembly(&object.data).unwrap()
        });
        assert_eq!(bare, typed, "{names:?}");
    }
}

#[test]
fn errors_name_the_line_of_the_call() {
    check_errors("errors");
    check_errors("misuse");
    check_errors("callback-errors");
    check_errors("print-errors");
}

#[test]
fn errors_name_the_map_whose_types_cannot_be() {
    check_errors("crossing");
}

#[test]
fn what_cannot_be_logged_is_an_error() {
    check_errors("unloggable");
}

fn check_errors(package: &str) {
    let Some(tinygo) = tinygo() else { return };
    let package = testdata("library").join(package);
    let found = compile(tinygo, &package, Runtime::Bpf, &Options::default());
    let found = found.expect_err("it has errors");
    assert_eq!(
        expect::compare(&package, &found, Severity::Error),
        Vec::<String>::new()
    );
}

/// A log beside a record that is reserved, filled and submitted by hand.
#[test]
fn a_log_costs_one_record() {
    let Some(object) = logs(LogLevel::Info) else {
        return;
    };
    let instructions = |name: &str| {
        let mut functions = object.functions.iter();
        functions.find(|f| f.name == name).unwrap().instructions
    };
    assert_eq!(instructions("logged"), instructions("written"));
}

#[test]
fn nothing_is_left_of_logs_below_the_level() {
    let mut last = usize::MAX;
    for (level, sites) in [
        (LogLevel::Debug, 10),
        (LogLevel::Info, 9),
        (LogLevel::Warn, 3),
        (LogLevel::Error, 2),
        (LogLevel::Off, 0),
    ] {
        let Some(object) = logs(level) else { return };
        assert_eq!(object.logs.len(), sites, "{level}");
        assert!(object.logs.iter().all(|site| site.level >= level));
        let code = disassembly(&object.data).unwrap();
        let reserved = code.lines().filter(|line| line.ends_with("call 131"));
        assert_eq!(
            reserved.count(),
            sites + 1,
            "{level}: and one by hand\n{code}"
        );
        let all: usize = object.functions.iter().map(|f| f.instructions).sum();
        assert!(all < last, "{level}: {all} instructions");
        last = all;
        let has_map = object.maps.iter().any(|map| map.name == LOG_MAP);
        assert_eq!(has_map, sites > 0, "{level}");
    }
}

#[test]
fn what_does_not_log_has_no_ring_buffer_for_it() {
    let Some(tinygo) = tinygo() else { return };
    let package = testdata("library/typed");
    let object = compile(tinygo, &package, Runtime::Bpf, &Options::default()).unwrap();
    assert!(!object.maps.is_empty() && object.logs.is_empty());
    assert!(object.maps.iter().all(|map| map.name != LOG_MAP));
}

fn logs(level: LogLevel) -> Option<Object> {
    let mut options = Options::default();
    options.log_level = level;
    let package = testdata("programs/logs");
    Some(compile(tinygo()?, &package, Runtime::Bpf, &options).unwrap())
}

/// A package in a user's module that is of another release.
#[test]
fn another_release_is_an_error() {
    let Some(tinygo) = tinygo() else { return };
    let folder = tempfile::tempdir().unwrap();
    fs::copy(
        testdata("library/typed/main.go"),
        folder.path().join("main.go"),
    )
    .unwrap();
    let explained = |found: Vec<tinybpf_core::Diagnostic>| {
        let text: String = found.iter().map(|d| format!("{d}\n")).collect();
        assert!(text.contains("TINYBPF_VENDOR=1 cargo build"), "{text}");
    };
    let build = || compile(tinygo, folder.path(), Runtime::Bpf, &Options::default());
    explained(build().expect_err("there is no package"));
    tinybpf_build::vendor(folder.path()).unwrap();
    build().unwrap();
    go(folder.path(), &["vet", "."]);
    fs::write(folder.path().join("tinybpf/doc.go"), "package bpf\n").unwrap();
    let types = tinygo.core_types(folder.path(), &[]);
    match types {
        Err(tinybpf_build::Error::Rejected(found)) => explained(found),
        other => panic!("{other:?}"),
    }
}
