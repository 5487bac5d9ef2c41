//! Memory of arenas is reached by addresses in an address space of its own.
//!
//! An address in an arena is that of user space, and to the verifier a number (`bpf_arena_alloc_pages`, and
//! `check_ld_imm` in `kernel/bpf/verifier.c`). An access needs it cast to the kernel's, which the back end does for accesses in address
//! space 1 (`BPFCheckAndAdjustIR.cpp`); and LLVM merges no such access with another. In C the type says so (`__arena`). Go has no such
//! types, but what can be followed tells: what the kernel allocated in an arena, variables in its section, and pointers that lie
//! there or in variables and map values, where the verifier lets programs follow no others.

mod origin;

use std::collections::HashSet;

use self::origin::Origin;
use super::{Cx, bound_accesses::constant_distance, is_foreign, place_data::is_map};
use crate::{
    llvm::{Builder, Kind, Module, Op, Value},
    uapi::map_type,
};

/// The section of variables that lie in the arena (`ARENA_SEC` in `libbpf.c`).
pub(super) const SECTION: &str = ".addr_space.1";

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let arena = cx.maps.iter().find(|map| map.map_type == map_type::ARENA);
    let Some(arena) = arena.and_then(|map| module.variable(&map.name)) else {
        return;
    };
    let origin = Origin::new(cx, module);
    let mut casting = HashSet::new();
    for function in module.functions() {
        if !is_foreign(module, function) && cast(module, &origin, function) {
            casting.insert(function);
        }
    }
    for program in &cx.programs {
        let Some(function) = module.function(&program.name) else {
            continue;
        };
        let reached = reached(function);
        let is_named = reached.iter().any(|f| names_arena(module, *f, arena));
        if !is_named && reached.iter().any(|f| casting.contains(f)) {
            refer(module, function, arena);
        }
    }
}

/// The accesses of a function that reach an arena get addresses in its address space; whether there are any.
fn cast<'m>(module: &'m Module<'m>, origin: &Origin<'_, 'm>, function: Value<'m>) -> bool {
    let mut any = false;
    for access in function.instructions() {
        for &index in addresses(access) {
            let Some(address) = access.operand(index).filter(|a| origin.is_arena(*a)) else {
                continue;
            };
            let builder = Builder::before(module, access);
            let mut in_arena = to_arena(module, &builder, address);
            // Calls that copy are by the address spaces that they are for.
            if access.op() == Op::Call {
                in_arena = builder.cast(Op::AddrSpaceCast, in_arena, module.ptr_type());
            }
            access.set_operand(index, in_arena);
            any = true;
        }
    }
    any
}

/// The operands of an instruction that are addresses of memory.
fn addresses(access: Value<'_>) -> &'static [u32] {
    match access.op() {
        Op::Load | Op::AtomicRmw | Op::CmpXchg => &[0],
        Op::Store => &[1],
        Op::Call => {
            let name = access.callee().map(Value::name).unwrap_or_default();
            match name.strip_prefix("llvm.mem") {
                Some(kind) if kind.starts_with("set.") => &[0],
                Some(kind) if kind.starts_with("cpy.") || kind.starts_with("move.") => &[0, 1],
                _ => &[],
            }
        }
        _ => &[],
    }
}

/// What an address is at a constant distance of, and how many bytes from it.
fn base<'m>(module: &Module<'_>, address: Value<'m>) -> (Value<'m>, i64) {
    constant_distance(module, address).unwrap_or((address, 0))
}

/// An address in the arena's address space.
fn to_arena<'m>(module: &'m Module<'_>, builder: &Builder<'m>, address: Value<'m>) -> Value<'m> {
    let (base, steps) = base(module, address);
    let number = builder.cast(Op::PtrToInt, base, module.int_type(64));
    let in_arena = builder.cast(Op::IntToPtr, number, module.arena_ptr_type());
    match steps {
        0 => in_arena,
        steps => {
            let steps = module.int_type(64).int(steps.cast_unsigned());
            builder.gep(module.int_type(8), in_arena, &[steps])
        }
    }
}

/// Whether a function names an arena or a variable in it, by which the verifier knows the arena of a program.
fn names_arena<'m>(module: &Module<'_>, function: Value<'m>, arena: Value<'m>) -> bool {
    fn names<'m>(module: &Module<'_>, value: Value<'m>, arena: Value<'m>) -> bool {
        match value.kind() {
            Kind::Variable => value == arena || is_in_arena(module, value),
            _ if value.is_constant() => value
                .operands()
                .into_iter()
                .any(|operand| names(module, operand, arena)),
            _ => false,
        }
    }
    let instructions = function.instructions().into_iter();
    let mut operands = instructions.flat_map(Value::operands);
    operands.any(|value| names(module, value, arena))
}

/// Whether a variable lies in an arena.
fn is_in_arena(module: &Module<'_>, variable: Value<'_>) -> bool {
    variable.section().as_deref() == Some(SECTION) && !is_map(module, variable)
}

/// Names the arena in a program whose code does not.
fn refer<'m>(module: &'m Module<'_>, program: Value<'m>, arena: Value<'m>) {
    let Some(first) = program.entry().and_then(|entry| entry.first()) else {
        return;
    };
    let ty = module.void_type().function(&[module.ptr_type()]);
    let builder = Builder::before(module, first);
    builder.call(ty, module.kept_asm(ty, "r"), &[arena]);
}

/// A function and all that it calls or has called back.
fn reached(function: Value<'_>) -> Vec<Value<'_>> {
    let mut found = vec![function];
    let mut next = 0;
    while let Some(function) = found.get(next).copied() {
        next += 1;
        let operands = function
            .instructions()
            .into_iter()
            .flat_map(Value::operands);
        for callee in operands.filter(|f| f.is_function() && !f.is_declaration()) {
            if !found.contains(&callee) {
                found.push(callee);
            }
        }
    }
    found
}
