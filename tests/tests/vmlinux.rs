//! Views of kernel types, written from BTF: Go accepts them, each field becomes a relocation that names the kernel's, and programs
//! find them in kernels.
#![cfg(target_os = "linux")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    process::Command,
};

use aya::{
    Btf, EbpfLoader, Endianness,
    programs::{Program, RawTracePointRunOptions, TestRun as _},
};
use expect_test::expect_file;
use libbpf_rs::btf::{self, BtfType, types::Composite};
use object::{Object as _, ObjectSection as _};
use tests::{Loaded, can_load, command, core_types, object, require, run, testdata, tinygo};
use tinybpf_build::vmlinux::KernelTypes;
use tinybpf_core::{CoreType, inspect};

const RUNNING: &str = "/sys/kernel/btf/vmlinux";

/// Whether the running kernel shows its types.
fn has_btf() -> bool {
    require(fs::metadata(RUNNING).map_err(|error| format!("{RUNNING}: {error}"))).is_some()
}

/// The made-up kernel, compiled by clang, in a folder. `None` without clang.
fn made_up() -> Option<(tempfile::TempDir, PathBuf)> {
    let folder = tempfile::tempdir().unwrap();
    let kernel = folder.path().join("kernel.o");
    run(command("clang-22")?
        .args(["-target", "bpf", "-g", "-O2", "-Werror", "-c", "-o"])
        .args([&kernel, &testdata("vmlinux/kernel/kernel.c")]));
    Some((folder, kernel))
}

/// What gofmt and `go vet` complain about.
fn complaints(folder: &Path) -> String {
    let Some(tinygo) = tinygo() else {
        return String::new();
    };
    let go = |args: &[&str]| {
        let output = Command::new(tinygo.go())
            .args(args)
            .current_dir(folder)
            .output()
            .unwrap();
        let text = [output.stdout, output.stderr].concat();
        String::from_utf8(text).unwrap()
    };
    let root = go(&["env", "GOROOT"]);
    let gofmt = Path::new(root.trim()).join("bin/gofmt");
    let output = Command::new(gofmt)
        .args(["-d", "."])
        .current_dir(folder)
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned() + &go(&["vet", "./..."])
}

/// A package whose main.go is there, and whose kernel.go is written into a copy.
fn package(folder: &Path, types: &KernelTypes) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    fs::copy(folder.join("main.go"), copy.path().join("main.go")).unwrap();
    fs::write(copy.path().join("go.mod"), "module probe\n\ngo 1.22\n").unwrap();
    types.write(copy.path().join("kernel.go")).unwrap();
    copy
}

/// The types that a written file says it is from.
fn named_in(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("// From: "))
        .unwrap();
    let names = line.split(';').next().unwrap().split(' ');
    names.map(str::to_owned).collect()
}

/// The fields that the relocations of an object access: `task_struct.real_parent`.
fn accessed(object: &[u8]) -> BTreeSet<String> {
    let types = inspect::types(object).unwrap();
    let structs = structs(&types);
    let summary = inspect::summary(object).unwrap();
    let relocations = summary.lines().filter(|line| line.starts_with("core "));
    let paths = relocations.map(|line| {
        let mut words = line.split(' ').rev();
        let (access, name) = (words.next().unwrap(), words.next().unwrap());
        let mut id = structs.iter().position(|ty| ty.name == name).unwrap();
        let mut path = name.to_owned();
        let mut steps = access.split(':');
        // The first step goes over whole objects.
        if let Some(object) = steps.next().filter(|step| *step != "0") {
            path += &format!("[{object}]");
        }
        for step in steps {
            let step: usize = step.parse().unwrap();
            let found = &structs[id];
            id = if found.members.is_empty() {
                path += &format!("[{step}]");
                found.element
            } else {
                let (name, ty) = &found.members[step];
                path += &format!(".{name}");
                *ty
            };
        }
        path
    });
    paths.collect()
}

/// A type in a dump.
#[derive(Default)]
struct Dumped {
    name: String,
    members: Vec<(String, usize)>,
    element: usize,
}

/// The types of a dump as bpftool makes it, by number.
fn structs(dump: &str) -> Vec<Dumped> {
    let number = |line: &str| {
        let rest = line.split_once("type_id=").map_or("0", |(_, rest)| rest);
        rest.split([' ', ','])
            .next()
            .unwrap()
            .parse::<usize>()
            .unwrap()
    };
    let mut types = vec![Dumped::default()];
    for line in dump.lines() {
        let name = line.split('\'').nth(1).unwrap_or_default().to_owned();
        if line.starts_with('[') {
            types.push(Dumped {
                name,
                members: Vec::new(),
                element: number(line),
            });
        } else if line.contains("bits_offset") {
            types.last_mut().unwrap().members.push((name, number(line)));
        }
    }
    types
}

#[test]
fn a_made_up_kernel_in_go() {
    let Some((_folder, kernel)) = made_up() else {
        return;
    };
    let mut types = KernelTypes::new();
    types
        .btf(&kernel)
        .types(["__thing", "thing", "union_kind", "empty"])
        .depth(2);
    expect_file![testdata("vmlinux/kernel.go")].assert_eq(&types.source().unwrap());
    assert_eq!(complaints(&testdata("vmlinux")), "");
    let mut few = KernelTypes::new();
    few.btf(&kernel)
        .types(["__thing.next", "__thing.colour", "__thing.high"]);
    let exported = few.package("kern").source().unwrap();
    expect_file![testdata("vmlinux/kern.go.txt")].assert_eq(&exported);
}

#[test]
fn each_field_is_relocated_by_the_kernels_name() {
    let Some((_folder, kernel)) = made_up() else {
        return;
    };
    let Some(object) = object("../vmlinux") else {
        return;
    };
    let paths: Vec<_> = accessed(&object.data).into_iter().collect();
    expect_file![testdata("vmlinux/accesses.txt")].assert_eq(&(paths.join("\n") + "\n"));
    if !can_load() {
        return;
    }
    let data = fs::read(kernel).unwrap();
    let file = object::File::parse(&*data).unwrap();
    let btf = file.section_by_name(".BTF").unwrap();
    let btf = Btf::parse(btf.data().unwrap(), Endianness::default()).unwrap();
    // The verifier refuses an instruction whose field was not found.
    let _ = Loaded::with(EbpfLoader::new().btf(Some(&btf)), &object.data);
}

#[test]
fn errors_leave_no_file() {
    let Some((folder, kernel)) = made_up() else {
        return;
    };
    let file = folder.path().join("kernel.go");
    let missing = folder.path().join("missing");
    let source = testdata("vmlinux/kernel/kernel.c");
    for (btf, types, message) in [
        (
            &kernel,
            "thing.onyl",
            "thing has no field \"onyl\"; did you mean \"only\"?",
        ),
        (
            &kernel,
            "__thing.huge",
            "__thing.huge cannot be in a view: it is wider than 64 bits",
        ),
        (&kernel, "union thing", "there is no union \"thing\""),
        (
            &kernel,
            "u32",
            "u32 is no struct, union or enum, and needs no view",
        ),
        (
            &kernel,
            "undefined",
            "there is no struct, union, enum or typedef \"undefined\"",
        ),
        (&kernel, "OID", "enum OID cannot have a view"),
        (&source, "thing", "neither BTF nor an ELF file"),
        (&missing, "thing", "missing: No such file"),
    ] {
        let mut wanted = KernelTypes::new();
        let error = wanted
            .btf(btf)
            .types(["value", types])
            .write(&file)
            .unwrap_err();
        let text = error.to_string();
        assert!(text.contains(message), "{types}: {text}");
        assert!(!file.exists(), "{types}");
    }
}

/// A number of a process in /proc.
fn status(process: &str, name: &str) -> u32 {
    let text = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let value = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(":\t"));
    value.unwrap().split('\t').next().unwrap().parse().unwrap()
}

#[test]
fn the_running_kernel_is_found() {
    let folder = testdata("programs/vmlinux");
    if !has_btf() || !can_load() || tinygo().is_none() {
        return;
    }
    let mut types = KernelTypes::new();
    let package = package(&folder, types.types(named_in(&folder.join("kernel.go"))));
    assert_eq!(complaints(package.path()), "");
    let Some(object) = object(package.path()) else {
        return;
    };
    let paths = accessed(&object.data);
    for path in [
        "task_struct.real_parent",
        "task_struct.comm",
        "mm_struct.arg_start",
        "inode.i_nlink",
        "bpf_iter__bpf_prog.prog",
        "bpf_prog.jited",
        "bpf_prog.type",
    ] {
        assert!(paths.contains(path), "{path}: {paths:?}");
    }
    let mut loaded = Loaded::whole(&object);
    let Some(Program::RawTracePoint(program)) = loaded.ebpf.program("read_task") else {
        panic!()
    };
    program.test_run(RawTracePointRunOptions::new()).unwrap();
    let id = program.info().unwrap().id();
    let mut found: [u32; 22] = loaded.data(".bss");
    assert_eq!(found[1], status("thread-self", "Tgid"));
    assert_eq!(found[2], status("self", "PPid"));
    let pids = fs::read_to_string("/proc/thread-self/status").unwrap();
    let pids = pids
        .lines()
        .find_map(|line| line.strip_prefix("NSpid:\t"))
        .unwrap();
    let level = found[4];
    assert!(
        level as usize + 1 >= pids.split('\t').count(),
        "{level} {pids}"
    );
    let executable = fs::metadata("/proc/self/exe").unwrap();
    assert_eq!(u64::from(found[5]), executable.nlink());
    let comm = fs::read("/proc/thread-self/comm").unwrap();
    assert_eq!(text(&found[10..14]), comm.trim_ascii_end());
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let start: u64 = stat.rsplit(' ').nth(4).unwrap().parse().unwrap();
    assert_eq!(u64::from(found[18]) | u64::from(found[19]) << 32, start);
    found[0] = id;
    loaded.set_data(".bss", found);
    let Some(Program::Iter(iterator)) = loaded.ebpf.program_mut("read_program") else {
        panic!()
    };
    let link = iterator.attach().unwrap();
    let link = iterator.take_link(link).unwrap();
    std::io::copy(&mut link.into_file().unwrap(), &mut std::io::sink()).unwrap();
    let found: [u32; 22] = loaded.data(".bss");
    let jited = fs::read_to_string("/proc/sys/net/core/bpf_jit_enable").unwrap();
    assert_eq!(found[6..10], [1, 1, u32::from(jited.trim() != "0"), 1]);
    assert_eq!(text(&found[14..18]), b"read_task");
}

/// What is before the first zero.
fn text(words: &[u32]) -> Vec<u8> {
    let bytes = words.iter().flat_map(|word| word.to_le_bytes());
    bytes.take_while(|byte| *byte != 0).collect()
}

/// Every struct and union of the running kernel: Go accepts all of them at once, and the names of all lead back.
#[test]
fn every_type_of_the_running_kernel() {
    if !has_btf() || tinygo().is_none() {
        return;
    }
    let kernel = btf::Btf::from_path(RUNNING).unwrap();
    let expected = kernels_types(&kernel);
    assert!(expected.len() > 1000, "{}", expected.len());
    let package = tempfile::tempdir().unwrap();
    fs::write(package.path().join("go.mod"), "module every\n\ngo 1.22\n").unwrap();
    fs::write(
        package.path().join("main.go"),
        "package main\n\nfunc main() {}\n",
    )
    .unwrap();
    let mut types = KernelTypes::new();
    types.types(expected.keys());
    types.write(package.path().join("kernel.go")).unwrap();
    assert_eq!(complaints(package.path()), "");
    let source = types.source().unwrap();
    let views = core_types(package.path()).unwrap();
    let views: BTreeMap<String, &CoreType> = views
        .iter()
        .filter_map(|view| Some((view.kernel_type()?, view)))
        .collect();
    let mut wrong = Vec::new();
    for (name, fields) in expected {
        let Some(view) = views.get(&name) else {
            wrong.push(name);
            continue;
        };
        let found: BTreeSet<String> = view.kernel_fields().collect();
        let lacking = fields
            .difference(&found)
            .filter(|field| !source.contains(&format!("// Left out: {field}, which is ")));
        wrong.extend(lacking.map(|field| format!("{name} lacks {field}")));
        wrong.extend(
            found
                .difference(&fields)
                .filter(|field| *field != "_")
                .map(|field| format!("{name} has {field}")),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The structs and unions that have names, with all their fields, as libbpf reads them; of several with one name the first.
fn kernels_types(kernel: &btf::Btf<'_>) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for composite in kernel.type_by_kind::<Composite<'_>>() {
        let keyword = if composite.is_struct {
            "struct"
        } else {
            "union"
        };
        if let Some(name) = composite.name() {
            let name = format!("{keyword} {}", name.to_str().unwrap());
            found
                .entry(name)
                .or_insert_with(|| fields(kernel, &composite));
        }
    }
    found
}

/// The fields, also those of parts without a name.
fn fields(kernel: &btf::Btf<'_>, composite: &Composite<'_>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for member in composite.iter() {
        let part = kernel.type_by_id::<BtfType<'_>>(member.ty).unwrap();
        let part = Composite::try_from(part.skip_mods_and_typedefs());
        match (member.name, part) {
            (Some(name), _) => {
                all.insert(name.to_str().unwrap().to_owned());
            }
            (None, Ok(part)) => all.extend(fields(kernel, &part)),
            (None, Err(_)) => {}
        }
    }
    all
}
