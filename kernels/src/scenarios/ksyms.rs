//! Programs that use what the kernel defines: kfuncs, its variables and its configuration. aya loads none of them.

use std::{
    fs,
    process::{self, Command},
};

use tinybpf_core::KernelVersion;

use crate::{
    bpf::{Bpf, Loaded, number},
    scenario::{Loader, Outcome, Scenario, expect},
};

pub(super) const ALL: &[Scenario] = &[
    Scenario::new("kfuncs", "kernels/programs/kfuncs", kfuncs).without(Loader::Aya, "kfuncs"),
    Scenario::new("conntrack", "kernels/programs/conntrack", conntrack)
        .without(Loader::Aya, "kfuncs"),
    Scenario::new("ksyms", "kernels/programs/ksyms", ksyms)
        // Debian's 5.10 has none: its BTF was made by a pahole that left them out.
        .since(6, 1, "the kernel's variables in its BTF")
        .without(Loader::Aya, "ksyms"),
];

/// Runs a program of the section `syscall`.
fn call(bpf: &mut Bpf, program: &str, expected: i32) -> Outcome {
    let Loaded::Libbpf(loaded) = bpf.loaded()? else {
        return Err("aya cannot run it".into());
    };
    expect(program, loaded.call(program)?, expected)
}

/// Makes a connection and finds it, with kfuncs of a module; then with a panic while one is held.
fn conntrack(bpf: &mut Bpf) -> Outcome {
    const ABORTED: u32 = 0;
    const PASS: u32 = 2;
    let modprobe = Command::new("/sbin/modprobe")
        .arg("nf_conntrack")
        .status()?;
    expect("the module is loaded", modprobe.success(), true)?;
    bpf.load()?;
    let packet = [0; 64];
    bpf.verdict("find", &packet, ABORTED)?;
    bpf.verdict("track", &packet, PASS)?;
    bpf.verdict("find", &packet, PASS)?;
    bpf.verdict("find_skb", &packet, 0)?;
    let status = bpf.variable("status")?;
    // IPS_CONFIRMED.
    let confirmed = status.chunks(8).map(|status| number(status) & 8);
    expect("both are confirmed", confirmed.collect::<Vec<_>>(), [8, 8])?;
    bpf.set("divisor", &0_u32.to_ne_bytes());
    bpf.set("port", &[81]);
    bpf.load()?;
    bpf.verdict("find", &packet, ABORTED)?;
    bpf.verdict("track", &packet, ABORTED)?;
    bpf.verdict("find", &packet, PASS)
}

fn counter(bpf: &mut Bpf, name: &str) -> Outcome<u64> {
    Ok(number(&bpf.variable(name)?))
}

/// Each program once as it should be, and once so that it panics while it holds something.
fn kfuncs(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    call(bpf, "lookup", 0)?;
    call(bpf, "count", 4950)?;
    call(bpf, "walk", 0)?;
    call(bpf, "ask", 0)?;
    let tasks = counter(bpf, "tasks")?;
    expect(
        "ten for each task, and there are some",
        (tasks % 10, tasks >= 200),
        (0, true),
    )?;
    for (name, expected) in [
        ("found", 1),
        ("lost", 100),
        ("sum", 4950),
        ("ended", 1),
        ("hasTask", 1),
        ("hasFuture", 0),
    ] {
        expect(name, counter(bpf, name)?, expected)?;
    }
    bpf.set("divisor", &0_u32.to_ne_bytes());
    bpf.set("index", &8_u32.to_ne_bytes());
    bpf.load()?;
    for program in ["lookup", "count", "walk"] {
        // -EPERM, the verdict of `syscall`.
        call(bpf, program, -1)?;
    }
    for (name, expected) in [
        ("found", 1),
        ("lost", 0),
        ("sum", 0),
        ("ended", 0),
        ("tasks", 0),
    ] {
        expect(name, counter(bpf, name)?, expected)?;
    }
    Ok(())
}

fn ksyms(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    bpf.attach("read")?;
    let _ = process::id();
    let release = fs::read_to_string("/proc/sys/kernel/osrelease")?;
    let KernelVersion { major, minor } = release.parse()?;
    let version = counter(bpf, "version")?;
    expect(
        "version",
        version >> 8,
        u64::from(major) << 8 | u64::from(minor),
    )?;
    // Of Debian's cloud kernels.
    for (name, expected) in [
        ("ticks", 250),
        ("enabled", 1),
        ("module", 2),
        ("host", u64::from(b'(')),
        ("absent", 1),
        ("future", 0),
    ] {
        expect(name, counter(bpf, name)?, expected)?;
    }
    expect(
        "a run queue of the first CPU, and none of one that is not there",
        counter(bpf, "queues")? % 1000 > 0 && counter(bpf, "queues")? < 1000,
        true,
    )?;
    let addresses = bpf.variable("addresses")?;
    let symbols = fs::read_to_string("/proc/kallsyms")?;
    for (name, address) in ["bpf_prog_fops", "bpf_map_fops"]
        .iter()
        .zip(addresses.chunks(8))
    {
        let line = symbols
            .lines()
            .find(|line| line.split(' ').nth(2) == Some(name));
        let known = line.and_then(|line| u64::from_str_radix(line.split(' ').next()?, 16).ok());
        expect(name, Some(number(address)), known)?;
    }
    Ok(())
}
