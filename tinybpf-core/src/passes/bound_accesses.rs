//! After optimisation: bounds for the verifier where Go knows more than it does.
//!
//! Go checks every index against the length of its slice. The verifier follows each number by its own range and forgets how
//! numbers relate: after `s := buf[a:b]` it does not know that `a+i` is less than 64 because `i` is less than `b-a`
//! (`adjust_scalar_min_max_vals` in kernel/bpf/verifier.c). LLVM drops checks that follow from such relations, too.
//!
//! So an access to a variable of known size, at a distance from its start that [`Ranges`] finds no bound for as the verifier
//! would, goes by way of a bound that it sees: a distance beyond the variable, which never comes, becomes 0. And where LLVM
//! computes an address before the check of its index, of which the verifier would learn nothing any more, it is computed anew.

mod checks;
mod dominators;
mod ranges;

use std::collections::HashMap;

pub(super) use self::{
    dominators::Dominators,
    ranges::{Ranges, parts, same},
};
use super::{
    Cx,
    lower_panics::{callers, is_callback},
};
use crate::{
    Cpu,
    llvm::{Builder, Kind, Linkage, Module, Op, Value, predicate},
};

/// Through how many callers a variable is looked for.
const DEPTH: u32 = 8;

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    // Before v3 all comparisons are of 64 bits.
    let narrow = if cx.options.instruction_set() < Cpu::V3 {
        32
    } else {
        16
    };
    for function in module.functions() {
        checks::share(module, function, narrow);
        let accesses: Vec<_> = function
            .instructions()
            .into_iter()
            .flat_map(|i| Access::all(module, i))
            .collect();
        if accesses.is_empty() {
            continue;
        }
        let ranges = Ranges::of(function);
        let mut bounded = HashMap::new();
        for access in accesses {
            match access.seen_by_verifier(&ranges) {
                Seen::Bounded => {}
                Seen::Checked => access.compute_anew(module),
                Seen::Unbounded => access.bound(module, &mut bounded),
            }
        }
    }
}

/// What the verifier sees of an access.
enum Seen {
    /// That it stays where it may be, or nothing that could be helped.
    Bounded,
    /// A check of the index, if the address is computed behind it.
    Checked,
    /// No bound.
    Unbounded,
}

/// A step in an address: a number with what it is multiplied by, and where the step is made.
#[derive(Clone, Copy)]
pub(super) struct Term<'m> {
    pub(super) index: Value<'m>,
    pub(super) scale: u64,
    gep: Value<'m>,
}

/// A load or store at a distance from the start of something that is not constant.
struct Access<'m> {
    instruction: Value<'m>,
    /// Which operand is the address.
    operand: u32,
    /// How many bytes it reads or writes.
    size: u64,
    /// What it lies in, and how many bytes that has, if it is a variable.
    base: Value<'m>,
    room: Option<u64>,
    /// The distance: a constant, and steps.
    constant: i64,
    terms: Vec<Term<'m>>,
}

impl<'m> Access<'m> {
    /// The accesses of an instruction; copies and fills of constant length are such, too.
    fn all(module: &'m Module<'_>, instruction: Value<'m>) -> Vec<Self> {
        let size = |value: Option<Value<'m>>| value.map(|value| module.size_of(value.ty()));
        let sizes = match instruction.op() {
            Op::Load => [size(Some(instruction)), None],
            Op::Store => [None, size(instruction.operand(0))],
            Op::AtomicRmw | Op::CmpXchg => [size(instruction.operand(1)), None],
            Op::Call => moved(instruction),
            _ => [None, None],
        };
        let accesses = (0..).zip(sizes);
        accesses
            .filter_map(|(operand, size)| Self::of(module, instruction, operand, size?))
            .collect()
    }

    fn of(module: &'m Module<'_>, instruction: Value<'m>, operand: u32, size: u64) -> Option<Self> {
        let (mut constant, mut terms) = (0, Vec::new());
        let mut base = instruction.operand(operand)?;
        while base.op() == Op::Gep {
            add_steps(module, base, &mut constant, &mut terms)?;
            base = base.operand(0)?;
        }
        let room = room(module, base, DEPTH);
        (!terms.is_empty()).then_some(Self {
            instruction,
            operand,
            size,
            base,
            room,
            constant,
            terms,
        })
    }

    fn seen_by_verifier(&self, ranges: &Ranges<'m>) -> Seen {
        // It takes the iterations of a loop one by one, so that a counter is a constant to it.
        if let [Term { index, .. }] = self.terms[..]
            && ranges.is_counter(index)
        {
            return Seen::Bounded;
        }
        let here = self.instruction.block();
        let early = self.end(|term| ranges.most(term.index, term.gep.block()), ranges);
        let late = self.end(|term| ranges.most_checked(term.index, here), ranges);
        match (self.room, early, late) {
            (Some(room), Some(end), _) if end <= i128::from(room) => Seen::Bounded,
            (Some(room), _, Some(end)) if end <= i128::from(room) => Seen::Checked,
            (Some(_), ..) => Seen::Unbounded,
            (None, early, Some(late))
                if early.is_none_or(|early| early > late) && !self.is_compared() =>
            {
                Seen::Checked
            }
            _ => Seen::Bounded,
        }
    }

    /// Where the access ends at the latest; nothing where a step has no limit, or may lead before the start.
    fn end(&self, most: impl Fn(&Term<'m>) -> Option<u64>, ranges: &Ranges<'m>) -> Option<i128> {
        let mut start = i128::from(self.constant);
        let mut end = start + i128::from(self.size);
        for term in &self.terms {
            let scale = i128::from(term.scale);
            start += i128::from(ranges.least(term.index, self.instruction.block())) * scale;
            end += i128::from(most(term)?) * scale;
        }
        (start >= 0).then_some(end)
    }

    /// Whether the address is compared with another, such as the end of a packet, from which the verifier learns.
    fn is_compared(&self) -> bool {
        let steps = self.terms.iter().map(|term| term.gep);
        let addresses = steps
            .chain(self.instruction.operand(self.operand))
            .chain([self.base]);
        addresses
            .flat_map(Value::users)
            .any(|user| matches!(user.op(), Op::ICmp | Op::PtrToInt))
            || self.base.op() == Op::IntToPtr
    }

    /// Computes the address where it is used, of copies of the indices that LLVM takes for other numbers.
    fn compute_anew(&self, module: &'m Module<'_>) {
        let builder = Builder::before(module, self.instruction);
        let (word, byte) = (module.int_type(64), module.int_type(8));
        let mut address = self.base;
        for term in &self.terms {
            let hidden = hidden(module, &builder, widened(module, &builder, term.index));
            let step = if term.scale == 1 {
                hidden
            } else {
                builder.binary(Op::Mul, hidden, word.int(term.scale))
            };
            address = builder.gep(byte, address, &[step]);
        }
        if self.constant != 0 {
            address = builder.gep(byte, address, &[word.int(self.constant.cast_unsigned())]);
        }
        self.instruction.set_operand(self.operand, address);
    }

    /// Lets the access go by way of a bound; accesses at one distance share it.
    fn bound(&self, module: &'m Module<'_>, known: &mut HashMap<(Value<'m>, u64), Value<'m>>) {
        let Some(limit) = self.room.and_then(|room| room.checked_sub(self.size)) else {
            return;
        };
        let Some(address) = self.instruction.operand(self.operand) else {
            return;
        };
        let new = known
            .get(&(address, self.size))
            .copied()
            .unwrap_or_else(|| {
                let new = self.bounded_address(module, address, limit);
                known.insert((address, self.size), new);
                new
            });
        self.instruction.set_operand(self.operand, new);
    }

    fn bounded_address(&self, module: &'m Module<'_>, address: Value<'m>, limit: u64) -> Value<'m> {
        let word = module.int_type(64);
        // Where the address is made: there it dominates all that goes by it.
        let place = if address.op() == Op::Gep {
            address
        } else {
            self.instruction
        };
        let builder = Builder::before(module, place);
        // Before the bound if it is negative: the distance without it may be less.
        let (before, after) = if self.constant < 0 {
            (self.constant, 0)
        } else {
            (0, self.constant)
        };
        let mut sum = None;
        for Term { index, scale, .. } in &self.terms {
            let wide = widened(module, &builder, *index);
            let term = if *scale == 1 {
                wide
            } else {
                builder.binary(Op::Mul, wide, word.int(*scale))
            };
            sum = Some(sum.map_or(term, |sum| builder.binary(Op::Add, sum, term)));
        }
        let mut distance = sum.unwrap_or(word.int(0));
        if before != 0 {
            distance = builder.binary(Op::Add, distance, word.int(before.cast_unsigned()));
        }
        // LLVM may know that it is never beyond.
        let hidden = hidden(module, &builder, distance);
        let limit = limit.saturating_sub(after.cast_unsigned());
        let beyond = builder.icmp(predicate::UGT, hidden, word.int(limit));
        let bounded = builder.select(beyond, word.int(0), hidden);
        let byte = module.int_type(8);
        let new = builder.gep(byte, self.base, &[bounded]);
        if after == 0 {
            new
        } else {
            builder.gep(byte, new, &[word.int(after.cast_unsigned())])
        }
    }
}

/// How many bytes lie at an address for sure: those of a variable, also of a caller's.
fn room(module: &Module<'_>, base: Value<'_>, depth: u32) -> Option<u64> {
    if base.op() == Op::Alloca {
        return Some(module.size_of(base.allocated_type()));
    }
    match base.kind() {
        Kind::Variable => Some(module.size_of(base.value_type())),
        Kind::Argument => {
            let (function, index) = base.parameter()?;
            let depth = depth.checked_sub(1)?;
            if function.linkage() != Linkage::Internal || is_callback(function) {
                return None;
            }
            let passed = callers(function).into_iter().map(|call| {
                let (base, offset) = constant_distance(module, call.operand(index)?)?;
                room(module, base, depth)?.checked_sub(offset.try_into().ok()?)
            });
            passed.min().flatten()
        }
        _ => None,
    }
}

/// How many bytes a call fills or copies, by the operands with the addresses.
pub(super) fn moved(call: Value<'_>) -> [Option<u64>; 2] {
    let name = call.callee().filter(|callee| callee.is_intrinsic());
    let name = name.map(Value::name).unwrap_or_default();
    let length = || call.operand(2).and_then(Value::as_u64);
    if name.starts_with("llvm.memset.") {
        [length(), None]
    } else if name.starts_with("llvm.memcpy.") || name.starts_with("llvm.memmove.") {
        [length(), length()]
    } else {
        [None, None]
    }
}

/// An index as address arithmetic takes it.
pub(super) fn widened<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    index: Value<'m>,
) -> Value<'m> {
    let word = module.int_type(64);
    if index.ty() == word {
        index
    } else {
        builder.cast(Op::SExt, index, word)
    }
}

/// A copy of a 64-bit number of which LLVM knows nothing.
pub(super) fn hidden<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    number: Value<'m>,
) -> Value<'m> {
    let word = module.int_type(64);
    let identity = word.function(&[word]);
    builder.call(identity, module.empty_asm(identity, "=r,0"), &[number])
}

/// What an address lies in and how far from its start, where each step on the way is constant.
pub(super) fn constant_distance<'m>(
    module: &Module<'_>,
    address: Value<'m>,
) -> Option<(Value<'m>, i64)> {
    let (mut base, mut constant, mut terms) = (address, 0, Vec::new());
    while base.op() == Op::Gep {
        add_steps(module, base, &mut constant, &mut terms)?;
        base = base.operand(0)?;
    }
    terms.is_empty().then_some((base, constant))
}

/// Adds the steps of an address computation; nothing if they are not understood.
pub(super) fn add_steps<'m>(
    module: &Module<'_>,
    gep: Value<'m>,
    constant: &mut i64,
    terms: &mut Vec<Term<'m>>,
) -> Option<()> {
    let mut ty = gep.gep_source_type();
    for (depth, index) in gep.operands().into_iter().skip(1).enumerate() {
        if depth > 0 {
            if let Some((element, _)) = ty.array() {
                ty = element;
            } else {
                let field = index.as_u64()?;
                *constant = constant.checked_add_unsigned(module.offset_of(ty, field as u32))?;
                ty = *ty.fields().get(field as usize)?;
                continue;
            }
        }
        let scale = module.size_of(ty);
        match index.as_u64() {
            Some(number) => {
                // Sign-extended, as address arithmetic has it.
                let shift = 64 - index.ty().int_width().unwrap_or(64);
                let number = number.cast_signed() << shift >> shift;
                *constant = constant.checked_add(number.checked_mul(scale.cast_signed())?)?;
            }
            None => terms.push(Term { index, scale, gep }),
        }
    }
    Some(())
}
