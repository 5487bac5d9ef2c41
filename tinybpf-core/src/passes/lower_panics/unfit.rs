//! Functions that cannot be subprograms, and become parts of their callers.

use std::collections::HashSet;

use super::{
    super::{Cx, go_name, position},
    callers, is_callback,
    signature::{Plan, Plans, REGISTERS, Shape},
    tail_calls,
};
use crate::{
    Topic,
    llvm::{Attr, Module, Op, Value},
};

/// Inlines the functions that cannot be called in BPF. Whether there were any.
pub(super) fn inline_unfit<'m>(cx: &mut Cx<'_>, module: &'m Module<'_>, plans: &Plans<'m>) -> bool {
    let mut functions = module.functions();
    functions.retain(|f| {
        let plan = plans.get(f);
        let is_free = |p: &&Plan<'_>| {
            !matches!(
                p.shape,
                Shape::Program(_) | Shape::Global(_) | Shape::Callback(_)
            )
        };
        plan.filter(is_free).is_some_and(|p| unfit(*f, p).is_some())
            && !is_callback(*f)
            && !is_inlined(*f)
    });
    for function in &functions {
        let why = plans.get(function).and_then(|plan| unfit(*function, plan));
        if let Some((why, help)) = why
            && function.has_attr(Attr::Function, "noinline")
        {
            let name = go_name(module, *function).unwrap_or_else(|| function.name());
            let message = format!("`{name}` is inlined in spite of `//go:noinline`: {why}");
            cx.warning(Topic::PanicInFunction, position(*function), message)
                .help(help);
        }
        inline(module, *function);
    }
    if !functions.is_empty() {
        cx.llvm_passes(module, "always-inline");
        cx.llvm_passes(module, super::SIMPLIFY);
    }
    !functions.is_empty()
}

/// Why BPF cannot call a function with this plan, and what to write instead.
fn unfit(function: Value<'_>, plan: &Plan<'_>) -> Option<(&'static str, &'static str)> {
    if plan.registers(function) > REGISTERS {
        return Some((
            "its parameters and results need more registers than the five of BPF",
            "a slice takes three, a string two, a result of more than 32 bits one: pass a pointer to a struct",
        ));
    }
    if plan.shape == Shape::Out && may_return_argument(function) {
        return Some((
            "it returns one of its arguments, and can panic or has other results, too: a pointer to the caller's variables cannot go the same way as those",
            "let the caller use the pointer that it has",
        ));
    }
    if plan.shape == Shape::Same && gets_stack(function) && may_return_argument(function) {
        return Some((
            "it returns one of its arguments, and the verifier lets no function return a pointer to the caller's variables",
            "let the caller use the pointer that it has",
        ));
    }
    if plan.shape != Shape::Same && tail_calls::makes(function) {
        return Some((
            "it makes a tail call, and what the program behind that returns would be taken for its result, while it can panic or has several results",
            "leave out `//go:noinline`: a tail call then ends the whole program",
        ));
    }
    None
}

/// Whether a caller hands over a pointer to a variable on its stack.
fn gets_stack(function: Value<'_>) -> bool {
    let is_stack = |mut value: Value<'_>| {
        while let (Op::Gep | Op::BitCast, Some(base)) = (value.op(), value.operand(0)) {
            value = base;
        }
        let allocates = |callee: Value<'_>| callee.name() == "runtime.alloc";
        value.op() == Op::Alloca || value.callee().is_some_and(allocates)
    };
    let calls = callers(function).into_iter();
    calls.flat_map(Value::args).any(is_stack)
}

/// Whether a function can return a pointer that it got. The verifier refuses to have one that points to the stack stored
/// on the stack of the caller, where [`Shape::Out`] puts results.
fn may_return_argument(function: Value<'_>) -> bool {
    let params = function.params();
    let mut work: Vec<_> = function.instructions();
    work.retain(|i| i.op() == Op::Ret);
    let mut seen = HashSet::new();
    while let Some(value) = work.pop() {
        if !seen.insert(value) {
            continue;
        }
        if value.ty().is_pointer() && params.contains(&value) {
            return true;
        }
        match value.op() {
            Op::Ret | Op::Phi | Op::Select | Op::InsertValue | Op::ExtractValue | Op::BitCast => {
                work.extend(value.operands());
            }
            Op::Gep => work.extend(value.operand(0)),
            // What a subprogram returns can be what it got.
            Op::Call
                if value
                    .callee()
                    .is_some_and(|f| f.is_function() && !f.is_declaration()) =>
            {
                work.extend(value.args());
            }
            _ => {}
        }
    }
    false
}

/// Has LLVM's `always-inline` inline a function.
pub(super) fn inline(module: &Module<'_>, function: Value<'_>) {
    for attr in ["noinline", "optnone"] {
        function.remove_attr(Attr::Function, attr);
    }
    function.add_attr(module, Attr::Function, "alwaysinline", 0);
}

/// Whether [`inline`] was asked for a function before: one that is still there has no calls any more, or LLVM cannot.
pub(super) fn is_inlined(function: Value<'_>) -> bool {
    function.has_attr(Attr::Function, "alwaysinline")
}
