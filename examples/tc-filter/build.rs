//! Compiles the Go package in `bpf` to `filter.o` and `filter.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new()
        // Its atomic additions then use instructions that Linux 5.10 knows.
        .min_kernel("5.10")
        .compile("filter");
}
