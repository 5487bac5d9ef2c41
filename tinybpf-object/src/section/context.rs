//! What a program gets from the kernel: its context.
//!
//! `include/linux/bpf_types.h` names the struct of each program type; `bpf_ctx_convert` in a kernel's BTF has them as its members, with
//! which `tests/src/tables.rs` compares this.

use std::fmt;

use super::{ProgramType, Section};
use crate::uapi::attach_type as attach;

/// What the one parameter of a program points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// A struct of `linux/bpf.h`, by its name there. It is no memory that is there like that: the kernel replaces each access to a field, and
    /// refuses what is no field.
    Struct(&'static str),
    /// The registers of the CPU: `struct pt_regs` on x86-64, `struct user_pt_regs` on arm64.
    Registers,
    /// The arguments of the function, hook or tracepoint, and after them what it returned where that is known: 64 bits each.
    Arguments,
    /// The record of the tracepoint: what `events/CATEGORY/NAME/format` in tracefs shows.
    Record,
    /// `struct bpf_iter__KIND` of the kernel, for what the iterator goes through.
    Iterator,
    /// What the function takes that the program replaces.
    Parameters,
    /// A word: the code or the length of a pulse that the infrared receiver saw.
    Word,
    /// What user space hands over with `BPF_PROG_RUN`.
    Given,
}

impl Context {
    /// The context of programs of a type.
    pub(super) const fn of(program_type: ProgramType, attach_type: Option<u32>) -> Self {
        use ProgramType::*;
        match program_type {
            SocketFilter | SchedCls | SchedAct | CgroupSkb | LwtIn | LwtOut | LwtXmit
            | LwtSeg6local | SkSkb | FlowDissector => Self::Struct("__sk_buff"),
            Xdp => Self::Struct("xdp_md"),
            PerfEvent => Self::Struct("bpf_perf_event_data"),
            CgroupSock => Self::Struct("bpf_sock"),
            CgroupSockAddr => Self::Struct("bpf_sock_addr"),
            SockOps => Self::Struct("bpf_sock_ops"),
            CgroupDevice => Self::Struct("bpf_cgroup_dev_ctx"),
            CgroupSysctl => Self::Struct("bpf_sysctl"),
            CgroupSockopt => Self::Struct("bpf_sockopt"),
            SkMsg => Self::Struct("sk_msg_md"),
            SkReuseport => Self::Struct("sk_reuseport_md"),
            SkLookup => Self::Struct("bpf_sk_lookup"),
            RawTracepoint | RawTracepointWritable => Self::Struct("bpf_raw_tracepoint_args"),
            Netfilter => Self::Struct("bpf_nf_ctx"),
            Kprobe => Self::Registers,
            Tracepoint => Self::Record,
            Tracing => match attach_type {
                Some(attach::TRACE_ITER) => Self::Iterator,
                _ => Self::Arguments,
            },
            Lsm | StructOps => Self::Arguments,
            Ext => Self::Parameters,
            LircMode2 => Self::Word,
            Syscall => Self::Given,
        }
    }
}

impl Context {
    /// The C type that `include/linux/bpf_types.h` names; `None` for a mere pointer.
    #[must_use]
    pub fn c_type(self) -> Option<&'static str> {
        match self {
            Self::Struct(name) => Some(name),
            Self::Registers => Some("bpf_user_pt_regs_t"),
            Self::Record => Some("__u64"),
            Self::Word => Some("__u32"),
            Self::Arguments | Self::Iterator | Self::Parameters | Self::Given => None,
        }
    }
}

impl fmt::Display for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Struct(name) => write!(f, "`struct {name}`"),
            Self::Registers => f.write_str("the CPU's registers, `struct pt_regs`"),
            Self::Arguments => f.write_str("an array of arguments, 64 bits each"),
            Self::Record => f.write_str("the tracepoint's record"),
            Self::Iterator => f.write_str("the `struct bpf_iter__…` of what it goes through"),
            Self::Parameters => f.write_str("what the replaced function takes"),
            Self::Word => f.write_str("a `uint32`"),
            Self::Given => f.write_str("what user space hands over"),
        }
    }
}

/// The structs of contexts, as the kernel calls them.
pub(super) const STRUCTS: [&str; 17] = [
    "__sk_buff",
    "bpf_cgroup_dev_ctx",
    "bpf_flow_keys",
    "bpf_nf_ctx",
    "bpf_perf_event_data",
    "bpf_raw_tracepoint_args",
    "bpf_sk_lookup",
    "bpf_sock",
    "bpf_sock_addr",
    "bpf_sock_ops",
    "bpf_sockopt",
    "bpf_sysctl",
    "bpf_user_pt_regs_t",
    "pt_regs",
    "sk_msg_md",
    "sk_reuseport_md",
    "xdp_md",
];

/// The kernel's name of the context that a Go type stands for: `xdpMd`, `XdpMd` or `xdp_md` for `xdp_md`.
pub fn by_go_name(name: &str) -> Option<&'static str> {
    let name = plain(name);
    STRUCTS.into_iter().find(|context| plain(context) == name)
}

fn plain(name: &str) -> String {
    name.replace('_', "").to_lowercase()
}

impl Section {
    /// What the program's parameter should be, when the name of its Go type says that it is the context of others.
    pub fn mistaken_context(&self, go_type: &str) -> Option<String> {
        // A view by CO-RE is of the kernel's own struct, and there is a `sk_buff` which is not `__sk_buff`.
        let view = go_type.strip_prefix("bpfCore");
        let name = view.unwrap_or(go_type);
        if let Some(kind) = plain(name).strip_prefix("bpfiter") {
            let target = self.target.as_deref().unwrap_or_default();
            let fits = self.known.context == Context::Iterator
                && (target.is_empty() || plain(target) == kind);
            let right = match self.known.context {
                Context::Iterator => format!("`struct bpf_iter__{target}`"),
                other => other.to_string(),
            };
            return (!fits).then_some(right);
        }
        let found = by_go_name(name).filter(|found| view.is_none() || *found != "__sk_buff")?;
        let fits = match self.known.context {
            Context::Struct(right) => right == found,
            Context::Registers => matches!(found, "pt_regs" | "bpf_user_pt_regs_t"),
            // The kernel does not care what these are called.
            Context::Parameters | Context::Given => true,
            // Arguments may be read through a struct of one's own, which only looks like one of these.
            Context::Arguments | Context::Record | Context::Iterator | Context::Word => false,
        };
        (!fits).then(|| self.known.context.to_string())
    }
}
