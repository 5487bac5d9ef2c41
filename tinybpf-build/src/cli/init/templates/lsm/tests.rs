//! What goes to the kernel; the program itself is tested in `bpf`, with `go test`.

use crate::kernel_device;

#[test]
fn devices_are_numbered_as_in_the_kernel() {
    // 8:1, as of /dev/sda1.
    assert_eq!(kernel_device(0x801), 8 << 20 | 1);
    // 259:300, where the minor number has more than eight bits.
    assert_eq!(kernel_device(0x0011_032c), 259 << 20 | 300);
}
