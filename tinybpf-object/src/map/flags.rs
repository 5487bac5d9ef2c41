//! The flags of map creation (`linux/bpf.h`), and which of them each map type takes.

use crate::uapi::map_type::*;

pub(super) const NO_PREALLOC: u32 = 1 << 0;
pub(super) const NO_COMMON_LRU: u32 = 1 << 1;
pub(super) const NUMA_NODE: u32 = 1 << 2;
pub(super) const RDONLY: u32 = 1 << 3;
pub(super) const WRONLY: u32 = 1 << 4;
pub(super) const STACK_BUILD_ID: u32 = 1 << 5;
pub(super) const ZERO_SEED: u32 = 1 << 6;
pub(super) const RDONLY_PROG: u32 = 1 << 7;
pub(super) const WRONLY_PROG: u32 = 1 << 8;
pub(super) const CLONE: u32 = 1 << 9;
pub(super) const MMAPABLE: u32 = 1 << 10;
pub(super) const PRESERVE_ELEMS: u32 = 1 << 11;
pub(super) const INNER_MAP: u32 = 1 << 12;
pub(super) const LINK: u32 = 1 << 13;
pub(super) const PATH_FD: u32 = 1 << 14;
pub(super) const VTYPE_BTF_OBJ_FD: u32 = 1 << 15;
pub(super) const TOKEN_FD: u32 = 1 << 16;
pub(super) const SEGV_ON_FAULT: u32 = 1 << 17;
pub(super) const NO_USER_CONV: u32 = 1 << 18;
pub(super) const RB_OVERWRITE: u32 = 1 << 19;

/// Each flag with its name in C.
pub(super) const ALL: &[(u32, &str)] = &[
    (NO_PREALLOC, "BPF_F_NO_PREALLOC"),
    (NO_COMMON_LRU, "BPF_F_NO_COMMON_LRU"),
    (NUMA_NODE, "BPF_F_NUMA_NODE"),
    (RDONLY, "BPF_F_RDONLY"),
    (WRONLY, "BPF_F_WRONLY"),
    (STACK_BUILD_ID, "BPF_F_STACK_BUILD_ID"),
    (ZERO_SEED, "BPF_F_ZERO_SEED"),
    (RDONLY_PROG, "BPF_F_RDONLY_PROG"),
    (WRONLY_PROG, "BPF_F_WRONLY_PROG"),
    (CLONE, "BPF_F_CLONE"),
    (MMAPABLE, "BPF_F_MMAPABLE"),
    (PRESERVE_ELEMS, "BPF_F_PRESERVE_ELEMS"),
    (INNER_MAP, "BPF_F_INNER_MAP"),
    (LINK, "BPF_F_LINK"),
    (PATH_FD, "BPF_F_PATH_FD"),
    (VTYPE_BTF_OBJ_FD, "BPF_F_VTYPE_BTF_OBJ_FD"),
    (TOKEN_FD, "BPF_F_TOKEN_FD"),
    (SEGV_ON_FAULT, "BPF_F_SEGV_ON_FAULT"),
    (NO_USER_CONV, "BPF_F_NO_USER_CONV"),
    (RB_OVERWRITE, "BPF_F_RB_OVERWRITE"),
];

/// The flags that the newest kernel takes for a map of this type, from the masks in its `map_alloc_check` function.
pub(super) fn allowed(map_type: u32) -> u32 {
    const USER: u32 = RDONLY | WRONLY;
    const ACCESS: u32 = USER | RDONLY_PROG | WRONLY_PROG;
    const HASHES: u32 = NO_PREALLOC | ACCESS | ZERO_SEED;
    match map_type {
        // HTAB_CREATE_FLAG_MASK; an LRU hash is preallocated, one value for each CPU has no node
        HASH | HASH_OF_MAPS => HASHES | NUMA_NODE,
        PERCPU_HASH => HASHES,
        LRU_HASH => ACCESS | ZERO_SEED | NUMA_NODE | NO_COMMON_LRU,
        LRU_PERCPU_HASH => ACCESS | ZERO_SEED | NO_COMMON_LRU,
        RHASH => NO_PREALLOC | ACCESS,
        // ARRAY_CREATE_FLAG_MASK; file descriptors are for the kernel to read
        ARRAY => NUMA_NODE | ACCESS | MMAPABLE | INNER_MAP,
        PERCPU_ARRAY => ACCESS,
        PERF_EVENT_ARRAY => NUMA_NODE | USER | PRESERVE_ELEMS,
        PROG_ARRAY | CGROUP_ARRAY | ARRAY_OF_MAPS => NUMA_NODE | USER,
        REUSEPORT_SOCKARRAY => NUMA_NODE | ACCESS,
        // STACK_CREATE_FLAG_MASK
        STACK_TRACE => NUMA_NODE | USER | STACK_BUILD_ID,
        // LPM_CREATE_FLAG_MASK
        LPM_TRIE => NO_PREALLOC | NUMA_NODE | ACCESS,
        // DEV_CREATE_FLAG_MASK, xsk_map_alloc, SOCK_CREATE_FLAG_MASK
        DEVMAP | DEVMAP_HASH | XSKMAP | SOCKMAP | SOCKHASH => NUMA_NODE | USER,
        CPUMAP => NUMA_NODE,
        // LOCAL_STORAGE_CREATE_FLAG_MASK
        CGROUP_STORAGE | PERCPU_CGROUP_STORAGE => NUMA_NODE | ACCESS,
        // BPF_LOCAL_STORAGE_FLAG_MASK
        SK_STORAGE | INODE_STORAGE | TASK_STORAGE | CGRP_STORAGE => NO_PREALLOC | CLONE,
        // QUEUE_STACK_CREATE_FLAG_MASK, BLOOM_CREATE_FLAG_MASK
        QUEUE | STACK => NUMA_NODE | ACCESS,
        BLOOM_FILTER => NUMA_NODE | ACCESS | ZERO_SEED,
        // RINGBUF_CREATE_FLAG_MASK
        RINGBUF => NUMA_NODE | RB_OVERWRITE,
        USER_RINGBUF => NUMA_NODE,
        ARENA => MMAPABLE | SEGV_ON_FAULT | NO_USER_CONV,
        STRUCT_OPS => LINK | VTYPE_BTF_OBJ_FD,
        _ => 0,
    }
}

/// The flags that a map of this type must have.
pub(super) fn needed(map_type: u32) -> u32 {
    match map_type {
        LPM_TRIE | RHASH | SK_STORAGE | INODE_STORAGE | TASK_STORAGE | CGRP_STORAGE => NO_PREALLOC,
        ARENA => MMAPABLE,
        _ => 0,
    }
}

/// Pairs of which a map can have one at most (`bpf_map_flags_access_ok`, `bpf_get_file_flag`).
pub(super) const EXCLUSIVE: [(u32, u32); 2] = [(RDONLY, WRONLY), (RDONLY_PROG, WRONLY_PROG)];
