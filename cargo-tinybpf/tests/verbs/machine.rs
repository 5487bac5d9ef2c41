//! `doctor`, `setup` and `version`, on machines that lack something.

use std::fs;

use crate::case::{Case, has_tinygo};

/// A `PATH` with nothing in it.
fn bare<'a>(case: &Case, command: &'a mut std::process::Command) -> &'a mut std::process::Command {
    let empty = case.path.join("empty");
    fs::create_dir_all(&empty).unwrap();
    command
        .env("PATH", &empty)
        .env("HOME", &empty)
        .env_remove("XDG_DATA_HOME")
        .env_remove("XDG_CACHE_HOME")
        .env_remove("TINYGO")
}

/// The usual places of installers, which no variable moves.
fn is_installed_for_all() -> bool {
    let places = [
        "/usr/local/tinygo/bin/tinygo",
        "/usr/local/lib/tinygo/bin/tinygo",
        "/usr/lib/tinygo/bin/tinygo",
        "/usr/local/bin/tinygo",
    ];
    places.iter().any(|place| fs::exists(place).unwrap())
}

#[test]
fn doctor_says_that_builds_work() {
    if !has_tinygo() {
        return;
    }
    let case = Case::new();
    let out = case.run(&["doctor"]).ok();
    assert!(out.contains("\nBuilds work"), "{out}");
    let json = case.run(&["doctor", "--json"]).json();
    assert_eq!(json["builds"], true);
    let findings = json["findings"].as_array().unwrap();
    let tinygo = findings.iter().find(|finding| finding["what"] == "TinyGo");
    assert_eq!(tinygo.unwrap()["ok"], true);
}

#[test]
fn doctor_says_what_is_missing_and_how_to_get_it() {
    if is_installed_for_all() {
        return;
    }
    let case = Case::new();
    let run = case.finish(bare(&case, &mut case.command(&["doctor"])));
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.out.contains("MISSING TinyGo"), "{run:?}");
    assert!(
        run.out
            .contains("help: install it for yourself with `cargo tinybpf setup`"),
        "{run:?}"
    );
    assert!(
        run.out
            .ends_with("Builds cannot work yet: see what is MISSING.\n"),
        "{run:?}"
    );
    let run = case.finish(bare(&case, &mut case.command(&["--json", "doctor"])));
    assert_eq!(run.code, Some(1), "{run:?}");
    assert_eq!(run.json()["builds"], false);
}

#[test]
fn doctor_says_that_nothing_can_be_kept() {
    let case = Case::new();
    let file = case.file("file", "");
    let mut doctor = case.command(&["doctor"]);
    doctor
        .env_remove("TINYBPF_CACHE")
        .env("TINYBPF_CACHE_DIR", file.join("cache"));
    let out = case.finish(&mut doctor).out;
    assert!(
        out.contains("no      cache        DIR/file/cache: "),
        "{out}"
    );
    assert!(
        out.contains("help: set TINYBPF_CACHE_DIR to a folder"),
        "{out}"
    );
}

#[test]
fn without_tinygo_a_build_says_how_to_get_it_and_ends_with_3() {
    if is_installed_for_all() {
        return;
    }
    let case = Case::with_package();
    let run = case.finish(bare(&case, &mut case.command(&["build", "-p", "probe"])));
    let error = run.fails(3);
    assert!(
        error.starts_with("error[tinygo-missing]: TinyGo 0.39.0 or newer, which compiles the Go code, was not found"),
        "{error}"
    );
    assert!(error.contains("cargo tinybpf setup"), "{error}");
}

#[test]
fn setup_names_each_step_and_does_none() {
    if is_installed_for_all() {
        return;
    }
    let case = Case::new();
    let run = case.finish(bare(&case, &mut case.command(&["setup", "--dry-run"])));
    // On a machine without curl and apt-get, all that is left is to say what to install.
    let error = run.fails(3);
    let (go, tinygo) = ("https://go.dev/doc/install", "install it by hand: ");
    assert!(error.contains(go) || error.contains(tinygo), "{error}");
    assert_eq!(case.files("empty"), [""; 0]);
}

#[test]
fn a_tinygo_that_is_named_and_missing_is_not_replaced() {
    let case = Case::new();
    let run = case.finish(case.command(&["setup"]).env("TINYGO", "/nowhere/tinygo"));
    let error = run.fails(3);
    assert!(
        error.contains("/nowhere/tinygo, which TINYGO names"),
        "{error}"
    );
}

#[test]
fn nothing_is_set_up_where_tinygo_works() {
    if !has_tinygo() {
        return;
    }
    let case = Case::new();
    let out = case.run(&["setup", "--dry-run"]).ok();
    assert_eq!(
        out,
        "TinyGo works: nothing to do (`doctor` looks at the other tools, too)\n"
    );
}

/// Caches go elsewhere then.
#[cfg(unix)]
#[test]
fn a_build_works_without_a_home_and_with_one_that_cannot_be_written() {
    if !has_tinygo() {
        return;
    }
    let found = tinybpf_build::tinygo::TinyGo::find(None, &|name| std::env::var_os(name)).unwrap();
    let case = Case::with_package();
    // Root may write anywhere but into a file.
    let home = case.file("home", "");
    for home in [Some(home), None] {
        let mut command = case.command(&["build", "-p", "probe"]);
        command
            .env("TINYGO", found.path())
            .env_remove("XDG_CACHE_HOME")
            .env_remove("HOME");
        if let Some(home) = home {
            command.env("HOME", home);
        }
        let go = found.go().parent().unwrap().to_owned();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(go).chain(std::env::split_paths(&path));
        command.env("PATH", std::env::join_paths(folders).unwrap());
        let run = case.finish(&mut command);
        assert_eq!(run.code, Some(0), "{run:?}");
    }
}
