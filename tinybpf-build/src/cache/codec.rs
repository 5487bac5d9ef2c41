//! Values as bytes: numbers in little-endian order, what varies in length behind its length, the fields of a struct one after the other.
//!
//! The standard library has nothing for this, and a build script should not have to compile a framework for it.

use std::path::PathBuf;

use tinybpf_core::{
    DataSection, Diagnostic, Field, Function, KernelVersion, LogArgument, LogKind, LogLevel,
    LogSite, Map, Need, Object, Position, Program, Severity, Struct, StructOps, Topic, Type, Types,
    Variable,
};

/// A value that can be written as bytes, and read back.
pub(super) trait Code: Sized {
    /// Appends the value.
    fn put(&self, out: &mut Vec<u8>);

    /// Takes the value off the start of `input`; `None` when there is none of this type.
    fn take(input: &mut &[u8]) -> Option<Self>;
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Code for $number {
            fn put(&self, out: &mut Vec<u8>) {
                out.extend(self.to_le_bytes());
            }

            fn take(input: &mut &[u8]) -> Option<Self> {
                let (bytes, rest) = input.split_first_chunk()?;
                *input = rest;
                Some(Self::from_le_bytes(*bytes))
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64);

impl Code for usize {
    fn put(&self, out: &mut Vec<u8>) {
        (*self as u64).put(out);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        u64::take(input)?.try_into().ok()
    }
}

impl Code for bool {
    fn put(&self, out: &mut Vec<u8>) {
        u8::from(*self).put(out);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        Some(u8::take(input)? != 0)
    }
}

impl Code for String {
    fn put(&self, out: &mut Vec<u8>) {
        put_bytes(self.as_bytes(), out);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        Self::from_utf8(take_bytes(input)?).ok()
    }
}

fn put_bytes(bytes: &[u8], out: &mut Vec<u8>) {
    bytes.len().put(out);
    out.extend(bytes);
}

fn take_bytes(input: &mut &[u8]) -> Option<Vec<u8>> {
    let len = usize::take(input)?;
    let (bytes, rest) = input.split_at_checked(len)?;
    *input = rest;
    Some(bytes.to_owned())
}

/// Paths are UTF-8 here: what others are named in is not kept.
impl Code for PathBuf {
    fn put(&self, out: &mut Vec<u8>) {
        self.to_string_lossy().into_owned().put(out);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        String::take(input).map(Into::into)
    }
}

impl<T: Code> Code for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        for item in self {
            item.put(out);
        }
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        (0..usize::take(input)?).map(|_| T::take(input)).collect()
    }
}

impl<T: Code> Code for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        match bool::take(input)? {
            true => T::take(input).map(Some),
            false => Some(None),
        }
    }
}

impl<T: Code> Code for Box<T> {
    fn put(&self, out: &mut Vec<u8>) {
        (**self).put(out);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        T::take(input).map(Self::new)
    }
}

/// A struct by all its fields: one that is left out does not compile.
macro_rules! record {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl crate::cache::codec::Code for $name {
            fn put(&self, out: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $(crate::cache::codec::Code::put($field, out);)*
            }

            fn take(input: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: crate::cache::codec::Code::take(input)?),* })
            }
        }
    )*};
}
pub(super) use record;

record! {
    DataSection { name, size, variables }
    Diagnostic { severity, topic, position, message, help }
    Field { name, offset, ty }
    Function { name, section, instructions, stack }
    KernelVersion { major, minor }
    LogArgument { offset, kind }
    LogSite { level, format, arguments, position }
    Map {
        name, map_type, key_size, value_size, max_entries, map_flags, pinning, numa_node, map_extra, inner, slots, key, value, position,
    }
    Need { kernel, feature, position }
    Position { file, line, column }
    Program { name, section, position }
    Struct { name, go_name, size, align, fields, position }
    StructOps { name, kernel_name, section, position }
    Types { structs }
    Variable { name, offset, size, ty, position }
}

/// Its fields may become more without a word from the compiler; a test compares what is read with what was written.
impl Code for Object {
    fn put(&self, out: &mut Vec<u8>) {
        put_bytes(&self.data, out);
        self.programs.put(out);
        self.maps.put(out);
        self.logs.put(out);
        self.struct_ops.put(out);
        self.data_sections.put(out);
        self.functions.put(out);
        self.license.put(out);
        self.types.put(out);
        self.needs.put(out);
        self.warnings.put(out);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        let mut object = Self::default();
        object.data = take_bytes(input)?;
        object.programs = Code::take(input)?;
        object.maps = Code::take(input)?;
        object.logs = Code::take(input)?;
        object.struct_ops = Code::take(input)?;
        object.data_sections = Code::take(input)?;
        object.functions = Code::take(input)?;
        object.license = Code::take(input)?;
        object.types = Code::take(input)?;
        object.needs = Code::take(input)?;
        object.warnings = Code::take(input)?;
        Some(object)
    }
}

impl Code for Severity {
    fn put(&self, out: &mut Vec<u8>) {
        (*self == Self::Error).put(out);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        Some(match bool::take(input)? {
            true => Self::Error,
            false => Self::Warning,
        })
    }
}

impl Code for Topic {
    fn put(&self, out: &mut Vec<u8>) {
        self.as_str().to_owned().put(out);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        String::take(input)?.parse().ok()
    }
}

impl Code for LogLevel {
    fn put(&self, out: &mut Vec<u8>) {
        self.as_str().to_owned().put(out);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        String::take(input)?.parse().ok()
    }
}

impl Code for LogKind {
    fn put(&self, out: &mut Vec<u8>) {
        let (tag, size): (u8, u32) = match self {
            Self::Unsigned(size) => (0, *size),
            Self::Signed(size) => (1, *size),
            Self::Network(size) => (2, *size),
            Self::Bool => (3, 1),
            Self::Bytes(size) => (4, *size),
        };
        tag.put(out);
        size.put(out);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        let (tag, size) = (u8::take(input)?, u32::take(input)?);
        Some(match tag {
            0 => Self::Unsigned(size),
            1 => Self::Signed(size),
            2 => Self::Network(size),
            3 => Self::Bool,
            4 => Self::Bytes(size),
            _ => return None,
        })
    }
}

impl Code for Type {
    fn put(&self, out: &mut Vec<u8>) {
        let mut tagged = |tag: u8, parts: &dyn Fn(&mut Vec<u8>)| {
            tag.put(out);
            parts(out);
        };
        match self {
            Self::Int { size, signed } => tagged(0, &|out| {
                size.put(out);
                signed.put(out);
            }),
            Self::Bool => tagged(1, &|_| {}),
            Self::Float { size } => tagged(2, &|out| size.put(out)),
            Self::Pointer => tagged(3, &|_| {}),
            Self::Array { element, len } => tagged(4, &|out| {
                element.put(out);
                len.put(out);
            }),
            Self::Struct(index) => tagged(5, &|out| index.put(out)),
            Self::Named { name, go_name, of } => tagged(6, &|out| {
                name.put(out);
                go_name.put(out);
                of.put(out);
            }),
        }
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        Some(match u8::take(input)? {
            0 => Self::Int {
                size: Code::take(input)?,
                signed: Code::take(input)?,
            },
            1 => Self::Bool,
            2 => Self::Float {
                size: Code::take(input)?,
            },
            3 => Self::Pointer,
            4 => Self::Array {
                element: Code::take(input)?,
                len: Code::take(input)?,
            },
            5 => Self::Struct(Code::take(input)?),
            6 => Self::Named {
                name: Code::take(input)?,
                go_name: Code::take(input)?,
                of: Code::take(input)?,
            },
            _ => return None,
        })
    }
}
