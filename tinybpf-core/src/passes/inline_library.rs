//! Inlines the functions of the Go package for BPF ([`LIBRARY`]): its methods are thin covers of helpers, and what is wrong
//! with a call of one is wrong in the line that calls it.

use super::{Cx, go_name};
use crate::{
    llvm::{Attr, Module, Op, Value},
    names::{LIBRARY, local_name, package},
};

/// Makes LLVM's inliner give inlined code the location of the call, and leave out variables of the inlined function
/// (`InlineFunction` in `llvm/lib/Transforms/Utils/InlineFunction.cpp`; it asks the function that is inlined into).
const CALLERS_LINES: &str = "no-inline-line-tables";

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let mut defined = module.functions();
    defined.retain(|function| !function.is_declaration());
    let library = defined.iter().filter(|f| is_library(module, **f));
    let library = library.filter(|f| !asks_loaders(**f));
    let mut found = false;
    for function in library {
        found = true;
        if function.name().ends_with(").bounds") {
            mark_addresses(module, *function);
        }
        function.remove_attr(Attr::Function, "noinline");
        function.add_attr(module, Attr::Function, "alwaysinline", 0);
    }
    if !found {
        return;
    }
    for function in &defined {
        function.add_string_attr(module, CALLERS_LINES, "true");
    }
    cx.llvm_passes(module, "always-inline");
    for function in module.functions() {
        function.remove_string_attr(CALLERS_LINES);
    }
}

/// Says that what the `bounds` of a packet reads from its context are addresses, and so never 0: checks of pointers into the packet
/// that ask for nil vanish.
fn mark_addresses(module: &Module<'_>, function: Value<'_>) {
    for load in function.instructions() {
        if load.op() == Op::Load && load.ty().is_int() {
            module.set_range(load, 1, 0);
        }
    }
}

/// Whether a function asks loaders about types of the kernel: `lower-core` wants the types of its variables, which inlined code has no
/// more.
fn asks_loaders(function: Value<'_>) -> bool {
    let calls = function.instructions().into_iter();
    let mut callees = calls.filter_map(Value::callee).map(|f| f.name());
    callees.any(|name| local_name(&name).starts_with("bpfCore"))
}

/// Whether a function is of the Go package for BPF, also one with type parameters that another package gives types to.
pub(super) fn is_library(module: &Module<'_>, function: Value<'_>) -> bool {
    let is_in = |name: &str| package(name) == Some(LIBRARY);
    is_in(&function.name()) || go_name(module, function).is_some_and(|name| is_in(&name))
}
