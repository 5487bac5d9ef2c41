//! The system call. The only `unsafe` of this crate.

use std::{
    fs, io,
    os::fd::{AsRawFd, BorrowedFd},
    ptr,
    time::Duration,
};

use crate::{Error, Input, Output};

/// `BPF_PROG_TEST_RUN` in `enum bpf_cmd` of `linux/bpf.h`.
const BPF_PROG_TEST_RUN: libc::c_int = 10;
/// `BPF_F_TEST_RUN_ON_CPU` in `linux/bpf.h`.
const ON_CPU: u32 = 1;
/// By how much a packet may grow: the longest that the kernel lets it become.
const GROWTH: usize = 64 * 1024;

/// The part of `union bpf_attr` in `linux/bpf.h` that is for `BPF_PROG_TEST_RUN`. Addresses are 0 for what is not there.
#[repr(C)]
#[derive(Default)]
struct Attributes {
    program: u32,
    verdict: u32,
    packet_size: u32,
    packet_out_size: u32,
    packet: u64,
    packet_out: u64,
    repeat: u32,
    duration: u32,
    context_size: u32,
    context_out_size: u32,
    context: u64,
    context_out: u64,
    flags: u32,
    cpu: u32,
    batch_size: u32,
    _padding: u32,
}

const _: () = assert!(size_of::<Attributes>() == 80);

pub(crate) fn run(program: BorrowedFd<'_>, input: Input<'_>) -> Result<Output, Error> {
    let has_packet = !input.packet.is_empty();
    let mut packet = vec![
        0;
        if has_packet {
            input.packet.len() + GROWTH
        } else {
            0
        }
    ];
    // Contexts of programs without a packet are changed in place, or not at all.
    let mut before = input.context.to_vec();
    let mut after = vec![0; if has_packet { before.len() } else { 0 }];
    let mut attributes = Attributes {
        program: program.as_raw_fd().cast_unsigned(),
        packet: address(input.packet.as_ptr(), input.packet.len()),
        packet_size: size(input.packet)?,
        packet_out: address(packet.as_mut_ptr(), packet.len()),
        packet_out_size: size(&packet)?,
        context: address(before.as_mut_ptr(), before.len()),
        context_size: size(&before)?,
        context_out: address(after.as_mut_ptr(), after.len()),
        context_out_size: size(&after)?,
        repeat: input.repeat,
        flags: if input.cpu.is_some() { ON_CPU } else { 0 },
        cpu: input.cpu.unwrap_or(0),
        ..Attributes::default()
    };
    call(BPF_PROG_TEST_RUN, &mut attributes).map_err(|error| match Error::from(error) {
        Error::Input(_) if !is_program(program) => Error::NoProgram,
        error => error,
    })?;
    packet.truncate(attributes.packet_out_size as usize);
    after.truncate(attributes.context_out_size as usize);
    Ok(Output {
        verdict: attributes.verdict,
        packet,
        context: if has_packet { after } else { before },
        duration: Duration::from_nanos(attributes.duration.into()),
    })
}

/// Whether a file is a program; the kernel's answer is the same to a wrong file and a wrong packet.
pub(crate) fn is_program(file: BorrowedFd<'_>) -> bool {
    let about = fs::read_to_string(format!("/proc/self/fdinfo/{}", file.as_raw_fd()));
    about.is_ok_and(|about| about.contains("prog_type:"))
}

/// An address for the kernel, which takes 0 for nothing.
pub(crate) fn address(start: *const u8, length: usize) -> u64 {
    if length == 0 {
        0
    } else {
        start.expose_provenance() as u64
    }
}

fn size(bytes: &[u8]) -> Result<u32, Error> {
    let too_long = |_| io::Error::from_raw_os_error(libc::EINVAL);
    Ok(u32::try_from(bytes.len()).map_err(too_long)?)
}

/// What the kernel takes as `union bpf_attr`: plain numbers, among them addresses and sizes of buffers.
pub(crate) trait Attribute {}

impl Attribute for Attributes {}

/// The system call. Whoever calls it has buffers behind the addresses in the attributes that are alive, have the sizes beside their
/// addresses, and are mutable where the kernel writes.
#[allow(unsafe_code)]
pub(crate) fn call<A: Attribute>(command: libc::c_int, attributes: &mut A) -> io::Result<()> {
    // SAFETY: the kernel reads and writes the struct, whose size it is told, and the buffers, which are as the callers in this crate have
    // to make them.
    let result = unsafe {
        libc::syscall(
            libc::SYS_bpf,
            command,
            ptr::from_mut(attributes),
            size_of::<A>(),
        )
    };
    if result == 0 {
        Ok(())
    } else {
        Err(io::Error::last_os_error())
    }
}
