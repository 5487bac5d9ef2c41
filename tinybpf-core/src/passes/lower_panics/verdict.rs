//! What a program returns when it panics.

use std::collections::HashMap;

use super::super::{Cx, freplace, position};
use crate::{
    Position, Topic,
    llvm::{Module, Ty, TyKind, Value},
    section::ProgramType,
};

/// Reads the verdict of each program: its type's, or the one that the program names with `bpfPanicVerdict`. Those calls go.
pub(super) fn read<'m>(cx: &mut Cx<'_>, module: &'m Module<'_>) -> HashMap<String, Value<'m>> {
    let mut verdicts = HashMap::new();
    let named = directives(cx, module);
    for program in 0..cx.programs.len() {
        let program = &cx.programs[program];
        // What the function that is replaced may return, its section does not tell.
        let default = (!freplace::is_freplace(&program.section))
            .then(|| i64::from(program.section.panic_verdict()));
        let name = program.name.clone();
        let default = cx.members.get(&name).map(|of| of.verdict).or(default);
        let Some(function) = module.function(&name) else {
            continue;
        };
        check_result(cx, module, function);
        let Some(ty) = result(cx, module, function) else {
            continue;
        };
        let named = named.get(&name);
        let Some(number) = named.map(|(number, _)| *number).or(default) else {
            continue;
        };
        let at = named.and_then(|(_, at)| at.clone());
        let is_bool = function.value_type().return_type().int_width() == Some(1);
        if is_bool && !matches!(number, 0 | 1) {
            cx.error(
                Topic::PanicVerdict,
                at.clone().or_else(|| position(function)),
                format!("program `{name}` returns bool, and its verdict for panics is {number}"),
            )
            .help("return `int32`, or call bpfPanicVerdict with 0 (false) or 1 (true)");
        }
        if ty.is_pointer() && number != 0 {
            cx.error(
                Topic::PanicVerdict,
                at.or_else(|| position(function)),
                format!(
                    "program `{name}` returns a pointer, and its verdict for panics is {number}"
                ),
            )
            .help("leave bpfPanicVerdict out: a panic returns nil");
        }
        let verdict = match ty.is_pointer() {
            true => ty.null(),
            false => ty.int(number as u64),
        };
        verdicts.insert(name, verdict);
    }
    verdicts
}

/// The type that a program returns in BPF. `None` if it is not one for which the kernel has a meaning.
pub(super) fn result<'m>(
    cx: &Cx<'_>,
    module: &'m Module<'_>,
    program: Value<'m>,
) -> Option<Ty<'m>> {
    let ty = program.value_type().return_type();
    match (ty.kind(), ty.int_width()) {
        // What the kernel takes an object from, as `Qdisc_ops.dequeue`.
        (TyKind::Pointer, _) if is_struct_ops(cx, program) => Some(ty),
        // The kernel's verifier wants a value in R0 also where nobody reads it.
        (TyKind::Void, _) | (_, Some(1)) => Some(module.int_type(32)),
        (_, Some(32 | 64)) => Some(ty),
        _ => None,
    }
}

/// Whether the kernel calls a program through a member of a struct.
fn is_struct_ops(cx: &Cx<'_>, program: Value<'_>) -> bool {
    let program = cx.program(&program.name());
    program.is_some_and(|of| of.section.known.program_type == ProgramType::StructOps)
}

/// Reports a program whose result is none.
pub(in crate::passes) fn check_result(cx: &mut Cx<'_>, module: &Module<'_>, program: Value<'_>) {
    if result(cx, module, program).is_some() {
        return;
    }
    let ty = program.value_type().return_type();
    let bits = format!("an integer of {} bits", ty.int_width().unwrap_or_default());
    let what = match (ty.kind(), ty.struct_name()) {
        (TyKind::Float, _) => "a floating-point number",
        (TyKind::Int, _) => &bits,
        (TyKind::Pointer, _) => "a pointer",
        (TyKind::Struct, Some(name)) if name == "runtime._string" => "a string",
        (TyKind::Struct, None) => "several values",
        _ => "a value of several parts",
    };
    let message = format!(
        "program `{}` returns {what}, and the kernel reads an integer of 32 or 64 bits",
        program.name()
    );
    cx.error(Topic::ProgramSignature, position(program), message)
        .help("return `int32` (or bool, uint32, int64, uint64, or nothing)");
}

/// The verdicts that programs name, with where they do.
fn directives(cx: &mut Cx<'_>, module: &Module<'_>) -> HashMap<String, (i64, Option<Position>)> {
    let mut found: HashMap<String, (i64, Option<Position>)> = HashMap::new();
    let functions = module.functions();
    for directive in functions.into_iter().filter(|f| is_directive(*f)) {
        let mut calls = super::callers(directive);
        calls.sort_by_key(|call| position(*call));
        for call in calls {
            let (at, owner) = (position(call), call.function().name());
            let number = call.args().first().copied().and_then(Value::as_i64);
            if cx.program(&owner).is_none() {
                cx.error(Topic::PanicVerdict, at, "bpfPanicVerdict is called in a function that is not a program")
                    .help("call it in the function under `//export`: a panic anywhere below ends that program");
            } else if let Some(number) = number {
                let (first, _) = found.entry(owner.clone()).or_insert((number, at.clone()));
                if *first != number {
                    let first = *first;
                    cx.error(Topic::PanicVerdict, at, format!("`{owner}` names two verdicts for panics, {first} and {number}"))
                        .help("one verdict holds for the whole program, wherever the call of bpfPanicVerdict stands");
                }
            } else {
                cx.error(
                    Topic::PanicVerdict,
                    at,
                    "the argument of bpfPanicVerdict is not a constant",
                )
                .help("write a number or a Go constant: `bpfPanicVerdict(2)`");
            }
            call.erase();
        }
    }
    found
}

fn is_directive(function: Value<'_>) -> bool {
    let name = function.name();
    function.is_declaration()
        && (name == "bpf_panic_verdict" || name.rsplit('.').next() == Some("bpfPanicVerdict"))
}
