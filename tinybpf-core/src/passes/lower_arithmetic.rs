//! Makes Go's atomic operations and big assignments what BPF has for them.
//!
//! `sync/atomic` reaches LLVM as operations that hold for one thread only, because TinyGo's target has one; BPF programs run
//! on all processors at once. BPF has atomic operations on 32 and 64 bits, from v3 on with a result. It has no atomic loads
//! and stores that LLVM offers on every `mcpu`:
//!
//! - A load becomes a volatile load, which the kernel's compilers make one instruction. It is not ordered against later
//!   loads of other variables on processors that reorder loads (`BPF_LOAD_ACQ` came with Linux 6.15).
//! - A store becomes an exchange, which the kernel orders fully; on v1 and v2, which have none, a volatile store.
//!
//! What the back end cannot do of integer arithmetic waits for [`legalise`](super::legalise), after optimisation.

pub(super) mod alignment;

use super::{Cx, position_outside};
use crate::{
    Cpu, Topic,
    llvm::{Attr, Builder, Module, Op, Ty, TyKind, Value},
};

/// The package that Go's atomic operations come from.
const ATOMIC: &str = "sync/atomic";

/// Read-modify-write operations (`LLVMAtomicRMWBinOp`).
mod rmw {
    pub(super) const XCHG: u32 = 0;
    pub(super) const ADD: u32 = 1;
    pub(super) const SUB: u32 = 2;
    pub(super) const AND: u32 = 3;
    pub(super) const OR: u32 = 5;
    pub(super) const XOR: u32 = 6;
}

/// `LLVMAtomicOrderingSequentiallyConsistent`, the only ordering that Go has (go.dev/ref/mem). An addition whose result nobody
/// uses keeps it too, so that the JIT orders it (on arm64 `ldaddal`, not `stadd`), as clang does for `__sync_fetch_and_add`.
const SEQ_CST: u32 = 7;

/// Aggregates up to this size, in bytes, stay in registers.
const SMALL: u64 = 16;

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    inline_atomics(cx, module);
    for instruction in module.functions().into_iter().flat_map(Value::instructions) {
        match instruction.op() {
            Op::Load if instruction.ordering() != 0 => {
                instruction.set_ordering(0);
                instruction.set_volatile(true);
            }
            Op::Store if instruction.ordering() != 0 => lower_store(cx, module, instruction),
            Op::Store => lower_assignment(module, instruction),
            Op::AtomicRmw => lower_rmw(cx, module, instruction),
            Op::CmpXchg => {
                let value = instruction.operand(1).map(Value::ty);
                if check(cx, instruction, value, "compare-and-swap", Cpu::V3) {
                    instruction.clear_single_thread();
                }
            }
            _ => {}
        }
    }
}

/// Inlines Go's one-line functions around atomic operations, so that it shows whether a result is used.
fn inline_atomics(cx: &mut Cx<'_>, module: &Module<'_>) {
    let mut found = false;
    for function in module.functions() {
        let name = function.name();
        let atomic = name.trim_start_matches("(*").starts_with(ATOMIC);
        if atomic && !function.is_declaration() {
            function.remove_attr(Attr::Function, "noinline");
            function.add_attr(module, Attr::Function, "alwaysinline", 0);
            found = true;
        }
    }
    if found {
        cx.llvm_passes(module, "always-inline");
    }
}

fn lower_store(cx: &Cx<'_>, module: &Module<'_>, store: Value<'_>) {
    let (Some(value), Some(address)) = (store.operand(0), store.operand(1)) else {
        return;
    };
    let exchangeable = matches!(value.ty().int_width(), Some(32 | 64));
    if cx.options.instruction_set() >= Cpu::V3 && exchangeable {
        Builder::before(module, store).atomic_rmw(rmw::XCHG, address, value, SEQ_CST);
        store.erase();
    } else {
        store.set_ordering(0);
        store.set_volatile(true);
    }
}

fn lower_rmw(cx: &mut Cx<'_>, module: &Module<'_>, instruction: Value<'_>) {
    let used = is_needed(instruction);
    let (name, cpu) = match instruction.atomic_rmw_op() {
        rmw::ADD | rmw::SUB if !used => ("addition", Cpu::V1),
        rmw::ADD | rmw::SUB => ("addition whose result is used", Cpu::V3),
        rmw::AND => ("AND", Cpu::V3),
        rmw::OR => ("OR", Cpu::V3),
        rmw::XOR => ("XOR", Cpu::V3),
        rmw::XCHG => ("swap", Cpu::V3),
        _ => {
            cx.error(
                Topic::Atomics,
                position_outside(instruction, ATOMIC),
                "BPF has no such atomic operation",
            )
            .help("write a loop around `atomic.CompareAndSwapUint64`");
            return;
        }
    };
    if !check(cx, instruction, Some(instruction.ty()), name, cpu) {
        return;
    }
    instruction.clear_single_thread();
    if instruction.atomic_rmw_op() == rmw::SUB {
        let (Some(address), Some(value)) = (instruction.operand(0), instruction.operand(1)) else {
            return;
        };
        let builder = Builder::before(module, instruction);
        let negative = builder.binary(Op::Sub, value.ty().int(0), value);
        let add = builder.atomic_rmw(rmw::ADD, address, negative, SEQ_CST);
        instruction.replace_all_uses_with(add);
        instruction.erase();
    }
}

/// Whether the instruction set has an atomic operation on such values; reports it if not.
fn check(
    cx: &mut Cx<'_>,
    instruction: Value<'_>,
    ty: Option<Ty<'_>>,
    name: &str,
    cpu: Cpu,
) -> bool {
    let bits = ty.and_then(Ty::int_width);
    if let Some(bits) = bits.filter(|bits| !matches!(bits, 32 | 64)) {
        cx.error(
            Topic::Atomics,
            position_outside(instruction, ATOMIC),
            format!(
                "an atomic {name} of {bits} bits: BPF has atomic operations for 32 and 64 bits only"
            ),
        )
        .help("use a `uint32` or `uint64`");
        return false;
    }
    if cx.options.instruction_set() < cpu {
        let have = cx.options.instruction_set();
        let why = match (cx.options.cpu, cx.options.min_kernel) {
            (None, Some(kernel)) => format!("the program is to load on Linux {kernel}"),
            _ => format!("this is compiled for {have}"),
        };
        let help = match (cx.options.cpu, cx.options.min_kernel) {
            (None, Some(_)) => "raise the lowest kernel to 5.12",
            _ => "compile for cpu v3 or later",
        };
        cx.error(
            Topic::Atomics,
            position_outside(instruction, ATOMIC),
            format!("an atomic {name} needs BPF's instruction set {cpu} (Linux 5.12), and {why}"),
        )
        .help(help)
        .help("or use only `atomic.Add…` without its result, which every version has");
        return false;
    }
    true
}

/// Whether anything depends on a value but arithmetic that nothing depends on.
fn is_needed(value: Value<'_>) -> bool {
    value.users().into_iter().any(|user| {
        !matches!(user.op(), Op::Add | Op::Sub | Op::And | Op::Or | Op::Xor) || is_needed(user)
    })
}

/// Turns the assignment of a big array or struct into a copy of memory: LLVM takes it apart into a load and a store of each
/// element, which for `[200]byte` are 400 instructions.
fn lower_assignment(module: &Module<'_>, store: Value<'_>) {
    let (Some(value), Some(to)) = (store.operand(0), store.operand(1)) else {
        return;
    };
    let size = module.size_of(value.ty());
    if store.is_volatile() {
        return;
    }
    if size <= SMALL {
        return widen_assignment(module, store, size);
    }
    if !has_array(value.ty()) {
        return;
    }
    if value.is_null() {
        Builder::before(module, store).zero(to, size, store.alignment());
        store.erase();
        return;
    }
    if value.op() != Op::Load || value.is_volatile() {
        return;
    }
    let Some(from) = value.operand(0) else { return };
    let align = value.alignment().min(store.alignment());
    if is_unchanged_between(value, store) {
        Builder::before(module, store).copy(to, from, size, align);
    } else {
        // What was loaded may be overwritten before it is stored (`a, b = b, a`): keep it aside.
        let Some(start) = store.function().entry().and_then(|entry| entry.first()) else {
            return;
        };
        let builder = Builder::before(module, start);
        builder.set_location(None);
        let aside = builder.alloca(value.ty(), "aside");
        aside.set_alignment(value.alignment());
        builder.move_before(value);
        builder.copy(aside, from, size, value.alignment());
        builder.move_before(store);
        builder.copy(to, aside, size, align);
    }
    store.erase();
    if !value.is_used() {
        value.erase();
    }
}

/// Copies a small array in the biggest units that both sides are aligned to: LLVM copies it by element, and a `[4]byte` is four
/// of them, also where it is a field behind a `uint32`.
fn widen_assignment(module: &Module<'_>, store: Value<'_>, size: u64) {
    let (Some(value), Some(to)) = (store.operand(0), store.operand(1)) else {
        return;
    };
    // Not a struct: what was never written between its fields would spoil the fields.
    if value.ty().kind() != TyKind::Array || value.op() != Op::Load || value.is_volatile() {
        return;
    }
    let Some(from) = value.operand(0) else { return };
    let is_struct = |ty: Ty<'_>| ty.kind() == TyKind::Struct;
    if element(value.ty()).is_none_or(|ty| is_struct(ty) || ty.is_pointer()) || size == 0 {
        return;
    }
    let shared = alignment::of(module, from)
        .max(value.alignment())
        .min(alignment::of(module, to).max(store.alignment()));
    let unit = shared.min(8).min(1 << size.trailing_zeros().min(3));
    if unit <= module.align_of(value.ty()) {
        return;
    }
    let ty = module.int_type(unit * 8).array_of(size / u64::from(unit));
    let builder = Builder::before(module, value);
    let wide = builder.load(ty, from);
    wide.set_alignment(unit);
    builder.move_before(store);
    builder.store(wide, to).set_alignment(unit);
    store.erase();
    if !value.is_used() {
        value.erase();
    }
}

/// What an array of arrays is made of in the end.
fn element(ty: Ty<'_>) -> Option<Ty<'_>> {
    match ty.array() {
        Some((inner, _)) => element(inner),
        None => Some(ty),
    }
}

fn has_array(ty: Ty<'_>) -> bool {
    match ty.kind() {
        TyKind::Array => true,
        TyKind::Struct => ty.fields().into_iter().any(has_array),
        _ => false,
    }
}

/// Whether no instruction between a load and a later one in the same block can write memory.
fn is_unchanged_between(load: Value<'_>, end: Value<'_>) -> bool {
    let mut next = load.next();
    while let Some(instruction) = next.filter(|i| *i != end) {
        if matches!(
            instruction.op(),
            Op::Store | Op::Call | Op::AtomicRmw | Op::CmpXchg | Op::Fence
        ) {
            return false;
        }
        next = instruction.next();
    }
    next.is_some()
}
