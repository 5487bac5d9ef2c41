//! The views that a request needs: the types that are named, what lies in them, and what their pointers lead to.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use super::{
    Request,
    field::{DEEP, Ty, integer, ty},
    find::{Index, Key, Keyword},
    names::{self, Name, TypeNames},
};
use crate::{
    object::btf::{Btf, Kind, Member},
    suggest::{closest, did_you_mean},
};

/// A view of a type.
#[derive(Debug)]
pub(super) struct View {
    pub(super) key: Key,
    /// The kernel's name, or one that says where a type without a name is.
    pub(super) kernel: String,
    /// What it is a view of, in words.
    pub(super) what: String,
    pub(super) keyword: Keyword,
    pub(super) name: Name,
    pub(super) shape: Shape,
    /// What the reader is to know.
    pub(super) notes: Vec<String>,
}

#[derive(Debug)]
pub(super) enum Shape {
    Fields(Vec<Field>),
    Enum {
        /// The integer that it is in Go.
        of: &'static str,
        values: Vec<(String, i64)>,
    },
}

#[derive(Debug)]
pub(super) struct Field {
    pub(super) kernel: String,
    pub(super) name: Name,
    pub(super) ty: Ty,
    /// The width of a bit-field, otherwise 0.
    pub(super) bits: u32,
}

/// A type that is yet to be looked at.
struct Next {
    key: Key,
    id: u32,
    /// How many pointers led to it.
    depth: u32,
    /// The field that has it: `task_struct.thread`.
    path: String,
}

struct Collector<'a> {
    btf: &'a Btf<'a>,
    index: Index<'a>,
    /// The fields that are asked for; all of a type that is not here.
    fields: HashMap<Key, BTreeSet<String>>,
    depth: u32,
    next: VecDeque<Next>,
    seen: HashSet<Key>,
    views: Vec<View>,
}

/// The views in the order of the request, and then those that these need by their names in Go.
pub(super) fn collect(btf: &Btf<'_>, request: &Request) -> Result<Vec<View>, String> {
    let mut collector = Collector {
        btf,
        index: Index::new(btf),
        fields: HashMap::new(),
        depth: request.depth,
        next: VecDeque::new(),
        seen: HashSet::new(),
        views: Vec::new(),
    };
    let wanted = collector.requested(request)?;
    // What lies in a struct counts as the struct, so it comes before what pointers lead to.
    while let Some(next) = collector.next.pop_front() {
        if collector.seen.insert(next.key.clone()) {
            let view = collector.view(next)?;
            collector.views.push(view);
        }
    }
    let mut views = collector.views;
    name_types(&mut views, &request.package);
    views.sort_by_cached_key(|view| {
        let place = wanted.iter().position(|key| *key == view.key);
        (place.unwrap_or(usize::MAX), view.name.go.clone())
    });
    Ok(views)
}

impl<'a> Collector<'a> {
    /// Queues what the request names, and says it.
    fn requested(&mut self, request: &Request) -> Result<Vec<Key>, String> {
        if request.types.is_empty() {
            return Err("no type is named".to_owned());
        }
        let (mut wanted, mut whole, mut wrong) = (Vec::new(), HashSet::new(), Vec::new());
        for text in &request.types {
            let (name, field) = match text.split_once('.') {
                Some((name, field)) => (name, Some(field.trim())),
                None => (text.as_str(), None),
            };
            let (key, id) = match self.index.find(name.trim()) {
                Ok(found) => found,
                Err(message) => {
                    wrong.push(message);
                    continue;
                }
            };
            match field {
                Some(field) => {
                    wrong.extend(self.check_field(name.trim(), id, field).err());
                    let fields = self.fields.entry(key.clone()).or_default();
                    fields.insert(field.to_owned());
                }
                None => {
                    whole.insert(key.clone());
                }
            }
            if !wanted.contains(&key) {
                let path = String::new();
                wanted.push(key.clone());
                self.next.push_back(Next {
                    key,
                    id,
                    depth: 0,
                    path,
                });
            }
        }
        self.fields.retain(|key, _| !whole.contains(key));
        wrong.dedup();
        if wrong.is_empty() {
            Ok(wanted)
        } else {
            Err(wrong.join("\n"))
        }
    }

    /// Checks that a type has a field, and Go a type for it.
    fn check_field(&self, of: &str, id: u32, name: &str) -> Result<(), String> {
        let members = self.members(id, 0);
        if members.is_empty() {
            return Err(format!("{of} has no fields"));
        }
        let Some(member) = members.iter().find(|member| member.name == name) else {
            let known = members.iter().map(|member| member.name);
            let near = did_you_mean(&closest(name, known));
            return Err(format!("{of} has no field {name:?}{near}"));
        };
        let found = ty(self.btf, &self.index, member.ty, 0);
        found
            .map(drop)
            .map_err(|why| format!("{of}.{name} cannot be in a view: it is {why}"))
    }

    /// The fields of a struct or union, with those of its parts that have no name, as C counts them.
    fn members(&self, id: u32, depth: u32) -> Vec<&'a Member<'a>> {
        let (Kind::Struct { members, .. } | Kind::Union { members, .. }) = &self.btf.get(id).kind
        else {
            return Vec::new();
        };
        let mut all = Vec::new();
        for member in members {
            if !member.name.is_empty() {
                all.push(member);
            } else if depth < DEEP {
                all.extend(self.members(self.index.plain(member.ty).id, depth + 1));
            }
        }
        all
    }

    fn view(&mut self, next: Next) -> Result<View, String> {
        let kind = &self.btf.get(next.id).kind;
        let keyword = Keyword::of(kind).ok_or("of no known type")?;
        let mut notes = Vec::new();
        let (kernel, what) = match &next.key {
            Key::Named(_, name) => {
                let count = self.index.named(keyword, name).len();
                if count > 1 {
                    notes.push(format!(
                        "The kernel has {count} of this name; this is one of them."
                    ));
                }
                (name.clone(), format!("{} {name}", keyword.text()))
            }
            Key::Typedef(name) => (
                self.index.unused(name.clone()),
                format!("{name}, a typedef of {}", keyword.unnamed()),
            ),
            Key::Place(_) => (
                self.index.unused(names::of_place(&next.path)),
                format!("{}, {}", next.path, keyword.unnamed()),
            ),
        };
        let shape = match kind {
            Kind::Enum {
                size,
                signed,
                values,
            }
            | Kind::Enum64 {
                size,
                signed,
                values,
            } => {
                if let Key::Named(..) = next.key
                    && names::spelling(&kernel).is_none()
                {
                    return Err(format!(
                        "enum {kernel} cannot have a view, since Go has no way to spell a name with capitals"
                    ));
                }
                let values = values
                    .iter()
                    .map(|(name, value)| ((*name).to_owned(), *value));
                let of = integer(*size, *signed);
                Shape::Enum {
                    of: of.ok_or_else(|| format!("enum {kernel} has {size} bytes"))?,
                    values: values.collect(),
                }
            }
            _ => {
                if !matches!(next.key, Key::Named(..)) {
                    notes.push(
                        "Loaders find its fields through the struct that it is in.".to_owned(),
                    );
                }
                let path = if let Key::Place(_) = next.key {
                    &next.path
                } else {
                    &kernel
                };
                Shape::Fields(self.fields(&next, path, &mut notes))
            }
        };
        let (key, name) = (next.key, Name::default());
        Ok(View {
            key,
            kernel,
            what,
            keyword,
            name,
            shape,
            notes,
        })
    }

    fn fields(&mut self, of: &Next, path: &str, notes: &mut Vec<String>) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        let wanted = self.fields.get(&of.key).cloned();
        for member in self.members(of.id, 0) {
            if wanted
                .as_ref()
                .is_some_and(|wanted| !wanted.contains(member.name))
            {
                continue;
            }
            match ty(self.btf, &self.index, member.ty, 0) {
                Ok(ty) => {
                    self.reach(&ty, of.depth, &format!("{path}.{}", member.name));
                    let (kernel, bits) = (member.name.to_owned(), member.bits);
                    fields.push(Field {
                        kernel,
                        name: Name::default(),
                        ty,
                        bits,
                    });
                }
                Err(why) => notes.push(format!("Left out: {}, which is {why}.", member.name)),
            }
        }
        let kernel: Vec<&str> = fields.iter().map(|field| field.kernel.as_str()).collect();
        let names = names::fields(&kernel);
        for (field, name) in fields.iter_mut().zip(names) {
            field.name = name;
        }
        fields
    }

    /// Queues what a field needs.
    fn reach(&mut self, ty: &Ty, depth: u32, path: &str) {
        let path_of = || path.to_owned();
        match ty {
            Ty::Array(element, _) => self.reach(element, depth, path),
            Ty::View(key, id) => {
                self.next.push_front(Next {
                    key: key.clone(),
                    id: *id,
                    depth,
                    path: path_of(),
                });
            }
            Ty::Pointer(Some((key, id)), _) if depth < self.depth => {
                self.next.push_back(Next {
                    key: key.clone(),
                    id: *id,
                    depth: depth + 1,
                    path: path_of(),
                });
            }
            Ty::Pointer(..) | Ty::Number(_) => {}
        }
    }
}

/// Gives each view a name in Go: first those that cannot have another one, then those that need no tag.
fn name_types(views: &mut [View], package: &str) {
    let mut names = TypeNames::new(package);
    let is_enum = |view: &View| view.keyword == Keyword::Enum;
    for named in [true, false] {
        let enums = views.iter_mut().filter(|view| is_enum(view));
        for view in enums.filter(|view| matches!(view.key, Key::Named(..)) == named) {
            view.name = names.of_enum(&view.kernel, named);
        }
    }
    for tagged in [false, true] {
        for view in views.iter_mut().filter(|view| view.name.go.is_empty()) {
            let Shape::Fields(fields) = &view.shape else {
                continue;
            };
            let fields: Vec<Name> = fields.iter().map(|field| field.name.clone()).collect();
            let is_union = view.keyword == Keyword::Union;
            if let Some(name) = names.plain(&view.kernel, is_union, &fields) {
                view.name = names.take(name, false);
            } else if tagged {
                let name = names.choice(&view.kernel, is_union);
                view.name = names.take(name, true);
            }
        }
    }
}
