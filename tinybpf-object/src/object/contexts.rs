//! Which fields of their contexts programs read or write, told from the machine code: registers and places of the stack that hold the
//! context are followed from the program's start through copies, branches and calls.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    kernel::{self, ContextField, ContextStruct},
    section::{Context, Section},
};

use super::btf::{Btf, BtfExt, Kind};
use super::code::{Callee, Code};
use super::core::{FIELD_BYTE_OFFSET, FIELD_EXISTS};
use super::elf::{Elf, Malformed};
use super::insn::{Insn, class, opcode};

/// An access to a field.
pub struct Access {
    /// The function and the instruction in it: its offset in the section, in bytes.
    pub function: usize,
    pub offset: u64,
    pub context: &'static ContextStruct,
    pub field: &'static ContextField,
}

/// The accesses of programs and of the functions that they hand their contexts to. What only happens where a program asked whether the
/// field exists is left out.
pub fn accesses(
    elf: &Elf<'_>,
    functions: &[Code<'_>],
    programs: &[usize],
) -> Result<Vec<Access>, Malformed> {
    let views = Views::read(elf)?;
    let mut found = Vec::new();
    let mut next: Vec<_> = programs
        .iter()
        .filter_map(|index| Some((*index, struct_of(elf, &functions[*index])?, Held::at(&[1]))))
        .collect();
    let mut seen = BTreeSet::new();
    while let Some((index, context, entry)) = next.pop() {
        if !seen.insert((index, context.name, entry.registers)) {
            continue;
        }
        let function = &functions[index];
        for (insn, held) in follow(function, entry) {
            if insn.opcode == opcode::CALL {
                let mut calls = function.calls.iter();
                if let Some(call) = calls.find(|call| call.offset == insn.offset())
                    && let Callee::Function(callee) = call.callee
                {
                    next.push((callee, context, held.arguments()));
                }
            } else if insn.memory_base().is_some_and(|base| held.has(base))
                && let Some(field) = views.field(elf, function, insn, context)
            {
                found.push(Access {
                    function: index,
                    offset: insn.offset(),
                    context,
                    field,
                });
            }
        }
    }
    found.sort_by_key(|access| (access.function, access.offset));
    Ok(found)
}

/// The struct that a program gets.
fn struct_of(elf: &Elf<'_>, program: &Code<'_>) -> Option<&'static ContextStruct> {
    let section = Section::parse(elf.sections[program.section].name).ok()?;
    match section.known.context {
        Context::Struct(name) => kernel::context(name),
        _ => None,
    }
}

/// Where the context is: registers, as bits, and places in the frame.
#[derive(Clone, Default, PartialEq, Eq)]
struct Held {
    registers: u16,
    slots: BTreeSet<i16>,
}

impl Held {
    fn at(registers: &[u8]) -> Self {
        let mut held = Self::default();
        registers.iter().for_each(|r| held.set(*r, true));
        held
    }

    fn has(&self, register: u8) -> bool {
        self.registers & (1 << register) != 0
    }

    fn set(&mut self, register: u8, holds: bool) {
        let bit = 1 << register;
        self.registers = self.registers & !bit | if holds { bit } else { 0 };
    }

    /// What a function gets that is called now.
    fn arguments(&self) -> Self {
        Self {
            registers: self.registers & 0b11_1110,
            slots: BTreeSet::new(),
        }
    }

    /// What is held whichever way led here.
    fn both(&self, other: &Self) -> Self {
        Self {
            registers: self.registers & other.registers,
            slots: &self.slots & &other.slots,
        }
    }

    fn step(&mut self, insn: &Insn) {
        const FRAME: u8 = 10;
        const STORE: u8 = 0x7b; // BPF_STX | BPF_MEM | BPF_DW
        const LOAD: u8 = 0x79; // BPF_LDX | BPF_MEM | BPF_DW
        match insn.opcode {
            // r0 to r5.
            opcode::CALL | opcode::CALLX => self.registers &= !0b11_1111,
            STORE if insn.dst == FRAME => {
                if self.has(insn.src) {
                    self.slots.insert(insn.off);
                } else {
                    self.slots.remove(&insn.off);
                }
            }
            LOAD if insn.src == FRAME => self.set(insn.dst, self.slots.contains(&insn.off)),
            _ if insn.is_copy() => self.set(insn.dst, self.has(insn.src)),
            _ if matches!(insn.class(), class::ST | class::STX) && insn.dst == FRAME => {
                self.slots.retain(|slot| (insn.off - slot).abs() >= 8);
            }
            _ if insn.writes_dst() => self.set(insn.dst, false),
            _ => {}
        }
    }
}

/// Each instruction that can be reached, with what is held before it.
fn follow<'c>(function: &'c Code<'_>, entry: Held) -> Vec<(&'c Insn, Held)> {
    let insns = &function.insns;
    let index_at = |slot: i64| {
        let slot = usize::try_from(slot).ok()?;
        insns.binary_search_by_key(&slot, |insn| insn.at).ok()
    };
    let mut before: BTreeMap<usize, Held> = BTreeMap::new();
    let mut next = vec![(0, entry)];
    while let Some((index, held)) = next.pop() {
        let Some(insn) = insns.get(index) else {
            continue;
        };
        let held = match before.get(&index) {
            None => held,
            Some(known) => {
                let both = known.both(&held);
                if both == *known {
                    continue;
                }
                both
            }
        };
        let mut after = held.clone();
        before.insert(index, held);
        after.step(insn);
        if let Some(target) = insn.jump_target().and_then(index_at) {
            next.push((target, after.clone()));
        }
        if !matches!(insn.opcode, opcode::EXIT | opcode::JA | opcode::JA32) {
            next.push((index + 1, after));
        }
    }
    let steps = before.into_iter();
    steps.map(|(index, held)| (&insns[index], held)).collect()
}

/// Fields that loaders find: their places in the object mean nothing.
struct Views<'a> {
    /// By section and offset of the instruction: the struct and the field.
    fields: BTreeMap<(&'a str, u64), (&'a str, &'a str)>,
    /// Those that a program asks for.
    asked: BTreeSet<(&'a str, &'a str)>,
}

impl<'a> Views<'a> {
    fn read(elf: &Elf<'a>) -> Result<Self, Malformed> {
        let mut views = Self {
            fields: BTreeMap::new(),
            asked: BTreeSet::new(),
        };
        let (Some((_, btf)), Some((_, ext))) = (elf.section(".BTF"), elf.section(".BTF.ext"))
        else {
            return Ok(views);
        };
        let btf = Btf::parse(btf.data, elf.endian)?;
        let ext = BtfExt::parse(ext.data, elf.endian, &btf)?;
        for relocation in &ext.relocations {
            let Some(field) = field_of(&btf, relocation.ty, relocation.access) else {
                continue;
            };
            match relocation.kind {
                FIELD_BYTE_OFFSET => {
                    let place = (relocation.section, u64::from(relocation.offset));
                    views.fields.insert(place, field);
                }
                FIELD_EXISTS => {
                    views.asked.insert(field);
                }
                _ => {}
            }
        }
        Ok(views)
    }

    /// The field that an instruction accesses.
    fn field(
        &self,
        elf: &Elf<'_>,
        function: &Code<'_>,
        insn: &Insn,
        context: &ContextStruct,
    ) -> Option<&'static ContextField> {
        let section = elf.sections[function.section].name;
        let Some(view) = self.fields.get(&(section, insn.offset())) else {
            return context.field_at(u32::try_from(insn.off).ok()?);
        };
        let mut fields = context.fields.iter();
        fields.find(|field| field.name == view.1 && !self.asked.contains(view))
    }
}

/// The struct and the field at the start of a way such as `0:1:2`.
fn field_of<'a>(btf: &Btf<'a>, ty: u32, access: &str) -> Option<(&'a str, &'a str)> {
    let ty = btf.types.get(ty as usize)?;
    let Kind::Struct { members, .. } = &ty.kind else {
        return None;
    };
    let index: usize = access.split(':').nth(1)?.parse().ok()?;
    let (name, _) = ty.name.split_once("___").unwrap_or((ty.name, ""));
    Some((name, members.get(index)?.name))
}
