//! A BPF object as the checks see it: sections, symbols and relocations by index.

use object::{
    Endianness, RelocationFlags, RelocationTarget, SectionFlags, SectionKind, SymbolKind,
    elf::{EM_BPF, SHF_ALLOC},
    read::{
        Object as _, ObjectSection as _, ObjectSymbol as _,
        elf::{ElfFile64, ElfSection64},
    },
};

/// The ELF relocation types of BPF that LLVM emits, from the kernel's `Documentation/bpf/llvm_reloc.rst`.
pub mod reloc {
    /// The 64-bit immediate of an `ld_imm64`.
    pub const R_BPF_64_64: u32 = 1;
    /// Eight bytes of data.
    pub const R_BPF_64_ABS64: u32 = 2;
    /// Four bytes of data.
    pub const R_BPF_64_ABS32: u32 = 3;
    /// Four bytes of `.BTF` or `.BTF.ext`.
    pub const R_BPF_64_NODYLD32: u32 = 4;
    /// The immediate of a call.
    pub const R_BPF_64_32: u32 = 10;
}

/// The bytes are no ELF object that a BPF back end would write.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("malformed object: {0}")]
pub struct Malformed(pub String);

impl From<object::read::Error> for Malformed {
    fn from(error: object::read::Error) -> Self {
        Self(error.to_string())
    }
}

/// A parsed object.
#[derive(Debug)]
pub struct Elf<'a> {
    pub endian: Endianness,
    /// `EM_*`.
    pub machine: u16,
    /// By section index; `[0]` is ELF's empty section.
    pub sections: Vec<Section<'a>>,
    /// By symbol index; `[0]` is ELF's empty symbol.
    pub symbols: Vec<Symbol<'a>>,
}

#[derive(Debug, Default)]
pub struct Section<'a> {
    pub name: &'a str,
    /// Empty for `.bss`.
    pub data: &'a [u8],
    pub size: u64,
    /// Whether it is loaded (`SHF_ALLOC`).
    pub alloc: bool,
    /// Whether it holds code.
    pub code: bool,
    /// By offset.
    pub relocations: Vec<Relocation>,
}

#[derive(Debug, Clone, Copy)]
pub struct Symbol<'a> {
    pub name: &'a str,
    pub kind: Kind,
    pub global: bool,
    /// May be missing.
    pub weak: bool,
    /// The section's index; `None` for what is not defined here.
    pub section: Option<usize>,
    /// The offset in its section.
    pub value: u64,
    pub size: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Function,
    Variable,
    Section,
    Other,
}

#[derive(Debug, Clone, Copy)]
pub struct Relocation {
    pub offset: u64,
    /// `R_BPF_*`.
    pub kind: u32,
    /// Index into [`Elf::symbols`].
    pub symbol: usize,
}

impl<'a> Elf<'a> {
    pub fn parse(data: &'a [u8]) -> Result<Self, Malformed> {
        let file = ElfFile64::<Endianness>::parse(data)?;
        let mut elf = Self {
            endian: file.endian(),
            machine: file.elf_header().e_machine.get(file.endian()).0,
            sections: vec![Section::default()],
            symbols: vec![Symbol {
                name: "",
                kind: Kind::Other,
                global: false,
                weak: false,
                section: None,
                value: 0,
                size: 0,
            }],
        };
        for section in file.sections() {
            // Sections come by index; the reader leaves out ELF's empty one only.
            debug_assert_eq!(section.index().0, elf.sections.len());
            elf.sections.push(Section::read(&section)?);
        }
        for symbol in file.symbols() {
            elf.symbols.push(Symbol {
                name: symbol.name()?,
                kind: match symbol.kind() {
                    SymbolKind::Text => Kind::Function,
                    SymbolKind::Data | SymbolKind::Tls => Kind::Variable,
                    SymbolKind::Section => Kind::Section,
                    _ => Kind::Other,
                },
                global: symbol.is_global(),
                weak: symbol.is_weak(),
                section: symbol.section_index().map(|index| index.0),
                value: symbol.address(),
                size: symbol.size(),
            });
        }
        elf.check_indices()?;
        Ok(elf)
    }

    /// A parsed object that is for BPF: what users give may be anything.
    pub fn parse_bpf(data: &'a [u8]) -> Result<Self, Malformed> {
        let file = ElfFile64::<Endianness>::parse(data)?;
        let machine = file.elf_header().e_machine.get(file.endian());
        if machine != EM_BPF {
            return Err(Malformed(format!(
                "it is an object for another machine (number {} of ELF), not for BPF (247)",
                machine.0
            )));
        }
        Self::parse(data)
    }

    /// So that nobody who follows an index has to ask again.
    fn check_indices(&self) -> Result<(), Malformed> {
        for section in &self.sections {
            for relocation in &section.relocations {
                if relocation.symbol >= self.symbols.len() {
                    return Err(Malformed(format!(
                        "relocation in {} at {:#x} against symbol {}, which does not exist",
                        section.name, relocation.offset, relocation.symbol
                    )));
                }
            }
        }
        for symbol in &self.symbols {
            if symbol
                .section
                .is_some_and(|index| index >= self.sections.len())
            {
                return Err(Malformed(format!("symbol {} in no section", symbol.name)));
            }
        }
        Ok(())
    }

    /// The first section of that name.
    pub fn section(&self, name: &str) -> Option<(usize, &Section<'a>)> {
        let mut sections = self.sections.iter().enumerate();
        sections.find(|(_, section)| section.name == name)
    }

    /// The name of a section or symbol for a message: that of the section where a symbol stands for its section.
    pub fn symbol_name(&self, symbol: &Symbol<'a>) -> &'a str {
        match (symbol.kind, symbol.section) {
            (Kind::Section, Some(index)) => self.sections[index].name,
            _ => symbol.name,
        }
    }
}

impl<'a> Section<'a> {
    fn read(section: &ElfSection64<'a, '_, Endianness>) -> Result<Self, Malformed> {
        let mut relocations = Vec::new();
        for (offset, relocation) in section.relocations() {
            let (RelocationTarget::Symbol(symbol), RelocationFlags::Elf { r_type, .. }) =
                (relocation.target(), relocation.flags())
            else {
                return Err(Malformed(format!(
                    "relocation at {offset:#x} without symbol"
                )));
            };
            relocations.push(Relocation {
                offset,
                kind: r_type.0,
                symbol: symbol.0,
            });
        }
        relocations.sort_by_key(|relocation| relocation.offset);
        let SectionFlags::Elf { sh_flags, .. } = section.flags() else {
            return Err(Malformed("a section without ELF flags".into()));
        };
        Ok(Section {
            name: section.name()?,
            data: section.data()?,
            size: section.size(),
            alloc: sh_flags.contains(SHF_ALLOC),
            code: section.kind() == SectionKind::Text,
            relocations,
        })
    }

    /// The relocation at an offset.
    pub fn relocation_at(&self, offset: u64) -> Option<&Relocation> {
        let found = self.relocations.binary_search_by_key(&offset, |r| r.offset);
        found.ok().map(|index| &self.relocations[index])
    }

    /// Whether it holds structs of functions for the kernel.
    pub fn is_struct_ops(&self) -> bool {
        let name = self.name.strip_prefix('?').unwrap_or(self.name);
        name.starts_with(".struct_ops")
    }

    /// Whether loaders make an array map of it: what libbpf, aya and cilium/ebpf agree on; or put it into the arena.
    pub fn is_data(&self) -> bool {
        self.alloc && !self.code && is_data_section(self.name)
    }
}

/// Whether loaders take a section of that name for package variables. libbpf and cilium/ebpf know that of arenas.
fn is_data_section(name: &str) -> bool {
    name == ".addr_space.1"
        || [".data", ".rodata", ".bss"].iter().any(|prefix| {
            name.strip_prefix(prefix)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
}
