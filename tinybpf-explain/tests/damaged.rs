//! No log and no object makes it panic, and what is left of either is still used.

use std::{fs, path::Path};

use tinybpf_explain::explain;

fn recorded(file: &str) -> Vec<u8> {
    fs::read(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("testdata/recorded")
            .join(file),
    )
    .unwrap()
}

fn log(file: &str) -> String {
    String::from_utf8(recorded(file)).unwrap()
}

#[test]
fn logs_that_end_or_begin_anywhere() {
    for (kernel, cpu, step) in [("5.10", "v2", 5), ("6.12", "v3", 2), ("7.3", "v3", 17)] {
        let object = recorded(&format!("{cpu}/packet-variable.o"));
        let log = log(&format!("{kernel}/packet-variable.txt"));
        for at in (0..log.len())
            .step_by(step)
            .filter(|at| log.is_char_boundary(*at))
        {
            for part in [&log[..at], &log[at..]] {
                let _ = explain(part, &object, None).to_string();
            }
        }
    }
}

/// A buffer that was too small holds the end of the log (Linux 6.4 and newer): the line is still known.
#[test]
fn a_log_without_its_beginning() {
    let object = recorded("v3/packet-variable.o");
    let log = log("6.12/packet-variable.txt");
    let last = log.find("\n10: ").unwrap();
    let explanation = explain(&log[last..], &object, None);
    assert_eq!(explanation.rule.unwrap().name, "packet-bounds");
    assert_eq!(explanation.position.unwrap().line, 17);
}

/// A log without its end says where it broke off, and claims no reason.
#[test]
fn a_log_without_its_end() {
    let log = log("6.12/packet-variable.txt");
    let end = log.find("invalid access to packet").unwrap();
    let explanation = explain(&log[..end], &recorded("v3/packet-variable.o"), None);
    assert!(explanation.refused);
    assert_eq!(explanation.rule, None);
    assert_eq!(explanation.position.clone().unwrap().line, 17);
    let text = explanation.to_string();
    assert!(text.contains("no reason is in the log"), "{text}");
    assert!(text.contains("the log breaks off there"), "{text}");
    assert!(text.contains("help: get the whole log"), "{text}");
}

/// cilium/ebpf's error on one line, as it prints it.
#[test]
fn one_line_of_a_log() {
    let text = "program prog: load program: permission denied: invalid access to packet, off=14 size=2, R1(id=1,off=14,r=0): R1 offset is outside of the packet (24 line(s) omitted)\n";
    let explanation = explain(text, &recorded("v3/packet-variable.o"), None);
    assert_eq!(explanation.rule.unwrap().name, "packet-bounds");
    assert_eq!(explanation.program.as_deref(), Some("prog"));
    assert_eq!(explanation.position, None);
    assert!(explanation.to_string().contains("`%+v`"), "{explanation}");
}

#[test]
fn logs_with_other_bytes() {
    let object = recorded("v3/leak-record.o");
    let log = log("6.12/leak-record.txt").into_bytes();
    for at in 0..log.len() {
        for byte in [b'9', b':', 0xff] {
            let mut log = log.clone();
            log[at] = byte;
            let _ = explain(&String::from_utf8_lossy(&log), &object, Some("prog")).to_string();
        }
    }
}

#[test]
fn objects_that_end_anywhere_or_have_other_bytes() {
    let object = recorded("v3/lookup-argument.o");
    let log = log("6.12/lookup-argument.txt");
    for at in 0..object.len() {
        let _ = explain(&log, &object[..at], None).to_string();
        for change in [0x01, 0x80, 0xff] {
            let mut object = object.clone();
            object[at] ^= change;
            let _ = explain(&log, &object, None).to_string();
        }
    }
}

#[test]
fn another_object_costs_the_line_only() {
    let log = log("6.12/packet-variable.txt");
    for object in [&recorded("v3/leak-record.o")[..], b"", b"\x7fELF"] {
        let explanation = explain(&log, object, None);
        assert_eq!(explanation.rule.unwrap().name, "packet-bounds");
        // From Linux 6.9 on, the log has file and line itself.
        let position = explanation.position.unwrap();
        assert_eq!((&*position.file, position.line), ("main.go", 17));
        assert!(!explanation.notes.is_empty());
    }
}

#[test]
fn texts_without_a_log() {
    for (text, rule) in [
        (
            "the BPF_PROG_LOAD syscall returned Operation not permitted (os error 1). Verifier output: ",
            Some("permission"),
        ),
        (
            "libbpf: prog 'a': BPF program load failed: -EPERM\nlibbpf: permission error while running as root; try raising 'ulimit -l'?\n",
            Some("memory-lock"),
        ),
        (
            "libbpf: prog 'a': failed to find kernel BTF type ID of 'no_such_function': -3\n",
            Some("no-attach-target"),
        ),
        (
            "libbpf: kernel BTF is missing at '/sys/kernel/btf/vmlinux', was CONFIG_DEBUG_INFO_BTF enabled?\n",
            Some("no-kernel-btf"),
        ),
        (
            "the BPF_PROG_LOAD syscall returned Invalid argument (os error 22). Verifier output: ",
            Some("not-supported"),
        ),
        (
            "map error: failed to create map `m` with code -22: Invalid argument (os error 22)",
            Some("unknown-map"),
        ),
        ("", None),
        ("what?", None),
    ] {
        let explanation = explain(text, &[], None);
        assert_eq!(explanation.rule.map(|rule| rule.name), rule, "{text}");
        assert!(explanation.refused, "{text}");
        let _ = explanation.to_string();
    }
}

#[test]
fn a_complaint_that_nobody_knows_has_its_line() {
    let log = log("6.12/packet-variable.txt")
        .replace("invalid access to packet", "new words")
        .replace("R1 offset", "R1 something");
    let explanation = explain(&log, &recorded("v3/packet-variable.o"), None);
    assert_eq!(
        (explanation.rule, explanation.position.clone().unwrap().line),
        (None, 17)
    );
    assert!(
        explanation.to_string().contains("new words"),
        "{explanation}"
    );
}

/// What came through JSON or `{:?}`.
#[test]
fn a_log_on_one_line() {
    let log = log("6.12/packet-variable.txt").replace('\n', "\\n");
    let explanation = explain(&log, &recorded("v3/packet-variable.o"), None);
    assert_eq!(explanation.position.unwrap().line, 17);
}

#[test]
fn a_program_that_was_taken() {
    let log = "0: (b7) r0 = 0\n1: (95) exit\nprocessed 2 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0\n";
    let explanation = explain(log, &[], None);
    assert!(!explanation.refused);
    assert_eq!(explanation.work.unwrap().instructions, 2);
    assert!(
        explanation.to_string().contains("verified 2 instructions"),
        "{explanation}"
    );
}
