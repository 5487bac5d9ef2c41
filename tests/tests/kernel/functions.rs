//! Global functions. What replaces them is tested in virtual machines: containers may not.

use tests::{Call, Loaded, UNTOUCHED};

use super::{load, xdp};

fn call(loaded: &Loaded, operation: u64, a: u64, b: u64) -> (u32, [u64; 2]) {
    loaded.call("functions", Call { operation, a, b })
}

const PANIC: (u32, [u64; 2]) = (xdp::ABORTED, [UNTOUCHED; 2]);

#[test]
fn global_functions() {
    let Some(loaded) = load("functions") else {
        return;
    };
    for (operation, a, b, results) in [
        (1, 3, 0, [40, 0]),
        (2, 5, 100, [100, 1]),
        (3, 1, 2, [42, 2]),
        (4, 7, 0, [1, 0]),
        (4, 6, 0, [0, 0]),
        (5, 2, 3, [28, 3]),
        (6, 2, 9, [31, 9]),
    ] {
        let found = call(&loaded, operation, a, b);
        assert_eq!(found, (xdp::PASS, results), "operation {operation}");
    }
    for (operation, a) in [(1, 4), (1, u64::MAX), (2, 0), (6, 4)] {
        assert_eq!(
            call(&loaded, operation, a, 0),
            PANIC,
            "operation {operation}"
        );
    }
}
