//! Compiles the Go package in `bpf` to `probe.o` and `probe.rs`, which `src/main.rs` includes.

fn main() {
    tinybpf_build::Builder::new().compile("probe");
}
