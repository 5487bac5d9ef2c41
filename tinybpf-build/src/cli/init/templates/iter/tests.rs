//! The program in the kernel.

use std::process;

use crate::{Result, list, loader::is_root, probe::Probe};

#[test]
fn this_process_is_listed() -> Result {
    if !is_root() {
        return Ok(());
    }
    let probe = Probe::builder().load()?;
    let text = list(&probe)?;
    let own = format!("{} ", process::id());
    assert!(text.lines().any(|line| line.starts_with(&own)), "{text}");
    let process = process::id() as i32;
    assert!(probe.maps.threads.get(&process, 0)? >= 1);
    Ok(())
}
