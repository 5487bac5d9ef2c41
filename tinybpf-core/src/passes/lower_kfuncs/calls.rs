//! Calls of kfuncs.

use super::{
    super::{Cx, lower_helpers::places, position},
    Fault, exists,
    named::{Named, arguments},
    types::{bits, is_signed},
};
use crate::{
    Topic, counted,
    kfuncs::{self, CType},
    llvm::{Builder, Kind, Module, Op, Ty, Value},
};

/// Registers for the arguments of a call (`Documentation/bpf/standardization/instruction-set.rst`).
const MAX_ARGS: usize = 5;

/// Reports what is wrong with the uses of a declaration.
pub(super) fn check(cx: &mut Cx<'_>, function: Value<'_>, named: &Named) {
    for user in function.users() {
        let is_call = user.callee() == Some(function) && !user.args().contains(&function);
        let topic = match is_call {
            true => Topic::Kfuncs,
            false => Topic::HelperValue,
        };
        let fault = if is_call {
            misuse(named, &arguments(function, user), user.ty())
        } else if exists::tests(user) {
            None
        } else {
            Some((
                format!(
                    "kfunc `{}` is used as a value, and can only be called",
                    named.name
                ),
                vec!["write a Go function that calls it, and use that one".to_owned()],
            ))
        };
        if let Some((message, help)) = fault {
            for place in places(user) {
                let report = cx.error(topic, place, message.clone());
                help.iter().fold(report, super::Report::help);
            }
        }
    }
    if named.is_guessed {
        let place = function.users().first().and_then(|user| position(*user));
        let name = &named.name;
        let message = format!(
            "kfunc `{name}` is not in the table, and loaders refuse it where the kernel's pointers lead to structs: its own are taken for `void *`"
        );
        cx.warning(Topic::Kfuncs, place, message).help(format!(
            "write its prototype behind its name: `kfunc.{name}(*task_struct,u32)s32`"
        ));
    }
}

/// What is wrong with a call.
fn misuse(named: &Named, args: &[Value<'_>], result: Ty<'_>) -> Option<Fault> {
    let name = &named.name;
    let declaration = || {
        let declaration = named.prototype.in_go(&kfuncs::go_name(name));
        vec![format!("declare it as the kernel does: `{declaration}`")]
    };
    let wanted = &named.prototype.params;
    if wanted.len() > MAX_ARGS {
        let message = format!(
            "kfunc `{name}` takes {} arguments, and BPF passes at most {MAX_ARGS}",
            wanted.len()
        );
        return Some((message, declaration()));
    }
    let Some(args) = by_param(named, args) else {
        let message = format!(
            "kfunc `{name}` takes {}, and is declared with {} (a Go string counts as two, a slice as three)",
            counted(wanted.len(), "argument"),
            args.len()
        );
        return Some((message, declaration()));
    };
    for ((param, ty), arg) in wanted.iter().zip(args) {
        if !fits(arg.ty(), ty) {
            let message = format!(
                "parameter `{param}` of kfunc `{name}` is declared with a type that it cannot have"
            );
            return Some((message, declaration()));
        }
    }
    let is_right = result.is_void() || fits(result, &named.prototype.result);
    (!is_right).then(|| {
        (
            format!("kfunc `{name}` is declared with a result that it does not give"),
            declaration(),
        )
    })
}

/// Whether a value of an LLVM type can stand for one of C's.
fn fits(ty: Ty<'_>, c: &CType) -> bool {
    let width = ty.int_width();
    match c {
        CType::Pointer(_) => ty.is_pointer() || width == Some(64),
        CType::Bool => width == Some(1) || width == Some(8),
        CType::Int { .. } | CType::Enum(_) => {
            width.is_some_and(|width| (8..=64).contains(&width)) || ty.is_pointer()
        }
        _ => false,
    }
}

/// The arguments by the parameters that they are for: of a func value, which is two words, the function.
fn by_param<'m>(named: &Named, args: &[Value<'m>]) -> Option<Vec<Value<'m>>> {
    let mut args = args.iter().copied().peekable();
    let mut found = Vec::new();
    for (_, ty) in &named.prototype.params {
        let mut arg = args.next()?;
        if is_function(ty)
            && matches!(arg.kind(), Kind::Undef | Kind::Null | Kind::Poison)
            && let Some(function) = args.next_if(|next| next.is_function())
        {
            arg = function;
        }
        found.push(arg);
    }
    args.next().is_none().then_some(found)
}

fn is_function(ty: &CType) -> bool {
    matches!(ty, CType::Pointer(to) if matches!(**to, CType::Function(_)))
}

/// Puts calls of `new` in the place of those of a declaration.
pub(super) fn lower<'m>(
    module: &'m Module<'_>,
    function: Value<'m>,
    new: Value<'m>,
    named: &Named,
) {
    for call in function.users() {
        let args = arguments(function, call);
        let Some(args) = by_param(named, &args).filter(|_| call.callee() == Some(function)) else {
            continue;
        };
        let builder = Builder::before(module, call);
        let params = new.value_type().param_types();
        let args: Vec<_> = args
            .into_iter()
            .zip(&named.prototype.params)
            .zip(params)
            .map(|((arg, (_, c)), to)| argument(module, &builder, arg, c, to))
            .collect();
        let result = builder.call(new.value_type(), new, &args);
        if call.is_used() {
            let signed = is_signed(&named.prototype.result);
            call.replace_all_uses_with(convert(&builder, result, call.ty(), signed));
        }
        call.erase();
    }
}

/// An argument as the kernel reads it: cut to the parameter's width, and extended to a register's.
fn argument<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    arg: Value<'m>,
    c: &CType,
    to: Ty<'m>,
) -> Value<'m> {
    let signed = is_signed(c);
    match bits(c) {
        Some(bits) if bits < 32 => {
            let narrow = convert(builder, arg, module.int_type(bits), signed);
            convert(builder, narrow, to, signed)
        }
        _ => convert(builder, arg, to, signed),
    }
}

/// A value in another type of register.
fn convert<'m>(builder: &Builder<'m>, value: Value<'m>, to: Ty<'m>, signed: bool) -> Value<'m> {
    let from = value.ty();
    match (from.int_width(), to.int_width()) {
        (None, None) => value,
        (None, Some(_)) => builder.cast(Op::PtrToInt, value, to),
        (Some(_), None) => builder.cast(Op::IntToPtr, value, to),
        (Some(from), Some(wide)) if from > wide => builder.cast(Op::Trunc, value, to),
        (Some(from), Some(wide)) if from < wide => {
            builder.cast(if signed { Op::SExt } else { Op::ZExt }, value, to)
        }
        _ => value,
    }
}
