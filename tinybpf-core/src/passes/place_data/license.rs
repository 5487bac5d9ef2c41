//! The licence that the kernel sees: what Go code has in the section for it, or what the options say.

use crate::{
    Position, Topic,
    llvm::{Linkage, Module, TyKind, Value},
    passes::{Cx, constant, position},
    section::rights::{GPL_COMPATIBLE, is_gpl_compatible},
    suggest::distance,
};

/// The section with the licence string, which the kernel requires (`bpf_prog_load` in `kernel/bpf/syscall.c`).
const LICENSE: &str = "license";

/// Takes the author's own licences out of the variables, and out of the module where nothing uses them.
pub(super) fn take<'m>(cx: &mut Cx<'_>, variables: &mut Vec<Value<'m>>) {
    for variable in variables.iter() {
        check_section(cx, *variable);
    }
    let is_license = |variable: &Value<'m>| variable.section().as_deref() == Some(LICENSE);
    let licenses: Vec<_> = variables.iter().copied().filter(is_license).collect();
    variables.retain(|variable| !licenses.contains(variable));
    let mut first = None;
    for license in &licenses {
        read(cx, *license, &mut first);
    }
    for license in licenses {
        license.set_section("");
        license.set_linkage(Linkage::Internal);
        if !license.is_used() {
            license.delete_variable();
        }
    }
}

/// The author's own licence: bytes, or a Go string. Several inputs may name one, the same.
fn read<'m>(cx: &mut Cx<'_>, variable: Value<'m>, first: &mut Option<Value<'m>>) {
    let Some(text) = text_of(variable) else {
        cx.error(
            Topic::Licence,
            position(variable),
            "the variable in section `license` does not hold a licence",
        )
        .help("write `var license = \"GPL\"` (or `Dual MIT/GPL`) below `//go:section license`");
        return;
    };
    check(cx, &text, position(variable));
    let other = first.replace(variable).and_then(|first| {
        let other = text_of(first)?;
        (other != text).then(|| (other, position(first)))
    });
    if let Some((other, at)) = other {
        let at = at.map(|p| format!(" at {p}")).unwrap_or_default();
        cx.error(
            Topic::Licence,
            position(variable),
            format!("the licence is \"{text}\" here and \"{other}\"{at}, and an object has one"),
        )
        .help("leave one of them out");
    }
    cx.license = Some(text);
}

/// Reports a licence that is meant as one of the GPL's and that the kernel does not take for it.
fn check(cx: &mut Cx<'_>, text: &str, place: Option<Position>) {
    let lower = text.to_ascii_lowercase();
    let is_meant = lower.starts_with("gpl") || lower.starts_with("dual") && lower.contains("gpl");
    if !is_meant || is_gpl_compatible(text) {
        return;
    }
    let known = GPL_COMPATIBLE;
    let same = known
        .iter()
        .find(|gpl| gpl.eq_ignore_ascii_case(text.trim()));
    cx.error(Topic::Licence,
        place,
        format!("the kernel does not take the licence \"{text}\" for compatible with the GPL, as it compares every letter, and refuses most helpers"),
    )
    .help(format!(
        "write \"{}\"; it knows {}",
        same.unwrap_or(&known[0]),
        known.map(|gpl| format!("\"{gpl}\"")).join(", ")
    ));
}

/// Reports a section that is meant to hold the licence.
fn check_section(cx: &mut Cx<'_>, variable: Value<'_>) {
    let Some(section) = variable.section() else {
        return;
    };
    let near = distance(&section.to_ascii_lowercase(), LICENSE);
    if section != LICENSE && near <= 2 {
        cx.error(Topic::Licence,
            position(variable),
            format!("no loader knows a section `{section}`, so the licence in it is lost; did you mean \"{LICENSE}\"?"),
        )
        .help(format!("write `//go:section {LICENSE}`"));
    }
}

fn text_of(variable: Value<'_>) -> Option<String> {
    let initializer = variable.initializer()?;
    let bytes = if variable.value_type().kind() == TyKind::Struct {
        let len = initializer.element(1)?.as_u64()? as usize;
        let text = initializer.element(0)?.initializer_of_variable()?;
        bytes_of(text).map(|bytes| bytes[..len.min(bytes.len())].to_vec())
    } else {
        bytes_of(initializer)
    };
    let text = bytes?.split(|b| *b == 0).next()?.to_vec();
    String::from_utf8(text).ok().filter(|text| !text.is_empty())
}

fn bytes_of(constant: Value<'_>) -> Option<Vec<u8>> {
    let (_, len) = constant.ty().array()?;
    constant::bytes(constant, len)
}

/// Adds the licence to the module.
pub(super) fn add(cx: &mut Cx<'_>, module: &Module<'_>) {
    if let (None, Some(text)) = (&cx.license, &cx.options.license) {
        check(cx, text, None);
    }
    let text = cx.license.get_or_insert_with(|| {
        cx.options
            .license
            .clone()
            .unwrap_or_else(|| "GPL".to_owned())
    });
    let mut bytes = text.clone().into_bytes();
    bytes.push(0);
    let value = module.const_bytes(&bytes);
    let variable = module.add_variable("_license", value.ty());
    variable.set_initializer(value);
    variable.set_section(LICENSE);
    variable.set_alignment(1);
}
