//! Makes the module BPF's.

use super::Cx;
use crate::llvm::{Attr, Module};

/// Attributes that say something about the machine that TinyGo compiled for.
const HOST: [&str; 4] = ["target-cpu", "target-features", "tune-cpu", "probe-stack"];

/// Attributes that BPF's back end cannot honour.
const FOREIGN: [&str; 5] = ["uwtable", "sspstrong", "ssp", "sspreq", "safestack"];

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    module.set_target(cx.options.endian.triple(), &cx.machine.data_layout());
    for function in module.functions() {
        for key in HOST {
            function.remove_string_attr(key);
        }
        for name in FOREIGN {
            function.remove_attr(Attr::Function, name);
        }
        function.set_c_calling_convention();
        // clang's optimiser gives static functions of C another one, and their calls.
        for call in function.instructions() {
            if call.callee().is_some() {
                call.set_c_calling_convention();
            }
        }
        function.set_default_visibility();
    }
    for variable in module.variables() {
        variable.clear_thread_local();
        variable.set_default_visibility();
    }
}
