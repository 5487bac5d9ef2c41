//! Counts the system calls of the whole machine until Ctrl-C, and prints the most frequent.

mod loader;
#[cfg(test)]
mod tests;

use std::{cmp::Reverse, env, process::ExitCode, time::Duration};

use loader::Result;
use probe::Probe;

mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

const USAGE: &str = "\
It takes no arguments.\n\
Counts system calls until Ctrl-C, and prints the most frequent.";

fn main() -> ExitCode {
    loader::main(run)
}

fn run() -> Result {
    if env::args().len() > 1 {
        println!("{USAGE}");
        return Ok(());
    }
    let probe = Probe::builder().load()?;
    probe.programs.attach_all()?;
    println!("counting; Ctrl-C shows what was counted");
    loader::until_ctrl_c(Duration::from_millis(100), || Ok(()))?;
    let mut counts = counts(&probe)?;
    counts.sort_by_key(|(_, count)| Reverse(*count));
    println!("{:>8} {:>10}", "SYSCALL", "CALLS");
    for (number, count) in counts.iter().take(10) {
        println!("{number:>8} {count:>10}");
    }
    Ok(())
}

/// The system calls that were made, with how often, on all CPUs.
fn counts(probe: &Probe) -> Result<Vec<(u32, u64)>> {
    let calls = &probe.maps.calls;
    let mut counts = Vec::new();
    for number in 0..calls.len() {
        let count = calls.get(&number, 0)?.iter().sum();
        if count != 0 {
            counts.push((number, count));
        }
    }
    Ok(counts)
}
