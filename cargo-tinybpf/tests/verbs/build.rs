//! `build` and `link`.

use expect_test::expect;

use crate::case::{Case, has_tinygo, is_elf};

/// What BPF cannot run.
const REFUSED: &str = "package main

import _ \"unsafe\" // for go:section

//export probe
//go:section xdp
func probe(ctx *[6]uint32) int32 {
\tgo probe(ctx)
\treturn 2
}

func main() {}
";

#[test]
fn a_package_becomes_what_is_asked_for() {
    if !has_tinygo() {
        return;
    }
    let case = Case::with_package();
    let out = case.run(&["build", "-p", "probe"]).ok();
    assert!(out.starts_with("probe.o ("), "{out}");
    assert!(is_elf(case.path.join("probe.o")));
    let args = [
        "build",
        "--package",
        "probe",
        "--out-dir",
        "out",
        "--emit",
        "obj,ll,asm,rs",
        "--dump-ir",
        "ir",
    ];
    assert_eq!(
        case.run(&args)
            .ok()
            .lines()
            .filter(|line| line.starts_with("out/"))
            .count(),
        4
    );
    assert_eq!(
        case.files("out"),
        ["probe.ll", "probe.o", "probe.rs", "probe.s"]
    );
    let dumps = case.files("ir/probe");
    assert_eq!(dumps[0], "00-input.ll");
    assert!(dumps.len() > 20, "{dumps:?}");
    // Of the IR that TinyGo gave, `link` makes the object.
    let linked = case
        .run(&[
            "link",
            "out/probe.ll",
            "--out",
            "linked.o",
            "--opt-profile",
            "size",
        ])
        .ok();
    assert!(linked.starts_with("linked.o ("), "{linked}");
    assert!(is_elf(case.path.join("linked.o")));
    let quiet = case.run(&["-q", "build", "-p", "probe"]);
    assert_eq!(
        (quiet.code, quiet.out.as_str(), quiet.err.as_str()),
        (Some(0), "", "")
    );
}

#[test]
fn json_says_what_was_made() {
    if !has_tinygo() {
        return;
    }
    let case = Case::with_package();
    let run = case.run(&["build", "-p", "probe", "--json"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let object = &run.json()["objects"][0];
    assert_eq!(object["name"], "probe");
    assert_eq!(object["programs"][0]["name"], "probe");
    assert_eq!(object["programs"][0]["section"], "xdp");
    assert_eq!(object["files"][0]["path"], "probe.o");
}

#[test]
fn refused_code_ends_with_1_and_leaves_nothing() {
    if !has_tinygo() {
        return;
    }
    let case = Case::with_package();
    case.file("probe/main.go", REFUSED);
    let error = case.run(&["build", "-p", "probe"]).fails(1);
    assert!(
        error.contains("--> probe/main.go:8:") && error.contains("^"),
        "{error}"
    );
    assert_eq!(case.files("."), ["probe"]);
    let run = case.run(&["build", "-p", "probe", "--json"]);
    assert_eq!(run.code, Some(1));
    let json = run.json();
    let finding = &json["error"]["findings"][0];
    assert_eq!(
        (finding["file"].as_str(), finding["line"].as_u64()),
        (Some("probe/main.go"), Some(8))
    );
}

#[test]
fn lines_that_cannot_work_are_refused_before_anything_is_built() {
    let case = Case::with_package();
    case.file("other/go.mod", "module other\n");
    case.file("deep/probe/main.go", "package main\n");
    let fails = |args: &[&str]| case.run(args).fails(2);
    expect![[r#"
        error: there is no Cargo.toml here or in a folder above, so there is no workspace whose BPF code to build: name a package with --package DIR

        For more information, try '--help'.
    "#]]
    .assert_eq(&fails(&["build"]));
    expect![[r#"
        error: --out names one file, and there are 2 objects to write: use --out-dir

        For more information, try '--help'.
    "#]]
    .assert_eq(&fails(&[
        "build", "-p", "probe", "-p", "other", "--out", "x.o",
    ]));
    expect![[r#"
        error: DIR/probe and DIR/deep/probe would have their outputs under one name: build them one by one with --out

        For more information, try '--help'.
    "#]]
    .assert_eq(&fails(&["build", "-p", "probe", "-p", "deep/probe"]));
    expect![[r#"
        error: --out names the object, and .ll is the ending of another output: call it .o

        For more information, try '--help'.
    "#]]
    .assert_eq(&fails(&["build", "-p", "probe", "--out", "x.ll"]));
    expect![[r#"
        error: --emit rs: bindings are made from sources, not from IR; `cargo tinybpf generate OBJ` makes them of the object

        For more information, try '--help'.
    "#]]
    .assert_eq(&fails(&["link", "x.ll", "--emit", "rs"]));
    expect![[r#"
        error: invalid value 'probe' for '--section <NAME=SECTION>': write it as NAME=SECTION

        For more information, try '--help'.
    "#]]
    .assert_eq(&fails(&["build", "-p", "probe", "--section", "probe"]));
}

#[test]
fn inputs_that_are_missing_or_damaged_end_with_4() {
    let case = Case::with_package();
    expect![[r#"
        error[io]: nowhere: No such file or directory (os error 2)
          = help: check the path: each folder in it must be there
    "#]]
    .assert_eq(&case.run(&["build", "-p", "nowhere"]).fails(4));
    expect![[r#"
        error[input]: probe/main.go: this is no folder
          = help: name that of a Go package, or of a Cargo package with Go code in `bpf`
        for more about this error, try `cargo tinybpf explain input`
    "#]]
    .assert_eq(&case.run(&["build", "-p", "probe/main.go"]).fails(4));
    expect![[r#"
        error[io]: x.ll: No such file or directory (os error 2)
          = help: check the path: each folder in it must be there
    "#]]
    .assert_eq(&case.run(&["link", "x.ll"]).fails(4));
    if has_tinygo() {
        expect![[r#"
            error[io]: nowhere: No such file or directory (os error 2)
              = help: check the path: each folder in it must be there
        "#]]
        .assert_eq(&case.run(&["link", "x.ll", "--types", "nowhere"]).fails(4));
    }
    case.file("x.ll", "define void @");
    let error = case.run(&["link", "x.ll"]).fails(4);
    assert!(error.starts_with("error[input]: x.ll: "), "{error}");
    case.file("x.bc", [0; 7]);
    let error = case.run(&["link", "x.bc"]).fails(4);
    assert!(error.starts_with("error[input]: x.bc: "), "{error}");
}

/// File names are bytes on Linux.
#[cfg(target_os = "linux")]
#[test]
fn a_path_that_is_not_utf8() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _};
    let case = Case::new();
    let mut command = case.command(&["link"]);
    let run = case.finish(command.arg(OsStr::from_bytes(b"caf\xe9.ll")));
    assert_eq!(run.code, Some(4));
    let said = "error[io]: caf\u{fffd}.ll: No such file or directory (os error 2)\n";
    assert!(run.err.starts_with(said), "{run:?}");
    std::fs::write(case.path.join(OsStr::from_bytes(b"caf\xe9.ll")), "").unwrap();
    let mut command = case.command(&["link"]);
    let run = case.finish(command.arg(OsStr::from_bytes(b"caf\xe9.ll")));
    assert!(run.code == Some(4) || run.code == Some(1), "{run:?}");
}

#[test]
fn stages_are_timed_and_commands_shown_when_asked_for() {
    if !has_tinygo() {
        return;
    }
    let case = Case::with_package();
    let run = case.run(&["build", "-p", "probe", "-v"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let stages: Vec<_> = run
        .err
        .lines()
        .map(|line| line.split("  ").next().unwrap())
        .collect();
    for stage in [
        "TinyGo",
        "open LLVM",
        "link",
        "retarget",
        "optimise",
        "emit",
        "check",
        "bindings",
    ] {
        assert!(stages.contains(&stage), "{stage}: {run:?}");
    }
    assert_eq!(stages.last(), Some(&"together"));
    assert!(!run.err.contains("$ "), "{run:?}");
    let run = case.run(&["build", "-p", "probe", "-vv"]);
    assert!(
        run.err
            .lines()
            .any(|line| line.starts_with("$ ") && line.contains("tinygo build ")),
        "{run:?}"
    );
}

#[test]
fn a_pass_is_explained_by_what_it_changes() {
    if !has_tinygo() {
        return;
    }
    let case = Case::with_package();
    let out = case
        .run(&["build", "-p", "probe", "--explain-pass", "retarget"])
        .ok();
    assert!(out.starts_with("retarget: "), "{out}");
    assert!(
        out.contains("--- 00-input.ll\n+++ 01-retarget.ll\n"),
        "{out}"
    );
    let without_attributes =
        "\n+define internal void @runtime.initAll(ptr %context) unnamed_addr {\n";
    assert!(out.contains(without_attributes), "{out}");
    let out = case
        .run(&["build", "-p", "probe", "--explain-pass", "encode-maps"])
        .ok();
    assert!(
        out.ends_with("It changes nothing in this package.\n"),
        "{out}"
    );
    let error = case
        .run(&["build", "-p", "probe", "--explain-pass", "retarge"])
        .fails(2);
    assert!(
        error.starts_with("error: there is no pass \"retarge\"; did you mean \"retarget\"?"),
        "{error}"
    );
    assert!(error.contains("order-blocks"), "{error}");
    assert_eq!(case.files("."), ["probe"]);
    // Of refused code, the pass that refused it and those before are seen.
    case.file("probe/main.go", REFUSED);
    let run = case.run(&["build", "-p", "probe", "--explain-pass", "retarget"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("\n+++ 01-retarget.ll\n"), "{run:?}");
    assert!(run.err.contains("probe/main.go:8"), "{run:?}");
}

#[test]
fn options_in_the_manifest_count_and_flags_win() {
    if !has_tinygo() {
        return;
    }
    let case = Case::new();
    case.file("app/bpf/go.mod", "module probe\n\ngo 1.22\n");
    case.file("app/bpf/main.go", crate::case::PROGRAM);
    let manifest = |options: &str| {
        let text = format!("[package]\nname = \"app\"\n\n[package.metadata.tinybpf]\n{options}\n");
        case.file("app/Cargo.toml", text);
    };
    let license = |args: &[&str]| {
        let run = case.run(&[&["build", "-p", "app", "--out", "app.o", "--json"], args].concat());
        run.json()["objects"][0]["license"]
            .as_str()
            .map(str::to_owned)
    };
    manifest("license = \"MIT\"\nprebuilt = \"kept\"");
    assert_eq!(license(&[]).as_deref(), Some("MIT"));
    assert_eq!(license(&["--license", "GPL"]).as_deref(), Some("GPL"));
    manifest("licence = \"MIT\"\ncpu = \"v5\"");
    let error = case.run(&["build", "-p", "app"]).fails(1);
    expect![[r#"
        error[setting]: `licence` is no option of tinybpf; did you mean "license"?
         --> app/Cargo.toml:5:1
          |
        5 | licence = "MIT"
          | ^^^^^^^

        error[setting]: `cpu`: "v5" is none of v1, v2, v3, v4
         --> app/Cargo.toml:6:7
          |
        6 | cpu = "v5"
          |       ^^^^
          |
          = help: it takes one of v1, v2, v3, v4: The BPF instruction set

        for more about this error, try `cargo tinybpf explain setting`
    "#]]
    .assert_eq(&error);
}
