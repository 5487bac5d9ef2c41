//! Compiles the Go package in `bpf` to `file_guard.o` and `file_guard.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new()
        // Its atomic additions then use instructions that Linux 5.10 knows.
        .min_kernel("5.10")
        .compile("file_guard");
}
