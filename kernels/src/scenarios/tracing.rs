//! Programs that watch the kernel, and one that says no.

use std::{
    fs::{self, File},
    io::ErrorKind,
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::process::parent_id,
    process::{self, Command},
};

use crate::{
    bpf::{Bpf, number},
    scenario::{Outcome, Scenario, expect},
};

pub(super) const ALL: &[Scenario] = &[
    Scenario::new(
        "tracepoint-connect",
        "examples/tracepoint-connect/bpf",
        tracepoint_connect,
    ),
    Scenario::new(
        "percpu-counter",
        "examples/percpu-counter/bpf",
        percpu_counter,
    ),
    Scenario::new("kprobe", "kernels/programs/kprobe", kprobe),
    Scenario::new("probes", "kernels/programs/probes", probes),
    Scenario::new(
        "raw-tracepoint",
        "kernels/programs/raw-tracepoint",
        raw_tracepoint,
    ),
    Scenario::new("lsm", "kernels/programs/lsm", lsm),
];

/// `getpid` and `getppid`, which nothing answers without the kernel.
const GETPID: u32 = 39;
const GETPPID: u32 = 110;

/// Sees a connection of the process that it is told, and no other.
fn tracepoint_connect(bpf: &mut Bpf) -> Outcome {
    bpf.set("onlyPID", &process::id().to_ne_bytes());
    bpf.load()?;
    bpf.attach("trace_connect")?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    TcpStream::connect(address)?;
    let other = Command::new("/bin/nc")
        .args(["-w", "1", "127.0.0.1", "9"])
        .output()?;
    expect("the other process connected", other.status.success(), false)?;
    let events = bpf.records("events")?;
    expect("events", events.len(), 1)?;
    let who = [&process::id().to_ne_bytes()[..], &[0; 4]].concat();
    let to = [&[127, 0, 0, 1][..], &address.port().to_be_bytes()].concat();
    expect("process and user", &events[0][..8], &who)?;
    expect("address and port", &events[0][24..30], &to)
}

/// Counts the calls of a system call that nothing else makes.
fn percpu_counter(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    bpf.attach("count_syscalls")?;
    for _ in 0..1000 {
        let _ = process::id();
    }
    let calls = bpf.per_cpu("calls", &GETPID.to_ne_bytes())?;
    let calls: u64 = calls.iter().map(|cpu| number(cpu)).sum();
    expect("at least so many calls", calls.min(1000), 1000)
}

/// Loads what watches only this process, and attaches both programs.
fn watch(bpf: &mut Bpf, programs: [&str; 2]) -> Outcome {
    bpf.set("onlyPID", &process::id().to_ne_bytes());
    bpf.load()?;
    programs.iter().try_for_each(|program| bpf.attach(program))
}

/// By how much two counters grow while files are opened; reading a counter opens none.
fn opened(bpf: &mut Bpf, counters: [&str; 2]) -> Outcome {
    let mut count = |name| bpf.variable(name).map(|bytes| number(&bytes));
    let before = [count(counters[0])?, count(counters[1])?];
    for _ in 0..10 {
        File::open("/etc/passwd")?;
    }
    let after = [count(counters[0])?, count(counters[1])?];
    expect(
        "opened files",
        [after[0] - before[0], after[1] - before[1]],
        [10, 10],
    )
}

fn kprobe(bpf: &mut Bpf) -> Outcome {
    watch(bpf, ["on_entry", "on_return"])?;
    opened(bpf, ["entries", "returns"])
}

/// The contexts of the Go package: registers by the processor's calling convention, and fields of tracepoints.
fn probes(bpf: &mut Bpf) -> Outcome {
    bpf.set("onlyPID", &process::id().to_ne_bytes());
    bpf.load()?;
    for program in ["on_open", "on_opened", "on_exec", "on_exit", "on_enter"] {
        bpf.attach(program)?;
    }
    let mut words = |name| bpf.variable(name);
    Command::new("/bin/true").status()?;
    expect("executed", &words("executed")?[..10], b"/bin/true\0")?;
    let failed = number(&words("failed")?);
    expect("is there", File::open("/no/file").is_ok(), false)?;
    expect("opened", &words("opened")?[..9], b"/no/file\0")?;
    expect("failed", number(&words("failed")?) - failed, 1)?;
    let places = words("places")?;
    // Both in the kernel's half of the addresses.
    let is_kernel = |place: &[u8]| number(place) >> 63 == 1;
    expect("code and stack", places.chunks(8).all(is_kernel), true)?;
    let calls = number(&words("calls")?);
    let parent = parent_id();
    expect("result", number(&words("parent")?), u64::from(parent))?;
    expect("calls", number(&words("calls")?) - calls, 1)
}

fn raw_tracepoint(bpf: &mut Bpf) -> Outcome {
    bpf.set("number", &u64::from(GETPPID).to_ne_bytes());
    watch(bpf, ["count_raw", "count_typed"])?;
    for _ in 0..10 {
        let _ = parent_id();
    }
    let counts = ["raw", "typed"].map(|name| bpf.variable(name).map(|bytes| number(&bytes)));
    let [raw, typed] = counts;
    expect("system calls", [raw?, typed?], [10, 10])
}

/// Denies what it is told to deny: only to this process.
fn lsm(bpf: &mut Bpf) -> Outcome {
    bpf.set("onlyPID", &process::id().to_ne_bytes());
    bpf.load()?;
    bpf.attach("on_mkdir")?;
    let made = fs::create_dir("/tmp/mine");
    expect(
        "an error",
        made.map_err(|error| error.kind()),
        Err(ErrorKind::PermissionDenied),
    )?;
    let other = Command::new("/bin/mkdir").arg("/tmp/other").status()?;
    expect("others may", other.success(), true)?;
    fs::remove_dir("/tmp/other")?;
    expect("denied", number(&bpf.variable("denied")?), 1)
}
