//! Packages of the tests that not every kernel can load.

use crate::{bpf::Bpf, scenario::Scenario};

pub(super) const ALL: &[Scenario] = &[
    Scenario::new("atomics", "tests/testdata/programs/atomics", Bpf::load).since(
        5,
        12,
        "atomic operations with a result",
    ),
    Scenario::new("types", "tests/testdata/programs/types", Bpf::load).since(
        5,
        18,
        "XDP programs for packets in fragments",
    ),
];
