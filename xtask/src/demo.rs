//! `cargo xtask demo`: from nothing to packets in a BPF program.

use std::error::Error;

use tinybpf_build::cli::setup::apt;

use crate::{
    run::{cargo, show},
    setup,
};

pub(crate) const HELP: &str = "
    Sets up what is missing, builds the example xdp-filter through its build script, loads it with aya (Linux, root) and runs it
    over crafted packets.";

pub(crate) fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    if !args.is_empty() {
        return Err(format!("usage: cargo xtask demo{HELP}").into());
    }
    setup::tinygo()?;
    show(&mut cargo(["build", "--quiet", "--package", "xdp-filter"]))?;
    if !cfg!(target_os = "linux") {
        return Err(
            "xdp-filter is built; loading a BPF program takes Linux, and this is another system"
                .into(),
        );
    }
    if !apt::is_root() {
        return Err("xdp-filter is built; loading a BPF program takes root (or CAP_BPF and CAP_NET_ADMIN): run this as root".into());
    }
    show(&mut cargo([
        "run",
        "--quiet",
        "--package",
        "xdp-filter",
        "--",
        "--demo",
    ]))
}
