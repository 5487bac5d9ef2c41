//! Where addresses come from that lie in an arena.

use std::{cell::RefCell, collections::HashMap};

use crate::{
    llvm::{Kind, Module, Op, Value},
    passes::{
        Cx, Special, global_functions::tags, is_foreign, lower_panics::callers, place_data::is_map,
    },
};

/// The kfunc that gives memory of an arena.
const ALLOC: &str = "bpf_arena_alloc_pages";

/// What was found of addresses.
pub(super) struct Origin<'a, 'm> {
    module: &'m Module<'m>,
    cx: &'a Cx<'a>,
    /// What is being looked at is none, as in a loop, until it is known.
    known: RefCell<HashMap<Value<'m>, bool>>,
}

impl<'a, 'm> Origin<'a, 'm> {
    pub(super) fn new(cx: &'a Cx<'a>, module: &'m Module<'m>) -> Self {
        Self {
            module,
            cx,
            known: RefCell::default(),
        }
    }

    /// Whether an address, or the number that one is made of, lies in an arena.
    pub(super) fn is_arena(&self, value: Value<'m>) -> bool {
        if let Some(known) = self.known.borrow().get(&value) {
            return *known;
        }
        self.known.borrow_mut().insert(value, false);
        let found = self.find(value);
        if found {
            self.known.borrow_mut().insert(value, true);
        } else {
            // What was looked at on the way may have been said to be none too early.
            self.known.borrow_mut().remove(&value);
        }
        found
    }

    fn find(&self, value: Value<'m>) -> bool {
        match (value.kind(), value.op()) {
            (Kind::Variable, _) => super::is_in_arena(self.module, value),
            (Kind::Argument, _) => self.is_passed(value),
            (_, Op::Call) => self.is_returned(value),
            (_, Op::Load) => value.operand(0).is_some_and(|from| self.is_held(from)),
            (_, Op::Gep | Op::IntToPtr | Op::PtrToInt | Op::BitCast | Op::Freeze) => {
                value.operand(0).is_some_and(|of| self.is_arena(of))
            }
            (_, Op::Add | Op::Sub | Op::And | Op::Or | Op::Phi) => {
                value.operands().into_iter().any(|of| self.is_arena(of))
            }
            (_, Op::Select) => {
                let mut values = value.operands().into_iter().skip(1);
                values.any(|of| self.is_arena(of))
            }
            _ => false,
        }
    }

    fn is_passed(&self, argument: Value<'m>) -> bool {
        let Some((function, index)) = argument.parameter() else {
            return false;
        };
        if self.cx.global(function).is_some() {
            return tags::of(self.module, function, index as usize).contains(&tags::ARENA);
        }
        let mut calls = callers(function).into_iter();
        calls.any(|call| {
            call.operand(index)
                .is_some_and(|given| self.is_arena(given))
        })
    }

    fn is_returned(&self, call: Value<'m>) -> bool {
        let Some(callee) = call.callee().filter(|callee| callee.is_function()) else {
            return false;
        };
        if callee.is_declaration() {
            return callee.name() == ALLOC;
        }
        let mut returns = callee
            .instructions()
            .into_iter()
            .filter(|i| i.op() == Op::Ret);
        returns.any(|end| end.operand(0).is_some_and(|value| self.is_arena(value)))
    }

    /// Whether what lies at an address is an address in an arena, if it is one at all.
    fn is_held(&self, at: Value<'m>) -> bool {
        if self.is_arena(at) {
            return true;
        }
        let (base, offset) = super::base(self.module, at);
        match base.op() {
            _ if base.kind() == Kind::Variable => {
                !base.is_declaration()
                    && !is_map(self.module, base)
                    && !is_foreign(self.module, base)
            }
            Op::Alloca => self.is_stored(base),
            Op::Call => self.is_in_value(base, offset),
            Op::Gep => base.operand(0).is_some_and(|base| self.is_held(base)),
            _ => false,
        }
    }

    /// Whether an address in an arena is stored at an address of the stack, there or in a function that gets it for its result.
    fn is_stored(&self, at: Value<'m>) -> bool {
        at.users().into_iter().any(|user| match user.op() {
            Op::Store => user.operand(0).is_some_and(|value| self.is_arena(value)),
            Op::Call => {
                let callee = user
                    .callee()
                    .filter(|f| f.is_function() && !f.is_declaration());
                let params = callee.map_or_else(Vec::new, Value::params);
                let mut given = params.into_iter().zip(user.args());
                given.any(|(param, arg)| arg == at && self.is_stored(param))
            }
            _ => false,
        })
    }

    /// Whether a call gives a value of a map, and its bytes at an offset are no kptr.
    fn is_in_value(&self, call: Value<'m>, offset: i64) -> bool {
        let map = call
            .args()
            .first()
            .filter(|map| map.kind() == Kind::Variable)
            .copied();
        let special = map.and_then(|map| self.cx.special.get(&map.name()));
        let is_there = |field: &Special| field.offset.cast_signed() == offset;
        special.is_some_and(|fields| !fields.iter().any(is_there))
    }
}
