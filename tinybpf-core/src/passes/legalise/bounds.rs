//! Comparisons of packet pointers with the end of the packet, in the form that the verifier learns from.
//!
//! For a packet's single byte, Go code checks `p+1 > end`, and LLVM makes `p >= end` of that, or compares the 32-bit
//! fields of the context that both are made of. The verifier learns nothing from either: `find_good_pkt_pointers` in
//! kernel/bpf/verifier.c takes an offset of 0 as no range, and 32-bit comparisons as those of numbers. In C, `p` and
//! `end` are pointers, which LLVM leaves as they are.

use crate::llvm::{Builder, Module, Op, Ty, Value, predicate};

/// Writes `p < end` as `p+1 <= end`, and so on, where `p` is an address that the function reads or writes at: that is
/// never the last one of all, so nothing overflows.
pub(super) fn spell_out(module: &Module<'_>, comparison: Value<'_>) {
    let (Some(left), Some(right)) = (comparison.operand(0), comparison.operand(1)) else {
        return;
    };
    let (address, end, to) = match comparison.predicate() {
        predicate::ULT => (left, right, predicate::ULE),
        predicate::UGE => (left, right, predicate::UGT),
        predicate::UGT => (right, left, predicate::ULE),
        predicate::ULE => (right, left, predicate::UGT),
        _ => return,
    };
    if end.is_constant() {
        return;
    }
    let (Some(address), Some(end)) = (accessed(address), widened(end)) else {
        return;
    };
    let word = module.int_type(64);
    let builder = Builder::before(module, comparison);
    let next = builder.binary(Op::Add, extend(&builder, address, word), word.int(1));
    let new = builder.icmp(to, next, extend(&builder, end, word));
    comparison.replace_all_uses_with(new);
    comparison.erase();
}

/// The value if it becomes an address, itself or in the full width of a register.
fn accessed(value: Value<'_>) -> Option<Value<'_>> {
    let is_address = |value: Value<'_>| {
        value.op() == Op::PtrToInt || value.users().iter().any(|user| user.op() == Op::IntToPtr)
    };
    let found = match value.ty().int_width() {
        Some(64) => is_address(value),
        Some(32) => extensions(value).any(is_address),
        _ => false,
    };
    found.then_some(value)
}

/// The value if it is one in the full width of a register, or becomes one.
fn widened(value: Value<'_>) -> Option<Value<'_>> {
    let found = match value.ty().int_width() {
        Some(64) => true,
        Some(32) => extensions(value).next().is_some() || value.op() == Op::Load,
        _ => false,
    };
    found.then_some(value)
}

fn extend<'m>(builder: &Builder<'m>, value: Value<'m>, to: Ty<'m>) -> Value<'m> {
    if value.ty() == to {
        value
    } else {
        builder.cast(Op::ZExt, value, to)
    }
}

fn extensions(value: Value<'_>) -> impl Iterator<Item = Value<'_>> {
    value
        .users()
        .into_iter()
        .filter(|user| user.op() == Op::ZExt)
}
