//! `cargo xtask setup`: the verb `setup`, and what the tests need.

use std::error::Error;

use tinybpf_build::{
    cli::{Ui, setup, setup::apt},
    tinygo::TinyGo,
};

pub(crate) const HELP: &str = "[--tests]
    Gets TinyGo for this user, as `cargo tinybpf setup` does. With --tests, also what the tests need, from Debian's packages (root). Safe to
    run again: what is there stays.";

/// What the tests need: LLVM libraries beside rustc's, libbpf's loader, a C compiler for BPF with libbpf's headers, and what
/// libbpf-rs compiles libbpf against.
#[rustfmt::skip]
pub(crate) const TEST_PACKAGES: &[&str] =
    &["libllvm19", "libllvm22", "clang-22", "bpftool", "libbpf-dev", "libelf-dev", "zlib1g-dev", "pkg-config"];

/// What booting other kernels needs: the machine, what runs in it, what unpacks the kernels, and the keys they are signed with.
#[rustfmt::skip]
pub(crate) const KERNEL_PACKAGES: &[&str] =
    &["qemu-system-x86", "busybox-static", "lz4", "zstd", "xz-utils", "debian-archive-keyring"];

pub(crate) fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    let tests = match args {
        [] => false,
        [flag] if flag == "--tests" => true,
        _ => return Err(format!("usage: cargo xtask setup {HELP}").into()),
    };
    tinygo()?;
    if tests {
        packages(TEST_PACKAGES)?;
        packages(KERNEL_PACKAGES)?;
    }
    Ok(())
}

/// A TinyGo that works: the one that is there, or a new one.
pub(crate) fn tinygo() -> Result<TinyGo, Box<dyn Error>> {
    Ok(setup::tinygo(&Ui::default())?)
}

/// Installs Debian's packages.
pub(crate) fn packages(names: &[&str]) -> Result<(), Box<dyn Error>> {
    Ok(apt::install(&Ui::default(), names)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_arguments_are_refused_before_anything_is_installed() {
        let error = run(&["--test".to_owned()]).unwrap_err().to_string();
        assert!(
            error.starts_with("usage: cargo xtask setup [--tests]"),
            "{error}"
        );
    }
}
