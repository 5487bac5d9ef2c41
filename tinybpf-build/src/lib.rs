//! Compiles eBPF programs written in Go from a Cargo build script, and writes the Rust side for [aya].
//!
//! # From nothing to a running program
//!
//! Needed beside Rust: [TinyGo] 0.39 or newer and the Go that it asks for. LLVM is there already: it is the library
//! inside the Rust toolchain. No LLVM tool, no libc and no kernel header is used.
//!
//! **`Cargo.toml`** names this crate for the build, and aya for the loader. `tinybpf-explain`, which is optional, has the loader's error say why the
//! kernel refused a program, in terms of the Go code:
//!
//! ```toml
//! [dependencies]
//! aya = "0.14"
//! tinybpf-explain = "0.1"
//!
//! [build-dependencies]
//! tinybpf-build = "0.1"
//! ```
//!
//! **`bpf/main.go`**, with a `bpf/go.mod` beside it, is the program. `//export` names it, `//go:section` says what it
//! is. A package variable is memory that both sides see:
//!
//! ```go
//! package main
//!
//! import _ "unsafe" // without it, Go does not allow go:section
//!
//! type xdpMd struct {
//!     Data, DataEnd, DataMeta, IngressIfindex, RxQueueIndex, EgressIfindex uint32
//! }
//!
//! // Stats is what the Rust side reads.
//! type Stats struct {
//!     Packets, Bytes uint64
//! }
//!
//! var stats Stats
//!
//! //export count
//! //go:section xdp
//! func count(ctx *xdpMd) int32 {
//!     stats.Packets++
//!     stats.Bytes += uint64(ctx.DataEnd - ctx.Data)
//!     return 2 // XDP_PASS
//! }
//!
//! func main() {}
//! ```
//!
//! **`build.rs`** compiles the Go package in the folder `bpf`. A mistake in it stops the build with one line for each
//! finding, at its Go line. Cargo runs the script again when a Go file changes, and only then:
//!
//! ```no_run
//! fn main() {
//!     tinybpf_build::Builder::new().compile("probe");
//! }
//! ```
//!
//! **`src/main.rs`** includes what the build wrote, and loads it:
//!
#![cfg_attr(target_os = "linux", doc = "```no_run")]
#![cfg_attr(not(target_os = "linux"), doc = "```ignore (aya is for Linux)")]
//! mod probe {
//!     # #[cfg(any())]
//!     include!(concat!(env!("OUT_DIR"), "/probe.rs"));
//!     # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/bindings/front_page.rs"));
//! }
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let probe = probe::Probe::builder().load()?;
//!     probe.programs.count.attach("eth0")?;
//!     loop {
//!         std::thread::sleep(std::time::Duration::from_secs(1));
//!         let probe::Stats { packets, bytes } = probe.variables.stats()?;
//!         println!("{packets} packets, {bytes} bytes");
//!     }
//! }
//! ```
//!
//! # What the build writes
//!
//! Two files in `OUT_DIR`, each replaced as a whole and only when its content changed: `probe.o`, the object with BTF,
//! and `probe.rs`, its Rust side.
//!
//! | in `probe.rs` | what it is |
//! |---|---|
//! | `OBJECT: &[u8]` | the object, embedded, aligned to 32 bytes |
//! | `programs::COUNT`, `maps::…`, `struct_ops::…`, `variables::STATS` | the names by which a loader finds programs, maps, structs of functions and variables |
//! | `sections::XDP`, `sections::BSS` | the ELF sections; aya has a map for each one of variables |
//! | `constants::MAX_PATH`, … | the constants that package main exports and that are of no such type as `Verdict` below |
//! | `Stats`, … | a `#[repr(C)]` struct for each Go struct that maps, variables and event records use |
//! | `Verdict`, … | a type around the integer for each integer type of Go with constants that they use or that package main exports, with the constants: `Verdict::DENY` |
//! | `Probe`, `skeleton` | the object for aya 0.14, with its programs, maps and variables as fields and methods |
//!
//! The structs have Go's layout, and the build fails where they would not. Their fields are Go's in snake case; padding
//! is spelled out (`_padding0`), so that no byte is undefined; `ZERO` and `Default` are Go's zero value. A Go `bool` is
//! a `u8` here: a byte from the kernel that is neither 0 nor 1 would make a Rust `bool` undefined behaviour. A pointer
//! is a `u64`. A type with constants takes any number, since any may come from the kernel; `Debug` shows the constant's name. With all that each implements `aya::Pod`, unless [`Builder::aya`] says that there is no aya.
//!
//! Exported constants of package main (`const MaxPath = 256`) have the Rust type of their Go type. Untyped integers are `i64`, or `u64` where that
//! is too small; strings are `&str`, bools `bool`. Floating-point numbers, and what more than arithmetic gives (`len(x)`, `unsafe.Sizeof(x)`), are
//! left out; the documentation of the module `constants` names them.
//!
//! # The skeleton
//!
//! `Probe`, called after the object, loads it and has what is in it by name and type:
//!
//! | | |
//! |---|---|
//! | `Probe::builder()` | takes what is set before loading: each variable (`.limit(10)`), the size of each map (`.flows_max_entries(4096)`), where pinned maps are (`.pin_root(…)`); `.load()` loads all, `.load_with(…)` with an `aya::EbpfLoader` of one's own |
//! | `probe.maps.flows` | aya's type for the map, with the key's and the value's: `HashMap<MapData, Flow, Stats>`; bytes where Go does not say the type |
//! | `probe.maps.events` | for a ring buffer with records of one type an iterator over those, for a perf event array the buffers of the CPUs; both have file descriptors for `epoll` and `tokio` |
//! | `probe.programs.count.attach("eth0")?` | takes what the section leaves open, and nothing where it says all (`tracepoint/syscalls/sys_enter_connect`); what it returns can be given to `detach` and `take_link` |
//! | `probe.programs.attach_all()?` | attaches those whose sections say all |
//! | `probe.programs.count.with(\|xdp\| …)?` | aya's own program, for the rest; `fd()` for maps of programs |
//! | `probe.variables.stats()?` | reads a package variable |
//!
//! A program that the kernel refuses is an error with the program's name, its Go line and the verifier's log. With
//! `tinybpf-explain = "0.1"` among the crate's `[dependencies]`, it says instead which Go line was refused, why, and how that is usually mended;
//! the log is in `error.verifier_log()`. Programs
//! are detached when `probe` is dropped. Slots of program arrays and maps of maps that Go fills are filled.
//!
//! The skeleton is written with [`Builder::aya`], which is the default, and needs nothing but aya 0.14; for other versions of aya,
//! [`Builder::skeleton`] leaves it out. An object with a section or a map that aya 0.14 does not know has none; a comment in its
//! place says why. All else in `probe.rs` stays as it is, for loaders and uses of one's own.
//!
//! # Structs of functions
//!
//! Some parts of the kernel call programs through a struct (`struct_ops`): TCP congestion controls, schedulers, queueing disciplines. In Go it is
//! a package variable whose type is named after the kernel's struct, with those of its members that the program sets:
//!
//! ```go,in:struct-ops,warning:loader-support
//! type bpfCoreTcpCongestionOps struct {
//!     Ssthresh  func(sk *bpfCoreSock) uint32
//!     CongAvoid func(sk *bpfCoreSock, ack, acked uint32)
//!     UndoCwnd  func(sk *bpfCoreSock) uint32
//!     Name      string
//! }
//!
//! //go:section .struct_ops.link
//! var reno = bpfCoreTcpCongestionOps{
//!     Ssthresh:  ssthresh,
//!     CongAvoid: avoid,
//!     UndoCwnd:  func(sk *bpfCoreSock) uint32 { return tcp(sk).SndCwnd },
//!     Name:      "go_reno",
//! }
//!
//! // C casts the same way (tcp_sk).
//! func tcp(sk *bpfCoreSock) *bpfCoreTcpSock { return (*bpfCoreTcpSock)(unsafe.Pointer(sk)) }
//!
//! func ssthresh(sk *bpfCoreSock) uint32 { return max(tcp(sk).SndCwnd/2, 2) }
//! ```
//!
//! Names are those of CO-RE: `CongAvoid` is `cong_avoid`, and the tag `core:"name"` gives another one. The functions need neither
//! `//export` nor a section, `//go:section struct_ops.s/NAME` for those that may sleep, and take the kernel's parameters: numbers, and pointers
//! to structs, through which they read, and write what the kernel lets them; they return a number, a pointer or nothing. A panic returns 0 (nil),
//! what refuses where the member decides (`Qdisc_ops.enqueue`, the `init` of schedulers), or what `bpfPanicVerdict` says, and gives back a
//! packet that the kernel handed over. Names are strings where the kernel's length is known (`tcp_congestion_ops`, `sched_ext_ops`, `Qdisc_ops`), elsewhere arrays such as
//! `[16]byte`. A struct in `.struct_ops.link` is registered by a link (since Linux 6.4), one in `.struct_ops` without (5.6); with
//! `?` in front it is there when the loader asks for it. aya knows none of this; with libbpf-rs it is
//! `map.attach_struct_ops()` on the map that is called as the variable (`struct_ops::RENO` in the bindings).
//!
//! # Iterators
//!
//! A program in `iter/KIND` runs for each of what the kernel has of a kind (`task`, `task_file`, `tcp`, `bpf_map_elem`, `cgroup` …), and what it
//! writes is read from a file. Its context is the kernel's `struct bpf_iter__KIND`, written as a struct of pointers, or as a view, whose
//! fields the loader finds (`type bpfCoreBpfIterTask`):
//!
//! ```go,in:iterators
//! type bpfIterBpfMapElem struct {
//!     Meta  *bpfCoreBpfIterMeta // Seq *bpfCoreSeqFile; SeqNum counts from 0
//!     Map   *bpfCoreBpfMap
//!     Key   *uint32
//!     Value *account
//! }
//!
//! //export dump_accounts
//! //go:section iter/bpf_map_elem
//! func dumpAccounts(ctx *bpfIterBpfMapElem) int32 {
//!     key, value := ctx.Key, ctx.Value
//!     if key == nil || value == nil { // after the last one
//!         return 0
//!     }
//!     record := account{Key: *key, Packets: value.Packets}
//!     bpfSeqWrite(ctx.Meta.Seq, unsafe.Pointer(&record), uint32(unsafe.Sizeof(record)))
//!     return 0
//! }
//! ```
//!
//! Ask what the kernel hands over (all but `Meta`) for nil before it is used: the last run has nil, in which totals can be written.
//! `bpfSeqPrintf` writes text, see the example `iter-task`. Values of map elements can be changed, not keys. Load with aya's `Iter` and read
//! `program.take_link(link)?.into_file()?`; iterators over a map's elements (`bpf_map_elem`, `bpf_sk_storage_map`, `sockmap`) and over cgroups
//! are told which when they are attached, for which aya has no parameter: with libbpf-rs it is `program.attach_iter(map.as_fd())`, and
//! `attach_iter_with_opts` for a cgroup.
//!
//! # Beyond the defaults
//!
//! Options that are data may stand in `Cargo.toml`, where the command line finds them, too; [`manifest::OPTIONS`] is the table of them:
//!
//! ```toml
//! [package.metadata.tinybpf]
//! min-kernel = "5.10"
//! log-level = "warn"
//! sections = { count = "xdp" }
//! ```
//!
//! `[workspace.metadata.tinybpf]` has defaults for all packages of a workspace, methods of the builder win over both, and what is wrong there is an
//! error at its line.
//!
//! [`Builder`] has a method for each setting: another folder, sections without `//go:section`, the instruction set, the
//! licence, the tools. [`Builder::try_compile`] returns the error, and the [`Object`] with all that is known of it,
//! also outside of build scripts.
//!
//! | environment variable | names |
//! |---|---|
//! | `TINYGO` | the `tinygo` executable |
//! | `TINYBPF_LLVM` | the libLLVM to use |
//! | `TINYBPF_MODE` | whether to compile or to take what is kept: a [`Mode`], such as `update-prebuilt` ([`Builder::prebuilt`]) |
//! | `TINYBPF_CACHE` | `off`: nothing is taken from the cache, and nothing kept there ([`Builder::cache`]) |
//! | `TINYBPF_CACHE_DIR` | the folder of the cache ([`tinygo::cache_dir`]) |
//! | `TINYBPF_LOG_LEVEL` | from which level on programs log: `debug`, `info`, `warn`, `error` or `off` |
//! | `TINYBPF_VENDOR` | nothing: set, it writes the Go package `github.com/tinybpf/bpf` into the Go module ([`vendor`]) |
//! | `CLANG` | the `clang` for C sources ([`Builder::c_source`]) |
//!
//! [aya]: https://aya-rs.dev
//! [TinyGo]: https://tinygo.org
#![allow(clippy::needless_doctest_main, reason = "a build script has one")]

mod bindings;
mod builder;
mod cache;
mod cargo;
mod clang;
#[cfg(feature = "cli")]
pub mod cli;
mod generate;
mod guide;
mod hash;
mod library;
pub mod manifest;
mod output;
mod process;
mod report;
pub mod tinygo;
pub mod vmlinux;

pub use builder::{Builder, Mode, Output};
pub use generate::{Generate, generate};
pub use guide::{explain, explain_word, verifier_rules};
pub use library::vendor;
pub use tinybpf_core::{Cpu, Diagnostic, Endian, Error, LogLevel, Object, OptLevel, Topic};
