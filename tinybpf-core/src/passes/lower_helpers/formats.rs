//! Formats of the helpers that print: the kernel wants a zero byte at the end, which Go's strings do not have.

use super::super::constant;
use crate::{
    helpers::Helper,
    llvm::{Kind, Linkage, Module, Value},
};

/// Puts a copy with a zero byte in the place of a constant format without one, and counts it in the size that follows.
pub(super) fn terminate<'m>(module: &'m Module<'_>, helper: &Helper, args: &mut [Value<'m>]) {
    let Some(at) = helper.params.iter().position(|param| param.name == "fmt") else {
        return;
    };
    let next = helper.params.get(at + 1);
    let size = next
        .filter(|next| next.name == "fmt_size")
        .and_then(|_| args.get(at + 1)?.as_u64());
    let Some(text) = args.get(at).and_then(|format| text(*format, size)) else {
        return;
    };
    if text.contains(&0) {
        return;
    }
    let bytes = module.const_bytes(&[&text[..], &[0]].concat());
    let copy = module.add_variable("format", bytes.ty());
    copy.set_initializer(bytes);
    copy.set_linkage(Linkage::Private);
    copy.set_global_constant(true);
    copy.set_alignment(1);
    args[at] = copy;
    if size.is_some() {
        args[at + 1] = args[at + 1].ty().int(text.len() as u64 + 1);
    }
}

/// The bytes of a constant, as many as the size says.
fn text(format: Value<'_>, size: Option<u64>) -> Option<Vec<u8>> {
    if format.kind() != Kind::Variable || !format.is_global_constant() {
        return None;
    }
    let bytes = format.initializer_of_variable()?;
    let (_, len) = bytes.ty().array()?;
    let len = size.map_or(len, |size| size.min(len));
    constant::bytes(bytes, len)
}
