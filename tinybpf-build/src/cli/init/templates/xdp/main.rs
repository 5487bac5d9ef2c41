//! Drops IPv4 packets from blocked sources on a network interface, and shows what became of all packets.

mod loader;
#[cfg(test)]
mod tests;

use std::{env, net::Ipv4Addr, process::ExitCode, time::Duration};

use loader::Result;
use probe::Probe;

mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

const USAGE: &str = "\
arguments: INTERFACE ADDRESS…\n\
Drops IPv4 packets from the addresses until Ctrl-C.";

fn main() -> ExitCode {
    loader::main(run)
}

fn run() -> Result {
    let mut args = env::args().skip(1);
    let Some(interface) = args.next().filter(|arg| !arg.starts_with('-')) else {
        println!("{USAGE}");
        return Ok(());
    };
    let mut probe = Probe::builder().load()?;
    for address in args {
        let address = address.parse();
        block(
            &mut probe,
            address.map_err(|error| format!("{error}\n{USAGE}"))?,
        )?;
    }
    probe.programs.filter.attach(&interface)?;
    println!("filtering on {interface}");
    loader::until_ctrl_c(Duration::from_secs(1), || {
        let (dropped, passed) = (packets(&probe, 1)?, packets(&probe, 2)?);
        println!("{dropped} packets dropped, {passed} passed");
        probe.maps.logs.print()?;
        Ok(())
    })
}

/// Puts a source address on the list.
fn block(probe: &mut Probe, address: Ipv4Addr) -> Result {
    probe.maps.blocked.insert(address.octets(), 0, 0)?;
    Ok(())
}

/// How many packets had a verdict (`enum xdp_action` in `linux/bpf.h`), on all CPUs.
fn packets(probe: &Probe, verdict: u32) -> Result<u64> {
    let counters = probe.maps.counters.get(&verdict, 0)?;
    Ok(counters.iter().map(|counter| counter.packets).sum())
}
