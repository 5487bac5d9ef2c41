//! `tc-filter` over made-up packets.

use std::net::SocketAddrV4;

use aya::maps::{HashMap, MapData};
use tests::Loaded;

use super::{
    example,
    packets::{IP, TCP, UDP, ethernet, ipv4, ipv6},
};

const UNSPEC: u32 = u32::MAX;
const SHOT: u32 = 2;
const INGRESS: u8 = 0;
const EGRESS: u8 = 1;

/// Port, protocol and direction.
fn key(port: u16, protocol: u8, direction: u8) -> [u8; 4] {
    let [high, low] = port.to_be_bytes();
    [high, low, protocol, direction]
}

#[test]
fn closed_ports_drop() {
    let Some(object) = example("tc-filter") else {
        return;
    };
    let mut loaded = Loaded::new(object);
    let map = loaded.ebpf.map_mut("closed").unwrap();
    let mut closed: HashMap<&mut MapData, [u8; 4], [u64; 2]> = map.try_into().unwrap();
    for key in [key(23, TCP, INGRESS), key(53, UDP, EGRESS)] {
        closed.insert(key, [0; 2], 0).unwrap();
    }
    let frame = |protocol, port| {
        let from: SocketAddrV4 = "192.0.2.1:23".parse().unwrap();
        ipv4(
            protocol,
            from,
            format!("192.0.2.2:{port}").parse().unwrap(),
            b"hello",
        )
    };
    let mut with_options = frame(TCP, 23);
    with_options[IP] = 0x46;
    with_options.splice(IP + 20..IP + 20, [1, 1, 1, 0]);
    let mut fragment = frame(TCP, 23);
    fragment[IP + 7] = 1;
    let mut first_fragment = frame(TCP, 23);
    first_fragment[IP + 6] = 0x20;
    let mut cut = frame(TCP, 23);
    cut.truncate(IP + 22);
    let cases: [(&str, &[u8], [u32; 2]); 11] = [
        ("telnet", &frame(TCP, 23), [SHOT, UNSPEC]),
        ("telnet over UDP", &frame(UDP, 23), [UNSPEC, UNSPEC]),
        ("DNS", &frame(UDP, 53), [UNSPEC, SHOT]),
        ("another port", &frame(TCP, 24), [UNSPEC, UNSPEC]),
        ("IPv6", &ipv6(TCP, 23), [SHOT, UNSPEC]),
        (
            "IPv6 behind an extension header",
            &ipv6(0, 23),
            [UNSPEC, UNSPEC],
        ),
        ("IPv4 with options", &with_options, [SHOT, UNSPEC]),
        ("a first fragment", &first_fragment, [SHOT, UNSPEC]),
        ("a later fragment", &fragment, [UNSPEC, UNSPEC]),
        ("cut short", &cut, [UNSPEC, UNSPEC]),
        ("ARP", &ethernet(0x0806, &[0; 28]), [UNSPEC, UNSPEC]),
    ];
    for (name, packet, verdicts) in cases {
        let run = |program| loaded.run(program, packet).0;
        assert_eq!(
            [run("filter_ingress"), run("filter_egress")],
            verdicts,
            "{name}"
        );
    }
    let map = loaded.ebpf.map("closed").unwrap();
    let closed: HashMap<&MapData, [u8; 4], [u64; 2]> = map.try_into().unwrap();
    let bytes = |frames: &[&[u8]]| frames.iter().map(|f| f.len() as u64).sum::<u64>();
    let telnet = [
        &frame(TCP, 23)[..],
        &ipv6(TCP, 23),
        &with_options,
        &first_fragment,
    ];
    assert_eq!(
        closed.get(&key(23, TCP, INGRESS), 0).unwrap(),
        [4, bytes(&telnet)]
    );
    assert_eq!(
        closed.get(&key(53, UDP, EGRESS), 0).unwrap(),
        [1, bytes(&[&frame(UDP, 53)])]
    );
}
