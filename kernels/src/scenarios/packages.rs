//! Packages of the tests that not every kernel can load.

use crate::{
    bpf::Bpf,
    scenario::{Loader, Scenario},
};

pub(super) const ALL: &[Scenario] = &[
    Scenario::new("atomics", "tests/testdata/programs/atomics", Bpf::load),
    Scenario::new("held", "tests/testdata/programs/held", Bpf::load)
        .without(Loader::Aya, "programs in a program array from the start"),
    Scenario::new("kptrs", "tests/testdata/programs/kptrs", Bpf::load),
    Scenario::new("types", "tests/testdata/programs/types", Bpf::load),
];
