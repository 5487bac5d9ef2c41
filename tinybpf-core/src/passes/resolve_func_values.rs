//! Gives calls of func values the functions that they call.
//!
//! BPF calls functions by name only. Function literals and method values are known where they are made, and become known
//! where they are called once the functions between are inlined: those that get them, those that return them, and those that
//! find them among what they captured. A call of one of several functions becomes a choice between calls.
//!
//! What stays unknown is left as it is, for LLVM's optimiser to find out or [`leftovers`] to report.
//!
//! [`leftovers`]: super::reject_unsupported::leftovers

mod choice;

use super::{
    Cx,
    lower_allocations::{is_allocation, roots},
};
use crate::llvm::{Attr, Kind, Module, Op, Value};

/// What forwards func values through memory and out of aggregates, and leaves the rest as Go has it.
const FORWARD: &str = "function(early-cse<memssa>,instsimplify)";

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let mut calls = by_value(module);
    if calls.is_empty() {
        return forget_addresses(module);
    }
    let mut progress = true;
    while progress && !calls.is_empty() {
        cx.llvm_passes(module, "always-inline");
        cx.llvm_passes(module, FORWARD);
        progress = false;
        for call in by_value(module) {
            progress |= choice::spell_out(module, call);
        }
        calls = by_value(module);
        for call in &calls {
            for source in call.callee().map(sources).unwrap_or_default() {
                progress |= open_up(cx, module, source);
            }
        }
    }
    if calls.is_empty() {
        forget_addresses(module);
    }
}

/// The calls whose function is not known.
fn by_value<'m>(module: &'m Module<'_>) -> Vec<Value<'m>> {
    let is_unknown =
        |callee: Value<'_>| matches!(callee.kind(), Kind::Instruction | Kind::Argument);
    let mut found = Vec::new();
    for function in module.functions() {
        found.extend(function.instructions());
    }
    found.retain(|i| i.callee().is_some_and(is_unknown));
    found
}

/// Where a func value comes from, through memory too: arguments, results of calls, and what else its way ends at.
fn sources(value: Value<'_>) -> Vec<Value<'_>> {
    let (mut open, mut found) = (roots(value), Vec::new());
    while let Some(root) = open.pop() {
        if found.contains(&root) {
            continue;
        }
        found.push(root);
        if root.op() == Op::Load {
            open.extend(root.operand(0).map(roots).unwrap_or_default());
        }
        if is_allocation(root) {
            // What may write there, for all that LLVM knows.
            let calls = root.function().instructions().into_iter();
            open.extend(
                calls.filter(|i| i.callee().is_some() && i.args().into_iter().any(is_variable)),
            );
        }
    }
    found
}

fn is_variable(value: Value<'_>) -> bool {
    value.ty().is_pointer() && roots(value).into_iter().any(is_allocation)
}

/// Makes more of a func value's way visible: inlines the function that gets it or returns it. Whether there was anything to do.
fn open_up<'m>(cx: &Cx<'_>, module: &'m Module<'_>, source: Value<'m>) -> bool {
    let function = match (source.parameter(), source.callee()) {
        (Some((function, _)), _) | (None, Some(function)) => function,
        _ => return false,
    };
    if !function.is_function()
        || function.is_declaration()
        || cx.program(&function.name()).is_some()
    {
        return false;
    }
    if function.has_attr(Attr::Function, "noinline") {
        return source
            .parameter()
            .is_some_and(|(function, index)| fix_parameter(module, function, index));
    }
    let is_called = function
        .users()
        .into_iter()
        .any(|user| user.callee() == Some(function));
    if !is_called {
        return false;
    }
    // One that LLVM could not inline stays, with its mark.
    let is_new = !function.has_attr(Attr::Function, "alwaysinline");
    function.add_attr(module, Attr::Function, "alwaysinline", 0);
    is_new
}

/// Puts the function that all callers pass in the place of the parameter.
fn fix_parameter(module: &Module<'_>, function: Value<'_>, index: u32) -> bool {
    let Some(parameter) = function
        .params()
        .get(index as usize)
        .copied()
        .filter(|p| p.is_used())
    else {
        return false;
    };
    let mut passed = Vec::new();
    for call in function.users() {
        match call
            .operand(index)
            .filter(|_| call.callee() == Some(function))
        {
            Some(value) if value.is_function() => passed.push(value),
            _ => return false,
        }
    }
    passed.dedup();
    let [only] = passed[..] else { return false };
    parameter.replace_all_uses_with(only);
    for call in function.users() {
        call.set_operand(index, module.ptr_type().poison());
    }
    true
}

/// With every call by name, takes the addresses of functions out of the code, but for those that helpers get: nobody calls
/// what they are stored in any more. They stay other than nil.
fn forget_addresses(module: &Module<'_>) {
    for user in module.functions().into_iter().flat_map(Value::instructions) {
        let callee = user.callee();
        for (index, operand) in (0..).zip(user.operands()) {
            let is_callee = callee == Some(operand) && index as usize == user.args().len();
            if !is_callee && holds_function(operand) && !is_for_helper(user, operand) {
                user.set_operand(index, without_functions(module, operand));
            }
        }
    }
}

fn holds_function(constant: Value<'_>) -> bool {
    match constant.kind() {
        Kind::Function => !constant.is_declaration(),
        Kind::Aggregate => constant.operands().into_iter().any(holds_function),
        _ => false,
    }
}

fn without_functions<'m>(module: &'m Module<'_>, constant: Value<'m>) -> Value<'m> {
    if !holds_function(constant) {
        return constant;
    }
    if constant.is_function() {
        return module.const_ptr(1);
    }
    let elements: Vec<_> = constant
        .operands()
        .into_iter()
        .map(|element| without_functions(module, element))
        .collect();
    constant.ty().aggregate(&elements)
}

/// Whether an instruction is a call that hands the function to the kernel.
fn is_for_helper(call: Value<'_>, function: Value<'_>) -> bool {
    let Some(callee) = call.callee() else {
        return false;
    };
    call.args().contains(&function) && (!callee.is_function() || callee.is_declaration())
}
