//! Makes debug info what the BPF back end turns into good BTF.
//!
//! The back end writes `.BTF` and `.BTF.ext` from debug info as clang makes it. TinyGo's differs: Go names where the kernel
//! takes C identifiers only, typedefs of anonymous structs, prototypes without results, absolute paths. All of it is put
//! right here, in place where nodes are distinct (functions, variables, units), by new nodes where they are shared (types,
//! files).

mod accesses;
mod files;
mod functions;
mod types;

use std::collections::HashSet;

pub(crate) use accesses::{are_there, restore_names};
pub(crate) use functions::{add as add_debug_info, go_types, locals};
pub(crate) use types::{kernel_struct, type_tag};

use self::{files::Files, types::Shaper};
use super::{Cx, encode_struct_ops::is_struct_ops, is_foreign, position};
use crate::{
    Topic,
    llvm::{Linkage, Metadata, Module, Op, Value, slot},
    passes::place_data::is_map,
};

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let units = module.named_metadata("llvm.dbg.cu");
    let Some(unit) = units.first() else {
        cx.error(
            Topic::DebugInfo,
            None,
            "the IR has no debug info, from which the types come that loaders and the kernel need",
        )
        .help("compile it without TinyGo's `-no-debug`");
        return;
    };
    collect_variables(cx, module);
    // Debuggers, who want DWARF, want to find the files too.
    if !cx.options.dwarf
        && let Err(message) = rename_files(cx, module, &units)
    {
        cx.internal = Some(message);
        return;
    }
    let file = unit.operand(module, slot::FILE).expect("a unit has a file");
    let core_types = cx.options.core_types.clone();
    let mut shaper = Shaper::new(module, file, &core_types);
    functions::name_contexts(cx, module, &mut shaper);
    shape_variables(module, &mut shaper);
    functions::shape(cx, module, &mut shaper, *unit);
    accesses::shape(module, &mut shaper);
    place_branches(module);
}

/// TinyGo's branches have no line: each gets that of its condition, by which the verifier's log and debuggers name the way that was taken.
fn place_branches(module: &Module<'_>) {
    let nowhere = |at: Option<Metadata<'_>>| at.is_none_or(|at| at.line_and_column().0 == 0);
    for branch in module.functions().iter().flat_map(|f| f.instructions()) {
        if branch.op() != Op::Br || !nowhere(branch.debug_location()) {
            continue;
        }
        // A jump that is not conditional has the block alone.
        let condition = branch.operand(0).filter(|value| value.is_instruction());
        if let Some(place) = condition.and_then(Value::debug_location)
            && !nowhere(Some(place))
        {
            branch.set_debug_location(Some(place));
        }
    }
}

/// Notes the types and places of the data variables while debug info still speaks Go.
fn collect_variables(cx: &mut Cx<'_>, module: &Module<'_>) {
    for variable in module.variables() {
        let is_data = variable.linkage() == Linkage::External
            && !variable.is_declaration()
            && !is_map(module, variable)
            && !is_struct_ops(variable);
        let info = variable.variable_debug_info().filter(|_| is_data);
        let Some(info) = info.and_then(Metadata::variable) else {
            continue;
        };
        let ty = info.operand(module, slot::VARIABLE_TYPE);
        let ty = ty.and_then(|ty| crate::types::read(&mut cx.types, module, ty));
        cx.variables
            .insert(variable.name(), (ty, position(variable)));
    }
}

fn rename_files<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'m>,
    units: &[Metadata<'m>],
) -> Result<(), String> {
    let mut files = Files::new(module)?;
    for scope in scopes(module) {
        if scope.is_subprogram() {
            files.of_function(cx, scope)?;
        } else {
            files.of_block(cx, scope)?;
        }
    }
    for variable in module.variables() {
        if let Some(info) = variable.variable_debug_info().and_then(Metadata::variable) {
            files.of_variable(cx, info)?;
        }
    }
    for unit in units {
        files.of_unit(*unit);
    }
    Ok(())
}

/// The functions of the module and those that were inlined into them, and the blocks in them, each once, in order.
fn scopes<'m>(module: &'m Module<'m>) -> Vec<Metadata<'m>> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for function in module.functions() {
        found.extend(function.subprogram().filter(|info| seen.insert(*info)));
        for instruction in function.instructions() {
            let mut location = instruction.debug_location();
            while let Some(at) = location {
                let mut scope = at.scope();
                while let Some(here) = scope.filter(|info| seen.insert(*info)) {
                    found.push(here);
                    scope = here.enclosing_scope(module);
                }
                location = at.inlined_at();
            }
        }
    }
    found
}

/// Gives each variable that loaders see its C name and BTF's types; others need no debug info.
fn shape_variables<'m>(module: &'m Module<'m>, shaper: &mut Shaper<'m>) {
    for variable in module.variables() {
        let Some(info) = variable.variable_debug_info().and_then(Metadata::variable) else {
            continue;
        };
        if is_foreign(module, variable) {
            continue;
        }
        if !matches!(
            variable.linkage(),
            Linkage::External | Linkage::ExternalWeak
        ) {
            variable.clear_variable_debug_info();
            continue;
        }
        let name = module.md_string(&variable.name());
        for slot in [slot::VARIABLE_NAME, slot::VARIABLE_DISPLAY_NAME] {
            info.set_operand(module, slot, name);
        }
        info.clear_operand(module, slot::VARIABLE_LINKAGE_NAME);
        let ty = info.operand(module, slot::VARIABLE_TYPE);
        // Loaders look the kernel's struct up by it.
        if let Some(ty) = ty.filter(|_| is_struct_ops(variable)) {
            shaper.keep_name(ty);
        }
        if let Some(ty) = ty.and_then(|ty| shaper.shape(ty)) {
            info.set_operand(module, slot::VARIABLE_TYPE, ty);
        }
    }
}

/// A C name that is short enough for kernels before 6.1 (`KSYM_NAME_LEN` 128), with room for a number at its end.
fn short(name: &str) -> String {
    const MOST: usize = 120;
    name.chars().take(MOST).collect()
}

/// The list of annotations with one tag for BTF.
fn decl_tags<'m>(module: &'m Module<'_>, tags: &[&str]) -> Metadata<'m> {
    let tag = |tag: &&str| {
        let text = ["btf_decl_tag", tag].map(|text| Some(module.md_string(text)));
        Some(module.md_node(&text))
    };
    module.md_node(&tags.iter().map(tag).collect::<Vec<_>>())
}
