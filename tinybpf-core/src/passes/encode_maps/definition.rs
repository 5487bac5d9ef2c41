//! Reads what Go code says about a map: a package variable whose type is a struct named `bpfMapDef`, with any of these
//! fields, told by their names.
//!
//! | field | what it says |
//! |---|---|
//! | `Type`, `KeySize`, `ValueSize`, … ([`Setting`]) | a number |
//! | `Key [0]K`, `Value [0]V` | the types of keys and values; blank fields (`_ [0]K`) count in this order |
//! | `record [0]T` | the type of the records of a ring or perf buffer |
//! | `_ [N]bpfMapType` | the type of the map, in a struct of any name; flags that such a map must have are there then |
//! | `Inner *bpfMapDef` | of a map of maps: what its maps are like |
//! | `Maps []*bpfMapDef` | of a map of maps: the maps that it holds from the start, by index |
//! | `Programs []func(unsafe.Pointer) int32` | of a program array: the programs that it holds from the start |

mod read;

pub(super) use self::read::{name, read};

use crate::{
    Position,
    llvm::{Metadata, Value},
    uapi::map_type,
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

    /// The most that it can be (`union bpf_attr` of `linux/bpf.h`).
    fn most(self) -> u64 {
        match self {
            Self::MapExtra => u64::MAX,
            _ => u32::MAX.into(),
        }
    }
}

/// A map as Go code defines it.
pub(super) struct Definition<'m> {
    /// Its name for loaders; for one that is only defined as another's inner map, `NAME.inner`, as loaders call it.
    pub(super) name: String,
    pub(super) position: Option<Position>,
    settings: Vec<(Setting, u64)>,
    /// The types of keys and values, where the definition has them.
    pub(super) key: Option<Metadata<'m>>,
    pub(super) value: Option<Metadata<'m>>,
    /// The type of records, which have no part in the sizes.
    pub(super) record: Option<Metadata<'m>>,
    /// Flags that need not be written.
    implied_flags: u32,
    pub(super) inner: Option<Box<Self>>,
    /// What it holds from the start: variables that define maps, or functions.
    pub(super) slots: Vec<Option<Value<'m>>>,
    /// The variable that defines it; an inner map may have one without a name in Go.
    pub(super) variable: Value<'m>,
}

impl<'m> Definition<'m> {
    /// The number, 0 where the definition gives none.
    pub(super) fn get(&self, setting: Setting) -> u32 {
        let implied = match setting {
            Setting::MapFlags => self.implied_flags,
            _ => 0,
        };
        self.extra(setting) as u32 | implied
    }

    /// `MapExtra`, the one number that can have more than 32 bits.
    pub(super) fn map_extra(&self) -> u64 {
        self.extra(Setting::MapExtra)
    }

    fn extra(&self, setting: Setting) -> u64 {
        let found = self.settings.iter().find(|(s, _)| *s == setting);
        found.map_or(0, |(_, number)| *number)
    }

    /// The field that keeps the map out of a map of maps with this inner map (`bpf_map_meta_equal` and
    /// `array_map_meta_equal` in the kernel).
    pub(super) fn difference(&self, inner: &Self) -> Option<&'static str> {
        const ANY_SIZE: u32 = 1 << 12; // BPF_F_INNER_MAP
        let mut same = vec![
            Setting::Type,
            Setting::KeySize,
            Setting::ValueSize,
            Setting::MapFlags,
        ];
        let sized = [map_type::ARRAY, map_type::PERCPU_ARRAY, map_type::XSKMAP];
        if sized.contains(&inner.get(Setting::Type)) && inner.get(Setting::MapFlags) & ANY_SIZE == 0
        {
            same.push(Setting::MaxEntries);
        }
        let other = same.into_iter().find(|s| self.get(*s) != inner.get(*s));
        other.map(Setting::field)
    }

    /// The debug info of its variable (`DIGlobalVariable`).
    pub(super) fn info(&self) -> Option<Metadata<'m>> {
        info(self.variable)
    }
}

fn info(variable: Value<'_>) -> Option<Metadata<'_>> {
    variable.variable_debug_info().and_then(Metadata::variable)
}
