//! Whether memory still holds what was read from it when a log is written: then an array goes from there into the record, and not
//! through registers and the stack, where it would wait for the record.

use crate::{
    llvm::{Block, Op, Value},
    passes::lower_allocations::is_allocation,
};

/// Whether nothing between a load and a later instruction can write what was loaded.
pub(super) fn is_unchanged(load: Value<'_>, end: Value<'_>) -> bool {
    if load.is_volatile() {
        return false;
    }
    let mut block = end.block();
    let mut until = Some(end);
    // As often as there are blocks at most: a loop without the load has several ways in.
    for _ in 0..end.function().blocks().len() {
        for instruction in block.instructions().into_iter().rev() {
            if let Some(last) = until {
                until = (instruction != last).then_some(last);
                continue;
            }
            if instruction == load {
                return true;
            }
            if writes(instruction, load) {
                return false;
            }
        }
        match only_predecessor(block) {
            Some(before) => block = before,
            None => return false,
        }
    }
    false
}

fn only_predecessor(block: Block<'_>) -> Option<Block<'_>> {
    let blocks = block.function().blocks().into_iter();
    let mut before = blocks.filter(|other| other.successors().contains(&block));
    let found = before.next();
    found.filter(|_| before.next().is_none())
}

/// Whether an instruction may write what a load reads.
fn writes(instruction: Value<'_>, load: Value<'_>) -> bool {
    match instruction.op() {
        Op::Store => {
            let to = instruction.operand(1).map(base);
            let from = load.operand(0).map(base);
            to == from || to.is_none_or(|memory| !is_hidden(memory))
        }
        Op::Call => !instruction
            .callee()
            .is_some_and(|callee| callee.is_intrinsic() || is_allocation(instruction)),
        Op::AtomicRmw | Op::CmpXchg | Op::Fence => true,
        _ => false,
    }
}

/// Whether memory is a variable on the stack whose address nothing else knows.
fn is_hidden(memory: Value<'_>) -> bool {
    let is_known = |user: &Value<'_>| match user.op() {
        Op::Load => true,
        Op::Store => user.operand(0) != Some(memory),
        Op::Gep => is_only_accessed(*user),
        // The marks of its life.
        Op::Call => user.callee().is_some_and(Value::is_intrinsic),
        _ => false,
    };
    let is_own = memory.op() == Op::Alloca || is_allocation(memory);
    is_own && memory.users().iter().all(is_known)
}

fn is_only_accessed(place: Value<'_>) -> bool {
    place.users().iter().all(|user| match user.op() {
        Op::Load => true,
        Op::Store => user.operand(0) != Some(place),
        _ => false,
    })
}

fn base(mut address: Value<'_>) -> Value<'_> {
    while address.op() == Op::Gep {
        match address.operand(0) {
            Some(of) => address = of,
            None => break,
        }
    }
    address
}
