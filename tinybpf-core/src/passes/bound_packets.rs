//! After optimisation: accesses to packets, as Go code writes them, with the checks that the verifier learns from.
//!
//! Go looks at a packet through a slice and checks each index against its length, a number. The verifier knows how much of a packet
//! is there from comparisons of an address in it with the packet's end, and from nothing else (`find_good_pkt_pointers` in
//! kernel/bpf/verifier.c). So a comparison with a length is [written as one of addresses](comparisons) where that is the same.
//! What remains are accesses at distances that the program computes. Go has checked them, too, so behind a check of the
//! length they get a comparison of the address that never fails: if it did, the program would go on as if the check of the
//! length had.
//!
//! An access without any check of a length is left to the verifier, which refuses it.

mod check;
mod comparisons;
mod fields;
mod place;
mod unchecked;
mod widths;

use std::collections::HashSet;

use self::{check::Check, place::Place};
pub(super) use self::{
    fields::{Packet, starts},
    unchecked::{unchecked, writes},
};
use super::{
    Cx,
    blocks::reverse_postorder,
    bound_accesses::{Dominators, Ranges, moved, parts},
    foresee::touched,
    is_foreign,
    lower_panics::Callee,
};
use crate::llvm::{Block, Module, Op, Value, predicate};

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    for function in module.functions() {
        if function.is_declaration() || is_foreign(module, function) {
            continue;
        }
        for of in [Packet::of, Packet::metadata_of] {
            if let Some(packet) = of(cx, module, function) {
                for instruction in function.instructions() {
                    widths::widen(module, &packet, instruction);
                }
            }
        }
        let lengths = Packet::of(cx, module, function).map(|packet| packet.checks_of_length());
        for comparison in function.instructions() {
            if comparison.op() == Op::ICmp {
                comparisons::spell_out(module, comparison);
            }
        }
        // With the comparisons as they are now.
        if let (Some(packet), Some(lengths)) = (Packet::of(cx, module, function), lengths) {
            let plan = Plan::of(cx, module, function, &packet, &lengths);
            let ranges = Ranges::of(function);
            let elsewhere = check::elsewhere(module, &plan.checks);
            for check in plan.checks {
                check.insert(module, &packet, &ranges, elsewhere);
            }
        }
    }
}

/// The checks that a function needs.
struct Plan<'m> {
    checks: Vec<Check<'m>>,
}

/// An access to a packet.
struct Access<'m> {
    instruction: Value<'m>,
    /// Which operand is the address.
    operand: u32,
    /// How many bytes it reads or writes.
    size: i64,
    place: Place<'m>,
}

impl<'m> Plan<'m> {
    /// `lengths` are the branches that look at the packet's length.
    fn of(
        cx: &Cx<'_>,
        module: &'m Module<'_>,
        function: Value<'m>,
        packet: &Packet<'m>,
        lengths: &[Value<'m>],
    ) -> Self {
        let mut plan = Self { checks: Vec::new() };
        if lengths.is_empty() {
            return plan;
        }
        let dominators = Dominators::of(function);
        let acquiring = acquiring(function);
        for block in reverse_postorder(function) {
            let known = known_at(module, packet, &dominators, block);
            let way_out = way_out(&dominators, lengths, &acquiring, block);
            let accesses = block.instructions().into_iter();
            for access in accesses.flat_map(|i| Access::all(cx, module, packet, i)) {
                let end = access.place.constant + access.size;
                let is_known = known
                    .iter()
                    .any(|place| place.is_beside(&access.place) && place.constant >= end);
                if let Some(way_out) = way_out.filter(|_| !is_known) {
                    let end = packet.end_above(&dominators, block);
                    let new = |access| Check::new(block, access, way_out, end);
                    plan.add(&dominators, block, access, new);
                }
            }
        }
        plan
    }

    /// Lets an access share a check, or gives it one of its own.
    fn add(
        &mut self,
        dominators: &Dominators<'m>,
        block: Block<'m>,
        access: Access<'m>,
        new: impl FnOnce(Access<'m>) -> Check<'m>,
    ) {
        let fitting = self.checks.iter_mut().find(|check| {
            check.place.is_beside(&access.place)
                && (check.block == block
                    || dominators.dominate(check.block, block) && check.covers(&access))
        });
        match fitting {
            Some(check) => check.take(access),
            None => self.checks.push(new(access)),
        }
    }
}

impl<'m> Access<'m> {
    /// The accesses of an instruction: one for each address in the packet.
    fn all(
        cx: &Cx<'_>,
        module: &'m Module<'_>,
        packet: &Packet<'m>,
        instruction: Value<'m>,
    ) -> Vec<Self> {
        let size = |value: Option<Value<'m>>| value.map(|value| module.size_of(value.ty()));
        let sizes = match instruction.op() {
            Op::Load => vec![size(Some(instruction))],
            Op::Store => vec![None, size(instruction.operand(0))],
            Op::AtomicRmw | Op::CmpXchg => vec![size(instruction.operand(1))],
            Op::Call if instruction.callee().is_some_and(Value::is_intrinsic) => {
                moved(instruction).to_vec()
            }
            Op::Call => touched(cx, module, instruction),
            _ => Vec::new(),
        };
        (0..)
            .zip(sizes)
            .filter_map(|(operand, size)| {
                let address = instruction.operand(operand)?;
                Some(Self {
                    instruction,
                    operand,
                    size: i64::try_from(size?).ok().filter(|size| *size > 0)?,
                    place: Place::of(module, packet, address)?,
                })
            })
            .collect()
    }
}

/// Where an access goes that is not inside the packet, which never happens.
#[derive(Clone, Copy)]
enum WayOut<'m> {
    /// The way that a branch can go without coming to the access: where a check of the length went wrong.
    Branch { branch: Value<'m>, successor: u32 },
    /// To a variable in place of the packet: on the way out, what the program holds would be lost.
    Elsewhere,
}

/// The nearest way out before a block.
fn way_out<'m>(
    dominators: &Dominators<'m>,
    lengths: &[Value<'m>],
    acquiring: &[Block<'m>],
    block: Block<'m>,
) -> Option<WayOut<'m>> {
    dominators.above(block).into_iter().find_map(|from| {
        let branch = from
            .terminator()
            .filter(|branch| lengths.contains(branch))?;
        let leads_out =
            |to: &Block<'m>| !dominators.dominate(*to, from) && !reaches(*to, block, from);
        let successor = branch.successors().iter().position(leads_out)?;
        if acquiring
            .iter()
            .any(|holds| dominators.dominate(from, *holds))
        {
            return Some(WayOut::Elsewhere);
        }
        Some(WayOut::Branch {
            branch,
            successor: successor as u32,
        })
    })
}

/// The blocks behind which a function holds something that it must give back.
fn acquiring(function: Value<'_>) -> Vec<Block<'_>> {
    let calls = function.instructions().into_iter();
    let acquires = |call: &Value<'_>| {
        Callee::of(*call)
            .and_then(|callee| callee.acquires(*call))
            .is_some()
    };
    calls.filter(acquires).map(Value::block).collect()
}

/// Whether a block leads to another other than through a third.
fn reaches<'m>(from: Block<'m>, to: Block<'m>, through: Block<'m>) -> bool {
    let (mut open, mut seen) = (vec![from], HashSet::from([through]));
    while let Some(block) = open.pop() {
        if block == to {
            return true;
        }
        if seen.insert(block) {
            open.extend(block.successors());
        }
    }
    false
}

/// The places up to which a packet is known to be there in a block, by comparisons of addresses with its end.
fn known_at<'m>(
    module: &'m Module<'_>,
    packet: &Packet<'m>,
    dominators: &Dominators<'m>,
    block: Block<'m>,
) -> Vec<Place<'m>> {
    let mut known = Vec::new();
    for (from, to) in dominators.edges_to(block) {
        let branch = from.terminator().filter(|branch| branch.op() == Op::Br);
        let Some((branch, [yes, no])) = branch.and_then(|branch| {
            let ways: [Block<'m>; 2] = branch.successors().try_into().ok()?;
            Some((branch, ways))
        }) else {
            continue;
        };
        let condition = branch.operand(0).filter(|_| yes != no);
        for comparison in condition.into_iter().flat_map(|c| parts(c, to == yes)) {
            known.extend(inside(module, packet, comparison, to == yes));
        }
    }
    known
}

/// The place up to which a packet is there if a comparison is `holds`.
fn inside<'m>(
    module: &'m Module<'_>,
    packet: &Packet<'m>,
    comparison: Value<'m>,
    holds: bool,
) -> Option<Place<'m>> {
    let (left, right) = (comparison.operand(0)?, comparison.operand(1)?);
    let predicate = comparison.predicate();
    let (address, predicate) = if packet.is_end(right) {
        (left, predicate)
    } else if packet.is_end(left) {
        (right, predicate::swapped(predicate))
    } else {
        return None;
    };
    let is_inside = match predicate {
        predicate::ULE | predicate::ULT => holds,
        predicate::UGT | predicate::UGE => !holds,
        _ => false,
    };
    Place::of(module, packet, address).filter(|_| is_inside)
}
