//! The objects of the tests and examples on real kernels: `cargo xtask kernels` runs this program, which boots each kernel in
//! a virtual machine and runs itself there.
#![cfg_attr(not(target_os = "linux"), allow(unused))]

#[cfg(target_os = "linux")]
mod bpf;
#[cfg(target_os = "linux")]
mod guest;
#[cfg(target_os = "linux")]
mod host;
#[cfg(target_os = "linux")]
mod scenario;
#[cfg(target_os = "linux")]
mod scenarios;

use std::{env, error::Error, process::ExitCode};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(target_os = "linux")]
fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    match args {
        [guest] if guest == "guest" => guest::run(),
        [guest, scenario, loader] if guest == "guest" => guest::run_one(scenario, loader),
        _ => host::run(args),
    }
}

#[cfg(not(target_os = "linux"))]
fn run(_: &[String]) -> Result<(), Box<dyn Error>> {
    Err("the loaders need Linux".into())
}
