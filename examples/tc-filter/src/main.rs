//! Closes TCP and UDP ports of a network interface, for packets that come in or go out, and shows how many were dropped.

use std::{env, process::ExitCode, str::FromStr, time::Duration};

use aya::{
    Ebpf,
    maps::{HashMap, MapData},
    programs::{
        SchedClassifier, TcAttachType,
        tc::{TcError, qdisc_add_clsact},
    },
    util::KernelVersion,
};
use common::{Context, Result, until_ctrl_c};

mod filter {
    include!(concat!(env!("OUT_DIR"), "/filter.rs"));
}

/// `EEXIST` in `asm-generic/errno-base.h`.
const EEXIST: i32 = 17;

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

    let mut ebpf = Ebpf::load(filter::OBJECT)?;
    let mut closed: Closed = ebpf
        .take_map(filter::maps::CLOSED)
        .ok_or("no such map")?
        .try_into()?;
    for port in &ports {
        closed.insert(port.key, filter::Counter::ZERO, 0)?;
    }
    prepare(interface)?;
    for (name, direction) in [
        (filter::programs::FILTER_INGRESS, TcAttachType::Ingress),
        (filter::programs::FILTER_EGRESS, TcAttachType::Egress),
    ] {
        let program: &mut SchedClassifier = ebpf
            .program_mut(name)
            .ok_or("no such program")?
            .try_into()?;
        program.load()?;
        program.attach(interface, direction).context(interface)?;
    }

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

/// Makes the interface take programs. Kernels before 6.6 attach them to a queueing discipline, which may be there already.
fn prepare(interface: &str) -> Result {
    if KernelVersion::current()? >= KernelVersion::new(6, 6, 0) {
        return Ok(());
    }
    match qdisc_add_clsact(interface) {
        Err(TcError::NetlinkError(error)) if error.raw_os_error() == Some(EEXIST) => Ok(()),
        result => result.context(interface),
    }
}

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
                "in" => 0,
                "out" => 1,
                _ => return Err(format!("{direction} is neither in nor out")),
            },
        };
        let text = text.to_owned();
        Ok(Self { text, key })
    }
}
