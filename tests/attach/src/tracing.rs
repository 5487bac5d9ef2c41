//! Programs of tracepoints, functions, performance events and iterators.

use std::{
    hint::black_box,
    io::Read,
    os::unix::process::parent_id,
    process,
    time::{Duration, Instant},
};

use aya::programs::perf_event::{
    PerfEventConfig::Software, PerfEventScope, SamplePolicy, SoftwareEvent,
};

use crate::{Programs, Result, Variables, attach::Attach, check, load};

/// The system call that the programs wait for.
fn ask_parent() -> Result {
    black_box(parent_id());
    Ok(())
}

#[test]
fn all_whose_sections_say_to_what() -> Result {
    check(
        Programs::attach_all,
        ask_parent,
        &[
            Variables::tracepoint_runs,
            Variables::raw_tracepoint_runs,
            Variables::btf_tracepoint_runs,
            Variables::uprobe_runs,
        ],
    )
}

#[test]
fn tracepoint() -> Result {
    let attach = |p: &Programs| p.on_tracepoint.attach();
    check(attach, ask_parent, &[Variables::tracepoint_runs])?;
    let attach = |p: &Programs| p.on_open_tracepoint.attach("syscalls", "sys_enter_getppid");
    check(attach, ask_parent, &[Variables::open_tracepoint_runs])
}

#[test]
fn raw_tracepoint() -> Result {
    let attach = |p: &Programs| p.on_raw_tracepoint.attach();
    check(attach, ask_parent, &[Variables::raw_tracepoint_runs])?;
    let attach = |p: &Programs| p.on_open_raw_tracepoint.attach("sys_enter");
    check(attach, ask_parent, &[Variables::open_raw_tracepoint_runs])
}

#[test]
fn btf_tracepoint() -> Result {
    let attach = |p: &Programs| p.on_btf_tracepoint.attach();
    check(attach, ask_parent, &[Variables::btf_tracepoint_runs])
}

#[test]
fn uprobe() -> Result {
    let attach = |p: &Programs| p.on_uprobe.attach();
    check(attach, ask_parent, &[Variables::uprobe_runs])?;
    let attach = |p: &Programs| p.on_open_uprobe.attach("getppid", "libc");
    check(attach, ask_parent, &[Variables::open_uprobe_runs])
}

#[test]
fn perf_event() -> Result {
    let attach = |p: &Programs| {
        p.on_perf_event.attach(
            Software(SoftwareEvent::CpuClock),
            PerfEventScope::CallingProcess { cpu: None },
            SamplePolicy::Period(100_000),
            false,
        )
    };
    let be_busy = || {
        let start = Instant::now();
        while start.elapsed() < Duration::from_millis(100) {}
        Ok(())
    };
    check(attach, be_busy, &[Variables::perf_event_runs])
}

#[test]
fn iterator() -> Result {
    let Some(Attach {
        programs,
        variables,
        ..
    }) = load()?
    else {
        return Ok(());
    };
    let mut file = programs.on_task.open()?;
    assert_eq!(variables.task_runs()?, 0);
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    assert_ne!(variables.task_runs()?, 0);
    let own = process::id().to_string();
    assert!(text.lines().any(|line| line == own), "{text}");
    Ok(())
}
