//! Copies of kernel objects into Go's variables: field by field, each from where the kernel has it.
//!
//! In the program, a copy is a Go struct like any other. What fills it is taken apart: a helper that reads as many bytes as the
//! struct has in Go (`bpfProbeReadKernel(&t, Sizeof(t), task)`), and `t := *task`. Only fields that the program uses are
//! read. One that it asks about (`bpfCoreFieldExists`) may be missing; it is zero then.

use std::collections::HashSet;

use super::{
    emit::{Emitter, FieldInfo, READ_KERNEL, convert},
    known::is_same,
    origin::Origin,
    plan::Step,
    query::is_signed,
    typer::passed_as,
};
use crate::{
    core_type::kernel_type,
    llvm::{Builder, Metadata, Module, Op, Tag, TyKind, Value, slot},
    passes::{
        lower_allocations::is_allocation,
        lower_panics::{split_before, stack_slot},
    },
    types::debug_info::{array_len, members, underlying},
};

/// Up to how many elements of an array are read one by one, where the verifier lets the program read: a helper's call takes about
/// as many instructions.
const LONG: u64 = 4;

/// A copy.
pub(super) struct Copy<'m> {
    /// The call or load that makes it.
    pub(super) at: Value<'m>,
    /// The object, and the steps to the part of it that is copied.
    pub(super) from: (Value<'m>, Vec<Step<'m>>),
    /// The type of that part in Go.
    pub(super) ty: Metadata<'m>,
    /// The fields that the program uses; all of them without.
    pub(super) used: Option<Vec<u32>>,
    pub(super) how: How<'m>,
}

/// How Go code makes a copy.
pub(super) enum How<'m> {
    /// With a helper that reads memory, into a variable.
    Helper { name: &'static str, to: Value<'m> },
    /// As a value, of an object that comes from there, in functions in which helpers may read the kernel's memory or not.
    Value { origin: Origin, may_probe: bool },
}

/// A field that a kernel may lack, by its type and its index.
pub(super) type Optional<'m> = (Metadata<'m>, u32);

/// Makes the copies.
pub(super) struct Copier<'e, 'm, 't> {
    pub(super) emitter: &'e mut Emitter<'m, 't>,
    pub(super) optional: &'e [Optional<'m>],
    /// The instruction before which the copy is made.
    at: Value<'m>,
    builder: Builder<'m>,
    /// The helper that reads; without, the verifier lets the program read.
    helper: Option<&'static str>,
    /// The helper that reads long arrays, which the verifier lets the program read element by element only.
    array_helper: Option<&'static str>,
    /// Where the results of the helper go, if the program looks at them.
    status: Option<Value<'m>>,
}

impl<'e, 'm, 't> Copier<'e, 'm, 't> {
    /// Puts the reads in the place of a copy.
    pub(super) fn lower(
        emitter: &'e mut Emitter<'m, 't>,
        optional: &'e [Optional<'m>],
        copy: &Copy<'m>,
    ) {
        let module = emitter.module;
        let at = copy.at;
        let builder = Builder::before(module, at);
        let (to, helper) = match copy.how {
            How::Helper { name, to } => (to, Some(name)),
            How::Value { origin, .. } => {
                let to = stack_slot(module, at.function(), at.ty(), "copy");
                let helper = (origin == Origin::Other).then_some(READ_KERNEL);
                (to, helper)
            }
        };
        let array_helper = match copy.how {
            How::Value { may_probe, .. } if may_probe => Some(READ_KERNEL),
            _ => helper,
        };
        let wide = module.int_type(64);
        let status = (matches!(copy.how, How::Helper { .. }) && at.is_used())
            .then(|| stack_slot(module, at.function(), wide, "status"));
        if let Some(status) = status {
            builder.store(wide.int(0), status);
        }
        if matches!(copy.how, How::Value { .. }) {
            builder.store(at.ty().null(), to);
        }
        let mut copier = Self {
            emitter,
            optional,
            at,
            builder,
            helper,
            array_helper,
            status,
        };
        let mut base = copy.from.0;
        if !base.ty().is_pointer() {
            base = copier.builder.cast(Op::IntToPtr, base, module.ptr_type());
        }
        copier.copy(to, base, &copy.from.1, copy.ty, copy.used.as_deref());
        let result = match copy.how {
            How::Helper { .. } => status.and_then(|status| {
                let status = copier.builder.load(wide, status);
                convert(&copier.builder, status, at.ty())
            }),
            How::Value { .. } => Some(copier.builder.load(at.ty(), to)),
        };
        if let Some(result) = result {
            at.replace_all_uses_with(result);
        }
        at.erase();
    }

    /// Copies a part of an object to an address.
    fn copy(
        &mut self,
        to: Value<'m>,
        base: Value<'m>,
        steps: &[Step<'m>],
        ty: Metadata<'m>,
        used: Option<&[u32]>,
    ) {
        let module = self.emitter.module;
        let Some(plain) = underlying(module, ty) else {
            return;
        };
        let parts: Vec<(Step<'m>, Metadata<'m>, u64)> = match plain.tag() {
            Tag::Struct => {
                let fields = (0..).zip(members(module, plain));
                let read = fields.filter(|(index, field)| {
                    field.type_name() != "_" && used.is_none_or(|used| used.contains(index))
                });
                read.filter_map(|(index, field)| {
                    let part = field.operand(module, slot::BASE)?;
                    Some((Step::Field { of: ty, index }, part, field.offset_bits() / 8))
                })
                .collect()
            }
            Tag::Array if is_composite(module, plain) => {
                let element = plain.operand(module, slot::BASE);
                let size = element
                    .and_then(|e| underlying(module, e))
                    .map_or(0, |e| e.size_bits() / 8);
                let count = array_len(module, plain).unwrap_or(0);
                let element = element
                    .into_iter()
                    .flat_map(|e| (0..count).map(move |i| (i, e)));
                element
                    .map(|(i, e)| {
                        let index = module.int_type(32).int(i);
                        (Step::Element { of: ty, index }, e, i * size)
                    })
                    .collect()
            }
            _ => return self.leaf(to, base, steps, plain),
        };
        for (step, part, offset) in parts {
            let inside: Vec<_> = steps.iter().copied().chain([step]).collect();
            let place = self.offset(to, offset);
            if self.is_optional(step) {
                self.guarded(place, base, &inside, part);
            } else {
                self.copy(place, base, &inside, part, None);
            }
        }
    }

    fn offset(&self, address: Value<'m>, bytes: u64) -> Value<'m> {
        let module = self.emitter.module;
        if bytes == 0 {
            return address;
        }
        let offset = module.int_type(64).int(bytes);
        self.builder.gep(module.int_type(8), address, &[offset])
    }

    fn is_optional(&self, step: Step<'m>) -> bool {
        let module = self.emitter.module;
        self.optional.iter().any(|(ty, field)| {
            matches!(step, Step::Field { of, index } if index == *field && is_same(module, of, *ty))
        })
    }

    /// Copies a field if the kernel has it, and zeroes it otherwise.
    fn guarded(&mut self, to: Value<'m>, base: Value<'m>, steps: &[Step<'m>], part: Metadata<'m>) {
        let module = self.emitter.module;
        let ty = self.emitter.llvm_type(part);
        self.builder.store(ty.null(), to);
        let exists = self
            .emitter
            .field_info(&self.builder, steps, FieldInfo::Exists);
        let exists = self.builder.icmp(
            crate::llvm::predicate::NE,
            exists,
            module.int_type(32).int(0),
        );
        let after = self.at.block();
        let before = split_before(module, self.at);
        let read = module.insert_block(after, "exists");
        self.builder.move_to_end(before);
        self.builder.cond_br(exists, read, after);
        self.builder.move_to_end(read);
        let outer = self.at;
        self.at = self.builder.br(after);
        self.builder.move_before(self.at);
        self.builder.set_location(outer.debug_location());
        self.copy(to, base, steps, part, None);
        self.at = outer;
        self.builder.move_before(outer);
    }

    /// Copies a number, a pointer, or an array of such.
    fn leaf(&mut self, to: Value<'m>, base: Value<'m>, steps: &[Step<'m>], ty: Metadata<'m>) {
        let module = self.emitter.module;
        let wide = module.int_type(64);
        let size = ty.size_bits() / 8;
        let from = self.emitter.walk(&self.builder, base, steps);
        let is_number = ty.tag() == Tag::Base;
        let is_long = ty.tag() == Tag::Array && array_len(module, ty) > Some(LONG);
        let helper = if is_long {
            self.array_helper
        } else {
            self.helper
        };
        let Some(helper) = helper else {
            let as_is = self.emitter.llvm_type(ty);
            let value = self.builder.load(as_is, from);
            self.builder.store(value, to);
            return;
        };
        if is_number && size <= 8 {
            let signed = is_signed(module, steps);
            let function = self.at.function();
            let (value, result) =
                self.emitter
                    .read_exact(&self.builder, function, helper, from, steps, signed);
            self.note(result);
            let narrow = self.emitter.llvm_type(ty);
            let value = if narrow == wide {
                value
            } else {
                self.builder.cast(Op::Trunc, value, narrow)
            };
            self.builder.store(value, to);
            return;
        }
        let mut count = wide.int(size);
        if ty.tag() == Tag::Array {
            // The kernel's array may be shorter, and what follows it is something else.
            let there = self
                .emitter
                .field_info(&self.builder, steps, FieldInfo::ByteSize);
            let there = self.builder.cast(Op::ZExt, there, wide);
            let is_less = self.builder.icmp(crate::llvm::predicate::ULT, there, count);
            count = self.builder.select(is_less, there, count);
        }
        let result = self.emitter.probe(&self.builder, helper, to, count, from);
        self.note(result);
    }

    /// Keeps what a helper returned: 0, or a negative number for an error.
    fn note(&self, result: Value<'m>) {
        if let Some(status) = self.status {
            let before = self.builder.load(result.ty(), status);
            let both = self.builder.binary(Op::Or, before, result);
            self.builder.store(both, status);
        }
    }
}

/// Whether an array has elements with parts of their own.
fn is_composite(module: &Module<'_>, array: Metadata<'_>) -> bool {
    let element = array.operand(module, slot::BASE);
    let element = element.and_then(|element| underlying(module, element));
    element.is_some_and(|element| match element.tag() {
        Tag::Struct => true,
        Tag::Array => is_composite(module, element),
        _ => false,
    })
}

/// What in a type no kernel struct has, or has as something else: the spelling.
pub(super) fn foreign(
    core_types: &[crate::CoreType],
    module: &Module<'_>,
    ty: Metadata<'_>,
) -> Option<String> {
    let plain = underlying(module, ty)?;
    match plain.tag() {
        Tag::Struct if ty.tag() == Tag::Typedef => {
            let is_core = kernel_type(core_types, &ty.type_name()).is_some();
            if !is_core {
                return Some(ty.type_name());
            }
            fields(module, plain).find_map(|field| foreign(core_types, module, field))
        }
        // A string, a slice or a func value has a name.
        Tag::Struct if !plain.type_name().is_empty() => Some(plain.type_name()),
        Tag::Struct => fields(module, plain).find_map(|field| foreign(core_types, module, field)),
        Tag::Array => foreign(core_types, module, plain.operand(module, slot::BASE)?),
        _ => None,
    }
}

fn fields<'m>(module: &Module<'m>, ty: Metadata<'m>) -> impl Iterator<Item = Metadata<'m>> {
    let bases: Vec<_> = members(module, ty)
        .into_iter()
        .filter(|field| field.type_name() != "_")
        .filter_map(|field| field.operand(module, slot::BASE))
        .collect();
    bases.into_iter()
}

/// The fields of a variable that the program uses; `None` if it may use all.
pub(super) fn used_fields<'m>(
    variable: Value<'m>,
    is_asked: &impl Fn(Value<'m>) -> bool,
    is_filled: &impl Fn(Value<'m>) -> bool,
) -> Option<Vec<u32>> {
    let mut found = Vec::new();
    for user in variable.users() {
        match user.op() {
            Op::Gep if user.gep_source_type().kind() == TyKind::Struct => {
                let only_asked = user
                    .users()
                    .into_iter()
                    .all(|user| is_asked(user) || user.op() == Op::ICmp);
                if !only_asked {
                    found.push(u32::try_from(user.operand(2)?.as_u64()?).ok()?);
                }
            }
            Op::ICmp => {}
            Op::Store if user.operand(1) == Some(variable) => {}
            _ if is_asked(user) || is_filled(user) => {}
            _ => return None,
        }
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}

/// The fields of a value that the program uses; `None` if it may use all.
pub(super) fn used_of_value<'m>(
    value: Value<'m>,
    is_asked: &impl Fn(Value<'m>) -> bool,
) -> Option<Vec<u32>> {
    let (mut open, mut seen, mut found) = (vec![value], HashSet::new(), Vec::new());
    while let Some(value) = open.pop() {
        if !seen.insert(value) {
            continue;
        }
        for user in value.users() {
            match user.op() {
                Op::ExtractValue => found.extend(user.indices().first()),
                Op::Store => {
                    let to = user.operand(1)?;
                    if to.op() != Op::Alloca && !is_allocation(to) {
                        return None;
                    }
                    found.extend(used_fields(to, is_asked, &|_| false)?);
                }
                Op::Call => open.extend(passed_as(user, value)?),
                _ => return None,
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}
