//! What kernels and loaders know of eBPF, and what stands in an object file.
//!
//! ```
//! use tinybpf_object::{helpers, inspect, section::{ProgramType, Section}};
//!
//! let section = Section::parse("tracepoint/syscalls/sys_enter_connect").unwrap();
//! assert_eq!(section.known.program_type, ProgramType::Tracepoint);
//!
//! let lookup = helpers::by_name("bpf_map_lookup_elem").unwrap();
//! assert_eq!((lookup.id, lookup.params.len()), (1, 2));
//!
//! // An object of any compiler, in either byte order.
//! let object = include_bytes!("../testdata/object/probe.o");
//! for function in inspect::functions(object)? {
//!     println!("{}: {} instructions, {} bytes of stack", function.name, function.instructions, function.stack);
//! }
//! # Ok::<(), tinybpf_object::Malformed>(())
//! ```
//!
//! There is no compiler in here and no `unsafe` code; `tinybpf-core` makes such objects.

mod diagnostic;
pub mod helpers;
pub mod kernel;
pub mod kfuncs;
mod log;
pub mod map;
#[doc(hidden)]
pub mod object;
pub mod section;
pub mod suggest;
mod types;
#[allow(dead_code)] // Generated whole: not every constant has a use.
#[doc(hidden)]
#[rustfmt::skip]
pub mod uapi;

pub use crate::object::{
    DataSection, Function, Map, Object, Program, StructOps, Variable, elf::Malformed, inspect,
};
pub use diagnostic::{
    Diagnostic, Position, Severity, Topic, UnknownTopic, counted, in_source_order,
};
pub use kernel::{KernelVersion, Need};
pub use log::{LOG_MAP, LogArgument, LogKind, LogLevel, LogSite, verbs};
pub use types::{Field, Struct, Type, Types};

/// The version of this crate.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
