//! Variables that TinyGo drops because no Go code uses them, though others do: maps that are user space's alone, the licence,
//! what the author put into a section of its own.

use super::{Part, is_optimised};
use crate::{
    llvm::{Linkage, Module, Value},
    names::{LIBRARY, package},
    passes::{closure, is_kept, is_map, retain},
};

/// Adds to a Go package what it lacks of `whole`, its IR of before TinyGo dropped anything. Both have the same names, also
/// for what is internal: TinyGo prints the one, and makes the other of it.
pub(super) fn add<'c>(part: &Part<'c>, whole: Module<'c>) -> Result<(), String> {
    let module = &part.module;
    let defines = |value: Value<'_>| {
        let name = value.name();
        let found = module.variable(&name).or_else(|| module.function(&name));
        found.filter(|found| !found.is_declaration())
    };
    // In what TinyGo has optimised, constants may stand for a variable that looks unused.
    let only_maps = is_optimised(module);
    let mut missing = whole.variables();
    // That of the logs, which the Go package has, is the programs' that log.
    let is_library = |variable: &Value<'_>| package(&variable.name()) == Some(LIBRARY);
    missing.retain(|variable| {
        is_kept(&whole, *variable)
            && !is_library(variable)
            && !variable.is_declaration()
            && defines(*variable).is_none()
            && (!only_maps || is_map(&whole, *variable))
    });
    if missing.is_empty() {
        return Ok(());
    }
    let reached = closure(missing.clone());
    retain(&whole, &reached);
    whole.clear_inline_asm();
    use_all(&whole, &missing);
    let mut shared = Vec::new();
    for value in whole.functions().into_iter().chain(whole.variables()) {
        let Some(own) = defines(value) else {
            continue;
        };
        shared.push((own, own.linkage()));
        own.set_linkage(Linkage::External);
        declare_only(&whole, value);
    }
    module.link(whole)?;
    for (value, linkage) in shared {
        value.set_linkage(linkage);
    }
    Ok(())
}

/// Makes LLVM's linker take variables although nothing uses them.
fn use_all<'m>(module: &'m Module<'_>, variables: &[Value<'m>]) {
    let ty = module.ptr_type().array_of(variables.len() as u64);
    let list = module.add_variable("llvm.compiler.used", ty);
    list.set_linkage(Linkage::Appending);
    list.set_section("llvm.metadata");
    list.set_initializer(ty.aggregate(variables));
}

/// Leaves the declaration of a function or variable.
fn declare_only(module: &Module<'_>, value: Value<'_>) {
    let (name, ty) = (value.name(), value.value_type());
    let declaration = if value.is_function() {
        module.add_function("", ty)
    } else {
        module.add_variable("", ty)
    };
    value.replace_all_uses_with(declaration);
    if value.is_function() {
        value.delete_function();
    } else {
        value.delete_variable();
    }
    declaration.set_name(&name);
}
