//! `cargo xtask bench`: how long each step takes, and how large the result is.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use tinybpf_build::tinygo::{Request, Runtime, TinyGo};
use tinybpf_core::{Input, Library, Options, compile, inspect};

use crate::{
    run::{quiet, root},
    setup,
};

pub(crate) const HELP: &str = "[ROUNDS]
    Measures, in one run and so comparable: TinyGo under the runtime for BPF and under its own, IR to checked object inside this
    process, Go to object, clang on a C twin; and compares the machine code with clang's, and what the kernel's verifier has to do. Use `cargo xtask --release`-like builds
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

/// Programs of the kinds that users write, in `xtask/bench/programs`, of which only the machine code is measured.
const PROGRAMS: [&str; 13] = [
    "classify-comm",
    "connection-table",
    "dns-names",
    "exec-record",
    "exit-record",
    "file-chain",
    "ipv6-rules",
    "map-sums",
    "open-paths",
    "rate-limit",
    "read-latency",
    "stack-counts",
    "tcp-states",
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
    cached(rounds, work.path())?;
    for program in PROGRAMS {
        let package = root().join("xtask/bench/programs").join(program);
        let object = compile(
            &[go(&tinygo, &package, Runtime::Bpf, work.path())?],
            &Options::default(),
        )?;
        let twin =
            clang().map(|clang| Size::of_clang(&twin(clang, program, work.path())?, work.path()));
        let twin = twin.transpose()?;
        sizes.push((
            program.to_owned(),
            Size::of(&object.data, work.path())?,
            twin,
        ));
    }
    println!(
        "\n{:<20} {:>8} {:>8} {:>8} {:>8} {:>6} {:>8} {:>8} {:>6}",
        "bytes and instructions",
        "object",
        "clang's",
        "machine",
        "clang's",
        "",
        "verified",
        "clang's",
        ""
    );
    for (example, ours, clang) in sizes {
        let show = |number: Option<usize>| number.map_or("-".to_owned(), |n| n.to_string());
        let ratio =
            |of: fn(&Size) -> Option<usize>| match clang.as_ref().map(|c| (of(&ours), of(c))) {
                Some((Some(ours), Some(clang))) => format!("{:.2}", ours as f64 / clang as f64),
                _ => "-".to_owned(),
            };
        println!(
            "{example:<22} {:>8} {:>8} {:>8} {:>8} {:>6} {:>8} {:>8} {:>6}",
            ours.bytes,
            show(clang.as_ref().map(|clang| clang.bytes)),
            ours.instructions,
            show(clang.as_ref().map(|clang| clang.instructions)),
            ratio(|size| Some(size.instructions)),
            show(ours.verified),
            show(clang.as_ref().and_then(|clang| clang.verified)),
            ratio(|size| size.verified),
        );
    }
    Ok(())
}

/// How large an object is.
struct Size {
    /// Without DWARF.
    bytes: usize,
    instructions: usize,
    /// How many instructions the verifier of this machine's kernel follows until it accepts all programs.
    verified: Option<usize>,
}

impl Size {
    fn of_clang(object: &Path, work: &Path) -> Result<Self, Box<dyn Error>> {
        Self::of(&inspect::without_dwarf(&fs::read(object)?)?, work)
    }

    fn of(data: &[u8], work: &Path) -> Result<Self, Box<dyn Error>> {
        let functions = inspect::functions(data)?;
        Ok(Self {
            bytes: data.len(),
            instructions: functions.iter().map(|f| f.instructions).sum(),
            verified: verified(data, work)?,
        })
    }
}

/// Loads an object with bpftool, as root, and adds up what the verifier's logs say (`processed 42 insns`); nothing where that
/// cannot be done.
fn verified(data: &[u8], work: &Path) -> Result<Option<usize>, Box<dyn Error>> {
    let object = work.join("verified.o");
    fs::write(&object, data)?;
    let pins = Path::new("/sys/fs/bpf").join(format!("tinybpf-bench-{}", std::process::id()));
    let mut bpftool = Command::new("bpftool");
    bpftool
        .args(["--debug", "prog", "loadall"])
        .arg(&object)
        .arg(&pins);
    let Ok(output) = bpftool.output() else {
        return Ok(None);
    };
    if pins.exists() {
        fs::remove_dir_all(&pins)?;
    }
    let log =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    let lines = log.iter().flat_map(|text| text.lines());
    let counts = lines.filter_map(|line| line.trim().strip_prefix("processed ")?.split(' ').next());
    let mut sum = 0;
    for count in counts {
        sum += count.parse::<usize>()?;
    }
    Ok(output.status.success().then_some(sum))
}

/// clang, if it is there.
fn clang() -> Option<&'static str> {
    ["clang-22", "clang"]
        .into_iter()
        .find(|p| which::which(p).is_ok())
}

/// Compiles the twin in C to an object.
fn twin(clang: &str, name: &str, work: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let object = work.join("twin.o");
    let mut command = Command::new(clang);
    command
        .args(["-target", "bpf", "-mcpu=v3", "-O2", "-g", "-c", "-o"])
        .arg(&object)
        .arg(root().join("xtask/bench").join(format!("{name}.bpf.c")));
    quiet(&mut command)?;
    Ok(object)
}

/// Compiles a Go package to IR.
fn go(
    tinygo: &TinyGo,
    package: &Path,
    runtime: Runtime,
    work: &Path,
) -> Result<Input, Box<dyn Error>> {
    let output = work.join("out.bc");
    tinygo.compile(&Request {
        package,
        tags: &[],
        args: &[],
        endian: tinybpf_build::tinygo::Endian::Little,
        runtime,
        output: &output,
    })?;
    Ok(Input::from(&output))
}

fn measure(
    tinygo: &TinyGo,
    example: &str,
    rounds: usize,
    work: &Path,
) -> Result<(String, Size, Option<Size>), Box<dyn Error>> {
    let package = root().join("examples").join(example).join("bpf");
    let ir = |runtime| go(tinygo, &package, runtime, work);
    let options = Options::default();
    ir(Runtime::Stock)?;
    let input = ir(Runtime::Bpf)?;
    let mut times: [Vec<Duration>; 5] = Default::default();
    let mut object = compile(&[input], &options)?;
    let mut in_c = None;
    for _ in 0..rounds {
        times[1].push(time(|| ir(Runtime::Stock))?.0);
        let (bpf, input) = time(|| ir(Runtime::Bpf))?;
        let (own, new) = time(|| compile(&[input], &options))?;
        object = new;
        times[0].push(bpf);
        times[2].push(own);
        times[3].push(bpf + own);
        if let Some(clang) = clang() {
            let (taken, object) = time(|| twin(clang, example, work))?;
            times[4].push(taken);
            in_c = Some(object);
        }
    }
    let [bpf, stock, own, all, c] = times.map(median);
    println!(
        "{example:<20} {:>10} {:>10} {:>10} {:>10} {:>10}",
        ms(bpf),
        ms(stock),
        ms(own),
        ms(all),
        ms(c)
    );
    let in_c = in_c
        .map(|object| Size::of_clang(&object, work))
        .transpose()?;
    Ok((example.to_owned(), Size::of(&object.data, work)?, in_c))
}

/// Measures whole builds, each a process of its own: with tools, and from the cache.
fn cached(rounds: usize, work: &Path) -> Result<(), Box<dyn Error>> {
    let (cache, package) = (work.join("cache"), root().join("examples/xdp-filter"));
    let build = || -> Result<(), Box<dyn Error>> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .args(["build", "--quiet", "--package"])
            .arg(&package)
            .arg("--out")
            .arg(work.join("cached.o"))
            .env("TINYBPF_CACHE", "on")
            .env("TINYBPF_CACHE_DIR", &cache);
        if command.status()?.success() {
            return Ok(());
        }
        Err("xdp-filter cannot be built".into())
    };
    // What is made once for all builds: notes about tools, the Go runtime.
    build()?;
    let (mut cold, mut hit) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        fs::remove_dir_all(cache.join("objects"))?;
        cold.push(time(build)?.0);
        hit.push(time(build)?.0);
    }
    let (cold, hit) = (median(cold), median(hit));
    println!(
        "\na build of xdp-filter, as a process: {} with tools, {} from the cache: {:.2} of it",
        ms(cold),
        ms(hit),
        hit.as_secs_f64() / cold.as_secs_f64()
    );
    Ok(())
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
