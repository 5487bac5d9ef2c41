//! The types of a BPF program's data, as they lie in memory.
//!
//! They come from the debug info that TinyGo writes, and carry what a loader's side needs to read and write
//! the same bytes: sizes and offsets in bytes, Go names, and the Go line of each declaration that has one.

use crate::Position;

/// A type by its layout in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// An integer of `size` bytes (1, 2, 4 or 8).
    Int {
        /// Size in bytes.
        size: u64,
        /// Whether it is a signed integer.
        signed: bool,
    },
    /// A Go `bool`: one byte, 0 or 1.
    Bool,
    /// A floating-point number of `size` bytes (4 or 8). BPF cannot compute with it, data may hold it.
    Float {
        /// Size in bytes.
        size: u64,
    },
    /// A pointer (also `unsafe.Pointer`): 8 bytes that mean nothing in user space.
    Pointer,
    /// `len` elements without gaps.
    Array {
        /// The type of each element.
        element: Box<Type>,
        /// The number of elements.
        len: u64,
    },
    /// A struct: index into [`Types::structs`].
    Struct(usize),
    /// A named type that is not a struct, such as `type Verdict uint32`.
    Named {
        /// The name in Go, without its package.
        name: String,
        /// The name in Go with its package path, such as `main.Verdict`.
        go_name: String,
        /// What it is a name for.
        of: Box<Type>,
    },
}

/// A struct's layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Struct {
    /// The name in Go, without its package; empty for an anonymous struct.
    pub name: String,
    /// The name in Go with its package path (`example.com/probe/wire.Event`); empty for an anonymous struct.
    pub go_name: String,
    /// Size in bytes, with the padding at the end.
    pub size: u64,
    /// Alignment in bytes.
    pub align: u64,
    /// The fields in the order of their offsets. Blank fields (`_`) are among them, implicit padding is not.
    pub fields: Vec<Field>,
    /// Where Go declares it, when the debug info says so.
    pub position: Option<Position>,
}

/// A field of a [`Struct`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name in Go; `_` for a blank field.
    pub name: String,
    /// Offset from the start of the struct, in bytes.
    pub offset: u64,
    /// The field's type.
    pub ty: Type,
}

/// The structs that cross the border between BPF and user space: those of maps, of data variables and of
/// ring-buffer and perf-buffer records, those that package main exports, and those that all these contain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Types {
    /// Each struct once, in a fixed order: a struct stands after those that it contains.
    pub structs: Vec<Struct>,
}

impl Types {
    /// Size of a type in bytes.
    #[must_use]
    pub fn size_of(&self, ty: &Type) -> u64 {
        match ty {
            Type::Int { size, .. } | Type::Float { size } => *size,
            Type::Bool => 1,
            Type::Pointer => 8,
            Type::Array { element, len } => self.size_of(element) * len,
            Type::Struct(index) => self.structs[*index].size,
            Type::Named { of, .. } => self.size_of(of),
        }
    }

    /// The alignment that C gives a type, in bytes.
    pub fn align_of(&self, ty: &Type) -> u64 {
        match ty {
            Type::Array { element, .. } => self.align_of(element),
            Type::Struct(index) => self.structs[*index].align,
            Type::Named { of, .. } => self.align_of(of),
            simple => self.size_of(simple),
        }
    }
}
