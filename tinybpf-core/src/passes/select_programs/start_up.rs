//! Code that runs at start-up in Go: nothing runs before a BPF program.

use std::collections::{BTreeMap, HashSet};

use super::{super::reject_unsupported::is_users, Cx, base_variable, closure, position};
use crate::{
    Position, Topic,
    llvm::{Module, Op, Value},
};

/// The function in which TinyGo leaves what it could not run when it compiled.
const INIT: &str = "runtime.initAll";

/// Notes the variables whose initial value TinyGo could not compute, and warns of other code that is lost.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>, reached: &HashSet<Value<'_>>) {
    if let Some(init) = module.function(INIT) {
        let mut variables = BTreeMap::new();
        for store in stores(module, init) {
            let target = store.operand(1).and_then(base_variable);
            if let Some(variable) = target.filter(|variable| reached.contains(variable)) {
                let place = position(store).or_else(|| position(variable));
                variables.entry(variable.name()).or_insert(place);
            }
        }
        // Where a variable of the user's depends on it, that is an error.
        if !variables.keys().any(|name| is_users(name)) {
            warn(cx, calls(init).find_map(written), "`init`");
        }
        cx.initialised.extend(variables);
    }
    if let Some(main) = module.function("main.main") {
        let mut instructions = main.instructions().into_iter();
        let first = instructions.find(|i| match i.callee() {
            Some(callee) => !callee.name().starts_with("llvm."),
            None => i.op() == Op::Store,
        });
        warn(cx, first.and_then(position), "`main`");
    }
}

fn warn(cx: &mut Cx<'_>, place: Option<Position>, what: &str) {
    if place.is_some() {
        let message = format!("nothing runs {what} before a BPF program: what this does is lost");
        cx.warning(Topic::StartUp, place, message)
            .help("do it in a program, or in user space before loading");
    }
}

/// The stores that TinyGo left, and those in what it still calls of the user's.
fn stores<'m>(module: &'m Module<'_>, init: Value<'m>) -> Vec<Value<'m>> {
    let is_written = |f: &Value<'m>| is_users(&f.name());
    let called = calls(init).map(|(_, callee)| callee);
    let called = closure(called.filter(is_written).collect());
    // In the order of the module: that of a set differs.
    let functions = module.functions().into_iter();
    let functions = functions.filter(|f| called.contains(f) && is_written(f));
    [init]
        .into_iter()
        .chain(functions)
        .flat_map(Value::instructions)
        .filter(|i| i.op() == Op::Store)
        .collect()
}

/// The calls in a function, and the functions called.
fn calls(function: Value<'_>) -> impl Iterator<Item = (Value<'_>, Value<'_>)> {
    let instructions = function.instructions().into_iter();
    instructions.filter_map(|call| Some((call, call.callee()?)))
}

/// Where the user wrote what a call would run: a function of theirs, or a call of a helper in one.
fn written((call, callee): (Value<'_>, Value<'_>)) -> Option<Position> {
    let place = || position(callee).or_else(|| position(call));
    is_users(&callee.name()).then(place).flatten()
}
