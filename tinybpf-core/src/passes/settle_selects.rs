//! After optimisation: addresses that are nil or not by a comparison are what they are where that comparison has been made.
//!
//! `if eth == nil || ip == nil` becomes a branch over the comparisons with the packet's end that gave `eth` and `ip`, which stay
//! choices by the same comparisons, and the back end makes branches of them. The verifier does not remember which way a comparison of
//! addresses went, and finds a way on which they are nil behind the check.

use super::{
    Cx,
    bound_accesses::{Dominators, parts},
};
use crate::llvm::{Block, Module, Op, Value};

pub(super) fn run(_: &mut Cx<'_>, module: &Module<'_>) {
    for function in module.functions() {
        let mut selects = function.instructions();
        selects.retain(|i| i.op() == Op::Select && i.ty().is_pointer());
        if selects.is_empty() {
            continue;
        }
        let dominators = Dominators::of(function);
        for select in selects {
            settle(&dominators, select);
        }
    }
}

/// Gives those who use an address that is chosen by a condition the one that it is there.
fn settle<'m>(dominators: &Dominators<'m>, select: Value<'m>) {
    let [condition, yes, no] = select.operands()[..] else {
        return;
    };
    for user in select.users() {
        for (index, operand) in (0..).zip(user.operands()) {
            if operand != select {
                continue;
            }
            // A phi uses it at the end of the block that it comes from.
            let at = match user.op() {
                Op::Phi => user.incoming()[index as usize].1,
                _ => user.block(),
            };
            let edges = dominators.edges_to(at).into_iter();
            match edges.filter_map(|edge| along(edge, condition)).next() {
                Some(true) => user.set_operand(index, yes),
                Some(false) => user.set_operand(index, no),
                None => {}
            }
        }
    }
    if !select.is_used() {
        select.erase();
    }
}

/// Whether a condition holds where an edge was taken, if that says so.
fn along<'m>((from, to): (Block<'m>, Block<'m>), condition: Value<'m>) -> Option<bool> {
    let branch = from.terminator().filter(|end| end.op() == Op::Br)?;
    let [yes, no] = branch.successors()[..] else {
        return None;
    };
    let holds = yes == to;
    let is_known = yes != no && parts(branch.operand(0)?, holds).contains(&condition);
    is_known.then_some(holds)
}
