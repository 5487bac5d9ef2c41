//! What the verifier knows of numbers, roughly: never more than it does.

use super::dominators::Dominators;
use crate::llvm::{Block, Kind, Op, Value, predicate};

/// How many values are looked at for a bound, which keeps this fast.
const STEPS: u32 = 400;

/// How deep a bound is derived, which ends loops.
const DEPTH: u32 = 8;

pub(in crate::passes) struct Ranges<'m> {
    dominators: Dominators<'m>,
}

/// A place in a function: in a block, or on the way from its end to another.
#[derive(Clone, Copy)]
struct Place<'m> {
    block: Block<'m>,
    to: Option<Block<'m>>,
}

impl<'m> Ranges<'m> {
    pub(in crate::passes) fn of(function: Value<'m>) -> Self {
        Self {
            dominators: Dominators::of(function),
        }
    }

    /// The most that a number can be in a block, without a sign; nothing if the verifier knows no limit. Of a sum in an
    /// address, the parts count: the back end adds them to it one by one.
    pub(in crate::passes) fn most(&self, value: Value<'m>, block: Block<'m>) -> Option<u64> {
        let is_sum = matches!(value.op(), Op::Add | Op::Sub | Op::Or);
        if !is_sum {
            return self.most_checked(value, block);
        }
        let mut search = Search {
            dominators: &self.dominators,
            steps: STEPS,
        };
        search.of_operation(value, Place { block, to: None }, DEPTH)
    }

    /// As [`most`](Self::most), of a number that stays one.
    pub(in crate::passes) fn most_checked(
        &self,
        value: Value<'m>,
        block: Block<'m>,
    ) -> Option<u64> {
        let mut search = Search {
            dominators: &self.dominators,
            steps: STEPS,
        };
        search.most(value, Place { block, to: None }, DEPTH)
    }

    /// The least that it can be.
    pub(in crate::passes) fn least(&self, value: Value<'m>, block: Block<'m>) -> u64 {
        let search = Search {
            dominators: &self.dominators,
            steps: STEPS,
        };
        search.least(value, Place { block, to: None })
    }

    /// Whether a number counts from a constant in constant steps.
    pub(in crate::passes) fn is_counter(&self, value: Value<'m>) -> bool {
        let value = same(value);
        let incoming = if value.op() == Op::Phi {
            value.incoming()
        } else {
            Vec::new()
        };
        let is_step = |from: Value<'m>| {
            from.op() == Op::Add
                && from.operand(0) == Some(value)
                && from.operand(1).is_some_and(Value::is_constant)
        };
        incoming.iter().any(|(from, _)| is_step(*from))
            && incoming
                .iter()
                .all(|(from, _)| from.is_constant() || is_step(*from))
    }
}

struct Search<'s, 'm> {
    dominators: &'s Dominators<'m>,
    steps: u32,
}

impl<'m> Search<'_, 'm> {
    fn most(&mut self, value: Value<'m>, place: Place<'m>, depth: u32) -> Option<u64> {
        let depth = depth.checked_sub(1)?;
        self.steps = self.steps.checked_sub(1)?;
        let made = self.of_operation(value, place, depth);
        let checked = self.by_checks(value, place, depth);
        smaller(made, checked)
    }

    /// The limit that the operation gives that makes a number.
    fn of_operation(&mut self, value: Value<'m>, place: Place<'m>, depth: u32) -> Option<u64> {
        if let Some(constant) = value.as_u64() {
            return Some(constant);
        }
        let width = value.ty().int_width().filter(|width| *width <= 64)?;
        let whole = u64::MAX >> (64 - width);
        let fits = |most: &u64| *most <= whole;
        let constant = |index| value.operand(index)?.as_u64();
        let small = |by: &u64| *by < 64;
        match value.op() {
            Op::Load => (width <= 32).then_some(whole),
            Op::ZExt => self.of_operand(value, 0, place, depth).or_else(|| {
                let width = value
                    .operand(0)?
                    .ty()
                    .int_width()
                    .filter(|width| *width <= 32)?;
                Some((1 << width) - 1)
            }),
            Op::Trunc => {
                let most = self.of_operand(value, 0, place, depth).filter(fits);
                smaller(most, (width <= 32).then_some(whole))
            }
            Op::And => smaller(
                self.of_operand(value, 0, place, depth),
                self.of_operand(value, 1, place, depth),
            ),
            Op::LShr => {
                let by = constant(1).filter(small)?;
                let most = self
                    .of_operand(value, 0, place, depth)
                    .or((by > 0 || width <= 32).then_some(whole));
                most.map(|most| most >> by)
            }
            Op::Shl => self
                .of_operand(value, 0, place, depth)?
                .checked_mul(1 << constant(1).filter(small)?)
                .filter(fits),
            Op::Mul => self
                .of_operand(value, 0, place, depth)?
                .checked_mul(constant(1)?)
                .filter(fits),
            Op::Add => self.of_sum(value, place, depth).filter(fits),
            Op::Or | Op::Xor => {
                let most = self
                    .of_operand(value, 0, place, depth)?
                    .max(self.of_operand(value, 1, place, depth)?);
                Some(most.checked_add(1)?.checked_next_power_of_two()? - 1)
            }
            Op::Select => Some(
                self.of_operand(value, 1, place, depth)?
                    .max(self.of_operand(value, 2, place, depth)?),
            ),
            Op::Phi => {
                let to = Some(value.block());
                let mut limit = 0;
                for (from, block) in value.incoming() {
                    limit = limit.max(self.most(from, Place { block, to }, depth)?);
                }
                Some(limit)
            }
            Op::Call => self.of_call(value, place, depth),
            _ => None,
        }
    }

    fn of_operand(
        &mut self,
        value: Value<'m>,
        index: u32,
        place: Place<'m>,
        depth: u32,
    ) -> Option<u64> {
        self.most(value.operand(index)?, place, depth)
    }

    /// A sum; that with a negative constant is a difference, of what is not less than that.
    fn of_sum(&mut self, sum: Value<'m>, place: Place<'m>, depth: u32) -> Option<u64> {
        let (left, right) = (sum.operand(0)?, sum.operand(1)?);
        let width = sum.ty().int_width()?;
        let shift = 64 - width;
        let less = right
            .as_u64()
            .map(|right| (right << shift).cast_signed() >> shift)
            .filter(|right| *right < 0);
        match less {
            Some(less) if self.least(left, place) >= less.unsigned_abs() => {
                Some(self.most(left, place, depth)? - less.unsigned_abs())
            }
            Some(_) => None,
            None => self
                .most(left, place, depth)?
                .checked_add(self.most(right, place, depth)?),
        }
    }

    fn of_call(&mut self, call: Value<'m>, place: Place<'m>, depth: u32) -> Option<u64> {
        let from = same(call);
        if from != call {
            return self.most(from, place, depth);
        }
        let name = call.callee()?.name();
        if name.starts_with("llvm.umin.") {
            return smaller(
                self.of_operand(call, 0, place, depth),
                self.of_operand(call, 1, place, depth),
            );
        }
        if name.starts_with("llvm.umax.") {
            return Some(
                self.of_operand(call, 0, place, depth)?
                    .max(self.of_operand(call, 1, place, depth)?),
            );
        }
        None
    }

    /// The limit that the branches give which every way to the place takes.
    fn by_checks(&mut self, value: Value<'m>, place: Place<'m>, depth: u32) -> Option<u64> {
        let mut limit = None;
        for (check, holds, block) in self.checks(value, place) {
            let less = match (check.predicate, holds) {
                (predicate::ULT, true) | (predicate::UGE, false) => 1,
                (predicate::ULE | predicate::EQ, true)
                | (predicate::UGT | predicate::NE, false) => 0,
                _ => continue,
            };
            let other = self.most(check.other, Place { block, to: None }, depth);
            limit = smaller(limit, other.and_then(|other| other.checked_sub(less)));
        }
        limit
    }

    /// The least that a number can be, by the branches that every way to the place takes.
    fn least(&self, value: Value<'m>, place: Place<'m>) -> u64 {
        let mut least = 0;
        for (check, holds, _) in self.checks(value, place) {
            let more = match (check.predicate, holds) {
                (predicate::UGT | predicate::SGT, true)
                | (predicate::ULE | predicate::SLE, false) => 1,
                (predicate::UGE | predicate::SGE, true)
                | (predicate::ULT | predicate::SLT, false) => 0,
                _ => continue,
            };
            let is_signed = check.predicate >= predicate::SGT;
            let other = check
                .other
                .as_u64()
                .and_then(|other| other.checked_add(more));
            let other = other.filter(|other| !is_signed || other.cast_signed() >= 0);
            least = least.max(other.unwrap_or_default());
        }
        least
    }

    /// What the branches compare a value with that every way to the place takes.
    fn checks(&self, value: Value<'m>, place: Place<'m>) -> Vec<(Check<'m>, bool, Block<'m>)> {
        let mut found = Vec::new();
        let last = place.to.map(|to| (place.block, to));
        for (from, to) in self
            .dominators
            .edges_to(place.block)
            .into_iter()
            .chain(last)
        {
            let Some(branch) = from.terminator().filter(|branch| branch.op() == Op::Br) else {
                continue;
            };
            let [yes, no] = branch.successors()[..] else {
                continue;
            };
            let holds = to == yes;
            let conditions = branch
                .operand(0)
                .filter(|_| yes != no)
                .map(|condition| parts(condition, holds));
            for comparison in conditions.into_iter().flatten() {
                found.extend(Check::of(comparison, value).map(|check| (check, holds, from)));
            }
        }
        found
    }
}

/// A comparison of a value, which stands on the left.
struct Check<'m> {
    predicate: u32,
    other: Value<'m>,
}

impl<'m> Check<'m> {
    fn of(comparison: Value<'m>, value: Value<'m>) -> Option<Self> {
        let (left, right) = (comparison.operand(0)?, comparison.operand(1)?);
        let predicate = comparison.predicate();
        if same(left) == same(value) {
            Some(Self {
                predicate,
                other: right,
            })
        } else if same(right) == same(value) {
            Some(Self {
                predicate: predicate::swapped(predicate),
                other: left,
            })
        } else {
            None
        }
    }
}

fn smaller(a: Option<u64>, b: Option<u64>) -> Option<u64> {
    [a, b].into_iter().flatten().min()
}

/// The comparisons that all hold (or all do not) when a condition does: the parts of a conjunction that holds, or of a
/// disjunction that does not.
pub(in crate::passes) fn parts(condition: Value<'_>, holds: bool) -> Vec<Value<'_>> {
    let (mut open, mut found) = (vec![condition], Vec::new());
    let joint = if holds { Op::And } else { Op::Or };
    while let Some(part) = open.pop().map(same) {
        match part.op() {
            Op::ICmp => found.push(part),
            op if op == joint => open.extend(part.operands()),
            // `a && b` is `select a, b, false`; `a || b` is `select a, true, b`.
            Op::Select => {
                let (constant, other) = if holds { (2, 1) } else { (1, 2) };
                if part.operand(constant).and_then(Value::as_u64) == Some(u64::from(!holds)) {
                    open.extend([part.operand(0), part.operand(other)].into_iter().flatten());
                }
            }
            _ => {}
        }
    }
    found
}

/// The value that another is a copy of, as the verifier sees it too: what passes through nothing but a fence for LLVM.
pub(in crate::passes) fn same(mut value: Value<'_>) -> Value<'_> {
    while let Some(callee) = value.callee() {
        let from = match callee.kind() {
            Kind::InlineAsm => value.operand(0),
            _ if callee.name().starts_with("llvm.bpf.passthrough.") => value.operand(1),
            _ => None,
        };
        match from.filter(|from| from.ty() == value.ty()) {
            Some(from) => value = from,
            None => break,
        }
    }
    value
}
