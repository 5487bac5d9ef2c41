//! Rewriting functions: their panics, their returns, and their calls of functions that changed.

use std::collections::{BTreeMap, HashMap};

use super::{
    callback, callees_first, calls, references,
    signature::{PANIC, Plan, Plans, Shape, retype},
};
use crate::llvm::{Block, Builder, Module, Op, Ty, TyKind, Value, predicate};
use crate::passes::encode_struct_ops::Known;

/// What rewriting goes by.
pub(super) struct Facts<'a, 'm> {
    pub(super) plans: &'a Plans<'m>,
    /// What is known of programs that are members of structs, by name.
    pub(super) members: &'a BTreeMap<String, &'static Known>,
    /// What each program returns when it panics.
    pub(super) verdicts: &'a HashMap<String, Value<'m>>,
    /// The function whose calls are panics.
    pub(super) panic: Value<'m>,
    /// The function whose calls name references that nothing gives back.
    pub(super) held: Value<'m>,
}

/// Rewrites every function, callees first.
pub(super) fn lower<'m>(module: &'m Module<'_>, facts: &Facts<'_, 'm>) {
    let mut changed = HashMap::new();
    let mut replaced = Vec::new();
    for old in callees_first(module) {
        let Some(plan) = facts.plans.get(&old) else {
            continue;
        };
        let function = retype(module, old, plan);
        Body::new(module, facts, function, plan).rewrite(&changed);
        if function != old {
            replaced.push((old, function));
        }
        if plan.panics || function != old {
            changed.insert(old, (function, plan));
        }
    }
    for (old, new) in replaced {
        // A map can hold a program.
        old.replace_all_uses_with(new);
        old.delete_function();
    }
}

struct Body<'a, 'm, 'c> {
    module: &'m Module<'c>,
    facts: &'a Facts<'a, 'm>,
    function: Value<'m>,
    plan: &'a Plan<'m>,
    /// Where panics go; made when the first one needs it.
    end: Option<Block<'m>>,
    /// Stack slots for results that come through a pointer, one for each type, by the types of its fields: TinyGo's linker
    /// may or may not have replaced a named struct by another one like it.
    slots: HashMap<Vec<Ty<'m>>, Value<'m>>,
    references: Vec<references::Reference<'m>>,
    /// Where a callback that can panic finds what its caller passes, and leaves a mark.
    frame: Option<callback::Frame<'m>>,
}

impl<'a, 'm, 'c> Body<'a, 'm, 'c> {
    fn new(
        module: &'m Module<'c>,
        facts: &'a Facts<'a, 'm>,
        function: Value<'m>,
        plan: &'a Plan<'m>,
    ) -> Self {
        Self {
            module,
            facts,
            function,
            plan,
            end: None,
            slots: HashMap::new(),
            references: Vec::new(),
            frame: None,
        }
    }

    fn rewrite(mut self, changed: &HashMap<Value<'m>, (Value<'m>, &Plan<'m>)>) {
        if self.plan.panics {
            let member = self.facts.members.get(&self.function.name());
            let owned = member.and_then(|member| member.owned);
            self.references = references::track(self.module, self.function, owned);
            self.frame = callback::Frame::of_callback(self.module, self.function);
        }
        for ret in self.function.instructions() {
            if ret.op() == Op::Ret {
                self.rewrite_return(ret);
            }
        }
        for call in calls(self.function) {
            let callee = call.callee();
            if callee == Some(self.facts.panic) {
                self.panic(call);
            } else if let Some((function, plan)) = callee.and_then(|f| changed.get(&f)) {
                self.rewrite_call(call, *function, plan);
            } else if let Some(given) = callback::panicking(call, self.facts.plans) {
                self.rewrite_taker(call, given);
            }
        }
    }

    /// Hands the result over as the plan says.
    fn rewrite_return(&self, ret: Value<'m>) {
        let (value, wide) = (ret.operand(0), self.module.int_type(64));
        let builder = Builder::before(self.module, ret);
        match self.plan.shape {
            Shape::Same | Shape::Callback(_) => return,
            Shape::Program(ty) if value.is_some_and(|v| v.ty() == ty) => return,
            Shape::Program(ty) => {
                builder.ret(Some(
                    value.map_or(ty.int(0), |v| builder.cast(Op::ZExt, v, ty)),
                ));
            }
            Shape::Global(ty) if value.is_some_and(|v| v.ty() == ty) => return,
            Shape::Global(wide) => {
                builder.ret(Some(
                    value.map_or(wide.int(0), |v| builder.cast(Op::ZExt, v, wide)),
                ));
            }
            Shape::Widened => {
                builder.ret(Some(
                    value.map_or(wide.int(0), |v| builder.cast(Op::ZExt, v, wide)),
                ));
            }
            Shape::Out => {
                if let (Some(value), Some(to)) = (value, self.function.params().last()) {
                    self.store(&builder, value, *to);
                }
                builder.ret(self.plan.panics.then(|| wide.int(0)));
            }
        }
        ret.erase();
    }

    /// Replaces a call of the panic function by the way to the end.
    fn panic(&mut self, call: Value<'m>) {
        let end = self.end();
        let builder = Builder::before(self.module, call);
        references::name_unreleased(self.module, &builder, self.facts.held, &self.references);
        builder.br(end);
        if let Some(unreachable) = call.next() {
            unreachable.erase();
        }
        call.erase();
    }

    /// Calls a function by its new type, and follows it when it panicked.
    fn rewrite_call(&mut self, call: Value<'m>, function: Value<'m>, plan: &Plan<'m>) {
        let ty = call.ty();
        let slot = (plan.shape == Shape::Out).then(|| self.slot(ty));
        let builder = Builder::before(self.module, call);
        let mut args: Vec<_> = call.args().into_iter().take(plan.params).collect();
        args.extend(slot);
        let new = builder.call(function.value_type(), function, &args);
        if plan.panics {
            let wide = self.module.int_type(64);
            let failed = if matches!(plan.shape, Shape::Global(_)) {
                builder.icmp(predicate::EQ, new, wide.int(PANIC))
            } else {
                builder.icmp(predicate::SLT, new, wide.int(0))
            };
            self.end_if(&builder, failed, call);
        }
        if call.is_used() {
            let result = match (plan.shape, slot) {
                (_, Some(slot)) => self.load(&builder, ty, slot),
                (Shape::Widened | Shape::Global(_), _) if ty != new.ty() => {
                    builder.cast(Op::Trunc, new, ty)
                }
                _ => new,
            };
            call.replace_all_uses_with(result);
        }
        call.erase();
    }

    /// Passes a frame to a callback that can panic, and follows it when it did.
    fn rewrite_taker(&mut self, call: Value<'m>, given: callback::Given) {
        let frame = callback::Frame::pass(self.module, call, given);
        let Some(next) = call.next() else { return };
        let builder = Builder::before(self.module, next);
        builder.set_location(call.debug_location());
        let mark = builder.load(self.module.int_type(64), frame.mark);
        let failed = builder.icmp(predicate::NE, mark, self.module.int_type(64).int(0));
        self.end_if(&builder, failed, next);
    }

    /// Goes to the end where `failed` is true, before an instruction; the builder stands there, too.
    fn end_if(&mut self, builder: &Builder<'m>, failed: Value<'m>, before: Value<'m>) {
        let end = self.end();
        references::name_unreleased(self.module, builder, self.facts.held, &self.references);
        let first = split_before(self.module, before);
        let location = failed.debug_location();
        builder.move_to_end(first);
        builder.set_location(location);
        builder.cond_br(failed, end, before.block());
        builder.move_before(before);
    }

    /// The block that ends the function after a panic.
    fn end(&mut self) -> Block<'m> {
        if let Some(end) = self.end {
            return end;
        }
        let end = self.module.append_block(self.function, "panic");
        self.end = Some(end);
        let builder = Builder::at_end(self.module, end);
        if let Some(scope) = self.function.subprogram() {
            let line = scope.subprogram_line();
            builder.set_location(Some(self.module.location(line, 0, scope)));
        }
        references::release(self.module, &builder, &self.references);
        let wide = self.module.int_type(64);
        if let Some(frame) = &self.frame {
            builder.store(wide.int(1), frame.mark);
        }
        let verdict = match self.plan.shape {
            Shape::Callback(stop) => Some(wide.int(stop.cast_unsigned())),
            Shape::Global(_) => Some(wide.int(PANIC)),
            _ => self.facts.verdicts.get(&self.function.name()).copied(),
        };
        builder.ret(Some(verdict.unwrap_or_else(|| wide.int(u64::MAX))));
        end
    }

    /// The stack slot for results of a type.
    fn slot(&mut self, ty: Ty<'m>) -> Value<'m> {
        let (module, function) = (self.module, self.function);
        *self
            .slots
            .entry(if ty.fields().is_empty() {
                vec![ty]
            } else {
                ty.fields()
            })
            .or_insert_with(|| stack_slot(module, function, ty, "result"))
    }

    /// Stores a result, field by field: LLVM makes poor code of structs that are stored whole.
    fn store(&self, builder: &Builder<'m>, value: Value<'m>, to: Value<'m>) {
        let ty = value.ty();
        for index in 0..elements(ty) {
            let element = builder.extract(value, index);
            self.store(builder, element, self.field(builder, ty, to, index));
        }
        if !is_aggregate(ty) {
            builder.store(value, to);
        }
    }

    fn load(&self, builder: &Builder<'m>, ty: Ty<'m>, from: Value<'m>) -> Value<'m> {
        if !is_aggregate(ty) {
            return builder.load(ty, from);
        }
        let fields = if ty.kind() == TyKind::Struct {
            ty.fields()
        } else {
            Vec::new()
        };
        let mut value = ty.poison();
        for index in 0..elements(ty) {
            let element = fields.get(index as usize).copied();
            let Some(element) = element.or_else(|| ty.array().map(|(element, _)| element)) else {
                break;
            };
            let at = self.field(builder, ty, from, index);
            value = builder.insert(value, self.load(builder, element, at), index);
        }
        value
    }

    fn field(&self, builder: &Builder<'m>, ty: Ty<'m>, base: Value<'m>, index: u32) -> Value<'m> {
        let int = self.module.int_type(32);
        builder.gep(ty, base, &[int.int(0), int.int(index.into())])
    }
}

fn is_aggregate(ty: Ty<'_>) -> bool {
    matches!(ty.kind(), TyKind::Struct | TyKind::Array)
}

/// How many elements an aggregate type has; 0 for others.
fn elements(ty: Ty<'_>) -> u32 {
    ty.array()
        .map_or(ty.fields().len() as u32, |(_, len)| len as u32)
}

/// A variable on the stack of a function.
pub(in crate::passes) fn stack_slot<'m>(
    module: &'m Module<'_>,
    function: Value<'m>,
    ty: Ty<'m>,
    name: &str,
) -> Value<'m> {
    let first = function
        .entry()
        .and_then(Block::first)
        .expect("a body has an instruction");
    let builder = Builder::before(module, first);
    builder.set_location(None);
    builder.alloca(ty, name)
}

/// Moves what stands before an instruction in its block to a new block, which gets all ways to the old one. It has no
/// terminator yet.
pub(in crate::passes) fn split_before<'m>(module: &'m Module<'_>, at: Value<'m>) -> Block<'m> {
    let block = at.block();
    let before = module.insert_block(block, "");
    // Not by replacing the block as a value, which would change the phis behind it too.
    let ends = block
        .function()
        .blocks()
        .into_iter()
        .filter_map(Block::terminator);
    for end in ends {
        for (index, _) in (0..).zip(end.successors()).filter(|(_, to)| *to == block) {
            end.set_successor(index, before);
        }
    }
    let builder = Builder::at_end(module, before);
    for instruction in block.instructions() {
        if instruction == at {
            break;
        }
        instruction.remove_from_block();
        builder.insert_existing(instruction);
    }
    before
}
