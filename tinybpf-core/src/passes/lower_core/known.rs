//! The Go structs of the module, by what debug info and the sources say of them.

use std::collections::{BTreeMap, HashSet};

use crate::{
    CoreField, CoreType, GoType,
    core_type::kernel_type,
    llvm::{DiBuilder, Member, Metadata, Module, Tag, Ty, TyKind, encoding, slot},
    passes::shape_debug_info::go_types,
    types::debug_info::{members, underlying, without_aliases},
};

/// The named structs, each once for each layout: TinyGo describes a type in each package that uses it.
pub(super) struct KnownTypes<'m> {
    structs: Vec<Metadata<'m>>,
}

impl<'m> KnownTypes<'m> {
    pub(super) fn new(module: &'m Module<'m>, types: &[CoreType]) -> Self {
        let mut found = described(module);
        let names: HashSet<_> = found.iter().map(|ty| ty.type_name()).collect();
        let missing = types.iter().filter(|ty| !names.contains(&ty.name));
        let mut maker = Maker::new(module, types, &found);
        found.extend(missing.filter_map(|ty| maker.named(&ty.name)));
        let mut structs: Vec<Metadata<'m>> = Vec::new();
        for ty in found {
            let is_struct = underlying(module, ty).is_some_and(|ty| ty.tag() == Tag::Struct);
            if is_struct && !structs.iter().any(|other| is_same(module, *other, ty)) {
                structs.push(ty);
            }
        }
        Self { structs }
    }

    /// The structs that LLVM's type can be. Its name does not tell: when TinyGo links, LLVM takes any struct type of the same
    /// layout for another.
    pub(super) fn candidates(&self, module: &'m Module<'m>, ty: Ty<'m>) -> Vec<Metadata<'m>> {
        let mut found = self.structs.clone();
        found.retain(|known| fits(module, *known, ty));
        found
    }

    pub(super) fn all(&self) -> &[Metadata<'m>] {
        &self.structs
    }
}

/// Whether two types are one Go type.
pub(super) fn is_same(module: &Module<'_>, a: Metadata<'_>, b: Metadata<'_>) -> bool {
    let (a, b) = (without_aliases(module, a), without_aliases(module, b));
    let layout = |ty| {
        let base = underlying(module, ty).map_or(Vec::new(), |ty| members(module, ty));
        let fields = base.into_iter();
        fields
            .map(|field| (field.type_name(), field.offset_bits(), field.size_bits()))
            .collect::<Vec<_>>()
    };
    a == b || (a.tag() == Tag::Typedef && a.type_name() == b.type_name() && layout(a) == layout(b))
}

/// Whether a Go type has the layout of LLVM's.
pub(super) fn fits(module: &Module<'_>, go: Metadata<'_>, ty: Ty<'_>) -> bool {
    let Some(go) = underlying(module, go).filter(|go| go.tag() == Tag::Struct) else {
        return false;
    };
    let (fields, described) = (ty.fields(), members(module, go));
    let is_field = |(index, (field, member)): (u32, (&Ty<'_>, &Metadata<'_>))| {
        let base = member.operand(module, slot::BASE);
        let base = base.and_then(|base| underlying(module, base));
        let is_pointer = base.is_some_and(|base| base.tag() == Tag::Pointer);
        member.offset_bits() == module.offset_of(ty, index) * 8
            && member.size_bits() == module.size_of(*field) * 8
            && is_pointer == field.is_pointer()
    };
    ty.kind() == TyKind::Struct
        && fields.len() == described.len()
        && (0..).zip(fields.iter().zip(&described)).all(is_field)
}

/// The named types in the module's debug info, in order.
fn described<'m>(module: &'m Module<'m>) -> Vec<Metadata<'m>> {
    let mut open = Vec::new();
    for variable in module.variables() {
        let info = variable.variable_debug_info().and_then(Metadata::variable);
        open.extend(info.and_then(|info| info.operand(module, slot::VARIABLE_TYPE)));
    }
    for function in module.functions() {
        let Some(info) = function.subprogram() else {
            continue;
        };
        open.extend(go_types(module, info).into_iter().flatten());
        let locals = info.operand(module, slot::RETAINED);
        let locals = locals.map_or_else(Vec::new, |locals| locals.operands(module));
        let types = locals
            .into_iter()
            .flatten()
            .filter_map(|local| local.operand(module, slot::VARIABLE_TYPE));
        open.extend(types);
    }
    open.reverse();
    let (mut seen, mut found) = (HashSet::new(), Vec::new());
    while let Some(ty) = open.pop() {
        if !seen.insert(ty) {
            continue;
        }
        match ty.tag() {
            Tag::Typedef => {
                found.push(ty);
                open.extend(ty.operand(module, slot::BASE));
            }
            Tag::Pointer | Tag::Array | Tag::Member => open.extend(ty.operand(module, slot::BASE)),
            Tag::Struct => open.extend(members(module, ty)),
            _ => {}
        }
    }
    found
}

/// Describes types as TinyGo does.
struct Maker<'m, 't> {
    module: &'m Module<'m>,
    builder: DiBuilder<'m>,
    file: Metadata<'m>,
    types: &'t [CoreType],
    made: BTreeMap<String, Metadata<'m>>,
}

impl<'m, 't> Maker<'m, 't> {
    fn new(module: &'m Module<'m>, types: &'t [CoreType], described: &[Metadata<'m>]) -> Self {
        let builder = DiBuilder::new(module);
        let named = described.iter().map(|ty| (ty.type_name(), *ty));
        Self {
            module,
            file: builder.file("<unknown>", ""),
            builder,
            types,
            made: named.collect(),
        }
    }

    fn named(&mut self, name: &str) -> Option<Metadata<'m>> {
        if let Some(made) = self.made.get(name) {
            return Some(*made);
        }
        let types = self.types;
        let ty = types.iter().find(|ty| ty.name == name)?;
        kernel_type(types, name)?;
        // Empty first: its fields can point to it.
        let made = self.builder.typedef(name, self.file, None);
        self.made.insert(name.to_owned(), made);
        let base = self.structure(&ty.fields);
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
                let base = underlying(self.module, ty).unwrap_or(ty);
                let fields = members(self.module, base).into_iter();
                let align = fields.map(Metadata::align_bits).max().unwrap_or(8);
                (ty, base.size_bits(), align.max(base.align_bits()))
            }
            GoType::Struct(fields) => {
                let made = self.structure(fields);
                (made, made.size_bits(), made.align_bits())
            }
            GoType::Other(_) => (self.builder.struct_type("", self.file, 0, 0, 8, &[]), 0, 8),
        }
    }
}
