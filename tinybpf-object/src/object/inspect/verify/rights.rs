//! Helpers, kfuncs and maps that programs may not use, by the calls in their machine code. A subprogram has the rights of each program
//! that calls it.

use super::error;
use crate::{
    Diagnostic, Map, Object, Position, Topic,
    helpers::{self, Helper},
    kfuncs::{self, flag},
    map,
    object::{
        code::{self, Callee, Code},
        describe::{Lines, is_program},
        elf::{Elf, Malformed},
        insn::opcode,
    },
    section::{
        Section,
        rights::{
            GPL_COMPATIBLE, Refusal, Rights, is_gpl_compatible, sections_with, sections_with_kfunc,
            sleepable, sleepable_map,
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
                format!("programs in section `{name}` need a licence that is compatible with the GPL, and it is \"{license}\""),
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

/// Work queues and the work of tasks (`is_async_cb_sleepable` in the kernel's `kernel/bpf/verifier.c`).
fn calls_sleeper(function: &Code<'_>) -> bool {
    const TAKERS: [&str; 2] = ["bpf_wq_set_callback", "bpf_task_work_schedule"];
    function.calls.iter().any(|call| match call.callee {
        Callee::Extern(name) => TAKERS.iter().any(|taker| name.starts_with(taker)),
        _ => false,
    })
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
            let (message, help) = match call.callee {
                Callee::Helper(number) => {
                    let helper = helpers::by_id(u32::try_from(number).ok()?)?;
                    let refusal = self.rights.refuse(helper, self.license)?;
                    if refusal == Refusal::Sleeps && sleeps_later {
                        return None;
                    }
                    self.explain(refusal, helper)
                }
                Callee::Extern(name) => self.kfunc(name, sleeps_later)?,
                _ => return None,
            };
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

    fn explain(&self, refusal: Refusal, helper: &Helper) -> (String, String) {
        let (name, kind, others) = (
            helper.name,
            self.rights.section.known.name,
            sections_with(helper),
        );
        match refusal {
            Refusal::Lacks => (
                format!("`{name}` is no helper of programs in section `{kind}`"),
                format!("the kernel has it for programs in {others}"),
            ),
            Refusal::Sleeps => (
                format!("`{name}` may sleep, and programs in section `{kind}` may not"),
                match sleepable(self.rights.section) {
                    Some(other) => format!("write the section as `{other}`"),
                    None => format!("programs in {others} may call it"),
                },
            ),
            Refusal::Place => (
                format!(
                    "`{name}` takes locks that the kernel may hold where section `{}` attaches",
                    self.rights.section.name
                ),
                "attach the program to a function that the kernel allows it for (`btf_allowlist_d_path` in kernel/trace/bpf_trace.c)".to_owned(),
            ),
            Refusal::License => (
                format!("`{name}` is for programs whose licence is compatible with the GPL, and it is \"{}\"", self.license),
                licenses(),
            ),
        }
    }

    fn kfunc(&self, name: &str, sleeps_later: bool) -> Option<(String, String)> {
        let kind = self.rights.section.known.name;
        if !is_gpl_compatible(self.license) {
            // `add_kfunc_call` in kernel/bpf/verifier.c
            return Some((
                format!(
                    "`{name}` is a kfunc, for programs whose licence is compatible with the GPL, and it is \"{}\"",
                    self.license
                ),
                licenses(),
            ));
        }
        let kfunc = kfuncs::by_name(name)?;
        if kfunc.has(flag::SLEEPABLE) && !self.rights.section.known.sleepable {
            let help = match sleepable(self.rights.section) {
                Some(other) => format!("write the section as `{other}`"),
                None => "programs in sections whose names end in `.s` may call it, and those in `syscall`".to_owned(),
            };
            let message = format!("`{name}` may sleep, and programs in section `{kind}` may not");
            return (!sleeps_later).then_some((message, help));
        }
        (!self.rights.has_kfunc(kfunc)).then(|| {
            (
                format!("`{name}` is no kfunc of programs in section `{kind}`"),
                format!(
                    "the kernel has it for programs in {}",
                    sections_with_kfunc(kfunc)
                ),
            )
        })
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
                error(
                    Topic::MapNotAllowed,
                    self.place(function, insn.offset()),
                    unfit(map, known.name),
                    instead(),
                )
            })
        });
        used.collect()
    }
}

fn unfit(map: &Map, section: &str) -> String {
    let kind = map::type_name(map.map_type).unwrap_or("map of an unknown type");
    format!(
        "map `{}` is a {kind}, which programs that may sleep (section `{section}`) cannot use",
        map.name
    )
}

fn instead() -> String {
    "they use hashes, arrays, ring buffers, queues, stacks, storage of tasks, sockets, inodes and cgroups, and maps of maps".to_owned()
}

fn licenses() -> String {
    let known: Vec<_> = GPL_COMPATIBLE
        .iter()
        .map(|name| format!("\"{name}\""))
        .collect();
    format!("the kernel takes {} for it", known.join(", "))
}
