//! The struct that defines a map to loaders (`parse_btf_map_def` in libbpf): what is a number lies in the length of an
//! array, what is a type behind a pointer, and what the map holds in an array without a length.

use super::{
    definition::{Definition, Setting},
    infer::Inferred,
};
use crate::{
    llvm::{DiBuilder, Member, Metadata, Module, Tag, encoding},
    map::{self, Btf},
    types::debug_info::{size_of, underlying},
    uapi::map_type,
};

/// What is needed to make the struct.
pub(super) struct Encoder<'m> {
    pub(super) module: &'m Module<'m>,
    pub(super) builder: DiBuilder<'m>,
}

impl<'m> Encoder<'m> {
    /// The members; what is zero is left out, as loaders want it.
    pub(super) fn members(
        &self,
        definition: &Definition<'m>,
        inferred: &Inferred<'m>,
    ) -> Vec<Member<'m>> {
        let typed = self.typed(definition, inferred);
        let mut members = Vec::new();
        for setting in Setting::ALL {
            let number = definition.get(setting);
            match (setting, typed) {
                (Setting::KeySize, (Some(key), _)) => self.pointer(&mut members, "key", key),
                (Setting::ValueSize, (_, Some(value))) => {
                    self.pointer(&mut members, "value", value);
                }
                (Setting::MapExtra, _) if definition.map_extra() > u64::from(u32::MAX) => {
                    let value = self.large(definition);
                    push(&mut members, setting.member(), value, 64);
                }
                // A map of type 0 is for the loader to refuse, by the number.
                _ if number == 0 && setting != Setting::Type => {}
                _ => {
                    let array = self.array(self.int(), number.into(), 32);
                    self.pointer(&mut members, setting.member(), array);
                }
            }
        }
        if let Some(held) = self.held(definition, inferred) {
            let pointer = self.builder.pointer_type(Some(held));
            let array = self.array(pointer, 0, 64);
            push(&mut members, "values", array, 0);
        }
        members
    }

    /// The struct with these members.
    pub(super) fn structure(
        &self,
        definition: &Definition<'m>,
        members: &[Member<'m>],
    ) -> Metadata<'m> {
        let file = definition.info().and_then(Metadata::variable_file);
        let file = file.unwrap_or_else(|| self.builder.file("<unknown>", ""));
        let line = definition.info().map_or(0, Metadata::variable_line);
        let size = members.iter().map(|member| member.size).sum();
        self.builder.struct_type("", file, line, size, 64, members)
    }

    fn pointer(&self, members: &mut Vec<Member<'m>>, name: &str, to: Metadata<'m>) {
        let pointer = self.builder.pointer_type(Some(to));
        push(members, name, pointer, 64);
    }

    fn int(&self) -> Metadata<'m> {
        self.builder.basic_type("int", 32, encoding::SIGNED)
    }

    fn array(&self, element: Metadata<'m>, len: u64, bits: u32) -> Metadata<'m> {
        self.builder
            .array_type(element, len, len * u64::from(bits), bits)
    }

    /// A number of more than 32 bits, as libbpf's `__ulong` writes it.
    fn large(&self, definition: &Definition<'m>) -> Metadata<'m> {
        let file = definition.info().and_then(Metadata::variable_file);
        let file = file.unwrap_or_else(|| self.builder.file("<unknown>", ""));
        let name = format!("{}_map_extra", definition.name);
        let value = [(name, definition.map_extra().cast_signed())];
        let base = self.builder.basic_type("uint64", 64, encoding::UNSIGNED);
        self.builder.enumeration_type("", file, 64, &value, base)
    }

    /// What the elements of `values` point to: the inner map's definition, or a program.
    fn held(&self, definition: &Definition<'m>, inferred: &Inferred<'m>) -> Option<Metadata<'m>> {
        if definition.get(Setting::Type) == map_type::PROG_ARRAY {
            let program = [Some(self.int()), Some(self.builder.pointer_type(None))];
            return (!definition.slots.is_empty()).then(|| self.builder.subroutine_type(&program));
        }
        let inner = definition.inner.as_ref()?;
        let inferred = inferred.inner.as_deref().cloned().unwrap_or_default();
        let mut members = self.members(inner, &inferred);
        // A map is pinned by its own definition; loaders refuse it in an inner one.
        members.retain(|member| member.name != Setting::Pinning.member());
        for (index, member) in members.iter_mut().enumerate() {
            member.offset = 64 * index as u64;
        }
        Some(self.structure(inner, &members))
    }

    /// The types of key and value for the map's BTF, as far as the kernel takes them.
    fn typed(
        &self,
        definition: &Definition<'m>,
        inferred: &Inferred<'m>,
    ) -> (Option<Metadata<'m>>, Option<Metadata<'m>>) {
        let (key, value) = (inferred.key, inferred.value);
        let bytes = |setting| self.bytes(definition.get(setting));
        match map::btf(definition.get(Setting::Type)) {
            Btf::None => (None, None),
            Btf::Value => (None, value),
            Btf::Both if key.is_none() && value.is_none() => (None, None),
            Btf::Both => (
                key.or_else(|| Some(bytes(Setting::KeySize))),
                value.or_else(|| Some(bytes(Setting::ValueSize))),
            ),
            Btf::IntKey => {
                let key = self.builder.basic_type("uint32", 32, encoding::UNSIGNED);
                (value.is_some().then_some(key), value)
            }
            Btf::StructKey => {
                let is_struct = |key: &Metadata<'m>| {
                    underlying(self.module, *key).is_some_and(|key| key.tag() == Tag::Struct)
                };
                let key = key.filter(is_struct);
                let value = key.and(value.or_else(|| Some(bytes(Setting::ValueSize))));
                (key, value)
            }
            Btf::Storage => {
                let value = value.unwrap_or_else(|| bytes(Setting::ValueSize));
                (Some(self.int()), Some(value))
            }
            Btf::CgroupStorage => {
                let key = match definition.get(Setting::KeySize) {
                    8 => Some(self.builder.basic_type("uint64", 64, encoding::UNSIGNED)),
                    size => key.filter(|key| size_of(self.module, *key) == Some(size.into())),
                };
                (key.filter(|_| value.is_some()), key.and(value))
            }
        }
    }

    /// A type for what is known by its size alone.
    fn bytes(&self, size: u32) -> Metadata<'m> {
        let byte = self.builder.basic_type("uint8", 8, encoding::UNSIGNED);
        self.array(byte, size.into(), 8)
    }
}

fn push<'m>(members: &mut Vec<Member<'m>>, name: &str, ty: Metadata<'m>, size: u64) {
    let offset = members.iter().map(|member| member.size).sum();
    members.push(Member {
        name: name.to_owned(),
        ty,
        size,
        align: 64,
        offset,
    });
}
