//! The examples that watch the kernel at work, by its own types.

use std::{
    fs::{self, File, OpenOptions},
    io::ErrorKind,
    os::unix::fs::MetadataExt,
    process::{self, Command},
    thread,
    time::Duration,
};

use libbpf_rs::{PerfBufferBuilder, ProgramInput};

use crate::{
    bpf::{Bpf, Loaded, Over, number},
    scenario::{Loader, Outcome, Scenario, expect},
};

pub(super) const ALL: &[Scenario] = &[
    Scenario::new("kprobe-open", "examples/kprobe-open/bpf", kprobe_open),
    Scenario::new("raw-tp-exec", "examples/raw-tp-exec/bpf", raw_tp_exec),
    Scenario::new("sched-latency", "examples/sched-latency/bpf", sched_latency),
    Scenario::new("iter-task", "examples/iter-task/bpf", iter_task),
    Scenario::new("kfunc-task", "examples/kfunc-task/bpf", kfunc_task)
        .without(Loader::Aya, "kfuncs"),
    Scenario::new("lsm-file-open", "examples/lsm-file-open/bpf", lsm_file_open),
];

/// The number in the first four bytes.
fn word(bytes: &[u8]) -> u32 {
    bytes
        .first_chunk()
        .map_or(0, |bytes| u32::from_ne_bytes(*bytes))
}

/// The text up to the first zero.
fn text(bytes: &[u8]) -> String {
    let text = bytes.split(|byte| *byte == 0).next();
    String::from_utf8_lossy(text.unwrap_or_default()).into_owned()
}

/// Reports what this process opens.
fn kprobe_open(bpf: &mut Bpf) -> Outcome {
    const O_WRONLY: u64 = 1;
    bpf.set("onlyPID", &process::id().to_ne_bytes());
    bpf.load()?;
    bpf.attach("trace_open")?;
    // A path that is in memory: a probe cannot wait for it.
    let path = format!("/tmp/{}", process::id());
    File::create(&path)?;
    let events = bpf.records("events")?;
    let event = events.iter().find(|event| text(&event[32..]) == path);
    let event = event.ok_or_else(|| format!("no event has the path: {events:?}"))?;
    expect("process", word(event), process::id())?;
    expect("flags", number(&event[8..]) & 3, O_WRONLY)?;
    let comm = fs::read_to_string("/proc/thread-self/comm")?;
    expect("command", text(&event[16..32]), comm.trim_end())
}

/// Reports a program that this process starts.
fn raw_tp_exec(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    bpf.attach("trace_exec")?;
    let map = bpf.map("events")?;
    let mut events = Vec::new();
    let buffer = PerfBufferBuilder::new(&map);
    let buffer = buffer.sample_cb(|_, event: &[u8]| events.push(event.to_vec()));
    let buffer = buffer.build()?;
    let mut child = Command::new("/bin/true").args(["one", "two"]).spawn()?;
    child.wait()?;
    buffer.consume()?;
    drop(buffer);
    let event = events.iter().find(|event| word(event) == child.id());
    let event = event.ok_or_else(|| format!("no event of the process: {events:?}"))?;
    expect("parent", word(&event[4..]), process::id())?;
    expect("arguments", word(&event[12..]), 3)?;
    let comm = fs::read_to_string("/proc/self/comm")?;
    expect("parent's name", text(&event[16..32]), comm.trim_end())?;
    expect("path", text(&event[32..]), "/bin/true")
}

/// Counts the waits of this process's threads.
fn sched_latency(bpf: &mut Bpf) -> Outcome {
    const BARS: u32 = 26;
    const SLEEPS: u64 = 50;
    bpf.set("onlyPID", &process::id().to_ne_bytes());
    bpf.load()?;
    for program in ["wakes_up", "wakes_up_new", "switches"] {
        bpf.attach(program)?;
    }
    for _ in 0..SLEEPS {
        thread::sleep(Duration::from_millis(1));
    }
    let mut waits = 0;
    for bar in 0..BARS {
        let counts = bpf.per_cpu("histogram", &bar.to_ne_bytes())?;
        waits += counts.iter().map(|count| number(count)).sum::<u64>();
    }
    // Nearly each sleep ends with one: where the time is over before the thread has left its CPU, it need not wait. At times it may
    // have had to make room, which is one more.
    if (SLEEPS / 2..20 * SLEEPS).contains(&waits) {
        return Ok(());
    }
    Err(format!("{waits} waits after {SLEEPS} sleeps").into())
}

/// Lists this process, and all that /proc has.
fn iter_task(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    let list = bpf.text("dump_task", Over::All)?;
    let parent = std::os::unix::process::parent_id();
    let comm = fs::read_to_string("/proc/self/comm")?;
    let pid = process::id().to_string();
    let own = list.lines().map(|line| line.split_whitespace().collect());
    let own: Vec<Vec<&str>> = own.filter(|words: &Vec<&str>| words[0] == pid).collect();
    let own = own.first().ok_or("this process is not in the list")?;
    expect("parent", own[2], parent.to_string())?;
    expect("name", own[7], comm.trim_end())?;
    let init = list.lines().any(|line| line.trim_start().starts_with("1 "));
    expect("the first process is there", init, true)
}

/// Looks this process up, and one that is not there.
fn kfunc_task(bpf: &mut Bpf) -> Outcome {
    const ESRCH: i32 = 3;
    bpf.load()?;
    let pid = process::id().to_ne_bytes();
    let missing = i32::MAX.to_ne_bytes();
    for (pid, expected) in [(pid, 0), (missing, -ESRCH)] {
        let Loaded::Libbpf(loaded) = bpf.loaded()? else {
            return Err("aya cannot run it".into());
        };
        let mut request = pid;
        let input = ProgramInput {
            context_in: Some(&mut request),
            ..ProgramInput::default()
        };
        let output = loaded.program("look_up")?.test_run(input)?;
        expect("look_up", output.return_value.cast_signed(), expected)?;
    }
    let process = bpf.lookup("processes", &pid)?;
    let parent = std::os::unix::process::parent_id();
    let comm = fs::read_to_string("/proc/self/comm")?;
    let of_parent = fs::read_to_string(format!("/proc/{parent}/comm"))?;
    expect("it was started", number(&process) != 0, true)?;
    expect("parent", word(&process[8..]), parent)?;
    expect("name", text(&process[16..32]), comm.trim_end())?;
    expect(
        "parent's name",
        text(&process[32..48]),
        of_parent.trim_end(),
    )
}

/// Guards a file against being written, and another against being opened.
fn lsm_file_open(bpf: &mut Bpf) -> Outcome {
    const WRITE: u64 = 2;
    const READ_WRITE: u64 = 3;
    let paths = ["/tmp/guarded", "/tmp/closed"];
    bpf.load()?;
    for (path, modes) in paths.into_iter().zip([WRITE, READ_WRITE]) {
        let file = File::create(path)?.metadata()?;
        // The numbers of such devices are small: major 0, minor below 256.
        let id = [file.ino().to_ne_bytes(), file.dev().to_ne_bytes()].concat();
        bpf.insert("guards", &id, &[modes.to_ne_bytes(), [0; 8]].concat())?;
    }
    bpf.attach("file_open")?;
    let denied = |result: std::io::Result<File>| match result {
        Err(error) => error.kind() == ErrorKind::PermissionDenied,
        Ok(_) => false,
    };
    let write = |path| OpenOptions::new().write(true).open(path);
    let results = [
        denied(File::open(paths[0])),
        denied(write(paths[0])),
        denied(File::open(paths[1])),
        denied(write(paths[1])),
        denied(File::open("/etc/passwd")),
    ];
    expect("denied", results, [false, true, true, true, false])?;
    let denials = bpf.records("denials")?;
    expect("denials", denials.len(), 3)?;
    expect("process", word(&denials[0][16..]), process::id())
}
