//! After optimisation: the loop that ends an Internet checksum becomes straight code.
//!
//! `for sum>>16 != 0 { sum = sum&0xffff + sum>>16 }` ends after two turns for 32 bits, which the verifier cannot see: by what it
//! knows of the numbers, one more turn is always possible. A turn too many changes nothing: a sum of at most 16 bits stays.

use super::Cx;
use crate::llvm::{Block, Builder, Module, Op, Value, predicate};

/// What the loop folds to.
const MASK: u64 = 0xffff;

pub(super) fn run(_: &mut Cx<'_>, module: &Module<'_>) {
    for block in module.functions().into_iter().flat_map(Value::blocks) {
        if let Some(fold) = Fold::of(block) {
            fold.unroll(module);
        }
    }
}

/// A block that loops to itself until a sum is folded.
struct Fold<'m> {
    block: Block<'m>,
    /// The sum, folded once.
    folded: Value<'m>,
    /// What goes around: the sum, and perhaps its upper half.
    phis: Vec<Value<'m>>,
    out: Block<'m>,
}

impl<'m> Fold<'m> {
    fn of(block: Block<'m>) -> Option<Self> {
        let branch = block.terminator().filter(|end| end.op() == Op::Br)?;
        let [yes, no] = branch.successors()[..] else {
            return None;
        };
        let (out, stays_if) = match (yes == block, no == block) {
            (true, false) => (no, true),
            (false, true) => (yes, false),
            _ => return None,
        };
        let mut phis = block.instructions();
        phis.retain(|i| i.op() == Op::Phi);
        let next = |phi: Value<'m>| {
            let incoming = phi.incoming().into_iter();
            incoming
                .clone()
                .find(|(_, from)| *from == block)
                .map(|(value, _)| value)
        };
        // Nothing else may happen in a turn.
        let is_pure = |i: &Value<'m>| {
            matches!(
                i.op(),
                Op::Phi | Op::And | Op::LShr | Op::Add | Op::ICmp | Op::Br
            )
        };
        if !block.instructions().iter().all(is_pure) {
            return None;
        }
        let sum = *phis
            .iter()
            .find(|phi| is_fold(&phis, **phi, next(**phi), next))?;
        let folded = next(sum)?;
        let others = phis.iter().filter(|phi| **phi != sum);
        let are_halves = others
            .into_iter()
            .all(|phi| next(*phi).is_some_and(|half| is_upper(half, folded)));
        let stays = |value: &Value<'m>| value.users().iter().all(|user| user.block() == block);
        let is_hidden = block
            .instructions()
            .iter()
            .all(|i| *i == folded || stays(i));
        let ends = is_hidden && is_small(branch.operand(0)?, folded, !stays_if);
        (are_halves && ends).then_some(Self {
            block,
            folded,
            phis,
            out,
        })
    }

    fn unroll(&self, module: &'m Module<'_>) {
        let Some(branch) = self.block.terminator() else {
            return;
        };
        let builder = Builder::before(module, branch);
        let ty = self.folded.ty();
        // A sum of 64 bits has 49, 34, 19, 17 and 16 after each turn.
        let turns = if ty.int_width() == Some(64) { 4 } else { 1 };
        let mut sum = self.folded;
        let users = sum.users();
        for _ in 0..turns {
            let low = builder.binary(Op::And, sum, ty.int(MASK));
            let high = builder.binary(Op::LShr, sum, ty.int(16));
            sum = builder.binary(Op::Add, low, high);
        }
        for user in users.into_iter().filter(|user| user.block() != self.block) {
            for (index, operand) in (0..).zip(user.operands()) {
                if operand == self.folded {
                    user.set_operand(index, sum);
                }
            }
        }
        builder.br(self.out);
        branch.erase();
        for phi in &self.phis {
            let builder = Builder::before(module, *phi);
            let new = builder.phi(phi.ty());
            for (value, from) in phi.incoming() {
                if from != self.block {
                    new.add_incoming(value, from);
                }
            }
            phi.replace_all_uses_with(new);
            phi.erase();
        }
    }
}

/// Whether a phi becomes `(phi & 0xffff) + (phi >> 16)`.
fn is_fold<'m>(
    phis: &[Value<'m>],
    phi: Value<'m>,
    next: Option<Value<'m>>,
    next_of: impl Fn(Value<'m>) -> Option<Value<'m>>,
) -> bool {
    let Some(sum) =
        next.filter(|sum| sum.op() == Op::Add && matches!(sum.ty().int_width(), Some(32 | 64)))
    else {
        return false;
    };
    let is_low = |part: Value<'m>| {
        part.op() == Op::And
            && part.operand(0) == Some(phi)
            && part.operand(1).and_then(Value::as_u64) == Some(MASK)
    };
    // Of the turn before, LLVM may hand over the upper half.
    let is_high = |part: Value<'m>| {
        is_upper(part, phi)
            || phis.contains(&part)
                && next_of(part).is_some_and(|half| is_upper(half, sum))
                && starts_as_upper(part, phi)
    };
    match (sum.operand(0), sum.operand(1)) {
        (Some(left), Some(right)) => {
            is_low(left) && is_high(right) || is_high(left) && is_low(right)
        }
        _ => false,
    }
}

/// Whether a phi is the upper half of another one where the loop starts.
fn starts_as_upper(half: Value<'_>, sum: Value<'_>) -> bool {
    let block = sum.block();
    half.incoming().into_iter().all(|(value, from)| {
        let mut whole = sum.incoming().into_iter();
        let whole = whole
            .find(|(_, other)| *other == from)
            .map(|(whole, _)| whole);
        from == block || whole.is_some_and(|whole| is_upper(value, whole))
    })
}

/// Whether a value is `sum >> 16`.
fn is_upper(value: Value<'_>, sum: Value<'_>) -> bool {
    value.op() == Op::LShr
        && value.operand(0) == Some(sum)
        && value.operand(1).and_then(Value::as_u64) == Some(16)
}

/// Whether a condition that is `holds` says that a sum has at most 16 bits.
fn is_small(condition: Value<'_>, sum: Value<'_>, holds: bool) -> bool {
    let (Some(left), Some(right)) = (
        condition.operand(0),
        condition.operand(1).and_then(Value::as_u64),
    ) else {
        return false;
    };
    if condition.op() != Op::ICmp {
        return false;
    }
    match (condition.predicate(), right, holds) {
        (predicate::EQ, 0, true) | (predicate::NE, 0, false) => is_upper(left, sum),
        (predicate::ULT, 0x10000, true) | (predicate::UGT, MASK, false) => left == sum,
        _ => false,
    }
}
