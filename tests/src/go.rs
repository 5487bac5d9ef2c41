//! From a Go package to an object.

use std::{env, path::Path};

use tinybpf_build::{
    Error,
    tinygo::{Request, Runtime, TinyGo},
};
use tinybpf_core::{Diagnostic, Input, Object, Options};

/// TinyGo, or `None` with a line on standard error that says why the test did not run.
///
/// # Panics
/// Where `TINYBPF_TEST_REQUIRE=1` asks for every test to run.
pub fn tinygo() -> Option<TinyGo> {
    match TinyGo::find(None, &|name| env::var_os(name)) {
        Ok(tinygo) => Some(tinygo),
        Err(error) => {
            let required = env::var_os("TINYBPF_TEST_REQUIRE").is_some_and(|value| value == "1");
            assert!(!required, "{error}");
            eprintln!("not run: {error}");
            None
        }
    }
}

/// Compiles a Go package; the error is what the author of the package is told.
///
/// # Panics
/// On every failure that is not the package's fault.
pub fn compile(
    tinygo: &TinyGo,
    package: &Path,
    runtime: Runtime,
) -> Result<Object, Vec<Diagnostic>> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let request = Request {
        package,
        tags: &[],
        args: &[],
        runtime,
        output: &folder.path().join("program.bc"),
    };
    let bitcode = match tinygo.compile(&request) {
        Ok(path) => path,
        Err(Error::Rejected(findings)) => return Err(findings),
        Err(error) => panic!("{}: {error}", package.display()),
    };
    match tinybpf_core::compile(&[Input::from(bitcode)], &Options::default()) {
        Ok(object) => Ok(object),
        Err(tinybpf_core::Error::Rejected(findings)) => Err(findings),
        Err(error) => panic!("{}: {error}", package.display()),
    }
}
