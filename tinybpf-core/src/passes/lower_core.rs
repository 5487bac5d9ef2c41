//! Accesses to kernel structs become relocations, by which loaders find the fields in the running kernel (CO-RE).
//!
//! A Go type whose name starts with `bpfCore` is a view of a kernel type: some of its fields, at places that do not matter. A
//! step to a field becomes a call of LLVM's `llvm.preserve.struct.access.index`; a read through a pointer that the verifier
//! does not know as a kernel object becomes a call of the helper bpf_probe_read_kernel, as `BPF_CORE_READ` does in C.

mod copies;
mod copy;
mod emit;
mod inside;
mod known;
mod origin;
mod plan;
mod query;
mod typer;
mod variables;

use self::{
    copy::Copier,
    emit::{Emitter, READ_KERNEL},
    known::KnownTypes,
    origin::Origin,
    plan::{Access, Load},
    query::Enums,
    typer::Typer,
};
use super::Cx;
use crate::{
    CoreType, Endian,
    core_type::kernel_type,
    llvm::{Builder, Metadata, Module, Op, Value, predicate},
};

pub(super) use self::{emit::TYPE, variables::is_anchor};

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let core_types = cx.options.core_types.clone();
    let mut typer = Typer::new(module, &core_types);
    if !is_needed(module, &core_types, typer.known.all()) {
        return;
    }
    let plan = plan::plan(cx, module, &mut typer);
    if cx.has_errors() {
        return;
    }
    let enums = Enums::new(module, &plan.queries);
    let mut emitter = Emitter::new(module, &core_types, cx.options.endian == Endian::Big);
    for (call, query) in &plan.queries {
        query::lower(&mut emitter, &enums, *call, query);
    }
    let optional = query::optional_fields(&plan.queries);
    for copy in &plan.copies {
        Copier::lower(&mut emitter, &optional, copy);
    }
    for load in &plan.loads {
        read(&mut emitter, load);
    }
    for call in &plan.slices {
        read_slice(&mut emitter, *call);
    }
    for access in &plan.accesses {
        replace(&mut emitter, access);
    }
    for variable in module.variables() {
        if variables::is_core(cx, module, variable) && !variable.is_used() {
            variable.delete_variable();
        }
    }
    for (function, _) in query::functions(module) {
        if !function.is_used() {
            function.delete_function();
        }
    }
}

/// Whether a module has views of kernel types, as far as can be seen.
pub(crate) fn has_views(core_types: &[CoreType], module: &Module<'_>) -> bool {
    let declares = core_types
        .iter()
        .any(|ty| kernel_type(core_types, &ty.name).is_some());
    declares || is_needed(module, &[], KnownTypes::new(module, &[]).all())
}

/// Whether a module has to do with CO-RE at all.
fn is_needed(module: &Module<'_>, core_types: &[CoreType], known: &[Metadata<'_>]) -> bool {
    let is_core = |name: &str| kernel_type(core_types, name).is_some();
    let is_into_core = |i: Value<'_>| {
        let ty = (i.op() == Op::Gep).then(|| i.gep_source_type());
        let name = ty.and_then(|ty| ty.struct_name());
        name.is_some_and(|name| is_core(&name))
    };
    let mut instructions = module.functions().into_iter().flat_map(Value::instructions);
    known.iter().any(|ty| is_core(&ty.type_name()))
        || !query::functions(module).is_empty()
        || instructions.any(is_into_core)
}

/// Reads through a pointer that the verifier does not know.
fn read<'m>(emitter: &mut Emitter<'m, '_>, load: &Load<'m>) {
    let Load { load, origin } = *load;
    let Some(from) = load.operand(0) else { return };
    let module = emitter.module;
    let builder = Builder::before(module, load);
    let ty = load.ty();
    let value = match origin {
        Origin::Kernel => return,
        Origin::Context => keep_apart(module, &builder, builder.load(ty, from)),
        Origin::Other => {
            let size = module.int_type(64).int(module.size_of(ty));
            let slot = emitter.slot(load.function());
            emitter.probe(&builder, READ_KERNEL, slot, size, from);
            builder.load(ty, slot)
        }
    };
    load.replace_all_uses_with(value);
    load.erase();
}

/// Keeps LLVM from making one read of two fields of the context, at an offset that depends: the verifier wants each read of
/// it at a constant one. It does not merge what goes through assembly, even without instructions.
fn keep_apart<'m>(module: &'m Module<'m>, builder: &Builder<'m>, value: Value<'m>) -> Value<'m> {
    let ty = value.ty();
    let wide = if ty.is_int() { module.int_type(64) } else { ty };
    let is_narrow = ty != wide;
    let value = if is_narrow {
        builder.cast(Op::ZExt, value, wide)
    } else {
        value
    };
    let identity = wide.function(&[wide]);
    let kept = builder.call(identity, module.empty_asm(identity, "=r,0"), &[value]);
    if is_narrow {
        builder.cast(Op::Trunc, kept, ty)
    } else {
        kept
    }
}

/// Reads what Go's `copy` takes from a kernel object.
fn read_slice<'m>(emitter: &mut Emitter<'m, '_>, call: Value<'m>) {
    let [to, from, room, len, size] = call.args()[..5] else {
        return;
    };
    let builder = Builder::before(emitter.module, call);
    let is_less = builder.icmp(predicate::ULT, room, len);
    let count = builder.select(is_less, room, len);
    let bytes = builder.binary(Op::Mul, count, size);
    emitter.probe(&builder, READ_KERNEL, to, bytes, from);
    call.replace_all_uses_with(count);
    call.erase();
}

/// Makes a step one that loaders relocate.
fn replace<'m>(emitter: &mut Emitter<'m, '_>, access: &Access<'m>) {
    let Access { gep, steps } = access;
    let Some(base) = gep.operand(0) else { return };
    if gep.is_used() {
        let builder = Builder::before(emitter.module, *gep);
        let address = emitter.walk(&builder, base, steps);
        gep.replace_all_uses_with(address);
    } else {
        drop_check(emitter.module, *gep, base);
    }
    gep.erase();
}

/// Drops the nil check of a step that was made only to ask about a field.
fn drop_check<'m>(module: &'m Module<'m>, gep: Value<'m>, base: Value<'m>) {
    let block = gep.block();
    let blocks = block.function().blocks();
    let mut before = blocks.iter().filter(|b| b.successors().contains(&block));
    let (Some(only), None) = (before.next(), before.next()) else {
        return;
    };
    let Some(branch) = only.terminator().filter(|end| end.op() == Op::Br) else {
        return;
    };
    let check = branch.operand(0).filter(|check| {
        check.op() == Op::ICmp
            && check.predicate() == predicate::EQ
            && check.operand(0) == Some(base)
            && check.operand(1).is_some_and(Value::is_null)
    });
    if check.is_some() && branch.successors().last() == Some(&block) {
        branch.set_operand(0, module.int_type(1).int(0));
    }
}
