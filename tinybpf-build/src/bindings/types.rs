//! `#[repr(C)]` twins of the Go structs, with every byte of padding spelled out.
//!
//! A Go `bool` becomes `u8`: the byte comes from kernel memory, and a Rust `bool` that is neither 0 nor 1 would be
//! undefined behaviour. With that, any bytes are a valid value of every type here, which is what `aya::Pod` asks for.

use std::fmt::Write;

use tinybpf_core::{Field, Object, Struct, Type, Types};

use super::{
    Input,
    names::{camel, snake, unique},
    skeleton::tries::TrieKey,
    text::{bytes, code, item, number, origin},
};

/// The Rust names of an object's types.
pub(super) struct Names<'a> {
    types: &'a Types,
    /// Beside `types.structs`.
    structs: Vec<String>,
    aliases: Vec<Alias<'a>>,
    tries: &'a [TrieKey],
}

/// A named type that is not a struct.
struct Alias<'a> {
    go: &'a str,
    of: &'a Type,
    rust: String,
}

impl<'a> Names<'a> {
    pub(super) fn new(object: &'a Object, tries: &'a [TrieKey]) -> Self {
        let mut aliases = Vec::new();
        for (_, ty) in uses(object) {
            collect_aliases(ty, &mut aliases);
        }
        let mut names = Self {
            types: &object.types,
            structs: struct_wishes(object),
            aliases,
            tries,
        };
        let wishes: Vec<String> = names
            .structs
            .iter()
            .cloned()
            .chain(names.aliases.iter().map(|alias| camel(alias.go)))
            .collect();
        let mut unique = unique(&wishes).into_iter();
        for (name, unique) in names.structs.iter_mut().zip(&mut unique) {
            *name = unique;
        }
        for (alias, unique) in names.aliases.iter_mut().zip(&mut unique) {
            alias.rust = unique;
        }
        names
    }

    /// The type as Rust writes it.
    pub(super) fn rust(&self, ty: &Type) -> String {
        self.path(ty, "")
    }

    /// The type as Rust writes it elsewhere, where the names of Go's types have something in front.
    fn path(&self, ty: &Type, prefix: &str) -> String {
        match ty {
            Type::Int {
                size: size @ (1 | 2 | 4 | 8),
                signed,
            } => {
                format!("{}{}", if *signed { 'i' } else { 'u' }, size * 8)
            }
            Type::Float {
                size: size @ (4 | 8),
            } => format!("f{}", size * 8),
            Type::Bool => "u8".to_owned(),
            Type::Pointer => "u64".to_owned(),
            Type::Array { element, len } => {
                format!("[{}; {}]", self.path(element, prefix), number(*len))
            }
            Type::Struct(index) => format!("{prefix}{}", self.structs[*index]),
            Type::Named { name, of } => self
                .aliases
                .iter()
                .find(|alias| alias.go == name && alias.of == of.as_ref())
                .map_or_else(
                    || self.path(of, prefix),
                    |alias| format!("{prefix}{}", alias.rust),
                ),
            other => format!("[u8; {}]", number(self.types.size_of(other))),
        }
    }

    /// The type as Rust writes it where it must implement `aya::Pod`, which floating-point numbers do not: their bytes.
    pub(super) fn pod(&self, ty: &Type, prefix: &str) -> String {
        let is_float = !matches!(plain(ty), Type::Struct(_)) && is_float(ty, self.types);
        match plain(ty) {
            Type::Array { element, .. } if matches!(plain(element), Type::Struct(_)) => {
                self.path(ty, prefix)
            }
            _ if is_float => format!("[u8; {}]", number(self.types.size_of(ty))),
            _ => self.path(ty, prefix),
        }
    }

    /// Size of a type in bytes.
    pub(super) fn size_of(&self, ty: &Type) -> u64 {
        self.types.size_of(ty)
    }

    /// The keys of tries that aya has without the length of the prefix.
    pub(super) fn tries(&self) -> &[TrieKey] {
        self.tries
    }

    /// The name of the struct that aya takes as the data of a trie's key.
    pub(super) fn trie_data(&self, key: &Type) -> Option<&str> {
        let mut tries = self.tries.iter();
        let trie = tries.find(|trie| *key == Type::Struct(trie.key))?;
        Some(self.structure(trie.data))
    }

    /// The name of a struct.
    pub(super) fn structure(&self, index: usize) -> &str {
        &self.structs[index]
    }

    /// The layout of a struct.
    pub(super) fn layout(&self, index: usize) -> &Struct {
        &self.types.structs[index]
    }

    /// A name that no type has, as like to the wished one as can be.
    pub(super) fn free(&self, wish: &str) -> String {
        let taken = self
            .structs
            .iter()
            .chain(self.aliases.iter().map(|alias| &alias.rust));
        let mut names: Vec<String> = taken.cloned().collect();
        names.push(wish.to_owned());
        unique(&names).pop().unwrap_or_default()
    }

    /// The type's zero value, as a constant expression.
    fn zero(&self, ty: &Type) -> String {
        match ty {
            Type::Int {
                size: 1 | 2 | 4 | 8,
                ..
            }
            | Type::Bool
            | Type::Pointer => "0".to_owned(),
            Type::Float { size: 4 | 8 } => "0.0".to_owned(),
            Type::Array { element, len } => format!("[{}; {}]", self.zero(element), number(*len)),
            Type::Struct(index) => format!("{}::ZERO", self.structs[*index]),
            Type::Named { of, .. } => self.zero(of),
            other => format!("[0; {}]", number(self.types.size_of(other))),
        }
    }
}

/// Writes all types.
pub(super) fn write(out: &mut String, names: &Names, input: &Input) {
    for alias in &names.aliases {
        let Alias { go, of, rust } = alias;
        _ = write!(
            out,
            "\n/// {} in Go{}.\n#[allow(dead_code)]\n{}",
            code(go),
            remark(of),
            item(
                &format!("pub type {rust} ="),
                &format!("{};", names.rust(of)),
                0
            ),
        );
    }
    for (index, (ty, name)) in names.types.structs.iter().zip(&names.structs).enumerate() {
        let of_trie = names.tries.iter().any(|trie| trie.data == index);
        let what = match (&ty.go_name[..], of_trie) {
            ("", _) => "An anonymous struct".to_owned(),
            (go, false) => code(go),
            (go, true) => format!("What follows the length of the prefix in {}", code(go)),
        };
        write_struct(out, ty, name, &what, names, input);
    }
}

/// A field as Rust has it.
struct Member {
    /// A line of documentation; none for padding.
    doc: Option<String>,
    name: String,
    ty: String,
    zero: String,
    /// The offset, for the assertion.
    offset: u64,
}

fn write_struct(
    out: &mut String,
    ty: &Struct,
    name: &str,
    what: &str,
    names: &Names,
    input: &Input,
) {
    let members = members(ty, names);
    let is_padded = members.iter().any(|member| member.doc.is_none());
    let compares = !holds_floats(ty, names.types);
    let derived = if compares && !is_padded {
        ", PartialEq, Eq, Hash"
    } else {
        ""
    };
    _ = write!(
        out,
        "\n/// {what} in Go{}: {}.\n#[repr(C)]\n#[derive(Clone, Copy, Debug{derived})]\n#[allow({})]\npub struct {name} {{",
        origin(ty.position.as_ref(), input),
        bytes(ty.size),
        lints(name),
    );
    for Member { doc, name, ty, .. } in &members {
        match doc {
            Some(doc) => _ = write!(out, "\n    /// {doc}"),
            None => out.push_str("\n    #[doc(hidden)]"),
        }
        _ = write!(out, "\n    pub {name}: {ty},");
    }
    out.push_str(if members.is_empty() { "}\n" } else { "\n}\n" });

    _ = write!(
        out,
        "\n#[allow(dead_code)]\nimpl {name} {{\n    /// Every field zero: Go's zero value.\n    pub const ZERO: Self = {};\n}}\n",
        literal(&members),
    );
    _ = write!(
        out,
        "\nimpl ::core::default::Default for {name} {{\n    fn default() -> Self {{\n        Self::ZERO\n    }}\n}}\n",
    );
    if compares && is_padded {
        write_comparison(out, name, &members);
    }
    if input.aya {
        _ = write!(
            out,
            "\n// SAFETY: every byte belongs to a field, and every field takes any bytes.\n#[allow(unsafe_code)]\nunsafe impl ::aya::Pod for {name} {{}}\n",
        );
    }
    write_assertions(out, ty, name, &members);
}

/// Comparison and hash of what Go compares: padding may hold anything.
fn write_comparison(out: &mut String, name: &str, members: &[Member]) {
    let fields = || members.iter().filter(|member| member.doc.is_some());
    // A line for each field, which rustfmt leaves alone.
    let equal: Vec<String> = fields()
        .map(|Member { name, .. }| format!("        equal &= self.{name} == other.{name};\n"))
        .collect();
    let (other, state, equal) = match &equal[..] {
        [] => ("_", "_", "        true\n".to_owned()),
        _ => (
            "other",
            "state",
            format!(
                "        let mut equal = true;\n{}        equal\n",
                equal.concat()
            ),
        ),
    };
    let hash: String = fields()
        .map(|Member { name, .. }| {
            format!("        ::core::hash::Hash::hash(&self.{name}, state);\n")
        })
        .collect();
    let body = if hash.is_empty() {
        hash
    } else {
        format!("\n{hash}    ")
    };
    _ = write!(
        out,
        "\nimpl ::core::cmp::PartialEq for {name} {{\n    fn eq(&self, {other}: &Self) -> bool {{\n{equal}    }}\n}}\n\
         \nimpl ::core::cmp::Eq for {name} {{}}\n\
         \nimpl ::core::hash::Hash for {name} {{\n    fn hash<H: ::core::hash::Hasher>(&self, {state}: &mut H) {{{}}}\n}}\n",
        body
    );
}

/// Whether a struct has numbers among its fields that are not equal to themselves.
fn holds_floats(ty: &Struct, types: &Types) -> bool {
    ty.fields.iter().any(|field| is_float(&field.ty, types))
}

fn is_float(ty: &Type, types: &Types) -> bool {
    match ty {
        Type::Float { .. } => true,
        Type::Array { element, .. } => is_float(element, types),
        Type::Struct(index) => holds_floats(&types.structs[*index], types),
        Type::Named { of, .. } => is_float(of, types),
        _ => false,
    }
}

/// The type without its names.
fn plain(ty: &Type) -> &Type {
    match ty {
        Type::Named { of, .. } => plain(of),
        other => other,
    }
}

/// The fields with named padding between them and at the end. A blank field of Go is padding too.
fn members(ty: &Struct, names: &Names) -> Vec<Member> {
    let fields: Vec<&Field> = ty.fields.iter().filter(|field| field.name != "_").collect();
    let wishes: Vec<String> = fields.iter().map(|field| snake(&field.name)).collect();
    let mut members = Vec::new();
    let (mut end, mut paddings) = (0, 0);
    let mut pad = |members: &mut Vec<Member>, from: u64, to: u64| {
        if from < to {
            members.push(Member {
                doc: None,
                name: format!("_padding{paddings}"),
                ty: format!("[u8; {}]", number(to - from)),
                zero: format!("[0; {}]", number(to - from)),
                offset: from,
            });
            paddings += 1;
        }
    };
    for (field, name) in fields.into_iter().zip(unique(&wishes)) {
        pad(&mut members, end, field.offset);
        end = field.offset + names.types.size_of(&field.ty);
        members.push(Member {
            doc: Some(format!("{} in Go{}.", code(&field.name), remark(&field.ty))),
            name,
            ty: names.rust(&field.ty),
            zero: names.zero(&field.ty),
            offset: field.offset,
        });
    }
    pad(&mut members, end, ty.size);
    members
}

/// The struct literal of zeros, laid out as rustfmt does.
fn literal(members: &[Member]) -> String {
    let fields: Vec<String> = members
        .iter()
        .map(|member| format!("{}: {}", member.name, member.zero))
        .collect();
    let line = fields.join(", ");
    match line.len() {
        0 => "Self {}".to_owned(),
        // rustfmt's `struct_lit_width`.
        1..=18 => format!("Self {{ {line} }}"),
        _ => format!("Self {{\n        {},\n    }}", fields.join(",\n        ")),
    }
}

/// The layout is the kernel side's: where Rust has another one, the build must stop.
fn write_assertions(out: &mut String, ty: &Struct, name: &str, members: &[Member]) {
    out.push_str("\nconst _: () = {\n");
    let mut assert = |left: String, right: u64| {
        let condition = format!("{left} == {}", number(right));
        if condition.len() + "    assert!();".len() <= super::text::WIDTH {
            _ = writeln!(out, "    assert!({condition});");
        } else {
            _ = writeln!(out, "    assert!(\n        {condition}\n    );");
        }
    };
    assert(format!("::core::mem::size_of::<{name}>()"), ty.size);
    for member in members {
        assert(
            format!("::core::mem::offset_of!({name}, {})", member.name),
            member.offset,
        );
    }
    out.push_str("};\n");
}

/// What Rust's type does not say.
pub(super) fn remark(ty: &Type) -> &'static str {
    match ty {
        Type::Bool => ", a `bool`: 0 or 1",
        Type::Pointer => ", a pointer, which means nothing in user space",
        Type::Array { element, .. } if **element == Type::Bool => ", an array of `bool`: 0 or 1",
        Type::Array { element, .. } if **element == Type::Pointer => {
            ", an array of pointers, which mean nothing in user space"
        }
        _ => "",
    }
}

fn lints(name: &str) -> &'static str {
    if name.chars().any(|c| c.is_ascii_lowercase()) {
        "dead_code"
    } else {
        "dead_code, clippy::upper_case_acronyms"
    }
}

/// The names that the structs would have if no other type were there: Go's, with the package's name before it where
/// two packages have a struct of one name, and for an anonymous struct that of the place where it is used.
fn struct_wishes(object: &Object) -> Vec<String> {
    let structs = &object.types.structs;
    let mut wishes: Vec<String> = structs
        .iter()
        .map(|ty| {
            let twin = |other: &&Struct| other.name == ty.name && other.go_name != ty.go_name;
            match package(&ty.go_name) {
                _ if ty.name.is_empty() => String::new(),
                Some(package) if package != "main" && structs.iter().any(|other| twin(&other)) => {
                    camel(&format!("{package}_{}", ty.name))
                }
                _ => camel(&ty.name),
            }
        })
        .collect();
    // A struct stands after those that it contains: from the last to the first, the container has its name already.
    for index in (0..structs.len())
        .rev()
        .filter(|index| structs[*index].name.is_empty())
    {
        let place = uses(object)
            .into_iter()
            .find(|(_, ty)| contains(ty, index))
            .map(|(place, _)| place);
        wishes[index] = match place {
            Some(Place::Named(name)) => camel(&name),
            Some(Place::Field(container, field)) => {
                format!("{}{}", wishes[container], camel(field))
            }
            None => "Anonymous".to_owned(),
        };
    }
    wishes
}

/// `example.com/probe/wire.Pair[main.Key]` → `wire`.
fn package(go_name: &str) -> Option<&str> {
    let path = go_name.split('[').next()?.rsplit_once('.')?.0;
    path.rsplit('/').next()
}

/// Where a type is used.
enum Place<'a> {
    Named(String),
    Field(usize, &'a str),
}

/// All places that name a type, in a fixed order.
fn uses(object: &Object) -> Vec<(Place<'_>, &Type)> {
    let mut uses = Vec::new();
    for map in &object.maps {
        let named = |part: &str| Place::Named(format!("{}_{part}", map.name));
        uses.extend(map.key.iter().map(|ty| (named("key"), ty)));
        uses.extend(map.value.iter().map(|ty| (named("value"), ty)));
    }
    for variable in object
        .data_sections
        .iter()
        .flat_map(|section| &section.variables)
    {
        uses.extend(
            variable
                .ty
                .iter()
                .map(|ty| (Place::Named(variable.name.clone()), ty)),
        );
    }
    for (index, ty) in object.types.structs.iter().enumerate() {
        uses.extend(
            ty.fields
                .iter()
                .map(|field| (Place::Field(index, &field.name), &field.ty)),
        );
    }
    uses
}

fn contains(ty: &Type, index: usize) -> bool {
    match ty {
        Type::Struct(other) => *other == index,
        Type::Array { element, .. } => contains(element, index),
        Type::Named { of, .. } => contains(of, index),
        _ => false,
    }
}

fn collect_aliases<'a>(ty: &'a Type, aliases: &mut Vec<Alias<'a>>) {
    match ty {
        Type::Array { element, .. } => collect_aliases(element, aliases),
        Type::Named { name, of } => {
            if !aliases
                .iter()
                .any(|alias| alias.go == name && alias.of == of.as_ref())
            {
                aliases.push(Alias {
                    go: name,
                    of,
                    rust: String::new(),
                });
            }
            collect_aliases(of, aliases);
        }
        _ => {}
    }
}
