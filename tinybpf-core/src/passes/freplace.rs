//! Programs that replace a global function (`freplace`).
//!
//! The kernel compares their prototypes with that of the function they replace (`btf_check_func_type_match` in
//! `kernel/bpf/btf.c`): as many parameters, numbers of the same size, and pointers to structs of the same names. And it
//! knows of their parameters what it knows of the function's.

use super::{Cx, position, shape_debug_info::go_types};
use crate::{
    Topic,
    llvm::{Module, Tag, TyKind, Value, slot},
    names::local_name,
    section::{ProgramType, Section, context_by_go_name},
    types::debug_info::{underlying, without_aliases},
};

/// Registers for arguments (Linux, `Documentation/bpf/standardization/abi.rst`).
const ARGUMENTS: usize = 5;

pub(super) fn is_freplace(section: &Section) -> bool {
    section.known.program_type == ProgramType::Ext
}

/// Reports a program that can have the prototype of no global function.
pub(super) fn check_signature(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>) {
    const HELP: &str = "write the parameters of the function that it replaces: numbers, and pointers to structs that are called as there (`xdpMd` for xdp_md)";
    let types = function.value_type().param_types();
    let is_word =
        |ty: &crate::llvm::Ty<'_>| ty.is_pointer() || ty.int_width().is_some_and(|bits| bits <= 64);
    let fault = if !types.iter().all(is_word) || types.len() > ARGUMENTS {
        Some("takes what no global function takes")
    } else {
        let pointers = (0..types.len()).filter(|index| types[*index].kind() == TyKind::Pointer);
        let mut names = pointers.map(|index| target(module, function, index));
        names
            .any(|name| name.is_none())
            .then_some("takes an address without a type, and the kernel compares the types with those of the function that is replaced")
    };
    if let Some(fault) = fault {
        let message = format!("program `{}` {fault}", function.name());
        cx.error(Topic::Freplace, position(function), message)
            .help(HELP);
    }
}

/// The kernel's name of the context that a parameter is, by the name of its struct in Go; the kernel never passes nil for it.
pub(super) fn context(
    module: &Module<'_>,
    function: Value<'_>,
    index: usize,
) -> Option<&'static str> {
    context_by_go_name(&target(module, function, index)?)
}

/// What a parameter points to: the name of a type.
pub(super) fn target(module: &Module<'_>, function: Value<'_>, index: usize) -> Option<String> {
    let info = function.subprogram()?;
    let ty = go_types(module, info).get(index).copied().flatten()?;
    let pointer = underlying(module, ty).filter(|ty| ty.tag() == Tag::Pointer)?;
    let target = without_aliases(module, pointer.operand(module, slot::BASE)?);
    Some(local_name(&target.type_name()).to_owned())
}
