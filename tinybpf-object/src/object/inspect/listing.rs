//! The machine code with the lines that it was made of.

use std::{collections::BTreeMap, fmt};

use crate::{Position, helpers};

use super::super::{
    btf::{self, Btf, BtfExt},
    code::{self, Callee, Code},
    core,
    describe::is_program,
    disasm::Text,
    elf::{Elf, Malformed, Symbol},
    insn::{Insn, opcode},
    stack,
};

/// The machine code of an object, function by function. Its text is `Display`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Listing {
    /// By section and offset.
    pub functions: Vec<ListedFunction>,
}

/// A function of a [`Listing`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ListedFunction {
    /// The name of its symbol.
    pub name: String,
    /// The ELF section.
    pub section: String,
    /// Whether it is an entry point.
    pub program: bool,
    /// Number of instructions, as the kernel counts them.
    pub size: usize,
    /// Bytes of stack that it uses itself.
    pub stack: u64,
    /// Its instructions in order.
    pub instructions: Vec<ListedInstruction>,
}

/// An instruction of a [`Listing`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ListedInstruction {
    /// Its number from the start of the section, as jumps and the verifier's log count: one that loads 64 bits takes two.
    pub slot: usize,
    /// The number of the label before it, where something jumps here.
    pub label: Option<usize>,
    /// The line that this and the following instructions are made of, where it is another than before.
    pub source: Option<SourceLine>,
    /// The instruction, with the names of labels, helpers and functions.
    pub text: String,
    /// What a loader puts in: a map, a variable, a field of the kernel's.
    pub note: Option<String>,
}

/// A line of source code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SourceLine {
    /// The place.
    pub position: Position,
    /// The line; empty where the object does not have it.
    pub text: String,
}

pub(super) fn listing(data: &[u8]) -> Result<Listing, Malformed> {
    let elf = Elf::parse_bpf(data)?;
    let (btf, ext) = btf::read(&elf)?;
    let functions = code::functions(&elf)?;
    let lister = Lister {
        elf: &elf,
        btf: btf.as_ref(),
        ext: &ext,
        functions: &functions,
    };
    Ok(Listing {
        functions: functions
            .iter()
            .map(|function| lister.function(function))
            .collect(),
    })
}

struct Lister<'e, 'a> {
    elf: &'e Elf<'a>,
    btf: Option<&'e Btf<'a>>,
    ext: &'e BtfExt<'a>,
    functions: &'e [Code<'a>],
}

impl<'a> Lister<'_, 'a> {
    fn function(&self, function: &Code<'a>) -> ListedFunction {
        let labels = labels(&function.insns);
        let section = self.elf.sections[function.section].name;
        let lines = self.ext.lines_of(section, function.start, function.end);
        let mut lines: BTreeMap<u64, SourceLine> = lines.into_iter().collect();
        let mut last = None;
        let listed = function.insns.iter().map(|insn| {
            let line = lines.remove(&insn.offset()).filter(|line| {
                let place = Some((line.position.file.clone(), line.position.line));
                std::mem::replace(&mut last, place.clone()) != place
            });
            ListedInstruction {
                slot: insn.at,
                label: labels.get(&insn.at).copied(),
                source: line,
                text: self.text(function, &labels, insn),
                note: self.note(function, insn),
            }
        });
        ListedFunction {
            name: function.name.into(),
            section: section.into(),
            program: is_program(self.elf, function),
            instructions: listed.collect(),
            size: function.insns.iter().map(Insn::slots).sum(),
            stack: stack::depth(&function.insns),
        }
    }

    fn text(&self, function: &Code<'a>, labels: &BTreeMap<usize, usize>, insn: &Insn) -> String {
        let label = insn
            .jump_target()
            .and_then(|slot| labels.get(&usize::try_from(slot).ok()?));
        let target = match label {
            Some(label) => Some(format!("L{label}")),
            None if insn.opcode == opcode::CALL => self.callee(function, insn),
            None => None,
        };
        let target = target.as_deref();
        Text { insn, target }.to_string()
    }

    /// Whom a call calls, a helper as the verifier's log writes it.
    fn callee(&self, function: &Code<'a>, insn: &Insn) -> Option<String> {
        let mut calls = function.calls.iter();
        let call = calls.find(|call| call.offset == insn.offset())?;
        match call.callee {
            Callee::Helper(number) => {
                let helper = helpers::by_id(u32::try_from(number).ok()?)?;
                Some(format!("{}#{number}", helper.name))
            }
            Callee::Function(index) => Some(self.functions[index].name.to_owned()),
            Callee::Extern(name) => Some(name.to_owned()),
            _ => None,
        }
    }

    /// What a loader puts into an instruction.
    fn note(&self, function: &Code<'a>, insn: &Insn) -> Option<String> {
        let section = &self.elf.sections[function.section];
        let mut core = self.ext.relocations.iter();
        let core =
            core.find(|at| at.section == section.name && u64::from(at.offset) == insn.offset());
        if let Some((core, btf)) = core.zip(self.btf) {
            let (subject, question) = (core::subject(btf, core), core::question(core.kind));
            return Some(format!("CO-RE: {subject}, {question}"));
        }
        let relocation = section.relocation_at(insn.offset())?;
        let symbol = &self.elf.symbols[relocation.symbol];
        match insn.opcode {
            opcode::LD_IMM64 => Some(self.address(function, insn, symbol)),
            opcode::CALL if symbol.section.is_none() => Some(match symbol.weak {
                true => "kfunc, may be missing".to_owned(),
                false => "kfunc".to_owned(),
            }),
            _ => None,
        }
    }

    /// What an address is that of.
    fn address(&self, function: &Code<'a>, insn: &Insn, symbol: &Symbol<'a>) -> String {
        let mut calls = function.calls.iter();
        let call = calls.find(|call| call.offset == insn.offset());
        if let Some(Callee::Callback(index) | Callee::AsyncCallback(index)) =
            call.map(|call| call.callee)
        {
            return format!("function {}", self.functions[index].name);
        }
        let Some(index) = symbol.section else {
            return format!("the kernel's {}", symbol.name);
        };
        let section = &self.elf.sections[index];
        if matches!(section.name, ".maps" | "maps") {
            return format!("map {}", symbol.name);
        }
        // LLVM counts from the section for local variables.
        let offset = symbol.value.wrapping_add_signed(insn.imm);
        let mut variables = super::super::describe::variables(self.elf, index).into_iter();
        let variable =
            variables.find(|v| (v.value..v.value.saturating_add(v.size)).contains(&offset));
        match variable {
            Some(variable) if variable.value == offset => {
                format!("{} in {}", variable.name, section.name)
            }
            Some(variable) => {
                format!(
                    "{}+{} in {}",
                    variable.name,
                    offset - variable.value,
                    section.name
                )
            }
            None => format!("{}+{offset}", section.name),
        }
    }
}

/// The slots that something jumps to, numbered from 1.
fn labels(insns: &[Insn]) -> BTreeMap<usize, usize> {
    let is_here = |slot: &usize| insns.binary_search_by_key(slot, |insn| insn.at).is_ok();
    let targets = insns
        .iter()
        .filter_map(|insn| usize::try_from(insn.jump_target()?).ok())
        .filter(is_here);
    let targets: std::collections::BTreeSet<usize> = targets.collect();
    targets.into_iter().zip(1..).collect()
}

impl fmt::Display for Listing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, function) in self.functions.iter().enumerate() {
            if at != 0 {
                writeln!(f)?;
            }
            function.fmt(f)?;
        }
        Ok(())
    }
}

/// As `llvm-objdump -S` and `bpftool prog dump` write it: `; 12: if count != nil {` before what the line became.
impl fmt::Display for ListedFunction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            name,
            section,
            size,
            stack,
            ..
        } = self;
        writeln!(
            f,
            "{section}: {name}, {size} instructions, {stack} bytes of stack"
        )?;
        let mut file = "";
        for instruction in &self.instructions {
            if let Some(label) = instruction.label {
                writeln!(f, "L{label}:")?;
            }
            if let Some(SourceLine { position, text }) = &instruction.source {
                if position.file != file {
                    file = &position.file;
                    writeln!(f, "; {file}")?;
                }
                writeln!(f, "; {}: {text}", position.line)?;
            }
            write!(f, "{:6}: {}", instruction.slot, instruction.text)?;
            match &instruction.note {
                Some(note) => writeln!(f, " # {note}")?,
                None => writeln!(f)?,
            }
        }
        Ok(())
    }
}
