//! Reports what helpers are given for maps and is none.
//!
//! Before LLVM inlines functions, only arguments that stand in the call itself are known (`lower-helpers` checks these). A wrapper
//! such as `func Lookup(m *Table, key uint32)` hands on what its callers gave it.

use super::{Cx, is_foreign, outer_position, place_data::is_map};
use crate::{
    Topic,
    helpers::{self, Helper, Kind},
    llvm::{Kind as ValueKind, Module, Op, Value},
    names::c_name,
};

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    for call in module.functions().into_iter().flat_map(Value::instructions) {
        let Some(helper) = helper(call) else { continue };
        for (param, arg) in helper.params.iter().zip(call.args()) {
            if param.kind == Kind::Map && is_no_map(module, arg) {
                let what = match arg.kind() {
                    // Behind a pointer that a package variable holds from the start.
                    ValueKind::Variable if arg.name().contains("$alloc") => {
                        "what a package variable points to".to_owned()
                    }
                    ValueKind::Variable => format!("variable `{}`", c_name(&arg.name())),
                    _ => "a local variable".to_owned(),
                };
                cx.error(Topic::MapAsVariable,
                    outer_position(call),
                    format!("helper `{}` is given {what} for a map, which is none", helper.go_name()),
                )
                .help("a map is a package variable of a struct type with the name `bpfMapDef`, an alias of it, or a struct with nothing else in it");
            }
        }
    }
}

/// The helper that an instruction calls, by number.
fn helper(call: Value<'_>) -> Option<&'static Helper> {
    let callee = call.callee().filter(|callee| callee.op() == Op::IntToPtr)?;
    let number = callee.operand(0)?.as_u64()?;
    helpers::by_id(number.try_into().ok()?)
}

fn is_no_map(module: &Module<'_>, arg: Value<'_>) -> bool {
    match arg.kind() {
        ValueKind::Variable => {
            !(arg.is_declaration() || is_map(module, arg) || is_foreign(module, arg))
        }
        _ => arg.op() == Op::Alloca,
    }
}
