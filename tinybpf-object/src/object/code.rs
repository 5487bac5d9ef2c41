//! The functions of an object: their instructions, and whom each of them calls.

use std::collections::BTreeSet;

use crate::helpers;

use super::elf::{Elf, Kind, Malformed, Relocation, Symbol, reloc};
use super::insn::{self, Insn, SLOT, call, opcode};

/// A function: a symbol and its machine code.
#[derive(Debug)]
pub struct Code<'a> {
    pub name: &'a str,
    /// Index of its section.
    pub section: usize,
    pub global: bool,
    /// Its first byte in the section.
    pub start: u64,
    /// The byte after its last.
    pub end: u64,
    pub insns: Vec<Insn>,
    pub calls: Vec<Call<'a>>,
}

/// A call, or the address of a function that is taken to have it called.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// The instruction: offset in the section, in bytes.
    pub offset: u64,
    pub callee: Callee<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Callee<'a> {
    /// A helper by number.
    Helper(i64),
    /// A function of the object: its index.
    Function(usize),
    /// A function of the object, handed to a helper that calls it back while the caller's frame is there.
    Callback(usize),
    /// The same, but called later, from an empty stack.
    AsyncCallback(usize),
    /// A function that the object does not define: a kfunc, or something that nobody defines.
    Extern(&'a str),
    /// A call of an address in a register.
    Register,
    /// A call into the middle of a function or outside all of them.
    Nowhere,
}

/// All functions, by section and offset.
pub fn functions<'a>(elf: &Elf<'a>) -> Result<Vec<Code<'a>>, Malformed> {
    let mut functions = Vec::new();
    for (index, section) in elf.sections.iter().enumerate().filter(|(_, s)| s.code) {
        let insns = insn::decode(section.data, elf.endian)?;
        let mut symbols: Vec<_> = elf
            .symbols
            .iter()
            .filter(|s| is_function_of(s, index))
            .collect();
        symbols.sort_by_key(|symbol| (symbol.value, symbol.name));
        functions.extend(symbols.into_iter().map(|symbol| {
            let (start, end) = (symbol.value, symbol.value.saturating_add(symbol.size));
            let body = insns
                .iter()
                .filter(|insn| (start..end).contains(&insn.offset()));
            Code {
                name: symbol.name,
                section: index,
                global: symbol.global,
                start,
                end,
                insns: body.copied().collect(),
                calls: Vec::new(),
            }
        }));
    }
    for index in 0..functions.len() {
        functions[index].calls = calls(elf, &functions, &functions[index]);
    }
    Ok(functions)
}

fn is_function_of(symbol: &Symbol<'_>, section: usize) -> bool {
    symbol.kind == Kind::Function && symbol.section == Some(section)
}

fn calls<'a>(elf: &Elf<'a>, functions: &[Code<'a>], caller: &Code<'a>) -> Vec<Call<'a>> {
    let section = &elf.sections[caller.section];
    let mut calls: Vec<Call<'a>> = Vec::new();
    for insn in &caller.insns {
        let relocation = section.relocation_at(insn.offset());
        let callee = match insn.opcode {
            opcode::CALLX => Callee::Register,
            opcode::CALL if insn.src == call::HELPER && relocation.is_none() => {
                Callee::Helper(insn.imm)
            }
            opcode::CALL => callee(elf, functions, caller, insn, relocation),
            opcode::LD_IMM64 => {
                match relocation.and_then(|r| address_of(elf, functions, insn, r)) {
                    Some(function) => Callee::Callback(function),
                    None => continue,
                }
            }
            _ => continue,
        };
        if calls_later(callee) {
            make_last_callback_async(&mut calls);
        }
        calls.push(Call {
            offset: insn.offset(),
            callee,
        });
    }
    calls
}

/// Whether what is called has its callback run later, on a stack of its own.
fn calls_later(callee: Callee<'_>) -> bool {
    let name = match callee {
        Callee::Helper(number) => u32::try_from(number).ok().and_then(helpers::by_id),
        Callee::Extern(name) => return helpers::callback(name).is_some_and(is_later),
        _ => None,
    };
    let callback = name.and_then(|helper| helpers::callback(helper.name));
    callback.is_some_and(is_later)
}

fn is_later(callback: &helpers::Callback) -> bool {
    callback.runs == helpers::Runs::Later
}

/// The callback that was loaded last before a helper is the one that it is given.
fn make_last_callback_async(calls: &mut [Call<'_>]) {
    if let Some(Call { callee, .. }) = calls.last_mut()
        && let Callee::Callback(function) = *callee
    {
        *callee = Callee::AsyncCallback(function);
    }
}

/// The target of a call: the slot after it plus the immediate, in the section of the symbol that relocates it.
fn callee<'a>(
    elf: &Elf<'a>,
    functions: &[Code<'a>],
    caller: &Code<'a>,
    insn: &Insn,
    relocation: Option<&Relocation>,
) -> Callee<'a> {
    let (section, target) = match relocation {
        None if insn.src == call::PSEUDO => (caller.section, insn.at as i64 + 1 + insn.imm),
        None => return Callee::Nowhere,
        Some(relocation) => {
            let symbol = &elf.symbols[relocation.symbol];
            match symbol.section {
                None => return Callee::Extern(symbol.name),
                Some(section) => (section, (symbol.value / SLOT as u64) as i64 + 1 + insn.imm),
            }
        }
    };
    let target = u64::try_from(target)
        .ok()
        .and_then(|slot| slot.checked_mul(SLOT as u64));
    match target.and_then(|target| function_at(functions, section, target)) {
        Some(function) => Callee::Function(function),
        None => Callee::Nowhere,
    }
}

/// The function whose address an `ld_imm64` takes, if it takes a function's.
fn address_of(
    elf: &Elf<'_>,
    functions: &[Code<'_>],
    insn: &Insn,
    relocation: &Relocation,
) -> Option<usize> {
    let symbol = &elf.symbols[relocation.symbol];
    let section = symbol.section.filter(|&index| elf.sections[index].code)?;
    let target = symbol.value.wrapping_add_signed(insn.imm);
    (relocation.kind == reloc::R_BPF_64_64)
        .then(|| function_at(functions, section, target))
        .flatten()
}

/// These functions and all that they call or have called back.
pub fn reached(functions: &[Code<'_>], from: impl IntoIterator<Item = usize>) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<usize> = from.into_iter().collect();
    while let Some(index) = next.pop() {
        if !reached.insert(index) {
            continue;
        }
        let callees = functions[index].calls.iter();
        next.extend(callees.filter_map(|call| match call.callee {
            Callee::Function(i) | Callee::Callback(i) | Callee::AsyncCallback(i) => Some(i),
            _ => None,
        }));
    }
    reached
}

/// The function that starts at an offset of a section.
pub fn function_at(functions: &[Code<'_>], section: usize, start: u64) -> Option<usize> {
    functions
        .iter()
        .position(|f| f.section == section && f.start == start)
}
