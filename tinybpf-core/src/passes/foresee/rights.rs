//! Helpers that a program may not call: its type does not have them, they may sleep and it may not, or its licence is not the one
//! that the kernel demands. A subprogram has the rights of each program that calls it.

mod kfuncs;
mod maps;

use std::collections::HashSet;

use super::place;
use crate::{
    Topic,
    helpers::Helper,
    llvm::{Module, Op, Value},
    passes::{Cx, is_foreign, lower_panics::Callee},
    section::{
        Section,
        rights::{
            Called, PATH_FUNCTIONS, Refusal, Rights, hook_sleeps, is_gpl_compatible, licenses,
            sections_with, sleepable, unfit_license,
        },
    },
};

pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    let license = cx.license.clone().unwrap_or_default();
    let programs: Vec<_> = cx
        .programs
        .iter()
        .map(|program| {
            (
                program.section.clone(),
                program.position.clone(),
                module.function(&program.name),
            )
        })
        .collect();
    for (section, at, function) in programs {
        let Some(function) = function.filter(|f| !is_foreign(module, *f)) else {
            continue;
        };
        if let Some((message, help)) = unable_to_sleep(&section) {
            cx.error(Topic::HelperNotAllowed, at.clone(), message)
                .help(help);
        }
        let structs = cx.struct_ops.iter().map(|of| of.kernel_name.as_str());
        let Some(rights) = Rights::of(&section, structs) else {
            continue;
        };
        if rights.need_gpl() && !is_gpl_compatible(&license) {
            cx.error(Topic::Licence, at, unfit_license(&section.name, &license))
                .help(licenses());
            continue;
        }
        let functions = reached(cx, module, function);
        maps::check(cx, module, rights, &functions);
        check_calls(cx, &functions, rights, &license);
    }
}

/// Reports the helpers and kfuncs that a program may not call.
fn check_calls(cx: &mut Cx<'_>, functions: &[Value<'_>], rights: Rights<'_>, license: &str) {
    let calls = calls(functions);
    // What these call back may sleep, whatever the program may.
    let sleeps_later = calls
        .iter()
        .any(|(_, callee)| kfuncs::sleeps_later(*callee));
    for (call, callee) in calls {
        let refusal = match callee {
            Callee::Helper(helper) => rights.refuse(helper, license),
            Callee::Kfunc(kfunc) => rights.refuse_kfunc(kfunc.name, license),
        };
        let refusal = refusal.filter(|refusal| *refusal != Refusal::Sleeps || !sleeps_later);
        let refused = refusal.map(|refusal| match callee {
            Callee::Helper(helper) => explain(refusal, helper, rights.section, license),
            Callee::Kfunc(kfunc) => kfuncs::explain(refusal, kfunc, rights, license),
        });
        if let Some((topic, message, help)) = refused {
            cx.error(topic, place(call), message).help(help);
        }
    }
}

/// The functions of a program, in the module's order: its own, and those that are called back.
fn reached<'m>(cx: &Cx<'_>, module: &'m Module<'_>, program: Value<'m>) -> Vec<Value<'m>> {
    let is_ours = |f: &Value<'m>| !f.is_declaration() && !is_foreign(module, *f);
    let mut reached = HashSet::from([program]);
    let mut open = vec![program];
    while let Some(function) = open.pop() {
        let operands = function
            .instructions()
            .into_iter()
            .flat_map(Value::operands);
        for callee in operands.filter(|value| value.is_function()) {
            // A map may hold other programs, which nothing calls.
            if is_ours(&callee) && cx.program(&callee.name()).is_none() && reached.insert(callee) {
                open.push(callee);
            }
        }
    }
    let functions = module.functions().into_iter();
    functions.filter(|f| reached.contains(f)).collect()
}

/// The calls of helpers and kfuncs in functions.
fn calls<'m>(functions: &[Value<'m>]) -> Vec<(Value<'m>, Callee)> {
    functions
        .iter()
        .flat_map(|function| function.instructions())
        .filter(|instruction| instruction.op() == Op::Call)
        .filter_map(|call| Some((call, Callee::of(call)?)))
        .collect()
}

fn explain(
    refusal: Refusal,
    helper: &Helper,
    section: &Section,
    license: &str,
) -> (Topic, String, String) {
    let (name, kind) = (helper.go_name(), section.known.name);
    let others = sections_with(helper).near(kind);
    let topic = match refusal {
        Refusal::License => Topic::Licence,
        _ => Topic::HelperNotAllowed,
    };
    let message = refusal.message(Called::Helper, &name, section, license);
    let help = match refusal {
        Refusal::Lacks => format!("the kernel has it for programs in {others}"),
        Refusal::Sleeps => match sleepable(section) {
            Some(other) => format!("write the section as `{other}`"),
            None => format!("programs in {others} may call it{}", instead(helper)),
        },
        Refusal::Place => format!(
            "it is for iterators, LSM hooks whose programs may sleep, and `fentry` and `fexit` of {}",
            PATH_FUNCTIONS.join(", ")
        ),
        Refusal::License => match helper.name {
            "bpf_probe_read_kernel" => {
                format!("{}; fields of kernel structs are read with it", licenses())
            }
            _ => licenses(),
        },
    };
    (topic, message, help)
}

/// What does the same without sleeping.
fn instead(helper: &Helper) -> &'static str {
    match helper.name {
        "bpf_copy_from_user" => {
            "; `bpfProbeReadUser` does not sleep, and fails where the memory is not there"
        }
        "bpf_copy_from_user_task" => {
            "; `bpfProbeReadUser` reads the memory of the current task without sleeping"
        }
        _ => "",
    }
}

/// What is wrong with a section whose programs may sleep, where they attach to what never can.
fn unable_to_sleep(section: &Section) -> Option<(String, String)> {
    let hook = section
        .target
        .as_deref()
        .filter(|_| section.known.name == "lsm.s")?;
    (hook_sleeps(hook) == Some(false)).then(|| {
        (
            format!("programs of the LSM hook `{hook}` may not sleep, and section `{}` says that this one does", section.name),
            format!("write `lsm/{hook}`, or choose a hook that may sleep (`sleepable_lsm_hooks` in the kernel's kernel/bpf/bpf_lsm.c)"),
        )
    })
}
