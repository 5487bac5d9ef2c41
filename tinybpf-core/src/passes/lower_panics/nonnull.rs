//! What is never nil: the kernel's contexts, packets, what is passed on from there, and what lies at a distance from something.

use super::{
    super::{
        Cx, bound_packets, freplace,
        global_functions::{context_of, tags},
    },
    callback, callees_first, callers,
};
use crate::{
    helpers::Runs,
    llvm::{Attr, Block, Kind, Module, Op, Value, predicate},
    section::ProgramType,
};

/// Attributes by which TinyGo promises that a pointer's target can be read as soon as the pointer is not nil. A pointer
/// into a packet may be read only after its bounds check, so LLVM must not move a read before one.
const TOO_MUCH: [&str; 2] = ["dereferenceable", "dereferenceable_or_null"];

/// What allocates in Go: a variable on the stack, in BPF.
const ALLOC: &str = "runtime.alloc";

/// Marks the parameters that are never nil, so that LLVM drops their checks.
pub(super) fn promise(cx: &Cx<'_>, module: &Module<'_>, panic: Value<'_>) {
    for function in module.functions() {
        drop_checks(cx, module, function, panic);
    }
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
                None if cx.global(function).is_some() => {
                    context_of(cx, param).is_some()
                        || tags::is_nonnull(module, function, index as usize)
                }
                None => is_passed_nonnull(cx, function, index),
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

/// Drops the checks of what cannot be nil and no attribute says so. Those that Go code writes itself stay.
fn drop_checks(cx: &Cx<'_>, module: &Module<'_>, function: Value<'_>, panic: Value<'_>) {
    for check in function.instructions() {
        if check.op() != Op::ICmp || check.predicate() != predicate::EQ {
            continue;
        }
        let (Some(value), Some(null)) = (check.operand(0), check.operand(1)) else {
            continue;
        };
        let panics = |user: &Value<'_>| {
            // Only what ends a block has successors to ask for.
            user.op() == Op::Br && {
                let first = user.successors().first().and_then(|block| block.first());
                first.is_some_and(|first| first.callee() == Some(panic))
            }
        };
        if null.is_null()
            && check.users().iter().all(panics)
            && (is_at_distance(value) || is_argument(cx, value))
        {
            check.replace_all_uses_with(module.int_type(1).int(0));
        }
    }
}

/// Whether an address is that of something else and a constant, as that of a struct from its member's (`container_of` in C):
/// nothing lies so near to address 0.
fn is_at_distance(value: Value<'_>) -> bool {
    let is_number = |value: &Value<'_>| value.as_u64().is_some_and(|number| number != 0);
    match value.op() {
        Op::Gep => {
            let steps = &value.operands()[1..];
            steps.len() == 1 && steps.iter().all(is_number)
        }
        Op::IntToPtr => value.operand(0).is_some_and(|sum| {
            let parts = sum.operands();
            let is_address = |part: &Value<'_>| part.op() == Op::PtrToInt;
            matches!(sum.op(), Op::Add | Op::Sub)
                && parts.first().is_some_and(is_address)
                && parts.get(1).is_some_and(is_number)
        }),
        _ => false,
    }
}

/// Whether a value is a pointer that the kernel passes to a member of a struct of functions.
fn is_argument(cx: &Cx<'_>, value: Value<'_>) -> bool {
    let name = (value.op() == Op::Load).then(|| value.function().name());
    let program = name.as_deref().and_then(|name| cx.program(name));
    let is_member =
        program.is_some_and(|of| of.section.known.program_type == ProgramType::StructOps);
    let member = name.as_deref().and_then(|name| cx.members.get(name));
    let index = value.operand(0).filter(|_| is_member).and_then(argument);
    index.is_some_and(|index| !member.is_some_and(|of| of.nullable.contains(&index)))
}

/// Which of the arguments lies at an address, in the array that such a program gets.
pub(super) fn argument(address: Value<'_>) -> Option<u32> {
    let (array, index) = match address.op() {
        Op::Gep if address.operands().len() == 2 => {
            (address.operand(0)?, address.operand(1)?.as_u64()?)
        }
        _ => (address, 0),
    };
    let (_, 0) = array.parameter()? else {
        return None;
    };
    u32::try_from(index).ok()
}

/// Whether no caller passes nil.
fn is_passed_nonnull(cx: &Cx<'_>, function: Value<'_>, index: u32) -> bool {
    if callback::of(function).is_some() {
        return is_given_nonnull(cx, function, index);
    }
    callers(function).into_iter().all(|call| {
        call.operand(index)
            .is_some_and(|value| is_nonnull(cx, value, call.block()))
    })
}

/// Whether the kernel gives a callback something other than nil, which it does but for what the program passes on through
/// the helper.
fn is_given_nonnull(cx: &Cx<'_>, callback: Value<'_>, index: u32) -> bool {
    callback::takers(callback).into_iter().all(|(call, given)| {
        let is_passed_on = index as usize + 1 == given.params.len();
        match given.runs {
            Runs::With(from) if is_passed_on => call
                .operand(from as u32)
                .is_some_and(|arg| is_nonnull(cx, arg, call.block())),
            _ => true,
        }
    })
}

/// Whether a value is known not to be nil in a block.
fn is_nonnull(cx: &Cx<'_>, value: Value<'_>, block: Block<'_>) -> bool {
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
        Op::Gep => value
            .operand(0)
            .is_some_and(|base| is_nonnull(cx, base, block)),
        Op::Load => is_argument(cx, value),
        Op::Call => value.callee().is_some_and(|f| f.name() == ALLOC),
        _ => false,
    };
    is_object || is_at_distance(value) || is_checked(value, block)
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
