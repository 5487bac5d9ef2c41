//! Formats that the kernel takes none of: the helper writes nothing then, and says so only by its result.

use super::{helper, place, within};
use crate::{
    Topic, counted,
    helpers::{
        Helper, Ret,
        formats::{Prints, Verb, verbs},
    },
    llvm::{Kind, Module, Op, Value},
    passes::{Cx, constant, lower_helpers::ADDRESSES},
};

pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>, call: Value<'_>) {
    let Some(helper) = helper(call) else { return };
    let Some((index, size)) = helper.format() else {
        return;
    };
    let args = call.args();
    let (Some(address), size) = (args.get(index), size.and_then(|size| args.get(size))) else {
        return;
    };
    let size = size.and_then(|size| size.as_u64());
    let Some(format) = bytes_at(module, *address, size) else {
        return;
    };
    let name = helper.go_name();
    if size.is_some_and(|size| size > 0) && !format.contains(&0) {
        cx.warning(Topic::PrintFormat,
            place(call),
            format!("the format of `{name}` has no zero byte at its end, without which the kernel takes none: nothing is written"),
        )
        .help("write it as `\"… \\x00\"`: Go's strings, unlike C's, end without one");
    }
    let verbs = verbs(&format);
    if let Some((message, help)) = wrong(helper, &format, &verbs, &args) {
        cx.error(Topic::PrintFormat, place(call), message)
            .help(help);
    }
}

/// The bytes of a constant text, as many as the size says, or all.
fn bytes_at(module: &Module<'_>, address: Value<'_>, size: Option<u64>) -> Option<Vec<u8>> {
    let is_text = |text: &Value<'_>| text.kind() == Kind::Variable && text.is_global_constant();
    let (text, start) = within(module, address).filter(|(text, _)| is_text(text))?;
    let start = u64::try_from(start).ok()?;
    let room = module.size_of(text.value_type()).saturating_sub(start);
    let text = text.initializer()?;
    let byte = |at| constant::word(module, text, at, 1).and_then(constant::Word::number);
    let end = start + size.map_or(room, |size| size.min(room));
    (start..end)
        .map(|at| byte(at).and_then(|byte| u8::try_from(byte).ok()))
        .collect()
}

/// What the kernel does not take, and what to write instead.
fn wrong(
    helper: &Helper,
    format: &[u8],
    verbs: &[Verb],
    args: &[Value<'_>],
) -> Option<(String, String)> {
    let name = helper.go_name();
    if let Some(fault) = verbs.iter().find_map(|verb| unknown(verb, format)) {
        return Some(fault);
    }
    let given = given(helper, args);
    if given.is_some_and(|given| verbs.len() > given) {
        let given = given.unwrap_or_default();
        return Some((
            format!(
                "the format of `{name}` has {}, and the call gives {}",
                counted(verbs.len(), "verb"),
                counted(given, "value")
            ),
            "pass a value for each verb".to_owned(),
        ));
    }
    if !helper.variadic {
        return None;
    }
    let values = args[helper.params.len()..].iter();
    let mut texts = verbs.iter().zip(values);
    let (verb, _) =
        texts.find(|(verb, value)| verb.prints() == Some(Prints::Text) && is_number(**value))?;
    Some((
        format!(
            "`{}` of `{name}` is given a number, and reads a text from the address that it is given",
            verb.text(format)
        ),
        "print it with `%d`, or pass the address of a text: `uint64(uintptr(unsafe.Pointer(&name)))`"
            .to_owned(),
    ))
}

/// What is wrong with a verb by itself.
pub(in crate::passes) fn unknown(verb: &Verb, format: &[u8]) -> Option<(String, String)> {
    const KNOWN: &str = "it knows %d, %i, %u, %x and %X, with `l` or `ll` for 64 bits, %c, %s, and %p with its kinds, such as %pI4";
    let text = verb.text(format);
    if verb.prints().is_none() {
        let is_float = matches!(verb.conversion.as_str(), "f" | "F" | "e" | "E" | "g" | "G");
        let help = match is_float || verb.conversion == "." {
            true => {
                "it prints no floating-point numbers and no precision: print integers, such as thousandths"
            }
            false => KNOWN,
        };
        return Some((
            format!("the kernel knows no verb `{text}`, and takes no format with one"),
            help.to_owned(),
        ));
    }
    verb.runs_on(format).then(|| {
        (
            format!("a letter or digit follows `{text}`, and the kernel takes no such format"),
            format!("put a space or a sign behind `{text}`"),
        )
    })
}

/// How many values a call gives, where that is known.
fn given(helper: &Helper, args: &[Value<'_>]) -> Option<usize> {
    if helper.variadic {
        return Some(args.len() - helper.params.len());
    }
    let size = helper.params.iter().position(|p| p.name == "data_len")?;
    usize::try_from(args.get(size)?.as_u64()? / 8).ok()
}

/// Whether a value is certainly no address: a constant, or a number of fewer bits.
fn is_number(value: Value<'_>) -> bool {
    match value.op() {
        Op::ZExt | Op::SExt | Op::Trunc => true,
        Op::Call => helper(value)
            .is_some_and(|by| matches!(by.ret, Ret::Int { .. }) && !ADDRESSES.contains(&by.name)),
        _ => value.ty().is_int() && value.as_u64().is_some(),
    }
}
