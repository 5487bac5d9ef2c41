//! Closes TCP and UDP ports of a network interface, for packets that come in or go out, and shows how many were dropped.

#[cfg(test)]
mod tests;

use std::{env, process::ExitCode, str::FromStr, time::Duration};

use aya::{
    maps::{HashMap, MapData},
    programs::TcAttachType,
};
use common::{Result, until_ctrl_c};

mod filter {
    include!(concat!(env!("OUT_DIR"), "/filter.rs"));
}

const USAGE: &str = "\
usage: tc-filter INTERFACE PORT…   drop packets to the ports; Ctrl-C ends it

PORT is in:PROTOCOL:NUMBER for packets that come in, out:PROTOCOL:NUMBER for those that go out; PROTOCOL is tcp or udp.
example: tc-filter eth0 in:tcp:23 out:udp:53";

fn main() -> ExitCode {
    common::run(run)
}

fn run() -> Result {
    let args: Vec<String> = env::args().skip(1).collect();
    let Some((interface, ports)) = args.split_first().filter(|(_, ports)| !ports.is_empty()) else {
        println!("{USAGE}");
        return Ok(());
    };
    let ports = ports
        .iter()
        .map(|port| port.parse().map_err(|e| format!("{port}: {e}\n{USAGE}")))
        .collect::<std::result::Result<Vec<Port>, _>>()?;

    let filter::Filter {
        maps: filter::skeleton::Maps { mut closed, .. },
        programs,
        ..
    } = filter::Filter::builder().load()?;
    for port in &ports {
        closed.insert(port.key, filter::Counter::ZERO, 0)?;
    }
    programs
        .filter_ingress
        .attach(interface, TcAttachType::Ingress)?;
    programs
        .filter_egress
        .attach(interface, TcAttachType::Egress)?;

    println!("filtering on {interface}");
    let mut last = 0;
    until_ctrl_c(Duration::from_secs(1), || {
        let packets = dropped(&closed, &ports)?;
        if packets != last {
            last = packets;
            print(&closed, &ports)?;
        }
        Ok(())
    })
}

type Closed = HashMap<MapData, filter::Port, filter::Counter>;

/// The number of packets that all closed ports had dropped.
fn dropped(closed: &Closed, ports: &[Port]) -> Result<u64> {
    let mut packets = 0;
    for port in ports {
        packets += closed.get(&port.key, 0)?.packets;
    }
    Ok(packets)
}

fn print(closed: &Closed, ports: &[Port]) -> Result {
    for port in ports {
        let counter = closed.get(&port.key, 0)?;
        println!(
            "{:<16} {:>8} packets {:>10} bytes dropped",
            port.text, counter.packets, counter.bytes
        );
    }
    Ok(())
}

/// A port of the command line.
struct Port {
    text: String,
    key: filter::Port,
}

impl FromStr for Port {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let [direction, protocol, number] = text.split(':').collect::<Vec<_>>()[..] else {
            return Err("a port has three parts".to_owned());
        };
        let number: u16 = number.parse().map_err(|e| format!("{number}: {e}"))?;
        let key = filter::Port {
            number: number.to_be(),
            protocol: match protocol {
                "tcp" => 6,
                "udp" => 17,
                _ => return Err(format!("{protocol} is neither tcp nor udp")),
            },
            direction: match direction {
                "in" => filter::Direction::INGRESS,
                "out" => filter::Direction::EGRESS,
                _ => return Err(format!("{direction} is neither in nor out")),
            },
        };
        let text = text.to_owned();
        Ok(Self { text, key })
    }
}
