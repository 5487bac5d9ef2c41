//! What each program takes of what the kernel allows: instructions and stack, exactly as the machine code has them.

use std::collections::BTreeMap;

use super::{
    btf,
    code::{self, Code},
    describe::is_program,
    elf::{Elf, Malformed},
    insn::Insn,
    inspect::SourceLine,
    stack,
};
use crate::Position;

/// Bytes of stack that a program and the functions on the deepest way down from it may use (`MAX_BPF_STACK` in
/// `include/linux/filter.h`).
pub const STACK_LIMIT: u64 = stack::LIMIT;
/// Instructions that the verifier looks at before it gives up, each as often as a path leads there
/// (`BPF_COMPLEXITY_LIMIT_INSNS` in `include/linux/bpf.h`).
pub const COMPLEXITY_LIMIT: u64 = 1_000_000;

/// What a program takes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Usage {
    /// The program's name.
    pub program: String,
    /// Its ELF section.
    pub section: String,
    /// Number of instructions of the program and of all functions that it calls or has called back, as the kernel counts them when it
    /// is loaded: one that loads 64 bits counts twice.
    pub instructions: u64,
    /// Bytes of stack that the kernel counts for the deepest way down, of [`STACK_LIMIT`].
    pub stack: u64,
    /// That way, the program first. Empty for a recursive program, which the kernel refuses.
    pub chain: Vec<Frame>,
    /// The source lines with the number of instructions that they became, in all these functions; the largest first.
    pub lines: Vec<LineUsage>,
}

/// A function on the deepest way down.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Frame {
    /// The function.
    pub function: String,
    /// Bytes of stack that it uses.
    pub stack: u64,
    /// What the kernel counts for it: rounded up to 32 bytes, which is also the least. Newer kernels round some programs to 16.
    pub counted: u64,
    /// Where it is declared.
    pub position: Option<Position>,
}

/// A source line and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct LineUsage {
    /// The line.
    pub source: SourceLine,
    /// Number of instructions.
    pub instructions: u64,
}

pub(super) fn usages(data: &[u8]) -> Result<Vec<Usage>, Malformed> {
    let elf = Elf::parse_bpf(data)?;
    let functions = code::functions(&elf)?;
    let (_, ext) = btf::read(&elf)?;
    let lines: Vec<Vec<(u64, SourceLine)>> = functions
        .iter()
        .map(|function| {
            ext.lines_of(
                elf.sections[function.section].name,
                function.start,
                function.end,
            )
        })
        .collect();
    let programs = (0..functions.len()).filter(|&index| is_program(&elf, &functions[index]));
    Ok(programs
        .map(|program| usage(&elf, &functions, &lines, program))
        .collect())
}

fn usage(
    elf: &Elf<'_>,
    functions: &[Code<'_>],
    lines: &[Vec<(u64, SourceLine)>],
    program: usize,
) -> Usage {
    let reached = code::reached(functions, [program]);
    let way = stack::deepest(functions, program).unwrap_or_default();
    Usage {
        program: functions[program].name.into(),
        section: elf.sections[functions[program].section].name.into(),
        instructions: reached.iter().map(|&index| size(&functions[index])).sum(),
        stack: way.iter().map(|(.., counted)| counted).sum(),
        chain: way
            .into_iter()
            .map(|(index, stack, counted)| Frame {
                function: functions[index].name.into(),
                stack,
                counted,
                position: lines[index].first().map(|(_, line)| line.position.clone()),
            })
            .collect(),
        lines: by_line(
            reached
                .iter()
                .map(|&index| (&functions[index], &lines[index][..])),
        ),
    }
}

fn size(function: &Code<'_>) -> u64 {
    function.insns.iter().map(Insn::slots).sum::<usize>() as u64
}

/// Adds up the instructions of each line.
fn by_line<'f>(
    functions: impl Iterator<Item = (&'f Code<'f>, &'f [(u64, SourceLine)])>,
) -> Vec<LineUsage> {
    let mut sums: BTreeMap<(String, u32), LineUsage> = BTreeMap::new();
    for (function, lines) in functions {
        for insn in &function.insns {
            let next = lines.partition_point(|(offset, _)| *offset <= insn.offset());
            let Some((_, source)) = next.checked_sub(1).map(|at| &lines[at]) else {
                continue;
            };
            let key = (source.position.file.clone(), source.position.line);
            let sum = sums.entry(key).or_insert_with(|| LineUsage {
                source: source.clone(),
                instructions: 0,
            });
            sum.instructions += insn.slots() as u64;
        }
    }
    let mut all: Vec<_> = sums.into_values().collect();
    // A stable sort: among equals the order of the source.
    all.sort_by_key(|line| std::cmp::Reverse(line.instructions));
    all
}
