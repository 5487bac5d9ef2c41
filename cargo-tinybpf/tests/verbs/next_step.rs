//! Whatever is wrong, the last that the user reads is what to do about it.

use serde_json::Value;

use crate::case::{Case, has_tinygo};

/// Lines that cannot work, each in its own way.
const WRONG: &[&[&str]] = &[
    &["inspect", "nothing.o"],
    &["inspect", "junk.o"],
    &["inspect", "."],
    &["verify", "junk.o"],
    &["verify", "junk.o", "--kernel"],
    &["generate", "junk.o"],
    &["generate", "nothing.o"],
    &["link", "junk.o"],
    &["link", "empty.ll"],
    &["link", "text.ll"],
    &["link", "c.c"],
    &["link", "probe/main.go"],
    &["link", "nothing.ll"],
    &["link", "text.ll", "--types", "nothing"],
    &["link", "text.ll", "--emit", "rs"],
    &["link", "text.ll", "--llvm", "junk.o"],
    &["link", "text.ll", "--llvm", "probe"],
    &["link", "text.ll", "--llvm", "/nothing"],
    &["build"],
    &["build", "--package", "nothing"],
    &["build", "--package", "junk.o"],
    &["build", "--package", "probe", "--tinygo", "/nothing"],
    &["build", "--package", "probe", "--out-dir", "junk.o"],
    &["build", "--package", "probe", "--explain-pass", "nothing"],
    &["build", "--package", "probe", "--update-prebuilt"],
    &["build", "nothing.c"],
    &["build", "c.c", "--clang", "/nothing"],
    &["explain", "nothing"],
    &["explain", "nothing.log", "--object", "junk.o"],
    &["explain", "junk.o", "--object", "junk.o"],
    &["vmlinux", "task_struct", "--btf", "junk.o"],
    &["vmlinux", "task_struct", "--btf", "nothing"],
    &["vmlinux", "task_struct", "--btf", "object.o"],
    &["vmlinux", "stats.nothing", "--btf", "object.o"],
    &["vmlinux", "stats", "--btf", "object.o", "--package", "a b"],
    &["vendor", "nothing"],
    &["vendor", "junk.o"],
    &["init", "probe"],
    &["init", "a b"],
    &["init", "a/b"],
    &["man", "junk.o"],
    &["generate", "object.o", "--out", "junk.o/x.rs"],
];

/// The same with TinyGo, which it takes for these.
const WRONG_FOR_TINYGO: &[&[&str]] = &[
    &["build", "--package", "."],
    &["build", "--package", "probe", "--section", "probe=nothing"],
    &["build", "--package", "probe", "--tinygo-args=--nothing"],
    &["build", "--package", "probe", "--min-kernel", "2.6"],
    &["build", "--package", "broken"],
    &["build", "--package", "importing"],
];

#[test]
fn every_message_has_a_next_step() {
    let case = Case::with_package();
    case.file("junk.o", [0x93; 200]);
    case.file("empty.ll", "");
    case.file("text.ll", "this is no IR");
    case.file("c.c", "int x;");
    case.file(
        "broken/main.go",
        "package main\n\nfunc main() { nothing() }\n",
    );
    case.file(
        "importing/main.go",
        "package main\n\nimport _ \"nothing\"\n\nfunc main() {}\n",
    );
    case.file(
        "object.o",
        include_bytes!("../../../tinybpf-object/testdata/object/probe.o"),
    );
    let mut lines = WRONG.to_vec();
    if has_tinygo() {
        lines.extend(WRONG_FOR_TINYGO);
    }
    let mut without = Vec::new();
    for line in lines {
        let run = case.run(line);
        assert!(matches!(run.code, Some(1..=4)), "{line:?}: {run:?}");
        assert!(!run.err.contains("stack backtrace"), "{line:?}: {run:?}");
        if !["= help: ", "try '--help'"]
            .iter()
            .any(|step| run.err.contains(step))
        {
            without.push(format!("{line:?}:\n{}", run.err));
        }
        let run = case.run(&[line, &["--json"]].concat());
        let error = &run.json()["error"];
        let findings = error["findings"].as_array().unwrap();
        let has_help = |of: &Value| of["help"].as_array().is_some_and(|help| !help.is_empty());
        if error["help"].as_str().is_none_or(str::is_empty)
            && (findings.is_empty() || !findings.iter().all(has_help))
        {
            without.push(format!("{line:?} --json:\n{error:#}"));
        }
    }
    assert!(without.is_empty(), "{}", without.join("\n"));
}
