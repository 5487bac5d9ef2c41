//! Functions that the kernel calls back.

use aya::maps::RingBuf;
use tests::{Call, Loaded, UNTOUCHED};

use super::{load, xdp};

fn call(loaded: &Loaded, operation: u64, a: u64, b: u64) -> (u32, [u64; 2]) {
    loaded.call("callbacks", Call { operation, a, b })
}

/// What ended with a panic: the verdict, and no result.
const PANIC: (u32, [u64; 2]) = (xdp::ABORTED, [UNTOUCHED; 2]);

#[test]
fn loops() {
    let Some(loaded) = load("callbacks") else {
        return;
    };
    for (operation, a, b, results) in [
        (1, 0, 0, [0, 0]),
        (1, 10, 0, [45, 10]),
        (1, 100_000, 0, [4_999_950_000, 100_000]),
        // Stops in the round in which the callback returns 1.
        (2, 10, 5, [10, 6]),
        (2, 10, 50, [45, 10]),
        // Through a function that hands the callback on.
        (7, 3, 0, [63, 6]),
        // A callback that is called by name, too.
        (9, 5, 0, [20, 5]),
        (10, 4, 0, [104, 4]),
        (13, 4, 0, [UNTOUCHED, 3]),
    ] {
        let found = call(&loaded, operation, a, b);
        assert_eq!(found, (xdp::PASS, results), "operation {operation}");
    }
}

#[test]
fn map_elements() {
    let Some(loaded) = load("callbacks") else {
        return;
    };
    assert_eq!(call(&loaded, 14, 4, 3), (xdp::PASS, [103, 3]));
    for operation in [14, 15] {
        let sum = (0..8).map(|key| key * 100 + key + 1).sum::<u64>();
        let found = call(&loaded, operation, 8, 99);
        assert_eq!(found, (xdp::PASS, [sum, 8]), "operation {operation}");
    }
}

#[test]
fn a_panic_in_a_callback_ends_the_program() {
    let Some(loaded) = load("callbacks") else {
        return;
    };
    for (operation, [a, b], results, [c, d]) in [
        // In the callback, and in what it calls.
        (3, [4, 0], [100, 4], [5, 0]),
        (4, [4, 0], [100, 4], [5, 0]),
        (5, [5, 9], [73, 5], [5, 3]),
        // In the callback of a callback.
        (6, [4, 0], [100, 4], [6, 0]),
        (7, [4, 0], [106, 8], [5, 0]),
        // Below a subprogram.
        (8, [4, 0], [100, 4], [5, 0]),
        // Without a context.
        (10, [4, 0], [104, 4], [5, 0]),
        (16, [8, 0], [10 + 10 + 10 + 10 + 2 + 3 + 4 + 5, 8], [7, 0]),
    ] {
        let found = call(&loaded, operation, a, b);
        assert_eq!(found, (xdp::PASS, results), "operation {operation}");
        assert_eq!(
            call(&loaded, operation, c, d),
            PANIC,
            "operation {operation}"
        );
    }
}

#[test]
fn what_is_held_around_and_in_a_callback_is_given_back() {
    let Some(mut loaded) = load("callbacks") else {
        return;
    };
    // A record that stays reserved keeps user space from all later ones.
    for _ in 0..50 {
        assert_eq!(call(&loaded, 11, 5, 0), PANIC);
        assert_eq!(call(&loaded, 11, 4, 0), (xdp::PASS, [100, 4]));
        assert_eq!(call(&loaded, 12, 5, 0), PANIC);
        assert_eq!(call(&loaded, 12, 3, 0), (xdp::PASS, [0, 3]));
        let mut ring = RingBuf::try_from(loaded.ebpf.map_mut("events").unwrap()).unwrap();
        let mut found = Vec::new();
        while let Some(record) = ring.next() {
            found.push(u64::from_le_bytes(record[..].try_into().unwrap()));
        }
        assert_eq!(found, [10, 20, 30, 40, 10, 20, 30]);
    }
}
