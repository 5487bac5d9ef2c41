//! Measures how long the kernel takes to open files.

mod loader;
#[cfg(test)]
mod tests;

use std::{env, process::ExitCode, time::Duration};

use loader::Result;
use probe::Probe;

mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

const USAGE: &str = "\
It takes no arguments.\n\
Measures how long files take to open, until Ctrl-C.";

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
    println!("measuring; Ctrl-C shows what was measured");
    loader::until_ctrl_c(Duration::from_millis(100), || {
        Ok(probe.maps.logs.print()?)
    })?;
    let histogram = &probe.maps.histogram;
    let counts = (0..histogram.len()).map(|bar| Ok(histogram.get(&bar, 0)?.iter().sum()));
    for line in lines(&counts.collect::<Result<Vec<u64>>>()?) {
        println!("{line}");
    }
    Ok(())
}

/// The bars of the histogram that are not empty: the one of number n counts 2ⁿ⁻¹ to 2ⁿ-1 microseconds.
fn lines(counts: &[u64]) -> Vec<String> {
    const WIDTH: u64 = 40;
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let bars = (0_u32..).zip(counts).filter(|(_, count)| **count != 0);
    bars.map(|(bar, count)| {
        let stars = "*".repeat((count * WIDTH / most) as usize);
        format!("< {:>8} µs {count:>8} {stars}", 1_u64 << bar)
    })
    .collect()
}
