//! A panic ends the whole program with the verdict of its type, and leaves nothing held.

use aya::maps::RingBuf;
use tests::{Call, Loaded};

use super::{load, xdp};

/// `State` in Go.
#[derive(Clone, Copy, Default)]
struct State {
    kind: u32,
    index: u32,
    divisor: i32,
    shift: i32,
}

impl State {
    /// As it lies in `.bss`, with zeroes where the program writes.
    fn words(self) -> [u32; 8] {
        [
            self.kind,
            self.index,
            self.divisor as u32,
            self.shift as u32,
            0,
            0,
            0,
            0,
        ]
    }
}

/// What ends in a panic, by name.
const PANICS: [(&str, State); 10] = [
    (
        "index out of range",
        State {
            kind: 1,
            index: 4,
            divisor: 1,
            shift: 0,
        },
    ),
    (
        "far out of range",
        State {
            kind: 1,
            index: u32::MAX,
            divisor: 1,
            shift: 0,
        },
    ),
    (
        "nil pointer",
        State {
            kind: 2,
            index: 1,
            divisor: 1,
            shift: 0,
        },
    ),
    (
        "division by zero",
        State {
            kind: 3,
            index: 0,
            divisor: 0,
            shift: 0,
        },
    ),
    (
        "panic()",
        State {
            kind: 4,
            index: 0,
            divisor: 1,
            shift: 0,
        },
    ),
    (
        "slice out of range",
        State {
            kind: 5,
            index: 5,
            divisor: 1,
            shift: 0,
        },
    ),
    (
        "negative shift",
        State {
            kind: 6,
            index: 0,
            divisor: 1,
            shift: -1,
        },
    ),
    (
        "remainder by zero",
        State {
            kind: 7,
            index: 0,
            divisor: 0,
            shift: 0,
        },
    ),
    (
        "in a function without result",
        State {
            kind: 8,
            index: 4,
            divisor: 1,
            shift: 0,
        },
    ),
    (
        "in a function with two results",
        State {
            kind: 9,
            index: 4,
            divisor: 1,
            shift: 0,
        },
    ),
];

/// What does not, with what `outer` gives then.
const RETURNS: [(State, u64); 10] = [
    (
        State {
            kind: 0,
            index: 9,
            divisor: 0,
            shift: -1,
        },
        1,
    ),
    (
        State {
            kind: 1,
            index: 3,
            divisor: 0,
            shift: 0,
        },
        41,
    ),
    (
        State {
            kind: 2,
            index: 0,
            divisor: 0,
            shift: 0,
        },
        6,
    ),
    (
        State {
            kind: 3,
            index: 9,
            divisor: -7,
            shift: 0,
        },
        (-14_i32 as u32 as u64) + 1,
    ),
    (
        State {
            kind: 5,
            index: 4,
            divisor: 0,
            shift: 0,
        },
        1,
    ),
    (
        State {
            kind: 6,
            index: 0,
            divisor: 0,
            shift: 31,
        },
        (1 << 31) + 1,
    ),
    (
        State {
            kind: 6,
            index: 0,
            divisor: 0,
            shift: 32,
        },
        1,
    ),
    (
        State {
            kind: 7,
            index: 0,
            divisor: -7,
            shift: 0,
        },
        3,
    ),
    (
        State {
            kind: 8,
            index: 3,
            divisor: 0,
            shift: 0,
        },
        1,
    ),
    (
        State {
            kind: 9,
            index: 2,
            divisor: 0,
            shift: 0,
        },
        31,
    ),
];

/// The programs with their verdicts when they panic and when they do not.
const PROGRAMS: [(&str, u32, u32); 5] = [
    ("panics_xdp", xdp::ABORTED, xdp::PASS),
    // TC_ACT_SHOT, TC_ACT_OK
    ("panics_tc", 2, 0),
    // denied, allowed
    ("panics_cgroup", 0, 1),
    // bytes that the socket gets
    ("panics_socket", 0, 7),
    ("panics_chosen", xdp::TX, xdp::PASS),
];

/// Runs a program in a state; its verdict, how many calls came back, and what the last one gave.
fn run(loaded: &mut Loaded, program: &str, state: State) -> (u32, u64, u64) {
    loaded.set_data(".bss", state.words());
    let (verdict, _) = loaded.run(program, &[0; 64]);
    let [_, _, returned, result] = loaded.data::<[u64; 4]>(".bss");
    (verdict, returned, result)
}

#[test]
fn each_kind_ends_each_program_with_its_verdict() {
    let Some(mut loaded) = load("panics") else {
        return;
    };
    for (program, panicked, _) in PROGRAMS {
        for (name, state) in PANICS {
            assert_eq!(
                run(&mut loaded, program, state),
                (panicked, 0, 0),
                "{program}: {name}"
            );
        }
    }
}

#[test]
fn what_is_in_range_goes_on() {
    let Some(mut loaded) = load("panics") else {
        return;
    };
    for (program, _, verdict) in PROGRAMS {
        for (state, result) in RETURNS {
            assert_eq!(
                run(&mut loaded, program, state),
                (verdict, 1, result),
                "{program}: kind {}",
                state.kind
            );
        }
    }
}

#[test]
fn panics_in_the_program_itself() {
    let Some(mut loaded) = load("panics") else {
        return;
    };
    for (name, state) in PANICS {
        let expected = if matches!(state.kind, 1 | 3 | 4) {
            (xdp::ABORTED, 0, 0)
        } else {
            (xdp::PASS, 1, 0)
        };
        assert_eq!(run(&mut loaded, "panics_inline", state), expected, "{name}");
    }
}

#[test]
fn a_held_record_is_given_back() {
    let Some(mut loaded) = load("ringbuf") else {
        return;
    };
    // Many rounds: a record that stays reserved keeps user space from all later ones.
    for round in 0..50 {
        let call = |operation, b| {
            loaded
                .call(
                    "ringbuf",
                    Call {
                        operation,
                        a: round,
                        b,
                    },
                )
                .0
        };
        assert_eq!([call(3, 4), call(4, 4), call(5, 0)], [xdp::ABORTED; 3]);
        assert_eq!(call(2, 0), xdp::PASS);
        assert_eq!(
            [call(1, 0), call(3, 2), call(4, 1), call(5, 7)],
            [xdp::PASS; 4]
        );
        let quotient = round as u32 / 7;
        let values = [
            [0, 0, 0, 0],
            [1, 2, 9, 4],
            [6, 2, 3, 4],
            [1, quotient, 3, 4],
        ];
        assert_eq!(records(&mut loaded), values.map(|values| (round, values)));
    }
}

/// The records that user space gets: `Event` in Go.
fn records(loaded: &mut Loaded) -> Vec<(u64, [u32; 4])> {
    let mut ring = RingBuf::try_from(loaded.ebpf.map_mut("events").unwrap()).unwrap();
    let mut found = Vec::new();
    while let Some(record) = ring.next() {
        let (number, values) = record.split_at(8);
        let value = |i: usize| u32::from_le_bytes(values[4 * i..4 * i + 4].try_into().unwrap());
        found.push((
            u64::from_le_bytes(number.try_into().unwrap()),
            [value(0), value(1), value(2), value(3)],
        ));
    }
    found
}
