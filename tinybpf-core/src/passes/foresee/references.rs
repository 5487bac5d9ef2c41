//! References that a program keeps, uses after it gave them back, or gives back though they may be nil.
//!
//! What is reported is certain: on each way to the place, the last that happened to the reference is the same.
//!
//! Source: `check_reference_leak`, `release_reference` and the lock checks of `check_helper_call` and `do_check` in
//! kernel/bpf/verifier.c.

mod flow;
mod follow;

use self::{
    flow::{Flow, State},
    follow::{Event, Followed, base},
};
use crate::{
    Position, Topic,
    helpers::Acquired,
    llvm::{Module, Op, Value},
    passes::{
        Cx, is_foreign,
        lower_panics::{Callee, calls},
        position,
    },
};

/// The helper that takes the lock under which no other helper may be called.
const LOCK: &str = "bpf_spin_lock";

/// Checks the functions' references. Wants each `return` as Go has it, and that functions which acquire or release for
/// others are inlined.
pub(in crate::passes) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    for function in module.functions() {
        if function.is_declaration() || is_foreign(module, function) {
            continue;
        }
        for call in calls(function) {
            if let Some(followed) = Followed::of(call) {
                check_one(cx, &followed);
            }
        }
    }
}

fn check_one(cx: &mut Cx<'_>, reference: &Followed<'_>) {
    let flow = Flow::of(reference);
    let mut found = false;
    for (instruction, state) in flow.states() {
        let fault = match (state, reference.event(instruction)) {
            (State::MaybeNil, Some(Event::Release)) => Some(reference.maybe_nil(instruction)),
            (State::Given, Some(Event::Release)) => Some(reference.given_twice(instruction)),
            (State::MaybeGiven, Some(Event::Release)) => Some(reference.given_before(instruction)),
            (State::Given, None) if reference.uses(instruction) => Some(reference.used_late()),
            (State::Held, _) if reference.is_lock() => reference.under_lock(instruction),
            _ => None,
        };
        if let Some((message, help)) = fault {
            let at = position(instruction).or_else(|| position(reference.call));
            cx.error(Topic::References, at, message).help(help);
            found = true;
        }
    }
    if found {
        return;
    }
    let Some(end) = flow.leak() else { return };
    let (at, message) = reference.kept(end);
    // A lock that must not be taken here is not missed.
    if cx.diagnostics.iter().any(|known| known.position == at) {
        return;
    }
    cx.error(Topic::References, at, message)
        .help(reference.give_back());
}

/// A place that is named within a message: of its file, the name.
fn place(instruction: Value<'_>) -> Option<Position> {
    let mut at = position(instruction)?;
    at.file = at.file.rsplit(['/', '\\']).next().map(str::to_owned)?;
    Some(at)
}

impl<'m> Followed<'m> {
    /// Where it was acquired, in words.
    fn place(&self) -> String {
        place(self.call).map_or_else(String::new, |at| format!(" at {at}"))
    }

    fn is_lock(&self) -> bool {
        self.by.name() == LOCK
    }

    /// What the program has, in words.
    fn what(&self) -> String {
        let (name, place) = (self.by.go_name(), self.place());
        match self.acquisition.acquired {
            _ if self.is_lock() => format!("the lock that `{name}` took{place}"),
            Acquired::State => format!("the state that `{name}` began{place}"),
            Acquired::Result => format!("what `{name}` gave it{place}"),
            _ => format!("what `{name}` set up{place}"),
        }
    }

    /// The functions that give it back, in words.
    fn givers(&self) -> String {
        let names = Callee::releasing(&self.acquisition);
        let quoted: Vec<_> = names
            .iter()
            .map(|by| format!("`{}`", by.go_name()))
            .collect();
        quoted.join(" or ")
    }

    fn give_back(&self) -> String {
        let first = match self.acquisition.acquired {
            Acquired::Result => ", but where it is nil",
            _ => "",
        };
        format!(
            "call {} on every way to the end of the function{first}",
            self.givers()
        )
    }

    /// A return, or a tail call, that it is kept at.
    fn kept(&self, end: Value<'m>) -> (Option<Position>, String) {
        const WHY: &str = "and the verifier refuses a program that keeps it";
        let what = self.what();
        let own = position(self.call);
        if !self.is_released() {
            let name = self.by.go_name();
            let end =
                place(end).map_or_else(String::new, |at| format!(" (the program ends at {at})"));
            return (
                own,
                format!("nothing gives back what `{name}` acquires here{end}, {WHY}"),
            );
        }
        let end_at = position(end);
        let verb = if end.op() == Op::Ret {
            "returns"
        } else {
            "leaves"
        };
        (
            end_at.or(own),
            format!("a way on which the program still has {what} {verb} here, {WHY}"),
        )
    }

    fn maybe_nil(&self, release: Value<'m>) -> (String, String) {
        let by = Callee::of(release).map_or_else(String::new, Callee::go_name);
        (
            format!(
                "`{by}` is given {}, which can be nil, and nothing asks whether it is",
                self.what()
            ),
            "write `if p == nil { return … }` before the first use".to_owned(),
        )
    }

    fn given_twice(&self, release: Value<'m>) -> (String, String) {
        let by = Callee::of(release).map_or_else(String::new, Callee::go_name);
        (
            format!(
                "`{by}` gives back {} a second time, and the program has it no more",
                self.what()
            ),
            "give it back once on each way".to_owned(),
        )
    }

    fn given_before(&self, release: Value<'m>) -> (String, String) {
        let by = Callee::of(release).map_or_else(String::new, Callee::go_name);
        (
            format!(
                "`{by}` gives back {}, and on one way to here it was given back before",
                self.what()
            ),
            "give it back once on each way: write `return` after the first one, or `else`"
                .to_owned(),
        )
    }

    fn used_late(&self) -> (String, String) {
        (
            format!(
                "this uses {} after it was given back, and the program has it no more",
                self.what()
            ),
            format!("use it before the call of {}", self.givers()),
        )
    }

    /// A helper that is called while the lock is held.
    fn under_lock(&self, call: Value<'m>) -> Option<(String, String)> {
        let by = Callee::of(call)?;
        let Callee::Helper(helper) = by else {
            return None;
        };
        let what = self.what();
        match helper.name {
            _ if call == self.call => None,
            "bpf_spin_unlock" => None,
            LOCK => Some((
                format!("this takes a lock while the program holds {what}, and it may hold one"),
                format!("call {} before", self.givers()),
            )),
            _ => Some((
                format!(
                    "`{}` is called while the program holds {what}, and no helper may be called then",
                    helper.go_name()
                ),
                format!(
                    "call it before the lock is taken, or after {}",
                    self.givers()
                ),
            )),
        }
    }

    /// Whether an instruction uses what the reference points to.
    fn uses(&self, instruction: Value<'m>) -> bool {
        if self.acquisition.acquired != Acquired::Result {
            return false;
        }
        let is_it = |value: Option<Value<'m>>| value.is_some_and(|value| base(value) == self.call);
        match instruction.op() {
            Op::Load => is_it(instruction.operand(0)),
            Op::Store => is_it(instruction.operand(1)),
            Op::AtomicRmw | Op::CmpXchg => is_it(instruction.operand(0)),
            Op::Call if Callee::of(instruction).is_some() => {
                instruction.args().into_iter().any(|arg| is_it(Some(arg)))
            }
            _ => false,
        }
    }
}
