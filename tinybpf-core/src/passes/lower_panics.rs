//! Makes every panic the end of the program.
//!
//! Nothing unwinds in BPF, and nothing can stop a program from within a subprogram. So a panic in a program becomes a
//! branch to one block that gives back what the program holds and returns its verdict; a subprogram that can panic tells
//! its caller, which goes the same way:
//!
//! | result in Go | returned in BPF |
//! |---|---|
//! | none, or an integer of at most 32 bits | 64 bits: the result, or -1 for a panic |
//! | a global function's | 64 bits: the result, or [`signature::PANIC`] |
//! | anything else | the result through a pointer to the caller's stack; 0, or -1 for a panic |
//!
//! Several results go through the pointer also where nothing can panic, as BPF returns one register.
//!
//! A function that a helper calls back has no such result. What the program passes on to it through the helper goes into a
//! [`callback::Frame`] on the stack, together with a mark that the callback sets when it panics: it stops the helper, and the
//! caller looks at the mark. A callback that runs later ends by itself.

mod body;
mod callback;
mod callee;
mod nonnull;
mod references;
mod signature;
mod sites;
mod tail_calls;
mod unfit;
mod verdict;

pub(super) use self::{
    body::{split_before, stack_slot},
    callee::Callee,
    verdict::check_result,
};

use std::collections::HashSet;

use super::Cx;
use crate::{
    Topic,
    llvm::{Module, Value},
};

/// What removes checks that cannot fail, and leaves addresses, calls, variables and each `return` as Go has them.
const SIMPLIFY: &str = "function(early-cse,correlated-propagation,instsimplify,sccp)";

/// What turns the slots of held references into what is known of them at each panic.
const RESOLVE: &str = "function(mem2reg,early-cse,correlated-propagation,instsimplify,simplifycfg)";

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    sites::unify(module);
    let verdicts = verdict::read(cx, module);
    check(cx, module);
    if cx.has_errors() {
        return;
    }
    // Without a panic, this drops the marker too.
    cx.llvm_passes(module, "globaldce");
    let panic = sites::marker(module);
    tail_calls::hide_results(cx, module);
    nonnull::promise(cx, module, panic);
    references::inline_wrappers(cx, module);
    tail_calls::inline(cx, module);
    cx.llvm_passes(module, SIMPLIFY);
    super::foresee::check_references(cx, module);
    let plans = signature::plan(cx, module, panic, &verdicts);
    if cx.has_errors() {
        return;
    }
    let held = references::marker(module);
    body::lower(
        module,
        &body::Facts {
            plans: &plans,
            members: &cx.members,
            verdicts: &verdicts,
            panic,
            held,
        },
    );
    cx.llvm_passes(module, RESOLVE);
    references::report_unreleased(cx, held);
    panic.delete_function();
    held.delete_function();
}

/// Reports calls of programs: one that is called would end its caller with its own verdict.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    let programs: Vec<_> = cx
        .programs
        .iter()
        .filter_map(|p| module.function(&p.name))
        .collect();
    for program in programs {
        for user in program.users().into_iter().filter(|u| u.is_instruction()) {
            cx.error(Topic::ProgramCalled,
                super::position(user),
                format!("`{}` is a program, and a program cannot be called", program.name()),
            )
            .help("move the code that both need into a function without `//export`, and call that from both");
        }
    }
}

/// The functions with a body, each after those that it calls and has called back.
fn callees_first<'m>(module: &'m Module<'_>) -> Vec<Value<'m>> {
    fn visit<'m>(function: Value<'m>, seen: &mut HashSet<Value<'m>>, order: &mut Vec<Value<'m>>) {
        if function.is_declaration() || !seen.insert(function) {
            return;
        }
        for call in calls(function) {
            for callee in call.operands().into_iter().filter(|f| f.is_function()) {
                visit(callee, seen, order);
            }
        }
        order.push(function);
    }
    let (mut seen, mut order) = (HashSet::new(), Vec::new());
    for function in module.functions() {
        visit(function, &mut seen, &mut order);
    }
    order
}

/// The calls in a function.
pub(super) fn calls(function: Value<'_>) -> Vec<Value<'_>> {
    let mut found = function.instructions();
    found.retain(|i| i.callee().is_some());
    found
}

/// The calls of a function, wherever they stand.
pub(super) fn callers(function: Value<'_>) -> Vec<Value<'_>> {
    let mut found = function.users();
    found.retain(|user| user.callee() == Some(function));
    found
}

/// Whether a function's address is used other than to call it, as that of one that the kernel calls back.
pub(super) fn is_callback(function: Value<'_>) -> bool {
    // Constants that were used once stay, and use nothing any more.
    let counts = |user: &Value<'_>| user.is_instruction() || user.is_used();
    function
        .users()
        .into_iter()
        .filter(counts)
        .any(|user| user.callee() != Some(function) || user.args().contains(&function))
}
