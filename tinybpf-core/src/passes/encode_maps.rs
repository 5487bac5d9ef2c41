//! Map variables become BTF-defined maps, as clang makes them from `SEC(".maps")`.
//!
//! A loader reads such a map from the BTF of its variable: a struct of pointers, in which the array length behind `type`,
//! `max_entries`, … is the number meant, and the type behind `key` and `value` the type (libbpf's `parse_btf_map_def`). The
//! variable itself is all zeros, and only its address is used.

mod definition;
mod foreign;
mod infer;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use self::{
    definition::{Definition, Setting},
    infer::{Inferred, Types},
};
use super::{Cx, is_foreign, place_data::is_map, position};
use crate::{
    Map, Position, Type,
    llvm::{DiBuilder, Linkage, Member, Metadata, Module, Op, Value, encoding, slot},
    map,
    types::debug_info::underlying,
};

/// The section in which loaders look for maps.
const SECTION: &str = ".maps";

/// Notes the types of keys, values and records, long before the maps are encoded: while all of Go's types can be seen.
pub(super) fn note_types(_: &mut Cx<'_>, module: &Module<'_>) {
    let types = Types::new(module);
    for variable in module.variables() {
        if is_map(module, variable) {
            infer::note(module, &types, variable);
        }
    }
}

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    for variable in maps(module) {
        if let Some(definition) = definition::read(cx, module, variable) {
            let inferred = infer::infer(module, &definition, variable);
            encode(cx, module, &definition, inferred, variable);
        }
    }
    for variable in foreign_maps(module) {
        let map = foreign::read(cx, module, variable);
        cx.maps.extend(map);
    }
    cx.maps.sort_by(|a, b| a.name.cmp(&b.name));
}

/// Reports definitions that no kernel takes, and what uses a map as something else; [`run`] relies on it.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    let mut known: BTreeMap<String, Option<Position>> = foreign_maps(module)
        .map(|variable| (variable.name(), position(variable)))
        .collect();
    for variable in maps(module) {
        let Some(definition) = definition::read(cx, module, variable) else {
            continue;
        };
        if let Some(other) = known.get(&definition.name) {
            report_duplicate(cx, &definition, other.as_ref());
            continue;
        }
        known.insert(definition.name.clone(), definition.position.clone());
        for problem in map::check(&public(&definition, None, None)) {
            let message = format!("map `{}`: {}", definition.name, problem.message);
            cx.error(definition.position.clone(), message)
                .help(problem.help);
        }
        reject_accesses(cx, &definition.name, variable);
        if cx.program(&definition.name).is_some() {
            let program = module.function(&definition.name);
            report_clash(cx, &definition, program.and_then(position));
        }
    }
}

/// The maps that Go code defines.
fn maps<'m>(module: &'m Module<'_>) -> impl Iterator<Item = Value<'m>> {
    let variables = module.variables().into_iter();
    variables.filter(|variable| {
        is_map(module, *variable) && !variable.is_declaration() && !is_foreign(module, *variable)
    })
}

/// The maps that C sources define.
fn foreign_maps<'m>(module: &'m Module<'_>) -> impl Iterator<Item = Value<'m>> {
    let variables = module.variables().into_iter();
    variables.filter(|variable| {
        is_map(module, *variable) && !variable.is_declaration() && is_foreign(module, *variable)
    })
}

fn report_duplicate(cx: &mut Cx<'_>, definition: &Definition<'_>, other: Option<&Position>) {
    let other = other
        .map(|p| format!(" (the other is at {p})"))
        .unwrap_or_default();
    cx.error(
        definition.position.clone(),
        format!("two maps have the name `{}`{other}", definition.name),
    )
    .help("rename one of them: loaders find a map by its name, in which no Go package stands");
}

fn report_clash(cx: &mut Cx<'_>, definition: &Definition<'_>, other: Option<Position>) {
    let other = other.map(|p| format!(" at {p}")).unwrap_or_default();
    let message = format!(
        "map `{}` has the name of another symbol of the object{other}",
        definition.name
    );
    cx.error(definition.position.clone(), message)
        .help("rename one of them: loaders find both by their names");
}

/// Reports Go code that uses a map as the struct that it is in Go: its fields are gone once it is a map.
fn reject_accesses(cx: &mut Cx<'_>, name: &str, address: Value<'_>) {
    for user in address.users() {
        let accesses = match user.op() {
            Op::Load => true,
            Op::Store => user.operand(1) == Some(address),
            Op::Gep => {
                reject_accesses(cx, name, user);
                false
            }
            _ => false,
        };
        if accesses {
            cx.error(position(user), format!("map `{name}` is read or written like a variable, but it is a definition that exists only while loading"))
                .help("hand its address to a helper, as in `bpfMapLookupElem(unsafe.Pointer(&m), unsafe.Pointer(&key))`")
                .help("keep numbers that both sides need, such as its size, in a Go constant");
        }
    }
}

/// Puts the map in the place of the variable.
fn encode<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'m>,
    definition: &Definition<'m>,
    inferred: Inferred<'m>,
    variable: Value<'m>,
) {
    let name = &definition.name;
    if let Some(other) = module.variable(name).filter(|other| *other != variable) {
        report_clash(cx, definition, position(other));
        return;
    }
    let builder = DiBuilder::new(module);
    let file = definition.info.variable_file();
    let file = file.unwrap_or_else(|| builder.file("<unknown>", ""));
    let members = members(module, &builder, definition, &inferred);
    let size = 64 * members.len() as u64;
    let ty = builder.struct_type(
        "",
        file,
        definition.info.variable_line(),
        size,
        64,
        &members,
    );
    definition.info.set_operand(module, slot::VARIABLE_TYPE, ty);

    let fields = vec![module.ptr_type(); members.len()];
    let map = module.add_variable("", module.struct_type(&fields));
    map.set_initializer(map.value_type().null());
    map.set_section(SECTION);
    map.set_linkage(Linkage::External);
    map.set_alignment(8);
    if let Some(info) = variable.variable_debug_info() {
        map.set_variable_debug_info(info);
    }
    variable.replace_all_uses_with(map);
    variable.delete_variable();
    map.set_name(name);

    let key = inferred.key.and_then(|key| cx.types.read(module, key));
    let value = inferred
        .value
        .and_then(|value| cx.types.read(module, value));
    cx.maps.push(public(definition, key, value));
}

fn public(definition: &Definition<'_>, key: Option<Type>, value: Option<Type>) -> Map {
    Map {
        name: definition.name.clone(),
        map_type: definition.get(Setting::Type),
        key_size: definition.get(Setting::KeySize),
        value_size: definition.get(Setting::ValueSize),
        max_entries: definition.get(Setting::MaxEntries),
        map_flags: definition.get(Setting::MapFlags),
        pinning: definition.get(Setting::Pinning),
        key,
        value,
        position: definition.position.clone(),
    }
}

/// The members of the struct that defines the map; what is zero is left out, as loaders want it.
fn members<'m>(
    module: &'m Module<'m>,
    builder: &DiBuilder<'m>,
    definition: &Definition<'m>,
    inferred: &Inferred<'m>,
) -> Vec<Member<'m>> {
    let int = builder.basic_type("int", 32, encoding::SIGNED);
    let typed = typed(module, builder, definition, inferred);
    let mut members = Vec::new();
    for setting in Setting::ALL {
        let number = definition.get(setting);
        let (name, target) = match (setting, &typed) {
            (Setting::KeySize, Some((key, _))) => ("key", *key),
            (Setting::ValueSize, Some((_, value))) => ("value", *value),
            // A map of type 0 is for the loader to refuse, by the number.
            _ if number == 0 && setting != Setting::Type => continue,
            _ => (
                setting.member(),
                builder.array_type(int, number.into(), u64::from(number) * 32, 32),
            ),
        };
        members.push(Member {
            name: name.to_owned(),
            ty: builder.pointer_type(Some(target)),
            size: 64,
            align: 64,
            offset: 64 * members.len() as u64,
        });
    }
    members
}

/// The types of key and value for the map's BTF: both or, for maps that the kernel gives none (`map_check_btf`), neither.
fn typed<'m>(
    module: &'m Module<'m>,
    builder: &DiBuilder<'m>,
    definition: &Definition<'m>,
    inferred: &Inferred<'m>,
) -> Option<(Metadata<'m>, Metadata<'m>)> {
    // BPF_MAP_TYPE_* of linux/bpf.h.
    const HASHES: [u32; 4] = [1, 5, 9, 10]; // HASH, PERCPU_HASH, LRU_HASH, LRU_PERCPU_HASH
    const ARRAYS: [u32; 2] = [2, 6]; // ARRAY, PERCPU_ARRAY
    const LPM_TRIE: u32 = 11;
    let map_type = definition.get(Setting::Type);
    let key = if ARRAYS.contains(&map_type) {
        // `array_map_check_btf` takes a 32-bit integer only.
        Some(builder.basic_type("uint32", 32, encoding::UNSIGNED))
    } else if map_type == LPM_TRIE {
        // `trie_check_btf` takes a struct only.
        let is_struct = |key: &Metadata<'m>| {
            underlying(module, *key).is_some_and(|key| key.tag() == crate::llvm::Tag::Struct)
        };
        inferred.key.filter(is_struct)
    } else {
        inferred.key.filter(|_| HASHES.contains(&map_type))
    };
    key.zip(inferred.value)
}
