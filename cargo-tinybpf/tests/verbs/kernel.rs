//! `verify --kernel`: what the verifier of this machine says.
#![cfg(target_os = "linux")]

use std::{env, fs, os::unix::fs::MetadataExt as _, path::Path, process::Command};

use crate::case::{Case, has_tinygo};

/// Whether this process may load programs; otherwise, a test has to say that it does not run.
fn can_load() -> bool {
    let is_root = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    if !is_root {
        assert!(env::var_os("TINYBPF_TEST_REQUIRE").is_none(), "not root");
        eprintln!("skipped: not root");
    }
    is_root
}

/// An object in `bpf.o`, of a package of the corpus of refused programs with more Go at its end.
fn refused(name: &str, more: &str) -> Case {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/testdata/refused");
    let source = fs::read_to_string(folder.join(name).join("main.go")).unwrap();
    built(&(source + more))
}

fn built(source: &str) -> Case {
    let case = Case::new();
    case.file("bpf/main.go", source);
    case.run(&["build", "--package", "bpf"]).ok();
    case
}

#[test]
fn one_refusal_hides_no_other_program() {
    if !has_tinygo() || !can_load() {
        return;
    }
    let good = "\n//export spare\n//go:section xdp\nfunc spare(ctx *xdpMd) int32 { return 2 }\n";
    let case = refused("packet-variable", good);
    let run = case.run(&["verify", "bpf.o", "--kernel"]);
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""), "{run:?}");
    for part in [
        "nothing is wrong, as far as the file shows",
        "error[packet-bounds]: ",
        "main.go:17:5",
        "spare: the kernel takes it, 2 instructions verified\n",
        " takes 1 of 2 programs\n",
    ] {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }
    let run = case.run(&["verify", "bpf.o", "--kernel", "--json"]);
    assert_eq!(run.code, Some(1));
    let json = run.json();
    assert_eq!(json["ok"], false);
    let programs = json["kernel"]["programs"].as_array().unwrap();
    let named = |name| programs.iter().find(|p| p["program"] == name).unwrap();
    assert_eq!(named("prog")["ok"], false);
    assert_eq!(named("prog")["refusal"]["rule"], "packet-bounds");
    assert_eq!(named("prog")["refusal"]["position"]["line"], 17);
    assert_eq!(named("spare")["verified_instructions"], 2);
    // Whoever does not ask gets no answer.
    let json = case.run(&["verify", "bpf.o", "--json"]).json();
    assert_eq!(json["ok"], true);
    assert!(json["kernel"].is_null());
}

#[test]
fn what_the_kernel_takes_ends_well() {
    if !has_tinygo() || !can_load() {
        return;
    }
    let case = built(crate::case::PROGRAM);
    let text = case.run(&["verify", "bpf.o", "--kernel"]).ok();
    assert!(
        text.contains("probe: the kernel takes it, 2 instructions verified\n"),
        "{text}"
    );
    assert_eq!(case.run(&["verify", "bpf.o", "--kernel", "-q"]).ok(), "");
    let json = case.run(&["verify", "bpf.o", "--kernel", "--json"]).json();
    assert_eq!(json["ok"], true);
    assert_eq!(json["kernel"]["programs"][0]["verified_instructions"], 2);
}

#[test]
fn who_lacks_rights_hears_which() {
    if !can_load() {
        return;
    }
    let case = Case::new();
    let object = "../tinybpf-explain/testdata/recorded/v3/packet-variable.o";
    let object = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(object)).unwrap();
    case.file("bpf.o", object);
    let line = case.command(&["verify", "bpf.o", "--kernel", "-q"]);
    // Root without capabilities may still read the files of this test.
    let mut command = Command::new("setpriv");
    command
        .args(["--bounding-set=-all", "--inh-caps=-all"])
        .arg(line.get_program())
        .args(line.get_args())
        .current_dir(&case.path);
    let said = case.finish(&mut command).fails(3);
    assert!(
        said.contains("the kernel cannot be asked: ") && said.contains("CAP_BPF"),
        "{said}"
    );
    // For tools, with what the file shows.
    let run = case.finish(command.arg("--json"));
    assert_eq!(run.code, Some(3), "{run:?}");
    let json = run.json();
    assert_eq!(json["ok"], false);
    assert_eq!(json["error"]["kind"], "kernel");
    assert!(json["error"]["help"].as_str().unwrap().contains("doctor"));
    assert!(json["findings"].is_array() && json["loaders"].is_array());
}

#[test]
fn nothing_is_pinned() {
    if !has_tinygo() || !can_load() {
        return;
    }
    let case = built(PINNED);
    let report = case.run(&["inspect", "bpf.o", "--maps"]).ok();
    assert!(report.contains("pinned"), "{report}");
    let text = case.run(&["verify", "bpf.o", "--kernel"]).ok();
    assert!(text.contains("probe: the kernel takes it"), "{text}");
    assert!(!Path::new("/sys/fs/bpf/tinybpf_verify_pinned").exists());
}

/// A program with a map that loaders pin.
const PINNED: &str = "package main

import \"unsafe\"

type bpfMapDef struct {
\tType, KeySize, ValueSize, MaxEntries, MapFlags, Pinning uint32
}

var tinybpf_verify_pinned = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 1, Pinning: 1}

func bpfMapLookupElem(m unsafe.Pointer, key unsafe.Pointer) unsafe.Pointer

//export probe
//go:section xdp
func probe(ctx *[6]uint32) int32 {
\tkey := uint32(0)
\tcount := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&tinybpf_verify_pinned), unsafe.Pointer(&key)))
\tif count != nil {
\t\t*count++
\t}
\treturn 2
}

func main() {}
";
