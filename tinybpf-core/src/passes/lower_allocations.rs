//! Gives Go's heap variables stack slots.
//!
//! TinyGo allocates every variable whose address is taken with `runtime.alloc`. Where the variable has a constant size and
//! does not outlive its function, it becomes a slot in the function's stack frame, zeroed where the allocation stood (in a
//! loop, each time). LLVM removes the zeroing that nobody sees. Functions that allocate what they return (`newEvent`) are
//! inlined first, so that the variable belongs to the caller. Everything else is reported: BPF has no heap.

mod escape;
mod iterations;

use self::escape::{Escape, Escapes, How};
pub(super) use self::escape::{is_allocation, roots};
use super::{Cx, position};
use crate::{
    Topic,
    llvm::{Attr, Builder, Module, Op, Ty, Value},
    object::stack::{self, Local, Locals},
};

/// The allocator of TinyGo's runtime: `alloc(size, layout, context)`, which gives zeroed memory.
const ALLOC: &str = "runtime.alloc";

/// What the BPF back end aligns a stack frame to, in bytes.
const FRAME_ALIGN: u32 = 8;

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    break_promises(module);
    inline_constructors(cx, module);
    let mut escapes = Escapes::default();
    let mut slots = Vec::new();
    for allocation in allocations(module) {
        let size = allocation.operand(0).and_then(Value::as_u64);
        let Some(size) = size.filter(|size| *size <= stack::LIMIT) else {
            reject_size(cx, allocation, size);
            continue;
        };
        let flow = escapes.of_allocation(allocation);
        if let Some(escape) = flow.escape {
            reject_escape(cx, module, allocation, &escape);
            continue;
        }
        let place = iterations::latest_place(allocation);
        if let Some(survivor) = iterations::survivor(allocation, place, &flow.holders) {
            reject_loop(cx, allocation, survivor);
            continue;
        }
        slots.push((allocation, place, size));
    }
    for function in module.functions() {
        lower_allocas(cx, module, function);
    }
    if cx.has_errors() {
        return;
    }
    for (allocation, _, size) in &slots {
        record(cx, *allocation, *size);
    }
    for (allocation, place, size) in slots {
        lower(module, allocation, place, size);
    }
}

/// Takes `tail` off the calls. TinyGo's optimiser promises with it that nothing called sees the caller's stack, which
/// was true as long as the variables were not there.
fn break_promises(module: &Module<'_>) {
    let instructions = module.functions().into_iter().flat_map(Value::instructions);
    for call in instructions.filter(|instruction| instruction.op() == Op::Call) {
        call.set_tail_call(false);
    }
}

/// Reports what is certain before other passes have run: the functions' allocations of a size that no stack has room for, and
/// those that the functions themselves store in package variables.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>, functions: &[Value<'_>]) {
    let mut escapes = Escapes::default();
    for allocation in allocations(module) {
        if !functions.contains(&allocation.function()) {
            continue;
        }
        let size = allocation.operand(0).and_then(Value::as_u64);
        if size.is_none_or(|size| size > stack::LIMIT) {
            reject_size(cx, allocation, size);
            continue;
        }
        let escape = escapes.of_allocation(allocation).escape;
        let is_certain = |escape: &Escape<'_>| {
            matches!(escape.how, How::Variable(_)) && functions.contains(&escape.at.function())
        };
        if let Some(escape) = escape.filter(is_certain) {
            reject_escape(cx, module, allocation, &escape);
        }
    }
}

fn allocations<'m>(module: &'m Module<'_>) -> Vec<Value<'m>> {
    let functions = module.functions().into_iter();
    functions
        .flat_map(Value::instructions)
        .filter(|instruction| is_allocation(*instruction))
        .collect()
}

/// Inlines the functions that hand out what they allocate, and those that hand out what these handed them.
fn inline_constructors(cx: &mut Cx<'_>, module: &Module<'_>) {
    loop {
        let mut escapes = Escapes::default();
        let mut found = false;
        for allocation in allocations(module) {
            let function = allocation.function();
            let inlinable = !cx.is_root(function)
                && !function.has_attr(Attr::Function, "noinline")
                && !function.has_attr(Attr::Function, "alwaysinline");
            let handed_out = |escape: Escape<'_>| {
                matches!(escape.how, How::Returned | How::Parameter)
                    && escape.at.function() == function
            };
            if inlinable
                && escapes
                    .of_allocation(allocation)
                    .escape
                    .is_some_and(handed_out)
            {
                function.add_attr(module, Attr::Function, "alwaysinline", 0);
                found = true;
            }
        }
        if !found {
            return;
        }
        cx.llvm_passes(module, "always-inline");
    }
}

/// Makes the slot in the entry block, and zeroes it where the variable comes to life.
fn lower(module: &Module<'_>, allocation: Value<'_>, place: Value<'_>, size: u64) {
    let Some(start) = allocation
        .function()
        .entry()
        .and_then(|entry| entry.first())
    else {
        return;
    };
    let align = slot_align(allocation, size);
    let builder = Builder::before(module, start);
    builder.set_location(None);
    let ty = slot_type(module, allocation, size);
    let name = allocation.name();
    let slot = builder.alloca(ty, "");
    slot.set_alignment(align);
    builder.move_before(place);
    builder.set_location(allocation.debug_location());
    if size > 0 {
        builder.zero(slot, size, align);
    }
    allocation.replace_all_uses_with(slot);
    allocation.erase();
    slot.set_name(&name);
}

/// The alignment that the allocation asks for, and more where the size has room for it: BPF copies and clears unaligned
/// memory byte by byte.
fn slot_align(allocation: Value<'_>, size: u64) -> u32 {
    let asked = allocation
        .call_attr_value(Attr::Return, "align")
        .unwrap_or(1) as u32;
    asked.max(natural_align(size))
}

fn natural_align(size: u64) -> u32 {
    (1 << size.max(1).ilog2()).min(u64::from(FRAME_ALIGN)) as u32
}

/// The struct or array that the program sees in the memory, as its address arithmetic says; bytes where it says nothing.
fn slot_type<'m>(module: &'m Module<'_>, allocation: Value<'m>, size: u64) -> Ty<'m> {
    let users = allocation.users().into_iter();
    let mut seen = users
        .filter(|user| user.op() == Op::Gep && user.operand(0) == Some(allocation))
        .map(Value::gep_source_type)
        .filter(|ty| ty.is_sized() && module.size_of(*ty) == size);
    seen.next()
        .unwrap_or_else(|| module.int_type(8).array_of(size))
}

/// Notes the slot for the report on an overfull stack.
fn record(cx: &mut Cx<'_>, allocation: Value<'_>, bytes: u64) {
    let function = allocation.function().name();
    let local = Local {
        name: variable(allocation).unwrap_or_else(|| what(allocation).to_owned()),
        bytes,
        position: position(allocation),
    };
    match cx.locals.iter_mut().find(|l| l.function == function) {
        Some(locals) => locals.variables.push(local),
        None => cx.locals.push(Locals {
            function,
            variables: vec![local],
        }),
    }
}

/// Aligns the slots that TinyGo made itself as ours, moves those that inlining left elsewhere to the entry block, where the
/// back end knows their place, and reports those of no fixed size.
fn lower_allocas(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>) {
    let Some(entry) = function.entry() else {
        return;
    };
    for instruction in function.instructions() {
        let is_restore = |name: &str| name.starts_with("llvm.stackrestore");
        match instruction.op() {
            Op::Alloca if instruction.operand(0).and_then(Value::as_u64).is_none() => {
                cx.error(Topic::Heap, position(instruction), "this memory has a size that is only known when the program runs, and the stack of a BPF program is laid out when it is compiled")
                    .help("use an array of constant size");
            }
            Op::Alloca if instruction.block() != entry => {
                let Some(start) = entry.first() else { continue };
                let builder = Builder::before(module, start);
                builder.set_location(None);
                let count = instruction.operand(0).and_then(Value::as_u64).unwrap_or(1);
                let ty = instruction.allocated_type();
                let ty = if count == 1 { ty } else { ty.array_of(count) };
                let name = instruction.name();
                let slot = builder.alloca(ty, "");
                slot.set_alignment(instruction.alignment());
                instruction.replace_all_uses_with(slot);
                instruction.erase();
                slot.set_name(&name);
            }
            Op::Alloca => {
                let natural = natural_align(module.size_of(instruction.allocated_type()));
                instruction.set_alignment(instruction.alignment().max(natural));
            }
            // With all allocas in the entry block there is nothing to restore.
            Op::Call if instruction.callee().is_some_and(|c| is_restore(&c.name())) => {
                instruction.erase();
            }
            _ => {}
        }
    }
}

fn reject_size(cx: &mut Cx<'_>, allocation: Value<'_>, size: Option<u64>) {
    let name = subject(allocation);
    match size {
        Some(size) => cx
            .error(Topic::StackSize, position(allocation), format!("{name} needs {size} bytes, and the stack of a BPF program has {}", stack::LIMIT))
            .help("keep it in a per-CPU array map with one entry, and work on what the lookup returns"),
        None => cx
            .error(Topic::Heap, position(allocation), format!("{name} has a size that is only known when the program runs, and BPF has no heap to allocate it from"))
            .help("use an array of the largest size it can have, such as `var buf [64]byte`, and slice it")
            .help("or keep it in a per-CPU array map, if it is too large for the 512 bytes of stack"),
    };
}

fn reject_escape(cx: &mut Cx<'_>, module: &Module<'_>, allocation: Value<'_>, escape: &Escape<'_>) {
    let name = subject(allocation);
    let way = match escape.how {
        How::Returned => "is returned".to_owned(),
        How::Parameter => "is stored behind a parameter".to_owned(),
        How::Variable(variable) => {
            let variable = variable.name();
            let short = variable.rsplit('.').next().unwrap_or_default();
            format!("is stored in package variable `{short}`")
        }
        How::Memory => "is stored in memory that is not on this stack".to_owned(),
        How::FunctionValue => "is passed to a function value, which may keep it".to_owned(),
        How::Unknown => "is used in a way that may keep it".to_owned(),
    };
    let by = escape::elsewhere(module, escape, allocation)
        .map(|function| format!(" by `{function}`"))
        .unwrap_or_default();
    let place = position(escape.at)
        .filter(|at| Some(at) != position(allocation).as_ref())
        .map(|at| format!(" at {at}"))
        .unwrap_or_default();
    let report = cx.error(Topic::Heap,
        position(allocation),
        format!("{name} outlives its function, and BPF has no heap to keep it in: its address {way}{by}{place}"),
    );
    match escape.how {
        How::Returned | How::Parameter => report
            .help("remove `//go:noinline` from the function, so that it becomes part of its caller")
            .help("or let the caller declare the variable, and pass its address"),
        How::Variable(_) | How::Memory => report
            .help("store the value instead of its address")
            .help("or keep the object in a map, and use the pointer that the lookup returns"),
        How::FunctionValue | How::Unknown => report.help("call the function by its name"),
    };
}

fn reject_loop(cx: &mut Cx<'_>, allocation: Value<'_>, survivor: Value<'_>) {
    let name = subject(allocation);
    let place = position(survivor)
        .filter(|at| Some(at) != position(allocation).as_ref())
        .map(|at| format!(" (at {at})"))
        .unwrap_or_default();
    cx.error(Topic::Heap, position(allocation), format!("{name} is a new variable in each iteration of a loop, and the one before is still in use then{place}; BPF has no heap to keep them in"))
        .help("declare an array before the loop, and use one element in each iteration")
        .help("or copy the value instead of keeping its address");
}

/// The variable or expression, as a message calls it.
fn subject(allocation: Value<'_>) -> String {
    match variable(allocation) {
        Some(name) => format!("`{name}`"),
        None => what(allocation).to_owned(),
    }
}

/// What made an allocation without a variable, as TinyGo names it.
fn what(allocation: Value<'_>) -> &'static str {
    match base_name(&allocation.name()) {
        "complit" => "this composite literal",
        "new" => "this `new`",
        "makeslice" => "this `make`",
        "slicelit" => "this slice literal",
        "varargs" => "the slice of these arguments",
        _ => "this value",
    }
}

/// The Go variable that an allocation is for: TinyGo gives it its name.
fn variable(allocation: Value<'_>) -> Option<String> {
    let full = allocation.name();
    let name = full.split('.').next().unwrap_or_default();
    if what(allocation) != "this value" || name.is_empty() {
        return None;
    }
    // LLVM tells variables of one name apart by numbers.
    let base = base_name(&full);
    let siblings = allocation.function().instructions().into_iter();
    let mut siblings = siblings
        .filter(|i| is_allocation(*i) || i.op() == Op::Alloca)
        .chain(allocation.function().params());
    let numbered = base != name && !base.is_empty() && siblings.any(|other| other.name() == base);
    Some(if numbered { base } else { name }.to_owned())
}

/// A name without what LLVM adds to it: digits, and parts after a dot.
fn base_name(name: &str) -> &str {
    let name = name.split('.').next().unwrap_or_default();
    name.trim_end_matches(|c: char| c.is_ascii_digit())
}
