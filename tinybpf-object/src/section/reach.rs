//! What programs may do with their contexts, where all kernels agree.
//!
//! What may be written stands in `is_valid_access` of each program type
//! (`net/core/filter.c`, `kernel/bpf/cgroup.c`, `kernel/trace/bpf_trace.c`).

use super::{Context, ProgramType, Section};
use crate::kernel;

/// What a program may do with its context.
pub struct Reach {
    /// The name of its type in C.
    pub name: String,
    /// How many bytes it has.
    pub size: Option<u32>,
    /// The widest access that the kernel takes.
    pub widest: Option<u32>,
    /// From where to where a program may write.
    pub writable: &'static [(u32, u32)],
    /// From where to where a program may not even read.
    pub hidden: &'static [(u32, u32)],
}

const MARK: (u32, u32) = (8, 12);
const QUEUE_MAPPING: (u32, u32) = (12, 16);
const PRIORITY: (u32, u32) = (32, 36);
const TC_INDEX: (u32, u32) = (44, 48);
const CB: (u32, u32) = (48, 68);
const TC_CLASSID: (u32, u32) = (72, 76);
const DATA: (u32, u32) = (76, 80);
const DATA_END: (u32, u32) = (80, 84);
/// From `family` to `local_port`.
const SOCKET: (u32, u32) = (88, 140);
const DATA_META: (u32, u32) = (140, 144);
const TSTAMP: (u32, u32) = (152, 160);
const WIRE_LEN: (u32, u32) = (160, 164);
const HWTSTAMP: (u32, u32) = (184, 192);

impl Reach {
    /// That of programs in a section, where it is known.
    pub fn of(section: &Section) -> Option<Self> {
        use ProgramType::*;
        let (name, size) = match section.known.context {
            Context::Struct(name) => (
                format!("struct {name}"),
                kernel::context(name).map(|context| context.size),
            ),
            _ => ("context".to_owned(), None),
        };
        let writable: &[_] = match section.known.program_type {
            SocketFilter => &[CB],
            SchedCls | SchedAct => &[
                MARK,
                QUEUE_MAPPING,
                PRIORITY,
                TC_INDEX,
                CB,
                TC_CLASSID,
                TSTAMP,
            ],
            CgroupSkb => &[MARK, PRIORITY, CB, TSTAMP],
            LwtIn | LwtOut | LwtXmit | LwtSeg6local => &[MARK, PRIORITY, CB],
            SkSkb => &[PRIORITY, TC_INDEX],
            CgroupSock => &[(0, 4), (16, 24)],
            CgroupSockAddr => &[(4, 28), (40, 60)],
            SockOps => &[(4, 20), (164, 168)],
            CgroupSysctl => &[(4, 8)],
            CgroupSockopt => &[(24, 40)],
            Xdp | FlowDissector | SkMsg | SkReuseport | SkLookup | CgroupDevice => &[],
            Tracepoint | RawTracepoint | RawTracepointWritable | Tracing | Lsm => &[],
            // From Linux 6.18 uprobes write registers; a syscall's context is memory of its caller.
            Kprobe | PerfEvent | LircMode2 | StructOps | Ext | Syscall | Netfilter => return None,
        };
        let of_words = matches!(
            section.known.program_type,
            Xdp | CgroupDevice | CgroupSysctl
        );
        Some(Self {
            name,
            size,
            widest: of_words.then_some(4),
            writable,
            hidden: hidden(section.known.program_type),
        })
    }
}

/// The fields of `__sk_buff` that are not for a type of programs (`net/core/filter.c`).
fn hidden(program_type: ProgramType) -> &'static [(u32, u32)] {
    use ProgramType::*;
    match program_type {
        SocketFilter => &[
            TC_CLASSID, DATA, DATA_END, SOCKET, DATA_META, TSTAMP, WIRE_LEN, HWTSTAMP,
        ],
        SchedCls | SchedAct => &[SOCKET],
        CgroupSkb => &[TC_CLASSID, DATA_META, WIRE_LEN],
        LwtIn | LwtOut | LwtXmit | LwtSeg6local => {
            &[TC_CLASSID, SOCKET, DATA_META, TSTAMP, WIRE_LEN, HWTSTAMP]
        }
        SkSkb => &[MARK, TC_CLASSID, DATA_META, TSTAMP, WIRE_LEN, HWTSTAMP],
        _ => &[],
    }
}
