//! Bindings of an object that clang made of C: they load it, and its values are those of the program.
#![allow(missing_docs, unreachable_pub)]

include!("../../testdata/c/types.rs");

use tests::can_load;
use tinybpf_test::{XdpAction, run_xdp};

#[test]
fn values_of_a_c_program_are_read_and_set() {
    if !can_load() {
        return;
    }
    let types = Types::builder()
        .config(Packed {
            tag: 7,
            unaligned: 40_u64.to_ne_bytes(),
        })
        .verdict(Verdict::DROP)
        .load()
        .unwrap();
    let (action, _) = run_xdp(types.programs.classify.fd().unwrap(), &[0; 60]).unwrap();
    assert_eq!(action, XdpAction::Drop);
    let flow: Flow = types.maps.flows.get(&1, 0).unwrap();
    assert_eq!(
        (flow.packets, flow.name[0], flow.verdict),
        (40, b'x'.cast_signed(), Verdict::DROP)
    );
    assert_eq!(
        (flow.wide, flow.address, flow.ports.high),
        (Wide::SMALL, [0, 6], 443)
    );
    assert_eq!((flow.bits_at_52, flow.seen, flow.last), ([5 << 3, 0], 1, 7));
    let origin = types.variables.origin().unwrap();
    assert_eq!((origin.x, origin.y), (13, -4));
    assert_eq!(types.variables.extreme().unwrap(), Wide::LARGE);
    assert_eq!(Wide::LARGE.0, 1 << 32);
}
