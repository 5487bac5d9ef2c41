//! Why a program was not run.

use std::io;

/// Why the kernel did not run a program.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// This process may not.
    #[error(
        "running an eBPF program takes root, or CAP_BPF and CAP_NET_ADMIN: run the test with `sudo -E`"
    )]
    Denied(#[source] io::Error),
    /// The kernel runs no programs of this type for a test.
    #[error(
        "the kernel does not run programs of this type for a test: attach it, and cause what it waits for"
    )]
    Unsupported(#[source] io::Error),
    /// The input is not what programs of this type take.
    #[error(
        "the input is not for this program: a packet has an Ethernet header of 14 bytes at least, programs on packets need one and \
         others take none, and a context has the size of the kernel's struct, with only those fields set that a test may set"
    )]
    Input(#[source] io::Error),
    /// The program made the packet longer than there is room for: 64 KiB more than it was.
    #[error(
        "the packet grew by more than 64 KiB, which is all the room that there is: give the program a shorter one, or let it add less"
    )]
    Grown(#[source] io::Error),
    /// The file descriptor is not that of a program.
    #[error(
        "the file descriptor is not that of a loaded program: load the program first, and give what its `fd()` returns"
    )]
    NoProgram,
    /// The kernel does not tell what the verifier did.
    #[error(
        "kernels before Linux 5.16 do not tell how much the verifier did: run the test on a newer one"
    )]
    Old,
    /// Anything else.
    #[error("the system call bpf: {0}; `dmesg` may show more of it")]
    Other(#[source] io::Error),
}

/// `ENOTSUPP` in the kernel's `linux/errno.h`, which is not meant for user space but gets there.
const ENOTSUPP: i32 = 524;

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.raw_os_error() {
            Some(libc::EPERM | libc::EACCES) => Self::Denied(error),
            Some(ENOTSUPP | libc::EOPNOTSUPP) => Self::Unsupported(error),
            Some(libc::EINVAL) => Self::Input(error),
            Some(libc::ENOSPC) => Self::Grown(error),
            _ => Self::Other(error),
        }
    }
}
