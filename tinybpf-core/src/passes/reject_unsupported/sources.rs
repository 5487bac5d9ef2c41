//! Where a value comes from that must be known before the program runs: the function behind a func value, the type behind
//! an interface.

use crate::llvm::{Attr, Kind, Op, Value};

/// Follows values to their sources, and collects the functions that must be inlined for LLVM to do the same.
#[derive(Default)]
pub(super) struct Sources<'m> {
    pub(super) inline: Vec<Value<'m>>,
    /// Whether a value may be one of several constants.
    choices: bool,
}

/// What is known of a value.
#[derive(Default)]
struct Known<'m> {
    /// The constants that it can be: several only where inlining gives each caller its own.
    constants: Vec<Value<'m>>,
    /// The values on the way, so that loops end.
    seen: Vec<(Value<'m>, Option<u32>)>,
}

impl<'m> Sources<'m> {
    /// Whether LLVM can find the one constant behind `value` at every place where the function of `value` is inlined.
    ///
    /// What goes through local memory is taken for known: only LLVM's optimiser can tell, and `leftovers` looks again.
    pub(super) fn is_known(&mut self, value: Value<'m>) -> bool {
        let count = self.inline.len();
        let known = self.follow(value, None, &mut Known::default());
        if !known {
            self.inline.truncate(count);
        }
        known
    }

    /// Whether `resolve-func-values` can find the functions behind a func value: one, or several to choose from.
    pub(super) fn is_one_of_known(&mut self, value: Value<'m>) -> bool {
        self.choices = true;
        let known = self.is_known(value);
        self.choices = false;
        known
    }

    /// Follows `value` (or its part `index`) and adds what it finds to `known`; false if that is not constant.
    fn follow(&mut self, value: Value<'m>, index: Option<u32>, known: &mut Known<'m>) -> bool {
        if known.seen.contains(&(value, index)) {
            return true;
        }
        known.seen.push((value, index));
        match (value.kind(), value.op(), index) {
            (Kind::Undef | Kind::Poison | Kind::Null | Kind::Zero, ..) => true,
            (Kind::Function | Kind::Variable, _, None) => {
                if !known.constants.contains(&value) {
                    known.constants.push(value);
                }
                true
            }
            (Kind::Aggregate, _, Some(i)) => value
                .element(i)
                .is_some_and(|part| self.follow(part, None, known)),
            (Kind::Argument, ..) => self.follow_argument(value, index, known),
            (_, Op::ExtractValue, None) => match (value.indices().as_slice(), value.operand(0)) {
                ([i], Some(whole)) => self.follow(whole, Some(*i), known),
                _ => false,
            },
            (_, Op::InsertValue, Some(i)) => {
                let part = if value.indices() == [i] { 1 } else { 0 };
                let index = index.filter(|_| part == 0);
                value
                    .operand(part)
                    .is_some_and(|from| self.follow(from, index, known))
            }
            (_, Op::Phi, _) => {
                let from = value.incoming().into_iter().map(|(from, _)| from).collect();
                self.follow_choice(from, index, known)
            }
            (_, Op::Select, _) => {
                let from = value.operands().into_iter().skip(1).collect();
                self.follow_choice(from, index, known)
            }
            (_, Op::Call, _) => self.follow_result(value, index, known),
            (_, Op::Load, _) => value.operand(0).is_some_and(is_local),
            _ => false,
        }
    }

    /// A value that is one of several must be the same constant in each case.
    fn follow_choice(
        &mut self,
        from: Vec<Value<'m>>,
        index: Option<u32>,
        known: &mut Known<'m>,
    ) -> bool {
        let before = known.constants.len();
        from.into_iter().all(|from| self.follow(from, index, known))
            && (self.choices || known.constants.len() <= before.max(1))
    }

    /// An argument is what the callers pass; where they differ, each needs a copy of the function.
    fn follow_argument(
        &mut self,
        argument: Value<'m>,
        index: Option<u32>,
        known: &mut Known<'m>,
    ) -> bool {
        let Some((function, number)) = argument.parameter() else {
            return false;
        };
        let mut calls = function.users();
        if self.choices {
            // How it is called by value shows when those calls are resolved.
            calls.retain(|user| user.callee() == Some(function));
        }
        let mut all = Known::default();
        for call in calls {
            let mut one = Known {
                constants: Vec::new(),
                seen: known.seen.clone(),
            };
            let passed = (call.callee() == Some(function))
                .then(|| call.operand(number))
                .flatten();
            if !passed.is_some_and(|passed| self.follow(passed, index, &mut one)) {
                return false;
            }
            one.constants.retain(|c| !all.constants.contains(c));
            all.constants.append(&mut one.constants);
        }
        // LLVM finds a constant that all callers pass without inlining.
        if all.constants.len() > 1 {
            if function.has_attr(Attr::Function, "noinline") {
                return false;
            }
            self.inline.push(function);
        }
        all.constants.retain(|c| !known.constants.contains(c));
        known.constants.append(&mut all.constants);
        !function.users().is_empty()
    }

    /// The result of a function is what it returns, once it is inlined.
    fn follow_result(
        &mut self,
        call: Value<'m>,
        index: Option<u32>,
        known: &mut Known<'m>,
    ) -> bool {
        let Some(function) = call.callee().filter(|f| f.is_function()) else {
            return false;
        };
        if function.is_declaration() || function.has_attr(Attr::Function, "noinline") {
            return false;
        }
        let returned = function
            .blocks()
            .into_iter()
            .filter_map(|block| block.terminator())
            .filter(|last| last.op() == Op::Ret)
            .filter_map(|ret| ret.operand(0))
            .collect();
        self.inline.push(function);
        self.follow_choice(returned, index, known)
    }
}

/// Whether an address lies in memory that only this invocation of the program knows: a local variable, or memory of a
/// caller's.
fn is_local(address: Value<'_>) -> bool {
    let mut base = address;
    while base.op() == Op::Gep {
        let Some(inner) = base.operand(0) else {
            return false;
        };
        base = inner;
    }
    match base.kind() {
        Kind::Argument => base
            .parameter()
            .is_some_and(|(function, _)| !function.users().is_empty()),
        Kind::Variable => base.is_global_constant(),
        _ if base.op() == Op::Phi => base
            .incoming()
            .into_iter()
            .any(|(from, _)| is_allocation(from)),
        _ => is_allocation(base),
    }
}

fn is_allocation(base: Value<'_>) -> bool {
    base.op() == Op::Alloca
        || base
            .callee()
            .is_some_and(|callee| callee.name() == "runtime.alloc")
}
