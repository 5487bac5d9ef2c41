//! Names of the kernel's in Go.

use std::collections::BTreeSet;

use crate::{
    CoreField, CoreType, GoType,
    core_type::{kernel_field, kernel_type},
    names::kernel_name,
};

/// Whether a package can be called so.
pub(super) fn is_package(name: &str) -> bool {
    let is_word = |c: char| c == '_' || c.is_alphanumeric();
    name.starts_with(|c: char| c == '_' || c.is_alphabetic())
        && name.chars().all(is_word)
        && (name == "main" || !RESERVED.contains(&name))
}

/// A name in Go, and whether a tag has to say the kernel's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) go: String,
    pub(super) tagged: bool,
}

/// The names of a struct's fields. Those that need no tag have the first choice.
pub(super) fn fields(kernel: &[&str]) -> Vec<Name> {
    let mut taken = BTreeSet::new();
    let mut names = vec![Name::default(); kernel.len()];
    for tagged in [false, true] {
        for (name, kernel) in names.iter_mut().zip(kernel) {
            let go = camel_case(kernel);
            let fits = kernel_field(&[], "", &go) == *kernel && !go.is_empty();
            if fits != tagged {
                let go = free(go, &taken);
                taken.insert(go.clone());
                *name = Name { go, tagged };
            }
        }
    }
    names
}

/// A name that nothing else has.
fn free(mut name: String, taken: &BTreeSet<String>) -> String {
    while taken.contains(&name) {
        name.push('_');
    }
    name
}

/// The names of types.
pub(super) struct TypeNames {
    prefix: &'static str,
    taken: BTreeSet<String>,
}

impl TypeNames {
    pub(super) fn new(package: &str) -> Self {
        Self {
            prefix: if package == "main" {
                "bpfCore"
            } else {
                "BpfCore"
            },
            taken: BTreeSet::new(),
        }
    }

    /// The name of a view of an enum. Loaders compare it with the kernel's; for one without a name it is all flavour, which they
    /// leave away.
    pub(super) fn of_enum(&mut self, kernel: &str, is_named: bool) -> Name {
        let spelling = spelling(kernel).filter(|_| is_named);
        self.take(
            spelling.unwrap_or_else(|| format!("___{}", camel_case(kernel))),
            false,
        )
    }

    /// The name that needs no tag, for a view of a struct or union with these fields.
    pub(super) fn plain(&self, kernel: &str, is_union: bool, fields: &[Name]) -> Option<String> {
        let go = self.choice(kernel, is_union);
        let mut view = CoreType::new(format!("main.{}{go}", self.prefix));
        let field = |name: &Name| CoreField::new(name.go.as_str(), GoType::Pointer(None));
        view.fields = fields.iter().map(field).collect();
        let found = kernel_type(std::slice::from_ref(&view), &view.name)?;
        let fits = found.name == kernel && found.is_union == is_union;
        (fits && !self.taken.contains(&format!("{}{go}", self.prefix))).then_some(go)
    }

    /// Any name.
    pub(super) fn choice(&self, kernel: &str, is_union: bool) -> String {
        let union = if is_union { "Union" } else { "" };
        format!("{union}{}", camel_case(kernel))
    }

    pub(super) fn take(&mut self, name: String, tagged: bool) -> Name {
        let go = free(format!("{}{name}", self.prefix), &self.taken);
        self.taken.insert(go.clone());
        Name { go, tagged }
    }
}

/// How Go spells the name of an enum, for which there is no tag: in CamelCase, or as the kernel does; `None` for one that has
/// capitals.
pub(super) fn spelling(kernel: &str) -> Option<String> {
    let is_it = |go: &String| {
        let found = kernel_type(&[], &format!("main.bpfCore{go}"));
        found.is_some_and(|found| found.name == kernel && !found.is_union)
    };
    let mut choices = [camel_case(kernel), kernel.to_owned()].into_iter();
    choices.find(is_it)
}

/// The names of constants, which are the kernel's but for those that Go or another enum has already.
#[derive(Default)]
pub(super) struct Constants {
    taken: BTreeSet<String>,
}

impl Constants {
    pub(super) fn name(&mut self, kernel: &str, of: &str) -> String {
        let mut name = kernel.to_owned();
        if RESERVED.contains(&kernel) || self.taken.contains(kernel) {
            name = format!("{kernel}___{of}");
        }
        let name = free(name, &self.taken);
        self.taken.insert(name.clone());
        name
    }
}

/// Go's keywords and what is declared everywhere (<https://go.dev/ref/spec#Predeclared_identifiers>), and what a file has besides.
const RESERVED: &[&str] = &[
    "_",
    "any",
    "append",
    "bool",
    "break",
    "byte",
    "cap",
    "case",
    "chan",
    "clear",
    "close",
    "comparable",
    "complex",
    "complex128",
    "complex64",
    "const",
    "continue",
    "copy",
    "default",
    "defer",
    "delete",
    "else",
    "error",
    "fallthrough",
    "false",
    "float32",
    "float64",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "imag",
    "import",
    "init",
    "int",
    "int16",
    "int32",
    "int64",
    "int8",
    "interface",
    "iota",
    "len",
    "main",
    "make",
    "map",
    "max",
    "min",
    "new",
    "nil",
    "package",
    "panic",
    "print",
    "println",
    "range",
    "real",
    "recover",
    "return",
    "rune",
    "select",
    "string",
    "struct",
    "switch",
    "true",
    "type",
    "uint",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
    "uintptr",
    "unsafe",
    "var",
];

/// `task_struct` → `TaskStruct`, `__state` → `State`.
fn camel_case(kernel: &str) -> String {
    let words = kernel.split(|c: char| !c.is_ascii_alphanumeric());
    let mut name = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        name.extend(word.chars().next().map(|c| c.to_ascii_uppercase()));
        name.push_str(&word[1..]);
    }
    if !name.starts_with(|c: char| c.is_ascii_uppercase()) {
        name.insert(0, 'X');
    }
    name
}

/// The name of what has none, after where it is.
pub(super) fn of_place(path: &str) -> String {
    kernel_name(&camel_case(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_map_back_or_have_a_tag() {
        let kernel = [
            "state",
            "__state",
            "i_ino",
            "d_u",
            "type",
            "32bit",
            "State",
            "bpf_core_x",
        ];
        let names = fields(&kernel);
        let names: Vec<_> = names
            .iter()
            .map(|name| (name.go.as_str(), name.tagged))
            .collect();
        assert_eq!(
            names,
            [
                ("State", false),
                ("State_", true),
                ("IIno", false),
                ("DU", true),
                ("Type", false),
                ("X32bit", true),
                ("State__", true),
                ("BpfCoreX", true),
            ]
        );
    }

    #[test]
    fn enums_are_spelled_or_not() {
        for (kernel, go) in [
            ("bpf_map_type", Some("BpfMapType")),
            ("__sk_action", Some("__sk_action")),
            ("union_kind", Some("union_kind")),
            ("OID", None),
        ] {
            assert_eq!(spelling(kernel).as_deref(), go, "{kernel}");
        }
    }

    #[test]
    fn constants_have_a_name_of_their_own() {
        let mut constants = Constants::default();
        assert_eq!(constants.name("IDLE", "a"), "IDLE");
        assert_eq!(constants.name("IDLE", "b"), "IDLE___b");
        assert_eq!(constants.name("nil", "b"), "nil___b");
    }
}
