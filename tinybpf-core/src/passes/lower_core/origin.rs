//! Where pointers to kernel objects come from, which decides how the verifier lets a program read through them.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::typer::Typer;
use crate::{
    core_type::kernel_type,
    helpers,
    llvm::{Kind, Module, Op, Value},
    names::local_name,
    passes::{Cx, global_functions::tags},
    section::ProgramType,
};

/// Helpers that return a pointer to a kernel object of known type (`RET_PTR_TO_BTF_ID*` in the kernel's `bpf_func_proto`s).
const TYPED: &[&str] = &[
    "bpf_get_current_task_btf",
    "bpf_kptr_xchg",
    "bpf_skc_to_mptcp_sock",
    "bpf_skc_to_tcp6_sock",
    "bpf_skc_to_tcp_request_sock",
    "bpf_skc_to_tcp_sock",
    "bpf_skc_to_tcp_timewait_sock",
    "bpf_skc_to_udp6_sock",
    "bpf_skc_to_unix_sock",
    "bpf_sock_from_file",
    "bpf_task_pt_regs",
];

/// Where a pointer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// It is the program's context, which the verifier checks field by field.
    Context,
    /// The verifier knows what it points to by the kernel's BTF, and lets the program read it.
    Kernel,
    /// The verifier takes it for a number.
    Other,
}

/// The analysis.
pub(super) struct Origins<'m> {
    programs: HashMap<Value<'m>, ProgramType>,
    /// The programs that reach a function.
    reached_by: HashMap<Value<'m>, Vec<ProgramType>>,
    core_types: Vec<crate::CoreType>,
    /// The parameters of global functions that are objects of the kernel by their types.
    trusted: HashSet<Value<'m>>,
}

impl<'m> Origins<'m> {
    pub(super) fn new(cx: &Cx<'_>, module: &'m Module<'m>) -> Self {
        let programs: BTreeMap<_, _> = cx
            .programs
            .iter()
            .map(|program| (&program.name, program.section.known.program_type))
            .collect();
        let functions = module.functions().into_iter();
        let programs: HashMap<_, _> = functions
            .filter_map(|f| Some((f, *programs.get(&f.name())?)))
            .collect();
        let mut reached_by: HashMap<_, Vec<_>> = HashMap::new();
        for (program, ty) in &programs {
            for function in reached(*program) {
                reached_by.entry(function).or_default().push(*ty);
            }
        }
        let globals = cx.globals.iter();
        let globals = globals.filter_map(|global| module.function(&global.name));
        let trusted = globals.flat_map(|function| {
            let params = function.params().into_iter().enumerate();
            params.filter(move |(index, _)| tags::is_object(module, function, *index))
        });
        Self {
            trusted: trusted.map(|(_, param)| param).collect(),
            programs,
            reached_by,
            core_types: cx.options.core_types.clone(),
        }
    }

    /// Where an address comes from.
    pub(super) fn of(&self, typer: &mut Typer<'m>, address: Value<'m>) -> Origin {
        self.find(typer, address, &mut HashSet::new())
            .unwrap_or(Origin::Other)
    }

    /// The name of a program type that reaches a function and must not write to kernel objects.
    pub(super) fn read_only(&self, function: Value<'m>) -> Option<&'static str> {
        use ProgramType::*;
        let mut types = self.reached_by.get(&function)?.clone();
        types.sort_by_key(|ty| ty.number());
        let denied = types.into_iter().find(|ty| {
            matches!(
                ty,
                Kprobe | Tracepoint | PerfEvent | RawTracepoint | Tracing | Lsm
            )
        });
        denied.map(ProgramType::c_name)
    }

    /// Whether all programs that reach a function may read the kernel's memory with helpers, as tracing programs do
    /// (`bpf_tracing_func_proto` in `kernel/trace/bpf_trace.c`).
    pub(super) fn may_probe(&self, function: Value<'m>) -> bool {
        use ProgramType::*;
        let reaching = self.reached_by.get(&function);
        reaching.is_some_and(|types| {
            types.iter().all(|ty| {
                matches!(
                    ty,
                    Kprobe | Tracepoint | PerfEvent | RawTracepoint | Tracing | Lsm
                )
            })
        })
    }

    /// `None` for what is being looked at already, as in a loop.
    fn find(
        &self,
        typer: &mut Typer<'m>,
        value: Value<'m>,
        seen: &mut HashSet<Value<'m>>,
    ) -> Option<Origin> {
        if !seen.insert(value) {
            return None;
        }
        let found = match (value.kind(), value.op()) {
            (Kind::Argument, _) => self.of_argument(typer, value, seen),
            (_, Op::Gep) => {
                let is_fixed = value.operands().iter().skip(1).all(|i| i.is_constant());
                let base = self.find(typer, value.operand(0)?, seen);
                if is_fixed { base } else { Some(Origin::Other) }
            }
            (_, Op::Load) => self.of_load(typer, value, seen),
            (_, Op::IntToPtr | Op::PtrToInt | Op::BitCast | Op::Freeze) => {
                self.find(typer, value.operand(0)?, seen)
            }
            (_, Op::Phi | Op::Select) => {
                let skip = usize::from(value.op() == Op::Select);
                let operands = value.operands().into_iter().skip(skip);
                self.join(typer, operands.collect(), seen)
            }
            (_, Op::Call) => self.of_call(typer, value, seen),
            _ => Some(Origin::Other),
        };
        seen.remove(&value);
        found
    }

    fn join(
        &self,
        typer: &mut Typer<'m>,
        values: Vec<Value<'m>>,
        seen: &mut HashSet<Value<'m>>,
    ) -> Option<Origin> {
        let values = values.into_iter().filter(|value| !value.is_null());
        let origins: Vec<_> = values
            .filter_map(|value| self.find(typer, value, seen))
            .collect();
        let first = *origins.first()?;
        let agree = origins.iter().all(|origin| *origin == first);
        Some(if agree { first } else { Origin::Other })
    }

    fn of_argument(
        &self,
        typer: &mut Typer<'m>,
        argument: Value<'m>,
        seen: &mut HashSet<Value<'m>>,
    ) -> Option<Origin> {
        let (function, index) = argument.parameter()?;
        if self.programs.contains_key(&function) {
            return Some(Origin::Context);
        }
        if self.trusted.contains(&argument) {
            return Some(Origin::Kernel);
        }
        let users = function.users();
        let is_call = |user: &Value<'m>| user.callee() == Some(function);
        if !users
            .iter()
            .all(|user| is_call(user) && !user.args().contains(&function))
        {
            return Some(Origin::Other);
        }
        let given = users.into_iter().filter_map(|call| call.operand(index));
        self.join(typer, given.collect(), seen)
    }

    fn of_load(
        &self,
        typer: &mut Typer<'m>,
        load: Value<'m>,
        seen: &mut HashSet<Value<'m>>,
    ) -> Option<Origin> {
        match self.find(typer, load.operand(0)?, seen)? {
            Origin::Context => {
                // A number that a program finds in its context is a pointer to the verifier where BTF says so.
                let types = self.reached_by.get(&load.function());
                let typed = types.into_iter().flatten().all(|ty| {
                    matches!(
                        ty,
                        ProgramType::Tracing | ProgramType::Lsm | ProgramType::StructOps
                    )
                });
                Some(if typed { Origin::Kernel } else { Origin::Other })
            }
            Origin::Kernel => {
                // Of a pointer's target the verifier knows only structs.
                let targets = typer.pointees(load);
                let is_core = |name: &str| kernel_type(&self.core_types, name).is_some();
                let known = targets.iter().any(|ty| is_core(&ty.type_name()));
                Some(if known { Origin::Kernel } else { Origin::Other })
            }
            Origin::Other => Some(Origin::Other),
        }
    }

    fn of_call(
        &self,
        typer: &mut Typer<'m>,
        call: Value<'m>,
        seen: &mut HashSet<Value<'m>>,
    ) -> Option<Origin> {
        let Some(callee) = call.callee().filter(|callee| callee.is_function()) else {
            return Some(Origin::Other);
        };
        if callee.is_declaration() {
            let symbol = callee.name();
            let name = local_name(&symbol);
            let typed = helpers::by_go_name(name).is_some_and(|h| TYPED.contains(&h.name));
            let is_kfunc = name.starts_with("bpfKfunc");
            return Some(if typed || is_kfunc {
                Origin::Kernel
            } else {
                Origin::Other
            });
        }
        let returns = callee.instructions().into_iter();
        let returned = returns
            .filter(|i| i.op() == Op::Ret)
            .filter_map(|ret| ret.operand(0));
        self.join(typer, returned.collect(), seen)
    }
}

/// The functions that a program reaches.
fn reached(program: Value<'_>) -> Vec<Value<'_>> {
    let (mut found, mut seen) = (vec![program], HashSet::from([program]));
    let mut next = 0;
    while let Some(function) = found.get(next).copied() {
        next += 1;
        for operand in function
            .instructions()
            .into_iter()
            .flat_map(Value::operands)
        {
            if operand.is_function() && !operand.is_declaration() && seen.insert(operand) {
                found.push(operand);
            }
        }
    }
    found
}
