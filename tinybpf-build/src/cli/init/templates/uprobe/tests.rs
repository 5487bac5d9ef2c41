//! The program in the kernel.

use std::{net::ToSocketAddrs, process};

use crate::{Result, line, loader::is_root, probe::Probe};

#[test]
fn a_name_that_is_looked_up_is_seen() -> Result {
    if !is_root() {
        return Ok(());
    }
    let mut probe = Probe::builder().load()?;
    probe.programs.attach_all()?;
    // Whether there is an address does not matter.
    let _ = ("localhost", 80).to_socket_addrs();
    let events: std::result::Result<Vec<_>, _> = probe.maps.events.by_ref().collect();
    let events = events?;
    let event = events.iter().find(|event| event.pid == process::id());
    let line = line(event.ok_or("the lookup was not reported")?);
    assert!(line.ends_with("localhost"), "{line}");
    Ok(())
}
