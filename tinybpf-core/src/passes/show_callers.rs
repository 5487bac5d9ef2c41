//! After optimisation: code of Go's own packages that was inlined stands where the user's code calls it.
//!
//! Errors, needs and the verifier's log then name a line that the user wrote, and no file of Go's that the user does not know.

use super::{Cx, is_gos_file, location_position};
use crate::llvm::{Metadata, Module};

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    for instruction in module.functions().iter().flat_map(|f| f.instructions()) {
        let Some(location) = instruction.debug_location() else {
            continue;
        };
        if let Some(outside) = outside(cx, location) {
            instruction.set_debug_location(Some(outside));
        }
    }
}

/// Where a location of Go's own packages was inlined, in other code.
fn outside<'m>(cx: &Cx<'_>, mut location: Metadata<'m>) -> Option<Metadata<'m>> {
    let is_gos = |location: Metadata<'_>| {
        location_position(location).is_some_and(|place| is_gos_file(cx, place))
    };
    if !is_gos(location) {
        return None;
    }
    while is_gos(location) {
        location = location.inlined_at()?;
    }
    Some(location)
}
