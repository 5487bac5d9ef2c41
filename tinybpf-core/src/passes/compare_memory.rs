//! Compares strings and arrays in words instead of byte by byte.
//!
//! Go's runtime compares strings in a loop over their bytes, and TinyGo compares arrays element by element. Arrays are compared
//! in the biggest units that both are aligned to. Strings are compared by `memcmp`, of which LLVM knows what it does: once everything
//! is inlined, the length is mostly a constant, and [`expand`](super::expand_compares) writes the comparison out.

use super::{Cx, lower_arithmetic::alignment};
use crate::llvm::{Attr, Builder, Module, Op, Value, predicate};

/// The function that LLVM knows.
pub(super) const COMPARE: &str = "memcmp";

/// The largest array that is compared without a loop, in bytes.
const LARGEST: u64 = 64;

pub(super) fn run(_: &mut Cx<'_>, module: &Module<'_>) {
    let functions = module.functions().into_iter();
    let instructions: Vec<_> = functions.flat_map(Value::instructions).collect();
    let mut arrays = Vec::new();
    for instruction in instructions {
        match instruction.op() {
            Op::Call => compare_strings(module, instruction),
            Op::And => arrays.extend(array_comparison(instruction)),
            _ => {}
        }
    }
    for comparison in arrays {
        comparison.lower(module);
    }
}

/// Puts `memcmp` in the place of the runtime's loop.
fn compare_strings(module: &Module<'_>, call: Value<'_>) {
    let Some(callee) = call.callee().filter(|callee| callee.is_function()) else {
        return;
    };
    // Somebody's own function is not what LLVM holds it for.
    if module
        .function(COMPARE)
        .is_some_and(|own| !own.is_declaration())
    {
        return;
    }
    let args = call.args();
    let (left, right, lengths) = match (callee.name().as_str(), &args[..]) {
        ("runtime.stringEqual", [left, len, right, other, ..]) => (*left, *right, [*len, *other]),
        ("runtime.memequal", [left, right, len, ..]) => (*left, *right, [*len, *len]),
        _ => return,
    };
    let builder = Builder::before(module, call);
    builder.set_location(call.debug_location());
    let word = module.int_type(64);
    let [len, other] = lengths;
    let is_as_long = builder.icmp(predicate::EQ, len, other);
    // Nothing is read of strings that differ in length.
    let len = builder.select(is_as_long, len, word.int(0));
    let (pointer, int) = (module.ptr_type(), module.int_type(32));
    let ty = int.function(&[pointer, pointer, word]);
    let function = module.function(COMPARE);
    let function = function.unwrap_or_else(|| module.add_function(COMPARE, ty));
    let order = builder.call(ty, function, &[left, right, len]);
    for (index, side) in [(0, left), (1, right)] {
        let align = alignment::of(module, side);
        order.add_call_attr(module, Attr::Param(index), "align", align.into());
    }
    let is_same = builder.icmp(predicate::EQ, order, int.int(0));
    call.replace_all_uses_with(builder.binary(Op::And, is_as_long, is_same));
    call.erase();
}

/// A comparison of an array with another, or with zeros: `a[0] == b[0] && … && a[n] == b[n]`.
struct Comparison<'m> {
    /// The last instruction.
    result: Value<'m>,
    left: Value<'m>,
    right: Option<Value<'m>>,
}

/// The comparison that ends with an instruction.
fn array_comparison(result: Value<'_>) -> Option<Comparison<'_>> {
    let mut checks = Vec::new();
    let mut open = result;
    while open.op() == Op::And {
        checks.push(open.operand(1)?);
        open = open.operand(0)?;
    }
    if open.as_u64() != Some(1) {
        checks.push(open);
    }
    let mut sides = None;
    // From the last element to the first.
    for (at, check) in (0..checks.len()).rev().zip(&checks) {
        if check.op() != Op::ICmp || check.predicate() != predicate::EQ {
            return None;
        }
        let (left, index) = element_of(check.operand(0)?)?;
        let right = match check.operand(1)? {
            other if other.as_u64() == Some(0) => None,
            other => Some(element_of(other).filter(|(_, at)| *at == index)?.0),
        };
        let is_next = usize::try_from(index) == Ok(at);
        if !is_next || *sides.get_or_insert((left, right)) != (left, right) {
            return None;
        }
    }
    let (left, right) = sides?;
    let (element, len) = left.ty().array()?;
    let is_whole = len > 1 && usize::try_from(len) == Ok(checks.len()) && element.is_int();
    let is_read = |side: Value<'_>| side.op() == Op::Load && !side.is_volatile();
    (is_whole && is_read(left) && right.is_none_or(is_read)).then_some(Comparison {
        result,
        left,
        right,
    })
}

/// The array of which a value is an element, and which one.
fn element_of(value: Value<'_>) -> Option<(Value<'_>, u32)> {
    match (value.op() == Op::ExtractValue).then(|| value.indices())?[..] {
        [index] => Some((value.operand(0)?, index)),
        _ => None,
    }
}

impl<'m> Comparison<'m> {
    fn lower(&self, module: &'m Module<'_>) {
        let size = module.size_of(self.left.ty());
        let align = [Some(self.left), self.right]
            .into_iter()
            .flatten()
            .map(|side| {
                let of_address = side
                    .operand(0)
                    .map_or(1, |from| alignment::of(module, from));
                of_address.max(side.alignment())
            });
        let align = align.min().unwrap_or(1).min(8);
        if size > LARGEST {
            return;
        }
        let units = units(size, align.into());
        // The memory may change between the load and the comparison.
        let read = |side: Value<'m>| {
            let builder = Builder::before(module, side);
            builder.set_location(side.debug_location());
            let from = side.operand(0);
            from.map_or_else(Vec::new, |from| words(module, &builder, from, &units))
        };
        let left = read(self.left);
        let right = self
            .right
            .map_or_else(|| left.iter().map(|word| word.ty().int(0)).collect(), read);
        let builder = Builder::before(module, self.result);
        builder.set_location(self.result.debug_location());
        let pairs: Vec<_> = left.into_iter().zip(right).collect();
        if let Some(same) = all_equal(&builder, &pairs) {
            self.result.replace_all_uses_with(same);
            self.result.erase();
        }
    }
}

/// Offset and size of the units in which memory is read, in bytes.
pub(super) fn units(size: u64, align: u64) -> Vec<(u64, u32)> {
    let mut units = Vec::new();
    let mut at = 0;
    while at < size {
        let left = size - at;
        let unit = align.min(1 << left.ilog2()).min(8);
        units.push((at, unit as u32));
        at += unit;
    }
    units
}

/// Reads memory in units.
pub(super) fn words<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    from: Value<'m>,
    units: &[(u64, u32)],
) -> Vec<Value<'m>> {
    let byte = module.int_type(8);
    let read = |(at, unit): &(u64, u32)| {
        let address = match at {
            0 => from,
            _ => builder.gep(byte, from, &[module.int_type(64).int(*at)]),
        };
        let word = builder.load(module.int_type(unit * 8), address);
        word.set_alignment(*unit);
        word
    };
    units.iter().map(read).collect()
}

/// Whether the values of all pairs are the same.
pub(super) fn all_equal<'m>(
    builder: &Builder<'m>,
    pairs: &[(Value<'m>, Value<'m>)],
) -> Option<Value<'m>> {
    let checks = pairs
        .iter()
        .map(|(left, right)| builder.icmp(predicate::EQ, *left, *right));
    let checks: Vec<_> = checks.collect();
    checks
        .into_iter()
        .reduce(|all, check| builder.binary(Op::And, all, check))
}
