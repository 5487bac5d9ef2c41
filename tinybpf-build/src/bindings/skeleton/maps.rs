//! A field for each map, with the type that aya has for it.

use std::fmt::Write;

use tinybpf_core::{LOG_MAP, Map, Object, Type};

use crate::bindings::{
    Input, map_contents, map_type,
    names::{snake, unique},
    text::{code, number, origin},
    types::Names,
};

/// A map of the skeleton.
pub(super) struct Field<'a> {
    pub(super) map: &'a Map,
    pub(super) name: String,
    pub(super) ty: Typed,
    /// ` (main.go:12)`.
    origin: String,
    doc: String,
}

/// How the skeleton hands over a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// As a type of `aya::maps`.
    Aya(String),
    /// As a ring buffer of records of a type.
    Records(String),
    /// As a perf event array of records of a type.
    PerfRecords(String),
    /// As the lines that programs log.
    Logs,
    /// As what aya has of a map that it does not know: it can be pinned and handed to others.
    Raw,
}

impl Typed {
    fn rust(&self) -> String {
        match self {
            Self::Aya(ty) => format!("maps::{ty}"),
            Self::Records(of) => format!("Records<{of}>"),
            Self::PerfRecords(of) => format!("PerfRecords<{of}>"),
            Self::Logs => "Logs".to_owned(),
            Self::Raw => "maps::Map".to_owned(),
        }
    }
}

impl Field<'_> {
    /// The map's name and where Go declares it, as arguments.
    pub(super) fn place(&self) -> [String; 2] {
        let go = self.origin.trim_matches([' ', '(', ')']);
        [format!("{:?}", self.map.name), format!("{go:?}")]
    }
}

/// The maps, or why aya does not take the object.
pub(super) fn find<'a>(
    object: &'a Object,
    names: &Names,
    input: &Input,
) -> Result<Vec<Field<'a>>, String> {
    let wishes = object.maps.iter().map(|map| match is_logs(object, map) {
        true => "logs".to_owned(),
        false => snake(&map.name),
    });
    let wishes: Vec<String> = wishes.collect();
    let maps = object.maps.iter().zip(unique(&wishes));
    let maps = maps.map(|(map, name)| {
        let origin = origin(map.position.as_ref(), input);
        let kind = map_type(map.map_type);
        let ty = typed(object, map, names).ok_or_else(|| {
            let name = code(&map.name);
            format!("aya does not know the type of the map {name} ({kind}){origin}")
        })?;
        let contents = match ty {
            Typed::Logs => " of what programs log".to_owned(),
            _ => map_contents(map, names),
        };
        let doc = format!("{}: {kind}{contents}{origin}.", code(&map.name));
        Ok(Field {
            map,
            name,
            ty,
            origin,
            doc,
        })
    });
    maps.collect()
}

/// Whether a map is the ring buffer that logs are in.
fn is_logs(object: &Object, map: &Map) -> bool {
    map.name == LOG_MAP && !object.logs.is_empty()
}

/// The type for a map; `None` where aya does not load an object with it.
fn typed(object: &Object, map: &Map, names: &Names) -> Option<Typed> {
    if is_logs(object, map) {
        return Some(Typed::Logs);
    }
    let data = "maps::MapData";
    let key = || part(map.key.as_ref(), map.key_size, names);
    let value = || part(map.value.as_ref(), map.value_size, names);
    let both = |ty: &str| format!("{ty}<{data}, {}, {}>", key(), value());
    let valued = |ty: &str| format!("{ty}<{data}, {}>", value());
    let plain = |ty: &str| format!("{ty}<{data}>");
    let record = || {
        let value = map.value.as_ref()?;
        Some(part(
            Some(value),
            u32::try_from(names.size_of(value)).ok()?,
            names,
        ))
    };
    let aya = match map.map_type {
        1 | 9 => both("HashMap"),
        2 => valued("Array"),
        3 => plain("ProgramArray"),
        4 => match record() {
            Some(record) => return Some(Typed::PerfRecords(record)),
            None => plain("PerfEventArray"),
        },
        5 | 10 => both("PerCpuHashMap"),
        6 => valued("PerCpuArray"),
        7 => plain("StackTraceMap"),
        8 => plain("CgroupArray"),
        11 => format!("LpmTrie<{data}, {}, {}>", prefix_of(map, names), value()),
        12 => format!("ArrayOfMaps<{data}, {}>", inner(object, map, names)),
        13 => format!(
            "HashOfMaps<{data}, {}, {}>",
            key(),
            inner(object, map, names)
        ),
        14 => plain("DevMap"),
        15 => plain("SockMap"),
        16 => plain("CpuMap"),
        17 => plain("XskMap"),
        18 => format!("SockHash<{data}, {}>", key()),
        19 => valued("CgroupStorage"),
        20 => plain("ReusePortSockArray"),
        21 => valued("PerCpuCgroupStorage"),
        22 => valued("Queue"),
        23 => valued("Stack"),
        24 => valued("SkStorage"),
        25 => plain("DevMapHash"),
        27 => match record() {
            Some(record) => return Some(Typed::Records(record)),
            None => plain("RingBuf"),
        },
        28 => valued("InodeStorage"),
        30 => valued("BloomFilter"),
        32 => valued("CgrpStorage"),
        // Task storages, ring buffers from user space, arenas: aya creates them and has no type for them.
        29 | 31 | 33 => return Some(Typed::Raw),
        _ => return None,
    };
    Some(Typed::Aya(aya))
}

/// The type of a key or a value; bytes where the program does not say it.
fn part(ty: Option<&Type>, size: u32, names: &Names) -> String {
    match ty.filter(|ty| names.size_of(ty) == u64::from(size)) {
        Some(ty) => names.pod(ty, "super::"),
        None => format!("[u8; {}]", number(size.into())),
    }
}

/// What aya calls the data of a trie's key: all but the length of the prefix in front.
fn prefix_of(map: &Map, names: &Names) -> String {
    match map.key.as_ref().and_then(|key| names.trie_data(key)) {
        Some(data) => format!("super::{data}"),
        None => format!("[u8; {}]", number(map.key_size.saturating_sub(4).into())),
    }
}

/// The type of the maps in a map.
fn inner(object: &Object, map: &Map, names: &Names) -> String {
    let mut slots = map.slots.iter().flatten();
    let first = slots
        .next()
        .and_then(|slot| object.maps.iter().find(|map| map.name == *slot));
    let typed = match (&map.inner, first) {
        (Some(inner), _) => typed(object, inner, names),
        (None, Some(first)) => typed(object, first, names),
        (None, None) => None,
    };
    match typed {
        // The maps that the kernel, and with it aya, has in others.
        Some(Typed::Aya(ty)) if !ty.starts_with("ProgramArray") && !ty.contains("OfMaps") => {
            format!("maps::{ty}")
        }
        Some(Typed::Records(_)) => "maps::RingBuf<maps::MapData>".to_owned(),
        _ => "maps::MapData".to_owned(),
    }
}

/// Writes `Maps`.
pub(super) fn write(out: &mut String, fields: &[Field]) {
    out.push_str("\n/// The maps. Each can be taken out, to hand it to a thread or a task.\n#[non_exhaustive]\npub struct Maps {");
    for Field { name, ty, doc, .. } in fields {
        _ = write!(out, "\n    /// {doc}");
        if *ty == Typed::Raw {
            out.push_str(
                "\n    ///\n    /// aya has no type for it: it can be pinned, and its file descriptor handed to others.",
            );
        }
        _ = write!(out, "\n    pub {name}: {},", ty.rust());
    }
    out.push_str("\n}\n\nimpl Maps {\n    fn take(ebpf: &mut Ebpf) -> Result<Self, Error> {\n        Ok(Self {\n");
    for field in fields {
        let [name, go] = field.place();
        if field.ty == Typed::Raw {
            let to = &field.name;
            _ = writeln!(
                out,
                "            {to}: ebpf.take_map({name}).ok_or(Error::Missing({name}))?,"
            );
            continue;
        }
        super::call(
            out,
            12,
            &format!("{}: map", field.name),
            &["ebpf", &name, &go],
            "?,",
        );
    }
    out.push_str("        })\n    }\n}\n");
}

/// The lines that put programs and maps where Go says, which aya leaves to its user.
pub(super) fn write_slots(out: &mut String, fields: &[Field], object: &Object) {
    const PROGRAM_ARRAY: u32 = 3;
    for field in fields {
        let to = &field.name;
        let of_maps = match &field.ty {
            Typed::Aya(ty) if ty.starts_with("ArrayOfMaps") => "set",
            Typed::Aya(ty) if ty.starts_with("HashOfMaps<maps::MapData, u32,") => "insert",
            _ if field.map.map_type == PROGRAM_ARRAY => "",
            _ => continue,
        };
        for (index, slot) in field.map.slots.iter().enumerate() {
            let Some(slot) = slot else { continue };
            let found = |name: &str| *slot == name;
            let (call, what) = if of_maps.is_empty() {
                let programs = object.programs.iter().map(|p| snake(&p.name));
                let names = unique(&programs.collect::<Vec<_>>());
                let Some(at) = object.programs.iter().position(|p| found(&p.name)) else {
                    continue;
                };
                ("set", format!("&programs.{}.fd()?", names[at]))
            } else {
                let Some(from) = fields.iter().find(|field| found(&field.map.name)) else {
                    continue;
                };
                let inner = match from.ty {
                    Typed::Records(_) => format!("maps.{}.get_ref()", from.name),
                    _ => format!("&maps.{}", from.name),
                };
                (of_maps, inner)
            };
            _ = write!(
                out,
                "        maps.{to}\n            .{call}({index}, {what}, 0)\n            .map_err(|error| Error::map({}, error))?;\n",
                field.place().join(", ")
            );
        }
    }
}
