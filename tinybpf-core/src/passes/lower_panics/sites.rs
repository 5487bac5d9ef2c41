//! Finding the places that panic.

use crate::llvm::{Attr, Builder, Module, Op, Value};

/// The functions of TinyGo's runtime that panic; LLVM's and C's that they end in stand in IR that was optimised before.
const PANICS: [&str; 16] = [
    "runtime._panic",
    "runtime.runtimePanic",
    "runtime.runtimePanicAt",
    "runtime.nilPanic",
    "runtime.nilMapPanic",
    "runtime.lookupPanic",
    "runtime.slicePanic",
    "runtime.sliceToArrayPointerPanic",
    "runtime.unsafeSlicePanic",
    "runtime.chanMakePanic",
    "runtime.negativeShiftPanic",
    "runtime.divideByZeroPanic",
    "runtime.blockingPanic",
    "llvm.trap",
    "llvm.ubsantrap",
    "abort",
];

/// The function without a body whose calls stand for panics.
pub(super) fn marker<'m>(module: &'m Module<'_>) -> Value<'m> {
    const NAME: &str = "tinybpf.panic";
    module.function(NAME).unwrap_or_else(|| {
        let panic = module.add_function(NAME, module.void_type().function(&[]));
        for attr in ["noreturn", "nounwind"] {
            panic.add_attr(module, Attr::Function, attr, 0);
        }
        panic
    })
}

/// Replaces all that ends in a panic, or that LLVM holds for unreachable, by a call of the marker.
pub(super) fn unify(module: &Module<'_>) {
    let panic = marker(module);
    for function in module.functions() {
        if PANICS.contains(&function.name().as_str()) {
            continue;
        }
        for block in function.blocks() {
            let end = block
                .instructions()
                .into_iter()
                .find(|i| is_panic(*i) || i.op() == Op::Unreachable);
            if let Some(end) = end {
                panic_at(module, panic, end);
            }
        }
    }
}

fn is_panic(instruction: Value<'_>) -> bool {
    instruction
        .callee()
        .is_some_and(|callee| PANICS.contains(&callee.name().as_str()))
}

/// Makes the program panic at an instruction, in place of it and all that follows in its block.
fn panic_at<'m>(module: &'m Module<'_>, panic: Value<'m>, at: Value<'m>) {
    let block = at.block();
    let returns = block
        .terminator()
        .is_some_and(|t| t.op() != Op::Unreachable);
    let builder = Builder::before(module, at);
    if returns {
        // The block stays, without a way to it, for the phis that name it.
        builder.move_to_end(super::body::split_before(module, at));
    }
    builder.call(panic.value_type(), panic, &[]);
    builder.unreachable();
    if returns {
        return;
    }
    let mut rest = Some(at);
    while let Some(instruction) = rest {
        rest = instruction.next();
        if instruction.is_used() {
            instruction.replace_all_uses_with(instruction.ty().poison());
        }
        instruction.erase();
    }
}
