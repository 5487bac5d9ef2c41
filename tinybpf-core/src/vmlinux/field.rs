//! The types of fields.

use super::find::{Index, Key};
use crate::object::btf::{Btf, Kind};

/// The type of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ty {
    /// A number, or a `bool`, by its name in Go.
    Number(&'static str),
    /// A pointer: what it leads to, if that can have a view, and how C calls it.
    Pointer(Option<(Key, u32)>, String),
    Array(Box<Ty>, u32),
    /// A part that has a view of its own.
    View(Key, u32),
}

/// Arrays in arrays, and structs in structs, are no deeper; BTF that has more goes in a circle.
pub(super) const DEEP: u32 = 32;

/// `BTF_INT_*` of `linux/btf.h`.
const SIGNED: u8 = 1;
const BOOL: u8 = 4;

/// The type of a field, or why Go has none for it.
pub(super) fn ty(
    btf: &Btf<'_>,
    index: &Index<'_>,
    id: u32,
    depth: u32,
) -> Result<Ty, &'static str> {
    let plain = index.plain(id);
    let found = btf.get(plain.id);
    match &found.kind {
        Kind::Int { size, encoding, .. } => {
            if found.name == "char" {
                // The kernel is compiled with -funsigned-char.
                return Ok(Ty::Number("byte"));
            }
            let signed = encoding & SIGNED != 0;
            if encoding & BOOL != 0 && *size == 1 {
                return Ok(Ty::Number("bool"));
            }
            integer(*size, signed)
                .map(Ty::Number)
                .ok_or("wider than 64 bits")
        }
        Kind::Ptr { ty } => {
            let target = index.plain(*ty);
            // What has no name of its own cannot be found in another kernel.
            let key = index
                .key(&target)
                .filter(|key| matches!(key, Key::Named(..)));
            let key = key.filter(|_| !is_enum(&btf.get(target.id).kind));
            Ok(Ty::Pointer(
                key.map(|key| (key, target.id)),
                pointer(btf, *ty),
            ))
        }
        Kind::Array { element, len, .. } if depth < DEEP => {
            let element = self::ty(btf, index, *element, depth + 1)?;
            Ok(Ty::Array(Box::new(element), *len))
        }
        Kind::Struct { .. } | Kind::Union { .. } | Kind::Enum { .. } | Kind::Enum64 { .. } => {
            let key = index.key(&plain).ok_or("of no known type")?;
            if let Key::Named(..) = key
                && is_enum(&found.kind)
                && super::names::spelling(found.name).is_none()
            {
                return Err("an enum with capitals in its name");
            }
            Ok(Ty::View(key, plain.id))
        }
        Kind::Float { .. } => Err("floating-point"),
        _ => Err("of no known size"),
    }
}

pub(super) fn is_enum(kind: &Kind<'_>) -> bool {
    matches!(kind, Kind::Enum { .. } | Kind::Enum64 { .. })
}

/// Go's integer of so many bytes.
pub(super) fn integer(size: u32, signed: bool) -> Option<&'static str> {
    Some(match (size, signed) {
        (1, true) => "int8",
        (2, true) => "int16",
        (4, true) => "int32",
        (8, true) => "int64",
        (1, false) => "uint8",
        (2, false) => "uint16",
        (4, false) => "uint32",
        (8, false) => "uint64",
        _ => return None,
    })
}

/// How C writes a pointer to a type.
fn pointer(btf: &Btf<'_>, mut id: u32) -> String {
    let (mut stars, mut qualifiers) = ("*".to_owned(), String::new());
    for _ in 0..DEEP {
        let ty = btf.get(id);
        let keyword = match &ty.kind {
            Kind::Ptr { ty } => {
                stars.push('*');
                id = *ty;
                continue;
            }
            Kind::Const { ty } => {
                qualifiers = "const ".to_owned();
                id = *ty;
                continue;
            }
            Kind::Volatile { ty } | Kind::Restrict { ty } | Kind::TypeTag { ty } => {
                id = *ty;
                continue;
            }
            Kind::FuncProto { .. } => return "function".to_owned(),
            Kind::Void => "void",
            Kind::Struct { .. } | Kind::Fwd { is_union: false } => "struct",
            Kind::Union { .. } | Kind::Fwd { is_union: true } => "union",
            Kind::Enum { .. } | Kind::Enum64 { .. } => "enum",
            Kind::Array { .. } => "array",
            _ => "",
        };
        let words = [keyword, ty.name]
            .into_iter()
            .filter(|word| !word.is_empty());
        return format!(
            "{qualifiers}{} {stars}",
            words.collect::<Vec<_>>().join(" ")
        );
    }
    String::new()
}
