//! The ways through a function.

use std::collections::HashSet;

use crate::llvm::{Block, Value};

/// The blocks that can be reached, each before those that it goes to but for loops.
pub(super) fn reverse_postorder(function: Value<'_>) -> Vec<Block<'_>> {
    let mut order = Vec::new();
    let mut seen = HashSet::new();
    let mut open = Vec::new();
    if let Some(entry) = function.entry() {
        seen.insert(entry);
        open.push((entry, entry.successors()));
    }
    while let Some((block, rest)) = open.last_mut() {
        match rest.pop() {
            Some(next) if seen.insert(next) => open.push((next, next.successors())),
            Some(_) => {}
            None => {
                order.push(*block);
                open.pop();
            }
        }
    }
    order.reverse();
    order
}
