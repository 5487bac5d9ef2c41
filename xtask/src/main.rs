//! Project tasks: `cargo xtask TASK`.

mod bench;
mod build_bpf;
mod codegen;
mod demo;
mod doctor;
mod kernels;
mod prebuilt;
mod run;
mod setup;
mod test;
mod vendor;
mod vmlinux;

use std::{env, error::Error, process::ExitCode};

/// A task: its arguments, and why it failed.
type Task = fn(&[String]) -> Result<(), Box<dyn Error>>;

/// The tasks: name, function, help (arguments on its first line).
const TASKS: &[(&str, Task, &str)] = &[
    ("setup", setup::run, setup::HELP),
    ("doctor", doctor::run, doctor::HELP),
    ("demo", demo::run, demo::HELP),
    ("build-bpf", build_bpf::run, build_bpf::HELP),
    ("vendor", vendor::run, vendor::HELP),
    ("vmlinux", vmlinux::run, vmlinux::HELP),
    ("test", test::test, test::TEST_HELP),
    ("kernels", kernels::run, kernels::HELP),
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
    let Some((_, task, task_help)) = TASKS.iter().find(|(task, ..)| task == name) else {
        eprintln!("error: no task {name:?}\n\n{}", help());
        return ExitCode::FAILURE;
    };
    if args
        .first()
        .is_some_and(|word| matches!(word.as_str(), "--help" | "-h"))
    {
        println!("usage: cargo xtask {name} {task_help}");
        return ExitCode::SUCCESS;
    }
    match task(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", report(&*error));
            ExitCode::FAILURE
        }
    }
}

/// What is printed of an error. Findings about Go code say by themselves that they are errors, after their positions.
fn report(error: &(dyn Error + 'static)) -> String {
    let core = matches!(error.downcast_ref(), Some(tinybpf_core::Error::Rejected(_)));
    let build = matches!(
        error.downcast_ref(),
        Some(tinybpf_build::Error::Rejected(_))
    );
    if core || build {
        return error.to_string();
    }
    format!("error: {error}")
}

fn help() -> String {
    let mut text = "usage: cargo xtask TASK\n".to_owned();
    for (name, _, help) in TASKS {
        text += &format!("\n{name} {help}\n");
    }
    text
}
