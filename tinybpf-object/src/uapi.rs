//! Enums of the kernel's BPF interface.

// Written by `cargo xtask codegen`; do not edit.
// From linux/bpf.h of Linux 7.3.4.

/// `enum bpf_map_type`, without `BPF_MAP_TYPE_`.
pub mod map_type {
    pub const UNSPEC: u32 = 0;
    pub const HASH: u32 = 1;
    pub const ARRAY: u32 = 2;
    pub const PROG_ARRAY: u32 = 3;
    pub const PERF_EVENT_ARRAY: u32 = 4;
    pub const PERCPU_HASH: u32 = 5;
    pub const PERCPU_ARRAY: u32 = 6;
    pub const STACK_TRACE: u32 = 7;
    pub const CGROUP_ARRAY: u32 = 8;
    pub const LRU_HASH: u32 = 9;
    pub const LRU_PERCPU_HASH: u32 = 10;
    pub const LPM_TRIE: u32 = 11;
    pub const ARRAY_OF_MAPS: u32 = 12;
    pub const HASH_OF_MAPS: u32 = 13;
    pub const DEVMAP: u32 = 14;
    pub const SOCKMAP: u32 = 15;
    pub const CPUMAP: u32 = 16;
    pub const XSKMAP: u32 = 17;
    pub const SOCKHASH: u32 = 18;
    pub const CGROUP_STORAGE: u32 = 19;
    pub const REUSEPORT_SOCKARRAY: u32 = 20;
    pub const PERCPU_CGROUP_STORAGE: u32 = 21;
    pub const QUEUE: u32 = 22;
    pub const STACK: u32 = 23;
    pub const SK_STORAGE: u32 = 24;
    pub const DEVMAP_HASH: u32 = 25;
    pub const STRUCT_OPS: u32 = 26;
    pub const RINGBUF: u32 = 27;
    pub const INODE_STORAGE: u32 = 28;
    pub const TASK_STORAGE: u32 = 29;
    pub const BLOOM_FILTER: u32 = 30;
    pub const USER_RINGBUF: u32 = 31;
    pub const CGRP_STORAGE: u32 = 32;
    pub const ARENA: u32 = 33;
    pub const INSN_ARRAY: u32 = 34;
    pub const RHASH: u32 = 35;
    /// All of them, under their C names.
    pub const ALL: &[(&str, u32)] = &[
        ("BPF_MAP_TYPE_UNSPEC", 0),
        ("BPF_MAP_TYPE_HASH", 1),
        ("BPF_MAP_TYPE_ARRAY", 2),
        ("BPF_MAP_TYPE_PROG_ARRAY", 3),
        ("BPF_MAP_TYPE_PERF_EVENT_ARRAY", 4),
        ("BPF_MAP_TYPE_PERCPU_HASH", 5),
        ("BPF_MAP_TYPE_PERCPU_ARRAY", 6),
        ("BPF_MAP_TYPE_STACK_TRACE", 7),
        ("BPF_MAP_TYPE_CGROUP_ARRAY", 8),
        ("BPF_MAP_TYPE_LRU_HASH", 9),
        ("BPF_MAP_TYPE_LRU_PERCPU_HASH", 10),
        ("BPF_MAP_TYPE_LPM_TRIE", 11),
        ("BPF_MAP_TYPE_ARRAY_OF_MAPS", 12),
        ("BPF_MAP_TYPE_HASH_OF_MAPS", 13),
        ("BPF_MAP_TYPE_DEVMAP", 14),
        ("BPF_MAP_TYPE_SOCKMAP", 15),
        ("BPF_MAP_TYPE_CPUMAP", 16),
        ("BPF_MAP_TYPE_XSKMAP", 17),
        ("BPF_MAP_TYPE_SOCKHASH", 18),
        ("BPF_MAP_TYPE_CGROUP_STORAGE", 19),
        ("BPF_MAP_TYPE_REUSEPORT_SOCKARRAY", 20),
        ("BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE", 21),
        ("BPF_MAP_TYPE_QUEUE", 22),
        ("BPF_MAP_TYPE_STACK", 23),
        ("BPF_MAP_TYPE_SK_STORAGE", 24),
        ("BPF_MAP_TYPE_DEVMAP_HASH", 25),
        ("BPF_MAP_TYPE_STRUCT_OPS", 26),
        ("BPF_MAP_TYPE_RINGBUF", 27),
        ("BPF_MAP_TYPE_INODE_STORAGE", 28),
        ("BPF_MAP_TYPE_TASK_STORAGE", 29),
        ("BPF_MAP_TYPE_BLOOM_FILTER", 30),
        ("BPF_MAP_TYPE_USER_RINGBUF", 31),
        ("BPF_MAP_TYPE_CGRP_STORAGE", 32),
        ("BPF_MAP_TYPE_ARENA", 33),
        ("BPF_MAP_TYPE_INSN_ARRAY", 34),
        ("BPF_MAP_TYPE_RHASH", 35),
    ];
}

/// `enum bpf_prog_type`, without `BPF_PROG_TYPE_`.
pub mod program_type {
    pub const UNSPEC: u32 = 0;
    pub const SOCKET_FILTER: u32 = 1;
    pub const KPROBE: u32 = 2;
    pub const SCHED_CLS: u32 = 3;
    pub const SCHED_ACT: u32 = 4;
    pub const TRACEPOINT: u32 = 5;
    pub const XDP: u32 = 6;
    pub const PERF_EVENT: u32 = 7;
    pub const CGROUP_SKB: u32 = 8;
    pub const CGROUP_SOCK: u32 = 9;
    pub const LWT_IN: u32 = 10;
    pub const LWT_OUT: u32 = 11;
    pub const LWT_XMIT: u32 = 12;
    pub const SOCK_OPS: u32 = 13;
    pub const SK_SKB: u32 = 14;
    pub const CGROUP_DEVICE: u32 = 15;
    pub const SK_MSG: u32 = 16;
    pub const RAW_TRACEPOINT: u32 = 17;
    pub const CGROUP_SOCK_ADDR: u32 = 18;
    pub const LWT_SEG6LOCAL: u32 = 19;
    pub const LIRC_MODE2: u32 = 20;
    pub const SK_REUSEPORT: u32 = 21;
    pub const FLOW_DISSECTOR: u32 = 22;
    pub const CGROUP_SYSCTL: u32 = 23;
    pub const RAW_TRACEPOINT_WRITABLE: u32 = 24;
    pub const CGROUP_SOCKOPT: u32 = 25;
    pub const TRACING: u32 = 26;
    pub const STRUCT_OPS: u32 = 27;
    pub const EXT: u32 = 28;
    pub const LSM: u32 = 29;
    pub const SK_LOOKUP: u32 = 30;
    pub const SYSCALL: u32 = 31;
    pub const NETFILTER: u32 = 32;
    /// All of them, under their C names.
    pub const ALL: &[(&str, u32)] = &[
        ("BPF_PROG_TYPE_UNSPEC", 0),
        ("BPF_PROG_TYPE_SOCKET_FILTER", 1),
        ("BPF_PROG_TYPE_KPROBE", 2),
        ("BPF_PROG_TYPE_SCHED_CLS", 3),
        ("BPF_PROG_TYPE_SCHED_ACT", 4),
        ("BPF_PROG_TYPE_TRACEPOINT", 5),
        ("BPF_PROG_TYPE_XDP", 6),
        ("BPF_PROG_TYPE_PERF_EVENT", 7),
        ("BPF_PROG_TYPE_CGROUP_SKB", 8),
        ("BPF_PROG_TYPE_CGROUP_SOCK", 9),
        ("BPF_PROG_TYPE_LWT_IN", 10),
        ("BPF_PROG_TYPE_LWT_OUT", 11),
        ("BPF_PROG_TYPE_LWT_XMIT", 12),
        ("BPF_PROG_TYPE_SOCK_OPS", 13),
        ("BPF_PROG_TYPE_SK_SKB", 14),
        ("BPF_PROG_TYPE_CGROUP_DEVICE", 15),
        ("BPF_PROG_TYPE_SK_MSG", 16),
        ("BPF_PROG_TYPE_RAW_TRACEPOINT", 17),
        ("BPF_PROG_TYPE_CGROUP_SOCK_ADDR", 18),
        ("BPF_PROG_TYPE_LWT_SEG6LOCAL", 19),
        ("BPF_PROG_TYPE_LIRC_MODE2", 20),
        ("BPF_PROG_TYPE_SK_REUSEPORT", 21),
        ("BPF_PROG_TYPE_FLOW_DISSECTOR", 22),
        ("BPF_PROG_TYPE_CGROUP_SYSCTL", 23),
        ("BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE", 24),
        ("BPF_PROG_TYPE_CGROUP_SOCKOPT", 25),
        ("BPF_PROG_TYPE_TRACING", 26),
        ("BPF_PROG_TYPE_STRUCT_OPS", 27),
        ("BPF_PROG_TYPE_EXT", 28),
        ("BPF_PROG_TYPE_LSM", 29),
        ("BPF_PROG_TYPE_SK_LOOKUP", 30),
        ("BPF_PROG_TYPE_SYSCALL", 31),
        ("BPF_PROG_TYPE_NETFILTER", 32),
    ];
}

/// `enum bpf_attach_type`, without `BPF_`.
pub mod attach_type {
    pub const CGROUP_INET_INGRESS: u32 = 0;
    pub const CGROUP_INET_EGRESS: u32 = 1;
    pub const CGROUP_INET_SOCK_CREATE: u32 = 2;
    pub const CGROUP_SOCK_OPS: u32 = 3;
    pub const SK_SKB_STREAM_PARSER: u32 = 4;
    pub const SK_SKB_STREAM_VERDICT: u32 = 5;
    pub const CGROUP_DEVICE: u32 = 6;
    pub const SK_MSG_VERDICT: u32 = 7;
    pub const CGROUP_INET4_BIND: u32 = 8;
    pub const CGROUP_INET6_BIND: u32 = 9;
    pub const CGROUP_INET4_CONNECT: u32 = 10;
    pub const CGROUP_INET6_CONNECT: u32 = 11;
    pub const CGROUP_INET4_POST_BIND: u32 = 12;
    pub const CGROUP_INET6_POST_BIND: u32 = 13;
    pub const CGROUP_UDP4_SENDMSG: u32 = 14;
    pub const CGROUP_UDP6_SENDMSG: u32 = 15;
    pub const LIRC_MODE2: u32 = 16;
    pub const FLOW_DISSECTOR: u32 = 17;
    pub const CGROUP_SYSCTL: u32 = 18;
    pub const CGROUP_UDP4_RECVMSG: u32 = 19;
    pub const CGROUP_UDP6_RECVMSG: u32 = 20;
    pub const CGROUP_GETSOCKOPT: u32 = 21;
    pub const CGROUP_SETSOCKOPT: u32 = 22;
    pub const TRACE_RAW_TP: u32 = 23;
    pub const TRACE_FENTRY: u32 = 24;
    pub const TRACE_FEXIT: u32 = 25;
    pub const MODIFY_RETURN: u32 = 26;
    pub const LSM_MAC: u32 = 27;
    pub const TRACE_ITER: u32 = 28;
    pub const CGROUP_INET4_GETPEERNAME: u32 = 29;
    pub const CGROUP_INET6_GETPEERNAME: u32 = 30;
    pub const CGROUP_INET4_GETSOCKNAME: u32 = 31;
    pub const CGROUP_INET6_GETSOCKNAME: u32 = 32;
    pub const XDP_DEVMAP: u32 = 33;
    pub const CGROUP_INET_SOCK_RELEASE: u32 = 34;
    pub const XDP_CPUMAP: u32 = 35;
    pub const SK_LOOKUP: u32 = 36;
    pub const XDP: u32 = 37;
    pub const SK_SKB_VERDICT: u32 = 38;
    pub const SK_REUSEPORT_SELECT: u32 = 39;
    pub const SK_REUSEPORT_SELECT_OR_MIGRATE: u32 = 40;
    pub const PERF_EVENT: u32 = 41;
    pub const TRACE_KPROBE_MULTI: u32 = 42;
    pub const LSM_CGROUP: u32 = 43;
    pub const STRUCT_OPS: u32 = 44;
    pub const NETFILTER: u32 = 45;
    pub const TCX_INGRESS: u32 = 46;
    pub const TCX_EGRESS: u32 = 47;
    pub const TRACE_UPROBE_MULTI: u32 = 48;
    pub const CGROUP_UNIX_CONNECT: u32 = 49;
    pub const CGROUP_UNIX_SENDMSG: u32 = 50;
    pub const CGROUP_UNIX_RECVMSG: u32 = 51;
    pub const CGROUP_UNIX_GETPEERNAME: u32 = 52;
    pub const CGROUP_UNIX_GETSOCKNAME: u32 = 53;
    pub const NETKIT_PRIMARY: u32 = 54;
    pub const NETKIT_PEER: u32 = 55;
    pub const TRACE_KPROBE_SESSION: u32 = 56;
    pub const TRACE_UPROBE_SESSION: u32 = 57;
    pub const TRACE_FSESSION: u32 = 58;
    pub const TRACE_FENTRY_MULTI: u32 = 59;
    pub const TRACE_FEXIT_MULTI: u32 = 60;
    pub const TRACE_FSESSION_MULTI: u32 = 61;
    /// All of them, under their C names.
    pub const ALL: &[(&str, u32)] = &[
        ("BPF_CGROUP_INET_INGRESS", 0),
        ("BPF_CGROUP_INET_EGRESS", 1),
        ("BPF_CGROUP_INET_SOCK_CREATE", 2),
        ("BPF_CGROUP_SOCK_OPS", 3),
        ("BPF_SK_SKB_STREAM_PARSER", 4),
        ("BPF_SK_SKB_STREAM_VERDICT", 5),
        ("BPF_CGROUP_DEVICE", 6),
        ("BPF_SK_MSG_VERDICT", 7),
        ("BPF_CGROUP_INET4_BIND", 8),
        ("BPF_CGROUP_INET6_BIND", 9),
        ("BPF_CGROUP_INET4_CONNECT", 10),
        ("BPF_CGROUP_INET6_CONNECT", 11),
        ("BPF_CGROUP_INET4_POST_BIND", 12),
        ("BPF_CGROUP_INET6_POST_BIND", 13),
        ("BPF_CGROUP_UDP4_SENDMSG", 14),
        ("BPF_CGROUP_UDP6_SENDMSG", 15),
        ("BPF_LIRC_MODE2", 16),
        ("BPF_FLOW_DISSECTOR", 17),
        ("BPF_CGROUP_SYSCTL", 18),
        ("BPF_CGROUP_UDP4_RECVMSG", 19),
        ("BPF_CGROUP_UDP6_RECVMSG", 20),
        ("BPF_CGROUP_GETSOCKOPT", 21),
        ("BPF_CGROUP_SETSOCKOPT", 22),
        ("BPF_TRACE_RAW_TP", 23),
        ("BPF_TRACE_FENTRY", 24),
        ("BPF_TRACE_FEXIT", 25),
        ("BPF_MODIFY_RETURN", 26),
        ("BPF_LSM_MAC", 27),
        ("BPF_TRACE_ITER", 28),
        ("BPF_CGROUP_INET4_GETPEERNAME", 29),
        ("BPF_CGROUP_INET6_GETPEERNAME", 30),
        ("BPF_CGROUP_INET4_GETSOCKNAME", 31),
        ("BPF_CGROUP_INET6_GETSOCKNAME", 32),
        ("BPF_XDP_DEVMAP", 33),
        ("BPF_CGROUP_INET_SOCK_RELEASE", 34),
        ("BPF_XDP_CPUMAP", 35),
        ("BPF_SK_LOOKUP", 36),
        ("BPF_XDP", 37),
        ("BPF_SK_SKB_VERDICT", 38),
        ("BPF_SK_REUSEPORT_SELECT", 39),
        ("BPF_SK_REUSEPORT_SELECT_OR_MIGRATE", 40),
        ("BPF_PERF_EVENT", 41),
        ("BPF_TRACE_KPROBE_MULTI", 42),
        ("BPF_LSM_CGROUP", 43),
        ("BPF_STRUCT_OPS", 44),
        ("BPF_NETFILTER", 45),
        ("BPF_TCX_INGRESS", 46),
        ("BPF_TCX_EGRESS", 47),
        ("BPF_TRACE_UPROBE_MULTI", 48),
        ("BPF_CGROUP_UNIX_CONNECT", 49),
        ("BPF_CGROUP_UNIX_SENDMSG", 50),
        ("BPF_CGROUP_UNIX_RECVMSG", 51),
        ("BPF_CGROUP_UNIX_GETPEERNAME", 52),
        ("BPF_CGROUP_UNIX_GETSOCKNAME", 53),
        ("BPF_NETKIT_PRIMARY", 54),
        ("BPF_NETKIT_PEER", 55),
        ("BPF_TRACE_KPROBE_SESSION", 56),
        ("BPF_TRACE_UPROBE_SESSION", 57),
        ("BPF_TRACE_FSESSION", 58),
        ("BPF_TRACE_FENTRY_MULTI", 59),
        ("BPF_TRACE_FEXIT_MULTI", 60),
        ("BPF_TRACE_FSESSION_MULTI", 61),
    ];
}
