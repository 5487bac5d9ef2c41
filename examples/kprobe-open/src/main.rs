//! Prints each file that a process is about to open.

use std::{env, process::ExitCode, time::Duration};

use aya::{EbpfLoader, maps::RingBuf, programs::KProbe};
use common::{Context, Result, record, text, until_ctrl_c};

mod open {
    include!(concat!(env!("OUT_DIR"), "/open.rs"));
}

const USAGE: &str = "\
usage: kprobe-open [--pid PID]   print files that are opened, of one process if asked; Ctrl-C ends it";

/// The function of the kernel (`fs/open.c`) behind open, openat and openat2.
const FUNCTION: &str = "do_sys_openat2";

fn main() -> ExitCode {
    common::run(run)
}

fn run() -> Result {
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
        .override_global(open::variables::ONLY_PID, &only_pid, true)
        .load(open::OBJECT)?;
    let program: &mut KProbe = ebpf
        .program_mut(open::programs::TRACE_OPEN)
        .ok_or("no such program")?
        .try_into()?;
    program.load()?;
    program.attach(FUNCTION, 0).context(format!(
        "{FUNCTION} takes no kprobe; has the kernel CONFIG_KPROBES?"
    ))?;

    let map = ebpf.take_map(open::maps::EVENTS).ok_or("no such map")?;
    let mut events = RingBuf::try_from(map)?;
    println!(
        "{:>8} {:>8} {:<16} {:>8}  PATH",
        "PID", "UID", "COMMAND", "FLAGS"
    );
    until_ctrl_c(Duration::from_millis(100), || {
        while let Some(bytes) = events.next() {
            if let Some(event) = record::<open::OpenEvent>(&bytes) {
                println!(
                    "{:>8} {:>8} {:<16} {:>#8o}  {}",
                    event.pid,
                    event.uid,
                    text(&event.comm),
                    event.flags,
                    text(&event.path),
                );
            }
        }
        Ok(())
    })
}
