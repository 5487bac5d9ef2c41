//! Prototypes of the kernel's functions, and the notation that the table and Go code write them in.

use std::fmt;

/// What a function of the kernel takes and returns.
///
/// It is written as `(pid:s32)*task_struct`: parameters with or without names, then the result, none for `void`. Types are
/// `u8` … `u64`, `s8` … `s64`, `bool`, `*T` (`*void` for any memory), a struct by its name, `union.NAME`, `enum.NAME`, and
/// a function as `func(…)T`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prototype {
    /// The parameters with their names, which may be empty.
    pub params: Vec<(String, CType)>,
    /// The result.
    pub result: CType,
}

/// A type of C, as far as loaders compare it (libbpf's `bpf_core_types_are_compat`): without qualifiers and typedefs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CType {
    /// No value, or what a pointer to any memory points to.
    Void,
    /// C's `_Bool`.
    Bool,
    /// An integer.
    Int {
        /// Width in bits.
        bits: u32,
        /// Whether it is signed.
        signed: bool,
    },
    /// A struct of the kernel.
    Struct(String),
    /// A union of the kernel.
    Union(String),
    /// An enum of the kernel, of 32 bits.
    Enum(String),
    /// A pointer.
    Pointer(Box<CType>),
    /// What a pointer to a function points to.
    Function(Box<Prototype>),
}

impl Prototype {
    /// Reads the notation; `None` if it is not that.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut reader = Reader { rest: text };
        let prototype = reader.prototype()?;
        reader.rest.is_empty().then_some(prototype)
    }
}

impl CType {
    /// The pointer to a type.
    #[must_use]
    pub fn pointer(self) -> Self {
        Self::Pointer(Box::new(self))
    }

    /// The name of the struct that a pointer leads to.
    #[must_use]
    pub fn struct_behind(&self) -> Option<&str> {
        match self {
            Self::Pointer(to) => match &**to {
                Self::Struct(name) => Some(name),
                _ => None,
            },
            _ => None,
        }
    }

    /// How Go declares a parameter or result of the type.
    fn in_go(&self) -> String {
        match self {
            Self::Void => String::new(),
            Self::Bool => "bool".to_owned(),
            Self::Int { bits, signed: true } => format!("int{bits}"),
            Self::Int { bits, .. } => format!("uint{bits}"),
            Self::Enum(_) => "uint32".to_owned(),
            _ => "unsafe.Pointer".to_owned(),
        }
    }
}

impl Prototype {
    /// How Go declares a function of this name with the prototype.
    #[must_use]
    pub fn in_go(&self, name: &str) -> String {
        let params: Vec<String> = (1..)
            .zip(&self.params)
            .map(|(number, (name, ty))| match name.as_str() {
                "" => format!("arg{number} {}", ty.in_go()),
                // Keywords of Go.
                "map" | "func" | "type" | "range" | "var" | "go" | "package" | "select"
                | "interface" | "chan" => format!("{name}_ {}", ty.in_go()),
                name => format!("{name} {}", ty.in_go()),
            })
            .collect();
        let text = format!("func {name}({}) {}", params.join(", "), self.result.in_go());
        text.trim_end().to_owned()
    }
}

impl fmt::Display for Prototype {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(")?;
        for (index, (name, ty)) in self.params.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            let colon = if name.is_empty() { "" } else { ":" };
            write!(f, "{comma}{name}{colon}{ty}")?;
        }
        f.write_str(")")?;
        match &self.result {
            CType::Void => Ok(()),
            result => write!(f, "{result}"),
        }
    }
}

impl fmt::Display for CType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Void => f.write_str("void"),
            Self::Bool => f.write_str("bool"),
            Self::Int { bits, signed } => write!(f, "{}{bits}", if *signed { 's' } else { 'u' }),
            Self::Struct(name) => f.write_str(name),
            Self::Union(name) => write!(f, "union.{name}"),
            Self::Enum(name) => write!(f, "enum.{name}"),
            Self::Pointer(to) => write!(f, "*{to}"),
            Self::Function(prototype) => write!(f, "func{prototype}"),
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn prototype(&mut self) -> Option<Prototype> {
        self.take("(").then_some(())?;
        let mut params = Vec::new();
        while !self.take(")") {
            if !params.is_empty() {
                self.take(",").then_some(())?;
            }
            params.push(self.param()?);
        }
        let result = match self.rest.bytes().next() {
            None | Some(b',' | b')') => CType::Void,
            Some(_) => self.ty()?,
        };
        Some(Prototype { params, result })
    }

    fn param(&mut self) -> Option<(String, CType)> {
        let before = self.rest;
        let name = self.word();
        if !name.is_empty() && self.take(":") {
            return Some((name, self.ty()?));
        }
        self.rest = before;
        Some((String::new(), self.ty()?))
    }

    fn ty(&mut self) -> Option<CType> {
        if self.take("*") {
            return Some(self.ty()?.pointer());
        }
        let word = self.word();
        if word == "func" && self.rest.starts_with('(') {
            return Some(CType::Function(Box::new(self.prototype()?)));
        }
        Some(match word.as_str() {
            "" => return None,
            "void" => CType::Void,
            "bool" => CType::Bool,
            "u8" => int(8, false),
            "u16" => int(16, false),
            "u32" => int(32, false),
            "u64" => int(64, false),
            "s8" => int(8, true),
            "s16" => int(16, true),
            "s32" => int(32, true),
            "s64" => int(64, true),
            "union" | "enum" => {
                self.take(".").then_some(())?;
                match self.word() {
                    name if name.is_empty() => return None,
                    name if word == "union" => CType::Union(name),
                    name => CType::Enum(name),
                }
            }
            _ => CType::Struct(word),
        })
    }

    fn word(&mut self) -> String {
        let end = self
            .rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.to_owned()
    }

    fn take(&mut self, token: &str) -> bool {
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }
}

fn int(bits: u32, signed: bool) -> CType {
    CType::Int { bits, signed }
}
