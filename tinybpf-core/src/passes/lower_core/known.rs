//! The Go structs of the module, by what debug info and the sources say of them.

use std::collections::HashSet;

use crate::{
    CoreType,
    core_type::kernel_type,
    llvm::{Metadata, Module, Tag, Ty, TyKind, slot},
    passes::shape_debug_info::go_types,
    types::{
        debug_info::{members, underlying, without_aliases},
        source::Maker,
    },
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
        let is_core = |ty: &&CoreType| kernel_type(types, &ty.name).is_some();
        let mut maker = Maker::new(module, types.iter().filter(is_core), &found);
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
