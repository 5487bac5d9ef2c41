//! Fields of map values that belong to the kernel: locks, timers, work, kptrs, lists, trees.
//!
//! The kernel finds them by the names and tags of their types (`btf_parse_fields` in `kernel/bpf/btf.c`), and has rules for how many
//! there may be in a value and in which types of maps (`map_check_btf` in `kernel/bpf/syscall.c`). Of what breaks them it says no
//! more than `EINVAL`, or nothing: a field of another size is to it a field like any other.

use super::definition::Definition;
use crate::{
    Topic,
    llvm::{Metadata, Module, Tag, slot},
    map,
    passes::{
        Cx,
        shape_debug_info::{kernel_struct, type_tag},
    },
    types::debug_info::{array_len, members, size_of, underlying, without_aliases},
    uapi::map_type::{
        ARRAY, CGROUP_STORAGE, CGRP_STORAGE, HASH, INODE_STORAGE, LRU_HASH, LRU_PERCPU_HASH,
        PERCPU_ARRAY, PERCPU_HASH, RHASH, SK_STORAGE, TASK_STORAGE,
    },
};

/// A field that belongs to the kernel.
#[derive(Clone, Debug)]
pub(crate) struct Special {
    /// Its name in Go, with those of the fields that it lies in.
    pub(crate) go_name: String,
    /// The kernel's name of its type, or the tag of a kptr.
    pub(crate) ty: &'static str,
    /// In bytes, from the beginning of the value.
    pub(crate) offset: u64,
    /// In bytes.
    pub(crate) size: u64,
}

impl Special {
    /// Whether programs only hand its address on. A kptr they may read.
    pub(crate) fn is_opaque(&self) -> bool {
        kind(self.ty).is_some_and(|kind| kind.size != 0)
    }
}

/// What holds for the fields of a type.
struct Kind {
    name: &'static str,
    /// Size and alignment in bytes (`linux/bpf.h`); 0 for a kptr, which is a pointer.
    size: u64,
    align: u64,
    /// Whether a value has one at most.
    is_single: bool,
    /// The types of the maps that may have it in their values.
    maps: &'static [u32],
}

const LOCKED: &[u32] = &[
    HASH,
    ARRAY,
    CGROUP_STORAGE,
    SK_STORAGE,
    INODE_STORAGE,
    TASK_STORAGE,
    CGRP_STORAGE,
    RHASH,
];
const LATER: &[u32] = &[HASH, LRU_HASH, ARRAY, RHASH];
const OBJECTS: &[u32] = &[HASH, LRU_HASH, ARRAY];
const POINTERS: &[u32] = &[
    HASH,
    PERCPU_HASH,
    LRU_HASH,
    LRU_PERCPU_HASH,
    ARRAY,
    PERCPU_ARRAY,
    SK_STORAGE,
    INODE_STORAGE,
    TASK_STORAGE,
    CGRP_STORAGE,
    RHASH,
];

#[rustfmt::skip]
const KINDS: &[Kind] = &[
    Kind { name: "bpf_spin_lock", size: 4, align: 4, is_single: true, maps: LOCKED },
    Kind { name: "bpf_res_spin_lock", size: 4, align: 4, is_single: true, maps: LOCKED },
    Kind { name: "bpf_timer", size: 16, align: 8, is_single: true, maps: LATER },
    Kind { name: "bpf_wq", size: 16, align: 8, is_single: true, maps: LATER },
    Kind { name: "bpf_task_work", size: 8, align: 8, is_single: true, maps: LATER },
    Kind { name: "bpf_list_head", size: 16, align: 8, is_single: false, maps: OBJECTS },
    Kind { name: "bpf_rb_root", size: 16, align: 8, is_single: false, maps: OBJECTS },
    Kind { name: "bpf_refcount", size: 4, align: 4, is_single: true, maps: POINTERS },
    Kind { name: "kptr", size: 0, align: 8, is_single: false, maps: POINTERS },
    Kind { name: "kptr_untrusted", size: 0, align: 8, is_single: false, maps: POINTERS },
    Kind { name: "percpu_kptr", size: 0, align: 8, is_single: false, maps: POINTERS },
    Kind { name: "uptr", size: 0, align: 8, is_single: false, maps: &[TASK_STORAGE] },
];

fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name)
}

/// The special fields of a type, in the order of their offsets.
pub(super) fn fields(module: &Module<'_>, ty: Metadata<'_>) -> Vec<Special> {
    let mut found = Vec::new();
    collect(module, ty, 0, "", &mut found);
    found
}

fn collect(
    module: &Module<'_>,
    ty: Metadata<'_>,
    offset: u64,
    go_name: &str,
    found: &mut Vec<Special>,
) {
    let ty = without_aliases(module, ty);
    let Some(plain) = underlying(module, ty) else {
        return;
    };
    let named = match plain.tag() {
        Tag::Struct => kernel_struct(&ty.type_name()),
        Tag::Pointer => type_tag(&ty.type_name()),
        _ => None,
    };
    if let Some(kind) = named.and_then(kind) {
        found.push(Special {
            go_name: go_name.to_owned(),
            ty: kind.name,
            offset,
            size: size_of(module, plain).unwrap_or_default(),
        });
        return;
    }
    match plain.tag() {
        Tag::Struct => {
            for member in members(module, plain) {
                let Some(base) = member.operand(module, slot::BASE) else {
                    continue;
                };
                let name = [go_name, &member.type_name()].map(str::to_owned);
                let name = name.join(if go_name.is_empty() { "" } else { "." });
                let offset = offset + member.offset_bits() / 8;
                collect(module, base, offset, &name, found);
            }
        }
        Tag::Array => {
            let element = plain.operand(module, slot::BASE);
            let element = element.and_then(|ty| Some((ty, size_of(module, ty)?)));
            let Some((element, size)) = element else {
                return;
            };
            // An array without such fields in its first element has none.
            for index in 0..array_len(module, plain).unwrap_or_default() {
                let before = found.len();
                let name = format!("{go_name}[{index}]");
                collect(module, element, offset + index * size, &name, found);
                if found.len() == before {
                    return;
                }
            }
        }
        _ => {}
    }
}

/// Reports what the kernel refuses, or does not take for the field that it is called.
pub(super) fn check(
    cx: &mut Cx<'_>,
    definition: &Definition<'_>,
    map_type: u32,
    found: &[Special],
) {
    let (name, at) = (&definition.name, &definition.position);
    let mut error = |message: String, help: String| {
        cx.error(
            Topic::SpecialFields,
            at.clone(),
            format!("map `{name}`: {message}"),
        )
        .help(help);
    };
    for (index, field) in found.iter().enumerate() {
        let Some(kind) = kind(field.ty) else { continue };
        let (go_name, ty) = (&field.go_name, field.ty);
        if kind.size != 0 && kind.size != field.size {
            let (is, wanted) = (field.size, kind.size);
            error(
                format!("field `{go_name}` has {is} bytes, and the kernel's {ty} has {wanted}"),
                format!("declare its type as {}", declaration(kind)),
            );
        } else if field.offset % kind.align != 0 {
            let (offset, align) = (field.offset, kind.align);
            error(
                format!(
                    "field `{go_name}` is at byte {offset}, and the kernel wants {ty} at a multiple of {align}"
                ),
                format!(
                    "declare its type as {}, which Go aligns, or put it first",
                    declaration(kind)
                ),
            );
        }
        if !kind.maps.contains(&map_type) {
            let of = map::type_name(map_type).unwrap_or_default();
            let fits: Vec<_> = kind
                .maps
                .iter()
                .filter_map(|ty| map::type_name(*ty))
                .collect();
            error(
                format!("field `{go_name}` is a {ty}, and the kernel has none in values of {of}"),
                format!("use a map of one of these types: {}", fits.join(", ")),
            );
        }
        let mut before = found[..index].iter();
        if let Some(first) = before.find(|other| kind.is_single && other.ty == ty) {
            error(
                format!(
                    "`{}` and `{go_name}` are both a {ty}, and a value can have one",
                    first.go_name
                ),
                "put the second into the values of another map".to_owned(),
            );
        }
    }
    let first = |names: &[&str]| found.iter().find(|field| names.contains(&field.ty));
    let locks = ["bpf_spin_lock", "bpf_res_spin_lock"];
    if let (Some(plain), Some(resilient)) = (first(&locks[..1]), first(&locks[1..])) {
        error(
            format!(
                "`{}` and `{}` are both locks, and a value can have one",
                plain.go_name, resilient.go_name
            ),
            "leave one of them out".to_owned(),
        );
    }
    if let Some(field) = first(&["bpf_list_head", "bpf_rb_root"])
        && first(&locks).is_none()
    {
        error(
            format!(
                "field `{}` is a {}, and the kernel wants a lock beside it in the value",
                field.go_name, field.ty
            ),
            "add a field of type bpfSpinLock, and hold it wherever the list or tree is used"
                .to_owned(),
        );
    }
}

/// How Go code declares the type.
fn declaration(kind: &Kind) -> String {
    let name: String = kind
        .name
        .split('_')
        .skip(1)
        .map(|word| word[..1].to_uppercase() + &word[1..])
        .collect();
    match (kind.size, kind.align) {
        (4, _) => format!("`type bpf{name} struct{{ _ uint32 }}`"),
        (size, _) => format!("`type bpf{name} struct{{ _ [{}]uint64 }}`", size / 8),
    }
}
