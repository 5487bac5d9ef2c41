//! Returns of constants.

use crate::llvm::{Block, Builder, Module, Op, Value};

/// Gives each constant that a function returns a block of its own.
///
/// LLVM lets all ways out meet in one block. Then each loads its result before its branch, when the result of the call that the
/// branch looks at still lies in the register for results and has to move away.
pub(super) fn spread(module: &Module<'_>, function: Value<'_>) {
    for block in function.blocks() {
        if let [phi, ret] = block.instructions()[..]
            && phi.op() == Op::Phi
            && ret.op() == Op::Ret
        {
            divide(module, block, phi, ret);
        }
    }
}

fn divide<'m>(module: &'m Module<'_>, block: Block<'m>, phi: Value<'m>, ret: Value<'m>) {
    let (constants, others): (Vec<_>, Vec<_>) = phi
        .incoming()
        .into_iter()
        .partition(|(value, _)| value.as_u64().is_some());
    let mut made: Vec<(Value<'m>, Block<'m>)> = Vec::new();
    for (value, from) in constants {
        let known = made.iter().find(|(known, _)| *known == value).copied();
        let to = if let Some((_, to)) = known {
            to
        } else {
            let to = module.append_block(block.function(), "");
            let builder = Builder::at_end(module, to);
            builder.set_location(ret.debug_location());
            builder.ret(Some(value));
            made.push((value, to));
            to
        };
        let Some(terminator) = from.terminator() else {
            continue;
        };
        for (index, successor) in (0..).zip(terminator.successors()) {
            if successor == block {
                terminator.set_successor(index, to);
            }
        }
    }
    if others.is_empty() {
        block.delete();
        return;
    }
    let builder = Builder::before(module, phi);
    let new = builder.phi(phi.ty());
    for (value, from) in others {
        new.add_incoming(value, from);
    }
    phi.replace_all_uses_with(new);
    phi.erase();
}
