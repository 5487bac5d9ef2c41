//! A reference and what happens to it.

use std::collections::{HashMap, HashSet};

use crate::{
    helpers::{Acquired, Acquisition},
    kfuncs::flag,
    llvm::{Kind, Op, Value},
    passes::lower_panics::{Callee, calls},
};

/// A reference that a call acquires.
pub(super) struct Followed<'m> {
    pub(super) call: Value<'m>,
    pub(super) by: Callee,
    pub(super) acquisition: Acquisition,
    events: HashMap<Value<'m>, Event>,
}

/// What an instruction does to a reference.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Event {
    Acquire,
    Release,
    /// It may be given back, or be what something else than the program's registers holds.
    Escape,
}

impl<'m> Followed<'m> {
    /// What a call acquires, if something is known to give it back.
    pub(super) fn of(call: Value<'m>) -> Option<Self> {
        let by = Callee::of(call)?;
        let acquisition = by.acquires(call)?;
        acquisition.release?;
        let mut found = Self {
            call,
            by,
            acquisition,
            events: HashMap::new(),
        };
        let derived = match acquisition.acquired {
            Acquired::Result => derived(call),
            _ => HashSet::new(),
        };
        for instruction in call.function().instructions() {
            let event = found.event_of(instruction, &derived);
            found.events.extend(event.map(|event| (instruction, event)));
        }
        Some(found)
    }

    /// What an instruction does to the reference.
    pub(super) fn event(&self, instruction: Value<'m>) -> Option<Event> {
        self.events.get(&instruction).copied()
    }

    /// Whether something in the function gives it back, or may do so.
    pub(super) fn is_released(&self) -> bool {
        self.events.values().any(|event| *event != Event::Acquire)
    }

    /// Whether the call can acquire nothing, which its result tells.
    pub(super) fn can_fail(&self) -> bool {
        match (self.acquisition.acquired, self.by) {
            (Acquired::Result, Callee::Kfunc(kfunc)) => kfunc.has(flag::RET_NULL),
            (Acquired::Result | Acquired::ArgumentOnSuccess(_), _) => true,
            _ => false,
        }
    }

    fn event_of(&self, instruction: Value<'m>, derived: &HashSet<Value<'m>>) -> Option<Event> {
        if instruction == self.call {
            return Some(Event::Acquire);
        }
        match instruction.op() {
            Op::Ret => instruction
                .operands()
                .iter()
                .any(|value| derived.contains(value))
                .then_some(Event::Escape),
            Op::Store => {
                let is_it = derived.contains(&instruction.operand(0)?);
                // A package variable keeps a number.
                let keeps = base(instruction.operand(1)?).kind() != Kind::Variable;
                (is_it && keeps).then_some(Event::Escape)
            }
            Op::Call => self.event_of_call(instruction, derived),
            _ => None,
        }
    }

    fn event_of_call(&self, call: Value<'m>, derived: &HashSet<Value<'m>>) -> Option<Event> {
        let is_given = || call.args().iter().any(|arg| derived.contains(arg));
        let callee = call.callee()?;
        let Some(by) = Callee::of(call) else {
            let harmless = callee.is_function() && callee.is_intrinsic();
            let may_give = is_given() || self.may_release(callee, &mut HashSet::new());
            return (!harmless && may_give).then_some(Event::Escape);
        };
        if by.can_release(&self.acquisition)
            && let Some(argument) = by.releases(call)
        {
            let own = match self.acquisition.acquired {
                Acquired::Result => Some(self.call),
                Acquired::Argument(index) | Acquired::ArgumentOnSuccess(index) => {
                    self.call.operand(index as u32).map(base)
                }
                Acquired::State => None,
            };
            let given = argument.map(base);
            return match (given, own) {
                (Some(given), Some(own)) if given == own => Some(Event::Release),
                (None, None) => Some(Event::Release),
                // Another one's, as far as pointers show.
                (Some(given), _)
                    if self.acquisition.acquired == Acquired::Result
                        && !derived.contains(&given) =>
                {
                    None
                }
                _ => Some(Event::Escape),
            };
        }
        // States nest.
        if self.acquisition.acquired == Acquired::State && by == self.by {
            return Some(Event::Escape);
        }
        // Kfuncs may take what they are given, as lists do.
        let takes = match by {
            Callee::Helper(helper) => helper.releases().is_some() || helper.name == "bpf_kptr_xchg",
            Callee::Kfunc(_) => true,
        };
        (takes && is_given()).then_some(Event::Escape)
    }

    /// Whether a function gives back references of this kind, itself or in what it calls.
    fn may_release(&self, function: Value<'m>, seen: &mut HashSet<Value<'m>>) -> bool {
        if !function.is_function() {
            return true;
        }
        if function.is_declaration() || !seen.insert(function) {
            return false;
        }
        calls(function)
            .into_iter()
            .any(|call| match Callee::of(call) {
                Some(by) => by.can_release(&self.acquisition),
                None => call.callee().is_some_and(|f| self.may_release(f, seen)),
            })
    }
}

/// The values that are or hold a pointer, whole or with a distance.
fn derived(pointer: Value<'_>) -> HashSet<Value<'_>> {
    use Op::{
        Add, BitCast, ExtractValue, Freeze, Gep, InsertValue, IntToPtr, Phi, PtrToInt, Select, Sub,
    };
    let (mut found, mut open) = (HashSet::new(), vec![pointer]);
    while let Some(value) = open.pop() {
        if found.insert(value) {
            open.extend(value.users().into_iter().filter(|user| {
                matches!(
                    user.op(),
                    Add | BitCast
                        | ExtractValue
                        | Freeze
                        | Gep
                        | InsertValue
                        | IntToPtr
                        | Phi
                        | PtrToInt
                        | Select
                        | Sub
                )
            }));
        }
    }
    found
}

/// What a pointer is but for conversions and steps.
pub(super) fn base(pointer: Value<'_>) -> Value<'_> {
    let mut value = pointer;
    while matches!(
        value.op(),
        Op::BitCast | Op::PtrToInt | Op::IntToPtr | Op::Freeze | Op::Gep
    ) && let Some(inner) = value.operand(0)
    {
        value = inner;
    }
    value
}
