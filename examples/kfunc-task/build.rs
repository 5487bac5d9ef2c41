//! Compiles the Go package in `bpf` to `task.o` and `task.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new()
        // They say that aya cannot load the object, which is known here.
        .cargo_warnings(false)
        .compile("task");
}
