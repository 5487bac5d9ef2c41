//! The rules, from the `map_alloc_check` function of each map type in the kernel.

use super::{
    Problem,
    flags::{self, NUMA_NODE, STACK_BUILD_ID},
    holds_maps, type_name, types,
};
use crate::{
    Map,
    uapi::map_type::{self as ty, *},
};

/// What a map type demands.
struct Rule {
    key: Size,
    value: Size,
    entries: Entries,
}

/// What a key or value size may be, in bytes.
enum Size {
    /// Nothing of this kind is stored.
    Zero,
    /// One of these.
    OneOf(&'static [u32]),
    /// From the first to the second.
    Range(u32, u32),
    /// A multiple of this, not 0.
    MultipleOf(u32),
}

enum Entries {
    Zero,
    /// At least one.
    Some,
    /// Also 0: loaders then take the number of CPUs.
    SomeOrCpus,
    /// Bytes: a power of two of whole pages.
    Pages,
    One,
}

/// `KMALLOC_MAX_SIZE` with 4 KiB pages; what a hash holds must fit in one allocation.
const KMALLOC_MAX: u32 = 4 << 20;
/// `PCPU_MIN_UNIT_SIZE`: the most that a value for each CPU may take. Kernels with larger pages allow more.
const PER_CPU_MAX: u32 = 32 << 10;
/// `BPF_LOCAL_STORAGE_MAX_VALUE_SIZE` is below this.
const STORAGE_MAX: u32 = 0xffff;
/// The page size that every kernel's page size is a multiple of.
const PAGE: u32 = 4096;
/// An index, a file descriptor.
const FOUR: Size = Size::OneOf(&[4]);
/// A file descriptor, or something with one more.
const FOUR_OR_EIGHT: Size = Size::OneOf(&[4, 8]);
const ANY: Size = Size::Range(1, KMALLOC_MAX);

fn rule(map: &Map) -> Option<Rule> {
    let rule = |key, value, entries| Rule {
        key,
        value,
        entries,
    };
    let per_cpu = Size::Range(1, PER_CPU_MAX);
    Some(match map.map_type {
        // htab_map_alloc_check, kernel/bpf/hashtab.c
        HASH | LRU_HASH => rule(ANY, ANY, Entries::Some),
        PERCPU_HASH | LRU_PERCPU_HASH => rule(ANY, per_cpu, Entries::Some),
        HASH_OF_MAPS => rule(ANY, FOUR, Entries::Some),
        // rhtab_map_alloc_check
        RHASH => rule(Size::Range(1, 0xffff), ANY, Entries::Some),
        // array_map_alloc_check and fd_array_map_alloc_check, kernel/bpf/arraymap.c
        ARRAY => {
            let value = Size::Range(1, i32::MAX.cast_unsigned());
            rule(FOUR, value, Entries::Some)
        }
        PERCPU_ARRAY => rule(FOUR, per_cpu, Entries::Some),
        PROG_ARRAY | CGROUP_ARRAY | ARRAY_OF_MAPS => rule(FOUR, FOUR, Entries::Some),
        PERF_EVENT_ARRAY => rule(FOUR, FOUR, Entries::SomeOrCpus),
        // reuseport_array_alloc_check, kernel/bpf/reuseport_array.c
        REUSEPORT_SOCKARRAY => rule(FOUR, FOUR_OR_EIGHT, Entries::Some),
        // stack_map_alloc, kernel/bpf/stackmap.c
        STACK_TRACE if map.map_flags & STACK_BUILD_ID != 0 => {
            rule(FOUR, Size::MultipleOf(32), Entries::Some)
        }
        STACK_TRACE => rule(FOUR, Size::MultipleOf(8), Entries::Some),
        // trie_alloc, kernel/bpf/lpm_trie.c: 4 bytes of prefix length, then 1 to 256 bytes of data
        LPM_TRIE => rule(Size::Range(5, 260), ANY, Entries::Some),
        // dev_map_alloc_check, kernel/bpf/devmap.c; cpu_map_alloc, kernel/bpf/cpumap.c
        DEVMAP | DEVMAP_HASH | CPUMAP => rule(FOUR, FOUR_OR_EIGHT, Entries::Some),
        // xsk_map_alloc, net/xdp/xskmap.c
        XSKMAP => rule(FOUR, FOUR, Entries::Some),
        // sock_map_alloc and sock_hash_alloc, net/core/sock_map.c
        SOCKMAP => rule(FOUR, FOUR_OR_EIGHT, Entries::Some),
        SOCKHASH => rule(Size::Range(1, 512), FOUR_OR_EIGHT, Entries::Some),
        // cgroup_storage_map_alloc, kernel/bpf/local_storage.c: a cgroup id, or struct bpf_cgroup_storage_key
        CGROUP_STORAGE => {
            let key = Size::OneOf(&[8, 16]);
            rule(key, Size::Range(1, STORAGE_MAX), Entries::Zero)
        }
        PERCPU_CGROUP_STORAGE => rule(Size::OneOf(&[8, 16]), per_cpu, Entries::Zero),
        // bpf_local_storage_map_alloc_check, kernel/bpf/bpf_local_storage.c; the kernel also demands BTF of key and value
        SK_STORAGE | INODE_STORAGE | TASK_STORAGE | CGRP_STORAGE => {
            rule(FOUR, Size::Range(1, STORAGE_MAX), Entries::Zero)
        }
        // queue_stack_map_alloc_check, kernel/bpf/queue_stack_maps.c; bloom_map_alloc, kernel/bpf/bloom_filter.c
        QUEUE | STACK | BLOOM_FILTER => rule(Size::Zero, ANY, Entries::Some),
        // ringbuf_map_alloc, kernel/bpf/ringbuf.c
        RINGBUF | USER_RINGBUF => rule(Size::Zero, Size::Zero, Entries::Pages),
        // arena_map_alloc, kernel/bpf/arena.c; the entries are pages
        ARENA => rule(Size::Zero, Size::Zero, Entries::Some),
        // insn_array_alloc_check, kernel/bpf/bpf_insn_array.c: struct bpf_insn_array_value
        INSN_ARRAY => rule(FOUR, Size::OneOf(&[16]), Entries::Some),
        // bpf_struct_ops_map_alloc_check, kernel/bpf/bpf_struct_ops.c
        STRUCT_OPS => rule(FOUR, ANY, Entries::One),
        _ => return None,
    })
}

pub(super) fn check(map: &Map) -> Vec<Problem> {
    let mut problems = Vec::new();
    if map.pinning > 1 {
        problems.push(problem(
            format!("Pinning is {}, which no loader knows", map.pinning),
            "write 1 to pin the map by its name, or 0".to_owned(),
        ));
    }
    let (Some(rule), Some(name)) = (rule(map), type_name(map.map_type)) else {
        problems.push(unknown_type(map.map_type));
        return problems;
    };
    let sizes = [
        ("KeySize", map.key_size, &rule.key),
        ("ValueSize", map.value_size, &rule.value),
    ];
    problems.extend(sizes.into_iter().filter_map(|(field, size, allowed)| {
        let demand = allowed.demand(size)?;
        Some(problem(
            format!("{field} of {name} is {size}{}", because(map, field)),
            format!("write {field}: {demand}"),
        ))
    }));
    problems.extend(entries(map, name, &rule.entries));
    problems.extend(flag_problems(map, name));
    problems.extend(extra(map, name));
    problems.extend(held(map, name));
    problems
}

impl Size {
    /// What to write instead of `size`; None when it is right.
    fn demand(&self, size: u32) -> Option<String> {
        let (right, demand) = match self {
            Self::Zero => (size == 0, "0".to_owned()),
            Self::OneOf(sizes) => {
                let texts: Vec<String> = sizes.iter().map(u32::to_string).collect();
                (sizes.contains(&size), texts.join(" or "))
            }
            Self::Range(least, most) => (
                (*least..=*most).contains(&size),
                format!("a number from {least} to {most}"),
            ),
            Self::MultipleOf(n) => (
                size != 0 && size.is_multiple_of(*n),
                format!("a multiple of {n}, such as {}", n * 127),
            ),
        };
        (!right).then_some(demand)
    }
}

/// Why the kernel wants another size, where that is worth saying.
fn because(map: &Map, field: &str) -> &'static str {
    let key = field == "KeySize";
    match map.map_type {
        RINGBUF | USER_RINGBUF | ARENA => ", but it has neither keys nor values",
        QUEUE | STACK | BLOOM_FILTER if key => ", but it has no keys",
        LPM_TRIE if key => ", but a key is a prefix length of 4 bytes and 1 to 256 bytes of data",
        SK_STORAGE | INODE_STORAGE | TASK_STORAGE | CGRP_STORAGE if key => {
            ", but for user space its key is a file descriptor"
        }
        CGROUP_STORAGE | PERCPU_CGROUP_STORAGE if key => {
            ", but its key is a cgroup id, alone or with an attach type"
        }
        STACK_TRACE if !key && map.map_flags & STACK_BUILD_ID != 0 => {
            ", but each frame with a build ID takes 32 bytes"
        }
        STACK_TRACE if !key => ", but each frame takes 8 bytes",
        PROG_ARRAY | PERF_EVENT_ARRAY | CGROUP_ARRAY | ARRAY_OF_MAPS | HASH_OF_MAPS | XSKMAP
            if !key =>
        {
            ", but its values are file descriptors"
        }
        PERCPU_ARRAY | PERCPU_HASH | LRU_PERCPU_HASH if !key && map.value_size != 0 => {
            ", but the kernel keeps at most 32 KiB a CPU in one value"
        }
        ARRAY | PERCPU_ARRAY | PROG_ARRAY | PERF_EVENT_ARRAY | CGROUP_ARRAY | ARRAY_OF_MAPS
        | REUSEPORT_SOCKARRAY | DEVMAP | CPUMAP | XSKMAP | SOCKMAP | INSN_ARRAY
            if key =>
        {
            ", but its key is an index"
        }
        _ => "",
    }
}

fn entries(map: &Map, name: &str, allowed: &Entries) -> Option<Problem> {
    let n = map.max_entries;
    let (right, why, demand) = match allowed {
        Entries::Zero => (n == 0, "it has one value for each object", "0".to_owned()),
        Entries::Some => (n != 0, "it would hold nothing", "at least 1".to_owned()),
        Entries::SomeOrCpus => (true, "", String::new()),
        Entries::One => (n == 1, "it holds one struct", "1".to_owned()),
        Entries::Pages => (
            n.is_power_of_two() && n.is_multiple_of(PAGE),
            "the size of a ring buffer, in bytes, is a power of two of whole pages",
            page_sizes(n),
        ),
    };
    (!right).then(|| {
        problem(
            format!("MaxEntries of {name} is {n}, but {why}"),
            format!("write MaxEntries: {demand}"),
        )
    })
}

/// The ring buffer sizes below and above `n`.
fn page_sizes(n: u32) -> String {
    let above = n.checked_next_power_of_two().unwrap_or(1 << 31).max(PAGE);
    match above / 2 {
        below if n > PAGE => format!("{below} or {above}"),
        _ => format!("{above}, or a larger power of two"),
    }
}

fn flag_problems(map: &Map, name: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let (set, needed) = (map.map_flags, flags::needed(map.map_type));
    let allowed = flags::allowed(map.map_type);
    for (flag, c_name) in flags::ALL {
        if needed & !set & flag != 0 {
            problems.push(problem(
                format!("{name} needs the flag {c_name}"),
                format!("write MapFlags: {} ({c_name})", set | flag),
            ));
        } else if set & !allowed & flag != 0 {
            problems.push(problem(
                format!("{name} cannot have the flag {c_name}"),
                format!("write MapFlags: {}", set & !flag),
            ));
        }
    }
    let known = flags::ALL.iter().fold(0, |all, (flag, _)| all | flag);
    if set & !known != 0 {
        problems.push(problem(
            format!(
                "MapFlags has bits that are no flag of linux/bpf.h: {:#x}",
                set & !known
            ),
            format!("write MapFlags: {}", set & known),
        ));
    }
    let c_name = |flag| {
        flags::ALL
            .iter()
            .find(|(f, _)| *f == flag)
            .map_or("", |f| f.1)
    };
    for (one, other) in flags::EXCLUSIVE {
        if set & one != 0 && set & other != 0 {
            problems.push(problem(
                format!(
                    "a map cannot have both {} and {}",
                    c_name(one),
                    c_name(other)
                ),
                "leave out one of them, or both for reading and writing".to_owned(),
            ));
        }
    }
    problems
}

/// The NUMA node, and what only some types ask for.
fn extra(map: &Map, name: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    if map.numa_node != 0 && map.map_flags & NUMA_NODE == 0 {
        problems.push(problem(
            "NumaNode is given, but the kernel looks at it with the flag BPF_F_NUMA_NODE only"
                .to_owned(),
            format!(
                "write MapFlags: {} (BPF_F_NUMA_NODE)",
                map.map_flags | NUMA_NODE
            ),
        ));
    }
    let n = map.map_extra;
    let (right, why, demand) = match map.map_type {
        BLOOM_FILTER => (
            n <= 15,
            "it is the number of hashes",
            "a number up to 15, or 0 for the kernel's choice",
        ),
        ARENA => (
            n.is_multiple_of(PAGE.into()),
            "it is the address of the arena in user space",
            "a multiple of the page size, or 0 for the loader's choice",
        ),
        _ => (n == 0, "it says nothing for such a map", "0"),
    };
    if !right {
        problems.push(problem(
            format!("MapExtra of {name} is {n}, but {why}"),
            format!("write MapExtra: {demand}"),
        ));
    }
    problems
}

/// What a map holds.
fn held(map: &Map, name: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let (count, most) = (map.slots.len(), map.max_entries as usize);
    if count > most {
        problems.push(problem(
            format!("it holds {count} from the start, but MaxEntries is {most}"),
            format!("write MaxEntries: {count}"),
        ));
    }
    if count != 0 && !holds_maps(map.map_type) && map.map_type != PROG_ARRAY {
        problems.push(problem(
            format!("{name} cannot hold maps or programs"),
            "leave out `Maps` and `Programs`, or write Type: 3 (BPF_MAP_TYPE_PROG_ARRAY), 12 (BPF_MAP_TYPE_ARRAY_OF_MAPS) or 13 (BPF_MAP_TYPE_HASH_OF_MAPS)".to_owned(),
        ));
    }
    let Some(inner) = &map.inner else {
        return problems;
    };
    if !holds_maps(map.map_type) {
        problems.push(problem(
            format!("{name} cannot hold maps, so it has no inner map"),
            "write Type: 12 (BPF_MAP_TYPE_ARRAY_OF_MAPS) or 13 (BPF_MAP_TYPE_HASH_OF_MAPS), or leave out `Inner` and `Maps`".to_owned(),
        ));
        return problems;
    }
    // bpf_map_meta_alloc, kernel/bpf/map_in_map.c: one level, and no type without map_meta_equal
    if holds_maps(inner.map_type)
        || matches!(
            inner.map_type,
            PROG_ARRAY | CGROUP_STORAGE | PERCPU_CGROUP_STORAGE | STRUCT_OPS
        )
    {
        let inner = type_name(inner.map_type).unwrap_or_default();
        problems.push(problem(
            format!("{name} cannot hold maps of {inner}"),
            "let it hold maps of another type".to_owned(),
        ));
        return problems;
    }
    let inner_problems = check(inner).into_iter();
    problems.extend(inner_problems.map(|found| Problem {
        message: format!("its inner map: {}", found.message),
        help: found.help,
    }));
    problems
}

fn unknown_type(number: u32) -> Problem {
    let last = types().last().map_or(ty::UNSPEC, |(_, number)| *number);
    problem(
        format!("{number} is no map type"),
        format!("write Type: a number from 1 (BPF_MAP_TYPE_HASH) to {last}"),
    )
}

fn problem(message: String, help: String) -> Problem {
    Problem { message, help }
}
