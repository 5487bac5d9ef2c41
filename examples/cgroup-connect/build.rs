//! Compiles the Go package in `bpf` to `connect.o` and `connect.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new().compile("connect");
}
