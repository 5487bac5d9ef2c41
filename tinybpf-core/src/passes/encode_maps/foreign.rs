//! Maps that C sources define, as libbpf's macros write them: there is nothing to encode, only to know what they are.

use super::definition::Setting;
use crate::{
    Map, Type,
    llvm::{Metadata, Module, Tag, Value, slot},
    passes::{Cx, position},
    types::debug_info::{array_len, members, size_of, underlying},
};

/// Reads a map by the type of its variable: a struct of pointers, to arrays whose lengths are numbers, and to the types of key
/// and value.
pub(super) fn read(cx: &mut Cx<'_>, module: &Module<'_>, variable: Value<'_>) -> Option<Map> {
    let info = variable.variable_debug_info()?.variable()?;
    let ty = info.operand(module, slot::VARIABLE_TYPE)?;
    let mut map = Map {
        name: variable.name(),
        position: position(variable),
        ..Map::default()
    };
    for member in members(module, underlying(module, ty)?) {
        let name = member.type_name();
        let Some(target) = target(module, member) else {
            continue;
        };
        match name.as_str() {
            "key" => (map.key_size, map.key) = typed(cx, module, target),
            "value" => (map.value_size, map.value) = typed(cx, module, target),
            _ => {
                let number = array_len(module, target).and_then(|len| u32::try_from(len).ok());
                let setting = Setting::ALL
                    .into_iter()
                    .find(|setting| setting.member() == name);
                if let (Some(setting), Some(number)) = (setting, number) {
                    set(&mut map, setting, number);
                }
            }
        }
    }
    Some(map)
}

/// What a member points to.
fn target<'m>(module: &Module<'_>, member: Metadata<'m>) -> Option<Metadata<'m>> {
    let pointer = underlying(module, member.operand(module, slot::BASE)?)?;
    (pointer.tag() == Tag::Pointer)
        .then(|| pointer.operand(module, slot::BASE))
        .flatten()
}

fn typed(cx: &mut Cx<'_>, module: &Module<'_>, ty: Metadata<'_>) -> (u32, Option<Type>) {
    let size = size_of(module, ty).and_then(|size| u32::try_from(size).ok());
    (
        size.unwrap_or(0),
        crate::types::read(&mut cx.types, module, ty),
    )
}

fn set(map: &mut Map, setting: Setting, number: u32) {
    match setting {
        Setting::Type => map.map_type = number,
        Setting::KeySize => map.key_size = number,
        Setting::ValueSize => map.value_size = number,
        Setting::MaxEntries => map.max_entries = number,
        Setting::MapFlags => map.map_flags = number,
        Setting::Pinning => map.pinning = number,
        Setting::NumaNode => map.numa_node = number,
        Setting::MapExtra => map.map_extra = number.into(),
    }
}
