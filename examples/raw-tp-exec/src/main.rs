//! Prints each program that is started, and by whom.

use std::{process::ExitCode, time::Duration};

use common::{Result, text, until_ctrl_c};

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
    let mut exec = exec::Exec::builder().load()?;
    // A buffer for each CPU: events of one CPU are in order, those of different ones may not be.
    let mut buffers = exec.maps.events.open_all(Some(PAGES))?;
    exec.programs.attach_all()?;

    println!(
        "{:>8} {:>8} {:<16} {:>8} {:>5}  PROGRAM",
        "PID", "PARENT", "ITS NAME", "UID", "ARGS"
    );
    until_ctrl_c(Duration::from_millis(100), || {
        for buffer in &mut buffers {
            let lost = buffer.drain(|event| match event {
                Ok(event) => print(&event),
                Err(error) => println!("{error}"),
            });
            if lost != 0 {
                println!("{lost} events found the buffer full");
            }
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
