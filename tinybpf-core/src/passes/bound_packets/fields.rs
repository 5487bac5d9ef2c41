//! Where a function has the packet from: the fields of its program's context.

use std::collections::HashSet;

use super::super::{
    Cx,
    bound_accesses::{Dominators, constant_distance, same},
    global_functions::context_of,
};
use super::place::Place;
use crate::{
    llvm::{Block, Module, Op, Ty, Value, predicate},
    section::ProgramType,
};

/// How many values are looked at to tell whether a branch depends on a packet's length.
const STEPS: usize = 400;

/// The packet, as a function sees it.
pub(in crate::passes) struct Packet<'m> {
    /// The reads of the fields for its start and end.
    starts: Vec<Value<'m>>,
    ends: Vec<Value<'m>>,
    /// What is an address in it.
    inside: HashSet<Value<'m>>,
    /// What is the address of its end.
    behind: HashSet<Value<'m>>,
    context: Value<'m>,
    end_field: u64,
}

impl<'m> Packet<'m> {
    pub(in crate::passes) fn of(
        cx: &Cx<'_>,
        module: &'m Module<'_>,
        function: Value<'m>,
    ) -> Option<Self> {
        let (context, (start_field, end_field)) = context_with_packet(cx, function)?;
        Self::between(module, function, context, (start_field, end_field))
    }

    /// What lies before the packet, `data_meta`, and ends where it starts.
    pub(super) fn metadata_of(
        cx: &Cx<'_>,
        module: &'m Module<'_>,
        function: Value<'m>,
    ) -> Option<Self> {
        let (context, (start, _)) = context_with_packet(cx, function)?;
        let metadata = metadata_field(context_of(cx, context)?)?;
        Self::between(module, function, context, (metadata, start))
    }

    fn between(
        module: &'m Module<'_>,
        function: Value<'m>,
        context: Value<'m>,
        (start_field, end_field): (u64, u64),
    ) -> Option<Self> {
        let [starts, ends] =
            [start_field, end_field].map(|field| reads(module, function, context, field));
        let (inside, behind) = (reach(&starts, true), reach(&ends, false));
        (!starts.is_empty()).then_some(Self {
            starts,
            ends,
            inside,
            behind,
            context,
            end_field,
        })
    }

    /// Whether a value is an address in the packet.
    pub(in crate::passes) fn has(&self, value: Value<'m>) -> bool {
        self.inside.contains(&value)
    }

    /// Whether a value is a read of the packet's start.
    pub(super) fn is_start(&self, value: Value<'m>) -> bool {
        self.starts.contains(&value)
    }

    /// How many bytes from its start on the function's comparisons make sure of, at most; nothing where they cannot all be seen.
    pub(super) fn checked(&self, module: &'m Module<'_>) -> Option<i64> {
        let function = self.starts[0].function();
        let hands_on = |call: &Value<'m>| {
            let given = call.operands().into_iter();
            given
                .filter(|value| value.is_function())
                .any(|f| !f.is_intrinsic())
        };
        if function.instructions().iter().any(hands_on) {
            return None;
        }
        let mut most = 0;
        for end in &self.behind {
            for user in end.users() {
                match user.op() {
                    Op::ICmp => {
                        let sides = user.operands().into_iter();
                        let address = sides.into_iter().find(|side| side != end)?;
                        let place = Place::of(module, self, address)?;
                        let is_plain = place.terms.is_empty() && self.is_start(place.base);
                        most = most.max(is_plain.then_some(place.constant)?);
                    }
                    Op::Sub => {}
                    _ if self.behind.contains(&user) => {}
                    _ => return None,
                }
            }
        }
        Some(most)
    }

    /// Whether a value is the address of the packet's end.
    pub(super) fn is_end(&self, value: Value<'m>) -> bool {
        self.behind.contains(&value)
    }

    /// The context, and how far into it the address of the packet's end lies.
    pub(super) fn end_field(&self) -> (Value<'m>, u64) {
        (self.context, self.end_field)
    }

    /// The read of the packet's end, if there is but one, above a block: what changes a packet has programs read the fields anew.
    pub(super) fn end_above(
        &self,
        dominators: &Dominators<'m>,
        block: Block<'m>,
    ) -> Option<Value<'m>> {
        let ([_], [end]) = (&self.starts[..], &self.ends[..]) else {
            return None;
        };
        let is_above = end.block() != block && dominators.dominate(end.block(), block);
        is_above.then_some(*end)
    }

    /// How wide the fields are read.
    pub(super) fn field_type(&self) -> Ty<'m> {
        self.ends[0].ty()
    }

    /// The branches whose conditions depend on the packet's length.
    pub(super) fn checks_of_length(&self) -> Vec<Value<'m>> {
        let function = self.starts[0].function();
        let mut found = function.instructions();
        found.retain(|branch| {
            branch.op() == Op::Br
                && branch.successors().len() == 2
                && branch
                    .operand(0)
                    .is_some_and(|condition| self.depends(condition))
        });
        found
    }

    /// Whether a number is calculated with the packet's length.
    pub(in crate::passes) fn depends(&self, condition: Value<'m>) -> bool {
        let (mut open, mut seen) = (vec![condition], HashSet::new());
        while let Some(value) = open.pop() {
            if seen.len() > STEPS || !value.is_instruction() || !seen.insert(value) {
                continue;
            }
            if self.is_length(value) {
                return true;
            }
            let is_called =
                value.op() == Op::Call && value.callee().is_some_and(|c| !c.is_intrinsic());
            if value.op() != Op::Load && (!is_called || same(value) != value) {
                open.extend(value.operands());
            }
        }
        false
    }

    /// Whether a value is the distance from an address in the packet to its end, or whether there is one.
    fn is_length(&self, value: Value<'m>) -> bool {
        let (Some(left), Some(right)) = (value.operand(0), value.operand(1)) else {
            return false;
        };
        match value.op() {
            Op::Sub => self.is_end(left) && self.has(right),
            Op::ICmp => {
                matches!(value.predicate(), predicate::EQ | predicate::NE)
                    && (self.is_end(left) && self.has(right)
                        || self.has(left) && self.is_end(right))
            }
            _ => false,
        }
    }
}

/// The parameter that is a program's context with a packet, and where the packet's start and end are in it.
fn context_with_packet<'m>(cx: &Cx<'_>, function: Value<'m>) -> Option<(Value<'m>, (u64, u64))> {
    function.params().into_iter().find_map(|param| {
        let is_pointer = param.ty().is_pointer() && param.is_used();
        let program_type = is_pointer.then(|| context_of(cx, param)).flatten()?;
        Some((param, fields(program_type)?))
    })
}

/// The reads of a field of the context.
fn reads<'m>(
    module: &Module<'_>,
    function: Value<'m>,
    context: Value<'m>,
    field: u64,
) -> Vec<Value<'m>> {
    let mut found = function.instructions();
    found.retain(|read| {
        let address = read.operand(0).filter(|_| read.op() == Op::Load);
        let place = address.and_then(|address| constant_distance(module, address));
        place.is_some_and(|(base, at)| same(base) == context && u64::try_from(at) == Ok(field))
    });
    found
}

/// The reads of the address of a packet's start, which is never 0.
pub(in crate::passes) fn starts<'m>(
    cx: &Cx<'_>,
    module: &Module<'_>,
    function: Value<'m>,
) -> Vec<Value<'m>> {
    let context = context_with_packet(cx, function);
    context.map_or(Vec::new(), |(context, (start, _))| {
        reads(module, function, context, start)
    })
}

/// Where `include/uapi/linux/bpf.h` has the start and end of the packet in the context of a program, in bytes.
const fn fields(program_type: ProgramType) -> Option<(u64, u64)> {
    use ProgramType::*;
    match program_type {
        Xdp => Some((0, 4)),
        SchedCls | SchedAct | CgroupSkb | LwtIn | LwtOut | LwtXmit | LwtSeg6local | SkSkb
        | FlowDissector => Some((76, 80)),
        SkMsg | SkReuseport => Some((0, 8)),
        CgroupSockopt => Some((8, 16)),
        _ => None,
    }
}

/// Where `data_meta` is, in `struct xdp_md` and `struct __sk_buff`, for programs that may read it.
const fn metadata_field(program_type: ProgramType) -> Option<u64> {
    use ProgramType::*;
    match program_type {
        Xdp => Some(8),
        SchedCls | SchedAct => Some(140),
        _ => None,
    }
}

/// What has these values for sure, also at a distance if `steps` is true.
fn reach<'m>(from: &[Value<'m>], steps: bool) -> HashSet<Value<'m>> {
    let mut found: HashSet<_> = from.iter().copied().collect();
    let mut open = from.to_vec();
    while let Some(value) = open.pop() {
        for user in value.users() {
            let passes = match user.op() {
                Op::ZExt | Op::IntToPtr | Op::PtrToInt | Op::Phi | Op::Freeze => true,
                Op::Select => user.operand(0) != Some(value),
                Op::Gep => steps && user.operand(0) == Some(value),
                Op::Add => steps,
                Op::Call => same(user) == same(value),
                _ => false,
            };
            if passes && found.insert(user) {
                open.push(user);
            }
        }
    }
    // Not what is something else at times.
    loop {
        let strange: Vec<_> = found
            .iter()
            .copied()
            .filter(|value| {
                let sources = match value.op() {
                    Op::Phi => value.incoming().into_iter().map(|(from, _)| from).collect(),
                    Op::Select => value.operands().into_iter().skip(1).collect(),
                    Op::Load => Vec::new(),
                    Op::Add => return !value.operands().iter().any(|from| found.contains(from)),
                    _ => value.operands().into_iter().take(1).collect::<Vec<_>>(),
                };
                sources
                    .iter()
                    .any(|from| !found.contains(from) && !from.is_constant())
            })
            .collect();
        if strange.is_empty() {
            return found;
        }
        for value in strange {
            found.remove(&value);
        }
    }
}
