//! Object files as text, also such that other compilers made: for goldens in tests, and to look at.

use crate::{Function, kfuncs::Prototype};

use super::btf::Btf;
use super::elf::{Elf, Malformed};
use super::{describe::describe, disasm, strip::strip_dwarf, summary as text};

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

    #[test]
    fn what_is_no_object_is_an_error() {
        for read in [summary, disassembly, types] {
            let error = read(b"not ELF").unwrap_err().to_string();
            assert!(error.starts_with("malformed object:"), "{error}");
        }
    }
}
