//! The memory that maps are computed to take, beside what the kernel counts (`memlock`, since Linux 6.4).

use std::{
    fs,
    os::fd::{AsFd, AsRawFd},
};

use libbpf_rs::{MapHandle, MapType, libbpf_sys::bpf_map_create_opts};
use tests::can_load;
use tinybpf_core::{
    Map,
    map::{Machine, memory},
};

/// Type, sizes of key and value, entries, flags.
const MAPS: [(MapType, u32, u32, u32, u32); 20] = [
    (MapType::Array, 4, 20, 1000, 0),
    (MapType::PercpuArray, 4, 20, 1000, 0),
    (MapType::Hash, 6, 20, 1000, 0),
    (MapType::Hash, 16, 64, 10_000, 0),
    (MapType::LruHash, 8, 24, 1000, 0),
    (MapType::PercpuHash, 8, 24, 1000, 0),
    (MapType::LruPercpuHash, 8, 24, 1000, 0),
    (MapType::ProgArray, 4, 4, 1000, 0),
    (MapType::PerfEventArray, 4, 4, 1000, 0),
    (MapType::StackTrace, 4, 8 * 127, 1000, 0),
    (MapType::CgroupArray, 4, 4, 1000, 0),
    (MapType::Devmap, 4, 4, 1000, 0),
    (MapType::Cpumap, 4, 4, 2, 0),
    (MapType::Xskmap, 4, 4, 1000, 0),
    (MapType::Sockmap, 4, 8, 1000, 0),
    (MapType::Queue, 0, 20, 1000, 0),
    (MapType::Stack, 0, 20, 1000, 0),
    (MapType::RingBuf, 0, 0, 1 << 16, 0),
    (MapType::UserRingBuf, 0, 0, 1 << 16, 0),
    (MapType::BloomFilter, 0, 8, 1000, 0),
];

#[test]
fn maps_take_the_memory_that_is_computed() {
    if !can_load() {
        return;
    }
    let opts = bpf_map_create_opts {
        sz: size_of::<bpf_map_create_opts>() as u64,
        ..Default::default()
    };
    let mut wrong = Vec::new();
    for (kind, key, value, entries, flags) in MAPS {
        let opts = bpf_map_create_opts {
            map_flags: flags,
            ..opts
        };
        let handle = MapHandle::create(kind, Some("memory"), key, value, entries, &opts)
            .unwrap_or_else(|error| panic!("{kind:?}: {error}"));
        let fd = handle.as_fd().as_raw_fd();
        let about = fs::read_to_string(format!("/proc/self/fdinfo/{fd}")).unwrap();
        let line = about.lines().find_map(|line| line.strip_prefix("memlock:"));
        let counted: u64 = line.unwrap().trim().parse().unwrap();
        let map = Map {
            map_type: kind as u32,
            key_size: key,
            value_size: value,
            max_entries: entries,
            map_flags: flags,
            ..Map::default()
        };
        let computed = memory(&map, Machine::here()).unwrap();
        // The structs of maps and what they have for each CPU differ from kernel to kernel.
        if computed.abs_diff(counted) > 1024 + counted / 100 {
            wrong.push(format!(
                "{kind:?}: {computed} bytes are computed, the kernel counts {counted}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
