//! The verdict of a program that panics.
//!
//! What each program type may return at all is checked by `return_retval_range` (formerly `check_return_code`) in
//! `kernel/bpf/verifier.c`; what the values mean stands with the code that runs the programs, named at each.

use std::ops::RangeInclusive;

use super::{ProgramType, Section};
use crate::uapi::attach_type as attach;

/// `-EPERM`.
const EPERM: i32 = -1;
/// `TC_ACT_SHOT` of `linux/pkt_cls.h`; netkit's `NETKIT_DROP` (`linux/if_link.h`) is the same number.
const TC_ACT_SHOT: i32 = 2;
/// `BPF_DROP` of `linux/bpf.h`.
const BPF_DROP: i32 = 2;

pub(super) fn of(section: &Section) -> i32 {
    use ProgramType::*;
    let target = section.target.as_deref().unwrap_or_default();
    match section.known.program_type {
        // XDP_ABORTED: the packet is dropped and the tracepoint xdp:xdp_exception fires.
        Xdp => 0,
        SchedCls | SchedAct => TC_ACT_SHOT,
        // net/core/lwt_bpf.c: any other value than the BPF_* ones lets the packet pass. net/core/flow_dissector.c:
        // bpf_flow_dissect takes BPF_OK and BPF_DROP.
        LwtIn | LwtOut | LwtXmit | LwtSeg6local | FlowDissector => BPF_DROP,
        Lsm => lsm(section.known.attach_type, target),
        CgroupSockAddr => cgroup_sock_addr(section.known.attach_type),
        Tracing if section.known.attach_type == Some(attach::MODIFY_RETURN) => fmod_ret(target),
        // The number is what BPF_PROG_RUN gives to user space, which takes 0 for success.
        Syscall => EPERM,
        // 0 drops: net/core/filter.c (socket filters keep 0 bytes; SK_DROP of sk_skb, sk_msg, sk_lookup,
        // sk_reuseport), NF_DROP of netfilter; a stream parser's 0 passes nothing on (net/strparser).
        SocketFilter | SkSkb | SkMsg | SkLookup | SkReuseport | Netfilter => 0,
        // 0 denies: kernel/bpf/cgroup.c, where it becomes -EPERM. For sock_ops that reads as "no answer".
        CgroupSkb | CgroupSock | CgroupDevice | CgroupSysctl | CgroupSockopt | SockOps => 0,
        // Nobody asks these for a verdict; 0 is what all of them may return. From tracepoints, kprobes and perf events
        // it keeps the event from perf (trace_call_bpf); an iterator goes on with the next object
        // (bpf_iter_run_prog). Whether a struct_ops function may return anything else depends on its member.
        Kprobe
        | Tracepoint
        | RawTracepoint
        | RawTracepointWritable
        | PerfEvent
        | Tracing
        | LircMode2
        | StructOps => 0,
        // It stands in for another program, whose verdicts the section does not tell.
        Ext => 0,
    }
}

/// What the verifier lets a program of this section return. `None` where it takes anything, or it depends on more.
pub(super) fn allowed(section: &Section) -> Option<RangeInclusive<i64>> {
    use ProgramType::*;
    let target = section.target.as_deref().unwrap_or_default();
    let attach_type = section.known.attach_type;
    let range = match section.known.program_type {
        Tracing => match attach_type? {
            attach::TRACE_FENTRY | attach::TRACE_FEXIT => 0..=0,
            attach::TRACE_ITER => 0..=1,
            _ => return None,
        },
        CgroupSockAddr if cgroup_sock_addr(attach_type) == 1 => 1..=1,
        CgroupSockAddr
            if matches!(
                attach_type?,
                attach::CGROUP_INET4_BIND | attach::CGROUP_INET6_BIND
            ) =>
        {
            0..=3
        }
        CgroupSkb if attach_type? == attach::CGROUP_INET_EGRESS => 0..=3,
        CgroupSockAddr | CgroupSkb | CgroupSock | SockOps | CgroupDevice | CgroupSysctl
        | CgroupSockopt | SkLookup | Netfilter => 0..=1,
        Lsm if attach_type == Some(attach::LSM_CGROUP) => i64::from(lsm(attach_type, target))..=1,
        Lsm if VOID_HOOKS.contains(&target) || target.is_empty() => return None,
        Lsm if BOOL_HOOKS.contains(&target) => 0..=1,
        // -MAX_ERRNO to 0 (bpf_lsm_get_retval_range): before Linux 6.12 a positive result is taken for an address by callers.
        Lsm => -4095..=0,
        _ => return None,
    };
    Some(range)
}

/// The results that mean something, where the verifier takes any: `enum xdp_action` and `enum sk_action` of `linux/bpf.h`; for all
/// others the packet is dropped (`bpf_warn_invalid_xdp_action` in `net/core/filter.c`, `sk_psock_map_verd` in `net/core/skmsg.c`).
pub(super) fn known(section: &Section) -> Option<&'static [&'static str]> {
    const XDP: &[&str] = &[
        "XDP_ABORTED",
        "XDP_DROP",
        "XDP_PASS",
        "XDP_TX",
        "XDP_REDIRECT",
    ];
    const SK: &[&str] = &["SK_DROP", "SK_PASS"];
    let is_parser = section.known.attach_type == Some(attach::SK_SKB_STREAM_PARSER);
    match section.known.program_type {
        ProgramType::Xdp => Some(XDP),
        ProgramType::SkMsg | ProgramType::SkReuseport => Some(SK),
        ProgramType::SkSkb if !is_parser => Some(SK),
        _ => None,
    }
}

fn lsm(attach_type: Option<u32>, hook: &str) -> i32 {
    if attach_type == Some(attach::LSM_CGROUP) {
        // 0 becomes -EPERM, and a hook without result must say 1.
        return i32::from(VOID_HOOKS.contains(&hook));
    }
    // What a hook without result returns is ignored (bpf_lsm_get_retval_range in kernel/bpf/bpf_lsm.c finds no range).
    if BOOL_HOOKS.contains(&hook) { 0 } else { EPERM }
}

/// These attach types may only return 1: the kernel has done what was asked, and the program rewrites the answer.
fn cgroup_sock_addr(attach_type: Option<u32>) -> i32 {
    i32::from(matches!(
        attach_type,
        Some(
            attach::CGROUP_UDP4_RECVMSG
                | attach::CGROUP_UDP6_RECVMSG
                | attach::CGROUP_UNIX_RECVMSG
                | attach::CGROUP_INET4_GETPEERNAME
                | attach::CGROUP_INET6_GETPEERNAME
                | attach::CGROUP_UNIX_GETPEERNAME
                | attach::CGROUP_INET4_GETSOCKNAME
                | attach::CGROUP_INET6_GETSOCKNAME
                | attach::CGROUP_UNIX_GETSOCKNAME
        )
    ))
}

/// 0 runs the function; anything else is its result, and it does not run (`invoke_bpf_mod_ret` in
/// `arch/x86/net/bpf_jit_comp.c`). Functions named `security_…` decide on access (`check_attach_modify_return` in
/// `kernel/bpf/verifier.c`), so they refuse; any other is left to run.
fn fmod_ret(function: &str) -> i32 {
    if function.starts_with("security_") {
        EPERM
    } else {
        0
    }
}

/// LSM hooks that return 0 or 1 (`bool_lsm_hooks` in `kernel/bpf/bpf_lsm.c`); for both, 0 grants nothing.
const BOOL_HOOKS: &[&str] = &["audit_rule_known", "inode_xattr_skipcap"];

/// LSM hooks without result: `LSM_HOOK(void, …)` in `include/linux/lsm_hook_defs.h`, of all versions since 5.7.
const VOID_HOOKS: &[&str] = &[
    "audit_rule_free",
    "backing_file_free",
    "bdev_free_security",
    "bpf_map_free",
    "bpf_map_free_security",
    "bpf_prog_free",
    "bpf_prog_free_security",
    "bpf_token_free",
    "bprm_committed_creds",
    "bprm_committing_creds",
    "cred_free",
    "cred_getlsmprop",
    "cred_getsecid",
    "cred_transfer",
    "current_getlsmprop_subj",
    "current_getsecid_subj",
    "d_instantiate",
    "file_free_security",
    "file_release",
    "file_set_fowner",
    "ib_free_security",
    "inet_conn_established",
    "inet_csk_clone",
    "initramfs_populated",
    "inode_free_security",
    "inode_free_security_rcu",
    "inode_getlsmprop",
    "inode_getsecid",
    "inode_invalidate_secctx",
    "inode_post_create_tmpfile",
    "inode_post_remove_acl",
    "inode_post_removexattr",
    "inode_post_set_acl",
    "inode_post_setattr",
    "inode_post_setxattr",
    "ipc_getlsmprop",
    "ipc_getsecid",
    "key_free",
    "key_post_create_or_update",
    "msg_msg_free_security",
    "msg_queue_free_security",
    "path_post_mknod",
    "perf_event_free",
    "release_secctx",
    "req_classify_flow",
    "sb_delete",
    "sb_free_mnt_opts",
    "sb_free_security",
    "sctp_sk_clone",
    "secmark_refcount_dec",
    "secmark_refcount_inc",
    "sem_free_security",
    "shm_free_security",
    "sk_clone_security",
    "sk_free_security",
    "sk_getsecid",
    "sock_graft",
    "task_free",
    "task_getlsmprop_obj",
    "task_getsecid",
    "task_getsecid_obj",
    "task_getsecid_subj",
    "task_to_inode",
    "tun_dev_free_security",
    "xfrm_policy_free_security",
    "xfrm_state_free_security",
];
