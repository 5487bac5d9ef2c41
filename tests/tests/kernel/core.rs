//! Fields of kernel structs, found in the running kernel.

use std::fs;

use aya::programs::{Program, RawTracePointRunOptions, TestRun};
use tests::Loaded;

use super::load;

/// Runs a program on behalf of this thread.
fn run(loaded: &Loaded, program: &str, argument: u64) {
    let Some(Program::RawTracePoint(program)) = loaded.ebpf.program(program) else {
        panic!("no program {program}")
    };
    let mut options = RawTracePointRunOptions::new();
    options.args[1] = argument;
    program.test_run(options).unwrap();
}

/// A number that the kernel tells of this thread, or of another process.
fn status(process: &str, name: &str) -> u32 {
    let text = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let value = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(":\t"));
    let first = value.unwrap().split('\t').next().unwrap();
    first.parse().unwrap()
}

#[test]
fn fields_are_found_wherever_they_lie() {
    let Some(loaded) = load("core") else { return };
    run(&loaded, "read_task", 2);
    let data: [u32; 28] = loaded.data(".bss");
    let read = &data[12..];
    let [tgid, pid, parent, leader, uid, exists] = read[..6].try_into().unwrap();
    assert_eq!(tgid, status("thread-self", "Tgid"));
    assert_eq!(pid, status("thread-self", "Pid"));
    assert_eq!(parent, status("self", "PPid"));
    assert_eq!(leader, tgid);
    assert_eq!(uid, status("self", "Uid"));
    assert_eq!(exists, 0b0101);
    let [comm_size, comm_offset, task_size, siblings] = read[6..10].try_into().unwrap();
    assert_eq!(comm_size, 16);
    assert!(comm_offset > 100 && comm_offset + comm_size <= task_size);
    assert!((2..2000).contains(&siblings) && siblings % 2 == 0);
    let comm: Vec<u8> = read[10..14]
        .iter()
        .flat_map(|word| word.to_le_bytes())
        .collect();
    let name = fs::read("/proc/thread-self/comm").unwrap();
    let name = name.trim_ascii_end();
    assert_eq!(&comm[..name.len()], name);
    assert!(comm[name.len()..].starts_with(&[0]));
    assert_eq!(read[14], u32::from(tgid == pid));
    assert_eq!(read[15], u32::from(name[2]));
}

#[test]
fn copies_have_each_field_from_its_place() {
    let Some(loaded) = load("core") else { return };
    run(&loaded, "copy_task", 0);
    let data: [u32; 28] = loaded.data(".bss");
    let [tgid, pid, uid, missing, failed, exit_code] = data[..6].try_into().unwrap();
    assert_eq!(tgid, status("thread-self", "Tgid"));
    assert_eq!(pid, status("thread-self", "Pid") & 0xffff);
    assert_eq!(uid, status("self", "Uid"));
    assert_eq!((missing, exit_code), (0, 0));
    assert!(failed.cast_signed() < 0, "{failed}");
    let comm: Vec<u8> = data[6..10]
        .iter()
        .flat_map(|word| word.to_le_bytes())
        .collect();
    let name = fs::read("/proc/thread-self/comm").unwrap();
    let name = name.trim_ascii_end();
    assert_eq!(&comm[..name.len()], name);
    assert_eq!(data[10], tgid + u32::from(name[1]));
    assert_eq!(data[11], 0);
}

#[test]
fn types_that_only_the_sources_tell() {
    let Some(loaded) = load("views") else { return };
    run(&loaded, "views", 0);
    run(&loaded, "more", 0);
    let data = loaded.data::<[u32; 10]>(".bss");
    let [tgid, pid, parent, uid, missing] = data[..5].try_into().unwrap();
    let [comm, other, generic, kept, nested] = data[5..].try_into().unwrap();
    let own = status("thread-self", "Tgid");
    assert_eq!([tgid, other], [own, own]);
    assert_eq!(pid, status("thread-self", "Pid"));
    assert_eq!(parent, status("self", "PPid"));
    assert_eq!(uid, status("self", "Uid"));
    assert_eq!(missing, 0);
    let name = fs::read("/proc/thread-self/comm").unwrap();
    assert_eq!(comm, u32::from(name[0]) | u32::from(name[1]) << 8);
    assert_eq!(generic, own.wrapping_sub(parent));
    assert_eq!([kept, nested], [own + 1, 2 * own + 1]);
}

#[test]
fn what_walks_on_from_fields() {
    let Some(loaded) = load("parts") else { return };
    run(&loaded, "walk", 0);
    let data = loaded.data::<[u32; 7]>(".bss");
    let ids = ["Tgid", "Pid"].map(|name| status("thread-self", name));
    let name = fs::read("/proc/thread-self/comm").unwrap();
    let mut whole = [0; 16];
    let name = name.trim_ascii_end();
    whole[..name.len()].copy_from_slice(name);
    let odd: u32 = (1..9).step_by(2).map(|i| u32::from(whole[i])).sum();
    let first: u32 = whole[..4].iter().map(|b| u32::from(*b)).sum();
    assert_eq!(data[..3], [odd + (first << 16), ids[0] + ids[1], 16]);
    let copied: Vec<u8> = data[3..]
        .iter()
        .flat_map(|word| word.to_le_bytes())
        .collect();
    assert_eq!(copied, whole);
}
