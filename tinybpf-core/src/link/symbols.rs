//! Who defines what: names that clash, and names that one input declares and another one defines.

use std::collections::{BTreeMap, BTreeSet};

use super::Part;
use crate::{
    Topic,
    llvm::{Linkage, Metadata, Value, slot},
    names::{c_name, local_name, package},
    passes::{Cx, is_map, is_users, position},
};

/// A global of one of the parts.
struct Symbol<'p> {
    part: usize,
    value: Value<'p>,
}

/// All globals that parts show to each other, by name.
#[derive(Default)]
struct Symbols<'p> {
    /// What only one part may define.
    defined: BTreeMap<String, Vec<Symbol<'p>>>,
    /// What is used without being defined in the same part.
    wanted: BTreeMap<String, Vec<Symbol<'p>>>,
    /// The Go packages' variables by the names that loaders see.
    variables: BTreeMap<String, Vec<Symbol<'p>>>,
    /// What each part has of the user's other Go packages, of which one copy stays.
    shared: BTreeMap<String, Vec<Symbol<'p>>>,
}

/// Gives Go's variables the names under which other parts declare them, and returns the functions that are no programs though
/// other parts can call them. Reports names that two parts define, of which only the first part shows its own to the others then.
pub(super) fn resolve(cx: &mut Cx<'_>, parts: &[Part<'_>]) -> BTreeSet<String> {
    let mut found = Symbols::default();
    for (index, part) in parts.iter().enumerate() {
        collect(&mut found, index, part);
    }
    for (name, symbols) in &found.defined {
        if let [first, others @ ..] = &symbols[..] {
            for other in others {
                report_twice(cx, parts, name, first, other);
                other.value.set_linkage(Linkage::Internal);
            }
        }
    }
    for (name, symbols) in &found.shared {
        check_same(cx, parts, name, symbols);
    }
    for name in found.wanted.keys() {
        if found.defined.contains_key(name) {
            continue;
        }
        if let Some([first, others @ ..]) = found.variables.get(name).map(Vec::as_slice) {
            for other in others {
                report_twice(cx, parts, name, first, other);
            }
            first.value.set_name(name);
            first.value.set_linkage(Linkage::External);
        }
    }
    let is_subprogram = |(name, symbols): (String, Vec<Symbol<'_>>)| {
        let is_twice = symbols.len() > 1;
        let symbol = symbols.into_iter().next()?;
        let no_program = symbol.value.is_function()
            && symbol.value.section().is_none()
            && !cx.options.sections.contains_key(&name);
        let is_called =
            parts[symbol.part].is_foreign || is_twice || found.wanted.contains_key(&name);
        (no_program && is_called).then_some(name)
    };
    found
        .defined
        .into_iter()
        .filter_map(is_subprogram)
        .collect()
}

fn collect<'p>(found: &mut Symbols<'p>, index: usize, part: &'p Part<'_>) {
    let module = &part.module;
    for value in module.functions().into_iter().chain(module.variables()) {
        let name = value.name();
        if name.starts_with("llvm.") || value.is_intrinsic() {
            continue;
        }
        let symbol = Symbol { part: index, value };
        if value.is_declaration() {
            if value.is_used() {
                found.wanted.entry(name).or_default().push(symbol);
            }
            continue;
        }
        match value.linkage() {
            Linkage::External if part.is_foreign || package(&name).is_none() => {
                found.defined.entry(name).or_default().push(symbol);
            }
            Linkage::LinkOnceOdr if is_users(&name) => {
                found.shared.entry(name).or_default().push(symbol);
            }
            _ if !part.is_foreign && !value.is_function() => {
                if let Some(seen) = seen_by_loaders(part, value) {
                    found.variables.entry(seen).or_default().push(symbol);
                }
            }
            _ => {}
        }
    }
}

/// The name that loaders will see of a variable of package `main`.
fn seen_by_loaders(part: &Part<'_>, variable: Value<'_>) -> Option<String> {
    let module = &part.module;
    let info = variable
        .variable_debug_info()
        .and_then(Metadata::variable)?;
    let go_name = info.operand(module, slot::VARIABLE_NAME)?.string(module)?;
    Some(if is_map(module, variable) {
        local_name(&go_name).to_owned()
    } else {
        c_name(&go_name)
    })
}

/// Two parts define the same name.
fn report_twice(
    cx: &mut Cx<'_>,
    parts: &[Part<'_>],
    name: &str,
    first: &Symbol<'_>,
    second: &Symbol<'_>,
) {
    let what = match second.value.is_function() {
        true => "function",
        false => "variable",
    };
    cx.error(
        Topic::NameClash,
        position(second.value),
        format!(
            "{what} `{name}` of {} is defined in {} too",
            parts[second.part].name,
            place(parts, first)
        ),
    )
    .help(
        "rename one of them, or define it in one place and declare it in the other: in Go with `//export NAME` above a function \
         without a body or `//go:extern NAME` above a variable, in C with `extern`",
    );
}

/// Reports what two parts have of different packages under one import path, of which only one would be used.
fn check_same(cx: &mut Cx<'_>, parts: &[Part<'_>], name: &str, symbols: &[Symbol<'_>]) {
    let file = |symbol: &Symbol<'_>| position(symbol.value).map(|position| position.file);
    let [first, others @ ..] = symbols else {
        return;
    };
    let Some(other) = others.iter().find(|other| file(other) != file(first)) else {
        return;
    };
    cx.error(
        Topic::NameClash,
        position(other.value),
        format!(
            "`{name}` is another one than in {}, and an object cannot hold two packages of one import path",
            place(parts, first)
        ),
    )
    .help("give the Go modules different names in their go.mod");
}

/// Where a symbol is defined: its line, or else its input.
fn place(parts: &[Part<'_>], symbol: &Symbol<'_>) -> String {
    let input = &parts[symbol.part].name;
    match position(symbol.value) {
        Some(position) => format!("{input} ({position})"),
        None => input.clone(),
    }
}
