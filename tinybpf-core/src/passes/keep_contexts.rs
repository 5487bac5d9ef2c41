//! Keeps LLVM from handing subprograms fields of the context in place of its address.
//!
//! At `-O3` it loads what a subprogram reads through a pointer in the caller already, with the width that it has in memory. Of
//! a context those are 32-bit numbers, and the verifier sees packet pointers only in the 64-bit registers that such a load
//! fills: in the argument it sees a number. A pointer that has gone through assembly without instructions stays a pointer.

use super::{Cx, global_functions::context_of};
use crate::{
    OptLevel,
    llvm::{Builder, Module, Value},
};

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    if cx.options.opt_level != OptLevel::O3 {
        return;
    }
    let functions = module.functions().into_iter().filter(|f| !cx.is_root(*f));
    let contexts: Vec<_> = functions
        .flat_map(Value::params)
        .filter(|p| p.ty().is_pointer() && p.is_used() && context_of(cx, *p).is_some())
        .collect();
    for context in contexts {
        hide(module, context);
    }
}

fn hide<'m>(module: &'m Module<'_>, context: Value<'m>) {
    let first = context
        .parameter()
        .and_then(|(function, _)| function.entry()?.first());
    let Some(first) = first else { return };
    let builder = Builder::before(module, first);
    builder.set_location(None);
    let users = context.users();
    let identity = module.ptr_type().function(&[module.ptr_type()]);
    let hidden = builder.call(identity, module.empty_asm(identity, "=r,0"), &[context]);
    for user in users {
        for (index, operand) in (0..).zip(user.operands()) {
            if operand == context {
                user.set_operand(index, hidden);
            }
        }
    }
}
