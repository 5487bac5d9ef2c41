//! What is wrong with the input or the machine: one clear error each, and no file left behind.

use std::{fs, path::Path};

use tempfile::TempDir;
use tests::{archive, bitcode, embedded, testdata, tinygo};
use tinybpf_build::{Builder, Error, tinygo::Runtime};
use tinybpf_core::{Input, Options};

const PROGRAM: &str = "package main

import _ \"unsafe\"

//export probe
//go:section xdp
func probe(ctx *[6]uint32) int32 {
\treturn 2
}

func main() {}
";

/// A Go package and a place for its output.
struct Case {
    folder: TempDir,
}

impl Case {
    fn new(program: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("bpf")).unwrap();
        let case = Self { folder };
        case.write("bpf/go.mod", "module probe\n\ngo 1.22\n");
        case.write("bpf/main.go", program);
        case
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).unwrap();
    }

    fn builder(&self) -> Builder {
        let mut builder = Builder::new();
        builder
            .package(self.folder.path().join("bpf"))
            .out_dir(self.folder.path().join("out"))
            .emit_rerun_if_changed(false);
        builder
    }

    /// What the build is told, with this case's folder as `DIR`. Nothing is left behind.
    fn fails(&self, builder: &Builder) -> String {
        let error = builder.try_compile("probe").unwrap_err();
        let out = self.folder.path().join("out");
        let left: Vec<_> = fs::read_dir(out)
            .map(|folder| folder.collect())
            .unwrap_or_default();
        assert!(left.is_empty(), "{left:?} are left after {error}");
        let folder = fs::canonicalize(self.folder.path()).unwrap();
        error.to_string().replace(folder.to_str().unwrap(), "DIR")
    }
}

#[track_caller]
fn contains(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no `{part}` in:\n{text}");
    }
}

#[test]
fn what_is_right_compiles() {
    if tinygo().is_none() {
        return;
    }
    let case = Case::new(PROGRAM);
    let output = case.builder().try_compile("probe").unwrap();
    let mut names: Vec<_> = fs::read_dir(case.folder.path().join("out"))
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["probe.o", "probe.rs"]);
    assert_eq!(
        fs::read(output.object_path).unwrap(),
        output.object.unwrap().data
    );
}

#[test]
fn a_missing_tinygo() {
    let case = Case::new(PROGRAM);
    let mut builder = case.builder();
    let text = case.fails(builder.tinygo("/nowhere/tinygo"));
    contains(&text, &["/nowhere/tinygo", "TinyGo"]);
}

#[test]
fn a_missing_llvm() {
    if tinygo().is_none() {
        return;
    }
    let case = Case::new(PROGRAM);
    let mut builder = case.builder();
    let text = case.fails(builder.llvm("/nowhere/libLLVM.so"));
    contains(&text, &["/nowhere/libLLVM.so"]);
}

#[test]
fn a_syntax_error() {
    if tinygo().is_none() {
        return;
    }
    let case = Case::new(&PROGRAM.replace("return 2", "return 0x"));
    let text = case.fails(&case.builder());
    contains(&text, &["bpf/main.go:8:11: error["]);
    assert_eq!(text.matches("error[").count(), 1, "{text}");
}

#[test]
fn a_type_error() {
    if tinygo().is_none() {
        return;
    }
    let case = Case::new(&PROGRAM.replace("return 2", "return \"two\""));
    let text = case.fails(&case.builder());
    contains(&text, &["bpf/main.go:8:9: error[", "\"two\""]);
    assert_eq!(text.matches("error[").count(), 1, "{text}");
}

#[test]
fn a_program_without_section() {
    if tinygo().is_none() {
        return;
    }
    let case = Case::new(&PROGRAM.replace("//go:section xdp\n", ""));
    let text = case.fails(&case.builder());
    contains(
        &text,
        &[
            "bpf/main.go:6",
            "error[",
            "probe",
            "section",
            "//go:section",
        ],
    );
    assert_eq!(text.matches("error[").count(), 1, "{text}");
}

#[test]
fn an_empty_folder() {
    if tinygo().is_none() {
        return;
    }
    let case = Case::new("");
    fs::remove_dir_all(case.folder.path().join("bpf")).unwrap();
    fs::create_dir(case.folder.path().join("bpf")).unwrap();
    let text = case.fails(&case.builder());
    contains(&text, &["bpf"]);
    assert!(
        text.contains("no Go files") || text.contains("no Go file"),
        "{text}"
    );
}

#[test]
fn a_missing_folder() {
    if tinygo().is_none() {
        return;
    }
    let case = Case::new("");
    fs::remove_dir_all(case.folder.path().join("bpf")).unwrap();
    contains(&case.fails(&case.builder()), &["DIR/bpf"]);
}

/// A file stands where the folder should be, which not even root can write into.
#[test]
fn an_output_folder_that_cannot_be_one() {
    if tinygo().is_none() {
        return;
    }
    let case = Case::new(PROGRAM);
    case.write("out", "a file");
    let error = case.builder().try_compile("probe").unwrap_err();
    assert!(
        matches!(&error, Error::Io { path, .. } if path.ends_with("out")),
        "{error}"
    );
    assert_eq!(
        fs::read_to_string(case.folder.path().join("out")).unwrap(),
        "a file"
    );
}

/// What an earlier build made stays whole when a later one fails.
#[test]
fn a_failure_leaves_earlier_files_alone() {
    if tinygo().is_none() {
        return;
    }
    let case = Case::new(PROGRAM);
    let output = case.builder().try_compile("probe").unwrap();
    case.write(
        "bpf/main.go",
        &PROGRAM.replace("return 2", "go main()\n\treturn 2"),
    );
    let text = case.builder().try_compile("probe").unwrap_err().to_string();
    contains(&text, &["main.go:8:2: error[", "goroutine"]);
    assert_eq!(
        fs::read(output.object_path).unwrap(),
        output.object.unwrap().data
    );
    assert_eq!(
        fs::read_dir(case.folder.path().join("out"))
            .unwrap()
            .count(),
        2
    );
}

fn compile(name: &str, data: Vec<u8>) -> Result<tinybpf_core::Object, tinybpf_core::Error> {
    let input = Input::Bytes {
        name: name.to_owned(),
        data,
    };
    tinybpf_core::compile(&[input], &Options::default())
}

#[test]
fn what_is_no_ir() {
    for (name, data) in [
        ("wrong.ll", "define i32 @probe( {"),
        ("empty.ll", ""),
        ("text.ll", "Hello, world"),
        ("wrong.bc", "BC\u{c0}\u{de}"),
    ] {
        let error = compile(name, data.as_bytes().to_vec())
            .unwrap_err()
            .to_string();
        assert!(error.contains(name) || name == "empty.ll", "{error}");
        assert!(!error.contains("internal error"), "{error}");
    }
    let missing = tinybpf_core::compile(
        &[Input::File("/nowhere/probe.bc".into())],
        &Options::default(),
    )
    .unwrap_err();
    assert!(
        matches!(&missing, tinybpf_core::Error::Io { path, .. } if path == Path::new("/nowhere/probe.bc")),
        "{missing}"
    );
}

/// What LLVM's parser recurses into until its stack is full.
#[test]
fn nesting_without_end() {
    let depth = 200_000;
    let text = format!(
        "@x = global i64 0\n@y = global ptr {}@x{}\n",
        "getelementptr (i8, ptr ".repeat(depth),
        ", i64 1)".repeat(depth)
    );
    let error = compile("deep.ll", text.into_bytes()).unwrap_err();
    contains(&error.to_string(), &["parse of", "deep.ll", "LLVM crashed"]);
}

#[test]
fn truncated_bitcode() {
    let Some(bitcode) = bitcode("returns", Runtime::Bpf) else {
        return;
    };
    assert!(compile("whole.bc", bitcode.clone()).is_ok());
    for len in (0..bitcode.len() - 4).step_by(64) {
        let error = match compile("short.bc", bitcode[..len].to_vec()) {
            Ok(_) => panic!("{len} of {} bytes compile", bitcode.len()),
            Err(error) => error.to_string(),
        };
        assert!(!error.is_empty());
    }
}

/// Numbers that look random, and are the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

/// Whatever the bytes are, what comes back is an object or an error, and the process goes on.
fn damage(name: &str, whole: &[u8], rounds: usize) {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut refused = 0;
    for _ in 0..rounds {
        let mut data = whole.to_vec();
        for _ in 0..=random.below(3) {
            let at = random.below(data.len());
            data[at] ^= 1 << random.below(8);
        }
        refused += usize::from(compile(name, data).is_err());
    }
    assert!(
        refused > rounds / 10,
        "only {refused} of {rounds} were refused"
    );
}

#[test]
fn damaged_bitcode() {
    let bitcode = fs::read(testdata("llvm-22.bc")).unwrap();
    damage("damaged.bc", &bitcode, 300);
}

/// Cut anywhere, at its head above all, an object or an archive is refused as what it is.
#[test]
fn truncated_objects_and_archives() {
    let Some(bitcode) = bitcode("returns", Runtime::Bpf) else {
        return;
    };
    let mut wholes = vec![("short.a", archive(&[("main.bc", &bitcode)]))];
    wholes.extend(embedded(&bitcode).map(|object| ("short.o", object)));
    for (name, whole) in wholes {
        assert!(compile(name, whole.clone()).is_ok(), "{name}");
        let lens = (0..whole.len().min(256)).chain((256..whole.len() - 4).step_by(512));
        for len in lens {
            match compile(name, whole[..len].to_vec()) {
                Err(tinybpf_core::Error::Input { name: found, .. }) => {
                    assert!(found.starts_with(name), "{found}");
                }
                other => panic!("{len} bytes of {name}: {:?}", other.map(|o| o.programs)),
            }
        }
    }
}

#[test]
fn damaged_objects_and_archives() {
    // Not made here: with other paths in it, other bits would be flipped, and LLVM may never end on some.
    let bitcode = fs::read(testdata("llvm-22.bc")).unwrap();
    damage("damaged.a", &archive(&[("main.bc", &bitcode)]), 150);
    if let Some(object) = embedded(&bitcode) {
        damage("damaged.o", &object, 150);
    }
}

#[test]
fn damaged_text() {
    let Some(bitcode) = bitcode("loops", Runtime::Bpf) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let mut options = Options::default();
    options.dump_ir = Some(folder.path().to_owned());
    let input = Input::Bytes {
        name: "loops".to_owned(),
        data: bitcode,
    };
    tinybpf_core::compile(&[input], &options).unwrap();
    damage(
        "damaged.ll",
        &fs::read(folder.path().join("00-input.ll")).unwrap(),
        300,
    );
}
