//! Go programs in the running kernel: loaded with aya, run over packets, and asked for what they left behind.
#![cfg(target_os = "linux")]

mod arithmetic;
mod callbacks;
mod core;
mod data;
mod functions;
mod generated;
mod held;
mod language;
mod library;
mod locks;
mod logs;
mod maps;
mod memory;
mod packets;
mod panics;
mod tails;
mod test_run;
mod types;

use tests::{Loaded, can_load, object};

/// A Go program of the tests in the kernel, or `None` after saying why not.
fn load(case: &str) -> Option<Loaded> {
    can_load().then_some(())?;
    Some(Loaded::new(&object(case)?.data))
}

/// What XDP programs return (`enum xdp_action` in `linux/bpf.h`).
mod xdp {
    pub(crate) const ABORTED: u32 = 0;
    pub(crate) const DROP: u32 = 1;
    pub(crate) const PASS: u32 = 2;
    pub(crate) const TX: u32 = 3;
}
