//! Maps: structs that BTF defines (section `.maps`), and the older structs of numbers (`maps`), as libbpf had them before 1.0, and as
//! aya-ebpf and iproute2 still have them.

use object::Endian as _;

use super::super::btf::{Btf, Kind, Member};
use super::super::describe::variables;
use super::super::elf::{Elf, Malformed};
use super::types::Reader;
use crate::{Map, Type, map};

/// Maps within maps go no deeper in the kernel.
const INNER: usize = 1;

/// The maps by name.
pub(super) fn read(
    elf: &Elf<'_>,
    btf: Option<&Btf<'_>>,
    reader: &mut Reader<'_, '_>,
) -> Result<Vec<Map>, Malformed> {
    let mut maps = Vec::new();
    if let Some((btf, vars)) = btf.and_then(|btf| Some((btf, btf.datasec(".maps")?.1))) {
        for var in vars {
            let name = btf.get(var.ty).name;
            let Kind::Var { ty, .. } = btf.get(var.ty).kind else {
                continue;
            };
            let mut map = defined(btf, ty, reader, INNER)
                .map_err(|Malformed(what)| Malformed(format!("the map {name} {what}")))?;
            map.name = name.into();
            map.slots = slots(elf, btf, ty, name);
            maps.push(map);
        }
    }
    maps.extend(numbers(elf)?);
    maps.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(maps)
}

/// A map by the struct that defines it (`parse_btf_map_def` in libbpf).
fn defined(
    btf: &Btf<'_>,
    ty: u32,
    reader: &mut Reader<'_, '_>,
    inner: usize,
) -> Result<Map, Malformed> {
    let Kind::Struct { members, .. } = &btf.get(btf.resolve(ty)).kind else {
        return Err(Malformed("is no struct".into()));
    };
    let mut map = Map::default();
    for member in members {
        let number = || {
            number(btf, member)
                .ok_or_else(|| Malformed(format!("has no number as {}", member.name)))
        };
        match member.name {
            "type" => map.map_type = number()? as u32,
            "max_entries" => map.max_entries = number()? as u32,
            "map_flags" => map.map_flags = number()? as u32,
            "key_size" => map.key_size = number()? as u32,
            "value_size" => map.value_size = number()? as u32,
            "pinning" => map.pinning = number()? as u32,
            "numa_node" => map.numa_node = number()? as u32,
            "map_extra" => map.map_extra = number()?,
            "key" => (map.key, map.key_size) = content(btf, member, reader)?,
            "value" => (map.value, map.value_size) = content(btf, member, reader)?,
            "values" if inner != 0 => {
                // An array of pointers to what the maps in it are like; of a program array to programs.
                let Kind::Array { element, .. } = btf.get(btf.resolve(member.ty)).kind else {
                    continue;
                };
                let Kind::Ptr { ty } = btf.get(btf.resolve(element)).kind else {
                    continue;
                };
                if map::holds_maps(map.map_type) {
                    map.inner = Some(Box::new(defined(btf, ty, reader, inner - 1)?));
                }
            }
            _ => {}
        }
    }
    if map::holds_slots(map.map_type) {
        // File descriptors: libbpf fills in the size where nobody says it.
        map.value_size = 4;
        map.value = None;
    }
    Ok(map)
}

/// `int (*max_entries)[64]`, or an enumeration for what has more than 32 bits.
fn number(btf: &Btf<'_>, member: &Member<'_>) -> Option<u64> {
    match &btf.get(btf.resolve(member.ty)).kind {
        Kind::Ptr { ty } => match btf.get(btf.resolve(*ty)).kind {
            Kind::Array { len, .. } => Some(len.into()),
            _ => None,
        },
        Kind::Enum { values, .. } | Kind::Enum64 { values, .. } => {
            values.first().map(|(_, value)| value.cast_unsigned())
        }
        _ => None,
    }
}

/// `struct stats *value`: the type and its size.
fn content(
    btf: &Btf<'_>,
    member: &Member<'_>,
    reader: &mut Reader<'_, '_>,
) -> Result<(Option<Type>, u32), Malformed> {
    let Kind::Ptr { ty } = btf.get(btf.resolve(member.ty)).kind else {
        return Err(Malformed(format!("has no pointer as {}", member.name)));
    };
    let size = btf
        .size_of(ty)
        .and_then(|size| u32::try_from(size).ok())
        .ok_or_else(|| Malformed(format!("has a {} without a size", member.name)))?;
    let ty = reader
        .read(ty)
        .filter(|ty| reader.size_of(ty) == u64::from(size));
    Ok((ty, size))
}

/// What a map holds from the start: the relocations of the array at its end.
fn slots(elf: &Elf<'_>, btf: &Btf<'_>, ty: u32, name: &str) -> Vec<Option<String>> {
    /// More entries than anybody writes down.
    const MOST: u64 = 1 << 16;
    let Kind::Struct { members, .. } = &btf.get(btf.resolve(ty)).kind else {
        return Vec::new();
    };
    let values = members.iter().find(|member| member.name == "values");
    let (Some(values), Some((index, section))) = (values, elf.section(".maps")) else {
        return Vec::new();
    };
    let Some(map) = variables(elf, index)
        .into_iter()
        .find(|symbol| symbol.name == name)
    else {
        return Vec::new();
    };
    let start = map.value.saturating_add(u64::from(values.bit_offset / 8));
    let end = map.value.saturating_add(map.size);
    let mut slots = Vec::new();
    for relocation in section
        .relocations
        .iter()
        .filter(|relocation| (start..end).contains(&relocation.offset))
    {
        let at = (relocation.offset - start) / 8;
        if at >= MOST {
            break;
        }
        slots.resize(slots.len().max(at as usize + 1), None);
        let symbol = &elf.symbols[relocation.symbol];
        slots[at as usize] = Some(elf.symbol_name(symbol).to_owned());
    }
    slots
}

/// `struct bpf_map_def`: five numbers; aya-ebpf and iproute2 have an ID and the pinning behind them.
fn numbers(elf: &Elf<'_>) -> Result<Vec<Map>, Malformed> {
    const LEAST: usize = 5;
    const PINNING: usize = 6;
    let Some((index, section)) = elf.section("maps") else {
        return Ok(Vec::new());
    };
    let mut maps = Vec::new();
    for symbol in variables(elf, index) {
        let start = usize::try_from(symbol.value).unwrap_or(usize::MAX);
        let bytes = section.data.get(start..).unwrap_or_default();
        let bytes = &bytes[..bytes.len().min(symbol.size as usize)];
        let words: Vec<u32> = bytes
            .chunks_exact(4)
            .filter_map(|word| word.first_chunk())
            .map(|word| elf.endian.read_u32(*word))
            .collect();
        if words.len() < LEAST {
            return Err(Malformed(format!(
                "the map {} is {} bytes in the section maps, and a definition has {} at least",
                symbol.name,
                bytes.len(),
                4 * LEAST
            )));
        }
        maps.push(Map {
            name: symbol.name.into(),
            map_type: words[0],
            key_size: words[1],
            value_size: words[2],
            max_entries: words[3],
            map_flags: words[4],
            pinning: words.get(PINNING).copied().unwrap_or(0),
            ..Map::default()
        });
    }
    Ok(maps)
}
