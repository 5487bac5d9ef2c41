//! Compiles the Go package in `bpf` to `counter.o` and `counter.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new().compile("counter");
}
