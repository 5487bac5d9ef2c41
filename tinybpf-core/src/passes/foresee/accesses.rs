//! Loads and stores by addresses that the verifier takes for numbers, and outside of what they may reach.
//!
//! Source: `check_mem_access` in kernel/bpf/verifier.c; what the context of a program is to `is_valid_access` of its type.

use std::collections::HashSet;

use super::{helper, known_map, place, within};
use crate::{
    Topic,
    helpers::Ret,
    kernel,
    llvm::{Kind, Module, Op, Value},
    map,
    passes::{Cx, Special, bound_accesses::same, is_foreign, is_map},
    section::{Context, ProgramType, Reach, Section},
};

pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>, access: Value<'_>) {
    let operand = u32::from(access.op() == Op::Store);
    let Some((base, offset)) = access
        .operand(operand)
        .and_then(|address| within(module, address))
    else {
        return;
    };
    let value = match access.op() {
        Op::Load => Some(access),
        Op::Store => access.operand(0),
        _ => access.operand(1),
    };
    let size = value.map_or(0, |value| module.size_of(value.ty()));
    let fault = match base.op() {
        _ if base.kind() == Kind::Argument => context(cx, base, offset, size, access.op()),
        Op::Load | Op::IntToPtr => followed(cx, module, base),
        // One of several: the verifier follows each.
        Op::Phi | Op::Select => {
            let sources = base.operands().into_iter();
            sources.filter_map(|from| followed(cx, module, from)).next()
        }
        Op::Call => returned(cx, module, base, offset, size)
            .or_else(|| owned(cx, module, base, offset, size)),
        _ => None,
    };
    report(cx, access, fault);
}

/// Checks a call that copies or fills memory.
pub(super) fn check_copy(cx: &mut Cx<'_>, module: &Module<'_>, call: Value<'_>) {
    let name = call.callee().map(Value::name).unwrap_or_default();
    let addresses = match name.strip_prefix("llvm.mem") {
        Some(kind) if kind.starts_with("set.") => 1,
        Some(kind) if kind.starts_with("cpy.") || kind.starts_with("move.") => 2,
        _ => return,
    };
    let Some(size) = call.operand(2).and_then(Value::as_u64) else {
        return;
    };
    let fault = (0..addresses).find_map(|index| {
        let (base, offset) = within(module, call.operand(index)?)?;
        owned(cx, module, base, offset, size)
    });
    report(cx, call, fault);
}

fn report(cx: &mut Cx<'_>, access: Value<'_>, fault: Option<Fault>) {
    if let Some((topic, message, help)) = fault {
        let report = cx.error(topic, place(access), message);
        help.into_iter()
            .fold(report, |report, line| report.help(line));
    }
}

/// What is wrong, and lines of help.
type Fault = (Topic, String, Vec<String>);

const READ: &str = "copy what lies there into a variable: bpf_probe_read_kernel (or bpf_probe_read_user for an address of user space)";

/// An address that was loaded, or made of a number.
fn followed(cx: &Cx<'_>, module: &Module<'_>, address: Value<'_>) -> Option<Fault> {
    match address.op() {
        Op::Load => loaded(cx, module, address),
        Op::IntToPtr => number(cx, address),
        _ => None,
    }
}

/// An address that was loaded: from a package variable or a context of numbers it is a number.
fn loaded(cx: &Cx<'_>, module: &Module<'_>, load: Value<'_>) -> Option<Fault> {
    let (base, _) = within(module, load.operand(0)?)?;
    if base.kind() == Kind::Variable {
        // The kernel puts types on pointers in its own variables.
        if base.is_declaration() || is_map(module, base) || is_foreign(module, base) {
            return None;
        }
        let name = base.name();
        return Some((
            Topic::UntrustedAddress,
            format!("this follows a pointer that was loaded from the package variable `{name}`, and the verifier takes what variables hold for numbers"),
            vec![
                "keep the value itself in the variable or in a BPF map, or an index instead of the pointer".to_owned(),
            ],
        ));
    }
    written(base).or_else(|| from_numbers(cx, base))
}

/// An address that a helper wrote into a local variable.
fn written(variable: Value<'_>) -> Option<Fault> {
    if variable.op() != Op::Alloca {
        return None;
    }
    let mut by = None;
    for user in variable.users() {
        match user.op() {
            Op::Load => {}
            Op::Store if user.operand(0)?.is_constant() => {}
            Op::Call if user.callee().is_some_and(Value::is_intrinsic) => {}
            Op::Call => by = Some(helper(user)?),
            _ => return None,
        }
    }
    let helper = by?;
    Some((
        Topic::UntrustedAddress,
        format!(
            "this follows an address that {} wrote into a variable, and the verifier takes it for a number",
            helper.name
        ),
        vec![READ.to_owned()],
    ))
}

/// An address that was made of a number.
fn number(cx: &Cx<'_>, address: Value<'_>) -> Option<Fault> {
    let from = address.operand(0)?;
    if matches!(from.op(), Op::And | Op::Or | Op::Xor | Op::Mul | Op::Shl)
        && from
            .operands()
            .into_iter()
            .any(|part| part.op() == Op::PtrToInt)
    {
        return Some((
            Topic::UntrustedAddress,
            "this follows a pointer that was computed with a bit operation, which the verifier does not follow".to_owned(),
            vec!["step through memory with unsafe.Add and a constant, or by an index into an array".to_owned()],
        ));
    }
    if from.as_u64().is_some() {
        return Some((
            Topic::UntrustedAddress,
            "this follows a constant address, and the verifier takes it for a number".to_owned(),
            vec![READ.to_owned()],
        ));
    }
    match from.op() {
        _ if same(from) != from => from_register(cx, same(from)),
        Op::Call => match helper(from) {
            Some(helper) => {
                matches!(helper.ret, Ret::Int { .. }).then(|| result_is_number(helper.name))
            }
            None => from_numbers(cx, read_by(from)?),
        },
        Op::Load => from_numbers(cx, object(from.operand(0)?)),
        // One for each kind of machine.
        Op::Phi => {
            let sources = from.incoming().into_iter();
            sources
                .filter_map(|(from, _)| from_register(cx, same(from)))
                .next()
        }
        _ => None,
    }
}

/// A number that was loaded from a context.
fn from_register(cx: &Cx<'_>, load: Value<'_>) -> Option<Fault> {
    let address = load.operand(0).filter(|_| load.op() == Op::Load)?;
    from_numbers(cx, object(address))
}

/// What a call of a subprogram reads its result from, if that lies behind its first argument, such as `ctx.Arg(0)`.
fn read_by(call: Value<'_>) -> Option<Value<'_>> {
    let function = call.callee().filter(|callee| callee.is_function())?;
    let first = function.params().into_iter().next()?;
    let returns = function.instructions().into_iter();
    let mut open: Vec<_> = returns.filter(|i| i.op() == Op::Ret).collect();
    let mut seen = HashSet::new();
    while let Some(value) = open.pop() {
        match value.op() {
            _ if !seen.insert(value) || value.is_constant() => {}
            Op::Ret | Op::Phi | Op::ZExt => open.extend(value.operands()),
            Op::Load if object(value.operand(0)?) == first => {}
            Op::Call if same(value) != value => open.push(same(value)),
            _ => return None,
        }
    }
    call.args().first().copied()
}

/// What an address lies in, through steps of any size.
fn object(address: Value<'_>) -> Value<'_> {
    let mut value = address;
    loop {
        let passed = value.callee().map(Value::name).unwrap_or_default();
        let from = match value.op() {
            Op::Gep => value.operand(0),
            // Where CO-RE moves a field, the number is the first argument.
            Op::Call if passed.starts_with("llvm.bpf.passthrough") => value.operand(1),
            _ => return value,
        };
        let Some(from) = from else { return value };
        value = from;
    }
}

/// What is wrong with following what lies in the context of a program that has only numbers in there.
fn from_numbers(cx: &Cx<'_>, base: Value<'_>) -> Option<Fault> {
    let (function, 0) = base.parameter()? else {
        return None;
    };
    let program = cx.program(&function.name())?;
    use ProgramType::{Kprobe, PerfEvent, RawTracepoint, Tracepoint};
    let ty = program.section.known.program_type;
    // tp_btf, fentry and LSM programs get typed pointers.
    let numbers = matches!(ty, Kprobe | PerfEvent | RawTracepoint | Tracepoint);
    numbers.then(|| {
        (
            Topic::UntrustedAddress,
            format!(
                "this follows an address from the context of program `{}`, and in section `{}` the verifier takes it for a number",
                program.name, program.section.name
            ),
            vec![READ.to_owned()],
        )
    })
}

fn result_is_number(helper: &str) -> Fault {
    let mut help = vec![READ.to_owned()];
    if helper == "bpf_get_current_task" {
        help.push("or call bpf_get_current_task_btf, whose result can be followed".to_owned());
    }
    (
        Topic::UntrustedAddress,
        format!("this follows what {helper} returns, and the verifier takes it for a number"),
        help,
    )
}

/// What a helper returned: null, where nothing asks, or memory of known size.
fn returned(
    cx: &Cx<'_>,
    module: &Module<'_>,
    call: Value<'_>,
    offset: i64,
    size: u64,
) -> Option<Fault> {
    let helper = helper(call)?;
    if matches!(helper.ret, Ret::Int { .. }) {
        return Some(result_is_number(helper.name));
    }
    let map = call
        .args()
        .first()
        .and_then(|map| known_map(cx, module, *map));
    let is_asked = |value: Value<'_>| value.users().into_iter().any(|user| user.op() == Op::ICmp);
    if helper.may_return_null() && !is_asked(call) {
        // Since Linux 6.15 the verifier knows that an array has a constant index (`bpf_map_lookup_elem` of arrays).
        if map.is_some_and(|map| map::is_array(map.map_type)) {
            return None;
        }
        return Some((
            Topic::NilAfterLookup,
            format!(
                "this follows what {} returns, which can be nil, and nothing asks whether it is",
                helper.name
            ),
            vec!["write `if p == nil { return … }` before the first use".to_owned()],
        ));
    }
    let map = map.filter(|_| helper.name == "bpf_map_lookup_elem")?;
    let end = offset.checked_add_unsigned(size)?;
    let outside = offset < 0 || end > i64::from(map.value_size);
    // A map of maps gives a map.
    let holds_values = !map::holds_maps(map.map_type) && map.value_size > 0;
    (outside && holds_values).then(|| {
        (
            Topic::MapElementSize,
            format!(
                "this reaches bytes {offset} to {end} of a value of map `{}`, and its values have {}",
                map.name, map.value_size
            ),
            vec![format!(
                "make ValueSize of `{}` the size of the type that is read here, or read a smaller type",
                map.name
            )],
        )
    })
}

/// An access to a field of a map's value that belongs to the kernel (`check_map_access` in kernel/bpf/verifier.c).
fn owned(
    cx: &Cx<'_>,
    module: &Module<'_>,
    call: Value<'_>,
    offset: i64,
    size: u64,
) -> Option<Fault> {
    let helper = (call.op() == Op::Call).then(|| helper(call)).flatten();
    let helper = helper.filter(|helper| helper.name == "bpf_map_lookup_elem")?;
    let map = known_map(cx, module, *call.args().first()?)?;
    let end = offset.checked_add_unsigned(size)?;
    let overlaps = |field: &&Special| {
        let start = field.offset.cast_signed();
        field.is_opaque() && offset < start.saturating_add_unsigned(field.size) && start < end
    };
    let field = cx.special.get(&map.name)?.iter().find(overlaps)?;
    Some((
        Topic::SpecialFields,
        format!(
            "this reads or writes `{}` of what {} returned of map `{}`, and programs only hand the address of a {} to helpers and kfuncs",
            field.go_name, helper.name, map.name, field.ty
        ),
        vec![
            "a value with such a field cannot be copied or set as a whole: read and write its other fields one by one".to_owned(),
        ],
    ))
}

/// Accesses to the context where the kernel has none of its fields, or only lets programs read.
fn context(cx: &Cx<'_>, base: Value<'_>, offset: i64, size: u64, op: Op) -> Option<Fault> {
    let (function, 0) = base.parameter()? else {
        return None;
    };
    let program = cx.program(&function.name())?;
    let section = &program.section;
    let end = offset.checked_add_unsigned(size)?;
    let context = Reach::of(section)?;
    if offset < 0 || context.size.is_some_and(|size| end > i64::from(size)) {
        return Some((
            Topic::ContextAccess,
            format!(
                "this reads bytes {offset} to {end} of the context of program `{}`, and `{}` has {}",
                program.name,
                context.name,
                context.size.unwrap_or_default()
            ),
            vec![format!(
                "declare the context as the kernel's `{}` has it (linux/bpf.h)",
                context.name
            )],
        ));
    }
    if context
        .widest
        .is_some_and(|widest| size > u64::from(widest))
    {
        return Some((
            Topic::ContextAccess,
            format!(
                "this reads {size} bytes of the context of program `{}` at once, and no field of `{}` has so many",
                program.name, context.name
            ),
            vec![format!(
                "declare the context as the kernel's `{}` has it (linux/bpf.h)",
                context.name
            )],
        ));
    }
    if let Some(fault) = hidden(&context, section, offset) {
        return Some(fault);
    }
    let writes = op != Op::Load;
    let writable = context
        .writable
        .iter()
        .any(|(from, to)| offset >= i64::from(*from) && end <= i64::from(*to));
    (writes && !writable).then(|| {
        (
            Topic::ContextAccess,
            format!(
                "this writes to the context of program `{}`, and a program in section `{}` may only read it there",
                program.name, section.name
            ),
            vec![
                "keep the value in a variable of your own; what can be changed is changed by helpers"
                    .to_owned(),
            ],
        )
    })
}

/// An access to a field that is not for programs of this type.
fn hidden(context: &Reach, section: &Section, offset: i64) -> Option<Fault> {
    let offset = u32::try_from(offset).ok()?;
    let mut hidden = context.hidden.iter();
    hidden.find(|(from, to)| (*from..*to).contains(&offset))?;
    let Context::Struct(name) = section.known.context else {
        return None;
    };
    let field = kernel::context(name)?.field_at(offset)?.name;
    let instead = if field.starts_with("data") {
        "read the packet with `bpfSkbLoadBytes`"
    } else {
        "leave the field out"
    };
    Some((
        Topic::ContextAccess,
        format!(
            "field `{field}` of `{}` is not for programs in section `{}`",
            context.name, section.name
        ),
        vec![instead.to_owned()],
    ))
}
