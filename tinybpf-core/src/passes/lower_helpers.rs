//! Calls of bodyless Go functions become calls of the kernel's helpers by number.

mod describe;
mod formats;

pub(super) use self::formats::{text, variable as format};

use super::{
    Cx, Report, lower_allocations::is_allocation, lower_callbacks, lower_kfuncs::is_kfunc,
    place_data::is_map, position, reject_unsupported::is_users,
};
use crate::{
    Position, Topic, counted,
    helpers::{self, Helper, Kind, Ret},
    llvm::{Builder, Kind as ValueKind, Module, Op, Ty, Value},
    names::local_name,
};

/// Registers for the arguments of a call (`Documentation/bpf/standardization/instruction-set.rst`).
const MAX_ARGS: usize = 5;

/// Helpers whose result is a number in C, and an address of the kernel's: Go code may declare it as either.
pub(super) const ADDRESSES: [&str; 2] = ["bpf_get_current_task", "bpf_get_func_ip"];

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    for function in declarations(module) {
        let Ok(helper) = find(&function.name()) else {
            report(cx, module, function);
            continue;
        };
        for call in function.users() {
            replace(module, call, helper, &arguments(function, call));
        }
        function.delete_function();
    }
}

/// Reports unknown helpers and wrong calls, for a place among the passes where other functions without a body are left.
/// [`run`] relies on it, and reports those others.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    // What begins like a helper's name, and is something else.
    const OTHERS: [&str; 2] = ["bpfcore", "bpfpanicverdict"];
    for function in declarations(module) {
        let symbol = function.name();
        let name = local_name(&symbol).replace('_', "").to_lowercase();
        let is_meant = name.starts_with("bpf") || is_users(&symbol);
        if is_meant && !OTHERS.iter().any(|other| name.starts_with(other)) {
            report(cx, module, function);
        }
    }
}

/// The functions without a body that are neither LLVM's nor the kernel's own.
fn declarations<'m>(module: &'m Module<'_>) -> impl Iterator<Item = Value<'m>> {
    module
        .functions()
        .into_iter()
        .filter(|f| f.is_declaration() && !f.is_intrinsic() && !is_kfunc(*f))
}

/// Reports what is wrong with the uses of a declaration.
fn report(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>) {
    let helper = find(&function.name());
    for user in function.users() {
        let fault = match &helper {
            Err(fault) => Some(fault.clone()),
            Ok(helper) => wrong_use(module, helper, function, user),
        };
        let Some((topic, message, help)) = fault else {
            continue;
        };
        for place in places(user) {
            let report = cx.error(topic, place, message.clone());
            help.iter().fold(report, Report::help);
        }
    }
}

/// Where Go has the use of a function: a constant, such as a func value, is used elsewhere, maybe in several places.
pub(super) fn places(user: Value<'_>) -> Vec<Option<Position>> {
    if user.is_instruction() {
        return vec![position(user).or_else(|| position(user.function()))];
    }
    if user.kind() == ValueKind::Variable {
        return vec![position(user)];
    }
    user.users().into_iter().flat_map(places).collect()
}

/// What is wrong, and lines of help.
type Fault = (Topic, String, Vec<String>);

fn wrong_use(
    module: &Module<'_>,
    helper: &Helper,
    function: Value<'_>,
    user: Value<'_>,
) -> Option<Fault> {
    let is_call = user.callee() == Some(function) && !user.args().contains(&function);
    if is_call {
        let (message, help) = misuse(module, helper, user, &arguments(function, user))?;
        return Some((Topic::HelperArguments, message, vec![help]));
    }
    Some((
        Topic::HelperValue,
        format!(
            "helper `{}` is used as a value, and can only be called",
            helper.go_name()
        ),
        vec!["write a Go function that calls it, and use that one".to_owned()],
    ))
}

/// The arguments that Go code gives; of a func value its address.
fn arguments<'m>(function: Value<'m>, call: Value<'m>) -> Vec<Value<'m>> {
    let mut args = call.args();
    if has_context(function) {
        args.pop();
    }
    if let Some(captured) = lower_callbacks::given(call, function).and_then(|g| g.captured_index())
    {
        args.remove(captured);
    }
    args
}

/// The helper that a declaration means: `main.bpfMapLookupElem`, or `bpf_map_lookup_elem` after `//go:linkname` or `//export`.
fn find(name: &str) -> Result<&'static Helper, Fault> {
    let local = local_name(name);
    if let Some(helper) = helpers::by_go_name(local) {
        return Ok(helper);
    }
    if let Some((why, help)) = helpers::not_a_helper(local) {
        return Err((Topic::HelperUnknown, why, vec![help]));
    }
    if local.starts_with("bpf") {
        let help = match helpers::suggest(local)[..] {
            [] => vec!["the helpers are listed in linux/bpf.h; a kernel function that is a kfunc is declared as `bpfKfunc…`".to_owned()],
            ref near => near.iter().filter_map(|n| helpers::by_name(n)).map(|h| format!("did you mean `{}`?", h.go_name())).collect(),
        };
        return Err((
            Topic::HelperUnknown,
            format!("the kernel has no helper `{local}`"),
            help,
        ));
    }
    let meant = meant(local).map(|helper| format!("did you mean `{}`?", helper.go_name()));
    let help = meant.unwrap_or_else(|| {
        "write its body in Go; helpers are declared as `bpfCamelCase`, such as `bpfKtimeGetNs`"
            .to_owned()
    });
    Err((
        Topic::HelperUnknown,
        format!("function `{local}` has no body, and is no helper of the kernel"),
        vec![help],
    ))
}

/// The helper that a name without `bpf` before it was meant for, or with that in capitals.
fn meant(name: &str) -> Option<&'static Helper> {
    let is_prefixed = name
        .get(..3)
        .is_some_and(|start| start.eq_ignore_ascii_case("bpf"));
    let name = format!("bpf{}", if is_prefixed { &name[3..] } else { name });
    let near = || helpers::by_name(helpers::suggest(&name).first()?);
    helpers::by_go_name(&name).or_else(near)
}

/// Whether calls end with the context pointer that TinyGo hands to functions without `//export`, which do not use it:
/// those with a Go name, and those that `//go:linkname` gives another one.
pub(super) fn has_context(function: Value<'_>) -> bool {
    let calls = function.users();
    let mut calls = calls
        .into_iter()
        .filter(|user| user.callee() == Some(function));
    function.name().contains('.')
        || calls.all(|call| {
            let last = call.args().last().map(|arg| arg.kind());
            matches!(last, Some(ValueKind::Undef | ValueKind::Poison))
        })
}

/// What is wrong with a call, and what to write instead.
fn misuse(
    module: &Module<'_>,
    helper: &Helper,
    call: Value<'_>,
    args: &[Value<'_>],
) -> Option<(String, String)> {
    let name = helper.go_name();
    let wanted = helper.params.len();
    if args.len() < wanted || (args.len() > wanted && !helper.variadic) {
        let at_least = if helper.variadic { "at least " } else { "" };
        return Some((
            format!(
                "helper `{name}` takes {at_least}{}, and is declared with {} (a Go string counts as two, a slice as three)",
                counted(wanted, "argument"),
                args.len()
            ),
            format!("declare it as in C: {}", signature(helper)),
        ));
    }
    if args.len() > MAX_ARGS {
        return Some((
            format!(
                "helper `{name}` is called with {} arguments, and BPF passes at most {MAX_ARGS}",
                args.len()
            ),
            "pass fewer values, or several in one".to_owned(),
        ));
    }
    for (param, arg) in helper.params.iter().zip(args) {
        let ty = arg.ty();
        let fits = match param.kind {
            Kind::Map | Kind::Context | Kind::Function => ty.is_pointer(),
            // Addresses that the program does not follow itself are often declared as uintptr.
            Kind::Pointer { .. } => ty.is_pointer() || ty.int_width() == Some(64),
            Kind::Int { .. } => {
                ty.int_width()
                    .is_some_and(|width| (8..=64).contains(&width))
                    || ty.is_pointer()
            }
        };
        if !fits {
            let takes = match param.kind {
                Kind::Int { .. } => "a number",
                Kind::Map => "the address of a map",
                Kind::Function => "a function",
                Kind::Context | Kind::Pointer { .. } => "an address",
            };
            return Some((
                format!(
                    "parameter `{}` of helper `{name}` is declared with a type that it cannot have: the kernel takes {takes} there",
                    param.name
                ),
                format!("declare it as in C: {}", signature(helper)),
            ));
        }
        let is_local = arg.op() == Op::Alloca || is_allocation(*arg);
        let is_other = is_local || variable(*arg).is_some_and(|v| !is_map(module, v));
        if param.kind == Kind::Map && is_other {
            return Some((
                format!("argument `{}` of helper `{name}` is no map", param.name),
                "pass the address of a map, which is a package variable: `unsafe.Pointer(&name)`"
                    .to_owned(),
            ));
        }
    }
    let result = call.ty();
    let fits = match helper.ret {
        _ if result.is_void() => true,
        Ret::Void => false,
        Ret::Int { .. } if result.is_pointer() => ADDRESSES.contains(&helper.name),
        Ret::Int { .. } => result
            .int_width()
            .is_some_and(|width| (8..=64).contains(&width)),
        Ret::Pointer(_) => result.is_pointer() || result.int_width() == Some(64),
    };
    (!fits).then(|| {
        (
            format!("helper `{name}` is declared with a result that it does not give"),
            format!("declare it as in C: {}", signature(helper)),
        )
    })
}

/// The variable that a constant address names.
fn variable(address: Value<'_>) -> Option<Value<'_>> {
    (address.kind() == crate::llvm::Kind::Variable).then_some(address)
}

/// A helper's declaration in Go.
fn signature(helper: &Helper) -> String {
    let params: Vec<String> = helper
        .params
        .iter()
        .map(|param| match param.kind {
            Kind::Int { bits, signed } => {
                format!("{} {}int{bits}", param.name, if signed { "" } else { "u" })
            }
            Kind::Function if let Some(callback) = helpers::callback(helper.name) => {
                format!("fn {}", callback.go_type())
            }
            _ => format!("{} unsafe.Pointer", go_identifier(param.name)),
        })
        .collect();
    let result = match helper.ret {
        Ret::Void => String::new(),
        Ret::Int { bits, signed } => format!(" {}int{bits}", if signed { "" } else { "u" }),
        Ret::Pointer(_) => " unsafe.Pointer".to_owned(),
    };
    format!("`func {}({}){result}`", helper.go_name(), params.join(", "))
}

/// A parameter's name in C as one in Go, where some of them are keywords.
fn go_identifier(name: &str) -> &str {
    match name {
        "map" => "m",
        "func" => "fn",
        "type" => "kind",
        name => name,
    }
}

/// Puts the call by number in the place of `call`.
fn replace<'m>(module: &'m Module<'_>, call: Value<'m>, helper: &Helper, args: &[Value<'m>]) {
    let builder = Builder::before(module, call);
    let mut args = args.to_vec();
    formats::terminate(module, helper, &mut args);
    let args: Vec<Value<'_>> = args
        .iter()
        .enumerate()
        .map(|(i, arg)| widen(module, &builder, helper, i, *arg))
        .collect();
    let result = match helper.ret {
        Ret::Void => module.void_type(),
        Ret::Int { .. } => module.int_type(64),
        Ret::Pointer(_) => module.ptr_type(),
    };
    let types: Vec<Ty<'_>> = args.iter().map(|arg| arg.ty()).collect();
    let new = builder.call(
        result.function(&types),
        module.const_ptr(helper.id.into()),
        &args,
    );
    describe::describe(module, new, helper, &args);
    if !call.ty().is_void() {
        let value = convert(&builder, new, call.ty());
        call.replace_all_uses_with(value);
    }
    call.erase();
}

/// An argument in the full width of a register: the kernel reads all 64 bits.
fn widen<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    helper: &Helper,
    index: usize,
    arg: Value<'m>,
) -> Value<'m> {
    let signed = matches!(
        helper.params.get(index).map(|p| p.kind),
        Some(Kind::Int { signed: true, .. })
    );
    match arg.ty().int_width() {
        Some(width) if width < 64 => builder.cast(
            if signed { Op::SExt } else { Op::ZExt },
            arg,
            module.int_type(64),
        ),
        _ => arg,
    }
}

/// A register as the type that Go code declared for it.
fn convert<'m>(builder: &Builder<'m>, value: Value<'m>, to: Ty<'m>) -> Value<'m> {
    match (value.ty().is_pointer(), to.is_pointer()) {
        (true, true) => value,
        (true, false) => builder.cast(Op::PtrToInt, value, to),
        (false, true) => builder.cast(Op::IntToPtr, value, to),
        _ if to.int_width() == Some(64) => value,
        _ => builder.cast(Op::Trunc, value, to),
    }
}
