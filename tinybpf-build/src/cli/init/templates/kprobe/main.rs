//! Prints each file that a process is about to open.

mod loader;
#[cfg(test)]
mod tests;

use std::{env, process::ExitCode, time::Duration};

use loader::{Result, text};
use probe::{OpenEvent, Probe};

mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

const USAGE: &str = "\
arguments: [PID]\n\
Prints files that are opened, by one process if asked, until Ctrl-C.";

fn main() -> ExitCode {
    loader::main(run)
}

fn run() -> Result {
    let only_pid = match env::args().nth(1) {
        None => 0,
        Some(pid) => pid.parse().map_err(|_| USAGE)?,
    };
    let mut probe = Probe::builder().only_pid(only_pid).load()?;
    probe.programs.attach_all()?;
    println!("{:>8} {:>8} {:<16} PATH", "PID", "UID", "COMMAND");
    loader::until_ctrl_c(Duration::from_millis(100), || {
        for event in probe.maps.events.by_ref() {
            println!("{}", line(&event?));
        }
        probe.maps.logs.print()?;
        Ok(())
    })?;
    for open in probe.maps.opens.iter() {
        let (pid, count) = open?;
        println!("process {pid} opened {count} files");
    }
    Ok(())
}

/// What is printed of a record.
fn line(event: &OpenEvent) -> String {
    let (comm, path) = (text(&event.comm), text(&event.path));
    format!("{:>8} {:>8} {comm:<16} {path}", event.pid, event.uid)
}
