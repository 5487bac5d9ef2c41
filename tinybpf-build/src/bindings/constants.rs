//! The constants of package main that are not among those of a type.

use std::fmt::Write;

use super::{
    Constant, Input,
    text::{code, integer, origin},
    types::Names,
};
use crate::tinygo::{Exported, Plain};

/// The constants, in the order of the sources, and what is said about them.
pub(super) fn find(names: &Names, input: &Input) -> (String, Vec<Constant>) {
    let all = input.declarations.exported.iter();
    let mut all: Vec<(&String, &Exported)> = all
        .filter(|(_, exported)| !exported.of.as_ref().is_some_and(|of| names.lists(of)))
        .collect();
    all.sort_by_key(|(_, exported)| (&exported.position.file, exported.position.line));
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    for (name, exported) in all {
        let Some(value) = &exported.value else {
            unknown.push(code(name));
            continue;
        };
        let (ty, value) = rust(value);
        found.push(Constant {
            wish: name.clone(),
            ty,
            value,
            doc: format!(
                "{} in Go{}.",
                code(name),
                origin(Some(&exported.position), input)
            ),
        });
    }
    let mut doc = "The constants that the package exports.".to_owned();
    if !unknown.is_empty() {
        _ = write!(
            doc,
            "\n///\n/// Not among them, as floating-point numbers or more than arithmetic gives their values: {}.",
            unknown.join(", ")
        );
    }
    (doc, found)
}

/// The type and the value as Rust writes them.
fn rust(value: &Plain) -> (String, String) {
    match value {
        Plain::Integer {
            value,
            bits,
            signed,
        } => (
            format!("{}{bits}", if *signed { 'i' } else { 'u' }),
            integer(*value),
        ),
        Plain::Bool(is) => ("bool".to_owned(), is.to_string()),
        Plain::Text(text) => ("&str".to_owned(), format!("{text:?}")),
    }
}
