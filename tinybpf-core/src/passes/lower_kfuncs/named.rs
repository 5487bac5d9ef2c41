//! Which kfunc a function without a body is.

use super::Fault;
use crate::{
    kfuncs::{self, CType, Kfunc, Prototype},
    llvm::{Kind, Ty, TyKind, Value},
    names::local_name,
};

/// What a name given by `//go:linkname` starts with that means the kfunc of that name, known or not.
const EXPLICIT: &str = "kfunc.";

/// A kfunc that Go code declares.
pub(super) struct Named {
    /// The name in the kernel.
    pub(super) name: String,
    pub(super) prototype: Prototype,
    /// Whether the pointers in the prototype are guesses.
    pub(super) is_guessed: bool,
}

/// The kfunc of the table that a declaration means.
pub(in crate::passes) fn known(symbol: &str) -> Option<&'static Kfunc> {
    if let Some(explicit) = symbol.strip_prefix(EXPLICIT) {
        let end = explicit.find('(').unwrap_or(explicit.len());
        return kfuncs::by_name(&explicit[..end]);
    }
    kfuncs::by_name(symbol).or_else(|| kfuncs::by_go_name(local_name(symbol)))
}

/// Whether a declaration is meant for a kfunc, or for what asks for one.
pub(in crate::passes) fn is_kfunc(function: Value<'_>) -> bool {
    let symbol = &function.name();
    let local = local_name(symbol);
    function.section().is_some()
        || symbol.starts_with(EXPLICIT)
        || kfuncs::after_prefix(local).is_some()
        || kfuncs::by_name(symbol).is_some()
        || super::exists::is_test(symbol)
}

impl Named {
    /// The kfunc that a declaration means, or what is wrong with it; `None` if it is for something else.
    pub(super) fn of(function: Value<'_>) -> Option<Result<Self, Fault>> {
        let symbol = function.name();
        if !is_kfunc(function) || super::exists::is_test(&symbol) || function.section().is_some() {
            return None;
        }
        if let Some(explicit) = symbol.strip_prefix(EXPLICIT) {
            return Some(Self::explicit(function, explicit));
        }
        let Some(kfunc) = known(&symbol) else {
            return Some(Err(unknown(&symbol)));
        };
        Some(Ok(Self {
            name: kfunc.name.to_owned(),
            prototype: kfunc.prototype(),
            is_guessed: false,
        }))
    }

    /// A kfunc by its name in the kernel, which a prototype may follow.
    fn explicit(function: Value<'_>, text: &str) -> Result<Self, Fault> {
        let (name, signature) = text.split_at(text.find('(').unwrap_or(text.len()));
        let is_name =
            !name.is_empty() && name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
        if !is_name {
            return Err((
                format!("`{name}` is no name of a kfunc"),
                vec!["write `//go:linkname GONAME kfunc.NAME`".to_owned()],
            ));
        }
        let prototype = match (signature, kfuncs::by_name(name)) {
            ("", Some(kfunc)) => kfunc.prototype(),
            ("", None) => guess(function),
            _ => Prototype::parse(signature).ok_or_else(|| {
                (
                    format!("the prototype `{signature}` of kfunc `{name}` cannot be read"),
                    vec!["write it without spaces, such as `kfunc.bpf_task_from_pid(pid:s32)*task_struct`".to_owned()],
                )
            })?,
        };
        let is_guessed = signature.is_empty()
            && kfuncs::by_name(name).is_none()
            && (prototype.params.iter().map(|(_, ty)| ty))
                .chain([&prototype.result])
                .any(|ty| matches!(ty, CType::Pointer(_)));
        Ok(Self {
            name: name.to_owned(),
            prototype,
            is_guessed,
        })
    }
}

/// The arguments that Go code gives: without the context pointer that TinyGo hands to functions that are not `//export`ed.
pub(super) fn arguments<'m>(function: Value<'m>, call: Value<'m>) -> Vec<Value<'m>> {
    let mut args = call.args();
    let last = args.last().map(|arg| arg.kind());
    if function.name().contains('.') || matches!(last, Some(Kind::Undef | Kind::Poison)) {
        args.pop();
    }
    args
}

/// A prototype by the types that Go code has in registers.
fn guess(function: Value<'_>) -> Prototype {
    let ty = function.value_type();
    let mut params: Vec<_> = ty.param_types().into_iter().map(c_type).collect();
    params.pop();
    Prototype {
        params: params.into_iter().map(|ty| (String::new(), ty)).collect(),
        result: c_type(ty.return_type()),
    }
}

fn c_type(ty: Ty<'_>) -> CType {
    match (ty.kind(), ty.int_width()) {
        (TyKind::Void, _) => CType::Void,
        (_, Some(1)) => CType::Bool,
        (_, Some(bits)) => CType::Int {
            bits,
            signed: false,
        },
        _ => CType::Void.pointer(),
    }
}

fn unknown(symbol: &str) -> Fault {
    let local = local_name(symbol);
    let mut help: Vec<String> = kfuncs::suggest(local)
        .into_iter()
        .map(|near| format!("did you mean `{}`?", kfuncs::go_name(near)))
        .collect();
    help.push(format!(
        "a kfunc that is not in the table, such as a module's, is named with its prototype: `//go:linkname {local} kfunc.NAME(*task_struct,u32)s32`"
    ));
    (format!("no kfunc is known that `{local}` means"), help)
}
