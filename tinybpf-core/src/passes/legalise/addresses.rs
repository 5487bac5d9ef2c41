//! Addresses on the stack that stay sums.
//!
//! Stack slots are aligned to 8 bytes, so the back end knows the lowest three bits of their addresses to be zero, and takes
//! an index that it knows to be less than 8 into them with `|=` instead of `+=` (`DAGCombiner::visitADD`). The verifier
//! knows no `|=` on a pointer (`adjust_ptr_min_max_vals` in kernel/bpf/verifier.c).

use crate::llvm::{Builder, Module, Op, Value};

/// What the back end aligns slots to, in bytes.
const ALIGN: u64 = 8;

/// Hides from the back end how small an index into a stack slot is.
pub(super) fn keep_additions(module: &Module<'_>, gep: Value<'_>) {
    if !gep.operand(0).is_some_and(is_slot) {
        return;
    }
    let word = module.int_type(64);
    for (number, (index, step)) in (1..).zip(steps(module, gep)) {
        if step % ALIGN == 0 || !may_be_small(index) {
            continue;
        }
        let builder = Builder::before(module, gep);
        let wide = if index.ty() == word {
            index
        } else {
            builder.cast(Op::SExt, index, word)
        };
        let identity = word.function(&[word]);
        let asm = module.empty_asm(identity, "=r,0");
        gep.set_operand(number, builder.call(identity, asm, &[wide]));
    }
}

/// Whether an address lies at a constant distance from the start of a stack slot.
fn is_slot(address: Value<'_>) -> bool {
    let mut at = address;
    while at.op() == Op::Gep && at.operands().iter().skip(1).all(|i| i.is_constant()) {
        let Some(base) = at.operand(0) else {
            return false;
        };
        at = base;
    }
    at.op() == Op::Alloca
}

/// The indices of an address with what each is multiplied by, in bytes; 0 for the number of a field.
fn steps<'m>(module: &Module<'_>, gep: Value<'m>) -> Vec<(Value<'m>, u64)> {
    let mut ty = gep.gep_source_type();
    let mut found = Vec::new();
    for (depth, index) in gep.operands().into_iter().skip(1).enumerate() {
        if depth > 0 {
            let Some((element, _)) = ty.array() else {
                let field = index.as_u64().unwrap_or_default() as usize;
                ty = ty.fields().get(field).copied().unwrap_or(ty);
                found.push((index, 0));
                continue;
            };
            ty = element;
        }
        found.push((index, module.size_of(ty)));
    }
    found
}

/// Whether the back end may know a limit of an index: it knows none of a loop's counter and of what was read from memory.
fn may_be_small(index: Value<'_>) -> bool {
    let mut value = index;
    while let (Op::ZExt | Op::SExt, Some(inner)) = (value.op(), value.operand(0)) {
        value = inner;
    }
    let is_counter = |value: Value<'_>| value.op() == Op::Phi;
    match value.op() {
        _ if index.is_constant() => false,
        _ if value.ty() != index.ty() && value.ty().int_width() == Some(1) => true,
        Op::Phi | Op::Load => false,
        Op::Add => !value.operands().into_iter().any(is_counter),
        _ => value.is_instruction(),
    }
}
