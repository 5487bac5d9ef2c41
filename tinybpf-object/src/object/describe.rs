//! What an object holds, by its symbol table: programs, functions, variables, licence.

use crate::{DataSection, Function, Position, Program, Variable};

use super::btf::{Btf, BtfExt};
use super::code::{self, Code};
use super::elf::{Elf, Kind, Malformed, Symbol};
use super::stack;

/// What [`Object`](super::Object) says about the machine code and the data; types of variables are left open.
#[derive(Debug, Clone)]
pub struct Description {
    /// By section and offset.
    pub programs: Vec<Program>,
    /// By section and offset.
    pub functions: Vec<Function>,
    /// In the order of the file, their variables by offset.
    pub data_sections: Vec<DataSection>,
    /// Empty where the object says none.
    pub license: String,
}

/// The section of subprograms: what is called there belongs to several programs.
pub const SUBPROGRAMS: &str = ".text";

/// Reads an object that LLVM emitted.
pub fn describe(data: &[u8]) -> Result<Description, Malformed> {
    let elf = Elf::parse(data)?;
    let functions = code::functions(&elf)?;
    let lines = Lines::read(&elf)?;
    Ok(Description {
        programs: functions
            .iter()
            .filter(|function| is_program(&elf, function))
            .map(|function| Program {
                name: function.name.into(),
                section: elf.sections[function.section].name.into(),
                position: lines.of_function(&elf, function),
            })
            .collect(),
        functions: functions
            .iter()
            .map(|function| Function {
                name: function.name.into(),
                section: elf.sections[function.section].name.into(),
                instructions: function.insns.iter().map(|insn| insn.slots()).sum(),
                stack: stack::depth(&function.insns),
            })
            .collect(),
        data_sections: data_sections(&elf),
        license: license(&elf).unwrap_or_default().into(),
    })
}

/// Whether a function is an entry point.
pub fn is_program(elf: &Elf<'_>, function: &Code<'_>) -> bool {
    function.global && elf.sections[function.section].name != SUBPROGRAMS
}

/// The licence, where there is one that ends as the kernel wants it.
pub fn license<'a>(elf: &Elf<'a>) -> Option<&'a str> {
    let (_, section) = elf.section("license")?;
    std::ffi::CStr::from_bytes_until_nul(section.data)
        .ok()?
        .to_str()
        .ok()
}

fn data_sections(elf: &Elf<'_>) -> Vec<DataSection> {
    let sections = elf.sections.iter().enumerate();
    let sections = sections.filter(|(_, section)| section.is_data() && section.size != 0);
    let sections = sections.map(|(index, section)| DataSection {
        name: section.name.into(),
        size: section.size,
        variables: variables(elf, index)
            .into_iter()
            .map(|symbol| Variable {
                name: symbol.name.into(),
                offset: symbol.value,
                size: symbol.size,
                ty: None,
                position: None,
            })
            .collect(),
    });
    sections.collect()
}

/// The variables of a section by offset.
pub fn variables<'e, 'a>(elf: &'e Elf<'a>, section: usize) -> Vec<&'e Symbol<'a>> {
    let variables = elf.symbols.iter();
    let variables = variables.filter(|s| s.kind == Kind::Variable && s.section == Some(section));
    let mut variables: Vec<_> = variables.collect();
    variables.sort_by_key(|symbol| (symbol.value, symbol.name));
    variables
}

/// The line info of an object; none where it has no BTF.
pub struct Lines<'a>(Option<BtfExt<'a>>);

impl<'a> Lines<'a> {
    pub fn new(ext: Option<BtfExt<'a>>) -> Self {
        Self(ext)
    }

    pub fn read(elf: &Elf<'a>) -> Result<Self, Malformed> {
        let (Some((_, btf)), Some((_, ext))) = (elf.section(".BTF"), elf.section(".BTF.ext"))
        else {
            return Ok(Self(None));
        };
        let btf = Btf::parse(btf.data, elf.endian)?;
        Ok(Self(Some(BtfExt::parse(ext.data, elf.endian, &btf)?)))
    }

    /// The place in the source of an instruction of a function.
    pub fn of_insn(&self, elf: &Elf<'_>, function: &Code<'_>, offset: u64) -> Option<Position> {
        let line = self
            .0
            .as_ref()?
            .line_at(elf.sections[function.section].name, offset)?;
        (u64::from(line.offset) >= function.start).then(|| Position {
            file: line.file.into(),
            line: line.line,
            column: line.column,
        })
    }

    /// The place where a function is declared.
    pub fn of_function(&self, elf: &Elf<'_>, function: &Code<'_>) -> Option<Position> {
        self.of_insn(elf, function, function.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_object_tells_what_it_holds() {
        for data in [
            &include_bytes!("../../testdata/object/probe.o")[..],
            include_bytes!("../../testdata/object/probe.eb.o"),
        ] {
            let description = describe(data).unwrap();
            let programs: Vec<_> = description
                .programs
                .iter()
                .map(|p| (p.name.as_str(), p.section.as_str()))
                .collect();
            assert_eq!(
                programs,
                [
                    ("count_packets", "xdp"),
                    ("on_connect", "tracepoint/syscalls/sys_enter_connect")
                ]
            );
            let position = description.programs[0].position.as_ref().unwrap();
            assert_eq!((position.file.as_str(), position.line), ("./probe.c", 51));
            let functions: Vec<_> = description
                .functions
                .iter()
                .map(|f| (f.name.as_str(), f.instructions, f.stack))
                .collect();
            assert_eq!(
                functions,
                [
                    ("total", 10, 8),
                    ("visit", 6, 0),
                    ("bump", 15, 4),
                    ("count_packets", 16, 0),
                    ("on_connect", 8, 0)
                ]
            );
            let data: Vec<_> = description
                .data_sections
                .iter()
                .map(|s| (s.name.as_str(), s.size))
                .collect();
            assert_eq!(data, [(".rodata", 4), (".data", 8), (".bss", 6)]);
            let tag = &description.data_sections[2].variables[0];
            assert_eq!((tag.name.as_str(), tag.offset, tag.size), ("tag", 0, 6));
            assert_eq!(description.license, "GPL");
        }
    }
}
