//! The programs in the kernel, over made-up packets.

use tinybpf_test::{TcAction, run_tc};

use crate::{Result, close, loader::is_root, probe::Probe};

/// A TCP packet to a port.
fn tcp(port: u16) -> Vec<u8> {
    let mut packet = vec![0; 54];
    packet[12] = 0x08; // the type of IPv4
    packet[14] = 0x45; // version 4, five words
    packet[23] = 6; // TCP
    packet[36..38].copy_from_slice(&port.to_be_bytes());
    packet
}

#[test]
fn closed_ports_drop() -> Result {
    if !is_root() {
        return Ok(());
    }
    let mut probe = Probe::builder().load()?;
    close(&mut probe, 23)?;
    for program in [
        probe.programs.filter_ingress.fd()?,
        probe.programs.filter_egress.fd()?,
    ] {
        assert_eq!(run_tc(&program, &tcp(23))?.0, TcAction::Shot);
        assert_eq!(run_tc(&program, &tcp(22))?.0, TcAction::Unspec);
    }
    let counter = probe.maps.closed.get(&23_u16.to_be(), 0)?;
    assert_eq!((counter.packets, counter.bytes), (2, 2 * 54));
    Ok(())
}
