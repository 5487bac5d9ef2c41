//! ELF section names: what program each means, which loader knows it, and the verdict that a panic gives there.

mod context;
mod reach;
pub mod rights;
mod table;
mod target;
mod verdict;

use std::{fmt, ops::RangeInclusive};

use crate::{
    suggest::{closest, did_you_mean},
    uapi,
};

pub use context::Context;
pub use context::by_go_name as context_by_go_name;
pub use reach::Reach;

/// The section of a program, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Section {
    /// The whole name, such as `tracepoint/syscalls/sys_enter_connect`.
    pub name: String,
    /// What is known of the part before the target.
    pub known: &'static Known,
    /// What follows the known part and its slash: what the program attaches to. Without one, the loading program says
    /// it when it attaches.
    pub target: Option<String>,
    /// Whether the name starts with `?`: libbpf then loads the program only when it is asked to.
    pub on_demand: bool,
}

/// A section name that loaders know.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Known {
    /// The name without target, such as `kprobe` or `cgroup/connect4`.
    pub name: &'static str,
    /// The type of program.
    pub program_type: ProgramType,
    /// The expected attach type (`enum bpf_attach_type`); None where the loader gives none or finds it out.
    pub attach_type: Option<u32>,
    /// What the program's parameter points to.
    pub context: Context,
    /// Whether a slash and a target may follow.
    pub takes_target: bool,
    /// Whether the program may sleep (`BPF_F_SLEEPABLE`).
    pub sleepable: bool,
    /// Whether the program handles packets in several fragments (`BPF_F_XDP_HAS_FRAGS`).
    pub frags: bool,
    aya: Aya,
    libbpf: bool,
    cilium: bool,
}

/// How aya takes a section name.
#[derive(Debug, PartialEq, Eq)]
enum Aya {
    No,
    /// The name alone.
    Exact,
    /// The name alone or with anything after a slash.
    Prefix,
}

/// A loader of BPF objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Loader {
    /// aya 0.14 (aya-obj 0.3).
    Aya,
    /// libbpf 1.7, which bpftool and libbpf-rs use too.
    Libbpf,
    /// cilium/ebpf 0.19.
    Cilium,
}

impl fmt::Display for Loader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Aya => "aya",
            Self::Libbpf => "libbpf",
            Self::Cilium => "cilium/ebpf",
        })
    }
}

/// Why a name is not that of a program's section.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SectionError {
    /// No loader knows the name.
    #[error("unknown section {name:?}{}", did_you_mean(.near))]
    Unknown {
        /// The name.
        name: String,
        /// What may have been meant, the closest first.
        near: Vec<String>,
    },
    /// Something follows a name that must stand alone.
    #[error("section {name:?}: nothing may follow {known:?} here; write {known:?}")]
    Extra {
        /// The name.
        name: String,
        /// The part that stands alone.
        known: &'static str,
    },
    /// The name ends in a slash.
    #[error("section {name:?} names no target after the slash; write {:?}, or {known:?} to choose the target when attaching", format!("{known}/{}", example(.known)))]
    EmptyTarget {
        /// The name.
        name: String,
        /// The part before the slash.
        known: &'static str,
    },
    /// What follows the slash cannot be meant.
    #[error("section {name:?}: what follows the slash {why}; write {write:?}")]
    Target {
        /// The name.
        name: String,
        /// What is wrong with it.
        why: &'static str,
        /// The section as it may have been meant, or an example.
        write: String,
    },
}

impl Section {
    /// Takes a section name apart by libbpf's rules, and also accepts what only aya takes (`classifier/name`).
    ///
    /// # Errors
    ///
    /// The name is not known, or what follows the known part cannot stand there.
    pub fn parse(name: &str) -> Result<Self, SectionError> {
        let bare = name.strip_prefix('?').unwrap_or(name);
        let Some((known, target)) = split(bare) else {
            let near = near(bare);
            let name = name.to_owned();
            return Err(SectionError::Unknown { name, near });
        };
        if target == Some("") && known.takes_target {
            let (name, known) = (name.to_owned(), known.name);
            return Err(SectionError::EmptyTarget { name, known });
        }
        if target.is_some() && !known.takes_target && known.aya != Aya::Prefix {
            let (name, known) = (name.to_owned(), known.name);
            return Err(SectionError::Extra { name, known });
        }
        if known.takes_target
            && let Some(Err(target::Wrong { why, write })) = target.map(|t| target::check(known, t))
        {
            let on_demand = &name[..name.len() - bare.len()];
            let write = format!("{on_demand}{write}");
            let name = name.to_owned();
            return Err(SectionError::Target { name, why, write });
        }
        Ok(Self {
            name: name.to_owned(),
            known,
            target: target.map(str::to_owned),
            on_demand: bare.len() != name.len(),
        })
    }

    /// The loaders that refuse the object, or leave the program out, because of this name.
    #[must_use]
    pub fn unknown_to(&self) -> Vec<Loader> {
        let alone = self.target.is_none();
        let aya = !self.on_demand
            && match self.known.aya {
                Aya::No => false,
                Aya::Exact => alone,
                Aya::Prefix => true,
            };
        [
            (Loader::Aya, aya),
            (
                Loader::Libbpf,
                self.known.libbpf && (alone || self.known.takes_target),
            ),
            (Loader::Cilium, self.known.cilium),
        ]
        .into_iter()
        .filter_map(|(loader, knows)| (!knows).then_some(loader))
        .collect()
    }

    /// The results that the kernel lets the program return; `None` where it takes any.
    pub fn results(&self) -> Option<RangeInclusive<i64>> {
        verdict::allowed(self)
    }

    /// The names of the results from 0 on that mean something, where the kernel takes any; `None` where there are no such.
    pub fn verdicts(&self) -> Option<&'static [&'static str]> {
        verdict::known(self)
    }

    /// What the program returns when it panics: the value that refuses, drops or does nothing, whichever the kernel
    /// lets this program return.
    #[must_use]
    pub fn panic_verdict(&self) -> i32 {
        verdict::of(self)
    }
}

impl Known {
    /// The C name of the attach type, such as `BPF_CGROUP_INET4_CONNECT`.
    #[must_use]
    pub fn attach_type_name(&self) -> Option<&'static str> {
        let number = self.attach_type?;
        let mut all = uapi::attach_type::ALL.iter();
        all.find_map(|(name, n)| (*n == number).then_some(*name))
    }
}

impl Known {
    /// A section of this name with a target such as it takes: `kprobe/do_unlinkat`.
    #[must_use]
    pub fn example(&self) -> String {
        if self.takes_target {
            format!("{}/{}", self.name, example(self.name))
        } else {
            self.name.to_owned()
        }
    }
}

/// All section names that are known, in libbpf's order.
#[must_use]
pub fn all() -> &'static [Known] {
    table::KNOWN
}

/// All attach types: C name (`BPF_XDP`) and number.
#[must_use]
pub fn attach_types() -> &'static [(&'static str, u32)] {
    uapi::attach_type::ALL
}

/// The known name that this one is or starts with, the longest; and what follows its slash.
fn split(name: &str) -> Option<(&'static Known, Option<&str>)> {
    all()
        .iter()
        .filter_map(|known| match name.strip_prefix(known.name)? {
            "" => Some((known, None)),
            rest => Some((known, Some(rest.strip_prefix('/')?))),
        })
        .max_by_key(|(known, _)| known.name.len())
}

/// Known names that are close to as many parts of `name` as they have, followed by what is left of it.
fn near(name: &str) -> Vec<String> {
    let mut found = Vec::new();
    for parts in (1..=2).rev() {
        let end = name.match_indices('/').nth(parts - 1).map(|(at, _)| at);
        let (front, rest) = name.split_at(end.unwrap_or(name.len()));
        let candidates = all()
            .iter()
            .filter(|known| known.name.matches('/').count() + 1 == parts)
            .filter(|known| known.takes_target || rest.is_empty());
        for known in closest(front, candidates.map(|known| known.name)) {
            found.push(format!("{known}{rest}"));
        }
    }
    // `cgroup/x`: the names that share the first part, where there are few enough to read.
    if found.is_empty() {
        let family = name.split('/').next().unwrap_or(name);
        let family: Vec<_> = all()
            .iter()
            .filter(|known| known.name.split_once('/').is_some_and(|(f, _)| f == family))
            .collect();
        found.extend(family.iter().take(4).map(|known| known.name.to_owned()));
    }
    found
}

fn example(known: &str) -> &'static str {
    match known.split('.').next().unwrap_or(known) {
        "tracepoint" | "tp" => "syscalls/sys_enter_openat",
        "uprobe" | "uretprobe" => "/proc/self/exe:main",
        "usdt" => "/usr/bin/program:provider:name",
        "lsm" | "lsm_cgroup" => "socket_bind",
        "iter" => "task",
        "raw_tp" | "raw_tracepoint" | "tp_btf" => "sched_switch",
        "ksyscall" | "kretsyscall" => "openat",
        _ => "do_unlinkat",
    }
}

/// `enum bpf_prog_type`, by the kernel's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[repr(u32)]
#[allow(missing_docs)] // The names say it all.
pub enum ProgramType {
    SocketFilter = 1,
    Kprobe,
    SchedCls,
    SchedAct,
    Tracepoint,
    Xdp,
    PerfEvent,
    CgroupSkb,
    CgroupSock,
    LwtIn,
    LwtOut,
    LwtXmit,
    SockOps,
    SkSkb,
    CgroupDevice,
    SkMsg,
    RawTracepoint,
    CgroupSockAddr,
    LwtSeg6local,
    LircMode2,
    SkReuseport,
    FlowDissector,
    CgroupSysctl,
    RawTracepointWritable,
    CgroupSockopt,
    Tracing,
    StructOps,
    Ext,
    Lsm,
    SkLookup,
    Syscall,
    Netfilter,
}

impl ProgramType {
    /// The kernel's number.
    #[must_use]
    pub fn number(self) -> u32 {
        self as u32
    }

    /// The C name, such as `BPF_PROG_TYPE_XDP`.
    #[must_use]
    pub fn c_name(self) -> &'static str {
        let mut all = uapi::program_type::ALL.iter();
        all.find_map(|(name, number)| (*number == self.number()).then_some(*name))
            .unwrap_or("BPF_PROG_TYPE_UNSPEC")
    }
}

#[cfg(test)]
mod tests;
