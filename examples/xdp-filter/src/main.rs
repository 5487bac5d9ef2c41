//! Drops IPv4 packets from blocked source addresses on a network interface, and shows how many.

use std::{env, error::Error, net::Ipv4Addr, thread, time::Duration};

use aya::{
    Ebpf,
    maps::{HashMap, MapData, PerCpuArray},
    programs::{TestRun, TestRunOptions, Xdp, XdpMode},
};

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
    let mut ebpf = Ebpf::load(filter::OBJECT)?;
    let program: &mut Xdp = ebpf
        .program_mut(filter::programs::XDP_FILTER)
        .ok_or("no such program")?
        .try_into()?;
    program.load()?;
    if interface == "--demo" {
        return demo(&mut ebpf);
    }
    program.attach(&interface, XdpMode::default())?;
    for address in args {
        block(
            &mut ebpf,
            address
                .parse()
                .map_err(|e| format!("{address}: {e}\n{USAGE}"))?,
        )?;
    }
    println!("filtering on {interface}");
    loop {
        thread::sleep(Duration::from_secs(1));
        print_counters(&ebpf)?;
    }
}

/// Puts a source address on the blocklist.
fn block(ebpf: &mut Ebpf, address: Ipv4Addr) -> Result<(), Box<dyn Error>> {
    blocklist(ebpf)?.insert(address.octets(), 0, 0)?;
    Ok(())
}

fn blocklist(ebpf: &mut Ebpf) -> Result<HashMap<&mut MapData, [u8; 4], u64>, Box<dyn Error>> {
    Ok(ebpf
        .map_mut(filter::maps::BLOCKLIST)
        .ok_or("no such map")?
        .try_into()?)
}

/// Prints packets and bytes for each verdict that was given, summed over the CPUs.
fn print_counters(ebpf: &Ebpf) -> Result<(), Box<dyn Error>> {
    let counters: PerCpuArray<_, filter::Counter> = ebpf
        .map(filter::maps::COUNTERS)
        .ok_or("no such map")?
        .try_into()?;
    for (number, verdict) in (0..).zip(VERDICTS) {
        let counter = counters.get(&number, 0)?;
        let packets: u64 = counter.iter().map(|c| c.packets).sum();
        let bytes: u64 = counter.iter().map(|c| c.bytes).sum();
        if packets != 0 {
            println!("{verdict:<12} {packets:>8} packets {bytes:>10} bytes");
        }
    }
    Ok(())
}

/// Runs the program over packets that are made up here, and prints what it says of each.
fn demo(ebpf: &mut Ebpf) -> Result<(), Box<dyn Error>> {
    let blocked = Ipv4Addr::new(192, 0, 2, 66);
    block(ebpf, blocked)?;
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
    let program: &Xdp = ebpf
        .program(filter::programs::XDP_FILTER)
        .ok_or("no such program")?
        .try_into()?;
    for (name, packet) in packets {
        let options = TestRunOptions {
            data_in: Some(&packet),
            ..TestRunOptions::default()
        };
        let verdict = program.test_run(options)?.return_value as usize;
        let verdict = VERDICTS.get(verdict).copied().unwrap_or("unknown verdict");
        println!("{name:<24} → {verdict}");
    }
    println!();
    print_counters(ebpf)?;
    let dropped = blocklist(ebpf)?.get(&blocked.octets(), 0)?;
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
