//! Addresses in packets that are calculated with the context's fields as they are, 32 bits wide: `uintptr(ctx.Data + 14)`.
//!
//! What a program reads from such a field are 64 bits, an address, and the verifier allows no arithmetic of 32 bits on it
//! (`adjust_reg_min_max_vals` in kernel/bpf/verifier.c). The same sums with 64 bits are what is meant.

use super::fields::Packet;
use crate::llvm::{Builder, Module, Op, Value};

/// How many sums are looked through.
const DEPTH: u32 = 6;

/// Calculates such an address, or one that is compared with the packet's end, with 64 bits.
pub(super) fn widen<'m>(module: &'m Module<'_>, packet: &Packet<'m>, instruction: Value<'m>) {
    let is_sum = |value: &Value<'m>| value.op() == Op::Add && has_start(packet, *value, DEPTH);
    let word = module.int_type(64);
    let builder = Builder::before(module, instruction);
    let new = match (
        instruction.op(),
        instruction.operand(0),
        instruction.operand(1),
    ) {
        (Op::ZExt, Some(sum), _) if instruction.ty() == word && is_sum(&sum) => {
            wide(module, &builder, packet, sum)
        }
        (Op::ICmp, Some(left), Some(right))
            if is_sum(&left) && packet.is_end(right) || packet.is_end(left) && is_sum(&right) =>
        {
            let [left, right] = [left, right].map(|side| wide(module, &builder, packet, side));
            builder.icmp(instruction.predicate(), left, right)
        }
        _ => return,
    };
    instruction.replace_all_uses_with(new);
    instruction.erase();
}

/// Whether a number of 32 bits is a sum with the packet's start.
fn has_start<'m>(packet: &Packet<'m>, value: Value<'m>, depth: u32) -> bool {
    if value.ty().int_width() != Some(32) || depth == 0 {
        return false;
    }
    let parts = value.operands().into_iter();
    packet.is_start(value)
        || value.op() == Op::Add
            && parts
                .into_iter()
                .any(|part| has_start(packet, part, depth - 1))
}

fn wide<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    packet: &Packet<'m>,
    value: Value<'m>,
) -> Value<'m> {
    let word = module.int_type(64);
    match (value.operand(0), value.operand(1)) {
        (Some(left), Some(right)) if value.op() == Op::Add && has_start(packet, value, DEPTH) => {
            let left = wide(module, builder, packet, left);
            let right = wide(module, builder, packet, right);
            builder.binary(Op::Add, left, right)
        }
        _ => match value.as_i64() {
            Some(number) => word.int(number.cast_unsigned()),
            None => builder.cast(Op::ZExt, value, word),
        },
    }
}
