//! Enumerations: integer types of their own, with the constants of their packages that have them.

use std::collections::BTreeMap;

use tinybpf_core::{GoType, Position};

use super::{
    Text,
    constants::{Constants, Declared, Literal, Value},
    is_core,
    parser::Declaration,
};

/// A named integer type that has constants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Enumeration {
    /// The size of the integer in bytes, and whether it is signed.
    pub(crate) size: u64,
    pub(crate) signed: bool,
    /// In the order of the sources.
    pub(crate) constants: Vec<Constant>,
    /// The names of constants whose values are more than arithmetic of integers.
    pub(crate) unknown: Vec<String>,
}

/// A constant of an [`Enumeration`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Constant {
    pub(crate) name: String,
    pub(crate) value: i128,
    pub(crate) position: Position,
}

/// The enumerations by the names of their types.
pub(super) fn read(
    texts: &[Text],
    constants: &mut Constants,
    declared: &BTreeMap<String, Declaration>,
) -> BTreeMap<String, Enumeration> {
    let mut found = BTreeMap::new();
    // The values of the kernel's enums come from the kernel.
    for (name, declaration) in declared.iter().filter(|(name, _)| !is_core(name)) {
        if let Some((bits, signed)) = integer(&declaration.ty, declared, 0) {
            constants.know(name, bits, signed);
            if declaration.is_alias {
                continue;
            }
            let enumeration = Enumeration {
                size: u64::from(bits / 8),
                signed,
                constants: Vec::new(),
                unknown: Vec::new(),
            };
            found.insert(name.clone(), enumeration);
        }
    }
    let mut all: Vec<(&str, &Declared)> = constants.iter().collect();
    all.sort_by_key(|(_, declared)| declared.order);
    for (name, constant) in all {
        let value = constants.value(constant);
        let ty = value.as_ref().map_or(&constant.ty, |value| &value.ty);
        let Some(ty) = ty.as_deref().map(|ty| without_aliases(ty, declared)) else {
            continue;
        };
        let (package, local) = name.rsplit_once('.').unwrap_or(("", name));
        let of_package = ty.rsplit_once('.').is_some_and(|(of, _)| of == package);
        let Some(enumeration) = found.get_mut(ty).filter(|_| of_package) else {
            continue;
        };
        match value {
            Some(Value {
                literal: Literal::Integer(value),
                ..
            }) => enumeration.constants.push(Constant {
                name: local.to_owned(),
                value,
                position: texts[constant.file].position(constant.line),
            }),
            _ => enumeration.unknown.push(local.to_owned()),
        }
    }
    found.retain(|_, enumeration| !enumeration.constants.is_empty());
    found
}

/// The type that an alias is another name for.
pub(super) fn without_aliases<'a>(
    name: &'a str,
    declared: &'a BTreeMap<String, Declaration>,
) -> &'a str {
    // Go has no circles here, but what is read need not be Go.
    let mut name = name;
    for _ in 0..declared.len() {
        match declared.get(name) {
            Some(Declaration {
                ty: GoType::Named(of),
                is_alias: true,
                ..
            }) => name = of,
            _ => break,
        }
    }
    name
}

/// The bits of a type that is an integer, and whether it is signed.
fn integer(
    ty: &GoType,
    declared: &BTreeMap<String, Declaration>,
    depth: usize,
) -> Option<(u32, bool)> {
    const DEEP: usize = 16;
    match ty {
        GoType::Int { bits, signed } => Some((*bits, *signed)),
        GoType::Named(name) if depth < DEEP => {
            integer(&declared.get(name)?.ty, declared, depth + 1)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Text, of_texts};

    /// What is read of package main, and of a package `example.com/wire` beside it.
    fn enumerations(main: &[&str]) -> Vec<String> {
        let wire = "package wire\n\ntype Kind int8\n\nconst Gone Kind = -1\nconst Here = Kind(1)\n";
        let files = main.iter().zip(["a.go", "b.go"]);
        let mut texts: Vec<Text> = files
            .map(|(source, file)| Text::new("main", file, source))
            .collect();
        texts.push(Text::new("example.com/wire", "wire.go", wire));
        let found = of_texts(&texts).enumerations;
        let lines = found.iter().map(|(name, enumeration)| {
            let constants = enumeration.constants.iter();
            let constants = constants.map(|constant| {
                let at = &constant.position;
                format!(
                    "{} {} {}:{}",
                    constant.name, constant.value, at.file, at.line
                )
            });
            format!(
                "{name} {}{}: {}{}",
                if enumeration.signed { 'i' } else { 'u' },
                enumeration.size * 8,
                constants.collect::<Vec<_>>().join(", "),
                enumeration.unknown.concat()
            )
        });
        lines.collect()
    }

    const WIRE: &str = "example.com/wire.Kind i8: Gone -1 wire.go:5, Here 1 wire.go:6";

    #[test]
    fn constants_that_count() {
        let found = enumerations(&[
            "package main

type Verdict uint8

const (
\tAllow Verdict = iota
\t_ // 1 is taken
\tDeny
\tsize = 7
\tAudit = Verdict(iota + size)
\tAll = Allow | Deny
)

const Plain, Other = 1, Deny
",
            "package main\n\nconst Late Verdict = Verdict(LateValue)\nconst LateValue = 1 << 7\n",
        ]);
        let verdict = "main.Verdict u8: Allow 0 a.go:6, Deny 2 a.go:8, Audit 11 a.go:10, All 2 a.go:11, \
                       Other 2 a.go:14, Late 128 b.go:3";
        assert_eq!(found, [WIRE, verdict]);
    }

    #[test]
    fn constants_that_shift_and_lists_that_repeat() {
        let found = enumerations(&["package main

import w \"example.com/wire\"

type (
\tFlag uint16
\tNumber = Flag
\tname string
\tKind w.Kind
\tNone uint8
)

const (
\tA, B Flag = 1 << iota, 1 << (iota + 8)
\tC, _
\t_, D
)
const E Number = ^Number(0)
const F = name(\"no integer\")
const G = w.Gone
const H Kind = Kind(w.Gone) // a type of its own
const I None = 1.5
const J Flag = Flag(len(\"abc\"))

func f() { const local Flag = 3 }
"]);
        let flag = "main.Flag u16: A 1 a.go:14, B 256 a.go:14, C 2 a.go:15, D 1024 a.go:16, E 65535 a.go:18J";
        assert_eq!(found, [WIRE, flag, "main.Kind i8: H -1 a.go:21"]);
    }
}
