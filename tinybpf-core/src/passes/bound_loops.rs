//! After optimisation: loops that end where they reach a number, in the form that the verifier follows.
//!
//! LLVM writes `i < n` as `i != n` where `i` counts up from 0 in steps of 1. The verifier learns nothing from that as long as it does
//! not know `n` exactly, and takes the loop for endless; it needs the former.

use super::{Cx, bound_accesses::Dominators};
use crate::llvm::{Builder, Module, Op, Value, predicate};

pub(super) fn run(_: &mut Cx<'_>, module: &Module<'_>) {
    for comparison in module.functions().into_iter().flat_map(Value::instructions) {
        if comparison.op() == Op::ICmp
            && let Some(end) = End::of(comparison)
        {
            end.spell_out(module, comparison);
        }
    }
}

/// A comparison of what counts in a loop with a number that it ends at.
struct End<'m> {
    counter: Value<'m>,
    /// What it starts with: 0, or -1.
    start: i64,
    /// The number that it ends at, counted from 0.
    limit: Value<'m>,
}

impl<'m> End<'m> {
    fn of(comparison: Value<'m>) -> Option<Self> {
        if !matches!(comparison.predicate(), predicate::EQ | predicate::NE) {
            return None;
        }
        let is_exit = |user: &Value<'m>| user.op() == Op::Br;
        if !comparison.users().iter().all(is_exit) {
            return None;
        }
        let (left, right) = (comparison.operand(0)?, comparison.operand(1)?);
        let (counter, start, end) = [(left, right), (right, left)]
            .into_iter()
            .find_map(|(counter, end)| Some((counter, start(counter)?, end)))?;
        if end.as_u64().is_some() || !stays(end, counter) {
            return None;
        }
        let limit = match start {
            0 => end,
            // `i == n-1`
            _ if end.op() == Op::Add && end.operand(1)?.as_i64() == Some(-1) => end.operand(0)?,
            _ => return None,
        };
        Some(Self {
            counter,
            start,
            limit,
        })
    }

    fn spell_out(&self, module: &'m Module<'_>, comparison: Value<'m>) {
        let builder = Builder::before(module, comparison);
        let counted = if self.start == 0 {
            self.counter
        } else {
            builder.binary(Op::Add, self.counter, self.counter.ty().int(1))
        };
        let to = if comparison.predicate() == predicate::EQ {
            predicate::UGE
        } else {
            predicate::ULT
        };
        let new = builder.icmp(to, counted, self.limit);
        comparison.replace_all_uses_with(new);
        comparison.erase();
    }
}

/// What a number starts with that counts in steps of 1, if that is 0 or -1.
fn start(counter: Value<'_>) -> Option<i64> {
    let incoming = match counter.op() {
        Op::Phi => counter.incoming(),
        _ => return None,
    };
    let is_step = |value: Value<'_>| {
        value.op() == Op::Add
            && value.operand(0) == Some(counter)
            && value.operand(1).and_then(Value::as_u64) == Some(1)
    };
    let (steps, starts): (Vec<_>, Vec<_>) =
        incoming.into_iter().partition(|(value, _)| is_step(*value));
    let mut starts = starts.into_iter().map(|(value, _)| value.as_i64());
    let first = starts.next()?.filter(|first| matches!(first, 0 | -1))?;
    (!steps.is_empty() && starts.all(|start| start == Some(first))).then_some(first)
}

/// Whether a number is the same in every turn of the loop that a phi counts: every way to the loop leads through where it is made.
fn stays(number: Value<'_>, counter: Value<'_>) -> bool {
    if !number.is_instruction() {
        return true;
    }
    let (made, head) = (number.block(), counter.block());
    made != head && Dominators::of(counter.function()).dominate(made, head)
}
