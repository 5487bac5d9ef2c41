//! `init`, as a new user runs it: each type of program becomes a project whose checks and tests pass.
#![cfg(target_os = "linux")]

use std::{
    collections::BTreeSet,
    env, fs,
    io::{BufRead as _, BufReader},
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const TYPES: [&str; 12] = [
    "xdp",
    "tc",
    "tracepoint",
    "raw-tracepoint",
    "kprobe",
    "uprobe",
    "fentry",
    "lsm",
    "cgroup-connect",
    "socket-filter",
    "perf-event",
    "iter",
];

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// What makes a manifest use the crates of this repository.
fn patch() -> String {
    let crates = [
        "tinybpf-build",
        "tinybpf-core",
        "tinybpf-explain",
        "tinybpf-object",
        "tinybpf-test",
    ];
    let lines = crates.map(|name| format!("{name} = {{ path = {:?} }}\n", workspace().join(name)));
    format!("\n[patch.crates-io]\n{}", lines.concat())
}

/// Runs a command in a folder, and returns whether it succeeded and all that it printed.
fn run(command: &mut Command, folder: &Path) -> (bool, String) {
    let output = command
        .current_dir(folder)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("init"),
        )
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8_lossy(&text).into_owned(),
    )
}

/// Runs a command that must succeed, and returns what it printed.
fn succeed(program: &str, args: &[&str], folder: &Path) -> String {
    let (success, text) = run(Command::new(program).args(args), folder);
    assert!(
        success,
        "{program} {args:?} in {}\n{text}",
        folder.display()
    );
    text
}

fn init(args: &[&str], folder: &Path) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-tinybpf"));
    run(command.arg("init").args(args), folder)
}

/// Whether this machine has what projects take. Without, a test says so and passes, unless `TINYBPF_TEST_REQUIRE` is set.
fn has_tools() -> bool {
    let mut doctor = Command::new(env!("CARGO_BIN_EXE_cargo-tinybpf"));
    let (_, text) = run(doctor.arg("version"), workspace());
    let missing = text.contains("not found") || Command::new("gofmt").arg("-h").output().is_err();
    assert!(
        !missing || env::var_os("TINYBPF_TEST_REQUIRE").is_none(),
        "TINYBPF_TEST_REQUIRE is set, and something is missing: {text}"
    );
    if missing {
        eprintln!("not run: {text}");
    }
    !missing
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

/// Makes tracepoints visible, as systems do at boot; this machine may be a container.
fn mount_tracefs() {
    const FOLDER: &str = "/sys/kernel/tracing";
    if is_root() && !Path::new(FOLDER).join("events").exists() {
        let args = ["-t", "tracefs", "tracefs", FOLDER];
        succeed("mount", &args, Path::new("/"));
    }
}

/// The names of the files below a folder, but for those of the Go package and of Git.
fn files(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(inside).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
            if [".git", "bpf/tinybpf"].contains(&name) {
                found.insert(format!("{name}/"));
            } else if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(name.to_owned());
            }
        }
    }
    found
}

#[test]
fn each_type_is_a_member_whose_checks_and_tests_pass() {
    if !has_tools() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = []\n{}", patch());
    fs::write(root.join("Cargo.toml"), manifest).unwrap();
    fs::copy(workspace().join("Cargo.lock"), root.join("Cargo.lock")).unwrap();
    for kind in TYPES {
        let name = format!("{kind}-probe");
        let (success, text) = init(&[&name, "--type", kind], root);
        assert!(success, "{text}");
        assert!(text.contains(&format!("made {name} ({kind}): ")), "{text}");
        let files = files(&root.join(&name));
        assert!(
            files.contains("bpf/tinybpf/") && !files.contains("xtask/Cargo.toml"),
            "{files:?}"
        );
        let bpf = root.join(&name).join("bpf");
        assert_eq!(succeed("gofmt", &["-l", "."], &bpf), "");
        succeed("go", &["vet", "."], &bpf);
        succeed("go", &["test", "."], &bpf);
    }
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    assert!(manifest.contains("\"xdp-probe\""), "{manifest}");
    let cargo = |args: &[&str]| succeed(env!("CARGO"), args, root);
    cargo(&["fmt", "--all", "--check"]);
    let lints = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ];
    cargo(&lints);
    mount_tracefs();
    let tests = cargo(&["test", "--workspace"]);
    let passed = tests.matches("test result: ok. 1 passed").count();
    assert_eq!(passed, TYPES.len(), "{tests}");
    assert!(!is_root() || !tests.contains("not run"), "{tests}");
}

#[test]
fn a_project_of_its_own_builds_and_runs() {
    if !has_tools() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let (success, text) = init(
        &["my-filter", "--path", "ein Ördner/filter", "--no-git"],
        dir.path(),
    );
    assert!(success, "{text}");
    for part in [
        "made ein Ördner/filter (xdp): drops",
        "cargo build",
        "sudo target/debug/my-filter lo 192.0.2.66",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let root = dir.path().join("ein Ördner/filter");
    let expected = [
        ".cargo/config.toml",
        ".github/workflows/ci.yml",
        ".gitignore",
        "Cargo.toml",
        "README.md",
        "bpf/go.mod",
        "bpf/probe.go",
        "bpf/probe_test.go",
        "bpf/tinybpf/",
        "build.rs",
        "src/loader.rs",
        "src/main.rs",
        "src/tests.rs",
        "xtask/Cargo.toml",
        "xtask/src/main.rs",
    ];
    let expected: BTreeSet<_> = expected.map(str::to_owned).into();
    assert_eq!(files(&root), expected);
    for name in &expected {
        let text = fs::read_to_string(root.join(name)).unwrap_or_default();
        assert!(
            !text.contains("{{na") && !text.contains("{{ve"),
            "{name}: {text}"
        );
    }
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap() + &patch();
    fs::write(root.join("Cargo.toml"), manifest).unwrap();
    fs::copy(workspace().join("Cargo.lock"), root.join("Cargo.lock")).unwrap();
    succeed(env!("CARGO"), &["fmt", "--all", "--check"], &root);
    succeed(env!("CARGO"), &["build", "--workspace"], &root);
    let version = succeed(env!("CARGO"), &["xtask", "version"], &root);
    assert!(version.starts_with("tinybpf "), "{version}");
    if is_root() {
        run_until_ctrl_c(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("init/debug/my-filter"));
    }
}

/// Runs the loader until it has counted packets, and ends it as Ctrl-C does.
fn run_until_ctrl_c(program: &PathBuf) {
    let mut loader = Command::new(program)
        .args(["lo", "192.0.2.66"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(loader.stdout.take().unwrap()).lines();
    let mut line = || lines.next().unwrap().unwrap();
    assert_eq!(line(), "filtering on lo");
    // Something for the loopback device to carry.
    let socket = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    socket
        .send_to(b"packet", socket.local_addr().unwrap())
        .unwrap();
    let counted = line();
    assert!(
        counted.starts_with("0 packets dropped, ") && !counted.ends_with(" 0 passed"),
        "{counted}"
    );
    let id = loader.id().to_string();
    succeed("kill", &["-INT", &id], Path::new("/"));
    assert!(loader.wait().unwrap().success());
}

#[test]
fn git_as_asked() {
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("not run: there is no git");
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    for (name, args, is_there) in [
        ("plain", &[][..], true),
        ("without", &["--no-git", "--no-xtask"], false),
        ("plain/nested", &["--path", "plain/nested"], false),
        ("plain/own", &["--path", "plain/own", "--git"], true),
    ] {
        let crate_name = name.rsplit('/').next().unwrap();
        let args = [&[crate_name], args].concat();
        let (success, text) = init(&args, dir.path());
        assert!(success, "{text}");
        assert_eq!(
            dir.path().join(name).join(".git").exists(),
            is_there,
            "{name}"
        );
    }
    assert!(!dir.path().join("without/xtask").exists());
    assert!(dir.path().join("plain/xtask").exists());
    let manifest = fs::read_to_string(dir.path().join("without/Cargo.toml")).unwrap();
    assert!(!manifest.contains("[workspace]"), "{manifest}");
}

#[test]
fn what_is_wrong_makes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("full")).unwrap();
    fs::write(dir.path().join("full/notes.txt"), "mine").unwrap();
    fs::write(dir.path().join("file"), "mine").unwrap();
    let before = files(dir.path());
    for (args, parts) in [
        (
            &["full"][..],
            &["full: there is something in this folder already", "--path"][..],
        ),
        (&["file"], &["file: this is a file", "--path"]),
        (
            &["my filter"],
            &["`my filter` is no name for a crate", "try `my-filter`"],
        ),
        (&["match"], &["`match` is taken", "try `match-bpf`"]),
        (&["a/b"], &["`a/b` is a path", "`b --path a/b`"]),
        (&["."], &["try `my-probe`"]),
        (&["new", "--type", "xpd"], &["'xpd'", "xdp"]),
        (&["new", "--git", "--no-git"], &["cannot be used with"]),
        (&[], &["<NAME>"]),
    ] {
        let (success, text) = init(args, dir.path());
        assert!(!success, "{args:?}: {text}");
        for part in parts {
            assert!(text.contains(part), "{args:?}: no `{part}` in {text}");
        }
    }
    assert_eq!(files(dir.path()), before);
}
