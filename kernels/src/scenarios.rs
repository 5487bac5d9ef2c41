//! All scenarios: a file for each family, with its rows in `ALL`.

mod core;
mod examples;
mod functions;
mod iterators;
mod ksyms;
mod maps;
mod objects;
mod packages;
mod packets;
mod rtnetlink;
pub(crate) mod sections;
mod struct_ops;
mod tracing;
mod triggers;
mod watchers;

use crate::{bpf::Bpf, scenario::Scenario};

/// A file's rows.
const FILES: &[&[Scenario]] = &[
    packets::ALL,
    examples::ALL,
    watchers::ALL,
    tracing::ALL,
    functions::ALL,
    iterators::ALL,
    ksyms::ALL,
    maps::ALL,
    objects::ALL,
    core::ALL,
    struct_ops::ALL,
    packages::ALL,
];

/// What is done with the objects of packages that have no scenario.
pub(crate) const LOAD: &Scenario = &Scenario::new("load", "", Bpf::load);

pub(crate) fn all() -> impl Iterator<Item = &'static Scenario> {
    FILES.iter().copied().flatten()
}

/// The scenario of a case.
pub(crate) fn find(name: &str) -> &'static Scenario {
    if name.starts_with(sections::PREFIX) {
        return sections::SECTION;
    }
    all().find(|scenario| scenario.name == name).unwrap_or(LOAD)
}
