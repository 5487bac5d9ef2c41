//! After optimisation: what loaders adjust to the kernel (CO-RE) stands in the line that reads the field.
//!
//! LLVM computes the address of a field by instructions without a place: an offset that is read from a variable for the loader, and what adds
//! it to the pointer. Listings and the verifier's log would take them to the line before.

use std::collections::HashSet;

use super::Cx;
use crate::llvm::{Metadata, Module, Op, Value};

pub(super) fn run(_: &mut Cx<'_>, module: &Module<'_>) {
    for instruction in module.functions().iter().flat_map(|f| f.instructions()) {
        let is_offset = instruction.op() == Op::Load
            && instruction
                .operand(0)
                .is_some_and(|from| from.name().starts_with("llvm."));
        if is_offset {
            place(instruction, &mut HashSet::new());
        }
    }
}

/// Gives an instruction without a place that of what uses it.
fn place<'m>(instruction: Value<'m>, seen: &mut HashSet<Value<'m>>) -> Option<Metadata<'m>> {
    if let Some(location) = instruction.debug_location() {
        return Some(location);
    }
    if !instruction.is_instruction() || !seen.insert(instruction) {
        return None;
    }
    let mut users = instruction.users().into_iter();
    let location = users.find_map(|user| place(user, seen))?;
    instruction.set_debug_location(Some(location));
    Some(location)
}
