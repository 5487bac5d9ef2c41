//! Panics that are certain.

use super::loops::{reached, taken};
use crate::{
    Topic,
    llvm::{Module, Value},
    passes::{Cx, is_foreign, position},
};

/// The panics of Go's runtime, and what they are about.
const PANICS: [(&str, Topic, &str, &str); 4] = [
    (
        "runtime.nilPanic",
        Topic::NilPointer,
        "this pointer is always nil here, and following it ends the program, as a panic does",
        "point it to something first: `p := &v`, or what a helper returned and is not nil",
    ),
    (
        "runtime.divideByZeroPanic",
        Topic::CertainPanic,
        "this always divides by zero, which ends the program, as a panic does",
        "divide by something else, or leave the division out where there is nothing to divide by",
    ),
    (
        "runtime.lookupPanic",
        Topic::CertainPanic,
        "this index is always out of range, which ends the program, as a panic does",
        "compare the index with the length first: `if i < len(a) { … }`",
    ),
    (
        "runtime.slicePanic",
        Topic::CertainPanic,
        "these bounds are always out of range, which ends the program, as a panic does",
        "compare them with the length first: `if len(b) >= 4 { … b[:4] … }`",
    ),
];

/// Tells of what always panics. Before the optimiser, which leaves nothing but the end of the program.
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
            let panic = instructions.iter().find_map(|call| {
                let name = call.callee()?.name();
                let known = PANICS.iter().find(|(panic, ..)| *panic == name)?;
                Some((*call, known))
            });
            if let Some((call, (_, topic, message, help))) = panic {
                let at = position(call).or_else(|| position(*function));
                cx.warning(*topic, at, *message).help(*help);
            }
        }
    }
}
