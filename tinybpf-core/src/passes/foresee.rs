//! After optimisation: what the verifier will refuse, on any kernel, and this side already knows.
//!
//! The verifier names registers and instructions; here the Go line and the reason are known. Only what is certain is an error:
//! an address that is a constant or a number, an access outside of what a helper returned or the context has, a map that a
//! helper does not take. What depends on values is the verifier's.

mod accesses;
mod arguments;
mod flags;
mod formats;
mod loops;
mod packets;
mod panics;
mod references;
mod results;
mod rights;
#[cfg(test)]
mod tests;

pub(super) use self::{
    arguments::touched, formats::unknown as unknown_verb, loops::check as check_loops,
    panics::check as check_panics, references::check as check_references,
    results::check as check_results,
};
use super::{Cx, bound_accesses, is_foreign, is_map, lower_panics, position};
use crate::{
    Map, Position,
    helpers::Helper,
    llvm::{Kind, Module, Op, Value},
};

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    rights::check(cx, module);
    for function in module.functions() {
        // C is between its author and clang.
        if function.is_declaration() || is_foreign(module, function) {
            continue;
        }
        packets::check(cx, module, function);
        for instruction in function.instructions() {
            match instruction.op() {
                Op::Load | Op::Store | Op::AtomicRmw | Op::CmpXchg => {
                    accesses::check(cx, module, instruction);
                }
                Op::Call => {
                    arguments::check(cx, module, instruction);
                    flags::check(cx, module, instruction);
                    formats::check(cx, module, instruction);
                    accesses::check_copy(cx, module, instruction);
                }
                _ => {}
            }
        }
    }
}

/// The helper that an instruction calls.
fn helper(call: Value<'_>) -> Option<&'static Helper> {
    match lower_panics::Callee::of(call)? {
        lower_panics::Callee::Helper(helper) => Some(helper),
        lower_panics::Callee::Kfunc(_) => None,
    }
}

/// What an address lies in, and how far from its start: through steps of constant size alone.
fn within<'m>(module: &Module<'_>, address: Value<'m>) -> Option<(Value<'m>, i64)> {
    bound_accesses::constant_distance(module, address)
}

/// The map that an argument is the address of.
fn known_map<'a>(cx: &'a Cx<'_>, module: &Module<'_>, argument: Value<'_>) -> Option<&'a Map> {
    let is_known = argument.kind() == Kind::Variable && is_map(module, argument);
    let name = is_known.then(|| argument.name())?;
    cx.maps.iter().find(|map| map.name == name)
}

/// How many bytes a variable has, package variable or local.
fn room(module: &Module<'_>, variable: Value<'_>) -> Option<u64> {
    match variable.kind() {
        Kind::Variable => Some(module.size_of(variable.value_type())),
        _ if variable.op() == Op::Alloca => Some(module.size_of(variable.allocated_type())),
        _ => None,
    }
}

/// Where an instruction stands in Go; the optimiser takes the place from what it merges.
fn place(instruction: Value<'_>) -> Option<Position> {
    position(instruction).or_else(|| position(instruction.function()))
}
