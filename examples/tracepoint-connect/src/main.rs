//! Prints each connect system call to an IPv4 address: process, user, command, address, port.

use std::{env, error::Error, io::Write, mem, net::Ipv4Addr, thread, time::Duration};

use aya::{EbpfLoader, maps::RingBuf, programs::TracePoint};

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
    let mut ebpf = EbpfLoader::new()
        .override_global(connect::variables::ONLY_PID, &only_pid, true)
        .load(connect::OBJECT)?;
    let program: &mut TracePoint = ebpf
        .program_mut(connect::programs::TRACE_CONNECT)
        .ok_or("no such program")?
        .try_into()?;
    program.load()?;
    program.attach("syscalls", "sys_enter_connect")?;

    let mut events = RingBuf::try_from(ebpf.map_mut(connect::maps::EVENTS).ok_or("no such map")?)?;
    println!("{:>8} {:>8} {:<16} ADDRESS", "PID", "UID", "COMMAND");
    loop {
        while let Some(record) = events.next() {
            if let Some(event) = parse(&record) {
                print(&event);
            }
        }
        std::io::stdout().flush()?;
        thread::sleep(Duration::from_millis(100));
    }
}

/// The event in a record; `None` if the record is not as long as one.
fn parse(record: &[u8]) -> Option<connect::ConnectEvent> {
    (record.len() == mem::size_of::<connect::ConnectEvent>()).then(|| {
        // SAFETY: the record is as long as the event, any bytes are an event, and the read needs no alignment.
        unsafe {
            record
                .as_ptr()
                .cast::<connect::ConnectEvent>()
                .read_unaligned()
        }
    })
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
