use super::*;

fn path(text: &str) -> Vec<usize> {
    let log = Log::read(text, None);
    log.path.iter().map(|visit| visit.index).collect()
}

/// What Linux 6.18 prints with log level 1.
#[test]
fn a_new_log() {
    let log = Log::read(
        "0: R1=ctx() R10=fp0\n\
         ; data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd) @ main.go:10\n\
         0: (61) r2 = *(u32 *)(r1 +4)          ; R1=ctx() R2=pkt_end()\n\
         1: (69) r1 = *(u16 *)(r1 +0)\n\
         invalid access to packet, off=14 size=2, R1(id=1,off=14,r=0)\n\
         R1 offset is outside of the packet\n\
         verification time 240 usec\n\
         stack depth 0\n\
         processed 11 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 3 mark_read 0\n",
        None,
    );
    assert_eq!(log.path[0].before, "R1=ctx() R10=fp0");
    assert_eq!(log.path[0].after, "R1=ctx() R2=pkt_end()");
    assert_eq!((log.path[1].index, log.path[1].opcode), (1, 0x69));
    assert_eq!(log.message.len(), 2);
    assert_eq!(
        log.work,
        Some(Work {
            instructions: 11,
            limit: 1_000_000,
            peak_states: 3
        })
    );
    assert_eq!(
        log.source,
        Some("data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd) @ main.go:10")
    );
    assert!(!log.is_accepted());
}

/// Linux 5.10 prints registers on lines of their own, and how it found which numbers matter.
#[test]
fn an_old_log() {
    let log = Log::read(
        "; func prog(ctx *skBuff) int32 {\n\
         0: (61) r1 = *(u32 *)(r1 +8)\n\
         1: (15) if r1 == 0x7 goto pc+1\n \
         R1_w=inv(id=0,umax_value=4294967295,var_off=(0x0; 0xffffffff)) R10=fp0\n\
         2: (0f) r1 += r2\n\
         last_idx 9 first_idx 0\n\
         regs=4 stack=0 before 8: (57) r2 &= 60\n\
         R1 pointer arithmetic on ctx prohibited\n",
        None,
    );
    assert_eq!(log.path.len(), 3);
    assert!(log.path[1].after.starts_with("R1_w=inv"));
    assert_eq!(log.message, ["R1 pointer arithmetic on ctx prohibited"]);
}

#[test]
fn branches_that_were_left_for_later() {
    let text = "0: (15) if r0 == 0x0 goto pc+3\n1: (b7) r0 = 1\n2: (95) exit\n\nfrom 0 to 4: R0=0 R10=fp0\n4: (79) r0 = *(u64 *)(r0 +0)\nR0 invalid mem access 'inv'\n";
    assert_eq!(path(text), [0, 4]);
    // With log level 2, old kernels do not say from where they go on.
    let text = "0: (15) if r0 == 0x0 goto pc+3\n1: (b7) r0 = 1\n2: (95) exit\n4: (79) r0 = *(u64 *)(r0 +0)\nR0 invalid mem access 'inv'\n";
    assert_eq!(path(text), [0, 4]);
    // Of two rounds, the last one comes first.
    let round = "3: (15) if r0 == 0x0 goto pc+3\n4: (05) goto pc-2\n";
    let text = format!(
        "{round}{round}{round}4: safe\n\nfrom 3 to 7: R0=0\n7: (95) exit\n\nfrom 3 to 7 (speculative execution): R0=0\n7: (95) exit\nbad\n"
    );
    assert_eq!(path(&text), [3, 4, 3, 7]);
}

#[test]
fn the_loaders_words_are_no_log() {
    let log = "0: (95) exit\nR0 !read_ok\nprocessed 1 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0\n";
    let aya = format!(
        "the BPF_PROG_LOAD syscall returned Permission denied (os error 13). Verifier output: {log}: Permission denied (os error 13)"
    );
    let libbpf = format!(
        "libbpf: prog 'a': -- BEGIN PROG LOAD LOG --\n{log}-- END PROG LOAD LOG --\nlibbpf: prog 'a': failed to load: -EACCES\n"
    );
    for text in [log, &aya, &libbpf] {
        let read = Log::read(text, None);
        assert_eq!(read.message, ["R0 !read_ok"], "{text}");
        assert_eq!(read.path.len(), 1);
    }
    assert_eq!(Log::read(&libbpf, None).program, Some("a"));
    let two = libbpf.replace("'a'", "'b'").replace("R0 !read_ok", "other") + &libbpf;
    assert_eq!(Log::read(&two, Some("b")).message, ["other"]);
    assert_eq!(Log::read(&two, None).program, Some("a"));
}

/// Linux 7.3 explains itself after the complaint.
#[test]
fn the_kernels_own_explanation() {
    let log = Log::read(
        "5: (95) exit\nUnreleased reference id=2 alloc_insn=5\n\nVerification failed: Resource Lifetime Safety: Leak\n\nReason:\n  One line\n  and another.\n\nAt:\n  prog @ main.go:17:5\n  >>> 10 | (69) r1 = *(u16 *)(r1 +0)\n\nSuggestion:\n  Release it.\n\nBPF_EXIT instruction would lead to reference leak\n",
        None,
    );
    assert_eq!(log.reason, ["One line", "and another."]);
    assert_eq!(log.suggestion, ["Release it."]);
    assert_eq!(log.message.len(), 2);
    assert_eq!(log.path.len(), 1);
}

#[test]
fn a_function_by_itself() {
    let log = Log::read(
        "Validating sum() func#1...\n2: R1=mem_or_null(id=1,sz=16) R10=fp0\n2: (79) r0 = *(u64 *)(r1 +0)\nR1 invalid mem access 'mem_or_null'\n",
        None,
    );
    assert_eq!(log.validating, Some("sum"));
    assert_eq!(log.path[0].index, 2);
    let right = Log::read(
        "Validating a() func#1...\n2: (95) exit\nFunc#1 ('a') is safe for any args that match its prototype\n0: (95) exit\nR0 !read_ok\n",
        None,
    );
    assert_eq!((right.validating, right.path.len()), (None, 1));
}
