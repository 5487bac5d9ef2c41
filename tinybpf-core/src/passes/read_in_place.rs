//! Lets helpers read kernel memory to where it is needed.
//!
//! `event.Pid = task.Pid` reads the field into a slot on the stack, from there into a register, and that is stored in the event. The
//! helper can write into the event itself, as C programs let it, if nobody looks there in between. What LLVM knows of helpers is
//! not enough for it to do so.

mod untouched;

use std::collections::HashSet;

use self::untouched::{Range, is_untouched};
use super::{Cx, bound_accesses::constant_distance, lower_panics::Callee};
use crate::llvm::{Builder, Module, Op, Value};

/// Helpers that fill memory and look at nothing else that the program can write: `(dst, size, src)`.
const READERS: [&str; 3] = [
    "bpf_probe_read",
    "bpf_probe_read_kernel",
    "bpf_probe_read_user",
];

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let instructions = module.functions().into_iter().flat_map(Value::instructions);
    let slots: Vec<_> = instructions.filter(|i| i.op() == Op::Alloca).collect();
    let mut found = false;
    for slot in slots {
        let Some(fills) = fills(module, slot) else {
            continue;
        };
        for fill in fills {
            found |= fill.redirect(module);
        }
    }
    if found {
        // What the helpers overwrite need not be zeroed before.
        cx.llvm_passes(module, "function(dse)");
    }
}

/// A call of a helper that fills a slot, which is only read to be stored elsewhere.
struct Fill<'m> {
    call: Value<'m>,
    /// What zeroes the slot before, where the helper may write less than all of it.
    zeroing: Option<Value<'m>>,
    /// How many bytes the slot has from then on.
    size: u64,
    reads: Vec<Read<'m>>,
}

/// A read of a part of a slot.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Read<'m> {
    /// The load, or the copy.
    at: Value<'m>,
    offset: u64,
    size: u64,
}

/// All that happens to a slot; nothing if anything else does than that helpers fill it, each for reads of its own.
fn fills<'m>(module: &'m Module<'_>, slot: Value<'m>) -> Option<Vec<Fill<'m>>> {
    let mut users: Vec<_> = slot.users().into_iter().map(|user| (user, 0)).collect();
    let mut reads = Vec::new();
    let (mut calls, mut zeroings) = (Vec::new(), Vec::new());
    while let Some((user, offset)) = users.pop() {
        match user.op() {
            Op::Gep => {
                let (_, offset) = constant_distance(module, user)?;
                users.extend(user.users().into_iter().map(|user| (user, offset)));
            }
            Op::Load if !user.is_volatile() => reads.push(Read {
                at: user,
                offset: offset.try_into().ok()?,
                size: module.size_of(user.ty()),
            }),
            Op::Call if is_named(user, "llvm.lifetime.") => {}
            Op::Call if is_zeroing(user, slot) => zeroings.push(user),
            Op::Call if is_reader(user) && user.operand(0) == Some(slot) => calls.push(user),
            Op::Call if is_copy_from(user, slot) => reads.push(Read {
                at: user,
                offset: 0,
                size: user.operand(2)?.as_u64()?,
            }),
            _ => return None,
        }
    }
    let mut fills: Vec<Fill<'m>> = Vec::new();
    for call in calls {
        fills.push(fill(module, slot, call, &zeroings, &reads)?);
    }
    // What is read may come from one call alone, and may not have been zeroed for another.
    let one =
        |matches: &dyn Fn(&Fill<'m>) -> bool| fills.iter().filter(|f| matches(f)).count() == 1;
    let is_one_read = |read: &Read<'m>| one(&|fill| fill.reads.contains(read));
    let is_one_zeroing = |zeroing: &Value<'m>| one(&|fill| fill.zeroing == Some(*zeroing));
    (reads.iter().all(is_one_read) && zeroings.iter().all(is_one_zeroing)).then_some(fills)
}

/// What a call fills a slot with, and what is read of it before it is filled anew.
fn fill<'m>(
    module: &Module<'_>,
    slot: Value<'m>,
    call: Value<'m>,
    zeroings: &[Value<'m>],
    reads: &[Read<'m>],
) -> Option<Fill<'m>> {
    let len = call.operand(1)?;
    let mut zeroing = None;
    for instruction in call.block().instructions() {
        if instruction == call {
            break;
        }
        if zeroings.contains(&instruction) {
            zeroing = Some(instruction);
        } else if instruction.op() == Op::Call && instruction.operand(0) == Some(slot) {
            zeroing = None;
        }
    }
    let size = match (len.as_u64(), zeroing) {
        (Some(size), None) => size,
        (None, Some(zeroing)) => {
            let size = zeroing.operand(2)?.as_u64()?;
            (at_most(len)? <= size).then_some(size)?
        }
        _ => return None,
    };
    if size > module.size_of(slot.allocated_type()) {
        return None;
    }
    let reads = reads_after(slot, call, reads);
    let fits = |read: &Read<'_>| read.offset + read.size <= size;
    reads.iter().all(fits).then_some(Fill {
        call,
        zeroing,
        size,
        reads,
    })
}

/// The reads of a slot between a call that fills it and the next that does.
fn reads_after<'m>(slot: Value<'m>, call: Value<'m>, reads: &[Read<'m>]) -> Vec<Read<'m>> {
    let mut found = Vec::new();
    let mut open = vec![call.next()];
    let mut seen = HashSet::new();
    while let Some(mut next) = open.pop() {
        let mut last = None;
        while let Some(instruction) = next {
            if instruction.op() == Op::Call && instruction.operand(0) == Some(slot) {
                last = None;
                break;
            }
            found.extend(reads.iter().filter(|read| read.at == instruction));
            last = Some(instruction);
            next = instruction.next();
        }
        let ways = last.map(Value::successors).unwrap_or_default().into_iter();
        open.extend(
            ways.filter(|block| seen.insert(*block))
                .map(|block| block.first()),
        );
    }
    found
}

/// What a number is at most: the smaller one of it and a constant.
fn at_most(number: Value<'_>) -> Option<u64> {
    let number = match number.op() {
        Op::ZExt => number.operand(0)?,
        _ => number,
    };
    let is_smaller = number.callee()?.name().starts_with("llvm.umin.");
    number.operand(1).filter(|_| is_smaller)?.as_u64()
}

/// Whether a call sets a slot to zero.
fn is_zeroing(call: Value<'_>, slot: Value<'_>) -> bool {
    is_named(call, "llvm.memset.")
        && call.operand(0) == Some(slot)
        && call.operand(1).is_some_and(|byte| byte.as_u64() == Some(0))
}

/// Whether a call copies a slot elsewhere.
fn is_copy_from(call: Value<'_>, slot: Value<'_>) -> bool {
    (is_named(call, "llvm.memcpy.") || is_named(call, "llvm.memmove."))
        && call.operand(1) == Some(slot)
        && call.operand(0) != Some(slot)
}

fn is_named(call: Value<'_>, prefix: &str) -> bool {
    call.callee()
        .is_some_and(|callee| callee.is_intrinsic() && callee.name().starts_with(prefix))
}

fn is_reader(call: Value<'_>) -> bool {
    match Callee::of(call) {
        Some(Callee::Helper(helper)) => READERS.contains(&helper.name),
        _ => false,
    }
}

impl<'m> Fill<'m> {
    /// Lets the helper write where all of the slot is stored, if it can; whether it could.
    fn redirect(&self, module: &'m Module<'_>) -> bool {
        let Some((target, stores)) = self.target(module) else {
            return false;
        };
        let first = self.zeroing.unwrap_or(self.call);
        if !is_untouched(module, first, self.call, &stores, target) {
            return false;
        }
        let builder = Builder::before(module, first);
        builder.set_location(first.debug_location());
        let word = module.int_type(64);
        let to = match target.offset {
            0 => target.object,
            offset => builder.gep(
                module.int_type(8),
                target.object,
                &[word.int(offset.cast_unsigned())],
            ),
        };
        if let Some(zeroing) = self.zeroing {
            builder.zero(to, self.size, alignment(module, target));
            zeroing.erase();
        }
        self.call.set_operand(0, to);
        for store in &stores {
            store.erase();
        }
        for read in &self.reads {
            if !stores.contains(&read.at) {
                read.at.erase();
            }
        }
        true
    }

    /// Where all of the slot is stored, and what stores it.
    fn target(&self, module: &Module<'_>) -> Option<(Range<'m>, Vec<Value<'m>>)> {
        let mut found = None;
        let mut stores = Vec::new();
        for read in &self.reads {
            let (store, address) = if read.at.op() == Op::Load {
                let [store] = read.at.users()[..] else {
                    return None;
                };
                let is_stored = store.op() == Op::Store
                    && store.operand(0) == Some(read.at)
                    && !store.is_volatile();
                (store, store.operand(1).filter(|_| is_stored)?)
            } else {
                (read.at, read.at.operand(0)?)
            };
            let (object, offset) = constant_distance(module, address)?;
            let target = Range {
                object,
                offset: offset - read.offset.cast_signed(),
                size: self.size,
            };
            if *found.get_or_insert(target) != target || target.offset < 0 {
                return None;
            }
            stores.push(store);
        }
        let mut parts: Vec<_> = self.reads.iter().map(|r| (r.offset, r.size)).collect();
        parts.sort_unstable();
        let end = parts.into_iter().try_fold(0, |end, (offset, size)| {
            (offset == end).then_some(end + size)
        });
        let is_near = |store: &Value<'_>| stores.len() == 1 || store.block() == self.call.block();
        let is_whole = end == Some(self.size) && stores.iter().all(is_near);
        Some((found.filter(|_| is_whole)?, stores))
    }
}

/// How a part of an object is aligned, in bytes.
fn alignment(module: &Module<'_>, range: Range<'_>) -> u32 {
    let object = super::lower_arithmetic::alignment::of(module, range.object);
    let offset = range.offset.trailing_zeros().min(3);
    object.min(1 << offset)
}
