//! Loops that never end: the verifier follows them until it finds itself where it was.

use std::collections::HashSet;

use crate::{
    Topic,
    llvm::{Block, Kind, Module, Op, Value},
    passes::{Cx, is_foreign, position},
};

/// Reports what runs into a loop that no way leads out of. Before the optimiser, which drops what such a loop does.
pub(in crate::passes) fn check(cx: &mut Cx<'_>, module: &Module<'_>, functions: &[Value<'_>]) {
    for function in functions {
        if is_foreign(module, *function) {
            continue;
        }
        let blocks = endless(*function);
        if !blocks.is_empty() {
            let at = blocks.iter().find_map(|block| {
                // What a phi joins was written before the loop.
                let mut instructions = block.instructions();
                instructions.retain(|i| i.op() != Op::Phi);
                instructions.iter().find_map(|i| position(*i))
            });
            cx.error(Topic::EndlessLoop,
                at.or_else(|| position(*function)),
                "this loop never ends, and a BPF program must",
            )
            .help("count the rounds: `for i := 0; i < 100; i++`, or leave it with `break` or `return`");
        }
    }
}

/// The blocks that are reached and that nothing leads on from to an end of the function, those in a loop first.
fn endless<'m>(function: Value<'m>) -> Vec<Block<'m>> {
    let reached = reached(function);
    let mut ends: HashSet<_> = reached
        .iter()
        .copied()
        .filter(|block| taken(*block).is_empty())
        .collect();
    loop {
        let before = ends.len();
        for block in &reached {
            if taken(*block).iter().any(|next| ends.contains(next)) {
                ends.insert(*block);
            }
        }
        if ends.len() == before {
            break;
        }
    }
    let mut found = reached;
    found.retain(|block| !ends.contains(block));
    found.sort_by_key(|block| !is_in_loop(*block));
    found
}

/// The blocks that are reached, in the function's order.
pub(super) fn reached<'m>(function: Value<'m>) -> Vec<Block<'m>> {
    let mut seen = HashSet::new();
    let mut open: Vec<_> = function.entry().into_iter().collect();
    while let Some(block) = open.pop() {
        if seen.insert(block) {
            open.extend(taken(block));
        }
    }
    let mut blocks = function.blocks();
    blocks.retain(|block| seen.contains(block));
    blocks
}

/// Whether a way leads from a block back to it.
fn is_in_loop(block: Block<'_>) -> bool {
    let (mut seen, mut open) = (HashSet::new(), taken(block));
    while let Some(next) = open.pop() {
        if next == block {
            return true;
        }
        if seen.insert(next) {
            open.extend(taken(next));
        }
    }
    false
}

/// The blocks that may follow a block: where the condition is a constant, one.
pub(super) fn taken<'m>(block: Block<'m>) -> Vec<Block<'m>> {
    let next = block.successors();
    let condition = block
        .terminator()
        .filter(|last| last.op() == Op::Br && next.len() == 2)
        .and_then(|last| last.operand(0));
    match condition {
        Some(condition) if condition.kind() == Kind::Int => {
            let way = usize::from(condition.as_u64() == Some(0));
            vec![next[way]]
        }
        _ => next,
    }
}
