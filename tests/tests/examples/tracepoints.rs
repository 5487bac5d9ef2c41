//! `tracepoint-connect` and `percpu-counter` at work.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{self, Command},
};

use aya::{
    EbpfLoader,
    maps::{PerCpuArray, RingBuf},
    programs::TracePoint,
};
use tests::Loaded;

use super::example;

fn attach(loaded: &mut Loaded, program: &str, category: &str, name: &str) {
    let program: &mut TracePoint = loaded
        .ebpf
        .program_mut(program)
        .unwrap()
        .try_into()
        .unwrap();
    program.attach(category, name).unwrap();
}

#[test]
fn tracepoint_connect_sees_a_connect() {
    let Some(object) = example("tracepoint-connect") else {
        return;
    };
    let mut loader = EbpfLoader::new();
    let pid = process::id();
    let mut loaded = Loaded::with(loader.override_global("onlyPID", &pid, true), object);
    attach(
        &mut loaded,
        "trace_connect",
        "syscalls",
        "sys_enter_connect",
    );
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    // Of another process.
    let _ = Command::new("bash")
        .args(["-c", "exec 3<>/dev/tcp/127.0.0.1/9"])
        .output();

    let mut ring = RingBuf::try_from(loaded.ebpf.map_mut("events").unwrap()).unwrap();
    let mut ours = 0;
    while let Some(record) = ring.next() {
        let word = |at: usize| u32::from_le_bytes(record[at..at + 4].try_into().unwrap());
        assert_eq!(
            (record.len(), word(0), word(4)),
            (32, pid, 0),
            "pid and uid"
        );
        let comm = fs::read_to_string("/proc/thread-self/comm").unwrap();
        let name = record[8..24].split(|byte| *byte == 0).next().unwrap();
        let to = (
            &record[24..28],
            u16::from_be_bytes([record[28], record[29]]),
        );
        if to == (&Ipv4Addr::LOCALHOST.octets()[..], port) && name == comm.trim_end().as_bytes() {
            ours += 1;
        }
    }
    assert_eq!(ours, 1);
}

#[test]
fn percpu_counter_counts_system_calls() {
    /// `getpid`, which nothing answers without the kernel.
    const GETPID: u32 = if cfg!(target_arch = "x86_64") {
        39
    } else {
        172
    };
    let Some(object) = example("percpu-counter") else {
        return;
    };
    let mut loaded = Loaded::new(object);
    attach(&mut loaded, "count_syscalls", "raw_syscalls", "sys_enter");
    for _ in 0..1000 {
        assert_ne!(process::id(), 0);
    }
    let calls: PerCpuArray<_, u64> = loaded.ebpf.map("calls").unwrap().try_into().unwrap();
    let sum: u64 = calls.get(&GETPID, 0).unwrap().iter().sum();
    assert!(sum >= 1000, "{sum}");
    assert_eq!(calls.len(), 512);
}
