//! Reads and writes of a packet that is not known to be that long, and writes of programs that only read it.
//!
//! Source: `check_packet_access` and `may_access_direct_pkt_data` in kernel/bpf/verifier.c.

use super::place;
use crate::{
    Topic,
    llvm::{Module, Op, Value},
    passes::{Cx, bound_packets},
    section::ProgramType,
};

/// The types of programs that read packets and never write them.
const READERS: [ProgramType; 6] = [
    ProgramType::LwtIn,
    ProgramType::LwtOut,
    ProgramType::LwtSeg6local,
    ProgramType::SkReuseport,
    ProgramType::FlowDissector,
    ProgramType::CgroupSkb,
];

pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>) {
    check_writes(cx, module, function);
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
        cx.error(Topic::PacketBounds,
            place(access.instruction),
            format!("this {verb} bytes {from} to {to} of the packet, {known}: the verifier goes by comparisons with the packet's end"),
        )
        .help(format!(
            "return before where the packet is shorter: `if len(packet) < {to}` for a slice of all of it, `if data+{to} > dataEnd` for addresses"
        ));
    }
}

fn check_writes(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>) {
    let section = cx
        .program(&function.name())
        .map(|program| program.section.clone());
    let Some(section) = section.filter(|s| READERS.contains(&s.known.program_type)) else {
        return;
    };
    for instruction in bound_packets::writes(cx, module, function) {
        let message = format!(
            "this writes to the packet, which programs in section `{}` only read",
            section.name
        );
        cx.error(Topic::PacketWrite, place(instruction), message).help(
            "programs in sections `tc`, `xdp`, `lwt_xmit`, `sk_skb` and `sk_msg` change packets",
        );
    }
}
