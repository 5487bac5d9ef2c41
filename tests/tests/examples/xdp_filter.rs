//! `xdp-filter` over made-up packets.

use std::net::Ipv4Addr;

use aya::maps::{HashMap, MapData, PerCpuArray};
use tests::Loaded;

use super::example;

/// An IPv4 frame without payload.
fn ipv4(source: Ipv4Addr) -> [u8; 34] {
    let mut frame = [0; 34];
    frame[12..15].copy_from_slice(&[8, 0, 0x45]);
    frame[26..30].copy_from_slice(&source.octets());
    frame
}

#[test]
fn xdp_filter_drops_what_is_blocked() {
    const DROP: u32 = 1;
    const PASS: u32 = 2;
    let Some(object) = example("xdp-filter") else {
        return;
    };
    let mut loaded = Loaded::new(object);
    let (blocked, other) = (Ipv4Addr::new(192, 0, 2, 66), Ipv4Addr::new(192, 0, 2, 67));
    let map = loaded.ebpf.map_mut("blocklist").unwrap();
    let mut blocklist: HashMap<&mut MapData, [u8; 4], u64> = map.try_into().unwrap();
    blocklist.insert(blocked.octets(), 0, 0).unwrap();
    let mut arp = ipv4(blocked);
    arp[13] = 6;
    let packets: [(&[u8], u32); 5] = [
        (&ipv4(blocked), DROP),
        (&ipv4(other), PASS),
        (&ipv4(blocked), DROP),
        (&ipv4(blocked)[..33], PASS),
        (&arp, PASS),
    ];
    for (packet, verdict) in packets {
        assert_eq!(loaded.run("xdp_filter", packet).0, verdict, "{packet:?}");
    }
    let counters: PerCpuArray<_, [u64; 2]> =
        loaded.ebpf.map("counters").unwrap().try_into().unwrap();
    let sum = |verdict, field: usize| -> u64 {
        counters
            .get(&verdict, 0)
            .unwrap()
            .iter()
            .map(|c| c[field])
            .sum()
    };
    assert_eq!([sum(DROP, 0), sum(DROP, 1)], [2, 2 * 34]);
    assert_eq!([sum(PASS, 0), sum(PASS, 1)], [3, 2 * 34 + 33]);
    let blocklist: HashMap<&MapData, [u8; 4], u64> =
        loaded.ebpf.map("blocklist").unwrap().try_into().unwrap();
    assert_eq!(blocklist.get(&blocked.octets(), 0).unwrap(), 2);
}
