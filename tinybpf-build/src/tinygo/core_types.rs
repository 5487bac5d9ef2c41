//! Reads from Go sources what the IR does not tell of types: the struct tags of CO-RE types, and the fields of types that no variable
//! has.
//!
//! TinyGo parses and checks the sources; what is read here is known to be Go. Of that, only declarations of types, constants
//! and imports matter.

mod constants;
mod enumerations;
mod exported;
mod parser;

use std::{collections::BTreeMap, fs, path::PathBuf};

use tinybpf_core::{CoreField, CoreType, GoType, Position};

use self::{
    constants::Constants,
    parser::{Declaration, File},
};
pub(crate) use self::{
    enumerations::{Constant, Enumeration},
    exported::{Exported, Plain},
};

/// A Go file and the name that the IR has for its package: `main`, or the import path.
pub(super) type Source = (String, PathBuf);

/// What Go sources say of types that is not in the IR.
#[derive(Clone, Debug, Default)]
pub(crate) struct Declarations {
    pub(crate) core_types: Vec<CoreType>,
    /// Where types are declared, by their names.
    pub(crate) positions: BTreeMap<String, Position>,
    /// The integer types with constants, by their names.
    pub(crate) enumerations: BTreeMap<String, Enumeration>,
    /// The constants that package main exports, by their names.
    pub(crate) exported: BTreeMap<String, Exported>,
}

impl Declarations {
    /// Adds those of another package. Packages that are linked are all called `main`: what they say differently of one name
    /// is of no use.
    pub(crate) fn add(&mut self, other: Self) {
        self.core_types.extend(other.core_types);
        add(&mut self.positions, other.positions);
        add(&mut self.enumerations, other.enumerations);
        add(&mut self.exported, other.exported);
    }
}

fn add<T: PartialEq>(to: &mut BTreeMap<String, T>, other: BTreeMap<String, T>) {
    for (name, value) in other {
        if to.get(&name).is_some_and(|known| *known != value) {
            to.remove(&name);
        } else {
            to.insert(name, value);
        }
    }
}

/// A Go file.
struct Text {
    /// The name that the IR has for its package.
    package: String,
    file: String,
    source: String,
}

impl Text {
    fn new(package: &str, file: &str, source: &str) -> Self {
        Self {
            package: package.to_owned(),
            file: file.to_owned(),
            source: source.to_owned(),
        }
    }

    fn position(&self, line: u32) -> Position {
        Position {
            file: self.file.clone(),
            line,
            column: 1,
        }
    }
}

/// What the files declare. A file that cannot be read is TinyGo's to report.
pub(super) fn read(sources: &[Source]) -> Declarations {
    let texts = sources.iter().filter_map(|(package, path)| {
        let source = fs::read(path).ok()?;
        let source = String::from_utf8_lossy(&source);
        Some(Text::new(package, &path.to_string_lossy(), &source))
    });
    of_texts(&texts.collect::<Vec<_>>())
}

fn of_texts(texts: &[Text]) -> Declarations {
    let mut constants = Constants::default();
    for (file, text) in texts.iter().enumerate() {
        parser::constants(text, file, &mut constants);
    }
    let (mut declared, mut positions) = (BTreeMap::new(), BTreeMap::new());
    for text in texts {
        let File { types } = parser::parse(text, &mut constants);
        for (name, declaration) in types {
            positions.insert(name.clone(), text.position(declaration.line));
            if !declaration.is_generic {
                declared.insert(name, declaration);
            }
        }
    }
    let core_types = declared.iter().filter_map(|(name, declaration)| {
        if is_core(name) {
            Some(core_type(name, declaration, &declared))
        } else {
            plain_type(name, declaration, &declared)
        }
    });
    let core_types = core_types.collect();
    let enumerations = enumerations::read(texts, &mut constants, &declared);
    Declarations {
        core_types,
        exported: exported::read(texts, &constants, &declared, &enumerations),
        enumerations,
        positions,
    }
}

/// A type that is no view of the kernel's, if its layout can be told.
fn plain_type(
    name: &str,
    declaration: &Declaration,
    declared: &BTreeMap<String, Declaration>,
) -> Option<CoreType> {
    if !is_plain(&declaration.ty, declared, 0) {
        return None;
    }
    let mut plain = CoreType::new(name);
    match &declaration.ty {
        GoType::Struct(fields) => plain.fields.clone_from(fields),
        other => plain.of = Some(other.clone()),
    }
    Some(plain)
}

/// Whether a type's layout follows from what was read.
fn is_plain(ty: &GoType, declared: &BTreeMap<String, Declaration>, depth: usize) -> bool {
    const DEEP: usize = 16;
    match ty {
        GoType::Named(name) => declared
            .get(name)
            .is_some_and(|other| depth < DEEP && is_plain(&other.ty, declared, depth + 1)),
        GoType::Array(element, _) => is_plain(element, declared, depth),
        GoType::Struct(fields) => fields
            .iter()
            .all(|field| is_plain(&field.ty, declared, depth)),
        GoType::Int { .. } | GoType::Bool | GoType::Pointer(_) => true,
        _ => false,
    }
}

fn is_core(name: &str) -> bool {
    let local = name.rsplit('.').next().unwrap_or_default();
    ["bpfCore", "BpfCore"]
        .iter()
        .any(|prefix| local.len() > prefix.len() && local.starts_with(prefix))
}

fn core_type(
    name: &str,
    declaration: &Declaration,
    declared: &BTreeMap<String, Declaration>,
) -> CoreType {
    let mut core = CoreType::new(name);
    core.kernel_name.clone_from(&declaration.kernel_name);
    if let GoType::Struct(fields) = &declaration.ty {
        core.fields = fields
            .iter()
            .map(|field| resolved(field, declared, 0))
            .collect();
    }
    core
}

fn resolved(
    field: &CoreField,
    declared: &BTreeMap<String, Declaration>,
    depth: usize,
) -> CoreField {
    let mut field = field.clone();
    field.ty = resolve(field.ty, declared, depth);
    field
}

/// A type with the names of types that are no views of the kernel's replaced by what they are.
fn resolve(ty: GoType, declared: &BTreeMap<String, Declaration>, depth: usize) -> GoType {
    // Types refer to themselves behind pointers.
    const DEEP: usize = 8;
    match ty {
        GoType::Named(name) if !is_core(&name) => match declared.get(&name) {
            Some(declaration) if depth < DEEP => {
                resolve(declaration.ty.clone(), declared, depth + 1)
            }
            _ => GoType::Other(name),
        },
        GoType::Pointer(Some(to)) => match resolve(*to, declared, depth + 1) {
            GoType::Other(_) => GoType::Pointer(None),
            to => GoType::Pointer(Some(Box::new(to))),
        },
        GoType::Array(element, len) => {
            GoType::Array(Box::new(resolve(*element, declared, depth)), len)
        }
        GoType::Struct(fields) => GoType::Struct(
            fields
                .iter()
                .map(|field| resolved(field, declared, depth + 1))
                .collect(),
        ),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<CoreType> {
        let kern = "package kern\n\ntype BpfCoreSock struct{ SkState byte }\ntype State int16\nconst (\n\tHalf = Quarter * 2\n\tQuarter uint = 4)\n";
        of_texts(&[
            Text::new("main", "main.go", text),
            Text::new("example.com/kern", "kern.go", kern),
        ])
        .core_types
    }

    #[test]
    fn structs_with_tags() {
        let types = read(
            r#"package main

import (
	"unsafe"
	k "example.com/kern"
)

const (
	commLen = 2 * k.Half // TASK_COMM_LEN
	other   = commLen + 1
)

type pid = int32

/* type bpfCoreHidden struct{} */
type bpfCoreTaskStruct struct {
	_      struct{} `core:"task_struct___v2"`
	Pid, Tgid pid
	Comm   [commLen]byte "json:\"comm\" core:\"comm_name\""
	Parent *bpfCoreTaskStruct
	Mm     unsafe.Pointer; State k.State
	k.BpfCoreSock
	U      struct {
		A uint16
		B *[2]*other
	} `core:"u"`
	Run    func(a int, b struct{ c int }) (int, error)
	Name   string
}

type (
	bpfCorePidType uint32
	bpfCoreUnion   struct {
		_ int `core:"union bpf_attr"`
	}
	notCore struct{ Pid int32 }
)

func use() {
	type bpfCoreLocal struct{ X int }
	s := "type bpfCoreString struct {"
	r := '"'
	_ = `raw " type bpfCoreRaw struct {`
}
"#,
        );
        let names: Vec<_> = types.iter().map(|ty| ty.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "example.com/kern.BpfCoreSock",
                "example.com/kern.State",
                "main.bpfCorePidType",
                "main.bpfCoreTaskStruct",
                "main.bpfCoreUnion",
                "main.notCore",
                "main.pid",
            ]
        );
        let task = &types[3];
        assert_eq!(task.kernel_name.as_deref(), Some("task_struct___v2"));
        let int = |bits, signed| GoType::Int { bits, signed };
        assert_eq!(types[1].of, Some(int(16, true)));
        let fields: Vec<_> = task
            .fields
            .iter()
            .map(|f| (f.name.as_str(), f.kernel_name.as_deref(), f.ty.clone()))
            .collect();
        let parent = GoType::Named("main.bpfCoreTaskStruct".to_owned());
        let mut inner = vec![CoreField::new("A", int(16, false))];
        inner.push(CoreField::new(
            "B",
            GoType::Pointer(Some(Box::new(GoType::Array(
                Box::new(GoType::Pointer(None)),
                2,
            )))),
        ));
        assert_eq!(
            fields,
            [
                ("_", None, GoType::Struct(Vec::new())),
                ("Pid", None, int(32, true)),
                ("Tgid", None, int(32, true)),
                (
                    "Comm",
                    Some("comm_name"),
                    GoType::Array(Box::new(int(8, false)), 16)
                ),
                ("Parent", None, GoType::Pointer(Some(Box::new(parent)))),
                ("Mm", None, GoType::Pointer(None)),
                ("State", None, int(16, true)),
                (
                    "BpfCoreSock",
                    None,
                    GoType::Named("example.com/kern.BpfCoreSock".to_owned())
                ),
                ("U", Some("u"), GoType::Struct(inner)),
                ("Run", None, GoType::Other("func".to_owned())),
                ("Name", None, GoType::Other("string".to_owned())),
            ]
        );
        assert_eq!(types[4].kernel_name.as_deref(), Some("union bpf_attr"));
    }

    #[test]
    fn unfinished_code_is_no_panic() {
        for text in [
            "type bpfCoreX struct {",
            "type bpfCoreX",
            "type (",
            "type bpfCoreX struct { A [",
            "const x = `",
            "type bpfCoreX struct { A map[string]struct{",
            "type bpfCoreX[T any] struct { A T }",
            "'",
            "type bpfCoreX struct { A, , B int \"",
        ] {
            let _ = read(text);
        }
    }
}
