//! The program in the kernel.

use std::process::Command;

use crate::{Result, line, loader::is_root, probe::Probe};

#[test]
fn a_program_that_is_started_is_seen() -> Result {
    if !is_root() {
        return Ok(());
    }
    let mut probe = Probe::builder().load()?;
    probe.programs.attach_all()?;
    let mut child = Command::new("true").spawn()?;
    let pid = child.id();
    child.wait()?;
    let events: std::result::Result<Vec<_>, _> = probe.maps.events.by_ref().collect();
    let events = events?;
    let event = events.iter().find(|event| event.pid as u32 == pid);
    let line = line(event.ok_or("the start of `true` was not reported")?);
    assert!(line.ends_with("/true"), "{line}");
    Ok(())
}
