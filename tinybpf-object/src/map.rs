//! Map types and what the kernel demands of a map of each.
//!
//! Only what every kernel with 4 KiB pages refuses is a problem here; what else depends on the machine (memory, number of CPUs) or on
//! sysctls is left to the kernel.

mod flags;
mod loaders;
mod memory;
mod rules;
mod uses;

pub use memory::Machine;
pub use uses::{helpers_for, maps_for};

use crate::{
    Map,
    suggest::closest,
    uapi::{self, map_type::*},
};

/// Why a map cannot be created as it is defined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong and why, such as "an array's key is its index: KeySize is 8, and must be 4".
    pub message: String,
    /// What to write instead.
    pub help: String,
}

/// All map types: C name (`BPF_MAP_TYPE_HASH`) and number.
#[must_use]
pub fn types() -> &'static [(&'static str, u32)] {
    // The first is BPF_MAP_TYPE_UNSPEC.
    &uapi::map_type::ALL[1..]
}

/// The C name of a map type, such as `BPF_MAP_TYPE_HASH`.
#[must_use]
pub fn type_name(number: u32) -> Option<&'static str> {
    let mut all = types().iter();
    all.find_map(|(name, n)| (*n == number).then_some(*name))
}

/// The number of a map type by its C name, with or without `BPF_MAP_TYPE_`.
///
/// # Errors
///
/// No such type; the error has the names that are close.
pub fn type_number(name: &str) -> Result<u32, Vec<&'static str>> {
    let short = |name: &'static str| name.strip_prefix("BPF_MAP_TYPE_").unwrap_or(name);
    let wanted = name.strip_prefix("BPF_MAP_TYPE_").unwrap_or(name);
    let mut all = types().iter();
    all.find_map(|(name, number)| (short(name) == wanted).then_some(*number))
        .ok_or_else(|| closest(wanted, types().iter().map(|(name, _)| short(name))))
}

/// Everything that keeps the kernel or all loaders from creating the map; none for a map that can be created.
#[must_use]
pub fn check(map: &Map) -> Vec<Problem> {
    rules::check(map)
}

/// What some loader does not do of what a map's definition asks for.
#[must_use]
pub fn loader_problems(map: &Map) -> Vec<Problem> {
    loaders::problems(map)
}

/// About how many bytes of memory the map takes in the kernel, when it is made and, for maps whose entries are not allocated before,
/// when it is full. `None` for types whose memory belongs to what they are stored with (tasks, sockets, cgroups), or that is not known.
#[must_use]
pub fn memory(map: &Map, machine: Machine) -> Option<u64> {
    memory::of(map, machine)
}

/// Whether aya 0.14 refuses an object with this map, whatever is asked of it.
pub(crate) fn refused_by_aya(map: &Map) -> bool {
    loaders::refused_by_aya(map)
}

/// The names in C of the flags of map creation that are set, those without a name as a number.
#[must_use]
pub fn flag_names(flags: u32) -> Vec<String> {
    let bits = (0..u32::BITS).map(|bit| flags & 1 << bit);
    bits.filter(|bit| *bit != 0)
        .map(|bit| {
            let known = flags::ALL.iter().find(|(flag, _)| *flag == bit);
            known.map_or_else(|| format!("{bit:#x}"), |(_, name)| (*name).to_owned())
        })
        .collect()
}

/// The flags without which the kernel makes no map of this type.
pub fn needed_flags(map_type: u32) -> u32 {
    flags::needed(map_type)
}

/// Whether the keys of a map are the numbers from 0 to its size.
pub fn is_array(map_type: u32) -> bool {
    matches!(map_type, ARRAY | PERCPU_ARRAY)
}

/// Whether a map holds maps.
pub fn holds_maps(map_type: u32) -> bool {
    matches!(map_type, ARRAY_OF_MAPS | HASH_OF_MAPS)
}

/// Whether the values of a map are what user space has file descriptors of, without types.
pub(crate) fn holds_slots(map_type: u32) -> bool {
    holds_maps(map_type) || map_type == PROG_ARRAY
}

/// Which types of keys and values the kernel takes for a map (`map_check_btf` in `kernel/bpf/syscall.c`, and the function of
/// that name of each map type). Loaders give none to the kernel for the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Btf {
    /// None.
    None,
    /// Of values only: there are no keys.
    Value,
    /// Both or none.
    Both,
    /// Both or none; the key's is a 32-bit integer.
    IntKey,
    /// Both or none; the key's is a struct.
    StructKey,
    /// Both are demanded; the key's is `int`.
    Storage,
    /// Both or none; the key's is a 64-bit integer, or `struct bpf_cgroup_storage_key`.
    CgroupStorage,
}

/// What the kernel takes for a map of this type.
pub fn btf(map_type: u32) -> Btf {
    match map_type {
        HASH | PERCPU_HASH | LRU_HASH | LRU_PERCPU_HASH | RHASH => Btf::Both,
        ARRAY | PERCPU_ARRAY => Btf::IntKey,
        LPM_TRIE => Btf::StructKey,
        SK_STORAGE | INODE_STORAGE | TASK_STORAGE | CGRP_STORAGE => Btf::Storage,
        CGROUP_STORAGE | PERCPU_CGROUP_STORAGE => Btf::CgroupStorage,
        BLOOM_FILTER => Btf::Value,
        _ => Btf::None,
    }
}

#[cfg(test)]
mod tests;
