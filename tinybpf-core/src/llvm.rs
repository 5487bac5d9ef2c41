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

mod attribute;
mod builder;
mod context;
mod di_builder;
mod ffi;
mod function;
mod global;
mod guard;
mod instruction;
mod library;
mod metadata;
mod module;
mod op;
mod records;
mod target;
mod ty;
mod value;

pub(crate) use attribute::Attr;
pub(crate) use builder::Builder;
pub(crate) use context::Context;
pub(crate) use di_builder::{DiBuilder, Member, encoding};
pub(crate) use global::Linkage;
pub(crate) use guard::{Stage, guarded};
pub use library::Library;
pub(crate) use metadata::{Metadata, Tag, slot};
pub(crate) use module::Module;
pub(crate) use op::{Op, predicate};
pub(crate) use target::{Emit, TargetMachine};
pub(crate) use ty::TyKind;
pub(crate) use value::{Block, Kind, Ty, Value};
