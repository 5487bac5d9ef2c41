//! Formats of the helpers that print: the kernel wants a zero byte at the end, which Go's strings do not have.

use super::super::constant;
use crate::{
    helpers::Helper,
    llvm::{Kind, Linkage, Module, Value},
};

/// Puts a copy with a zero byte in the place of a constant format without one, and counts it in the size that follows.
pub(super) fn terminate<'m>(module: &'m Module<'_>, helper: &Helper, args: &mut [Value<'m>]) {
    let Some((at, size_at)) = helper.format() else {
        return;
    };
    let size = size_at.and_then(|at| args.get(at)?.as_u64());
    let Some(text) = args.get(at).and_then(|format| text(*format, size)) else {
        return;
    };
    if text.contains(&0) {
        return;
    }
    args[at] = variable(module, &[&text[..], &[0]].concat());
    if let Some(at) = size_at.filter(|_| size.is_some()) {
        args[at] = args[at].ty().int(text.len() as u64 + 1);
    }
}

/// A constant text of the module's.
pub(in crate::passes) fn variable<'m>(module: &'m Module<'_>, text: &[u8]) -> Value<'m> {
    let bytes = module.const_bytes(text);
    let variable = module.add_variable("format", bytes.ty());
    variable.set_initializer(bytes);
    variable.set_linkage(Linkage::Private);
    variable.set_global_constant(true);
    variable.set_alignment(1);
    variable
}

/// The bytes of a constant, as many as the size says.
pub(in crate::passes) fn text(format: Value<'_>, size: Option<u64>) -> Option<Vec<u8>> {
    if format.kind() != Kind::Variable || !format.is_global_constant() {
        return None;
    }
    let bytes = format.initializer_of_variable()?;
    let (_, len) = bytes.ty().array()?;
    let len = size.map_or(len, |size| size.min(len));
    constant::bytes(bytes, len)
}
