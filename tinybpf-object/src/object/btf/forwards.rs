//! Forward declarations in one order.
//!
//! LLVM makes one for each struct that only pointers in other structs lead to, in the order of addresses in its own memory
//! (`FixupDerivedTypes` in `llvm/lib/Target/BPF/BTFDebug.cpp`), which differs from run to run. They and their names come last.

use std::collections::BTreeMap;

use object::{Endian as _, Endianness};

use super::{Btf, Kind};
use crate::object::elf::Malformed;

/// How many bytes a forward declaration has: the place of its name, what it is, and nothing.
const SIZE: usize = 12;

struct Forward {
    id: u32,
    start: usize,
    name: String,
    is_union: bool,
}

/// Puts the forward declarations in a section `.BTF` into the order of their names.
pub fn order(section: &mut [u8], endian: Endianness) -> Result<(), Malformed> {
    let btf = Btf::parse(section, endian)?;
    let forwards: Vec<_> = (0..)
        .zip(&btf.types)
        .filter_map(|(id, ty)| match ty.kind {
            Kind::Fwd { is_union } => Some(Forward {
                id,
                start: ty.start,
                name: ty.name.to_owned(),
                is_union,
            }),
            _ => None,
        })
        .collect();
    let mut sorted: Vec<_> = forwards.iter().collect();
    sorted.sort_by_key(|forward| (&forward.name, forward.is_union, forward.id));
    let moved: BTreeMap<u32, u32> = sorted
        .iter()
        .zip(&forwards)
        .map(|(from, to)| (from.id, to.id))
        .collect();
    let references = btf.types.iter().filter_map(|ty| match ty.kind {
        Kind::Ptr { ty: of }
        | Kind::Const { ty: of }
        | Kind::Volatile { ty: of }
        | Kind::Restrict { ty: of }
        | Kind::TypeTag { ty: of }
        | Kind::Typedef { ty: of } => Some((ty.start + 8, *moved.get(&of)?)),
        _ => None,
    });
    let references: Vec<_> = references.collect();
    let strings = btf.strings_start;
    let names = tail(btf.strings, &forwards);

    let records: Vec<[u8; SIZE]> = sorted
        .iter()
        .filter_map(|forward| section[forward.start..].first_chunk().copied())
        .collect();
    for (record, to) in records.iter().zip(&forwards) {
        section[to.start..to.start + SIZE].copy_from_slice(record);
    }
    for (place, id) in references {
        write(section, endian, place, id);
    }
    // The names in the same order.
    let mut at = names.first().map_or(0, |(place, _)| *place);
    let mut in_order: Vec<_> = names.into_iter().map(|(_, name)| name).collect();
    in_order.sort();
    for name in in_order {
        let end = strings + at + name.len();
        section[strings + at..end].copy_from_slice(name.as_bytes());
        section[end] = 0;
        for (forward, to) in sorted.iter().zip(&forwards) {
            if forward.name == name {
                write(section, endian, to.start, at as u32);
            }
        }
        at += name.len() + 1;
    }
    Ok(())
}

/// The names of forward declarations at the end of the strings, with their places.
fn tail(strings: &[u8], forwards: &[Forward]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut rest = strings;
    while let Some((0, before)) = rest.split_last() {
        let start = before
            .iter()
            .rposition(|byte| *byte == 0)
            .map_or(0, |at| at + 1);
        let name = &before[start..];
        let Some(forward) = forwards
            .iter()
            .find(|forward| forward.name.as_bytes() == name && start > 0)
        else {
            break;
        };
        found.insert(0, (start, forward.name.clone()));
        rest = &rest[..start];
    }
    found
}

fn write(section: &mut [u8], endian: Endianness, place: usize, word: u32) {
    section[place..place + 4].copy_from_slice(&endian.write_u32(word));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section with pointers to forward declarations in the order of `names`, and a name of something else before theirs.
    fn section(names: [&str; 3], endian: Endianness) -> Vec<u8> {
        let mut strings = b"\0other\0".to_vec();
        let places = names.map(|name| {
            let place = strings.len() as u32;
            strings.extend(name.bytes().chain([0]));
            place
        });
        let (ptr, fwd, volatile) = (2 << 24, 7 << 24, 9 << 24);
        let id = |name: &str| 5 + names.iter().position(|other| *other == name).unwrap() as u32;
        // 1: *a, 2: *b, 3: *c, 4: volatile b.
        let mut words = Vec::new();
        for name in ["a", "b", "c"] {
            words.extend([0, ptr, id(name)]);
        }
        words.extend([0, volatile, id("b")]);
        for place in places {
            words.extend([place, fwd, 0]);
        }
        let types = 4 * words.len() as u32;
        let mut data = endian.write_u16(0xeb9f).to_vec();
        data.extend([1, 0]);
        for word in [24, 0, types, types, strings.len() as u32]
            .into_iter()
            .chain(words)
        {
            data.extend(endian.write_u32(word));
        }
        data.extend(strings);
        data
    }

    #[test]
    fn the_order_is_that_of_the_names() {
        for endian in [Endianness::Little, Endianness::Big] {
            let wanted = section(["a", "b", "c"], endian);
            for names in [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]] {
                let mut data = section(names, endian);
                order(&mut data, endian).unwrap();
                assert_eq!(data, wanted, "{names:?}");
            }
        }
    }
}
