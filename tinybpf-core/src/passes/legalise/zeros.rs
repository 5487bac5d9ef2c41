//! Leading zeros (`bits.Len64`, `bits.LeadingZeros32`), for which BPF has no instruction.
//!
//! LLVM fills up the number below its highest bit and counts ones: 40 instructions, of whose result the verifier learns nothing.
//! Halving is shorter, and has no branch either: each would double the ways that the verifier follows.

use crate::llvm::{Builder, Module, Op, Value};

/// The lengths of the numbers up to 15, four bits each.
const LENGTHS: u64 = 0x4444_4444_3333_2210;

/// Lowers `llvm.ctlz`.
pub(super) fn count(module: &Module<'_>, call: Value<'_>) {
    let Some((value, width)) = call.operand(0).zip(call.ty().int_width()) else {
        return;
    };
    if !matches!(width, 8 | 16 | 32 | 64) {
        return;
    }
    let (narrow, word) = (call.ty(), module.int_type(64));
    let builder = Builder::before(module, call);
    let length = length(&builder, to_type(&builder, value, Op::ZExt, word), width);
    let length = to_type(&builder, length, Op::Trunc, narrow);
    // What Go asks for is mostly the length, which LLVM writes as `64 - zeros`.
    for user in call.users() {
        let whole = user.operand(0).and_then(Value::as_u64);
        if user.op() == Op::Sub && whole == Some(width.into()) {
            user.replace_all_uses_with(length);
            user.erase();
        }
    }
    if call.is_used() {
        let zeros = builder.binary(Op::Sub, narrow.int(width.into()), length);
        call.replace_all_uses_with(zeros);
    }
    call.erase();
}

/// How many bits a number has without its leading zeros.
fn length<'m>(builder: &Builder<'m>, value: Value<'m>, width: u32) -> Value<'m> {
    let word = value.ty();
    let (mut rest, mut length) = (value, None);
    let mut half = width / 2;
    while half >= 4 {
        // 1 if there is something above the lower half: a number that is small enough becomes negative.
        let distance = if half == 32 {
            let upper = builder.binary(Op::LShr, rest, word.int(32));
            builder.binary(Op::Sub, word.int(0), upper)
        } else {
            builder.binary(Op::Sub, word.int((1 << half) - 1), rest)
        };
        let is_above = builder.binary(Op::LShr, distance, word.int(63));
        let shift = builder.binary(Op::Shl, is_above, word.int(half.ilog2().into()));
        rest = builder.binary(Op::LShr, rest, shift);
        length = Some(length.map_or(shift, |length| builder.binary(Op::Or, length, shift)));
        half /= 2;
    }
    let at = builder.binary(Op::Shl, rest, word.int(2));
    let entry = builder.binary(Op::LShr, word.int(LENGTHS), at);
    let entry = builder.binary(Op::And, entry, word.int(7));
    length.map_or(entry, |length| builder.binary(Op::Add, length, entry))
}

fn to_type<'m>(
    builder: &Builder<'m>,
    value: Value<'m>,
    op: Op,
    ty: crate::llvm::Ty<'m>,
) -> Value<'m> {
    if value.ty() == ty {
        value
    } else {
        builder.cast(op, value, ty)
    }
}
