//! Prints each program that is started, and by whom.

use std::{process::ExitCode, time::Duration};

use aya::{
    Ebpf,
    maps::{PerfEventArray, perf::PerfEvent},
    programs::RawTracePoint,
    util::online_cpus,
};
use common::{Context, Result, record, text, until_ctrl_c};

mod exec {
    include!(concat!(env!("OUT_DIR"), "/exec.rs"));
}

/// Of the buffer for each CPU.
const PAGES: usize = 16;

fn main() -> ExitCode {
    common::run(run)
}

fn run() -> Result {
    if std::env::args().len() > 1 {
        println!("usage: raw-tp-exec   print programs that are started; Ctrl-C ends it");
        return Ok(());
    }
    let mut ebpf = Ebpf::load(exec::OBJECT)?;
    let map = ebpf.take_map(exec::maps::EVENTS).ok_or("no such map")?;
    let mut events = PerfEventArray::try_from(map)?;
    // A buffer for each CPU: events of one CPU are in order, those of different ones may not be.
    let mut buffers = Vec::new();
    for cpu in online_cpus().map_err(|(file, error)| format!("{file}: {error}"))? {
        buffers.push(
            events
                .open(cpu, Some(PAGES))
                .context(format!("CPU {cpu}"))?,
        );
    }
    let program: &mut RawTracePoint = ebpf
        .program_mut(exec::programs::TRACE_EXEC)
        .ok_or("no such program")?
        .try_into()?;
    program.load()?;
    program.attach("sched_process_exec")?;

    println!(
        "{:>8} {:>8} {:<16} {:>8} {:>5}  PROGRAM",
        "PID", "PARENT", "ITS NAME", "UID", "ARGS"
    );
    until_ctrl_c(Duration::from_millis(100), || {
        for buffer in &mut buffers {
            buffer.for_each(|event| match event {
                // What wraps around the end of the buffer comes in two parts.
                PerfEvent::Sample { head, tail } => {
                    if let Some(event) = record::<exec::ExecEvent>(&[head, tail].concat()) {
                        print(&event);
                    }
                }
                PerfEvent::Lost { count } => println!("{count} events found the buffer full"),
            });
        }
        Ok(())
    })
}

fn print(event: &exec::ExecEvent) {
    println!(
        "{:>8} {:>8} {:<16} {:>8} {:>5}  {}",
        event.pid,
        event.parent_pid,
        text(&event.parent),
        event.uid,
        event.arguments,
        text(&event.path),
    );
}
