//! Writes out the comparisons of memory that [`compare-memory`](super::compare_memory) left to LLVM.
//!
//! Of constant length, they become loads of words and comparisons, with what a constant string holds as numbers. Where the length
//! is only known when the program runs, or nothing is known of how bytes are aligned, they become a loop.

use super::{
    Cx,
    compare_memory::{COMPARE, all_equal, units, words},
    legalise::base,
    lower_arithmetic::alignment,
};
use crate::{
    Endian,
    llvm::{Attr, Builder, Kind, Linkage, Module, Op, Value, predicate},
};

/// How many comparisons are written out.
const MOST: usize = 16;

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let Some(compare) = module.function(COMPARE).filter(|f| f.is_declaration()) else {
        return;
    };
    let is_equality = |user: &Value<'_>| {
        user.op() == Op::ICmp
            && matches!(user.predicate(), predicate::EQ | predicate::NE)
            && user.operand(1).is_some_and(|zero| zero.as_u64() == Some(0))
    };
    for call in compare.users() {
        let is_call = call.op() == Op::Call && call.callee() == Some(compare);
        if is_call && call.users().iter().all(is_equality) {
            expand(cx, module, call);
        }
    }
    if !compare.is_used() {
        compare.delete_function();
    }
    cx.llvm_passes(module, "always-inline,function(early-cse<memssa>)");
}

fn expand(cx: &Cx<'_>, module: &Module<'_>, call: Value<'_>) {
    let args = call.args();
    let [left, right, len] = args[..] else { return };
    let builder = Builder::before(module, call);
    builder.set_location(call.debug_location());
    let big = cx.options.endian == Endian::Big;
    let align = |index, side| {
        let said = call.call_attr_value(Attr::Param(index), "align");
        match base(side).0 {
            // Its bytes are not read.
            object if is_known(object) => 8,
            _ => said.unwrap_or(1).max(alignment::of(module, side).into()),
        }
    };
    let align = align(0, left).min(align(1, right));
    let units = len
        .as_u64()
        .map(|len| units(len, align))
        .filter(|units| units.len() <= MOST);
    let Some(units) = units else {
        return run_loop(module, &builder, call);
    };
    let read = |side| {
        let known = constant(module, side, &units, big);
        known.unwrap_or_else(|| words(module, &builder, side, &units))
    };
    let pairs: Vec<_> = read(left).into_iter().zip(read(right)).collect();
    for user in call.users() {
        builder.move_before(user);
        let same = if is_branched_on(user) {
            all_equal(&builder, &pairs)
        } else {
            no_difference(module, &builder, &pairs)
        };
        let same = same.unwrap_or_else(|| module.int_type(1).int(1));
        let result = match user.predicate() {
            predicate::EQ => same,
            _ => builder.binary(Op::Xor, same, module.int_type(1).int(1)),
        };
        user.replace_all_uses_with(result);
        user.erase();
    }
    call.erase();
}

/// Whether a condition decides on a branch and nothing else: the back end makes a branch of each part of it then. Of others it
/// makes numbers, for which it needs branches, too.
fn is_branched_on(condition: Value<'_>) -> bool {
    let users = condition.users();
    users.len() == 1 && users[0].op() == Op::Br && users[0].block() == condition.block()
}

/// Whether the values of all pairs are the same, without a branch.
fn no_difference<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    pairs: &[(Value<'m>, Value<'m>)],
) -> Option<Value<'m>> {
    let word = module.int_type(64);
    let differences = pairs.iter().map(|(left, right)| {
        let difference = builder.binary(Op::Xor, *left, *right);
        if difference.ty() == word {
            difference
        } else {
            builder.cast(Op::ZExt, difference, word)
        }
    });
    let differences: Vec<_> = differences.collect();
    let all = differences
        .into_iter()
        .reduce(|all, one| builder.binary(Op::Or, all, one));
    all.map(|all| builder.icmp(predicate::EQ, all, word.int(0)))
}

/// Whether what a variable holds is known: it is constant, and loaders do not set it.
fn is_known(variable: Value<'_>) -> bool {
    variable.kind() == Kind::Variable
        && variable.is_global_constant()
        && matches!(variable.linkage(), Linkage::Internal | Linkage::Private)
        && variable.initializer_of_variable().is_some()
}

/// The numbers that a constant holds.
fn constant<'m>(
    module: &'m Module<'_>,
    address: Value<'m>,
    units: &[(u64, u32)],
    big: bool,
) -> Option<Vec<Value<'m>>> {
    let (object, start) = base(address);
    if !is_known(object) {
        return None;
    }
    let bytes = object.initializer_of_variable()?;
    let (element, _) = bytes.ty().array()?;
    if element.int_width() != Some(8) {
        return None;
    }
    let byte = |at: u64| bytes.element(u32::try_from(at).ok()?)?.as_u64();
    let word = |(at, unit): &(u64, u32)| {
        let mut number = 0;
        for index in 0..u64::from(*unit) {
            let place = if big {
                u64::from(*unit) - 1 - index
            } else {
                index
            };
            number |= byte(start + at + index)? << (8 * place);
        }
        Some(module.int_type(unit * 8).int(number))
    };
    units.iter().map(word).collect()
}

/// Compares byte by byte.
fn run_loop(module: &Module<'_>, builder: &Builder<'_>, call: Value<'_>) {
    let (pointer, word, int) = (module.ptr_type(), module.int_type(64), module.int_type(32));
    let ty = int.function(&[pointer, pointer, word]);
    let name = "memory.compare";
    let function = module.function(name).unwrap_or_else(|| {
        let function = module.add_function(name, ty);
        function.set_linkage(Linkage::Internal);
        function.add_attr(module, Attr::Function, "alwaysinline", 0);
        write_loop(module, function);
        function
    });
    let result = builder.call(ty, function, &call.args());
    call.replace_all_uses_with(result);
    call.erase();
}

/// Writes `for i = 0; i < count; i++ { if left[i] != right[i] { return 1 } }; return 0`.
fn write_loop<'m>(module: &'m Module<'_>, function: Value<'m>) {
    let [left, right, count] = function.params()[..] else {
        return;
    };
    let (byte, word, int) = (module.int_type(8), module.int_type(64), module.int_type(32));
    let [entry, head, body, next, done] =
        ["entry", "head", "body", "next", "done"].map(|name| module.append_block(function, name));
    let builder = Builder::at_end(module, entry);
    builder.br(head);
    builder.move_to_end(head);
    let index = builder.phi(word);
    let more = builder.icmp(predicate::ULT, index, count);
    builder.cond_br(more, body, done);
    builder.move_to_end(body);
    let one = builder.load(byte, builder.gep(byte, left, &[index]));
    let other = builder.load(byte, builder.gep(byte, right, &[index]));
    let same = builder.icmp(predicate::EQ, one, other);
    builder.cond_br(same, next, done);
    builder.move_to_end(next);
    let following = builder.binary(Op::Add, index, word.int(1));
    builder.br(head);
    index.add_incoming(word.int(0), entry);
    index.add_incoming(following, next);
    builder.move_to_end(done);
    let result = builder.phi(int);
    result.add_incoming(int.int(0), head);
    result.add_incoming(int.int(1), body);
    builder.ret(Some(result));
}
