//! Global functions: those that the kernel verifies by themselves, and that other programs may replace (`freplace`).
//!
//! In C they are the functions without `static`. In Go they are exported (`//export NAME`) into the section of all code that
//! is no program (`//go:section .text`). The kernel knows nothing of their callers: numbers may be any, addresses nil, and
//! an address must have a type whose size says what may be touched. LLVM must not look through them either: what it sees may
//! be replaced. So they are weak until it has optimised.

pub(super) mod tags;

use super::{Cx, Global, go_name, lower_panics::callers, position, shape_debug_info::go_types};
use crate::{
    Topic,
    llvm::{Linkage, Module, Tag, TyKind, Value, slot},
    section::ProgramType,
    types::debug_info::underlying,
};

/// The section that says so.
pub(super) const SECTION: &str = ".text";

/// Registers for arguments (Linux, `Documentation/bpf/standardization/abi.rst`).
const ARGUMENTS: usize = 5;

/// Notes an exported function as a global one.
pub(super) fn select(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>) {
    let name = function.name();
    if let Some(fault) = fault(module, function) {
        cx.error(Topic::GlobalFunctions,
            position(function),
            format!("global function `{name}` {fault}"),
        )
        .help("it may take up to five numbers, pointers to structs and the program's context, and return a number, a bool or nothing")
        .help("without `//export` and `//go:section .text` it is verified together with its callers, and free of all that");
    }
    function.set_section("");
    function.set_linkage(Linkage::Weak);
    let result = function.value_type().return_type();
    let result = result.int_width().unwrap_or_default();
    cx.globals.push(Global { name, result });
}

/// Why the kernel cannot verify a function by itself (`btf_prepare_func_args` in `kernel/bpf/btf.c`).
fn fault(module: &Module<'_>, function: Value<'_>) -> Option<String> {
    let ty = function.value_type();
    let params = ty.param_types();
    if go_name(module, function).is_some_and(|name| name.starts_with('(')) {
        return Some("is a method, which has no name in an object".to_owned());
    }
    let is_word = |bits: Option<u32>| bits.is_some_and(|bits| bits <= 64);
    let is_plain = params
        .iter()
        .all(|param| param.is_pointer() || is_word(param.int_width()));
    if !is_plain {
        return Some("takes more than numbers and addresses".to_owned());
    }
    if params.len() > ARGUMENTS {
        let words = params.len();
        return Some(format!(
            "takes {words} argument words, and BPF passes arguments in {ARGUMENTS} registers"
        ));
    }
    let result = ty.return_type();
    match result.kind() {
        TyKind::Void => None,
        TyKind::Int if is_word(result.int_width()) => None,
        TyKind::Pointer => Some("returns an address, and the kernel takes numbers only".to_owned()),
        _ => Some("returns more than a number".to_owned()),
    }
}

/// Reports parameters whose size the kernel cannot know: addresses that are not of a type, unless they are the context.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    for Global { name, .. } in cx.globals.clone() {
        let Some(function) = module.function(&name) else {
            continue;
        };
        let Some(info) = function.subprogram() else {
            continue;
        };
        let is_typed = |index: usize| {
            let ty = go_types(module, info).get(index).copied().flatten();
            let pointer = ty.and_then(|ty| underlying(module, ty));
            pointer.is_some_and(|ty| {
                ty.tag() == Tag::Pointer && ty.operand(module, slot::BASE).is_some()
            })
        };
        for index in 0..function.params().len() {
            if let Some((message, help)) = tags::fault(cx, module, function, index) {
                let message = format!("global function `{name}` {message}");
                cx.error(Topic::GlobalFunctions, position(function), message)
                    .help(help);
            }
        }
        let params = function.params().into_iter().enumerate();
        let mut untyped = params.filter(|(index, param)| {
            param.ty().is_pointer()
                && context_of(cx, *param).is_none()
                && !tags::of(module, function, *index).contains(&tags::CONTEXT)
                && !is_typed(*index)
        });
        if let Some((_, param)) = untyped.next() {
            let message = format!(
                "global function `{name}` takes the address `{}` without a type, and the kernel, which verifies the function by itself, must know how much lies there",
                param.name()
            );
            cx.error(Topic::GlobalFunctions, position(function), message).help(
                "declare it as a pointer to a struct or array; a program's context may be unsafe.Pointer where each caller passes it",
            );
        }
    }
}

/// The type of the programs whose context a parameter is, wherever its function is called.
pub(super) fn context_of(cx: &Cx<'_>, value: Value<'_>) -> Option<ProgramType> {
    fn visit<'m>(cx: &Cx<'_>, value: Value<'m>, seen: &mut Vec<Value<'m>>) -> Option<ProgramType> {
        let (function, index) = value.parameter()?;
        if let Some(program) = cx.program(&function.name()) {
            let known = program.section.known.program_type;
            return (index == 0 && known != ProgramType::Ext).then_some(known);
        }
        seen.push(value);
        let mut found = None;
        for call in callers(function) {
            let passed = call.operand(index)?;
            if seen.contains(&passed) {
                continue;
            }
            let context = visit(cx, passed, seen)?;
            if *found.get_or_insert(context) != context {
                return None;
            }
        }
        found
    }
    visit(cx, value, &mut Vec::new())
}

/// Makes them strong again, when nothing optimises them any more.
pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let functions = cx.globals.iter();
    let functions = functions.filter_map(|global| module.function(&global.name));
    for function in functions {
        function.set_linkage(Linkage::External);
    }
}
