//! A parser of real packets.

use aya::{EbpfLoader, maps::Array};
use tests::{Loaded, can_load, object};

use super::xdp;

const TCP: u8 = 6;
const UDP: u8 = 17;

/// A frame with the types of its VLAN tags, each before what it carries.
fn frame(tags: &[u16], ether_type: u16, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![2; 12];
    for tag in tags {
        frame.extend(tag.to_be_bytes());
        frame.extend([0, 42]);
    }
    frame.extend(ether_type.to_be_bytes());
    frame.extend(payload);
    frame
}

fn ipv4(protocol: u8, options: usize, payload: &[u8]) -> Vec<u8> {
    let mut header = vec![0; 20 + options];
    header[0] = 0x45 + (options / 4) as u8;
    header[9] = protocol;
    header.extend(payload);
    header
}

fn ipv6(protocol: u8, payload: &[u8]) -> Vec<u8> {
    let mut header = vec![0; 40];
    header[0] = 0x60;
    header[6] = protocol;
    header.extend(payload);
    header
}

fn ports(destination: u16) -> [u8; 8] {
    let [high, low] = destination.to_be_bytes();
    [0x80, 0x01, high, low, 0, 0, 0, 0]
}

#[test]
fn a_parser_with_subprograms() {
    let Some(object) = can_load().then(|| object("packets")).flatten() else {
        return;
    };
    let mut loader = EbpfLoader::new();
    loader.override_global("closedPort", &23_u16, true);
    let loaded = Loaded::with(&mut loader, &object.data);
    #[rustfmt::skip]
    let packets = [
        ("no IP", frame(&[], 0x0806, &[0; 28]), xdp::PASS),
        ("TCP to an open port", frame(&[], 0x0800, &ipv4(TCP, 0, &ports(80))), xdp::PASS),
        ("TCP to a closed port", frame(&[], 0x0800, &ipv4(TCP, 0, &ports(23))), xdp::DROP),
        ("with options, closed", frame(&[], 0x0800, &ipv4(TCP, 40, &ports(23))), xdp::DROP),
        ("with options, open", frame(&[], 0x0800, &ipv4(TCP, 8, &ports(24))), xdp::PASS),
        ("UDP to a closed port over IPv6", frame(&[], 0x86dd, &ipv6(UDP, &ports(23))), xdp::DROP),
        ("UDP without ports", frame(&[], 0x86dd, &ipv6(UDP, &[0; 3])), xdp::DROP),
        ("one tag, closed", frame(&[0x8100], 0x0800, &ipv4(UDP, 0, &ports(23))), xdp::DROP),
        ("two tags, open", frame(&[0x88a8, 0x8100], 0x0800, &ipv4(UDP, 0, &ports(53))), xdp::PASS),
        ("cut in the header", frame(&[], 0x0800, &ipv4(TCP, 0, &[])[..19]), xdp::DROP),
        ("cut in the options", frame(&[], 0x0800, &ipv4(TCP, 8, &[])[..24]), xdp::DROP),
        ("cut in the tag", frame(&[], 0x8100, &[0; 3]), xdp::DROP),
        ("ICMP", frame(&[], 0x0800, &ipv4(1, 0, &[8, 0])), xdp::PASS),
    ];
    let mut sizes = [(0, 0); 256];
    for (name, packet, verdict) in &packets {
        assert_eq!(loaded.run("packets", packet).0, *verdict, "{name}");
        if !name.starts_with("cut") && *name != "no IP" {
            let protocol = if name.contains("TCP") || name.contains("options") {
                TCP
            } else if *name == "ICMP" {
                1
            } else {
                UDP
            };
            let (count, bytes) = &mut sizes[usize::from(protocol)];
            *count += 1;
            *bytes += packet.len() as u64;
        }
    }
    let protocols: Array<_, [u64; 2]> = loaded.ebpf.map("protocols").unwrap().try_into().unwrap();
    for protocol in [0, 1, TCP, UDP, 58] {
        let [count, bytes] = protocols.get(&u32::from(protocol), 0).unwrap();
        assert_eq!(
            (count, bytes),
            sizes[usize::from(protocol)],
            "protocol {protocol}"
        );
    }
}

#[test]
fn a_subprogram_with_the_context() {
    let Some(loaded) = super::load("packets") else {
        return;
    };
    assert_eq!(loaded.run("whole", &frame(&[], 0x1234, &[])).0, 0x1234);
}

#[test]
fn ways_to_ask_for_the_length() {
    let Some(loaded) = super::load("edges") else {
        return;
    };
    let packet: Vec<u8> = (100..180).collect();
    for length in (14..=40).chain([80]) {
        let packet = &packet[..length];
        let last = |wanted: usize| match packet.get(wanted - 1) {
            Some(byte) => u32::from(*byte),
            None => u32::MAX,
        };
        let last_two = match last(34) {
            u32::MAX => u32::MAX,
            last => (last - 1) << 8 | last,
        };
        let sum = packet.iter().map(|byte| u32::from(*byte)).sum();
        for (program, expected) in [
            ("fields", last(1)),
            ("difference", last(20)),
            ("narrow_length", last(30)),
            ("slice", last_two),
            ("each", sum),
        ] {
            assert_eq!(
                loaded.run(program, packet).0,
                expected,
                "{program}, {length} bytes"
            );
        }
    }
}
