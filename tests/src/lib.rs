//! What the tests of the whole way from Go to BPF share.

#[cfg(target_os = "linux")]
mod cgroup;
mod containers;
#[cfg(target_os = "linux")]
pub mod differential;
pub mod expect;
pub mod generate;
mod go;
pub mod guide;
#[cfg(target_os = "linux")]
mod kernel;
pub mod methods;
mod parallel;
mod programs;
pub mod random;
#[cfg(target_os = "linux")]
pub mod refusal;
#[cfg(target_os = "linux")]
pub mod rules;
#[cfg(target_os = "linux")]
pub mod tables;
mod tools;

use std::{env, fmt::Display, path::PathBuf};

#[cfg(target_os = "linux")]
pub use cgroup::Cgroup;
pub use containers::{archive, embedded};
pub use go::{compile, compile_with, core_types, tinygo};
#[cfg(target_os = "linux")]
pub use kernel::{Call, Loaded, Pins, UNTOUCHED, aya_refuses, can_load, load_program};
pub use parallel::in_parallel;
pub use programs::{
    bitcode, bitcode_with, cases, examples, object, object_with, packages, workspace,
};
pub use tools::{command, run};

/// What a test needs, or `None` with a line on standard error that says why the test did not run.
///
/// # Panics
/// Where `TINYBPF_TEST_REQUIRE=1` asks for every test to run.
#[track_caller]
pub fn require<T>(what: Result<T, impl Display>) -> Option<T> {
    match what {
        Ok(found) => Some(found),
        Err(why) => {
            let required = env::var_os("TINYBPF_TEST_REQUIRE").is_some_and(|value| value == "1");
            assert!(!required, "every test has to run: {why}");
            eprintln!("not run: {why}");
            None
        }
    }
}

/// A file or folder in `tests/testdata`.
#[must_use]
pub fn testdata(path: &str) -> PathBuf {
    workspace().join("tests/testdata").join(path)
}

/// The Rust in the guide, compiled as tests of documentation.
#[cfg(doctest)]
mod book {
    macro_rules! pages {
        ($($page:ident $path:literal)*) => {
            $(#[doc = include_str!(concat!("../../docs/src/", $path))] struct $page;)*
        };
    }

    pages! {
        FromC "from-c.md"
        GettingStarted "getting-started.md"
        Inspecting "inspecting.md"
        Publishing "publishing.md"
    }
}
