//! What is kept of a build, and when it is taken.

use super::*;

const MANIFEST: &str = "prebuilt/bpfel/probe.manifest";

impl Crate {
    /// Runs as in a build script, in a mode; without tools as on a machine that has nothing but Rust.
    fn run_in(
        &self,
        mode: &str,
        tools: bool,
        builder: &Builder,
    ) -> (Result<Output, Error>, Vec<String>) {
        let env = |variable: &str| -> Option<OsString> {
            match variable {
                "CARGO_MANIFEST_DIR" => Some(self.path("").into()),
                "OUT_DIR" => Some(self.path("target/out").into()),
                "CARGO_CFG_TARGET_ENDIAN" => Some("little".into()),
                "TINYBPF_MODE" => Some(mode.into()),
                "TINYBPF_LLVM" => None,
                "TINYBPF_CACHE" => Some("off".into()),
                other => tools.then(|| cargo::process(other)).flatten(),
            }
        };
        let cargo = builder.cargo(&env);
        let result = builder.run("probe", &cargo);
        (result, cargo.directives())
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }
}

fn builder() -> Builder {
    let mut builder = Builder::new();
    builder.prebuilt("prebuilt");
    builder
}

/// A crate that keeps what was made.
fn kept() -> Option<Crate> {
    if !has_tinygo() {
        return None;
    }
    let krate = Crate::new(MAIN);
    krate.run_in("update-prebuilt", true, &builder()).0.unwrap();
    Some(krate)
}

#[test]
fn what_is_kept_needs_no_tools() {
    let Some(krate) = kept() else { return };
    let names = ["probe.o", "probe.rs"];
    let made = names.map(|name| krate.read(&format!("target/out/{name}")));
    fs::remove_dir_all(krate.path("target")).unwrap();
    // Another system's checkout, and a test beside.
    krate.write("bpf/main.go", &MAIN.replace('\n', "\r\n"));
    krate.write("bpf/main_test.go", "package main\n");

    let (result, directives) = krate.run_in("", false, &builder());
    let object = result.unwrap().object.unwrap();
    assert_eq!(object.data, made[0]);
    assert!(!object.programs.is_empty());
    assert_eq!(
        made,
        names.map(|name| krate.read(&format!("target/out/{name}")))
    );
    for watched in [
        "bpf",
        "bpf/main.go",
        "bpf/wire/wire.go",
        "bpf/go.mod",
        MANIFEST,
    ] {
        let directive = format!("cargo::rerun-if-changed={watched}");
        assert!(directives.contains(&directive), "{watched}: {directives:?}");
    }
    let manifest = String::from_utf8(krate.read(MANIFEST)).unwrap();
    let here = krate.path("").display().to_string();
    assert!(!manifest.contains(here.trim_end_matches('/')), "{manifest}");
}

#[test]
fn what_changed_is_said() {
    let Some(krate) = kept() else { return };
    let refused = |change: &dyn Fn(), builder: &Builder, undo: &dyn Fn()| {
        change();
        let error = krate.run_in("prebuilt", false, builder).0.unwrap_err();
        undo();
        krate.run_in("prebuilt", false, &self::builder()).0.unwrap();
        error.to_string()
    };
    let same = builder();
    let mut other = builder();
    other.dwarf(true);
    let object = krate.read("prebuilt/bpfel/probe.o");
    for (change, builder, undo, said) in [
        (
            &(|| krate.write("bpf/main.go", "package main\n")) as &dyn Fn(),
            &same,
            &(|| krate.write("bpf/main.go", MAIN)) as &dyn Fn(),
            "bpf/main.go changed",
        ),
        (
            &|| krate.write("bpf/wire/more.go", "package wire\n"),
            &same,
            &|| fs::remove_file(krate.path("bpf/wire/more.go")).unwrap(),
            "bpf/wire/more.go is new",
        ),
        (
            &|| fs::remove_file(krate.path("bpf/wire/wire.go")).unwrap(),
            &same,
            &|| krate.write("bpf/wire/wire.go", WIRE),
            "bpf/wire/wire.go is missing",
        ),
        (&|| (), &other, &|| (), "option dwarf is true and was false"),
        (
            &|| krate.write("prebuilt/bpfel/probe.o", "damaged"),
            &same,
            &|| fs::write(krate.path("prebuilt/bpfel/probe.o"), &object).unwrap(),
            "the prebuilt probe.o is not the one that was made",
        ),
    ] {
        let error = refused(change, builder, undo);
        let whole = format!(
            "the prebuilt object cannot be taken: {said}\n  = help: make it anew, where TinyGo is: `TINYBPF_MODE=update-prebuilt cargo build`"
        );
        assert_eq!(error, whole);
    }
}

#[test]
fn changed_sources_are_compiled() {
    let Some(krate) = kept() else { return };
    krate.write("bpf/main.go", &MAIN.replace("> 3", "> 4"));
    let (result, directives) = krate.run_in("", true, &builder());
    assert!(result.unwrap().object.is_some());
    let warning =
        "cargo::warning=the prebuilt object is not of these sources (bpf/main.go changed)";
    assert!(
        directives.iter().any(|line| line.starts_with(warning)),
        "{directives:?}"
    );
    // Without tools, both are told: that there are none, and why they are needed.
    let error = krate
        .run_in("", false, &builder())
        .0
        .unwrap_err()
        .to_string();
    for part in ["TinyGo", "bpf/main.go changed"] {
        assert!(error.contains(part), "{error}");
    }
    assert!(
        krate
            .run_in("require", true, &builder())
            .0
            .unwrap()
            .object
            .is_some()
    );
}

#[test]
fn what_is_kept_is_checked() {
    let Some(krate) = kept() else { return };
    krate.run_in("check-prebuilt", true, &builder()).0.unwrap();
    krate.write("bpf/main.go", &MAIN.replace("> 3", "> 4"));
    let before = krate.read("prebuilt/bpfel/probe.o");
    let error = krate
        .run_in("check-prebuilt", true, &builder())
        .0
        .unwrap_err()
        .to_string();
    for part in [
        "prebuilt/bpfel/probe.o",
        MANIFEST,
        "TINYBPF_MODE=update-prebuilt cargo build",
    ] {
        assert!(error.contains(part), "{error}");
    }
    assert_eq!(before, krate.read("prebuilt/bpfel/probe.o"));
}

#[test]
fn each_byte_order_is_kept_for_itself() {
    let Some(krate) = kept() else { return };
    let mut big = builder();
    big.endian(Endian::Big);
    let error = krate
        .run_in("prebuilt", false, &big)
        .0
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("there is no prebuilt/bpfeb/probe.manifest"),
        "{error}"
    );
    krate.run_in("update-prebuilt", true, &big).0.unwrap();
    krate.run_in("prebuilt", false, &big).0.unwrap();
    krate.run_in("prebuilt", false, &builder()).0.unwrap();
}

#[test]
fn modes_that_cannot_be() {
    let krate = Crate::new(MAIN);
    let error = |mode, builder: &Builder| {
        let error = krate.run_in(mode, false, builder).0.unwrap_err();
        assert!(error.help().is_some(), "{error}");
        error.message()
    };
    assert_eq!(
        error("never", &builder()),
        "TINYBPF_MODE: \"never\" is no mode, which are require, prefer-prebuilt, prebuilt, update-prebuilt, check-prebuilt"
    );
    assert_eq!(
        error("prebuilt", &Builder::new()),
        "TINYBPF_MODE: no folder for prebuilt objects is set"
    );
    let error_there = error("", &Builder::new());
    assert!(
        error_there.contains("TinyGo") && !error_there.contains("docs.rs"),
        "{error_there}"
    );
    krate.write(MANIFEST, "nonsense\n");
    let damaged = error("prebuilt", &builder());
    assert_eq!(
        damaged,
        format!("{MANIFEST}: this is no line of a manifest: nonsense")
    );
    for (name, mode) in [
        ("require", Mode::Require),
        ("check-prebuilt", Mode::CheckPrebuilt),
    ] {
        assert_eq!(name.parse(), Ok(mode));
        assert_eq!(mode.to_string(), name);
    }
}
