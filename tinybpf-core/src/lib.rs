//! Turns the LLVM IR of TinyGo into eBPF objects.

mod diagnostic;
mod error;
pub mod helpers;
mod llvm;
pub mod map;
mod object;
pub mod section;
mod suggest;
mod types;
#[allow(dead_code)] // Generated whole: not every constant has a use.
#[rustfmt::skip]
mod uapi;

pub use diagnostic::{Diagnostic, Position, Severity};
pub use error::Error;
pub use llvm::Library;
pub use object::{DataSection, Function, Map, Object, Program, Variable, inspect};
pub use types::{Field, Struct, Type, Types};
