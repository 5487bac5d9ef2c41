//! Functions: C names, whole prototypes, and debug info for those that passes added.
//!
//! TinyGo's prototypes list the parameters of the Go function and no result. In the machine code a parameter can be
//! several (a string is two), and a context pointer that nothing uses stands last.

use std::collections::BTreeMap;

use super::{Shaper, short};
use crate::{
    llvm::{DiBuilder, Linkage, Metadata, Module, Op, Value, slot},
    names::c_name,
    passes::{
        Cx, freplace,
        global_functions::{context_of, tags},
        go_name, is_foreign,
        lower_panics::is_callback,
    },
    section::ProgramType,
    types::debug_info::{members, underlying},
};

/// A parameter as the prototype shall name it.
struct Param<'m> {
    name: String,
    ty: Option<Metadata<'m>>,
    /// The local variable that debug info has for it, if it is one Go parameter as a whole.
    variable: Option<Metadata<'m>>,
}

/// The kernel's names of contexts, by which it knows them in prototypes (`bpf_ctx_convert` in `kernel/bpf/btf.c`), as when
/// one program replaces another (`freplace`).
fn context_name(program_type: ProgramType) -> Option<&'static str> {
    use ProgramType::*;
    match program_type {
        SocketFilter | SchedCls | SchedAct | CgroupSkb | LwtIn | LwtOut | LwtXmit
        | LwtSeg6local | SkSkb | FlowDissector => Some("__sk_buff"),
        Xdp => Some("xdp_md"),
        PerfEvent => Some("bpf_perf_event_data"),
        Kprobe => Some("pt_regs"),
        RawTracepoint | RawTracepointWritable => Some("bpf_raw_tracepoint_args"),
        CgroupSock => Some("bpf_sock"),
        CgroupSockAddr => Some("bpf_sock_addr"),
        CgroupSockopt => Some("bpf_sockopt"),
        CgroupSysctl => Some("bpf_sysctl"),
        CgroupDevice => Some("bpf_cgroup_dev_ctx"),
        SockOps => Some("bpf_sock_ops"),
        SkMsg => Some("sk_msg_md"),
        SkReuseport => Some("sk_reuseport_md"),
        SkLookup => Some("bpf_sk_lookup"),
        Netfilter => Some("bpf_nf_ctx"),
        _ => None,
    }
}

/// Names the context types of the programs, before any other type is made of them.
pub(super) fn name_contexts<'m>(cx: &Cx<'_>, module: &'m Module<'m>, shaper: &mut Shaper<'m>) {
    let functions = module.functions().into_iter();
    for function in functions.filter(|f| cx.is_root(*f) && !is_foreign(module, *f)) {
        let types = function
            .subprogram()
            .map_or_else(Vec::new, |info| go_types(module, info));
        for (index, ty) in types.into_iter().enumerate() {
            let name = context(cx, module, function, index).flatten();
            if let (Some(name), Some(ty)) = (name, ty) {
                shaper.name_target(ty, name);
            }
        }
    }
}

/// Whether a parameter of a program or global function is the context; then with the name that its type has in BTF, if it
/// has one.
fn context(
    cx: &Cx<'_>,
    module: &Module<'_>,
    function: Value<'_>,
    index: usize,
) -> Option<Option<&'static str>> {
    match cx.program(&function.name()) {
        Some(program) if freplace::is_freplace(&program.section) => {
            freplace::context(module, function, index).map(Some)
        }
        Some(program) => (index == 0).then(|| context_name(program.section.known.program_type)),
        None => {
            let param = *function.params().get(index)?;
            context_of(cx, param).map(context_name)
        }
    }
}

pub(super) fn shape<'m>(
    cx: &Cx<'_>,
    module: &'m Module<'m>,
    shaper: &mut Shaper<'m>,
    unit: Metadata<'m>,
) {
    let mut taken = taken_names(module);
    for function in module
        .functions()
        .into_iter()
        .filter(|f| !f.is_declaration() && !is_foreign(module, *f))
    {
        let name = match cx.is_root(function) {
            true => function.name(),
            false => rename(module, function, &mut taken),
        };
        let info = function
            .subprogram()
            .unwrap_or_else(|| add(module, &shaper.builder, unit, function, &name));
        info.set_operand(module, slot::NAME, module.md_string(&name));
        info.clear_operand(module, slot::LINKAGE_NAME);
        prototype(cx, module, shaper, function, info);
    }
}

/// The names that functions must not take: those of programs, maps and variables, by which loaders look them up.
fn taken_names(module: &Module<'_>) -> BTreeMap<String, u32> {
    let globals = module.functions().into_iter().chain(module.variables());
    globals
        .filter(|g| g.linkage() == Linkage::External || is_foreign(module, *g))
        .map(|g| (g.name(), 1))
        .collect()
}

/// Gives a subprogram a C name that no other global has.
fn rename(module: &Module<'_>, function: Value<'_>, taken: &mut BTreeMap<String, u32>) -> String {
    let go_name = go_name(module, function).unwrap_or_else(|| function.name());
    let wanted = short(&c_name(&go_name));
    let mut name = wanted.clone();
    while let Some(count) = taken.get_mut(&name) {
        *count += 1;
        name = format!("{wanted}_{count}");
    }
    taken.insert(name.clone(), 1);
    function.set_linkage(Linkage::Internal);
    function.set_name(&name);
    name
}

/// Debug info for a function without: the kernel wants BTF for all functions or none (`check_btf_func` in
/// `kernel/bpf/verifier.c`).
pub(crate) fn add<'m>(
    module: &'m Module<'m>,
    builder: &DiBuilder<'m>,
    unit: Metadata<'m>,
    function: Value<'m>,
    name: &str,
) -> Metadata<'m> {
    let file = unit.operand(module, slot::FILE).expect("a unit has a file");
    let ty = builder.subroutine_type(&[]);
    let info = builder.function(file, name, file, 0, ty, true);
    info.set_operand(module, slot::UNIT, unit);
    function.set_subprogram(info);
    // LLVM wants a place for each call that it could inline into a function with debug info.
    let nowhere = module.location(0, 0, info);
    for call in function
        .instructions()
        .into_iter()
        .filter(|i| i.op() == Op::Call)
    {
        if call.debug_location().is_none() {
            call.set_debug_location(Some(nowhere));
        }
    }
    info
}

fn prototype<'m>(
    cx: &Cx<'_>,
    module: &'m Module<'m>,
    shaper: &mut Shaper<'m>,
    function: Value<'m>,
    info: Metadata<'m>,
) {
    let declared = go_types(module, info).len();
    let given: Vec<_> = (0..declared)
        .map(|index| tags::of(module, function, index))
        .collect();
    let mut params = params(module, shaper, function, info);
    let mut types = vec![result(cx, module, shaper, function)];
    let mut tagged = Vec::new();
    if cx.global(function).is_some() {
        tagged = type_contexts(cx, module, shaper, function, &mut params);
        for (index, tags) in given.into_iter().enumerate() {
            tagged.extend((!tags.is_empty()).then_some((index, tags)));
        }
    }
    types.extend(params.iter().map(|param| param.ty));
    info.set_operand(
        module,
        slot::SUBPROGRAM_TYPE,
        shaper.builder.subroutine_type(&types),
    );
    // An optimiser may have left none of those that Go code declares.
    let is_whole = params.len() == declared;
    if is_whole && params.iter().all(|param| param.variable.is_some()) {
        // Debug info numbers them as the machine code does: their types are all that is wrong.
        for param in &params {
            if let (Some(variable), Some(ty)) = (param.variable, param.ty) {
                variable.set_operand(module, slot::VARIABLE_TYPE, ty);
            }
        }
        for (index, tags) in tagged {
            if let Some(variable) = params[index].variable {
                tag(module, variable, tags);
            }
        }
        return;
    }
    let file = info.scope_file().expect("a function has a file");
    let line = info.subprogram_line();
    // In a block without code: the DWARF writer, which knows Go's parameters from the code, crashes on two of one number.
    let block = shaper.builder.block(info, file, line);
    let variables: Vec<_> = (1..)
        .zip(&params)
        .map(|(n, p)| {
            Some(
                shaper
                    .builder
                    .parameter(block, &p.name, n, file, line, p.ty),
            )
        })
        .collect();
    for (index, tags) in tagged {
        if let Some(variable) = variables[index] {
            tag(module, variable, tags);
        }
    }
    info.set_operand(module, slot::RETAINED, module.md_node(&variables));
}

/// The result as the prototype shall have it. Those of programs and callbacks are signed in C, and so are those of global
/// functions, in whose registers there may be more than the result.
fn result<'m>(
    cx: &Cx<'_>,
    module: &'m Module<'m>,
    shaper: &Shaper<'m>,
    function: Value<'m>,
) -> Option<Metadata<'m>> {
    if let Some(global) = cx.global(function) {
        let bits = if global.result == 0 {
            32
        } else {
            global.result
        };
        return shaper.of_llvm(module.int_type(bits), true);
    }
    let is_signed = cx.is_root(function) || is_callback(function);
    shaper.of_llvm(function.value_type().return_type(), is_signed)
}

/// Gives the contexts among the parameters of a global function the types by which the kernel knows them, and returns those
/// that have none and need a tag (`__arg_ctx` in C, since Linux 6.8).
fn type_contexts<'m>(
    cx: &Cx<'_>,
    module: &'m Module<'m>,
    shaper: &Shaper<'m>,
    function: Value<'m>,
    params: &mut [Param<'m>],
) -> Vec<(usize, &'static [&'static str])> {
    let mut tagged = Vec::new();
    for (index, param) in params.iter_mut().enumerate() {
        let Some(name) = context(cx, module, function, index) else {
            continue;
        };
        let pointer = param.ty.and_then(|ty| underlying(module, ty));
        let target = pointer.and_then(|ty| ty.operand(module, slot::BASE));
        match (name, target) {
            (None, _) => tagged.push((index, &[tags::CONTEXT][..])),
            (Some(_), Some(_)) => {}
            (Some(name), None) => param.ty = Some(shaper.pointer_to_named(name)),
        }
    }
    tagged
}

fn tag<'m>(module: &'m Module<'m>, variable: Metadata<'m>, tags: &[&str]) {
    let tags = super::decl_tags(module, tags);
    variable.set_operand(module, slot::ANNOTATIONS, tags);
}

/// The parameters of the machine code, without the context pointer at the end.
fn params<'m>(
    module: &'m Module<'m>,
    shaper: &mut Shaper<'m>,
    function: Value<'m>,
    info: Metadata<'m>,
) -> Vec<Param<'m>> {
    const CONTEXT: &str = "context";
    let locals = locals(module, info);
    let local = |name: &str| {
        locals
            .iter()
            .find(|(local, _)| local == name)
            .map(|(_, variable)| *variable)
    };
    let go_types = go_types(module, info);
    let mut values = function.params();
    let has_context = values
        .last()
        .is_some_and(|last| last.name() == CONTEXT && last.ty().is_pointer());
    if has_context && (values.len() > go_types.len() || local(CONTEXT).is_none()) {
        values.pop();
    }
    let whole = values.len() == go_types.len();
    let mut found: Vec<Param<'m>> = Vec::new();
    for (index, value) in values.into_iter().enumerate() {
        let go_name = value.name();
        let variable = local(&go_name);
        let ty = match variable {
            Some(variable) => variable.operand(module, slot::VARIABLE_TYPE),
            None if whole => go_types[index],
            None => part(module, &go_name, &local),
        };
        // A callback's number is wider than Go may have it.
        let fits = |ty: &Metadata<'m>| match value.ty().int_width() {
            Some(64) => underlying(module, *ty).is_none_or(|ty| ty.size_bits() >= 64),
            _ => true,
        };
        let ty = ty
            .filter(fits)
            .and_then(|ty| shaper.shape(ty))
            .or_else(|| shaper.of_llvm(value.ty(), false));
        let mut name = match go_name.as_str() {
            "" | "_" => format!("arg{}", index + 1),
            name => c_name(&name.replace('.', "_")),
        };
        if found.iter().any(|other| other.name == name) {
            name = format!("{name}_{}", index + 1);
        }
        found.push(Param {
            name,
            ty,
            variable: variable.filter(|_| whole),
        });
    }
    found
}

/// The type of a part of a parameter, such as `event.Len` of a struct `event`.
fn part<'m>(
    module: &Module<'m>,
    name: &str,
    local: &impl Fn(&str) -> Option<Metadata<'m>>,
) -> Option<Metadata<'m>> {
    let (whole, field) = name.split_once('.')?;
    let ty = local(whole)?.operand(module, slot::VARIABLE_TYPE)?;
    let ty = underlying(module, ty)?;
    // What the code calls the `data` of a string or slice, debug info calls `ptr`.
    let is_part = |name: &str| name == field || (field == "data" && name == "ptr");
    let member = members(module, ty)
        .into_iter()
        .find(|member| is_part(&member.type_name()))?;
    member.operand(module, slot::BASE)
}

/// The types of the Go function's parameters.
pub(crate) fn go_types<'m>(module: &Module<'m>, info: Metadata<'m>) -> Vec<Option<Metadata<'m>>> {
    let types = info.operand(module, slot::SUBPROGRAM_TYPE);
    let types = types.and_then(|ty| ty.operand(module, slot::TYPES));
    types.map_or_else(Vec::new, |types| types.operands(module))
}

/// The local variables of a function by name; parameters come first.
pub(crate) fn locals<'m>(module: &Module<'m>, info: Metadata<'m>) -> Vec<(String, Metadata<'m>)> {
    let retained = info.operand(module, slot::RETAINED);
    let variables = retained.map_or_else(Vec::new, |node| node.operands(module));
    let named = variables.into_iter().flatten().filter_map(|variable| {
        let name = variable
            .operand(module, slot::VARIABLE_NAME)?
            .string(module)?;
        Some((name, variable))
    });
    named.collect()
}
