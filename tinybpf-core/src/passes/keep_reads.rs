//! After optimisation: reads of the variables that loaders set stay reads.
//!
//! BPF's instruction selection replaces a load from a constant struct by what the struct holds
//! (`BPFDAGToDAGISel::PreprocessLoad`), also when the constant is initialised from outside. It leaves volatile loads
//! alone, which is why C programs declare such variables `const volatile`. LLVM's optimiser needs no such help, and
//! would optimise less around volatile loads, so they become so only here.

use super::Cx;
use crate::llvm::{Linkage, Module, Op, Value};

pub(super) fn run(_: &mut Cx<'_>, module: &Module<'_>) {
    for variable in module.variables() {
        if variable.is_global_constant() && variable.linkage() == Linkage::External {
            keep(module, variable);
        }
    }
}

/// Makes the reads through an address volatile. A phi between constants is no address that instruction selection folds.
fn keep(module: &Module<'_>, address: Value<'_>) {
    for user in address.users() {
        match user.op() {
            Op::Load => user.set_volatile(true),
            Op::Gep | Op::BitCast => keep(module, user),
            Op::Call if is_copy(user) => user.set_operand(3, module.int_type(1).int(1)),
            _ => {}
        }
    }
}

/// Whether a call is a copy of memory, whose fourth argument says whether it is volatile.
fn is_copy(call: Value<'_>) -> bool {
    call.callee().is_some_and(|callee| {
        let name = callee.name();
        name.starts_with("llvm.memcpy.") || name.starts_with("llvm.memmove.")
    })
}
