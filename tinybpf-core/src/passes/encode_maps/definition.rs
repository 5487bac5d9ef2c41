//! Reads what Go code says about a map.

use crate::{
    Position,
    llvm::{Metadata, Module, Value, slot},
    names::local_name,
    passes::{Cx, position},
    types::debug_info::{members, underlying},
};

/// A number in a map's definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    Type,
    KeySize,
    ValueSize,
    MaxEntries,
    MapFlags,
    Pinning,
    NumaNode,
    MapExtra,
}

impl Setting {
    /// In the order in which they are written.
    pub(super) const ALL: [Self; 8] = [
        Self::Type,
        Self::KeySize,
        Self::ValueSize,
        Self::MaxEntries,
        Self::MapFlags,
        Self::Pinning,
        Self::NumaNode,
        Self::MapExtra,
    ];

    /// The field of Go's `bpfMapDef`.
    fn field(self) -> &'static str {
        match self {
            Self::Type => "Type",
            Self::KeySize => "KeySize",
            Self::ValueSize => "ValueSize",
            Self::MaxEntries => "MaxEntries",
            Self::MapFlags => "MapFlags",
            Self::Pinning => "Pinning",
            Self::NumaNode => "NumaNode",
            Self::MapExtra => "MapExtra",
        }
    }

    /// The member of a BTF-defined map (`parse_btf_map_def` in libbpf).
    pub(super) fn member(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::KeySize => "key_size",
            Self::ValueSize => "value_size",
            Self::MaxEntries => "max_entries",
            Self::MapFlags => "map_flags",
            Self::Pinning => "pinning",
            Self::NumaNode => "numa_node",
            Self::MapExtra => "map_extra",
        }
    }
}

/// A map as Go code defines it.
pub(super) struct Definition<'m> {
    /// Its name for loaders.
    pub(super) name: String,
    pub(super) position: Option<Position>,
    settings: Vec<(Setting, u32)>,
    /// The debug info of its variable (`DIGlobalVariable`).
    pub(super) info: Metadata<'m>,
}

impl Definition<'_> {
    /// The number, 0 where the definition gives none.
    pub(super) fn get(&self, setting: Setting) -> u32 {
        let found = self.settings.iter().find(|(s, _)| *s == setting);
        found.map_or(0, |(_, number)| *number)
    }
}

/// Reads a variable of type `bpfMapDef`, or reports what is wrong with it.
pub(super) fn read<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'m>,
    variable: Value<'m>,
) -> Option<Definition<'m>> {
    let at = position(variable);
    let Some(info) = variable.variable_debug_info().and_then(Metadata::variable) else {
        cx.error(
            at,
            format!(
                "map `{}` has no debug info, which tells the fields of its definition",
                local_name(&variable.name())
            ),
        )
        .help("compile it without TinyGo's `-no-debug`");
        return None;
    };
    let go_name = info
        .operand(module, slot::VARIABLE_NAME)
        .and_then(|name| name.string(module));
    let name = local_name(&go_name.unwrap_or_else(|| variable.name())).to_owned();
    let ty = info
        .operand(module, slot::VARIABLE_TYPE)
        .and_then(|ty| underlying(module, ty));
    let initializer = variable.initializer();
    let mut settings = Vec::new();
    for (index, member) in ty
        .map_or_else(Vec::new, |ty| members(module, ty))
        .into_iter()
        .enumerate()
    {
        let field = member.type_name();
        if field == "_" {
            continue;
        }
        let Some(setting) = Setting::ALL
            .into_iter()
            .find(|setting| setting.field() == field)
        else {
            let known = Setting::ALL.map(Setting::field).join(", ");
            cx.error(
                at.clone(),
                format!(
                    "map `{name}`: `bpfMapDef` has a field `{field}`, which means nothing for a map"
                ),
            )
            .help(format!("its fields are numbers by the names {known}"));
            return None;
        };
        let number = initializer
            .and_then(|i| number(i, index as u32))
            .and_then(|n| u32::try_from(n).ok());
        let Some(number) = number else {
            cx.error(at.clone(), format!("map `{name}`: `{field}` is no constant of 32 bits, and the map is made before any code runs"))
                .help("give it a constant value");
            return None;
        };
        settings.push((setting, number));
    }
    Some(Definition {
        name,
        position: at,
        settings,
        info,
    })
}

fn number(definition: Value<'_>, index: u32) -> Option<u64> {
    let field = definition.element(index)?;
    if field.is_null() {
        Some(0)
    } else {
        field.as_u64()
    }
}
