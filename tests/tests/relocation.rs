//! One object, relocated by aya and by libbpf to kernels that are made up: `testdata/relocation` is the program, and each C file
//! in its folder `kernels` has the types of a kernel, objects of them, and what the program must find there.
#![cfg(target_os = "linux")]

use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use aya::{Btf, EbpfLoader, Endianness, maps::Array};
use libbpf_rs::{MapCore, MapFlags, ObjectBuilder, ProgramInput};
use object::{Object as _, ObjectSection as _, ObjectSymbol as _};
use tests::{Loaded, bitcode, bitcode_with, can_load, command, object, run, testdata};
use tinybpf_build::tinygo::Runtime;
use tinybpf_core::{Error, Input, Options, compile, inspect};

/// What the map of objects has as values.
const OBJECT: usize = 512;

/// A made-up kernel, as clang made it.
struct Kernel {
    btf: Vec<u8>,
    /// The contents of the objects.
    objects: [[u8; OBJECT]; 2],
    expected: Vec<(String, u64)>,
    /// What only libbpf finds.
    expected_with_libbpf: Vec<(String, u64)>,
}

/// The made-up kernels by their names; `None` without clang.
fn kernels() -> Option<Vec<(String, Kernel)>> {
    let sources = fs::read_dir(testdata("relocation/kernels")).unwrap();
    let sources = sources.map(|entry| entry.unwrap().path());
    let mut sources: Vec<PathBuf> = sources
        .filter(|path| path.extension().is_some_and(|end| end == "c"))
        .collect();
    sources.sort();
    assert!(sources.len() >= 3, "{sources:?}");
    let folder = tempfile::tempdir().unwrap();
    let kernels = sources.iter().map(|source| {
        let output = folder.path().join("kernel.o");
        run(command("clang-22")?
            .args(["-target", "bpf", "-g", "-O2", "-Werror", "-c", "-o"])
            .args([&output, source]));
        let name = source.file_stem().unwrap().to_str().unwrap().to_owned();
        Some((name, Kernel::read(&output)))
    });
    kernels.collect()
}

impl Kernel {
    fn read(path: &Path) -> Self {
        let data = fs::read(path).unwrap();
        let file = object::File::parse(&*data).unwrap();
        let variable = |name: &str| {
            let symbol = file.symbols().find(|symbol| symbol.name() == Ok(name));
            let symbol = symbol.unwrap_or_else(|| panic!("{name} is missing"));
            let section = file.section_by_index(symbol.section_index().unwrap());
            let start = usize::try_from(symbol.address()).unwrap();
            let end = start + usize::try_from(symbol.size()).unwrap();
            section.unwrap().data().unwrap()[start..end].to_vec()
        };
        let objects = variable("objects");
        let (first, second) = objects.split_at(objects.len() / 2);
        let expected = |name: &str| {
            let entries = variable(name);
            let entries = entries.chunks(32).map(|entry| {
                let name = String::from_utf8(entry[..24].to_vec()).unwrap();
                let value = u64::from_le_bytes(entry[24..].try_into().unwrap());
                (name.trim_end_matches('\0').to_owned(), value)
            });
            entries.collect()
        };
        let btf = file.section_by_name(".BTF").unwrap();
        Self {
            btf: btf.data().unwrap().to_vec(),
            objects: [first, second].map(|object| {
                let mut padded = [0; OBJECT];
                padded[..object.len()].copy_from_slice(object);
                padded
            }),
            expected: expected("expected"),
            expected_with_libbpf: expected("expected_with_libbpf"),
        }
    }
}

/// Compares what a program found.
#[track_caller]
fn check(name: &str, expected: &[(String, u64)], found: &[u8]) {
    assert_eq!(found.len(), 8 * expected.len(), "{name}");
    let found = found
        .chunks(8)
        .map(|word| u64::from_le_bytes(word.try_into().unwrap()));
    let wrong: Vec<_> = found
        .zip(expected)
        .filter(|(found, (_, expected))| found != expected)
        .map(|(found, (what, expected))| format!("{what}: {found:#x}, not {expected:#x}"))
        .collect();
    assert!(wrong.is_empty(), "{name}: {wrong:#?}");
}

/// An Ethernet frame, which the program does not look at.
const PACKET: [u8; 64] = [0; 64];

#[test]
fn aya_finds_everything_where_it_is() {
    let object = can_load().then(|| object("../relocation")).flatten();
    let Some((kernels, object)) = kernels().zip(object) else {
        return;
    };
    for (name, kernel) in kernels {
        let btf = Btf::parse(&kernel.btf, Endianness::default()).unwrap();
        let mut loaded = Loaded::with(EbpfLoader::new().btf(Some(&btf)), &object.data);
        let memory = loaded.ebpf.map_mut("memory").unwrap();
        let mut memory: Array<_, [u8; OBJECT]> = memory.try_into().unwrap();
        for (index, object) in (0..).zip(kernel.objects) {
            memory.set(index, object, 0).unwrap();
        }
        assert_eq!(loaded.run("relocated", &PACKET).0, 2, "{name}");
        check(&name, &kernel.expected, &loaded.data::<[u8; FOUND]>(".bss"));
    }
}

/// The size of what the program found.
const FOUND: usize = 64 * 8;

#[test]
fn libbpf_finds_everything_where_it_is() {
    let objects = ["../relocation", "../relocation-libbpf"].map(|package| {
        let object = can_load().then(|| object(package)).flatten();
        object.map(|object| object.data)
    });
    let (Some(kernels), [Some(object), Some(other)]) = (kernels(), objects) else {
        return;
    };
    for (name, kernel) in kernels {
        let found = with_libbpf(&object, &kernel);
        check(&name, &kernel.expected, &found);
        let found = with_libbpf(&other, &kernel);
        check(&name, &kernel.expected_with_libbpf, &found);
    }
}

#[test]
fn fields_that_nothing_tells_are_refused() {
    let unoptimised = bitcode("views", Runtime::Bpf);
    let optimised = bitcode_with("views", Runtime::Bpf, &["-opt=z".to_owned()]);
    for (data, message) in [
        (unoptimised, "is no field of a CO-RE struct"),
        (optimised, "are offsets in it, which no loader can correct"),
    ] {
        let Some(data) = data else { return };
        let input = Input::Bytes {
            name: "views".to_owned(),
            data,
        };
        let error = compile(&[input], &Options::default()).unwrap_err();
        let Error::Rejected(findings) = error else {
            panic!("{error}")
        };
        let found = findings.iter().any(|found| found.message.contains(message));
        assert!(found, "{findings:#?}");
    }
}

/// What the program of an object finds in a kernel.
fn with_libbpf(object: &[u8], kernel: &Kernel) -> Vec<u8> {
    let mut btf = tempfile::NamedTempFile::new().unwrap();
    btf.write_all(&kernel.btf).unwrap();
    let mut builder = ObjectBuilder::default();
    builder.btf_custom_path(btf.path()).unwrap();
    let loaded = builder.open_memory(object).unwrap().load().unwrap();
    let map = |name: &str| {
        let mut maps = loaded.maps();
        maps.find(|map| map.name().to_string_lossy().ends_with(name))
    };
    if let Some(memory) = map("memory") {
        for (index, object) in (0_u32..).zip(kernel.objects) {
            let key = index.to_ne_bytes();
            memory.update(&key, &object, MapFlags::ANY).unwrap();
        }
    }
    let program = loaded.progs_mut().next().unwrap();
    let input = ProgramInput {
        data_in: Some(&PACKET),
        ..ProgramInput::default()
    };
    assert_eq!(program.test_run(input).unwrap().return_value, 2);
    let found = map(".bss").unwrap().lookup(&[0; 4], MapFlags::ANY);
    found.unwrap().unwrap()
}

#[test]
fn what_a_kernel_lacks_is_told() {
    const LACK: &str = "// LACK: ";
    let package = testdata("relocation-lacks");
    let (Some(object), Some(mut clang)) = (object(&package), command("clang-22")) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let kernel = folder.path().join("kernel.o");
    run(clang
        .args(["-target", "bpf", "-g", "-c", "-o"])
        .args([&kernel, &package.join("kernel/kernel.c")]));
    let kernel = fs::read(kernel).unwrap();
    let lacks = inspect::lacks(&object.data, &kernel).unwrap();
    let found: BTreeSet<_> = lacks
        .into_iter()
        .map(|lack| (lack.position.unwrap().line, lack.message))
        .collect();
    let source = fs::read_to_string(package.join("main.go")).unwrap();
    let lines = (1..).zip(source.lines());
    let expected: BTreeSet<_> = lines
        .filter_map(|(number, line)| Some((number, line.split_once(LACK)?.1.to_owned())))
        .collect();
    assert_eq!(found, expected);
}
