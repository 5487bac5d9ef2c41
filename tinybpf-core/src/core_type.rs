//! CO-RE types: Go views of the kernel's types, whose fields loaders find in the running kernel.

use crate::{
    kernel,
    names::{core_name, kernel_name},
};

/// What Go sources say of a CO-RE type (`bpfCoreTaskStruct`) or another named type beyond what is in the IR: TinyGo leaves struct
/// tags out, and describes only the types of variables that lie in registers or on its stack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct CoreType {
    /// The Go name with the import path of its package, as in the IR: `main.bpfCoreTaskStruct`.
    pub name: String,
    /// The kernel's name, where the one that follows from the Go name does not fit; `union NAME` for a union.
    pub kernel_name: Option<String>,
    /// The fields, all of them, in order; none for an integer type, which is a view of an enum.
    pub fields: Vec<CoreField>,
    /// What it is, for a type that is no view of the kernel's and no struct.
    pub of: Option<GoType>,
}

/// A field of a [`CoreType`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CoreField {
    /// The name in Go; of an embedded type the type's.
    pub name: String,
    /// The kernel's name, where the one that follows from the Go name does not fit.
    pub kernel_name: Option<String>,
    /// The type.
    pub ty: GoType,
    /// What the kernel is to know of the field (`contains:TYPE:FIELD`), from the struct tag `bpf:"…"`.
    pub tag: Option<String>,
}

/// A type as Go sources spell it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum GoType {
    /// An integer of so many bits.
    Int {
        /// Width in bits.
        bits: u32,
        /// Whether it is signed.
        signed: bool,
    },
    /// `bool`.
    Bool,
    /// A pointer; `None` for one to nothing known (`unsafe.Pointer`).
    Pointer(Option<Box<GoType>>),
    /// An array.
    Array(Box<GoType>, u64),
    /// A named type, with the import path of its package.
    Named(String),
    /// A struct without a name.
    Struct(Vec<CoreField>),
    /// A type that no kernel struct has, by its spelling: a slice, a map, an interface.
    Other(String),
}

impl CoreType {
    /// A type without fields.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }
}

impl CoreType {
    /// The kernel type that this is a view of, `struct task_struct` or `union bpf_attr`; `None` if it is of none. An enum counts as a struct.
    #[must_use]
    pub fn kernel_type(&self) -> Option<String> {
        let found = kernel_type(std::slice::from_ref(self), &self.name)?;
        let keyword = if found.is_union { "union" } else { "struct" };
        Some(format!("{keyword} {}", found.name))
    }

    /// The kernel's names of the fields, in order; an empty one for an embedded type.
    pub fn kernel_fields(&self) -> impl Iterator<Item = String> {
        let fields = self.fields.iter();
        fields.map(|field| kernel_field(std::slice::from_ref(self), &self.name, &field.name))
    }
}

impl CoreField {
    /// A field whose name in the kernel follows from its Go name.
    #[must_use]
    pub fn new(name: impl Into<String>, ty: GoType) -> Self {
        Self {
            name: name.into(),
            kernel_name: None,
            ty,
            tag: None,
        }
    }
}

/// What a CO-RE type is in the kernel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KernelType {
    pub(crate) name: String,
    pub(crate) is_union: bool,
}

/// The kernel type that a Go type of this name is a view of, if it is one.
pub(crate) fn kernel_type(types: &[CoreType], go_name: &str) -> Option<KernelType> {
    const UNION: &str = "union ";
    let known = types.iter().find(|ty| ty.name == go_name);
    if let Some(name) = known.and_then(|ty| ty.kernel_name.as_deref()) {
        let plain = name.strip_prefix(UNION);
        return Some(KernelType {
            name: plain.unwrap_or(name).trim().to_owned(),
            is_union: plain.is_some(),
        });
    }
    let name = core_name(go_name)?;
    let (name, is_union) = match name.strip_prefix("Union") {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_uppercase()) => (rest, true),
        _ => (name, false),
    };
    let name = kernel_name(name);
    Some(KernelType {
        name: iterator_context(known, &name).unwrap_or(name),
        is_union,
    })
}

/// The name of an iterator's context, of which Go names do not show that it has two underscores: `bpf_iter__task`. There is a
/// `bpf_iter_task`, too, for loops in programs, which has no field `meta`.
fn iterator_context(known: Option<&CoreType>, name: &str) -> Option<String> {
    let kind = name.strip_prefix("bpf_iter_")?;
    let (plain, _) = kind.split_once("___").unwrap_or((kind, ""));
    kernel::iterator(plain)?;
    let fields = known.map_or(&[][..], |ty| &ty.fields);
    let fits = fields.is_empty() || fields.iter().any(|field| field.name == "Meta");
    fits.then(|| format!("bpf_iter__{kind}"))
}

/// The kernel's name of a field; empty for an embedded type, whose fields count as the outer type's, as those of C's
/// anonymous members do.
pub(crate) fn kernel_field(types: &[CoreType], go_name: &str, field: &str) -> String {
    let known = types.iter().find(|ty| ty.name == go_name);
    let field_of = known.and_then(|ty| ty.fields.iter().find(|f| f.name == field));
    match field_of.and_then(|field| field.kernel_name.clone()) {
        Some(name) => name,
        // A field of that name is an embedded type: other fields are called otherwise.
        None if core_name(field).is_some() => String::new(),
        None => kernel_name(field),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kernel_types() {
        let mut tagged = CoreType::new("main.bpfCoreAttr");
        tagged.kernel_name = Some("union bpf_attr".to_owned());
        let types = [tagged];
        for (go, kernel) in [
            ("main.bpfCoreTaskStruct", Some(("task_struct", false))),
            ("main.bpfCoreUnionBpfAttr", Some(("bpf_attr", true))),
            ("main.bpfCoreUnionized", Some(("unionized", false))),
            ("main.bpfCoreAttr", Some(("bpf_attr", true))),
            ("main.bpfCoreBpfIterTask", Some(("bpf_iter__task", false))),
            ("main.bpfCoreBpfIterMeta", Some(("bpf_iter_meta", false))),
            (
                "main.bpfCoreBpfIterBpfMap___old",
                Some(("bpf_iter__bpf_map___old", false)),
            ),
            ("main.task", None),
        ] {
            let found = kernel_type(&types, go);
            let found = found.as_ref().map(|ty| (ty.name.as_str(), ty.is_union));
            assert_eq!(found, kernel, "{go}");
        }
    }

    #[test]
    fn kernel_fields() {
        let mut field = CoreField::new("Sk", GoType::Bool);
        field.kernel_name = Some("__sk".to_owned());
        let mut ty = CoreType::new("main.bpfCoreInetSock");
        ty.fields.push(field);
        for (go, kernel) in [("Sk", "__sk"), ("InetNum", "inet_num"), ("bpfCoreSock", "")] {
            assert_eq!(
                kernel_field(std::slice::from_ref(&ty), &ty.name, go),
                kernel
            );
        }
    }
}
