//! Parsers of real packets.

use aya::{
    EbpfLoader,
    maps::{Array, HashMap, RingBuf},
};
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

#[test]
fn a_packet_as_a_slice() {
    let Some(mut loaded) = super::load("octets") else {
        return;
    };
    let to_port = |port, options| frame(&[], 0x0800, &ipv4(TCP, options, &ports(port)));
    let cut = &to_port(80, 8)[..40];

    for length in [33, 34, 60] {
        let packet = &to_port(80, 20)[..length];
        let last = packet.get(33).map_or(xdp::DROP, |byte| u32::from(*byte));
        assert_eq!(loaded.run("narrow", packet).0, last);
    }

    for (port, options, expected) in [(80, 0, 8080), (80, 12, 8080), (81, 12, 81)] {
        let (verdict, packet) = loaded.run("redirect", &to_port(port, options));
        assert_eq!((verdict, packet), (0, to_port(expected, options)));
    }
    assert_eq!(loaded.run("redirect", cut).0, 2);

    for packet in [to_port(80, 0), to_port(80, 40), to_port(22, 4)] {
        assert_eq!(loaded.run("count", &packet).0, xdp::PASS);
    }
    assert_eq!(loaded.run("count", cut).0, xdp::DROP);
    let counts: HashMap<_, [u8; 4], u64> = loaded.ebpf.map("ports").unwrap().try_into().unwrap();
    for (port, count) in [(80, 2), (22, 1)] {
        let [high, low] = u16::to_be_bytes(port);
        assert_eq!(counts.get(&[0x80, 1, high, low], 0).unwrap(), count);
    }

    let packet = to_port(443, 8);
    assert_eq!(loaded.run("report", &packet).0, xdp::PASS);
    let records = loaded.ebpf.take_map("records").unwrap();
    let mut records = RingBuf::try_from(records).unwrap();
    let record = records.next().unwrap();
    assert_eq!(record[..4], ports(443)[..4]);
    assert_eq!(record[4..8], 8_u32.to_le_bytes());
    assert_eq!(record[8..], packet[..24]);
}

#[test]
fn a_header_in_front_of_another() {
    let Some(loaded) = super::load("octets") else {
        return;
    };
    let mut header = ipv4(TCP, 0, &ports(80));
    header[2..4].copy_from_slice(&28_u16.to_be_bytes());
    let (verdict, packet) = loaded.run("encapsulate", &frame(&[], 0x0800, &header));
    assert_eq!(verdict, xdp::PASS);
    let outer = &packet[14..34];
    assert_eq!(outer[..4], [0x45, 0, 0, 48]);
    assert_eq!(outer[12..], [10, 0, 0, 1, 10, 0, 0, 2]);
    let words = outer
        .chunks(2)
        .map(|word| u32::from(word[0]) << 8 | u32::from(word[1]));
    let sum: u32 = words.sum();
    assert_eq!((sum & 0xffff) + (sum >> 16), 0xffff, "the checksum");
    assert_eq!(packet[34..], header);
}

#[test]
fn fields_of_contexts_and_headers_that_are_asked_for_together() {
    let Some(loaded) = super::load("contexts") else {
        return;
    };
    for _ in 0..2 {
        assert_eq!(loaded.run("keys", &frame(&[], 0x0800, &[])).0, xdp::PASS);
    }
    let interfaces = loaded.ebpf.map("interfaces").unwrap();
    let interfaces: HashMap<_, u32, u64> = interfaces.try_into().unwrap();
    let counts: Vec<_> = interfaces.iter().map(|entry| entry.unwrap().1).collect();
    assert_eq!(counts, [2]);
    let queues = loaded.ebpf.map("queues").unwrap();
    let queues: HashMap<_, [u32; 2], u32> = queues.try_into().unwrap();
    for entry in queues.iter() {
        let ([_, queue], value) = entry.unwrap();
        assert_eq!(queue, value);
    }
    assert_eq!(queues.keys().count(), 1);
    assert_eq!(loaded.run("before", &frame(&[], 0x0800, &[])).0, xdp::PASS);

    let mut packet = frame(&[], 0x0800, &ipv4(1, 0, &[8, 0, 0, 0, 0, 0, 0, 0]));
    packet[..6].fill(1);
    packet[26..30].fill(3);
    let (verdict, answer) = loaded.run("answer", &packet);
    assert_eq!(verdict, xdp::TX);
    assert_eq!(answer[..12], [2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]);
    assert_eq!(answer[26..34], [0, 0, 0, 0, 3, 3, 3, 3]);
    assert_eq!(answer[34], 0);
    assert_eq!(loaded.run("answer", &packet[..40]).0, xdp::PASS);
}
