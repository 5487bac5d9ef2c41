//! Maps that a program may not use: programs that may sleep have few types of them, and some programs none with locks or timers in
//! their values (`check_map_prog_compatibility` in the kernel's `kernel/bpf/verifier.c`).

use std::collections::BTreeSet;

use super::super::{known_map, place};
use crate::{
    Map, Position, Topic,
    llvm::{Module, Value},
    passes::{Cx, Special},
    section::rights::{Rights, sections_with_field, sleepable_map, unfit_map},
};

/// What values may hold and not all programs may use, as the kernel names it.
const FIELDS: [&str; 3] = ["bpf_spin_lock", "bpf_timer", "bpf_wq"];

/// Reports the maps that a program may not use where it first uses them.
pub(super) fn check(
    cx: &mut Cx<'_>,
    module: &Module<'_>,
    rights: Rights<'_>,
    functions: &[Value<'_>],
) {
    for (map, at) in used(cx, module, functions) {
        let fields = cx.special.get(&map.name).map_or(&[][..], Vec::as_slice);
        if let Some((message, help)) = unfit(fields, rights, &map) {
            cx.error(Topic::MapNotAllowed, at, message).help(help);
        }
    }
}

/// The maps that functions name, each with the place of the first time.
fn used(cx: &Cx<'_>, module: &Module<'_>, functions: &[Value<'_>]) -> Vec<(Map, Option<Position>)> {
    let mut seen = BTreeSet::new();
    let mut maps = Vec::new();
    for instruction in functions
        .iter()
        .flat_map(|function| function.instructions())
    {
        for operand in instruction.operands() {
            if let Some(map) = known_map(cx, module, operand)
                && seen.insert(map.name.clone())
            {
                maps.push((map.clone(), place(instruction)));
            }
        }
    }
    maps
}

fn unfit(fields: &[Special], rights: Rights<'_>, map: &Map) -> Option<(String, String)> {
    let (name, known) = (&map.name, rights.section.known);
    let kind = known.name;
    if known.sleepable && !sleepable_map(map.map_type) {
        return Some(unfit_map(map, kind));
    }
    let mut types = fields.iter().map(|field| field.ty);
    let field = types.find(|ty| FIELDS.contains(ty) && !rights.has_field(ty))?;
    let instead = match field {
        "bpf_spin_lock" => "count with `sync/atomic` or in a per-CPU map, which need no lock; ",
        _ => "",
    };
    Some((
        format!(
            "the values of map `{name}` hold a `{field}`, and programs in section `{kind}` cannot use such maps"
        ),
        format!("{instead}programs in {} can", sections_with_field(field)),
    ))
}
