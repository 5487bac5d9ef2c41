//! Hides quotients and remainders from LLVM, of which the kernel's verifier sees nothing.
//!
//! LLVM knows that `x % 10` is less than 10 and drops the bounds check of `table[x%10]`; the verifier knows nothing of a
//! quotient or remainder (`scalar_min_max_div` and `_mod` are as young as Linux 7.0, before that
//! `adjust_scalar_min_max_vals` forgets the register), so it needs that check and would refuse the program.

use super::Cx;
use crate::llvm::{Builder, Module, Op, Value};

/// Passes quotients and remainders through an empty piece of assembly.
pub(super) fn run(_: &mut Cx<'_>, module: &Module<'_>) {
    let functions = module.functions().into_iter();
    for division in functions.flat_map(Value::instructions) {
        let is_division = matches!(division.op(), Op::UDiv | Op::URem | Op::SDiv | Op::SRem);
        // LLVM makes these shifts and masks, whose bounds the verifier does follow.
        let is_simple = division
            .operand(1)
            .and_then(Value::as_u64)
            .is_some_and(u64::is_power_of_two);
        if is_division && !is_simple && division.is_used() {
            hide_one(module, division);
        }
    }
}

fn hide_one<'m>(module: &'m Module<'_>, value: Value<'m>) {
    let (Some(next), Some(0..=64)) = (value.next(), value.ty().int_width()) else {
        return;
    };
    let builder = Builder::before(module, next);
    let users = value.users();
    let hidden = hidden(module, &builder, value);
    for user in users {
        for (index, operand) in (0..).zip(user.operands()) {
            if operand == value {
                user.set_operand(index, hidden);
            }
        }
    }
}

/// Hides an integer that an instruction uses first.
pub(in crate::passes) fn hide_operand<'m>(module: &'m Module<'_>, user: Value<'m>) {
    if let Some(value) = user
        .operand(0)
        .filter(|v| matches!(v.ty().int_width(), Some(0..=64)))
    {
        let builder = Builder::before(module, user);
        user.set_operand(0, hidden(module, &builder, value));
    }
}

/// A value that has gone through assembly without instructions. All 64 bits: of a 32-bit quotient the verifier forgets too
/// that its upper half is zero.
fn hidden<'m>(module: &'m Module<'_>, builder: &Builder<'m>, value: Value<'m>) -> Value<'m> {
    let ty = module.int_type(64);
    let identity = ty.function(&[ty]);
    let asm = module.empty_asm(identity, "=r,0");
    if value.ty() == ty {
        return builder.call(identity, asm, &[value]);
    }
    let wide = builder.cast(Op::ZExt, value, ty);
    let hidden = builder.call(identity, asm, &[wide]);
    builder.cast(Op::Trunc, hidden, value.ty())
}
