//! Programs that see packets and connections.

use std::net::{Ipv4Addr, UdpSocket};

use super::triggers;
use crate::{
    bpf::{Bpf, number},
    scenario::{Outcome, Scenario, expect},
};

pub(super) const ALL: &[Scenario] = &[
    Scenario::new("xdp-filter", "examples/xdp-filter/bpf", xdp_filter),
    Scenario::new("context-skb", "kernels/programs/context-skb", context_skb),
    Scenario::new(
        "context-sockops",
        "kernels/programs/context-sockops",
        context_sockops,
    ),
];

/// Drops what it is told to, in a test run; and sees real packets on the loopback interface.
fn xdp_filter(bpf: &mut Bpf) -> Outcome {
    const DROP: u32 = 1;
    const PASS: u32 = 2;
    bpf.load()?;
    let blocked = Ipv4Addr::new(192, 0, 2, 66);
    bpf.insert("blocklist", &blocked.octets(), &0_u64.to_ne_bytes())?;
    let mut frame = [0; 34];
    frame[12..15].copy_from_slice(&[8, 0, 0x45]);
    frame[26..30].copy_from_slice(&blocked.octets());
    bpf.verdict("xdp_filter", &frame, DROP)?;
    frame[29] += 1;
    bpf.verdict("xdp_filter", &frame, PASS)?;

    bpf.attach("xdp_filter")?;
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))?;
    for _ in 0..10 {
        socket.send_to(b"hello", socket.local_addr()?)?;
        socket.recv_from(&mut [0; 16])?;
    }
    let passed = bpf.per_cpu("counters", &PASS.to_ne_bytes())?;
    expect(
        "passed packets",
        passed.iter().map(|cpu| number(cpu)).sum::<u64>(),
        11,
    )
}

fn context_skb(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    bpf.verdict("on_packet", &[0; 64], 7)
}

fn context_sockops(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    bpf.attach("on_connection")?;
    triggers::network()?;
    let connections = number(&bpf.variable("connections")?);
    expect("connections", connections > 0, true)
}
