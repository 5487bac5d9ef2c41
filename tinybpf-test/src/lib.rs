//! Runs eBPF programs for a test: loaded into the kernel, but attached to nothing, over a packet or a context that the test makes
//! (`BPF_PROG_TEST_RUN`).
//!
//! It goes into `[dev-dependencies]`. All functions take the file descriptor of a loaded program, whoever loaded it: `fd()` of a
//! program in the skeletons of [tinybpf-build], of one of aya's types, `as_fd()` in libbpf-rs.
//!
//! ```no_run
//! # mod filter { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/../tinybpf-build/testdata/bindings/front_page.rs")); pub use Probe as Filter; }
//! use tinybpf_test::{XdpAction, run_xdp};
//!
//! #[test]
//! fn packets_are_counted() -> Result<(), Box<dyn std::error::Error>> {
//!     let filter = filter::Filter::builder().load()?;
//!     let packet = [0; 60];
//!     let (action, after) = run_xdp(filter.programs.count.fd()?, &packet)?;
//!     assert_eq!(action, XdpAction::Pass);
//!     assert_eq!(after, packet);
//!     assert_eq!(filter.variables.stats()?.bytes, 60);
//!     Ok(())
//! }
//! ```
//!
//! | programs | function | the test gives | and gets |
//! |---|---|---|---|
//! | `xdp` | [`run_xdp`] | a packet | what is done with it, and the packet |
//! | `tc`, `classifier`, `action` | [`run_tc`] | a packet | what is done with it, and the packet |
//! | `socket`, `cgroup_skb`, `lwt_in` … | [`run()`] | a packet | the verdict, and the packet with an Ethernet header of zeros, which these programs do not see |
//! | `flow_dissector` | [`run()`] | a packet | the verdict, and `struct bpf_flow_keys` in the packet's place |
//! | `raw_tp` | [`run_raw_tp`] | the tracepoint's arguments | what the program returns |
//! | `syscall` | [`run_syscall`] | a context | what the program returns, and the context |
//! | `sk_lookup` | [`run()`] | a context (`struct bpf_sk_lookup`) | the verdict |
//!
//! [`budget`] holds programs to a number of instructions, an amount of stack and the verifier's work, and maps to an amount of memory.
//!
//! The kernel runs no others for a test: attach those, and cause what they wait for.
//!
//! [tinybpf-build]: https://docs.rs/tinybpf-build
#![cfg(target_os = "linux")]
#![allow(clippy::test_attr_in_doctest, reason = "what users write is a test")]

mod action;
mod budget;
mod error;
mod info;
mod syscall;

use std::{os::fd::AsFd, time::Duration};

pub use self::{
    action::{TcAction, XdpAction},
    budget::{Budget, Exceeded, MapBudget, ProgramBudget, budget},
    error::Error,
};

/// What a program is run over. What its type does not take stays empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Input<'a> {
    /// A packet, from its Ethernet header on.
    pub packet: &'a [u8],
    /// The context, as the kernel's header declares it (`struct xdp_md`, `struct __sk_buff` …). Programs on packets need none; which
    /// fields a test may set depends on their type.
    pub context: &'a [u8],
    /// How often the program runs, for measuring: each run begins with the packet as the last one left it. 0 is once.
    pub repeat: u32,
    /// The CPU to run on, for `raw_tp` programs.
    pub cpu: Option<u32>,
}

/// What a program did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Output {
    /// What it returned.
    pub verdict: u32,
    /// The packet as it is then.
    pub packet: Vec<u8>,
    /// The context as it is then, where one was given.
    pub context: Vec<u8>,
    /// How long a run took, on average.
    pub duration: Duration,
}

/// Runs a loaded program.
///
/// # Errors
///
/// [`Error`] has a variant for each usual reason. What the program did before is done: its maps are not set back.
pub fn run(program: impl AsFd, input: Input<'_>) -> Result<Output, Error> {
    syscall::run(program.as_fd(), input)
}

/// Runs a loaded XDP program over a packet, from its Ethernet header on. Returns what is to be done with the packet, and the packet
/// as it is then.
///
/// # Errors
///
/// As for [`run()`].
pub fn run_xdp(program: impl AsFd, packet: &[u8]) -> Result<(XdpAction, Vec<u8>), Error> {
    let output = run_packet(program, packet)?;
    Ok((output.verdict.into(), output.packet))
}

/// Runs a loaded tc program over a packet, from its Ethernet header on. Returns what is to be done with the packet, and the packet
/// as it is then.
///
/// # Errors
///
/// As for [`run()`].
pub fn run_tc(program: impl AsFd, packet: &[u8]) -> Result<(TcAction, Vec<u8>), Error> {
    let output = run_packet(program, packet)?;
    Ok((output.verdict.cast_signed().into(), output.packet))
}

/// Runs a loaded `raw_tp` program with arguments of its tracepoint, of which there are at most twelve; those left out are 0. Returns
/// what the program returned.
///
/// # Errors
///
/// As for [`run()`].
pub fn run_raw_tp(program: impl AsFd, arguments: &[u64]) -> Result<u32, Error> {
    /// The most that the kernel takes (`MAX_BPF_FUNC_ARGS` in `linux/bpf.h`).
    const MOST: usize = 12;
    let missing = MOST.saturating_sub(arguments.len());
    let words = arguments.iter().copied().chain([0].repeat(missing));
    let context: Vec<u8> = words.flat_map(u64::to_ne_bytes).collect();
    Ok(run(
        program,
        Input {
            context: &context,
            ..Input::default()
        },
    )?
    .verdict)
}

/// Runs a loaded `syscall` program with a context, which is afterwards as the program left it. Returns what the program returned.
///
/// # Errors
///
/// As for [`run()`].
pub fn run_syscall(program: impl AsFd, context: &mut [u8]) -> Result<u32, Error> {
    let output = run(
        program,
        Input {
            context,
            ..Input::default()
        },
    )?;
    context.copy_from_slice(&output.context);
    Ok(output.verdict)
}

/// The number of instructions that the verifier went through when it took the program, each as often as a path led there. It gives up at
/// a million.
///
/// # Errors
///
/// [`Error::NoProgram`] for what is no program, [`Error::Old`] where the kernel does not tell, before Linux 5.16.
pub fn verified_instructions(program: impl AsFd) -> Result<u32, Error> {
    info::verified_instructions(program.as_fd())
}

fn run_packet(program: impl AsFd, packet: &[u8]) -> Result<Output, Error> {
    run(
        program,
        Input {
            packet,
            ..Input::default()
        },
    )
}
