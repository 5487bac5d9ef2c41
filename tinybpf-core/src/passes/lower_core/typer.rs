//! What pointers point to in Go.
//!
//! LLVM's pointers have no types, and its struct types have no reliable names, so types come from debug info: parameters,
//! variables and the fields that a pointer was read from. TinyGo writes a record wherever Go code reads a variable, which
//! tells views of one pointer apart (`sk` and `tcp := (*bpfCoreTcpSock)(sk)`).

use std::collections::{HashMap, HashSet};

use super::known::{KnownTypes, fits, is_same};
use crate::{
    CoreType,
    llvm::{Kind, Metadata, Module, Op, Tag, TyKind, Value, slot},
    names::local_name,
    passes::{
        lower_allocations::is_allocation,
        shape_debug_info::{go_types, locals},
        source_lines::SourceLines,
    },
    types::debug_info::{array_len, members, underlying},
};

/// Where a variable is read, and its type.
struct Read<'m> {
    ty: Metadata<'m>,
    line: u32,
    column: u32,
}

/// The analysis, with what it found so far.
pub(super) struct Typer<'m> {
    module: &'m Module<'m>,
    pub(super) known: KnownTypes<'m>,
    reads: HashMap<Value<'m>, Vec<Read<'m>>>,
    pointees: HashMap<Value<'m>, Vec<Metadata<'m>>>,
    steps: HashMap<Value<'m>, Found<'m>>,
    lines: SourceLines,
}

/// What a step's address points into.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Found<'m> {
    One(Metadata<'m>),
    /// Types of one layout, between which nothing decides.
    Several(Vec<Metadata<'m>>),
    Unknown,
}

impl<'m> Typer<'m> {
    pub(super) fn new(module: &'m Module<'m>, types: &[CoreType]) -> Self {
        let mut reads: HashMap<_, Vec<_>> = HashMap::new();
        for record in module.variable_records() {
            let Some(ty) = record.variable.operand(module, slot::VARIABLE_TYPE) else {
                continue;
            };
            let place = record.location.map(Metadata::line_and_column);
            let (line, column) = place.unwrap_or_default();
            reads
                .entry(record.value)
                .or_default()
                .push(Read { ty, line, column });
        }
        Self {
            module,
            known: KnownTypes::new(module, types),
            reads,
            pointees: HashMap::new(),
            steps: HashMap::new(),
            lines: SourceLines::default(),
        }
    }

    /// The type that a `getelementptr` steps into: a struct or an array.
    pub(super) fn stepped(&mut self, step: Value<'m>) -> Found<'m> {
        if let Some(found) = self.steps.get(&step) {
            return found.clone();
        }
        self.steps.insert(step, Found::Unknown);
        let found = self.find(step);
        self.steps.insert(step, found.clone());
        found
    }

    fn find(&mut self, step: Value<'m>) -> Found<'m> {
        let (module, ty) = (self.module, step.gep_source_type());
        let Some(base) = step.operand(0) else {
            return Found::Unknown;
        };
        if let Some((_, len)) = ty.array() {
            let mut arrays = self.pointees(base);
            arrays.retain(|array| {
                underlying(module, *array).is_some_and(|array| {
                    array.tag() == Tag::Array && array_len(module, array) == Some(len)
                })
            });
            return arrays.first().map_or(Found::Unknown, |ty| Found::One(*ty));
        }
        if ty.kind() != TyKind::Struct {
            return Found::Unknown;
        }
        let mut found = self.pointees(base);
        found.retain(|known| fits(module, *known, ty));
        self.distinct(&mut found);
        if found.len() > 1 {
            found = self.nearest(step, base, found);
        }
        if found.is_empty() {
            found = match memory(base) {
                Memory::Local(variable) if variable == base => self.declared(base),
                _ => self.known.candidates(module, ty),
            };
        }
        if found.len() > 1 {
            self.retain_selected(step, &mut found);
        }
        match found[..] {
            [] => Found::Unknown,
            [one] => Found::One(one),
            _ => Found::Several(found),
        }
    }

    fn distinct(&self, types: &mut Vec<Metadata<'m>>) {
        let mut kept: Vec<Metadata<'m>> = Vec::new();
        for ty in types.drain(..) {
            if !kept.iter().any(|other| is_same(self.module, *other, ty)) {
                kept.push(ty);
            }
        }
        *types = kept;
    }

    /// Of the types of one pointer those that the variable has through which Go code goes here: the last that was read before,
    /// on the same line.
    fn nearest(
        &self,
        step: Value<'m>,
        base: Value<'m>,
        types: Vec<Metadata<'m>>,
    ) -> Vec<Metadata<'m>> {
        let Some(to) = self.read_before(step, base, |line, column| line < column) else {
            return types;
        };
        let is_it = |ty: &Metadata<'m>| is_same(self.module, *ty, to);
        match types.iter().copied().find(is_it) {
            Some(ty) => vec![ty],
            None => types,
        }
    }

    /// What the variable points to through which Go code passes this pointer: the one that was read on the same line.
    pub(super) fn read_here(&self, call: Value<'m>, pointer: Value<'m>) -> Option<Metadata<'m>> {
        self.read_before(call, pointer, |_, _| true)
    }

    fn read_before(
        &self,
        at: Value<'m>,
        pointer: Value<'m>,
        is_before: impl Fn(u32, u32) -> bool,
    ) -> Option<Metadata<'m>> {
        let (line, column) = at.debug_location().map(Metadata::line_and_column)?;
        let reads = self.reads.get(&pointer).into_iter().flatten();
        let last = reads
            .filter(|read| read.line == line && is_before(read.column, column))
            .max_by_key(|read| read.column)?;
        self.target(last.ty)
    }

    /// Keeps the types whose field is called as the source says where the step stands: `Tgid` in `task.Tgid`.
    fn retain_selected(&mut self, step: Value<'m>, types: &mut Vec<Metadata<'m>>) {
        let index = step.operand(2).and_then(Value::as_u64);
        let (Some(index), Some(name)) = (index, self.selected(step)) else {
            return;
        };
        let has_it = |ty: &Metadata<'m>| {
            let fields = underlying(self.module, *ty).map(|ty| members(self.module, ty));
            let field = fields.and_then(|fields| fields.get(index as usize).copied());
            field.is_some_and(|field| field.type_name() == name)
        };
        retain_some(types, has_it);
    }

    pub(super) fn module(&self) -> &'m Module<'m> {
        self.module
    }

    /// The types that a variable of the program's can have, which debug info does not name: by its layout, the fields that are
    /// used, the functions it is passed to, and its declaration in the source.
    pub(super) fn declared(&mut self, variable: Value<'m>) -> Vec<Metadata<'m>> {
        let module = self.module;
        if variable.kind() == Kind::Variable {
            return self.known.candidates(module, variable.value_type());
        }
        let users = variable.users();
        let steps = users
            .iter()
            .filter(|user| user.op() == Op::Gep && user.gep_source_type().kind() == TyKind::Struct);
        let steps: Vec<_> = steps.copied().collect();
        let ty = if variable.op() == Op::Alloca {
            Some(variable.allocated_type())
        } else {
            let whole = users.iter().filter(|user| user.op() == Op::Load);
            let mut whole = whole.map(|load| load.ty());
            let step = steps.first().map(|step| step.gep_source_type());
            step.or_else(|| whole.find(|ty| ty.kind() == TyKind::Struct))
        };
        let mut found = match ty {
            Some(ty) => self.known.candidates(module, ty),
            None => self.known.all().to_vec(),
        };
        for step in steps {
            self.retain_selected(step, &mut found);
        }
        let calls = users.iter().filter(|user| user.op() == Op::Call);
        let passed = calls.flat_map(|call| passed_as(*call, variable).unwrap_or_default());
        let passed: Vec<_> = passed.filter_map(|p| self.of_argument(p)).collect();
        let is_passed =
            |ty: &Metadata<'m>| passed.iter().any(|passed| is_same(module, *passed, *ty));
        let name = self.lines.declared(variable);
        let is_named = |ty: &Metadata<'m>| name.as_deref() == Some(local_name(&ty.type_name()));
        if ty.is_none() {
            // Of the layout nothing is known.
            found.retain(|ty| is_passed(ty) || is_named(ty));
        }
        retain_some(&mut found, is_passed);
        retain_some(&mut found, is_named);
        found
    }

    /// The identifier that the source has at an instruction's place.
    fn selected(&mut self, instruction: Value<'m>) -> Option<String> {
        let text = self.lines.after(instruction)?;
        let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_'));
        let name = &text[..end.unwrap_or(text.len())];
        (!name.is_empty()).then(|| name.to_owned())
    }

    /// The types that a struct or array can have which is loaded as a whole.
    pub(super) fn loaded(&mut self, load: Value<'m>) -> Vec<Metadata<'m>> {
        let (module, ty) = (self.module, load.ty());
        let mut found = load
            .operand(0)
            .map_or(Vec::new(), |from| self.pointees(from));
        if ty.kind() == TyKind::Struct {
            found.retain(|known| fits(module, *known, ty));
        }
        if found.is_empty() {
            let reads = self.reads.get(&load).into_iter().flatten();
            found = reads.map(|read| read.ty).collect();
            self.distinct(&mut found);
        }
        if found.is_empty() {
            found = self.known.candidates(module, ty);
        }
        if found.len() > 1
            && let Some(from) = load.operand(0)
            && let Some(here) = self.read_here(load, from)
        {
            retain_some(&mut found, |ty| is_same(module, *ty, here));
        }
        found
    }

    /// What a value can point to.
    pub(super) fn pointees(&mut self, value: Value<'m>) -> Vec<Metadata<'m>> {
        if let Some(found) = self.pointees.get(&value) {
            return found.clone();
        }
        self.pointees.insert(value, Vec::new());
        let reads = self.reads.get(&value).into_iter().flatten();
        let mut found: Vec<_> = reads.filter_map(|read| self.target(read.ty)).collect();
        match (value.kind(), value.op()) {
            (Kind::Variable, _) => {
                let info = value.variable_debug_info().and_then(Metadata::variable);
                found.extend(info.and_then(|info| info.operand(self.module, slot::VARIABLE_TYPE)));
            }
            (Kind::Argument, _) => found.extend(self.of_argument(value)),
            (_, Op::Gep) => found.extend(self.leaf(value)),
            (_, Op::Load) => {
                let from = value
                    .operand(0)
                    .map_or(Vec::new(), |from| self.pointees(from));
                found.extend(from.into_iter().filter_map(|ty| self.target(ty)));
            }
            (_, Op::Phi | Op::Select) => {
                let skip = usize::from(value.op() == Op::Select);
                for operand in value.operands().into_iter().skip(skip) {
                    found.extend(self.pointees(operand));
                }
            }
            (_, Op::Call) => {
                for returned in returned(value) {
                    found.extend(self.pointees(returned));
                }
            }
            (_, Op::Freeze | Op::BitCast) => {
                found.extend(
                    value
                        .operand(0)
                        .map_or(Vec::new(), |from| self.pointees(from)),
                );
            }
            _ => {}
        }
        self.distinct(&mut found);
        self.pointees.insert(value, found.clone());
        found
    }

    /// What a pointer type points to.
    fn target(&self, ty: Metadata<'m>) -> Option<Metadata<'m>> {
        let pointer = underlying(self.module, ty).filter(|ty| ty.tag() == Tag::Pointer)?;
        pointer.operand(self.module, slot::BASE)
    }

    fn of_argument(&self, argument: Value<'m>) -> Option<Metadata<'m>> {
        let (function, index) = argument.parameter()?;
        let info = function.subprogram()?;
        let named = locals(self.module, info)
            .into_iter()
            .find(|(name, _)| *name == argument.name())
            .and_then(|(_, variable)| variable.operand(self.module, slot::VARIABLE_TYPE));
        let types = go_types(self.module, info);
        // Before them, or in their place, stands nothing where there are as many as in the code, but for the context.
        let whole = function.params().len() <= types.len() + 1;
        let ty = named.or_else(|| {
            types
                .get(index as usize)
                .copied()
                .flatten()
                .filter(|_| whole)
        });
        self.target(ty?)
    }

    /// The type of the field or element that a `getelementptr` leads to.
    fn leaf(&mut self, step: Value<'m>) -> Option<Metadata<'m>> {
        let Found::One(mut ty) = self.stepped(step) else {
            return None;
        };
        for index in step.operands().into_iter().skip(2) {
            ty = inner(self.module, ty, index.as_u64())?;
        }
        Some(ty)
    }
}

/// Keeps what fits, if anything does.
fn retain_some<T>(values: &mut Vec<T>, fits: impl Fn(&T) -> bool) {
    if values.iter().any(&fits) {
        values.retain(fits);
    }
}

/// The parameters that a call passes a value as; `None` if the function is not one of the program's.
pub(super) fn passed_as<'m>(call: Value<'m>, value: Value<'m>) -> Option<Vec<Value<'m>>> {
    let callee = call
        .callee()
        .filter(|f| f.is_function() && !f.is_declaration())?;
    let passed = callee.params().into_iter().zip(call.args());
    Some(
        passed
            .filter(|(_, arg)| *arg == value)
            .map(|(param, _)| param)
            .collect(),
    )
}

/// The type of a field of a struct, or of an array's elements.
pub(super) fn inner<'m>(
    module: &Module<'m>,
    ty: Metadata<'m>,
    index: Option<u64>,
) -> Option<Metadata<'m>> {
    let ty = underlying(module, ty)?;
    match ty.tag() {
        Tag::Struct => {
            let field = *members(module, ty).get(index? as usize)?;
            field.operand(module, slot::BASE)
        }
        Tag::Array => ty.operand(module, slot::BASE),
        _ => None,
    }
}

/// What a called function of Go's returns.
fn returned(call: Value<'_>) -> Vec<Value<'_>> {
    let callee = call.callee().filter(|callee| callee.is_function());
    let instructions = callee.map_or_else(Vec::new, Value::instructions);
    let returns = instructions.into_iter().filter(|i| i.op() == Op::Ret);
    returns.filter_map(|ret| ret.operand(0)).collect()
}

/// Whose memory an address is in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Memory<'m> {
    /// A variable on the stack.
    Local(Value<'m>),
    /// A package variable, or the declaration of one.
    Variable(Value<'m>),
    /// None of the program's own, as far as can be seen.
    Other,
    /// One or the other.
    Mixed,
}

/// Whose memory an address is in.
pub(super) fn memory(address: Value<'_>) -> Memory<'_> {
    let (mut open, mut seen, mut found) = (vec![address], HashSet::new(), Vec::new());
    while let Some(value) = open.pop() {
        if !seen.insert(value) {
            continue;
        }
        match value.op() {
            Op::Gep | Op::BitCast | Op::Freeze => open.extend(value.operand(0)),
            Op::Phi => open.extend(value.operands()),
            Op::Select => open.extend(value.operands().into_iter().skip(1)),
            _ if value.op() == Op::Alloca || is_allocation(value) => {
                found.push(Memory::Local(value));
            }
            _ if value.kind() == Kind::Variable => found.push(Memory::Variable(value)),
            _ if value.is_null() => {}
            _ => found.push(Memory::Other),
        }
    }
    found.dedup();
    match found[..] {
        [] => Memory::Other,
        [one] => one,
        _ if found.iter().all(|memory| *memory == Memory::Other) => Memory::Other,
        _ => Memory::Mixed,
    }
}
