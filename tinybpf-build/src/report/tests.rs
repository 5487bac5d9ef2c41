use std::{ffi::OsString, path::Path};

use expect_test::{Expect, expect};
use tinybpf_core::{Diagnostic, Position, Severity, Topic};

use super::{directives, is_coloured, render};

/// A finding in a file that is there.
fn finding(folder: &Path, text: &[u8], line: u32, column: u32) -> Diagnostic {
    let file = folder.join("main.go");
    std::fs::write(&file, text).unwrap();
    Diagnostic {
        severity: Severity::Error,
        topic: Topic::Goroutines,
        position: Some(Position {
            file: file.display().to_string(),
            line,
            column,
        }),
        message: "goroutines cannot be\nused".to_owned(),
        help: vec!["call it".to_owned(), "or do without".to_owned()],
    }
}

/// Checks how a finding is shown in a line of text.
fn check(text: &[u8], line: u32, column: u32, expected: Expect) {
    let folder = tempfile::tempdir().unwrap();
    let finding = finding(folder.path(), text, line, column);
    let shown = render(&finding, false).replace(&format!("{}/", folder.path().display()), "");
    expected.assert_eq(&shown);
}

#[test]
fn the_line_and_the_place() {
    check(
        b"package main\n\tgo worker(1)\n",
        2,
        2,
        expect![[r#"
        error[goroutines]: goroutines cannot be used
         --> main.go:2:2
          |
        2 |     go worker(1)
          |     ^^
          |
          = help: call it
          = help: or do without"#]],
    );
}

#[test]
fn only_the_line_is_known() {
    check(
        b"func prog() {\n",
        1,
        0,
        expect![[r#"
        error[goroutines]: goroutines cannot be used
         --> main.go:1:6
          |
        1 | func prog() {
          |      ^^^^
          |
          = help: call it
          = help: or do without"#]],
    );
}

#[test]
fn wide_letters_and_the_end_of_a_line_of_windows() {
    check(
        "\t\"日本\", größe(1)\r\n".as_bytes(),
        1,
        19,
        expect![[r#"
            error[goroutines]: goroutines cannot be used
             --> main.go:1:8
              |
            1 |     "日本", größe(1)
              |             ^^^^^
              |
              = help: call it
              = help: or do without"#]],
    );
}

#[test]
fn a_column_past_the_end() {
    check(
        b"short\n",
        1,
        99,
        expect![[r#"
        error[goroutines]: goroutines cannot be used
         --> main.go:1:6
          |
        1 | short
          |      ^
          |
          = help: call it
          = help: or do without"#]],
    );
}

#[test]
fn a_line_past_the_end() {
    check(
        b"short\n",
        9,
        3,
        expect![[r#"
        error[goroutines]: goroutines cannot be used
        --> main.go:9:3
         = help: call it
         = help: or do without"#]],
    );
}

#[test]
fn what_is_no_text() {
    check(
        b"a \xff\xfe b(1)\n",
        1,
        3,
        expect![[r#"
        error[goroutines]: goroutines cannot be used
         --> main.go:1:3
          |
        1 | a �� b(1)
          |   ^
          |
          = help: call it
          = help: or do without"#]],
    );
}

#[test]
fn a_very_long_line_is_cut_around_the_place() {
    let line = format!("{}go worker(){}\n", "x + ".repeat(200), " + y".repeat(200));
    let folder = tempfile::tempdir().unwrap();
    let finding = finding(folder.path(), line.as_bytes(), 1, 801);
    let shown = render(&finding, false);
    assert!(
        shown.contains("go worker()") && shown.contains("^^"),
        "{shown}"
    );
    assert!(
        shown.lines().skip(2).all(|line| line.chars().count() < 140),
        "{shown}"
    );
}

#[test]
fn a_file_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut finding = finding(folder.path(), b"", 3, 7);
    finding.position.as_mut().unwrap().file = "no/such.go".to_owned();
    expect![[r#"
        error[goroutines]: goroutines cannot be used
        --> no/such.go:3:7
         = help: call it
         = help: or do without"#]]
    .assert_eq(&render(&finding, false));
    finding.position = None;
    expect![[r#"
        error[goroutines]: goroutines cannot be used
         |
         = help: call it
         = help: or do without"#]]
    .assert_eq(&render(&finding, false));
}

#[test]
fn lines_for_cargo() {
    let folder = tempfile::tempdir().unwrap();
    let finding = finding(folder.path(), b"\n\tx := go.worker(1)\n", 2, 16);
    let lines = directives(&finding).join("\n");
    let lines = lines.replace(&format!("{}/", folder.path().display()), "");
    expect![[r#"
        main.go:2:7: goroutines cannot be used [goroutines]
          |
        2 |     x := go.worker(1)
          |          ^^^^^^^^^
          |
          = help: call it
          = help: or do without"#]]
    .assert_eq(&lines);
}

#[test]
fn colour() {
    let folder = tempfile::tempdir().unwrap();
    let finding = finding(folder.path(), b"go x()\n", 1, 1);
    assert!(render(&finding, true).contains("\x1b["));
    let says = |set: &'static [(&str, &str)], terminal| {
        let env = move |name: &str| {
            let found = set.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        };
        is_coloured(&env, terminal)
    };
    assert!(says(&[], true) && !says(&[], false));
    assert!(!says(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], true));
    assert!(says(&[("NO_COLOR", "")], true));
    assert!(says(&[("CLICOLOR_FORCE", "1")], false) && !says(&[("CLICOLOR_FORCE", "0")], false));
    assert!(says(&[("CARGO_TERM_COLOR", "always")], false));
    assert!(!says(&[("CARGO_TERM_COLOR", "never")], true));
    assert!(!says(&[("TERM", "dumb")], true) && says(&[("TERM", "xterm")], true));
}
