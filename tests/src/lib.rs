//! What the tests of the whole way from Go to BPF share.

pub mod expect;
mod go;

pub use go::{compile, tinygo};
