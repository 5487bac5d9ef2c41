//! What LLVM may assume of a helper's call.

use crate::{
    helpers::{self, Access, Effects, Helper, Ret},
    llvm::{Attr, Context, Module, Value},
};

/// Tells LLVM what the helper does, so that it optimises across the call.
pub(super) fn describe<'m>(
    module: &'m Module<'_>,
    call: Value<'m>,
    helper: &Helper,
    args: &[Value<'m>],
) {
    call.add_call_attr(module, Attr::Function, "nounwind", 0);
    if helpers::callback(helper.name).is_some() || helper.name == "bpf_tail_call" {
        // The verifier keeps one map and one function for each such instruction (`bpf_map_ptr_poisoned`: "tail_call abusing
        // map_ptr"), so two calls must not become one with a choice of arguments.
        call.add_call_attr(module, Attr::Function, "nomerge", 0);
    }
    let effects = match helper.effects() {
        Effects::Constant => Some("memory(none)"),
        Effects::Arguments => Some("memory(argmem: readwrite, inaccessiblemem: readwrite)"),
        Effects::ReadsAll => Some("memory(read, argmem: readwrite, inaccessiblemem: readwrite)"),
        _ => None,
    };
    if let Some(value) = effects.and_then(|text| memory_effects(module.context(), text)) {
        call.add_call_attr(module, Attr::Function, "memory", value);
        call.add_call_attr(module, Attr::Function, "willreturn", 0);
    }
    for (index, _) in args
        .iter()
        .enumerate()
        .filter(|(_, arg)| arg.ty().is_pointer())
    {
        let at = Attr::Param(index as u32);
        let size = helper.fills(index).and_then(|size| args.get(size));
        if let Some(size) = size.and_then(|size| size.as_u64()) {
            initializes(module, call, at, size);
        }
        if !helper.captures(index) {
            // The first is what LLVM 21 made of the second; each knows one of them.
            call.add_call_attr(module, at, "captures", 0);
            call.add_call_attr(module, at, "nocapture", 0);
        }
        match helper.access(index) {
            Access::None => call.add_call_attr(module, at, "readnone", 0),
            Access::Read => call.add_call_attr(module, at, "readonly", 0),
            Access::Write => call.add_call_attr(module, at, "writeonly", 0),
            Access::ReadWrite => {}
        }
    }
    if let Ret::Int {
        bits,
        signed: false,
    } = helper.ret
        && bits < 64
    {
        module.set_range(call, 0, 1 << bits);
    }
    if helper.returns_object() {
        // From 1 to the largest number.
        module.set_range(call, 1, 0);
    }
    if matches!(helper.ret, Ret::Pointer(_)) && !helper.may_return_null() {
        call.add_call_attr(module, Attr::Return, "nonnull", 0);
    }
}

/// Says that the helper writes all of the first `size` bytes, whatever it returns: what was there before need not be stored.
fn initializes(module: &Module<'_>, call: Value<'_>, at: Attr, size: u64) {
    // Releases of LLVM before 20 do not know it.
    let text = format!("declare void @f(ptr initializes((0, {size})))");
    if size > 0
        && let Ok(example) = Module::parse(module.context(), "attributes", text.as_bytes())
        && let Some(function) = example.function("f")
    {
        call.copy_attr(at, function, Attr::Param(0), "initializes");
    }
}

/// The number behind a `memory(…)` attribute, which differs between LLVM's releases: LLVM itself is asked.
fn memory_effects(context: &Context, text: &str) -> Option<u64> {
    let module = Module::parse(
        context,
        "attributes",
        format!("declare void @f() {text}").as_bytes(),
    )
    .ok()?;
    module.function("f")?.attr_value(Attr::Function, "memory")
}
