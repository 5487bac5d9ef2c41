//! Which helpers take which maps: `check_map_func_compatibility` in kernel/bpf/verifier.c, which asks both ways.

use crate::uapi::map_type::*;

/// The map types that a helper takes; `None` for one that takes any that its rule of the other side lets it.
#[rustfmt::skip]
pub fn maps_for(helper: &str) -> Option<&'static [u32]> {
    let types: &[u32] = match helper {
        "bpf_tail_call" => &[PROG_ARRAY],
        "bpf_perf_event_read" | "bpf_perf_event_output" | "bpf_perf_event_read_value" | "bpf_skb_output"
        | "bpf_xdp_output" => &[PERF_EVENT_ARRAY],
        "bpf_ringbuf_output" | "bpf_ringbuf_reserve" | "bpf_ringbuf_query" | "bpf_ringbuf_reserve_dynptr" => &[RINGBUF],
        "bpf_user_ringbuf_drain" => &[USER_RINGBUF],
        "bpf_get_stackid" => &[STACK_TRACE],
        "bpf_current_task_under_cgroup" | "bpf_skb_under_cgroup" => &[CGROUP_ARRAY],
        "bpf_redirect_map" => &[DEVMAP, DEVMAP_HASH, CPUMAP, XSKMAP],
        "bpf_sk_redirect_map" | "bpf_msg_redirect_map" | "bpf_sock_map_update" => &[SOCKMAP],
        "bpf_sk_redirect_hash" | "bpf_msg_redirect_hash" | "bpf_sock_hash_update" => &[SOCKHASH],
        "bpf_get_local_storage" => &[CGROUP_STORAGE, PERCPU_CGROUP_STORAGE],
        "bpf_sk_select_reuseport" => &[REUSEPORT_SOCKARRAY, SOCKMAP, SOCKHASH],
        "bpf_map_pop_elem" => &[QUEUE, STACK],
        "bpf_map_peek_elem" | "bpf_map_push_elem" => &[QUEUE, STACK, BLOOM_FILTER],
        "bpf_map_lookup_percpu_elem" => &[PERCPU_ARRAY, PERCPU_HASH, LRU_PERCPU_HASH],
        "bpf_sk_storage_get" | "bpf_sk_storage_delete" => &[SK_STORAGE],
        "bpf_inode_storage_get" | "bpf_inode_storage_delete" => &[INODE_STORAGE],
        "bpf_task_storage_get" | "bpf_task_storage_delete" => &[TASK_STORAGE],
        "bpf_cgrp_storage_get" | "bpf_cgrp_storage_delete" => &[CGRP_STORAGE],
        _ => return None,
    };
    Some(types)
}

/// The helpers that take a map of this type; `None` for one that all general helpers take.
#[rustfmt::skip]
pub fn helpers_for(map_type: u32) -> Option<&'static [&'static str]> {
    let helpers: &[&str] = match map_type {
        PROG_ARRAY => &["bpf_tail_call"],
        PERF_EVENT_ARRAY => &["bpf_perf_event_output", "bpf_perf_event_read", "bpf_perf_event_read_value", "bpf_skb_output", "bpf_xdp_output"],
        RINGBUF => &["bpf_ringbuf_reserve", "bpf_ringbuf_output", "bpf_ringbuf_query", "bpf_ringbuf_reserve_dynptr"],
        USER_RINGBUF => &["bpf_user_ringbuf_drain"],
        STACK_TRACE => &["bpf_get_stackid"],
        CGROUP_ARRAY => &["bpf_skb_under_cgroup", "bpf_current_task_under_cgroup"],
        CGROUP_STORAGE | PERCPU_CGROUP_STORAGE => &["bpf_get_local_storage"],
        DEVMAP | DEVMAP_HASH | XSKMAP => &["bpf_redirect_map", "bpf_map_lookup_elem"],
        CPUMAP => &["bpf_redirect_map"],
        ARRAY_OF_MAPS | HASH_OF_MAPS => &["bpf_map_lookup_elem"],
        // Some program types may put sockets in (`may_update_sockmap`).
        SOCKMAP => &["bpf_sk_redirect_map", "bpf_sock_map_update", "bpf_map_delete_elem", "bpf_msg_redirect_map", "bpf_sk_select_reuseport", "bpf_map_lookup_elem", "bpf_map_update_elem"],
        SOCKHASH => &["bpf_sk_redirect_hash", "bpf_sock_hash_update", "bpf_map_delete_elem", "bpf_msg_redirect_hash", "bpf_sk_select_reuseport", "bpf_map_lookup_elem", "bpf_map_update_elem"],
        REUSEPORT_SOCKARRAY => &["bpf_sk_select_reuseport"],
        QUEUE | STACK => &["bpf_map_push_elem", "bpf_map_pop_elem", "bpf_map_peek_elem"],
        BLOOM_FILTER => &["bpf_map_push_elem", "bpf_map_peek_elem"],
        SK_STORAGE => &["bpf_sk_storage_get", "bpf_sk_storage_delete"],
        INODE_STORAGE => &["bpf_inode_storage_get", "bpf_inode_storage_delete"],
        TASK_STORAGE => &["bpf_task_storage_get", "bpf_task_storage_delete"],
        CGRP_STORAGE => &["bpf_cgrp_storage_get", "bpf_cgrp_storage_delete"],
        _ => return None,
    };
    Some(helpers)
}
