//! Compiles the Go package in `bpf` to `open.o` and `open.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new().compile("open");
}
