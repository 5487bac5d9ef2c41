//! Project tasks: `cargo xtask TASK`.

mod bench;
mod build_bpf;
mod codegen;
mod demo;
mod doctor;
mod run;
mod setup;
mod test;

use std::{env, error::Error, process::ExitCode};

/// A task: its arguments, and why it failed.
type Task = fn(&[String]) -> Result<(), Box<dyn Error>>;

/// The tasks: name, function, help (arguments on its first line).
const TASKS: &[(&str, Task, &str)] = &[
    ("setup", setup::run, setup::HELP),
    ("doctor", doctor::run, doctor::HELP),
    ("demo", demo::run, demo::HELP),
    ("build-bpf", build_bpf::run, build_bpf::HELP),
    ("test", test::test, test::TEST_HELP),
    ("ci", test::ci, test::CI_HELP),
    ("bench", bench::run, bench::HELP),
    ("codegen", codegen::run, codegen::HELP),
];

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let Some((name, args)) = args.split_first() else {
        print!("{}", help());
        return ExitCode::SUCCESS;
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        print!("{}", help());
        return ExitCode::SUCCESS;
    }
    let Some((_, task, _)) = TASKS.iter().find(|(task, ..)| task == name) else {
        eprintln!("error: no task {name:?}\n\n{}", help());
        return ExitCode::FAILURE;
    };
    match task(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> String {
    let mut text = "usage: cargo xtask TASK\n".to_owned();
    for (name, _, help) in TASKS {
        text += &format!("\n{name} {help}\n");
    }
    text
}
