//! Lists the threads of the machine, and the processes that have most of them.

mod loader;
#[cfg(test)]
mod tests;

use std::{cmp::Reverse, env, io::Read, process::ExitCode};

use loader::Result;
use probe::Probe;

mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

const USAGE: &str = "\
It takes no arguments.\n\
Lists threads: process, thread, command.";

fn main() -> ExitCode {
    loader::main(run)
}

fn run() -> Result {
    if env::args().len() > 1 {
        println!("{USAGE}");
        return Ok(());
    }
    let probe = Probe::builder().load()?;
    print!("{}", list(&probe)?);
    let counts = probe.maps.threads.iter();
    let mut counts = counts.collect::<std::result::Result<Vec<_>, _>>()?;
    counts.sort_by_key(|(_, count)| Reverse(*count));
    for (process, count) in counts.iter().take(5) {
        println!("process {process} has {count} threads");
    }
    Ok(())
}

/// What the program writes: reading the file runs it.
fn list(probe: &Probe) -> Result<String> {
    let mut text = String::new();
    probe
        .programs
        .show_threads
        .open()?
        .read_to_string(&mut text)?;
    Ok(text)
}
