//! Prints each file that is opened: by whom, how, with what result, and how long the kernel took.

use std::{env, io, process::ExitCode, time::Duration};

use aya::{
    Btf, EbpfLoader,
    maps::RingBuf,
    programs::{FEntry, FExit},
};
use common::{Context, Result, record, text, until_ctrl_c};

mod open {
    include!(concat!(env!("OUT_DIR"), "/open.rs"));
}

const USAGE: &str = "\
usage: fentry-open [--pid PID]   print opened files, of one process if asked; Ctrl-C ends it";

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
    // The kernel's own types, among which the function is looked up.
    let btf = Btf::from_sys_fs()?;
    let mut ebpf = EbpfLoader::new()
        .override_global(open::variables::ONLY_PID, &only_pid, true)
        .load(open::OBJECT)?;
    let begins: &mut FEntry = ebpf
        .program_mut(open::programs::OPEN_BEGINS)
        .ok_or("no such program")?
        .try_into()?;
    begins.load(FUNCTION, &btf).context(FUNCTION)?;
    begins.attach()?;
    let ends: &mut FExit = ebpf
        .program_mut(open::programs::OPEN_ENDS)
        .ok_or("no such program")?
        .try_into()?;
    ends.load(FUNCTION, &btf).context(FUNCTION)?;
    ends.attach()?;

    let map = ebpf.take_map(open::maps::EVENTS).ok_or("no such map")?;
    let mut events = RingBuf::try_from(map)?;
    println!(
        "{:>8} {:>8} {:<16} {:>8} {:>10} {:>9}  PATH",
        "PID", "UID", "COMMAND", "FLAGS", "FD", "TIME"
    );
    until_ctrl_c(Duration::from_millis(100), || {
        while let Some(bytes) = events.next() {
            if let Some(event) = record::<open::OpenEvent>(&bytes) {
                print(&event);
            }
        }
        Ok(())
    })
}

fn print(event: &open::OpenEvent) {
    let result = match event.result {
        error @ ..0 => format!("{:?}", io::Error::from_raw_os_error(-error).kind()),
        fd => fd.to_string(),
    };
    println!(
        "{:>8} {:>8} {:<16} {:>#8o} {result:>10} {:>6} µs  {}",
        event.pid,
        event.uid,
        text(&event.comm),
        event.flags,
        event.nanoseconds / 1000,
        text(&event.path),
    );
}
