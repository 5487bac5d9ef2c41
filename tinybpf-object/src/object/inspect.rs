//! Object files as text, also such that other compilers made: for goldens in tests, and to look at.

mod listing;
mod report;
mod verify;

pub use listing::{ListedFunction, ListedInstruction, Listing, SourceLine};

pub use report::{
    ExternReport, FunctionReport, LoaderReport, MapReport, NeedReport, Parts, ProgramReport,
    RelocationReport, Report, StructOpsReport, VariableReport,
};

pub use verify::{Verification, Verify};

pub use super::read::{Contents, Enumeration};
pub use super::usage::{COMPLEXITY_LIMIT, Frame, LineUsage, STACK_LIMIT, Usage};
use crate::{Diagnostic, Function, Severity, Topic, in_source_order, kfuncs::Prototype};

use super::btf::{self, Btf};
use super::elf::Elf;
pub use super::elf::Malformed;
use super::{core, describe::describe, disasm, strip::strip_dwarf, summary as text, unpin};

/// What is in an object, a line each: sections, licence, programs, functions with their stack and whom they call,
/// maps, external names, variables, CO-RE relocations, relocations.
///
/// # Errors
///
/// [`Malformed`] when the bytes are no BPF object.
pub fn summary(object: &[u8]) -> Result<String, Malformed> {
    text::summary(object)
}

/// The machine code, function by function, as `llvm-objdump` writes it. A jump says the instruction that it goes to,
/// the name after `#` is what a loader puts there.
///
/// # Errors
///
/// [`Malformed`] when the bytes are no BPF object.
pub fn disassembly(object: &[u8]) -> Result<String, Malformed> {
    disasm::disassemble(object)
}

/// The machine code with the source lines that it was made of, where the object has them (`.BTF.ext`), jump labels, and the names of
/// helpers, functions, maps, variables and CO-RE fields.
///
/// # Errors
///
/// [`Malformed`] when the bytes are no BPF object.
pub fn listing(object: &[u8]) -> Result<Listing, Malformed> {
    listing::listing(object)
}

/// The object with maps that are pinned nowhere, for who loads it only to see what the kernel says. Maps of a section `maps`, which are
/// defined without BTF, stay as they are.
///
/// # Errors
///
/// [`Malformed`] when the bytes are no BPF object.
pub fn without_pinning(object: &[u8]) -> Result<Vec<u8>, Malformed> {
    unpin::unpin(object)
}

/// What is in an object, for people and for tools: programs, maps, variables, types, what it needs of the kernel, who can load it.
///
/// # Errors
///
/// [`Malformed`] when the bytes are no BPF object.
pub fn report(object: &[u8]) -> Result<Report, Malformed> {
    report::report(object)
}

/// What loaders and the kernel would refuse of an object, as far as the file shows it: see [`Verification`].
///
/// # Errors
///
/// [`Malformed`] when the bytes are no BPF object.
pub fn verify(object: &[u8], options: &Verify) -> Result<Verification, Malformed> {
    verify::verify(object, options)
}

/// Everything that the file tells: what the compiler gives for its own objects, also of those that other compilers made.
///
/// # Errors
///
/// [`Malformed`] when the bytes are no BPF object.
pub fn contents(object: &[u8]) -> Result<Contents, Malformed> {
    super::read::read(object)
}

/// What each program takes of the instructions and the stack that the kernel allows, in the order of the file.
///
/// # Errors
///
/// [`Malformed`] when the bytes are no BPF object.
pub fn usages(object: &[u8]) -> Result<Vec<Usage>, Malformed> {
    super::usage::usages(object)
}

/// The BTF types, as `bpftool btf dump file FILE format raw` prints them. Empty when the object has none.
///
/// # Errors
///
/// [`Malformed`] when the bytes are no BPF object.
pub fn types(object: &[u8]) -> Result<String, Malformed> {
    let types = || {
        let elf = Elf::parse(object)?;
        let btf = elf
            .section(".BTF")
            .map(|(_, section)| Btf::parse(section.data, elf.endian));
        Ok(btf
            .transpose()?
            .map(|btf| btf.to_string())
            .unwrap_or_default())
    };
    types()
}

/// The functions with their sizes, by section and offset.
///
/// # Errors
///
/// [`Malformed`] when the bytes are no BPF object.
pub fn functions(object: &[u8]) -> Result<Vec<Function>, Malformed> {
    Ok(describe(object)?.functions)
}

/// What a kernel lacks that the object's CO-RE views name, at the Go lines that use it: types, fields, values, and fields of another kind
/// (a pointer where the program has a number). `kernel` has the kernel's types: raw BTF, such as `/sys/kernel/btf/vmlinux`, or an ELF file
/// with it. Of types that the program asks about, and would be told that something is missing, nothing is said.
///
/// # Errors
///
/// [`Malformed`] when the bytes of either are not what they should be.
pub fn lacks(object: &[u8], kernel: &[u8]) -> Result<Vec<Diagnostic>, Malformed> {
    let (kernel, endian) = btf::section(kernel)?;
    let kernel = Btf::parse(kernel, endian)?;
    let (types, ext) = btf::read(&Elf::parse_bpf(object)?)?;
    let Some(types) = types else {
        return Ok(Vec::new());
    };
    let missing = ext
        .relocations
        .iter()
        .filter_map(|relocation| Some((relocation, core::lack(&types, relocation, &kernel)?)));
    let (answered, missing): (Vec<_>, Vec<_>) =
        missing.partition(|(relocation, _)| core::is_question(relocation));
    let is_asked = |ty| answered.iter().any(|(question, _)| question.ty == ty);
    let missing = missing
        .into_iter()
        .filter(|(relocation, _)| !is_asked(relocation.ty));
    let lacks = missing.map(|(relocation, message)| {
        let line = ext.line_at(relocation.section, relocation.offset.into());
        Diagnostic {
            severity: Severity::Warning,
            topic: Topic::CoreMissing,
            position: line.map(|line| line.source().position),
            message,
            help: vec![core::LACK_HELP.to_owned()],
        }
    });
    Ok(in_source_order(lacks.collect()))
}

/// The kfuncs that a kernel defines, by name, each with its `KF_*` flags: from its uncompressed image (`vmlinux`). With a module, those
/// of the module, which must be built for that kernel. None where BTF does not mark kfuncs (before Linux 6.10).
///
/// # Errors
///
/// [`Malformed`] when the bytes are no such image or module.
pub fn kfuncs(
    image: &[u8],
    module: Option<&[u8]>,
) -> Result<Vec<(String, u32, Prototype)>, Malformed> {
    super::kfuncs::read(image, module)
}

/// The object without DWARF sections and without what only a linker needs.
///
/// # Errors
///
/// [`Malformed`] when the bytes are no BPF object.
pub fn without_dwarf(object: &[u8]) -> Result<Vec<u8>, Malformed> {
    strip_dwarf(object)
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;

    use super::*;

    #[test]
    fn what_the_kernel_defines() {
        let object = include_bytes!("../../testdata/object/externs.o");
        expect_file!["../../testdata/object/externs.txt"].assert_eq(&summary(object).unwrap());
    }

    /// The golden files were compared with what llvm-objdump 22 prints.
    #[test]
    fn every_kind_of_instruction() {
        let object = include_bytes!("../../testdata/object/insns.o");
        expect_file!["../../testdata/object/insns.asm.txt"]
            .assert_eq(&disassembly(object).unwrap());
    }

    /// Objects of every kind: little and big endian, with relocations of all kinds, without source lines.
    const OBJECTS: [(&str, &[u8]); 5] = [
        ("probe", include_bytes!("../../testdata/object/probe.o")),
        (
            "probe.eb",
            include_bytes!("../../testdata/object/probe.eb.o"),
        ),
        ("externs", include_bytes!("../../testdata/object/externs.o")),
        ("maps", include_bytes!("../../testdata/object/maps.o")),
        ("legacy", include_bytes!("../../testdata/object/legacy.o")),
    ];

    #[test]
    fn machine_code_beside_its_lines() {
        for (name, object) in OBJECTS {
            expect_file![format!("../../testdata/object/{name}.listing.txt")]
                .assert_eq(&listing(object).unwrap().to_string());
        }
    }

    #[test]
    fn reports_for_people() {
        let parts = Parts {
            types: true,
            ..Parts::default()
        };
        for (name, object) in OBJECTS {
            expect_file![format!("../../testdata/object/{name}.report.txt")]
                .assert_eq(&report(object).unwrap().text(parts));
        }
    }

    /// Whatever is cut off or changed, there is a result or an error.
    #[test]
    fn maps_can_be_pinned_nowhere() {
        const MAPS: &[u8] = include_bytes!("../../testdata/object/maps.o");
        let maps = |object: &[u8]| contents(object).unwrap().object.maps;
        let unpinned = without_pinning(MAPS).unwrap();
        let (before, after) = (maps(MAPS), maps(&unpinned));
        assert!(before.iter().any(|map| map.pinning != 0));
        let expected = before.into_iter().map(|mut map| {
            map.pinning = 0;
            map
        });
        assert_eq!(after, expected.collect::<Vec<_>>());
        assert_eq!(without_pinning(&unpinned).unwrap(), unpinned);
    }

    #[test]
    fn damaged_objects_make_no_panic() {
        let all = |object: &[u8]| {
            let parts = Parts {
                types: true,
                ..Parts::default()
            };
            _ = summary(object);
            _ = disassembly(object);
            _ = listing(object).map(|listing| listing.to_string());
            _ = report(object).map(|report| report.text(parts));
            types(object).is_ok()
        };
        // Every byte takes minutes; these are other ones in each object.
        let step = match std::env::var_os("TINYBPF_FUZZ") {
            Some(_) => 1,
            None => 31,
        };
        let mut whole = 0;
        for (_, object) in OBJECTS {
            for len in (0..object.len()).step_by(7 * step) {
                all(&object[..len]);
            }
            for at in (0..object.len()).step_by(step) {
                let mut damaged = object.to_vec();
                damaged[at] ^= [0x01, 0x80, 0xff][at % 3];
                whole += usize::from(all(&damaged));
            }
        }
        // Not all damage is seen, or the test would test nothing but the first check.
        assert!(whole > 1000, "{whole}");
    }

    #[test]
    fn objects_for_other_machines_are_told_apart() {
        const MACHINE: usize = 18; // Offset of `e_machine` in the header.
        let mut other = OBJECTS[0].1.to_vec();
        other[MACHINE] = 62;
        let error = report(&other).unwrap_err().to_string();
        assert!(error.contains("another machine (number 62"), "{error}");
    }

    #[test]
    fn what_is_no_object_is_an_error() {
        let text = |object: &[u8]| listing(object).map(|listing| listing.to_string());
        let report = |object: &[u8]| report(object).map(|report| report.license);
        type Read = fn(&[u8]) -> Result<String, Malformed>;
        let all: [Read; 5] = [summary, disassembly, types, text, report];
        for read in all {
            let error = read(b"not ELF").unwrap_err().to_string();
            assert!(error.starts_with("malformed object:"), "{error}");
        }
    }
}
