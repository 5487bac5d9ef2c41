//! The linkage of functions in BTF.
//!
//! LLVM takes it from a flag of the debug info, which says of each Go function that it is local and which the C API
//! cannot change. By it the kernel decides whether another program may replace this one (`freplace`, with which libxdp
//! chains XDP programs).

use std::collections::BTreeSet;

use object::{
    Endian as _,
    read::{Object as _, ObjectSection as _, elf::ElfFile64},
};

use super::btf::{Btf, GLOBAL, Kind};
use super::elf::{self, Elf, Malformed};

/// Makes the BTF of each function whose symbol is global say so.
pub fn publish_programs(data: &mut [u8]) -> Result<(), Malformed> {
    const INFO: usize = 4; // Offset of a type's kind and, in its lower half, a function's linkage.
    let places: Vec<usize> = {
        let elf = Elf::parse(data)?;
        let functions = elf
            .symbols
            .iter()
            .filter(|s| s.global && s.kind == elf::Kind::Function);
        let global: BTreeSet<&str> = functions.map(|symbol| symbol.name).collect();
        let file = ElfFile64::<object::Endianness>::parse(&*data)?;
        let section = file.section_by_name(".BTF");
        let Some((start, _)) = section.and_then(|section| section.file_range()) else {
            return Ok(());
        };
        let Some((_, section)) = elf.section(".BTF") else {
            return Ok(());
        };
        let btf = Btf::parse(section.data, elf.endian)?;
        let functions = btf
            .types
            .iter()
            .filter(|ty| matches!(ty.kind, Kind::Func { .. }));
        functions
            .filter(|ty| global.contains(ty.name))
            .map(|ty| start as usize + ty.start + INFO)
            .collect()
    };
    let endian = Elf::parse(data)?.endian;
    for place in places {
        let Some(bytes) = data[place..].first_chunk_mut::<4>() else {
            continue;
        };
        let info = endian.read_u32(*bytes) & !0xffff | GLOBAL;
        *bytes = endian.write_u32(info);
    }
    Ok(())
}
