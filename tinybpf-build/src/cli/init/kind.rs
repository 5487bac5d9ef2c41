//! The kinds of programs that a project can begin with.

use std::fmt;

/// What kind of program a project begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Kind {
    /// Packets as they come in, before the network stack
    Xdp,
    /// Packets in both directions of an interface
    #[value(alias = "classifier", alias = "sched-cls")]
    Tc,
    /// An event that the kernel names
    Tracepoint,
    /// An event that the kernel names, with its arguments as they are
    #[value(alias = "raw-tp")]
    RawTracepoint,
    /// A function of the kernel, in any kernel
    #[value(alias = "kretprobe")]
    Kprobe,
    /// A function of a program or library
    #[value(alias = "uretprobe")]
    Uprobe,
    /// Beginning and end of a function of the kernel, with types
    #[value(alias = "fexit")]
    Fentry,
    /// A security decision
    Lsm,
    /// Where processes of a cgroup may connect to
    #[value(alias = "cgroup", alias = "connect4")]
    CgroupConnect,
    /// What a socket receives
    #[value(alias = "socket")]
    SocketFilter,
    /// Samples, by the clock of each CPU
    #[value(alias = "perf")]
    PerfEvent,
    /// All things of a kind in the kernel, as a file
    #[value(alias = "iterator")]
    Iter,
}

/// What a project of a kind has of its own.
pub(super) struct Template {
    /// What it does, in a sentence.
    pub(super) about: &'static str,
    /// Arguments of the loader to try it with.
    pub(super) arguments: &'static str,
    /// `bpf/probe.go`.
    pub(super) program: &'static str,
    /// `bpf/probe_test.go`.
    pub(super) program_test: &'static str,
    /// `src/main.rs`.
    pub(super) loader: &'static str,
    /// `src/tests.rs`.
    pub(super) tests: &'static str,
}

macro_rules! template {
    ($folder:literal, $arguments:literal, $about:literal) => {
        Template {
            about: $about,
            arguments: $arguments,
            program: include_str!(concat!("templates/", $folder, "/probe.go")),
            program_test: include_str!(concat!("templates/", $folder, "/probe_test.go")),
            loader: include_str!(concat!("templates/", $folder, "/main.rs")),
            tests: include_str!(concat!("templates/", $folder, "/tests.rs")),
        }
    };
}

#[rustfmt::skip] // A table.
impl Kind {
    pub(super) fn template(self) -> Template {
        match self {
            Self::Xdp => template!("xdp", "lo 192.0.2.66", "drops IPv4 packets from some sources, and counts all packets."),
            Self::Tc => template!("tc", "lo 23", "drops TCP packets to closed ports, in both directions of an interface."),
            Self::Tracepoint => template!("tracepoint", "", "prints programs that are started, and counts them by user."),
            Self::RawTracepoint => template!("raw-tracepoint", "", "counts system calls, on each CPU for itself."),
            Self::Kprobe => template!("kprobe", "", "prints files that are opened, and counts them by process."),
            Self::Uprobe => template!("uprobe", "", "prints names that are looked up with the C library, and counts them."),
            Self::Fentry => template!("fentry", "", "measures how long the kernel takes to open files."),
            Self::Lsm => template!("lsm", "/etc/shadow", "denies opening files, to root, too."),
            Self::CgroupConnect => template!("cgroup-connect", "/sys/fs/cgroup 192.0.2.66", "denies processes of a cgroup to connect to some addresses."),
            Self::SocketFilter => template!("socket-filter", "127.0.0.1:4000 PING", "lets datagrams through that begin with some words."),
            Self::PerfEvent => template!("perf-event", "", "samples which commands the CPUs are busy with."),
            Self::Iter => template!("iter", "", "lists threads, and counts them by process."),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = clap::ValueEnum::to_possible_value(self);
        f.write_str(value.as_ref().map_or("", |value| value.get_name()))
    }
}
