//! Calls between languages: what a call hands over, and what the function takes.

use crate::{
    Topic,
    llvm::{Attr, Builder, Kind, Module, Ty, Value},
    passes::{Cx, position},
};

/// How an integer that is narrower than a register fills it; what is called may rely on it.
const EXTENSIONS: [&str; 2] = ["zeroext", "signext"];

/// Makes each call one of the function that it names, or reports it.
pub(super) fn fit(cx: &mut Cx<'_>, module: &Module<'_>) {
    for function in module.functions() {
        if function.is_declaration() {
            continue;
        }
        for call in function.users() {
            if call.callee() != Some(function) {
                continue;
            }
            if let Some(call) = fit_call(cx, module, function, call) {
                extend(module, function, call);
            }
        }
    }
}

/// A call with the type of the function. What TinyGo adds to calls of functions under `//go:linkname`, a context that nothing
/// uses, goes.
fn fit_call<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'_>,
    function: Value<'m>,
    call: Value<'m>,
) -> Option<Value<'m>> {
    let wanted = function.value_type().param_types();
    let result = function.value_type().return_type();
    let mut args = call.args();
    let is_nothing = |arg: &&Value<'_>| matches!(arg.kind(), Kind::Undef | Kind::Poison);
    if args.len() == wanted.len() + 1 && args.last().as_ref().is_some_and(is_nothing) {
        args.pop();
    }
    let given: Vec<Ty<'_>> = args.iter().map(|arg| arg.ty()).collect();
    let is_result = result == call.ty() || (call.ty().is_void() && !call.is_used());
    if given != wanted || !is_result {
        report_mismatch(cx, function, call, &given);
        return None;
    }
    if args.len() == call.args().len() && result == call.ty() {
        return Some(call);
    }
    let fitting = Builder::before(module, call).call(function.value_type(), function, &args);
    call.replace_all_uses_with(fitting);
    call.erase();
    Some(fitting)
}

fn report_mismatch(cx: &mut Cx<'_>, function: Value<'_>, call: Value<'_>, given: &[Ty<'_>]) {
    let signature = |params: &[Ty<'_>], result: Ty<'_>| {
        let params: Vec<_> = params.iter().map(|ty| in_words(*ty)).collect();
        let result = if result.is_void() {
            "no result".to_owned()
        } else {
            in_words(result)
        };
        format!("({}) and gives {result}", params.join(", "))
    };
    let ty = function.value_type();
    let defined = position(function).map_or_else(String::new, |p| format!(" at {p}"));
    cx.error(
        Topic::LinkMismatch,
        position(call).or_else(|| position(call.function())),
        format!(
            "`{}` takes {}{defined}, and is declared here as one that takes {}",
            function.name(),
            signature(&ty.param_types(), ty.return_type()),
            signature(given, call.ty()),
        ),
    )
    .help(
        "declare it with types of the same sizes: C's `int` is Go's `int32`, `long` and `long long` are `int64`, any pointer is \
         `unsafe.Pointer` or a Go pointer",
    );
}

fn in_words(ty: Ty<'_>) -> String {
    match ty.int_width() {
        Some(1) => "a bool".to_owned(),
        Some(bits) => format!("{bits} bits"),
        None if ty.is_pointer() => "a pointer".to_owned(),
        None => ty.print(),
    }
}

/// Has arguments and result fill their registers as clang expects it of the other side; TinyGo promises nothing and expects
/// nothing.
fn extend(module: &Module<'_>, function: Value<'_>, call: Value<'_>) {
    for name in EXTENSIONS {
        for (index, _) in (0..).zip(call.args()) {
            let at = Attr::Param(index);
            if function.has_attr(at, name) && call.call_attr_value(at, name).is_none() {
                call.add_call_attr(module, at, name, 0);
            }
        }
        if call.call_attr_value(Attr::Return, name).is_some()
            && !function.has_attr(Attr::Return, name)
        {
            function.add_attr(module, Attr::Return, name, 0);
        }
    }
}
