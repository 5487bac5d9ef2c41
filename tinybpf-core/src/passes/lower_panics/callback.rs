//! Callbacks: functions that a helper or kfunc calls while the program waits, or later.

use super::{super::lower_callbacks::callback_of, body::stack_slot, signature::Plans};
use crate::{
    helpers::{Callback, Runs},
    llvm::{Builder, Module, Op, Value},
};

/// What a call passes to a callback through its taker: the argument of this index.
#[derive(Clone, Copy)]
pub(super) struct Given {
    argument: usize,
}

/// The calls that give a function to a helper or kfunc, with how that calls it.
pub(super) fn takers(function: Value<'_>) -> Vec<(Value<'_>, &'static Callback)> {
    let calls = function.users().into_iter();
    let taken = calls.filter(|user| user.op() == Op::Call && user.args().contains(&function));
    let known = taken.filter_map(|call| Some((call, callback_of(call.callee()?)?)));
    known.collect()
}

/// How the kernel calls a function back, if it does.
pub(super) fn of(function: Value<'_>) -> Option<&'static Callback> {
    takers(function).first().map(|(_, callback)| *callback)
}

/// What a call passes to a callback that can panic and runs during the call.
pub(super) fn panicking(call: Value<'_>, plans: &Plans<'_>) -> Option<Given> {
    let callback = callback_of(call.callee().filter(|f| f.is_function())?)?;
    let function = call.operand(callback.index as u32)?;
    let panics = plans.get(&function).is_some_and(|plan| plan.panics);
    match callback.runs {
        Runs::With(argument) if panics => Some(Given { argument }),
        _ => None,
    }
}

/// What a callback that can panic is given in place of what the program passes on: that, and the mark of a panic.
pub(super) struct Frame<'m> {
    /// The address of the mark: 64 bits, 0 until the callback panics.
    pub(super) mark: Value<'m>,
}

impl<'m> Frame<'m> {
    /// The frame that a callback gets, from which it takes what the program passes on. None where it runs later.
    pub(super) fn of_callback(module: &'m Module<'_>, function: Value<'m>) -> Option<Self> {
        let callback = of(function).filter(|callback| matches!(callback.runs, Runs::With(_)))?;
        let frame = *function.params().get(callback.params.len() - 1)?;
        let first = function.entry()?.first()?;
        let builder = Builder::before(module, first);
        builder.set_location(None);
        let users = frame.users();
        let passed = builder.load(module.ptr_type(), frame);
        for user in users {
            for (index, operand) in (0..).zip(user.operands()) {
                if operand == frame {
                    user.set_operand(index, passed);
                }
            }
        }
        let mark = mark(module, &builder, frame);
        Some(Self { mark })
    }

    /// Makes a call pass a frame.
    pub(super) fn pass(module: &'m Module<'_>, call: Value<'m>, given: Given) -> Self {
        let wide = module.int_type(64);
        let ty = module.struct_type(&[module.ptr_type(), wide]);
        let frame = stack_slot(module, call.function(), ty, "frame");
        let builder = Builder::before(module, call);
        if let Some(passed) = call.operand(given.argument as u32) {
            builder.store(passed, frame);
        }
        let mark = mark(module, &builder, frame);
        builder.store(wide.int(0), mark);
        call.set_operand(given.argument as u32, frame);
        Self { mark }
    }
}

fn mark<'m>(module: &'m Module<'_>, builder: &Builder<'m>, frame: Value<'m>) -> Value<'m> {
    let ty = module.struct_type(&[module.ptr_type(), module.int_type(64)]);
    let int = module.int_type(32);
    builder.gep(ty, frame, &[int.int(0), int.int(1)])
}
