//! Prints each file that a process is about to open.

use std::{env, process::ExitCode, time::Duration};

use common::{Context, Result, text, until_ctrl_c};

mod open {
    include!(concat!(env!("OUT_DIR"), "/open.rs"));
}

const USAGE: &str = "\
usage: kprobe-open [--pid PID]   print files that are opened, of one process if asked; Ctrl-C ends it";

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
    let program = &open.programs.trace_open;
    program
        .attach()
        .context("the kernel takes no kprobe; has it CONFIG_KPROBES?")?;

    println!(
        "{:>8} {:>8} {:<16} {:>8}  PATH",
        "PID", "UID", "COMMAND", "FLAGS"
    );
    until_ctrl_c(Duration::from_millis(100), || {
        for event in open.maps.events.by_ref() {
            print(&event?);
        }
        Ok(())
    })
}

fn print(event: &open::OpenEvent) {
    println!(
        "{:>8} {:>8} {:<16} {:>#8o}  {}",
        event.pid,
        event.uid,
        text(&event.comm),
        event.flags,
        text(&event.path),
    );
}
