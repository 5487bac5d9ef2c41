//! The program in the kernel, on a real socket.

use std::net::UdpSocket;

use crate::{Result, loader::is_root, probe::Probe, received};

#[test]
fn other_words_are_dropped() -> Result {
    if !is_root() {
        return Ok(());
    }
    let mut probe = Probe::builder().load()?;
    probe.maps.words.insert(*b"PING", 0, 0)?;
    let receiver = UdpSocket::bind("127.0.0.1:0")?;
    receiver.set_nonblocking(true)?;
    probe.programs.filter.attach(&receiver)?;
    let sender = UdpSocket::bind("127.0.0.1:0")?;
    for datagram in ["PING 1", "PONG 1", "PI", "PING 2"] {
        sender.send_to(datagram.as_bytes(), receiver.local_addr()?)?;
    }
    // Over the loopback interface, they have arrived by now.
    assert_eq!(received(&receiver)?, [b"PING 1", b"PING 2"]);
    assert_eq!(probe.maps.words.get(b"PING", 0)?, 2);
    assert_eq!(probe.variables.dropped()?, 2);
    Ok(())
}
