//! CO-RE relocations in words: what of the kernel's types an instruction depends on.

mod lack;

pub use lack::{LACK_HELP, is_question, lack};

use super::btf::{Btf, CoreRelocation, Kind};

/// What a relocation asks, by `enum bpf_core_relo_kind` of `linux/bpf.h`.
const QUESTIONS: [&str; 13] = [
    "offset",
    "size",
    "exists",
    "signed",
    "left shift",
    "right shift",
    "type ID here",
    "type ID in the kernel",
    "exists",
    "size",
    "exists",
    "value",
    "matches",
];
/// Kinds of that enumeration.
pub const FIELD_BYTE_OFFSET: u32 = 0;
pub const FIELD_EXISTS: u32 = 2;
const TYPE_ID_LOCAL: u32 = 6;
const TYPE_EXISTS: u32 = 8;
const ENUMVAL_EXISTS: u32 = 10;
const ENUMVAL_VALUE: u32 = 11;
const TYPE_MATCHES: u32 = 12;

/// What a relocation is about, such as `task_struct.pid`.
#[must_use]
pub fn subject(btf: &Btf<'_>, relocation: &CoreRelocation<'_>) -> String {
    let name = btf.get(btf.resolve(relocation.ty)).name;
    let name = match name {
        "" => btf.get(relocation.ty).name,
        name => name,
    };
    let mut path = relocation
        .access
        .split(':')
        .map_while(|part| part.parse::<u32>().ok());
    match relocation.kind {
        TYPE_MATCHES | TYPE_ID_LOCAL..ENUMVAL_EXISTS => name.to_owned(),
        ENUMVAL_EXISTS.. => {
            let value = path
                .next()
                .and_then(|index| value(btf, relocation.ty, index));
            format!("{name}.{}", value.unwrap_or(relocation.access))
        }
        _ => field(btf, name, relocation.ty, path),
    }
}

/// What is asked about it, such as `offset`.
#[must_use]
pub fn question(kind: u32) -> &'static str {
    let known = usize::try_from(kind)
        .ok()
        .and_then(|kind| QUESTIONS.get(kind));
    known.copied().unwrap_or("unknown question")
}

/// A way through structs and arrays. The first step is that of a pointer to several: C's `p[0]`, which nobody writes.
fn field(btf: &Btf<'_>, name: &str, mut ty: u32, mut path: impl Iterator<Item = u32>) -> String {
    let mut text = name.to_owned();
    if let Some(first) = path.next().filter(|first| *first != 0) {
        text += &format!("[{first}]");
    }
    for index in path {
        ty = btf.resolve(ty);
        match &btf.get(ty).kind {
            Kind::Struct { members, .. } | Kind::Union { members, .. } => {
                let Some(member) = members.get(index as usize) else {
                    return format!("{text}.?");
                };
                // Anonymous structs and unions are not written.
                if !member.name.is_empty() {
                    text += &format!(".{}", member.name);
                }
                ty = member.ty;
            }
            Kind::Array { element, .. } => {
                text += &format!("[{index}]");
                ty = *element;
            }
            _ => return format!("{text}.?"),
        }
    }
    text
}

/// The name of a value of an enumeration.
fn value<'a>(btf: &Btf<'a>, ty: u32, index: u32) -> Option<&'a str> {
    match &btf.get(btf.resolve(ty)).kind {
        Kind::Enum { values, .. } | Kind::Enum64 { values, .. } => {
            Some(values.get(index as usize)?.0)
        }
        _ => None,
    }
}
