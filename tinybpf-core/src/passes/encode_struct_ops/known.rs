//! What the kernel expects of some members of its structs of functions, beyond their types.

/// A member whose program has more to keep to than its type says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// The struct in the kernel.
    kernel: &'static str,
    member: &'static str,
    /// What its program returns when it panics.
    pub(in crate::passes) verdict: i64,
    /// The parameter that the program owns from its start and must give back, and the kfunc that a panic calls for that: where
    /// the parameter's name in the kernel ends in `__ref` (`btf_ctx_arg_info` of `kernel/bpf/bpf_struct_ops.c`).
    pub(in crate::passes) owned: Option<(u32, &'static str)>,
    /// The parameters that may be null: their names in the kernel end in `__nullable`.
    pub(in crate::passes) nullable: &'static [u32],
}

const fn verdict(kernel: &'static str, member: &'static str, verdict: i64) -> Known {
    Known {
        kernel,
        member,
        verdict,
        owned: None,
        nullable: &[],
    }
}

/// `-EPERM`.
const EPERM: i64 = -1;

const KNOWN: &[Known] = &[
    // NET_XMIT_DROP of `linux/netdevice.h`; 0 would say that the packet is in the queue.
    Known {
        owned: Some((0, "bpf_kfree_skb")),
        ..verdict("Qdisc_ops", "enqueue", 1)
    },
    // Whoever sets it up learns of the failure.
    verdict("Qdisc_ops", "init", EPERM),
    // `prev` (`kernel/sched/ext.c`).
    Known {
        nullable: &[1],
        ..verdict("sched_ext_ops", "dispatch", 0)
    },
    verdict("sched_ext_ops", "init", EPERM),
    verdict("sched_ext_ops", "init_task", EPERM),
    verdict("sched_ext_ops", "cgroup_init", EPERM),
    verdict("sched_ext_ops", "cgroup_prep_move", EPERM),
    // Segments. The kernel warns of a window of 0 (`tcp_snd_cwnd_set` in `include/net/tcp.h`) and sends nothing; two is the least
    // that its own Reno sets (`tcp_reno_ssthresh` in `net/ipv4/tcp_cong.c`).
    verdict("tcp_congestion_ops", "ssthresh", 2),
    verdict("tcp_congestion_ops", "undo_cwnd", 2),
    // The defaults of `tcp_sndbuf_expand` (`net/ipv4/tcp_input.c`) and of the sysctl `tcp_min_tso_segs`.
    verdict("tcp_congestion_ops", "sndbuf_expand", 2),
    verdict("tcp_congestion_ops", "min_tso_segs", 2),
];

/// What is known of a member.
pub(super) fn find(kernel: &str, member: &str) -> Option<&'static Known> {
    // Of two versions of a struct, libbpf takes what stands before `___` for its name in the kernel.
    let kernel = kernel.split("___").next();
    KNOWN
        .iter()
        .find(|known| Some(known.kernel) == kernel && known.member == member)
}
