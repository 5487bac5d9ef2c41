//! Shows how long threads that could run wait for a CPU, as a histogram.

use std::{env, process::ExitCode, thread, time::Duration};

use common::Result;

mod latency {
    include!(concat!(env!("OUT_DIR"), "/latency.rs"));
}

const USAGE: &str = "\
usage: sched-latency [SECONDS [PID]]   measure for so long (5 seconds by default), all threads or those of one process";

/// The widest bar.
const WIDTH: u64 = 40;

fn main() -> ExitCode {
    common::run(run)
}

fn run() -> Result {
    let args = env::args().skip(1);
    let args = args.map(|arg| arg.parse().map_err(|e| format!("{arg}: {e}\n{USAGE}")));
    let args = args.collect::<std::result::Result<Vec<u32>, _>>()?;
    let (seconds, only_pid) = match args[..] {
        [] => (5, 0),
        [seconds] => (seconds, 0),
        [seconds, pid] => (seconds, pid),
        _ => {
            println!("{USAGE}");
            return Ok(());
        }
    };
    let latency = latency::Latency::builder()
        .only_pid(only_pid.cast_signed())
        .load()?;
    latency.programs.attach_all()?;
    println!("measuring for {seconds} seconds");
    thread::sleep(Duration::from_secs(seconds.into()));

    let histogram = &latency.maps.histogram;
    let mut counts = Vec::new();
    for bar in 0..histogram.len() {
        counts.push(histogram.get(&bar, 0)?.iter().sum::<u64>());
    }
    print(&counts);
    Ok(())
}

/// Prints the bars, from the first that counted something to the last.
fn print(counts: &[u64]) {
    let most = counts.iter().copied().max().unwrap_or_default();
    let counted = |count: &u64| *count != 0;
    let Some(first) = counts.iter().position(counted) else {
        println!("no thread waited");
        return;
    };
    let last = counts.iter().rposition(counted).unwrap_or(first);
    println!("{:>19}  {:>8}", "microseconds", "waits");
    for (bar, count) in counts.iter().enumerate().take(last + 1).skip(first) {
        // Bar 0 counts waits of no whole microsecond; each other one begins where its number of bits does.
        let from = if bar == 0 { 0 } else { 1_u64 << (bar - 1) };
        let to = (1_u64 << bar) - 1;
        let stars = "*".repeat((count * WIDTH).div_ceil(most) as usize);
        let line = format!("{from:>8} - {to:<8}  {count:>8}  {stars}");
        println!("{}", line.trim_end());
    }
}
