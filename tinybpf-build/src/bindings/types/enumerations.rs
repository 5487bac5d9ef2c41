//! Integer types with constants: a type of its own around the integer, since any number may come from the kernel's side.

use std::fmt::Write;

use super::names::{Named, Names};
use crate::{
    bindings::{
        Input,
        names::{screaming, unique},
        text::{code, integer, origin},
    },
    tinygo::{Constant, Enumeration},
};

/// Writes a type with its constants.
pub(super) fn write(
    out: &mut String,
    named: &Named,
    enumeration: &Enumeration,
    names: &Names,
    input: &Input,
) {
    let Named {
        go_name, of, rust, ..
    } = named;
    let constants = with_names(rust, enumeration);
    _ = write!(
        out,
        "\n/// {} in {}{}, with its constants.\n",
        code(go_name),
        input.source.name(),
        origin(names.position(go_name), input)
    );
    if !enumeration.unknown.is_empty() {
        let unknown: Vec<String> = enumeration.unknown.iter().map(|name| code(name)).collect();
        _ = write!(
            out,
            "///\n/// Not among them, as more than arithmetic of integers gives their values: {}.\n",
            unknown.join(", ")
        );
    }
    _ = write!(
        out,
        "#[repr(transparent)]\n#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]\n\
         #[allow({})]\npub struct {rust}(pub {});\n\n#[allow(dead_code)]\nimpl {rust} {{\n",
        super::lints(rust),
        names.rust(of),
    );
    for (at, (constant, name)) in constants.iter().enumerate() {
        _ = write!(
            out,
            "{}    /// {} in {}{}.\n    pub const {name}: Self = Self({});\n",
            if at == 0 { "" } else { "\n" },
            code(&constant.name),
            input.source.name(),
            origin(Some(&constant.position), input),
            integer(constant.value),
        );
    }
    out.push_str("}\n");
    write_debug(out, rust, &constants);
    if input.aya {
        super::write_pod(out, rust);
    }
}

/// The constants with their Rust names. The name of the type stands before them anyway.
fn with_names<'e>(rust: &str, enumeration: &'e Enumeration) -> Vec<(&'e Constant, String)> {
    let prefix = format!("{}_", screaming(rust));
    let wishes: Vec<String> = enumeration
        .constants
        .iter()
        .map(|constant| {
            let name = screaming(&constant.name);
            match name.strip_prefix(&prefix) {
                Some(rest) if !rest.starts_with(|c: char| c.is_ascii_digit()) => rest.to_owned(),
                _ => name,
            }
        })
        .collect();
    enumeration.constants.iter().zip(unique(&wishes)).collect()
}

/// Shows the constant's name; of several with one value, the first one's.
fn write_debug(out: &mut String, rust: &str, constants: &[(&Constant, String)]) {
    _ = write!(
        out,
        "\nimpl ::core::fmt::Debug for {rust} {{\n    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {{\n        let name = match *self {{\n"
    );
    for (at, (constant, name)) in constants.iter().enumerate() {
        let mut before = constants[..at].iter();
        if !before.any(|(other, _)| other.value == constant.value) {
            _ = writeln!(out, "            Self::{name} => {name:?},");
        }
    }
    _ = write!(
        out,
        "            Self(other) => return f.debug_tuple({rust:?}).field(&other).finish(),\n        }};\n        f.write_str(name)\n    }}\n}}\n"
    );
}
