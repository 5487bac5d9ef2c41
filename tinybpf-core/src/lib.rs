//! Turns the LLVM IR of TinyGo into eBPF objects with BTF, which aya, libbpf and cilium/ebpf load.
//!
//! Most users want the crate `tinybpf-build`, which runs TinyGo from a Cargo build script and calls this one. Here is what
//! is behind it: [`compile`] takes textual IR or bitcode and returns an [`Object`], checked the way loaders and the kernel
//! would.
//!
//! ```
//! use tinybpf_core::{Input, Options, compile, section::ProgramType};
//!
//! let ir = br#"
//!     define i32 @let_pass(ptr %ctx) section "xdp" !dbg !3 {
//!       ret i32 2, !dbg !5
//!     }
//!     !llvm.dbg.cu = !{!0}
//!     !llvm.module.flags = !{!2}
//!     !0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
//!     !1 = !DIFile(filename: "main.go", directory: "/src")
//!     !2 = !{i32 2, !"Debug Info Version", i32 3}
//!     !3 = distinct !DISubprogram(name: "main.letPass", linkageName: "let_pass", file: !1, line: 5, type: !4, unit: !0,
//!            spFlags: DISPFlagDefinition)
//!     !4 = !DISubroutineType(types: !{})
//!     !5 = !DILocation(line: 6, column: 2, scope: !3)
//! "#;
//! let input = Input::Bytes { name: "pass.ll".to_owned(), data: ir.to_vec() };
//! let object = compile(&[input], &Options::default())?;
//!
//! assert_eq!(object.programs[0].name, "let_pass");
//! assert_eq!(object.programs[0].program_type(), Some(ProgramType::Xdp));
//! assert_eq!(object.license, "GPL");
//! assert_eq!(&object.data[..4], b"\x7fELF");
//! # Ok::<(), tinybpf_core::Error>(())
//! ```
//!
//! LLVM is not linked: the library inside the user's Rust toolchain, or another one, is opened at run time
//! ([`Library::find`]). What the kernel and the loaders know is in [`helpers`], [`section`] and [`map`]; [`inspect`] shows
//! what is in an object, also in those that other compilers made.

mod bitcode;
mod compile;
mod core_type;
mod error;
mod input;
mod link;
mod llvm;
mod names;
mod options;
mod passes;
mod timings;
mod types;
pub mod vmlinux;

pub use compile::compile;
pub use core_type::{CoreField, CoreType, GoType};
pub use error::Error;
pub use input::Input;
pub use llvm::Library;
pub use names::LIBRARY;
pub use options::{Cpu, Endian, OptLevel, Options};
pub use passes::passes;
pub use timings::Timings;
pub use tinybpf_object::{
    DataSection, Diagnostic, Field, Function, KernelVersion, LOG_MAP, LogArgument, LogKind,
    LogLevel, LogSite, Map, Need, Object, Position, Program, Severity, Struct, StructOps, Topic,
    Type, Types, UnknownTopic, Variable, helpers, in_source_order, inspect, kernel, kfuncs, map,
    section, suggest,
};
pub(crate) use tinybpf_object::{counted, object, uapi, verbs};

#[doc(hidden)]
pub use tinybpf_object::VERSION as OBJECT_VERSION;

/// The version of this crate.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
