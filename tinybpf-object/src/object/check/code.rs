//! Relocations and calls: each leads to something that a loader can resolve.

use std::collections::HashSet;

use object::Endian as _;

use crate::{Diagnostic, Position, Severity, Topic};

use super::super::btf::Btf;
use super::super::code::{Call, Callee, Code, function_at};
use super::super::describe::Lines;
use super::super::elf::{Elf, Relocation, Section, reloc};
use super::super::insn::{SLOT, opcode};
use super::{Expected, Finding};

/// Marks in the place of a trap what LLVM could not lower: our own panics never get there.
const TRAP: &str = "__bpf_trap";

pub(super) fn check(
    elf: &Elf<'_>,
    btf: Option<&Btf<'_>>,
    functions: &[Code<'_>],
    lines: &Lines<'_>,
    expected: &Expected<'_>,
    findings: &mut Vec<Finding>,
) {
    let externs = btf.map(externs).unwrap_or_default();
    for function in functions {
        for call in &function.calls {
            let place = lines
                .of_insn(elf, function, call.offset)
                .or_else(|| lines.of_function(elf, function));
            findings.extend(check_call(function, call, place, &externs, expected));
        }
    }
    for (index, section) in elf.sections.iter().enumerate() {
        if section.alloc {
            check_relocations(elf, functions, lines, &externs, index, findings);
        }
    }
}

fn check_call(
    function: &Code<'_>,
    call: &Call<'_>,
    place: Option<Position>,
    externs: &HashSet<&str>,
    expected: &Expected<'_>,
) -> Option<Finding> {
    let what = match call.callee {
        Callee::Helper(number) if !(1..=expected.last_helper).contains(&number) => {
            format!("calls helper {number}, which no kernel has,")
        }
        Callee::Extern(TRAP) => "has a panic that was not lowered".into(),
        Callee::Nowhere => "calls what is no function".into(),
        Callee::Extern(name) if !externs.contains(name) => {
            let undefined = undefined_function(function.name, name, place);
            return Some(Finding::Rejected(undefined));
        }
        Callee::Register => {
            return Some(Finding::Rejected(indirect_call(function.name, place)));
        }
        _ => return None,
    };
    let place = place.map(|p| format!(", from {p}")).unwrap_or_default();
    Some(Finding::Internal(format!(
        "`{}` {what} at {:#x}{place}",
        function.name, call.offset
    )))
}

fn check_relocations(
    elf: &Elf<'_>,
    functions: &[Code<'_>],
    lines: &Lines<'_>,
    externs: &HashSet<&str>,
    index: usize,
    findings: &mut Vec<Finding>,
) {
    let section = &elf.sections[index];
    for relocation in &section.relocations {
        let name = elf.symbol_name(&elf.symbols[relocation.symbol]);
        match target(elf, functions, section, relocation) {
            Ok(Target::Defined | Target::Call) => {}
            Ok(Target::Undefined) if externs.contains(name) => {}
            Ok(Target::Undefined) => {
                let mut users = functions.iter().filter(|f| f.section == index);
                let user = users.find(|f| (f.start..f.end).contains(&relocation.offset));
                let place = user.and_then(|f| lines.of_insn(elf, f, relocation.offset));
                findings.push(Finding::Rejected(undefined_variable(name, place)));
            }
            Err(problem) => findings.push(Finding::Internal(format!(
                "the relocation of `{}` at {:#x} against `{name}` {problem}",
                section.name, relocation.offset
            ))),
        }
    }
}

/// What a relocation leads to.
enum Target {
    /// A map, a variable or the start of a function.
    Defined,
    /// A symbol of another object, or of the kernel.
    Undefined,
    /// A function, which the check of calls looks at.
    Call,
}

/// The functions and variables that the kernel defines: loaders look them up by name and type.
fn externs<'a>(btf: &Btf<'a>) -> HashSet<&'a str> {
    let sections = [".ksyms", ".kconfig"].into_iter();
    let vars = sections
        .filter_map(|name| btf.datasec(name))
        .flat_map(|(_, vars)| vars);
    vars.map(|var| btf.get(var.ty).name).collect()
}

/// What a relocation leads to, or why loaders cannot resolve it.
fn target(
    elf: &Elf<'_>,
    functions: &[Code<'_>],
    section: &Section<'_>,
    relocation: &Relocation,
) -> Result<Target, &'static str> {
    let symbol = &elf.symbols[relocation.symbol];
    let opcode = section
        .data
        .get(relocation.offset as usize)
        .copied()
        .unwrap_or(0);
    match (section.code, relocation.kind) {
        (true, reloc::R_BPF_64_32) if opcode == opcode::CALL => return Ok(Target::Call),
        (true, reloc::R_BPF_64_64) if opcode == opcode::LD_IMM64 => {}
        (false, reloc::R_BPF_64_ABS64 | reloc::R_BPF_64_ABS32) => {}
        (true, _) => return Err("is not that of a call or of an address"),
        (false, _) => return Err("is not that of data"),
    }
    let Some(index) = symbol.section else {
        return Ok(Target::Undefined);
    };
    let target = &elf.sections[index];
    if target.code {
        // Only the start of a function can be called back.
        let slot = section
            .data
            .get(relocation.offset as usize..)
            .and_then(<[u8]>::first_chunk::<SLOT>);
        let imm = slot.map_or(0, |&[_, _, _, _, imm @ ..]| elf.endian.read_u32(imm));
        let start = symbol
            .value
            .wrapping_add(if section.code { u64::from(imm) } else { 0 });
        return match function_at(functions, index, start) {
            Some(_) => Ok(Target::Defined),
            None => Err("points into the middle of a function"),
        };
    }
    if target.is_data() || matches!(target.name, ".maps" | "maps") {
        Ok(Target::Defined)
    } else {
        Err("points to a section that loaders make no map of")
    }
}

fn undefined_variable(name: &str, position: Option<Position>) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        topic: Topic::UndefinedSymbol,
        position,
        message: format!("`{name}` is used and defined nowhere"),
        help: vec![format!(
            "declare `{name}` as a package variable, or check its spelling"
        )],
    }
}

fn indirect_call(caller: &str, position: Option<Position>) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        topic: Topic::FuncValues,
        position,
        message: format!("`{caller}` calls a function value, and BPF has no indirect calls"),
        help: vec![
            "call the function by its name, or choose between functions with `switch`".into(),
        ],
    }
}

/// What LLVM calls, by the beginning of its name, when BPF has no instruction for something.
const LIBRARY: &[(&[&str], Topic, &str, &str)] = &[
    (
        &["memcpy", "memmove", "memset", "memcmp", "bcmp"],
        Topic::LargeCopy,
        "copies, clears or compares more memory than fits into instructions, or an amount that is not constant",
        "use a smaller type, loop over the elements, or let a helper copy (`bpf_probe_read_kernel`)",
    ),
    (
        &[
            "__divti3",
            "__modti3",
            "__udivti3",
            "__umodti3",
            "__multi3",
            "__ashlti3",
            "__lshrti3",
            "__ashrti3",
            "__muloti4",
        ],
        Topic::WideNumbers,
        "computes with 128 bits",
        "split the value into two of 64 bits, `math/bits` helps (`bits.Mul64`, `bits.Add64`)",
    ),
    (
        &[
            "__add", "__sub", "__mul", "__div", "__fix", "__float", "__extend", "__trunc", "__eq",
            "__ne", "__lt", "__le", "__gt", "__ge", "__unord", "__neg", "sqrt", "floor", "ceil",
            "fm", "pow", "sin", "cos", "exp", "log", "round",
        ],
        Topic::Floats,
        "computes with floating-point numbers",
        "use integers, for fractions in fixed point (such as thousandths)",
    ),
    (
        &["__atomic_", "__sync_"],
        Topic::Atomics,
        "uses an atomic operation that this CPU version has no instruction for",
        "use 32-bit or 64-bit atomics, and `cpu(\"v3\")` or later",
    ),
];

fn undefined_function(caller: &str, name: &str, position: Option<Position>) -> Diagnostic {
    let known = LIBRARY
        .iter()
        .find(|(prefixes, ..)| prefixes.iter().any(|prefix| name.starts_with(prefix)));
    let (topic, message, help) = match known {
        Some((_, topic, does, instead)) => (
            *topic,
            format!("`{caller}` {does}, for which LLVM calls `{name}`: BPF has no such library"),
            (*instead).to_owned(),
        ),
        None => (
            Topic::UndefinedSymbol,
            format!("`{caller}` calls `{name}`, which is defined nowhere"),
            format!(
                "give `{name}` a body, or check its spelling if it should be a helper or kfunc of the kernel"
            ),
        ),
    };
    Diagnostic {
        severity: Severity::Error,
        topic,
        position,
        message,
        help: vec![help],
    }
}
