//! What a module has of CO-RE: found before anything is changed.

use super::{
    copies,
    copy::Copy,
    inside,
    known::is_same,
    origin::{Origin, Origins},
    query::{self, Query},
    typer::{Found, Memory, Typer, inner, memory},
    variables,
};
use crate::{
    Topic,
    core_type::kernel_type,
    llvm::{Metadata, Module, Op, Tag, Ty, TyKind, Value},
    passes::{Cx, position},
    types::debug_info::underlying,
};

/// A step from an address in a kernel object to one in the same object.
#[derive(Clone, Copy)]
pub(super) enum Step<'m> {
    /// To a field of a struct.
    Field { of: Metadata<'m>, index: u32 },
    /// To an element of an array.
    Element { of: Metadata<'m>, index: Value<'m> },
}

/// A `getelementptr` into a kernel object.
pub(super) struct Access<'m> {
    pub(super) gep: Value<'m>,
    pub(super) steps: Vec<Step<'m>>,
}

/// A read of a field of a kernel object.
pub(super) struct Load<'m> {
    pub(super) load: Value<'m>,
    pub(super) origin: Origin,
}

/// All that a module has.
#[derive(Default)]
pub(super) struct Plan<'m> {
    pub(super) accesses: Vec<Access<'m>>,
    pub(super) loads: Vec<Load<'m>>,
    pub(super) copies: Vec<Copy<'m>>,
    /// Calls that copy a slice of a kernel object.
    pub(super) slices: Vec<Value<'m>>,
    pub(super) queries: Vec<(Value<'m>, Query<'m>)>,
}

pub(super) fn plan<'m>(cx: &mut Cx<'_>, module: &'m Module<'m>, typer: &mut Typer<'m>) -> Plan<'m> {
    let mut plan = Plan::default();
    query::find(cx, module, typer, &mut plan);
    let functions = module.functions().into_iter();
    for gep in functions
        .flat_map(Value::instructions)
        .filter(|i| i.op() == Op::Gep)
    {
        if is_kernel(cx, typer, gep)
            && let Some(steps) = steps(module, typer, gep)
        {
            plan.accesses.push(Access { gep, steps });
        } else {
            check_unknown(cx, typer, gep);
        }
    }
    let mut origins = Origins::new(cx, module);
    copies::find(cx, typer, &mut origins, &mut plan);
    variables::check(cx, module, &plan);
    for index in 0..plan.accesses.len() {
        let address = plan.accesses[index].gep;
        for user in address.users() {
            find_use(cx, typer, &mut origins, &mut plan, address, user);
        }
    }
    inside::find(cx, typer, &origins, &mut plan);
    plan
}

/// Whether a step goes into a kernel object: one that Go code sees as a CO-RE type, or a part of it.
pub(super) fn is_kernel<'m>(cx: &Cx<'_>, typer: &mut Typer<'m>, gep: Value<'m>) -> bool {
    if !gep
        .operand(0)
        .is_some_and(|base| memory(base) == Memory::Other)
    {
        return false;
    }
    if let Found::One(ty) = typer.stepped(gep)
        && kernel_type(&cx.options.core_types, &ty.type_name()).is_some()
    {
        return true;
    }
    gep.operand(0).is_some_and(|base| {
        base.op() == Op::Gep && is_kernel(cx, typer, base) && typer.stepped(gep) != Found::Unknown
    })
}

/// The steps that a `getelementptr` makes.
pub(super) fn steps<'m>(
    module: &'m Module<'m>,
    typer: &mut Typer<'m>,
    gep: Value<'m>,
) -> Option<Vec<Step<'m>>> {
    let Found::One(mut ty) = typer.stepped(gep) else {
        return None;
    };
    // The first index steps over whole objects, of which the kernel's have another size.
    if !gep.operand(1)?.is_null() {
        return None;
    }
    let mut steps = Vec::new();
    for index in gep.operands().into_iter().skip(2) {
        let of = ty;
        steps.push(if underlying(module, ty)?.tag() == Tag::Array {
            Step::Element { of, index }
        } else {
            let index = u32::try_from(index.as_u64()?).ok()?;
            Step::Field { of, index }
        });
        ty = inner(module, ty, index.as_u64())?;
    }
    Some(steps)
}

/// Reports a step into what may be a kernel object, if nothing tells which.
fn check_unknown<'m>(cx: &mut Cx<'_>, typer: &mut Typer<'m>, gep: Value<'m>) {
    if gep
        .operand(0)
        .is_none_or(|base| memory(base) != Memory::Other)
    {
        return;
    }
    let is_core = |cx: &Cx<'_>, name: &str| kernel_type(&cx.options.core_types, name).is_some();
    match typer.stepped(gep) {
        Found::Several(types) => {
            let names: Vec<_> = types.iter().map(|ty| ty.type_name()).collect();
            if names.iter().any(|name| is_core(cx, name)) {
                cx.error(Topic::CoreType,
                    position(gep),
                    format!("cannot tell which type is meant here: {} have the same layout, and the IR does not keep the names", names.join(", ")),
                )
                .help("assign the pointer to a variable of its type, and use that: `task := (*bpfCoreTaskStruct)(p)`");
            }
        }
        Found::Unknown => {
            let ty = gep.gep_source_type();
            let name = ty.struct_name().filter(|name| is_core(cx, name));
            if let Some(name) = name.filter(|_| ty.kind() == TyKind::Struct) {
                report_undescribed(cx, gep, &name);
            }
        }
        Found::One(ty) => {
            if is_core(cx, &ty.type_name()) {
                cx.error(Topic::CoreCopy,
                    position(gep),
                    "this steps from one kernel object to the next by the size that the type has in Go, which is not the kernel's",
                )
                .help("declare an array as the field's type: `Links [4]bpfCoreHlistNode`");
            }
        }
    }
}

pub(super) fn report_undescribed(cx: &mut Cx<'_>, at: Value<'_>, name: &str) {
    cx.error(
        Topic::CoreType,
        position(at),
        format!("the IR does not say which fields `{name}` has"),
    )
    .help(query::FROM_SOURCES)
    .help(
        "or declare a variable of the type, whose debug info tells: `var task *bpfCoreTaskStruct`",
    );
}

/// Notes what uses an address in a kernel object, or reports it.
fn find_use<'m>(
    cx: &mut Cx<'_>,
    typer: &mut Typer<'m>,
    origins: &mut Origins<'m>,
    plan: &mut Plan<'m>,
    address: Value<'m>,
    user: Value<'m>,
) {
    match user.op() {
        // Of others, each part is read from where it is: they are copies.
        Op::Load if is_scalar(user.ty()) => {
            let origin = origins.of(typer, address);
            plan.loads.push(Load { load: user, origin });
        }
        Op::Store if user.operand(1) == Some(address) => {
            check_store(cx, origins, typer, address, user);
        }
        Op::AtomicRmw | Op::CmpXchg if user.operand(0) == Some(address) => {
            check_store(cx, origins, typer, address, user);
        }
        _ => {}
    }
}

/// Reports a write that no kernel allows.
fn check_store<'m>(
    cx: &mut Cx<'_>,
    origins: &mut Origins<'m>,
    typer: &mut Typer<'m>,
    address: Value<'m>,
    store: Value<'m>,
) {
    let origin = origins.of(typer, address);
    let denied = origins.read_only(store.function());
    if origin == Origin::Context || (origin == Origin::Kernel && denied.is_none()) {
        return;
    }
    let message = match denied {
        Some(program) => format!(
            "this writes to a kernel object, which the kernel does not let a program of type {program} do"
        ),
        None => {
            "this writes to memory that the verifier does not know as a kernel object".to_owned()
        }
    };
    cx.error(Topic::CoreWrite, position(store), message)
        .help("a program can write to its own variables and maps, and change kernel objects through helpers and kfuncs")
        .help("for a copy of its own, declare a variable: `var t bpfCoreTaskStruct`");
}

/// Whether two CO-RE types are one.
pub(super) fn is_one<'m>(module: &Module<'m>, types: &[Metadata<'m>]) -> Option<Metadata<'m>> {
    let first = *types.first()?;
    types
        .iter()
        .all(|ty| is_same(module, first, *ty))
        .then_some(first)
}

/// Whether a value of a type is one number or pointer.
pub(super) fn is_scalar(ty: Ty<'_>) -> bool {
    ty.is_int() || ty.is_pointer()
}

/// The object that an address is in, and the steps from there.
pub(super) fn path<'m>(
    module: &'m Module<'m>,
    typer: &mut Typer<'m>,
    address: Value<'m>,
) -> Option<(Value<'m>, Vec<Step<'m>>)> {
    let (mut base, mut path) = (address, Vec::new());
    while base.op() == Op::Gep {
        let Some(mut more) = steps(module, typer, base) else {
            break;
        };
        let is_fixed = more.iter().all(|step| match step {
            Step::Field { .. } => true,
            Step::Element { index, .. } => index.as_u64().is_some(),
        });
        if !is_fixed {
            break;
        }
        more.append(&mut path);
        path = more;
        base = base.operand(0)?;
    }
    Some((base, path))
}
