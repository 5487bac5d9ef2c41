//! What programs may do with their contexts, where all kernels agree.
//!
//! Sizes are those of `linux/bpf.h` of Linux 7.3; what may be written stands in `is_valid_access` of each program type
//! (`net/core/filter.c`, `kernel/bpf/cgroup.c`, `kernel/trace/bpf_trace.c`).

use super::{ProgramType, Section};

/// What a program may do with its context.
pub(crate) struct Reach {
    /// The name of its type in C.
    pub(crate) name: &'static str,
    /// How many bytes it has.
    pub(crate) size: Option<u32>,
    /// The widest access that the kernel takes.
    pub(crate) widest: Option<u32>,
    /// From where to where a program may write.
    pub(crate) writable: &'static [(u32, u32)],
}

const MARK: (u32, u32) = (8, 12);
const QUEUE_MAPPING: (u32, u32) = (12, 16);
const PRIORITY: (u32, u32) = (32, 36);
const TC_INDEX: (u32, u32) = (44, 48);
const CB: (u32, u32) = (48, 68);
const TC_CLASSID: (u32, u32) = (72, 76);
const TSTAMP: (u32, u32) = (152, 160);

impl Reach {
    /// That of programs in a section, where it is known.
    pub(crate) fn of(section: &Section) -> Option<Self> {
        use ProgramType::*;
        let new = |name, size, writable| Self {
            name,
            size: Some(size),
            widest: None,
            writable,
        };
        let skb = |writable| new("struct __sk_buff", 192, writable);
        let context = match section.known.program_type {
            Xdp => Self {
                widest: Some(4),
                ..new("struct xdp_md", 24, &[])
            },
            SocketFilter => skb(&[CB]),
            SchedCls | SchedAct => skb(&[
                MARK,
                QUEUE_MAPPING,
                PRIORITY,
                TC_INDEX,
                CB,
                TC_CLASSID,
                TSTAMP,
            ]),
            CgroupSkb => skb(&[MARK, PRIORITY, CB, TSTAMP]),
            LwtIn | LwtOut | LwtXmit | LwtSeg6local => skb(&[MARK, PRIORITY, CB]),
            SkSkb => skb(&[PRIORITY, TC_INDEX]),
            FlowDissector => skb(&[]),
            CgroupSock => new("struct bpf_sock", 80, &[(0, 4), (16, 24)]),
            CgroupSockAddr => new("struct bpf_sock_addr", 72, &[(4, 28), (40, 60)]),
            SockOps => new("struct bpf_sock_ops", 216, &[(4, 20), (164, 168)]),
            SkMsg => new("struct sk_msg_md", 80, &[]),
            SkReuseport => new("struct sk_reuseport_md", 56, &[]),
            SkLookup => new("struct bpf_sk_lookup", 72, &[]),
            CgroupDevice => Self {
                widest: Some(4),
                ..new("struct bpf_cgroup_dev_ctx", 12, &[])
            },
            CgroupSysctl => Self {
                widest: Some(4),
                ..new("struct bpf_sysctl", 8, &[(4, 8)])
            },
            CgroupSockopt => new("struct bpf_sockopt", 40, &[(24, 40)]),
            Tracepoint | RawTracepoint | RawTracepointWritable | Tracing | Lsm => Self {
                name: "context",
                size: None,
                widest: None,
                writable: &[],
            },
            // From Linux 6.18 uprobes write registers; a syscall's context is memory of its caller.
            Kprobe | PerfEvent | LircMode2 | StructOps | Ext | Syscall | Netfilter => return None,
        };
        Some(context)
    }
}
