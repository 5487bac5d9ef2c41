//! From a Go package to an object.

use std::{env, path::Path, sync::LazyLock};

use tinybpf_build::{
    Error,
    tinygo::{Request, Runtime, TinyGo, whole_ir},
};
use tinybpf_core::{CoreType, Diagnostic, Input, Object, Options};

use crate::require;

/// The machine's TinyGo.
pub fn tinygo() -> Option<&'static TinyGo> {
    static FOUND: LazyLock<Result<TinyGo, Error>> =
        LazyLock::new(|| TinyGo::find(None, &|name| env::var_os(name)));
    require(FOUND.as_ref())
}

/// Compiles a Go package; the error is what the author of the package is told.
///
/// # Panics
/// On every failure that is not the package's fault.
pub fn compile(
    tinygo: &TinyGo,
    package: &Path,
    runtime: Runtime,
    options: &Options,
) -> Result<Object, Vec<Diagnostic>> {
    compile_with(tinygo, package, runtime, &[], options)
}

/// Compiles a Go package with more arguments for TinyGo; the error is what the author of the package is told.
///
/// # Panics
/// On every failure that is not the package's fault.
pub fn compile_with(
    tinygo: &TinyGo,
    package: &Path,
    runtime: Runtime,
    args: &[String],
    options: &Options,
) -> Result<Object, Vec<Diagnostic>> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let request = Request {
        package,
        tags: &[],
        args,
        endian: tinybpf_build::tinygo::Endian::Little,
        runtime,
        output: &folder.path().join("program.bc"),
    };
    let bitcode = match tinygo.compile(&request) {
        Ok(path) => path,
        Err(Error::Rejected(findings)) => return Err(findings),
        Err(error) => panic!("{}: {error}", package.display()),
    };
    let mut options = options.clone();
    options.core_types = match tinygo.core_types(package, &[]) {
        Ok(types) => types,
        Err(Error::Rejected(findings)) => return Err(findings),
        Err(error) => panic!("{}: {error}", package.display()),
    };
    let whole = whole_ir(&bitcode);
    let input = Input::package(bitcode, whole);
    match tinybpf_core::compile(&[input], &options) {
        Ok(object) => Ok(object),
        Err(tinybpf_core::Error::Rejected(findings)) => Err(findings),
        Err(error) => panic!("{}: {error}", package.display()),
    }
}

/// What the sources of a Go package say of CO-RE types. `None` without TinyGo.
///
/// # Panics
/// If they cannot be read.
pub fn core_types(package: &Path) -> Option<Vec<CoreType>> {
    let types = tinygo()?.core_types(package, &[]);
    Some(types.unwrap_or_else(|error| panic!("{}: {error}", package.display())))
}
