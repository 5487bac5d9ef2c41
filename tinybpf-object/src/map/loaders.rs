//! What the loaders make of a map's definition: aya 0.14 (`parse_btf_map_struct` in aya-obj 0.3, `parse_map` in aya), libbpf
//! 1.x (`parse_btf_map_def`), cilium/ebpf (`elf_reader.go`).

use super::{Problem, holds_maps, type_name};
use crate::{Map, uapi::map_type::*};

pub(super) fn problems(map: &Map) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut add = |message: String, help: &str| {
        problems.push(Problem {
            message,
            help: help.to_owned(),
        });
    };
    let name = type_name(map.map_type).unwrap_or_default();
    match map.map_type {
        TASK_STORAGE | STRUCT_OPS | USER_RINGBUF | ARENA => add(
            format!(
                "aya has nothing to use a map of {name} with, and refuses the object by default"
            ),
            "call `allow_unsupported_maps()` on its `EbpfLoader`; programs then use the map, Rust cannot",
        ),
        INSN_ARRAY | RHASH => add(
            format!("aya does not know {name}, and refuses the object"),
            "load it with another loader",
        ),
        _ => {}
    }
    let holds = !map.slots.is_empty();
    if holds && map.map_type == PROG_ARRAY {
        add(
            "aya refuses an object with a program array that holds programs from the start"
                .to_owned(),
            "for aya, leave out `Programs`, and fill the array from Rust with `ProgramArray::set`",
        );
    } else if holds {
        add(
            "aya leaves out what a map of maps holds from the start".to_owned(),
            "for aya, fill it from Rust with `ArrayOfMaps::set` or `HashOfMaps::insert`",
        );
    }
    if holds_maps(map.map_type) && map.inner.is_none() {
        add(
            "nothing says what the maps in it are like, so aya refuses the object, and other loaders want to be told before they load it".to_owned(),
            "say it with `Inner: &bpfMapDef{…}`, for which `bpfMapDef` has a field `Inner *bpfMapDef`",
        );
    }
    if map.numa_node != 0 {
        add(
            "aya passes no NUMA node to the kernel, which then takes node 0".to_owned(),
            "load it with another loader where the node matters",
        );
    }
    if map.map_extra > u64::from(u32::MAX) {
        add(
            "a MapExtra of more than 32 bits is known to libbpf from 1.5 on only".to_owned(),
            "load it with libbpf, or leave the choice to the loader",
        );
    }
    problems
}

/// Whether aya refuses an object with this map by default.
pub(super) fn refused_by_aya(map: &Map) -> bool {
    match map.map_type {
        TASK_STORAGE | STRUCT_OPS | USER_RINGBUF | ARENA | INSN_ARRAY | RHASH => true,
        PROG_ARRAY => !map.slots.is_empty(),
        other => holds_maps(other) && map.inner.is_none(),
    }
}
