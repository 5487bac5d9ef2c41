//! Results of programs that the kernel does not take.

use crate::{
    llvm::{Module, Op, Value},
    passes::{Cx, is_foreign, position},
};

/// Reports constants that a program returns and its section does not allow. Before the optimiser, which merges returns.
pub(in crate::passes) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    let programs: Vec<_> = cx
        .programs
        .iter()
        .filter_map(|program| {
            let function = module.function(&program.name)?;
            let allowed = program.section.results()?;
            Some((function, allowed, program.section.name.clone()))
        })
        .filter(|(function, ..)| !is_foreign(module, *function))
        .collect();
    for (function, allowed, section) in programs {
        for instruction in function.instructions() {
            let Some(result) = instruction
                .operand(0)
                .filter(|_| instruction.op() == Op::Ret)
            else {
                continue;
            };
            let Some(number) = constants(result).into_iter().find(|n| !allowed.contains(n)) else {
                continue;
            };
            let (first, last) = (allowed.start(), allowed.end());
            let what = if first == last {
                format!("{first}")
            } else {
                format!("{first} to {last}")
            };
            cx.error(
                position(instruction).or_else(|| position(function)),
                format!(
                    "program `{}` returns {number}, and the kernel takes {what} from section `{section}`",
                    function.name()
                ),
            )
            .help(meaning(&section, *first, *last));
        }
    }
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
