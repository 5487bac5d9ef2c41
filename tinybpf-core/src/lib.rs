//! Turns the LLVM IR of TinyGo into eBPF objects.

mod bitcode;
mod compile;
mod diagnostic;
mod error;
pub mod helpers;
mod llvm;
pub mod map;
mod names;
mod object;
mod options;
mod passes;
pub mod section;
mod suggest;
mod types;
#[allow(dead_code)] // Generated whole: not every constant has a use.
#[rustfmt::skip]
mod uapi;

pub use compile::{Input, compile};
pub use diagnostic::{Diagnostic, Position, Severity};
pub use error::Error;
pub use llvm::Library;
pub use object::{DataSection, Function, Map, Object, Program, Variable, inspect};
pub use options::{Cpu, Endian, OptLevel, Options};
pub use types::{Field, Struct, Type, Types};
