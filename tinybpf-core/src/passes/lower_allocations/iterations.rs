//! Whether an allocation in a loop may share one stack slot between the loop's iterations.

use std::collections::HashSet;

use crate::llvm::{Block, Op, Value};

/// The instruction before which an allocation may take place at the latest: the first in its block that uses it. What
/// stands between may still use the variable of the iteration before, as Go's copying of loop variables does.
pub(super) fn latest_place(allocation: Value<'_>) -> Value<'_> {
    let mut place = allocation;
    while let Some(next) = place.next() {
        place = next;
        if next.operands().contains(&allocation) {
            break;
        }
    }
    place
}

/// A value that may hold the pointer of an earlier iteration where the allocation takes place, and is used after that:
/// with one slot for all iterations, it would see the new variable instead of its own.
pub(super) fn survivor<'m>(
    allocation: Value<'m>,
    place: Value<'m>,
    holders: &[Value<'m>],
) -> Option<Value<'m>> {
    if !in_cycle(allocation.block()) {
        return None;
    }
    let others = holders.iter().copied();
    others
        .filter(|holder| *holder != allocation && holder.is_instruction())
        .find(|holder| is_live_before(*holder, place))
}

fn in_cycle(block: Block<'_>) -> bool {
    let (mut open, mut seen) = (block.successors(), HashSet::new());
    while let Some(next) = open.pop() {
        if next == block {
            return true;
        }
        if seen.insert(next) {
            open.extend(next.successors());
        }
    }
    false
}

/// Whether a way leads from `place` to a use of `value` that does not lead over its definition.
fn is_live_before<'m>(value: Value<'m>, place: Value<'m>) -> bool {
    let mut open = Vec::new();
    if search(value, Some(place), place.block(), &mut open) {
        return true;
    }
    let mut seen = HashSet::new();
    while let Some(block) = open.pop() {
        if seen.insert(block) && search(value, block.first(), block, &mut open) {
            return true;
        }
    }
    false
}

/// Whether a block uses `value` from `start` on before it defines it. Where it does neither, its successors are added to
/// `open`, unless a phi of theirs takes the value, which is a use.
fn search<'m>(
    value: Value<'m>,
    start: Option<Value<'m>>,
    block: Block<'m>,
    open: &mut Vec<Block<'m>>,
) -> bool {
    let mut next = start;
    while let Some(instruction) = next {
        if instruction == value {
            return false;
        }
        // A phi's operands are used at the ends of the blocks that they come from.
        if instruction.op() != Op::Phi && instruction.operands().contains(&value) {
            return true;
        }
        next = instruction.next();
    }
    for successor in block.successors() {
        let phis = successor.instructions().into_iter();
        let mut incoming = phis
            .take_while(|i| i.op() == Op::Phi)
            .flat_map(Value::incoming);
        if incoming.any(|(from, over)| from == value && over == block) {
            return true;
        }
        open.push(successor);
    }
    false
}
