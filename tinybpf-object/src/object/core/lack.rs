//! Why a loader finds nothing in a kernel that fits a relocation, by libbpf's rules (`tools/lib/bpf/relo_core.c`).

use super::{ENUMVAL_EXISTS, ENUMVAL_VALUE, FIELD_EXISTS, TYPE_EXISTS, TYPE_ID_LOCAL, value};
use crate::{
    object::btf::{Btf, CoreRelocation, Kind},
    suggest,
};

/// What to do about it.
pub const LACK_HELP: &str = "compare the view with what `cargo tinybpf vmlinux TYPE` writes for that kernel; what not every kernel has is used where \
    `bpfCoreFieldExists`, `bpfCoreTypeExists` or `bpfCoreEnumValueExists` say that it is there";

/// Whether a relocation asks if the kernel has something, so that the program can do without.
#[must_use]
pub fn is_question(relocation: &CoreRelocation<'_>) -> bool {
    [FIELD_EXISTS, TYPE_EXISTS, ENUMVAL_EXISTS].contains(&relocation.kind)
}

/// What a kernel lacks that a relocation is about, in words. Nothing where the kernel has it.
///
/// `btf` has the types of the object, `kernel` those of the kernel.
#[must_use]
pub fn lack(btf: &Btf<'_>, relocation: &CoreRelocation<'_>, kernel: &Btf<'_>) -> Option<String> {
    let wanted = btf.get(btf.resolve(relocation.ty));
    let name = essential(wanted.name);
    if name.is_empty() || relocation.kind == TYPE_ID_LOCAL {
        return None;
    }
    let is_candidate = |id: &u32| {
        let ty = kernel.get(*id);
        ty.name == name && class(&ty.kind) == class(&wanted.kind)
    };
    let candidates = (1..kernel.types.len() as u32).filter(is_candidate);
    let candidates: Vec<u32> = candidates.collect();
    if candidates.is_empty() {
        let same_class = kernel
            .types
            .iter()
            .filter(|ty| class(&ty.kind) == class(&wanted.kind));
        let near = did_you_mean(name, same_class.map(|ty| ty.name));
        return Some(format!("this kernel has no type `{name}`{near}"));
    }
    let mut path = relocation
        .access
        .split(':')
        .map_while(|part| part.parse().ok());
    match relocation.kind {
        0..TYPE_ID_LOCAL => {
            let path: Vec<u32> = path.collect();
            let way = |ty| follow(btf, relocation.ty, &path, kernel, ty);
            let mut lacks = candidates.into_iter().map(|ty| way(ty).err());
            // One that fits is enough.
            let first = lacks.next()??;
            lacks.all(|lack| lack.is_some()).then_some(first)
        }
        ENUMVAL_EXISTS | ENUMVAL_VALUE => {
            let value = essential(value(btf, relocation.ty, path.next()?)?);
            let values = candidates.iter().flat_map(|ty| members(kernel, *ty));
            let values: Vec<_> = values.map(|(name, _)| name).collect();
            if values.contains(&value) {
                return None;
            }
            let near = did_you_mean(value, values);
            Some(format!(
                "this kernel's `enum {name}` has no `{value}`{near}"
            ))
        }
        _ => None,
    }
}

/// Follows a way through the kernel's type: by names of fields and by indices of arrays.
fn follow(
    btf: &Btf<'_>,
    mut here: u32,
    path: &[u32],
    kernel: &Btf<'_>,
    mut there: u32,
) -> Result<(), String> {
    let mut text = essential(btf.get(btf.resolve(here)).name).to_owned();
    // The first step is that of a pointer to several.
    for index in path.iter().skip(1) {
        match &btf.get(btf.resolve(here)).kind {
            Kind::Struct {
                members: fields, ..
            }
            | Kind::Union {
                members: fields, ..
            } => {
                let Some(member) = fields.get(*index as usize) else {
                    return Ok(());
                };
                here = member.ty;
                // The fields of unnamed structs and unions count as the outer one's, on both sides.
                if member.name.is_empty() {
                    continue;
                }
                let known = members(kernel, there);
                let Some((_, ty)) = known.iter().find(|(name, _)| *name == member.name) else {
                    let near = did_you_mean(member.name, known.into_iter().map(|(name, _)| name));
                    let name = member.name;
                    return Err(format!(
                        "this kernel's `{text}` has no field `{name}`{near}"
                    ));
                };
                there = *ty;
                text += &format!(".{}", member.name);
            }
            Kind::Array { element, .. } => {
                here = *element;
                text += &format!("[{index}]");
                let Kind::Array { element, .. } = kernel.get(kernel.resolve(there)).kind else {
                    break;
                };
                there = element;
            }
            _ => return Ok(()),
        }
    }
    let class = |btf: &Btf<'_>, ty| class(&btf.get(btf.resolve(ty)).kind);
    let (wanted, found) = (class(btf, here), class(kernel, there));
    let is_composite = |class| matches!(class, Class::Struct | Class::Union);
    match wanted == found || is_composite(wanted) && is_composite(found) {
        true => Ok(()),
        false => Err(format!(
            "`{text}` is {} in this kernel, and {} in the program",
            found.article(),
            wanted.article()
        )),
    }
}

/// The fields of a struct or union with their types, those of unnamed ones in it too; the values of an enumeration, without types.
fn members<'a>(btf: &Btf<'a>, ty: u32) -> Vec<(&'a str, u32)> {
    let mut found = Vec::new();
    let mut open = vec![ty];
    // No type is in itself, but for types that are damaged.
    for _ in 0..btf.types.len() {
        let Some(ty) = open.pop() else { break };
        match &btf.get(btf.resolve(ty)).kind {
            Kind::Struct { members, .. } | Kind::Union { members, .. } => {
                for member in members {
                    match member.name {
                        "" => open.push(member.ty),
                        name => found.push((name, member.ty)),
                    }
                }
            }
            Kind::Enum { values, .. } | Kind::Enum64 { values, .. } => {
                found.extend(values.iter().map(|(name, _)| (*name, 0)));
            }
            _ => {}
        }
    }
    found
}

/// A name without what tells the views of one type apart: `task_struct___old`.
fn essential(name: &str) -> &str {
    match name.rfind("___") {
        Some(at) if at > 0 => &name[..at],
        _ => name,
    }
}

fn did_you_mean<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let names = names.into_iter().filter(|name| !name.is_empty());
    suggest::did_you_mean(&suggest::closest(name, names))
}

/// What kinds of types fit each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Number,
    Pointer,
    Array,
    Struct,
    Union,
    Enum,
    Other,
}

fn class(kind: &Kind<'_>) -> Class {
    match kind {
        Kind::Int { .. } => Class::Number,
        Kind::Ptr { .. } => Class::Pointer,
        Kind::Array { .. } => Class::Array,
        Kind::Struct { .. } => Class::Struct,
        Kind::Union { .. } => Class::Union,
        Kind::Enum { .. } | Kind::Enum64 { .. } => Class::Enum,
        _ => Class::Other,
    }
}

impl Class {
    fn article(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Pointer => "a pointer",
            Self::Array => "an array",
            Self::Struct => "a struct",
            Self::Union => "a union",
            Self::Enum => "an enum",
            Self::Other => "something else",
        }
    }
}
