//! What a scenario is.

use std::{error::Error, fmt, str::FromStr};

use tinybpf_build::Builder;

use crate::bpf::Bpf;

/// Of a scenario, or of a step in it.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// An object, and what is done with it on each kernel with each loader.
pub(crate) struct Scenario {
    /// How the table calls it.
    pub(crate) name: &'static str,
    /// The folder of its Go package: an example's or one of `tests/testdata/programs`, below the workspace.
    pub(crate) package: &'static str,
    /// The first kernel that has all it needs, and which of its needs that is.
    pub(crate) since: Option<(Version, &'static str)>,
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

    /// Kernels before this one lack what the scenario needs.
    pub(crate) const fn since(mut self, major: u16, minor: u16, what: &'static str) -> Self {
        self.since = Some((Version(major, minor), what));
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

/// A kernel's version, without what changes weekly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(pub(crate) u16, pub(crate) u16);

impl FromStr for Version {
    type Err = String;

    fn from_str(release: &str) -> Result<Self, String> {
        let number = |text: Option<&str>| text?.parse().ok();
        let mut parts = release.split(['.', '-', '+', '~']);
        match (number(parts.next()), number(parts.next())) {
            (Some(major), Some(minor)) => Ok(Self(major, minor)),
            _ => Err(format!("{release:?} is not a kernel's release")),
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loader {
    Aya,
    Libbpf,
}

impl Loader {
    pub(crate) const ALL: [Self; 2] = [Self::Aya, Self::Libbpf];

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
