//! Objects with faults, and what is said about them.

use expect_test::expect;
use object::{Endianness, build::elf as build};

use super::*;

const PROBE: &[u8] = include_bytes!("../../../testdata/object/probe.o");
const PROBE_EB: &[u8] = include_bytes!("../../../testdata/object/probe.eb.o");
const FAULTS: &[u8] = include_bytes!("../../../testdata/object/faults.o");

fn expected(endian: Endianness) -> Expected<'static> {
    Expected {
        endian,
        knows_section: &|name| {
            matches!(
                name.split('/').next(),
                Some("xdp" | "tracepoint" | "tp_btf")
            )
        },
        last_helper: 211,
        locals: &[],
    }
}

/// All findings as text.
fn findings(data: &[u8]) -> String {
    let text = |finding| match finding {
        Finding::Rejected(diagnostic) => format!("{diagnostic}\n"),
        Finding::Internal(message) => format!("internal: {message}\n"),
    };
    check(data, &expected(Endianness::Little))
        .into_iter()
        .map(text)
        .collect()
}

/// The good object after a change of its ELF.
fn edited(edit: impl FnOnce(&mut build::Builder<'_>)) -> Vec<u8> {
    let stripped = super::super::strip::strip_dwarf(PROBE).unwrap();
    let mut elf = build::Builder::read64(stripped.as_slice()).unwrap();
    edit(&mut elf);
    let mut out = Vec::new();
    elf.write(&mut out).unwrap();
    out
}

/// The good object with a change in the bytes of one of its sections: each `from` becomes a `to`.
fn patched(section: &str, from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    edited(|elf| {
        let section = elf
            .sections
            .iter_mut()
            .find(|s| s.name.as_slice() == section.as_bytes())
            .unwrap();
        let build::SectionData::Data(bytes) = &mut section.data else {
            panic!("no bytes");
        };
        let bytes = bytes.to_mut();
        let places: Vec<_> = (0..=bytes.len() - from.len())
            .filter(|&at| bytes[at..].starts_with(from))
            .collect();
        assert!(!places.is_empty());
        for at in places {
            bytes[at..at + to.len()].copy_from_slice(to);
        }
    })
}

#[test]
fn a_good_object_has_no_findings() {
    assert_eq!(findings(PROBE), "");
    assert_eq!(findings(&edited(|_| ())), "");
    assert_eq!(check(PROBE_EB, &expected(Endianness::Big)), []);
    assert_eq!(
        findings(include_bytes!("../../../testdata/object/externs.o")),
        ""
    );
    assert_eq!(
        findings(include_bytes!("../../../testdata/object/insns.o")),
        ""
    );
}

#[test]
fn faults_of_the_code_are_found() {
    expect![[r#"
        internal: the object has no licence: a `license` section with a string that ends in NUL
        ./faults.c:12:47: error[undefined-symbol]: `calls_missing` calls `missing`, which is defined nowhere
            help: give `missing` a body, or check its spelling if it should be a helper or kfunc of the kernel
        ./faults.c:13:69: error[floats]: `computes_with_floats` computes with floating-point numbers, for which LLVM calls `__addsf3`: BPF has no such library
            help: use integers, for fractions in fixed point (such as thousandths)
        ./faults.c:14:40: error[large-copy]: `clears` copies, clears or compares more memory than fits into instructions, or an amount that is not constant, for which LLVM calls `memset`: BPF has no such library
            help: use a smaller type, loop over the elements, or let a helper copy (`bpf_probe_read_kernel`)
        internal: `panics` has a panic that was not lowered at 0x88, from ./faults.c:15:33
        internal: `calls_helper_9999` calls helper 9999, which no kernel has, at 0x98, from ./faults.c:16:51
        ./faults.c:17:53: error[func-values]: `calls_value` calls a function value, and BPF has no indirect calls
            help: call the function by its name, or choose between functions with `switch`
        ./faults.c:18:66: error[undefined-symbol]: `elsewhere` is used and defined nowhere
            help: declare `elsewhere` as a package variable, or check its spelling
    "#]].assert_eq(&findings(FAULTS));
}

#[test]
fn the_header_is_checked() {
    expect![[r#"
        internal: the object is for machine 62, not BPF
        internal: the object has no licence: a `license` section with a string that ends in NUL
        internal: BTF: there is no section for the DATASEC `license`
        internal: BTF: `_license` in `.data.license` has no variable in a DATASEC
    "#]]
    .assert_eq(&findings(&edited(|elf| {
        elf.header.e_machine = object::elf::EM_X86_64;
        let license = elf
            .sections
            .iter_mut()
            .find(|s| s.name.as_slice() == b"license")
            .unwrap();
        license.name = b".data.license".as_slice().into();
    })));
    expect![[r#"
        internal: the object is Big-endian, Little-endian was asked for
    "#]]
    .assert_eq(&findings(PROBE_EB));
}

#[test]
fn sections_of_programs_are_checked() {
    expect![[r#"
        internal: the function `visit` is at 0x50..0x80 of `.text`, where 0x48 was expected
        internal: no loader knows the section `xpd`
        internal: the section `tracepoint/syscalls/sys_enter_connect` has no program, only local functions
        internal: BTF: the function `count_packets` of `xpd` has no func_info
    "#]].assert_eq(&findings(&edited(|elf| {
        for section in &mut elf.sections {
            if section.name.as_slice() == b"xdp" {
                section.name = b"xpd".as_slice().into();
            }
        }
        for symbol in &mut elf.symbols {
            match symbol.name.as_slice() {
                b"on_connect" => symbol.set_st_info(object::elf::STB_LOCAL, object::elf::STT_FUNC),
                b"total" => symbol.st_size -= 8,
                _ => {}
            }
        }
    })));
}

#[test]
fn symbols_without_definition_are_found() {
    expect![[r#"
        internal: the function `visit` is at 0x50..0x80 of `.text`, where 0x0 was expected
        internal: BTF: `counts` of the DATASEC `.maps` is not in the section
        ./probe.c:55:9: error[undefined-symbol]: `count_packets` calls `total`, which is defined nowhere
            help: give `total` a body, or check its spelling if it should be a helper or kfunc of the kernel
        ./probe.c:44:20: error[undefined-symbol]: `counts` is used and defined nowhere
            help: declare `counts` as a package variable, or check its spelling
    "#]].assert_eq(&findings(&edited(|elf| {
        for symbol in &mut elf.symbols {
            if matches!(symbol.name.as_slice(), b"total" | b"counts") {
                symbol.section = None;
                symbol.st_shndx = object::elf::SHN_UNDEF;
            }
        }
    })));
}

#[test]
fn names_that_the_kernel_refuses_are_found() {
    expect![[r#"
        internal: BTF: the kernel does not take `st/ts` for the name of the STRUCT 11
    "#]]
    .assert_eq(&findings(&patched(".BTF", b"\0stats\0", b"\0st/ts\0")));
    expect![[r#"
        internal: BTF: the kernel does not take the name `pack.ts` in the STRUCT 11 `stats`
    "#]]
    .assert_eq(&findings(&patched(".BTF", b"\0packets\0", b"\0pack.ts\0")));
    expect![[r#"
        internal: BTF: the kernel does not take `on.connect` for the name of the FUNC 28
        internal: BTF: the function `on_connect` has the type of `on.connect`
    "#]]
    .assert_eq(&findings(&patched(
        ".BTF",
        b"\0on_connect\0",
        b"\0on.connect\0",
    )));
}

#[test]
fn variables_without_type_are_found() {
    expect![[r#"
        internal: BTF: `cuonts` of the DATASEC `.maps` is not in the section
        internal: BTF: `counts` in `.maps` has no variable in a DATASEC
    "#]]
    .assert_eq(&findings(&patched(".BTF", b"\0counts\0", b"\0cuonts\0")));
    expect![[r#"
        internal: BTF: there is no section for the DATASEC `.sbs`
        internal: BTF: `tag` in `.bss` has no variable in a DATASEC
    "#]]
    .assert_eq(&findings(&patched(".BTF", b"\0.bss\0", b"\0.sbs\0")));
}

#[test]
fn functions_without_type_are_found() {
    expect![[r#"
        internal: BTF: the function `on_accept` has the type of `on_connect`
    "#]]
    .assert_eq(&findings(&edited(|elf| {
        for symbol in &mut elf.symbols {
            match symbol.name.as_slice() {
                b"on_connect" => symbol.name = b"on_accept".as_slice().into(),
                b"bump" => symbol.name = b"main.bump".as_slice().into(),
                _ => {}
            }
        }
    })));
}

#[test]
fn a_truncated_file_is_a_finding() {
    for len in [0, 10, 100, PROBE.len() / 2, PROBE.len() - 1] {
        let findings = check(&PROBE[..len], &expected(Endianness::Little));
        assert!(
            matches!(&findings[..], [Finding::Internal(_)]),
            "{len}: {findings:?}"
        );
    }
}

/// No byte of a file, whatever it is, makes the reader panic.
#[test]
fn damaged_files_do_no_harm() {
    let good = edited(|_| ());
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 0xff;
        check(&bad, &expected(Endianness::Little));
        let _ = super::super::strip::strip_dwarf(&bad);
        let _ = super::super::inspect::summary(&bad);
        let _ = super::super::inspect::disassembly(&bad);
    }
}
