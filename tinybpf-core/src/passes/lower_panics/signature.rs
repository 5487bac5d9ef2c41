//! How subprograms tell their callers of a panic and hand over their results.

use std::collections::HashMap;

use super::{
    super::{Cx, go_name, position},
    callback, callees_first, callers, calls, is_callback, unfit, verdict,
};
use crate::{
    Topic,
    helpers::Runs,
    llvm::{Attr, Module, Ty, TyKind, Value},
};

/// The registers that BPF passes arguments in.
pub(super) const REGISTERS: usize = 5;

/// What a global function returns when it panics. Another function may stand in for it, in C, which leaves above a result of
/// 32 bits zeroes, its sign, or what is left of an addition, but not this.
pub(super) const PANIC: u64 = 0x476f_2121_7061_6e63;

/// What becomes of a function.
#[derive(Clone, Copy)]
pub(super) struct Plan<'m> {
    /// Whether it can panic, itself or in what it calls.
    pub(super) panics: bool,
    pub(super) shape: Shape<'m>,
    /// How many of its parameters stay: TinyGo adds a context pointer that only closures use.
    pub(super) params: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape<'m> {
    /// It returns what it returns in Go.
    Same,
    /// It returns 64 bits: its result, if it has one, or -1 for a panic.
    Widened,
    /// Its result goes through a pointer, its last parameter. It returns 0, or -1 for a panic; nothing if it cannot panic.
    Out,
    /// It is a program, which returns this type.
    Program(Ty<'m>),
    /// It is a global function, which returns this type: its result, or [`PANIC`].
    Global(Ty<'m>),
    /// The kernel calls it back, and it returns this number when it panics.
    Callback(i64),
}

impl Plan<'_> {
    /// Whether the function keeps the type that it has.
    pub(super) fn keeps_type(&self, function: Value<'_>) -> bool {
        match self.shape {
            Shape::Same | Shape::Callback(_) => self.params == function.params().len(),
            Shape::Program(ty) | Shape::Global(ty) => ty == function.value_type().return_type(),
            _ => false,
        }
    }

    pub(super) fn registers(&self, function: Value<'_>) -> usize {
        let params = function.params().into_iter().take(self.params);
        let wide = params.map(|p| p.ty().int_width().unwrap_or(64).div_ceil(64) as usize);
        wide.sum::<usize>() + usize::from(self.shape == Shape::Out)
    }
}

pub(super) type Plans<'m> = HashMap<Value<'m>, Plan<'m>>;

/// Decides for every function. Those that cannot be subprograms of BPF are inlined.
pub(super) fn plan<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'_>,
    panic: Value<'m>,
    verdicts: &HashMap<String, Value<'m>>,
) -> Plans<'m> {
    loop {
        let mut plans = Plans::new();
        for function in callees_first(module) {
            let (plan, site) = plan_one(cx, module, function, panic, &plans);
            check_verdict(cx, function, site, verdicts);
            plans.insert(function, plan);
        }
        if !unfit::inline_unfit(cx, module, &plans) {
            return plans;
        }
    }
}

/// The plan for a function, and where it panics, itself or in what it calls.
fn plan_one<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'_>,
    function: Value<'m>,
    panic: Value<'m>,
    plans: &Plans<'m>,
) -> (Plan<'m>, Option<Value<'m>>) {
    let panics = |call: &Value<'m>| {
        let callee = call.callee();
        callee == Some(panic)
            || callee.is_some_and(|f| plans.get(&f).is_some_and(|p| p.panics))
            || callback::panicking(*call, plans).is_some()
    };
    let site = calls(function).into_iter().find(panics);
    let mut plan = Plan {
        panics: site.is_some(),
        shape: Shape::Same,
        params: function.params().len(),
    };
    if cx.program(&function.name()).is_some() {
        if let Some(ty) = verdict::result(cx, module, function) {
            plan.shape = Shape::Program(ty);
        }
    } else if cx.global(function).is_some() {
        plan.shape = Shape::Global(global_result(module, function, plan.panics));
        if let Some(site) = site.filter(|_| result_bits(function) > 32) {
            reject_global(cx, function, site);
        }
    } else if let Some(callback) = callback::of(function) {
        plan.shape = Shape::Callback(callback.results.1.min(1));
        if let Some(site) = site.filter(|_| callback.runs == Runs::Alone) {
            reject(
                cx,
                module,
                function,
                site,
                "which the kernel calls back with nothing by which it could end the program",
            );
        }
    } else if is_callback(function) {
        if let Some(site) = site {
            reject(
                cx,
                module,
                function,
                site,
                "which is called through a func value that only the optimiser may resolve, and such a call cannot tell of a panic",
            );
        }
    } else {
        plan.shape = shape(function.value_type().return_type(), plan.panics);
        let changes = plan.shape != Shape::Same || plan.registers(function) > REGISTERS;
        if changes && has_unused_context(function) {
            plan.params -= 1;
        }
    }
    (plan, site)
}

/// What a global function returns: nothing is none to the kernel (`btf_prepare_func_args` in `kernel/bpf/btf.c`).
fn global_result<'m>(module: &'m Module<'_>, function: Value<'m>, panics: bool) -> Ty<'m> {
    let ty = function.value_type().return_type();
    match ty.kind() {
        _ if panics => module.int_type(64),
        TyKind::Void => module.int_type(32),
        _ => ty,
    }
}

fn result_bits(function: Value<'_>) -> u32 {
    let ty = function.value_type().return_type();
    ty.int_width().unwrap_or_default()
}

fn reject_global(cx: &mut Cx<'_>, function: Value<'_>, site: Value<'_>) {
    let name = function.name();
    cx.error(Topic::PanicInFunction,
        position(site).or_else(|| position(function)),
        format!("this can panic in the global function `{name}`, whose result of 64 bits leaves no room to tell its callers"),
    )
    .help("return at most 32 bits, and hand over the rest through a pointer")
    .help("or check before, so that it cannot panic: the kernel may pass nil and any number");
}

/// Reports a program that can panic, and of which nothing says what it returns then.
fn check_verdict<'m>(
    cx: &mut Cx<'_>,
    function: Value<'m>,
    site: Option<Value<'m>>,
    verdicts: &HashMap<String, Value<'m>>,
) {
    let name = function.name();
    let Some(site) = site.filter(|_| cx.program(&name).is_some() && !verdicts.contains_key(&name))
    else {
        return;
    };
    cx.error(Topic::PanicVerdict,
        position(site).or_else(|| position(function)),
        format!("this can panic in program `{name}`, and the function that it replaces could return anything: nothing says which number refuses"),
    )
    .help("declare `func bpfPanicVerdict(verdict int32)`, and call it in the program with what it shall return then, such as 0 (XDP_ABORTED) or 2 (TC_ACT_SHOT)");
}

fn shape<'m>(result: Ty<'m>, panics: bool) -> Shape<'m> {
    match (result.kind(), result.int_width()) {
        (TyKind::Struct | TyKind::Array, _) => Shape::Out,
        (_, Some(bits)) if bits > 64 => Shape::Out,
        _ if !panics => Shape::Same,
        (TyKind::Void, _) => Shape::Widened,
        (_, Some(bits)) if bits <= 32 => Shape::Widened,
        _ => Shape::Out,
    }
}

/// Whether the last parameter is the context that TinyGo adds, of which this function and its callers know nothing.
fn has_unused_context(function: Value<'_>) -> bool {
    let params = function.params();
    let Some(last) = params
        .last()
        .filter(|p| p.ty().is_pointer() && !p.is_used())
    else {
        return false;
    };
    let index = params.len() as u32 - 1;
    last.name() == "context"
        || callers(function)
            .into_iter()
            .all(|call| call.operand(index).is_some_and(is_nothing))
}

fn is_nothing(value: Value<'_>) -> bool {
    use crate::llvm::Kind;
    matches!(value.kind(), Kind::Undef | Kind::Poison | Kind::Null)
}

/// Reports a panic of which the function's caller cannot learn.
fn reject(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>, site: Value<'_>, why: &str) {
    let name = go_name(module, function).unwrap_or_else(|| function.name());
    cx.error(Topic::PanicInFunction,
        position(site).or_else(|| position(function)),
        format!("this can panic in `{name}`, {why}"),
    )
    .help("compare the index with the length, the divisor with 0, or the pointer with nil first, and return from the function");
}

/// Gives a function the type that its plan asks for, and returns it: the same, or a new one with its name and body, while
/// the old one stays as a declaration for the calls that are not rewritten yet.
pub(super) fn retype<'m>(module: &'m Module<'_>, old: Value<'m>, plan: &Plan<'m>) -> Value<'m> {
    if plan.keeps_type(old) {
        return old;
    }
    let result = match plan.shape {
        Shape::Same | Shape::Callback(_) => old.value_type().return_type(),
        Shape::Widened => module.int_type(64),
        Shape::Out if plan.panics => module.int_type(64),
        Shape::Out => module.void_type(),
        Shape::Program(ty) | Shape::Global(ty) => ty,
    };
    let kept = old.params().into_iter().take(plan.params);
    let mut params: Vec<_> = kept.map(|p| p.ty()).collect();
    if plan.shape == Shape::Out {
        params.push(module.ptr_type());
    }
    let name = old.name();
    old.set_name("");
    let new = module.add_function(&name, result.function(&params));
    new.set_linkage(old.linkage());
    if let Some(section) = old.section() {
        new.set_section(&section);
    }
    // Of the attributes, only those that the new type and a body without panics leave true.
    for attr in ["noinline", "alwaysinline", "nounwind"] {
        if old.has_attr(Attr::Function, attr) {
            new.add_attr(module, Attr::Function, attr, 0);
        }
    }
    new.take_body(module, old, plan.params);
    for index in 0..plan.params as u32 {
        if old.has_attr(Attr::Param(index), "nonnull") {
            new.add_attr(module, Attr::Param(index), "nonnull", 0);
        }
    }
    new
}
