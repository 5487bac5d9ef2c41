//! After optimisation: inlines functions that get a packet as a slice.
//!
//! A slice has a length, and the verifier wants comparisons with the packet's end, which a function does not get with it. So
//! what takes a part of a packet together with a length becomes a part of its caller, which has the program's context, also
//! what is marked `//go:noinline`.

use super::{Cx, bound_packets::Packet, is_foreign, lower_panics::is_callback};
use crate::llvm::{Attr, Module, Op, Value};

/// What follows inlining: variables that need no memory any more, and checks that were done already.
const SIMPLIFY: &str = "always-inline,function(sroa,early-cse<memssa>,jump-threading,correlated-propagation,simplifycfg,instcombine,gvn,dse,adce,simplifycfg),globaldce";

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    loop {
        let found = takers(cx, module);
        if found.is_empty() {
            return;
        }
        for function in found {
            function.remove_attr(Attr::Function, "noinline");
            function.add_attr(module, Attr::Function, "alwaysinline", 0);
        }
        cx.llvm_passes(module, SIMPLIFY);
    }
}

/// The functions that get a part of a packet with a length.
fn takers<'m>(cx: &Cx<'_>, module: &'m Module<'_>) -> Vec<Value<'m>> {
    let mut found = Vec::new();
    for function in module.functions() {
        if function.is_declaration() || is_foreign(module, function) {
            continue;
        }
        let Some(packet) = Packet::of(cx, module, function) else {
            continue;
        };
        for call in function.instructions() {
            let callee = call.callee().filter(|callee| {
                call.op() == Op::Call
                    && callee.is_function()
                    && !callee.is_declaration()
                    && !cx.is_root(*callee)
                    && !is_callback(*callee)
            });
            let is_new = |callee: &Value<'m>| {
                !found.contains(callee) && !callee.has_attr(Attr::Function, "alwaysinline")
            };
            let Some(callee) = callee.filter(is_new) else {
                continue;
            };
            if takes_slice(&packet, call) {
                found.push(callee);
            }
        }
    }
    found
}

/// Whether a call hands over an address in a packet and something that depends on its length, in registers or in memory.
fn takes_slice<'m>(packet: &Packet<'m>, call: Value<'m>) -> bool {
    let mut given = call.args();
    for slot in call.args() {
        if slot.op() == Op::Alloca {
            given.extend(stored(slot));
        }
    }
    given.iter().any(|value| packet.has(*value)) && given.iter().any(|value| packet.depends(*value))
}

/// What is stored in a variable on the stack.
fn stored(slot: Value<'_>) -> Vec<Value<'_>> {
    let (mut open, mut found) = (vec![slot], Vec::new());
    while let Some(address) = open.pop() {
        for user in address.users() {
            match user.op() {
                Op::Gep => open.push(user),
                Op::Store if user.operand(1) == Some(address) => found.extend(user.operand(0)),
                _ => {}
            }
        }
    }
    found
}
