//! The Rust names of Go's types.

use tinybpf_core::{Object, Position, Struct, Type, Types};

use super::{is_float, plain};
use crate::{
    bindings::{
        names::{camel, unique},
        skeleton::tries::TrieKey,
        text::number,
    },
    tinygo::{Declarations, Enumeration},
};

/// The Rust names of an object's types.
pub(in crate::bindings) struct Names<'a> {
    pub(super) types: &'a Types,
    /// Beside `types.structs`.
    pub(super) structs: Vec<String>,
    pub(super) named: Vec<Named<'a>>,
    pub(super) tries: &'a [TrieKey],
    declarations: &'a Declarations,
}

/// A named type that is not a struct.
pub(super) struct Named<'a> {
    name: String,
    pub(super) go_name: String,
    pub(super) of: Type,
    pub(super) rust: String,
    /// Its constants, for which it is a type of its own.
    pub(super) enumeration: Option<&'a Enumeration>,
}

impl<'a> Names<'a> {
    pub(in crate::bindings) fn new(
        object: &'a Object,
        tries: &'a [TrieKey],
        declarations: &'a Declarations,
    ) -> Self {
        let mut names = Self {
            types: &object.types,
            structs: struct_wishes(object),
            named: Vec::new(),
            tries,
            declarations,
        };
        for (_, ty) in uses(object) {
            names.collect(ty);
        }
        names.collect_exported();
        let named_wishes = names.named.iter().map(|named| {
            let twin = |other: &&Named| other.name == named.name && other.go_name != named.go_name;
            wish(
                &named.name,
                &named.go_name,
                names.named.iter().any(|other| twin(&other)),
            )
        });
        let wishes: Vec<String> = names.structs.iter().cloned().chain(named_wishes).collect();
        let mut unique = unique(&wishes).into_iter();
        for (name, unique) in names.structs.iter_mut().zip(&mut unique) {
            *name = unique;
        }
        for (named, unique) in names.named.iter_mut().zip(&mut unique) {
            named.rust = unique;
        }
        names
    }

    /// Notes the named types in a type.
    fn collect(&mut self, ty: &Type) {
        match ty {
            Type::Array { element, .. } => self.collect(element),
            Type::Named { name, go_name, of } => {
                if self.find(go_name, of).is_none() {
                    let enumeration = self.declarations.enumerations.get(go_name);
                    self.named.push(Named {
                        name: name.clone(),
                        go_name: go_name.clone(),
                        of: (**of).clone(),
                        rust: String::new(),
                        enumeration: enumeration.filter(|found| integer(found) == **of),
                    });
                }
                self.collect(of);
            }
            _ => {}
        }
    }

    /// Notes the enumerations that package main exports, though nothing can import it: they are for the other side of the
    /// border, also where data has plain numbers.
    fn collect_exported(&mut self) {
        for (go_name, enumeration) in &self.declarations.enumerations {
            let local = go_name.strip_prefix("main.").unwrap_or_default();
            if local.starts_with(char::is_uppercase) {
                self.collect(&Type::Named {
                    name: local.to_owned(),
                    go_name: go_name.clone(),
                    of: Box::new(integer(enumeration)),
                });
            }
        }
    }

    fn find(&self, go_name: &str, of: &Type) -> Option<&Named<'a>> {
        let mut named = self.named.iter();
        named.find(|named| named.go_name == go_name && named.of == *of)
    }

    /// The name of an integer type that has constants, which is a type of its own around the integer.
    pub(in crate::bindings) fn enumeration(&self, ty: &Type) -> Option<&str> {
        let Type::Named { go_name, of, .. } = ty else {
            return None;
        };
        let named = self.find(go_name, of)?;
        named.enumeration.map(|_| named.rust.as_str())
    }

    /// Whether a type is there with its constants.
    pub(in crate::bindings) fn lists(&self, go_name: &str) -> bool {
        let mut named = self.named.iter();
        named.any(|named| named.go_name == go_name && named.enumeration.is_some())
    }

    /// Where Go declares a type.
    pub(super) fn position(&self, go_name: &str) -> Option<&'a Position> {
        // An instance of a generic type is declared where that is.
        let plain = go_name.split('[').next()?;
        self.declarations.positions.get(plain)
    }

    /// The type as Rust writes it.
    pub(in crate::bindings) fn rust(&self, ty: &Type) -> String {
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
            Type::Named { go_name, of, .. } => self.find(go_name, of).map_or_else(
                || self.path(of, prefix),
                |named| format!("{prefix}{}", named.rust),
            ),
            other => format!("[u8; {}]", number(self.types.size_of(other))),
        }
    }

    /// The type as Rust writes it where it must implement `aya::Pod`, which floating-point numbers do not: their bytes.
    pub(in crate::bindings) fn pod(&self, ty: &Type, prefix: &str) -> String {
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
    pub(in crate::bindings) fn size_of(&self, ty: &Type) -> u64 {
        self.types.size_of(ty)
    }

    /// The keys of tries that aya has without the length of the prefix.
    pub(in crate::bindings) fn tries(&self) -> &[TrieKey] {
        self.tries
    }

    /// The name of the struct that aya takes as the data of a trie's key.
    pub(in crate::bindings) fn trie_data(&self, key: &Type) -> Option<&str> {
        let mut tries = self.tries.iter();
        let trie = tries.find(|trie| *key == Type::Struct(trie.key))?;
        Some(self.structure(trie.data))
    }

    /// The name of a struct.
    pub(in crate::bindings) fn structure(&self, index: usize) -> &str {
        &self.structs[index]
    }

    /// The layout of a struct.
    pub(in crate::bindings) fn layout(&self, index: usize) -> &Struct {
        &self.types.structs[index]
    }

    /// A name that no type has, as like to the wished one as can be.
    pub(in crate::bindings) fn free(&self, wish: &str) -> String {
        let taken = self
            .structs
            .iter()
            .chain(self.named.iter().map(|named| &named.rust));
        let mut names: Vec<String> = taken.cloned().collect();
        names.push(wish.to_owned());
        unique(&names).pop().unwrap_or_default()
    }

    /// The type's zero value, as a constant expression.
    pub(super) fn zero(&self, ty: &Type) -> String {
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
            Type::Named { of, .. } => match self.enumeration(ty) {
                Some(rust) => format!("{rust}({})", self.zero(of)),
                None => self.zero(of),
            },
            other => format!("[0; {}]", number(self.types.size_of(other))),
        }
    }
}

/// The names that the structs would have if no other type were there; for an anonymous struct that of the place where it is
/// used.
fn struct_wishes(object: &Object) -> Vec<String> {
    let structs = &object.types.structs;
    let mut wishes: Vec<String> = structs
        .iter()
        .map(|ty| {
            let twin = |other: &&Struct| other.name == ty.name && other.go_name != ty.go_name;
            match ty.name.is_empty() {
                true => String::new(),
                false => wish(
                    &ty.name,
                    &ty.go_name,
                    structs.iter().any(|other| twin(&other)),
                ),
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

/// A type's name if no other were there: Go's, with the package's before it where two packages have one of that name.
fn wish(name: &str, go_name: &str, has_twin: bool) -> String {
    match package(go_name) {
        Some(package) if package != "main" && has_twin => camel(&format!("{package}_{name}")),
        _ => camel(name),
    }
}

/// The integer that the values of an enumeration are.
fn integer(enumeration: &Enumeration) -> Type {
    Type::Int {
        size: enumeration.size,
        signed: enumeration.signed,
    }
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
