//! `cargo xtask vendor`: the Go package for BPF programs, into users' modules.

use std::{error::Error, path::Path};

pub(crate) const HELP: &str = "DIR…
    Writes the Go package github.com/tinybpf/bpf into the Go modules of the folders, or brings it up to date there, as
    TINYBPF_VENDOR=1 does in a build. A folder with a Cargo.toml is named for its folder `bpf`.";

pub(crate) fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    if args.is_empty() || args.iter().any(|arg| arg.starts_with('-')) {
        return Err(format!("usage: cargo xtask vendor {HELP}").into());
    }
    for folder in args.iter().map(Path::new) {
        if !folder.is_dir() {
            return Err(format!("{} is no folder", folder.display()).into());
        }
        let package = if folder.join("Cargo.toml").is_file() {
            folder.join("bpf")
        } else {
            folder.to_owned()
        };
        let changed = tinybpf_build::vendor(&package)?;
        for file in &changed {
            println!("{}", file.display());
        }
        if changed.is_empty() {
            println!("{}: nothing to do", package.display());
        }
    }
    Ok(())
}
