//! The session in the guide is what happens: each program there is built, and the text after it is what the command line says.

use std::{env, fs, os::unix::fs::MetadataExt as _, path::Path, process::Command};

use expect_test::expect_file;
use tempfile::TempDir;
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
    let mut now = String::new();
    let mut session = None;
    // The block that the page is in, after its first line.
    let mut block: Option<(Block, String)> = None;
    for line in page.split_inclusive('\n') {
        if let Some((_, text)) = &mut block
            && line != "```\n"
        {
            text.push_str(line);
            continue;
        }
        match block.take() {
            Some((Block::Program, code)) => {
                now.push_str(&code);
                session = Some(Session::of(&code));
            }
            Some((Block::Terminal, text)) => {
                let session = session.as_ref().expect("a program comes first");
                now.push_str(&session.replayed(&text));
            }
            None if line.starts_with("```go") => block = Some((Block::Program, String::new())),
            None if line.starts_with("```text") => block = Some((Block::Terminal, String::new())),
            None => {}
        }
        now.push_str(line);
    }
    now
}

enum Block {
    Program,
    Terminal,
}

/// Before a line that is run.
const PROMPT: &str = "$ cargo tinybpf ";

/// The kernel that the page is about; others put it in other words.
const KERNEL: &str = "6.18";

/// A terminal in a folder with a program.
struct Session {
    folder: TempDir,
}

impl Session {
    fn of(code: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let package = folder.path().join("bpf");
        fs::create_dir(&package).unwrap();
        fs::write(package.join("main.go"), code).unwrap();
        Self { folder }
    }

    /// The lines that are run in a text, and what they say now.
    fn replayed(&self, text: &str) -> String {
        let lines = text.lines().filter_map(|line| line.strip_prefix(PROMPT));
        let said = lines.map(|args| format!("{PROMPT}{args}\n{}", self.run(args)));
        if !text.contains("--kernel") {
            return said.collect();
        }
        let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
        if !release.starts_with(KERNEL) || !is_root() {
            eprintln!("not run: what takes root on Linux {KERNEL}");
            return text.to_owned();
        }
        said.collect::<String>().replace(release.trim(), KERNEL)
    }

    fn run(&self, args: &str) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_cargo-tinybpf"))
            .args(args.split_whitespace())
            .args(["--color", "never"])
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        let real = fs::canonicalize(self.folder.path()).unwrap();
        text.concat().replace(&format!("{}/", real.display()), "")
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}
