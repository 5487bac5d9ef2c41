//! Types by the names that a user gives.

use std::collections::HashMap;

use crate::{
    object::btf::{Btf, Kind},
    suggest::{closest, did_you_mean},
};

/// What C calls a type with a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Keyword {
    Struct,
    Union,
    Enum,
}

impl Keyword {
    const ALL: [Self; 3] = [Self::Struct, Self::Union, Self::Enum];

    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Struct => "struct",
            Self::Union => "union",
            Self::Enum => "enum",
        }
    }

    /// A type without a name, in words.
    pub(super) fn unnamed(self) -> &'static str {
        match self {
            Self::Struct => "a struct without a name",
            Self::Union => "a union without a name",
            Self::Enum => "an enum without a name",
        }
    }

    /// What a complete type is.
    pub(super) fn of(kind: &Kind<'_>) -> Option<Self> {
        match kind {
            Kind::Struct { .. } => Some(Self::Struct),
            Kind::Union { .. } => Some(Self::Union),
            Kind::Enum { .. } | Kind::Enum64 { .. } => Some(Self::Enum),
            _ => None,
        }
    }
}

/// A type that gets a view.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Key {
    /// One with a name.
    Named(Keyword, String),
    /// One without, by a typedef's.
    Typedef(String),
    /// One without any name, by the first place that has it: `task_struct.thread_pid`.
    Place(u32),
}

/// The types of BTF by name.
pub(super) struct Index<'a> {
    btf: &'a Btf<'a>,
    named: HashMap<(Keyword, &'a str), Vec<u32>>,
    typedefs: HashMap<&'a str, u32>,
}

/// A type behind qualifiers and typedefs, and the last typedef on the way.
pub(super) struct Plain<'a> {
    pub(super) id: u32,
    pub(super) typedef: Option<&'a str>,
}

/// As many typedefs and qualifiers lead to one type at most; more are a circle.
const LONG: usize = 64;

impl<'a> Index<'a> {
    pub(super) fn new(btf: &'a Btf<'a>) -> Self {
        let mut index = Self {
            btf,
            named: HashMap::new(),
            typedefs: HashMap::new(),
        };
        for (id, ty) in (0..).zip(&btf.types) {
            if ty.name.is_empty() {
                continue;
            }
            if let Some(keyword) = Keyword::of(&ty.kind) {
                index.named.entry((keyword, ty.name)).or_default().push(id);
            } else if matches!(ty.kind, Kind::Typedef { .. }) {
                index.typedefs.entry(ty.name).or_insert(id);
            }
        }
        index
    }

    /// The types of that name: there may be several, in different parts of a kernel.
    pub(super) fn named<'s>(&'s self, keyword: Keyword, name: &'s str) -> &'s [u32] {
        self.named.get(&(keyword, name)).map_or(&[], Vec::as_slice)
    }

    /// A name for a type without one, such that loaders do not take it for another.
    pub(super) fn unused(&self, mut name: String) -> String {
        let is_known = |name: &str| {
            Keyword::ALL
                .iter()
                .any(|keyword| !self.named(*keyword, name).is_empty())
        };
        while is_known(&name) {
            name.push('_');
        }
        name
    }

    /// What a user calls `name`, `struct name`, `union name` or `enum name`.
    pub(super) fn find(&self, name: &str) -> Result<(Key, u32), String> {
        let asked = Keyword::ALL
            .into_iter()
            .find_map(|keyword| Some((keyword, name.strip_prefix(keyword.text())?)))
            .filter(|(_, rest)| rest.starts_with(char::is_whitespace));
        let plain = asked.map_or(name, |(_, rest)| rest.trim());
        for keyword in Keyword::ALL {
            if asked.is_some_and(|(asked, _)| asked != keyword) {
                continue;
            }
            if let Some(&id) = self.named(keyword, plain).first() {
                return Ok((Key::Named(keyword, plain.to_owned()), id));
            }
        }
        match self.typedefs.get(plain).filter(|_| asked.is_none()) {
            Some(&id) => self.behind(plain, id),
            None => Err(self.unknown(plain, asked.map(|(keyword, _)| keyword))),
        }
    }

    fn behind(&self, name: &str, id: u32) -> Result<(Key, u32), String> {
        let found = self.plain(id);
        let key = self.key(&found).filter(|key| !matches!(key, Key::Place(_)));
        key.map(|key| (key, found.id))
            .ok_or_else(|| format!("{name} is no struct, union or enum, and needs no view"))
    }

    /// The key of a type that can have a view.
    pub(super) fn key(&self, plain: &Plain<'_>) -> Option<Key> {
        let ty = self.btf.get(plain.id);
        let keyword = Keyword::of(&ty.kind)?;
        Some(match plain.typedef {
            _ if !ty.name.is_empty() => Key::Named(keyword, ty.name.to_owned()),
            Some(typedef) => Key::Typedef(typedef.to_owned()),
            None => Key::Place(plain.id),
        })
    }

    /// A type without qualifiers and typedefs.
    pub(super) fn plain(&self, mut id: u32) -> Plain<'a> {
        let mut typedef = None;
        for _ in 0..LONG {
            let ty = self.btf.get(id);
            id = match ty.kind {
                Kind::Typedef { ty: to } => {
                    typedef = Some(ty.name);
                    to
                }
                Kind::Volatile { ty: to }
                | Kind::Const { ty: to }
                | Kind::Restrict { ty: to }
                | Kind::TypeTag { ty: to } => to,
                _ => return Plain { id, typedef },
            };
        }
        Plain { id: 0, typedef }
    }

    fn unknown(&self, name: &str, asked: Option<Keyword>) -> String {
        let named = self
            .named
            .keys()
            .filter(|(keyword, _)| asked.is_none_or(|asked| asked == *keyword));
        let mut known: Vec<&str> = named.map(|(_, name)| *name).collect();
        if asked.is_none() {
            known.extend(self.typedefs.keys());
        }
        known.sort_unstable();
        known.dedup();
        let what = asked.map_or("struct, union, enum or typedef", Keyword::text);
        let near = did_you_mean(&closest(name, known));
        format!("there is no {what} {name:?}{near}")
    }
}
