//! Objects for machines whose most significant byte comes first: no kernel of such a machine is at hand, so what is in the object is
//! compared with what clang makes of the same in C, and with the little-endian one.

use std::fs;

use tests::{command, compile, refusal, run, tinygo, workspace};
use tinybpf_build::{Builder, Endian, Object, tinygo::Runtime};
use tinybpf_core::{
    Cpu, Options,
    inspect::{disassembly, types},
};

const GO: &str = "package main

import (
	\"encoding/binary\"
	\"math/bits\"
	\"unsafe\"
)

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries uint32 }

type record struct {
	Wide  uint64
	Half  uint32
	Short [2]uint16
	Last  int64
}

var ports = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 258}

var number uint64 = 0x0102030405060708
var numbers = [3]uint32{0x01020304, 0x05060708, 0x090a0b0c}
var filled = record{0x1122334455667788, 0x99aabbcc, [2]uint16{0xddee, 0xff00}, -2}

var bytes [8]byte

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//export network
//go:section xdp
func network(ctx unsafe.Pointer) int32 {
	binary.BigEndian.PutUint32(bytes[:4], numbers[1])
	return 2
}

//export native
//go:section xdp
func native(ctx unsafe.Pointer) int32 {
	binary.NativeEndian.PutUint32(bytes[:4], numbers[1])
	return 2
}

//export foreign
//go:section xdp
func foreign(ctx unsafe.Pointer) int32 {
	binary.LittleEndian.PutUint32(bytes[:4], numbers[1])
	number = bits.ReverseBytes64(number)
	return 2
}

//export constants
//go:section xdp
func constants(ctx unsafe.Pointer) int32 {
	key := uint32(0x0a0b0c0d)
	filled = record{0x0102030405060708, 0x090a0b0c, [2]uint16{0x0d0e, 0x0f10}, -3}
	if bpfMapLookupElem(unsafe.Pointer(&ports), unsafe.Pointer(&key)) != nil {
		return 1
	}
	return 2
}

func main() {}
";

const C: &str = "typedef unsigned long long u64;
typedef unsigned int u32;
typedef unsigned short u16;
struct record { u64 wide; u32 half; u16 shorts[2]; long last; };
u64 number = 0x0102030405060708;
u32 numbers[3] = {0x01020304, 0x05060708, 0x090a0b0c};
struct record filled = {0x1122334455667788, 0x99aabbcc, {0xddee, 0xff00}, -2};
";

/// The object of the Go package for a byte order; `None` without TinyGo.
fn build(endian: Endian) -> Option<Object> {
    tinygo()?;
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("go.mod"), "module big\n\ngo 1.22\n").unwrap();
    fs::write(folder.path().join("main.go"), GO).unwrap();
    let out = tempfile::tempdir().unwrap();
    let mut builder = Builder::new();
    builder
        .package(folder.path())
        .out_dir(out.path())
        .endian(endian)
        .emit_rerun_if_changed(false);
    let output = builder.try_compile("big");
    output.unwrap_or_else(|error| panic!("{error}")).object
}

/// What a variable holds in an object, by its symbol.
fn variable(elf: &[u8], name: &str) -> Vec<u8> {
    use object::{Object as _, ObjectSection as _, ObjectSymbol as _};
    let file = object::File::parse(elf).unwrap();
    let symbol = file.symbols().find(|s| s.name() == Ok(name)).unwrap();
    let section = file.section_by_index(symbol.section_index().unwrap());
    let data = section.unwrap().data_range(symbol.address(), symbol.size());
    data.unwrap().unwrap().to_vec()
}

fn function(object: &Object, name: &str) -> String {
    let text = disassembly(&object.data).unwrap();
    let start = format!("xdp: {name}\n");
    let body = text
        .split("xdp: ")
        .find(|body| body.starts_with(&start["xdp: ".len()..]));
    body.unwrap_or_else(|| panic!("no {name} in {text}"))
        .to_owned()
}

#[test]
fn variables_are_as_clang_lays_them_out() {
    let Some(mut clang) = command("clang-22") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("twin.c"), C).unwrap();
    clang.current_dir(folder.path());
    run(clang.args(["-target", "bpfeb", "-O2", "-c", "twin.c", "-o", "twin.o"]));
    let twin = fs::read(folder.path().join("twin.o")).unwrap();
    let Some(object) = build(Endian::Big) else {
        return;
    };
    for name in ["number", "numbers", "filled"] {
        let (ours, clangs) = (variable(&object.data, name), variable(&twin, name));
        assert_eq!(ours, clangs, "{name}");
        assert!(ours.iter().any(|byte| *byte != 0), "{name}");
    }
    assert_eq!(variable(&object.data, "number"), [1, 2, 3, 4, 5, 6, 7, 8]);
}

/// Go's `NativeEndian` is the machine's: network byte order here, and the other one on little-endian machines.
#[test]
fn byte_orders_in_code() {
    let (Some(big), Some(little)) = (build(Endian::Big), build(Endian::Little)) else {
        return;
    };
    let code = |object: &Object, name: &str| -> Vec<String> {
        let text = function(object, name);
        let instructions = text.lines().filter_map(|line| line.split_once(": "));
        // Up to the swap that only `foreign` has.
        let instructions = instructions.map(|(_, instruction)| instruction.to_owned());
        instructions
            .take_while(|i| !i.ends_with("# number") && i != "w0 = 2")
            .collect()
    };
    let native = code(&big, "native");
    assert!(native.len() > 5, "{native:#?}");
    assert_eq!(native, code(&big, "network"));
    assert_ne!(native, code(&big, "foreign"));
    assert_eq!(code(&little, "native"), code(&little, "foreign"));
    assert_eq!(native, code(&little, "network"));
    // A swap goes by the order that it leads to.
    assert!(function(&big, "foreign").contains("le64"));
    assert!(function(&little, "foreign").contains("be64"));
    // Two fields that LLVM stores at once are one number, in which the first comes first.
    let number = u64::from_be_bytes([9, 10, 11, 12, 13, 14, 15, 16]);
    let constants = function(&big, "constants");
    assert!(constants.contains(&number.to_string()), "{constants}");
}

/// The C twin of `constants` on the same machine.
#[test]
fn constants_in_code_are_as_clang_stores_them() {
    let Some(mut clang) = command("clang-22") else {
        return;
    };
    let Some(object) = build(Endian::Big) else {
        return;
    };
    let source = format!(
        "{C}int bytes(void) {{ filled = (struct record){{0x0102030405060708, 0x090a0b0c, {{0x0d0e, 0x0f10}}, -3}}; return 2; }}\n"
    );
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("twin.c"), source).unwrap();
    clang.current_dir(folder.path());
    run(clang.args([
        "-target", "bpfeb", "-mcpu=v3", "-O2", "-g", "-c", "twin.c", "-o", "twin.o",
    ]));
    let twin = disassembly(&fs::read(folder.path().join("twin.o")).unwrap()).unwrap();
    // The stores of numbers, by their width and the number, in whatever registers.
    let numbers = |text: &str| {
        let mut found: Vec<String> = text
            .lines()
            .filter_map(|line| Some(line.split_once(" = ")?.1.split(" ll").next()?.to_owned()))
            .filter(|value| {
                value.trim_start_matches('-').len() > 4
                    && value
                        .trim_start_matches('-')
                        .bytes()
                        .all(|b| b.is_ascii_digit())
            })
            .collect();
        found.sort();
        found.dedup();
        found
    };
    let ours = numbers(&function(&object, "constants"));
    for number in numbers(&twin) {
        assert!(
            ours.contains(&number),
            "{number} of {twin}\nis not among {ours:?}"
        );
    }
}

#[test]
fn types_are_the_same() {
    let (Some(big), Some(little)) = (build(Endian::Big), build(Endian::Little)) else {
        return;
    };
    assert_eq!(types(&big.data).unwrap(), types(&little.data).unwrap());
    let maps = |object: &Object| {
        let mut maps = object.maps.clone();
        maps.iter_mut().for_each(|map| map.position = None);
        maps
    };
    assert_eq!(maps(&big), maps(&little));
    assert_eq!(big.programs.len(), 4);
    let header = &big.data[..6];
    assert_eq!(
        header,
        [0x7f, b'E', b'L', b'F', 2, 2],
        "64 bits, most significant byte first"
    );
    let Some(mut readelf) = command("readelf") else {
        return;
    };
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), &big.data).unwrap();
    let text = run(readelf.args(["-W", "-h", "-S", "-s"]).arg(file.path()));
    for part in ["big endian", "Linux BPF", ".BTF.ext", ".maps", "network"] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
}

/// The logs of such a machine differ from others' in nothing but what the object says: of a refused program the same is explained with both.
#[test]
fn a_log_of_the_verifier_is_read_with_the_object() {
    let Some(tinygo) = tinygo() else { return };
    let cases = refusal::cases();
    let case = cases.iter().find(|case| case.name == "size-large");
    let case = case.expect("a case of that name");
    let log = workspace().join("tinybpf-explain/testdata/recorded/7.3/size-large.txt");
    let log = fs::read_to_string(log).unwrap();
    let explained = [Endian::Little, Endian::Big].map(|endian| {
        let mut options = Options::default();
        (options.endian, options.cpu) = (endian, Some(Cpu::V3));
        let object = compile(tinygo, &case.package, Runtime::Bpf, &options).unwrap();
        tinybpf_explain::explain(&log, &object.data, None).to_string()
    });
    assert!(
        explained[0].contains("main.go:24  if r == nil { → main.go:27"),
        "{}",
        explained[0]
    );
    assert_eq!(explained[0], explained[1]);
}
