//! Drops IPv4 packets from blocked source addresses on a network interface, and shows how many.

#[cfg(test)]
mod tests;

use std::{env, error::Error, net::Ipv4Addr, thread, time::Duration};

use aya::programs::{TestRun, TestRunOptions};
use filter::Filter;

mod filter {
    include!(concat!(env!("OUT_DIR"), "/filter.rs"));
}

/// What the kernel calls its verdicts (`enum xdp_action` in `linux/bpf.h`), by number.
const VERDICTS: [&str; 5] = [
    "XDP_ABORTED",
    "XDP_DROP",
    "XDP_PASS",
    "XDP_TX",
    "XDP_REDIRECT",
];

const USAGE: &str = "\
usage: xdp-filter INTERFACE ADDRESS…   drop IPv4 packets from the addresses; Ctrl-C ends it
       xdp-filter --demo               run the program over crafted packets, without a network";

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let Some(interface) = args.next().filter(|arg| arg != "--help") else {
        println!("{USAGE}");
        return Ok(());
    };
    let mut filter = Filter::builder().load()?;
    if interface == "--demo" {
        return demo(&mut filter);
    }
    filter.programs.xdp_filter.attach(&interface)?;
    for address in args {
        let address = address.parse();
        let address = address.map_err(|e| format!("{e}\n{USAGE}"))?;
        block(&mut filter, address)?;
    }
    println!("filtering on {interface}");
    loop {
        thread::sleep(Duration::from_secs(1));
        print_counters(&filter)?;
    }
}

/// Puts a source address on the blocklist.
fn block(filter: &mut Filter, address: Ipv4Addr) -> Result<(), Box<dyn Error>> {
    filter.maps.blocklist.insert(address.octets(), 0, 0)?;
    Ok(())
}

/// Prints packets and bytes for each verdict that was given, summed over the CPUs.
fn print_counters(filter: &Filter) -> Result<(), Box<dyn Error>> {
    for (number, verdict) in (0..).zip(VERDICTS) {
        let counter = filter.maps.counters.get(&number, 0)?;
        let packets: u64 = counter.iter().map(|c| c.packets).sum();
        let bytes: u64 = counter.iter().map(|c| c.bytes).sum();
        if packets != 0 {
            println!("{verdict:<12} {packets:>8} packets {bytes:>10} bytes");
        }
    }
    Ok(())
}

/// Runs the program over packets that are made up here, and prints what it says of each.
fn demo(filter: &mut Filter) -> Result<(), Box<dyn Error>> {
    let blocked = Ipv4Addr::new(192, 0, 2, 66);
    block(filter, blocked)?;
    println!("blocked: {blocked}\n");
    let packets = [
        ("IPv4 from 192.0.2.66", ipv4(blocked)),
        (
            "IPv4 from 198.51.100.7",
            ipv4(Ipv4Addr::new(198, 51, 100, 7)),
        ),
        ("IPv6", ethernet(0x86dd, &[0; 40])),
        ("too short for IPv4", ethernet(0x0800, &[0x45; 4])),
    ];
    for (name, packet) in packets {
        let options = TestRunOptions {
            data_in: Some(&packet),
            ..TestRunOptions::default()
        };
        let program = &filter.programs.xdp_filter;
        let verdict = program.with(|xdp| xdp.test_run(options))?.return_value as usize;
        let verdict = VERDICTS.get(verdict).copied().unwrap_or("unknown verdict");
        println!("{name:<24} → {verdict}");
    }
    println!();
    print_counters(filter)?;
    let dropped = filter.maps.blocklist.get(&blocked.octets(), 0)?;
    println!("{blocked} had {dropped} packet dropped");
    Ok(())
}

/// An IPv4 packet without payload.
fn ipv4(source: Ipv4Addr) -> Vec<u8> {
    let mut header = [0; 20];
    header[0] = 0x45; // version 4, five words
    header[3] = 20; // total length
    header[8] = 64; // time to live
    header[12..16].copy_from_slice(&source.octets());
    ethernet(0x0800, &header)
}

/// An Ethernet frame of the given type.
fn ethernet(ether_type: u16, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![0; 12];
    frame.extend(ether_type.to_be_bytes());
    frame.extend(payload);
    frame
}
