//! Functions that helpers and kfuncs call back become functions as the kernel calls them.
//!
//! TinyGo passes a func value as two words, what the function captures and its address, and calls it with the first as a last
//! argument. The kernel takes an address and calls it as C does: so each callback becomes a subprogram of its own with C's
//! parameters and a 64-bit result, into which the Go function is inlined, and its taker gets that address in place of the
//! two words. What a panic does in it is [`lower_panics`](super::lower_panics)' matter.

mod wrong;

use std::collections::HashMap;

use super::{Cx, go_name, lower_helpers::has_context, lower_kfuncs, outer_position};
use crate::{
    helpers::{Callback, CallbackParam, callback},
    llvm::{Attr, Builder, DiBuilder, Linkage, Metadata, Module, Op, Value, slot},
    names::local_name,
};

/// What an instruction gives to a helper or kfunc that takes a function.
#[derive(Clone, Copy)]
pub(super) struct Given<'m> {
    pub(super) callback: &'static Callback,
    /// What the function captures, unless Go code declares the parameter as an address.
    captured: Option<Value<'m>>,
    pub(super) function: Value<'m>,
}

impl Given<'_> {
    /// The argument that a func value has besides the address.
    pub(super) fn captured_index(&self) -> Option<usize> {
        self.captured.map(|_| self.callback.index)
    }
}

/// A subprogram that the kernel calls back.
struct Made<'m> {
    from: Value<'m>,
    callback: &'static Callback,
    /// Its call of the Go function.
    call: Value<'m>,
    function: Value<'m>,
}

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    resolve(cx, module);
    let (mut made, mut targets) = (Vec::new(), HashMap::new());
    for (taker, call, given) in calls(module) {
        if let Some(wrong) = wrong::of(module, &given, call, true) {
            wrong.report(cx);
            continue;
        }
        let function = made_of(module, &given, &mut made);
        let target = targets.entry(taker);
        let target = *target.or_insert_with(|| declare(module, taker, &given));
        replace(module, call, target, &given, function);
    }
    for taker in takers(module).collect::<Vec<_>>() {
        let target = targets.get(&taker);
        if let Some(target) = target.filter(|target| **target != taker && !taker.is_used()) {
            let name = taker.name();
            taker.delete_function();
            target.set_name(&name);
        }
    }
    if !cx.has_errors() && !made.is_empty() {
        inline(cx, module, &made);
    }
}

/// The calls that give a function to a helper or kfunc, in source order.
fn calls<'m>(module: &'m Module<'_>) -> Vec<(Value<'m>, Value<'m>, Given<'m>)> {
    let calls = takers(module).flat_map(|taker| {
        let calls = taker.users().into_iter();
        calls.filter_map(move |call| Some((taker, call, given(call, taker)?)))
    });
    let mut calls: Vec<_> = calls.collect();
    calls.sort_by_cached_key(|(_, call, _)| outer_position(*call));
    calls
}

/// Reports callbacks that cannot be any, as far as that is known before functions are inlined.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    for (_, call, given) in calls(module) {
        if let Some(wrong) = wrong::of(module, &given, call, false) {
            wrong.report(cx);
        }
    }
}

/// The helpers and kfuncs that take a function.
fn takers<'m>(module: &'m Module<'_>) -> impl Iterator<Item = Value<'m>> {
    let takes = |f: &Value<'_>| f.is_declaration() && callback_of(*f).is_some();
    module.functions().into_iter().filter(takes)
}

/// What a declaration calls back.
pub(super) fn callback_of(function: Value<'_>) -> Option<&'static Callback> {
    let symbol = function.name();
    let kfunc = lower_kfuncs::known(&symbol).map(|kfunc| kfunc.name);
    callback(kfunc.unwrap_or_else(|| local_name(&symbol)))
}

/// What a call gives to a function that takes a callback.
pub(super) fn given<'m>(call: Value<'m>, taker: Value<'m>) -> Option<Given<'m>> {
    let callback = callback_of(taker).filter(|_| call.callee() == Some(taker))?;
    let args = call.args();
    let words = args.len() - usize::from(has_context(taker));
    let is_pair = words == callback.arity + 1;
    let at = callback.index + usize::from(is_pair);
    let captured = args.get(callback.index).filter(|_| is_pair);
    let function = args.get(at).filter(|f| f.ty().is_pointer())?;
    (is_pair || words == callback.arity).then_some(Given {
        callback,
        captured: captured.map(|captured| word(*captured)),
        function: word(*function),
    })
}

/// A word of a func value or a slice that was put together in the same function.
pub(super) fn word(value: Value<'_>) -> Value<'_> {
    if value.op() != Op::ExtractValue {
        return value;
    }
    let &[index] = value.indices().as_slice() else {
        return value;
    };
    let part = value.operand(0).and_then(|whole| part(whole, index));
    part.unwrap_or(value)
}

/// A part of what was put together in the same function.
pub(super) fn part(mut whole: Value<'_>, index: u32) -> Option<Value<'_>> {
    while whole.op() == Op::InsertValue {
        if whole.indices() == [index] {
            return whole.operand(1);
        }
        whole = whole.operand(0)?;
    }
    whole.element(index)
}

/// Inlines the functions that hand on what they are given as a callback, where `reject-unsupported` found what that is.
fn resolve(cx: &mut Cx<'_>, module: &Module<'_>) {
    let mut calls = calls(module).into_iter();
    if calls.any(|(_, _, given)| !given.function.is_function()) {
        cx.llvm_passes(module, "always-inline");
        cx.llvm_passes(module, "function(early-cse,instsimplify),globaldce");
    }
}

/// The subprogram for what a call gives; the same for the same function.
fn made_of<'m>(module: &'m Module<'_>, given: &Given<'m>, made: &mut Vec<Made<'m>>) -> Value<'m> {
    let same = |made: &&Made<'m>| {
        made.from == given.function && made.callback.params == given.callback.params
    };
    if let Some(made) = made.iter().find(same) {
        return made.function;
    }
    let one = make(module, given);
    let function = one.function;
    made.push(one);
    function
}

fn make<'m>(module: &'m Module<'_>, given: &Given<'m>) -> Made<'m> {
    let (from, wide) = (given.function, module.int_type(64));
    let types = given.callback.params.iter().map(|param| match param {
        CallbackParam::Int(_) => wide,
        CallbackParam::Pointer(_) => module.ptr_type(),
    });
    let ty = wide.function(&types.collect::<Vec<_>>());
    let function = module.add_function(&format!("{}.callback", from.name()), ty);
    function.set_linkage(Linkage::Internal);
    let builder = Builder::at_end(module, module.append_block(function, "entry"));
    let params = function.params();
    let args = (0..).zip(from.params()).map(|(index, param): (usize, _)| {
        let Some(arg) = params.get(index) else {
            return param.ty().poison();
        };
        arg.set_name(&param.name());
        let (has, wants) = (arg.ty(), param.ty());
        match (has.is_pointer(), wants.is_pointer()) {
            _ if has == wants => *arg,
            (true, _) => builder.cast(Op::PtrToInt, *arg, wants),
            (_, true) => builder.cast(Op::IntToPtr, *arg, wants),
            _ => builder.cast(Op::Trunc, *arg, wants),
        }
    });
    let call = builder.call(from.value_type(), from, &args.collect::<Vec<_>>());
    let result = match call.ty() {
        // Nothing can be returned but 0.
        ty if ty.is_void() => wide.int(0),
        ty if ty == wide => call,
        _ => builder.cast(Op::SExt, call, wide),
    };
    builder.ret(Some(result));
    Made {
        from,
        callback: given.callback,
        call,
        function,
    }
}

/// The helper or kfunc with the address alone in the place of the two words of a func value.
fn declare<'m>(module: &'m Module<'_>, taker: Value<'m>, given: &Given<'m>) -> Value<'m> {
    if given.captured.is_none() {
        return taker;
    }
    let ty = taker.value_type();
    let mut params = ty.param_types();
    params.remove(given.callback.index);
    module.add_function(&taker.name(), ty.return_type().function(&params))
}

fn replace<'m>(
    module: &'m Module<'_>,
    call: Value<'m>,
    target: Value<'m>,
    given: &Given<'m>,
    function: Value<'m>,
) {
    let mut args = call.args();
    if given.captured.is_some() {
        args.remove(given.callback.index);
    }
    args[given.callback.index] = function;
    let types: Vec<_> = args.iter().map(|arg| arg.ty()).collect();
    let ty = call.ty().function(&types);
    let new = Builder::before(module, call).call(ty, target, &args);
    if call.is_used() {
        call.replace_all_uses_with(new);
    }
    call.erase();
}

/// Inlines the Go functions into what is made of them, which takes their debug info over where nothing else calls them.
fn inline(cx: &mut Cx<'_>, module: &Module<'_>, made: &[Made<'_>]) {
    let mut whole = Vec::new();
    for one in made {
        one.call
            .add_call_attr(module, Attr::Function, "alwaysinline", 0);
        let Some(info) = one.from.subprogram() else {
            continue;
        };
        if is_used_once(one.from) {
            whole.push((one, info));
        } else {
            let info = copy(module, one.from, info);
            let place = module.location(info.subprogram_line(), 0, info);
            one.function.set_subprogram(info);
            one.call.set_debug_location(Some(place));
        }
    }
    cx.llvm_passes(module, "always-inline");
    for (one, info) in whole {
        // What is left are constants that nobody uses.
        one.from.replace_all_uses_with(one.from.ty().poison());
        one.from.delete_function();
        one.function.set_subprogram(info);
    }
}

/// Whether a function has one use, not counting constants without any.
fn is_used_once(function: Value<'_>) -> bool {
    fn uses(value: Value<'_>) -> usize {
        let users = value.users().into_iter();
        users
            .map(|user| if user.is_instruction() { 1 } else { uses(user) })
            .sum()
    }
    uses(function) == 1
}

/// Debug info like that of `function`, for another one.
fn copy<'m>(module: &'m Module<'_>, function: Value<'m>, info: Metadata<'m>) -> Metadata<'m> {
    let builder = DiBuilder::new(module);
    let file = info.scope_file().expect("a function has a file");
    let name = go_name(module, function).unwrap_or_default();
    let ty = info.operand(module, slot::SUBPROGRAM_TYPE);
    let ty = ty.unwrap_or_else(|| builder.subroutine_type(&[]));
    let copy = builder.function(file, &name, file, info.subprogram_line(), ty, true);
    if let Some(unit) = info.operand(module, slot::UNIT) {
        copy.set_operand(module, slot::UNIT, unit);
    }
    copy
}
