//! Drops TCP packets to closed ports on a network interface, in both directions.

mod loader;
#[cfg(test)]
mod tests;

use std::{env, process::ExitCode, time::Duration};

use aya::programs::TcAttachType;
use loader::Result;
use probe::{Counter, Probe};

mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

const USAGE: &str = "\
arguments: INTERFACE PORT…\n\
Drops TCP packets to the ports until Ctrl-C.";

fn main() -> ExitCode {
    loader::main(run)
}

fn run() -> Result {
    let mut args = env::args().skip(1);
    let Some(interface) = args.next().filter(|arg| !arg.starts_with('-')) else {
        println!("{USAGE}");
        return Ok(());
    };
    let ports = args.map(|port| {
        port.parse()
            .map_err(|error| format!("{port}: {error}\n{USAGE}"))
    });
    let ports: Vec<u16> = ports.collect::<std::result::Result<_, _>>()?;
    let mut probe = Probe::builder().load()?;
    for port in &ports {
        close(&mut probe, *port)?;
    }
    let programs = &probe.programs;
    programs
        .filter_ingress
        .attach(&interface, TcAttachType::Ingress)?;
    programs
        .filter_egress
        .attach(&interface, TcAttachType::Egress)?;
    println!("filtering on {interface}");
    loader::until_ctrl_c(Duration::from_secs(1), || {
        for port in &ports {
            let Counter { packets, bytes } = probe.maps.closed.get(&port.to_be(), 0)?;
            println!("port {port}: {packets} packets, {bytes} bytes dropped");
        }
        probe.maps.logs.print()?;
        Ok(())
    })
}

/// Closes a port. The key is as in packets: in network byte order.
fn close(probe: &mut Probe, port: u16) -> Result {
    probe.maps.closed.insert(port.to_be(), Counter::ZERO, 0)?;
    Ok(())
}
