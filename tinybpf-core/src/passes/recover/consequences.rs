//! What depends on what was cut out: found by following values, through calls and memory, in the module with the cuts.

use std::collections::{BTreeSet, HashSet};

use super::{
    super::{OBJECT, place_data::is_map, position},
    cut::line,
};
use crate::{
    Position,
    llvm::{Kind, Module, Op, Value},
};

/// All that depends on a cut.
#[derive(Default)]
pub(crate) struct Consequences {
    lines: BTreeSet<(String, u32)>,
    /// Where functions begin that are given what a cut may have changed: of no matter to their machine code.
    functions: BTreeSet<(String, u32)>,
    /// The files of Go's own packages: what is wrong in them is the fault of code that uses them, which was cut.
    files: BTreeSet<String>,
}

impl Consequences {
    /// Whether a finding of a pass there can come of a cut. One without a place can always.
    pub(crate) fn contain(&self, place: Option<&Position>, pass: usize) -> bool {
        place.map(line).is_none_or(|line| {
            self.lines.contains(&line)
                || pass != OBJECT && self.functions.contains(&line)
                || self.files.contains(&line.0)
        })
    }

    /// The same, with the files of Go's own packages.
    pub(crate) fn and_in(self, files: BTreeSet<String>) -> Self {
        Self { files, ..self }
    }
}

/// What is known of a cut itself.
#[derive(Default)]
pub(super) struct Seeds<'m> {
    /// Where something was cut out.
    pub(super) lines: BTreeSet<(String, u32)>,
    /// Values that took the place of others.
    pub(super) unknown: Vec<Value<'m>>,
    /// What instructions were given that are gone.
    lost: Vec<Value<'m>>,
}

impl<'m> Seeds<'m> {
    /// Notes that something was cut out of a function.
    pub(super) fn touch(&mut self, function: Value<'m>) {
        self.lines.extend(position(function).as_ref().map(line));
    }

    /// Notes that an instruction is gone that was given this.
    pub(super) fn lose(&mut self, operand: Value<'m>) {
        match operand.kind() {
            Kind::Function | Kind::Variable => self.touch(operand),
            // Numbers lead to no memory.
            _ if operand.ty().is_int() => {}
            _ => self.lost.push(operand),
        }
    }
}

/// Follows what is unknown to all that depends on it.
pub(super) fn follow(module: &Module<'_>, seeds: Seeds<'_>) -> Consequences {
    let mut found = Consequences {
        lines: seeds.lines,
        ..Consequences::default()
    };
    let mut open = seeds.unknown;
    open.extend(seeds.lost.into_iter().flat_map(|lost| memory(module, lost)));
    let mut seen = HashSet::new();
    while let Some(value) = open.pop() {
        if !seen.insert(value) {
            continue;
        }
        note(&mut found, value);
        for user in value.users() {
            match user.kind() {
                Kind::Instruction => {}
                Kind::ConstantExpr => {
                    open.push(user);
                    continue;
                }
                _ => continue,
            }
            note(&mut found, user);
            match user.op() {
                Op::Store => open.extend(
                    user.operand(1)
                        .into_iter()
                        .flat_map(|to| memory(module, to)),
                ),
                Op::Call => {
                    open.push(user);
                    open.extend(given(module, user, value));
                }
                Op::Ret => {
                    let function = user.function();
                    let ends = function.instructions().into_iter();
                    for end in ends.filter(|end| end.op() == Op::Ret) {
                        note_merged(&mut found, module, end);
                    }
                    let calls = function.users().into_iter();
                    open.extend(calls.filter(|call| call.callee() == Some(function)));
                }
                _ => {
                    note_merged(&mut found, module, user);
                    open.push(user);
                }
            }
        }
    }
    found
}

/// Notes the variables whose values meet an unknown one in an instruction: LLVM cannot make constants of them any more.
fn note_merged<'m>(found: &mut Consequences, module: &Module<'_>, instruction: Value<'m>) {
    let operands = instruction.operands().into_iter();
    let read = operands.filter(|operand| operand.is_instruction() && !operand.ty().is_int());
    for value in read.flat_map(|operand| memory(module, operand)) {
        if value.kind() == Kind::Variable {
            note(found, value);
        }
    }
}

fn note(found: &mut Consequences, value: Value<'_>) {
    let place = |value| position(value).as_ref().map(line);
    match value.kind() {
        Kind::Instruction | Kind::Variable => found.lines.extend(place(value)),
        Kind::Argument => {
            let function = value.parameter().map(|(function, _)| function);
            found.functions.extend(function.and_then(place));
        }
        _ => {}
    }
}

/// What a call makes of a value that it is given: the parameter, or the memory that it can write.
fn given<'m>(module: &Module<'_>, call: Value<'m>, value: Value<'m>) -> Vec<Value<'m>> {
    let args = call.args();
    match call.callee().filter(|callee| callee.is_function()) {
        Some(callee) if !callee.is_declaration() => {
            let pairs = args.into_iter().zip(callee.params());
            pairs
                .filter(|(arg, _)| *arg == value)
                .map(|(_, param)| param)
                .collect()
        }
        _ => {
            let pointers = args.into_iter().filter(|arg| {
                arg.ty().is_pointer() && matches!(arg.kind(), Kind::Instruction | Kind::Argument)
            });
            pointers.flat_map(|to| memory(module, to)).collect()
        }
    }
}

/// What an address is in: the values through which the same memory is reached. Maps are only named.
fn memory<'m>(module: &Module<'_>, address: Value<'m>) -> Vec<Value<'m>> {
    let mut found = vec![address];
    let mut value = address;
    loop {
        let next = match value.op() {
            Op::Gep | Op::BitCast | Op::IntToPtr | Op::PtrToInt | Op::Load | Op::ExtractValue => {
                value.operand(0)
            }
            _ => None,
        };
        let Some(next) = next.filter(|next| !next.is_null()) else {
            break;
        };
        found.push(next);
        value = next;
    }
    found.retain(|value| match value.kind() {
        Kind::Instruction | Kind::Argument => true,
        Kind::Variable => !is_map(module, *value),
        _ => false,
    });
    found
}
