//! Places in a packet: an address, and a distance from there.

use super::{
    super::bound_accesses::{Term, add_steps},
    fields::Packet,
};
use crate::llvm::{Module, Op, Value};

/// A place in a packet.
#[derive(Clone)]
pub(super) struct Place<'m> {
    /// An address in the packet that is not a sum.
    pub(super) base: Value<'m>,
    /// What is added to it: numbers with what they are multiplied by, and a constant.
    pub(super) terms: Vec<(Value<'m>, u64)>,
    pub(super) constant: i64,
}

impl<'m> Place<'m> {
    /// The place of an address, if it lies in the packet.
    pub(super) fn of(
        module: &'m Module<'_>,
        packet: &Packet<'m>,
        address: Value<'m>,
    ) -> Option<Self> {
        let (mut base, mut constant, mut terms) = (address, 0_i64, Vec::new());
        if !packet.has(base) {
            return None;
        }
        loop {
            let inner = base.operand(0);
            base = match base.op() {
                Op::IntToPtr | Op::PtrToInt | Op::ZExt => inner?,
                Op::Gep => {
                    let mut steps: Vec<Term<'m>> = Vec::new();
                    add_steps(module, base, &mut constant, &mut steps)?;
                    terms.extend(steps.into_iter().map(|step| (step.index, step.scale)));
                    inner?
                }
                Op::Add => {
                    let (left, right) = (inner?, base.operand(1)?);
                    let (next, step) = if packet.has(left) {
                        (left, right)
                    } else {
                        (right, left)
                    };
                    match step.as_i64() {
                        Some(step) => constant = constant.checked_add(step)?,
                        None => terms.push((step, 1)),
                    }
                    next
                }
                _ => break,
            };
        }
        Some(Self {
            base,
            terms,
            constant,
        })
    }

    /// Whether two places are apart by a constant that is known.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        self.base == other.base
            && self.terms.len() == other.terms.len()
            && self.terms.iter().all(|term| other.terms.contains(term))
    }
}
