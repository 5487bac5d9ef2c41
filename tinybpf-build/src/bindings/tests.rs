//! Golden bindings, and what rustc and rustfmt say to them.

mod cases;
mod exported;
mod skeleton;

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use expect_test::expect_file;
use tinybpf_core::Object;

use cases::{declarations, layouts, least, odd_names, usual};

use super::{Input, Source, generate};
use crate::tinygo::Declarations;

#[test]
fn a_usual_object_with_aya() {
    let bindings = check("usual", &usual(), &usual_input(true));
    expect_file!["../../testdata/bindings/usual.rs"].assert_eq(&bindings);
}

#[test]
fn a_usual_object_without_aya() {
    let with = check("usual", &usual(), &usual_input(true));
    let without = check("usual", &usual(), &usual_input(false));
    assert!(with.contains("unsafe impl ::aya::Pod for Event {}"));
    assert!(!without.contains("aya") && !without.contains("unsafe"));
}

#[test]
fn names_that_rust_reserves_or_cannot_spell_or_has_twice() {
    let bindings = check("names", &odd_names(), &input(true));
    expect_file!["../../testdata/bindings/names.rs"].assert_eq(&bindings);
}

#[test]
fn layouts_of_every_kind() {
    let bindings = check("layouts", &layouts(), &input(true));
    expect_file!["../../testdata/bindings/layouts.rs"].assert_eq(&bindings);
}

#[test]
fn an_object_with_nothing_but_a_program() {
    let bindings = check("least", &least(), &input(true));
    expect_file!["../../testdata/bindings/least.rs"].assert_eq(&bindings);
}

#[test]
fn the_layout_is_asserted() {
    let mut wrong = usual();
    wrong.types.structs[0].fields[0].offset = 1;
    let error = compile("wrong", &generate(&wrong, &input(false)), "2024").unwrap_err();
    assert!(error.contains("assertion failed: ::core::mem::"), "{error}");
}

fn input(aya: bool) -> Input<'static> {
    static NONE: LazyLock<Declarations> = LazyLock::new(Declarations::default);
    Input {
        object_file: "probe.o",
        declarations: &NONE,
        package: Path::new("/home/me/probe/bpf"),
        package_name: "bpf",
        aya,
        skeleton: None,
        source: Source::Go,
        remarks: &[],
        explain: false,
    }
}

/// For [`usual`].
fn usual_input(aya: bool) -> Input<'static> {
    static DECLARED: LazyLock<Declarations> = LazyLock::new(declarations);
    Input {
        declarations: &DECLARED,
        ..input(aya)
    }
}

/// Generates bindings, and refuses those that rustc warns about or that rustfmt would write otherwise.
fn check(case: &str, object: &Object, input: &Input) -> String {
    let bindings = generate(object, input);
    for edition in ["2021", "2024"] {
        if let Err(error) = compile(&format!("{case}_{}", input.aya), &bindings, edition) {
            panic!("edition {edition}:\n{error}\n{bindings}");
        }
    }
    assert_formatted(&bindings);
    bindings
}

/// Compiles the bindings as users include them, in a crate that denies what a crate may deny.
fn compile(case: &str, bindings: &str, edition: &str) -> Result<(), String> {
    let dir = workspace(bindings);
    // A private module: what is not used must not be reported either.
    let user = "//! A user.\n#![no_std]\n\
        #![deny(warnings, missing_docs, unsafe_code, unused, nonstandard_style, future_incompatible)]\n\
        #![deny(keyword_idents, non_ascii_idents, rust_2018_idioms, unused_qualifications)]\n\
        #![deny(unnameable_types)]\n\
        /// The BPF side.\nMODULE {\n    include!(\"probe.rs\");\n}\n";
    for (module, suffix) in [("mod probe", "private"), ("pub mod probe", "public")] {
        let user = user.replace("MODULE", module);
        rustc(
            dir.path(),
            &format!("{case}_{suffix}"),
            &user,
            &["--crate-type=lib", "--emit=metadata", "--edition", edition],
        )?;
    }
    Ok(())
}

/// What happens to Rust code when a struct changes in Go only.
#[test]
fn a_struct_that_changed_in_go_is_an_error_that_names_the_field() {
    let user = "mod probe { include!(\"probe.rs\"); }\n\
        pub fn main() {\n\
            let key = probe::Key { addr: [0; 4], _padding0: [0; 3], len: 7 };\n\
            let event = probe::Event { src_port: 7, ..probe::Event::ZERO };\n\
            let port: u16 = event.src_port;\n\
            assert_eq!((port, key.len), (7, 7));\n\
        }\n";
    type Change = fn(&mut Object);
    let changes: [(Change, &[&str]); 5] = [
        (|_| {}, &[]),
        // Another name.
        (
            |object| object.types.structs[0].fields[4].name = "Port".to_owned(),
            &[
                "no field `src_port` on type `Event`",
                "has no field named `src_port`",
            ],
        ),
        // Another type.
        (
            |object| object.types.structs[0].fields[4].ty = cases::array(cases::U8, 2),
            &[
                "let port: u16 = event.src_port",
                "expected `u16`, found `[u8; 2]`",
            ],
        ),
        // One more.
        (
            |object| {
                let flags = cases::field("Flags", 4, cases::U8);
                object.types.structs[1].fields[1] = flags;
            },
            &["missing field `flags` in initializer of `Key`"],
        ),
        // One less.
        (
            |object| drop(object.types.structs[1].fields.pop()),
            &["no field `len` on type `Key`", "has no field named `len`"],
        ),
    ];
    for (change, expected) in changes {
        let mut object = usual();
        change(&mut object);
        let dir = workspace(&generate(&object, &usual_input(true)));
        let args = ["--crate-type=bin", "--edition=2024"];
        let error = rustc(dir.path(), "user", user, &args).err();
        assert_eq!(error.is_none(), expected.is_empty(), "{error:?}");
        for message in expected {
            let error = error.as_deref().unwrap();
            assert!(error.contains(message), "{message}:\n{error}");
        }
    }
}

#[test]
fn the_object_is_embedded_and_aligned() {
    let dir = workspace(&generate(&usual(), &usual_input(true)));
    let user = "mod probe { include!(\"probe.rs\"); }\n\
        fn main() {\n\
            assert_eq!(probe::OBJECT, b\"\\x7fELF\");\n\
            assert_eq!(probe::OBJECT.as_ptr().addr() % 32, 0);\n\
            assert_eq!(probe::programs::XDP_FILTER, \"xdp_filter\");\n\
            let event = probe::Event { pid: 7, ..Default::default() };\n\
            assert_eq!((event.pid, event.comm, event.verdict), (7, [0; 16], probe::Verdict(0)));\n\
            let verdicts = [0, 1, 70_000, 3].map(probe::Verdict);\n\
            assert_eq!(format!(\"{verdicts:?}\"), \"[VERDICT, ALLOW, DENY, Verdict(3)]\");\n\
            assert_eq!(probe::Verdict::ALLOW_2, probe::Verdict::ALLOW);\n\
            assert_eq!(probe::ERRNO::DENIED.0, -13);\n\
            assert_eq!(probe::constants::HUGE, u64::MAX);\n\
            assert_eq!(probe::constants::LEAST, i64::MIN);\n\
            assert_eq!(probe::constants::SELF, \"a \\\"quoted\\\" \\\\ text\\n\\0 größe\");\n\
        }\n";
    let program = rustc(
        dir.path(),
        "user",
        user,
        &["--crate-type=bin", "--edition=2024"],
    )
    .unwrap();
    assert!(Command::new(program).status().unwrap().success());
}

/// A folder with bindings, their object and a crate that has aya's trait.
fn workspace(bindings: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("probe.rs"), bindings).unwrap();
    fs::write(dir.path().join("probe.o"), b"\x7fELF").unwrap();
    let aya = "#![no_std]\npub unsafe trait Pod: Copy + 'static {}\n";
    rustc(
        dir.path(),
        "aya",
        aya,
        &["--crate-type=lib", "--edition=2024"],
    )
    .unwrap();
    fs::rename(dir.path().join("aya"), dir.path().join("libaya.rlib")).unwrap();
    dir
}

/// Compiles a crate and returns the file, or what rustc said.
fn rustc(dir: &Path, name: &str, source: &str, args: &[&str]) -> Result<PathBuf, String> {
    let file = dir.join(format!("{name}_crate.rs"));
    let output = dir.join(name);
    fs::write(&file, source).unwrap();
    let mut command = Command::new(tool("RUSTC", "rustc"));
    command
        .args(["--crate-name", name])
        .args(args)
        .arg("-o")
        .arg(&output)
        .arg(&file);
    if name != "aya" {
        command
            .arg("--extern")
            .arg(format!("aya={}", dir.join("libaya.rlib").display()));
    }
    let result = command.output().unwrap();
    if result.status.success() {
        Ok(output)
    } else {
        Err(String::from_utf8_lossy(&result.stderr).into_owned())
    }
}

fn assert_formatted(bindings: &str) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("probe.rs");
    fs::write(&file, bindings).unwrap();
    let rustfmt = Command::new(tool("RUSTFMT", "rustfmt"))
        .args(["--edition=2024", "--check"])
        .arg(&file)
        .output()
        .unwrap();
    assert!(
        rustfmt.status.success(),
        "{}{}",
        String::from_utf8_lossy(&rustfmt.stdout),
        String::from_utf8_lossy(&rustfmt.stderr)
    );
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test's own tools are no input of a build"
)]
fn tool(variable: &str, name: &str) -> OsString {
    env::var_os(variable).unwrap_or_else(|| name.into())
}
