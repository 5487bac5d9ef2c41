//! Finds the programs, and drops what they do not reach.
//!
//! Dropping comes before any pass of LLVM's own: TinyGo's runtime, which every module carries, holds code that crashes
//! LLVM's optimiser when it is optimised for BPF.

mod sections;
mod start_up;

use std::collections::HashSet;

use super::{
    Cx, Program, freplace, global_functions, go_name, is_foreign, place_data::is_map, position,
    reject_unsupported::is_go,
};
use crate::{
    Position, Topic,
    llvm::{Attr, Linkage, Module, Op, Value},
    names::{c_name, package},
    section::{ProgramType, Section},
    suggest::closest,
};

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    sections::complete(module);
    let mut exported: Vec<_> = module
        .functions()
        .into_iter()
        .filter(|f| is_exported(module, *f))
        .collect();
    let named = named_by_variables(cx, module);
    exported.extend(named.into_iter().filter_map(|f| adopt(cx, module, f)));
    let names: Vec<String> = exported.iter().map(|f| f.name()).collect();
    // What is missing then may have been cut out.
    let is_cut = cx.consequences.is_some();
    for missing in cx
        .options
        .sections
        .keys()
        .filter(|name| !names.contains(name) && !is_cut)
    {
        let report = cx.error(
            Topic::NoProgram,
            None,
            format!("there is no program `{missing}`, though a section is set for it"),
        );
        match closest(missing, names.iter().map(String::as_str)).first() {
            Some(near) => report.help(format!("did you mean `{near}`?")),
            None => report.help(format!(
                "export it from Go: write `//export {missing}` above its function"
            )),
        };
    }
    for function in exported {
        select(cx, module, function);
    }
    if cx.programs.is_empty() && !cx.has_errors() && !is_cut {
        cx.error(Topic::NoProgram, None, "the package has no BPF program")
            .help("write `//export NAME` and `//go:section SECTION` (such as `xdp`) above the function that is the program");
    }
    if cx.has_errors() {
        return;
    }
    internalise(cx, module);
    let reached = reached(cx, module);
    start_up::check(cx, module, &reached);
    drop_unreached(cx, module, &reached);
}

/// Makes a module fit to be linked with others of TinyGo's, of which each carries its own `main` and the same runtime: what
/// package `main` keeps to itself is its own, and what other packages have is there once.
pub(crate) fn prepare_link(module: &Module<'_>) {
    let values = module.functions().into_iter().chain(module.variables());
    for value in values.filter(|v| !v.is_declaration() && v.linkage() != Linkage::Private) {
        let name = value.name();
        if name.starts_with("llvm.") || (value.is_function() && is_exported(module, value)) {
            continue;
        }
        let is_shared = package(&name).is_some_and(|path| path != "main");
        value.set_linkage(if is_shared {
            Linkage::LinkOnceOdr
        } else {
            Linkage::Internal
        });
    }
}

/// Whether a function is an `//export` of the user's: visible from outside, with a body, and not of Go's own packages.
fn is_exported(module: &Module<'_>, function: Value<'_>) -> bool {
    // Without debug info, the entry points that TinyGo makes are told by their names.
    let is_entry =
        function.subprogram().is_none() && matches!(function.name().as_str(), "main" | "_start");
    function.linkage() == Linkage::External
        && !function.is_declaration()
        && !is_entry
        && !is_go(module, function)
}

/// The functions with a section that package variables name, such as the programs in a program array. TinyGo takes no
/// exported function as a value.
fn named_by_variables<'m>(cx: &Cx<'_>, module: &'m Module<'_>) -> Vec<Value<'m>> {
    let variables = module.variables().into_iter();
    let mut open: Vec<_> = variables.filter(|v| is_kept(module, *v)).collect();
    let mut seen = HashSet::new();
    let mut named = Vec::new();
    while let Some(value) = open.pop() {
        if !seen.insert(value) {
            continue;
        }
        let is_program = value.is_function()
            && !value.is_declaration()
            && value.linkage() != Linkage::External
            && (value.section().is_some()
                || cx
                    .options
                    .sections
                    .contains_key(&program_name(module, value)))
            && !is_go(module, value);
        if is_program {
            named.push(value);
        } else if !value.is_function() {
            open.extend(value.operands());
        }
    }
    // In the order of the source, as far as the module has it.
    let order = module.functions();
    named.sort_by_key(|f| order.iter().position(|other| other == f));
    named
}

/// The name that a program without `//export` gets.
fn program_name(module: &Module<'_>, function: Value<'_>) -> String {
    c_name(&go_name(module, function).unwrap_or_else(|| function.name()))
}

/// Gives a function that is no export the name and the parameters of one.
fn adopt<'m>(cx: &mut Cx<'_>, module: &'m Module<'_>, function: Value<'m>) -> Option<Value<'m>> {
    let name = program_name(module, function);
    if !is_free(cx, module, &name, function) {
        return None;
    }
    // Without the context pointer that TinyGo gives to functions that can be values, and only closures use.
    let mut params = function.value_type().param_types();
    params.pop();
    let result = function.value_type().return_type();
    let program = module.add_function(&name, result.function(&params));
    if let Some(section) = function.section() {
        program.set_section(&section);
    }
    for attr in ["noinline", "nounwind"] {
        if function.has_attr(Attr::Function, attr) {
            program.add_attr(module, Attr::Function, attr, 0);
        }
    }
    if let Some(context) = function.params().last() {
        context.replace_all_uses_with(context.ty().poison());
    }
    program.take_body(module, function, params.len());
    function.replace_all_uses_with(program);
    function.delete_function();
    Some(program)
}

/// Whether a name in the object can be given to what a value becomes; otherwise that is reported.
pub(super) fn is_free(cx: &mut Cx<'_>, module: &Module<'_>, name: &str, value: Value<'_>) -> bool {
    let Some(other) = module.function(name).or_else(|| module.variable(name)) else {
        return true;
    };
    let other = position(other)
        .map(|p| format!(" (the other is at {p})"))
        .unwrap_or_default();
    cx.error(Topic::NameClash, position(value), format!("two symbols of the object would have the name `{name}`{other}"))
        .help("rename one of them: loaders find a program by its name, in which only the last element of a package's path stands");
    false
}

/// Makes an exported function a program, or says what it lacks.
fn select(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>) {
    let name = function.name();
    let place = position(function);
    let Some(section) = cx
        .options
        .sections
        .get(&name)
        .cloned()
        .or_else(|| function.section())
    else {
        cx.error(Topic::SectionMissing, place, format!("program `{name}` has no section, so nothing says what kind of program it is"))
            .help(format!("write `//go:section SECTION` below its `//export {name}`, for example `//go:section xdp`"))
            .help("if it is there: without the sources, it is known only where the file imports \"unsafe\" (write `import _ \"unsafe\"`)")
            .help(format!("or set it from outside: `.section(\"{name}\", \"xdp\")` on the builder"))
            .help("a function that programs call needs no `//export`; with `//go:section .text` it becomes a global function, which the kernel verifies by itself");
        return;
    };
    if section == global_functions::SECTION {
        global_functions::select(cx, module, function);
        return;
    }
    if section == name {
        // LLVM makes a symbol for each section, and refuses a second one of that name.
        cx.error(
            Topic::NameClash,
            place,
            format!("program `{name}` has the name of its section, and an object cannot hold both"),
        )
        .help(format!(
            "choose another name for the program: `//export {name}_main`"
        ));
        return;
    }
    match Section::parse(&section) {
        Ok(parsed) => {
            if freplace::is_freplace(&parsed) {
                if !is_foreign(module, function) {
                    freplace::check_signature(cx, module, function);
                }
            } else {
                check_signature(cx, module, function);
                check_context(cx, module, function, &parsed);
                check_verdict(cx, module, function, &parsed);
            }
            function.set_section(&section);
            warn_of_loaders(cx, &parsed, place.clone());
            cx.programs.push(Program {
                name,
                section: parsed,
                position: place,
            });
            super::lower_panics::check_result(cx, module, function);
        }
        Err(error) => {
            check_signature(cx, module, function);
            cx.error(
                Topic::SectionName,
                place,
                format!("program `{name}`: {error}"),
            )
            .help(section_help(&section));
        }
    }
}

/// What to write for a section that is none.
fn section_help(section: &str) -> String {
    let plain = section.trim_matches(['"', '\'', '`', '(', ')']);
    if plain != section {
        return format!("write it as it is, without quotes: `//go:section {plain}`");
    }
    "sections are written as for libbpf: `xdp`, `classifier`, `kprobe/FUNCTION`, `tracepoint/CATEGORY/NAME`, `fentry/FUNCTION`, \
     `lsm/HOOK`, `cgroup/connect4` …"
        .to_owned()
}

/// Reports a function that the kernel cannot call: it passes the context in one register, and reads an integer.
fn check_signature(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>) {
    const HELP: &str =
        "write it as a function of the context: `func name(ctx unsafe.Pointer) int32`";
    let (name, place) = (function.name(), position(function));
    let types = function.value_type().param_types();
    let is_method = go_name(module, function).is_some_and(|name| name.starts_with('('));
    let fault = match types[..] {
        _ if is_method => Some("is a method, and the kernel has no receiver for it".to_owned()),
        [] => None,
        [ty] if ty.is_pointer() || ty.int_width() == Some(64) => None,
        [_] => Some(
            "takes a value, and the kernel passes a pointer, the context of the program".to_owned(),
        ),
        _ => Some(format!(
            "takes {} argument words, and the kernel passes one, the context of the program",
            types.len()
        )),
    };
    if let Some(fault) = fault {
        cx.error(
            Topic::ProgramSignature,
            place,
            format!("program `{name}` {fault}"),
        )
        .help(HELP);
    }
}

/// Reports a program that takes the context of other programs.
fn check_context(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>, section: &Section) {
    let Some(go_type) = freplace::target(module, function, 0) else {
        return;
    };
    if let Some(right) = section.mistaken_context(&go_type) {
        let (name, section) = (function.name(), &section.name);
        cx.error(Topic::ProgramSignature,
            position(function),
            format!("program `{name}` takes a `*{go_type}`, and programs in section `{section}` get {right}"),
        )
        .help("name the type of the parameter after what the kernel passes, or correct the section");
    }
}

/// Tells of a program whose result can say nothing but that packets are dropped, or that something is refused.
fn check_verdict(cx: &mut Cx<'_>, module: &Module<'_>, function: Value<'_>, section: &Section) {
    use ProgramType::{
        CgroupDevice, CgroupSkb, CgroupSock, CgroupSockAddr, CgroupSockopt, CgroupSysctl,
        Netfilter, SkLookup, SocketFilter, Xdp,
    };
    let (ty, name) = (function.value_type().return_type(), &section.name);
    let kind = section.known.program_type;
    let refuses = match kind {
        _ if is_foreign(module, function) => None,
        SocketFilter | Netfilter | SkLookup => Some("the packet is dropped"),
        CgroupSkb | CgroupSock | CgroupSockAddr | CgroupDevice | CgroupSysctl | CgroupSockopt
            if section.results() != Some(1..=1) =>
        {
            Some("it is refused")
        }
        _ => section.verdicts().map(|verdicts| verdicts[0]),
    };
    let fault = match refuses {
        Some(refuses) if ty.is_void() => format!(
            "returns nothing, which is 0 to the kernel, and 0 from section `{name}` means: {refuses}"
        ),
        Some(_) if ty.int_width() == Some(1) && kind == Xdp => format!(
            "returns a bool, and both are drops in section `{name}`: false is XDP_ABORTED, true is XDP_DROP"
        ),
        _ => return,
    };
    let right = match section.verdicts() {
        Some(verdicts) => verdicts.join(", "),
        None => "what lets it pass where it may".to_owned(),
    };
    let message = format!("program `{}` {fault}", function.name());
    cx.warning(Topic::ProgramResult, position(function), message)
        .help(format!("return an `int32`: {right}"));
}

/// Says which loaders will not take a program because of its section's name.
fn warn_of_loaders(cx: &mut Cx<'_>, section: &Section, place: Option<Position>) {
    let loaders: Vec<String> = section
        .unknown_to()
        .iter()
        .map(ToString::to_string)
        .collect();
    if loaders.is_empty() {
        return;
    }
    let name = &section.name;
    // Of these, the struct's warning speaks.
    if section.known.program_type == ProgramType::StructOps {
        return;
    }
    let report = cx.warning(
        Topic::LoaderSupport,
        place,
        format!("section `{name}` is not known to {}", loaders.join(" and ")),
    );
    match name.as_str() {
        "tc" | "tc/ingress" | "tc/egress" | "tcx/ingress" | "tcx/egress" => {
            report.help("`classifier` is the section for traffic control that all loaders know");
        }
        _ => {
            report.help("this matters only where you load the object with one of these");
        }
    }
}

/// Leaves the programs and what is only declared visible from outside, and nothing else.
fn internalise(cx: &Cx<'_>, module: &Module<'_>) {
    for (alias, aliasee) in module.aliases() {
        alias.replace_all_uses_with(aliasee);
        alias.set_linkage(Linkage::Internal);
    }
    for function in module
        .functions()
        .into_iter()
        .filter(|f| !f.is_declaration())
    {
        if !cx.is_root(function) {
            function.set_section("");
            function.set_linkage(Linkage::Internal);
        }
    }
    for variable in module
        .variables()
        .into_iter()
        .filter(|v| !v.is_declaration())
    {
        // C says itself which variables loaders see.
        if !is_foreign(module, variable) {
            variable.set_linkage(if is_kept(module, variable) {
                Linkage::External
            } else {
                Linkage::Internal
            });
        }
    }
}

/// Everything that the programs reach, and the variables that stay without being reached.
fn reached<'m>(cx: &Cx<'_>, module: &'m Module<'_>) -> HashSet<Value<'m>> {
    let roots = module.functions().into_iter().filter(|f| cx.is_root(*f));
    let kept = module.variables().into_iter();
    closure(roots.chain(kept.filter(|v| is_kept(module, *v))).collect())
}

/// The functions and variables that these reach, and they themselves.
pub(crate) fn closure<'m>(mut open: Vec<Value<'m>>) -> HashSet<Value<'m>> {
    let mut reached = HashSet::new();
    while let Some(value) = open.pop() {
        if !reached.insert(value) {
            continue;
        }
        if value.is_function() {
            open.extend(
                value
                    .instructions()
                    .into_iter()
                    .flat_map(Value::operands)
                    .filter(|v| v.is_constant()),
            );
        } else {
            open.extend(value.operands());
        }
    }
    reached
}

/// Whether a variable stays though no program uses it: a map, which user space may be the only one to use, and what the
/// author put into a section.
pub(crate) fn is_kept(module: &Module<'_>, variable: Value<'_>) -> bool {
    let name = variable.name();
    if is_foreign(module, variable) {
        return variable.linkage() == Linkage::External || variable.section().is_some();
    }
    !name.starts_with("runtime.")
        && !name.starts_with("llvm.")
        && (variable.section().is_some() || is_map(module, variable))
}

/// The variable that an address lies in.
pub(super) fn base_variable(address: Value<'_>) -> Option<Value<'_>> {
    let mut value = address;
    while matches!(value.op(), Op::Gep | Op::BitCast) {
        value = value.operand(0)?;
    }
    (value.kind() == crate::llvm::Kind::Variable).then_some(value)
}

/// Deletes all that is not in `reached`.
fn drop_unreached(cx: &mut Cx<'_>, module: &Module<'_>, reached: &HashSet<Value<'_>>) {
    retain(module, reached);
    module.clear_inline_asm();
    // What is left to drop: aliases, and debug info of what went.
    cx.llvm_passes(module, "globaldce,strip-dead-debug-info");
}

/// Deletes the functions and variables that are not in `reached`.
pub(crate) fn retain(module: &Module<'_>, reached: &HashSet<Value<'_>>) {
    let functions = module
        .functions()
        .into_iter()
        .filter(|f| !reached.contains(f));
    let variables = module
        .variables()
        .into_iter()
        .filter(|v| !reached.contains(v));
    let dead: Vec<_> = functions.chain(variables).collect();
    // They may refer to each other: cut all ties first.
    for value in &dead {
        value.replace_all_uses_with(value.ty().poison());
    }
    for value in dead {
        if value.is_function() {
            value.delete_function()
        } else {
            value.delete_variable()
        }
    }
}
