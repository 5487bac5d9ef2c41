//! The maps of the Go package: what `maps` does with the bare conventions, and the kinds that only the package is tried with.

use std::{
    thread,
    time::{Duration, Instant},
};

use aya::maps::{Array, HashMap, MapData, RingBuf, XskMap};
use tests::{Call, Loaded, UNTOUCHED, object};

use super::{load, xdp};

const PROGRAM: &str = "typed";
const TEXTS: &str = "typedprints";
const CALLBACKS: &str = "typedcallbacks";

fn call(loaded: &Loaded, operation: u64, a: u64, b: u64) -> (u32, [u64; 2]) {
    loaded.call("more", Call { operation, a, b })
}

#[test]
fn stacks_and_filters() {
    let Some(loaded) = load(PROGRAM) else { return };
    assert_eq!(call(&loaded, 23, 5, 6), (xdp::PASS, [6, 5]));
    assert_eq!(call(&loaded, 30, 5, 0), (xdp::PASS, [1, 1]));
}

#[test]
fn maps_of_maps() {
    let Some(loaded) = load(PROGRAM) else { return };
    let nothing = [UNTOUCHED; 2];
    for operation in [12, 13] {
        assert_eq!(call(&loaded, operation, 1, 0), (xdp::PASS, nothing));
    }
}

#[test]
fn redirects() {
    const REDIRECT: u32 = 4;
    let Some(mut loaded) = load(PROGRAM) else {
        return;
    };
    for operation in [14, 16, 17, 25] {
        assert_eq!(call(&loaded, operation, 1, 0).0, xdp::PASS, "{operation}");
    }
    let mut others: aya::maps::DevMapHash<_> =
        loaded.ebpf.take_map("others").unwrap().try_into().unwrap();
    others.insert(1, 1, None, 0).unwrap();
    assert_eq!(call(&loaded, 25, 1, 0).0, REDIRECT);
    assert!(XskMap::try_from(loaded.ebpf.map("xsks").unwrap()).is_ok());
}

#[test]
fn records() {
    let Some(mut loaded) = load(PROGRAM) else {
        return;
    };
    let room = 8 + 8;
    assert_eq!(call(&loaded, 27, 3, 0).1[0], 2 * room);
    let mut ring = RingBuf::try_from(loaded.ebpf.map_mut("ring").unwrap()).unwrap();
    assert_eq!(&*ring.next().unwrap(), [3, 0, 0, 0, 187, 1, 0, 0]);
    assert!(ring.next().is_none(), "the other one was discarded");
}

#[test]
fn callbacks() {
    let Some(loaded) = load(CALLBACKS) else {
        return;
    };
    for (operation, a, b, results) in [
        (1, 10, 50, [45, 10]),
        (1, 10, 5, [10, 6]),
        (2, 4, 0, [100, 4]),
        (3, 0, 9, [36, 8]),
        (3, 0, 4, [6, 4]),
        (4, 0, 0, [21, 8]),
    ] {
        let found = loaded.call("calls", Call { operation, a, b });
        assert_eq!(found, (xdp::PASS, results), "operation {operation}");
    }
    let panics = loaded.call(
        "calls",
        Call {
            operation: 2,
            a: 5,
            b: 0,
        },
    );
    assert_eq!(panics, (xdp::ABORTED, [UNTOUCHED; 2]));
    for operation in 5..=8 {
        let walk = |n| {
            loaded.call(
                "calls",
                Call {
                    operation,
                    a: n,
                    b: 0,
                },
            )
        };
        assert_eq!(walk(4), (xdp::PASS, [610, 4]), "operation {operation}");
        // The values may be those of another CPU now.
        let (verdict, [_, left]) = walk(0);
        assert_eq!((verdict, left), (xdp::PASS, 2), "operation {operation}");
    }
}

#[test]
fn timers() {
    let Some(loaded) = load(CALLBACKS) else {
        return;
    };
    let packet = [0; 64];
    assert_eq!(loaded.run("alarm", &packet).0, 0, "started");
    let rings = || {
        let alarms = loaded.ebpf.map("alarms").unwrap();
        let alarms: Array<_, [u64; 3]> = alarms.try_into().unwrap();
        alarms.get(&0, 0).unwrap()[0]
    };
    let started = Instant::now();
    while rings() < 3 && started.elapsed() < Duration::from_secs(5) {
        thread::sleep(Duration::from_millis(1));
    }
    assert_eq!(rings(), 3, "it starts itself anew, twice");
    assert_eq!(loaded.run("alarm", &packet).0, 0, "is not running");
}

#[test]
fn records_of_any_size() {
    let Some(mut loaded) = load(CALLBACKS) else {
        return;
    };
    for length in [20, 100] {
        assert_eq!(loaded.run("write_text", &vec![0; length]).0, 0);
        let map = loaded.ebpf.map_mut("texts").unwrap();
        let mut ring = RingBuf::try_from(map).unwrap();
        let record = ring.next().unwrap();
        assert_eq!((record.len(), record.last()), (length, Some(&b'x')));
    }
}

#[test]
fn helpers() {
    let Some(loaded) = load(PROGRAM) else { return };
    assert_eq!(call(&loaded, 28, 5, 6), (xdp::PASS, [1, 1]), "printk");
    let (verdict, [length, time]) = call(&loaded, 29, 0, 0);
    assert_eq!((verdict, length), (xdp::PASS, 5 * 8));
    assert!(time != 0 && time != UNTOUCHED);
}

#[test]
fn texts() {
    let Some(loaded) = load(TEXTS) else { return };
    let minus_three = -3_i64 as u64;
    for (operation, text) in [
        (0, "nothing, 100%"),
        (1, "-3 -3 -3 -3"),
        (
            2,
            "253 65533 4294967293 18446744073709551613 18446744073709551613",
        ),
        (3, "fffffffd FFFFFFFFFFFFFFFD 4294967293 -3 c"),
        (4, "gopher|     abc|abc     |constant"),
        (5, "-3    -3|99   |00099 localc"),
        (6, "10.1.2.99 9"),
    ] {
        let call = Call {
            operation,
            a: minus_three,
            b: b'c'.into(),
        };
        assert_eq!(loaded.call("print", call).0, xdp::PASS);
        let texts = loaded.ebpf.map("texts").unwrap();
        let texts: Array<_, [u8; 128]> = texts.try_into().unwrap();
        let found = texts.get(&(operation as u32), 0).unwrap();
        let (length, bytes) = found.split_first_chunk().unwrap();
        let bytes: Vec<_> = bytes.iter().copied().take_while(|b| *b != 0).collect();
        assert_eq!(String::from_utf8(bytes).unwrap(), text, "{operation}");
        assert_eq!(u64::from_le_bytes(*length), text.len() as u64 + 1, "{text}");
    }
}

#[test]
fn what_only_user_space_uses() {
    let Some(mut loaded) = load(PROGRAM) else {
        return;
    };
    let mut settings: Array<_, [u32; 2]> =
        loaded.ebpf.map_mut("settings").unwrap().try_into().unwrap();
    settings.set(0, [1, 2], 0).unwrap();
    assert!(
        HashMap::<&MapData, u32, [u32; 2]>::try_from(loaded.ebpf.map("inner").unwrap()).is_ok()
    );
}

/// The kernel has the types of keys and values by their names, as `bpftool map dump` shows them.
#[test]
fn types_of_keys_and_values() {
    let Some(object) = object(PROGRAM) else {
        return;
    };
    let of = |name: &str| object.maps.iter().find(|map| map.name == name).unwrap();
    let name = |ty: &Option<tinybpf_core::Type>| match ty {
        Some(tinybpf_core::Type::Struct(index)) => object.types.structs[*index].name.as_str(),
        _ => "",
    };
    for (map, key, value) in [
        ("hash", "Flow", ""),
        ("trie", "Prefix", ""),
        ("ring", "", "Flow"),
        ("perf", "", "Flow"),
        ("bloom", "", "Flow"),
        ("inner", "", "Flow"),
        ("ports", "", "DevMapValue"),
        ("settings", "", "Flow"),
    ] {
        assert_eq!(
            (name(&of(map).key), name(&of(map).value)),
            (key, value),
            "{map}"
        );
    }
    assert_eq!(
        of("trie").map_flags,
        1,
        "such a map needs BPF_F_NO_PREALLOC"
    );
    let btf = tinybpf_core::inspect::types(&object.data).unwrap();
    assert!(btf.contains("STRUCT 'Flow'"), "{btf}");
}
