//! What is known of a reference at each place of its function.

use std::collections::{HashMap, HashSet};

use super::follow::{Event, Followed, base};
use crate::{
    helpers::Acquired,
    llvm::{Block, Op, Value, predicate},
    passes::lower_panics::Callee,
};

/// What is true of a reference on every way to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It was acquired if that succeeded, and nothing has asked.
    MaybeNil,
    Held,
    Given,
    /// Given back on one way to here and held on another, and nothing that the ways do not share has been asked since.
    MaybeGiven,
    /// Not acquired, or not the same on every way.
    Unknown,
}

impl State {
    /// What is true of both.
    fn join(self, other: Self) -> Self {
        use State::{Given, Held, MaybeGiven, Unknown};
        match (self, other) {
            _ if self == other => self,
            (Given | Held | MaybeGiven, Given | Held | MaybeGiven) => MaybeGiven,
            _ => Unknown,
        }
    }
}

/// The states of a reference at the starts of the blocks that are reached.
pub(super) struct Flow<'a, 'm> {
    reference: &'a Followed<'m>,
    blocks: Vec<Block<'m>>,
    at: HashMap<Block<'m>, State>,
}

impl<'a, 'm> Flow<'a, 'm> {
    pub(super) fn of(reference: &'a Followed<'m>) -> Self {
        let function = reference.call.function();
        let mut flow = Self {
            reference,
            blocks: function.blocks(),
            at: HashMap::new(),
        };
        let mut open = Vec::new();
        if let Some(entry) = function.entry() {
            flow.at.insert(entry, State::Unknown);
            open.push(entry);
        }
        while let Some(block) = open.pop() {
            for (next, state) in flow.edges(block) {
                let known = flow.at.get(&next).copied();
                let new = known.map_or(state, |known| known.join(state));
                if known != Some(new) {
                    flow.at.insert(next, new);
                    open.push(next);
                }
            }
        }
        flow
    }

    /// Each instruction that is reached, with the state before it.
    pub(super) fn states(&self) -> Vec<(Value<'m>, State)> {
        let mut found = Vec::new();
        for block in &self.blocks {
            let Some(mut state) = self.at.get(block).copied() else {
                continue;
            };
            for instruction in block.instructions() {
                found.push((instruction, state));
                state = self.after(instruction, state);
            }
        }
        found
    }

    /// The end of the program, if there is one, that is reached with the reference held.
    pub(super) fn leak(&self) -> Option<Value<'m>> {
        let is_kept = |state: State| match state {
            State::Held => true,
            // Nothing asked whether there is one, so there can be.
            State::MaybeNil => self.reference.acquisition.acquired == Acquired::Result,
            _ => false,
        };
        let is_end = |(instruction, state): &(Value<'m>, State)| {
            is_kept(*state) && (instruction.op() == Op::Ret || is_tail_call(*instruction))
        };
        let states = self.states();
        let direct = states
            .iter()
            .find(|found| is_end(found))
            .map(|(end, _)| *end);
        let returns_it = |end: Value<'m>| self.reference.event(end) == Some(Event::Escape);
        direct
            .filter(|end| !returns_it(*end))
            .or_else(|| self.joined_leak())
    }

    /// A return that is reached along an edge with the reference held, and after that edge nothing can give it back.
    fn joined_leak(&self) -> Option<Value<'m>> {
        self.blocks
            .iter()
            .filter(|block| self.at.contains_key(block))
            .flat_map(|block| self.edges(*block))
            .filter(|(_, state)| *state == State::Held)
            .find_map(|(next, _)| self.end_without_release(next))
    }

    /// The first return from a block on, if no way from there gives the reference back.
    fn end_without_release(&self, from: Block<'m>) -> Option<Value<'m>> {
        let (mut seen, mut open, mut end) = (HashSet::new(), vec![from], None);
        while let Some(block) = open.pop() {
            if !seen.insert(block) {
                continue;
            }
            for instruction in block.instructions() {
                match self.reference.event(instruction) {
                    Some(Event::Release | Event::Escape) => return None,
                    _ if instruction.op() == Op::Ret => end = end.or(Some(instruction)),
                    _ => {}
                }
            }
            open.extend(block.successors());
        }
        end
    }

    /// The state after an instruction.
    fn after(&self, instruction: Value<'m>, state: State) -> State {
        match self.reference.event(instruction) {
            Some(Event::Acquire) if self.reference.can_fail() => State::MaybeNil,
            Some(Event::Acquire) => State::Held,
            Some(Event::Release) => State::Given,
            Some(Event::Escape) => State::Unknown,
            None => state,
        }
    }

    /// The blocks that can follow a block, with the states on the way there.
    fn edges(&self, block: Block<'m>) -> Vec<(Block<'m>, State)> {
        let start = self.at.get(&block).copied().unwrap_or(State::Unknown);
        let instructions = block.instructions();
        let end = (instructions.iter()).fold(start, |state, i| self.after(*i, state));
        let success = block.terminator().and_then(|last| self.success(last));
        let next = block.successors();
        // What is asked may be what tells the ways apart.
        let end = match end {
            State::MaybeGiven if next.len() > 1 => State::Unknown,
            end => end,
        };
        let edges = next.into_iter().enumerate();
        edges
            .filter_map(|(way, next)| match (success, end) {
                (Some(success), State::MaybeNil) if way == success => Some((next, State::Held)),
                (Some(_), State::MaybeNil) => Some((next, State::Unknown)),
                // Asked before.
                (Some(success), State::Held) if way != success => None,
                _ => Some((next, end)),
            })
            .collect()
    }

    /// Which way a branch goes if the call acquired something, where it asks that.
    fn success(&self, branch: Value<'m>) -> Option<usize> {
        let check = (branch.op() == Op::Br && branch.successors().len() == 2)
            .then(|| branch.operand(0))
            .flatten()?;
        let is_asked = check.op() == Op::ICmp
            && check
                .operand(0)
                .is_some_and(|value| base(value) == self.reference.call)
            && check.operand(1).is_some_and(Value::is_null);
        let nonzero = match check.predicate() {
            _ if !is_asked => return None,
            predicate::NE => 0,
            predicate::EQ => 1,
            _ => return None,
        };
        match self.reference.acquisition.acquired {
            Acquired::Result => Some(nonzero),
            Acquired::ArgumentOnSuccess(_) => Some(1 - nonzero),
            _ => None,
        }
    }
}

fn is_tail_call(instruction: Value<'_>) -> bool {
    instruction.op() == Op::Call
        && Callee::of(instruction).is_some_and(|by| by.name() == "bpf_tail_call")
}
