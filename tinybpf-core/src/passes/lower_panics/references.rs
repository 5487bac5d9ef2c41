//! References: what helpers and kfuncs hand to the program and a panic must give back, or the kernel refuses the program.
//!
//! Each call that acquires gets a stack slot that holds its reference until a call releases it. LLVM turns the slots into
//! what is known on each way to a panic, so the release is called just where the reference is held. What is not told by a
//! pointer that may be null has a second slot, a number that says whether it is held: the verifier follows numbers.

mod arguments;

use std::collections::HashSet;

use super::{
    super::{Cx, position},
    body::stack_slot,
    callee::Callee,
    callees_first, calls, is_callback, unfit,
};
use crate::{
    Topic,
    helpers::{Acquired, Acquisition},
    llvm::{Attr, Builder, Module, Op, Value, predicate},
};

/// A reference that a function may hold.
pub(super) struct Reference<'m> {
    /// Where it is while it is held; null otherwise.
    slot: Value<'m>,
    /// Where 1 is while it is held, and 0 otherwise, if the pointer does not tell.
    flag: Option<Value<'m>>,
    /// Where the other arguments are that the call got and the release wants too, such as the flags of interrupts.
    others: Vec<Value<'m>>,
    /// What it is told by: the call that returns it, or the object that it lies in.
    root: Value<'m>,
    acquisition: Acquisition,
    by: Callee,
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
        let Some(callee) = Callee::of(call) else {
            continue;
        };
        if let Some(acquisition) = callee.acquires(call) {
            acquired.push((root_of(call, &acquisition), acquisition));
        }
        if callee.releases(call).is_some() {
            released.push(callee);
        }
    }
    let returned = returned(function);
    let is_returned = |(root, _): &(Value<'_>, Acquisition)| returned.contains(root);
    let is_kept = |(_, acquisition): &(Value<'_>, Acquisition)| {
        acquisition.release.is_some() && !released.iter().any(|by| by.can_release(acquisition))
    };
    let is_foreign = |by: &Callee| {
        by.name() != "bpf_kptr_xchg"
            && !acquired
                .iter()
                .any(|(_, acquisition)| by.can_release(acquisition))
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

/// Gives each reference that a function acquires a slot, and what a program owns from its start: a parameter, and the kfunc that
/// gives it back.
pub(super) fn track<'m>(
    module: &'m Module<'_>,
    function: Value<'m>,
    owned: Option<(u32, &'static str)>,
) -> Vec<Reference<'m>> {
    let owned =
        owned.and_then(|(index, release)| arguments::owned(module, function, index, release));
    let mut references: Vec<_> = owned.into_iter().collect();
    for call in calls(function) {
        let Some((by, acquisition)) = Callee::of(call).and_then(|c| Some((c, c.acquires(call)?)))
        else {
            continue;
        };
        let Some(next) = call.next() else { continue };
        let slot = stack_slot(module, function, module.ptr_type(), "held");
        let flag = (acquisition.acquired != Acquired::Result)
            .then(|| stack_slot(module, function, module.int_type(64), "is_held"));
        let builder = Builder::before(module, next);
        if acquisition.acquired != Acquired::State {
            let reference = reference_of(call, &acquisition);
            builder.store(pointer(module, &builder, reference), slot);
        }
        if let Some(flag) = flag {
            builder.store(is_held(module, &builder, call, &acquisition), flag);
        }
        let others = arguments::shared(by, &acquisition).map(|index| {
            let other = stack_slot(module, function, module.ptr_type(), "other");
            if let Some(argument) = call.operand(index) {
                builder.store(pointer(module, &builder, argument), other);
            }
            other
        });
        references.push(Reference {
            slot,
            flag,
            others: others.collect(),
            root: root_of(call, &acquisition),
            acquisition,
            by,
        });
    }
    for reference in &references {
        let told_by = [reference.slot].into_iter().chain(reference.flag);
        for slot in told_by.chain(reference.others.iter().copied()) {
            if let Some(next) = slot.next() {
                Builder::before(module, next).store(slot.allocated_type().null(), slot);
            }
        }
    }
    for call in calls(function) {
        let Some(callee) = Callee::of(call) else {
            continue;
        };
        if let Some(argument) = callee.releases(call) {
            let given = references
                .iter()
                .filter(|r| callee.can_release(&r.acquisition));
            clear(module, call, argument, &given.collect::<Vec<_>>());
        }
    }
    references
}

/// 1 if a call acquired what does not show in its result, 0 otherwise.
fn is_held<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    call: Value<'m>,
    acquisition: &Acquisition,
) -> Value<'m> {
    let wide = module.int_type(64);
    match acquisition.acquired {
        Acquired::ArgumentOnSuccess(_) if call.ty().is_int() => {
            let succeeded = builder.icmp(predicate::EQ, call, call.ty().int(0));
            builder.cast(Op::ZExt, succeeded, wide)
        }
        _ => wide.int(1),
    }
}

/// Notes before a call that it releases `argument`, which is one of these references, or leaves their state.
fn clear<'m>(
    module: &'m Module<'_>,
    call: Value<'m>,
    argument: Option<Value<'m>>,
    references: &[&Reference<'m>],
) {
    let builder = Builder::before(module, call);
    let root = argument.map(root);
    if let Some(reference) = references.iter().find(|r| Some(r.root) == root) {
        reference.forget(&builder);
        return;
    }
    for reference in references {
        // Only one lock can be held.
        let only = reference.acquisition.release == Some("bpf_spin_unlock");
        let Some(argument) = argument.filter(|_| !only) else {
            reference.forget(&builder);
            continue;
        };
        let held = builder.load(module.ptr_type(), reference.slot);
        let is_it = builder.icmp(predicate::EQ, held, pointer(module, &builder, argument));
        let to = reference.flag.unwrap_or(reference.slot);
        let ty = to.allocated_type();
        let value = builder.select(is_it, ty.null(), builder.load(ty, to));
        builder.store(value, to);
    }
}

impl<'m> Reference<'m> {
    /// Notes that the reference is not held.
    fn forget(&self, builder: &Builder<'m>) {
        let to = self.flag.unwrap_or(self.slot);
        builder.store(to.allocated_type().null(), to);
    }

    /// Whether the reference is held, compared by `predicate` with being free.
    fn compare(&self, builder: &Builder<'m>, predicate: u32) -> Value<'m> {
        let from = self.flag.unwrap_or(self.slot);
        let ty = from.allocated_type();
        builder.icmp(predicate, builder.load(ty, from), ty.null())
    }
}

/// Releases, at the end of a function that panics, what its slots hold. The builder goes on in the block that follows.
pub(super) fn release<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    references: &[Reference<'m>],
) {
    // The last first: an iterator ends before the state ends that it needs.
    for reference in references.iter().rev() {
        let Some(callee) = reference.acquisition.release.and_then(Callee::by_name) else {
            continue;
        };
        let function = builder.block().function();
        let (call, next) = (
            module.append_block(function, "release"),
            module.append_block(function, "panic"),
        );
        let is_free = reference.compare(builder, predicate::EQ);
        builder.cond_br(is_free, next, call);
        builder.move_to_end(call);
        call_release(module, builder, callee, reference);
        builder.br(next);
        builder.move_to_end(next);
    }
}

/// Calls what releases, by its name in the kernel and with 0 for what it takes besides the reference.
fn call_release<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    callee: Callee,
    reference: &Reference<'m>,
) {
    let (count, result) = callee.shape(module);
    let mut args = Vec::new();
    if reference.acquisition.acquired != Acquired::State {
        let slots = [&[reference.slot][..], &reference.others].concat();
        let load = |slot| builder.load(module.ptr_type(), slot);
        args.extend(slots.into_iter().map(load));
    }
    args.resize(count, module.int_type(64).int(0));
    let types: Vec<_> = args.iter().map(|arg| arg.ty()).collect();
    let ty = result.function(&types);
    let function = module
        .function(callee.name())
        .unwrap_or_else(|| module.add_function(callee.name(), ty));
    builder.call(ty, function, &args);
}

/// A function whose calls stand where the program panics; their arguments say whether it holds a reference that nothing
/// gives back, and which call of the function acquired it.
pub(super) fn marker<'m>(module: &'m Module<'_>) -> Value<'m> {
    let ty = module
        .void_type()
        .function(&[module.int_type(1), module.ptr_type()]);
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
        let is_held = reference.compare(builder, predicate::NE);
        let by = reference.by.name();
        let by = module
            .function(by)
            .unwrap_or_else(|| module.add_function(by, module.void_type().function(&[])));
        builder.call(marker.value_type(), marker, &[is_held, by]);
    }
}

/// Reports the panics that would leak a reference, and drops the marks.
pub(super) fn report_unreleased(cx: &mut Cx<'_>, marker: Value<'_>) {
    for call in super::callers(marker) {
        if !call.operand(0).is_some_and(Value::is_null) {
            let by = call.operand(1).map(Value::name).unwrap_or_default();
            let by = Callee::by_name(&by).map_or(by, Callee::go_name);
            cx.error(Topic::References,
                position(call),
                format!("this can panic while the program owns what it got from {by}, and nothing is known that gives back every such object"),
            )
            .help("give it back (with bpfKptrXchg or the kfunc that releases it) before this line, or check before so that it cannot panic");
        }
        call.erase();
    }
}

fn reference_of<'m>(call: Value<'m>, acquisition: &Acquisition) -> Value<'m> {
    match acquisition.acquired {
        Acquired::Result => call,
        Acquired::Argument(index) | Acquired::ArgumentOnSuccess(index) => {
            call.operand(index as u32).unwrap_or(call)
        }
        // Told by nothing: the call stands for it.
        Acquired::State => call,
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
