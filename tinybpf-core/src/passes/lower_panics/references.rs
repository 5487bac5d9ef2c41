//! References: what helpers hand to the program and a panic must give back, or the kernel refuses the program.
//!
//! Each call that acquires gets a stack slot that holds its reference until a call releases it. LLVM turns the slots into
//! what is known on each way to a panic, so the release is called just where the reference is held.

use std::collections::HashSet;

use super::{
    super::{Cx, position},
    body::stack_slot,
    callees_first, calls, is_callback, unfit,
};
use crate::{
    helpers::{self, Acquired, Acquisition, Helper, Ret},
    llvm::{Attr, Builder, Kind, Module, Op, Value, predicate},
};

/// A reference that a function may hold.
pub(super) struct Reference<'m> {
    /// Where it is while it is held; null otherwise.
    slot: Value<'m>,
    /// What it is told by: the call that returns it, or the object that it lies in.
    root: Value<'m>,
    acquisition: &'static Acquisition,
}

/// Inlines the functions that acquire for their callers, or release for them: a function's panics release what it acquired
/// itself.
pub(super) fn inline_wrappers(cx: &mut Cx<'_>, module: &Module<'_>) {
    loop {
        let mut found = callees_first(module);
        found.retain(|f| {
            !cx.is_root(*f) && !is_callback(*f) && !unfit::is_inlined(*f) && hands_over(*f)
        });
        // What calls a wrapper may turn out to be none once the wrapper's calls stand in it.
        let calls_none = |f: &Value<'_>| {
            !calls(*f)
                .into_iter()
                .filter_map(Value::callee)
                .any(|g| found.contains(&g))
        };
        let wrappers = found.iter().copied().filter(calls_none).collect::<Vec<_>>();
        if wrappers.is_empty() {
            return;
        }
        for wrapper in wrappers {
            unfit::inline(module, wrapper);
        }
        cx.llvm_passes(module, "always-inline");
        cx.llvm_passes(module, super::SIMPLIFY);
    }
}

/// Whether a function acquires what it does not release, or releases what it did not acquire.
fn hands_over(function: Value<'_>) -> bool {
    let (mut acquired, mut released) = (Vec::new(), Vec::new());
    for call in calls(function) {
        if let Some(acquisition) = acquires(call) {
            acquired.push((root_of(call, acquisition), acquisition));
        }
        if let Some((helper, argument)) = releases(call) {
            released.push((helper, root(argument)));
        }
    }
    let returned = returned(function);
    let is_returned = |(root, _): &(Value<'_>, &Acquisition)| returned.contains(root);
    let is_kept = |(_, acquisition): &(Value<'_>, &Acquisition)| {
        acquisition.release.is_some()
            && !released
                .iter()
                .any(|(by, _)| is_released_by(acquisition, by))
    };
    let is_foreign = |(by, _): &(&Helper, Value<'_>)| {
        by.name != "bpf_kptr_xchg"
            && !acquired
                .iter()
                .any(|(_, acquisition)| is_released_by(acquisition, by))
    };
    acquired.iter().any(is_returned)
        || acquired.iter().any(is_kept)
        || released.iter().any(is_foreign)
}

/// Everything that may be in what a function returns.
fn returned(function: Value<'_>) -> HashSet<Value<'_>> {
    let returns = function
        .instructions()
        .into_iter()
        .filter(|i| i.op() == Op::Ret);
    let mut open: Vec<_> = returns.flat_map(Value::operands).collect();
    let mut found = HashSet::new();
    while let Some(value) = open.pop() {
        if found.insert(value) && value.op() != Op::Call && value.op() != Op::Load {
            open.extend(value.operands());
        }
    }
    found
}

/// Gives each reference that a function acquires a slot.
pub(super) fn track<'m>(module: &'m Module<'_>, function: Value<'m>) -> Vec<Reference<'m>> {
    let mut references = Vec::new();
    for call in calls(function) {
        let Some(acquisition) = acquires(call) else {
            continue;
        };
        let (reference, Some(next)) = (reference_of(call, acquisition), call.next()) else {
            continue;
        };
        let slot = stack_slot(module, function, module.ptr_type(), "held");
        let builder = Builder::before(module, next);
        builder.store(pointer(module, &builder, reference), slot);
        references.push(Reference {
            slot,
            root: root_of(call, acquisition),
            acquisition,
        });
    }
    let null = module.ptr_type().null();
    for reference in &references {
        if let Some(next) = reference.slot.next() {
            Builder::before(module, next).store(null, reference.slot);
        }
    }
    for call in calls(function) {
        if let Some((helper, argument)) = releases(call) {
            let given = references
                .iter()
                .filter(|r| is_released_by(r.acquisition, helper));
            clear(module, call, argument, &given.collect::<Vec<_>>());
        }
    }
    references
}

/// Notes before a call that it releases `argument`, which is one of these references.
fn clear<'m>(
    module: &'m Module<'_>,
    call: Value<'m>,
    argument: Value<'m>,
    references: &[&Reference<'m>],
) {
    let builder = Builder::before(module, call);
    let null = module.ptr_type().null();
    let root = root(argument);
    if let Some(reference) = references.iter().find(|r| r.root == root) {
        builder.store(null, reference.slot);
        return;
    }
    for reference in references {
        // Only one lock can be held.
        let value = if reference.acquisition.release == Some("bpf_spin_unlock") {
            null
        } else {
            let held = builder.load(module.ptr_type(), reference.slot);
            let is_it = builder.icmp(predicate::EQ, held, pointer(module, &builder, argument));
            builder.select(is_it, null, held)
        };
        builder.store(value, reference.slot);
    }
}

/// Releases, at the end of a function that panics, what its slots hold. The builder goes on in the block that follows.
pub(super) fn release<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    references: &[Reference<'m>],
) {
    for reference in references {
        let Some(helper) = reference.acquisition.release_helper() else {
            continue;
        };
        let function = builder.block().function();
        let (call, next) = (
            module.append_block(function, "release"),
            module.append_block(function, "panic"),
        );
        let held = builder.load(module.ptr_type(), reference.slot);
        let is_free = builder.icmp(predicate::EQ, held, module.ptr_type().null());
        builder.cond_br(is_free, next, call);
        builder.move_to_end(call);
        call_helper(module, builder, helper, held);
        builder.br(next);
        builder.move_to_end(next);
    }
}

/// Calls a releasing helper, by its name in C and with 0 for what it takes besides the reference.
fn call_helper<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    helper: &Helper,
    held: Value<'m>,
) {
    let wide = module.int_type(64);
    let mut args = vec![held];
    args.resize(helper.params.len(), wide.int(0));
    let types: Vec<_> = args.iter().map(|arg| arg.ty()).collect();
    let result = match helper.ret {
        Ret::Void => module.void_type(),
        _ => wide,
    };
    let ty = result.function(&types);
    let function = module
        .function(helper.name)
        .unwrap_or_else(|| module.add_function(helper.name, ty));
    builder.call(ty, function, &args);
}

/// A function whose calls stand where the program panics; their argument says whether it holds a reference that nothing gives
/// back.
pub(super) fn marker<'m>(module: &'m Module<'_>) -> Value<'m> {
    let ty = module.void_type().function(&[module.int_type(1)]);
    let marker = module.add_function("tinybpf.held", ty);
    marker.add_attr(module, Attr::Function, "nounwind", 0);
    marker
}

/// Marks a panic with the references that no helper gives back.
pub(super) fn name_unreleased<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    marker: Value<'m>,
    references: &[Reference<'m>],
) {
    for reference in references
        .iter()
        .filter(|r| r.acquisition.release.is_none())
    {
        let held = builder.load(module.ptr_type(), reference.slot);
        let is_held = builder.icmp(predicate::NE, held, module.ptr_type().null());
        builder.call(marker.value_type(), marker, &[is_held]);
    }
}

/// Reports the panics that would leak a reference, and drops the marks.
pub(super) fn report_unreleased(cx: &mut Cx<'_>, marker: Value<'_>) {
    for call in super::callers(marker) {
        if !call.operand(0).is_some_and(Value::is_null) {
            cx.error(
                position(call),
                "this can panic while the program owns a kernel object that it took out of a map with bpfKptrXchg",
            )
            .help("give the object back (with bpfKptrXchg or the kfunc that releases it) before this line, or check before so that it cannot panic");
        }
        call.erase();
    }
}

/// What a call acquires.
fn acquires(call: Value<'_>) -> Option<&'static Acquisition> {
    let acquisition = helper(call)?.acquires()?;
    let applies = acquisition.only_for_maps.is_empty()
        || call
            .operand(0)
            .and_then(map_type)
            .is_some_and(|ty| acquisition.applies_to(ty));
    applies.then_some(acquisition)
}

/// The type of the map that a variable defines.
fn map_type(map: Value<'_>) -> Option<u32> {
    let definition = (map.kind() == Kind::Variable).then(|| map.initializer())??;
    definition.element(0)?.as_u64()?.try_into().ok()
}

/// The helper that a call releases with, and the reference.
fn releases(call: Value<'_>) -> Option<(&'static Helper, Value<'_>)> {
    let helper = helper(call)?;
    let argument = call.operand(helper.releases()? as u32)?;
    Some((helper, argument))
}

/// Whether a helper releases what was acquired so.
fn is_released_by(acquisition: &Acquisition, helper: &Helper) -> bool {
    match acquisition.release {
        Some("bpf_ringbuf_discard") => {
            matches!(helper.name, "bpf_ringbuf_submit" | "bpf_ringbuf_discard")
        }
        Some("bpf_ringbuf_discard_dynptr") => {
            matches!(
                helper.name,
                "bpf_ringbuf_submit_dynptr" | "bpf_ringbuf_discard_dynptr"
            )
        }
        release => helper.name == release.unwrap_or("bpf_kptr_xchg"),
    }
}

/// The helper that a call calls: by name in Go, and by number in C.
fn helper(call: Value<'_>) -> Option<&'static Helper> {
    let callee = call.callee()?;
    if callee.op() == Op::IntToPtr {
        return helpers::by_id(callee.operand(0)?.as_u64()?.try_into().ok()?);
    }
    let is_declared = callee.is_function() && callee.is_declaration();
    is_declared.then(|| helpers::by_go_name(callee.name().rsplit(['.', '/']).next()?))?
}

fn reference_of<'m>(call: Value<'m>, acquisition: &Acquisition) -> Value<'m> {
    match acquisition.acquired {
        Acquired::Result => call,
        Acquired::Argument(index) => call.operand(index as u32).unwrap_or(call),
    }
}

fn root_of<'m>(call: Value<'m>, acquisition: &Acquisition) -> Value<'m> {
    root(reference_of(call, acquisition))
}

/// What a pointer is but for conversions and steps to a first field.
fn root(pointer: Value<'_>) -> Value<'_> {
    let mut value = pointer;
    loop {
        let is_same = match value.op() {
            Op::BitCast | Op::PtrToInt | Op::IntToPtr | Op::Freeze => true,
            Op::Gep => value.operands().into_iter().skip(1).all(Value::is_null),
            _ => false,
        };
        match value.operand(0) {
            Some(inner) if is_same => value = inner,
            _ => return value,
        }
    }
}

fn pointer<'m>(module: &'m Module<'_>, builder: &Builder<'m>, value: Value<'m>) -> Value<'m> {
    if value.ty().is_pointer() {
        value
    } else {
        builder.cast(Op::IntToPtr, value, module.ptr_type())
    }
}
