//! Denies processes of a cgroup to connect to addresses, and prints who tried.

mod loader;
#[cfg(test)]
mod tests;

use std::{env, fs::File, net::Ipv4Addr, process::ExitCode, time::Duration};

use loader::Result;
use probe::Probe;

mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

const USAGE: &str = "\
arguments: CGROUP ADDRESS…\n\
Denies the processes of a cgroup (a folder below /sys/fs/cgroup) to connect to the addresses, until Ctrl-C.";

fn main() -> ExitCode {
    loader::main(run)
}

fn run() -> Result {
    let mut args = env::args().skip(1);
    let Some(cgroup) = args.next().filter(|arg| !arg.starts_with('-')) else {
        println!("{USAGE}");
        return Ok(());
    };
    let folder = File::open(&cgroup).map_err(|error| format!("{cgroup}: {error}\n{USAGE}"))?;
    let addresses = args.map(|text| {
        text.parse()
            .map_err(|error| format!("{text}: {error}\n{USAGE}"))
    });
    let addresses: Vec<Ipv4Addr> = addresses.collect::<std::result::Result<_, _>>()?;
    let mut probe = Probe::builder().load()?;
    for address in &addresses {
        probe.maps.denied.insert(address.octets(), 0, 0)?;
    }
    probe.programs.connect4.attach(&folder)?;
    println!("denying connects in {cgroup}");
    loader::until_ctrl_c(Duration::from_millis(100), || {
        Ok(probe.maps.logs.print()?)
    })?;
    for address in &addresses {
        let denials = probe.maps.denied.get(&address.octets(), 0)?;
        println!("{address} was denied {denials} times");
    }
    Ok(())
}
