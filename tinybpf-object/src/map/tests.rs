use super::{
    flags::{MMAPABLE, NO_PREALLOC, STACK_BUILD_ID},
    *,
};
use crate::uapi::map_type as ty;

fn map(map_type: u32, key_size: u32, value_size: u32, max_entries: u32, map_flags: u32) -> Map {
    Map {
        name: "m".to_owned(),
        map_type,
        key_size,
        value_size,
        max_entries,
        map_flags,
        ..Map::default()
    }
}

/// A definition that the kernel accepts, for every type.
const GOOD: &[(u32, u32, u32, u32, u32)] = &[
    (ty::HASH, 16, 8, 1024, 0),
    (ty::HASH, 16, 8, 1024, NO_PREALLOC),
    (ty::ARRAY, 4, 70_000, 1, MMAPABLE),
    (ty::PROG_ARRAY, 4, 4, 8, 0),
    (ty::PERF_EVENT_ARRAY, 4, 4, 0, 0),
    (ty::PERCPU_HASH, 4, 32 << 10, 8, 0),
    (ty::PERCPU_ARRAY, 4, 8, 8, 0),
    (ty::STACK_TRACE, 4, 1016, 64, 0),
    (ty::STACK_TRACE, 4, 64, 64, STACK_BUILD_ID),
    (ty::CGROUP_ARRAY, 4, 4, 1, 0),
    (ty::LRU_HASH, 4, 8, 8, 0),
    (ty::LRU_PERCPU_HASH, 4, 8, 8, 0),
    (ty::LPM_TRIE, 8, 4, 8, NO_PREALLOC),
    (ty::ARRAY_OF_MAPS, 4, 4, 8, 0),
    (ty::HASH_OF_MAPS, 8, 4, 8, 0),
    (ty::DEVMAP, 4, 8, 8, 0),
    (ty::SOCKMAP, 4, 8, 8, 0),
    (ty::CPUMAP, 4, 4, 8, 0),
    (ty::XSKMAP, 4, 4, 8, 0),
    (ty::SOCKHASH, 12, 4, 8, 0),
    (ty::CGROUP_STORAGE, 16, 8, 0, 0),
    (ty::REUSEPORT_SOCKARRAY, 4, 8, 8, 0),
    (ty::PERCPU_CGROUP_STORAGE, 8, 8, 0, 0),
    (ty::QUEUE, 0, 8, 8, 0),
    (ty::STACK, 0, 8, 8, 0),
    (ty::SK_STORAGE, 4, 8, 0, NO_PREALLOC),
    (ty::DEVMAP_HASH, 4, 4, 8, 0),
    (ty::STRUCT_OPS, 4, 128, 1, 0),
    (ty::RINGBUF, 0, 0, 1 << 18, 0),
    (ty::INODE_STORAGE, 4, 8, 0, NO_PREALLOC),
    (ty::TASK_STORAGE, 4, 8, 0, NO_PREALLOC),
    (ty::BLOOM_FILTER, 0, 8, 8, 0),
    (ty::USER_RINGBUF, 0, 0, 4096, 0),
    (ty::CGRP_STORAGE, 4, 8, 0, NO_PREALLOC),
    (ty::ARENA, 0, 0, 100, MMAPABLE),
    (ty::INSN_ARRAY, 4, 16, 8, 0),
    (ty::RHASH, 16, 8, 8, NO_PREALLOC),
];

#[test]
fn every_type_has_a_rule_that_a_good_definition_passes() {
    for (kind, key, value, entries, flags) in GOOD {
        let problems = check(&map(*kind, *key, *value, *entries, *flags));
        assert_eq!(problems, [], "{:?}", type_name(*kind));
    }
    for (name, number) in types() {
        assert!(
            GOOD.iter().any(|good| good.0 == *number),
            "{name} is not covered"
        );
    }
}

#[test]
fn problems_say_what_is_wrong_and_what_to_write() {
    let storage = (ty::TASK_STORAGE, 8, 0, 1, 0);
    for ((kind, key, value, entries, flags), expected) in [
        (
            (ty::ARRAY, 8, 8, 1, 0),
            &["KeySize of BPF_MAP_TYPE_ARRAY is 8, but its key is an index; write KeySize: 4"][..],
        ),
        (
            (ty::HASH, 4, 8, 0, 0),
            &[
                "MaxEntries of BPF_MAP_TYPE_HASH is 0, but it would hold nothing; write MaxEntries: at least 1",
            ],
        ),
        (
            (ty::RINGBUF, 0, 0, 5000, 0),
            &[
                "MaxEntries of BPF_MAP_TYPE_RINGBUF is 5000, but the size of a ring buffer, in bytes, is a power of two of whole pages; write MaxEntries: 4096 or 8192",
            ],
        ),
        (
            (ty::RINGBUF, 4, 0, 1024, 0),
            &[
                "KeySize of BPF_MAP_TYPE_RINGBUF is 4, but it has neither keys nor values; write KeySize: 0",
                "MaxEntries of BPF_MAP_TYPE_RINGBUF is 1024, but the size of a ring buffer, in bytes, is a power of two of whole pages; write MaxEntries: 4096, or a larger power of two",
            ],
        ),
        (
            (ty::LPM_TRIE, 4, 4, 8, 0),
            &[
                "KeySize of BPF_MAP_TYPE_LPM_TRIE is 4, but a key is a prefix length of 4 bytes and 1 to 256 bytes of data; write KeySize: a number from 5 to 260",
                "BPF_MAP_TYPE_LPM_TRIE needs the flag BPF_F_NO_PREALLOC; write MapFlags: 1 (BPF_F_NO_PREALLOC)",
            ],
        ),
        (
            (ty::LRU_HASH, 4, 4, 8, NO_PREALLOC),
            &["BPF_MAP_TYPE_LRU_HASH cannot have the flag BPF_F_NO_PREALLOC; write MapFlags: 0"],
        ),
        (
            (ty::PERCPU_ARRAY, 4, 40_000, 8, 0),
            &[
                "ValueSize of BPF_MAP_TYPE_PERCPU_ARRAY is 40000, but the kernel keeps at most 32 KiB a CPU in one value; write ValueSize: a number from 1 to 32768",
            ],
        ),
        (
            (ty::PROG_ARRAY, 4, 8, 8, 0),
            &[
                "ValueSize of BPF_MAP_TYPE_PROG_ARRAY is 8, but its values are file descriptors; write ValueSize: 4",
            ],
        ),
        (
            (ty::STACK_TRACE, 4, 12, 8, 0),
            &[
                "ValueSize of BPF_MAP_TYPE_STACK_TRACE is 12, but each frame takes 8 bytes; write ValueSize: a multiple of 8, such as 1016",
            ],
        ),
        (
            storage,
            &[
                "KeySize of BPF_MAP_TYPE_TASK_STORAGE is 8, but for user space its key is a file descriptor; write KeySize: 4",
                "ValueSize of BPF_MAP_TYPE_TASK_STORAGE is 0; write ValueSize: a number from 1 to 65535",
                "MaxEntries of BPF_MAP_TYPE_TASK_STORAGE is 1, but it has one value for each object; write MaxEntries: 0",
                "BPF_MAP_TYPE_TASK_STORAGE needs the flag BPF_F_NO_PREALLOC; write MapFlags: 1 (BPF_F_NO_PREALLOC)",
            ],
        ),
        (
            (0, 4, 4, 1, 0),
            &["0 is no map type; write Type: a number from 1 (BPF_MAP_TYPE_HASH) to 35"],
        ),
    ] {
        let problems = check(&map(kind, key, value, entries, flags));
        let texts: Vec<String> = problems
            .iter()
            .map(|p| format!("{}; {}", p.message, p.help))
            .collect();
        assert_eq!(texts, expected);
    }
    let mut pinned = map(ty::HASH, 4, 4, 1, 0);
    pinned.pinning = 2;
    assert_eq!(check(&pinned).len(), 1);
}

#[test]
fn names_and_numbers_are_the_kernels() {
    assert_eq!(type_name(27), Some("BPF_MAP_TYPE_RINGBUF"));
    assert_eq!(type_name(19), Some("BPF_MAP_TYPE_CGROUP_STORAGE"));
    assert_eq!(type_number("LPM_TRIE"), Ok(11));
    assert_eq!(type_number("BPF_MAP_TYPE_HASH"), Ok(1));
    assert_eq!(type_number("RINGBUFF"), Err(vec!["RINGBUF"]));
    assert!(type_name(0).is_none());
}
