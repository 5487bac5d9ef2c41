//! Go and C in one object: `testdata/mixed/<case>` is a Go package with C sources in its folder `c`.
#![cfg(target_os = "linux")]

use std::{path::Path, process};

use tests::{Call, Loaded, Pins, UNTOUCHED, can_load, command, require, run, testdata, tinygo};
use tinybpf_build::{Builder, Object};

/// A builder for a case; `None` without TinyGo or clang.
fn builder(case: &str, out: &Path) -> Option<Builder> {
    tinygo()?;
    command("clang-22")?;
    let headers = Path::new("/usr/include/bpf/bpf_helpers.h");
    let headers = headers.is_file().then_some(());
    require(headers.ok_or("there is no bpf/bpf_helpers.h (Debian: `apt install libbpf-dev`)"))?;
    let folder = testdata("mixed").join(case);
    let mut builder = Builder::new();
    builder
        .package(&folder)
        .c_source(folder.join(format!("c/{case}.bpf.c")))
        .out_dir(out)
        .clang("clang-22")
        .emit_rerun_if_changed(false)
        .cargo_warnings(false);
    Some(builder)
}

/// The object of a case, also as a file.
fn build(case: &str) -> Option<(Object, tempfile::TempDir)> {
    let out = tempfile::tempdir().unwrap();
    let output = builder(case, out.path())?
        .try_compile(case)
        .unwrap_or_else(|error| panic!("{case}: {error}"));
    Some((output.object?, out))
}

/// What both programs answer to the operations that they share.
const SHARED: [(u64, u64, u64, u64); 6] = [
    (6, 100, 7, 15),
    (7, 0x1_9c, 0, 56),
    (7, 50, 0, -50_i64 as u64),
    (8, 10, 0, 2000),
    (8, 11, 0, 1000),
    (10, 99, 0, 0),
];

#[test]
fn calls_in_both_directions() {
    if !can_load() {
        return;
    }
    let Some((object, _)) = build("calls") else {
        return;
    };
    let loaded = Loaded::new(&object.data);
    let call = |program: &str, operation, a, b| loaded.call(program, Call { operation, a, b });
    for (operation, a, b, result) in SHARED {
        let go = call("go_calls", operation, a, b);
        assert_eq!(
            go,
            (2, [result, UNTOUCHED]),
            "operation {operation} of {a}, {b}"
        );
        let (verdict, results) = call("c_calls", operation, a, b);
        assert_eq!(
            (verdict, results[0]),
            (2, result),
            "operation {operation} of {a}, {b}"
        );
    }
    // C returns the low byte, with its sign.
    assert_eq!(
        call("go_calls", 0, 0xffff_ff7f, 0x0100).1[0],
        -128_i64 as u64
    );
    assert_eq!(call("go_calls", 0, 3, 0x01fd).1[0], 4);
    assert_eq!(call("go_calls", 1, 7, 0).1[0], 1);
    assert_eq!(call("go_calls", 1, 8, 0).1[0], 0);
    assert_eq!(call("go_calls", 2, 30, 12), (2, [47, 77]));
    assert_eq!(call("go_calls", 3, 9, 2), (2, [9, 30]));
    assert_eq!(call("go_calls", 4, 1, 10).1[0], 1 + 20 + 9 + 16 + 25);
    // Go puts a pair into C's map, which C then finds there, and adds to Go's variable.
    assert_eq!(call("go_calls", 5, 4, 1000).0, 2);
    assert_eq!(call("c_calls", 10, 4, 0).1[0], 1000);
    assert_eq!(call("go_calls", 10, 4, 0).1[0], 2000);
    // C has Go note a key, and looks it up in Go's map.
    assert_eq!(call("c_calls", 9, 21, 0).1[0], 1);
    assert_eq!(call("go_calls", 9, 21, 0).1[0], 2);
    // A static variable of C, behind a function that is not inlined.
    let (_, [first, _]) = call("c_calls", 99, 0, 0);
    assert_eq!(call("c_calls", 99, 0, 0), (2, [first + 1, first + 1]));
}

/// A division by zero in Go ends the program, also where C called Go.
#[test]
fn a_panic_below_c_ends_the_program() {
    if !can_load() {
        return;
    }
    let Some((object, _)) = build("calls") else {
        return;
    };
    let loaded = Loaded::new(&object.data);
    for program in ["go_calls", "c_calls"] {
        let call = Call {
            operation: 6,
            a: 1,
            b: 0,
        };
        assert_eq!(loaded.call(program, call), (0, [UNTOUCHED; 2]), "{program}");
    }
}

/// A panic gives back the record that C reserved: the reader sees none of it, and those before and after.
#[test]
fn what_c_holds_is_given_back_when_go_panics() {
    if !can_load() {
        return;
    }
    let Some((object, _)) = build("held") else {
        return;
    };
    let mut loaded = Loaded::new(&object.data);
    for (a, b, verdict) in [(84, 2, 2), (1, 0, 0), (2, 0, 0), (9, 3, 2)] {
        let call = Call { operation: 0, a, b };
        assert_eq!(loaded.call("record", call).0, verdict, "{call:?}");
    }
    let records = loaded.ebpf.map_mut("records").unwrap();
    let mut records = aya::maps::RingBuf::try_from(records).unwrap();
    let mut read = Vec::new();
    while let Some(record) = records.next() {
        read.push(u64::from_le_bytes(record[..].try_into().unwrap()));
    }
    assert_eq!(read, [42, 3]);
}

#[test]
fn what_is_known_of_the_object() {
    let Some((object, _)) = build("calls") else {
        return;
    };
    let programs: Vec<_> = object.programs.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(programs, ["go_calls", "c_calls"]);
    let maps: Vec<_> = object
        .maps
        .iter()
        .map(|m| {
            (
                m.name.as_str(),
                m.map_type,
                m.key_size,
                m.value_size,
                m.max_entries,
            )
        })
        .collect();
    assert_eq!(maps, [("pairs", 1, 4, 16, 16), ("seen", 1, 4, 8, 16)]);
    let place = |position: &Option<tinybpf_core::Position>| {
        let position = position.as_ref().expect("a position");
        let file = Path::new(&position.file).file_name().unwrap();
        format!("{}:{}", file.to_string_lossy(), position.line)
    };
    assert_eq!(place(&object.maps[0].position), "calls.bpf.c:11");
    assert_eq!(place(&object.maps[1].position), "main.go:17");
    assert_eq!(place(&object.programs[1].position), "calls.bpf.c:92");
    let mut variables: Vec<_> = object
        .data_sections
        .iter()
        .flat_map(|section| &section.variables)
        .map(|variable| variable.name.as_str())
        .collect();
    variables.sort_unstable();
    assert_eq!(variables, ["calls", "offset", "steps", "table", "total"]);
    assert_eq!(object.license, "GPL");
    let path = testdata("mixed");
    let path = path.to_str().unwrap().as_bytes();
    assert!(
        !object.data.windows(path.len()).any(|window| window == path),
        "a path of this machine"
    );
}

#[test]
fn libbpf_loads_both_languages() {
    if !can_load() {
        return;
    }
    for case in ["calls", "core", "externs", "held"] {
        let Some((_, folder)) = build(case) else {
            return;
        };
        let Some(mut bpftool) = command("bpftool") else {
            return;
        };
        let pins = Pins::new(case);
        let file = folder.path().join(format!("{case}.o"));
        run(bpftool.args(["prog", "loadall"]).arg(file).arg(&pins.0));
    }
}

/// C reads a kernel struct at relocated offsets, in a function that Go calls.
#[test]
fn co_re_in_c() {
    if !can_load() {
        return;
    }
    let Some((object, _)) = build("core") else {
        return;
    };
    let mut ebpf = aya::Ebpf::load(&object.data).unwrap_or_else(|error| panic!("{error:?}"));
    let program: &mut aya::programs::RawTracePoint =
        ebpf.program_mut("on_enter").unwrap().try_into().unwrap();
    program.load().unwrap_or_else(|error| panic!("{error}"));
    let link = program.attach("sys_enter").unwrap();
    // Other processes enter system calls too.
    let mine = (0..10_000).any(|_| {
        let words: [u32; 2] = data(&ebpf, ".bss");
        let parent = std::os::unix::process::parent_id();
        words.contains(&process::id()) && words.contains(&parent)
    });
    assert!(mine, "{:?}", data::<[u32; 2]>(&ebpf, ".bss"));
    let program: &mut aya::programs::RawTracePoint =
        ebpf.program_mut("on_enter").unwrap().try_into().unwrap();
    program.detach(link).unwrap();
}

fn data<T: aya::Pod>(ebpf: &aya::Ebpf, section: &str) -> T {
    let map: aya::maps::Array<_, T> = ebpf.map(section).unwrap().try_into().unwrap();
    map.get(&0, 0).unwrap()
}
