//! `xdp-lb` over made-up packets: what it rewrites, and that checksums stay right.

use std::net::SocketAddrV4;

use aya::{
    maps::{Array, HashMap, MapData, PerCpuArray, ProgramArray},
    programs::Xdp,
};
use tests::Loaded;

use super::{
    example,
    packets::{
        IP, TCP, TRANSPORT, UDP, checksums_are_right, ends, ethernet, ipv4, transport_checksum,
    },
};

const PASS: u32 = 2;
const PLACES: usize = 1024;

/// Address, port and protocol, as the programs know them.
fn endpoint(protocol: u8, address: SocketAddrV4) -> [u8; 8] {
    let mut bytes = [0; 8];
    bytes[..4].copy_from_slice(&address.ip().octets());
    bytes[4..6].copy_from_slice(&address.port().to_be_bytes());
    bytes[6] = protocol;
    bytes
}

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

/// The load balancer with one TCP and one UDP service, each with all servers.
fn balancer() -> Option<Loaded> {
    let mut loaded = Loaded::new(example("xdp-lb")?);
    for (number, name) in [(TCP, "balance_tcp"), (UDP, "balance_udp")] {
        let program: &mut Xdp = loaded.ebpf.program_mut(name).unwrap().try_into().unwrap();
        let program = program.fd().unwrap().try_clone().unwrap();
        let map = loaded.ebpf.map_mut("protocols").unwrap();
        let mut protocols = ProgramArray::try_from(map).unwrap();
        protocols.set(number.into(), &program, 0).unwrap();
        for (index, server) in (0..).zip(servers()) {
            let map = loaded.ebpf.map_mut("servers").unwrap();
            let mut all: Array<&mut MapData, [u8; 8]> = map.try_into().unwrap();
            let place = u32::from(number) + index;
            all.set(place, endpoint(number, server), 0).unwrap();
            let map = loaded.ebpf.map_mut("origins").unwrap();
            let mut origins: HashMap<&mut MapData, [u8; 8], [u8; 8]> = map.try_into().unwrap();
            let service = endpoint(number, service());
            origins
                .insert(endpoint(number, server), service, 0)
                .unwrap();
        }
        let table: [u16; PLACES] = std::array::from_fn(|n| u16::from(number) + n as u16 % 4);
        let map = loaded.ebpf.map_mut("services").unwrap();
        let mut services: HashMap<&mut MapData, [u8; 8], [u16; PLACES]> = map.try_into().unwrap();
        services
            .insert(endpoint(number, service()), table, 0)
            .unwrap();
    }
    Some(loaded)
}

#[test]
fn connections_are_rewritten() {
    let Some(loaded) = balancer() else { return };
    for protocol in [TCP, UDP] {
        let mut shares = [0_u64; 4];
        let mut bytes = [0_u64; 4];
        for n in 0..4000 {
            let payload = &b"an odd number of bytes!"[..usize::from(n % 24)];
            let before = ipv4(protocol, client(n), service(), payload);
            assert!(checksums_are_right(&before));
            let (verdict, after) = loaded.run("xdp_lb", &before);
            assert_eq!(verdict, PASS);
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
            assert_eq!(
                loaded.run("xdp_lb", &before).1,
                after,
                "same flow, same server"
            );

            let answer = ipv4(protocol, to, client(n), payload);
            let (verdict, answer) = loaded.run("xdp_lb", &answer);
            assert_eq!(verdict, PASS);
            assert_eq!(answer, ipv4(protocol, service(), client(n), payload));
        }
        assert!(
            shares.iter().all(|share| (900..1100).contains(share)),
            "{shares:?}"
        );
        let map = loaded.ebpf.map("counters").unwrap();
        let counters: PerCpuArray<_, [u64; 2]> = map.try_into().unwrap();
        for server in 0..4 {
            let per_cpu = counters.get(&(u32::from(protocol) + server), 0).unwrap();
            let sum = |field: usize| per_cpu.iter().map(|c| c[field]).sum::<u64>();
            let server = server as usize;
            assert_eq!([sum(0), sum(1)], [2 * shares[server], 2 * bytes[server]]);
        }
    }
}

#[test]
fn udp_has_two_zeros() {
    let Some(loaded) = balancer() else { return };
    // Without a checksum there is none afterwards.
    let mut without = ipv4(UDP, client(1), service(), b"hello");
    without[TRANSPORT + 6..TRANSPORT + 8].fill(0);
    let (_, after) = loaded.run("xdp_lb", &without);
    assert_ne!(ends(&after).1, service());
    assert_eq!(transport_checksum(&after), 0);
    // A checksum that comes out as 0 is written as 0xffff: look for payloads where it does.
    let to = ends(&after).1;
    let mut found = 0;
    for payload in 0..=u16::MAX {
        let payload = payload.to_be_bytes();
        if transport_checksum(&ipv4(UDP, client(1), to, &payload)) == 0xffff {
            let (_, after) = loaded.run("xdp_lb", &ipv4(UDP, client(1), service(), &payload));
            assert_eq!(transport_checksum(&after), 0xffff);
            found += 1;
        }
    }
    assert!(found > 0);
}

#[test]
fn other_packets_pass_untouched() {
    let Some(loaded) = balancer() else { return };
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
        assert_eq!(
            loaded.run("xdp_lb", packet),
            (PASS, packet.to_vec()),
            "{name}"
        );
    }
}
