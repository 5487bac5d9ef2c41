//! Reads and writes of a packet that is not known to be that long.
//!
//! Source: `check_packet_access` in kernel/bpf/verifier.c.

use super::place;
use crate::{
    llvm::{Module, Op, Value},
    passes::{Cx, bound_packets},
};

pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>) {
    for access in bound_packets::unchecked(cx, module, function) {
        let verb = match access.instruction.op() {
            Op::Load => "reads",
            Op::Call => "hands on",
            _ => "writes",
        };
        let (from, to) = (access.from, access.to);
        let known = if access.checked == 0 {
            "and nothing makes sure that it is that long".to_owned()
        } else {
            format!("of which only {} are sure to be there", access.checked)
        };
        cx.error(
            place(access.instruction),
            format!("this {verb} bytes {from} to {to} of the packet, {known}: the verifier goes by comparisons with the packet's end"),
        )
        .help(format!(
            "return before where the packet is shorter: `if len(packet) < {to}` for a slice of all of it, `if data+{to} > dataEnd` for addresses"
        ));
    }
}
