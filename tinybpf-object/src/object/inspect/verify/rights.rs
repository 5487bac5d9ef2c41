//! Helpers, kfuncs and maps that programs may not use, by the calls in their machine code. A subprogram has the rights of each program
//! that calls it.

use super::error;
use crate::{
    Diagnostic, Object, Position, Topic, helpers, kfuncs,
    object::{
        code::{self, Callee, Code},
        describe::{Lines, is_program},
        elf::{Elf, Malformed},
        insn::opcode,
    },
    section::{
        Section,
        rights::{
            Called, Refusal, Rights, SLEEPERS, is_gpl_compatible, licenses, sections_with,
            sections_with_kfunc, sleepable, sleepable_map, unfit_license, unfit_map,
        },
    },
};

pub(super) fn check(
    elf: &Elf<'_>,
    object: &Object,
    findings: &mut Vec<Diagnostic>,
) -> Result<(), Malformed> {
    let functions = code::functions(elf)?;
    let lines = Lines::read(elf)?;
    let license = object.license.as_str();
    for program in (0..functions.len()).filter(|&index| is_program(elf, &functions[index])) {
        let name = elf.sections[functions[program].section].name;
        let Ok(section) = Section::parse(name) else {
            continue;
        };
        let structs = object.struct_ops.iter().map(|of| of.kernel_name.as_str());
        let Some(rights) = Rights::of(&section, structs) else {
            continue;
        };
        if rights.need_gpl() && !is_gpl_compatible(license) {
            findings.push(error(
                Topic::Licence,
                lines.of_function(elf, &functions[program]),
                unfit_license(name, license),
                licenses(),
            ));
            continue;
        }
        let checker = Checker {
            elf,
            object,
            lines: &lines,
            rights,
            license,
        };
        let reached = code::reached(&functions, [program]);
        // What these call back may sleep, whatever the program may.
        let sleeps_later = reached
            .iter()
            .any(|&index| calls_sleeper(&functions[index]));
        for index in reached {
            findings.extend(checker.calls(&functions[index], sleeps_later));
            findings.extend(checker.maps(&functions[index]));
        }
    }
    Ok(())
}

/// Whether a function has something called back later that may sleep.
fn calls_sleeper(function: &Code<'_>) -> bool {
    let mut calls = function.calls.iter();
    calls.any(|call| matches!(call.callee, Callee::Extern(name) if kfuncs::sleeps_later(name)))
}

struct Checker<'c, 'a> {
    elf: &'c Elf<'a>,
    object: &'c Object,
    lines: &'c Lines<'a>,
    rights: Rights<'c>,
    license: &'c str,
}

impl Checker<'_, '_> {
    fn calls(&self, function: &Code<'_>, sleeps_later: bool) -> Vec<Diagnostic> {
        let calls = function.calls.iter();
        let refused = calls.filter_map(|call| {
            let (called, name, refusal) = match call.callee {
                Callee::Helper(number) => {
                    let helper = helpers::by_id(u32::try_from(number).ok()?)?;
                    let refusal = self.rights.refuse(helper, self.license)?;
                    (Called::Helper, helper.name, refusal)
                }
                Callee::Extern(name) => {
                    let refusal = self.rights.refuse_kfunc(name, self.license)?;
                    (Called::Kfunc, name, refusal)
                }
                _ => return None,
            };
            if refusal == Refusal::Sleeps && sleeps_later {
                return None;
            }
            let message = refusal.message(called, name, self.rights.section, self.license);
            let help = self.help(refusal, called, name);
            Some(error(
                Topic::HelperNotAllowed,
                self.place(function, call.offset),
                message,
                help,
            ))
        });
        refused.collect()
    }

    fn place(&self, function: &Code<'_>, offset: u64) -> Option<Position> {
        let line = self.lines.of_insn(self.elf, function, offset);
        line.or_else(|| self.lines.of_function(self.elf, function))
    }

    fn help(&self, refusal: Refusal, called: Called, name: &str) -> String {
        let others = match called {
            Called::Helper => helpers::by_name(name).map(sections_with),
            Called::Kfunc => kfuncs::by_name(name).map(sections_with_kfunc),
        };
        let others = others.map(|others| others.to_string()).unwrap_or_default();
        match refusal {
            Refusal::Lacks => format!("the kernel has it for programs in {others}"),
            Refusal::Sleeps => match (sleepable(self.rights.section), called) {
                (Some(other), _) => format!("write the section as `{other}`"),
                (None, Called::Helper) => format!("programs in {others} may call it"),
                (None, Called::Kfunc) => SLEEPERS.to_owned(),
            },
            Refusal::Place => "attach the program to a function that the kernel allows it for (`btf_allowlist_d_path` in kernel/trace/bpf_trace.c)".to_owned(),
            Refusal::License => licenses(),
        }
    }

    /// Programs that may sleep have few types of maps (`check_map_prog_compatibility` in the kernel's `kernel/bpf/verifier.c`).
    fn maps(&self, function: &Code<'_>) -> Vec<Diagnostic> {
        let section = &self.elf.sections[function.section];
        let known = self.rights.section.known;
        if !known.sleepable {
            return Vec::new();
        }
        let addresses = function
            .insns
            .iter()
            .filter(|insn| insn.opcode == opcode::LD_IMM64);
        let used = addresses.filter_map(|insn| {
            let symbol = &self.elf.symbols[section.relocation_at(insn.offset())?.symbol];
            let map = self
                .object
                .maps
                .iter()
                .find(|map| map.name == symbol.name)?;
            (!sleepable_map(map.map_type)).then(|| {
                let (message, help) = unfit_map(map, known.name);
                error(
                    Topic::MapNotAllowed,
                    self.place(function, insn.offset()),
                    message,
                    help,
                )
            })
        });
        used.collect()
    }
}
