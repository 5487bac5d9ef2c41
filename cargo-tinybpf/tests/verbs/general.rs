//! What holds for all verbs: how they are called, what they say of wrong lines, and that they end quietly.

use std::{
    io::{BufRead as _, BufReader, Read as _},
    process::Stdio,
};

use expect_test::expect;

use crate::case::Case;

#[test]
fn cargo_passes_the_name_of_the_subcommand() {
    let case = Case::new();
    let direct = case.run(&["version"]).ok();
    assert_eq!(case.run(&["tinybpf", "version"]).ok(), direct);
    assert!(
        direct.starts_with(concat!("tinybpf ", env!("CARGO_PKG_VERSION"))),
        "{direct}"
    );
}

#[test]
fn without_a_verb_the_help_is_shown_and_the_code_says_that_something_is_missing() {
    let run = Case::new().run(&[]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.contains("Usage: cargo tinybpf [OPTIONS] <COMMAND>"),
        "{run:?}"
    );
}

#[test]
fn a_wrong_line_gets_a_hint_and_not_the_whole_help() {
    let case = Case::new();
    expect![[r#"
        error: unrecognized subcommand 'buidl'

          tip: some similar subcommands exist: 'build-bpf', 'build'

        Usage: cargo tinybpf [OPTIONS] <COMMAND>

        For more information, try '--help'.
    "#]]
    .assert_eq(&case.run(&["buidl"]).fails(2));
    expect![[r#"
        error: invalid value 'v9' for '--cpu <CPU>'
          [possible values: v1, v2, v3, v4]

        For more information, try '--help'.
    "#]]
    .assert_eq(&case.run(&["build", "--cpu", "v9"]).fails(2));
    expect![[r#"
        error: unexpected argument '--dump' found

          tip: a similar argument exists: '--dump-ir'

        Usage: cargo tinybpf build --dump-ir <DIR> [INPUT]...

        For more information, try '--help'.
    "#]]
    .assert_eq(&case.run(&["build", "--dump", "x"]).fails(2));
}

#[test]
fn a_reader_that_has_seen_enough_ends_the_program_quietly() {
    let case = Case::new();
    let mut child = case
        .command(&["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut out = BufReader::with_capacity(64, child.stdout.take().unwrap());
    out.read_line(&mut line).unwrap();
    drop(out);
    let mut err = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut err)
        .unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
    assert!(line.starts_with("_cargo"), "{line}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_that_is_gone_ends_it_quietly_where_its_pipe_is_named() {
    let case = Case::new();
    let object = include_bytes!("../../../tinybpf-object/testdata/object/probe.o");
    case.file("probe.o", object);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut generate = case.command(&["generate", "probe.o", "--out", "/dev/stdout"]);
    let run = case.finish(generate.stdout(writer));
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let case = Case::new();
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let run = case.finish(case.command(&["man"]).stdout(full));
    assert_eq!(run.code, Some(4));
    expect![[r#"
        error: standard output: No space left on device (os error 28)
          = help: make room on the disk
    "#]]
    .assert_eq(&run.err);
}

#[test]
fn errors_are_json_too() {
    let run = Case::new().run(&["build", "--json"]);
    assert_eq!(run.code, Some(2));
    let json = run.json();
    assert_eq!(json["error"]["kind"], "usage");
    let message = json["error"]["message"].as_str().unwrap();
    assert!(
        message.starts_with("there is no Cargo.toml here"),
        "{message}"
    );
}

#[test]
fn json_is_json_of_every_verb_that_prints() {
    let case = Case::new();
    for (args, key) in [
        (&["completions", "fish"][..], "script"),
        (&["man"], "page"),
        (&["man", "pages"], "written"),
        (&["version"], "tinybpf"),
    ] {
        let run = case.run(&[&["--json"], args].concat());
        assert_eq!(run.code, Some(0), "{run:?}");
        assert!(run.json().get(key).is_some(), "{args:?}: {run:?}");
    }
    let version = case.run(&["--version"]).ok();
    assert!(
        version.ends_with(concat!(" ", env!("CARGO_PKG_VERSION"), "\n")),
        "{version}"
    );
}

#[test]
fn shells_get_completions_and_man_its_pages() {
    let case = Case::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = case.run(&["completions", shell]).ok();
        assert!(script.contains("vmlinux"), "{shell}: {script}");
    }
    let page = case.run(&["man"]).ok();
    assert!(page.contains(".TH"), "{page}");
    assert!(page.contains("Exit codes"), "{page}");
    let printed = case.run(&["man", "pages"]).ok();
    let pages = case.files("pages");
    assert!(pages.contains(&"cargo-tinybpf.1".to_owned()), "{pages:?}");
    assert!(
        pages.contains(&"cargo-tinybpf-build.1".to_owned()),
        "{pages:?}"
    );
    assert_eq!(printed.lines().count(), pages.len());
    case.file("file", "");
    let error = case.run(&["man", "file"]).fails(4);
    assert!(error.starts_with("error[io]: file: "), "{error}");
}
