//! The search for features that BPF cannot run.

use std::collections::HashMap;

use super::{
    super::{
        interfaces::GoType, is_foreign, lower_allocations::roots, lower_callbacks::given,
        select_programs::base_variable,
    },
    cycles::{Calls, Edge},
    features::{self as feature, Feature},
    names::{called, is_go, last},
    sources::Sources,
};
use crate::{
    llvm::{Block, Kind, Module, Op, Ty, TyKind, Value},
    names::package,
};

/// What the functions that TinyGo makes for an interface start with.
const INTERFACE: &str = "interface:";

/// What the names of other functions that TinyGo makes end with.
const MADE: [&str; 2] = ["$invoke", "$gowrapper"];

/// A feature that an instruction needs.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) feature: &'static Feature,
    /// The function of Go's own packages that needs it.
    pub(super) by: Option<String>,
}

impl Found {
    pub(super) fn of(feature: &'static Feature) -> Self {
        Self { feature, by: None }
    }

    fn by(feature: &'static Feature, name: String) -> Self {
        Self {
            feature,
            by: Some(name),
        }
    }
}

/// The functions of a module that programs reach, and what was learnt of them.
pub(super) struct Scan<'m> {
    module: &'m Module<'m>,
    calls: Calls<'m>,
    order: HashMap<Value<'m>, usize>,
    sources: Sources<'m>,
    /// What functions that are not the user's need, as far as it was asked for.
    needs: HashMap<Value<'m>, Option<Found>>,
    /// Without debug info all code counts as the user's.
    has_debug_info: bool,
    /// Variables of Go's own packages that code at start-up would initialise.
    initialised: Vec<Value<'m>>,
}

impl<'m> Scan<'m> {
    pub(super) fn new(
        module: &'m Module<'m>,
        functions: &[Value<'m>],
        initialised: Vec<Value<'m>>,
    ) -> Self {
        Self {
            module,
            calls: Calls::among(functions),
            order: functions.iter().enumerate().map(|(i, f)| (*f, i)).collect(),
            sources: Sources::default(),
            needs: HashMap::new(),
            has_debug_info: functions.iter().any(|f| f.subprogram().is_some()),
            initialised,
        }
    }

    /// Whether findings in a function are its callers': it belongs to Go's own packages, or the compiler made it.
    pub(super) fn is_transparent(&self, function: Value<'m>) -> bool {
        let name = function.name();
        (self.has_debug_info && function.subprogram().is_none())
            || name.starts_with(INTERFACE)
            || MADE.iter().any(|end| name.ends_with(end))
            || is_go(self.module, function)
    }

    /// The place of a function in the order in which programs reach them.
    pub(super) fn order(&self, function: Value<'m>) -> usize {
        self.order.get(&function).copied().unwrap_or(usize::MAX)
    }

    /// The functions that must be inlined so that LLVM finds what their func values and interfaces are.
    pub(super) fn to_inline(&self) -> &[Value<'m>] {
        &self.sources.inline
    }

    /// The shortest way from a function back to itself.
    pub(super) fn cycle(&self, function: Value<'m>) -> Option<Vec<Edge<'m>>> {
        self.calls.cycle(function)
    }

    /// What a function needs that BPF cannot run, with the instructions that need it.
    pub(super) fn findings(&mut self, function: Value<'m>) -> Vec<(Value<'m>, Found)> {
        if is_foreign(self.module, function) {
            return floats(function);
        }
        let own = !self.is_transparent(function);
        let mut found = Vec::new();
        let deferred = deferred(function);
        for instruction in function.instructions() {
            // `defer` was reported where it stands.
            if own && deferred.contains(&instruction.block()) {
                continue;
            }
            if is_defer(instruction) {
                found.push((instruction, Found::of(feature::DEFER)));
            }
            let variable = (instruction.operands().into_iter())
                .filter_map(base_variable)
                .find(|variable| self.initialised.contains(variable));
            if let Some(variable) = variable {
                let needed = Found::by(feature::START_UP, variable.name());
                found.push((instruction, needed));
            }
            let needed = match instruction.op() {
                Op::Call => self.of_call(instruction, own),
                _ => self.of_instruction(instruction).map(Found::of),
            };
            found.extend(needed.map(|needed| (instruction, needed)));
        }
        found
    }

    /// What a function that is not the user's needs, itself or in what it calls.
    fn needs(&mut self, function: Value<'m>) -> Option<Found> {
        if let Some(known) = self.needs.get(&function) {
            return known.clone();
        }
        self.needs.insert(function, None);
        let first = self.findings(function).into_iter().next();
        let needed = first.map(|(_, found)| found).or_else(|| {
            // A cycle through the user's code is reported there.
            let cycle = self.cycle(function)?;
            let inner = cycle.iter().all(|(_, f)| self.is_transparent(*f));
            inner.then(|| Found::of(feature::RECURSION))
        });
        self.needs.insert(function, needed.clone());
        needed
    }

    fn of_call(&mut self, call: Value<'m>, own: bool) -> Option<Found> {
        let callee = call.callee()?;
        match callee.kind() {
            Kind::InlineAsm => return Some(Found::of(feature::ASSEMBLY)),
            Kind::Function => {}
            Kind::Instruction | Kind::Argument if calls_itself(call) => {
                return Some(Found::of(feature::RECURSION));
            }
            Kind::Instruction | Kind::Argument => {
                let known = self.sources.is_one_of_known(callee);
                return (!known).then(|| Found::of(feature::FUNC_VALUES));
            }
            // The address of a helper.
            _ => return None,
        }
        if callee.is_intrinsic() {
            let ty = callee.value_type();
            let mut types = ty.param_types();
            types.push(ty.return_type());
            let float = types.iter().any(|ty| ty.kind() == TyKind::Float);
            return float.then(|| Found::of(feature::FLOATS));
        }
        let name = callee.name();
        if let Some(method) = name.strip_prefix(INTERFACE) {
            return self.of_interface(call, method).map(Found::of);
        }
        self.of_named(call, callee, own)
    }

    /// A call of a function that TinyGo made for an interface: dispatch, or an assertion to the interface.
    fn of_interface(&mut self, call: Value<'m>, function: &str) -> Option<&'static Feature> {
        let args = call.args();
        let (descriptor, feature) = if function.ends_with("$typeassert") {
            (args.first(), feature::ASSERTIONS)
        } else {
            // Before the context, which stands last.
            let index = args.len().checked_sub(2)?;
            (args.get(index), feature::DISPATCH)
        };
        if !self.sources.is_known(*descriptor?) {
            return Some(feature);
        }
        self.sources.inline.extend(call.callee());
        None
    }

    fn of_named(&mut self, call: Value<'m>, callee: Value<'m>, own: bool) -> Option<Found> {
        if !own && is_lasting(call) {
            return Some(Found::of(feature::HEAP));
        }
        let name = called(self.module, callee);
        if let Some(function) = runtime_name(&name) {
            return match feature::of_runtime(function)? {
                feature if feature == feature::RUNTIME => Some(Found::by(feature, name)),
                feature => Some(Found::of(feature)),
            };
        }
        if package(&name) == Some("internal/task") {
            return Some(match last(&name) {
                "start" => Found::of(feature::GOROUTINES),
                _ => Found::by(feature::LOCKS, name),
            });
        }
        if callee.is_declaration() {
            let given = given(call, callee);
            if given.is_some_and(|given| !self.sources.is_known(given.function)) {
                return Some(Found::of(feature::CALLBACK_VALUES));
            }
            return self.of_declaration(callee, name, own);
        }
        if !self.is_transparent(callee) {
            return None;
        }
        let mut needed = self.needs(callee)?;
        if is_go(self.module, callee) {
            needed.by = Some(name);
        }
        Some(needed)
    }

    /// A call of a function without a body that is not the runtime's: for the user's code a helper or a kfunc, for Go's own
    /// packages the operating system.
    fn of_declaration(&self, callee: Value<'m>, name: String, own: bool) -> Option<Found> {
        if is_go(self.module, callee) {
            return Some(Found::by(feature::SYSTEM, name));
        }
        (!own).then(|| Found::of(feature::SYSTEM))
    }

    fn of_instruction(&mut self, instruction: Value<'m>) -> Option<&'static Feature> {
        use Op::*;
        match instruction.op() {
            op if is_float(op) => Some(feature::FLOATS),
            ICmp => self
                .is_assertion(instruction)
                .then_some(feature::ASSERTIONS),
            _ => None,
        }
    }

    /// Whether a comparison asks for the type in an interface that is known only when the program runs.
    fn is_assertion(&mut self, comparison: Value<'m>) -> bool {
        let of_type =
            |value: &Value<'m>| value.kind() == Kind::Variable && GoType::at(*value).is_some();
        let operands = comparison.operands();
        if comparison.function().name().starts_with(INTERFACE) || !operands.iter().any(of_type) {
            return false;
        }
        !operands
            .into_iter()
            .filter(|value| !of_type(value))
            .all(|value| self.sources.is_known(value))
    }
}

/// What C code for BPF cannot do either; all else is between its author and clang.
fn floats<'m>(function: Value<'m>) -> Vec<(Value<'m>, Found)> {
    let instructions = function.instructions().into_iter();
    let floats = instructions.filter(|i| i.ty().kind() == TyKind::Float || is_float(i.op()));
    floats.map(|i| (i, Found::of(feature::FLOATS))).collect()
}

/// Whether an instruction computes with floating-point numbers.
fn is_float(op: Op) -> bool {
    use Op::*;
    matches!(
        op,
        FAdd | FSub
            | FMul
            | FDiv
            | FRem
            | FNeg
            | FCmp
            | FpToUi
            | FpToSi
            | UiToFp
            | SiToFp
            | FpTrunc
            | FpExt
    )
}

/// The name of a function of the runtime in its package.
pub(super) fn runtime_name(name: &str) -> Option<&str> {
    (package(name) == Some("runtime")).then(|| name.strip_prefix("runtime.").unwrap_or(last(name)))
}

/// The blocks in which a function that returns makes the calls that it deferred.
fn deferred<'m>(function: Value<'m>) -> Vec<Block<'m>> {
    let instructions = function.instructions();
    let defers = instructions.iter().filter(|i| is_defer(**i));
    let lists: Vec<_> = defers.filter_map(|load| load.operand(0)).collect();
    let source = |value: Value<'m>, op: Op| value.operand(0).filter(|_| value.op() == op);
    // The number of the call, in the entry that the list begins with.
    let list = |number: Value<'m>| {
        let entry = source(source(number, Op::Load)?, Op::Gep)?;
        source(entry, Op::Load)
    };
    let is_deferred = |i: &&Value<'m>| {
        let list = i.operand(0).and_then(list);
        i.op() == Op::Switch && list.is_some_and(|list| lists.contains(&list))
    };
    let switches = instructions.iter().filter(is_deferred);
    switches.flat_map(|switch| switch.successors()).collect()
}

/// Whether a call is one of a func value that a closure finds among what it captures, and that is the closure itself.
fn calls_itself(call: Value<'_>) -> bool {
    let function = call.function();
    let Some(context) = function.params().last().copied() else {
        return false;
    };
    // From the called value back to what the closure captures.
    let mut from = call.callee();
    while let Some(value) = from
        && value != context
    {
        from = match value.op() {
            Op::ExtractValue | Op::Load | Op::Gep => value.operand(0),
            _ => None,
        };
    }
    let is_stored_in = |value: Value<'_>, object: Value<'_>| {
        value.users().into_iter().any(|user| {
            let address = (user.op() == Op::Store).then(|| user.operand(1)).flatten();
            user.operand(0) == Some(value) && address.is_some_and(|a| roots(a).contains(&object))
        })
    };
    let captures_itself = |closure: Value<'_>| {
        let captured = closure.operand(0).and_then(|context| context.operand(1));
        let stores = closure.users().into_iter();
        let mut variables = stores
            .filter(|user| user.op() == Op::Store)
            .filter_map(|store| store.operand(1));
        captured.is_some_and(|captured| {
            variables.any(|variable| variable == captured || is_stored_in(variable, captured))
        })
    };
    let mut closures = function.users().into_iter();
    from.is_some() && closures.any(|user| user.op() == Op::InsertValue && captures_itself(user))
}

/// Whether an instruction begins a `defer`: it reads the list of pending calls to put another before it.
fn is_defer(load: Value<'_>) -> bool {
    let list = (load.op() == Op::Load)
        .then(|| load.operand(0))
        .flatten()
        .filter(|list| list.op() == Op::Alloca);
    let Some(list) = list else { return false };
    // By shape: where modules are linked, LLVM merges types of the same shape, and the name `runtime._defer` may be gone.
    let is_entry = |ty: Ty<'_>| {
        let kinds: Vec<_> = ty.fields().into_iter().map(Ty::kind).collect();
        kinds == [TyKind::Int, TyKind::Pointer]
    };
    let is_walked = |load: Value<'_>| {
        load.op() == Op::Load
            && load
                .users()
                .into_iter()
                .any(|user| user.op() == Op::Gep && is_entry(user.gep_source_type()))
    };
    let is_linked = |user: Value<'_>| user.op() == Op::InsertValue && user.indices() == [1];
    load.users().into_iter().any(is_linked) && list.users().into_iter().any(is_walked)
}

/// Whether a call is an allocation that cannot become a local variable: of variable size, stored elsewhere, or returned.
fn is_lasting(call: Value<'_>) -> bool {
    let is_allocation = call
        .callee()
        .is_some_and(|callee| callee.name() == "runtime.alloc");
    if !is_allocation {
        return false;
    }
    if call.operand(0).and_then(Value::as_u64).is_none() {
        return true;
    }
    let mut open = vec![call];
    let mut seen = open.clone();
    while let Some(value) = open.pop() {
        for user in value.users() {
            match user.op() {
                Op::Ret => return true,
                Op::Store if user.operand(0) == Some(value) => return true,
                Op::Gep | Op::Phi | Op::Select | Op::InsertValue if !seen.contains(&user) => {
                    seen.push(user);
                    open.push(user);
                }
                _ => {}
            }
        }
    }
    false
}
