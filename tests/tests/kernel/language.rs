//! What Go says, BPF does: each program computes something that is known here.

use tests::{Call, Loaded, UNTOUCHED, object};
use tinybpf_core::inspect::disassembly;

use super::{load, xdp};

/// Results of one operation: arguments and what comes out.
type Case = (u64, u64, u64, [u64; 2]);

fn check(loaded: &Loaded, program: &str, cases: &[Case]) {
    for &(operation, a, b, results) in cases {
        let found = loaded.call(program, Call { operation, a, b });
        assert_eq!(
            found,
            (xdp::PASS, results),
            "{program}: operation {operation} of {a:#x} and {b:#x}"
        );
    }
    let unknown = Call {
        operation: 99,
        ..Call::default()
    };
    assert_eq!(
        loaded.call(program, unknown),
        (xdp::DROP, [UNTOUCHED; 2]),
        "{program}: an unknown operation"
    );
    assert_eq!(
        loaded.run(program, &[0; 16]).0,
        xdp::DROP,
        "{program}: a packet that is too short"
    );
}

#[test]
fn subprograms_take_and_return_values_of_all_shapes() {
    let Some(loaded) = load("returns") else {
        return;
    };
    #[rustfmt::skip]
    check(&loaded, "returns", &[
        (0, 47, 10, [4, 7]),
        (0, 47, 0, [0, 47]),
        (1, 7, 0, [2, 1]),
        (1, 8, 0, [0, 0]),
        (2, 9, 4, [4, 9]),
        (2, 4, 9, [4, 9]),
        (3, 10, 0x1ff, [46, 0xff]),
        (4, 5, 0, [5, !5]),
        (5, 1, 2, [1 + 4 + 9 + 16 + 25, UNTOUCHED]),
        (6, 0x8000, 0x8001, [0x7fff, u64::MAX]),
        (6, 0x1_0000, 3, [u64::MAX, 0xfffd]),
        (7, 0x12345, 0, [0x12346 + 0x468a, 1]),
        (7, 0xffff_ffff, 0, [0xfffe, 1]),
    ]);
}

#[test]
fn constant_strings() {
    let Some(loaded) = load("strings") else {
        return;
    };
    let fnv = |text: &str| {
        text.bytes()
            .fold(14_695_981_039_346_656_037_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(1_099_511_628_211)
            })
    };
    let runes = "grüezi".chars().map(|c| c as u64).sum();
    #[rustfmt::skip]
    check(&loaded, "strings", &[
        (0, 0, 0, [u64::from(b'g'), 7]),
        (0, 2, 0, [0xc3, 7]),
        (1, 0, 0, [17, UNTOUCHED]),
        (1, 1, 0, [6, UNTOUCHED]),
        (1, 2, 0, [1, UNTOUCHED]),
        (1, 3, 0, [u64::MAX, UNTOUCHED]),
        (2, 2, 0, [fnv("icmp"), UNTOUCHED]),
        (2, 9, 0, [fnv(""), UNTOUCHED]),
        (3, 0, 0, [6, runes]),
        (4, 1, 1, [1, UNTOUCHED]),
        (4, 1, 0, [0, UNTOUCHED]),
        (4, 7, 8, [1, UNTOUCHED]),
        (5, 2, 0, [4, UNTOUCHED]),
    ]);
}

#[test]
fn arrays_and_slices() {
    let Some(loaded) = load("slices") else { return };
    let bytes = 0x8877_6655_4433_2211;
    #[rustfmt::skip]
    check(&loaded, "slices", &[
        (0, bytes, 0, [6, 0x0033_8800]),
        (1, 0, 0, [77 + (3 << 16), UNTOUCHED]),
        (2, 3, 3, [1, 0]),
        (2, 3, 4, [0, 1]),
        (3, 0, 0, [0, UNTOUCHED]),
        (3, 5, 0, [28, UNTOUCHED]),
        (4, 0, 0, [0x8421, UNTOUCHED]),
        (4, 2, 0, [0x2184, UNTOUCHED]),
        (5, 0, 0, [3, 5]),
        (6, 0, 0, [0x0102_0102_0304_0506, 0]),
        (7, 7, 0, [19, UNTOUCHED]),
        (8, 2, 1, [8, UNTOUCHED]),
    ]);
    let beyond = Call {
        operation: 7,
        a: 8,
        b: 0,
    };
    assert_eq!(
        loaded.call("slices", beyond),
        (xdp::ABORTED, [UNTOUCHED; 2])
    );
}

#[test]
fn methods_generics_and_control_flow() {
    let Some(loaded) = load("methods") else {
        return;
    };
    #[rustfmt::skip]
    check(&loaded, "methods", &[
        (0, 60, 40, [2, 107]),
        (1, 5, 0, [8, 4]),
        (2, 17, 0, [1, UNTOUCHED]),
        (2, 16, 0, [0, UNTOUCHED]),
        (3, 3, 4, [25, UNTOUCHED]),
        (4, 6, 0, [8, UNTOUCHED]),
        (4, 27, 0, [32, UNTOUCHED]),
        (5, 7, 300, [300, 7]),
        (5, 700, 300, [700, 100]),
        (6, 1, 0, [100, 600]),
        (6, 6, 0, [UNTOUCHED, 600]),
        (6, 18, 0, [UNTOUCHED, 1700]),
        (6, 5, 0, [UNTOUCHED, 0]),
        (7, 5, 2, [2, 1]),
        (7, 5, 9, [3, 3]),
    ]);
}

#[test]
fn bounded_loops() {
    let Some(loaded) = load("loops") else { return };
    #[rustfmt::skip]
    check(&loaded, "loops", &[
        (0, 3, 0, [190 * 3, UNTOUCHED]),
        (1, 10, 0, [55, UNTOUCHED]),
        (1, 1000, 0, [5050, UNTOUCHED]),
        (2, 0x7856_3412_efcd_ab89, 0, [checksum(0x7856_3412_efcd_ab89), UNTOUCHED]),
        (2, u64::MAX, 0, [0, UNTOUCHED]),
        (3, 42, 0, [6 << 8 | 7, UNTOUCHED]),
        (3, 43, 0, [0, UNTOUCHED]),
        (4, 0x0102_0304, 99, [4 + 1 + 2 + 3 + 4, UNTOUCHED]),
    ]);
}

/// The internet checksum of the bytes of a word as they lie in memory.
fn checksum(word: u64) -> u64 {
    let mut sum: u64 = word
        .to_le_bytes()
        .chunks(2)
        .map(|pair| u64::from(pair[0]) << 8 | u64::from(pair[1]))
        .sum();
    while sum > 0xffff {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    !sum & 0xffff
}

#[test]
fn byte_swaps() {
    let Some(loaded) = load("bytes") else { return };
    let word = 0x0123_4567_89ab_cdef_u64;
    let swapped = word.swap_bytes();
    #[rustfmt::skip]
    check(&loaded, "swap", &[
        (0, word, 0, [0xefcd, UNTOUCHED]),
        (1, word, 0, [0xefcd_ab89, UNTOUCHED]),
        (2, word, 0, [swapped, UNTOUCHED]),
        (3, word, 0, [0xefcd, UNTOUCHED]),
        (4, word, 0, [0xefcd_ab89, UNTOUCHED]),
        (5, word, 0, [swapped, UNTOUCHED]),
        (6, word, 0, [swapped, UNTOUCHED]),
        (7, word, 0, [0xefcd, UNTOUCHED]),
    ]);
    let wide = u128::from(word) * 0xffff_ffff_ffff;
    #[rustfmt::skip]
    check(&loaded, "count", &[
        (0, word, 0, [32, UNTOUCHED]),
        (1, word, 0, [7, UNTOUCHED]),
        (1, 0, 0, [64, UNTOUCHED]),
        (2, word << 5, 0, [5, UNTOUCHED]),
        (2, 0, 0, [64, UNTOUCHED]),
        (3, 0x1ffff, 0, [17, UNTOUCHED]),
        (4, 0x3f7, 0, [7, UNTOUCHED]),
        (5, 0x8000_0001, 4, [0x18, UNTOUCHED]),
        (6, word, 0xffff_ffff_ffff, [wide as u64, (wide >> 64) as u64]),
        (7, u64::MAX, 2, [1, 1]),
        (8, word, 0, [word.reverse_bits(), UNTOUCHED]),
        (9, 0, 0, [16, UNTOUCHED]),
    ]);
}

#[test]
fn byte_swaps_are_instructions() {
    let Some(object) = object("bytes") else {
        return;
    };
    let text = disassembly(&object.data).unwrap();
    let swap = text
        .split("xdp: ")
        .find(|function| function.starts_with("swap\n"))
        .unwrap();
    for instruction in ["be16", "be32", "be64"] {
        assert!(swap.contains(instruction), "no {instruction} in\n{swap}");
    }
    assert!(
        !swap.contains("<<") && !swap.contains(">>"),
        "shifts in\n{swap}"
    );
}

#[test]
fn atomic_operations() {
    let Some(loaded) = load("atomics") else {
        return;
    };
    #[rustfmt::skip]
    check(&loaded, "atomics", &[
        (0, 5, 0, [UNTOUCHED, UNTOUCHED]),
        (0, 1 << 32, 0, [UNTOUCHED, UNTOUCHED]),
        (1, 2, 0, [7 + (1 << 32), 7]),
        (2, 11, 0, [0, UNTOUCHED]),
        (2, 12, 0, [11, UNTOUCHED]),
        (3, 1, 9, [0, 0]),
        (3, 0, 9, [1, 9]),
        (3, 9, 0, [1, 0]),
        (4, 77, 0, [77, UNTOUCHED]),
        (5, 0, 0, [5 + (1 << 32), UNTOUCHED]),
    ]);
    let words: [u64; 6] = loaded.data(".bss");
    assert!(
        words.contains(&(-5_i64 - (1 << 32)).cast_unsigned()),
        "{words:x?}"
    );
    let text = disassembly(&object("atomics").unwrap().data).unwrap();
    for what in ["atomic_fetch_add", "xchg", "cmpxchg"] {
        assert!(text.contains(what), "no {what} in\n{text}");
    }
}
