//! Integer arithmetic against Rust's, whose operations are exact about what overflows.

use tests::{Call, Loaded, can_load, object_with};
use tinybpf_build::tinygo::Runtime;
use tinybpf_core::{Cpu, Options};

use super::xdp;

/// Values at the edges of all widths. Narrower types see their low bits.
const VALUES: [u64; 17] = [
    0,
    1,
    2,
    3,
    7,
    8,
    31,
    63,
    64,
    100,
    0x7f,
    0x80,
    0x8000,
    0x7fff_ffff,
    1 << 63,
    u64::MAX,
    -7_i64 as u64,
];

const OPERATIONS: u64 = 16;

/// What Go's `apply` gives for a type; `None` for a panic.
macro_rules! apply {
    ($t:ty, $operation:expr, $a:expr, $b:expr) => {{
        let (a, b) = ($a as $t, $b as $t);
        let count = b as i128;
        let beyond = count >= i128::from(<$t>::BITS);
        #[allow(unused_comparisons)] // Half of the types have no sign.
        let filled: $t = if a < 0 { !0 } else { 0 };
        let result: Option<$t> = match $operation {
            0 => Some(a.wrapping_add(b)),
            1 => Some(a.wrapping_sub(b)),
            2 => Some(a.wrapping_mul(b)),
            3 => (b != 0).then(|| a.wrapping_div(b)),
            4 => (b != 0).then(|| a.wrapping_rem(b)),
            5 => (count >= 0).then(|| if beyond { 0 } else { a << b }),
            6 => (count >= 0).then(|| if beyond { filled } else { a >> b }),
            7 => Some(a & !b),
            8 => Some(a / 7),
            9 => Some(a % 10),
            10 => Some(a / 8),
            11 => Some(a << 3),
            12 => Some(a >> 5),
            13 => Some((a < b) as $t),
            14 => Some(a.wrapping_neg()),
            _ => Some(!a),
        };
        result.map(|result| result as u64)
    }};
}

fn expected(ty: u64, operation: u64, a: u64, b: u64) -> Option<u64> {
    match ty {
        0 => apply!(i8, operation, a, b),
        1 => apply!(i16, operation, a, b),
        2 => apply!(i32, operation, a, b),
        3 => apply!(i64, operation, a, b),
        4 => apply!(u8, operation, a, b),
        5 => apply!(u16, operation, a, b),
        6 => apply!(u32, operation, a, b),
        _ => apply!(u64, operation, a, b),
    }
}

fn check(cpu: Cpu) {
    if !can_load() {
        return;
    }
    let mut options = Options::default();
    options.cpu = Some(cpu);
    let Some(object) = object_with("arithmetic", &options, Runtime::Bpf) else {
        return;
    };
    let loaded = Loaded::new(&object.data);
    let mut wrong = Vec::new();
    for (ty, operation) in
        (0..8).flat_map(|ty| (0..OPERATIONS).map(move |operation| (ty, operation)))
    {
        for (a, b) in VALUES.iter().flat_map(|a| VALUES.map(|b| (*a, b))) {
            let call = Call {
                operation: ty << 8 | operation,
                a,
                b,
            };
            let (verdict, [result, _]) = loaded.call("arithmetic", call);
            let found = (verdict == xdp::PASS).then_some(result);
            let expected = expected(ty, operation, a, b);
            if found != expected || (found.is_none() && verdict != xdp::ABORTED) {
                wrong.push(format!("type {ty}, operation {operation}, {a:#x}, {b:#x}: {found:x?}, not {expected:x?}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of the results for {cpu}:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(20)].join("\n")
    );
}

#[test]
fn on_v1() {
    check(Cpu::V1);
}

#[test]
fn on_v2() {
    check(Cpu::V2);
}

#[test]
fn on_v3() {
    check(Cpu::V3);
}

#[test]
fn on_v4() {
    check(Cpu::V4);
}
