//! What is printed; the program itself is tested in `bpf`, with `go test`.

use crate::{line, probe::OpenEvent};

#[test]
fn a_line_ends_with_the_path() {
    let mut event = OpenEvent::ZERO;
    event.pid = 7;
    event.comm[..3].copy_from_slice(b"cat");
    event.path[..10].copy_from_slice(b"/etc/hosts");
    assert_eq!(
        line(&event),
        "       7        0 cat              /etc/hosts"
    );
}
