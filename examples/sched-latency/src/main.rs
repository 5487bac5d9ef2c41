//! Shows how long threads that could run wait for a CPU, as a histogram.

use std::{env, process::ExitCode, thread, time::Duration};

use aya::{Btf, EbpfLoader, maps::PerCpuArray, programs::BtfTracePoint};
use common::Result;

mod latency {
    include!(concat!(env!("OUT_DIR"), "/latency.rs"));
}

const USAGE: &str = "\
usage: sched-latency [SECONDS [PID]]   measure for so long (5 seconds by default), all threads or those of one process";

/// The programs with their tracepoints.
const PROGRAMS: [(&str, &str); 3] = [
    (latency::programs::WAKES_UP, "sched_wakeup"),
    (latency::programs::WAKES_UP_NEW, "sched_wakeup_new"),
    (latency::programs::SWITCHES, "sched_switch"),
];

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
    // The kernel's own types, among which the tracepoints are looked up.
    let btf = Btf::from_sys_fs()?;
    let mut ebpf = EbpfLoader::new()
        .override_global(latency::variables::ONLY_PID, &only_pid, true)
        .load(latency::OBJECT)?;
    for (name, tracepoint) in PROGRAMS {
        let program: &mut BtfTracePoint = ebpf
            .program_mut(name)
            .ok_or("no such program")?
            .try_into()?;
        program.load(tracepoint, &btf)?;
        program.attach()?;
    }
    println!("measuring for {seconds} seconds");
    thread::sleep(Duration::from_secs(seconds.into()));

    let histogram: PerCpuArray<_, u64> = ebpf
        .map(latency::maps::HISTOGRAM)
        .ok_or("no such map")?
        .try_into()?;
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
