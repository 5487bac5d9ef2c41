//! Prints each connect system call to an IPv4 address: process, user, command, address, port.

use std::{env, error::Error, io::Write, net::Ipv4Addr, thread, time::Duration};

mod connect {
    include!(concat!(env!("OUT_DIR"), "/connect.rs"));
}

const USAGE: &str = "\
usage: tracepoint-connect [--pid PID]   print connects to IPv4 addresses, of one process if asked; Ctrl-C ends it";

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let only_pid: u32 = match &args[..] {
        [] => 0,
        [flag, pid] if flag == "--pid" => {
            pid.parse().map_err(|e| format!("{pid}: {e}\n{USAGE}"))?
        }
        _ => {
            println!("{USAGE}");
            return Ok(());
        }
    };
    let mut connect = connect::Connect::builder().only_pid(only_pid).load()?;
    connect.programs.attach_all()?;

    println!("{:>8} {:>8} {:<16} ADDRESS", "PID", "UID", "COMMAND");
    loop {
        for event in connect.maps.events.by_ref() {
            print(&event?);
        }
        std::io::stdout().flush()?;
        thread::sleep(Duration::from_millis(100));
    }
}

fn print(event: &connect::ConnectEvent) {
    let comm = event
        .comm
        .split(|byte| *byte == 0)
        .next()
        .unwrap_or_default();
    println!(
        "{:>8} {:>8} {:<16} {}:{}",
        event.pid,
        event.uid,
        String::from_utf8_lossy(comm),
        Ipv4Addr::from(event.address),
        u16::from_be_bytes(event.port),
    );
}
