//! A map of each kind, from both sides: with the bare conventions (`maps`), and with the Go package (`typed`).

use aya::maps::{
    Array, HashMap, LpmTrie, MapData, PerCpuArray, PerCpuHashMap, PerfEventArray, ProgramArray,
    Queue, RingBuf, lpm_trie::Key, perf::PerfEvent,
};
use tests::{Call, Loaded, object};
use tinybpf_core::{Object, Type};

use super::{load, xdp};

/// The programs, which do the same.
const TWINS: [&str; 2] = ["maps", "typed"];

fn call(loaded: &Loaded, operation: u64, a: u64, b: u64) -> [u64; 2] {
    let (verdict, results) = loaded.call("maps", Call { operation, a, b });
    assert_eq!(verdict, xdp::PASS, "operation {operation}");
    results
}

/// `Flow` in Go, as bytes.
fn flow(address: u32) -> [u8; 8] {
    let [a, b, c, d] = address.to_le_bytes();
    [
        a,
        b,
        c,
        d,
        443_u16.to_le_bytes()[0],
        443_u16.to_le_bytes()[1],
        0,
        0,
    ]
}

#[test]
fn hash_maps() {
    for case in TWINS {
        let Some(loaded) = load(case) else { return };
        for (operation, name) in [(1, "hash"), (9, "lruHash")] {
            assert_eq!(call(&loaded, operation, 7, 100)[0], 0, "{name}");
            assert_eq!(call(&loaded, operation, 7, 20)[0], 1, "{name}");
            let map: HashMap<&MapData, [u8; 8], u64> =
                loaded.ebpf.map(name).unwrap().try_into().unwrap();
            assert_eq!(
                map.iter().collect::<Result<Vec<_>, _>>().unwrap(),
                [(flow(7), 120)],
                "{name}"
            );
        }
        assert_eq!(call(&loaded, 101, 7, 0)[0], 1);
        assert_eq!(call(&loaded, 101, 7, 0)[0], 0);
    }
}

#[test]
fn per_cpu_hash_maps() {
    for case in TWINS {
        let Some(loaded) = load(case) else { return };
        for (operation, name) in [(5, "percpuHash"), (10, "lruPercpuHash")] {
            assert_eq!(call(&loaded, operation, 8, 100)[0], 0, "{name}");
            assert_eq!(call(&loaded, operation, 8, 20)[0], 1, "{name}");
            let map: PerCpuHashMap<&MapData, [u8; 8], u64> =
                loaded.ebpf.map(name).unwrap().try_into().unwrap();
            assert_eq!(
                map.get(&flow(8), 0).unwrap().iter().sum::<u64>(),
                120,
                "{name}"
            );
        }
    }
}

#[test]
fn arrays() {
    for case in TWINS {
        let Some(loaded) = load(case) else { return };
        for operation in [2, 6] {
            assert_eq!(call(&loaded, operation, 3, 100)[0], 1);
            assert_eq!(call(&loaded, operation, 3, 20)[0], 1);
            assert_eq!(
                call(&loaded, operation, 4, 20)[0],
                0,
                "there are four entries"
            );
        }
        let array: Array<_, u64> = loaded.ebpf.map("array").unwrap().try_into().unwrap();
        assert_eq!((array.len(), array.get(&3, 0).unwrap()), (4, 120));
        let array: PerCpuArray<_, u64> =
            loaded.ebpf.map("percpuArray").unwrap().try_into().unwrap();
        assert_eq!(array.get(&3, 0).unwrap().iter().sum::<u64>(), 120);
    }
}

#[test]
fn tail_calls_through_a_program_array() {
    for case in TWINS {
        let Some(mut loaded) = load(case) else { return };
        let called = match loaded.ebpf.program("called") {
            Some(program) => program.fd().unwrap().try_clone().unwrap(),
            None => panic!("no program"),
        };
        let mut programs: ProgramArray<_> = loaded
            .ebpf
            .take_map("programs")
            .unwrap()
            .try_into()
            .unwrap();
        programs.set(1, &called, 0).unwrap();
        assert_eq!(call(&loaded, 3, 1, 0)[0], 77);
        assert_eq!(call(&loaded, 3, 0, 0)[0], 0, "there is no program");
        assert_eq!(call(&loaded, 3, 9, 0)[0], 0, "there is no such entry");
    }
}

#[test]
fn longest_prefix_matches() {
    for case in TWINS {
        let Some(mut loaded) = load(case) else { return };
        let mut trie: LpmTrie<_, [u8; 4], u64> =
            loaded.ebpf.map_mut("trie").unwrap().try_into().unwrap();
        trie.insert(&Key::new(8, [10, 0, 0, 0]), 8, 0).unwrap();
        trie.insert(&Key::new(24, [10, 0, 1, 0]), 24, 0).unwrap();
        assert_eq!(call(&loaded, 11, 0x0105, 0), [1, 24]);
        assert_eq!(call(&loaded, 11, 0x0205, 0), [1, 8]);
    }
}

#[test]
fn a_queue() {
    for case in TWINS {
        let Some(mut loaded) = load(case) else { return };
        assert_eq!(call(&loaded, 22, 5, 6), [1, 5]);
        let mut queue: Queue<_, u64> = loaded.ebpf.map_mut("queue").unwrap().try_into().unwrap();
        assert_eq!(queue.pop(0).unwrap(), 6);
    }
}

#[test]
fn a_ring_buffer() {
    for case in TWINS {
        let Some(mut loaded) = load(case) else { return };
        assert_eq!(call(&loaded, 27, 3, 0)[0], 1);
        let mut ring = RingBuf::try_from(loaded.ebpf.map_mut("ring").unwrap()).unwrap();
        assert_eq!(&*ring.next().unwrap(), flow(3));
        assert!(ring.next().is_none());
    }
}

#[test]
fn perf_events() {
    for case in TWINS {
        let Some(mut loaded) = load(case) else { return };
        assert_eq!(call(&loaded, 4, 3, 0)[0], 0, "nobody listens");
        let mut perf: PerfEventArray<_> = loaded.ebpf.take_map("perf").unwrap().try_into().unwrap();
        let cpus = aya::util::online_cpus().unwrap();
        let mut buffers: Vec<_> = cpus
            .into_iter()
            .map(|cpu| perf.open(cpu, None).unwrap())
            .collect();
        assert_eq!(call(&loaded, 4, 3, 0)[0], 1);
        let mut found = Vec::new();
        for buffer in &mut buffers {
            buffer.for_each(|event| match event {
                PerfEvent::Sample { head, tail } => found.push([head, tail].concat()),
                PerfEvent::Lost { count } => panic!("{count} were lost"),
            });
        }
        assert_eq!(found.len(), 1);
        assert_eq!(found[0][..8], flow(3));
    }
}

#[test]
fn the_object_says_what_maps_there_are() {
    let Some(object) = object("maps") else { return };
    let names: Vec<_> = object.maps.iter().map(|map| map.name.as_str()).collect();
    #[rustfmt::skip]
    assert_eq!(names, [
        "array", "hash", "lruHash", "lruPercpuHash", "percpuArray", "percpuHash", "perf", "programs", "queue", "ring", "trie",
    ]);
    let trie = object.maps.iter().find(|map| map.name == "trie").unwrap();
    assert_eq!(
        (
            trie.map_type,
            trie.key_size,
            trie.value_size,
            trie.max_entries,
            trie.map_flags
        ),
        (11, 8, 8, 16, 1)
    );
    assert!(
        trie.position
            .as_ref()
            .is_some_and(|at| at.file.ends_with("maps/main.go")),
        "{:?}",
        trie.position
    );
}

/// TinyGo drops what no Go code uses; user space may be all that uses it.
#[test]
fn what_no_go_code_uses() {
    let Some(mut loaded) = load("unused") else {
        return;
    };
    let object = object("unused").unwrap();
    assert_eq!(object.license, "Dual MIT/GPL");
    let mut shared: HashMap<_, u32, u64> =
        loaded.ebpf.map_mut("shared").unwrap().try_into().unwrap();
    shared.insert(3, 4, 0).unwrap();
    assert_eq!(shared.get(&3, 0).unwrap(), 4);
    let names = loaded.ebpf.map("names").unwrap();
    assert!(HashMap::<_, u32, [u8; 16]>::try_from(names).is_ok());
    let read_only: Array<_, [u8; 4]> = loaded.ebpf.map(".rodata").unwrap().try_into().unwrap();
    assert_eq!(read_only.get(&0, 0).unwrap(), 5_u32.to_ne_bytes());
    let section = object
        .data_sections
        .iter()
        .find(|s| s.name == ".data.tuning");
    let names = section.unwrap().variables.iter().map(|v| v.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["weights"]);
}

/// The Go name of a type.
fn name_of(object: &Object, ty: Option<&Type>) -> String {
    match ty {
        Some(Type::Struct(index)) => object.types.structs[*index].name.clone(),
        Some(Type::Named { name, .. }) => name.clone(),
        Some(Type::Int { size: 4, .. }) => "uint32".to_owned(),
        _ => String::new(),
    }
}

/// TinyGo describes no variable on its heap: the sources tell the types.
#[test]
fn types_that_only_sources_tell() {
    let Some(loaded) = load("records") else {
        return;
    };
    assert_eq!(loaded.run("prog", &[0; 64]).0, 1);
    let object = object("records").unwrap();
    for (name, key, value) in [
        ("events", "", "Event"),
        ("ports", "Port", ""),
        ("others", "Other", ""),
        ("plain", "uint32", ""),
        ("verdicts", "uint32", "Verdict"),
        ("news", "Other", "Port"),
        ("pairs", "", ""),
    ] {
        let map = object.maps.iter().find(|map| map.name == name).unwrap();
        let types = [&map.key, &map.value].map(|ty| name_of(&object, ty.as_ref()));
        assert_eq!(types, [key, value], "{name}");
    }
    let told = object
        .warnings
        .iter()
        .filter(|w| w.message.contains("what map `pairs` holds"));
    assert_eq!(told.count(), 1, "{:?}", object.warnings);
    assert!(object.types.structs.iter().any(|ty| ty.name == "Task"));
}

#[test]
fn maps_behind_other_types() {
    let Some(loaded) = load("wrapped") else {
        return;
    };
    let call = |a, b| {
        let operation = 0;
        loaded.call("wrapped", Call { operation, a, b })
    };
    assert_eq!(call(7, 30), (xdp::PASS, [1, 30]));
    assert_eq!(call(7, 40), (xdp::PASS, [2, 30]));
    let plain: HashMap<&MapData, u64, u64> = loaded.ebpf.map("plain").unwrap().try_into().unwrap();
    assert_eq!(plain.get(&7, 0).unwrap(), 47);
    let pairs: HashMap<&MapData, u32, [u64; 2]> =
        loaded.ebpf.map("pairs").unwrap().try_into().unwrap();
    assert_eq!(pairs.get(&7, 0).unwrap(), [2, 30]);
}
