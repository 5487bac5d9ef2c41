//! What a program does with addresses inside kernel objects: Go code walks on from `task.Comm[:]` or `&task.Utime` without a
//! type that tells whose memory it is.

use std::collections::HashSet;

use super::{
    origin::{Origin, Origins},
    plan::{Load, Plan, is_scalar},
    typer::{Typer, passed_as},
};
use crate::{
    Topic,
    core_type::kernel_type,
    llvm::{Metadata, Op, Value},
    names::local_name,
    passes::{Cx, position},
};

/// What `copy` is compiled to: `(to, from, lengths of both, size of an element)`.
const COPY: &str = "runtime.sliceCopy";

/// Finds the reads behind the steps of the plan: those that a helper has to make are added, and what cannot be read is reported.
pub(super) fn find<'m>(
    cx: &mut Cx<'_>,
    typer: &mut Typer<'m>,
    origins: &Origins<'m>,
    plan: &mut Plan<'m>,
) {
    let steps: HashSet<_> = plan.accesses.iter().map(|access| access.gep).collect();
    let mut search = Search {
        cx,
        typer,
        origins,
        steps: &steps,
        seen: steps.clone(),
        loads: Vec::new(),
        copies: Vec::new(),
    };
    for access in &plan.accesses {
        search.follow(access.gep);
    }
    let Search { loads, copies, .. } = search;
    plan.loads.extend(loads);
    plan.slices = copies;
}

struct Search<'s, 'c, 'm> {
    cx: &'s mut Cx<'c>,
    typer: &'s mut Typer<'m>,
    origins: &'s Origins<'m>,
    steps: &'s HashSet<Value<'m>>,
    /// The values that hold such addresses.
    seen: HashSet<Value<'m>>,
    loads: Vec<Load<'m>>,
    copies: Vec<Value<'m>>,
}

impl<'m> Search<'_, '_, 'm> {
    fn follow(&mut self, value: Value<'m>) {
        for user in value.users() {
            let leads_on = match user.op() {
                Op::Gep => user.operand(0) == Some(value),
                Op::InsertValue => user.operand(1) == Some(value) || user.operand(0) == Some(value),
                Op::ExtractValue => user.ty().is_pointer(),
                Op::BitCast | Op::Freeze => true,
                _ => false,
            };
            if leads_on {
                if self.seen.insert(user) {
                    self.follow(user);
                }
                continue;
            }
            match user.op() {
                Op::Load if !self.steps.contains(&value) && is_scalar(user.ty()) => {
                    self.load(user, value);
                }
                Op::Call => self.call(user, value),
                _ => {}
            }
        }
    }

    fn load(&mut self, load: Value<'m>, address: Value<'m>) {
        let origin = self.origins.of(self.typer, address);
        self.loads.push(Load { load, origin });
    }

    fn call(&mut self, call: Value<'m>, value: Value<'m>) {
        let Some(callee) = call.callee().filter(|f| f.is_function()) else {
            return;
        };
        if callee.name() == COPY {
            if call.operand(1) == Some(value) && !self.copies.contains(&call) {
                self.copies.push(call);
            }
            return;
        }
        // The verifier follows what it knows into subprograms.
        if callee.is_declaration() || self.origins.of(self.typer, value) != Origin::Other {
            return;
        }
        for parameter in passed_as(call, value).into_iter().flatten() {
            if !self
                .typer
                .pointees(parameter)
                .iter()
                .any(|ty| self.is_view(*ty))
            {
                self.parameter(call, callee, parameter);
            }
        }
    }

    fn is_view(&self, ty: Metadata<'m>) -> bool {
        let types = &self.cx.options.core_types;
        kernel_type(types, &ty.type_name()).is_some()
    }

    /// A function that gets such an address as a plain pointer can read it if it gets no other.
    fn parameter(&mut self, call: Value<'m>, callee: Value<'m>, parameter: Value<'m>) {
        if !self.seen.insert(parameter) {
            return;
        }
        let index = parameter.parameter().map_or(0, |(_, index)| index);
        let is_one = |user: &Value<'m>| {
            let given = user
                .operand(index)
                .filter(|_| user.callee() == Some(callee));
            given.is_some_and(|given| self.is_inside(given))
        };
        let only = callee.users().iter().all(is_one);
        let before = self.loads.len();
        self.follow(parameter);
        if only || self.loads.len() == before {
            return;
        }
        self.loads.truncate(before);
        let name = local_name(&callee.name()).to_owned();
        self.cx
            .error(Topic::CoreType,
                position(call),
                format!("`{name}` gets the address of a part of a kernel object here, which only a helper can read, and others of the program's own memory elsewhere"),
            )
            .help("pass the value, or read the part into a variable first: `bpfProbeReadKernel(unsafe.Pointer(&comm), uint32(unsafe.Sizeof(comm)), unsafe.Pointer(&task.Comm))`");
    }

    /// Whether an address is one inside a kernel object, as far as its own function tells.
    fn is_inside(&self, value: Value<'m>) -> bool {
        if self.steps.contains(&value) || self.seen.contains(&value) {
            return true;
        }
        match value.op() {
            Op::Gep | Op::ExtractValue | Op::BitCast | Op::Freeze => {
                value.operand(0).is_some_and(|from| self.is_inside(from))
            }
            Op::InsertValue => value
                .operands()
                .into_iter()
                .take(2)
                .any(|part| self.is_inside(part)),
            _ => false,
        }
    }
}
