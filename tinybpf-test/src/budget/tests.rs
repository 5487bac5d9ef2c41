use super::*;

const PROBE: &[u8] = include_bytes!("../../../tinybpf-object/testdata/object/probe.o");

/// How much depends on the CPUs of the machine.
#[test]
fn maps_have_a_budget_too() {
    let error = budget(PROBE)
        .map("counts")
        .memory(512)
        .try_check()
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("counts: about ") && error.contains("16 entries with keys of 4"),
        "{error}"
    );
}

fn text(budget: ProgramBudget<'_>) -> String {
    budget.try_check().unwrap_err().to_string()
}

#[test]
fn what_fits_is_silent() {
    budget(PROBE)
        .program("count_packets")
        .instructions(47)
        .stack(96)
        .program("on_connect")
        .instructions(23)
        .map("counts")
        .memory(4096)
        .check();
}

#[test]
fn what_is_over_is_said_with_its_lines() {
    expect_test::expect![[r#"
        over budget:
          count_packets: 47 instructions, and at most 40 are planned; the lines that cost most:
                8  ./probe.c:55  return total(limit) ? 2 : 1;
                5  ./probe.c:54  seen++;
                4  ./probe.c:31  *sum += i;
                4  ./probe.c:38  bpf_loop(n, visit, &sum, 0);
                4  ./probe.c:47  s->last[0] = limit;
          count_packets: 96 bytes of stack, and at most 63 are planned; the way down:
                0 bytes, counted as 32: count_packets (./probe.c:51)
                8 bytes, counted as 32: total (./probe.c:35)
                0 bytes, counted as 32: visit (./probe.c:31:10)
          on_connect: 23 instructions, and at most 1 are planned; the lines that cost most:
                4  ./probe.c:47  s->last[0] = limit;
                4  ./probe.c:61  tag[1] = 'x';
                3  ./probe.c:42  static __attribute__((noinline)) void bump(__u32 key)
                3  ./probe.c:44  struct stats *s = bpf_map_lookup_elem(&counts, &key);
                3  ./probe.c:46  s->packets++;
    "#]]
    .assert_eq(&text(
        budget(PROBE)
            .program("count_packets")
            .instructions(40)
            .stack(63)
            .program("on_connect")
            .instructions(1),
    ));
}

#[test]
fn a_wrong_name_is_an_error() {
    expect_test::expect![[r#"
        over budget:
          count_packet: no such program; did you mean "count_packets"?
          unlike: no such program, there are count_packets, on_connect
          counters: no such map; did you mean "counts"?
    "#]]
    .assert_eq(&text(
        budget(PROBE)
            .program("count_packet")
            .instructions(1)
            .program("unlike")
            .stack(1)
            .map("counters")
            .memory(1)
            .program("on_connect"),
    ));
}

#[test]
fn what_is_no_object_is_an_error() {
    let error = budget(b"not ELF")
        .program("x")
        .stack(1)
        .try_check()
        .unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("the object of this budget cannot be read: malformed object"),
        "{error}"
    );
}

#[test]
fn what_is_no_program_has_no_figure() {
    let file = std::fs::File::open("/dev/null").unwrap();
    let text = text(
        budget(PROBE)
            .program("on_connect")
            .verified_instructions(&file, 1),
    );
    assert!(text.contains("not that of a loaded program"), "{text}");
}
