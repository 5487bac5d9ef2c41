//! What an object needs of the kernel: read from what the kernel will see, after all optimisation.

use std::collections::BTreeSet;

use crate::{
    KernelVersion, Map, Need, Position, helpers, kernel, map,
    section::{Section, context_by_go_name},
};

use super::btf::{Btf, Kind as Btype};
use super::code::{self, Callee, Code};
use super::contexts;
use super::describe::{Lines, SUBPROGRAMS, is_program};
use super::elf::{Elf, Malformed};
use super::insn::{Insn, class, opcode};

const fn v(major: u16, minor: u16) -> KernelVersion {
    KernelVersion::new(major, minor)
}

/// All needs, each as often as the object has it, in the order of the file. What only programs need that are loaded on demand (`?xdp`)
/// is left out, and so are weak kfuncs, which programs ask for before they call them.
pub fn needs(
    data: &[u8],
    maps: &[Map],
    declared: &dyn Fn(&str) -> Option<Position>,
) -> Result<Vec<Need>, Malformed> {
    let elf = Elf::parse(data)?;
    let mut needs = Needs {
        functions: code::functions(&elf)?,
        lines: Lines::read(&elf)?,
        declared,
        elf: &elf,
        found: Vec::new(),
    };
    let always = needs.programs();
    let counted = code::reached(&needs.functions, always.iter().copied());
    for &index in &counted {
        needs.function(index);
    }
    needs.contexts(&always)?;
    for program in always {
        needs.whole(program);
    }
    needs.maps(maps);
    needs.structs()?;
    Ok(needs.found)
}

struct Needs<'e, 'a> {
    elf: &'e Elf<'a>,
    functions: Vec<Code<'a>>,
    lines: Lines<'a>,
    /// Where a program or a struct of functions is declared.
    declared: &'e dyn Fn(&str) -> Option<Position>,
    found: Vec<Need>,
}

impl Needs<'_, '_> {
    fn add(&mut self, kernel: KernelVersion, feature: String, position: Option<Position>) {
        self.found.push(Need {
            kernel,
            feature,
            position,
        });
    }

    fn place(&self, program: &Code<'_>) -> Option<Position> {
        (self.declared)(program.name).or_else(|| self.lines.of_function(self.elf, program))
    }

    /// What the sections of the programs say; the programs that are always loaded.
    fn programs(&mut self) -> Vec<usize> {
        let mut always = Vec::new();
        for index in 0..self.functions.len() {
            let function = &self.functions[index];
            if !is_program(self.elf, function) {
                continue;
            }
            let name = self.elf.sections[function.section].name;
            let Ok(section) = Section::parse(name) else {
                continue;
            };
            if section.on_demand {
                continue;
            }
            always.push(index);
            let position = self.place(function);
            let target = section.target.as_deref().unwrap_or_default();
            let iterator =
                kernel::iterator(target).filter(|_| section.known.name.starts_with("iter"));
            if section.known.name == "lsm.s" && target != "bprm_committed_creds" {
                // `btf_sleepable_lsm_hooks` in kernel/bpf/verifier.c of 5.10 has that one only.
                let feature = format!("programs of the LSM hook {target} that may sleep");
                self.add(v(5, 11), feature, position.clone());
            }
            if let Some((kernel, feature)) = kernel::section(section.known) {
                self.add(kernel, feature, position.clone());
            }
            if let Some(kernel) = iterator {
                self.add(kernel, format!("iterators over {target}"), position);
            }
        }
        always
    }

    /// A function's instructions and calls.
    fn function(&mut self, index: usize) {
        let mut found = Vec::new();
        let function = &self.functions[index];
        let loops = loops(&function.insns);
        for insn in &function.insns {
            let jump = loops
                .contains(&insn.at)
                .then_some((v(5, 3), "loops that are not unrolled"));
            let needed = instruction(insn).max(jump);
            let needed = needed.map(|(kernel, feature)| (kernel, feature.to_owned()));
            if let Some((kernel, feature)) = needed.or_else(|| self.address(function, insn)) {
                found.push((kernel, feature, insn.offset()));
            }
        }
        for call in &function.calls {
            if let Some((kernel, feature)) = self.call(call.callee) {
                found.push((kernel, feature, call.offset));
            }
        }
        if function.global && self.elf.sections[function.section].name == SUBPROGRAMS {
            // Kernels before that are told that it is a static one.
            let feature = format!("the global function {}, verified by itself", function.name);
            found.push((v(5, 6), feature, function.start));
            if self.takes_memory(function.name) {
                // BPF_REG_TYPE PTR_TO_MEM of `btf_prepare_func_args` in kernel/bpf/btf.c.
                let feature = format!(
                    "pointers as parameters of the global function {}",
                    function.name
                );
                found.push((v(5, 12), feature, function.start));
            }
            for (kernel, tag) in self.tags(function.name) {
                let name = function.name;
                let feature = format!("the tag {tag} of a parameter of the global function {name}");
                found.push((kernel, feature, function.start));
            }
        }
        for (kernel, feature, offset) in found {
            let function = &self.functions[index];
            let position = self.lines.of_insn(self.elf, function, offset);
            let position = position.or_else(|| self.lines.of_function(self.elf, function));
            self.add(kernel, feature, position);
        }
    }

    /// Fields of contexts that are newer than the context.
    fn contexts(&mut self, programs: &[usize]) -> Result<(), Malformed> {
        for access in contexts::accesses(self.elf, &self.functions, programs)? {
            let (context, field) = (access.context, access.field);
            if context
                .fields
                .iter()
                .all(|first| first.since >= field.since)
            {
                continue;
            }
            let function = &self.functions[access.function];
            let position = self.lines.of_insn(self.elf, function, access.offset);
            let feature = format!("the field {} of {}", field.name, context.name);
            self.add(field.since, feature, position);
        }
        Ok(())
    }

    /// Whether a function has a parameter that points to anything but a context.
    fn takes_memory(&self, name: &str) -> bool {
        let section = self.elf.section(".BTF");
        let btf = section.and_then(|(_, btf)| Btf::parse(btf.data, self.elf.endian).ok());
        let Some(btf) = btf else { return false };
        let mut protos = btf.types.iter().filter_map(|ty| match ty.kind {
            Btype::Func { proto, .. } if ty.name == name => btf.types.get(proto as usize),
            _ => None,
        });
        let Some(Btype::FuncProto { params, .. }) = protos.next().map(|ty| &ty.kind) else {
            return false;
        };
        params
            .iter()
            .any(|(_, ty)| match btf.types.get(*ty as usize) {
                Some(parameter) => match parameter.kind {
                    Btype::Ptr { ty } => {
                        let target = struct_name(&btf, ty).unwrap_or_default();
                        context_by_go_name(target).is_none()
                    }
                    _ => false,
                },
                None => false,
            })
    }

    /// The tags of a function's parameters (`__arg_…` in C) with the kernels that brought them (`btf_prepare_func_args` in
    /// kernel/bpf/btf.c); for kernels that do not know `arg:ctx`, libbpf names the type instead.
    fn tags(&self, function: &str) -> Vec<(KernelVersion, String)> {
        let section = self.elf.section(".BTF");
        let btf = section.and_then(|(_, btf)| Btf::parse(btf.data, self.elf.endian).ok());
        let Some(btf) = btf else { return Vec::new() };
        let of_function = |ty: u32| {
            let ty = btf.types.get(ty as usize);
            ty.is_some_and(|ty| ty.name == function && matches!(ty.kind, Btype::Func { .. }))
        };
        let tags = btf.types.iter().filter_map(|tag| match tag.kind {
            Btype::DeclTag { ty, .. } if of_function(ty) => Some(tag.name),
            _ => None,
        });
        let known = tags.filter_map(|tag| {
            let kernel = match tag {
                "arg:nonnull" => v(6, 8),
                "arg:trusted" | "arg:nullable" | "arg:arena" => v(6, 9),
                "arg:untrusted" => v(6, 17),
                _ => return None,
            };
            Some((kernel, tag.to_owned()))
        });
        known.collect()
    }

    fn call(&self, callee: Callee<'_>) -> Option<(KernelVersion, String)> {
        match callee {
            Callee::Helper(number) => {
                let helper = helpers::by_id(u32::try_from(number).ok()?)?;
                Some((
                    kernel::helper(helper.id)?,
                    format!("the helper {}", helper.name),
                ))
            }
            Callee::Function(_) => {
                Some((v(4, 16), "calls of functions of the program's own".into()))
            }
            Callee::Callback(_) | Callee::AsyncCallback(_) => {
                Some((v(5, 13), "functions that the kernel calls back".into()))
            }
            Callee::Extern(name) => {
                let mut symbols = self.elf.symbols.iter();
                if symbols.any(|symbol| symbol.name == name && symbol.weak) {
                    return None;
                }
                // BPF_PSEUDO_KFUNC_CALL is the oldest of what a kfunc needs.
                let kernel = kernel::kfunc(name).unwrap_or(v(5, 13));
                Some((kernel, format!("the kfunc {name}")))
            }
            Callee::Register | Callee::Nowhere => None,
        }
    }

    /// The address of a package variable, or of one of the kernel's.
    fn address(&self, function: &Code<'_>, insn: &Insn) -> Option<(KernelVersion, String)> {
        if insn.opcode != opcode::LD_IMM64 {
            return None;
        }
        let section = &self.elf.sections[function.section];
        let symbol = &self.elf.symbols[section.relocation_at(insn.offset())?.symbol];
        let data = symbol
            .section
            .is_some_and(|section| self.elf.sections[section].is_data());
        if symbol.section.is_none() && !symbol.weak && self.is_typed(symbol.name) {
            // BPF_PSEUDO_BTF_ID. The address of one without a type is but a number.
            let feature = format!("the kernel's variable {} with its type", symbol.name);
            return Some((v(5, 10), feature));
        }
        // BPF_PSEUDO_MAP_VALUE.
        data.then(|| (v(5, 2), "package variables".to_owned()))
    }

    /// Whether a name is one of the kernel's variables whose type the object says.
    fn is_typed(&self, name: &str) -> bool {
        let section = self.elf.section(".BTF");
        let btf = section.and_then(|(_, btf)| Btf::parse(btf.data, self.elf.endian).ok());
        let ksyms = btf.as_ref().and_then(|btf| btf.datasec(".ksyms"));
        let (Some(btf), Some((_, ksyms))) = (&btf, ksyms) else {
            return false;
        };
        ksyms.iter().any(|var| match &btf.get(var.ty).kind {
            Btype::Var { ty, .. } => btf.get(var.ty).name == name && *ty != 0,
            _ => false,
        })
    }

    /// What is about a program with all that it calls.
    fn whole(&mut self, program: usize) {
        let reached = code::reached(&self.functions, [program]);
        let all = || reached.iter().map(|index| &self.functions[*index]);
        let slots: usize = all().flat_map(|f| &f.insns).map(Insn::slots).sum();
        let tail_calls = all()
            .flat_map(|f| &f.calls)
            .any(|call| call.callee == Callee::Helper(12));
        let position = self.place(&self.functions[program]);
        let calls = reached.len() > 1;
        // BPF_MAXINSNS, for all until BPF_COMPLEXITY_LIMIT_INSNS took its place for root.
        if slots > 4096 {
            self.add(
                v(5, 2),
                "programs of more than 4096 instructions".into(),
                position.clone(),
            );
        }
        if tail_calls && calls {
            let feature = "tail calls in programs that call functions of their own";
            self.add(v(5, 10), feature.into(), position);
        }
    }

    fn maps(&mut self, maps: &[Map]) {
        for map in maps {
            let kind = map::type_name(map.map_type).unwrap_or("an unknown type");
            if let Some(kernel) = kernel::map_type(map.map_type) {
                self.add(kernel, format!("maps of type {kind}"), map.position.clone());
            }
            let bits = (0..32).map(|bit| map.map_flags & (1 << bit));
            for (name, kernel) in bits.filter(|bit| *bit != 0).filter_map(kernel::map_flag) {
                self.add(kernel, format!("maps with {name}"), map.position.clone());
            }
        }
    }

    /// Structs of functions that are handed to the kernel.
    fn structs(&mut self) -> Result<(), Malformed> {
        let Some((_, section)) = self.elf.section(".BTF") else {
            return Ok(());
        };
        let btf = Btf::parse(section.data, self.elf.endian)?;
        for ty in &btf.types {
            let Btype::Datasec { vars, .. } = &ty.kind else {
                continue;
            };
            // `?.struct_ops` is for structs that are registered on demand.
            if !ty.name.starts_with(".struct_ops") {
                continue;
            }
            for var in vars {
                let position = (self.declared)(btf.get(var.ty).name);
                let name = struct_name(&btf, var.ty);
                let kernel = name.and_then(kernel::struct_ops).unwrap_or(v(5, 6));
                let feature = format!(
                    "programs for the functions of {}",
                    name.unwrap_or("a struct")
                );
                self.add(kernel, feature, position.clone());
                if ty.name.ends_with(".link") {
                    let feature = "links to structs of functions (`.struct_ops.link`)";
                    self.add(v(6, 4), feature.into(), position);
                }
            }
        }
        Ok(())
    }
}

/// The struct that a variable is.
fn struct_name<'a>(btf: &Btf<'a>, mut ty: u32) -> Option<&'a str> {
    loop {
        let found = btf.types.get(ty as usize)?;
        ty = match found.kind {
            Btype::Struct { .. } => return Some(found.name),
            Btype::Var { ty, .. }
            | Btype::Typedef { ty }
            | Btype::Const { ty }
            | Btype::Volatile { ty } => ty,
            _ => return None,
        };
    }
}

/// What an instruction needs that not all kernels have (`Documentation/bpf/standardization/instruction-set.rst`; the versions are those
/// that LLVM's `-mcpu=` stand for).
fn instruction(insn: &Insn) -> Option<(KernelVersion, &'static str)> {
    // Modes of loads and stores, and codes of operations and jumps, in their upper bits.
    const ATOMIC: u8 = 0xc0;
    const SIGNED_LOAD: u8 = 0x80;
    const MOVE: u8 = 0xb0;
    const SWAP: u8 = 0xd0;
    const DIVIDE: u8 = 0x30;
    const REMAINDER: u8 = 0x90;
    const MAY_GOTO: u8 = 0xe5;
    const V4: KernelVersion = v(6, 6);
    let (mode, code) = (insn.opcode & 0xe0, insn.opcode & 0xf0);
    let alu = matches!(insn.class(), class::ALU | class::ALU64);
    let register = insn.opcode & 0x08 != 0;
    match insn.class() {
        class::STX if mode == ATOMIC => match insn.imm {
            // BPF_ADD without BPF_FETCH.
            0 => None,
            0x100 | 0x110 => Some((v(6, 15), "atomic loads and stores with an order")),
            _ => Some((
                v(5, 12),
                "atomic operations other than adding without a result",
            )),
        },
        class::LDX if mode == SIGNED_LOAD => Some((V4, "loads with sign extension (cpu v4)")),
        _ if alu && code == MOVE && register && insn.off == 1 && insn.imm != 0 => {
            Some((v(6, 9), "casts between address spaces"))
        }
        _ if alu && code == MOVE && register && insn.off != 0 => {
            Some((V4, "moves with sign extension (cpu v4)"))
        }
        class::ALU64 if code == SWAP => Some((V4, "unconditional byte swaps (cpu v4)")),
        _ if alu && matches!(code, DIVIDE | REMAINDER) && insn.off == 1 => {
            Some((V4, "signed division (cpu v4)"))
        }
        _ if insn.opcode == MAY_GOTO => Some((v(6, 9), "may_goto")),
        _ if insn.opcode == opcode::JA32 => Some((V4, "long jumps (cpu v4)")),
        class::JMP32 => Some((v(5, 1), "jumps on 32 bits (cpu v3)")),
        // JLT, JLE, JSLT, JSLE.
        class::JMP if matches!(code, 0xa0..=0xd0) => Some((v(4, 14), "less-than jumps (cpu v2)")),
        _ => None,
    }
}

/// The instructions that go back to one that leads to them. Not each jump backwards does: blocks may stand in any order
/// (`check_cfg` in kernel/bpf/verifier.c).
fn loops(insns: &[Insn]) -> BTreeSet<usize> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        Above,
        Done,
    }
    let at = |slot: i64| {
        insns
            .binary_search_by_key(&slot, |insn| insn.at as i64)
            .ok()
    };
    let next = |index: usize| {
        let insn = &insns[index];
        let ends = matches!(insn.opcode, opcode::EXIT | opcode::JA | opcode::JA32);
        let after = (!ends)
            .then_some(index + 1)
            .filter(|next| *next < insns.len());
        [after, insn.jump_target().and_then(at)]
    };
    let (mut found, mut seen) = (BTreeSet::new(), vec![Seen::No; insns.len()]);
    let mut open: Vec<(usize, usize)> = insns.first().map(|_| (0, 0)).into_iter().collect();
    while let Some((index, way)) = open.pop() {
        seen[index] = Seen::Above;
        let ways = next(index);
        if way == ways.len() {
            seen[index] = Seen::Done;
            continue;
        }
        open.push((index, way + 1));
        match ways[way].map(|next| (next, seen[next])) {
            Some((next, Seen::No)) => open.push((next, 0)),
            Some((_, Seen::Above)) => drop(found.insert(insns[index].at)),
            _ => {}
        }
    }
    found
}

/// Each need once, where the file has it first; the newest kernel first.
pub fn distinct(mut needs: Vec<Need>) -> Vec<Need> {
    let mut seen = BTreeSet::new();
    needs.retain(|need| seen.insert(need.feature.clone()));
    needs.sort_by_key(|need| std::cmp::Reverse(need.kernel));
    needs
}

#[cfg(test)]
mod tests;
