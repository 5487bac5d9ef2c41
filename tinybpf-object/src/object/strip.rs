//! Drops what no loader needs from an object: DWARF, relocations that can be applied here and now, and the symbols,
//! sections and strings that served only them.

use object::{
    Endian as _, Endianness,
    build::{ByteString, elf as build},
    elf,
};

use super::{
    btf::{Btf, Kind, forwards},
    elf::{Malformed, reloc},
};

impl From<object::build::Error> for Malformed {
    fn from(error: object::build::Error) -> Self {
        Self(error.to_string())
    }
}

/// The object without DWARF. The same bytes come out for the same bytes in.
///
/// `.BTF` and `.BTF.ext` stay, their relocations are applied: an offset in them is relative to a section, so nothing is
/// left to relocate. It is what libbpf's own linker does, and no loader looks at those relocations.
pub fn strip_dwarf(data: &[u8]) -> Result<Vec<u8>, Malformed> {
    let data = with_plain_sections(data)?;
    let mut elf = build::Builder::read64(data.as_slice())?;
    apply_btf_relocations(&mut elf)?;
    hide_empty_sections(&mut elf)?;
    order_forwards(&mut elf)?;
    delete_sections(&mut elf);
    delete_symbols(&mut elf);
    share_no_strings(&mut elf);
    let mut out = Vec::new();
    elf.write(&mut out)?;
    Ok(out)
}

/// LLVM's own section types, which the builder refuses, become plain ones: such sections are about to be dropped.
fn with_plain_sections(data: &[u8]) -> Result<Vec<u8>, Malformed> {
    use object::read::elf::{FileHeader as _, SectionHeader as _};
    let header = elf::FileHeader64::<Endianness>::parse(data)?;
    let endian = header.endian()?;
    let first = header.e_shoff.get(endian) as usize;
    let mut plain = data.to_vec();
    for (index, section) in header.section_headers(endian, data)?.iter().enumerate() {
        if section.sh_type(endian).0 >= elf::SHT_LOOS {
            let place = first + index * size_of::<elf::SectionHeader64<Endianness>>();
            let (headers, _) = object::pod::from_bytes_mut::<elf::SectionHeader64<Endianness>>(
                &mut plain[place..],
            )
            .map_err(|()| Malformed("the section headers are not aligned".into()))?;
            headers.sh_type.set(endian, elf::SHT_PROGBITS);
        }
    }
    Ok(plain)
}

fn is_btf(name: &ByteString<'_>) -> bool {
    matches!(name.as_slice(), b".BTF" | b".BTF.ext")
}

/// Adds to each relocated word of the BTF sections the value of its symbol, and deletes the relocations.
fn apply_btf_relocations(elf: &mut build::Builder<'_>) -> Result<(), Malformed> {
    let mut edits = Vec::new();
    for section in &mut elf.sections {
        if let build::SectionData::Relocation(relocations) = &section.data
            && let Some(target) = section.sh_info_section
        {
            edits.push((section.id(), target, relocations.clone()));
        }
    }
    for (id, target, relocations) in edits {
        let section = elf.sections.get_mut(target);
        if !is_btf(&section.name) {
            continue;
        }
        let build::SectionData::Data(bytes) = &mut section.data else {
            continue;
        };
        let bytes = bytes.to_mut();
        for relocation in relocations {
            let value = relocation
                .symbol
                .map_or(0, |symbol| elf.symbols.get(symbol).st_value);
            let place = bytes
                .get_mut(relocation.r_offset as usize..)
                .and_then(<[u8]>::first_chunk_mut);
            let (Some(place), reloc::R_BPF_64_ABS32 | reloc::R_BPF_64_NODYLD32) =
                (place, relocation.r_type.0)
            else {
                return Err(Malformed(format!(
                    "relocation of BTF at {:#x}",
                    relocation.r_offset
                )));
            };
            let word = elf.endian.read_u32(*place).wrapping_add(value as u32);
            *place = elf.endian.write_u32(word);
        }
        elf.sections.get_mut(id).delete = true;
    }
    Ok(())
}

/// Makes what BTF says of sections without variables, which LLVM writes of constants without names, an unused `const void`: kernels before
/// 5.12 refuse all BTF for it (`btf_datasec_check_meta` in `kernel/bpf/btf.c`).
fn hide_empty_sections(elf: &mut build::Builder<'_>) -> Result<(), Malformed> {
    const CONST: u32 = 10 << 24; // BTF_KIND_CONST
    let endian = elf.endian;
    for section in &mut elf.sections {
        if section.name.as_slice() != b".BTF" {
            continue;
        }
        let build::SectionData::Data(bytes) = &mut section.data else {
            continue;
        };
        let btf = Btf::parse(bytes, endian)?;
        let empty = btf.types.iter().filter_map(|ty| match &ty.kind {
            Kind::Datasec { vars, .. } if vars.is_empty() => Some(ty.start),
            _ => None,
        });
        let empty: Vec<_> = empty.collect();
        let bytes = bytes.to_mut();
        for start in empty {
            for (word, value) in [0, CONST, 0].into_iter().enumerate() {
                let place = start + 4 * word;
                bytes[place..place + 4].copy_from_slice(&endian.write_u32(value));
            }
        }
    }
    Ok(())
}

fn order_forwards(elf: &mut build::Builder<'_>) -> Result<(), Malformed> {
    let endian = elf.endian;
    for section in &mut elf.sections {
        if section.name.as_slice() == b".BTF"
            && let build::SectionData::Data(bytes) = &mut section.data
        {
            forwards::order(bytes.to_mut(), endian)?;
        }
    }
    Ok(())
}

/// Deletes DWARF, compiler notes and empty code, and the relocations of what is deleted.
fn delete_sections(elf: &mut build::Builder<'_>) {
    for section in &mut elf.sections {
        // ELF says 1 or 0 for no alignment, the builder counts with it.
        section.sh_addralign = section.sh_addralign.max(1);
        let name = section.name.as_slice();
        let empty_code = section.sh_flags.contains(elf::SHF_EXECINSTR)
            && matches!(&section.data, build::SectionData::Data(data) if data.is_empty());
        section.delete |= empty_code
            || name.starts_with(b".debug_")
            || name.starts_with(b".llvm")
            || matches!(name, b".comment" | b".eh_frame" | b".note.GNU-stack");
    }
    let orphans: Vec<_> = elf
        .sections
        .iter()
        .filter(|s| matches!(s.data, build::SectionData::Relocation(_)))
        .filter(|s| {
            s.sh_info_section
                .is_some_and(|target| elf.sections.get(target).delete)
        })
        .map(build::Section::id)
        .collect();
    for id in orphans {
        elf.sections.get_mut(id).delete = true;
    }
}

/// Deletes the local symbols without a use: those of sections and basic blocks that nothing refers to any more, and
/// that of the source file. Functions and variables stay, loaders go by them.
fn delete_symbols(elf: &mut build::Builder<'_>) {
    let mut used = Vec::new();
    for section in elf.sections.iter().filter(|section| !section.delete) {
        if let build::SectionData::Relocation(relocations) = &section.data {
            used.extend(
                relocations
                    .iter()
                    .filter_map(|relocation| relocation.symbol),
            );
        }
    }
    for symbol in &mut elf.symbols {
        symbol.delete |= symbol.st_bind() == elf::STB_LOCAL
            && !matches!(symbol.st_type(), elf::STT_FUNC | elf::STT_OBJECT)
            && !used.contains(&symbol.id());
        // A section's symbol is known by its index.
        if symbol.st_type() == elf::STT_SECTION {
            symbol.name = ByteString::default();
        }
    }
}

/// The names of sections get a table of their own; LLVM puts them among those of the symbols.
fn share_no_strings(elf: &mut build::Builder<'_>) {
    if elf
        .sections
        .iter()
        .any(|s| matches!(s.data, build::SectionData::SectionString))
    {
        return;
    }
    let section = elf.sections.add();
    section.name = ByteString::from(b".shstrtab".as_slice());
    section.sh_type = elf::SHT_STRTAB;
    section.sh_addralign = 1;
    section.data = build::SectionData::SectionString;
}

#[cfg(test)]
mod tests {
    use expect_test::{expect, expect_file};

    use super::super::{disasm::disassemble, summary::summary};
    use super::*;

    const PROBE: &[u8] = include_bytes!("../../testdata/object/probe.o");
    const PROBE_EB: &[u8] = include_bytes!("../../testdata/object/probe.eb.o");

    #[test]
    fn what_loaders_need_stays() {
        let stripped = strip_dwarf(PROBE).unwrap();
        expect_file!["../../testdata/object/probe.stripped.txt"]
            .assert_eq(&summary(&stripped).unwrap());
        let big = strip_dwarf(PROBE_EB).unwrap();
        expect_file!["../../testdata/object/probe.stripped.txt"].assert_eq(&summary(&big).unwrap());
        expect!["9680 → 4432 bytes"].assert_eq(&format!(
            "{} → {} bytes",
            PROBE.len(),
            stripped.len()
        ));
        assert_eq!(stripped.len(), big.len());
    }

    #[test]
    fn the_code_is_the_same() {
        for data in [PROBE, PROBE_EB] {
            assert_eq!(
                disassemble(data).unwrap(),
                disassemble(&strip_dwarf(data).unwrap()).unwrap()
            );
        }
    }

    #[test]
    fn a_second_time_changes_nothing() {
        for data in [PROBE, PROBE_EB] {
            let once = strip_dwarf(data).unwrap();
            assert_eq!(strip_dwarf(data).unwrap(), once);
            assert_eq!(strip_dwarf(&once).unwrap(), once);
        }
    }

    #[test]
    fn aya_finds_programs_and_maps() {
        let stripped = strip_dwarf(PROBE).unwrap();
        let object = aya_obj::Object::parse(&stripped).unwrap();
        let mut programs: Vec<_> = object.programs.keys().map(String::as_str).collect();
        programs.sort_unstable();
        assert_eq!(programs, ["count_packets", "on_connect"]);
        let mut maps: Vec<_> = object
            .maps
            .iter()
            .map(|(name, map)| (name.as_str(), map.value_size()))
            .collect();
        maps.sort_unstable();
        assert_eq!(
            maps,
            [(".bss", 6), (".data", 8), (".rodata", 4), ("counts", 16)]
        );
        assert!(object.btf.is_some() && object.btf_ext.is_some());
    }

    #[test]
    fn what_is_no_object_is_an_error() {
        assert!(strip_dwarf(b"\x7fELF").is_err());
        assert!(strip_dwarf(&PROBE[..PROBE.len() / 2]).is_err());
    }
}
