//! Tail calls, which do not come back where they find a program.
//!
//! In a program, a tail call ends it with the other program's verdict. In a subprogram it ends the subprogram only, and its
//! caller takes that verdict for the result (`emit_bpf_tail_call_direct` and its like in the kernel's JIT compilers). So
//! functions that make tail calls become parts of the programs, unless their author says `//go:noinline` and knows what
//! that means; of what those return LLVM must then believe nothing.

use super::{
    super::{Cx, hide_quotients},
    SIMPLIFY, callees_first, calls, unfit,
};
use crate::{
    helpers,
    llvm::{Attr, Module, Op, Value},
    names::local_name,
};

/// Inlines functions that make tail calls.
pub(super) fn inline(cx: &mut Cx<'_>, module: &Module<'_>) {
    let mut inlined = Vec::new();
    for function in callees_first(module) {
        let below = calls(function).into_iter().filter_map(Value::callee);
        let is_free = !cx.is_root(function) && !function.has_attr(Attr::Function, "noinline");
        if is_free && (makes(function) || below.into_iter().any(|f| inlined.contains(&f))) {
            unfit::inline(module, function);
            inlined.push(function);
        }
    }
    if !inlined.is_empty() {
        cx.llvm_passes(module, "always-inline");
        cx.llvm_passes(module, SIMPLIFY);
    }
}

/// Whether a function makes a tail call itself.
pub(super) fn makes(function: Value<'_>) -> bool {
    let mut callees = calls(function).into_iter().filter_map(Value::callee);
    callees.any(|callee| {
        let helper = helpers::by_go_name(local_name(&callee.name()));
        callee.is_declaration() && helper.is_some_and(|helper| helper.name == "bpf_tail_call")
    })
}

/// Hides from LLVM what subprograms with tail calls return. Nothing in the module calls programs.
pub(super) fn hide_results(cx: &Cx<'_>, module: &Module<'_>) {
    let functions = module.functions().into_iter();
    let own = functions.filter(|f| {
        f.has_attr(Attr::Function, "noinline") && cx.program(&f.name()).is_none() && makes(*f)
    });
    for ret in own.flat_map(Value::instructions) {
        if ret.op() == Op::Ret {
            hide_quotients::hide_operand(module, ret);
        }
    }
}
