//! Balances the connections to an address over several servers.

mod demo;
mod table;
#[cfg(test)]
mod tests;

use std::{
    env,
    fmt::{self, Display, Formatter},
    net::{Ipv4Addr, SocketAddrV4},
    process::ExitCode,
    str::FromStr,
    time::Duration,
};

use common::{Context, Result, until_ctrl_c};

mod lb {
    include!(concat!(env!("OUT_DIR"), "/lb.rs"));
}

/// `BPF_NOEXIST` in `linux/bpf.h`: only new entries.
const BPF_NOEXIST: u64 = 1;

const USAGE: &str = "\
usage: xdp-lb INTERFACE[,INTERFACE…] SERVICE…   balance the services until Ctrl-C
       xdp-lb --demo                            balance made-up packets, without a network

SERVICE is PROTOCOL:ADDRESS:PORT=SERVER[,SERVER…], PROTOCOL is tcp or udp, SERVER is ADDRESS:PORT. The interfaces are those where
clients and servers are; the kernel has to route between them (sysctl net.ipv4.ip_forward=1).
example: xdp-lb eth0,eth1 tcp:192.0.2.80:80=10.0.0.1:8080,10.0.0.2:8080";

/// Protocols above IP: their numbers and names.
const PROTOCOLS: [(u16, &str); 2] = [(TCP, "tcp"), (UDP, "udp")];
const TCP: u16 = 6;
const UDP: u16 = 17;

fn main() -> ExitCode {
    common::run(run)
}

fn run() -> Result {
    let args: Vec<String> = env::args().skip(1).collect();
    let (interfaces, services) = match &args[..] {
        [demo] if demo == "--demo" => return demo::run(),
        [interfaces, services @ ..] if !services.is_empty() => (interfaces, services),
        _ => {
            println!("{USAGE}");
            return Ok(());
        }
    };
    let services = services
        .iter()
        .map(|text| text.parse().map_err(|e| format!("{text}: {e}\n{USAGE}")))
        .collect::<std::result::Result<Vec<Service>, _>>()?;

    let mut lb = load()?;
    balance(&mut lb, &services)?;
    for interface in interfaces.split(',') {
        lb.programs.xdp_lb.attach(interface).context(interface)?;
    }
    println!("balancing {} services on {interfaces}", services.len());
    let mut last = 0;
    until_ctrl_c(Duration::from_secs(1), || {
        let sent: u64 = counters(&lb, &services)?.iter().map(|c| c.1.packets).sum();
        if sent != last {
            last = sent;
            for (server, counter) in counters(&lb, &services)? {
                println!(
                    "{server:<26} {:>8} packets {:>10} bytes",
                    counter.packets, counter.bytes
                );
            }
        }
        Ok(())
    })
}

/// Loads the programs, and puts those for the protocols where the first one finds them.
fn load() -> Result<lb::Lb> {
    let mut lb = lb::Lb::builder().load()?;
    let programs = &lb.programs;
    let protocols = &mut lb.maps.protocols;
    protocols.set(TCP.into(), &programs.balance_tcp.fd()?, 0)?;
    protocols.set(UDP.into(), &programs.balance_udp.fd()?, 0)?;
    Ok(lb)
}

/// Tells the programs which servers there are, and which of them takes which share of a service.
fn balance(lb: &mut lb::Lb, services: &[Service]) -> Result {
    let maps = &mut lb.maps;
    let mut number = 0;
    for service in services {
        let mut numbers = Vec::new();
        for server in &service.servers {
            maps.servers
                .set(number, *server, 0)
                .context(format!("{server} is one server too many"))?;
            maps.origins
                .insert(server, service.endpoint, BPF_NOEXIST)
                .context(format!("{server} can belong to one service only"))?;
            numbers.push((number as u16, server.to_string()));
            number += 1;
        }
        let mut table = lb::Table::ZERO;
        table::fill(&mut table.servers, &numbers);
        maps.services
            .insert(service.endpoint, table, BPF_NOEXIST)
            .context(service.endpoint)?;
    }
    Ok(())
}

/// What each server was sent, summed over the CPUs.
fn counters(lb: &lb::Lb, services: &[Service]) -> Result<Vec<(lb::Endpoint, lb::Counter)>> {
    let mut sums = Vec::new();
    let servers = services.iter().flat_map(|service| &service.servers);
    for (number, server) in (0..).zip(servers) {
        let mut sum = lb::Counter::ZERO;
        for counter in lb.maps.counters.get(&number, 0)?.iter() {
            sum.packets += counter.packets;
            sum.bytes += counter.bytes;
        }
        sums.push((*server, sum));
    }
    Ok(sums)
}

/// A service and those who do its work.
#[derive(Clone)]
struct Service {
    endpoint: lb::Endpoint,
    servers: Vec<lb::Endpoint>,
}

impl FromStr for Service {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let (service, servers) = text.split_once('=').ok_or("a service has servers")?;
        let (protocol, address) = service.split_once(':').ok_or("a service has a protocol")?;
        let number = PROTOCOLS
            .iter()
            .find(|(_, name)| *name == protocol)
            .ok_or_else(|| format!("{protocol} is neither tcp nor udp"))?
            .0;
        let endpoint = |text: &str| -> std::result::Result<_, String> {
            let address = text.parse().map_err(|e| format!("{text}: {e}"))?;
            Ok(lb::Endpoint::new(address, number))
        };
        Ok(Self {
            endpoint: endpoint(address)?,
            servers: servers
                .split(',')
                .map(endpoint)
                .collect::<std::result::Result<_, _>>()?,
        })
    }
}

impl lb::Endpoint {
    fn new(address: SocketAddrV4, protocol: u16) -> Self {
        Self {
            address: u32::from(*address.ip()).to_be(),
            port: address.port().to_be(),
            protocol,
        }
    }
}

impl Display for lb::Endpoint {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let name = PROTOCOLS
            .iter()
            .find(|(number, ..)| *number == self.protocol)
            .map_or("?", |(_, name)| name);
        let address = Ipv4Addr::from(u32::from_be(self.address));
        // As one text, so that a width holds for the whole.
        f.pad(&format!("{name}:{address}:{}", u16::from_be(self.port)))
    }
}
