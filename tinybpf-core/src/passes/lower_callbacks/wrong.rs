//! Callbacks that the kernel cannot call.

use super::Given;
use crate::{
    Position, Topic, counted,
    helpers::{Callback, CallbackParam, by_name},
    llvm::{Kind, Module, Op, Ty, TyKind, Value},
    passes::{Cx, go_name, outer_position, position},
};

/// What is wrong with a callback.
pub(super) struct Wrong {
    position: Option<Position>,
    message: String,
    help: String,
}

impl Wrong {
    pub(super) fn report(self, cx: &mut Cx<'_>) {
        cx.error(Topic::Callbacks, self.position, self.message)
            .help(self.help);
    }
}

/// What is wrong with the function that `call` gives; while functions may still be inlined (not `resolved`), what is not
/// known yet counts as right.
pub(super) fn of(
    module: &Module<'_>,
    given: &Given<'_>,
    call: Value<'_>,
    resolved: bool,
) -> Option<Wrong> {
    let function = given.function;
    let taker = shown(given.callback);
    if !function.is_function() {
        return resolved.then(|| Wrong {
            position: outer_position(call),
            message: format!("what {taker} calls back is known only when the program runs, and it must be one function that the object names"),
            help: "pass a top-level function or a func literal by itself; to choose between several, call the helper in each branch of an `if`".to_owned(),
        });
    }
    // A helper's address, which is reported as a value.
    if function.is_declaration() {
        return None;
    }
    if let Some(captured) = given.captured.filter(|c| !is_nothing(*c))
        && (resolved || captured.kind() != Kind::Argument)
    {
        return Some(of_captured(given, call));
    }
    let fault = of_signature(given.callback, function)?;
    let name = name(module, function);
    Some(Wrong {
        position: position(function).or_else(|| outer_position(call)),
        message: format!("{name}, which {taker} calls back, {fault}"),
        help: format!("write it as `{}`", given.callback.go_type()),
    })
}

fn of_captured(given: &Given<'_>, call: Value<'_>) -> Wrong {
    let (taker, ty) = (shown(given.callback), given.callback.go_type());
    if given.function.name().ends_with("$bound") {
        return Wrong {
            position: outer_position(call),
            message: format!(
                "{taker} calls back a method value, which carries its receiver along, and the kernel passes it no such thing"
            ),
            help: format!(
                "pass a function (`{ty}`), and the receiver as its last argument where the helper has one for it"
            ),
        };
    }
    let captured = captured_variable(given);
    let what = captured.map_or_else(|| "variables".to_owned(), |name| format!("`{name}`"));
    let help = if given.callback.params.last() == Some(&CallbackParam::Pointer("ctx")) {
        "keep what it needs in a struct, pass the struct's address as the ctx argument, and read it through the parameter `ctx`"
    } else {
        "keep what it needs in the map's value or in a package variable"
    };
    Wrong {
        position: outer_position(call),
        message: format!(
            "the function that {taker} calls back captures {what} of the function around it, and the kernel passes it its parameters only"
        ),
        help: help.to_owned(),
    }
}

/// The name of the variable that a closure captures, if it is one.
fn captured_variable(given: &Given<'_>) -> Option<String> {
    let captured = given.captured.filter(|c| c.op() == Op::Call)?;
    let name = captured.name();
    let name = name.split('.').next().unwrap_or_default();
    let is_variable = !name.is_empty() && !matches!(name, "closure" | "new" | "complit");
    is_variable.then(|| name.to_owned())
}

/// Why the kernel cannot call a function.
fn of_signature(callback: &Callback, function: Value<'_>) -> Option<String> {
    let mut params = function.params();
    let wanted = callback.params;
    // TinyGo adds a context to all functions without `//export`: those with a Go name, and those of `//go:linkname`.
    let is_context = |param: &Value<'_>| param.ty().is_pointer() && param.name() == "context";
    let is_longer = function.name().contains('.') || params.len() == wanted.len() + 1;
    if is_longer && params.last().is_some_and(is_context) {
        params.pop();
    }
    if params.len() != wanted.len() {
        return Some(format!(
            "takes {}, and the kernel passes {}",
            counted(params.len(), "argument word"),
            wanted.len()
        ));
    }
    for (number, (param, wanted)) in (1..).zip(params.into_iter().zip(wanted)) {
        let is_pointer = param.ty().is_pointer();
        let is_wide = matches!(param.ty().int_width(), Some(32 | 64));
        let fault = match wanted {
            CallbackParam::Int(_) if is_wide => continue,
            CallbackParam::Pointer(_) if is_pointer || param.ty().int_width() == Some(64) => {
                continue;
            }
            CallbackParam::Int(name) => format!("`{name}`, a number of 64 bits"),
            CallbackParam::Pointer(name) => format!("`{name}`, an address"),
        };
        let what = kind(param.ty());
        return Some(format!(
            "takes {what} as argument {number}, where the kernel passes {fault}"
        ));
    }
    let result = function.value_type().return_type();
    if result.is_void() && callback.results == (0, 0) {
        return None;
    }
    if !matches!(result.int_width(), Some(32 | 64)) {
        return Some(format!(
            "returns {}, and the kernel reads a number: {}",
            kind(result),
            callback.meaning()
        ));
    }
    let odd = returned(function).into_iter().find(|number| {
        let (least, most) = callback.results;
        !(least..=most).contains(number)
    })?;
    Some(format!(
        "returns {odd}, and the kernel takes {}",
        callback.meaning()
    ))
}

/// The constants that a function returns.
fn returned(function: Value<'_>) -> Vec<i64> {
    let returns = function.instructions().into_iter();
    let returns = returns.filter(|i| i.op() == Op::Ret);
    let values = returns.filter_map(|ret| ret.operand(0));
    values.filter_map(Value::as_i64).collect()
}

fn is_nothing(value: Value<'_>) -> bool {
    matches!(value.kind(), Kind::Undef | Kind::Poison | Kind::Null)
}

fn kind(ty: Ty<'_>) -> String {
    match ty.kind() {
        TyKind::Void => "nothing".to_owned(),
        TyKind::Pointer => "an address".to_owned(),
        TyKind::Float => "a floating-point number".to_owned(),
        TyKind::Int if ty.int_width() == Some(1) => "a bool".to_owned(),
        TyKind::Int => format!("a number of {} bits", ty.int_width().unwrap_or_default()),
        _ => "several words".to_owned(),
    }
}

/// A taker, as a message calls it.
fn shown(callback: &Callback) -> String {
    match by_name(callback.taker) {
        Some(helper) => format!("helper `{}`", helper.go_name()),
        None => format!("kfunc `{}`", callback.taker),
    }
}

fn name(module: &Module<'_>, function: Value<'_>) -> String {
    let name = go_name(module, function).unwrap_or_else(|| function.name());
    format!("`{name}`")
}
