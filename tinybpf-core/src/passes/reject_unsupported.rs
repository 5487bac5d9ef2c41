//! Reports every construct of Go that BPF cannot run, all of them in one go.
//!
//! What is the user's is reported where it stands. What lies in Go's own packages is reported where the user's code calls
//! into them. Heap allocation, panics and arithmetic have passes of their own.

mod cycles;
mod features;
mod names;
mod registers;
mod scan;
mod sources;

use std::collections::HashSet;

pub(super) use self::names::is_go;
pub(crate) use self::names::is_users;
use self::{
    features::{FLOATS, FUNC_VALUES, LOCKS, RECURSION, START_UP},
    names::{is_go_package, is_go_scope, last, shown},
    scan::{Found, Scan, runtime_name},
};
use super::{Cx, at, go_name, position};
use crate::{
    Diagnostic, Position, Severity, Topic,
    llvm::{Kind, Metadata, Module, Op, Value, slot},
    names::package,
};

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let functions = reached(cx, module);
    let initialised = report_initialised(cx, module);
    cx.diagnostics.append(&mut cx.unloggable);
    let mut scan = Scan::new(module, &functions, initialised);
    for &function in &functions {
        if scan.is_transparent(function) {
            let file = position(function).filter(|_| is_go(module, function));
            cx.gos_files.extend(file.map(|place| place.file));
            continue;
        }
        for (instruction, found) in scan.findings(function) {
            report(cx, module, instruction, &found);
        }
        report_cycle(cx, module, &scan, function);
    }
    for function in scan.to_inline() {
        registers::inline(module, *function);
    }
    registers::inline_wide(cx, module, &functions);
    let own: Vec<_> = functions
        .iter()
        .copied()
        .filter(|function| !scan.is_transparent(*function))
        .collect();
    super::foresee::check_loops(cx, module, &own);
    super::foresee::check_panics(cx, module, &own);
    super::foresee::check_results(cx, module);
    // What the passes that lower them would report, so that all that is wrong is said at once.
    super::lower_panics::check(cx, module);
    super::global_functions::check(cx, module);
    super::lower_callbacks::check(cx, module);
    super::lower_kfuncs::check(cx, module);
    super::lower_helpers::check(cx, module);
    super::place_data::check(cx, module);
    super::encode_struct_ops::check(cx, module);
    check_more(cx, |cx| super::encode_maps::check(cx, module));
    // Alone, allocations are reported by their pass, which knows them better.
    if cx.has_errors() {
        check_more(cx, |cx| super::lower_allocations::check(cx, module, &own));
    }
}

/// Runs a check, and drops what it reports on lines where there is an error already: it is a consequence.
fn check_more(cx: &mut Cx<'_>, check: impl FnOnce(&mut Cx<'_>)) {
    let known = std::mem::take(&mut cx.diagnostics);
    check(cx);
    let found = std::mem::replace(&mut cx.diagnostics, known);
    let known = cx.diagnostics.clone();
    let is_new = |found: &Diagnostic| {
        !known
            .iter()
            .any(|known| is_same_line(&known.position, found.position.as_ref()))
    };
    cx.diagnostics.extend(found.into_iter().filter(is_new));
}

/// Reports what only the optimised module tells: func values that LLVM did not resolve, and functions that it left with
/// more arguments than a call can carry.
pub(super) fn leftovers(cx: &mut Cx<'_>, module: &Module<'_>) {
    for call in module.functions().iter().flat_map(|f| f.instructions()) {
        let by_value = call
            .callee()
            .is_some_and(|callee| matches!(callee.kind(), Kind::Instruction | Kind::Argument));
        if by_value {
            report(cx, module, call, &Found::of(FUNC_VALUES));
        }
    }
    registers::check(cx, module);
}

/// Reports the user's variables that code at start-up would initialise. What is left are those of Go's own packages, which
/// are reported where they are used.
fn report_initialised<'m>(cx: &mut Cx<'_>, module: &'m Module<'_>) -> Vec<Value<'m>> {
    let mut left = Vec::new();
    for (name, place) in std::mem::take(&mut cx.initialised) {
        // What is behind a variable of package `log` is `log$alloc`.
        let path = package(&name).or_else(|| Some(name.split_once('$')?.0));
        let is_go = path.is_some_and(is_go_package);
        if let Some(variable) = module.variable(&name).filter(|_| is_go) {
            left.push(variable);
            continue;
        }
        let name = last(&name);
        let message = format!(
            "variable `{name}` gets its initial value from {}, but {}",
            START_UP.name, START_UP.why
        );
        push(cx, START_UP.topic, place, message, START_UP.help);
    }
    left
}

/// The functions that programs reach through calls and func values, programs first. Of the runtime, what BPF cannot run
/// counts as reached, but what that calls does not.
fn reached<'m>(cx: &Cx<'_>, module: &'m Module<'_>) -> Vec<Value<'m>> {
    let mut functions: Vec<_> = cx
        .programs
        .iter()
        .map(|program| &program.name)
        .chain(cx.globals.iter().map(|global| &global.name))
        .filter_map(|name| module.function(name))
        .collect();
    let mut seen: HashSet<_> = functions.iter().copied().collect();
    let mut next = 0;
    while let Some(&function) = functions.get(next) {
        next += 1;
        let name = function.name();
        if runtime_name(&name).is_some_and(|name| !features::is_runnable(name)) {
            continue;
        }
        let mut open: Vec<_> = function
            .instructions()
            .into_iter()
            .rev()
            .flat_map(Value::operands)
            .collect();
        while let Some(value) = open.pop() {
            match value.kind() {
                Kind::Function if seen.insert(value) => functions.push(value),
                Kind::ConstantExpr | Kind::Aggregate => open.extend(value.operands()),
                _ => {}
            }
        }
    }
    functions
}

/// Reports a feature once for each place, with what to write instead.
fn report(cx: &mut Cx<'_>, module: &Module<'_>, instruction: Value<'_>, found: &Found) {
    let (place, inlined) = site(module, instruction);
    let by = inlined.as_ref().or(found.by.as_ref());
    let feature = by
        .and_then(|name| features::of_package(package(name)?, found.feature))
        .unwrap_or(found.feature);
    let start = by.map(|name| format!("`{}` cannot be used in BPF: ", shown(name)));
    let is_known = |d: &Diagnostic| {
        d.position == place
            && start
                .as_ref()
                .is_some_and(|start| d.message.starts_with(start))
    };
    // A call of one function is reported once, whatever else that function needs.
    if cx.diagnostics.iter().any(is_known) {
        return;
    }
    let message = match start {
        None => format!("{} cannot be used in BPF: {}", feature.name, feature.why),
        Some(start) => format!("{start}it needs {}, and {}", feature.name, feature.why),
    };
    // An expression has many operations on numbers: the line is enough.
    let is_said =
        |d: &Diagnostic| d.message == message && is_same_line(&d.position, place.as_ref());
    if feature == FLOATS && cx.diagnostics.iter().any(is_said) {
        return;
    }
    let help = by
        .and_then(|name| features::instead(name, package(name)?))
        .unwrap_or(feature.help);
    let topic = match by {
        Some(_) if feature != LOCKS => Topic::StandardLibrary,
        _ => feature.topic,
    };
    push(cx, topic, place, message, help);
}

/// Reports a function that calls itself, once for each cycle: at the function of it that is reached first.
fn report_cycle<'m>(cx: &mut Cx<'_>, module: &Module<'_>, scan: &Scan<'m>, function: Value<'m>) {
    let Some(cycle) = scan.cycle(function) else {
        return;
    };
    let is_first = |(_, callee): &(_, Value<'m>)| {
        scan.is_transparent(*callee) || scan.order(*callee) >= scan.order(function)
    };
    if !cycle.iter().all(is_first) {
        return;
    }
    let name = |function: Value<'_>| go_name(module, function).unwrap_or_else(|| function.name());
    let mut way = name(function);
    for (_, callee) in &cycle {
        way.push_str(" → ");
        way.push_str(&name(*callee));
    }
    let (place, _) = site(module, cycle[0].0);
    let message = format!(
        "{} cannot be used in BPF: {way}; {}",
        RECURSION.name, RECURSION.why
    );
    push(cx, RECURSION.topic, place, message, RECURSION.help);
}

fn is_same_line(a: &Option<Position>, b: Option<&Position>) -> bool {
    let place = |p: &Position| (p.file.clone(), p.line);
    a.is_some() && a.as_ref().map(place) == b.map(place)
}

fn push(cx: &mut Cx<'_>, topic: Topic, position: Option<Position>, message: String, help: &str) {
    let diagnostic = Diagnostic {
        severity: Severity::Error,
        topic,
        position,
        message,
        help: vec![help.to_owned()],
    };
    if !cx.diagnostics.contains(&diagnostic) {
        cx.diagnostics.push(diagnostic);
    }
}

/// Where the user's code has an instruction: if it was inlined from Go's own packages, where that was called, and the name
/// of the function that was called there.
pub(super) fn site(
    module: &Module<'_>,
    instruction: Value<'_>,
) -> (Option<Position>, Option<String>) {
    let mut by = None;
    let mut location = location(instruction);
    while let Some(here) = location {
        let Some(scope) = here.scope() else { break };
        let (line, column) = here.line_and_column();
        if !is_go_scope(module, scope) {
            let place = scope.scope_file().and_then(|file| at(file, line, column));
            return (place.or_else(|| position(instruction.function())), by);
        }
        by = scope
            .operand(module, slot::NAME)
            .and_then(|name| name.string(module));
        location = here.inlined_at();
    }
    let place = position(instruction).or_else(|| position(instruction.function()));
    (place, None)
}

/// The debug location of an instruction; where TinyGo lost it, that of what stands nearest.
///
/// When TinyGo makes room on the stack for the operands of an operation on a map or a channel, that operation gets the
/// location of the first instruction of the function.
fn location<'m>(instruction: Value<'m>) -> Option<Metadata<'m>> {
    let own = instruction.debug_location();
    let function = instruction.function();
    let first = function.entry()?.first()?.debug_location();
    let place = |location: &Metadata<'m>| location.line_and_column();
    let operands = instruction.operands();
    let is_on_stack = |operand: &Value<'m>| match operand.op() {
        Op::Gep => operand.operand(0).is_some_and(|of| of.op() == Op::Alloca),
        op => op == Op::Alloca,
    };
    let on_stack = operands.iter().any(is_on_stack);
    let is_own = |own: &Metadata<'m>| Some(place(own)) != first.as_ref().map(place);
    if !on_stack || own.as_ref().is_some_and(is_own) {
        return own;
    }
    let block = instruction.block().instructions();
    let (before, after) = block.split_at(block.iter().position(|i| *i == instruction)?);
    let locations = |instructions: &[Value<'m>]| {
        let mut found = Vec::new();
        for i in instructions {
            found.extend(i.record_locations());
            found.extend(i.debug_location());
        }
        found
    };
    let (mut before, after) = (locations(before), locations(after));
    // A map or channel in a package variable is read right there.
    let object = operands[0];
    let is_read = object.op() == Op::Load && object.operand(0)?.kind() == Kind::Variable;
    // Before the head of a loop over a map stands nothing that belongs to it.
    let callee = instruction.callee();
    let is_next = callee.is_some_and(|callee| callee.name() == "runtime.hashmapNext");
    if is_read || is_next {
        before = object.debug_location().into_iter().collect();
    }
    if is_read && is_next {
        return before.pop();
    }
    before.reverse();
    let declared = function.subprogram().map(Metadata::subprogram_line);
    let fits = |here: &Metadata<'m>| {
        let (line, _) = place(here);
        Some(place(here)) != first.as_ref().map(place) && Some(line) != declared && line != 0
    };
    let nearest = before.into_iter().find(fits);
    // In the first block, an operation can be the first that has a location.
    let own = own.filter(|_| Some(instruction.block()) == function.entry());
    nearest.or(own).or_else(|| after.into_iter().find(fits))
}
