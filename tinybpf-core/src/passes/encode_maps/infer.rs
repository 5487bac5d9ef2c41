//! Finds the Go types of a map's keys and values, which `bpfMapDef` gives by size only.
//!
//! They show where Go code hands the map to a helper: the variable behind the key's address, the pointer type that a result
//! is converted to. A type counts only if its size is the map's and all uses agree.

mod uses;

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashSet},
};

use self::uses::{Role, USES};
use super::definition::{Definition, Setting};
use crate::{
    CoreType,
    core_type::kernel_type,
    helpers,
    llvm::{DiBuilder, Kind, Metadata, Module, Op, Tag, TyKind, Value, encoding, slot},
    names::{core_name, local_name},
    passes::{
        lower_allocations::is_allocation, place_data::defines_map, shape_debug_info::locals,
        source_lines::SourceLines,
    },
    types::{
        debug_info::{members, size_of, underlying, without_aliases},
        source::Maker,
    },
};

/// The types of a map.
#[derive(Clone, Default)]
pub(super) struct Inferred<'m> {
    pub(super) key: Option<Metadata<'m>>,
    /// The value's type; of a ring or perf buffer the records'.
    pub(super) value: Option<Metadata<'m>>,
    /// Of a map of maps: the types of the maps in it.
    pub(super) inner: Option<Box<Self>>,
    /// Structs that helpers get, whose types could not be told.
    pub(super) unknown: Vec<Value<'m>>,
}

/// The types that the definition gives or that all uses agree on, of those that have the sizes in the definition.
pub(super) fn infer<'m>(
    module: &'m Module<'m>,
    types: &Types<'m>,
    definition: &Definition<'m>,
) -> Inferred<'m> {
    let mut found = Found::default();
    found.add_uses(module, types, definition.variable);
    let mut inferred = found.agree(module, definition);
    inferred.inner = definition.inner.as_ref().map(|inner| {
        let mut found = Found::default();
        found.add_uses(module, types, inner.variable);
        for map in lookups(definition.variable) {
            found.add_uses(module, types, map);
        }
        Box::new(found.agree(module, inner))
    });
    inferred
}

/// The types that keys, values and records can have.
#[derive(Default)]
struct Found<'m> {
    keys: Vec<Metadata<'m>>,
    values: Vec<Metadata<'m>>,
    records: Vec<Metadata<'m>>,
    unknown: Vec<Value<'m>>,
}

impl<'m> Found<'m> {
    /// Adds what the calls show that get `map`, a variable or a map that was looked up.
    fn add_uses(&mut self, module: &'m Module<'m>, types: &Types<'m>, map: Value<'m>) {
        for call in map.users() {
            let Some(found) =
                helper(call).and_then(|name| USES.iter().find(|known| known.helper == name))
            else {
                continue;
            };
            let args = call.args();
            if args.get(found.map as usize) != Some(&map) {
                continue;
            }
            let places = found
                .args
                .iter()
                .filter_map(|(i, role)| Some((*args.get(*i as usize)?, *role)));
            for (pointer, role) in places.chain(found.result.map(|role| (call, role))) {
                let types = if pointer == call {
                    types.of_result(module, call)
                } else {
                    types.of_pointer(module, pointer)
                };
                if types.is_empty() && is_struct_on_heap(pointer) {
                    self.unknown.push(pointer);
                }
                match role {
                    Role::Key => self.keys.extend(types),
                    Role::Value => self.values.extend(types),
                    Role::Record { size } => {
                        let size = args.get(size as usize).and_then(|size| size.as_u64());
                        let fits = |ty: &Metadata<'m>| size_of(module, *ty) == size;
                        self.records.extend(types.into_iter().filter(fits));
                    }
                }
            }
        }
    }

    fn agree(&self, module: &Module<'m>, definition: &Definition<'m>) -> Inferred<'m> {
        let of_size = |types: &[Metadata<'m>], setting| {
            let mut found = types.to_vec();
            found.retain(|ty| size_of(module, *ty) == Some(definition.get(setting).into()));
            agreed(module, &found)
        };
        let key = || of_size(&self.keys, Setting::KeySize);
        let value = || of_size(&self.values, Setting::ValueSize);
        let record = || agreed(module, &self.records);
        Inferred {
            key: definition.key.or_else(key),
            value: definition
                .record
                .or(definition.value)
                .or_else(record)
                .or_else(value),
            inner: None,
            unknown: match (definition.key, definition.value, definition.record) {
                (Some(_), Some(_), _) | (_, _, Some(_)) => Vec::new(),
                _ => self.unknown.clone(),
            },
        }
    }
}

/// Whether memory on TinyGo's heap is a struct.
fn is_struct_on_heap(memory: Value<'_>) -> bool {
    let is_field =
        |user: &Value<'_>| user.op() == Op::Gep && user.gep_source_type().kind() == TyKind::Struct;
    is_allocation(memory) && memory.users().iter().any(is_field)
}

/// The maps that are looked up in a map of maps.
fn lookups(map: Value<'_>) -> Vec<Value<'_>> {
    const LOOKUP: &str = "bpf_map_lookup_elem";
    let mut calls = map.users();
    calls.retain(|call| helper(*call) == Some(LOOKUP) && call.args().first() == Some(&map));
    calls
}

/// The helper that a call calls.
fn helper(call: Value<'_>) -> Option<&'static str> {
    let callee = call.callee().filter(|callee| callee.is_function())?;
    helpers::by_go_name(local_name(&callee.name())).map(|helper| helper.name)
}

/// The one type in `found`, or the one named struct among types that all lie the same way.
fn agreed<'m>(module: &Module<'m>, found: &[Metadata<'m>]) -> Option<Metadata<'m>> {
    let mut distinct: Vec<Metadata<'m>> = Vec::new();
    for ty in found {
        let ty = without_aliases(module, *ty);
        // TinyGo describes a named type in each package that uses it.
        let same = |other: &Metadata<'m>| {
            *other == ty || (ty.tag() == Tag::Typedef && other.type_name() == ty.type_name())
        };
        if !distinct.iter().any(same) {
            distinct.push(ty);
        }
    }
    if let [only] = distinct[..] {
        return Some(only);
    }
    distinct.retain(|ty| {
        ty.tag() == Tag::Typedef
            && underlying(module, *ty).is_some_and(|ty| ty.tag() == Tag::Struct)
    });
    match distinct[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// Offset and size in bytes of each member of a struct.
type Layout = Vec<(u64, u64)>;

/// The named structs of the debug info by their layouts, and each by its Go name.
///
/// LLVM's struct types lead to them by layout only: its linker takes any type of the same layout for another, whatever
/// the names.
pub(super) struct Types<'m> {
    structs: BTreeMap<Layout, BTreeMap<String, Metadata<'m>>>,
    /// All named types, and Go's integers.
    named: BTreeMap<String, Metadata<'m>>,
    lines: RefCell<SourceLines>,
}

impl<'m> Types<'m> {
    pub(super) fn new(module: &'m Module<'m>, sources: &[CoreType]) -> Self {
        let locals = module
            .functions()
            .into_iter()
            .filter_map(Value::subprogram)
            .flat_map(|info| {
                locals(module, info)
                    .into_iter()
                    .map(|(_, variable)| variable)
            });
        let variables = module.variables().into_iter();
        let mut open: Vec<Metadata<'m>> = variables
            .filter_map(|variable| variable.variable_debug_info()?.variable())
            .chain(locals)
            .filter_map(|variable| variable.operand(module, slot::VARIABLE_TYPE))
            .collect();
        let mut named = Vec::new();
        let mut seen = HashSet::new();
        while let Some(ty) = open.pop() {
            if !seen.insert(ty) {
                continue;
            }
            match ty.tag() {
                Tag::Typedef => {
                    named.push(ty);
                    open.extend(ty.operand(module, slot::BASE));
                }
                Tag::Pointer | Tag::Array | Tag::Member => {
                    open.extend(ty.operand(module, slot::BASE))
                }
                Tag::Struct => open.extend(members(module, ty)),
                _ => {}
            }
        }
        named.extend(only_in_sources(module, sources, &named));
        let mut structs: BTreeMap<Layout, BTreeMap<String, Metadata<'m>>> = BTreeMap::new();
        let mut all = integers(module);
        for ty in named {
            all.insert(ty.type_name(), ty);
            let base = ty.operand(module, slot::BASE);
            if let Some(base) = base.filter(|base| base.tag() == Tag::Struct) {
                let same = structs.entry(layout(module, base)).or_default();
                same.insert(ty.type_name(), ty);
            }
        }
        Self {
            structs,
            named: all,
            lines: RefCell::default(),
        }
    }

    /// The structs that package main exports, though nothing can import it: they are for the other side of the border.
    pub(super) fn exported(&self, module: &Module<'_>) -> Vec<Metadata<'m>> {
        let is_exported = |name: &str| {
            let local = name.strip_prefix("main.").unwrap_or_default();
            let is_plain = local.starts_with(char::is_uppercase) && !local.contains(['.', '[']);
            is_plain && core_name(name).is_none() && !defines_map(name)
        };
        let found = self.named.iter().filter(|(name, ty)| {
            is_exported(name) && underlying(module, **ty).is_some_and(|ty| ty.tag() == Tag::Struct)
        });
        found.map(|(_, ty)| *ty).collect()
    }

    /// The Go struct whose field a `getelementptr` reaches, if only one has that layout.
    fn of_struct(&self, module: &'m Module<'m>, gep: Value<'m>) -> Option<Metadata<'m>> {
        let ty = gep.gep_source_type();
        let fields = (0..).zip(ty.fields());
        let layout: Layout = fields
            .map(|(index, field)| (module.offset_of(ty, index), module.size_of(field)))
            .collect();
        let named = self.structs.get(&layout)?;
        named.values().next().copied().filter(|_| named.len() == 1)
    }

    /// What an address that Go code hands to a helper can point to.
    fn of_pointer(&self, module: &'m Module<'m>, mut pointer: Value<'m>) -> Vec<Metadata<'m>> {
        while let (Op::PtrToInt | Op::IntToPtr | Op::BitCast, Some(from)) =
            (pointer.op(), pointer.operand(0))
        {
            pointer = from;
        }
        match (pointer.kind(), pointer.op()) {
            (Kind::Variable, _) => {
                let info = pointer.variable_debug_info().and_then(Metadata::variable);
                info.and_then(|info| info.operand(module, slot::VARIABLE_TYPE))
                    .into_iter()
                    .collect()
            }
            (_, Op::Gep) => self.of_field(module, pointer).into_iter().collect(),
            (Kind::Argument, _) => of_parameter(module, pointer)
                .or_else(|| self.of_uses(module, pointer))
                .into_iter()
                .collect(),
            (Kind::Instruction, Op::Alloca | Op::Call) => {
                if let Some(declared) = self.declared(module, pointer) {
                    return vec![declared];
                }
                let found = self.of_local(module, pointer);
                if found.is_empty() {
                    return self.of_uses(module, pointer).into_iter().collect();
                }
                found
            }
            _ => Vec::new(),
        }
    }

    /// The type of the field that a `getelementptr` leads to.
    fn of_field(&self, module: &'m Module<'m>, gep: Value<'m>) -> Option<Metadata<'m>> {
        const INDICES: usize = 2; // The pointer, and the index that steps over whole values.
        let mut ty = self.of_struct(module, gep)?;
        for index in gep.operands().into_iter().skip(INDICES) {
            let inside = underlying(module, ty)?;
            ty = match inside.tag() {
                Tag::Struct => {
                    let member = *members(module, inside).get(index.as_u64()? as usize)?;
                    member.operand(module, slot::BASE)?
                }
                Tag::Array => inside.operand(module, slot::BASE)?,
                _ => return None,
            };
        }
        Some(ty)
    }

    /// The types of the local variables that memory on the stack can be: TinyGo names it after the variable.
    fn of_local(&self, module: &'m Module<'m>, memory: Value<'m>) -> Vec<Metadata<'m>> {
        let name = memory.name();
        // LLVM adds a number to a name that is taken.
        let plain = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let locals = scope(memory).map_or_else(Vec::new, |info| locals(module, info));
        let mut found: Vec<_> = locals.iter().filter(|(local, _)| *local == name).collect();
        if found.is_empty() {
            found = locals.iter().filter(|(local, _)| local == plain).collect();
        }
        let types = found
            .into_iter()
            .filter_map(|(_, v)| v.operand(module, slot::VARIABLE_TYPE));
        types.collect()
    }

    /// The type of memory on TinyGo's heap, of which there is no debug info: as the source declares the variable.
    fn declared(&self, module: &'m Module<'m>, memory: Value<'m>) -> Option<Metadata<'m>> {
        if !is_allocation(memory) {
            return None;
        }
        let size = memory.args().first()?.as_u64();
        let name = self.lines.borrow_mut().declared(memory)?;
        let mut fitting = self
            .named
            .iter()
            .filter(|(go_name, ty)| local_name(go_name) == name && size_of(module, **ty) == size);
        let (_, found) = fitting.next()?;
        fitting.next().is_none().then_some(*found)
    }

    /// The struct types whose fields Go code reaches through a pointer.
    fn of_uses(&self, module: &'m Module<'m>, pointer: Value<'m>) -> Option<Metadata<'m>> {
        let geps = pointer.users().into_iter().filter(|user| {
            let through = user.op() == Op::Gep && user.operand(0) == Some(pointer);
            through && user.gep_source_type().kind() == TyKind::Struct
        });
        geps.filter_map(|gep| self.of_struct(module, gep)).next()
    }

    /// What a helper's result can point to: a pointer variable declared in the same line, as in
    /// `count := (*Count)(bpfMapLookupElem(…))`, or the struct whose fields are used, here or by the callers that it is returned to.
    fn of_result(&self, module: &'m Module<'m>, call: Value<'m>) -> Vec<Metadata<'m>> {
        let line = call.debug_location().map(|at| at.line_and_column().0);
        let locals = scope(call).map_or_else(Vec::new, |info| locals(module, info));
        let declared = locals
            .into_iter()
            .filter(|(_, v)| Some(v.variable_line()) == line);
        let mut found: Vec<_> = declared
            .filter_map(|(_, variable)| pointee(module, variable))
            .collect();
        if found.is_empty() {
            found.extend(self.of_uses(module, call));
        }
        if found.is_empty() && call.users().into_iter().any(|user| user.op() == Op::Ret) {
            let function = call.function();
            // No function calls itself: that has been rejected before.
            let callers = function.users().into_iter();
            let callers = callers.filter(|user| user.callee() == Some(function));
            found.extend(callers.flat_map(|caller| self.of_result(module, caller)));
        }
        found
    }
}

/// Go's integers, as TinyGo describes them.
fn integers<'m>(module: &'m Module<'m>) -> BTreeMap<String, Metadata<'m>> {
    let builder = DiBuilder::new(module);
    let mut made = BTreeMap::new();
    for (name, encoding) in [("int", encoding::SIGNED), ("uint", encoding::UNSIGNED)] {
        for bits in [8, 16, 32, 64] {
            let name = format!("{name}{bits}");
            let ty = builder.basic_type(&name, bits, encoding);
            made.insert(name, ty);
        }
    }
    made
}

/// The types that sources declare and debug info does not describe.
fn only_in_sources<'m>(
    module: &'m Module<'m>,
    sources: &[CoreType],
    described: &[Metadata<'m>],
) -> Vec<Metadata<'m>> {
    let is_plain = |ty: &&CoreType| kernel_type(sources, &ty.name).is_none();
    let names: HashSet<_> = described.iter().map(|ty| ty.type_name()).collect();
    let plain = sources.iter().filter(is_plain);
    let mut maker = Maker::new(module, plain.clone(), described);
    plain
        .filter(|ty| !names.contains(&ty.name))
        .filter_map(|ty| maker.named(&ty.name))
        .collect()
}

/// What a parameter that is a pointer points to.
fn of_parameter<'m>(module: &'m Module<'m>, argument: Value<'m>) -> Option<Metadata<'m>> {
    let info = argument.parameter()?.0.subprogram()?;
    let name = argument.name();
    let (_, variable) = locals(module, info).into_iter().find(|(n, _)| *n == name)?;
    pointee(module, variable)
}

/// What a variable that is a pointer points to.
fn pointee<'m>(module: &'m Module<'m>, variable: Metadata<'m>) -> Option<Metadata<'m>> {
    let ty = underlying(module, variable.operand(module, slot::VARIABLE_TYPE)?)?;
    (ty.tag() == Tag::Pointer)
        .then(|| ty.operand(module, slot::BASE))
        .flatten()
}

fn layout(module: &Module<'_>, ty: Metadata<'_>) -> Layout {
    let members = members(module, ty).into_iter();
    members
        .map(|member| (member.offset_bits() / 8, member.size_bits() / 8))
        .collect()
}

/// The function that an instruction stands in, in Go: after inlining, the inlined one.
fn scope<'m>(instruction: Value<'m>) -> Option<Metadata<'m>> {
    let at = instruction.debug_location().and_then(|at| at.scope());
    at.filter(|info| info.is_subprogram())
        .or_else(|| instruction.function().subprogram())
}
