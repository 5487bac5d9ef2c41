//! Map variables become BTF-defined maps, as clang makes them from `SEC(".maps")`.
//!
//! A loader reads such a map from the BTF of its variable: a struct of pointers, in which the array length behind `type`,
//! `max_entries`, … is the number meant, and the type behind `key` and `value` the type (libbpf's `parse_btf_map_def`). The
//! variable itself is all zeros, and only its address is used.

mod crossing;
mod definition;
mod foreign;
mod infer;
mod members;
mod nested;
mod special;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

pub(crate) use self::special::Special;
use self::{
    definition::{Definition, Setting},
    infer::{Inferred, Types},
    members::Encoder,
};
use super::{Cx, is_foreign, place_data::is_map, position};
use crate::{
    Map, Position, Topic,
    llvm::{DiBuilder, Kind, Linkage, Module, Op, Value, slot},
    map,
};

/// The section in which loaders look for maps.
const SECTION: &str = ".maps";

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let types = Types::new(module, &cx.options.core_types);
    let mut maps_found = Vec::new();
    for variable in maps(module) {
        let Some(definition) = definition::read(cx, module, variable) else {
            return;
        };
        let inferred = infer::infer(module, &types, &definition);
        warn_of_unknown(cx, &definition, &inferred);
        note_special(cx, module, &definition, &inferred);
        crossing::check(cx, module, &definition, &inferred);
        maps_found.push((definition, inferred));
    }
    // All at once, since one can hold another.
    let encoder = Encoder {
        module,
        builder: DiBuilder::new(module),
    };
    let made: HashMap<_, _> = maps_found
        .iter()
        .map(|(definition, inferred)| {
            (definition.variable, declare(&encoder, definition, inferred))
        })
        .collect();
    for (definition, inferred) in &maps_found {
        define(module, definition, &made);
        let public = public(cx, module, definition, inferred);
        warn_of_loaders(cx, &public);
        cx.maps.push(public);
    }
    for exported in types.exported(module) {
        crate::types::read(&mut cx.types, module, exported);
    }
    for (definition, _) in &maps_found {
        replace(cx, module, definition, made[&definition.variable]);
    }
    for variable in foreign_maps(module) {
        let map = foreign::read(cx, module, variable);
        cx.maps.extend(map);
    }
    cx.maps.sort_by(|a, b| a.name.cmp(&b.name));
    // Lists of what maps hold are of no use any more.
    cx.llvm_passes(module, "globaldce");
}

/// Reports definitions that no kernel takes, and what uses a map as something else; [`run`] relies on it.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    nested::check(cx, module);
    let mut known: BTreeMap<String, Option<Position>> = foreign_maps(module)
        .map(|variable| (variable.name(), position(variable)))
        .collect();
    let mut definitions = Vec::new();
    for variable in maps(module) {
        definitions.extend(definition::read(cx, module, variable));
    }
    for definition in &definitions {
        if let Some(other) = known.get(&definition.name) {
            report_duplicate(cx, definition, other.as_ref());
            continue;
        }
        known.insert(definition.name.clone(), definition.position.clone());
        for problem in map::check(&public(cx, module, definition, &Inferred::default())) {
            let message = format!("map `{}`: {}", definition.name, problem.message);
            cx.error(Topic::MapSettings, definition.position.clone(), message)
                .help(problem.help);
        }
        check_slots(cx, module, definition, &definitions);
        reject_accesses(cx, &definition.name, definition.variable);
        if cx.program(&definition.name).is_some() {
            let program = module.function(&definition.name);
            report_clash(cx, definition, program.and_then(position));
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
        Topic::NameClash,
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
    cx.error(Topic::NameClash, definition.position.clone(), message)
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
            cx.error(Topic::MapAsVariable, position(user), format!("map `{name}` is read or written like a variable, but it is a definition that exists only while loading"))
                .help("hand its address to a helper, as in `bpfMapLookupElem(unsafe.Pointer(&m), unsafe.Pointer(&key))`")
                .help("keep numbers that both sides need, such as its size, in a Go constant");
        }
    }
}

/// Reports what a map cannot hold: functions that are no programs, maps that are not like its inner map.
fn check_slots(
    cx: &mut Cx<'_>,
    module: &Module<'_>,
    definition: &Definition<'_>,
    all: &[Definition<'_>],
) {
    let name = &definition.name;
    let slots = definition.slots.iter().enumerate();
    for (index, held) in slots.filter_map(|(index, slot)| Some((index, (*slot)?))) {
        let at = definition.position.clone();
        if held.kind() != Kind::Function {
            let map = all.iter().find(|map| map.variable == held);
            let Some((map, inner)) = map.zip(definition.inner.as_deref()) else {
                continue;
            };
            if let Some(field) = map.difference(inner) {
                let other = &map.name;
                cx.error(Topic::MapsInMaps, at, format!("map `{name}` holds `{other}`, whose {field} is not that of its inner map"))
                    .help("the kernel takes only maps that are like the inner map, so that programs can use each of them");
            }
        } else if cx.program(&held.name()).is_none() {
            let function = super::go_name(module, held).unwrap_or_else(|| held.name());
            cx.error(Topic::MapsInMaps, at, format!("map `{name}`: its program {index} is `{function}`, which has no section, so nothing says what kind of program it is"))
                .help("write `//go:section SECTION` above that function, for example `//go:section xdp`");
        }
    }
}

/// Notes the fields of a map's values that belong to the kernel, and reports what is wrong with them.
fn note_special(
    cx: &mut Cx<'_>,
    module: &Module<'_>,
    definition: &Definition<'_>,
    inferred: &Inferred<'_>,
) {
    if let Some(value) = inferred.value {
        let fields = special::fields(module, value);
        special::check(cx, definition, definition.get(Setting::Type), &fields);
        cx.special.insert(definition.name.clone(), fields);
    }
    if let (Some(inner), Some(inferred)) = (&definition.inner, &inferred.inner) {
        note_special(cx, module, inner, inferred);
    }
}

/// Says which structs are in neither BTF nor bindings because nothing tells their types.
fn warn_of_unknown(cx: &mut Cx<'_>, definition: &Definition<'_>, inferred: &Inferred<'_>) {
    let name = &definition.name;
    for memory in &inferred.unknown {
        cx.warning(Topic::MapTypes, position(*memory), format!("the type of this struct cannot be told, so BTF and bindings do not know what map `{name}` holds"))
            .help("write the variable's type beside its name: `var key Flow`, `key := Flow{…}`")
            .help("a type with type parameters, or an array in it whose length is computed, is known when it is the type of a parameter or of `Key [0]Flow` in the map's definition");
    }
}

/// Says which loaders cannot do all that a map's definition asks for.
fn warn_of_loaders(cx: &mut Cx<'_>, map: &Map) {
    for problem in map::loader_problems(map) {
        let message = format!("map `{}`: {}", map.name, problem.message);
        cx.warning(Topic::LoaderSupport, map.position.clone(), message)
            .help(problem.help);
    }
}

/// Makes the variable of a map, still without a name and a value.
fn declare<'m>(
    encoder: &Encoder<'m>,
    definition: &Definition<'m>,
    inferred: &Inferred<'m>,
) -> Value<'m> {
    let module = encoder.module;
    let members = encoder.members(definition, inferred);
    let fields: Vec<_> = members
        .iter()
        .map(|member| match member.name.as_str() {
            "values" => module.ptr_type().array_of(definition.slots.len() as u64),
            _ => module.ptr_type(),
        })
        .collect();
    let map = module.add_variable("", module.struct_type(&fields));
    map.set_section(SECTION);
    map.set_linkage(Linkage::External);
    map.set_alignment(8);
    if let Some(info) = definition.info() {
        let ty = encoder.structure(definition, &members);
        info.set_operand(module, slot::VARIABLE_TYPE, ty);
    }
    if let Some(info) = definition.variable.variable_debug_info() {
        map.set_variable_debug_info(info);
    }
    map
}

/// Gives the variable of a map its value: zeros, and the addresses of what it holds.
fn define<'m>(
    module: &'m Module<'m>,
    definition: &Definition<'m>,
    made: &HashMap<Value<'m>, Value<'m>>,
) {
    let map = made[&definition.variable];
    let mut fields: Vec<_> = map
        .value_type()
        .fields()
        .iter()
        .map(|ty| ty.null())
        .collect();
    if !definition.slots.is_empty()
        && let Some(values) = fields.last_mut()
    {
        let held = definition.slots.iter().map(|slot| match slot {
            Some(held) => made.get(held).copied().unwrap_or(*held),
            None => module.ptr_type().null(),
        });
        *values = values.ty().aggregate(&held.collect::<Vec<_>>());
    }
    map.set_initializer(map.value_type().aggregate(&fields));
}

/// Puts the map in the place of the variable.
fn replace<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'m>,
    definition: &Definition<'m>,
    map: Value<'m>,
) {
    let name = &definition.name;
    definition.variable.replace_all_uses_with(map);
    definition.variable.delete_variable();
    for other in [module.variable(name), module.function(name)]
        .into_iter()
        .flatten()
    {
        if other.linkage() == Linkage::External {
            report_clash(cx, definition, position(other));
            return;
        }
        // What is static in C gives way.
        other.set_name(&format!("{name}.static"));
    }
    map.set_name(name);
}

/// The map as users of the object see it.
fn public(
    cx: &mut Cx<'_>,
    module: &Module<'_>,
    definition: &Definition<'_>,
    inferred: &Inferred<'_>,
) -> Map {
    let inner = definition.inner.as_ref().map(|inner| {
        let inferred = inferred.inner.as_deref().cloned().unwrap_or_default();
        Box::new(public(cx, module, inner, &inferred))
    });
    let slots = definition.slots.iter().map(|slot| {
        slot.map(|held| match held.kind() {
            Kind::Function => held.name(),
            _ => definition::name(module, held),
        })
    });
    Map {
        name: definition.name.clone(),
        map_type: definition.get(Setting::Type),
        key_size: definition.get(Setting::KeySize),
        value_size: definition.get(Setting::ValueSize),
        max_entries: definition.get(Setting::MaxEntries),
        map_flags: definition.get(Setting::MapFlags),
        pinning: definition.get(Setting::Pinning),
        numa_node: definition.get(Setting::NumaNode),
        map_extra: definition.map_extra(),
        inner,
        slots: slots.collect(),
        key: inferred
            .key
            .and_then(|key| crate::types::read(&mut cx.types, module, key)),
        value: inferred
            .value
            .and_then(|value| crate::types::read(&mut cx.types, module, value)),
        position: definition.position.clone(),
    }
}
