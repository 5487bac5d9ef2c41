//! Compiles the Go package in `bpf` to `attach.o` and `attach.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new().compile("attach");
}
