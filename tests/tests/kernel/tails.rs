//! Tail calls.

use aya::{maps::ProgramArray, programs::Xdp};
use tests::{Call, Loaded};

use super::{load, xdp};

/// Fills the array of programs, whose last entry stays empty.
fn fill(loaded: &mut Loaded) {
    for (index, name) in ["stage_five", "stage_minus", "stage_panic"]
        .into_iter()
        .enumerate()
    {
        let program: &Xdp = loaded.ebpf.program(name).unwrap().try_into().unwrap();
        let fd = program.fd().unwrap().try_clone().unwrap();
        let map = loaded.ebpf.map_mut("stages").unwrap();
        let mut stages = ProgramArray::try_from(map).unwrap();
        stages.set(index as u32, &fd, 0).unwrap();
    }
}

const EMPTY: u64 = 3;
const MINUS: u32 = u32::MAX;

#[test]
fn tail_calls() {
    let Some(mut loaded) = load("tails") else {
        return;
    };
    fill(&mut loaded);
    let at = |before: u64, after: u64| before | after << 16;
    for (operation, a, b, verdict) in [
        (1, 0, 0, 5),
        (1, 1, 0, MINUS),
        (1, 2, 3, 40),
        // A panic in the program that was called.
        (1, 2, 4, 11),
        (1, EMPTY, 0, 7),
        // The subprogram returns what the program does.
        (2, 0, 0, 5),
        (2, 1, 0, 9),
        (2, EMPTY, 0, 9),
        (3, 0, at(1, 2), 5),
        (3, 1, at(1, 2), MINUS),
        (3, EMPTY, at(1, 2), 50),
        // Panics before the call, and behind one that found nothing.
        (3, 0, at(4, 2), xdp::ABORTED),
        (3, EMPTY, at(1, 4), xdp::ABORTED),
        (3, 0, at(1, 4), 5),
    ] {
        let (found, _) = loaded.call("tails", Call { operation, a, b });
        assert_eq!(found, verdict, "operation {operation}, {a}, {b:#x}");
    }
}
