//! The README's first example, as a new user follows it.
#![cfg(target_os = "linux")]

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tests::{can_load, tinygo, workspace};

const STEPS: &str = "## Use it";

/// The blocks of code of the steps, with their languages.
fn blocks() -> Vec<(String, String)> {
    let text = fs::read_to_string(workspace().join("README.md")).unwrap();
    let steps = text
        .split(STEPS)
        .nth(1)
        .unwrap()
        .split("\n## ")
        .next()
        .unwrap();
    let blocks = steps.split("```").skip(1).step_by(2);
    blocks
        .map(|block| {
            let (language, code) = block.split_once('\n').unwrap();
            (language.to_owned(), code.to_owned())
        })
        .collect()
}

/// Writes the files of the steps into a folder: all that is added is a name for the crate, and where our crates lie.
fn follow(folder: &Path) {
    let blocks = blocks();
    let languages: Vec<_> = blocks
        .iter()
        .map(|(language, _)| language.as_str())
        .collect();
    assert_eq!(languages, ["toml", "go", "rust", "rust"]);
    let [(_, manifest), (_, program), (_, build), (_, main)] = &blocks[..] else {
        unreachable!()
    };
    let mut manifest = format!(
        "[package]\nname = \"first\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n{manifest}\n[workspace]\n"
    );
    for own in ["tinybpf-build", "tinybpf-explain"] {
        let published = format!("{own} = \"0.1\"");
        assert!(manifest.contains(&published), "{manifest}");
        let path = format!("{own}.path = {:?}", workspace().join(own));
        manifest = manifest.replace(&published, &path);
    }
    for folder in [folder.join("src"), folder.join("bpf")] {
        fs::create_dir(folder).unwrap();
    }
    for (name, text) in [
        ("Cargo.toml", &manifest),
        ("bpf/probe.go", program),
        ("build.rs", build),
        ("src/main.rs", main),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    // The same versions as here, so that nothing has to be downloaded.
    fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
}

fn build(folder: &Path, vendor: bool) -> (bool, String) {
    let mut cargo = Command::new(env!("CARGO"));
    if vendor {
        cargo.env("TINYBPF_VENDOR", "1");
    }
    let output = cargo
        .args(["build", "--offline"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target())
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.success(), text)
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme")
}

#[test]
fn the_first_example_counts_packets() {
    if tinygo().is_none() || !can_load() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    follow(folder.path());

    let (success, log) = build(folder.path(), false);
    assert!(
        !success && log.contains("run `TINYBPF_VENDOR=1 cargo build` or "),
        "{log}"
    );
    let (success, log) = build(folder.path(), true);
    assert!(success, "{log}");
    let (success, log) = build(folder.path(), false);
    assert!(success, "{log}");

    let mut program = Command::new(target().join("debug/first"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // Something for the loopback device to carry.
    let socket = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    let lines = BufReader::new(program.stdout.take().unwrap()).lines();
    let counted = lines.map_while(Result::ok).take(3).any(|line| {
        socket
            .send_to(b"packet", socket.local_addr().unwrap())
            .unwrap();
        let (count, rest) = line.split_once(' ').unwrap();
        assert_eq!(rest, "packets");
        count.parse::<u64>().unwrap() > 0
    });
    program.kill().unwrap();
    program.wait().unwrap();
    assert!(counted, "no packet was counted");

    // Cargo looks at the options in its own manifest only when it is told to.
    let path = folder.path().join("Cargo.toml");
    let manifest = fs::read_to_string(&path).unwrap();
    let wrong = "\n[package.metadata.tinybpf]\ncpu = \"v5\"\n";
    fs::write(&path, manifest + wrong).unwrap();
    let (success, log) = build(folder.path(), false);
    let expected = "`cpu`: \"v5\" is none of v1, v2, v3, v4";
    assert!(!success && log.contains(expected), "{log}");
    assert!(log.contains("Cargo.toml:"), "{log}");
}
