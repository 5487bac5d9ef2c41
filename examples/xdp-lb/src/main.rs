//! Balances the connections to an address over several servers.

mod demo;
mod table;

use std::{
    env,
    fmt::{self, Display, Formatter},
    net::{Ipv4Addr, SocketAddrV4},
    process::ExitCode,
    str::FromStr,
    time::Duration,
};

use aya::{
    Ebpf,
    maps::{Array, HashMap, PerCpuArray, ProgramArray},
    programs::{Xdp, XdpMode},
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

/// The programs for protocols above IP, with the protocols' numbers and names.
const PROTOCOLS: [(u16, &str, &str); 2] = [
    (6, "tcp", lb::programs::BALANCE_TCP),
    (17, "udp", lb::programs::BALANCE_UDP),
];

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

    let mut ebpf = load()?;
    balance(&mut ebpf, &services)?;
    for interface in interfaces.split(',') {
        entry(&mut ebpf)?
            .attach(interface, XdpMode::default())
            .context(interface)?;
    }
    println!("balancing {} services on {interfaces}", services.len());
    let mut last = 0;
    until_ctrl_c(Duration::from_secs(1), || {
        let sent: u64 = counters(&ebpf, &services)?
            .iter()
            .map(|c| c.1.packets)
            .sum();
        if sent != last {
            last = sent;
            for (server, counter) in counters(&ebpf, &services)? {
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
fn load() -> Result<Ebpf> {
    let mut ebpf = Ebpf::load(lb::OBJECT)?;
    entry(&mut ebpf)?.load()?;
    for (number, _, name) in PROTOCOLS {
        let program: &mut Xdp = ebpf
            .program_mut(name)
            .ok_or("no such program")?
            .try_into()?;
        program.load()?;
        let program = program.fd()?.try_clone()?;
        // The kernel empties such an array when the last loader lets go of it: it stays in `ebpf`.
        let array = ebpf.map_mut(lb::maps::PROTOCOLS).ok_or("no such map")?;
        ProgramArray::try_from(array)?.set(number.into(), &program, 0)?;
    }
    Ok(ebpf)
}

fn entry(ebpf: &mut Ebpf) -> Result<&mut Xdp> {
    let program = ebpf.program_mut(lb::programs::XDP_LB);
    Ok(program.ok_or("no such program")?.try_into()?)
}

/// Tells the programs which servers there are, and which of them takes which share of a service.
fn balance(ebpf: &mut Ebpf, services: &[Service]) -> Result {
    let mut number = 0;
    for service in services {
        let mut numbers = Vec::new();
        for server in &service.servers {
            let map = ebpf.map_mut(lb::maps::SERVERS).ok_or("no such map")?;
            Array::try_from(map)?
                .set(number, *server, 0)
                .context(format!("{server} is one server too many"))?;
            let map = ebpf.map_mut(lb::maps::ORIGINS).ok_or("no such map")?;
            HashMap::<_, lb::Endpoint, lb::Endpoint>::try_from(map)?
                .insert(server, service.endpoint, BPF_NOEXIST)
                .context(format!("{server} can belong to one service only"))?;
            numbers.push((number as u16, server.to_string()));
            number += 1;
        }
        let mut table = lb::Table::ZERO;
        table::fill(&mut table.servers, &numbers);
        let map = ebpf.map_mut(lb::maps::SERVICES).ok_or("no such map")?;
        HashMap::<_, lb::Endpoint, lb::Table>::try_from(map)?
            .insert(service.endpoint, table, BPF_NOEXIST)
            .context(service.endpoint)?;
    }
    Ok(())
}

/// What each server was sent, summed over the CPUs.
fn counters(ebpf: &Ebpf, services: &[Service]) -> Result<Vec<(lb::Endpoint, lb::Counter)>> {
    let map = ebpf.map(lb::maps::COUNTERS).ok_or("no such map")?;
    let counters: PerCpuArray<_, lb::Counter> = map.try_into()?;
    let mut sums = Vec::new();
    let servers = services.iter().flat_map(|service| &service.servers);
    for (number, server) in (0..).zip(servers) {
        let mut sum = lb::Counter::ZERO;
        for counter in counters.get(&number, 0)?.iter() {
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
            .find(|(_, name, _)| *name == protocol)
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
            .map_or("?", |(_, name, _)| name);
        let address = Ipv4Addr::from(u32::from_be(self.address));
        // As one text, so that a width holds for the whole.
        f.pad(&format!("{name}:{address}:{}", u16::from_be(self.port)))
    }
}
