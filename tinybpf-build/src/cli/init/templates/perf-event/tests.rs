//! The program in the kernel.

use std::time::{Duration, Instant};

use aya::programs::perf_event::PerfEventScope;

use crate::{Result, attach, loader::is_root, probe::Probe, samples};

#[test]
fn a_busy_thread_is_seen() -> Result {
    if !is_root() {
        return Ok(());
    }
    let probe = Probe::builder().load()?;
    attach(&probe, PerfEventScope::CallingProcess { cpu: None })?;
    let start = Instant::now();
    while samples(&probe)?.is_empty() {
        assert!(start.elapsed() < Duration::from_secs(20), "no sample");
    }
    Ok(())
}
