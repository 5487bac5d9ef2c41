//! The programs in the kernel, over made-up packets: what they rewrite, and that checksums stay right.

use std::net::SocketAddrV4;

use common::packets::{
    IP, TCP, TRANSPORT, UDP, checksums_are_right, ends, ethernet, ipv4, transport_checksum,
};
use tinybpf_test::{XdpAction, run_xdp};

use crate::{
    Service, balance, counters,
    lb::{Endpoint, Lb},
    load,
};

fn address(text: &str) -> SocketAddrV4 {
    text.parse().unwrap()
}

fn service() -> SocketAddrV4 {
    address("192.0.2.80:80")
}

fn servers() -> [SocketAddrV4; 4] {
    [
        "10.0.0.1:8080",
        "10.0.0.2:80",
        "10.255.255.255:65535",
        "10.0.0.4:1",
    ]
    .map(address)
}

fn client(n: u16) -> SocketAddrV4 {
    let [high, low] = n.to_be_bytes();
    SocketAddrV4::new([198, 51, high, low].into(), 1024 + n / 3)
}

/// One TCP and one UDP service, each with all servers.
fn services() -> Vec<Service> {
    let service_over = |protocol: u8| Service {
        endpoint: Endpoint::new(service(), protocol.into()),
        servers: servers()
            .map(|server| Endpoint::new(server, protocol.into()))
            .to_vec(),
    };
    vec![service_over(TCP), service_over(UDP)]
}

/// The load balancer with these services, or `None` after saying why the test does not run.
fn balancer() -> Option<Lb> {
    common::can_load().then_some(())?;
    let mut lb = load().unwrap();
    balance(&mut lb, &services()).unwrap();
    Some(lb)
}

#[test]
fn connections_are_rewritten() {
    let Some(lb) = balancer() else { return };
    let run = |packet: &[u8]| run_xdp(lb.programs.xdp_lb.fd().unwrap(), packet).unwrap();
    for protocol in [TCP, UDP] {
        let mut shares = [0_u64; 4];
        let mut bytes = [0_u64; 4];
        for n in 0..4000 {
            let payload = &b"an odd number of bytes!"[..usize::from(n % 24)];
            let before = ipv4(protocol, client(n), service(), payload);
            assert!(checksums_are_right(&before));
            let (action, after) = run(&before);
            assert_eq!(action, XdpAction::Pass);
            let (from, to) = ends(&after);
            let server = servers().iter().position(|server| *server == to);
            let server = server.unwrap_or_else(|| panic!("{to} is no server"));
            shares[server] += 1;
            bytes[server] += before.len() as u64;
            assert_eq!(from, client(n));
            assert!(checksums_are_right(&after), "{after:x?}");
            assert_eq!(
                after,
                ipv4(protocol, client(n), to, payload),
                "nothing else changed"
            );
            assert_eq!(run(&before).1, after, "same flow, same server");

            let answer = ipv4(protocol, to, client(n), payload);
            let (action, answer) = run(&answer);
            assert_eq!(action, XdpAction::Pass);
            assert_eq!(answer, ipv4(protocol, service(), client(n), payload));
        }
        assert!(
            shares.iter().all(|share| (900..1100).contains(share)),
            "{shares:?}"
        );
        let mut sent = counters(&lb, &services()).unwrap();
        sent.retain(|(server, _)| server.protocol == u16::from(protocol));
        let sent: Vec<_> = sent.iter().map(|(_, c)| (c.packets, c.bytes)).collect();
        let both_ways = |n: usize| (2 * shares[n], 2 * bytes[n]);
        assert_eq!(sent, [0, 1, 2, 3].map(both_ways));
    }
}

#[test]
fn udp_has_two_zeros() {
    let Some(lb) = balancer() else { return };
    let run = |packet: &[u8]| run_xdp(lb.programs.xdp_lb.fd().unwrap(), packet).unwrap();
    // Without a checksum there is none afterwards.
    let mut without = ipv4(UDP, client(1), service(), b"hello");
    without[TRANSPORT + 6..TRANSPORT + 8].fill(0);
    let (_, after) = run(&without);
    assert_ne!(ends(&after).1, service());
    assert_eq!(transport_checksum(&after), 0);
    // A checksum that comes out as 0 is written as 0xffff: look for payloads where it does.
    let to = ends(&after).1;
    let mut found = 0;
    for payload in 0..=u16::MAX {
        let payload = payload.to_be_bytes();
        if transport_checksum(&ipv4(UDP, client(1), to, &payload)) == 0xffff {
            let (_, after) = run(&ipv4(UDP, client(1), service(), &payload));
            assert_eq!(transport_checksum(&after), 0xffff);
            found += 1;
        }
    }
    assert!(found > 0);
}

#[test]
fn other_packets_pass_untouched() {
    let Some(lb) = balancer() else { return };
    let run = |packet: &[u8]| run_xdp(lb.programs.xdp_lb.fd().unwrap(), packet).unwrap();
    let tcp = ipv4(TCP, client(1), service(), b"hello");
    let mut fragment = tcp.clone();
    fragment[IP + 6] = 0x20;
    let mut options = tcp.clone();
    options[IP] = 0x46;
    let mut icmp = tcp.clone();
    icmp[IP + 9] = 1;
    let cases: [(&str, &[u8]); 7] = [
        (
            "another port",
            &ipv4(TCP, client(1), address("192.0.2.80:81"), b""),
        ),
        ("between others", &ipv4(UDP, client(1), client(2), b"")),
        ("a fragment", &fragment),
        ("options", &options),
        ("ICMP", &icmp),
        ("ARP", &ethernet(0x0806, &[0; 28])),
        ("cut short", &tcp[..TRANSPORT + 19]),
    ];
    for (name, packet) in cases {
        assert_eq!(run(packet), (XdpAction::Pass, packet.to_vec()), "{name}");
    }
}
