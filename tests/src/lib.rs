//! What the tests share: the machine's tools, the Go programs of `testdata/programs` compiled, and calls of them in the
//! kernel.

pub mod expect;
mod go;
#[cfg(target_os = "linux")]
mod kernel;
mod programs;

use std::{env, fmt::Display, path::PathBuf};

pub use go::compile;
#[cfg(target_os = "linux")]
pub use kernel::{Call, Loaded, UNTOUCHED, can_load, command};
pub use programs::{CASES, bitcode, examples, object, object_with, root_folder, tinygo};

/// What a test needs, or `None` after saying why the test does not run. Where `TINYBPF_TEST_REQUIRE` is set, as in CI,
/// a missing thing is a failure.
#[track_caller]
pub fn require<T>(what: Result<T, impl Display>) -> Option<T> {
    match what {
        Ok(found) => Some(found),
        Err(why) => {
            assert!(
                env::var_os("TINYBPF_TEST_REQUIRE").is_none(),
                "TINYBPF_TEST_REQUIRE is set, and this cannot run: {why}"
            );
            eprintln!("not run: {why}");
            None
        }
    }
}

/// A file or folder in `tests/testdata`.
#[must_use]
pub fn testdata(path: &str) -> PathBuf {
    root_folder().join("tests/testdata").join(path)
}
