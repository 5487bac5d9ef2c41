//! Lists all threads, as the kernel's iterator hands them out: one pass, without a file system in between.

use std::{
    env,
    io::{BufRead, BufReader},
    process::ExitCode,
};

use common::{Context, Result};

mod task {
    include!(concat!(env!("OUT_DIR"), "/task.rs"));
}

const USAGE: &str = "usage: iter-task [NAME]   list all threads, or those with NAME in their line";

fn main() -> ExitCode {
    common::run(run)
}

fn run() -> Result {
    let args: Vec<String> = env::args().skip(1).collect();
    let wanted = match &args[..] {
        [] => "",
        [name] if !name.starts_with('-') => name,
        _ => {
            println!("{USAGE}");
            return Ok(());
        }
    };
    let task = task::Task::builder()
        .load()
        .context("iterators over tasks need Linux 5.8")?;
    let threads = task.programs.dump_task.open()?;

    println!(
        "{:>8} {:>8} {:>8} {:>12} {:>12}  NAME",
        "PID", "THREAD", "PARENT", "USER", "SYSTEM"
    );
    // The program runs while the file is read.
    for line in BufReader::new(threads).lines() {
        let line = line?;
        if line.contains(wanted) {
            println!("{line}");
        }
    }
    Ok(())
}
