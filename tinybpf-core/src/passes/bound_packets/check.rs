//! The comparison of an address with the end of the packet before accesses there.

use super::{
    super::{
        bound_accesses::{Ranges, hidden, widened},
        lower_panics::{split_before, stack_slot},
    },
    Access, WayOut,
    fields::Packet,
    place::Place,
};
use crate::llvm::{Block, Builder, Module, Op, Value, predicate};

/// The largest offset in a packet that the verifier follows (`MAX_PACKET_OFF` in kernel/bpf/verifier.c).
pub(super) const FARTHEST: i64 = 0xffff;

/// A check before the first of some accesses.
pub(super) struct Check<'m> {
    pub(super) block: Block<'m>,
    /// Where the accesses start, at the earliest.
    pub(super) place: Place<'m>,
    /// Where they end, as constant part of a place.
    end: i64,
    accesses: Vec<Access<'m>>,
    way_out: WayOut<'m>,
    /// The read of the packet's end that it can use.
    packet_end: Option<Value<'m>>,
}

impl<'m> Check<'m> {
    pub(super) fn new(
        block: Block<'m>,
        access: Access<'m>,
        way_out: WayOut<'m>,
        packet_end: Option<Value<'m>>,
    ) -> Self {
        Self {
            block,
            place: access.place.clone(),
            end: access.place.constant + access.size,
            accesses: vec![access],
            way_out,
            packet_end,
        }
    }

    /// Whether the check is enough for an access.
    pub(super) fn covers(&self, access: &Access<'m>) -> bool {
        let start = access.place.constant;
        start >= self.place.constant && start + access.size <= self.end
    }

    /// Makes the check one of an access, too.
    pub(super) fn take(&mut self, access: Access<'m>) {
        let start = access.place.constant;
        self.place.constant = self.place.constant.min(start);
        self.end = self.end.max(start + access.size);
        self.accesses.push(access);
    }

    /// Writes the check, and lets the accesses go by way of the address that it looks at.
    pub(super) fn insert(
        &self,
        module: &'m Module<'_>,
        packet: &Packet<'m>,
        ranges: &Ranges<'m>,
        elsewhere: Option<Value<'m>>,
    ) {
        let first = self.accesses[0].instruction;
        let (word, byte) = (module.int_type(64), module.int_type(8));
        let (from, length) = (self.from(), self.length());
        let builder = Builder::before(module, first);
        let base = pointer(module, &builder, self.place.base);
        let mut address = if self.place.terms.is_empty() {
            step(module, &builder, base, from)
        } else {
            let mut distance = self.distance(module, &builder);
            let limit = FARTHEST - length;
            if !self.is_limited(ranges, limit) {
                let limit = word.int(limit.max(0).cast_unsigned());
                let beyond = builder.icmp(predicate::UGT, distance, limit);
                distance = self.leave_if(module, &builder, beyond, (word.int(0), distance));
            }
            // One address for the verifier, wherever the back end would rather compute it.
            let address = builder.gep(byte, base, &[distance]);
            let identity = module.ptr_type().function(&[module.ptr_type()]);
            builder.call(identity, module.empty_asm(identity, "=r,0"), &[address])
        };
        let start = builder.cast(Op::PtrToInt, address, word);
        let behind = builder.binary(Op::Add, start, word.int(length.cast_unsigned()));
        let end = self.packet_end(module, &builder, packet);
        let outside = builder.icmp(predicate::UGT, behind, end);
        let other = match self.way_out {
            WayOut::Branch { .. } => address,
            WayOut::Elsewhere => elsewhere.unwrap_or(address),
        };
        address = self.leave_if(module, &builder, outside, (other, address));
        for access in &self.accesses {
            let builder = Builder::before(module, access.instruction);
            let offset = access.place.constant - from;
            let address = step(module, &builder, address, offset);
            access.instruction.set_operand(access.operand, address);
        }
    }

    /// The constant part of the distance from the base to the address that is compared. What is positive is left to the accesses.
    fn from(&self) -> i64 {
        self.place.constant.min(0)
    }

    /// How many bytes from that address on must be there.
    fn length(&self) -> i64 {
        self.end - self.from()
    }

    /// How far from the base that address is, as a number of which LLVM knows nothing.
    fn distance(&self, module: &'m Module<'_>, builder: &Builder<'m>) -> Value<'m> {
        let word = module.int_type(64);
        let mut sum = word.int(self.from().cast_unsigned());
        if let ([(index, 1)], 0) = (&self.place.terms[..], self.from()) {
            return hidden(module, builder, widened(module, builder, *index));
        }
        for (index, scale) in &self.place.terms {
            let wide = hidden(module, builder, widened(module, builder, *index));
            let term = if *scale == 1 {
                wide
            } else {
                builder.binary(Op::Mul, wide, word.int(*scale))
            };
            sum = if sum.is_null() {
                term
            } else {
                builder.binary(Op::Add, term, sum)
            };
        }
        hidden(module, builder, sum)
    }

    /// Whether the verifier knows that the distance is no more than a limit.
    fn is_limited(&self, ranges: &Ranges<'m>, limit: i64) -> bool {
        let mut most = u64::try_from(self.from()).ok();
        for (index, scale) in &self.place.terms {
            let term = ranges
                .most_checked(*index, self.block)
                .and_then(|most| most.checked_mul(*scale));
            most = most.and_then(|most| most.checked_add(term?));
        }
        most.is_some_and(|most| most <= limit.max(0).cast_unsigned())
    }

    /// The address of the packet's end, as a number.
    fn packet_end(
        &self,
        module: &'m Module<'_>,
        builder: &Builder<'m>,
        packet: &Packet<'m>,
    ) -> Value<'m> {
        let word = module.int_type(64);
        let end = self.packet_end.unwrap_or_else(|| {
            let (context, field) = packet.end_field();
            let at = builder.gep(module.int_type(8), context, &[word.int(field)]);
            builder.load(packet.field_type(), at)
        });
        if end.ty().is_pointer() {
            builder.cast(Op::PtrToInt, end, word)
        } else if end.ty() == word {
            end
        } else {
            builder.cast(Op::ZExt, end, word)
        }
    }

    /// Goes the way out before the first access if a condition holds, or chooses the first of two values then. The builder
    /// stands before the access again.
    fn leave_if(
        &self,
        module: &'m Module<'_>,
        builder: &Builder<'m>,
        condition: Value<'m>,
        (then, otherwise): (Value<'m>, Value<'m>),
    ) -> Value<'m> {
        let WayOut::Branch { branch, successor } = self.way_out else {
            return builder.select(condition, then, otherwise);
        };
        let before = self.accesses[0].instruction;
        let (from, out) = (branch.block(), branch.successors()[successor as usize]);
        let first = split_before(module, before);
        builder.move_to_end(first);
        builder.cond_br(condition, out, before.block());
        for phi in out.instructions() {
            if phi.op() != Op::Phi {
                break;
            }
            let incoming = phi.incoming();
            if let Some((value, _)) = incoming.into_iter().find(|(_, block)| *block == from) {
                phi.add_incoming(value, first);
            }
        }
        builder.move_before(before);
        otherwise
    }
}

/// What accesses go to that would not be inside the packet while the program holds something: a variable on the stack, all zero.
pub(super) fn elsewhere<'m>(module: &'m Module<'_>, checks: &[Check<'m>]) -> Option<Value<'m>> {
    let held = checks
        .iter()
        .filter(|check| matches!(check.way_out, WayOut::Elsewhere));
    let (size, function) = held
        .map(|check| (check.length(), check.block.function()))
        .max_by_key(|(size, _)| *size)?;
    let words = size.cast_unsigned().div_ceil(8);
    let word = module.int_type(64);
    let slot = stack_slot(module, function, word.array_of(words), "elsewhere");
    if let Some(next) = slot.next() {
        let builder = Builder::before(module, next);
        for index in 0..words {
            builder.store(word.int(0), builder.gep(word, slot, &[word.int(index)]));
        }
    }
    Some(slot)
}

/// An address as a pointer.
fn pointer<'m>(module: &'m Module<'_>, builder: &Builder<'m>, address: Value<'m>) -> Value<'m> {
    let word = module.int_type(64);
    if address.ty().is_pointer() {
        return address;
    }
    let wide = if address.ty() == word {
        address
    } else {
        builder.cast(Op::ZExt, address, word)
    };
    builder.cast(Op::IntToPtr, wide, module.ptr_type())
}

/// The address at a constant distance from another.
fn step<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    address: Value<'m>,
    distance: i64,
) -> Value<'m> {
    if distance == 0 {
        return address;
    }
    let distance = module.int_type(64).int(distance.cast_unsigned());
    builder.gep(module.int_type(8), address, &[distance])
}
