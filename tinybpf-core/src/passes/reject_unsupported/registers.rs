//! What a call can carry: BPF passes arguments in five registers (r1 to r5) and a result in one (r0).

use super::{Cx, go_name, position};
use crate::{
    Topic,
    llvm::{Attr, Linkage, Module, Op, Ty, TyKind, Value},
};

/// Registers for arguments (Linux, `Documentation/bpf/standardization/abi.rst`).
const ARGUMENTS: usize = 5;

/// Makes sure that functions with more than a call can carry are inlined, and reports those that must not be.
pub(super) fn inline_wide(cx: &mut Cx<'_>, module: &Module<'_>, functions: &[Value<'_>]) {
    for &function in functions {
        if function.is_declaration() || cx.is_root(function) {
            continue;
        }
        let wide = words(function) > ARGUMENTS;
        let noinline = function.has_attr(Attr::Function, "noinline");
        if noinline && words_of(function, is_needed) > ARGUMENTS {
            report(cx, module, function);
        }
        // A result of several words is lowered by `lower-panics` where the function must not be inlined.
        if !noinline && (wide || registers(function.value_type().return_type()) > 1) {
            inline(module, function);
        }
    }
}

/// Has a function inlined into all its callers.
pub(super) fn inline<'m>(module: &Module<'_>, function: Value<'m>) {
    if !function.is_declaration() && !function.has_attr(Attr::Function, "noinline") {
        function.add_attr(module, Attr::Function, "alwaysinline", 0);
    }
}

/// Reports functions that are still wider than a call when LLVM has optimised the module.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    for function in module.functions() {
        if function.linkage() == Linkage::Internal && words(function) > ARGUMENTS {
            report(cx, module, function);
        }
    }
}

fn report(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>) {
    let name = go_name(module, function).unwrap_or_else(|| function.name());
    let words = words(function);
    cx.error(Topic::ArgumentWords,
        position(function),
        format!("`{name}` takes {words} argument words and is not inlined, but BPF passes arguments in {ARGUMENTS} registers, a word in each"),
    )
    .help("a string, an interface or a func value is 2 words, a slice 3, a small struct as many as it has fields, anything else 1; arguments that are never used do not count")
    .help("remove `//go:noinline`, or pass a pointer to a struct with the arguments");
}

/// The argument words of a function: its parameters but for those that it does not use, which LLVM removes.
fn words(function: Value<'_>) -> usize {
    words_of(function, Value::is_used)
}

fn words_of<'m>(function: Value<'m>, counts: fn(Value<'m>) -> bool) -> usize {
    function
        .params()
        .into_iter()
        .filter(|param| counts(*param))
        .map(|param| registers(param.ty()))
        .sum()
}

/// Whether a parameter is certainly needed: more is done with it than to put it into a struct of which nobody reads it.
/// [`check`] knows of the others.
fn is_needed(param: Value<'_>) -> bool {
    param.users().into_iter().any(|user| match user.op() {
        Op::InsertValue => is_read(user, &user.indices()),
        Op::Store => false,
        _ => true,
    })
}

/// Whether anybody reads the part `indices` of a struct.
fn is_read(whole: Value<'_>, indices: &[u32]) -> bool {
    whole.users().into_iter().any(|user| match user.op() {
        Op::InsertValue => is_read(user, indices),
        Op::ExtractValue => user.indices() == indices,
        Op::Store => false,
        _ => true,
    })
}

/// How many registers a value takes.
fn registers(ty: Ty<'_>) -> usize {
    match ty.kind() {
        TyKind::Void => 0,
        TyKind::Int => ty.int_width().unwrap_or(64).div_ceil(64) as usize,
        TyKind::Struct => ty.fields().into_iter().map(registers).sum(),
        TyKind::Array => ty
            .array()
            .map_or(0, |(element, len)| registers(element) * len as usize),
        _ => 1,
    }
}
