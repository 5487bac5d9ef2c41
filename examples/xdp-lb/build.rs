//! Compiles the Go package in `bpf` to `lb.o` and `lb.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new().compile("lb");
}
