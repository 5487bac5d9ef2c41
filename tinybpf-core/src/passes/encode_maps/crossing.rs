//! Keys, values and records whose bytes mean nothing to the kernel's comparison or to user space.
//!
//! A hash takes a key as bytes (`htab_map_hash` in `kernel/bpf/hashtab.c`). Those between fields are nobody's: Go sets them or not, and
//! LLVM stores what it likes there, so that two keys that are equal in Go need not be to the kernel. And what is an address in Go
//! (a string, a slice) is one in the kernel, which user space cannot follow.

use super::{Definition, Inferred, Setting};
use crate::{
    Topic, counted,
    llvm::{Metadata, Module, Tag, slot},
    passes::{
        Cx,
        shape_debug_info::{kernel_struct, type_tag},
    },
    types::debug_info::{members, size_of, underlying, without_aliases},
    uapi::map_type::{
        BLOOM_FILTER, HASH, HASH_OF_MAPS, LPM_TRIE, LRU_HASH, LRU_PERCPU_HASH, PERCPU_HASH,
        PERF_EVENT_ARRAY, RHASH, RINGBUF, SOCKHASH, USER_RINGBUF,
    },
};

/// The maps that compare the bytes of keys.
const COMPARING: [u32; 8] = [
    HASH,
    PERCPU_HASH,
    LRU_HASH,
    LRU_PERCPU_HASH,
    LPM_TRIE,
    HASH_OF_MAPS,
    SOCKHASH,
    RHASH,
];

/// Reports what is wrong with the types of a map.
pub(super) fn check(
    cx: &mut Cx<'_>,
    module: &Module<'_>,
    definition: &Definition<'_>,
    inferred: &Inferred<'_>,
) {
    let map_type = definition.get(Setting::Type);
    let value = match map_type {
        RINGBUF | USER_RINGBUF | PERF_EVENT_ARRAY => "records",
        _ => "values",
    };
    let compared = [
        COMPARING.contains(&map_type),
        // It hashes values.
        map_type == BLOOM_FILTER,
    ];
    let types = [("keys", inferred.key), (value, inferred.value)];
    for ((what, ty), is_compared) in types.into_iter().zip(compared) {
        let Some(ty) = ty else { continue };
        let mut reader = Reader {
            module,
            gaps: Vec::new(),
            addresses: Vec::new(),
        };
        reader.read(ty, "");
        for (field, address) in &reader.addresses {
            report_address(cx, definition, what, field, address);
        }
        if is_compared && reader.addresses.is_empty() {
            report_gaps(cx, definition, what, &ty.type_name(), &reader.gaps);
        }
    }
    if let (Some(inner), Some(inferred)) = (&definition.inner, &inferred.inner) {
        check(cx, module, inner, inferred);
    }
}

/// Bytes of a struct that belong to no field.
struct Gap {
    size: u64,
    /// The field before them.
    after: String,
    /// The field behind them; none at the end of the struct.
    before: Option<String>,
}

/// Something of Go's that is an address, or has one in it.
enum Address {
    String,
    /// With the type of its elements.
    Slice(String),
    Interface,
    Function,
    Channel,
    Map,
}

struct Reader<'r> {
    module: &'r Module<'r>,
    gaps: Vec<Gap>,
    /// Each with the name of its field.
    addresses: Vec<(String, Address)>,
}

impl Reader<'_> {
    /// Reads a type, which is that of a field if that has a name.
    fn read(&mut self, ty: Metadata<'_>, field: &str) {
        let ty = without_aliases(self.module, ty);
        if let Some(address) = self.address(ty) {
            self.addresses.push((field.to_owned(), address));
            return;
        }
        let Some(plain) = underlying(self.module, ty) else {
            return;
        };
        match plain.tag() {
            Tag::Struct if kernel_struct(&ty.type_name()).is_none() => {
                self.read_struct(plain, field)
            }
            Tag::Array => {
                if let Some(element) = plain.operand(self.module, slot::BASE) {
                    self.read(element, &format!("{field}[0]"));
                }
            }
            _ => {}
        }
    }

    fn read_struct(&mut self, ty: Metadata<'_>, field: &str) {
        let (mut end, mut last) = (0, String::new());
        for member in members(self.module, ty) {
            let Some(base) = member.operand(self.module, slot::BASE) else {
                return;
            };
            let name = member.type_name();
            let name = if field.is_empty() {
                name
            } else {
                format!("{field}.{name}")
            };
            let offset = member.offset_bits() / 8;
            self.gap(end, offset, &last, Some(&name));
            end = offset + size_of(self.module, base).unwrap_or_default();
            self.read(base, &name);
            last = name;
        }
        self.gap(end, ty.size_bits() / 8, &last, None);
    }

    fn gap(&mut self, from: u64, to: u64, after: &str, before: Option<&String>) {
        if from < to {
            self.gaps.push(Gap {
                size: to - from,
                after: after.to_owned(),
                before: before.cloned(),
            });
        }
    }

    /// What TinyGo describes so (`createDIType` in its `compiler/compiler.go`).
    fn address(&self, ty: Metadata<'_>) -> Option<Address> {
        if ty.type_name() == "runtime._interface" {
            return Some(Address::Interface);
        }
        // A kptr is a pointer that the kernel knows.
        if type_tag(&ty.type_name()).is_some() {
            return None;
        }
        let plain = underlying(self.module, ty)?;
        let name = plain.type_name();
        match plain.tag() {
            Tag::Pointer => {
                let to = plain.operand(self.module, slot::BASE)?;
                match to.type_name().as_str() {
                    "runtime.channel" => Some(Address::Channel),
                    "runtime.hashmap" => Some(Address::Map),
                    _ => None,
                }
            }
            Tag::Struct if name == "string" => Some(Address::String),
            Tag::Struct if name.starts_with("[]") => Some(Address::Slice(name[2..].to_owned())),
            Tag::Struct if name.is_empty() => {
                let members = members(self.module, plain);
                let names: Vec<String> = members.iter().map(|member| member.type_name()).collect();
                (names == ["context", "fn"]).then_some(Address::Function)
            }
            _ => None,
        }
    }
}

fn report_address(
    cx: &mut Cx<'_>,
    definition: &Definition<'_>,
    what: &str,
    field: &str,
    address: &Address,
) {
    let (is, help) = match address {
        Address::String => (
            "a string, which is an address and a length",
            "write an array of bytes, such as `[16]byte`, and copy the text into it".to_owned(),
        ),
        Address::Slice(element) => (
            "a slice, which is an address and a length",
            format!("write an array, such as `[8]{element}`, and copy the elements into it"),
        ),
        Address::Interface => (
            "an interface, which is an address and a type",
            "write a type that is no interface".to_owned(),
        ),
        Address::Function => (
            "a function",
            "write a number that says which function is meant, and call that in a `switch`"
                .to_owned(),
        ),
        Address::Channel => ("a channel", "leave it out: BPF has no channels".to_owned()),
        Address::Map => (
            "a map of Go",
            "leave it out, and declare a BPF map beside this one".to_owned(),
        ),
    };
    let place = match field {
        "" => "what it has as".to_owned(),
        field => format!("`{field}` of its"),
    };
    let message = format!(
        "map `{}`: {place} {what} is {is} in the program's memory; nobody else can follow it",
        definition.name
    );
    cx.error(Topic::MapPointers, definition.position.clone(), message)
        .help(help);
}

fn report_gaps(cx: &mut Cx<'_>, definition: &Definition<'_>, what: &str, ty: &str, gaps: &[Gap]) {
    let Some(first) = gaps.first() else { return };
    let places: Vec<String> = gaps
        .iter()
        .map(|gap| {
            let size = counted(gap.size, "byte");
            match &gap.before {
                Some(before) => format!("{size} between `{}` and `{before}`", gap.after),
                None => format!("{size} behind `{}`", gap.after),
            }
        })
        .collect();
    let of = match ty {
        "" => String::new(),
        ty => format!(" (`{ty}`)"),
    };
    let message = format!(
        "map `{}`: its {what}{of} have padding, {}: nothing sets it, but the kernel compares all bytes, so that it would not find equal {what}",
        definition.name,
        places.join(", ")
    );
    let mut finding = cx.error(Topic::MapKeyPadding, definition.position.clone(), message);
    for gap in gaps {
        finding = finding.help(format!(
            "write `_ [{}]byte` behind `{}`, which is always zero",
            gap.size, gap.after
        ));
    }
    if first.before.is_some() {
        finding.help("or order the fields so that no larger one follows a smaller one");
    }
}
