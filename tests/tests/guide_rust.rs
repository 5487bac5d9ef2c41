//! The Rust of the guide that needs bindings: blocks with the mark `in:NAME` compile in a crate with the object of that name. Other Rust
//! of the guide is compiled as tests of documentation.
#![cfg(target_os = "linux")]

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tests::{
    guide::{Block, Page},
    tinygo, workspace,
};

/// The objects: name for marks, what the bindings are called, and the page with the Go code, which is its first block.
const OBJECTS: [(&str, &str, &str); 4] = [
    ("getting-started", "counter", "getting-started.md"),
    ("from-aya-ebpf", "counter", "from-aya-ebpf.md"),
    ("go-package", "probe", "go-package.md"),
    ("logs", "probe", ""),
];

/// A program that logs, and that needs nothing to be attached.
const LOGS: &str = "package main

import \"github.com/tinybpf/bpf\"

//export opened
//go:section tracepoint/syscalls/sys_enter_openat
func opened(ctx *bpf.SysEnter) int32 {
\tbpf.Info(\"a file is opened\")
\treturn 0
}

func main() {}
";

/// What the blocks take for given.
const GIVEN: &str = "#![allow(unused, non_upper_case_globals)]
static packet: [u8; 64] = [0; 64];
static flow: objects::go_package::Flow = unsafe { std::mem::zeroed() };
";

fn page(name: &str) -> Page {
    Page::read(&workspace().join("docs/src").join(name))
}

/// The blocks of Rust with the mark, from all pages.
fn blocks() -> Vec<Block> {
    let mut pages: Vec<PathBuf> = fs::read_dir(workspace().join("docs/src"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    pages.sort();
    let blocks = pages.iter().flat_map(|path| Page::read(path).blocks);
    let mut ignored: Vec<_> = blocks
        .filter(|block| block.language == "rust" && block.marks.iter().any(|mark| mark == "ignore"))
        .collect();
    ignored.retain(|block| {
        let is_marked = !block.marked("in").is_empty();
        assert!(
            is_marked || block.code.contains("#[map]"),
            "{}: nothing compiles this",
            block.place
        );
        is_marked
    });
    ignored
}

/// A crate with a module for each object and each block.
fn write(folder: &Path, blocks: &[Block]) {
    let (mut build, mut main) = (String::new(), GIVEN.to_owned());
    main.push_str("mod objects {\n");
    for (object, name, source) in OBJECTS {
        let package = folder.join("bpf").join(object);
        fs::create_dir_all(&package).unwrap();
        let go = match source {
            "" => LOGS.to_owned(),
            source => {
                let blocks = page(source).blocks;
                let block = blocks.into_iter().find(|block| block.language == "go");
                block.unwrap().code
            }
        };
        fs::write(package.join("main.go"), go).unwrap();
        tinybpf_build::vendor(&package).unwrap();
        writeln!(
            build,
            "tinybpf_build::Builder::new().package(\"bpf/{object}\").out_dir(out.join(\"{object}\")).compile(\"{name}\");"
        )
        .unwrap();
        let module = object.replace('-', "_");
        writeln!(
            main,
            "pub mod {module} {{ include!(concat!(env!(\"OUT_DIR\"), \"/{object}/{name}.rs\")); }}"
        )
        .unwrap();
    }
    main.push_str("}\n");
    for (number, block) in blocks.iter().enumerate() {
        let marked = block.marked("in")[0];
        let (object, name, _) = OBJECTS
            .iter()
            .find(|(object, ..)| *object == marked)
            .unwrap();
        // A whole file has its own module for the bindings.
        let code = block.code.replace(
            &format!("\"/{name}.rs\""),
            &format!("\"/{object}/{name}.rs\""),
        );
        let is_whole = code.contains("fn ");
        let bindings = match code.contains(&format!("mod {name} ")) {
            true => String::new(),
            false => format!(
                "use crate::objects::{} as {name};",
                object.replace('-', "_")
            ),
        };
        let code = match is_whole {
            true => code,
            false => {
                format!("fn f() -> Result<(), Box<dyn std::error::Error>> {{\n{code}\nOk(())\n}}")
            }
        };
        writeln!(
            main,
            "// {}\nmod block_{number} {{\nuse crate::{{flow, packet}};\n{bindings}\n{code}\n}}",
            block.place
        )
        .unwrap();
    }
    main.push_str("fn main() {}\n");
    let own = |name: &str| format!("{name}.path = {:?}\n", workspace().join(name));
    let manifest = format!(
        "[package]\nname = \"pages\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\naya = \"0.14\"\nlog = \"0.4\"\n{}\n\
         [build-dependencies]\n{}\n[workspace]\n",
        own("tinybpf-test"),
        own("tinybpf-build"),
    );
    fs::create_dir(folder.join("src")).unwrap();
    for (file, text) in [
        ("Cargo.toml", &manifest),
        ("src/main.rs", &main),
        (
            "build.rs",
            &format!(
                "fn main() {{\nlet out = std::path::PathBuf::from(std::env::var_os(\"OUT_DIR\").unwrap());\n{build}}}\n"
            ),
        ),
    ] {
        fs::write(folder.join(file), text).unwrap();
    }
    // The same versions as here, so that nothing has to be downloaded.
    fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
}

#[test]
fn rust_with_bindings_compiles() {
    if tinygo().is_none() {
        return;
    }
    let blocks = blocks();
    assert!(blocks.len() >= 6, "only {} blocks are marked", blocks.len());
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &blocks);
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--tests"])
        .current_dir(folder.path())
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme"),
        )
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
