//! Which kernel brought what. Every enum of `linux/bpf.h` only grows at its end, so for each version its first new number says all.
//!
//! From the kernel's history, as collected by [ebpf-docs](https://docs.ebpf.io/linux/) (`data/feature-versions.yaml`); `cargo xtask kernels`
//! compares it with the enums in the BTF of real kernels: what a version has, and what it does not have yet.

use super::KernelVersion;
use crate::{
    kfuncs,
    section::{Known, ProgramType},
};

const fn v(major: u16, minor: u16) -> KernelVersion {
    KernelVersion { major, minor }
}

/// The first numbers of each version, in order.
type Firsts = &'static [(u32, KernelVersion)];

/// `enum bpf_func_id`.
#[rustfmt::skip]
const HELPERS: Firsts = &[
    (1, v(3, 18)), (3, v(3, 19)), (4, v(4, 1)), (12, v(4, 2)), (17, v(4, 3)), (23, v(4, 4)), (26, v(4, 5)), (27, v(4, 6)), (31, v(4, 8)),
    (37, v(4, 9)), (42, v(4, 10)), (45, v(4, 11)), (46, v(4, 12)), (48, v(4, 13)), (51, v(4, 14)), (54, v(4, 15)), (58, v(4, 16)),
    (60, v(4, 17)), (65, v(4, 18)), (81, v(4, 19)), (84, v(4, 20)), (91, v(5, 0)), (93, v(5, 1)), (99, v(5, 2)), (109, v(5, 3)),
    (110, v(5, 4)), (111, v(5, 5)), (116, v(5, 6)), (119, v(5, 7)), (125, v(5, 8)), (136, v(5, 9)), (142, v(5, 10)), (156, v(5, 11)),
    (163, v(5, 12)), (164, v(5, 13)), (166, v(5, 14)), (169, v(5, 15)), (176, v(5, 16)), (180, v(5, 17)), (186, v(5, 18)), (194, v(5, 19)),
    (204, v(6, 0)), (208, v(6, 1)), (210, v(6, 2)),
];

/// `enum bpf_map_type`. The last came after 6.19 and is in 7.2.
#[rustfmt::skip]
const MAP_TYPES: Firsts = &[
    (1, v(3, 19)), (3, v(4, 2)), (4, v(4, 3)), (5, v(4, 6)), (8, v(4, 8)), (9, v(4, 10)), (11, v(4, 11)), (12, v(4, 12)), (14, v(4, 14)),
    (16, v(4, 15)), (17, v(4, 18)), (19, v(4, 19)), (21, v(4, 20)), (24, v(5, 2)), (25, v(5, 4)), (26, v(5, 6)), (27, v(5, 8)), (28, v(5, 10)),
    (29, v(5, 11)), (30, v(5, 16)), (31, v(6, 1)), (32, v(6, 2)), (33, v(6, 9)), (34, v(6, 19)), (35, v(7, 2)),
];

/// `enum bpf_prog_type`.
#[rustfmt::skip]
const PROGRAM_TYPES: Firsts = &[
    (1, v(3, 19)), (2, v(4, 1)), (5, v(4, 7)), (6, v(4, 8)), (7, v(4, 9)), (8, v(4, 10)), (13, v(4, 13)), (14, v(4, 14)), (15, v(4, 15)),
    (16, v(4, 17)), (19, v(4, 18)), (21, v(4, 19)), (22, v(4, 20)), (23, v(5, 2)), (25, v(5, 3)), (26, v(5, 5)), (27, v(5, 6)), (29, v(5, 7)),
    (30, v(5, 9)), (31, v(5, 14)), (32, v(6, 4)),
];

/// `enum bpf_attach_type`. Those for several functions at once came after 7.0 and are in 7.2.
#[rustfmt::skip]
const ATTACH_TYPES: Firsts = &[
    (0, v(4, 10)), (3, v(4, 13)), (4, v(4, 14)), (6, v(4, 15)), (7, v(4, 17)), (14, v(4, 18)), (17, v(4, 20)), (18, v(5, 2)), (21, v(5, 3)),
    (23, v(5, 5)), (26, v(5, 7)), (28, v(5, 8)), (34, v(5, 9)), (38, v(5, 13)), (39, v(5, 14)), (41, v(5, 15)), (42, v(5, 18)), (43, v(6, 0)),
    (44, v(6, 4)), (46, v(6, 6)), (49, v(6, 7)), (56, v(6, 10)), (57, v(6, 13)), (58, v(7, 0)), (59, v(7, 2)),
];

/// The flags of maps (`BPF_F_*` of `BPF_MAP_CREATE`) with their names.
#[rustfmt::skip]
pub const MAP_FLAGS: &[(u32, &str, KernelVersion)] = &[
    (1 << 0, "BPF_F_NO_PREALLOC", v(4, 6)),
    (1 << 1, "BPF_F_NO_COMMON_LRU", v(4, 10)),
    (1 << 2, "BPF_F_NUMA_NODE", v(4, 14)),
    (1 << 3, "BPF_F_RDONLY", v(4, 15)),
    (1 << 4, "BPF_F_WRONLY", v(4, 15)),
    (1 << 5, "BPF_F_STACK_BUILD_ID", v(4, 17)),
    (1 << 6, "BPF_F_ZERO_SEED", v(5, 0)),
    (1 << 7, "BPF_F_RDONLY_PROG", v(5, 2)),
    (1 << 8, "BPF_F_WRONLY_PROG", v(5, 2)),
    (1 << 9, "BPF_F_CLONE", v(5, 4)),
    (1 << 10, "BPF_F_MMAPABLE", v(5, 5)),
    (1 << 11, "BPF_F_PRESERVE_ELEMS", v(5, 10)),
    (1 << 12, "BPF_F_INNER_MAP", v(5, 10)),
    (1 << 13, "BPF_F_LINK", v(6, 4)),
    (1 << 14, "BPF_F_PATH_FD", v(6, 5)),
    (1 << 15, "BPF_F_VTYPE_BTF_OBJ_FD", v(6, 9)),
    (1 << 16, "BPF_F_TOKEN_FD", v(6, 9)),
    (1 << 17, "BPF_F_SEGV_ON_FAULT", v(6, 9)),
    (1 << 18, "BPF_F_NO_USER_CONV", v(6, 9)),
];

/// What `iter/…` can go through: `struct bpf_iter__*` in the kernel's BTF.
pub const ITERATORS: &[(&str, KernelVersion)] = &[
    ("bpf_link", v(5, 19)),
    ("bpf_map", v(5, 8)),
    ("bpf_map_elem", v(5, 9)),
    ("bpf_prog", v(5, 9)),
    ("bpf_sk_storage_map", v(5, 9)),
    ("cgroup", v(6, 1)),
    ("dmabuf", v(6, 16)),
    ("ipv6_route", v(5, 8)),
    ("kmem_cache", v(6, 13)),
    ("ksym", v(6, 0)),
    ("netlink", v(5, 8)),
    ("sockmap", v(5, 10)),
    ("task", v(5, 8)),
    ("task_file", v(5, 8)),
    ("task_vma", v(5, 12)),
    ("tcp", v(5, 9)),
    ("udp", v(5, 9)),
    ("unix", v(5, 15)),
];

/// The structs that programs can implement: `bpf_struct_ops_*` in the kernel's BTF.
pub const STRUCT_OPS: &[(&str, KernelVersion)] = &[
    ("Qdisc_ops", v(6, 16)),
    ("hid_bpf_ops", v(6, 11)),
    ("sched_ext_ops", v(6, 12)),
    ("tcp_congestion_ops", v(5, 6)),
];

/// Sleepable programs (`BPF_F_SLEEPABLE`; `can_be_sleepable` in `kernel/bpf/verifier.c`), by the section's name without `.s`.
/// Those on tracepoints came after 6.19 and are in 7.2.
const SLEEPABLE: &[(&str, KernelVersion)] = &[
    ("fentry", v(5, 10)),
    ("fexit", v(5, 10)),
    ("fmod_ret", v(5, 10)),
    ("iter", v(5, 18)),
    ("lsm", v(5, 10)),
    ("raw_tp", v(7, 2)),
    ("raw_tracepoint", v(7, 2)),
    ("struct_ops", v(6, 3)),
    ("tp", v(7, 2)),
    ("tp_btf", v(7, 2)),
    ("tracepoint", v(7, 2)),
    ("uprobe", v(6, 0)),
    ("uretprobe", v(6, 0)),
    ("usdt", v(6, 0)),
];

/// Packets in several fragments (`BPF_F_XDP_HAS_FRAGS`).
const FRAGS: KernelVersion = v(5, 18);

fn of(firsts: Firsts, number: u32) -> Option<KernelVersion> {
    let after = firsts.partition_point(|(first, _)| *first <= number);
    Some(firsts.get(after.checked_sub(1)?)?.1)
}

fn by_name(table: &[(&str, KernelVersion)], name: &str) -> Option<KernelVersion> {
    let mut rows = table.iter();
    rows.find_map(|(row, version)| (*row == name).then_some(*version))
}

/// The first kernel with a helper, by its number.
#[must_use]
pub fn helper(id: u32) -> Option<KernelVersion> {
    of(HELPERS, id)
}

/// The first kernel with a type of map (`BPF_MAP_TYPE_*`).
#[must_use]
pub fn map_type(number: u32) -> Option<KernelVersion> {
    of(MAP_TYPES, number)
}

/// The first kernel with a flag of maps, and its name; one bit.
#[must_use]
pub fn map_flag(bit: u32) -> Option<(&'static str, KernelVersion)> {
    let mut flags = MAP_FLAGS.iter();
    flags.find_map(|(flag, name, version)| (*flag == bit).then_some((*name, *version)))
}

/// The first kernel with a type of program.
#[must_use]
pub fn program_type(program_type: ProgramType) -> Option<KernelVersion> {
    of(PROGRAM_TYPES, program_type.number())
}

/// The first kernel with an attach type (`enum bpf_attach_type`).
#[must_use]
pub fn attach_type(number: u32) -> Option<KernelVersion> {
    of(ATTACH_TYPES, number)
}

/// The first kernel with a kfunc; `None` for one that is not known, such as one of a newer kernel.
#[must_use]
pub fn kfunc(name: &str) -> Option<KernelVersion> {
    kfuncs::by_name(name).map(kfuncs::Kfunc::since)
}

/// The first kernel with an iterator, by what it goes through (`task`, `bpf_map`); `None` for one that is not known.
#[must_use]
pub fn iterator(name: &str) -> Option<KernelVersion> {
    by_name(ITERATORS, name)
}

/// The first kernel where programs can implement a struct (`tcp_congestion_ops`); `None` for one that is not known.
#[must_use]
pub fn struct_ops(name: &str) -> Option<KernelVersion> {
    // What follows tells versions of one struct apart, and libbpf leaves it out.
    by_name(STRUCT_OPS, name.split("___").next()?)
}

/// The first kernel that takes programs of a section, and what it is about the section that is newest.
#[must_use]
pub fn section(known: &Known) -> Option<(KernelVersion, String)> {
    let of_type = program_type(known.program_type)?;
    let mut newest = (of_type, format!("programs in sections `{}`", known.name));
    let mut also = |version: Option<KernelVersion>, what: String| {
        if let Some(version) = version.filter(|version| *version > newest.0) {
            newest = (version, what);
        }
    };
    if let Some(number) = known.attach_type.filter(|_| !is_optional(known)) {
        let name = known.attach_type_name().unwrap_or("this attach type");
        let what = format!("programs in sections `{}` ({name})", known.name);
        also(attach_type(number), what);
    }
    if known.sleepable {
        let kind = known.name.strip_suffix(".s").unwrap_or(known.name);
        let what = format!("programs that may sleep (`{}`)", known.name);
        also(by_name(SLEEPABLE, kind), what);
    }
    if known.frags {
        let what = format!("packets in several fragments (`{}`)", known.name);
        also(Some(FRAGS), what);
    }
    Some(newest)
}

/// Whether kernels without the attach type load and attach the program all the same: they do not look at it
/// (`bpf_prog_load_check_attach` in `kernel/bpf/syscall.c`).
fn is_optional(known: &Known) -> bool {
    matches!(
        known.name,
        "xdp" | "xdp.frags" | "sk_reuseport" | "tc/ingress" | "tc/egress"
    )
}
