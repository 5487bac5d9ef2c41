use super::*;

fn insn(opcode: u8, src: u8, off: i16, imm: i64) -> Insn {
    Insn {
        at: 5,
        opcode,
        dst: 1,
        src,
        off,
        imm,
    }
}

/// Encodings as `llvm-mc -triple=bpfel -mcpu=v4 --show-encoding` writes them.
#[test]
fn instructions_say_what_they_need() {
    for (insn, kernel, what) in [
        (insn(0xdb, 2, 0, 0), None, "lock *(u64 *)(r1 + 0) += r2"),
        (
            insn(0xdb, 2, 0, 1),
            Some("5.12"),
            "r2 = atomic_fetch_add((u64 *)(r1 + 0), r2)",
        ),
        (
            insn(0xc3, 2, 0, 0xf1),
            Some("5.12"),
            "w0 = cmpxchg32_32(r1 + 0, w0, w2)",
        ),
        (
            insn(0xdb, 2, 0, 0x110),
            Some("6.15"),
            "store_release((u64 *)(r1 + 0), r2)",
        ),
        (insn(0xa5, 0, 3, 1), Some("4.14"), "if r1 < 1 goto +3"),
        (insn(0x25, 0, 3, 1), None, "if r1 > 1 goto +3"),
        (insn(0x26, 0, 3, 1), Some("5.1"), "if w1 > 1 goto +3"),
        (insn(0x05, 0, 3, 0), None, "goto +3"),
        (insn(0x06, 0, 0, 40_000), Some("6.6"), "gotol +40000"),
        (insn(0x81, 2, 0, 0), Some("6.6"), "r1 = *(s32 *)(r2 + 0)"),
        (insn(0x61, 2, 0, 0), None, "r1 = *(u32 *)(r2 + 0)"),
        (insn(0xbf, 2, 32, 0), Some("6.6"), "r1 = (s32)r2"),
        (
            insn(0xbf, 2, 1, 1),
            Some("6.9"),
            "r1 = addr_space_cast(r2, 0, 1)",
        ),
        (insn(0xbf, 2, 0, 0), None, "r1 = r2"),
        (insn(0x3f, 2, 1, 0), Some("6.6"), "r1 s/= r2"),
        (insn(0x3f, 2, 0, 0), None, "r1 /= r2"),
        (insn(0xd7, 0, 0, 16), Some("6.6"), "r1 = bswap16 r1"),
        (insn(0xdc, 0, 0, 16), None, "r1 = be16 r1"),
        (insn(0xe5, 0, 2, 0), Some("6.9"), "may_goto +2"),
        (insn(0x85, 0, 0, -1), None, "call -1"),
    ] {
        let found = instruction(&insn).map(|(kernel, _)| kernel.to_string());
        assert_eq!(found.as_deref(), kernel, "{what}");
    }
}

#[test]
fn only_jumps_back_to_what_leads_there_are_loops() {
    let code = |jumps: [(u8, i16); 4]| -> Vec<Insn> {
        let insns = jumps.into_iter().enumerate();
        insns
            .map(|(at, (opcode, offset))| Insn {
                at,
                ..insn(opcode, 0, offset, 0)
            })
            .collect()
    };
    let (nop, goto, jump, exit) = (0xbf, 0x05, 0x15, 0x95);
    for (jumps, expected) in [
        ([(nop, 0), (nop, 0), (jump, -2), (exit, 0)], vec![2]),
        ([(nop, 0), (goto, -1), (nop, 0), (exit, 0)], vec![1]),
        // To a block that stands before, and does not lead back.
        ([(goto, 1), (exit, 0), (nop, 0), (goto, -3)], vec![]),
        // Nothing leads to the loop.
        ([(nop, 0), (exit, 0), (nop, 0), (goto, -2)], vec![]),
    ] {
        assert_eq!(
            loops(&code(jumps)).into_iter().collect::<Vec<_>>(),
            expected,
            "{jumps:?}"
        );
    }
}

/// An object of clang's, in both byte orders.
#[test]
fn an_object_says_what_it_needs() {
    let text = |data: &[u8]| {
        let needs = distinct(needs(data, &[], &|_| None).unwrap()).into_iter();
        let lines = needs.map(|need| {
            let line = need.position.map_or(0, |position| position.line);
            format!("{} {} {line}", need.kernel, need.feature)
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let little = text(include_bytes!("../../../testdata/object/probe.o"));
    let big = text(include_bytes!("../../../testdata/object/probe.eb.o"));
    assert_eq!(little, big);
    expect_test::expect![[r#"
        5.17 the helper bpf_loop 38
        5.13 functions that the kernel calls back 38
        5.6 the global function total, verified by itself 35
        5.2 package variables 47
        5.1 jumps on 32 bits (cpu v3) 55
        4.16 calls of functions of the program's own 53
        4.8 programs in sections `xdp` 51
        4.7 programs in sections `tracepoint` 60
        3.18 the helper bpf_map_lookup_elem 44"#]]
    .assert_eq(&little);
}
