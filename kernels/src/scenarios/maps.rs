//! Maps of all types, maps that objects share, and the maps that loaders make of data sections.

use std::{fs, path::Path};

use libbpf_rs::MapCore;

use crate::{
    bpf::{Bpf, number},
    scenario::{Loader, Outcome, Scenario, expect},
};

pub(super) const ALL: &[Scenario] = &[
    Scenario::new("map-types", "kernels/programs/map-types", |bpf| {
        types(bpf, OLD)
    }),
    Scenario::new("map-types-late", "kernels/programs/map-types-late", |bpf| {
        types(bpf, LATE)
    })
    .since(6, 9, "arenas"),
    Scenario::new(
        "map-types-newest",
        "kernels/programs/map-types-newest",
        |bpf| types(bpf, NEWEST),
    )
    .since(7, 2, "resizable hashes")
    .without(Loader::Aya, "instruction arrays and resizable hashes"),
    Scenario::new("pinned", "kernels/programs/pin-writer", pinned)
        .beside("kernels/programs/pin-reader"),
    Scenario::new(
        "data-sections",
        "kernels/programs/data-sections",
        data_sections,
    ),
    Scenario::new("collections", "kernels/programs/collections", collections)
        .since(6, 4, "bpf_rbtree_add_impl as it is today")
        .without(Loader::Aya, "kfuncs"),
];

/// Names and types (`enum bpf_map_type`) of the maps.
type Types = &'static [(&'static str, u32)];

const OLD: Types = &[
    ("hash", 1),
    ("array", 2),
    ("programs", 3),
    ("perf_events", 4),
    ("percpu_hash", 5),
    ("percpu_array", 6),
    ("stacks", 7),
    ("cgroups", 8),
    ("lru_hash", 9),
    ("lru_percpu_hash", 10),
    ("prefixes", 11),
    ("array_of_maps", 12),
    ("hash_of_maps", 13),
    ("devices", 14),
    ("sockets", 15),
    ("cpus", 16),
    ("xsks", 17),
    ("socket_hash", 18),
    ("cgroup_values", 19),
    ("reuseports", 20),
    ("percpu_cgroup", 21),
    ("queue", 22),
    ("stack", 23),
    ("sk_values", 24),
    ("device_hash", 25),
    ("ring", 27),
    ("inode_values", 28),
];
const LATE: Types = &[
    ("task_values", 29),
    ("bloom", 30),
    ("user_ring", 31),
    ("cgroup_values", 32),
    ("arena", 33),
];
const NEWEST: Types = &[("instructions", 34), ("resizable", 35)];

/// The kernel has each map, with the type that Go gives it, though no Go code uses it.
fn types(bpf: &mut Bpf, maps: Types) -> Outcome {
    bpf.load()?;
    for (name, number) in maps {
        let map = bpf.map(name)?;
        expect(name, map.info()?.info.type_, *number)?;
    }
    Ok(())
}

/// The second object uses the map that the first one pinned.
fn pinned(bpf: &mut Bpf) -> Outcome {
    const PIN: &str = "/sys/fs/bpf/tinybpf_shared";
    bpf.load()?;
    let mut reader = Bpf::new(bpf.loader, fs::read("pinned.beside.o")?)?;
    let done = (|| {
        expect("the pin", Path::new(PIN).exists(), true)?;
        reader.load()?;
        reader.verdict("read", &[0; 64], 1)?;
        bpf.verdict("write", &[0; 64], 2)?;
        reader.verdict("read", &[0; 64], 3)?;
        let id = |bpf: &mut Bpf| -> Outcome<u32> { Ok(bpf.map("tinybpf_shared")?.info()?.info.id) };
        expect("one map", id(&mut reader)?, id(bpf)?)
    })();
    fs::remove_file(PIN)?;
    done
}

/// User space sets variables of each section before loading, and reads them afterwards.
fn data_sections(bpf: &mut Bpf) -> Outcome {
    let words = |numbers: [u32; 4]| numbers.map(u32::to_ne_bytes).concat();
    bpf.set("limits", &[2_u32, 30].map(u32::to_ne_bytes).concat());
    bpf.set("weights", &words([1, 20, 30, 40]));
    bpf.load()?;
    for _ in 0..2 {
        bpf.verdict("add", &[0; 64], 2)?;
    }
    expect("weights", bpf.variable("weights")?, words([3, 20, 30, 40]))?;
    let totals: Vec<u64> = bpf.variable("totals")?.chunks(8).map(number).collect();
    expect("totals", totals, vec![2, 40, 60, 0, 0, 0, 0, 0])?;
    expect("last", number(&bpf.variable("last")?), 30)
}

/// Lists, trees, references and kptrs of the program's own objects.
fn collections(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    bpf.verdict("list", &[0; 64], 42)?;
    bpf.verdict("tree", &[0; 64], 10)?;
    bpf.verdict("stash", &[0; 64], 1)?;
    bpf.verdict("stash", &[0; 64], 7)
}
