//! Map types and what the kernel demands of a map of each.
//!
//! Only what every kernel with 4 KiB pages refuses is a problem here; what else depends on the machine (memory, number of CPUs) or on
//! sysctls is left to the kernel.

mod rules;

use crate::{Map, suggest::closest, uapi};

/// `BPF_F_NO_PREALLOC` of `linux/bpf.h`.
pub(crate) const NO_PREALLOC: u32 = 1 << 0;
/// `BPF_F_STACK_BUILD_ID`.
pub(crate) const STACK_BUILD_ID: u32 = 1 << 5;
/// `BPF_F_MMAPABLE`.
pub(crate) const MMAPABLE: u32 = 1 << 10;

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

/// Everything that keeps the kernel or a loader from creating the map; none for a map that can be created.
#[must_use]
pub fn check(map: &Map) -> Vec<Problem> {
    rules::check(map)
}

#[cfg(test)]
mod tests;
