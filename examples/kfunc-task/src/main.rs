//! Looks processes up in the kernel. With libbpf-rs: aya 0.14 does not resolve the kernel's functions (kfuncs).

use std::{env, io, process::ExitCode, time::Duration};

use common::{Context, Result, record, text};
use libbpf_rs::{MapCore, MapFlags, ObjectBuilder, ProgramInput};

mod task {
    include!(concat!(env!("OUT_DIR"), "/task.rs"));
}

const USAGE: &str = "usage: kfunc-task PID…   say what the kernel knows of the processes";

fn main() -> ExitCode {
    common::run(run)
}

fn run() -> Result {
    let args = env::args().skip(1);
    let args = args.map(|arg| arg.parse().map_err(|e| format!("{arg}: {e}\n{USAGE}")));
    let pids = args.collect::<std::result::Result<Vec<i32>, _>>()?;
    if pids.is_empty() {
        println!("{USAGE}");
        return Ok(());
    }
    let object = ObjectBuilder::default()
        .open_memory(task::OBJECT)?
        .load()
        .context("the kernel refuses the program, which needs Linux 6.12")?;
    let program = object
        .progs_mut()
        .find(|program| program.name() == task::programs::LOOK_UP)
        .ok_or("no such program")?;
    let processes = object
        .maps()
        .find(|map| map.name() == task::maps::PROCESSES)
        .ok_or("no such map")?;

    println!(
        "{:>8} {:<16} {:>8} {:<16} {:>12}",
        "PID", "NAME", "PARENT", "ITS NAME", "STARTED AT"
    );
    for pid in pids {
        let mut request = pid.to_ne_bytes();
        let output = program.test_run(ProgramInput {
            context_in: Some(&mut request),
            ..ProgramInput::default()
        })?;
        match output.return_value.cast_signed() {
            0 => {}
            error => {
                println!("{pid:>8} {}", io::Error::from_raw_os_error(-error));
                continue;
            }
        }
        let value = processes.lookup(&pid.to_ne_bytes(), MapFlags::ANY)?;
        let process: task::Process = value
            .and_then(|bytes| record(&bytes))
            .ok_or("the program left nothing")?;
        let started = Duration::from_nanos(process.start_time);
        println!(
            "{pid:>8} {:<16} {:>8} {:<16} {:>10.2} s",
            text(&process.comm),
            process.parent_pid,
            text(&process.parent),
            started.as_secs_f64(),
        );
    }
    Ok(())
}
