//! Programs of many types in one object.

use aya::{
    maps::Array,
    programs::{Program, RawTracePointRunOptions, TestRun},
};
use tests::{Loaded, object};

use super::load;

fn count(loaded: &Loaded, index: u32) -> u64 {
    let counts: Array<_, u64> = loaded.ebpf.map("counts").unwrap().try_into().unwrap();
    counts.get(&index, 0).unwrap()
}

#[test]
fn all_of_them_load_and_share_a_map() {
    let Some(loaded) = load("types") else { return };
    let object = object("types").unwrap();
    assert_eq!(loaded.ebpf.programs().count(), object.programs.len());
    assert!(object.programs.len() >= 18, "{:?}", object.programs);
    for (index, program, verdict) in [
        (0, "on_xdp", 2),
        (1, "on_xdp_frags", 2),
        (2, "on_classifier", 0),
        (3, "on_socket", 14),
        (4, "on_cgroup_skb", 1),
    ] {
        assert_eq!(loaded.run(program, &[0; 64]).0, verdict, "{program}");
        assert_eq!(count(&loaded, index), 1, "{program}");
    }
}

#[test]
fn a_raw_tracepoint_gets_its_arguments() {
    let Some(loaded) = load("types") else { return };
    let Some(Program::RawTracePoint(program)) = loaded.ebpf.program("on_raw_tracepoint") else {
        panic!("no program")
    };
    let mut options = RawTracePointRunOptions::new();
    for (argument, high) in [(1000, 0), (1001, 1)] {
        options.args[1] = argument;
        program
            .test_run(RawTracePointRunOptions {
                args: options.args,
                cpu: None,
            })
            .unwrap();
        assert_eq!(count(&loaded, 7), high);
    }
    assert_eq!(count(&loaded, 6), 2);
}
