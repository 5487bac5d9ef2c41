//! What an earlier build spares, and what it does not.

use super::*;

/// Go code with a warning: XDP has no verdict 9.
const WARNED: &str = "package main

import _ \"unsafe\" // for go:section

//export pass
//go:section xdp
func pass(ctx *[6]uint32) int32 {
\treturn 9
}

func main() {}
";

type Variables<'a> = &'a [(&'a str, &'a str)];

impl Crate {
    /// Runs as in a build script with a cache of its own, for a target folder.
    fn run_cached(
        &self,
        builder: &Builder,
        target: &str,
        variables: Variables,
    ) -> (Result<Output, Error>, Vec<String>) {
        let env = |variable: &str| -> Option<OsString> {
            if let Some((_, value)) = variables.iter().find(|(name, _)| *name == variable) {
                return Some(value.into());
            }
            match variable {
                "CARGO_MANIFEST_DIR" => Some(self.path("").into()),
                "OUT_DIR" => Some(self.path(target).join("out").into()),
                "CARGO_CFG_TARGET_ENDIAN" => Some("little".into()),
                "CARGO_CFG_TARGET_ARCH" => Some("x86_64".into()),
                "TINYBPF_LLVM" | "TINYBPF_CACHE" => None,
                "TINYBPF_CACHE_DIR" => Some(self.path("cache").into()),
                other => cargo::process(other),
            }
        };
        let cargo = builder.cargo(&env);
        let result = builder.run("probe", &cargo);
        (result, cargo.directives())
    }

    /// Whether a build was spared.
    fn is_spared(&self, builder: &Builder, variables: Variables) -> bool {
        self.run_cached(builder, "target", variables)
            .0
            .unwrap()
            .cached
    }

    /// The entries.
    fn entries(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for shard in fs::read_dir(self.path("cache/objects"))
            .into_iter()
            .flatten()
        {
            let files = fs::read_dir(shard.unwrap().path()).unwrap();
            found.extend(files.map(|file| file.unwrap().path()));
        }
        found
    }
}

#[test]
fn a_second_build_is_the_first() {
    if !has_tinygo() {
        return;
    }
    let krate = Crate::new(WARNED);
    let (first, said) = krate.run_cached(&Builder::new(), "target", &[]);
    let (second, said_again) = krate.run_cached(&Builder::new(), "other", &[]);
    let (first, second) = (first.unwrap(), second.unwrap());
    assert!(!first.cached && second.cached);
    assert_eq!(
        format!("{:?}", first.object),
        format!("{:?}", second.object)
    );
    for (one, other) in [
        (&first.object_path, &second.object_path),
        (&first.bindings_path, &second.bindings_path),
    ] {
        assert_ne!(one, other);
        assert_eq!(fs::read(one).unwrap(), fs::read(other).unwrap());
    }
    assert_eq!(said, said_again);
    let warning = "cargo::warning=bpf/main.go:";
    assert!(
        said.iter().any(|line| line.starts_with(warning)),
        "{said:#?}"
    );
}

#[test]
fn no_tool_runs_for_what_is_kept() {
    if !has_tinygo() {
        return;
    }
    let krate = Crate::new(MAIN);
    let real = TinyGo::find(None, &cargo::process).unwrap();
    let script = |name: &str, real: &Path| {
        let log = krate.path("runs").display().to_string();
        krate.write(
            name,
            &format!(
                "#!/bin/sh\necho {name} >>{log}\nexec {} \"$@\"\n",
                real.display()
            ),
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(krate.path(name), fs::Permissions::from_mode(0o755)).unwrap();
        }
    };
    script("tools/tinygo", real.path());
    script("tools/go/bin/go", real.go());
    krate.write("tools/go/VERSION", "go1.0\n");
    let path = cargo::process("PATH").unwrap().into_string().unwrap();
    let path = format!("{}:{path}", krate.path("tools/go/bin").display());
    let tinygo = krate.path("tools/tinygo").display().to_string();
    let variables = [("TINYGO", &*tinygo), ("PATH", &*path)];
    let runs = || {
        let text = fs::read_to_string(krate.path("runs")).unwrap_or_default();
        let _ = fs::remove_file(krate.path("runs"));
        text.lines().count()
    };
    assert!(!krate.is_spared(&Builder::new(), &variables));
    assert!(runs() >= 2, "TinyGo, and Go for the list of sources");
    fs::remove_dir_all(krate.path("target")).unwrap();
    assert!(krate.is_spared(&Builder::new(), &variables));
    assert_eq!(runs(), 0);
    // Without the cache they run again.
    assert!(!krate.is_spared(Builder::new().cache(false), &variables));
    assert!(runs() > 0);
}

#[test]
fn each_change_is_compiled() {
    if !has_tinygo() {
        return;
    }
    let krate = Crate::new(MAIN);
    let usual = Builder::new();
    assert!(!krate.is_spared(&usual, &[]));
    for (name, text) in [
        ("bpf/main.go", &*MAIN.replace("> 3", "> 4")),
        (
            "bpf/stub.go",
            "//go:build !tinygo\n\npackage main\n\n// More.\n",
        ),
        ("bpf/wire/wire.go", &WIRE.replace("uint32", "int32")),
        ("bpf/wire/more.go", "package wire\n"),
        ("bpf/go.mod", "module probe\n\ngo 1.21\n"),
        ("go.work", "go 1.22\n\nuse ./bpf\n"),
    ] {
        let before = fs::read_to_string(krate.path(name));
        krate.write(name, text);
        assert!(!krate.is_spared(&usual, &[]), "{name}");
        assert!(krate.is_spared(&usual, &[]), "{name}");
        match before {
            Ok(text) => krate.write(name, &text),
            Err(_) => fs::remove_file(krate.path(name)).unwrap(),
        }
        assert!(krate.is_spared(&usual, &[]), "{name}, as it was");
    }
    krate.write("bpf/main_test.go", "package main\n");
    assert!(krate.is_spared(&usual, &[]), "a test is not compiled");
    type Set = fn(&mut Builder);
    let options: [(&str, Set); 9] = [
        ("dwarf", |b| {
            b.dwarf(true);
        }),
        ("cpu", |b| {
            b.cpu(Cpu::V2);
        }),
        ("endian", |b| {
            b.endian(Endian::Big);
        }),
        ("tags", |b| {
            b.tags(["more"]);
        }),
        ("license", |b| {
            b.license("MIT");
        }),
        ("opt_level", |b| {
            b.opt_level(OptLevel::Os);
        }),
        ("runtime", |b| {
            b.stock_runtime(true);
        }),
        ("aya", |b| {
            b.aya(false);
        }),
        ("section", |b| {
            b.section("pass", "xdp.frags");
        }),
    ];
    for (name, set) in options {
        let mut builder = Builder::new();
        set(&mut builder);
        assert!(!krate.is_spared(&builder, &[]), "{name}");
    }
    for variable in [
        ("TINYBPF_LOG_LEVEL", "debug"),
        ("GOFLAGS", "-tags=more"),
        ("GOWORK", "off"),
        ("GOENV", "off"),
    ] {
        assert!(!krate.is_spared(&usual, &[variable]), "{variable:?}");
    }
    assert!(krate.is_spared(&usual, &[]));
}

#[test]
fn what_c_includes_counts() {
    if !is_there(Clang::find(None, None, &cargo::process)) {
        return;
    }
    let krate = Crate::new(MAIN);
    fs::remove_dir_all(krate.path("bpf")).unwrap();
    krate.write(
        "c/pass.c",
        "#include <stddef.h>\n#include \"verdict.h\"\n\
         __attribute__((section(\"xdp\"), used)) int pass(void *ctx) { int unused; return VERDICT; }\n",
    );
    krate.write("second/verdict.h", "#define VERDICT 1\n");
    fs::create_dir(krate.path("first")).unwrap();
    let mut builder = Builder::new();
    builder
        .c_source("c/pass.c")
        .c_include("first")
        .c_include("second");
    let (first, said) = krate.run_cached(&builder, "target", &[]);
    let (second, said_again) = krate.run_cached(&builder, "target", &[]);
    assert!(!first.unwrap().cached && second.unwrap().cached);
    assert_eq!(said, said_again);
    assert!(
        said.iter().any(|line| line.contains("unused variable")),
        "{said:#?}"
    );
    // Each is found before the one of before.
    for header in ["second/verdict.h", "first/verdict.h", "c/verdict.h"] {
        krate.write(header, &format!("#define VERDICT 2 // {header}\n"));
        assert!(!krate.is_spared(&builder, &[]), "{header}");
        assert!(krate.is_spared(&builder, &[]), "{header}");
    }
    let mut defined = builder.clone();
    defined.c_define("MORE", None);
    assert!(!krate.is_spared(&defined, &[]));
}

#[test]
fn damage_is_repaired() {
    if !has_tinygo() {
        return;
    }
    let krate = Crate::new(MAIN);
    assert!(!krate.is_spared(&Builder::new(), &[]));
    let [entry] = &krate.entries()[..] else {
        panic!("{:?}", krate.entries());
    };
    let whole = fs::read(entry).unwrap();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    for damaged in [&whole[..whole.len() / 2], b"", &flipped] {
        fs::write(entry, damaged).unwrap();
        assert!(!krate.is_spared(&Builder::new(), &[]));
        assert!(krate.is_spared(&Builder::new(), &[]));
    }
}

#[test]
fn a_cache_that_cannot_be_written_is_none() {
    if !has_tinygo() {
        return;
    }
    let krate = Crate::new(MAIN);
    // A file where a folder should be, which stops root too.
    krate.write("file", "");
    let folder = krate.path("file/cache").display().to_string();
    for _ in 0..2 {
        assert!(!krate.is_spared(&Builder::new(), &[("TINYBPF_CACHE_DIR", &folder)]));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert!(!krate.is_spared(&Builder::new(), &[]));
        let mut folders = vec![krate.path("cache"), krate.path("cache/objects")];
        folders.extend(
            krate
                .entries()
                .iter()
                .filter_map(|file| Some(file.parent()?.to_owned())),
        );
        let set = |mode| {
            for folder in &folders {
                fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
            }
        };
        set(0o555);
        // It can still be read.
        assert!(krate.is_spared(&Builder::new(), &[]));
        set(0o755);
    }
}

#[test]
fn who_asks_for_compiling_gets_it() {
    if !has_tinygo() {
        return;
    }
    let krate = Crate::new(MAIN);
    let usual = Builder::new();
    assert!(!krate.is_spared(&usual, &[]));
    assert!(krate.is_spared(&usual, &[]));
    krate.write("settings", "GOWORK=/elsewhere/go.work\n");
    let settings = krate.path("settings").display().to_string();
    for variable in [
        ("TINYBPF_CACHE", "off"),
        ("TINYBPF_MODE", "require"),
        // What Go reads then, nobody tells.
        ("GOWORK", "/elsewhere/go.work"),
        ("GOFLAGS", "-overlay=/elsewhere/overlay.json"),
        ("GOENV", &settings),
    ] {
        for _ in 0..2 {
            assert!(!krate.is_spared(&usual, &[variable]), "{variable:?}");
        }
    }
    let mut dumped = Builder::new();
    dumped.dump_ir("ir");
    assert!(!krate.is_spared(&dumped, &[]));
    assert!(krate.path("ir").read_dir().unwrap().count() > 5);
    let mut prebuilt = Builder::new();
    prebuilt.prebuilt("prebuilt");
    for mode in ["update-prebuilt", "check-prebuilt"] {
        assert!(
            !krate.is_spared(&prebuilt, &[("TINYBPF_MODE", mode)]),
            "{mode}"
        );
    }
    // What the cache has is of no use where the tools make something else.
    krate.write("prebuilt/bpfel/probe.o", "other");
    let (result, _) = krate.run_cached(&prebuilt, "target", &[("TINYBPF_MODE", "check-prebuilt")]);
    let error = result.unwrap_err().to_string();
    assert!(error.contains("prebuilt/bpfel/probe.o"), "{error}");
    // What is kept for others is not what these sources give: the cache has what does.
    assert!(krate.is_spared(&prebuilt, &[]));
}

#[test]
fn errors_are_found_each_time() {
    if !has_tinygo() {
        return;
    }
    let krate = Crate::new(&MAIN.replace("limit > 3", "limit > \"3\""));
    for _ in 0..2 {
        let (error, _) = krate.run_cached(&Builder::new(), "target", &[]);
        assert!(
            error
                .unwrap_err()
                .to_string()
                .starts_with("bpf/main.go:13:13: error[go-compiler]: ")
        );
    }
    assert!(krate.entries().is_empty());
}
