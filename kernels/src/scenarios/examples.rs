//! The examples at work.

use std::{
    fs::File,
    io::ErrorKind,
    net::{Ipv4Addr, SocketAddrV4, TcpListener, TcpStream, UdpSocket},
    os::fd::AsRawFd,
    process,
    time::Duration,
};

use crate::{
    bpf::{Bpf, number},
    scenario::{Outcome, Scenario, expect},
};

pub(super) const ALL: &[Scenario] = &[
    Scenario::new("tc-filter", "examples/tc-filter/bpf", tc_filter),
    Scenario::new(
        "cgroup-connect",
        "examples/cgroup-connect/bpf",
        cgroup_connect,
    ),
    Scenario::new("xdp-lb", "examples/xdp-lb/bpf", xdp_lb),
    Scenario::new("fentry-open", "examples/fentry-open/bpf", fentry_open),
];

const UDP: u8 = 17;

/// Drops packets to one port, and only these.
fn tc_filter(bpf: &mut Bpf) -> Outcome {
    let [closed, open] = [0, 0].map(|port| UdpSocket::bind((Ipv4Addr::LOCALHOST, port)));
    let (closed, open) = (closed?, open?);
    bpf.load()?;
    let [high, low] = closed.local_addr()?.port().to_be_bytes();
    let port = [high, low, UDP, 0];
    bpf.insert("closed", &port, &[0; 16])?;
    bpf.attach("filter_ingress")?;
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
    let counter = bpf.lookup("closed", &port)?;
    expect("dropped packets", number(&counter), 3)?;
    let bytes = 14 + 20 + 8 + b"hello".len() as u64;
    expect("dropped bytes", number(&counter[8..]), 3 * bytes)
}

/// Forbids connections to the loopback network but for one port, and says so.
fn cgroup_connect(bpf: &mut Bpf) -> Outcome {
    let [closed, open] = [0, 0].map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)));
    let listeners = (closed?, open?);
    let (closed, open) = (listeners.0.local_addr()?, listeners.1.local_addr()?);
    bpf.load()?;
    let mapped = |address: Ipv4Addr| address.to_ipv6_mapped().octets();
    let key = |bits: u32, port: u16, address| {
        let port = u32::from(port.to_be());
        let mut key = [(32 + 96 + bits).to_ne_bytes(), port.to_ne_bytes()].concat();
        key.extend(mapped(address));
        key
    };
    let rule = |allow: u64| [allow.to_ne_bytes(), [0; 8]].concat();
    bpf.insert("rules", &key(8, 0, Ipv4Addr::LOCALHOST), &rule(0))?;
    bpf.insert(
        "rules",
        &key(32, open.port(), Ipv4Addr::LOCALHOST),
        &rule(1),
    )?;
    bpf.attach("connect4")?;
    bpf.attach("connect6")?;
    TcpStream::connect(open)?;
    let over_ipv6 = (Ipv4Addr::LOCALHOST.to_ipv6_mapped(), closed.port()).into();
    for address in [closed, over_ipv6] {
        match TcpStream::connect(address) {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {}
            other => return Err(format!("a connection was made: {other:?}").into()),
        }
    }
    let denials = bpf.records("denials")?;
    expect("denials", denials.len(), 2)?;
    let who = [&process::id().to_ne_bytes()[..], &[0; 4]].concat();
    let to = [
        &closed.port().to_be_bytes()[..],
        &[0; 2],
        &mapped(Ipv4Addr::LOCALHOST),
    ]
    .concat();
    for denial in denials {
        expect("process and user", &denial[..8], &who)?;
        expect("port and address", &denial[24..44], &to)?;
    }
    Ok(())
}

/// Sends a packet to a server, and its answer back, by way of a tail call.
fn xdp_lb(bpf: &mut Bpf) -> Outcome {
    const PASS: u32 = 2;
    bpf.load()?;
    let program = bpf.program("balance_udp")?;
    let program = program.as_raw_fd().to_ne_bytes();
    bpf.insert("protocols", &u32::from(UDP).to_ne_bytes(), &program)?;
    let [client, service, server] = ["198.51.100.7:1024", "192.0.2.80:53", "10.0.0.1:5353"];
    let (client, service, server) = (client.parse()?, service.parse()?, server.parse()?);
    bpf.insert("servers", &[0; 4], &endpoint(server))?;
    bpf.insert("origins", &endpoint(server), &endpoint(service))?;
    bpf.insert("services", &endpoint(service), &[0; 2048])?;
    for (from, to, rewritten) in [
        (client, service, (client, server)),
        (server, client, (service, client)),
    ] {
        let (verdict, packet) = bpf.run("xdp_lb", &frame(from, to))?;
        expect("verdict", verdict, PASS)?;
        expect("packet", packet, frame(rewritten.0, rewritten.1))?;
    }
    Ok(())
}

fn endpoint(address: SocketAddrV4) -> [u8; 8] {
    let mut bytes = [0; 8];
    bytes[..4].copy_from_slice(&address.ip().octets());
    bytes[4..6].copy_from_slice(&address.port().to_be_bytes());
    bytes[6] = UDP;
    bytes
}

/// An empty UDP datagram over IPv4, with the checksum that IPv4 needs.
fn frame(from: SocketAddrV4, to: SocketAddrV4) -> Vec<u8> {
    let mut header = [
        &[0x45, 0, 0, 28, 0, 0, 0, 0, 64, UDP, 0, 0][..],
        &from.ip().octets(),
    ]
    .concat();
    header.extend(to.ip().octets());
    let words = header.chunks_exact(2);
    let sum: u32 = words.map(|w| u32::from(w[0]) << 8 | u32::from(w[1])).sum();
    let sum = !((sum & 0xffff) + (sum >> 16)) as u16;
    header[10..12].copy_from_slice(&sum.to_be_bytes());
    let mut frame = [&[2; 12][..], &[8, 0], &header].concat();
    for number in [from.port(), to.port(), 8, 0] {
        frame.extend(number.to_be_bytes());
    }
    frame
}

/// Reports what this process opens, and what it could not.
fn fentry_open(bpf: &mut Bpf) -> Outcome {
    bpf.set("onlyPID", &process::id().to_ne_bytes());
    bpf.load()?;
    bpf.attach("open_begins")?;
    bpf.attach("open_ends")?;
    let file = File::open("/etc/passwd")?;
    expect("an error", File::open("/no/such").is_err(), true)?;
    let events = bpf.records("events")?;
    let result = |path: &[u8]| {
        let event = events.iter().find(|event| event[48..].starts_with(path))?;
        let result = event[24..28].try_into().ok()?;
        let pid = event[..4] == process::id().to_ne_bytes();
        Some((pid, i32::from_ne_bytes(result)))
    };
    const ENOENT: i32 = 2;
    expect(
        "the open file",
        result(b"/etc/passwd\0"),
        Some((true, file.as_raw_fd())),
    )?;
    expect("no file", result(b"/no/such\0"), Some((true, -ENOENT)))
}
