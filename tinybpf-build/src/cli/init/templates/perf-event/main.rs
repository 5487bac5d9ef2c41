//! Samples what the CPUs do until Ctrl-C, and prints the commands that they were busy with.

mod loader;
#[cfg(test)]
mod tests;

use std::{cmp::Reverse, env, process::ExitCode, time::Duration};

use aya::{
    programs::perf_event::{
        PerfEventConfig::Software, PerfEventScope, SamplePolicy, SoftwareEvent,
    },
    util::online_cpus,
};
use loader::{Result, text};
use probe::Probe;

mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

/// Samples per second and CPU. It is not 100, as work that repeats with the clock would always be seen, or never.
const FREQUENCY: u64 = 99;

const USAGE: &str = "\
It takes no arguments.\n\
Samples what the CPUs do until Ctrl-C, and prints it.";

fn main() -> ExitCode {
    loader::main(run)
}

fn run() -> Result {
    if env::args().len() > 1 {
        println!("{USAGE}");
        return Ok(());
    }
    let probe = Probe::builder().load()?;
    for cpu in online_cpus().map_err(|(file, error)| format!("{file}: {error}"))? {
        attach(&probe, PerfEventScope::AllProcessesOneCpu { cpu })?;
    }
    println!("sampling; Ctrl-C shows what was seen");
    loader::until_ctrl_c(Duration::from_millis(100), || Ok(()))?;
    let mut samples = samples(&probe)?;
    samples.sort_by_key(|(_, count)| Reverse(*count));
    println!("{:>8} COMMAND", "SAMPLES");
    for (command, count) in samples.iter().take(20) {
        println!("{count:>8} {command}");
    }
    Ok(())
}

fn attach(probe: &Probe, scope: PerfEventScope) -> Result {
    let policy = SamplePolicy::Frequency(FREQUENCY);
    let event = Software(SoftwareEvent::CpuClock);
    probe.programs.sample.attach(event, scope, policy, false)?;
    Ok(())
}

/// The commands, with the number of samples of each.
fn samples(probe: &Probe) -> Result<Vec<(String, u64)>> {
    let samples = probe.maps.samples.iter().map(|sample| {
        let (command, count) = sample?;
        Ok((text(&command), count))
    });
    samples.collect()
}
