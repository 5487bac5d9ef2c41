//! After optimisation: what helpers are to read, and lies in the program's context, is copied to the stack first.
//!
//! `counters.Lookup(&ctx.IngressIfindex)`: helpers read keys and values from the stack, from maps and packets, but not from a context,
//! whose fields the verifier translates one by one (`check_reg_type` and `convert_ctx_accesses` in kernel/bpf/verifier.c).

use super::{
    Cx,
    bound_accesses::{constant_distance, same},
    foresee::touched,
    global_functions::context_of,
    is_foreign,
    lower_panics::Callee,
};
use crate::{
    helpers::Access,
    llvm::{Builder, Module, Value},
};

/// More bytes than fields have that are read as one.
const MOST: u64 = 64;

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    for function in module.functions() {
        if function.is_declaration() || is_foreign(module, function) {
            continue;
        }
        for call in function.instructions() {
            let Some(Callee::Helper(helper)) = Callee::of(call) else {
                continue;
            };
            let sizes = touched(cx, module, call);
            for (index, size) in sizes.into_iter().enumerate() {
                let is_read = helper.access(index) == Access::Read;
                let index = index as u32;
                let size = size.filter(|size| is_read && (1..=MOST).contains(size));
                if let Some(part) = size.and_then(|size| Part::of(cx, module, call, index, size)) {
                    call.set_operand(index, part.copy(module, call));
                }
            }
        }
    }
}

/// A part of a context.
struct Part<'m> {
    context: Value<'m>,
    offset: u64,
    size: u64,
}

impl<'m> Part<'m> {
    fn of(
        cx: &Cx<'_>,
        module: &'m Module<'_>,
        call: Value<'m>,
        index: u32,
        size: u64,
    ) -> Option<Self> {
        let (base, offset) = constant_distance(module, call.operand(index)?)?;
        let context = same(base);
        context_of(cx, context)?;
        Some(Self {
            context,
            offset: u64::try_from(offset).ok()?,
            size,
        })
    }

    /// Copies it to a variable on the stack before an instruction: in words of 32 bits, as most fields are.
    fn copy(&self, module: &'m Module<'_>, before: Value<'m>) -> Value<'m> {
        let bytes = [4, 2, 1]
            .into_iter()
            .find(|bytes| self.size.is_multiple_of(*bytes) && self.offset.is_multiple_of(*bytes))
            .unwrap_or(1);
        let (byte, word) = (module.int_type(8), module.int_type(8 * bytes as u32));
        let first = before.function().entry().and_then(|entry| entry.first());
        let words = module.int_type(64).array_of(self.size.div_ceil(8));
        let copy = Builder::before(module, first.unwrap_or(before)).alloca(words, "copy");
        let builder = Builder::before(module, before);
        let at = |base: Value<'m>, distance: u64| {
            let distance = module.int_type(64).int(distance);
            builder.gep(byte, base, &[distance])
        };
        for done in (0..self.size).step_by(bytes as usize) {
            let part = builder.load(word, at(self.context, self.offset + done));
            builder.store(part, at(copy, done));
        }
        copy
    }
}
