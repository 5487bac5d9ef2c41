//! `bpfKsymExists`: whether the kernel has a symbol. What is asked for may be missing: it becomes weak.

use super::{
    super::{Cx, constant, position},
    Externs, Fault,
    named::{Named, is_kfunc, known},
    variables, weaken,
};
use crate::{
    Topic, kfuncs,
    llvm::{Builder, Kind, Module, Op, Value, predicate},
    names::local_name,
};

/// Whether a declaration is the test.
pub(super) fn is_test(symbol: &str) -> bool {
    symbol == "bpf_ksym_exists" || local_name(symbol) == "bpfKsymExists"
}

/// Whether a use of a symbol is an argument of the test.
pub(super) fn tests(user: Value<'_>) -> bool {
    user.callee().is_some_and(|callee| is_test(&callee.name()))
}

/// What a test asks for.
enum Asked<'m> {
    Function(Named),
    Variable(Value<'m>),
}

pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    for call in calls(module) {
        if let Err((message, help)) = asked(module, call) {
            let report = cx.error(Topic::Ksyms, position(call), message);
            help.iter().fold(report, super::Report::help);
        }
    }
}

/// Makes the tests comparisons of addresses; relies on [`check`].
pub(super) fn lower(externs: &mut Externs<'_>) {
    let module = externs.module;
    for call in calls(module) {
        let symbol = match asked(module, call) {
            Ok(Asked::Function(named)) => externs.function(&named),
            // It was made external before, under its name.
            Ok(Asked::Variable(variable)) => variable,
            Err(_) => continue,
        };
        weaken(symbol);
        externs.note(position(call));
        let builder = Builder::before(module, call);
        let null = module.ptr_type().null();
        let mut exists = builder.icmp(predicate::NE, symbol, null);
        if call.ty().int_width().is_some_and(|bits| bits > 1) {
            exists = builder.cast(Op::ZExt, exists, call.ty());
        }
        if call.is_used() {
            call.replace_all_uses_with(exists);
        }
        call.erase();
    }
    for test in tests_of(module) {
        test.delete_function();
    }
}

/// The calls of the test.
fn calls<'m>(module: &'m Module<'_>) -> Vec<Value<'m>> {
    tests_of(module)
        .into_iter()
        .flat_map(|function| {
            let users = function.users().into_iter();
            users.filter(move |user| user.callee() == Some(function))
        })
        .collect()
}

/// The declarations of the test.
fn tests_of<'m>(module: &'m Module<'_>) -> Vec<Value<'m>> {
    let mut tests = super::declarations(module);
    tests.retain(|function| is_test(&function.name()));
    tests
}

/// What a call asks for: a function or the address of a variable that Go code declares, or a name.
fn asked<'m>(module: &'m Module<'_>, call: Value<'m>) -> Result<Asked<'m>, Fault> {
    let args = call.args();
    for (index, arg) in args.iter().enumerate() {
        if arg.is_function()
            && is_kfunc(*arg)
            && let Some(named) = Named::of(*arg)
        {
            return named.map(Asked::Function);
        }
        if arg.kind() == Kind::Variable && variables::is_of_kernel(*arg) {
            return Ok(Asked::Variable(*arg));
        }
        let len = args.get(index + 1).and_then(|len| len.as_u64());
        if let Some(name) = len.and_then(|len| text(*arg, len)) {
            return by_name(module, &name);
        }
    }
    Err((
        "bpfKsymExists is not asked for a symbol of the kernel".to_owned(),
        vec![
            "give it a constant string with the symbol's name: `bpfKsymExists(\"bpf_task_from_pid\")`, declared as `func bpfKsymExists(name string) bool`".to_owned(),
            "or the address of a variable in section `.ksyms`".to_owned(),
        ],
    ))
}

fn by_name<'m>(module: &'m Module<'_>, name: &str) -> Result<Asked<'m>, Fault> {
    for function in super::declarations(module) {
        if let Some(Ok(named)) = Named::of(function)
            && named.name == name
        {
            return Ok(Asked::Function(named));
        }
    }
    let mut variables = module.variables().into_iter();
    let variable = variables.find(|variable| {
        variables::is_of_kernel(*variable) && local_name(&variable.name()) == name
    });
    if let Some(variable) = variable {
        return Ok(Asked::Variable(variable));
    }
    if let Some(kfunc) = known(name) {
        return Ok(Asked::Function(Named {
            name: kfunc.name.to_owned(),
            prototype: kfunc.prototype(),
            is_guessed: false,
        }));
    }
    let near = crate::suggest::did_you_mean(&kfuncs::suggest(name));
    Err((
        format!("`{name}` is no known kfunc, and no ksym that the package declares{near}"),
        vec!["declare the kfunc or the variable in section `.ksyms` that the program uses when it exists".to_owned()],
    ))
}

/// The text of a constant string of this length.
fn text(pointer: Value<'_>, len: u64) -> Option<String> {
    let bytes = pointer.initializer_of_variable()?;
    String::from_utf8(constant::bytes(bytes, len)?).ok()
}
