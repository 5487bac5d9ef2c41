//! Finding and running TinyGo, with scripts in the places of `tinygo` and `go` that record how they were run.
#![cfg(unix)]

use std::{
    collections::HashMap,
    ffi::OsString,
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use tinybpf_build::{
    Error,
    tinygo::{Request, Runtime, TinyGo},
};

/// A machine of its own: a home, a `PATH`, a TinyGo root.
struct Machine {
    dir: tempfile::TempDir,
    env: HashMap<String, OsString>,
}

impl Machine {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut machine = Self {
            dir,
            env: HashMap::new(),
        };
        for file in [
            "root/src/runtime/runtime.go",
            "root/src/runtime/internal/sys/zversion.go",
            "root/src/internal/task/task.go",
            "root/src/device/arm/arm.go",
            "bpf/go.mod",
            "bpf/main.go",
        ] {
            let path = machine.path(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        // The tools that the scripts themselves need come after the ones under test.
        let path = format!("{}:/usr/bin:/bin", machine.path("bin").display());
        machine.set("PATH", path);
        machine.set("HOME", machine.path("home"));
        machine.script("bin/go", "exit 0");
        machine
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn set(&mut self, name: &str, value: impl Into<OsString>) {
        self.env.insert(name.to_owned(), value.into());
    }

    fn script(&self, name: &str, body: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    /// A `tinygo` of a version that runs `build` when it is told to build.
    fn tinygo(&self, name: &str, version: &str, build: &str) -> PathBuf {
        let root = self.path("root");
        self.script(
            name,
            &format!(
                "case $1 in\n\
                 version) echo 'tinygo version {version} linux/amd64 (using go version go1.25.5 and LLVM version 19.1.7)';;\n\
                 env) echo '{}';;\n\
                 build) {build};;\n\
                 esac",
                root.display()
            ),
        )
    }

    fn find(&self, setting: Option<&Path>) -> Result<TinyGo, Error> {
        TinyGo::find(setting, &|name| self.env.get(name).cloned())
    }

    fn compile(&self, tinygo: &TinyGo, runtime: Runtime) -> Result<PathBuf, Error> {
        let output = self.path("probe.bc");
        tinygo.compile(&Request {
            package: &self.path("bpf"),
            tags: &["one".to_owned(), "two".to_owned()],
            args: &["-work".to_owned()],
            endian: tinybpf_build::tinygo::Endian::Little,
            runtime,
            output: &output,
        })
    }
}

#[test]
fn the_setting_wins_then_the_variable_then_path_then_the_users_own() {
    let mut machine = Machine::new();
    let own = machine.tinygo("home/.local/share/tinybpf/tinygo/bin/tinygo", "0.39.1", ":");
    if cfg!(target_os = "linux") {
        assert_eq!(machine.find(None).unwrap().path(), own);
    }
    let in_path = machine.tinygo("bin/tinygo", "0.39.2", ":");
    assert_eq!(machine.find(None).unwrap().path(), in_path);
    let variable = machine.tinygo("variable/tinygo", "0.39.3", ":");
    machine.set("TINYGO", &variable);
    assert_eq!(machine.find(None).unwrap().path(), variable);
    let setting = machine.tinygo("setting/tinygo", "0.39.4", ":");
    let found = machine.find(Some(&setting)).unwrap();
    assert_eq!(found.path(), setting);
    assert_eq!(found.version().to_string(), "0.39.4");
    assert_eq!(found.llvm_version(), "19.1.7");
    assert_eq!(found.root(), machine.path("root"));
}

#[test]
fn a_tinygo_that_the_user_names_is_not_replaced_by_another() {
    let mut machine = Machine::new();
    machine.tinygo("bin/tinygo", "0.40.1", ":");
    machine.set("TINYGO", "/nowhere/tinygo");
    let error = machine.find(None).unwrap_err().to_string();
    assert!(
        error.contains("/nowhere/tinygo, which TINYGO names"),
        "{error}"
    );
    assert!(!error.contains("in PATH"), "{error}");
}

#[test]
fn an_old_tinygo_is_passed_over() {
    let machine = Machine::new();
    machine.tinygo("bin/tinygo", "0.38.0", ":");
    if cfg!(target_os = "linux") {
        let own = machine.tinygo("home/.local/share/tinybpf/tinygo/bin/tinygo", "0.40.1", ":");
        assert_eq!(machine.find(None).unwrap().path(), own);
        fs::remove_file(own).unwrap();
    }
    match machine.find(None) {
        // The machine that runs the test has one in a usual place.
        Ok(found) => assert!(!found.path().starts_with(machine.dir.path())),
        Err(error) => {
            let error = error.to_string();
            assert!(
                error.contains("bin/tinygo: TinyGo 0.38.0, older than 0.39.0"),
                "{error}"
            );
        }
    }
}

#[test]
fn a_missing_tinygo_says_where_it_was_looked_for_and_how_to_get_it() {
    let machine = Machine::new();
    let Err(error) = machine.find(None) else {
        eprintln!("not run: there is a TinyGo in a usual place");
        return;
    };
    assert!(matches!(error, Error::Toolchain { .. }));
    let error = error.to_string();
    let path = machine.path("bin");
    let expected = [
        path.to_str().unwrap(),
        "/usr/local/tinygo/bin/tinygo",
        "= help: install it",
        "named with TINYGO",
    ];
    for part in expected {
        assert!(error.contains(part), "`{part}` is missing in:\n{error}");
    }
}

#[test]
fn an_upgraded_tinygo_is_asked_again() {
    let machine = Machine::new();
    machine.tinygo("bin/tinygo", "0.39.0", ":");
    assert_eq!(machine.find(None).unwrap().version().to_string(), "0.39.0");
    machine.tinygo("bin/tinygo", "0.40.1-dev", ":");
    assert_eq!(machine.find(None).unwrap().version().to_string(), "0.40.1");
}

/// Notes the arguments, the folder and the environment, and writes the bitcode.
const RECORD: &str = r#"d=$(dirname "$0")
    for arg; do echo "$arg"; out=$prev; prev=$arg; done >"$d/args"
    pwd >"$d/cwd"; env >"$d/env"; echo BC >"$out""#;

#[test]
fn tinygo_is_told_everything() {
    let machine = Machine::new();
    machine.tinygo("bin/tinygo", "0.40.1", RECORD);
    let tinygo = machine.find(None).unwrap();
    let output = machine.compile(&tinygo, Runtime::Bpf).unwrap();
    assert_eq!(output, machine.path("probe.bc"));
    let recorded = |name: &str| fs::read_to_string(machine.path("bin").join(name)).unwrap();
    let args = recorded("args");
    let args: Vec<_> = args.lines().collect();
    let [build, target, rest @ ..] = &args[..] else {
        panic!("{args:?}");
    };
    assert_eq!(*build, "build");
    let target = fs::read_to_string(target.strip_prefix("-target=").unwrap()).unwrap();
    assert!(target.contains("\"llvm-target\": \"riscv64-unknown-none\""));
    assert_eq!(
        rest,
        [
            "-gc=none",
            "-scheduler=none",
            "-panic=trap",
            "-opt=0",
            "-internal-printir",
            "-tags=one two",
            "-work",
            "-o",
            output.to_str().unwrap(),
            "."
        ]
    );
    assert_eq!(
        fs::canonicalize(recorded("cwd").trim()).unwrap(),
        fs::canonicalize(machine.path("bpf")).unwrap()
    );
    let env = recorded("env");
    let root = env
        .lines()
        .find_map(|line| line.strip_prefix("TINYGOROOT="))
        .unwrap();
    assert!(Path::new(root).join("src/runtime/unsupported.go").is_file());
    assert_ne!(Path::new(root), machine.path("root"));
}

#[test]
fn the_stock_runtime_on_request_and_for_unknown_versions() {
    let machine = Machine::new();
    machine.tinygo("bin/tinygo", "0.40.1", RECORD);
    machine.tinygo("new/tinygo", "0.99.0", RECORD);
    let root = |bin: &str| {
        let env = fs::read_to_string(machine.path(bin).join("env")).unwrap();
        let root = env
            .lines()
            .find_map(|line| line.strip_prefix("TINYGOROOT="));
        PathBuf::from(root.unwrap())
    };
    let tinygo = machine.find(None).unwrap();
    assert_eq!(tinygo.note(Runtime::Bpf), None);
    machine.compile(&tinygo, Runtime::Stock).unwrap();
    assert_eq!(root("bin"), machine.path("root"));
    let tinygo = machine.find(Some(&machine.path("new/tinygo"))).unwrap();
    assert!(tinygo.note(Runtime::Bpf).unwrap().contains("0.99.0"));
    assert_eq!(tinygo.note(Runtime::Stock), None);
    machine.compile(&tinygo, Runtime::Bpf).unwrap();
    assert_eq!(root("new"), machine.path("root"));
}

#[test]
fn a_go_that_is_too_new_is_replaced_by_one_beside_it_and_remembered() {
    let machine = Machine::new();
    let modules = machine.path("modules");
    machine.script(
        "bin/go",
        &format!(
            "printf 'go1.26.8\\n{}\\nplan9\\nmips\\nlocal\\n'",
            modules.display()
        ),
    );
    let older = machine.script(
        "modules/golang.org/toolchain@v0.0.1-go1.2.999.plan9-mips/bin/go",
        "exit 0",
    );
    // The scripts accept 1.2 only, so that no Go of the machine that runs the test is taken.
    let build = format!(
        "echo run >>{0}; [ \"$GOTOOLCHAIN\" = local ] && [ \"$(command -v go)\" = {1} ] || \
         {{ echo 'requires go version 1.2 through 1.2, got go1.26' >&2; exit 1; }}; {RECORD}",
        machine.path("runs").display(),
        older.display(),
    );
    machine.tinygo("bin/tinygo", "0.40.1", &build);
    let runs = || {
        fs::read_to_string(machine.path("runs"))
            .unwrap()
            .lines()
            .count()
    };
    let tinygo = machine.find(None).unwrap();
    assert_eq!(tinygo.go(), machine.path("bin/go"));
    machine.compile(&tinygo, Runtime::Bpf).unwrap();
    assert_eq!(runs(), 2);
    let tinygo = machine.find(None).unwrap();
    assert_eq!(tinygo.go(), older);
    machine.compile(&tinygo, Runtime::Bpf).unwrap();
    assert_eq!(runs(), 3);
}

#[test]
fn a_failure_leaves_no_bitcode_of_an_earlier_run() {
    let machine = Machine::new();
    machine.tinygo("bin/tinygo", "0.40.1", RECORD);
    let tinygo = machine.find(None).unwrap();
    let output = machine.compile(&tinygo, Runtime::Bpf).unwrap();
    assert!(output.is_file());
    machine.tinygo("bin/tinygo", "0.40.1", "echo 'out of memory' >&2; exit 3");
    let error = machine.compile(&tinygo, Runtime::Bpf).unwrap_err();
    assert!(!output.exists());
    assert!(matches!(error, Error::Toolchain { .. }), "{error}");
    let error = error.to_string();
    for part in ["out of memory", "exit status: 3", "tinygo build -target="] {
        assert!(error.contains(part), "`{part}` is missing in:\n{error}");
    }
}

#[test]
fn a_cache_that_cannot_be_written_is_replaced() {
    let mut machine = Machine::new();
    // A file where a folder should be, which stops root too.
    fs::write(machine.path("home"), "").unwrap();
    machine.set("XDG_CACHE_HOME", machine.path("home/cache"));
    machine.tinygo("bin/tinygo", "0.40.1", RECORD);
    let tinygo = machine.find(None).unwrap();
    machine.compile(&tinygo, Runtime::Bpf).unwrap();
    let env = fs::read_to_string(machine.path("bin/env")).unwrap();
    let caches = machine.path("tinybpf-cache");
    let expected = format!("XDG_CACHE_HOME={}", caches.display());
    assert!(env.lines().any(|line| line == expected), "{env}");
    assert!(caches.join("tinybpf").is_dir());
}

#[test]
fn parallel_builds_share_one_cache() {
    let machine = Machine::new();
    machine.tinygo(
        "bin/tinygo",
        "0.40.1",
        r#"ls "$TINYGOROOT/src/runtime/string.go" >/dev/null || exit 9
        for arg; do out=$prev; prev=$arg; done; echo BC >"$out""#,
    );
    let tinygo = machine.find(None).unwrap();
    std::thread::scope(|scope| {
        for n in 0..8 {
            let (machine, tinygo) = (&machine, &tinygo);
            scope.spawn(move || {
                let output = machine.path(&format!("{n}.bc"));
                let request = Request {
                    package: &machine.path("bpf"),
                    tags: &[],
                    args: &[],
                    endian: tinybpf_build::tinygo::Endian::Little,
                    runtime: Runtime::Bpf,
                    output: &output,
                };
                tinygo.compile(&request).unwrap();
            });
        }
    });
    let cache = fs::read_dir(machine.path("home/.cache/tinybpf"));
    if let Ok(entries) = cache {
        let names: Vec<_> = entries.map(|e| e.unwrap().file_name()).collect();
        let roots = names
            .iter()
            .filter(|n| n.to_string_lossy().starts_with("root-"));
        assert_eq!(roots.count(), 1, "{names:?}");
        let drafts = names
            .iter()
            .filter(|n| n.to_string_lossy().starts_with("draft-"));
        assert_eq!(drafts.count(), 0, "{names:?}");
    }
}
