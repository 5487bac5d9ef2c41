//! Compiles the Go package in `bpf` to `connect.o` and `connect.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new()
        // Its atomic additions then use instructions that Linux 5.10 knows.
        .min_kernel("5.10")
        .compile("connect");
}
