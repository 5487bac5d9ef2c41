//! Results of programs that the kernel does not take.

use std::ops::RangeInclusive;

use crate::{
    Position, Topic,
    llvm::{Module, Op, Value},
    passes::{Cx, is_foreign, position},
    section::Section,
};

/// Reports constants that a program returns and its section does not allow, or has no meaning for. Before the optimiser, which merges
/// returns.
pub(in crate::passes) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    let programs: Vec<_> = cx
        .programs
        .iter()
        .filter_map(|program| Some((module.function(&program.name)?, program.section.clone())))
        .filter(|(function, _)| !is_foreign(module, *function))
        .collect();
    for (function, section) in programs {
        for instruction in function.instructions() {
            let result = instruction.operand(0);
            let Some(result) = result.filter(|_| instruction.op() == Op::Ret) else {
                continue;
            };
            let at = position(instruction).or_else(|| position(function));
            let numbers = constants(result);
            let other = |allowed: &RangeInclusive<i64>| {
                numbers
                    .iter()
                    .copied()
                    .find(|number| !allowed.contains(number))
            };
            let name = function.name();
            if let Some(allowed) = section.results()
                && let Some(number) = other(&allowed)
            {
                refuse(cx, at, &name, number, &section, &allowed);
            } else if let Some(verdicts) = section.verdicts()
                && let Some(number) = other(&(0..=verdicts.len() as i64 - 1))
            {
                let message = format!(
                    "program `{name}` returns {number}, which is no verdict of section `{}`: the kernel drops the packet",
                    section.name
                );
                let verdicts = verdicts.iter().enumerate();
                let known: Vec<_> = verdicts.map(|(n, name)| format!("{n} ({name})")).collect();
                cx.warning(Topic::ProgramResult, at, message)
                    .help(format!("return {}", known.join(", ")));
            }
        }
    }
}

/// Reports a result that the verifier refuses.
fn refuse(
    cx: &mut Cx<'_>,
    at: Option<Position>,
    name: &str,
    number: i64,
    section: &Section,
    allowed: &RangeInclusive<i64>,
) {
    let (first, last) = (allowed.start(), allowed.end());
    let what = if first == last {
        format!("{first}")
    } else {
        format!("{first} to {last}")
    };
    let message = format!(
        "program `{name}` returns {number}, and the kernel takes {what} from section `{}`",
        section.name
    );
    cx.error(Topic::ProgramResult, at, message)
        .help(meaning(&section.name, *first, *last));
}

/// The numbers that a value can be.
fn constants(value: Value<'_>) -> Vec<i64> {
    let is_bool = value.ty().int_width() == Some(1);
    let number = |value: Value<'_>| match value.as_u64() {
        Some(number) if is_bool => Some(number.cast_signed()),
        _ => value.as_i64(),
    };
    match value.op() {
        Op::Phi => value
            .incoming()
            .into_iter()
            .filter_map(|(from, _)| number(from))
            .collect(),
        Op::Select => value.operands().into_iter().filter_map(number).collect(),
        _ => number(value).into_iter().collect(),
    }
}

/// What to return instead.
fn meaning(section: &str, first: i64, last: i64) -> String {
    match (first, last) {
        (0, 0) => "return 0: nobody reads the result of such a program".to_owned(),
        (1, 1) => "return 1".to_owned(),
        (i64::MIN..0, _) => "return 0 to allow, or a negative error such as -1 (-EPERM)".to_owned(),
        _ if section.starts_with("iter") => {
            "return 0 to go on, or 1 to see the same object again".to_owned()
        }
        _ => "return 0 to refuse, or 1 to allow".to_owned(),
    }
}
