//! Project tasks: `cargo xtask TASK`, beside the verbs of `cargo tinybpf`.

mod bench;
mod codegen;
mod demo;
mod kernels;
mod run;
mod setup;
mod test;

use std::{error::Error, ffi::OsString, process::ExitCode};

use tinybpf_build::cli::Cli;

fn main() -> ExitCode {
    Cli::new()
        .task(
            "setup",
            "Install TinyGo for this user, with --tests also what the tests need",
            |args| task("setup", setup::run, setup::HELP, args),
        )
        .task(
            "demo",
            "Build the example xdp-filter and run it over packets",
            |args| task("demo", demo::run, demo::HELP, args),
        )
        .task("test", "Set up what is missing and run all tests", |args| {
            task("test", test::test, test::TEST_HELP, args)
        })
        .task(
            "kernels",
            "Run every object on real kernels, in virtual machines",
            |args| task("kernels", kernels::run, kernels::HELP, args),
        )
        .task(
            "ci",
            "Format, lints, dependencies, documentation, all tests, the kernel matrix",
            |args| task("ci", test::ci, test::CI_HELP, args),
        )
        .task(
            "bench",
            "Measure each step, and compare machine code with clang's",
            |args| task("bench", bench::run, bench::HELP, args),
        )
        .task(
            "codegen",
            "Generate the tables that mirror linux/bpf.h, and of kfuncs",
            |args| task("codegen", codegen::run, codegen::HELP, args),
        )
        .main()
}

type Outcome = Result<(), Box<dyn Error>>;

/// Runs a task, or prints its help.
fn task(name: &str, run: fn(&[String]) -> Outcome, help: &str, args: &[OsString]) -> Outcome {
    let text = |arg: &OsString| arg.clone().into_string();
    let args: Result<Vec<String>, _> = args.iter().map(text).collect();
    let args = args.map_err(|arg| format!("{} is not UTF-8", arg.display()))?;
    if args
        .first()
        .is_some_and(|word| matches!(word.as_str(), "--help" | "-h"))
    {
        println!("usage: cargo xtask {name} {help}");
        return Ok(());
    }
    run(&args)
}
