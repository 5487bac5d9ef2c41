//! Prints each name that a process looks up with `getaddrinfo` of the C library.

mod loader;
#[cfg(test)]
mod tests;

use std::{env, process::ExitCode, time::Duration};

use loader::{Result, text};
use probe::{LookupEvent, Probe};

mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

const USAGE: &str = "\
It takes no arguments.\n\
Prints names that are looked up, until Ctrl-C.";

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
    println!("{:>8} {:>8} NAME", "PID", "UID");
    loader::until_ctrl_c(Duration::from_millis(100), || {
        for event in probe.maps.events.by_ref() {
            println!("{}", line(&event?));
        }
        probe.maps.logs.print()?;
        Ok(())
    })?;
    for name in probe.maps.names.iter() {
        let (name, count) = name?;
        println!("{} was looked up {count} times", text(&name));
    }
    Ok(())
}

/// What is printed of a record.
fn line(event: &LookupEvent) -> String {
    format!("{:>8} {:>8} {}", event.pid, event.uid, text(&event.name))
}
