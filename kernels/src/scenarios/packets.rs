//! Programs that see packets and connections.

use std::{
    io::ErrorKind,
    net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket},
    time::Duration,
};

use crate::{
    bpf::{Bpf, number},
    scenario::{Outcome, Scenario, expect},
};

pub(super) const ALL: &[Scenario] = &[
    Scenario::new("xdp-filter", "examples/xdp-filter/bpf", xdp_filter),
    Scenario::new("classifier", "kernels/programs/classifier", classifier),
    Scenario::new("connect4", "kernels/programs/connect4", connect4),
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

/// Drops packets to one port, and only these.
fn classifier(bpf: &mut Bpf) -> Outcome {
    let sockets = [0, 0].map(|port| UdpSocket::bind((Ipv4Addr::LOCALHOST, port)));
    let [closed, open] = sockets;
    let (closed, open) = (closed?, open?);
    bpf.set("port", &closed.local_addr()?.port().to_be_bytes());
    bpf.load()?;
    bpf.attach("drop_port")?;
    closed.set_read_timeout(Some(Duration::from_millis(300)))?;
    for _ in 0..3 {
        open.send_to(b"hello", closed.local_addr()?)?;
        closed.send_to(b"hello", open.local_addr()?)?;
        open.recv_from(&mut [0; 16])?;
    }
    match closed.recv_from(&mut [0; 16]) {
        Err(error) if error.kind() == ErrorKind::WouldBlock => {}
        other => return Err(format!("a packet arrived: {other:?}").into()),
    }
    expect("dropped packets", number(&bpf.variable("dropped")?), 3)
}

/// Forbids connections to one port, and only these.
fn connect4(bpf: &mut Bpf) -> Outcome {
    let listeners = [0, 0].map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)));
    let [closed, open] = listeners;
    let (closed, open) = (closed?, open?);
    let port = closed.local_addr()?.port().to_be();
    bpf.set("port", &u32::from(port).to_ne_bytes());
    bpf.load()?;
    bpf.attach("on_connect")?;
    TcpStream::connect(open.local_addr()?)?;
    match TcpStream::connect(closed.local_addr()?) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {}
        other => return Err(format!("a connection was made: {other:?}").into()),
    }
    expect("denied connections", number(&bpf.variable("denied")?), 1)
}
