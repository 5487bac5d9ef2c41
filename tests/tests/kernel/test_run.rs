//! `tinybpf-test`: programs of each type that the kernel runs for a test, loaded with libbpf, which knows them all.

use std::{fs, os::fd::AsFd};

use libbpf_rs::{MapCore, MapFlags, Object, ObjectBuilder};
use tests::{can_load, compile, testdata, tinygo};
use tinybpf_build::tinygo::Runtime;
use tinybpf_core::Options;
use tinybpf_test::{
    Error, Input, TcAction, XdpAction, run, run_raw_tp, run_syscall, run_tc, run_xdp,
};

const PACKET: [u8; 20] = [3; 20];

fn load() -> Option<Object> {
    can_load().then_some(())?;
    let package = testdata("library/runs");
    let object = compile(tinygo()?, &package, Runtime::Bpf, &Options::default()).unwrap();
    let mut builder = ObjectBuilder::default();
    Some(builder.open_memory(&object.data).unwrap().load().unwrap())
}

fn program<'a>(object: &'a Object, name: &str) -> impl AsFd + use<'a> {
    let program = object.progs_mut().find(|program| program.name() == name);
    program.unwrap_or_else(|| panic!("no program {name}"))
}

/// A `struct xdp_md` of a packet that came in on `lo`.
fn from_lo(length: usize) -> Vec<u8> {
    let words = [0, u32::try_from(length).unwrap(), 0, 1, 0, 0];
    words.into_iter().flat_map(u32::to_ne_bytes).collect()
}

#[test]
fn packets_of_xdp() {
    let Some(object) = load() else { return };
    let grow = program(&object, "xdp_grow");
    // Of itself, the kernel says that packets come from `lo`.
    let (action, after) = run_xdp(&grow, &PACKET).unwrap();
    let mut expected = [&PACKET[..], &[0; 6]].concat();
    expected[12..14].copy_from_slice(&[0x86, 0xdd]);
    assert_eq!((action, &after), (XdpAction::Pass, &expected));

    let context = from_lo(PACKET.len());
    let input = Input {
        packet: &PACKET,
        context: &context,
        ..Input::default()
    };
    let output = run(&grow, input).unwrap();
    assert_eq!((output.verdict, &output.packet), (2, &expected));
    assert_eq!(output.context, from_lo(expected.len()));
}

#[test]
fn packets_of_sockets() {
    let Some(object) = load() else { return };
    let mark = program(&object, "tc_mark");
    assert_eq!(
        run_tc(&mark, &PACKET).unwrap(),
        (TcAction::Shot, PACKET.to_vec())
    );
    assert_eq!(
        run_tc(&mark, &[0; 21]).unwrap(),
        (TcAction::Unspec, vec![0; 21])
    );
    // A `struct __sk_buff`, whose third word is the mark.
    let mut context = vec![0; 192];
    context[8] = 3;
    let input = Input {
        packet: &PACKET,
        context: &context,
        repeat: 3,
        ..Input::default()
    };
    let output = run(&mark, input).unwrap();
    assert_eq!(output.context[8], 3 + 3 * 7);

    let input = Input {
        packet: &PACKET,
        ..Input::default()
    };
    let cut = run(program(&object, "socket_cut"), input).unwrap();
    assert_eq!(
        (cut.verdict as usize, cut.packet),
        (PACKET.len() - 14 + 1, [&[0; 14], &PACKET[14..]].concat())
    );
    let keys = run(program(&object, "dissect"), input).unwrap();
    assert_eq!(
        (keys.verdict, keys.packet.len(), keys.packet[9]),
        (0, 56, 132)
    );
}

#[test]
fn what_needs_no_packet() {
    let Some(object) = load() else { return };
    let keep = program(&object, "raw_keep");
    let kept = || {
        let bss = object
            .maps()
            .find(|map| map.name().to_string_lossy().ends_with(".bss"))
            .unwrap();
        bss.lookup(&[0; 4], MapFlags::ANY).unwrap().unwrap()
    };
    assert_eq!(run_raw_tp(&keep, &[5, 6]).unwrap(), 9);
    assert_eq!(kept(), [5_u64, 6].map(u64::to_ne_bytes).concat());
    let context = 7_u64.to_ne_bytes().repeat(2);
    let cpu = Some(0);
    run(
        &keep,
        Input {
            context: &context,
            cpu,
            ..Input::default()
        },
    )
    .unwrap();
    assert_eq!(kept(), context);

    let mut call = [21_u64, 0].map(u64::to_ne_bytes).concat();
    assert_eq!(
        run_syscall(program(&object, "double"), &mut call).unwrap(),
        (-5_i32).cast_unsigned()
    );
    assert_eq!(call, [21_u64, 42].map(u64::to_ne_bytes).concat());

    // A `struct bpf_sk_lookup` of IPv4 and TCP, with the local port in the word before its last one.
    for (port, verdict) in [(80_u32, 1), (81, 0)] {
        let mut context = vec![0; 72];
        context[8] = 2;
        context[12] = 6;
        context[60..64].copy_from_slice(&port.to_ne_bytes());
        let input = Input {
            context: &context,
            ..Input::default()
        };
        assert_eq!(
            run(program(&object, "look_up"), input).unwrap().verdict,
            verdict
        );
    }
}

#[test]
fn errors_say_what_to_do() {
    let Some(object) = load() else { return };
    let error = run_raw_tp(program(&object, "unsupported"), &[]).unwrap_err();
    assert!(
        matches!(error, Error::Unsupported(_)) && error.to_string().contains("attach it"),
        "{error}"
    );
    for short in [&PACKET[..13], &[]] {
        let error = run_xdp(program(&object, "xdp_grow"), short).unwrap_err();
        assert!(
            matches!(error, Error::Input(_)) && error.to_string().contains("14 bytes"),
            "{error}"
        );
    }
    let error = run_raw_tp(program(&object, "raw_keep"), &[0; 13]).unwrap_err();
    assert!(matches!(error, Error::Input(_)), "{error}");
    let file = fs::File::open("/proc/self/stat").unwrap();
    let error = run_xdp(&file, &PACKET).unwrap_err();
    assert!(matches!(error, Error::NoProgram), "{error}");
}
