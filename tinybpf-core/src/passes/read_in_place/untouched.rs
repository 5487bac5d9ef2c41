//! Whether memory may be written earlier than the program does it.

use std::collections::HashSet;

use crate::{
    llvm::{Block, Module, Op, Value},
    passes::{bound_accesses::constant_distance, lower_allocations::roots, lower_panics::Callee},
};

/// A part of an object.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Range<'m> {
    pub(super) object: Value<'m>,
    /// From the object's start, in bytes.
    pub(super) offset: i64,
    pub(super) size: u64,
}

impl Range<'_> {
    fn overlaps(&self, offset: i64, size: u64) -> bool {
        let end = |offset: i64, size: u64| offset.saturating_add_unsigned(size);
        offset < end(self.offset, self.size) && self.offset < end(offset, size)
    }
}

/// What an instruction is to a range.
enum Touch {
    /// It neither reads nor writes there.
    None,
    /// It may.
    Some,
    /// From then on nobody reads there any more.
    End,
}

/// Whether nothing looks at a range, and nothing else writes there, from the first instruction on that would write it instead
/// of the stores, on every way to the last of these, or to the end.
pub(super) fn is_untouched<'m>(
    module: &Module<'_>,
    first: Value<'m>,
    call: Value<'m>,
    stores: &[Value<'m>],
    range: Range<'m>,
) -> bool {
    let is_own = range.object.op() == Op::Alloca;
    if !(is_own || is_record(range.object) && is_before(range.object, first)) {
        return false;
    }
    let source = call.operand(2).map(roots).unwrap_or_default();
    if source.contains(&range.object) || is_given_away(range.object) {
        return false;
    }
    let mut stores_left = stores.len();
    let mut open = vec![Some(first)];
    let mut seen: HashSet<Block<'m>> = HashSet::new();
    while let Some(mut next) = open.pop() {
        let mut last = None;
        while let Some(instruction) = next {
            last = Some(instruction);
            if stores.contains(&instruction) {
                // Several of them are in one block.
                stores_left = stores_left.saturating_sub(1);
                if stores_left == 0 || stores.len() == 1 {
                    last = None;
                    break;
                }
            } else if instruction != call && instruction != first {
                match touch(module, instruction, range) {
                    Touch::None => {}
                    Touch::Some => return false,
                    Touch::End => {
                        last = None;
                        break;
                    }
                }
            }
            next = instruction.next();
        }
        let Some(last) = last else { continue };
        for block in last.successors() {
            // Round a loop, the helper would write again.
            if block == first.block() {
                return false;
            }
            if seen.insert(block) {
                open.push(block.first());
            }
        }
        // A record that is neither submitted nor discarded.
        if last.op() == Op::Ret && !is_own {
            return false;
        }
    }
    true
}

fn touch(module: &Module<'_>, instruction: Value<'_>, range: Range<'_>) -> Touch {
    let at = |address: Value<'_>, size: Option<u64>| {
        if !roots(address).contains(&range.object) {
            return Touch::None;
        }
        match (constant_distance(module, address), size) {
            (Some((object, offset)), Some(size))
                if object == range.object && !range.overlaps(offset, size) =>
            {
                Touch::None
            }
            _ => Touch::Some,
        }
    };
    let operand = |index| instruction.operand(index);
    match instruction.op() {
        Op::Load => operand(0).map_or(Touch::Some, |address| {
            at(address, Some(module.size_of(instruction.ty())))
        }),
        Op::Store => {
            let size = operand(0).map(|value| module.size_of(value.ty()));
            operand(1).map_or(Touch::Some, |address| at(address, size))
        }
        Op::AtomicRmw | Op::CmpXchg => operand(0).map_or(Touch::Some, |address| at(address, None)),
        Op::Call => of_call(instruction, range, at),
        _ => Touch::None,
    }
}

fn of_call<'m>(
    call: Value<'m>,
    range: Range<'m>,
    at: impl Fn(Value<'m>, Option<u64>) -> Touch,
) -> Touch {
    let args = call.args();
    let helper = match Callee::of(call) {
        Some(Callee::Helper(helper)) => Some(helper),
        _ => None,
    };
    if helper.is_some_and(|helper| helper.name == "bpf_ringbuf_discard")
        && args.first() == Some(&range.object)
    {
        return Touch::End;
    }
    let is_fill = call
        .callee()
        .is_some_and(|callee| callee.is_intrinsic() && callee.name().starts_with("llvm.mem"));
    for (index, arg) in args.iter().enumerate() {
        if !arg.ty().is_pointer() {
            continue;
        }
        let size = if is_fill {
            args.get(2).copied()
        } else {
            let size = helper.and_then(|helper| helper.fills(index));
            size.and_then(|size| args.get(size).copied())
        };
        if matches!(at(*arg, size.and_then(Value::as_u64)), Touch::Some) {
            return Touch::Some;
        }
    }
    Touch::None
}

fn is_record(object: Value<'_>) -> bool {
    match Callee::of(object) {
        Some(Callee::Helper(helper)) => helper.name == "bpf_ringbuf_reserve",
        _ => false,
    }
}

/// Whether every way to an instruction goes through another.
fn is_before(early: Value<'_>, late: Value<'_>) -> bool {
    if early.block() == late.block() {
        let mut next = Some(early);
        while let Some(instruction) = next {
            if instruction == late {
                return true;
            }
            next = instruction.next();
        }
        return false;
    }
    let mut open: Vec<_> = early.function().entry().into_iter().collect();
    let mut seen = HashSet::new();
    while let Some(block) = open.pop() {
        if block == late.block() {
            return false;
        }
        if block != early.block() && seen.insert(block) {
            open.extend(block.successors());
        }
    }
    true
}

/// Whether an object's address is somewhere else than in addresses that are made of it and in calls of helpers: what reads
/// memory might read the object then.
fn is_given_away(object: Value<'_>) -> bool {
    let (mut open, mut seen) = (vec![object], HashSet::new());
    while let Some(address) = open.pop() {
        for user in address.users() {
            let is_harmless = match user.op() {
                Op::Gep | Op::Phi | Op::Select | Op::BitCast | Op::Freeze => {
                    open.extend(seen.insert(user).then_some(user));
                    true
                }
                Op::Load | Op::ICmp => true,
                Op::Store => user.operand(0) != Some(address),
                Op::AtomicRmw | Op::CmpXchg => user.operand(1) != Some(address),
                Op::Call => {
                    let is_intrinsic = user.callee().is_some_and(Value::is_intrinsic);
                    let index = user.args().iter().position(|arg| *arg == address);
                    is_intrinsic
                        || matches!((Callee::of(user), index), (Some(Callee::Helper(helper)), Some(index)) if !helper.captures(index))
                }
                _ => false,
            };
            if !is_harmless {
                return true;
            }
        }
    }
    false
}
