//! `cargo xtask bench`: how long each step takes, and how large the result is.

use std::{
    error::Error,
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use tinybpf_build::tinygo::{Request, Runtime, TinyGo};
use tinybpf_core::{Input, Library, Object, Options, compile, inspect};

use crate::{run::root, setup};

pub(crate) const HELP: &str = "[ROUNDS]
    Measures, in one run and so comparable: TinyGo under the runtime for BPF and under its own, IR to checked object inside this
    process, Go to object, clang on a C twin; and compares the machine code with clang's. Use `cargo xtask --release`-like builds
    (`cargo run --release -p xtask -- bench`) for figures that count.";

/// The examples, each with a twin in C.
const EXAMPLES: [&str; 13] = [
    "xdp-filter",
    "tracepoint-connect",
    "percpu-counter",
    "cgroup-connect",
    "tc-filter",
    "xdp-lb",
    "fentry-open",
    "kprobe-open",
    "raw-tp-exec",
    "sched-latency",
    "iter-task",
    "lsm-file-open",
    "kfunc-task",
];

pub(crate) fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    let rounds = match args {
        [] => 15,
        [rounds] => rounds
            .parse()
            .map_err(|e| format!("{rounds}: {e}\nusage: cargo xtask bench {HELP}"))?,
        _ => return Err(format!("usage: cargo xtask bench {HELP}").into()),
    };
    let tinygo = setup::tinygo()?;
    let work = tempfile::tempdir()?;
    let start = Instant::now();
    let library = Library::find(None)?;
    println!(
        "opening {} (once per process): {}\n",
        library.path().display(),
        ms(start.elapsed())
    );
    if cfg!(debug_assertions) {
        println!(
            "note: this is a debug build; `cargo run --release -p xtask -- bench` gives the figures that count\n"
        );
    }
    println!(
        "{:<20} {:>10} {:>10} {:>10} {:>10} {:>10}",
        "median of each", "TinyGo", "TinyGo's", "IR → ELF", "Go → ELF", "clang"
    );
    println!(
        "{:<20} {:>10} {:>10} {:>10} {:>10} {:>10}",
        "", "BPF rt.", "own rt.", "", "", "C → ELF"
    );
    let mut sizes = Vec::new();
    for example in EXAMPLES {
        sizes.push(measure(&tinygo, example, rounds, work.path())?);
    }
    println!(
        "\n{:<20} {:>10} {:>10} {:>12} {:>12}",
        "", "object", "clang's", "instructions", "clang's"
    );
    for (example, ours, clang) in sizes {
        let count = |object: &Object| {
            object
                .functions
                .iter()
                .map(|f| f.instructions)
                .sum::<usize>()
        };
        let (clang_size, clang_count) = match &clang {
            Some((size, instructions)) => (size.to_string(), instructions.to_string()),
            None => ("-".to_owned(), "-".to_owned()),
        };
        println!(
            "{example:<20} {:>10} {clang_size:>10} {:>12} {clang_count:>12}",
            ours.data.len(),
            count(&ours)
        );
    }
    Ok(())
}

/// What clang made of the C twin: size without DWARF, instructions.
type Clang = Option<(usize, usize)>;

fn measure(
    tinygo: &TinyGo,
    example: &str,
    rounds: usize,
    work: &Path,
) -> Result<(String, Object, Clang), Box<dyn Error>> {
    let package = root().join("examples").join(example).join("bpf");
    let output = work.join("out.bc");
    let go = |runtime| {
        tinygo.compile(&Request {
            package: &package,
            tags: &[],
            args: &[],
            endian: tinybpf_build::tinygo::Endian::Little,
            runtime,
            output: &output,
        })
    };
    let options = Options::default();
    let twin = root().join("xtask/bench").join(format!("{example}.bpf.c"));
    let c_object = work.join("twin.o");
    let clang = |command: &str| {
        let mut c = Command::new(command);
        c.args(["-target", "bpf", "-mcpu=v3", "-O2", "-g", "-c", "-o"])
            .arg(&c_object)
            .arg(&twin);
        c
    };
    let program = ["clang-22", "clang"]
        .into_iter()
        .find(|p| which::which(p).is_ok());

    go(Runtime::Stock)?;
    go(Runtime::Bpf)?;
    let mut times: [Vec<Duration>; 5] = Default::default();
    let mut object = compile(&[Input::from(&output)], &options)?;
    for _ in 0..rounds {
        times[1].push(time(|| go(Runtime::Stock))?.0);
        let (bpf, _) = time(|| go(Runtime::Bpf))?;
        let (ir, new) = time(|| compile(&[Input::from(&output)], &options))?;
        object = new;
        times[0].push(bpf);
        times[2].push(ir);
        times[3].push(bpf + ir);
        if let Some(program) = program {
            times[4].push(time(|| crate::setup::apt::run(&mut clang(program)))?.0);
        }
    }
    let [bpf, stock, ir, all, c] = times.map(median);
    println!(
        "{example:<20} {:>10} {:>10} {:>10} {:>10} {:>10}",
        ms(bpf),
        ms(stock),
        ms(ir),
        ms(all),
        ms(c)
    );
    let clang = match program {
        Some(_) => {
            let data = fs::read(&c_object)?;
            let instructions = inspect::functions(&data)?
                .iter()
                .map(|f| f.instructions)
                .sum();
            Some((inspect::without_dwarf(&data)?.len(), instructions))
        }
        None => None,
    };
    Ok((example.to_owned(), object, clang))
}

fn time<T, E>(work: impl FnOnce() -> Result<T, E>) -> Result<(Duration, T), E> {
    let start = Instant::now();
    let value = work()?;
    Ok((start.elapsed(), value))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}
