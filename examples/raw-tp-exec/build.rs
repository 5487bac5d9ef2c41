//! Compiles the Go package in `bpf` to `exec.o` and `exec.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new().compile("exec");
}
