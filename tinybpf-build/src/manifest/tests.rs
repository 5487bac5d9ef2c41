use std::fs;

use expect_test::{Expect, expect};
use tempfile::TempDir;

use super::*;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

/// What is wrong with a manifest, by `DIR`.
fn check(options: &str, expected: &Expect) {
    let dir = folder(&[("Cargo.toml", options)]);
    let error = read(dir.path()).unwrap_err().to_string();
    expected.assert_eq(&error.replace(dir.path().to_str().unwrap(), "DIR"));
}

#[test]
fn every_kind_of_value() {
    let dir = folder(&[(
        "Cargo.toml",
        r#"
        [package]
        name = "probe"

        [package.metadata.tinybpf]
        packages = "go"
        cpu = "v4"
        min-kernel = "5.10"
        opt-level = 3
        endian = "big"
        license = "Dual MIT/GPL"
        log-level = "warn"
        dwarf = true
        aya = false
        tags = ["arm64", "big"]
        c-sources = ["c/a.c", "c/b.c"]
        mode = "require"
        sections = { count = "xdp", "deny" = "lsm/file_open" }

        [package.metadata.tinybpf.c-defines]
        LIMIT = "8"
        DEBUG = ""
        "#,
    )]);
    let found = read(dir.path()).unwrap();
    assert_eq!(found.files, [dir.path().join("Cargo.toml")]);
    let settings = found.settings;
    assert_eq!(settings.packages, [PathBuf::from("go")]);
    assert_eq!(settings.cpu, Some(tinybpf_core::Cpu::V4));
    assert_eq!(settings.min_kernel.as_deref(), Some("5.10"));
    assert_eq!(settings.opt_level, Some(tinybpf_core::OptLevel::O3));
    assert_eq!(settings.endian, Some(tinybpf_core::Endian::Big));
    assert_eq!(settings.license.as_deref(), Some("Dual MIT/GPL"));
    assert_eq!(settings.log_level, Some(tinybpf_core::LogLevel::Warn));
    assert_eq!(
        (settings.dwarf, settings.aya, settings.skeleton),
        (Some(true), Some(false), None)
    );
    assert_eq!(settings.tags, ["arm64", "big"]);
    assert_eq!(settings.c.sources, ["c/a.c", "c/b.c"].map(PathBuf::from));
    let defines = [
        ("DEBUG".to_owned(), None),
        ("LIMIT".to_owned(), Some("8".to_owned())),
    ];
    assert_eq!(settings.c.defines, defines);
    assert_eq!(settings.mode, Some(crate::Mode::Require));
    assert_eq!(settings.sections["count"], "xdp");
    assert_eq!(settings.sections["deny"], "lsm/file_open");
}

#[test]
fn all_that_is_wrong_is_found_at_its_line() {
    check(
        r#"[package]
name = "probe"

[package.metadata.tinybpf]
cpus = "v4"
min_kernel = "5.10"
min-kernel = 5.10
cpu = "v5"
license = 1
dwarf = "yes"
tags = ["a", 2]
sections = { count = true }
mode = "prefer-prebuild"
"größe" = 1
"#,
        &expect![[r#"
            DIR/Cargo.toml:5:1: error[setting]: `cpus` is no option of tinybpf; did you mean "cpu"?
            DIR/Cargo.toml:6:1: error[setting]: `min_kernel` is no option of tinybpf; did you mean "min-kernel"?
            DIR/Cargo.toml:7:14: error[setting]: `min-kernel`: this is a number, and should be a string
                help: write it in quotes: min-kernel = "5.10"
            DIR/Cargo.toml:8:7: error[setting]: `cpu`: "v5" is none of v1, v2, v3, v4
                help: it takes one of v1, v2, v3, v4: The BPF instruction set
            DIR/Cargo.toml:9:11: error[setting]: `license`: this is a number, and should be a string
                help: write it in quotes: license = "1"
            DIR/Cargo.toml:10:9: error[setting]: `dwarf`: this is a string, and should be true or false
                help: it takes true or false: Whether to keep DWARF in the object, for debuggers
            DIR/Cargo.toml:11:8: error[setting]: `tags`: this is an integer, and should be strings
                help: it takes an array of strings: Further Go build tags
            DIR/Cargo.toml:12:12: error[setting]: `sections`: this is true or false, and should be a string for `count`
                help: it takes a table of strings: The ELF sections of programs, by the programs' names
            DIR/Cargo.toml:13:8: error[setting]: `mode`: "prefer-prebuild" is none of require, prefer-prebuilt, prebuilt, update-prebuilt, check-prebuilt; did you mean "prefer-prebuilt"?
                help: it takes one of require, prefer-prebuilt, prebuilt, update-prebuilt, check-prebuilt: Whether to compile or to take what is kept
            DIR/Cargo.toml:14:1: error[setting]: `größe` is no option of tinybpf
                help: the options are packages, c-sources, inputs, sections, cpu, min-kernel, opt-level, endian, license, log-level, dwarf, tags, tinygo-args, stock-runtime, c-includes, c-defines, c-flags, aya, skeleton, tinygo, llvm, clang, prebuilt, mode, cache, dump-ir"#]],
    );
}

#[test]
fn a_table_it_must_be() {
    check(
        "[package.metadata]\ntinybpf = true\n",
        &expect![
            "DIR/Cargo.toml:2:11: error[setting]: `tinybpf` is a table: write [package.metadata.tinybpf] and the options below it"
        ],
    );
    check(
        "[package\n",
        &expect![
            "DIR/Cargo.toml:1:9: error[setting]: this is not TOML: unclosed table, expected `]`"
        ],
    );
}

#[test]
fn the_workspace_has_defaults() {
    let dir = folder(&[
        (
            "Cargo.toml",
            "[workspace]\nexclude = [\"other\"]\n[workspace.metadata.tinybpf]\ncpu = \"v2\"\nlicense = \"MIT\"\nc-includes = \"include\"\n\
             tinygo = \"tinygo-dev\"\nsections = { a = \"xdp\", b = \"xdp\" }\n",
        ),
        (
            "crates/probe/Cargo.toml",
            "[package.metadata.tinybpf]\ncpu = \"v4\"\nsections = { b = \"tc\" }\n",
        ),
        ("other/Cargo.toml", "[package]\n"),
    ]);
    let probe = dir.path().join("crates/probe");
    let found = read(&probe).unwrap();
    assert_eq!(
        found.files,
        [probe.join("Cargo.toml"), dir.path().join("Cargo.toml")]
    );
    let settings = found.settings;
    assert_eq!(settings.cpu, Some(tinybpf_core::Cpu::V4));
    assert_eq!(settings.license.as_deref(), Some("MIT"));
    assert_eq!(settings.c.includes, [PathBuf::from("../../include")]);
    assert_eq!(settings.tinygo, Some("tinygo-dev".into()));
    assert_eq!(settings.sections["a"], "xdp");
    assert_eq!(settings.sections["b"], "tc");
    let other = read(&dir.path().join("other")).unwrap();
    assert_eq!(other.settings.cpu, None);
    let nowhere = read(&dir.path().join("crates")).unwrap();
    assert_eq!((nowhere.files.len(), nowhere.settings.cpu), (0, None));
}
