//! What a scenario is.

use std::{error::Error, fmt};

use tinybpf_build::Builder;
use tinybpf_core::{KernelVersion, section};

use crate::bpf::Bpf;

/// Of a scenario, or of a step in it.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// An object, and what is done with it on each kernel with each loader.
pub(crate) struct Scenario {
    /// How the table calls it.
    pub(crate) name: &'static str,
    /// The folder of its Go package: an example's or one of `tests/testdata/programs`, below the workspace.
    pub(crate) package: &'static str,
    /// The first kernel of ours that has all it needs, where the object does not say so, and which of its needs that is.
    pub(crate) since: Option<(KernelVersion, &'static str)>,
    /// A loader that cannot do it, and why.
    pub(crate) without: Option<(Loader, &'static str)>,
    /// The folder of another package, whose object the machine has as `NAME.beside.o`.
    pub(crate) beside: Option<&'static str>,
    /// What the builder is to be told beside the package.
    pub(crate) build: Option<fn(&mut Builder)>,
    /// Loads, attaches, triggers, checks.
    pub(crate) run: fn(&mut Bpf) -> Outcome,
}

impl Scenario {
    pub(crate) const fn new(
        name: &'static str,
        package: &'static str,
        run: fn(&mut Bpf) -> Outcome,
    ) -> Self {
        Self {
            name,
            package,
            since: None,
            without: None,
            beside: None,
            build: None,
            run,
        }
    }

    /// Kernels before this one lack what the scenario needs, and the object does not show it.
    pub(crate) const fn since(mut self, major: u16, minor: u16, what: &'static str) -> Self {
        self.since = Some((KernelVersion::new(major, minor), what));
        self
    }

    /// It needs a second object.
    pub(crate) const fn beside(mut self, package: &'static str) -> Self {
        self.beside = Some(package);
        self
    }

    /// A loader cannot do this.
    pub(crate) const fn without(mut self, loader: Loader, why: &'static str) -> Self {
        self.without = Some((loader, why));
        self
    }

    /// The builder needs more than the package.
    #[expect(dead_code)]
    pub(crate) const fn build(mut self, build: fn(&mut Builder)) -> Self {
        self.build = Some(build);
        self
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loader {
    Aya,
    Libbpf,
}

impl Loader {
    pub(crate) const ALL: [Self; 2] = [Self::Aya, Self::Libbpf];

    /// As the table of sections calls it.
    pub(crate) fn of_sections(self) -> section::Loader {
        match self {
            Self::Aya => section::Loader::Aya,
            Self::Libbpf => section::Loader::Libbpf,
        }
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Aya => "aya",
            Self::Libbpf => "libbpf",
        }
    }
}

impl fmt::Display for Loader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// An error where something is not as it should be.
pub(crate) fn expect<T: PartialEq<U> + fmt::Debug, U: fmt::Debug>(
    what: &str,
    found: T,
    expected: U,
) -> Outcome {
    if found == expected {
        return Ok(());
    }
    Err(format!("{what}: {found:?} in place of {expected:?}").into())
}
