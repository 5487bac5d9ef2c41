//! Multiplications with a result of more than 64 bits, out of 64-bit ones.

use crate::llvm::{Builder, Module, Op, Value, predicate};

/// A multiplication of 128-bit numbers.
pub(super) fn wide(module: &Module<'_>, multiplication: Value<'_>) {
    let (Some(left), Some(right)) = (multiplication.operand(0), multiplication.operand(1)) else {
        return;
    };
    let builder = Builder::before(module, multiplication);
    let (word, double) = (module.int_type(64), multiplication.ty());
    let half = double.int(64);
    let low = |value| builder.cast(Op::Trunc, value, word);
    let high = |value| low(builder.binary(Op::LShr, value, half));
    let (a, b) = (low(left), low(right));
    let crossed = builder.binary(
        Op::Add,
        builder.binary(Op::Mul, a, high(right)),
        builder.binary(Op::Mul, high(left), b),
    );
    let upper = builder.binary(Op::Add, high_word(module, &builder, a, b), crossed);
    let upper = builder.cast(Op::ZExt, upper, double);
    let lower = builder.cast(Op::ZExt, builder.binary(Op::Mul, a, b), double);
    let result = builder.binary(Op::Or, builder.binary(Op::Shl, upper, half), lower);
    multiplication.replace_all_uses_with(result);
    multiplication.erase();
}

/// A multiplication of 64-bit numbers that says whether it overflows.
pub(super) fn overflow(module: &Module<'_>, call: Value<'_>, signed: bool) {
    let (Some(a), Some(b)) = (call.operand(0), call.operand(1)) else {
        return;
    };
    let builder = Builder::before(module, call);
    let word = module.int_type(64);
    let product = builder.binary(Op::Mul, a, b);
    let mut upper = high_word(module, &builder, a, b);
    let mut expected = word.int(0);
    if signed {
        let sign = |value| builder.binary(Op::AShr, value, word.int(63));
        for (one, other) in [(a, b), (b, a)] {
            let excess = builder.binary(Op::And, sign(one), other);
            upper = builder.binary(Op::Sub, upper, excess);
        }
        expected = sign(product);
    }
    let overflows = builder.icmp(predicate::NE, upper, expected);
    let pair = builder.insert(call.ty().poison(), product, 0);
    call.replace_all_uses_with(builder.insert(pair, overflows, 1));
    call.erase();
}

/// The upper 64 bits of the product of unsigned numbers, by schoolbook multiplication of their halves.
fn high_word<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    a: Value<'m>,
    b: Value<'m>,
) -> Value<'m> {
    let word = module.int_type(64);
    let (half, mask) = (word.int(32), word.int(u64::from(u32::MAX)));
    let low = |value| builder.binary(Op::And, value, mask);
    let high = |value| builder.binary(Op::LShr, value, half);
    let mul = |x, y| builder.binary(Op::Mul, x, y);
    let add = |x, y| builder.binary(Op::Add, x, y);
    let (a0, a1, b0, b1) = (low(a), high(a), low(b), high(b));
    let first = add(mul(a1, b0), high(mul(a0, b0)));
    let second = add(mul(a0, b1), low(first));
    add(add(mul(a1, b1), high(first)), high(second))
}
