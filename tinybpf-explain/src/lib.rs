//! Explains why the kernel's verifier refused an eBPF program, in terms of its source.
//!
//! ```no_run
//! # fn load() -> Result<(), Box<dyn std::error::Error>> { Ok(()) }
//! let object = std::fs::read("filter.o")?;
//! if let Err(error) = load() {
//!     // The verifier's log, with whatever the loader says around it.
//!     let explanation = tinybpf_explain::explain(&error.to_string(), &object, None);
//!     eprintln!("{explanation}");
//!     std::process::exit(1);
//! }
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! prints what rustc would:
//!
//! ```text
//! error[packet-bounds]: this access may lie behind the end of the packet (program `prog`)
//!   --> main.go:16:5
//!    |
//! 16 |     if *port == 53 {
//!    |        ^^^^^
//!    |
//!    = kernel: invalid access to packet, off=14 size=2, R1(id=1,off=14,r=0)
//!              R1 offset is outside of the packet
//!    = note: R1 is `port := (*uint16)(unsafe.Pointer(data + 14 + length))` (main.go:15): a pointer into the packet, 14 bytes …
//!    = help: let `bpf.At` compare, and ask for nil: …
//! ```
//!
//! [`explain`] reads the logs of Linux 5.10 to 7.3, bare, or as aya, libbpf, bpftool and cilium/ebpf print them, also where either end is
//! missing. The verifier numbers the instructions of the *loaded* program, to which loaders append the functions that it calls: the
//! numbers are led back to the object, and by its line information to the source, whose text is in the object, too. Objects of other
//! compilers are explained as well, with mends in Go.
//!
//! The verifier's rules are in one table, [`rules`]. A complaint that is not in it still gets its source line.
//!
//! No text and no bytes make it panic.

mod examine;
mod explanation;
mod go;
mod image;
mod log;
mod render;
pub mod rules;
mod trace;
mod words;

pub use explanation::{Explanation, Instruction, Register, Step};
pub use log::Work;
pub use rules::{Mend, Rule};
pub use tinybpf_object::Position;

/// Explains a log.
///
/// `log` is what the verifier printed, or the text of a loader's error with it; `object` the object that was loaded. `program` is the name
/// of the program, where it is known; otherwise it is the one whose instructions fit.
///
/// An object that cannot be read, or is another one, costs the Go line, which newer kernels print themselves; a note says so.
#[must_use]
pub fn explain(log: &str, object: &[u8], program: Option<&str>) -> Explanation {
    examine::examine(log, object, program, &|| None)
}

/// Explains a log of the kernel that runs here, as [`explain`] does. Where a field of a kernel type was not found, it looks in
/// `/sys/kernel/btf/vmlinux` for what the kernel has instead.
#[must_use]
pub fn explain_here(log: &str, object: &[u8], program: Option<&str>) -> Explanation {
    examine::examine(log, object, program, &|| {
        std::fs::read("/sys/kernel/btf/vmlinux").ok()
    })
}
