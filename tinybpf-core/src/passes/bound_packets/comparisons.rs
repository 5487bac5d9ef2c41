//! Comparisons of packet pointers with the end of the packet, in the form that the verifier learns from.
//!
//! For a packet's single byte, Go code checks `p+1 > end`, and LLVM makes `p >= end` of that, or compares the 32-bit
//! fields of the context that both are made of. The verifier learns nothing from either: `find_good_pkt_pointers` in
//! kernel/bpf/verifier.c takes an offset of 0 as no range, and 32-bit comparisons as those of numbers. In C, `p` and
//! `end` are pointers, which LLVM leaves as they are. Nor does it learn from a packet's length, `end-start`, which Go code
//! checks where it looks at a packet through a slice.

use crate::llvm::{Builder, Kind, Module, Op, Ty, Value, predicate};

/// The largest offset in a packet that the verifier follows (`MAX_PACKET_OFF` in kernel/bpf/verifier.c).
const FARTHEST: u64 = 0xffff;

/// How many operations away an address may be from what it is computed of.
const DEPTH: u32 = 6;

/// Writes `p < end` as `p+1 <= end`, and so on, where `p` is an address that the function reads or writes at: that is
/// never the last one of all, so nothing overflows. And `end-start < n` as `start+n > end`.
pub(super) fn spell_out(module: &Module<'_>, comparison: Value<'_>) {
    let Some(bound) = Bound::of_length(comparison).or_else(|| Bound::of_address(comparison)) else {
        return;
    };
    let word = module.int_type(64);
    let builder = Builder::before(module, comparison);
    let start = extend(&builder, bound.start, word);
    let behind = builder.binary(Op::Add, start, word.int(bound.length));
    let to = if bound.inside {
        predicate::ULE
    } else {
        predicate::UGT
    };
    let new = builder.icmp(to, behind, extend(&builder, bound.end, word));
    comparison.replace_all_uses_with(new);
    comparison.erase();
}

/// Whether so many bytes from an address on are in the packet, or whether they are not.
struct Bound<'m> {
    start: Value<'m>,
    length: u64,
    end: Value<'m>,
    inside: bool,
}

impl<'m> Bound<'m> {
    /// A comparison of an address with an end.
    fn of_address(comparison: Value<'m>) -> Option<Self> {
        let (start, end, inside) = sides(comparison)?;
        // What was moved already is in the form that the verifier learns from.
        if end.is_constant() || is_moved(end) {
            return None;
        }
        is_accessed(start).then_some(())?;
        Some(Self {
            start,
            length: 1,
            end: widened(end)?,
            inside,
        })
    }

    /// A comparison of a packet's length with a number. The end of a packet is never before its start.
    fn of_length(comparison: Value<'m>) -> Option<Self> {
        let (left, right, less) = sides(comparison)?;
        let number = |value: Value<'m>| value.as_u64().filter(|number| *number < FARTHEST);
        let (difference, length, inside) = match (number(left), number(right)) {
            // n < end-start
            (Some(number), None) => (right, number + 1, less),
            // end-start < n
            (None, Some(number)) => (left, number, !less),
            _ => return None,
        };
        let difference = narrowed(difference);
        if difference.op() != Op::Sub || length == 0 {
            return None;
        }
        let end = narrowed(difference.operand(0)?);
        let start = narrowed(difference.operand(1)?);
        let are_fields = is_field(start) && is_field(end);
        (are_fields && becomes_address(start, DEPTH)).then_some(Self {
            start,
            length,
            end,
            inside,
        })
    }
}

/// What is less than what if a comparison is `true`, or `false`.
fn sides(comparison: Value<'_>) -> Option<(Value<'_>, Value<'_>, bool)> {
    let (left, right) = (comparison.operand(0)?, comparison.operand(1)?);
    Some(match comparison.predicate() {
        predicate::ULT => (left, right, true),
        predicate::UGE => (left, right, false),
        predicate::UGT => (right, left, true),
        predicate::ULE => (right, left, false),
        _ => return None,
    })
}

/// Whether a value is an address at which something is read or written.
fn is_accessed(value: Value<'_>) -> bool {
    let goes_to = |value: Value<'_>| value.users().iter().any(|user| user.op() == Op::IntToPtr);
    match (value.op(), value.ty().int_width()) {
        // The end of a packet is a pointer, too, at which nothing lies.
        (Op::PtrToInt, Some(64)) => value.operand(0).is_some_and(|pointer| {
            let reads = |user: &Value<'_>| !matches!(user.op(), Op::PtrToInt | Op::ICmp);
            pointer.users().iter().any(reads)
        }),
        (_, Some(64)) => goes_to(value),
        // The sum of 32 bits and 1 fits 64: this is right for all numbers, and only worth it for addresses.
        (_, Some(32)) if is_field(value) => becomes_address(value, DEPTH),
        (_, Some(32)) => extensions(value).any(goes_to),
        _ => false,
    }
}

/// Whether addresses are computed of a value.
fn becomes_address(value: Value<'_>, depth: u32) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    value.users().into_iter().any(|user| match user.op() {
        Op::IntToPtr => true,
        Op::ZExt | Op::Add | Op::Phi => becomes_address(user, depth),
        _ => false,
    })
}

/// Whether a value is read from a struct of the function's caller, as the fields of contexts are.
fn is_field(value: Value<'_>) -> bool {
    let mut at = value.operand(0).filter(|_| value.op() == Op::Load);
    while let Some(address) = at.filter(|address| address.op() == Op::Gep) {
        at = address.operand(0);
    }
    at.is_some_and(|base| base.kind() == Kind::Argument) && value.ty().int_width() == Some(32)
}

/// Whether a value is another one and a number more.
fn is_moved(value: Value<'_>) -> bool {
    value.op() == Op::Add && value.operand(1).is_some_and(Value::is_constant)
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

/// What a value was before it was widened.
fn narrowed(value: Value<'_>) -> Value<'_> {
    match value.operand(0) {
        Some(inner) if value.op() == Op::ZExt => inner,
        _ => value,
    }
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
