//! Prints each program that is started, and how many each user started.

mod loader;
#[cfg(test)]
mod tests;

use std::{env, process::ExitCode, time::Duration};

use loader::{Result, text};
use probe::{ExecEvent, Probe};

mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

const USAGE: &str = "\
It takes no arguments.\n\
Prints programs that are started, until Ctrl-C.";

fn main() -> ExitCode {
    loader::main(run)
}

fn run() -> Result {
    if env::args().len() > 1 {
        println!("{USAGE}");
        return Ok(());
    }
    let mut probe = Probe::builder().load()?;
    probe.programs.attach_all()?;
    println!("{:>8} {:>8}  PROGRAM", "PID", "UID");
    loader::until_ctrl_c(Duration::from_millis(100), || {
        for event in probe.maps.events.by_ref() {
            println!("{}", line(&event?));
        }
        probe.maps.logs.print()?;
        Ok(())
    })?;
    for start in probe.maps.starts.iter() {
        let (user, count) = start?;
        println!("user {user} started {count} programs");
    }
    Ok(())
}

/// What is printed of a record.
fn line(event: &ExecEvent) -> String {
    format!("{:>8} {:>8}  {}", event.pid, event.uid, text(&event.path))
}
