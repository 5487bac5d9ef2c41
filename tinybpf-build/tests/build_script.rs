//! A user's crate, built by the Cargo of this machine: when its build script runs, and what a mistake looks like.
#![allow(
    clippy::disallowed_methods,
    reason = "a test is no build script: Cargo need not learn of what it reads"
)]

use std::{env, fs, path::Path, process::Command, thread, time::Duration};

use tinybpf_build::tinygo::TinyGo;

const MANIFEST: &str = r#"[package]
name = NAME
version = "0.1.0"
edition = "2024"

[build-dependencies]
tinybpf-build.path = PATH

[workspace]
"#;
const BUILD: &str = r#"fn main() {
    tinybpf_build::Builder::new().aya(false).compile("probe");
}
"#;
const MAIN: &str = r#"mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

fn main() {
    assert_eq!(&probe::OBJECT[..4], b"\x7fELF");
    println!("{} {}", probe::programs::PASS, probe::sections::XDP);
}
"#;
const GO: &str = "package main

import _ \"unsafe\" // for go:section

var verdict int32 = 2

//export pass
//go:section xdp
func pass(ctx *[6]uint32) int32 {
\treturn verdict
}

func main() {}
";

/// Go that prints its constants, with every kind of declaration.
const CONSTANTS: &str = "package main

import \"fmt\"

type Verdict int16

type mask = Mask

type Mask uint32

const (
\tVerdictAllow Verdict = iota
\t_
\tVerdictDeny
\tVerdictAudit = VerdictAllow - 7*iota
\tVerdictLast = Verdict('z' &^ 0b10)
)

const (
\tread, write mask = 1 << iota, 1 << (iota * 2 + 16)
\texecute, append
\tall = read | write | execute | append
\tnone = ^mask(0) >> (31 - execute)
)

const (
\tMaxPath = 256
\tHuge, LowestByte = 1<<64 - 1, -1 << 7
\tDefaultLimit uint32 = 10 * MaxPath
\tLetter byte = 'a'
\tGreeting = `raw \\ ` + \"es\\\\c \\u00e9\\x41\\103 grüezi\"
\tDebug = MaxPath > 200 && !(Letter == 'b')
\tQuiet bool = Greeting < \"a\"
\tHalf = 1.0 / 2
\tSize = len(Greeting)
)

func main() {
\tfmt.Println(VerdictAllow, VerdictDeny, VerdictAudit, VerdictLast, read, write, execute, append, all, none)
\tfmt.Println(MaxPath, uint64(Huge), LowestByte, DefaultLimit, Letter, Greeting, Debug, Quiet)
}
";

struct Crate {
    dir: tempfile::TempDir,
}

impl Crate {
    /// Crates that share a target folder need different names.
    fn new(name: &str) -> Self {
        let krate = Self {
            dir: tempfile::tempdir().unwrap(),
        };
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        krate.write(
            "Cargo.toml",
            &MANIFEST
                .replace("PATH", &format!("{here:?}"))
                .replace("NAME", &format!("{name:?}")),
        );
        // The same versions as here, so that nothing has to be downloaded.
        if let Ok(lock) = fs::read_to_string(here.join("../Cargo.lock")) {
            krate.write("Cargo.lock", &lock);
        }
        krate.write("build.rs", BUILD);
        krate.write("src/main.rs", MAIN);
        krate.write("bpf/go.mod", "module probe\n\ngo 1.22\n");
        krate.write("bpf/main.go", GO);
        krate
    }

    fn write(&self, name: &str, contents: &str) {
        let path = self.dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    fn cargo(&self, args: &[&str]) -> (bool, String) {
        self.cargo_with(args, |_| {})
    }

    /// Runs Cargo in an environment that is changed.
    fn cargo_with(&self, args: &[&str], change: impl FnOnce(&mut Command)) -> (bool, String) {
        // Cargo compares times of files, which some file systems keep coarsely.
        thread::sleep(Duration::from_millis(50));
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(args)
            .arg("--offline")
            .current_dir(&self.dir)
            // One folder for all runs: the dependencies are compiled once.
            .env(
                "CARGO_TARGET_DIR",
                Path::new(env!("CARGO_TARGET_TMPDIR")).join("build_script"),
            )
            .env_remove("RUSTFLAGS");
        change(&mut cargo);
        let output = cargo.output().unwrap();
        let text = [output.stdout, output.stderr].concat();
        (
            output.status.success(),
            String::from_utf8_lossy(&text).into_owned(),
        )
    }

    /// Builds, and tells whether the build script ran.
    fn build_runs_the_script(&self) -> bool {
        let (success, log) = self.cargo(&["build", "-v"]);
        assert!(success, "{log}");
        log.contains("build-script-build`")
    }
}

#[cfg(unix)]
#[test]
fn a_prebuilt_object_needs_neither_tinygo_nor_go() {
    if tinygo().is_none() {
        return;
    }
    let krate = Crate::new("shipped");
    let build = BUILD.replace("new()", "new().prebuilt(\"prebuilt\")");
    krate.write("build.rs", &build);
    let (success, log) = krate.cargo_with(&["build"], |cargo| {
        cargo.env("TINYBPF_MODE", "update-prebuilt");
    });
    assert!(success, "{log}");

    // Nothing but what Rust needs.
    let machine = tempfile::tempdir().unwrap();
    for tool in ["cc", "ld"] {
        let link = machine.path().join(tool);
        std::os::unix::fs::symlink(which::which(tool).unwrap(), link).unwrap();
    }
    let home = |name: &str, folder: &str| {
        let home = || Path::new(&env::var_os("HOME").unwrap_or_default()).join(folder);
        env::var_os(name).map_or_else(home, Into::into)
    };
    let bare = |cargo: &mut Command| {
        let rustc = Path::new(env!("CARGO")).with_file_name("rustc");
        cargo
            .env("RUSTC", rustc)
            .env("CARGO_HOME", home("CARGO_HOME", ".cargo"))
            .env("RUSTUP_HOME", home("RUSTUP_HOME", ".rustup"))
            .env("PATH", machine.path())
            .env("HOME", machine.path())
            .env_remove("XDG_DATA_HOME")
            .env_remove("TINYGO");
    };
    let (success, log) = krate.cargo_with(&["build"], bare);
    assert!(success && !log.contains("warning"), "{log}");
    let (success, log) = krate.cargo_with(&["run", "-q"], bare);
    assert!(success && log == "pass xdp\n", "{log}");

    krate.write("bpf/main.go", &GO.replace("= 2", "= 1"));
    let (success, log) = krate.cargo_with(&["build"], bare);
    assert!(!success && log.contains("bpf/main.go changed"), "{log}");
}

#[test]
fn the_script_runs_when_something_changed_and_a_mistake_is_shown() {
    if tinygo().is_none() {
        return;
    }
    let krate = Crate::new("probe");
    assert!(krate.build_runs_the_script());
    assert!(!krate.build_runs_the_script(), "nothing changed");
    let (_, output) = krate.cargo(&["run", "-q"]);
    assert_eq!(output, "pass xdp\n");

    krate.write("README.md", "Not of the program.\n");
    krate.write("src/main.rs", &MAIN.replace("println", "eprintln"));
    assert!(!krate.build_runs_the_script(), "only Rust changed");
    krate.write("bpf/more.go", "package main\n\nvar more uint32\n");
    assert!(krate.build_runs_the_script(), "a new Go file");
    krate.write("bpf/more.go", "package main\n\nvar more uint64\n");
    assert!(krate.build_runs_the_script(), "a changed Go file");
    fs::remove_file(krate.dir.path().join("bpf/more.go")).unwrap();
    assert!(krate.build_runs_the_script(), "a Go file less");
    assert!(!krate.build_runs_the_script(), "nothing changed again");

    krate.write(
        "bpf/main.go",
        &GO.replace("return verdict", "return verdict + \"1\"\n\treturn none"),
    );
    for _ in 0..2 {
        let (success, log) = krate.cargo(&["build"]);
        let errors: Vec<&str> = log
            .lines()
            .filter(|line| line.starts_with("error"))
            .collect();
        assert!(!success);
        assert!(
            errors[0].starts_with("error: probe@0.1.0: bpf/main.go:10:"),
            "{log}"
        );
        assert!(!log.contains("cargo::"), "directives are repeated:\n{log}");
    }
    krate.write("bpf/main.go", GO);
    assert!(krate.build_runs_the_script(), "mended");
}

/// As an editor does it.
#[test]
fn checking_again_compiles_no_go_and_the_bindings_stay_where_they_are() {
    if tinygo().is_none() {
        return;
    }
    let krate = Crate::new("checked");
    let check = || {
        let (success, log) = krate.cargo(&["check", "-v", "--message-format=json"]);
        assert!(success, "{log}");
        let mut scripts = log
            .lines()
            .filter(|line| line.contains("build-script-executed"));
        let own = scripts.find(|line| line.contains("checked@0.1.0")).unwrap();
        let out_dir = own.split("\"out_dir\":\"").nth(1).unwrap();
        let bindings = Path::new(out_dir.split('"').next().unwrap()).join("probe.rs");
        let written = fs::metadata(&bindings).unwrap().modified().unwrap();
        (log.contains("build-script-build`"), bindings, written)
    };
    let (runs, bindings, written) = check();
    assert!(runs);
    assert_eq!(check(), (false, bindings.clone(), written));
    krate.write("src/main.rs", &MAIN.replace("println", "eprintln"));
    assert_eq!(check(), (false, bindings.clone(), written), "only Rust");
    // What the editor has read stays valid as long as nothing in it changes.
    krate.write(
        "bpf/main.go",
        &GO.replace("return verdict", "return verdict + 1"),
    );
    assert_eq!(
        check(),
        (true, bindings.clone(), written),
        "only code of Go"
    );
    krate.write("bpf/main.go", &GO.replace("verdict", "answer"));
    let (runs, same, later) = check();
    assert!(runs && same == bindings && later > written);
    let text = fs::read_to_string(bindings).unwrap();
    assert!(
        text.contains("/// `answer`: `i32`, 4 bytes at offset 0 of `.data` (main.go:5)."),
        "{text}"
    );
}

#[test]
fn constants_are_those_of_go() {
    let Some(tinygo) = tinygo() else { return };
    let krate = Crate::new("constants");
    // The same text for both, but for what is printed.
    let constants = CONSTANTS.split("func main()").next().unwrap();
    let bpf = GO.replace(
        "package main\n\nimport _ \"unsafe\" // for go:section\n",
        "",
    );
    krate.write(
        "bpf/main.go",
        &(constants.replace("import \"fmt\"", "import _ \"unsafe\"") + &bpf),
    );
    krate.write(
        "src/main.rs",
        &MAIN.replace(
            "println!(\"{} {}\", probe::programs::PASS, probe::sections::XDP);",
            "use probe::{Mask as M, Verdict as V};
    let verdicts = [V::ALLOW, V::DENY, V::AUDIT, V::LAST];
    let masks = [M::READ, M::WRITE, M::EXECUTE, M::APPEND, M::ALL, M::NONE];
    assert_eq!(format!(\"{verdicts:?} {:?}\", V(3)), \"[ALLOW, DENY, AUDIT, LAST] Verdict(3)\");
    let numbers = verdicts.iter().map(|v| v.0.to_string());
    let all: Vec<_> = numbers.chain(masks.iter().map(|m| m.0.to_string())).collect();
    println!(\"{}\", all.join(\" \"));
    use probe::constants as c;
    let numbers: (i64, u64, i64, u32, u8) =
        (c::MAX_PATH, c::HUGE, c::LOWEST_BYTE, c::DEFAULT_LIMIT, c::LETTER);
    let (path, huge, byte, limit, letter) = numbers;
    let (greeting, debug, quiet): (&str, bool, bool) = (c::GREETING, c::DEBUG, c::QUIET);
    println!(\"{path} {huge} {byte} {limit} {letter} {greeting} {debug} {quiet}\");",
        ),
    );
    krate.write("plain/main.go", CONSTANTS);
    krate.write("plain/go.mod", "module plain\n\ngo 1.22\n");
    let plain = Command::new(tinygo.go())
        .args(["run", "."])
        .current_dir(krate.dir.path().join("plain"))
        .output()
        .unwrap();
    let (success, output) = krate.cargo(&["run", "-q"]);
    assert!(success, "{output}");
    assert_eq!(output, String::from_utf8_lossy(&plain.stdout), "{plain:?}");
}

/// TinyGo; without it a test says so and passes, unless `TINYBPF_TEST_REQUIRE` is set.
fn tinygo() -> Option<TinyGo> {
    let found = TinyGo::find(None, &|name| env::var_os(name));
    if let Err(error) = &found {
        assert!(
            env::var_os("TINYBPF_TEST_REQUIRE").is_none(),
            "TINYBPF_TEST_REQUIRE is set, and TinyGo is missing: {error}"
        );
        eprintln!("not run: {error}");
    }
    found.ok()
}
