//! The search for copies of kernel objects, and for what copies cannot be used for.

use super::{
    copy::{Copy, How, foreign, used_fields, used_of_value},
    origin::Origins,
    plan::{Plan, is_scalar, path, report_undescribed},
    typer::{Memory, Typer, memory},
};
use crate::{
    Topic,
    core_type::kernel_type,
    helpers,
    llvm::{Metadata, Op, Value},
    names::local_name,
    passes::{Cx, position},
    types::debug_info::{size_of, underlying},
};

/// The helpers that read memory into a variable: `(dst, size, src)`.
const READERS: [&str; 5] = [
    "bpf_probe_read",
    "bpf_probe_read_kernel",
    "bpf_probe_read_user",
    "bpf_copy_from_user",
    "bpf_copy_from_user_task",
];

pub(super) fn find<'m>(
    cx: &mut Cx<'_>,
    typer: &mut Typer<'m>,
    origins: &mut Origins<'m>,
    plan: &mut Plan<'m>,
) {
    let functions = typer.module().functions().into_iter();
    for instruction in functions.flat_map(Value::instructions) {
        let copy = match instruction.op() {
            Op::Call => of_helper(cx, typer, plan, instruction),
            Op::Load if !is_scalar(instruction.ty()) => {
                of_value(cx, typer, origins, plan, instruction)
            }
            _ => None,
        };
        plan.copies.extend(copy);
    }
    for copy in &plan.copies {
        check_type(cx, typer, copy);
    }
    check_addresses(cx, typer);
}

/// The helper that a call reads memory with.
fn reader(call: Value<'_>) -> Option<&'static str> {
    let callee = call
        .callee()
        .filter(|f| f.is_function() && f.is_declaration())?;
    let helper = helpers::by_go_name(local_name(&callee.name()))?;
    READERS.contains(&helper.name).then_some(helper.name)
}

/// A copy that a helper makes into a variable of a CO-RE type.
fn of_helper<'m>(
    cx: &mut Cx<'_>,
    typer: &mut Typer<'m>,
    plan: &Plan<'m>,
    call: Value<'m>,
) -> Option<Copy<'m>> {
    let name = reader(call)?;
    let [to, size, from] = [call.operand(0)?, call.operand(1)?, call.operand(2)?];
    let is_core = |cx: &Cx<'_>, ty: &Metadata<'_>| {
        kernel_type(&cx.options.core_types, &ty.type_name()).is_some()
    };
    let types = match memory(to) {
        Memory::Local(variable) if variable == to => typer.declared(to),
        _ => typer.pointees(to),
    };
    if !types.iter().any(|ty| is_core(cx, ty)) {
        if types.is_empty() {
            check_undescribed(cx, call, to);
        }
        return None;
    }
    if memory(to) == Memory::Other {
        cx.error(
            Topic::CoreCopy,
            position(call),
            "this reads a kernel struct to where another kernel struct is, as its type says",
        )
        .help("read it into a variable: `var t bpfCoreTaskStruct`");
        return None;
    }
    let [ty] = types[..] else {
        report_several(cx, call, &types);
        return None;
    };
    if name == "bpf_copy_from_user_task" || size.as_u64() != size_of(typer.module(), ty) {
        cx.error(Topic::CoreCopy, position(call), format!("this reads another number of bytes than `{}` has in Go, and the kernel has the fields elsewhere", local_name(&ty.type_name())))
            .help("read the whole struct, `uint32(unsafe.Sizeof(t))` bytes, which is done field by field")
            .help("or one field: `bpfProbeReadKernel(unsafe.Pointer(&tgid), 4, unsafe.Pointer(&task.Tgid))`");
        return None;
    }
    let used = (memory(to) == Memory::Local(to)).then(|| {
        let is_asked = |user: Value<'m>| plan.queries.iter().any(|(call, _)| *call == user);
        let is_filled = |user: Value<'m>| reader(user).is_some() && user.operand(0) == Some(to);
        used_fields(to, &is_asked, &is_filled)
    });
    Some(Copy {
        at: call,
        from: (from, Vec::new()),
        ty,
        used: used.flatten(),
        how: How::Helper { name, to },
    })
}

/// Reports a copy into a variable of a CO-RE type that nothing describes.
fn check_undescribed<'m>(cx: &mut Cx<'_>, call: Value<'m>, variable: Value<'m>) {
    let steps = variable
        .users()
        .into_iter()
        .filter(|user| user.op() == Op::Gep);
    let mut names = steps.filter_map(|step| step.gep_source_type().struct_name());
    let name = names.find(|name| kernel_type(&cx.options.core_types, name).is_some());
    if let Some(name) = name {
        report_undescribed(cx, call, &name);
    }
}

fn report_several(cx: &mut Cx<'_>, at: Value<'_>, types: &[Metadata<'_>]) {
    let names: Vec<_> = types.iter().map(|ty| ty.type_name()).collect();
    cx.error(Topic::CoreType,
        position(at),
        format!("cannot tell which type is copied here: {} have the same layout, and the IR does not keep the names", names.join(", ")),
    )
    .help("declare pointer and variable in lines of their own: `var t bpfCoreTaskStruct`");
}

/// A copy as a value, such as `*task` or `task.Links`.
fn of_value<'m>(
    cx: &mut Cx<'_>,
    typer: &mut Typer<'m>,
    origins: &mut Origins<'m>,
    plan: &Plan<'m>,
    load: Value<'m>,
) -> Option<Copy<'m>> {
    let from = load.operand(0)?;
    if memory(from) != Memory::Other {
        return None;
    }
    let part = plan.accesses.iter().any(|access| access.gep == from);
    let types = typer.loaded(load);
    let is_core =
        |ty: &Metadata<'m>| kernel_type(&cx.options.core_types, &ty.type_name()).is_some();
    if !part && !types.iter().any(is_core) {
        return None;
    }
    let [ty] = types[..] else {
        report_several(cx, load, &types);
        return None;
    };
    let is_asked = |user: Value<'m>| plan.queries.iter().any(|(call, _)| *call == user);
    Some(Copy {
        at: load,
        from: path(typer.module(), typer, from)?,
        ty,
        used: used_of_value(load, &is_asked),
        how: How::Value {
            origin: origins.of(typer, from),
            may_probe: origins.may_probe(load.function()),
        },
    })
}

/// Reports a copy of a type with parts that no kernel struct has.
fn check_type<'m>(cx: &mut Cx<'_>, typer: &Typer<'m>, copy: &Copy<'m>) {
    if let Some(name) = foreign(&cx.options.core_types, typer.module(), copy.ty) {
        cx.error(Topic::CoreCopy,
            position(copy.at),
            format!("`{}` cannot be copied: it has a part of type `{name}`, which is no view of a kernel type", local_name(&copy.ty.type_name())),
        )
        .help("name struct types for parts of kernel structs `bpfCore…`, and use numbers, pointers and arrays for the rest");
    }
}

/// Reports copies whose address goes where Go code expects the kernel's object.
fn check_addresses<'m>(cx: &mut Cx<'_>, typer: &mut Typer<'m>) {
    let module = typer.module();
    let is_core = |cx: &Cx<'_>, ty: &Metadata<'m>| {
        let plain = underlying(module, *ty).is_some();
        plain && kernel_type(&cx.options.core_types, &ty.type_name()).is_some()
    };
    for user in module.functions().into_iter().flat_map(Value::instructions) {
        let mut escaping: Vec<Value<'m>> = match user.op() {
            Op::Store => user.operand(0).into_iter().collect(),
            Op::Call => {
                let callee = user.callee();
                let is_own = callee.is_some_and(|f| f.is_function() && !f.is_declaration());
                if is_own { user.args() } else { Vec::new() }
            }
            Op::Phi | Op::Select | Op::Ret => user.operands(),
            _ => continue,
        };
        escaping.retain(|value| {
            value.ty().is_pointer() && matches!(memory(*value), Memory::Local(_) | Memory::Mixed)
        });
        for value in escaping {
            let types = match memory(value) {
                Memory::Local(variable) if variable == value => typer.declared(value),
                _ => typer.pointees(value),
            };
            if matches!(types[..], [ty] if is_core(cx, &ty)) {
                cx.error(Topic::CoreCopy, position(user), "the address of a copy in the program is used as that of the kernel's object, which has the fields elsewhere")
                    .help("pass the pointer to the object, or the fields that are needed, or the copy as a value");
            }
        }
    }
}
