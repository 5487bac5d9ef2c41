//! References and arguments: what a program owns from its start, and what a release takes beside the reference.

use super::{
    super::{body::stack_slot, callee::Callee, nonnull},
    Reference,
};
use crate::{
    helpers::{Acquired, Acquisition},
    kfuncs::CType,
    llvm::{Builder, Module, Op, Value},
};

/// The indices of the arguments of a call, beside the reference, that what releases it takes too: pointers of the same names.
pub(super) fn shared(by: Callee, acquisition: &Acquisition) -> impl Iterator<Item = u32> + use<> {
    let release = acquisition.release.and_then(Callee::by_name);
    let shared = match (by, release) {
        (Callee::Kfunc(acquire), Some(Callee::Kfunc(release))) => {
            let (acquire, release) = (acquire.prototype(), release.prototype());
            let wanted = release.params.into_iter().skip(1);
            // The kernel fills in what it calls ignored.
            let wanted = wanted.filter(|(name, _)| !name.ends_with("__ign"));
            let place = |wanted: (String, CType)| {
                let mut params = acquire.params.iter();
                params.position(|param| *param == wanted && matches!(param.1, CType::Pointer(_)))
            };
            wanted.filter_map(place).map(|index| index as u32).collect()
        }
        _ => Vec::new(),
    };
    shared.into_iter()
}

/// The reference that a program gets in its array of arguments.
pub(super) fn owned<'m>(
    module: &'m Module<'_>,
    function: Value<'m>,
    index: u32,
    release: &'static str,
) -> Option<Reference<'m>> {
    let is_it = |address| nonnull::argument(address) == Some(index);
    let mut loads = function.instructions().into_iter();
    let argument = loads.find(|i| i.op() == Op::Load && i.operand(0).is_some_and(&is_it))?;
    let slot = stack_slot(module, function, module.ptr_type(), "held");
    Builder::before(module, argument.next()?).store(argument, slot);
    Some(Reference {
        slot,
        flag: None,
        others: Vec::new(),
        root: argument,
        acquisition: Acquisition {
            acquired: Acquired::Result,
            only_for_maps: &[],
            release: Some(release),
        },
        by: Callee::by_name(release)?,
    })
}
