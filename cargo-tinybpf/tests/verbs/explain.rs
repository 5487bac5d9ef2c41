//! `explain`: of a topic, and of a verifier's log.

use std::{fs, path::Path, process::Stdio};

use crate::case::Case;

/// A log of Linux 6.12 in `log.txt`, and the object that it is about in `filter.o`.
fn recorded() -> Case {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tinybpf-explain/testdata/recorded");
    let case = Case::new();
    for (name, file) in [
        ("log.txt", "6.12/packet-variable.txt"),
        ("filter.o", "v3/packet-variable.o"),
    ] {
        case.file(name, fs::read(folder.join(file)).unwrap());
    }
    case
}

const LOG: [&str; 4] = ["explain", "log.txt", "--object", "filter.o"];

#[test]
fn a_log_becomes_a_go_line() {
    let case = recorded();
    let text = case.run(&LOG).ok();
    for part in [
        "error[packet-bounds]",
        "--> main.go:17:5",
        "program `prog`",
        "= help:",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let json = case
        .run(&[&LOG[..], &["--json", "--program", "prog"]].concat())
        .json();
    assert_eq!(json["refused"], true);
    assert_eq!(json["rule"], "packet-bounds");
    assert_eq!(json["position"]["line"], 17);
    assert!(!json["path"].as_array().unwrap().is_empty());
    assert!(!json["mends"].as_array().unwrap().is_empty());
}

#[test]
fn a_log_comes_through_a_pipe() {
    let case = recorded();
    let mut command = case.command(&["explain", "-", "--object", "filter.o"]);
    let log = fs::File::open(case.path.join("log.txt")).unwrap();
    let text = case.finish(command.stdin(Stdio::from(log))).ok();
    assert!(text.contains("--> main.go:17:5"), "{text}");
    // Nothing comes.
    let said = case.run(&["explain", "-", "--object", "filter.o"]).fails(4);
    assert!(
        said.contains("standard input: there is nothing in it") && said.contains("help: "),
        "{said}"
    );
}

#[test]
fn what_is_no_log_is_an_error_with_a_next_step() {
    let case = recorded();
    for (name, text, wanted) in [
        ("empty.txt", " \n\n", "there is nothing in it"),
        ("notes.txt", "milk\nbread\n", "nothing of a verifier's log"),
    ] {
        case.file(name, text);
        let said = case
            .run(&["explain", name, "--object", "filter.o"])
            .fails(4);
        assert!(said.contains(wanted) && said.contains("help: "), "{said}");
    }
    for [log, object] in [["log.txt", "missing.o"], ["missing.txt", "filter.o"]] {
        let said = case.run(&["explain", log, "--object", object]).fails(4);
        assert!(said.contains("missing."), "{said}");
    }
}

#[test]
fn a_damaged_object_costs_the_line_only() {
    let case = recorded();
    let object = fs::read(case.path.join("filter.o")).unwrap();
    case.file("half.o", &object[..object.len() / 2]);
    let text = case.run(&["explain", "log.txt", "--object", "half.o"]).ok();
    assert!(
        text.contains("error[packet-bounds]") && text.contains("the object cannot be read"),
        "{text}"
    );
}

#[test]
fn a_topic_is_no_log() {
    let case = recorded();
    let text = case.run(&["explain", "goroutines"]).ok();
    assert!(text.starts_with("goroutines\n\n"), "{text}");
    let topics = case.run(&["explain"]).ok();
    assert!(
        ["  goroutines\n", "  nil-check\n"]
            .iter()
            .all(|name| topics.contains(name)),
        "{topics}"
    );
    let rule = case.run(&["explain", "nil-check"]).ok();
    assert!(rule.contains("In the kernel's words"), "{rule}");
    let said = case.run(&["explain", "gorutines"]).fails(2);
    assert!(said.contains("did you mean \"goroutines\"?"), "{said}");
    let said = case.run(&["explain", "log.txt"]).fails(2);
    assert!(
        said.contains("`cargo tinybpf explain log.txt --object OBJ`"),
        "{said}"
    );
    for line in [
        &["explain", "--object", "filter.o"][..],
        &["explain", "goroutines", "--program", "prog"],
    ] {
        let said = case.run(line).fails(2);
        assert!(said.contains("required"), "{said}");
    }
}
