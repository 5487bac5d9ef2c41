//! Keys of tries: Go has them with the length of the prefix in front, aya without, as the data of its own `Key`.

use std::fmt::Write;

use tinybpf_core::{Field, Object, Struct, Type, Types};

use crate::bindings::{
    names::{snake, unique},
    types::Names,
};

const LPM_TRIE: u32 = 11;

/// A struct of Go that is a key, and what aya takes as its data: both by index.
#[derive(Clone, Copy, Debug)]
pub(in crate::bindings) struct TrieKey {
    pub(in crate::bindings) key: usize,
    pub(in crate::bindings) data: usize,
}

/// Adds to an object the structs that aya takes as the data of keys.
pub(in crate::bindings) fn add(object: &mut Object) -> Vec<TrieKey> {
    let mut tries: Vec<TrieKey> = Vec::new();
    for map in object.maps.iter().filter(|map| map.map_type == LPM_TRIE) {
        let Some(Type::Struct(key)) = map.key else {
            continue;
        };
        if tries.iter().any(|trie| trie.key == key) {
            continue;
        }
        if let Some(data) = data(&object.types, key) {
            let index = object.types.structs.len();
            object.types.structs.push(data);
            tries.push(TrieKey { key, data: index });
        }
    }
    tries
}

/// What follows the length of the prefix; `None` where it does not lie as Rust would have it.
fn data(types: &Types, key: usize) -> Option<Struct> {
    const LENGTH: u64 = 4;
    let key = &types.structs[key];
    let (first, rest) = key.fields.split_first()?;
    let is_length =
        first.offset == 0 && types.size_of(&first.ty) == LENGTH && is_unsigned(&first.ty);
    let align = rest.iter().map(|field| align(&field.ty, types)).max()?;
    let fits = rest.iter().all(|field| {
        let align = self::align(&field.ty, types).max(1);
        field.offset >= LENGTH && (field.offset - LENGTH).is_multiple_of(align)
    });
    if !is_length || !fits || !(key.size - LENGTH).is_multiple_of(align.max(1)) {
        return None;
    }
    let moved = |field: &Field| Field {
        offset: field.offset - LENGTH,
        ..field.clone()
    };
    Some(Struct {
        name: format!("{}_data", key.name),
        size: key.size - LENGTH,
        align,
        fields: rest.iter().map(moved).collect(),
        ..key.clone()
    })
}

fn is_unsigned(ty: &Type) -> bool {
    match ty {
        Type::Int { signed, .. } => !signed,
        Type::Named { of, .. } => is_unsigned(of),
        _ => false,
    }
}

/// The alignment of a type as its Rust twin has it.
fn align(ty: &Type, types: &Types) -> u64 {
    match ty {
        Type::Array { element, .. } => align(element, types),
        Type::Named { of, .. } => align(of, types),
        Type::Struct(index) => types.structs[*index].align,
        simple => types.size_of(simple),
    }
}

/// Writes how a key of Go becomes one of aya's.
pub(super) fn write(out: &mut String, names: &Names) {
    for TrieKey { key, data } in names.tries() {
        let (go, rust) = (names.structure(*key), names.structure(*data));
        let fields = |of: &Struct| -> Vec<String> {
            let named = of.fields.iter().filter(|field| field.name != "_");
            unique(&named.map(|field| snake(&field.name)).collect::<Vec<_>>())
        };
        let key_fields = fields(names.layout(*key));
        let data_fields = fields(names.layout(*data));
        let Some((length, rest)) = key_fields.split_first() else {
            continue;
        };
        let is_wrapped = names
            .enumeration(&names.layout(*key).fields[0].ty)
            .is_some();
        let number = if is_wrapped { ".0" } else { "" };
        _ = write!(
            out,
            "\nimpl From<super::{go}> for maps::lpm_trie::Key<super::{rust}> {{\n    fn from(key: super::{go}) -> Self {{\n        let mut data = super::{rust}::ZERO;\n"
        );
        for (to, from) in data_fields.iter().zip(rest) {
            _ = writeln!(out, "        data.{to} = key.{from};");
        }
        _ = write!(
            out,
            "        Self::new(key.{length}{number}, data)\n    }}\n}}\n"
        );
    }
}
