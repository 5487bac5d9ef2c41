//! How much memory of the kernel's a map takes.
//!
//! The rules are those of each map type's `map_mem_usage` function in `kernel/bpf`, which fill `memlock` of a map's
//! `/proc/…/fdinfo` since Linux 6.4. Older kernels allocate about the same.

use super::flags::NO_PREALLOC;
use crate::{Map, uapi::map_type::*};

/// Bytes of `struct bpf_map` with what each type has beside it; not the same in all kernels.
const HEADER: u64 = 512;
/// `struct htab_elem`, the head of an entry of a hash.
const ENTRY: u64 = 48;
/// `struct bucket` of a hash: a list and a lock.
const BUCKET: u64 = 16;
/// `struct lpm_trie_node`.
const NODE: u64 = 40;
const POINTER: u64 = 8;

/// The machine that a map is made on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Machine {
    /// The CPUs that it may have (`/sys/devices/system/cpu/possible`).
    pub cpus: u64,
    /// The size of a page in bytes.
    pub page: u64,
}

impl Default for Machine {
    /// One CPU and pages of 4 KiB.
    fn default() -> Self {
        Self {
            cpus: 1,
            page: 4096,
        }
    }
}

impl Machine {
    /// This machine, as far as it tells; pages of 4 KiB.
    #[must_use]
    pub fn here() -> Self {
        let possible = std::fs::read_to_string("/sys/devices/system/cpu/possible");
        Self {
            cpus: possible.map_or(1, |list| count(list.trim())),
            ..Self::default()
        }
    }
}

/// The number of CPUs in a list such as `0-3,8`.
fn count(list: &str) -> u64 {
    let ranges = list.split(',').filter_map(|range| {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        let (first, last) = (first.parse::<u64>().ok()?, last.parse::<u64>().ok()?);
        Some(last.checked_sub(first)? + 1)
    });
    ranges.sum::<u64>().max(1)
}

/// About how many bytes of memory the map takes in the kernel, when it is made and, for maps whose entries are not allocated before,
/// when it is full. `None` for types whose memory belongs to what they are stored with (tasks, sockets, cgroups), or that is not known.
pub(super) fn of(map: &Map, machine: Machine) -> Option<u64> {
    let Machine { cpus, page } = machine;
    let entries = u64::from(map.max_entries);
    let (key, value) = (word(map.key_size), word(map.value_size));
    let pages = |size: u64| size.next_multiple_of(page);
    Some(
        HEADER
            + match map.map_type {
                ARRAY => entries * value,
                PERCPU_ARRAY => entries * (POINTER + value * cpus),
                PROG_ARRAY | PERF_EVENT_ARRAY | CGROUP_ARRAY | ARRAY_OF_MAPS
                | REUSEPORT_SOCKARRAY | DEVMAP | CPUMAP | XSKMAP | SOCKMAP => entries * POINTER,
                HASH | LRU_HASH | HASH_OF_MAPS | PERCPU_HASH | LRU_PERCPU_HASH => {
                    hash(map, key, value, cpus)
                }
                DEVMAP_HASH | SOCKHASH => {
                    buckets(entries) * POINTER + entries * (ENTRY + key + value)
                }
                RHASH => entries * (ENTRY + key + value),
                LPM_TRIE => entries * (NODE + u64::from(map.key_size) + u64::from(map.value_size)),
                QUEUE | STACK => (entries + 1) * u64::from(map.value_size),
                STACK_TRACE => {
                    buckets(entries) * POINTER + entries * (24 + u64::from(map.value_size))
                }
                // The producer's and the consumer's page, and one for the head.
                RINGBUF | USER_RINGBUF => entries + 3 * page,
                BLOOM_FILTER => bloom(map),
                // max_entries are pages, which come when they are touched.
                ARENA => entries * page,
                STRUCT_OPS => pages(value),
                INSN_ARRAY => entries * (POINTER + value),
                _ => return None,
            },
    )
}

/// `htab_map_mem_usage` in `kernel/bpf/hashtab.c`.
fn hash(map: &Map, key: u64, value: u64, cpus: u64) -> u64 {
    let per_cpu = matches!(map.map_type, PERCPU_HASH | LRU_PERCPU_HASH);
    let lru = matches!(map.map_type, LRU_HASH | LRU_PERCPU_HASH);
    let preallocated = map.map_flags & NO_PREALLOC == 0;
    // A hash of all CPUs has an entry for each to put in while the old one is still there.
    let spare = if preallocated && !per_cpu && !lru {
        cpus
    } else {
        0
    };
    let entries = u64::from(map.max_entries) + spare;
    let held = if per_cpu {
        POINTER + value * cpus
    } else {
        value
    };
    // Entries from the allocator have its link before them.
    let link = if preallocated { 0 } else { 16 };
    buckets(u64::from(map.max_entries)) * BUCKET
        + entries * (ENTRY + key + held + link)
        + spare * POINTER
}

/// Hashes have a power of two of buckets.
fn buckets(entries: u64) -> u64 {
    entries.max(1).next_power_of_two()
}

/// `bloom_map_alloc` in `kernel/bpf/bloom_filter.c`: 7/5 bits for an entry and a hash, a power of two of them.
fn bloom(map: &Map) -> u64 {
    let hashes = match map.map_extra & 0xf {
        0 => 5,
        hashes => hashes,
    };
    let bits = u64::from(map.max_entries) * hashes * 7 / 5;
    bits.max(64).next_power_of_two() / 8
}

/// Sizes are rounded up to words.
fn word(size: u32) -> u64 {
    u64::from(size).next_multiple_of(POINTER)
}
