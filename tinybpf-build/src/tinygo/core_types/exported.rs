//! The constants that package main exports, though nothing can import it: they are for the other side of the border.

use std::collections::BTreeMap;

use tinybpf_core::{GoType, Position};

use super::{
    Text,
    constants::{Constants, Literal},
    enumerations::{Enumeration, without_aliases},
    is_core,
    parser::{self, Declaration},
};

/// An exported constant of package main.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Exported {
    /// None if it is a floating-point number, or more than arithmetic of integers, strings and bools.
    pub(crate) value: Option<Plain>,
    /// The enumeration that it is a constant of.
    pub(crate) of: Option<String>,
    pub(crate) position: Position,
}

/// A value, and how much room its type has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Plain {
    Integer {
        value: i128,
        bits: u32,
        signed: bool,
    },
    Bool(bool),
    Text(String),
}

/// The constants by their names. The values of the kernel's enums, which come from the kernel, are not among them.
pub(super) fn read(
    texts: &[Text],
    constants: &Constants,
    declared: &BTreeMap<String, Declaration>,
    enumerations: &BTreeMap<String, Enumeration>,
) -> BTreeMap<String, Exported> {
    let mut found = BTreeMap::new();
    for (name, constant) in constants.iter() {
        let local = name.strip_prefix("main.").unwrap_or_default();
        if !local.starts_with(char::is_uppercase) {
            continue;
        }
        let value = constants.value(constant);
        let ty = value.as_ref().map_or(&constant.ty, |value| &value.ty);
        let ty = ty.as_deref().map(|ty| without_aliases(ty, declared));
        if ty.is_some_and(is_core) {
            continue;
        }
        let of = ty.filter(|ty| ty.starts_with("main.") && enumerations.contains_key(*ty));
        let exported = Exported {
            value: value
                .as_ref()
                .and_then(|value| plain(&value.literal, ty, declared)),
            of: of.map(str::to_owned),
            position: texts[constant.file].position(constant.line),
        };
        found.insert(local.to_owned(), exported);
    }
    found
}

/// A constant's value with the size that its type has; none for types that are not known, and floating-point ones.
fn plain(
    literal: &Literal,
    ty: Option<&str>,
    declared: &BTreeMap<String, Declaration>,
) -> Option<Plain> {
    let of = match ty {
        Some(ty) => Some(underlying(ty, declared)?),
        None => None,
    };
    match (literal, of) {
        (&Literal::Integer(value), Some(GoType::Int { bits, signed })) => Some(Plain::Integer {
            value,
            bits,
            signed,
        }),
        (&Literal::Integer(value), None) => {
            let signed = i64::try_from(value).is_ok();
            (signed || u64::try_from(value).is_ok()).then_some(Plain::Integer {
                value,
                bits: 64,
                signed,
            })
        }
        (&Literal::Bool(is), None | Some(GoType::Bool)) => Some(Plain::Bool(is)),
        (Literal::Text(text), None) => Some(Plain::Text(text.clone())),
        (Literal::Text(text), Some(GoType::Other(ty))) if ty == "string" => {
            Some(Plain::Text(text.clone()))
        }
        _ => None,
    }
}

/// The basic type that a type is made of.
fn underlying(ty: &str, declared: &BTreeMap<String, Declaration>) -> Option<GoType> {
    // Go has no circles here, but what is read need not be Go.
    let mut name = ty;
    for _ in 0..=declared.len() {
        match declared.get(name) {
            Some(Declaration {
                ty: GoType::Named(of),
                ..
            }) => name = of,
            Some(declaration) => return Some(declaration.ty.clone()),
            None => return parser::basic(name),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Text, of_texts},
        Plain,
    };

    #[test]
    fn constants_with_the_types_of_their_own_and_without() {
        let main = r#"package main

import "example.com/wire"

type verdict uint8
type name string
type bpfCoreKind uint32
type size = uint16

const (
	Max, hidden = 1 << 8, 2
	Huge        = 1<<64 - 1
	TooHuge     = 1 << 64
	Limit       uint32 = 10
	Low         size = ^size(0)
	Letter      = 'a'
	Name name   = "probe" + "\n"
	Debug       = Max > 200
	Ratio       = 2.5
	Float float64 = 2
	Length      = len("abc")
	Allow       verdict = 1
	OfKernel    bpfCoreKind = 3
	Gone        = wire.Gone
	Other       other.Type = 1
)

func f() { const Local = 3 }
"#;
        let wire = "package wire\n\ntype Kind int8\n\nconst Gone Kind = -1\nconst Here = 2\n";
        let texts = [
            Text::new("main", "a.go", main),
            Text::new("example.com/wire", "wire.go", wire),
        ];
        let found = of_texts(&texts).exported;
        let lines = found.iter().map(|(name, exported)| {
            let value = match &exported.value {
                None => "?".to_owned(),
                Some(Plain::Bool(is)) => is.to_string(),
                Some(Plain::Text(text)) => format!("{text:?}"),
                Some(Plain::Integer {
                    value,
                    bits,
                    signed,
                }) => format!("{}{bits} {value}", if *signed { 'i' } else { 'u' }),
            };
            let of = exported.of.iter().map(|of| format!(" of {of}"));
            let line = exported.position.line;
            format!("{line} {name} {value}{}", of.collect::<String>())
        });
        let mut lines: Vec<String> = lines.collect();
        lines.sort();
        assert_eq!(
            lines,
            [
                "11 Max i64 256",
                "12 Huge u64 18446744073709551615",
                "13 TooHuge ?",
                "14 Limit u32 10",
                "15 Low u16 65535",
                "16 Letter i64 97",
                "17 Name \"probe\\n\"",
                "18 Debug true",
                "19 Ratio ?",
                "20 Float ?",
                "21 Length ?",
                "22 Allow u8 1 of main.verdict",
                "24 Gone i8 -1",
                "25 Other ?",
            ]
        );
    }
}
