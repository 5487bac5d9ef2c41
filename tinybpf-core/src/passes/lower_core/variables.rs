//! Package variables of CO-RE types: something to ask about, and nothing that holds data.

use super::plan::Plan;
use crate::{
    Topic,
    core_type::kernel_type,
    llvm::{Kind, Metadata, Module, Tag, Value, slot},
    names::local_name,
    passes::{Cx, lower_kfuncs::is_of_kernel, position},
    types::debug_info::{members, underlying},
};

/// What the symbols of `//go:extern __bpf_core_task_struct` start with, by which the guide has questions about a type.
const ANCHOR: &str = "__bpf_core_";

/// Whether a variable is declared only to ask about its type.
pub(in crate::passes) fn is_anchor(variable: Value<'_>) -> bool {
    variable.is_declaration() && variable.name().starts_with(ANCHOR)
}

/// Whether a variable is a view of a kernel object.
pub(super) fn is_core(cx: &Cx<'_>, module: &Module<'_>, variable: Value<'_>) -> bool {
    let name = ty(module, variable).map(Metadata::type_name);
    is_anchor(variable)
        || name.is_some_and(|name| kernel_type(&cx.options.core_types, &name).is_some())
}

/// Reports variables that would hold kernel structs as Go lays them out.
pub(super) fn check<'m>(cx: &mut Cx<'_>, module: &'m Module<'m>, plan: &Plan<'m>) {
    for variable in module.variables() {
        let name = local_name(&variable.name()).to_owned();
        // In its section, it is the kernel's own object.
        if is_of_kernel(variable) {
            continue;
        }
        if is_core(cx, module, variable) {
            let Some(user) = other_use(plan, variable) else {
                continue;
            };
            cx.error(Topic::CoreCopy,
                position(user).or_else(|| position(variable)),
                format!("package variable `{name}` is a view of a kernel struct, and can only be asked about"),
            )
            .help("copy the struct into a local variable, and keep the fields that you need in a struct of your own");
        } else if let Some(part) = ty(module, variable).and_then(|ty| core_part(cx, module, ty)) {
            cx.error(Topic::CoreCopy,
                position(variable),
                format!("package variable `{name}` holds `{part}`, a view of a kernel struct, which has other offsets in each kernel"),
            )
            .help("keep the fields that you need in a struct of your own");
        }
    }
}

fn ty<'m>(module: &Module<'_>, variable: Value<'m>) -> Option<Metadata<'m>> {
    let info = variable
        .variable_debug_info()
        .and_then(Metadata::variable)?;
    info.operand(module, slot::VARIABLE_TYPE)
}

/// A use of a variable other than a question.
fn other_use<'m>(plan: &Plan<'m>, value: Value<'m>) -> Option<Value<'m>> {
    value.users().into_iter().find_map(|user| {
        if user.kind() == Kind::ConstantExpr {
            return other_use(plan, user);
        }
        let is_asked = plan.queries.iter().any(|(call, _)| *call == user);
        (!is_asked).then_some(user)
    })
}

/// The name of a CO-RE struct in a type, not behind a pointer.
fn core_part(cx: &Cx<'_>, module: &Module<'_>, ty: Metadata<'_>) -> Option<String> {
    let plain = underlying(module, ty)?;
    if plain.tag() == Tag::Struct && kernel_type(&cx.options.core_types, &ty.type_name()).is_some()
    {
        return Some(local_name(&ty.type_name()).to_owned());
    }
    match plain.tag() {
        Tag::Struct => members(module, plain)
            .into_iter()
            .filter_map(|field| field.operand(module, slot::BASE))
            .find_map(|field| core_part(cx, module, field)),
        Tag::Array => core_part(cx, module, plain.operand(module, slot::BASE)?),
        _ => None,
    }
}
