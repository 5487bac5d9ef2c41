//! What the optimiser may assume of a helper call.
//!
//! A helper that is not in the table may do anything: that is the rule, and the table holds only what is certain.
//! Sources: the helpers' `bpf_func_proto` and bodies (`kernel/bpf/helpers.c`, `kernel/bpf/ringbuf.c`,
//! `kernel/trace/bpf_trace.c`, `net/core/filter.c`), and for helpers that move packets
//! `bpf_helper_changes_pkt_data` in `net/core/filter.c`.

use super::{Helper, Kind};

/// What memory a call touches, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effects {
    /// None, and it returns the same value throughout one run of the program: LLVM's `memory(none)`.
    Constant,
    /// What its arguments point to, as [`Helper::access`] says, and kernel state that no pointer of the program leads
    /// to: `memory(argmem: readwrite, inaccessiblemem: readwrite)`.
    Arguments,
    /// It also reads memory that the program reaches by other pointers, such as the packet behind a context:
    /// `memory(read, argmem: readwrite, inaccessiblemem: readwrite)`.
    ReadsAll,
    /// Anything: it can change map values that the program points to, move the packet, or call back.
    Anything,
}

/// How a call uses what an argument points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Not at all (also: the argument is no pointer).
    None,
    /// It reads: LLVM's `readonly`.
    Read,
    /// It writes, and does not look at what was there: `writeonly`.
    Write,
    /// Both.
    ReadWrite,
}

impl Helper {
    /// What memory a call touches.
    #[must_use]
    pub fn effects(&self) -> Effects {
        self.known().map_or(Effects::Anything, |known| known.1)
    }

    /// How a call uses what the argument of this index points to. Without an entry in the table, a `const` pointer is
    /// read and any other one read and written.
    #[must_use]
    pub fn access(&self, index: usize) -> Access {
        if let Some((_, _, accesses)) = self.known() {
            return match accesses.get(index) {
                Some(access) => *access,
                // Arguments of a variadic helper.
                None => Access::ReadWrite,
            };
        }
        match self.params.get(index).map(|param| param.kind) {
            Some(Kind::Int { .. } | Kind::Function) => Access::None,
            Some(Kind::Pointer { mutable: false, .. }) => Access::Read,
            _ => Access::ReadWrite,
        }
    }

    /// Whether the pointer in the argument of this index may live on after the call, in the kernel or in what the call
    /// returns. If not, LLVM's `captures(none)` (`nocapture`) holds.
    #[must_use]
    pub fn captures(&self, index: usize) -> bool {
        self.known().is_none_or(|known| index >= known.2.len())
    }

    /// The argument with the number of bytes that a call writes to what the argument of this index points to: all of them,
    /// also when it fails, and without a look at what was there.
    #[must_use]
    pub fn fills(&self, index: usize) -> Option<usize> {
        let filled = |(name, to, _): &&Fill| *name == self.name && *to == index;
        FILLS.iter().find(filled).map(|(.., size)| *size)
    }

    /// Whether the number that a call returns is the address of a kernel object, and never zero.
    pub fn returns_object(&self) -> bool {
        // `return (long) current;` (kernel/trace/bpf_trace.c).
        self.name == "bpf_get_current_task"
    }

    fn known(&self) -> Option<&'static Known> {
        KNOWN.iter().find(|(name, ..)| *name == self.name)
    }
}

/// (helper, effects, access for each parameter). None of the parameters of a helper in the table is captured.
pub(super) type Known = (&'static str, Effects, &'static [Access]);

/// (helper, what it fills, its size), as indices of parameters.
pub(super) type Fill = (&'static str, usize, usize);

/// Helpers that set the memory to zero when they fail. Others leave it as it was: those for strings write no further than
/// the string, and `bpf_xdp_load_bytes` nothing at all.
pub(super) const FILLS: &[Fill] = &[
    ("bpf_probe_read", 0, 1),
    ("bpf_probe_read_kernel", 0, 1),
    ("bpf_probe_read_user", 0, 1),
    ("bpf_copy_from_user", 0, 1),
    ("bpf_get_current_comm", 0, 1),
    ("bpf_get_ns_current_pid_tgid", 2, 3),
    ("bpf_skb_load_bytes", 2, 3),
    ("bpf_skb_load_bytes_relative", 2, 3),
];

use Access::{None as N, Read as R, ReadWrite as M, Write as W};
use Effects::{Anything, Arguments, Constant, ReadsAll};

#[rustfmt::skip]
pub(super) const KNOWN: &[Known] = &[
    // A program runs on one CPU (migration is off, in sleepable programs too) and in one task.
    ("bpf_get_smp_processor_id", Constant, &[]),
    ("bpf_get_numa_node_id", Constant, &[]),
    ("bpf_get_current_pid_tgid", Constant, &[]),
    ("bpf_get_current_uid_gid", Constant, &[]),
    ("bpf_get_current_task", Constant, &[]),
    ("bpf_get_current_task_btf", Constant, &[]),
    // Set before the program starts, beside its context.
    ("bpf_get_func_ip", Constant, &[N]),
    ("bpf_get_attach_cookie", Constant, &[N]),
    ("bpf_get_func_arg_cnt", Constant, &[N]),

    ("bpf_ktime_get_ns", Arguments, &[]),
    ("bpf_ktime_get_boot_ns", Arguments, &[]),
    ("bpf_ktime_get_coarse_ns", Arguments, &[]),
    ("bpf_ktime_get_tai_ns", Arguments, &[]),
    ("bpf_jiffies64", Arguments, &[]),
    ("bpf_get_prandom_u32", Arguments, &[]),
    ("bpf_get_current_cgroup_id", Arguments, &[]),
    ("bpf_get_current_ancestor_cgroup_id", Arguments, &[N]),
    ("bpf_get_current_comm", Arguments, &[W, N]),
    ("bpf_get_ns_current_pid_tgid", Arguments, &[N, N, W, N]),
    ("bpf_current_task_under_cgroup", Arguments, &[R, N]),
    ("bpf_send_signal", Arguments, &[N]),
    ("bpf_send_signal_thread", Arguments, &[N]),

    // The source may be memory of the program's own, such as a map value: reading it is an effect.
    ("bpf_probe_read", Arguments, &[W, N, R]),
    ("bpf_probe_read_kernel", Arguments, &[W, N, R]),
    ("bpf_probe_read_user", Arguments, &[W, N, R]),
    // The strings' rest of the buffer stays as it was.
    ("bpf_probe_read_str", Arguments, &[W, N, R]),
    ("bpf_probe_read_kernel_str", Arguments, &[W, N, R]),
    ("bpf_probe_read_user_str", Arguments, &[W, N, R]),
    ("bpf_probe_write_user", Arguments, &[W, R, N]),
    ("bpf_copy_from_user", Anything, &[W, N, R]),

    // A lookup changes nothing that is seen; an update or deletion changes values that the program may point to.
    ("bpf_map_lookup_elem", Arguments, &[R, R]),
    ("bpf_map_lookup_percpu_elem", Arguments, &[R, R, N]),
    ("bpf_map_update_elem", Anything, &[R, R, R, N]),
    ("bpf_map_delete_elem", Anything, &[R, R]),
    // No pointer leads into a queue, a stack or a bloom filter; a bloom filter's peek reads the value.
    ("bpf_map_push_elem", Arguments, &[R, R, N]),
    ("bpf_map_pop_elem", Arguments, &[R, W]),
    ("bpf_map_peek_elem", Arguments, &[R, M]),

    ("bpf_ringbuf_reserve", Arguments, &[R, N, N]),
    ("bpf_ringbuf_submit", Arguments, &[M, N]),
    ("bpf_ringbuf_discard", Arguments, &[M, N]),
    ("bpf_ringbuf_output", Arguments, &[R, R, N, N]),
    ("bpf_ringbuf_query", Arguments, &[R, N]),
    // With a length in its flags it copies packet bytes too.
    ("bpf_perf_event_output", ReadsAll, &[R, R, N, R, N]),
    // The values may be pointers to strings.
    ("bpf_trace_printk", ReadsAll, &[R, N]),
    ("bpf_trace_vprintk", ReadsAll, &[R, N, R, N]),
    ("bpf_snprintf", ReadsAll, &[W, N, R, R, N]),

    ("bpf_skb_load_bytes", ReadsAll, &[R, N, W, N]),
    ("bpf_skb_load_bytes_relative", ReadsAll, &[R, N, W, N, N]),
    ("bpf_xdp_load_bytes", ReadsAll, &[R, N, W, N]),
    ("bpf_csum_diff", Arguments, &[R, N, R, N, N]),
    ("bpf_xdp_get_buff_len", Arguments, &[R]),
    ("bpf_redirect", Arguments, &[N, N]),
    ("bpf_redirect_peer", Arguments, &[N, N]),
    ("bpf_redirect_map", Arguments, &[R, N, N]),
    ("bpf_fib_lookup", ReadsAll, &[R, M, N, N]),
    ("bpf_sk_lookup_tcp", ReadsAll, &[R, R, N, N, N]),
    ("bpf_sk_lookup_udp", ReadsAll, &[R, R, N, N, N]),
    ("bpf_skc_lookup_tcp", ReadsAll, &[R, R, N, N, N]),

    ("bpf_get_func_arg", Arguments, &[R, N, W]),
    ("bpf_get_func_ret", Arguments, &[R, W]),
    ("bpf_get_stackid", Arguments, &[R, R, N]),
    ("bpf_get_stack", Arguments, &[R, W, N, N]),
    ("bpf_strncmp", Arguments, &[R, N, R]),
    ("bpf_strtol", Arguments, &[R, N, N, W]),
    ("bpf_strtoul", Arguments, &[R, N, N, W]),
];
