//! The rows: libbpf's `section_defs` (`src/libbpf.c`), in its order, with what the other loaders know of them.
//!
//! libbpf: 1.7, and what was added after it, which no loader knows yet. aya: `impl FromStr for ProgramSection` in `aya-obj/src/obj.rs`
//! (0.3). cilium/ebpf: `elf_sections.go` (0.19). `tests/tests/sections.rs` reads the three, and asks them.

use super::{Aya, Context, Known, ProgramType, ProgramType::*};
use crate::uapi::attach_type as attach;

const fn row(name: &'static str, program_type: ProgramType, attach_type: Option<u32>) -> Known {
    Known {
        name,
        program_type,
        attach_type,
        context: Context::of(program_type, attach_type),
        takes_target: false,
        sleepable: false,
        frags: false,
        aya: Aya::No,
        libbpf: true,
        cilium: true,
    }
}

impl Known {
    const fn target(mut self) -> Self {
        self.takes_target = true;
        self
    }

    const fn sleepable(mut self) -> Self {
        self.sleepable = true;
        self
    }

    const fn frags(mut self) -> Self {
        self.frags = true;
        self
    }

    const fn aya(mut self) -> Self {
        self.aya = Aya::Prefix;
        self
    }

    const fn aya_exact(mut self) -> Self {
        self.aya = Aya::Exact;
        self
    }

    const fn not_cilium(mut self) -> Self {
        self.cilium = false;
        self
    }

    /// It came after the libbpf and the cilium/ebpf of today.
    const fn newer(mut self) -> Self {
        self.libbpf = false;
        self.not_cilium()
    }
}

#[rustfmt::skip]
pub(super) const KNOWN: &[Known] = &[
    row("socket", SocketFilter, None).aya(),
    row("sk_reuseport/migrate", SkReuseport, Some(attach::SK_REUSEPORT_SELECT_OR_MIGRATE)).aya(),
    row("sk_reuseport", SkReuseport, Some(attach::SK_REUSEPORT_SELECT)).aya_exact(),
    row("kprobe", Kprobe, None).target().aya(),
    row("uprobe", Kprobe, None).target().aya(),
    row("uprobe.s", Kprobe, None).target().sleepable().aya(),
    row("kretprobe", Kprobe, None).target().aya(),
    row("uretprobe", Kprobe, None).target().aya(),
    row("uretprobe.s", Kprobe, None).target().sleepable().aya(),
    row("kprobe.multi", Kprobe, Some(attach::TRACE_KPROBE_MULTI)).target(),
    row("kretprobe.multi", Kprobe, Some(attach::TRACE_KPROBE_MULTI)).target(),
    row("kprobe.session", Kprobe, Some(attach::TRACE_KPROBE_SESSION)).target(),
    row("uprobe.multi", Kprobe, Some(attach::TRACE_UPROBE_MULTI)).target(),
    row("uretprobe.multi", Kprobe, Some(attach::TRACE_UPROBE_MULTI)).target(),
    row("uprobe.session", Kprobe, Some(attach::TRACE_UPROBE_SESSION)).target().not_cilium(),
    row("uprobe.multi.s", Kprobe, Some(attach::TRACE_UPROBE_MULTI)).target().sleepable(),
    row("uretprobe.multi.s", Kprobe, Some(attach::TRACE_UPROBE_MULTI)).target().sleepable(),
    row("uprobe.session.s", Kprobe, Some(attach::TRACE_UPROBE_SESSION)).target().sleepable().not_cilium(),
    row("ksyscall", Kprobe, None).target(),
    row("kretsyscall", Kprobe, None).target(),
    row("usdt", Kprobe, None).target(),
    row("usdt.s", Kprobe, None).target().sleepable(),
    row("tc/ingress", SchedCls, Some(attach::TCX_INGRESS)),
    row("tc/egress", SchedCls, Some(attach::TCX_EGRESS)),
    row("tcx/ingress", SchedCls, Some(attach::TCX_INGRESS)),
    row("tcx/egress", SchedCls, Some(attach::TCX_EGRESS)),
    row("tc", SchedCls, None),
    row("classifier", SchedCls, None).aya(),
    row("action", SchedAct, None),
    row("netkit/primary", SchedCls, Some(attach::NETKIT_PRIMARY)),
    row("netkit/peer", SchedCls, Some(attach::NETKIT_PEER)),
    row("tracepoint", Tracepoint, None).target().aya(),
    row("tp", Tracepoint, None).target().aya(),
    row("tracepoint.s", Tracepoint, None).target().sleepable().newer(),
    row("tp.s", Tracepoint, None).target().sleepable().newer(),
    row("raw_tracepoint", RawTracepoint, None).target().aya(),
    row("raw_tp", RawTracepoint, None).target().aya(),
    row("raw_tracepoint.s", RawTracepoint, None).target().sleepable().newer(),
    row("raw_tp.s", RawTracepoint, None).target().sleepable().newer(),
    row("raw_tracepoint.w", RawTracepointWritable, None).target(),
    row("raw_tp.w", RawTracepointWritable, None).target(),
    row("tp_btf", Tracing, Some(attach::TRACE_RAW_TP)).target().aya(),
    row("tp_btf.s", Tracing, Some(attach::TRACE_RAW_TP)).target().sleepable().newer(),
    row("fentry", Tracing, Some(attach::TRACE_FENTRY)).target().aya(),
    row("fmod_ret", Tracing, Some(attach::MODIFY_RETURN)).target(),
    row("fexit", Tracing, Some(attach::TRACE_FEXIT)).target().aya(),
    row("fentry.s", Tracing, Some(attach::TRACE_FENTRY)).target().sleepable().aya(),
    row("fmod_ret.s", Tracing, Some(attach::MODIFY_RETURN)).target().sleepable(),
    row("fexit.s", Tracing, Some(attach::TRACE_FEXIT)).target().sleepable().aya(),
    row("fsession", Tracing, Some(attach::TRACE_FSESSION)).target().not_cilium(),
    row("fsession.s", Tracing, Some(attach::TRACE_FSESSION)).target().sleepable().not_cilium(),
    row("fsession.multi", Tracing, Some(attach::TRACE_FSESSION_MULTI)).target().newer(),
    row("fsession.multi.s", Tracing, Some(attach::TRACE_FSESSION_MULTI)).target().sleepable().newer(),
    row("fentry.multi", Tracing, Some(attach::TRACE_FENTRY_MULTI)).target().newer(),
    row("fexit.multi", Tracing, Some(attach::TRACE_FEXIT_MULTI)).target().newer(),
    row("fentry.multi.s", Tracing, Some(attach::TRACE_FENTRY_MULTI)).target().sleepable().newer(),
    row("fexit.multi.s", Tracing, Some(attach::TRACE_FEXIT_MULTI)).target().sleepable().newer(),
    row("freplace", Ext, None).target().aya(),
    row("lsm", Lsm, Some(attach::LSM_MAC)).target().aya(),
    row("lsm.s", Lsm, Some(attach::LSM_MAC)).target().sleepable().aya(),
    row("lsm_cgroup", Lsm, Some(attach::LSM_CGROUP)).target().aya(),
    row("iter", Tracing, Some(attach::TRACE_ITER)).target().aya(),
    row("iter.s", Tracing, Some(attach::TRACE_ITER)).target().sleepable().aya(),
    row("syscall", Syscall, None).sleepable(),
    row("xdp.frags/devmap", Xdp, Some(attach::XDP_DEVMAP)).frags().aya(),
    row("xdp/devmap", Xdp, Some(attach::XDP_DEVMAP)).aya(),
    row("xdp.frags/cpumap", Xdp, Some(attach::XDP_CPUMAP)).frags().aya(),
    row("xdp/cpumap", Xdp, Some(attach::XDP_CPUMAP)).aya(),
    row("xdp.frags", Xdp, Some(attach::XDP)).frags().aya_exact(),
    row("xdp", Xdp, Some(attach::XDP)).aya_exact(),
    row("perf_event", PerfEvent, None).aya(),
    row("lwt_in", LwtIn, None),
    row("lwt_out", LwtOut, None),
    row("lwt_xmit", LwtXmit, None),
    row("lwt_seg6local", LwtSeg6local, None),
    row("sockops", SockOps, Some(attach::CGROUP_SOCK_OPS)).aya(),
    row("sk_skb/stream_parser", SkSkb, Some(attach::SK_SKB_STREAM_PARSER)).aya(),
    row("sk_skb/stream_verdict", SkSkb, Some(attach::SK_SKB_STREAM_VERDICT)).aya(),
    row("sk_skb/verdict", SkSkb, Some(attach::SK_SKB_VERDICT)),
    row("sk_skb", SkSkb, None),
    row("sk_msg", SkMsg, Some(attach::SK_MSG_VERDICT)).aya(),
    row("lirc_mode2", LircMode2, Some(attach::LIRC_MODE2)).aya(),
    row("flow_dissector", FlowDissector, Some(attach::FLOW_DISSECTOR)).aya(),
    row("cgroup_skb/ingress", CgroupSkb, Some(attach::CGROUP_INET_INGRESS)).aya(),
    row("cgroup_skb/egress", CgroupSkb, Some(attach::CGROUP_INET_EGRESS)).aya(),
    row("cgroup/skb", CgroupSkb, None).aya(),
    row("cgroup/sock_create", CgroupSock, Some(attach::CGROUP_INET_SOCK_CREATE)).aya(),
    row("cgroup/sock_release", CgroupSock, Some(attach::CGROUP_INET_SOCK_RELEASE)).aya(),
    row("cgroup/sock", CgroupSock, Some(attach::CGROUP_INET_SOCK_CREATE)).aya(),
    row("cgroup/post_bind4", CgroupSock, Some(attach::CGROUP_INET4_POST_BIND)).aya(),
    row("cgroup/post_bind6", CgroupSock, Some(attach::CGROUP_INET6_POST_BIND)).aya(),
    row("cgroup/bind4", CgroupSockAddr, Some(attach::CGROUP_INET4_BIND)).aya(),
    row("cgroup/bind6", CgroupSockAddr, Some(attach::CGROUP_INET6_BIND)).aya(),
    row("cgroup/connect4", CgroupSockAddr, Some(attach::CGROUP_INET4_CONNECT)).aya(),
    row("cgroup/connect6", CgroupSockAddr, Some(attach::CGROUP_INET6_CONNECT)).aya(),
    row("cgroup/connect_unix", CgroupSockAddr, Some(attach::CGROUP_UNIX_CONNECT)),
    row("cgroup/sendmsg4", CgroupSockAddr, Some(attach::CGROUP_UDP4_SENDMSG)).aya(),
    row("cgroup/sendmsg6", CgroupSockAddr, Some(attach::CGROUP_UDP6_SENDMSG)).aya(),
    row("cgroup/sendmsg_unix", CgroupSockAddr, Some(attach::CGROUP_UNIX_SENDMSG)),
    row("cgroup/recvmsg4", CgroupSockAddr, Some(attach::CGROUP_UDP4_RECVMSG)).aya(),
    row("cgroup/recvmsg6", CgroupSockAddr, Some(attach::CGROUP_UDP6_RECVMSG)).aya(),
    row("cgroup/recvmsg_unix", CgroupSockAddr, Some(attach::CGROUP_UNIX_RECVMSG)),
    row("cgroup/getpeername4", CgroupSockAddr, Some(attach::CGROUP_INET4_GETPEERNAME)).aya(),
    row("cgroup/getpeername6", CgroupSockAddr, Some(attach::CGROUP_INET6_GETPEERNAME)).aya(),
    row("cgroup/getpeername_unix", CgroupSockAddr, Some(attach::CGROUP_UNIX_GETPEERNAME)),
    row("cgroup/getsockname4", CgroupSockAddr, Some(attach::CGROUP_INET4_GETSOCKNAME)).aya(),
    row("cgroup/getsockname6", CgroupSockAddr, Some(attach::CGROUP_INET6_GETSOCKNAME)).aya(),
    row("cgroup/getsockname_unix", CgroupSockAddr, Some(attach::CGROUP_UNIX_GETSOCKNAME)),
    row("cgroup/sysctl", CgroupSysctl, Some(attach::CGROUP_SYSCTL)).aya(),
    row("cgroup/getsockopt", CgroupSockopt, Some(attach::CGROUP_GETSOCKOPT)).aya(),
    row("cgroup/setsockopt", CgroupSockopt, Some(attach::CGROUP_SETSOCKOPT)).aya(),
    row("cgroup/dev", CgroupDevice, Some(attach::CGROUP_DEVICE)).aya(),
    row("struct_ops", StructOps, None).target(),
    row("struct_ops.s", StructOps, None).target().sleepable(),
    row("sk_lookup", SkLookup, Some(attach::SK_LOOKUP)).aya(),
    row("netfilter", Netfilter, Some(attach::NETFILTER)),
];
