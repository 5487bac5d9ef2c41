//! After optimisation: branches, and what loaders adjust to the kernel (CO-RE), stand in the lines that they belong to.
//!
//! TinyGo's branches have no line. Neither have the instructions by which LLVM computes the address of a kernel's field: an offset that is read from
//! a variable for the loader, and what adds it to the pointer. Listings and the verifier's log would take them to the line before.

use std::collections::HashSet;

use super::Cx;
use crate::llvm::{Metadata, Module, Op, Value};

pub(super) fn run(_: &mut Cx<'_>, module: &Module<'_>) {
    for instruction in module.functions().iter().flat_map(|f| f.instructions()) {
        match instruction.op() {
            Op::Br => place_branch(instruction),
            Op::Load if is_offset(instruction) => _ = place(instruction, &mut HashSet::new()),
            _ => {}
        }
    }
}

/// Gives a branch the line of its condition.
fn place_branch(branch: Value<'_>) {
    // A jump that is not conditional has the block alone.
    let condition = branch.operand(0).filter(|value| value.is_instruction());
    if line(branch).is_none()
        && let Some(location) = condition.and_then(line)
    {
        branch.set_debug_location(Some(location));
    }
}

/// Whether a load gives the offset of a kernel's field.
fn is_offset(load: Value<'_>) -> bool {
    let from = load.operand(0);
    from.is_some_and(|from| from.name().starts_with("llvm."))
}

/// Gives an instruction without a line that of what uses it.
fn place<'m>(instruction: Value<'m>, seen: &mut HashSet<Value<'m>>) -> Option<Metadata<'m>> {
    if !instruction.is_instruction() || !seen.insert(instruction) {
        return None;
    }
    if let Some(location) = line(instruction) {
        return Some(location);
    }
    let mut users = instruction.users().into_iter();
    let location = users.find_map(|user| place(user, seen))?;
    instruction.set_debug_location(Some(location));
    Some(location)
}

/// The place of an instruction, unless it is in no line.
fn line(instruction: Value<'_>) -> Option<Metadata<'_>> {
    let location = instruction.debug_location();
    location.filter(|location| location.line_and_column().0 != 0)
}
