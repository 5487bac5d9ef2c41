//! `#[repr(C)]` twins of the Go structs, with every byte of padding spelled out.
//!
//! A Go `bool` becomes `u8`: the byte comes from kernel memory, and a Rust `bool` that is neither 0 nor 1 would be
//! undefined behaviour. With that, any bytes are a valid value of every type here, which is what `aya::Pod` asks for.

mod enumerations;
mod names;

use std::fmt::Write;

use tinybpf_core::{Field, Struct, Type, Types};

pub(super) use self::names::Names;

use super::{
    Input, Source,
    names::{snake, unique},
    text::{bytes, code, item, number, origin},
};

/// Writes all types.
pub(super) fn write(out: &mut String, names: &Names, input: &Input) {
    for named in &names.named {
        if let Some(enumeration) = named.enumeration {
            enumerations::write(out, named, enumeration, names, input);
            continue;
        }
        _ = write!(
            out,
            "\n/// {} in {}{}{}.\n#[allow(dead_code)]\n{}",
            code(&named.go_name),
            input.source.name(),
            remark(&named.of),
            origin(names.position(&named.go_name), input),
            item(
                &format!("pub type {} =", named.rust),
                &format!("{};", names.rust(&named.of)),
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
    let position = ty.position.as_ref().or(names.position(&ty.go_name));
    let members = members(ty, names, input.source);
    let is_padded = members.iter().any(|member| member.doc.is_none());
    let compares = !holds_floats(ty, names.types);
    let derived = if compares && !is_padded {
        ", PartialEq, Eq, Hash"
    } else {
        ""
    };
    _ = write!(
        out,
        "\n/// {what} in {}{}: {}.\n#[repr(C)]\n#[derive(Clone, Copy, Debug{derived})]\n#[allow({})]\npub struct {name} {{",
        input.source.name(),
        origin(position, input),
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
        "\n#[allow(dead_code)]\nimpl {name} {{\n    /// Every field zero{}.\n    pub const ZERO: Self = {};\n}}\n",
        match input.source {
            Source::Go => ": Go's zero value",
            Source::Object => "",
        },
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
        write_pod(out, name);
    }
    write_assertions(out, ty, name, &members);
}

fn write_pod(out: &mut String, name: &str) {
    _ = write!(
        out,
        "\n// SAFETY: every byte belongs to a field, and every field takes any bytes.\n#[allow(unsafe_code)]\nunsafe impl ::aya::Pod for {name} {{}}\n",
    );
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
fn members(ty: &Struct, names: &Names, source: Source) -> Vec<Member> {
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
            doc: Some(format!(
                "{} in {}{}.",
                code(&field.name),
                source.name(),
                remark(&field.ty)
            )),
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
