//! What the types of a global function's parameters tell the kernel of them, as the tags `__arg_…` do in C.

use crate::{
    core_type::kernel_type,
    llvm::{Metadata, Module, Tag, Value, slot},
    names::local_name,
    passes::{Cx, shape_debug_info::go_types},
    types::debug_info::{underlying, without_aliases},
};

/// Named pointer types whose names start so, and their tags in BTF (`btf_prepare_func_args` in `kernel/bpf/btf.c`):
/// `type bpfArgNonnull[T any] *T`, `type bpfArgTrustedTask *bpfCoreTaskStruct`.
const TAGS: &[(&str, &[&str])] = &[
    ("bpfArgTrustedNullable", &[TRUSTED, NULLABLE]),
    ("bpfArgTrusted", &[TRUSTED]),
    ("bpfArgUntrusted", &["arg:untrusted"]),
    ("bpfArgNonnull", &[NONNULL]),
    ("bpfArgNullable", &[NULLABLE]),
    ("bpfArgCtx", &[CONTEXT]),
    ("bpfArgArena", &[ARENA]),
];

const TRUSTED: &str = "arg:trusted";
const NULLABLE: &str = "arg:nullable";
const NONNULL: &str = "arg:nonnull";
/// Of a context that its type does not show.
pub(in crate::passes) const CONTEXT: &str = "arg:ctx";

/// Of an address in an arena.
pub(in crate::passes) const ARENA: &str = "arg:arena";

/// What names that start so mean nothing else.
const PREFIX: &str = "bpfArg";

/// The tags of a parameter by its type in Go; none for most.
pub(in crate::passes) fn of(
    module: &Module<'_>,
    function: Value<'_>,
    index: usize,
) -> &'static [&'static str] {
    let ty = ty(module, function, index);
    ty.map_or(&[], |ty| of_type(module, ty))
}

fn ty<'m>(module: &Module<'m>, function: Value<'m>, index: usize) -> Option<Metadata<'m>> {
    let info = function.subprogram()?;
    let ty = go_types(module, info).get(index).copied().flatten()?;
    Some(without_aliases(module, ty))
}

fn of_type(module: &Module<'_>, ty: Metadata<'_>) -> &'static [&'static str] {
    let name = ty.type_name();
    let is_pointer = underlying(module, ty).is_some_and(|ty| ty.tag() == Tag::Pointer);
    let mut known = TAGS.iter();
    let found = known.find(|(prefix, _)| is_pointer && local_name(&name).starts_with(prefix));
    found.map_or(&[], |(_, tags)| tags)
}

/// Whether the kernel promises that an address is not null.
pub(in crate::passes) fn is_nonnull(
    module: &Module<'_>,
    function: Value<'_>,
    index: usize,
) -> bool {
    let tags = of(module, function, index);
    let promises = [TRUSTED, NONNULL, CONTEXT];
    !tags.contains(&NULLABLE) && tags.iter().any(|tag| promises.contains(tag))
}

/// Whether the verifier knows an address for that of an object of the kernel.
pub(in crate::passes) fn is_object(module: &Module<'_>, function: Value<'_>, index: usize) -> bool {
    of(module, function, index).contains(&TRUSTED)
}

/// What is wrong with the type of a parameter, and what to write.
pub(super) fn fault(
    cx: &Cx<'_>,
    module: &Module<'_>,
    function: Value<'_>,
    index: usize,
) -> Option<(String, &'static str)> {
    let ty = ty(module, function, index)?;
    let name = local_name(&ty.type_name()).to_owned();
    let tags = of_type(module, ty);
    if tags.is_empty() && name.starts_with(PREFIX) {
        return Some((
            format!("has a parameter of type `{name}`, and no such tag is known"),
            "name it bpfArgNonnull, bpfArgNullable, bpfArgTrusted, bpfArgTrustedNullable, bpfArgUntrusted, bpfArgCtx or bpfArgArena, with what you like behind it",
        ));
    }
    let pointer = underlying(module, ty)?;
    let target = pointer.operand(module, slot::BASE);
    let is_kernels = target.is_some_and(|ty| {
        let ty = without_aliases(module, ty);
        kernel_type(&cx.options.core_types, &ty.type_name()).is_some()
    });
    (tags.contains(&TRUSTED) && !is_kernels).then(|| {
        (
            format!("has a parameter of type `{name}`, which points to no struct of the kernel's, and only those are trusted"),
            "write bpfArgNonnull for memory of the program's own, or point to a view of a kernel struct (`bpfCore…`)",
        )
    })
}
