//! After optimisation: spells out the integer operations that BPF's back end turns into library calls or refuses, and
//! those that the verifier does not understand.
//!
//! It comes after LLVM's optimiser, because that makes some of them itself (a full multiplication out of
//! `bits.Mul64`, an overflow check out of `a*b/b != a`, `memset` out of a loop) and removes others (a signed division of
//! values that are never negative).

mod addresses;
mod memory;
mod multiply;
#[cfg(test)]
mod tests;
mod zeros;

pub(super) use memory::base;

use super::{Cx, position};
use crate::{
    Cpu, Topic,
    llvm::{Builder, Kind, Module, Op, Value},
};

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let mut loops = false;
    for instruction in module.functions().into_iter().flat_map(Value::instructions) {
        let width = instruction.ty().int_width();
        match instruction.op() {
            Op::SDiv | Op::SRem if width <= Some(64) && cx.options.instruction_set() < Cpu::V4 => {
                divide(module, instruction);
            }
            Op::Mul if width > Some(64) => multiply::wide(module, instruction),
            Op::SDiv | Op::SRem | Op::UDiv | Op::URem if width > Some(64) => {
                reject_wide(cx, instruction, "division");
            }
            Op::Shl | Op::LShr | Op::AShr
                if width > Some(64) && !instruction.operand(1).is_some_and(Value::is_constant) =>
            {
                reject_wide(cx, instruction, "shift");
            }
            Op::Gep => addresses::keep_additions(module, instruction),
            Op::Call => loops |= intrinsic(module, instruction),
            Op::Phi => define(instruction),
            _ => {}
        }
    }
    if loops {
        cx.llvm_passes(module, "always-inline");
    }
}

/// Gives a phi something for what LLVM holds for never used: the back end saves registers before they hold anything, and the
/// verifier lets no program read those (`check_reg_arg` in kernel/bpf/verifier.c).
fn define(phi: Value<'_>) {
    if !phi.ty().is_int() && !phi.ty().is_pointer() {
        return;
    }
    for (index, (value, _)) in (0..).zip(phi.incoming()) {
        if matches!(value.kind(), Kind::Undef | Kind::Poison) {
            phi.set_operand(index, phi.ty().null());
        }
    }
}

/// Lowers a call of an intrinsic; whether that made a call that is to be inlined.
fn intrinsic(module: &Module<'_>, call: Value<'_>) -> bool {
    let Some(callee) = call.callee().filter(|callee| callee.is_intrinsic()) else {
        return false;
    };
    let name = callee.name();
    if name.starts_with("llvm.umul.with.overflow.i64") {
        multiply::overflow(module, call, false);
    } else if name.starts_with("llvm.smul.with.overflow.i64") {
        multiply::overflow(module, call, true);
    } else if name.starts_with("llvm.ctlz.") {
        zeros::count(module, call);
    } else if name.starts_with("llvm.mem") {
        return memory::lower(module, call, &name);
    }
    false
}

fn reject_wide(cx: &mut Cx<'_>, instruction: Value<'_>, what: &str) {
    cx.error(
        Topic::WideNumbers,
        position(instruction),
        format!("a {what} of 128 bits: BPF's numbers have 64 bits at most"),
    )
    .help("calculate with `uint64`");
}

/// Writes a signed division as an unsigned one of the magnitudes, and gives the result its sign. `MIN / -1` is `MIN`, as
/// Go wants it: its magnitude is right as an unsigned number.
fn divide(module: &Module<'_>, division: Value<'_>) {
    let (Some(dividend), Some(divisor)) = (division.operand(0), division.operand(1)) else {
        return;
    };
    let builder = Builder::before(module, division);
    let narrow = division.ty();
    // BPF has no registers under 32 bits.
    let ty = module.int_type(narrow.int_width().unwrap_or(64).max(32).next_power_of_two());
    let widen = |value| {
        if ty == narrow {
            value
        } else {
            builder.cast(Op::SExt, value, ty)
        }
    };
    let (dividend, divisor) = (widen(dividend), widen(divisor));
    let top = ty.int(u64::from(ty.int_width().unwrap_or(64)) - 1);
    // All ones for a negative number: `(x ^ sign) - sign` is its magnitude, and puts a sign on a magnitude.
    let sign_of = |value| builder.binary(Op::AShr, value, top);
    let negate_if = |value, sign| {
        let flipped = builder.binary(Op::Xor, value, sign);
        builder.binary(Op::Sub, flipped, sign)
    };
    let (left, right) = (sign_of(dividend), sign_of(divisor));
    let (above, below) = (negate_if(dividend, left), negate_if(divisor, right));
    let result = if division.op() == Op::SDiv {
        let quotient = builder.binary(Op::UDiv, above, below);
        negate_if(quotient, builder.binary(Op::Xor, left, right))
    } else {
        negate_if(builder.binary(Op::URem, above, below), left)
    };
    let result = if ty == narrow {
        result
    } else {
        builder.cast(Op::Trunc, result, narrow)
    };
    division.replace_all_uses_with(result);
    division.erase();
}
