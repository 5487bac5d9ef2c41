//! What can be wrong among several packages, and between Go and C: one error each, with all places that it is about.

use std::{fs, path::Path};

use tempfile::TempDir;
use tests::{command, run, tinygo};
use tinybpf_build::{Builder, Object};

/// A crate whose files are packages (`bpf/main.go`, `other/main.go`) and C sources.
struct Crate {
    folder: TempDir,
    builder: Builder,
}

impl Crate {
    /// `None` without TinyGo or clang.
    fn new(files: &[(&str, &str)]) -> Option<Self> {
        tinygo()?;
        command("clang-22")?;
        let folder = tempfile::tempdir().unwrap();
        let mut builder = Builder::new();
        builder
            .out_dir(folder.path().join("out"))
            .clang("clang-22")
            .emit_rerun_if_changed(false)
            .cargo_warnings(false);
        for (name, text) in files {
            let path = folder.path().join(name);
            let inside = path.parent().unwrap();
            fs::create_dir_all(inside).unwrap();
            fs::write(&path, text).unwrap();
            if name.ends_with(".go") {
                let module = name.split('/').next().unwrap();
                fs::write(
                    inside.join("go.mod"),
                    format!("module {module}\n\ngo 1.22\n"),
                )
                .unwrap();
                builder.package(inside);
            } else if name.ends_with(".c") {
                builder.c_source(&path);
            }
        }
        Some(Self { folder, builder })
    }

    /// What the build is told, with paths as seen from the crate.
    fn error(&self) -> String {
        let error = self.builder.try_compile("probe").unwrap_err().to_string();
        let left = fs::read_dir(self.folder.path().join("out")).map_or(0, Iterator::count);
        assert_eq!(left, 0, "files are left after {error}");
        let folder = fs::canonicalize(self.folder.path()).unwrap();
        error.replace(&format!("{}/", folder.display()), "")
    }

    fn object(&self) -> Object {
        let output = self.builder.try_compile("probe");
        let output = output.unwrap_or_else(|error| panic!("{error}"));
        output.object.unwrap()
    }
}

/// A Go package with a program.
fn go(program: &str, rest: &str) -> String {
    format!(
        "package main\n\nimport \"unsafe\"\n\n//export {program}\n//go:section xdp\nfunc {program}(ctx unsafe.Pointer) int32 {{\n\
         \treturn int32(use())\n}}\n\nfunc main() {{}}\n\n{rest}\n"
    )
}

/// Builds the files, which must fail with one error that holds all parts.
#[track_caller]
fn fails(files: &[(&str, &str)], parts: &[&str]) {
    let Some(krate) = Crate::new(files) else {
        return;
    };
    let error = krate.error();
    for part in parts {
        assert!(error.contains(part), "no `{part}` in:\n{error}");
    }
    let errors = error.lines().filter(|line| line.contains(": error["));
    assert_eq!(errors.count(), 1, "{error}");
}

#[test]
fn variables_of_one_name_in_two_packages() {
    let count = "var count uint32\n\nfunc use() uint32 { count++; return count }";
    fails(
        &[
            ("one/main.go", &go("first", count)),
            ("two/main.go", &go("second", count)),
        ],
        &["two/main.go:13: error[", "`count`", "one/main.go:13"],
    );
}

#[test]
fn maps_of_one_name_in_two_packages() {
    let map = "type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries uint32 }\n\n\
               var flows = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 1}\n\n\
               func bpfMapDeleteElem(m, key unsafe.Pointer) int64\n\n\
               func use() int64 { key := uint32(1); return bpfMapDeleteElem(unsafe.Pointer(&flows), unsafe.Pointer(&key)) }";
    let (one, two) = (go("first", map), go("second", map));
    fails(
        &[("one/main.go", &one), ("two/main.go", &two)],
        &["two/main.go:15: error[", "`flows`", "one/main.go:15"],
    );
    let shared = two.replace(
        " = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 1}",
        " bpfMapDef",
    );
    let shared = shared.replace("var flows", "//go:extern flows\nvar flows");
    if let Some(krate) = Crate::new(&[("one/main.go", &one), ("two/main.go", &shared)]) {
        let object = krate.object();
        let maps: Vec<_> = object.maps.iter().map(|m| m.name.as_str()).collect();
        assert_eq!((object.programs.len(), maps), (2, vec!["flows"]));
    }
}

/// Only the machine code tells, and both files have the same name there.
#[test]
fn a_stack_that_is_too_deep_in_the_second_main_go() {
    let small = "func use() uint32 { return 1 }";
    let deep = "func bpfProbeReadKernel(to unsafe.Pointer, size uint32, from unsafe.Pointer) int64\n\n\
                func use() byte { var text [600]byte; bpfProbeReadKernel(unsafe.Pointer(&text), 600, nil); return text[0] }";
    fails(
        &[
            ("one/main.go", &go("first", small)),
            ("two/main.go", &go("second", deep)),
        ],
        &["two/main.go:", "stack"],
    );
}

#[test]
fn packages_of_one_import_path() {
    let (one, two) = (
        go("first", "func use() uint32 { return flow.Of() }"),
        go("second", "func use() uint32 { return flow.Of() }"),
    );
    let import = |text: String| {
        text.replace(
            "import \"unsafe\"",
            "import (\n\t\"same/flow\"\n\t\"unsafe\"\n)",
        )
    };
    let Some(krate) = Crate::new(&[("one/main.go", &import(one)), ("two/main.go", &import(two))])
    else {
        return;
    };
    for (folder, number) in [("one", 1), ("two", 2)] {
        let folder = krate.folder.path().join(folder);
        fs::write(folder.join("go.mod"), "module same\n\ngo 1.22\n").unwrap();
        fs::create_dir(folder.join("flow")).unwrap();
        let text = format!("package flow\n\nfunc Of() uint32 {{ return {number} }}\n");
        fs::write(folder.join("flow/flow.go"), text).unwrap();
    }
    let error = krate.error();
    for part in [
        "two/flow/flow.go:3: error[name-clash]: `same/flow.Of`",
        "one/flow/flow.go:3",
        "go.mod",
    ] {
        assert!(error.contains(part), "no `{part}` in:\n{error}");
    }
}

const USES_C: &str =
    "//export parse\nfunc parse(n int32) int32\n\nfunc use() int32 { return parse(1) }";

#[test]
fn a_function_in_go_and_in_c() {
    fails(
        &[
            (
                "one/main.go",
                &go(
                    "first",
                    "//export parse\nfunc parse(n int32) int32 { return n }\n\nfunc use() int32 { return parse(1) }",
                ),
            ),
            ("c/parse.c", "int parse(int n) { return n; }\n"),
        ],
        &[
            "c/parse.c:1: error[name-clash]: function `parse` of ",
            "one/main.go:14",
        ],
    );
}

#[test]
fn a_function_in_two_c_sources() {
    fails(
        &[
            ("one/main.go", &go("first", USES_C)),
            ("c/a.c", "int parse(int n) { return n; }\n"),
            ("c/b.c", "\nint parse(int n) { return n + 1; }\n"),
        ],
        &["c/b.c:2: error[", "`parse`", "c/a.c:1"],
    );
}

#[test]
fn other_parameters_than_in_c() {
    fails(
        &[
            ("one/main.go", &go("first", USES_C)),
            ("c/parse.c", "long parse(long n, void *p) { return n; }\n"),
        ],
        &[
            "one/main.go:16:",
            "`parse` takes (64 bits, a pointer) and gives 64 bits at ",
            "c/parse.c:1",
            "(32 bits) and gives 32 bits",
            "int32",
        ],
    );
}

#[test]
fn what_nothing_defines() {
    fails(
        &[(
            "one/main.go",
            &go(
                "first",
                "//go:extern limit\nvar limit uint32\n\nfunc use() uint32 { return limit }",
            ),
        )],
        &["one/main.go:16:", "variable `limit` is only declared"],
    );
    fails(
        &[
            ("one/main.go", &go("first", USES_C)),
            (
                "c/parse.c",
                "int deeper(int n);\nint parse(int n) { return deeper(n); }\n",
            ),
        ],
        &["c/parse.c:2:", "`deeper`"],
    );
}

#[test]
fn two_licences() {
    fails(
        &[
            (
                "one/main.go",
                &go(
                    "first",
                    "//go:section license\nvar license = \"GPL\"\n\nfunc use() uint32 { return uint32(len(license)) }",
                ),
            ),
            (
                "c/license.c",
                "char license[] __attribute__((section(\"license\"), used)) = \"Dual MIT/GPL\";\n",
            ),
        ],
        &[
            "\"GPL\"",
            "\"Dual MIT/GPL\"",
            "c/license.c:1",
            "one/main.go:14",
        ],
    );
}

#[test]
fn what_clang_finds() {
    let one = go("first", USES_C);
    fails(
        &[
            ("one/main.go", &one),
            (
                "c/parse.c",
                "int count;\nint parse(int n) { return counts; }\n",
            ),
        ],
        &[
            "c/parse.c:2:27: error[c-source]: use of undeclared identifier 'counts'; did you mean 'count'?",
            "help: 'count' declared here (c/parse.c:1:5)",
        ],
    );
    fails(
        &[
            ("one/main.go", &one),
            ("c/parse.c", "#include <bpf/nothing.h>\n"),
        ],
        &[
            "c/parse.c:1:10: error[c-source]: 'bpf/nothing.h' file not found",
            "libbpf-dev",
        ],
    );
}

#[test]
fn no_clang() {
    let Some(mut krate) = Crate::new(&[
        ("one/main.go", &go("first", USES_C)),
        ("c/parse.c", "int parse(int n) { return n; }\n"),
    ]) else {
        return;
    };
    krate.builder.clang("/nowhere/clang");
    let error = krate.error();
    assert!(
        error.contains("the builder's setting says: /nowhere/clang"),
        "{error}"
    );
}

#[test]
fn a_c_file_among_go_files() {
    let Some(krate) = Crate::new(&[
        ("one/main.go", &go("first", USES_C)),
        ("one/parse.c", "int parse(int n) { return n; }\n"),
    ]) else {
        return;
    };
    let error = krate.error();
    for part in ["one/parse.c", "folder of its own"] {
        assert!(error.contains(part), "no `{part}` in:\n{error}");
    }
}

#[test]
fn bitcode_without_debug_info() {
    let Some(mut krate) = Crate::new(&[("one/main.go", &go("first", USES_C))]) else {
        return;
    };
    let c = krate.folder.path().join("parse.c");
    fs::write(&c, "int parse(int n) { return n; }\n").unwrap();
    let bitcode = c.with_extension("bc");
    run(command("clang-22")
        .unwrap()
        .args(["-target", "bpf", "-O2", "-emit-llvm", "-c", "-o"])
        .args([&bitcode, &c]));
    krate.builder.input(&bitcode);
    let error = krate.error();
    assert!(
        error.starts_with("parse.bc: compiled without debug info"),
        "{error}"
    );
}

/// A library of another machine's code.
#[test]
fn an_archive_of_machine_code() {
    let Some(mut krate) = Crate::new(&[("one/main.go", &go("first", USES_C))]) else {
        return;
    };
    let this = fs::read("/proc/self/exe").unwrap();
    let path = Path::new(krate.folder.path()).join("start.a");
    fs::write(&path, tests::archive(&[("start.o", &this)])).unwrap();
    krate.builder.input(&path);
    let error = krate.error();
    for part in [
        "start.a(start.o): an ELF ",
        "without LLVM bitcode",
        "-flto -c",
    ] {
        assert!(error.contains(part), "no `{part}` in:\n{error}");
    }
}

/// A team that has not moved anything yet.
#[test]
fn c_alone() {
    let source = "__attribute__((section(\"xdp\"), used)) int pass(void *ctx) { return 2; }\n";
    let Some(krate) = Crate::new(&[("c/pass.c", source)]) else {
        return;
    };
    assert_eq!(krate.object().programs[0].name, "pass");
}

#[test]
fn all_sources_are_told_of_at_once() {
    let files = [
        (
            "a/main.go",
            "package main\n\nvar x int32 = \"x\"\n\nfunc main() {}\n",
        ),
        (
            "b/main.go",
            "package main\n\nvar y int32 = \"y\"\n\nfunc main() {}\n",
        ),
        ("c/main.c", "int f(void) { return nope; }\n"),
    ];
    let Some(krate) = Crate::new(&files) else {
        return;
    };
    let error = krate.error();
    let places = ["a/main.go:3:15: ", "b/main.go:3:15: ", "c/main.c:1:22: "];
    let at: Vec<_> = places.iter().map(|place| error.find(place)).collect();
    assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{error}");
}

/// Names that clash, calls that do not fit, what nothing defines, and what BPF cannot run.
#[test]
fn what_does_not_link_is_told_of_with_the_rest() {
    let one = go(
        "first",
        "type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries uint32 }\n\n\
         var flows = bpfMapDef{Type: 27, MaxEntries: 1000}\n\n\
         func bpfMapDeleteElem(m, key unsafe.Pointer) int64\n\n\
         //export parse\nfunc parse(n int32) int32 { return n }\n\n\
         //export scale\nfunc scale(n int32) int32\n\n\
         //export missing\nfunc missing(n int32) int32\n\n\
         var count uint32\n\n\
         func use() int32 {\n\
         \tcount += uint32(scale(1))\n\
         \tkey := parse(2)\n\
         \tif missing(3) != 0 {\n\
         \t\treturn 0\n\
         \t}\n\
         \tgo println()\n\
         \treturn int32(bpfMapDeleteElem(unsafe.Pointer(&flows), unsafe.Pointer(&key)))\n\
         }",
    );
    let two = go(
        "second",
        "var count uint32\n\nfunc use() uint32 { count++; go println(); return count }",
    );
    let c = "int deeper(int n);\nint parse(int n) { return n; }\nlong scale(long n, void *p)\n{ return deeper(1); }\n";
    let files = [
        ("one/main.go", one.as_str()),
        ("two/main.go", &two),
        ("c/parse.c", c),
    ];
    let Some(krate) = Crate::new(&files) else {
        return;
    };
    let error = krate.error();
    let told: Vec<_> = error.lines().filter(|l| l.contains(": error[")).collect();
    let told: Vec<_> = told.iter().map(|l| &l[..l.find(']').unwrap()]).collect();
    assert_eq!(
        told,
        [
            "c/parse.c:2: error[name-clash",
            "c/parse.c:4:10: error[helper-unknown",
            "one/main.go:15: error[map-settings",
            "one/main.go:31:23: error[link-mismatch",
            "one/main.go:33:12: error[helper-unknown",
            "one/main.go:36:2: error[print",
            "two/main.go:13: error[name-clash",
            "two/main.go:15:30: error[print",
        ]
    );
}

#[test]
fn directives_are_told_of_with_the_rest() {
    const WRONG: &str =
        "//go:sectoin xdp\nfunc lost(ctx *uint32) int32 { return 2 }\n\nfunc main() {}\n";
    let with = |more: &str| {
        let go = format!(
            "package main\n\nimport _ \"unsafe\"\n\n//export prog\n//go:section xdp\nfunc prog(ctx *uint32) int32 {{\n\t{more}\n\treturn 2\n}}\n\n//export lost\n{WRONG}"
        );
        Some(Crate::new(&[("bpf/main.go", &go)])?.error())
    };
    // What the IR tells, and what Go itself does.
    for (code, found) in [("go prog(ctx)", "goroutine"), ("nope()", "undefined: nope")] {
        let Some(error) = with(code) else { return };
        assert!(
            error.contains(found) && error.contains("go:sectoin"),
            "{error}"
        );
        assert!(!error.contains("program `lost`"), "{error}");
    }
}
