//! After optimisation: bounds for the verifier where Go knows more than it does.
//!
//! Go checks every index against the length of its slice. The verifier follows each number by its own range and forgets how
//! numbers relate: after `s := buf[a:b]` it does not know that `a+i` is less than 64 because `i` is less than `b-a`
//! (`adjust_scalar_min_max_vals` in kernel/bpf/verifier.c). LLVM drops checks that follow from such relations, too.
//!
//! So an access to a variable of known size, at a distance from its start that [`Ranges`] finds no bound for as the verifier
//! would, goes by way of a bound that it sees: a distance beyond the variable, which never comes, becomes 0.

mod dominators;
mod ranges;

use std::collections::HashMap;

use self::ranges::Ranges;
use super::Cx;
use crate::llvm::{Builder, Kind, Module, Op, Value, predicate};

pub(super) fn run(_: &mut Cx<'_>, module: &Module<'_>) {
    for function in module.functions() {
        let accesses: Vec<_> = function
            .instructions()
            .into_iter()
            .filter_map(|i| Access::of(module, i))
            .collect();
        if accesses.is_empty() {
            continue;
        }
        let ranges = Ranges::of(function);
        let mut bounded = HashMap::new();
        for access in accesses {
            if !access.is_bounded(&ranges) {
                access.bound(module, &mut bounded);
            }
        }
    }
}

/// A load or store in a variable, at a distance from its start that is not constant.
struct Access<'m> {
    instruction: Value<'m>,
    /// Which operand is the address.
    operand: u32,
    /// How many bytes it reads or writes.
    size: u64,
    /// The variable, and how many bytes it has.
    base: Value<'m>,
    room: u64,
    /// The distance: a constant, and values with what each is multiplied by.
    constant: i64,
    terms: Vec<(Value<'m>, u64)>,
}

impl<'m> Access<'m> {
    fn of(module: &'m Module<'_>, instruction: Value<'m>) -> Option<Self> {
        let (operand, ty) = match instruction.op() {
            Op::Load => (0, instruction.ty()),
            Op::Store => (1, instruction.operand(0)?.ty()),
            Op::AtomicRmw | Op::CmpXchg => (0, instruction.operand(1)?.ty()),
            _ => return None,
        };
        let (mut constant, mut terms) = (0, Vec::new());
        let mut base = instruction.operand(operand)?;
        while base.op() == Op::Gep {
            add_steps(module, base, &mut constant, &mut terms)?;
            base = base.operand(0)?;
        }
        let room = match base.kind() {
            Kind::Variable => module.size_of(base.value_type()),
            _ if base.op() == Op::Alloca => module.size_of(base.allocated_type()),
            _ => return None,
        };
        (!terms.is_empty()).then(|| Self {
            instruction,
            operand,
            size: module.size_of(ty),
            base,
            room,
            constant,
            terms,
        })
    }

    /// Whether the verifier sees that the access stays within the variable.
    fn is_bounded(&self, ranges: &Ranges<'m>) -> bool {
        let block = self.instruction.block();
        // It takes the iterations of a loop one by one, so that a counter is a constant to it.
        if let [(index, _)] = self.terms[..]
            && ranges.is_counter(index)
        {
            return true;
        }
        let mut start = i128::from(self.constant);
        let mut end = start + i128::from(self.size);
        for (index, scale) in &self.terms {
            let Some(most) = ranges.most(*index, block) else {
                return false;
            };
            start += i128::from(ranges.least(*index, block)) * i128::from(*scale);
            end += i128::from(most) * i128::from(*scale);
        }
        start >= 0 && end <= i128::from(self.room)
    }

    /// Lets the access go by way of a bound; accesses at one distance share it.
    fn bound(&self, module: &'m Module<'_>, known: &mut HashMap<(Value<'m>, u64), Value<'m>>) {
        let Some(limit) = self.room.checked_sub(self.size) else {
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
        for (index, scale) in &self.terms {
            let wide = if index.ty() == word {
                *index
            } else {
                builder.cast(Op::SExt, *index, word)
            };
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
        let identity = word.function(&[word]);
        let hidden = builder.call(identity, module.empty_asm(identity, "=r,0"), &[distance]);
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

/// Adds the steps of an address computation; nothing if they are not understood.
fn add_steps<'m>(
    module: &Module<'_>,
    gep: Value<'m>,
    constant: &mut i64,
    terms: &mut Vec<(Value<'m>, u64)>,
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
            None => terms.push((index, scale)),
        }
    }
    Some(())
}
