//! Which blocks every way to a block leads through.

use std::collections::HashMap;

use super::super::blocks::reverse_postorder;
use crate::llvm::{Block, Value};

/// The immediate dominators of a function's blocks (Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm").
pub(in crate::passes) struct Dominators<'m> {
    /// The blocks that can be reached, each before those that it dominates.
    order: Vec<Block<'m>>,
    place: HashMap<Block<'m>, usize>,
    /// By place; the first block's is itself.
    above: Vec<usize>,
    before: Vec<Vec<usize>>,
}

impl<'m> Dominators<'m> {
    pub(in crate::passes) fn of(function: Value<'m>) -> Self {
        let order = reverse_postorder(function);
        let place: HashMap<_, _> = order
            .iter()
            .enumerate()
            .map(|(place, block)| (*block, place))
            .collect();
        let mut before = vec![Vec::new(); order.len()];
        for (from, block) in order.iter().enumerate() {
            for to in block.successors() {
                before[place[&to]].push(from);
            }
        }
        let mut found = Self {
            order,
            place,
            above: Vec::new(),
            before,
        };
        found.solve();
        found
    }

    fn solve(&mut self) {
        const UNKNOWN: usize = usize::MAX;
        self.above = vec![UNKNOWN; self.order.len()];
        if let Some(first) = self.above.first_mut() {
            *first = 0;
        }
        let mut changed = true;
        while changed {
            changed = false;
            for place in 1..self.order.len() {
                let known = self.before[place]
                    .iter()
                    .copied()
                    .filter(|b| self.above[*b] != UNKNOWN);
                let Some(new) = known.reduce(|a, b| self.meet(a, b)) else {
                    continue;
                };
                changed |= self.above[place] != new;
                self.above[place] = new;
            }
        }
    }

    fn meet(&self, mut a: usize, mut b: usize) -> usize {
        while a != b {
            while a > b {
                a = self.above[a];
            }
            while b > a {
                b = self.above[b];
            }
        }
        a
    }

    /// Whether every way to a block leads through another, or whether they are one.
    pub(in crate::passes) fn dominate(&self, above: Block<'m>, block: Block<'m>) -> bool {
        let (Some(&above), Some(&(mut at))) = (self.place.get(&above), self.place.get(&block))
        else {
            return false;
        };
        while at > above {
            at = self.above[at];
        }
        at == above
    }

    /// The blocks that every way to a block leads through, the nearest first.
    pub(in crate::passes) fn above(&self, block: Block<'m>) -> Vec<Block<'m>> {
        let mut found = Vec::new();
        let Some(&(mut at)) = self.place.get(&block) else {
            return found;
        };
        while at != 0 {
            at = self.above[at];
            found.push(self.order[at]);
        }
        found
    }

    /// The edges that every way to a block takes: from the end of one block to the start of another that has no other way in.
    pub(in crate::passes) fn edges_to(&self, block: Block<'m>) -> Vec<(Block<'m>, Block<'m>)> {
        let mut found = Vec::new();
        let Some(&(mut at)) = self.place.get(&block) else {
            return found;
        };
        while at != 0 {
            if let [from] = self.before[at][..] {
                found.push((self.order[from], self.order[at]));
            }
            at = self.above[at];
        }
        found
    }
}
