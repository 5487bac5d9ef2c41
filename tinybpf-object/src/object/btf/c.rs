//! Types as C writes them, for people to read.
//!
//! Unlike `bpftool btf dump … format c` it leaves the types in the order of the object, without forward declarations: a reader wants
//! them as they are, a compiler gets the bindings. Damaged objects have types that contain themselves, so there is an end to how
//! deep one is followed.

use std::fmt::Write as _;

use super::{Btf, Kind, Member};

/// How many types a declaration goes through; the kernel's own limit for modifiers (`MAX_RESOLVE_DEPTH`) is the same.
const DEPTH: usize = 32;
/// How many anonymous structs stand within each other.
const NESTED: usize = 8;

impl Btf<'_> {
    /// The type behind typedefs and qualifiers.
    pub fn resolve(&self, mut id: u32) -> u32 {
        for _ in 0..DEPTH {
            id = match self.get(id).kind {
                Kind::Typedef { ty }
                | Kind::Const { ty }
                | Kind::Volatile { ty }
                | Kind::Restrict { ty }
                | Kind::TypeTag { ty } => ty,
                _ => break,
            };
        }
        id
    }

    /// A type as C names it: `struct task_struct *`, `__u32[4]`.
    pub fn type_name(&self, id: u32) -> String {
        let mut c = C { btf: self, open: 0 };
        c.declare(id, String::new(), "", 0)
    }

    /// The declaration of a variable, function or field: `char tag[6]`, `int visit(__u32 i, __u64 *sum)`.
    pub fn declaration(&self, id: u32, name: &str) -> String {
        let mut c = C { btf: self, open: 0 };
        c.declare(id, name.to_owned(), "", 0)
    }

    /// The definitions of all types that have a name, in the order of the object.
    pub fn definitions(&self) -> String {
        let mut out = String::new();
        for id in 1..self.types.len() as u32 {
            if let Some(definition) = self.definition(id) {
                out.push_str(&definition);
                out.push('\n');
            }
        }
        out
    }

    /// The definition of a type that has a name of its own; none for others, which stand where they are used.
    fn definition(&self, id: u32) -> Option<String> {
        let ty = self.get(id);
        let mut c = C { btf: self, open: 0 };
        let named = !ty.name.is_empty();
        Some(match &ty.kind {
            Kind::Struct { .. } | Kind::Union { .. } | Kind::Enum { .. } | Kind::Enum64 { .. }
                if named =>
            {
                format!("{};\n", c.body(id, ""))
            }
            Kind::Enum { .. } | Kind::Enum64 { .. } => format!("{};\n", c.body(id, "")),
            Kind::Typedef { ty: of } => {
                format!("typedef {};\n", c.declare(*of, ty.name.to_owned(), "", 0))
            }
            _ => return None,
        })
    }
}

/// Writes C.
struct C<'b, 'a> {
    btf: &'b Btf<'a>,
    /// How many bodies of anonymous types are being written.
    open: usize,
}

impl C<'_, '_> {
    /// Declares `inner`, which may be empty, as a type; `indent` is that of the line.
    fn declare(&mut self, id: u32, inner: String, indent: &str, depth: usize) -> String {
        if depth > DEPTH {
            return join("/* a type without end */", &inner);
        }
        let ty = self.btf.get(id);
        let depth = depth + 1;
        match &ty.kind {
            Kind::Void => join("void", &inner),
            Kind::Ptr { ty: of } => {
                let binds = matches!(
                    self.btf.get(*of).kind,
                    Kind::Array { .. } | Kind::FuncProto { .. }
                );
                let inner = if binds {
                    format!("(*{inner})")
                } else {
                    format!("*{inner}")
                };
                self.declare(*of, inner, indent, depth)
            }
            Kind::Array { element, len, .. } => {
                self.declare(*element, format!("{inner}[{len}]"), indent, depth)
            }
            Kind::Const { ty: of } => self.qualify("const", *of, inner, indent, depth),
            Kind::Volatile { ty: of } => self.qualify("volatile", *of, inner, indent, depth),
            Kind::Restrict { ty: of } => self.qualify("restrict", *of, inner, indent, depth),
            Kind::TypeTag { ty: of } => self.declare(*of, inner, indent, depth),
            Kind::Func { proto, .. } => self.declare(*proto, inner, indent, depth),
            Kind::FuncProto { result, params } => {
                let params: Vec<String> = params
                    .iter()
                    .map(|(name, ty)| match ty {
                        // The end of a list that takes any number.
                        0 => "...".to_owned(),
                        ty => self.declare(*ty, (*name).to_owned(), indent, depth),
                    })
                    .collect();
                let params = if params.is_empty() {
                    "void".to_owned()
                } else {
                    params.join(", ")
                };
                self.declare(*result, format!("{inner}({params})"), indent, depth)
            }
            Kind::Var { ty: of, .. } => self.declare(*of, inner, indent, depth),
            Kind::Fwd { is_union: true } => join(&format!("union {}", ty.name), &inner),
            Kind::Fwd { is_union: false } => join(&format!("struct {}", ty.name), &inner),
            Kind::Struct { .. } | Kind::Union { .. } | Kind::Enum { .. } | Kind::Enum64 { .. } => {
                let text = if !ty.name.is_empty() {
                    format!("{} {}", word(&ty.kind), ty.name)
                } else if self.open < NESTED {
                    self.open += 1;
                    let body = self.body(id, indent);
                    self.open -= 1;
                    body
                } else {
                    format!("{} {{ … }}", word(&ty.kind))
                };
                join(&text, &inner)
            }
            _ => join(ty.name, &inner),
        }
    }

    /// A qualifier stands before the type, but behind the star of a pointer.
    fn qualify(
        &mut self,
        word: &str,
        of: u32,
        inner: String,
        indent: &str,
        depth: usize,
    ) -> String {
        if matches!(self.btf.get(of).kind, Kind::Ptr { .. }) {
            return self.declare(of, join(&format!(" {word}"), &inner), indent, depth);
        }
        format!("{word} {}", self.declare(of, inner, indent, depth))
    }

    /// The definition of a struct, union or enum.
    fn body(&mut self, id: u32, indent: &str) -> String {
        let ty = self.btf.get(id);
        let mut out = join(word(&ty.kind), ty.name);
        out.push_str(" {\n");
        match &ty.kind {
            Kind::Struct { members, .. } | Kind::Union { members, .. } => {
                for member in members {
                    self.member(&mut out, member, indent);
                }
            }
            Kind::Enum { signed, values, .. } | Kind::Enum64 { signed, values, .. } => {
                for (name, value) in values {
                    _ = match signed {
                        true => writeln!(out, "{indent}    {name} = {value},"),
                        false => writeln!(out, "{indent}    {name} = {},", value.cast_unsigned()),
                    };
                }
            }
            _ => {}
        }
        _ = write!(out, "{indent}}}");
        out
    }

    /// A member with its offset in bytes, or bits.
    fn member(&mut self, out: &mut String, member: &Member<'_>, indent: &str) {
        let inside = format!("{indent}    ");
        let mut name = member.name.to_owned();
        if member.bits != 0 {
            _ = write!(name, ": {}", member.bits);
        }
        let (byte, bit) = (member.bit_offset / 8, member.bit_offset % 8);
        let declared = self.declare(member.ty, name, &inside, 0);
        let place = match (member.bits, bit) {
            (0, 0) => format!("{byte}"),
            _ => format!("{byte}, bit {bit}"),
        };
        _ = writeln!(out, "{inside}{declared}; /* {place} */");
    }
}

fn word(kind: &Kind<'_>) -> &'static str {
    match kind {
        Kind::Struct { .. } => "struct",
        Kind::Union { .. } => "union",
        _ => "enum",
    }
}

/// Two words with a space between; `int *x`, but `int[4]` where there is no name.
fn join(ty: &str, inner: &str) -> String {
    if inner.is_empty() || inner.starts_with('[') {
        format!("{ty}{inner}")
    } else {
        format!("{ty} {inner}")
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;

    use super::super::super::elf::Elf;
    use super::*;

    #[test]
    fn types_as_c_has_them() {
        let elf = Elf::parse(include_bytes!("../../../testdata/object/probe.o")).unwrap();
        let btf = Btf::parse(elf.section(".BTF").unwrap().1.data, elf.endian).unwrap();
        expect_file!["../../../testdata/object/probe.types.txt"].assert_eq(&btf.definitions());
        let of = |name: &str| {
            let at = btf.types.iter().position(|ty| ty.name == name).unwrap();
            btf.declaration(at as u32, name)
        };
        assert_eq!(of("visit"), "int visit(__u32 i, __u64 *sum)");
        assert_eq!(of("tag"), "char tag[6]");
        assert_eq!(of("limit"), "const volatile __u32 limit");
    }
}
