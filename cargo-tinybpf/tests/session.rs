//! The session in the guide is what happens: each program there is built, and the text after it is what the command line says.

use std::{env, fs, path::Path, process::Command};

use expect_test::expect_file;
use tinybpf_build::tinygo::TinyGo;

#[test]
fn the_guide_shows_what_happens() {
    if let Err(why) = TinyGo::find(None, &|name| env::var_os(name)) {
        let required = env::var_os("TINYBPF_TEST_REQUIRE").is_some_and(|value| value == "1");
        assert!(!required, "every test has to run: {why}");
        eprintln!("not run: {why}");
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/src/session.md");
    let page = fs::read_to_string(&path).unwrap();
    expect_file![path].assert_eq(&replayed(&page));
}

/// The page with what the programs in it give now.
fn replayed(page: &str) -> String {
    let (mut now, mut said) = (String::new(), String::new());
    // The code of the program that the page is in, and whether it is in what is said of one.
    let (mut code, mut in_text) = (None::<String>, false);
    for line in page.split_inclusive('\n') {
        let ends = line == "```\n";
        if in_text && !ends {
            continue;
        }
        now.push_str(line);
        if line.starts_with("```go") {
            code = Some(String::new());
        } else if line.starts_with("```text") {
            now.push_str(&std::mem::take(&mut said));
            in_text = true;
        } else if ends {
            in_text = false;
            said = code.take().map_or(said, |code| build(&code));
        } else if let Some(code) = &mut code {
            code.push_str(line);
        }
    }
    now
}

/// What the command line says of a program.
fn build(code: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let package = folder.path().join("bpf");
    fs::create_dir(&package).unwrap();
    fs::write(package.join("main.go"), code).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_cargo-tinybpf"))
        .args(["build", "--color", "never", "--package", "bpf"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    let real = fs::canonicalize(folder.path()).unwrap();
    let text = text.concat().replace(&format!("{}/", real.display()), "");
    format!("$ cargo tinybpf build --package bpf\n{text}")
}
