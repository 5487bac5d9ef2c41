//! Prints each file that is opened: by whom, how, with what result, and how long the kernel took.

use std::{env, io, process::ExitCode, time::Duration};

use common::{Result, text, until_ctrl_c};

mod open {
    include!(concat!(env!("OUT_DIR"), "/open.rs"));
}

const USAGE: &str = "\
usage: fentry-open [--pid PID]   print opened files, of one process if asked; Ctrl-C ends it";

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
    let mut open = open::Open::builder().only_pid(only_pid).load()?;
    open.programs.attach_all()?;

    println!(
        "{:>8} {:>8} {:<16} {:>8} {:>10} {:>9}  PATH",
        "PID", "UID", "COMMAND", "FLAGS", "FD", "TIME"
    );
    until_ctrl_c(Duration::from_millis(100), || {
        for event in open.maps.events.by_ref() {
            print(&event?);
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
