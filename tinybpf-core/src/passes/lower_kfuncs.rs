//! What the kernel defines and the program uses by name: kfuncs, ksyms (`.ksyms`) and its configuration (`.kconfig`).
//!
//! They become external symbols with BTF, as clang makes them of `extern … __ksym` and `extern … __kconfig`. Loaders look
//! them up in the running kernel, and compare the types (`bpf_core_types_are_compat` in libbpf): Go code often says
//! `unsafe.Pointer` where the kernel has a pointer to a struct, so what the table of kfuncs knows counts.

mod calls;
mod exists;
mod named;
mod types;
mod variables;

use std::collections::BTreeMap;

use self::{named::Named, types::Extern};
pub(super) use self::{
    named::{is_kfunc, known},
    types::register,
    variables::is_of_kernel,
};
use super::{Cx, Report, lower_helpers::places, position};
use crate::{
    Position, Topic,
    llvm::{Linkage, Module, Value},
};

/// The section that loaders take for functions and variables of the kernel.
const KSYMS: &str = ".ksyms";

/// What is wrong, and lines of help.
type Fault = (String, Vec<String>);

/// Lowers them; relies on [`check`].
pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let kfuncs: Vec<_> = declarations(module)
        .into_iter()
        .filter_map(|f| Some((f, Named::of(f)?.ok()?)))
        .collect();
    let mut externs = Externs::new(module);
    variables::lower(&mut externs);
    exists::lower(&mut externs);
    for (function, named) in kfuncs {
        if let Some(user) = function.users().first() {
            externs.note(position(*user));
            let new = externs.function(&named);
            calls::lower(module, function, new, &named);
        }
        function.delete_function();
    }
    externs.warn(cx);
}

/// Reports wrong uses.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    let mut prototypes: BTreeMap<String, Named> = BTreeMap::new();
    for function in declarations(module) {
        let named = match Named::of(function) {
            None => continue,
            Some(Ok(named)) => named,
            Some(Err(fault)) => {
                report(cx, function, &fault);
                continue;
            }
        };
        if let Some(other) = prototypes.get(&named.name)
            && other.prototype != named.prototype
        {
            let message = format!("kfunc `{}` is declared with two prototypes", named.name);
            let help = "declare it once, or the same way everywhere".to_owned();
            report(cx, function, &(message, vec![help]));
            continue;
        }
        if let Some(program) = cx.program(&named.name) {
            let message = format!(
                "program `{}` has the name of a kfunc that the package uses",
                program.name
            );
            let help = "choose another name for the program".to_owned();
            report(cx, function, &(message, vec![help]));
            continue;
        }
        calls::check(cx, function, &named);
        prototypes.insert(named.name.clone(), named);
    }
    exists::check(cx, module);
    variables::check(cx, module);
}

/// The functions without a body that are not LLVM's.
fn declarations<'m>(module: &'m Module<'_>) -> Vec<Value<'m>> {
    let mut functions = module.functions();
    functions.retain(|f| f.is_declaration() && !f.is_intrinsic());
    functions
}

/// Reports a fault wherever a declaration is used.
fn report(cx: &mut Cx<'_>, declaration: Value<'_>, (message, help): &Fault) {
    for place in declaration.users().into_iter().flat_map(places) {
        let report = cx.error(Topic::Kfuncs, place, message.clone());
        help.iter().fold(report, Report::help);
    }
}

/// The external symbols that the pass makes.
struct Externs<'m> {
    module: &'m Module<'m>,
    types: Extern<'m>,
    functions: BTreeMap<String, Value<'m>>,
    variables: BTreeMap<String, Value<'m>>,
    /// The first place that uses one.
    first: Option<Option<Position>>,
}

impl<'m> Externs<'m> {
    fn new(module: &'m Module<'m>) -> Self {
        Self {
            module,
            types: Extern::new(module),
            functions: BTreeMap::new(),
            variables: BTreeMap::new(),
            first: None,
        }
    }

    /// The external function for a kfunc.
    fn function(&mut self, named: &Named) -> Value<'m> {
        if let Some(function) = self.functions.get(&named.name) {
            return *function;
        }
        let module = self.module;
        if let Some(other) = module.function(&named.name) {
            other.set_name("");
        }
        let function =
            module.add_function(&named.name, types::function_type(module, &named.prototype));
        types::add_attributes(module, function, &named.prototype);
        function.set_section(KSYMS);
        self.types.describe(function, named);
        self.functions.insert(named.name.clone(), function);
        function
    }

    /// Notes the place of a use.
    fn note(&mut self, place: Option<Position>) {
        self.first.get_or_insert(place);
    }

    /// Says which loader takes no external symbols.
    fn warn(self, cx: &mut Cx<'_>) {
        let Some(place) = self.first else { return };
        cx.warning(Topic::LoaderSupport,
            place,
            "kfuncs, ksyms and kconfig variables are not known to aya, which refuses the object",
        )
        .help("load it with libbpf (in Rust: libbpf-rs); this matters only where you load the object with aya");
    }
}

/// Makes a symbol one that the kernel may lack: its address is null then.
fn weaken(symbol: Value<'_>) {
    symbol.set_linkage(Linkage::ExternalWeak);
}
