//! What we know of the kernel against the kernel of this machine; `cargo xtask kernels` asks others too.
#![cfg(target_os = "linux")]

use std::{fs, path::Path};

use libbpf_rs::btf::Btf;
use tests::{require, tables::disagreements};

#[test]
fn this_kernel_agrees() {
    const BTF: &str = "/sys/kernel/btf/vmlinux";
    let there = Path::new(BTF).exists().then_some(());
    if require(there.ok_or(format!("there is no {BTF}"))).is_none() {
        return;
    }
    let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap();
    let kernel = release.trim().parse().unwrap();
    let wrong = disagreements(&Btf::from_path(BTF).unwrap(), kernel, false);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
