//! What is never nil: the kernel's contexts, packets, and what is passed on from there.

use super::{
    super::{Cx, bound_packets, freplace, global_functions::context_of},
    callback, callees_first, callers,
};
use crate::{
    helpers::Runs,
    llvm::{Attr, Block, Kind, Module, Op, Value, predicate},
};

/// Attributes by which TinyGo promises that a pointer's target can be read as soon as the pointer is not nil. A pointer
/// into a packet may be read only after its bounds check, so LLVM must not move a read before one.
const TOO_MUCH: [&str; 2] = ["dereferenceable", "dereferenceable_or_null"];

/// What allocates in Go: a variable on the stack, in BPF.
const ALLOC: &str = "runtime.alloc";

/// Marks the parameters that are never nil, so that LLVM drops their checks.
pub(super) fn promise(cx: &Cx<'_>, module: &Module<'_>) {
    if let Some(alloc) = module.function(ALLOC) {
        alloc.add_attr(module, Attr::Return, "nonnull", 0);
    }
    let mut functions = callees_first(module);
    functions.reverse();
    for function in functions {
        let program = cx.program(&function.name());
        for (index, param) in (0..).zip(function.params()) {
            for name in TOO_MUCH {
                function.remove_attr(Attr::Param(index), name);
            }
            let is_checked = param.ty().is_pointer() && param.is_used();
            let is_nonnull = || match program {
                // As of the function that it replaces.
                Some(program) if freplace::is_freplace(&program.section) => {
                    freplace::context(module, function, index as usize).is_some()
                }
                Some(_) => true,
                // The kernel promises the context alone.
                None if cx.global(function).is_some() => context_of(cx, param).is_some(),
                None => is_passed_nonnull(function, index),
            };
            if is_checked && is_nonnull() {
                function.add_attr(module, Attr::Param(index), "nonnull", 0);
            }
        }
        for name in TOO_MUCH {
            function.remove_attr(Attr::Return, name);
        }
        for start in bound_packets::starts(cx, module, function) {
            if start.ty().int_width() == Some(32) {
                module.set_range(start, 1, 0);
            }
        }
    }
}

/// Whether no caller passes nil.
fn is_passed_nonnull(function: Value<'_>, index: u32) -> bool {
    if callback::of(function).is_some() {
        return is_given_nonnull(function, index);
    }
    callers(function).into_iter().all(|call| {
        call.operand(index)
            .is_some_and(|value| is_nonnull(value, call.block()))
    })
}

/// Whether the kernel gives a callback something other than nil, which it does but for what the program passes on through
/// the helper.
fn is_given_nonnull(callback: Value<'_>, index: u32) -> bool {
    callback::takers(callback).into_iter().all(|(call, given)| {
        let is_passed_on = index as usize + 1 == given.params.len();
        match given.runs {
            Runs::With(from) if is_passed_on => call
                .operand(from as u32)
                .is_some_and(|arg| is_nonnull(arg, call.block())),
            _ => true,
        }
    })
}

/// Whether a value is known not to be nil in a block.
fn is_nonnull(value: Value<'_>, block: Block<'_>) -> bool {
    match value.kind() {
        Kind::Variable | Kind::Function => return true,
        Kind::Argument => {
            let function = block.function();
            let index = function.params().iter().position(|p| *p == value);
            if index.is_some_and(|i| function.has_attr(Attr::Param(i as u32), "nonnull")) {
                return true;
            }
        }
        _ => {}
    }
    let is_object = match value.op() {
        Op::Alloca => true,
        Op::Gep => value.operand(0).is_some_and(|base| is_nonnull(base, block)),
        Op::Call => value.callee().is_some_and(|f| f.name() == ALLOC),
        _ => false,
    };
    is_object || is_checked(value, block)
}

/// Whether every way to a block goes through the branch of a nil check in which the value is not nil.
fn is_checked(value: Value<'_>, block: Block<'_>) -> bool {
    let blocks = block.function().blocks();
    let mut at = block;
    // A chain of blocks without another way in cannot be longer than the function.
    for _ in 0..blocks.len() {
        let mut before = blocks.iter().filter(|b| b.successors().contains(&at));
        let (Some(only), None) = (before.next(), before.next()) else {
            return false;
        };
        if let Some(end) = only.terminator().filter(|end| end.op() == Op::Br)
            && let [yes, no] = end.successors()[..]
            && yes != no
            && let Some(check) = end.operand(0).filter(|check| check.op() == Op::ICmp)
            && check.operand(0) == Some(value)
            && check.operand(1).is_some_and(Value::is_null)
        {
            let nonnull = match check.predicate() {
                predicate::EQ => no,
                _ => yes,
            };
            if nonnull == at && matches!(check.predicate(), predicate::EQ | predicate::NE) {
                return true;
            }
        }
        at = *only;
    }
    false
}
