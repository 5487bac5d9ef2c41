//! The program in the kernel, over made-up packets.

use std::net::Ipv4Addr;

use tinybpf_test::{XdpAction, run_xdp};

use crate::{Result, block, loader::is_root, packets, probe::Probe};

/// An IPv4 packet without payload.
fn ipv4(source: Ipv4Addr) -> Vec<u8> {
    let mut packet = vec![0; 34];
    packet[12] = 0x08; // the type of IPv4
    packet[14] = 0x45; // version 4, five words
    packet[26..30].copy_from_slice(&source.octets());
    packet
}

#[test]
fn what_is_blocked_is_dropped() -> Result {
    if !is_root() {
        return Ok(());
    }
    let mut probe = Probe::builder().load()?;
    let (bad, good) = (Ipv4Addr::new(192, 0, 2, 66), Ipv4Addr::new(198, 51, 100, 7));
    block(&mut probe, bad)?;
    let program = probe.programs.filter.fd()?;
    assert_eq!(run_xdp(&program, &ipv4(bad))?.0, XdpAction::Drop);
    assert_eq!(run_xdp(&program, &ipv4(good))?.0, XdpAction::Pass);
    assert_eq!(run_xdp(&program, &ipv4(bad)[..33])?.0, XdpAction::Pass);
    assert_eq!((packets(&probe, 1)?, packets(&probe, 2)?), (1, 2));
    assert_eq!(probe.maps.blocked.get(&bad.octets(), 0)?, 1);
    Ok(())
}
