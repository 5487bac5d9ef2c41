//! Which loaders take an object, and what they refuse: aya 0.14, libbpf 1.7, cilium/ebpf 0.19.

use super::elf::Elf;
use crate::{
    Object, map,
    section::{Loader, Section},
};

/// The loaders that are asked.
pub(crate) const ALL: [Loader; 3] = [Loader::Aya, Loader::Libbpf, Loader::Cilium];

/// Why a loader refuses the object or a program of it, a sentence each.
pub(crate) fn refusals(
    loader: Loader,
    elf: &Elf<'_>,
    object: &Object,
    externs: bool,
) -> Vec<String> {
    let mut why = Vec::new();
    for program in &object.programs {
        match Section::parse(&program.section) {
            Ok(section) if !section.unknown_to().contains(&loader) => {}
            _ => why.push(format!(
                "it does not know the section `{}` of `{}`",
                program.section, program.name
            )),
        }
    }
    let numbers = elf
        .section("maps")
        .is_some_and(|(_, section)| section.size != 0);
    match loader {
        Loader::Aya => {
            if externs {
                why.push("it does not know kfuncs, ksyms and kconfig variables".to_owned());
            }
            if !object.struct_ops.is_empty() {
                why.push("it does not know structs of functions (`struct_ops`)".to_owned());
            }
            let maps = object.maps.iter().filter(|map| map::refused_by_aya(map));
            why.extend(maps.map(|map| {
                let kind = map::type_name(map.map_type).unwrap_or("an unknown type");
                match map.slots.is_empty() && !map::holds_maps(map.map_type) {
                    true => format!(
                        "it has nothing to use the map `{}` with, which is a {kind}",
                        map.name
                    ),
                    false => format!("it does not fill the map `{}`, which is a {kind}", map.name),
                }
            }));
        }
        // `bpf_object__init_user_btf_maps` and what was before it, since libbpf 1.0.
        Loader::Libbpf if numbers => {
            why.push(
                "it takes maps from section `.maps` only, and this object has section `maps`"
                    .to_owned(),
            );
        }
        _ => {}
    }
    why
}
