//! The side that runs on the host: objects, virtual machines, the table.

mod boot;
mod cpio;
mod fetch;
mod objects;
mod refused;
mod rights;
mod table;

use std::{
    collections::{BTreeMap, btree_map::Entry},
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
    thread,
    time::Instant,
};

use libbpf_rs::btf::Btf;
use tests::tables;
use tinybpf_build::tinygo::data_dir;
use tinybpf_core::{KernelVersion, Need};

use crate::{
    guest::{RESULT, unescape},
    scenario::{Loader, Outcome},
};

use fetch::{Fetched, KERNELS, Kernel};
use objects::{Built, Case};

const USAGE: &str = "usage: cargo xtask kernels [--only KERNEL]… [--scenario NAME]… [--refresh] [--rights] [--refused] [--check]";

#[derive(Default)]
struct Arguments {
    kernels: Vec<Kernel>,
    scenarios: Vec<String>,
    refresh: bool,
    rights: bool,
    refused: bool,
    check: bool,
}

/// A kernel that ran, with what it said of each scenario and loader.
pub(crate) struct Run {
    pub(crate) kernel: Kernel,
    pub(crate) version: KernelVersion,
    pub(crate) release: String,
    /// What it is built with: the lines of its configuration.
    pub(crate) config: String,
    /// What each case's object for it needs.
    pub(crate) needs: BTreeMap<String, Need>,
    pub(crate) results: Vec<RunResult>,
}

pub(crate) struct RunResult {
    pub(crate) scenario: String,
    pub(crate) loader: Loader,
    pub(crate) error: Option<String>,
}

pub(crate) fn run(args: &[String]) -> Outcome {
    let start = Instant::now();
    let args = parse(args)?;
    let cache = data_dir(&|name| env::var_os(name))
        .ok_or("neither XDG_DATA_HOME nor HOME is set, so there is no place for kernels")?
        .join("kernels");
    let mut kernels = Vec::new();
    for Fetched { kernel, place } in fetch::fetch(&cache, &args.kernels, args.refresh)? {
        match place {
            Ok(place) => kernels.push((kernel, place)),
            Err(reason) if kernel.may_be_gone => {
                println!("WARNING: kernel {} is left out: {reason}", kernel.name);
            }
            Err(reason) => return Err(format!("kernel {}: {reason}", kernel.name).into()),
        }
    }
    if args.rights {
        if kernels.len() < args.kernels.len() {
            return Err("the table of rights is that of all kernels".into());
        }
        let work = tempfile::tempdir()?;
        return rights::run(&kernels, &guest(work.path())?, work.path(), args.check);
    }
    if args.refused {
        let work = tempfile::tempdir()?;
        return refused::run(&kernels, &guest(work.path())?, work.path());
    }
    tables(&kernels)?;
    let cases = objects::cases(&args.scenarios)?;
    let work = tempfile::tempdir()?;
    let program = guest(work.path())?;
    let runs = boot_all(&kernels, &cases, &program, work.path())?;
    let whole = args.kernels.len() == KERNELS.len() && args.scenarios.is_empty();
    table::print(&runs, &cases);
    println!(
        "{} kernels, {} scenarios: {:.0} s",
        runs.len(),
        cases.len(),
        start.elapsed().as_secs_f64()
    );
    let failures = table::failures(&runs, &cases);
    for failure in &failures {
        println!("\nFAILED {failure}");
    }
    if !failures.is_empty() {
        return Err(format!("{} of them failed", failures.len()).into());
    }
    if whole && kernels.len() == KERNELS.len() {
        table::keep(&runs, &cases, args.check)?;
    }
    Ok(())
}

/// What tinybpf-core knows of the kernel, against these kernels.
fn tables(kernels: &[(Kernel, PathBuf)]) -> Outcome {
    for (kernel, place) in kernels {
        let btf = Btf::from_path(place.join("vmlinux"))?;
        let release = fetch::release(place)?;
        let wrong = tables::disagreements(&btf, release.parse()?, true);
        if !wrong.is_empty() {
            let wrong = wrong.join("\n");
            return Err(format!(
                "the tables and kernel {} ({release}) disagree:\n{wrong}",
                kernel.name
            )
            .into());
        }
    }
    Ok(())
}

fn parse(args: &[String]) -> Outcome<Arguments> {
    let mut parsed = Arguments::default();
    let mut words = args.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--refresh" => parsed.refresh = true,
            "--rights" => parsed.rights = true,
            "--refused" => parsed.refused = true,
            "--check" => parsed.check = true,
            "--only" => {
                let name = words.next().ok_or(USAGE)?;
                let kernel = KERNELS.iter().find(|kernel| kernel.name == name);
                let names: Vec<_> = KERNELS.iter().map(|kernel| kernel.name).collect();
                parsed.kernels.push(*kernel.ok_or_else(|| {
                    format!("no kernel {name:?}; there are {}", names.join(", "))
                })?);
            }
            "--scenario" => parsed.scenarios.push(words.next().ok_or(USAGE)?.clone()),
            other => return Err(format!("kernels does not take {other:?}\n{USAGE}").into()),
        }
    }
    if parsed.kernels.is_empty() {
        parsed.kernels = KERNELS.to_vec();
    }
    Ok(parsed)
}

/// This program without its debug information, which would only fill the machines' memory.
fn guest(work: &Path) -> Outcome<PathBuf> {
    let (program, stripped) = (env::current_exe()?, work.join("kernels"));
    let strip = Command::new("strip")
        .arg("-o")
        .arg(&stripped)
        .arg(&program)
        .status();
    if !strip.is_ok_and(|status| status.success()) {
        fs::copy(&program, &stripped)?;
    }
    Ok(stripped)
}

/// A kernel and what its machine needs.
struct Machine {
    kernel: Kernel,
    place: PathBuf,
    release: String,
    version: KernelVersion,
    built: Built,
}

/// Compiles the objects and boots the kernels, two at a time.
fn boot_all(
    kernels: &[(Kernel, PathBuf)],
    cases: &[Case],
    program: &Path,
    work: &Path,
) -> Outcome<Vec<Run>> {
    let mut objects = BTreeMap::new();
    let mut machines = Vec::new();
    for (kernel, place) in kernels {
        let release = fetch::release(place)?;
        let version = release.parse()?;
        let cpu = objects::cpu(version);
        if let Entry::Vacant(entry) = objects.entry(cpu) {
            entry.insert(objects::build(cases, cpu, &work.join(cpu.as_str()))?);
        }
        machines.push(Machine {
            kernel: *kernel,
            place: place.clone(),
            release,
            version,
            built: objects[&cpu].clone(),
        });
    }
    let runs = two_at_a_time(&machines, |machine| {
        let run = boot_one(machine, program);
        run.map_err(|error| format!("kernel {}: {error}", machine.kernel.name))
    })?;
    Ok(runs.into_iter().collect::<Result<_, _>>()?)
}

/// What comes of each of these, in their order.
fn two_at_a_time<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Outcome<Vec<R>> {
    let next = Mutex::new(all.iter().enumerate());
    let done = Mutex::new(BTreeMap::new());
    let worker = || {
        while let Some((number, one)) = next.lock().ok().and_then(|mut list| list.next()) {
            let result = work(one);
            if let Ok(mut done) = done.lock() {
                done.insert(number, result);
            }
        }
    };
    thread::scope(|scope| {
        scope.spawn(worker);
        scope.spawn(worker);
    });
    let done = done.into_inner().map_err(|_| "a thread panicked")?;
    Ok(done.into_values().collect())
}

fn boot_one(machine: &Machine, program: &Path) -> Result<Run, String> {
    let (kernel, release) = (machine.kernel, &machine.release);
    let start = Instant::now();
    let output = boot::boot(&machine.place, program, &machine.built.files, boot::LIMIT)
        .map_err(|error| error.to_string())?;
    println!(
        "kernel {} ({release}) ran {:.1} s",
        kernel.name,
        start.elapsed().as_secs_f64()
    );
    let mut results = Vec::new();
    for line in output.lines() {
        let Some(line) = line.strip_prefix(RESULT) else {
            println!("{}: {line}", kernel.name);
            continue;
        };
        let columns: Vec<_> = line.splitn(3, '\t').collect();
        let [scenario, loader, outcome] = columns[..] else {
            return Err(format!("the suite said {line:?}"));
        };
        let loader = Loader::ALL.into_iter().find(|l| l.as_str() == loader);
        results.push(RunResult {
            scenario: scenario.to_owned(),
            loader: loader.ok_or("the suite named an unknown loader")?,
            error: (outcome != "ok").then(|| unescape(outcome)),
        });
    }
    Ok(Run {
        kernel,
        version: machine.version,
        release: release.clone(),
        config: fs::read_to_string(machine.place.join("config")).map_err(|e| e.to_string())?,
        needs: machine.built.needs.clone(),
        results,
    })
}
