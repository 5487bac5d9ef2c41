//! What is printed; the programs themselves are tested in `bpf`, with `go test`.

use crate::lines;

#[test]
fn empty_bars_are_left_out() {
    assert_eq!(
        lines(&[0, 2, 0, 1]),
        [
            format!("<        2 µs        2 {}", "*".repeat(40)),
            format!("<        8 µs        1 {}", "*".repeat(20)),
        ]
    );
    assert!(lines(&[0; 4]).is_empty());
}
