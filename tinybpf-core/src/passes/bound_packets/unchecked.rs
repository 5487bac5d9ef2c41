//! Accesses to a packet that no comparison with its end makes room for.

use super::{Access, fields::Packet};
use crate::{
    llvm::{Module, Op, Value},
    passes::Cx,
};

/// An access that the verifier refuses whatever way leads to it.
pub(in crate::passes) struct Unchecked<'m> {
    pub(in crate::passes) instruction: Value<'m>,
    /// The bytes of the packet that it is to.
    pub(in crate::passes) from: i64,
    pub(in crate::passes) to: i64,
    /// How many bytes the comparisons of the function make sure of, at most.
    pub(in crate::passes) checked: i64,
}

/// The accesses of a program at constant places in the packet that none of its comparisons is for. Nothing where not all comparisons
/// can be seen.
pub(in crate::passes) fn unchecked<'m>(
    cx: &Cx<'_>,
    module: &'m Module<'_>,
    function: Value<'m>,
) -> Vec<Unchecked<'m>> {
    let program = cx.program(&function.name());
    let Some(packet) = program.and_then(|_| Packet::of(cx, module, function)) else {
        return Vec::new();
    };
    let Some(checked) = packet.checked(module) else {
        return Vec::new();
    };
    let instructions = function.instructions().into_iter();
    let accesses = instructions.flat_map(|i| Access::all(cx, module, &packet, i));
    accesses
        .filter(|access| access.place.terms.is_empty() && packet.is_start(access.place.base))
        .map(|access| Unchecked {
            instruction: access.instruction,
            from: access.place.constant,
            to: access.place.constant + access.size,
            checked,
        })
        .filter(|access| access.from >= 0 && access.to > checked)
        .collect()
}

/// The instructions of a program that write to the packet.
pub(in crate::passes) fn writes<'m>(
    cx: &Cx<'_>,
    module: &'m Module<'_>,
    function: Value<'m>,
) -> Vec<Value<'m>> {
    let Some(packet) = Packet::of(cx, module, function) else {
        return Vec::new();
    };
    let writes = |access: &Access<'_>| match access.instruction.op() {
        Op::Store | Op::AtomicRmw | Op::CmpXchg => true,
        // What LLVM fills or copies to.
        Op::Call => {
            access.operand == 0 && access.instruction.callee().is_some_and(Value::is_intrinsic)
        }
        _ => false,
    };
    let instructions = function.instructions().into_iter();
    let accesses = instructions.flat_map(|i| Access::all(cx, module, &packet, i));
    accesses
        .filter(writes)
        .map(|access| access.instruction)
        .collect()
}
