//! LLVM in this process: the library that is found on the machine, and safe types over its C API.
//!
//! This module is the crate's one door to `unsafe`. What makes the types safe to use:
//!
//! - A [`Library`] is never unloaded, so its functions and everything static in it live as long as the process.
//! - A [`Module`] borrows its [`Context`]; values, blocks, types and metadata borrow the module. Their references are
//!   never null.
//! - Erasing an instruction, function or global takes the [`Value`] that names it. Values are copies of a reference, as
//!   in LLVM itself: the caller must not use another copy afterwards.
//! - Where LLVM would assert on a value of the wrong kind (an operand of a constant, the callee of a branch), the
//!   wrapper checks the kind first and returns `None`.
#![allow(unsafe_code)]

mod builder;
mod context;
mod ffi;
mod guard;
mod library;
mod metadata;
mod module;
mod target;
mod value;

pub(crate) use builder::Builder;
pub(crate) use context::Context;
pub(crate) use guard::{Stage, guarded};
pub use library::Library;
pub(crate) use metadata::{DiBuilder, Member, Metadata, Tag, encoding, slot};
pub(crate) use module::Module;
pub(crate) use target::{Emit, TargetMachine};
pub(crate) use value::{Attr, Block, Kind, Linkage, Op, Ty, TyKind, Value, predicate};
