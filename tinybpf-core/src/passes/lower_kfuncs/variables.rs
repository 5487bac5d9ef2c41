//! Variables of the kernel (`.ksyms`) and of its configuration (`.kconfig`).
//!
//! Go code declares them as package variables in these sections, with the kernel's name or with `//go:linkname`. TinyGo
//! keeps neither section nor debug info of a variable under `//go:extern`, which only a configuration's name makes the kernel's.

use super::{
    super::{Cx, place_data::stores, position},
    Externs, Fault, KSYMS, weaken,
};
use crate::{
    Topic,
    kfuncs::CType,
    llvm::{Linkage, Metadata, Module, TyKind, Value, slot},
    names::{core_name, kernel_name, local_name},
};

const KCONFIG: &str = ".kconfig";

/// The Go type of a ksym of which only the address matters.
const TYPELESS: &str = "bpfKsym";

/// The Go type of a configuration that is `y`, `m` or `n`, and its name in libbpf.
const TRISTATE: (&str, &str) = ("bpfTristate", "libbpf_tristate");

/// What names in `.kconfig` start with, the configuration's own and libbpf's.
const CONFIGURATION: [&str; 2] = ["CONFIG_", "LINUX_"];

/// Where a variable of the kernel is.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    section: &'static str,
    /// Whether the kernel may lack it: its section is written as `?.ksyms`.
    optional: bool,
}

fn place(variable: Value<'_>) -> Option<Place> {
    if variable.name().starts_with("llvm.") {
        return None;
    }
    let Some(section) = variable.section() else {
        let name = variable.name();
        let is_configuration = CONFIGURATION.iter().any(|start| name.starts_with(start));
        return (variable.is_declaration() && is_configuration).then_some(Place {
            section: KCONFIG,
            optional: false,
        });
    };
    let name = section.strip_prefix('?').unwrap_or(&section);
    let known = [KSYMS, KCONFIG].into_iter().find(|known| *known == name)?;
    Some(Place {
        section: known,
        optional: name.len() != section.len(),
    })
}

/// Whether a variable is one of the kernel's.
pub(in crate::passes) fn is_of_kernel(variable: Value<'_>) -> bool {
    place(variable).is_some()
}

/// Whether a variable is external already, as C declares it (`__ksym`, `__kconfig`).
fn is_made(variable: Value<'_>) -> bool {
    variable.is_declaration() && variable.section().is_some()
}

/// Reports wrong declarations and uses.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    for variable in module.variables() {
        let Some(place) = place(variable).filter(|_| !is_made(variable)) else {
            continue;
        };
        if let Some((message, help)) = misuse(module, variable, place) {
            let report = cx.error(Topic::Ksyms, position(variable), message);
            help.iter().fold(report, super::Report::help);
        }
        let name = local_name(&variable.name()).to_owned();
        for store in stores(variable) {
            cx.error(
                Topic::Ksyms,
                position(store),
                format!("`{name}` is the kernel's and cannot be written"),
            )
            .help("take the variable out of its section, or write another one");
        }
    }
}

fn misuse(module: &Module<'_>, variable: Value<'_>, place: Place) -> Option<Fault> {
    let symbol = variable.name();
    let name = local_name(&symbol);
    let is_zero = variable.initializer().is_none_or(Value::is_null);
    if !is_zero {
        let message = format!("`{name}` is the kernel's and cannot have an initial value");
        return Some((message, vec!["leave the value out".to_owned()]));
    }
    if place.section != KCONFIG {
        return None;
    }
    if !CONFIGURATION.iter().any(|start| name.starts_with(start)) {
        let message = format!("`{name}` is in `.kconfig`, and is the name of no configuration");
        let help = format!(
            "call it CONFIG_… as in the kernel's configuration, or LINUX_KERNEL_VERSION; or write `//go:linkname {name} CONFIG_…` above it"
        );
        return Some((message, vec![help]));
    }
    (!is_configuration(module, variable)).then(|| {
        (
            format!("`{name}` has a type that no configuration has"),
            vec![format!(
                "use bool, an integer, `{}` (a uint32: 0 no, 1 yes, 2 module), or an array of bytes for a string",
                TRISTATE.0
            )],
        )
    })
}

/// Whether loaders have a value for a variable of the type (libbpf's `find_kcfg_type`).
fn is_configuration(module: &Module<'_>, variable: Value<'_>) -> bool {
    let ty = variable.value_type();
    let is_tristate = go_type(module, variable).is_some_and(|ty| has_name(ty, TRISTATE.0));
    match (ty.int_width(), ty.array()) {
        (Some(bits), _) => !is_tristate || bits == 32,
        (_, Some((element, len))) => element.int_width() == Some(8) && len > 0,
        _ => false,
    }
}

/// Makes the variables external; relies on [`check`].
pub(super) fn lower(externs: &mut Externs<'_>) {
    let module = externs.module;
    for variable in module.variables() {
        let Some(place) = place(variable).filter(|_| !is_made(variable)) else {
            continue;
        };
        if !variable.is_used() {
            variable.delete_variable();
            continue;
        }
        let name = local_name(&variable.name()).to_owned();
        externs.note(position(variable));
        if let Some(same) = externs.variables.get(&name) {
            variable.replace_all_uses_with(*same);
            variable.delete_variable();
            continue;
        }
        let new = module.add_variable("", variable.value_type());
        if let Some(info) = variable.variable_debug_info() {
            new.set_variable_debug_info(info);
        }
        new.set_alignment(variable.alignment());
        new.set_section(place.section);
        new.set_linkage(Linkage::External);
        if place.optional {
            weaken(new);
        }
        let go_type = go_type(module, variable);
        let ty = special_type(go_type, new, place);
        variable.replace_all_uses_with(new);
        variable.delete_variable();
        new.set_name(&name);
        if let Some(ty) = ty {
            let ty = externs
                .types
                .ty(&ty)
                .unwrap_or_else(|| externs.types.typeless());
            externs.types.describe_variable(module, new, ty);
        }
        externs.variables.insert(name, new);
    }
}

/// The type that the variable has in the kernel, where it is not that of Go's debug info.
fn special_type(go_type: Option<Metadata<'_>>, variable: Value<'_>, place: Place) -> Option<CType> {
    let llvm = variable.value_type();
    if place.section == KCONFIG {
        return match go_type {
            Some(ty) => has_name(ty, TRISTATE.0).then(|| CType::Enum(TRISTATE.1.to_owned())),
            None => Some(of_llvm(llvm.int_width())),
        };
    }
    let Some(go_type) = go_type else {
        // LLVM's struct types do not tell which they are: its linker merges those of the same shape.
        return Some(of_llvm(llvm.int_width()));
    };
    let name = go_type.type_name();
    if let Some(core) = core_name(&name) {
        return Some(CType::Struct(kernel_name(core)));
    }
    let is_empty = llvm.kind() == TyKind::Struct && llvm.fields().is_empty();
    (local_name(&name) == TYPELESS || is_empty).then_some(CType::Void)
}

/// The type of what has no debug info; `void` where it is no integer.
fn of_llvm(width: Option<u32>) -> CType {
    match width {
        Some(1) => CType::Bool,
        Some(bits) => CType::Int {
            bits,
            signed: false,
        },
        None => CType::Void,
    }
}

fn go_type<'m>(module: &Module<'m>, variable: Value<'m>) -> Option<Metadata<'m>> {
    let info = variable.variable_debug_info().and_then(Metadata::variable);
    info?.operand(module, slot::VARIABLE_TYPE)
}

fn has_name(ty: Metadata<'_>, name: &str) -> bool {
    local_name(&ty.type_name()) == name
}
