//! Compiles the Go package in `bpf` to `filter.o` and `filter.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new().compile("filter");
}
