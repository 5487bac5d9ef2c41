//! Compiles the Go package in `bpf` to `reno.o` and `reno.rs` in `OUT_DIR`.

fn main() {
    tinybpf_build::Builder::new()
        // They say that aya cannot load the object, which is known here.
        .cargo_warnings(false)
        .compile("reno");
}
