//! Compiles the Go package in `bpf` to `attach.o` and `attach.rs` in `OUT_DIR`, and a program that the kernel refuses.

fn main() {
    tinybpf_build::Builder::new().compile("attach");
    tinybpf_build::Builder::new()
        .package("../testdata/refused/packet-variable")
        .compile("refused");
}
