//! Debug info of types that only Go sources tell: TinyGo describes the types of variables that lie in registers or on its stack,
//! and of no others.

use std::collections::BTreeMap;

use super::{Types, read};
use crate::{
    CoreField, CoreType, GoType,
    llvm::{DiBuilder, Member, Metadata, Module, encoding, slot},
};

/// Describes types as TinyGo does.
pub(crate) struct Maker<'m, 't> {
    module: &'m Module<'m>,
    builder: DiBuilder<'m>,
    file: Metadata<'m>,
    types: Vec<&'t CoreType>,
    made: BTreeMap<String, Metadata<'m>>,
}

impl<'m, 't> Maker<'m, 't> {
    /// `described` are the types that the module has already.
    pub(crate) fn new(
        module: &'m Module<'m>,
        types: impl Iterator<Item = &'t CoreType>,
        described: &[Metadata<'m>],
    ) -> Self {
        let builder = DiBuilder::new(module);
        let named = described.iter().map(|ty| (ty.type_name(), *ty));
        Self {
            module,
            file: builder.file("<unknown>", ""),
            builder,
            types: types.collect(),
            made: named.collect(),
        }
    }

    /// The type of that name.
    pub(crate) fn named(&mut self, name: &str) -> Option<Metadata<'m>> {
        if let Some(made) = self.made.get(name) {
            return Some(*made);
        }
        let ty = *self.types.iter().find(|ty| ty.name == name)?;
        // Empty first: its fields can point to it.
        let made = self.builder.typedef(name, self.file, None);
        self.made.insert(name.to_owned(), made);
        let base = match &ty.of {
            Some(of) => self.of(of).0,
            None => self.structure(&ty.fields),
        };
        made.set_operand(self.module, slot::BASE, base);
        Some(made)
    }

    fn structure(&mut self, fields: &[CoreField]) -> Metadata<'m> {
        let (mut members, mut end, mut most) = (Vec::new(), 0_u64, 8_u32);
        for field in fields {
            let (ty, size, align) = self.of(&field.ty);
            let offset = end.next_multiple_of(u64::from(align));
            members.push(Member {
                name: field.name.clone(),
                ty,
                size,
                align,
                offset,
            });
            end = offset + size;
            most = most.max(align);
        }
        let size = end.next_multiple_of(u64::from(most));
        self.builder
            .struct_type("", self.file, 0, size, most, &members)
    }

    /// A type with its size and alignment in bits.
    fn of(&mut self, ty: &GoType) -> (Metadata<'m>, u64, u32) {
        match ty {
            GoType::Int { bits, signed } => {
                let (name, encoding) = if *signed {
                    (format!("int{bits}"), encoding::SIGNED)
                } else {
                    (format!("uint{bits}"), encoding::UNSIGNED)
                };
                let size = u64::from(*bits);
                (self.builder.basic_type(&name, size, encoding), size, *bits)
            }
            GoType::Bool => (self.builder.basic_type("bool", 8, encoding::BOOLEAN), 8, 8),
            GoType::Pointer(to) => {
                let to = to.as_ref().and_then(|to| match &**to {
                    GoType::Named(name) => self.named(name),
                    other => Some(self.of(other).0),
                });
                (self.builder.pointer_type(to), 64, 64)
            }
            GoType::Array(element, len) => {
                let (element, size, align) = self.of(element);
                let all = size * len;
                (
                    self.builder.array_type(element, *len, all, align),
                    all,
                    align,
                )
            }
            GoType::Named(name) => {
                let Some(ty) = self.named(name) else {
                    return (self.builder.struct_type("", self.file, 0, 0, 8, &[]), 0, 8);
                };
                let mut types = Types::default();
                match read(&mut types, self.module, ty) {
                    Some(of) => {
                        let align = types.align_of(&of) * 8;
                        (ty, types.size_of(&of) * 8, align as u32)
                    }
                    None => (ty, 0, 8),
                }
            }
            GoType::Struct(fields) => {
                let made = self.structure(fields);
                (made, made.size_bits(), made.align_bits())
            }
            GoType::Other(_) => (self.builder.struct_type("", self.file, 0, 0, 8, &[]), 0, 8),
        }
    }
}
