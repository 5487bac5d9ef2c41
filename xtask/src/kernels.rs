//! `cargo xtask kernels`: sets up what the package `kernels` needs, and runs it.

use std::error::Error;

use crate::{
    run::{cargo, show},
    setup,
};

pub(crate) const HELP: &str = "[--only KERNEL]… [--scenario NAME]… [--refresh] [--rights] [--refused] [--check]
    Boots real kernels in virtual machines (emulated, so without any rights), loads every object with aya and libbpf, attaches the
    programs, triggers them, checks what they did, and prints a table; a whole run keeps it in docs/src/kernels.md.
    --only KERNEL    5.10, 6.1, 6.12, sid, newest; Debian's packages, fetched once
    --scenario NAME  only this row of the table
    --refresh        look for newer packages
    --rights         ask the kernels what programs may do instead, and write it to tinybpf-object/src/section/rights/generated.rs
    --refused        keep what the verifiers say of the refused programs in tests/testdata/refused that are marked `// RECORDED`, for the tests of tinybpf-explain
    --check          fail where docs/src/kernels.md (or the table of rights) says something else, and leave it as it is";

pub(crate) fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    setup::tinygo()?;
    setup::packages(setup::TEST_PACKAGES)?;
    setup::packages(setup::KERNEL_PACKAGES)?;
    show(cargo(["run", "--quiet", "--package", "kernels", "--"]).args(args))
}
