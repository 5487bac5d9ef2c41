//! The structs of contexts in `linux/bpf.h`, and which kernel brought each of their fields.
//!
//! From the kernel's history, as collected by [ebpf-docs](https://docs.ebpf.io/linux/program-context/__sk_buff/), and where that says nothing, from
//! the commits that brought the fields; `cargo xtask kernels` compares names, places and versions with the BTF of real kernels.

use super::KernelVersion;

/// A struct that programs get as their context.
#[derive(Debug)]
pub struct ContextStruct {
    /// The name in the kernel.
    pub name: &'static str,
    /// Its size in bytes in the newest kernel.
    pub size: u32,
    /// Its fields, in order.
    pub fields: &'static [ContextField],
}

/// A field of a context. Of those that share their place (a union without a name) the first.
#[derive(Debug)]
pub struct ContextField {
    /// The name.
    pub name: &'static str,
    /// Where it starts, in bytes.
    pub offset: u32,
    /// The first kernel that has it.
    pub since: KernelVersion,
}

const fn f(offset: u32, name: &'static str, major: u16, minor: u16) -> ContextField {
    ContextField {
        name,
        offset,
        since: KernelVersion::new(major, minor),
    }
}

/// All of them, by name.
#[rustfmt::skip]
pub const CONTEXTS: &[ContextStruct] = &[
    ContextStruct { name: "__sk_buff", size: 192, fields: &[
        f(0, "len", 4, 1), f(4, "pkt_type", 4, 1), f(8, "mark", 4, 1), f(12, "queue_mapping", 4, 1), f(16, "protocol", 4, 1),
        f(20, "vlan_present", 4, 1), f(24, "vlan_tci", 4, 1), f(28, "vlan_proto", 4, 1), f(32, "priority", 4, 1),
        f(36, "ingress_ifindex", 4, 2), f(40, "ifindex", 4, 2), f(44, "tc_index", 4, 2), f(48, "cb", 4, 2), f(68, "hash", 4, 3),
        f(72, "tc_classid", 4, 4), f(76, "data", 4, 7), f(80, "data_end", 4, 7), f(84, "napi_id", 4, 12), f(88, "family", 4, 14),
        f(92, "remote_ip4", 4, 14), f(96, "local_ip4", 4, 14), f(100, "remote_ip6", 4, 14), f(116, "local_ip6", 4, 14),
        f(132, "remote_port", 4, 14), f(136, "local_port", 4, 14), f(140, "data_meta", 4, 15), f(144, "flow_keys", 4, 20),
        f(152, "tstamp", 5, 0), f(160, "wire_len", 5, 0), f(164, "gso_segs", 5, 1), f(168, "sk", 5, 1), f(176, "gso_size", 5, 7),
        f(180, "tstamp_type", 5, 18), f(184, "hwtstamp", 5, 16),
    ] },
    // The kernel's commits 13d70f5a5ecf (sk), 3bdbd0228e75 (size) and 303def35f64e (the addresses).
    ContextStruct { name: "sk_msg_md", size: 80, fields: &[
        f(0, "data", 4, 17), f(8, "data_end", 4, 17), f(16, "family", 4, 18), f(20, "remote_ip4", 4, 18), f(24, "local_ip4", 4, 18),
        f(28, "remote_ip6", 4, 18), f(44, "local_ip6", 4, 18), f(60, "remote_port", 4, 18), f(64, "local_port", 4, 18),
        f(68, "size", 5, 0), f(72, "sk", 5, 8),
    ] },
    // e061047684af and d5e4ddaeb6ab brought the sockets.
    ContextStruct { name: "sk_reuseport_md", size: 56, fields: &[
        f(0, "data", 4, 19), f(8, "data_end", 4, 19), f(16, "len", 4, 19), f(20, "eth_protocol", 4, 19), f(24, "ip_protocol", 4, 19),
        f(28, "bind_inany", 4, 19), f(32, "hash", 4, 19), f(40, "sk", 5, 14), f(48, "migrating_sk", 5, 14),
    ] },
    ContextStruct { name: "xdp_md", size: 24, fields: &[
        f(0, "data", 4, 8), f(4, "data_end", 4, 8), f(8, "data_meta", 4, 15), f(12, "ingress_ifindex", 4, 16),
        f(16, "rx_queue_index", 4, 16), f(20, "egress_ifindex", 5, 8),
    ] },
    ContextStruct { name: "bpf_cgroup_dev_ctx", size: 12, fields: &[
        f(0, "access_type", 4, 15), f(4, "major", 4, 15), f(8, "minor", 4, 15),
    ] },
    // f89315650ba3 brought the interface.
    ContextStruct { name: "bpf_sk_lookup", size: 72, fields: &[
        f(0, "sk", 5, 9), f(8, "family", 5, 9), f(12, "protocol", 5, 9), f(16, "remote_ip4", 5, 9), f(20, "remote_ip6", 5, 9),
        f(36, "remote_port", 5, 9), f(40, "local_ip4", 5, 9), f(44, "local_ip6", 5, 9), f(60, "local_port", 5, 9),
        f(64, "ingress_ifindex", 5, 17),
    ] },
    // aac3fc320d94 brought the source to the programs of cgroups.
    ContextStruct { name: "bpf_sock", size: 80, fields: &[
        f(0, "bound_dev_if", 4, 10), f(4, "family", 4, 10), f(8, "type", 4, 10), f(12, "protocol", 4, 10), f(16, "mark", 4, 14),
        f(20, "priority", 4, 14), f(24, "src_ip4", 4, 17), f(28, "src_ip6", 4, 17), f(44, "src_port", 4, 17), f(48, "dst_port", 5, 1),
        f(52, "dst_ip4", 5, 1), f(56, "dst_ip6", 5, 1), f(72, "state", 5, 1), f(76, "rx_queue_mapping", 5, 8),
    ] },
    ContextStruct { name: "bpf_sock_addr", size: 72, fields: &[
        f(0, "user_family", 4, 17), f(4, "user_ip4", 4, 17), f(8, "user_ip6", 4, 17), f(24, "user_port", 4, 17), f(28, "family", 4, 17),
        f(32, "type", 4, 17), f(36, "protocol", 4, 17), f(40, "msg_src_ip4", 4, 18), f(44, "msg_src_ip6", 4, 18), f(64, "sk", 5, 3),
    ] },
    // Of the union of arguments and replies the replies are older.
    ContextStruct { name: "bpf_sock_ops", size: 224, fields: &[
        f(0, "op", 4, 13), f(4, "args", 4, 13), f(20, "family", 4, 13), f(24, "remote_ip4", 4, 13), f(28, "local_ip4", 4, 13),
        f(32, "remote_ip6", 4, 13), f(48, "local_ip6", 4, 13), f(64, "remote_port", 4, 13), f(68, "local_port", 4, 13),
        f(72, "is_fullsock", 4, 16), f(76, "snd_cwnd", 4, 16), f(80, "srtt_us", 4, 16), f(84, "bpf_sock_ops_cb_flags", 4, 16),
        f(88, "state", 4, 16), f(92, "rtt_min", 4, 16), f(96, "snd_ssthresh", 4, 16), f(100, "rcv_nxt", 4, 16), f(104, "snd_nxt", 4, 16),
        f(108, "snd_una", 4, 16), f(112, "mss_cache", 4, 16), f(116, "ecn_flags", 4, 16), f(120, "rate_delivered", 4, 16),
        f(124, "rate_interval_us", 4, 16), f(128, "packets_out", 4, 16), f(132, "retrans_out", 4, 16), f(136, "total_retrans", 4, 16),
        f(140, "segs_in", 4, 16), f(144, "data_segs_in", 4, 16), f(148, "segs_out", 4, 16), f(152, "data_segs_out", 4, 16),
        f(156, "lost_out", 4, 16), f(160, "sacked_out", 4, 16), f(164, "sk_txhash", 4, 16), f(168, "bytes_received", 4, 16),
        f(176, "bytes_acked", 4, 16), f(184, "sk", 5, 3), f(192, "skb_data", 5, 10), f(200, "skb_data_end", 5, 10),
        f(208, "skb_len", 5, 10), f(212, "skb_tcp_flags", 5, 10), f(216, "skb_hwtstamp", 6, 2),
    ] },
    ContextStruct { name: "bpf_sockopt", size: 40, fields: &[
        f(0, "sk", 5, 3), f(8, "optval", 5, 3), f(16, "optval_end", 5, 3), f(24, "level", 5, 3), f(28, "optname", 5, 3),
        f(32, "optlen", 5, 3), f(36, "retval", 5, 3),
    ] },
    ContextStruct { name: "bpf_sysctl", size: 8, fields: &[
        f(0, "write", 5, 2), f(4, "file_pos", 5, 2),
    ] },
];

/// A context's struct, by its name in the kernel.
#[must_use]
pub fn context(name: &str) -> Option<&'static ContextStruct> {
    CONTEXTS.iter().find(|context| context.name == name)
}

impl ContextStruct {
    /// The field that the byte at an offset belongs to.
    #[must_use]
    pub fn field_at(&self, offset: u32) -> Option<&'static ContextField> {
        let after = self.fields.partition_point(|field| field.offset <= offset);
        let field = &self.fields[after.checked_sub(1)?];
        (offset < self.size).then_some(field)
    }
}
