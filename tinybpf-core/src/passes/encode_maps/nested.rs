//! Finds definitions of maps inside other variables, where no loader finds them.

use crate::{
    Topic,
    llvm::{Metadata, Module, Tag, slot},
    passes::{
        Cx, is_foreign,
        place_data::{is_definition, is_map},
        position,
    },
    types::debug_info::{members, underlying},
};

/// Reports the variables that have definitions of maps among their fields or elements.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    for variable in module.variables() {
        if is_map(module, variable) || is_foreign(module, variable) {
            continue;
        }
        let info = variable.variable_debug_info().and_then(Metadata::variable);
        let ty = info.and_then(|info| info.operand(module, slot::VARIABLE_TYPE));
        if ty.is_some_and(|ty| holds_definition(module, ty)) {
            let name = super::definition::name(module, variable);
            cx.error(Topic::MapDefinition,
                position(variable),
                format!("variable `{name}` has definitions of maps inside, and loaders make maps of package variables alone"),
            )
            .help("declare each map as a package variable: `var counters = bpfMapDef{…}`");
        }
    }
}

fn holds_definition(module: &Module<'_>, ty: Metadata<'_>) -> bool {
    let Some(ty) = underlying(module, ty) else {
        return false;
    };
    let parts = match ty.tag() {
        Tag::Array => vec![ty],
        Tag::Struct => members(module, ty),
        _ => Vec::new(),
    };
    let mut types = parts
        .into_iter()
        .filter_map(|part| part.operand(module, slot::BASE));
    types.any(|ty| is_definition(module, ty) || holds_definition(module, ty))
}
