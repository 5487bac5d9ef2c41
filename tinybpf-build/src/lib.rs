//! Compiles eBPF programs written in Go from a Cargo build script.

mod bindings;
mod error;
pub mod tinygo;

pub use error::Error;
