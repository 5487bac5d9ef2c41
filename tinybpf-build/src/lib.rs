//! Compiles eBPF programs written in Go from a Cargo build script.
