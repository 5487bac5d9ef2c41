//! Compiles the Go package in `bpf` to `task.o` and `task.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new().compile("task");
}
