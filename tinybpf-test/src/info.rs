//! What the kernel tells of a loaded program.

use std::os::fd::{AsRawFd, BorrowedFd};

use crate::{
    Error,
    syscall::{Attribute, address, call, is_program},
};

/// `BPF_OBJ_GET_INFO_BY_FD` in `enum bpf_cmd` of `linux/bpf.h`.
const BPF_OBJ_GET_INFO_BY_FD: libc::c_int = 15;
/// Where `verified_insns` is in `struct bpf_prog_info`, and the end of it.
const VERIFIED: usize = 216;
const END: usize = VERIFIED + 4;

/// The part of `union bpf_attr` that is for `BPF_OBJ_GET_INFO_BY_FD`.
#[repr(C)]
#[derive(Default)]
struct Attributes {
    file: u32,
    size: u32,
    info: u64,
}

impl Attribute for Attributes {}

pub(crate) fn verified_instructions(program: BorrowedFd<'_>) -> Result<u32, Error> {
    // The kernel has the same call for maps, links and types.
    if !is_program(program) {
        return Err(Error::NoProgram);
    }
    // Zero, so that the kernel is asked for none of the lists.
    let mut info = [0_u8; END];
    let mut attributes = Attributes {
        file: program.as_raw_fd().cast_unsigned(),
        size: END as u32,
        info: address(info.as_mut_ptr(), END),
    };
    call(BPF_OBJ_GET_INFO_BY_FD, &mut attributes)?;
    // What the kernel filled in.
    if (attributes.size as usize) < END {
        return Err(Error::Old);
    }
    let figure = info[VERIFIED..].first_chunk().copied().unwrap_or_default();
    Ok(u32::from_ne_bytes(figure))
}
