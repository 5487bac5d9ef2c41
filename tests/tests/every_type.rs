//! Programs of every section and maps of every type, written with the Go package: they compile, and the skeleton has them.

use std::{collections::BTreeSet, fs};

use tests::{tinygo, workspace};
use tinybpf_build::{Builder, Output};
use tinybpf_core::section::{Known, Loader, Section, all};

/// The context of programs of a type in the Go package, and what they return; programs of other types have arguments of their own.
fn go_types(known: &Known) -> (&'static str, &'static str) {
    let program_type = known.program_type.c_name();
    match program_type.trim_start_matches("BPF_PROG_TYPE_") {
        "XDP" => ("bpf.XdpMd", "bpf.XdpAction = bpf.XdpPass"),
        "SCHED_CLS" if known.name.starts_with("tcx") => {
            ("bpf.SkBuff", "bpf.TcxAction = bpf.TcxPass")
        }
        "SCHED_CLS" | "SCHED_ACT" => ("bpf.SkBuff", "bpf.TcAction = bpf.TcActOk"),
        "CGROUP_SKB" => ("bpf.SkBuff", "bpf.CgroupAction = bpf.CgroupAllow"),
        "SK_SKB" => ("bpf.SkBuff", "bpf.SkAction = bpf.SkPass"),
        "SOCKET_FILTER" | "FLOW_DISSECTOR" | "LWT_IN" | "LWT_OUT" | "LWT_XMIT"
        | "LWT_SEG6LOCAL" => ("bpf.SkBuff", "int32 = 0"),
        "CGROUP_SOCK_ADDR" => ("bpf.SockAddr", "bpf.CgroupAction = bpf.CgroupAllow"),
        "CGROUP_SOCK" => ("bpf.Sock", "bpf.CgroupAction = bpf.CgroupAllow"),
        "CGROUP_DEVICE" => ("bpf.CgroupDevCtx", "bpf.CgroupAction = bpf.CgroupAllow"),
        "CGROUP_SYSCTL" => ("bpf.Sysctl", "bpf.CgroupAction = bpf.CgroupAllow"),
        "CGROUP_SOCKOPT" => ("bpf.Sockopt", "bpf.CgroupAction = bpf.CgroupAllow"),
        "SOCK_OPS" => ("bpf.SockOps", "int32 = 1"),
        "SK_MSG" => ("bpf.SkMsgMd", "bpf.SkAction = bpf.SkPass"),
        "SK_LOOKUP" => ("bpf.SkLookup", "bpf.SkAction = bpf.SkPass"),
        "SK_REUSEPORT" => ("bpf.SkReuseportMd", "bpf.SkAction = bpf.SkPass"),
        "NETFILTER" => ("arguments", "bpf.NetfilterAction = bpf.NfAccept"),
        "KPROBE" => ("bpf.PtRegs", "int32 = 0"),
        "TRACEPOINT" => ("bpf.SysEnter", "int32 = 0"),
        "RAW_TRACEPOINT" | "RAW_TRACEPOINT_WRITABLE" => ("bpf.RawTracepointArgs", "int32 = 0"),
        _ => ("arguments", "int32 = 0"),
    }
}

/// Variables of every type of map that Go declares, with the number of the type.
const MAPS: &[(u32, &str)] = &[
    (1, "bpf.HashMap[key, value]{MaxEntries: 8}"),
    (2, "bpf.Array[value]{MaxEntries: 8}"),
    (3, "bpf.ProgArray[bpf.XdpMd, bpf.XdpAction]{MaxEntries: 8}"),
    (4, "bpf.PerfEventArray[value]{}"),
    (5, "bpf.PerCPUHash[key, value]{MaxEntries: 8}"),
    (6, "bpf.PerCPUArray[value]{MaxEntries: 8}"),
    (7, "bpf.StackTrace{MaxEntries: 8}"),
    (8, "bpf.CgroupArray{MaxEntries: 8}"),
    (9, "bpf.LRUHash[key, value]{MaxEntries: 8}"),
    (10, "bpf.LRUPerCPUHash[key, value]{MaxEntries: 8}"),
    (11, "bpf.LPMTrie[bpf.LPMKey4, value]{MaxEntries: 8}"),
    (
        12,
        "bpf.ArrayOfMaps[bpf.Array[value]]{MaxEntries: 8, Inner: &m2}",
    ),
    (
        13,
        "bpf.HashOfMaps[key, bpf.Array[value]]{MaxEntries: 8, Inner: &m2}",
    ),
    (14, "bpf.DevMap{MaxEntries: 8}"),
    (15, "bpf.SockMap{MaxEntries: 8}"),
    (16, "bpf.CPUMap{MaxEntries: 8}"),
    (17, "bpf.XSKMap{MaxEntries: 8}"),
    (18, "bpf.SockHash[key]{MaxEntries: 8}"),
    (19, "bpf.CgroupStorage[value]{}"),
    (20, "bpf.ReuseportSockArray{MaxEntries: 8}"),
    (21, "bpf.PerCPUCgroupStorage[value]{}"),
    (22, "bpf.Queue[value]{MaxEntries: 8}"),
    (23, "bpf.Stack[value]{MaxEntries: 8}"),
    (24, "bpf.SkStorage[value]{}"),
    (25, "bpf.DevMapHash{MaxEntries: 8}"),
    (27, "bpf.RingBuf[value]{MaxEntries: 4096}"),
    (28, "bpf.InodeStorage[value]{}"),
    (29, "bpf.TaskStorage[value]{}"),
    (30, "bpf.BloomFilter[value]{MaxEntries: 8}"),
    (31, "bpf.UserRingBuf[value]{MaxEntries: 4096}"),
    (32, "bpf.CgrpStorage[value]{}"),
    (33, "bpf.Arena{MaxEntries: 8}"),
];

/// The sections of programs, which structs of functions have none of: their functions are members.
fn sections(filter: impl Fn(&Section) -> bool) -> Vec<(&'static Known, String)> {
    let known = all()
        .iter()
        .filter(|known| !known.name.starts_with("struct_ops"));
    let named = known.map(|known| (known, known.example()));
    named
        .filter(|(_, name)| filter(&Section::parse(name).unwrap()))
        .collect()
}

fn build(name: &str, sections: &[(&Known, String)]) -> Option<Output> {
    tinygo()?;
    let folder = tempfile::tempdir().unwrap();
    let library = workspace().join("tinybpf-build/go");
    let go_mod = format!(
        "module every\n\ngo 1.22\n\nrequire github.com/tinybpf/bpf v0.0.0\n\nreplace github.com/tinybpf/bpf => {}\n",
        library.display()
    );
    fs::write(folder.path().join("go.mod"), go_mod).unwrap();
    let mut go = "package main

import \"github.com/tinybpf/bpf\"

type key struct{ A, B uint32 }
type value struct{ N uint64 }
type arguments struct{ Args [4]uint64 }
"
    .to_owned();
    for (number, map) in MAPS {
        go += &format!("\nvar m{number} = {map}\n");
    }
    for (number, (known, section)) in sections.iter().enumerate() {
        let (context, result) = go_types(known);
        let (result, verdict) = result.split_once(" = ").unwrap();
        go += &format!(
            "\n//export p{number}\n//go:section {section}\nfunc p{number}(ctx *{context}) {result} {{\n\treturn {verdict}\n}}\n"
        );
    }
    go += "\nfunc main() {}\n";
    fs::write(folder.path().join("main.go"), &go).unwrap();
    let output = Builder::new()
        .package(folder.path())
        .out_dir(concat!(env!("CARGO_TARGET_TMPDIR"), "/every_type"))
        .emit_rerun_if_changed(false)
        .cargo_warnings(false)
        .try_compile(name);
    Some(output.unwrap_or_else(|error| panic!("{error}\n{go}")))
}

#[test]
fn all_sections_and_map_types_compile() {
    let sections = sections(|_| true);
    let Some(output) = build("every", &sections) else {
        return;
    };
    let object = output.object.unwrap();
    let compiled: BTreeSet<_> = object
        .programs
        .iter()
        .map(|program| &*program.section)
        .collect();
    let written: BTreeSet<_> = sections.iter().map(|(_, section)| &**section).collect();
    assert_eq!(compiled, written);
    let types: BTreeSet<_> = object.maps.iter().map(|map| map.map_type).collect();
    assert_eq!(types, MAPS.iter().map(|(number, _)| *number).collect());
}

/// The Go package's own numbers of types; structs of functions are no maps of Go's, and arrays of instructions are the loader's.
#[test]
fn no_map_type_is_left_out() {
    let file = workspace().join("tinybpf-build/go/map_types.go");
    let text = fs::read_to_string(file).unwrap();
    let numbers = text.lines().filter_map(|line| {
        let (_, number) = line.trim().strip_prefix("mapType")?.split_once("= ")?;
        number.parse().ok()
    });
    let numbers: BTreeSet<u32> = numbers.collect();
    assert_eq!(numbers, MAPS.iter().map(|(number, _)| *number).collect());
    let all: BTreeSet<u32> = (1..=33).filter(|number| *number != 26).collect();
    assert_eq!(numbers, all);
}

/// That it compiles for programs and maps of each kind is tested in `tinybpf-build`.
#[test]
fn the_skeleton_has_all_that_aya_loads() {
    let sections = sections(|section| !section.unknown_to().contains(&Loader::Aya));
    let Some(output) = build("loadable", &sections) else {
        return;
    };
    let bindings = fs::read_to_string(output.bindings_path).unwrap();
    assert!(
        bindings.contains("pub use skeleton::Loadable;"),
        "no skeleton"
    );
    for number in 0..sections.len() {
        assert!(
            bindings.contains(&format!("pub p{number}: P{number},")),
            "p{number}"
        );
    }
    for (number, _) in MAPS {
        assert!(
            bindings.contains(&format!("        pub m{number}: ")),
            "m{number}"
        );
    }
}
