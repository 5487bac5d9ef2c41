//! Spin locks and timers in map values.

use std::{thread, time::Duration};

use tests::{Call, Loaded, UNTOUCHED};

use super::{load, xdp};

fn call(loaded: &Loaded, operation: u64, a: u64, b: u64) -> (u32, [u64; 2]) {
    loaded.call("locks", Call { operation, a, b })
}

#[test]
fn locks_are_given_back() {
    let Some(loaded) = load("locks") else { return };
    assert_eq!(call(&loaded, 1, 1, 0).0, xdp::PASS);
    for round in 1..=20 {
        let amount = |count: u64| count * 5;
        assert_eq!(
            call(&loaded, 2, 1, 0),
            (xdp::PASS, [amount(round), 3 * round - 2])
        );
        assert_eq!(call(&loaded, 2, 1, 9), (xdp::DROP, [UNTOUCHED; 2]));
        // A panic while the lock is held: a lock that stays locked would hang the next round.
        assert_eq!(call(&loaded, 3, 1, 4), (xdp::ABORTED, [UNTOUCHED; 2]));
        assert_eq!(
            call(&loaded, 3, 1, 2),
            (xdp::PASS, [amount(round), 3 * round])
        );
    }
}

#[test]
fn timers_ring() {
    let Some(loaded) = load("locks") else { return };
    let rung = |key, at_least| {
        let mut found = [0; 2];
        for _ in 0..200 {
            found = call(&loaded, 5, key, 0).1;
            if found[0] >= at_least {
                break;
            }
            thread::sleep(Duration::from_millis(5));
        }
        // Those that would be too many.
        thread::sleep(Duration::from_millis(20));
        assert_eq!(call(&loaded, 5, key, 0).1, found);
        found
    };
    assert_eq!(call(&loaded, 4, 0, 2), (xdp::PASS, [0, UNTOUCHED]));
    assert_eq!(rung(0, 5), [5, 30]);
    // A panic in the callback ends that, before it starts the timer again.
    assert_eq!(call(&loaded, 4, 1, 4), (xdp::PASS, [0, UNTOUCHED]));
    assert_eq!(rung(1, 1), [1, 0]);
}
