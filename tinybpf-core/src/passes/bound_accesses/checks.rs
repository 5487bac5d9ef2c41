//! A check and an index that are one number for the verifier.
//!
//! Where an index is a narrow number, LLVM compares it in its own width and widens it apart from that, twice over in the
//! machine code: the verifier learns of one copy what it needs to know of the other.

use crate::llvm::{Builder, Kind, Module, Op, Value, predicate};

/// Lets the comparisons of numbers of up to `narrow` bits look at what the index is.
pub(super) fn share(module: &Module<'_>, function: Value<'_>, narrow: u32) {
    let mut numbers = Vec::new();
    for widening in function.instructions() {
        let Some(number) = widening.operand(0).filter(|_| widening.op() == Op::ZExt) else {
            continue;
        };
        let is_narrow = number
            .ty()
            .int_width()
            .is_some_and(|bits| bits <= narrow && bits >= 8);
        if is_narrow && is_index(widening) && !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    for number in numbers {
        share_one(module, number);
    }
}

fn is_index(widening: Value<'_>) -> bool {
    let in_address = |user: &Value<'_>| user.op() == Op::Gep && user.operand(0) != Some(widening);
    widening.ty().int_width() == Some(64) && widening.users().iter().any(in_address)
}

fn share_one<'m>(module: &'m Module<'_>, number: Value<'m>) {
    let word = module.int_type(64);
    let users = number.users();
    let checks: Vec<_> = users
        .iter()
        .copied()
        .filter(|user| is_check(*user, number))
        .collect();
    let Some(place) = place_behind(number).filter(|_| !checks.is_empty()) else {
        return;
    };
    let builder = Builder::before(module, place);
    let identity = word.function(&[word]);
    let wide = builder.cast(Op::ZExt, number, word);
    let shared = builder.call(identity, module.empty_asm(identity, "=r,0"), &[wide]);
    for check in checks {
        let limit = check.operand(1).and_then(Value::as_u64).unwrap_or_default();
        let builder = Builder::before(module, check);
        let new = builder.icmp(check.predicate(), shared, word.int(limit));
        check.replace_all_uses_with(new);
        check.erase();
    }
    for widening in users
        .into_iter()
        .filter(|user| user.op() == Op::ZExt && user.ty() == word)
    {
        widening.replace_all_uses_with(shared);
        widening.erase();
    }
}

/// Whether a user compares the number with a constant, without signs.
fn is_check(user: Value<'_>, number: Value<'_>) -> bool {
    user.op() == Op::ICmp
        && user.operand(0) == Some(number)
        && user
            .operand(1)
            .is_some_and(|limit| limit.as_u64().is_some())
        && user.predicate() <= predicate::ULE
}

/// The first place where a number can be used.
fn place_behind(number: Value<'_>) -> Option<Value<'_>> {
    let mut place = match number.kind() {
        Kind::Argument => number.parameter()?.0.entry()?.first(),
        Kind::Instruction => number.next(),
        _ => None,
    };
    while let Some(phi) = place.filter(|place| place.op() == Op::Phi) {
        place = phi.next();
    }
    place
}
