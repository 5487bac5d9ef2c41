//! Lets strings made of bytes be these bytes, where nobody can tell.
//!
//! Go's `string(b)` is a copy, for which BPF has no heap. It needs none where the string is only read, and no byte is written
//! between the conversion and the last read, as in `string(comm[:4]) == "bash"`, `switch string(name)` and
//! `strings.HasPrefix(string(path), "/etc/")`. The same holds for `[]byte(s)`, as in `bytes.HasPrefix(path, []byte("/etc/"))`. What
//! is left is for `reject-unsupported` to report.

use std::collections::HashSet;

use super::{Cx, lower_allocations};
use crate::{
    helpers,
    llvm::{Builder, Kind, Module, Op, Value},
    names::local_name,
};

/// The functions of TinyGo's runtime that copy. They are given pointer and length, and of a slice the capacity.
const COPIES: [&str; 2] = ["runtime.stringFromBytes", "runtime.stringToBytes"];

/// Functions of the runtime that read strings. What they write is their caller's own: an iterator.
const READERS: [&str; 4] = ["stringEqual", "stringLess", "stringNext", "memequal"];

pub(super) fn run(_: &mut Cx<'_>, module: &Module<'_>) {
    let functions = module.functions().into_iter();
    let copies = functions.flat_map(Value::instructions).filter(|call| {
        let callee = call.callee().filter(|_| call.op() == Op::Call);
        callee.is_some_and(|callee| COPIES.contains(&callee.name().as_str()))
    });
    let copies: Vec<_> = copies.collect();
    for copy in copies {
        if let Some(readers) = readers(copy)
            && !is_overwritten(copy, &readers)
        {
            share(module, copy);
        }
    }
}

/// Puts the pointer and the length of what is copied in the place of the copy.
fn share<'m>(module: &'m Module<'_>, copy: Value<'m>) {
    let (Some(pointer), Some(len)) = (copy.operand(0), copy.operand(1)) else {
        return;
    };
    let builder = Builder::before(module, copy);
    builder.set_location(copy.debug_location());
    let string = builder.insert(copy.ty().poison(), pointer, 0);
    let mut shared = builder.insert(string, len, 1);
    if copy.ty().fields().len() > 2 {
        shared = builder.insert(shared, len, 2);
    }
    copy.replace_all_uses_with(shared);
    copy.erase();
}

/// The instructions that read the string's bytes; `None` if something else is done with its address.
fn readers(copy: Value<'_>) -> Option<HashSet<Value<'_>>> {
    let (mut open, mut seen, mut found) = (vec![copy], HashSet::from([copy]), HashSet::new());
    while let Some(holder) = open.pop() {
        for user in holder.users() {
            match user.op() {
                // The length.
                Op::ExtractValue if user.ty().is_int() => {}
                Op::ExtractValue
                | Op::InsertValue
                | Op::Gep
                | Op::BitCast
                | Op::Phi
                | Op::Select
                | Op::Freeze => open.extend(seen.insert(user).then_some(user)),
                Op::ICmp => {}
                Op::Load => {
                    found.insert(user);
                }
                Op::Call if function(user).is_some_and(only_reads) => {
                    found.insert(user);
                }
                _ => return None,
            }
        }
    }
    Some(found)
}

/// The function that a call names; `None` for a func value, which may be any.
fn function(call: Value<'_>) -> Option<Value<'_>> {
    call.callee().filter(|callee| callee.is_function())
}

/// Whether a function writes nothing and returns no address.
fn only_reads(function: Value<'_>) -> bool {
    let result = function.value_type().return_type();
    let is_number = result.is_int() || result.is_void();
    is_harmless(function) || is_number && writes_nothing(function)
}

/// Whether a function and all that it calls write nothing.
fn writes_nothing(function: Value<'_>) -> bool {
    let mut open = vec![function];
    let mut seen = HashSet::new();
    while let Some(function) = open.pop() {
        if !seen.insert(function) || is_harmless(function) {
            continue;
        }
        if function.entry().is_none() {
            return false;
        }
        for instruction in function.instructions() {
            match instruction.op() {
                Op::Store | Op::AtomicRmw | Op::CmpXchg => return false,
                Op::Call => match self::function(instruction) {
                    Some(callee) => open.push(callee),
                    None => return false,
                },
                _ => {}
            }
        }
    }
    true
}

/// Whether calls of a function have no effect on strings, as what it is for tells.
fn is_harmless(function: Value<'_>) -> bool {
    let name = function.name();
    let of_runtime = name.strip_prefix("runtime.").is_some_and(|name| {
        READERS.contains(&name)
            || matches!(name, "alloc" | "stringFromBytes" | "stringToBytes")
            || name == "_panic"
            || name.ends_with("Panic")
    });
    of_runtime || name.starts_with("llvm.dbg.") || name.starts_with("llvm.lifetime.")
}

/// Whether there is a way from the conversion to a read, on which the bytes may be written.
fn is_overwritten<'m>(copy: Value<'m>, readers: &HashSet<Value<'m>>) -> bool {
    let bytes = copy.operand(0).map(roots).unwrap_or_default();
    let mut open = vec![(copy.next(), false)];
    let mut seen = HashSet::new();
    while let Some((mut next, mut written)) = open.pop() {
        let mut last = None;
        while let Some(instruction) = next.filter(|next| *next != copy) {
            if written && readers.contains(&instruction) {
                return true;
            }
            written |= writes(instruction, &bytes);
            last = Some(instruction);
            next = instruction.next();
        }
        // Back at the conversion, the string is a new one.
        if let (Some(last), None) = (last, next) {
            for block in last.successors() {
                if seen.insert((block, written)) {
                    open.push((block.first(), written));
                }
            }
        }
    }
    false
}

/// Whether an instruction may write where one of the pointers leads.
fn writes<'m>(instruction: Value<'m>, bytes: &[Value<'m>]) -> bool {
    let reaches = |address: Value<'m>| {
        let targets = roots(address);
        let apart = |target: &Value<'m>| bytes.iter().all(|from| are_apart(*from, *target));
        !targets.iter().all(apart)
    };
    match instruction.op() {
        Op::Store => instruction.operand(1).is_none_or(reaches),
        Op::AtomicRmw | Op::CmpXchg => instruction.operand(0).is_none_or(reaches),
        Op::Call => function(instruction).is_none_or(|callee| {
            if writes_nothing(callee) {
                return false;
            }
            // A helper writes where its arguments lead, and what it calls back writes anywhere.
            let args = instruction.args();
            let is_helper = callee.entry().is_none() && !callee.is_intrinsic();
            let calls_back = args.iter().any(|arg| arg.is_function());
            let mut addresses = args.into_iter().filter(|arg| !arg.ty().is_int());
            !is_helper || calls_back || addresses.any(reaches)
        }),
        _ => false,
    }
}

fn roots(address: Value<'_>) -> Vec<Value<'_>> {
    let mut roots = lower_allocations::roots(address);
    // The context that TinyGo gives each function.
    roots.retain(|root| !matches!(root.kind(), Kind::Undef | Kind::Poison | Kind::Null));
    roots
}

/// Whether two pointers lead to different objects.
fn are_apart(one: Value<'_>, other: Value<'_>) -> bool {
    let is_own =
        |value: Value<'_>| value.op() == Op::Alloca || lower_allocations::is_allocation(value);
    let is_object = |value: Value<'_>| is_own(value) || value.kind() == Kind::Variable;
    // Before a function allocates a variable, nobody has its address; and the kernel never gives it out.
    let is_others = |value: Value<'_>| {
        value.kind() == Kind::Argument
            || value
                .callee()
                .is_some_and(|callee| helpers::by_go_name(local_name(&callee.name())).is_some())
    };
    one != other
        && (is_object(one) && is_object(other)
            || is_own(one) && is_others(other)
            || is_own(other) && is_others(one))
}
