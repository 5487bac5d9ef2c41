//! The program in the kernel: it loads there; what it decides is tested in `bpf`, with `go test`.

use crate::{Result, loader::is_root, probe::Probe};

#[test]
fn the_kernel_takes_the_program() -> Result {
    if !is_root() {
        return Ok(());
    }
    let mut probe = Probe::builder().load()?;
    probe.maps.denied.insert([192, 0, 2, 66], 0, 0)?;
    assert_eq!(probe.maps.denied.get(&[192, 0, 2, 66], 0)?, 0);
    probe.programs.connect4.fd()?;
    Ok(())
}
