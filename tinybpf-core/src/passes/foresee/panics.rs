//! Panics that are certain.

use super::loops::{reached, taken};
use crate::{
    Topic,
    llvm::{Module, Value},
    passes::{Cx, is_foreign, position},
};

/// Tells of pointers that are nil wherever they are followed. Before the optimiser, which leaves nothing but the end of the program.
pub(in crate::passes) fn check(cx: &mut Cx<'_>, module: &Module<'_>, functions: &[Value<'_>]) {
    for function in functions {
        if is_foreign(module, *function) {
            continue;
        }
        for block in reached(*function) {
            let next = taken(block);
            let ([next], 2) = (next.as_slice(), block.successors().len()) else {
                continue;
            };
            let instructions = next.instructions();
            let panics = |call: &&Value<'_>| {
                call.callee()
                    .is_some_and(|callee| callee.name() == "runtime.nilPanic")
            };
            if let Some(call) = instructions.iter().find(panics) {
                cx.warning(Topic::NilPointer,
                    position(*call).or_else(|| position(*function)),
                    "this pointer is always nil here, and following it ends the program, as a panic does",
                )
                .help("point it to something first: `p := &v`, or what a helper returned and is not nil");
            }
        }
    }
}
