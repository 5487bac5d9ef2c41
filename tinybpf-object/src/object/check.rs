//! Checks an emitted object before anybody loads it: what a loader or the kernel would refuse is found here, with the
//! Go line where the author can do something about it.

mod btf;
mod code;

use object::{Endianness, elf::EM_BPF};

use crate::Diagnostic;

use super::btf::{Btf, BtfExt};
use super::code::{Code, functions};
use super::describe::{Lines, SUBPROGRAMS, is_program, license};
use super::elf::{Elf, Kind, Malformed};
use super::stack::{self, Locals};

/// What is wrong with an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The author asked for what BPF cannot do, and only the machine code shows it.
    Rejected(Diagnostic),
    /// A pass or LLVM made what no loader takes.
    Internal(String),
}

/// What an object is checked against.
pub struct Expected<'a> {
    /// The byte order that was asked for.
    pub endian: Endianness,
    /// Whether some loader knows a section of that name as one of programs.
    pub knows_section: &'a dyn Fn(&str) -> bool,
    /// The highest number of a helper.
    pub last_helper: i64,
    /// What is on the stack of which function, for the help on a stack that is too deep.
    pub locals: &'a [Locals],
}

/// All findings, in the order of the file.
pub fn check(data: &[u8], expected: &Expected<'_>) -> Vec<Finding> {
    try_check(data, expected).unwrap_or_else(|Malformed(message)| vec![Finding::Internal(message)])
}

fn try_check(data: &[u8], expected: &Expected<'_>) -> Result<Vec<Finding>, Malformed> {
    let elf = Elf::parse(data)?;
    let (Some((_, btf)), Some((_, ext))) = (elf.section(".BTF"), elf.section(".BTF.ext")) else {
        return Ok(vec![Finding::Internal("the object has no BTF".into())]);
    };
    let btf = Btf::parse(btf.data, elf.endian)?;
    let ext = BtfExt::parse(ext.data, elf.endian, &btf)?;
    check_parts(&elf, Some(&btf), ext, expected)
}

/// The same for an object that may be without types, as those of other compilers are.
pub fn check_parts(
    elf: &Elf<'_>,
    btf: Option<&Btf<'_>>,
    ext: BtfExt<'_>,
    expected: &Expected<'_>,
) -> Result<Vec<Finding>, Malformed> {
    let functions = functions(elf)?;
    let mut findings = Vec::new();
    header(elf, expected, &mut findings);
    programs(elf, &functions, expected, &mut findings);
    if let Some(btf) = btf {
        btf::check(elf, btf, &ext, &functions, &mut findings);
    }
    let lines = Lines::new(Some(ext));
    code::check(elf, btf, &functions, &lines, expected, &mut findings);
    let position = |function: &Code<'_>| lines.of_function(elf, function);
    let stack = stack::check(&functions, expected.locals, &position);
    findings.extend(stack.into_iter().map(Finding::Rejected));
    Ok(findings)
}

fn header(elf: &Elf<'_>, expected: &Expected<'_>, findings: &mut Vec<Finding>) {
    if elf.machine != EM_BPF.0 {
        findings.push(Finding::Internal(format!(
            "the object is for machine {}, not BPF",
            elf.machine
        )));
    }
    if elf.endian != expected.endian {
        findings.push(Finding::Internal(format!(
            "the object is {:?}-endian, {:?}-endian was asked for",
            elf.endian, expected.endian
        )));
    }
    if license(elf).is_none_or(str::is_empty) {
        findings.push(Finding::Internal(
            "the object has no licence: a `license` section with a string that ends in NUL".into(),
        ));
    }
}

/// Code is in sections that loaders know, and all of it belongs to functions.
fn programs(
    elf: &Elf<'_>,
    functions: &[Code<'_>],
    expected: &Expected<'_>,
    findings: &mut Vec<Finding>,
) {
    for (index, section) in elf
        .sections
        .iter()
        .enumerate()
        .filter(|(_, s)| s.code && s.size != 0)
    {
        let name = section.name;
        let inside: Vec<_> = functions.iter().filter(|f| f.section == index).collect();
        if name != SUBPROGRAMS {
            if !(expected.knows_section)(name) {
                findings.push(Finding::Internal(format!(
                    "no loader knows the section `{name}`"
                )));
            }
            if !inside.iter().any(|f| is_program(elf, f)) {
                findings.push(Finding::Internal(format!(
                    "the section `{name}` has no program, only local functions"
                )));
            }
        }
        let mut end = 0;
        for function in inside {
            if function.start != end || function.end == function.start {
                findings.push(Finding::Internal(format!(
                    "the function `{}` is at {:#x}..{:#x} of `{name}`, where {end:#x} was expected",
                    function.name, function.start, function.end
                )));
            }
            end = function.end;
        }
        if end != section.size {
            findings.push(Finding::Internal(format!(
                "the code of `{name}` from {end:#x} on is in no function"
            )));
        }
    }
    for symbol in &elf.symbols {
        let in_code = symbol
            .section
            .is_some_and(|section| elf.sections[section].code);
        if in_code && symbol.global && symbol.kind != Kind::Function {
            findings.push(Finding::Internal(format!(
                "the global symbol `{}` is in code and no function",
                symbol.name
            )));
        }
    }
}

#[cfg(test)]
mod tests;
