//! Machine code beside the Go lines that it was made of.

use expect_test::expect_file;
use tests::{object, testdata, workspace};
use tinybpf_core::inspect::listing;

/// Packets and maps; fields of the kernel's structs; subprograms, callbacks and logs.
const EXAMPLES: [&str; 3] = ["xdp-filter", "sched-latency", "xdp-lb"];

#[test]
fn go_lines_stand_beside_machine_code() {
    for example in EXAMPLES {
        let package = workspace().join("examples").join(example).join("bpf");
        let Some(object) = object(package) else {
            return;
        };
        let text = listing(&object.data).unwrap().to_string();
        expect_file![testdata(&format!("listings/{example}.txt"))].assert_eq(&text);
    }
}
