//! Compiles the Go package in `bpf` to `latency.o` and `latency.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new().compile("latency");
}
