//! Reads types out of debug info: TinyGo's, and clang's beside it.
//!
//! TinyGo (`getDIType` in its `compiler/compiler.go`) writes a named Go type as a typedef of what it is, with the name
//! that Go prints; an alias as a typedef of a typedef; a string, slice or function value as a struct; a map or channel as a
//! pointer; and a basic type under its Go name. Types have no line.

use super::{Field, Struct, Type, Types};
use crate::{
    llvm::{Metadata, Module, Tag, slot},
    names::local_name,
};

/// The type that debug info describes; the structs in it are added to the others. `None` for what has no layout.
pub(crate) fn read(types: &mut Types, module: &Module<'_>, ty: Metadata<'_>) -> Option<Type> {
    match ty.tag() {
        Tag::Base => Some(basic(&ty.type_name(), ty.size_bits() / 8)),
        Tag::Pointer => Some(Type::Pointer),
        Tag::Array => Some(Type::Array {
            element: Box::new(read(types, module, ty.operand(module, slot::BASE)?)?),
            len: array_len(module, ty)?,
        }),
        Tag::Struct => read_struct(types, module, &ty.type_name(), ty),
        Tag::Qualifier => read(types, module, ty.operand(module, slot::BASE)?),
        // C's, as the integer that it is; the C API does not tell the sign, which is nearly never there.
        Tag::Enumeration => Some(Type::Int {
            size: ty.size_bits() / 8,
            signed: false,
        }),
        Tag::Typedef => read_named(types, module, ty),
        _ => None,
    }
}

fn read_named(types: &mut Types, module: &Module<'_>, ty: Metadata<'_>) -> Option<Type> {
    let ty = without_aliases(module, ty);
    let base = ty.operand(module, slot::BASE)?;
    if base.tag() == Tag::Struct {
        return read_struct(types, module, &ty.type_name(), base);
    }
    let go_name = ty.type_name();
    Some(Type::Named {
        name: local_name(&go_name).to_owned(),
        go_name,
        of: Box::new(read(types, module, base)?),
    })
}

fn read_struct(
    types: &mut Types,
    module: &Module<'_>,
    go_name: &str,
    ty: Metadata<'_>,
) -> Option<Type> {
    let mut fields = Vec::new();
    let mut align = 1;
    for member in members(module, ty) {
        if member.offset_bits() % 8 != 0 || member.size_bits() % 8 != 0 {
            return None; // A bit-field of C.
        }
        let ty = read(types, module, member.operand(module, slot::BASE)?)?;
        // clang leaves out the alignment that a type has anyway.
        let field_align = match member.align_bits() / 8 {
            0 => types.align_of(&ty),
            given => given.into(),
        };
        align = align.max(field_align);
        fields.push(Field {
            name: member.type_name(),
            offset: member.offset_bits() / 8,
            ty,
        });
    }
    let found = Struct {
        name: local_name(go_name).to_owned(),
        go_name: go_name.to_owned(),
        size: ty.size_bits() / 8,
        align: u64::from(ty.align_bits() / 8).max(align),
        fields,
        position: None,
    };
    let known = types.structs.iter().position(|other| *other == found);
    Some(Type::Struct(known.unwrap_or_else(|| {
        types.structs.push(found);
        types.structs.len() - 1
    })))
}

/// A basic type by its name in Go or C: the C API does not tell the encoding.
fn basic(name: &str, size: u64) -> Type {
    let number = name.trim_end_matches(|c: char| c.is_ascii_digit());
    match number {
        "bool" => Type::Bool,
        "float" => Type::Float { size },
        "complex" => Type::Array {
            element: Box::new(Type::Float { size: size / 2 }),
            len: 2,
        },
        "_Bool" => Type::Bool,
        "double" => Type::Float { size },
        _ => Type::Int {
            size,
            signed: matches!(
                number,
                "int" | "rune" | "char" | "signed char" | "short" | "long" | "long long"
            ),
        },
    }
}

/// The members of a struct's debug info.
pub(crate) fn members<'m>(module: &Module<'_>, ty: Metadata<'m>) -> Vec<Metadata<'m>> {
    let elements = ty.operand(module, slot::ELEMENTS);
    elements.map_or_else(Vec::new, |elements| {
        elements.operands(module).into_iter().flatten().collect()
    })
}

/// The number of elements of an array's debug info.
pub(crate) fn array_len(module: &Module<'_>, ty: Metadata<'_>) -> Option<u64> {
    const COUNT: u32 = 0;
    let range = ty.operand(module, slot::ELEMENTS)?.operand(module, 0)?;
    range.operand(module, COUNT)?.constant(module)
}

/// What an alias stands for: the last typedef of a chain, since that of a defined type is never of another's.
pub(crate) fn without_aliases<'m>(module: &Module<'_>, mut ty: Metadata<'m>) -> Metadata<'m> {
    while ty.tag() == Tag::Typedef
        && let Some(base) = ty.operand(module, slot::BASE)
        && base.tag() == Tag::Typedef
    {
        ty = base;
    }
    ty
}

/// What a named type is: no typedef, and not `const` or `volatile`.
pub(crate) fn underlying<'m>(module: &Module<'_>, mut ty: Metadata<'m>) -> Option<Metadata<'m>> {
    while matches!(ty.tag(), Tag::Typedef | Tag::Qualifier) {
        ty = ty.operand(module, slot::BASE)?;
    }
    Some(ty)
}

/// Size of a type in bytes; that of a typedef is what it names.
pub(crate) fn size_of(module: &Module<'_>, ty: Metadata<'_>) -> Option<u64> {
    Some(underlying(module, ty)?.size_bits() / 8)
}
