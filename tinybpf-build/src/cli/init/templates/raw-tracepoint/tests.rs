//! The program in the kernel, with made-up arguments.

use tinybpf_test::run_raw_tp;

use crate::{Result, counts, loader::is_root, probe::Probe};

#[test]
fn calls_are_counted_by_number() -> Result {
    if !is_root() {
        return Ok(());
    }
    let probe = Probe::builder().load()?;
    let program = probe.programs.count_syscalls.fd()?;
    for number in [39, 39, 511, 100_000] {
        run_raw_tp(&program, &[0, number])?;
    }
    assert_eq!(counts(&probe)?, [(39, 2), (511, 2)]);
    Ok(())
}
