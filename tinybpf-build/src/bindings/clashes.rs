//! Names that differ in Go and not in Rust, such as `limit` and `Limit`.

use std::collections::BTreeMap;

use tinybpf_core::{Diagnostic, Object, Position, Severity, Topic};

use super::{
    Input,
    names::snake,
    text::{code, origin},
};

/// What has the Rust name of another, which user code would take for it. A number behind one of the names would be no help: which one
/// gets it changes with the next declaration.
pub(crate) fn clashes(object: &Object, input: &Input) -> Vec<Diagnostic> {
    let programs = object.programs.iter();
    let programs = programs.map(|program| (&program.name, &program.position));
    let maps = object.maps.iter().map(|map| (&map.name, &map.position));
    let sections = object.data_sections.iter();
    let variables = sections
        .flat_map(|section| &section.variables)
        .map(|variable| (&variable.name, &variable.position));
    let mut findings = among("programs", input, programs);
    findings.extend(among("maps", input, maps));
    findings.extend(among("variables", input, variables));
    findings
}

fn among<'a>(
    what: &str,
    input: &Input,
    named: impl Iterator<Item = (&'a String, &'a Option<Position>)>,
) -> Vec<Diagnostic> {
    let (mut known, mut findings) = (BTreeMap::new(), Vec::new());
    for (name, position) in named {
        let rust = snake(name);
        let other = known
            .entry(rust.clone())
            .or_insert_with(|| (name, origin(position.as_ref(), input)));
        if other.0 == name {
            continue;
        }
        findings.push(Diagnostic {
            severity: Severity::Error,
            topic: Topic::NameClash,
            position: position.clone(),
            message: format!(
                "the {what} {}{} and {} have one name in the bindings, `{rust}`",
                code(other.0),
                other.1,
                code(name)
            ),
            help: vec!["rename one of them".to_owned()],
        });
    }
    findings
}
