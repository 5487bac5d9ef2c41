//! Tells the build scripts of crates that depend on this one that they do (`DEP_TINYBPF_EXPLAIN_CRATE`), for `tinybpf-build`.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::metadata=crate=tinybpf_explain");
}
