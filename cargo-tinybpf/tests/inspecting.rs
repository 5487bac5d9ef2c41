//! What the page about inspecting shows in consoles is what the command line says.

use std::{env, fs, path::Path, process::Command};

use tinybpf_build::tinygo::TinyGo;

/// What stands for lines that the page leaves out.
const LEFT_OUT: &str = "…";

const MANIFEST: &str = "[package]\nname = \"counter\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";

#[test]
fn the_guide_shows_what_is_said() {
    if let Err(why) = TinyGo::find(None, &|name| env::var_os(name)) {
        let required = env::var_os("TINYBPF_TEST_REQUIRE").is_some_and(|value| value == "1");
        assert!(!required, "every test has to run: {why}");
        eprintln!("not run: {why}");
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/src/inspecting.md");
    let page = fs::read_to_string(path).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let package = folder.path().join("bpf");
    fs::create_dir(&package).unwrap();
    fs::create_dir(folder.path().join("src")).unwrap();
    fs::write(folder.path().join("src/main.rs"), "fn main() {}\n").unwrap();
    fs::write(folder.path().join("Cargo.toml"), MANIFEST).unwrap();
    let program = blocks(&page, "go").next().unwrap();
    fs::write(package.join("counter.go"), program).unwrap();
    // As in the page before.
    run("$ cargo tinybpf vendor bpf", folder.path());
    let mut number = 0;
    for block in blocks(&page, "console") {
        let (command, shown) = block.split_once('\n').unwrap();
        let said = run(command, folder.path());
        let mut lines = said.lines();
        let missing = shown
            .lines()
            .filter(|line| *line != LEFT_OUT)
            .find(|shown| !lines.any(|line| is_shown(line, shown)));
        assert_eq!(missing, None, "{command}: not said, or not there:\n{said}");
        number += 1;
    }
    assert!(number > 3, "{number} consoles");
}

/// Sizes of files in brackets are not shown.
fn is_shown(line: &str, shown: &str) -> bool {
    line == shown
        || line
            .strip_prefix(shown)
            .is_some_and(|size| size.starts_with(" ("))
}

/// The blocks of a page in a language.
fn blocks<'p>(page: &'p str, language: &str) -> impl Iterator<Item = &'p str> {
    let begin = format!("```{language}\n");
    let blocks: Vec<_> = page.split(&begin).skip(1).collect();
    let end = "```\n";
    blocks
        .into_iter()
        .map(move |rest| rest.split(end).next().unwrap_or_default())
}

/// What a command of the page says, in a folder with the program.
fn run(command: &str, folder: &Path) -> String {
    let args = command.strip_prefix("$ cargo tinybpf ").expect(command);
    let output = Command::new(env!("CARGO_BIN_EXE_cargo-tinybpf"))
        .args(args.split_whitespace())
        .current_dir(folder)
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    text.concat()
}
