//! After optimisation: the order of each function's blocks, so that as many as possible run on into the next.
//!
//! Other back ends of LLVM order blocks themselves. BPF's cannot, as it does not take conditional branches apart
//! (`BPFInstrInfo::analyzeBranch`): blocks stay as the module has them, and each that goes to another one than the next costs an
//! instruction.

mod returns;

use std::collections::{HashMap, HashSet};

use super::{Cx, blocks::reverse_postorder};
use crate::llvm::{Block, Module, Value};

pub(super) fn run(_: &mut Cx<'_>, module: &Module<'_>) {
    for function in module.functions() {
        returns::spread(module, function);
        arrange(function);
    }
}

fn arrange(function: Value<'_>) {
    let next = followers(function);
    let followed: HashSet<_> = next.values().copied().collect();
    let mut last = None;
    // A chain stands where its first block stood.
    for head in function.blocks() {
        if followed.contains(&head) {
            continue;
        }
        let mut block = Some(head);
        while let Some(now) = block {
            if let Some(last) = last {
                now.move_after(last);
            }
            last = Some(now);
            block = next.get(&now).copied();
        }
    }
}

/// Which block is to stand behind which, of those that it goes to without looping back.
fn followers(function: Value<'_>) -> HashMap<Block<'_>, Block<'_>> {
    let order = reverse_postorder(function);
    let place: HashMap<_, _> = order.iter().enumerate().map(|(i, b)| (*b, i)).collect();
    let old: HashMap<_, _> = function.blocks().into_iter().zip(0..).collect();
    let forward = |from: Block<'_>, to: &Block<'_>| place[&from] < place[to];
    let (mut next, mut taken) = (HashMap::new(), HashSet::new());
    // What goes to one block only saves most when that follows; of several such blocks the last, so that chains are long.
    for block in order.iter().rev().copied() {
        if let [to] = block.successors()[..]
            && forward(block, &to)
            && taken.insert(to)
        {
            next.insert(block, to);
        }
    }
    for block in order.iter().copied() {
        let mut to = block.successors();
        if to.len() < 2 {
            continue;
        }
        to.retain(|to| forward(block, to) && !taken.contains(to));
        // The way on comes before the way out.
        to.sort_by_key(|to| (to.successors().is_empty(), old[to]));
        if let Some(to) = to.first().copied() {
            taken.insert(to);
            next.insert(block, to);
        }
    }
    next
}
