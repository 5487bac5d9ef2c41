//! Decides where the processes of a cgroup may connect to, and prints what was denied.

use std::{
    env,
    fs::File,
    net::{IpAddr, Ipv6Addr},
    process::ExitCode,
    str::FromStr,
    time::Duration,
};

use aya::maps::lpm_trie::Key;
use common::{Context, Result, text, until_ctrl_c};

mod connect {
    include!(concat!(env!("OUT_DIR"), "/connect.rs"));
}

const USAGE: &str = "\
usage: cgroup-connect CGROUP RULE…   apply the rules to connects of the processes in CGROUP; Ctrl-C ends it

CGROUP is a folder below /sys/fs/cgroup (cgroup v2).
RULE is allow=NETWORK or deny=NETWORK, where NETWORK is ADDRESS[/BITS][,PORT]. Rules for a port come before rules for all ports,
longer prefixes before shorter ones; what no rule names is allowed.
example: cgroup-connect /sys/fs/cgroup/app deny=0.0.0.0/0 deny=::/0 allow=192.0.2.0/24 allow=198.51.100.7,443";

fn main() -> ExitCode {
    common::run(run)
}

fn run() -> Result {
    let args: Vec<String> = env::args().skip(1).collect();
    let Some((cgroup, rules)) = args.split_first().filter(|(_, rules)| !rules.is_empty()) else {
        println!("{USAGE}");
        return Ok(());
    };
    let rules = rules
        .iter()
        .map(|rule| rule.parse().map_err(|e| format!("{rule}: {e}\n{USAGE}")))
        .collect::<std::result::Result<Vec<Rule>, _>>()?;
    let folder = File::open(cgroup).context(cgroup)?;

    let mut connect = connect::Connect::builder().load()?;
    for rule in &rules {
        connect.maps.rules.insert(&rule.key(), rule.value(), 0)?;
    }
    let no_cgroup = || format!("{cgroup} takes no program; is it a folder of cgroup v2?");
    let programs = &connect.programs;
    programs.connect4.attach(&folder).context(no_cgroup())?;
    programs.connect6.attach(&folder).context(no_cgroup())?;

    println!("denying connects in {cgroup}");
    println!("{:>8} {:>8} {:<16} ADDRESS", "PID", "UID", "COMMAND");
    until_ctrl_c(Duration::from_millis(100), || {
        for denial in connect.maps.denials.by_ref() {
            print(&denial?);
        }
        Ok(())
    })?;

    for rule in &rules {
        let uses = connect.maps.rules.get(&rule.key(), 0)?.uses;
        println!("{uses:>8} × {}", rule.text);
    }
    Ok(())
}

fn print(denial: &connect::Denial) {
    let port = u16::from_be(denial.port as u16);
    let mut octets = [0; 16];
    for (to, word) in octets.chunks_exact_mut(4).zip(denial.address) {
        to.copy_from_slice(&word.to_ne_bytes());
    }
    let address = Ipv6Addr::from(octets).to_canonical();
    println!(
        "{:>8} {:>8} {:<16} {address} port {port}",
        denial.pid,
        denial.uid,
        text(&denial.comm)
    );
}

/// A rule of the command line.
struct Rule {
    text: String,
    allow: bool,
    /// IPv4 addresses are mapped.
    address: Ipv6Addr,
    bits: u32,
    /// 0 for all ports.
    port: u16,
}

impl Rule {
    /// What the programs look up: the port and then the address, both in network byte order.
    fn key(&self) -> Key<connect::NetworkData> {
        let mut address = [0; 4];
        for (word, bytes) in address
            .iter_mut()
            .zip(self.address.octets().chunks_exact(4))
        {
            *word = u32::from_ne_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        }
        let network = connect::Network {
            prefix_length: u32::BITS + self.bits,
            port: self.port.to_be().into(),
            address,
        };
        network.into()
    }

    fn value(&self) -> connect::Rule {
        connect::Rule {
            verdict: self.allow.into(),
            uses: 0,
        }
    }
}

impl FromStr for Rule {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let (verdict, network) = text
            .split_once('=')
            .ok_or("a rule begins with allow= or deny=")?;
        let allow = match verdict {
            "allow" => true,
            "deny" => false,
            _ => return Err(format!("{verdict} is neither allow nor deny")),
        };
        let (network, port) = network.split_once(',').unwrap_or((network, "0"));
        let port = port.parse().map_err(|e| format!("port {port}: {e}"))?;
        let (address, bits) = match network.split_once('/') {
            Some((address, bits)) => (
                address,
                Some(bits.parse().map_err(|e| format!("{bits} bits: {e}"))?),
            ),
            None => (network, None),
        };
        let (address, size) = match address.parse().map_err(|e| format!("{address}: {e}"))? {
            IpAddr::V4(address) => (address.to_ipv6_mapped(), 32),
            IpAddr::V6(address) => (address, 128),
        };
        let bits = bits.unwrap_or(size);
        if bits > size {
            return Err(format!("the address has only {size} bits"));
        }
        Ok(Self {
            text: text.to_owned(),
            allow,
            address,
            bits: bits + 128 - size,
            port,
        })
    }
}
