//! Turns the LLVM IR of TinyGo into eBPF objects.

mod diagnostic;
mod error;
mod llvm;
mod object;
mod types;

pub use diagnostic::{Diagnostic, Position, Severity};
pub use error::Error;
pub use llvm::Library;
pub use object::{DataSection, Function, Map, Object, Program, Variable, inspect};
pub use types::{Field, Struct, Type, Types};
