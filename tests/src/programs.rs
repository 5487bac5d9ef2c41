//! The Go programs of the tests, compiled once per process.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError},
};

use tinybpf_build::tinygo::{Request, Runtime, TinyGo, whole_ir};
use tinybpf_core::{Input, Object, Options};

use crate::{core_types, testdata, tinygo};

/// The workspace.
#[must_use]
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package is in the workspace")
}

/// The folders of the Go packages that hold the tests' programs.
#[must_use]
pub fn cases() -> Vec<PathBuf> {
    folders(&testdata("programs"), "main.go", 18)
}

/// The folders in a folder of `testdata`, by name: Go packages, and so many at least.
#[must_use]
pub fn packages(folder: &str, least: usize) -> Vec<PathBuf> {
    folders(&testdata(folder), ".", least)
}

/// The folders of the examples, each with its Go package in `bpf`.
#[must_use]
pub fn examples() -> Vec<PathBuf> {
    folders(&workspace().join("examples"), "bpf", 13)
}

/// The folders in a folder that have something inside, by name.
fn folders(folder: &Path, inside: &str, least: usize) -> Vec<PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.join(inside).exists())
        .collect();
    found.sort();
    assert!(found.len() >= least, "only {found:?}");
    found
}

/// What TinyGo makes of a package.
#[derive(Clone)]
struct Compiled {
    bitcode: Vec<u8>,
    whole: Vec<u8>,
}

type Compilations = HashMap<(PathBuf, Runtime), Arc<OnceLock<Compiled>>>;

/// The bitcode of a Go package: a name in `testdata/programs`, or a path. `None` without TinyGo.
pub fn bitcode(package: impl AsRef<Path>, runtime: Runtime) -> Option<Vec<u8>> {
    Some(compiled(package.as_ref(), runtime)?.bitcode)
}

/// A Go package, to be compiled with all that it has. `None` without TinyGo.
fn package(package: impl AsRef<Path>, runtime: Runtime) -> Option<Input> {
    let name = package.as_ref().display().to_string();
    let Compiled { bitcode, whole } = compiled(package.as_ref(), runtime)?;
    let [code, whole] = [bitcode, whole].map(|data| Input::Bytes {
        name: name.clone(),
        data,
    });
    Some(Input::package(code, whole))
}

fn compiled(package: &Path, runtime: Runtime) -> Option<Compiled> {
    static DONE: LazyLock<Mutex<Compilations>> = LazyLock::new(Mutex::default);
    let tinygo = tinygo()?;
    let package = testdata("programs").join(package);
    let cell = DONE
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .entry((package.clone(), runtime))
        .or_default()
        .clone();
    Some(
        cell.get_or_init(|| run(tinygo, &package, runtime, &[]))
            .clone(),
    )
}

/// The bitcode of a Go package when TinyGo gets these arguments too. `None` without TinyGo.
pub fn bitcode_with(
    package: impl AsRef<Path>,
    runtime: Runtime,
    args: &[String],
) -> Option<Vec<u8>> {
    let package = testdata("programs").join(package);
    Some(run(tinygo()?, &package, runtime, args).bitcode)
}

fn run(tinygo: &TinyGo, package: &Path, runtime: Runtime, args: &[String]) -> Compiled {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let output = folder.path().join("program.bc");
    let request = Request {
        package,
        tags: &[],
        args,
        endian: tinybpf_build::tinygo::Endian::Little,
        runtime,
        output: &output,
    };
    tinygo
        .compile(&request)
        .unwrap_or_else(|error| panic!("{}: {error}", package.display()));
    let read = |path: &Path| fs::read(path).expect("TinyGo wrote the bitcode and the whole IR");
    Compiled {
        bitcode: read(&output),
        whole: read(&whole_ir(&output)),
    }
}

/// The object of a Go package with the default options. `None` without TinyGo.
pub fn object(package: impl AsRef<Path>) -> Option<Object> {
    object_with(package, &Options::default(), Runtime::Bpf)
}

/// The object of a Go package. `None` without TinyGo.
pub fn object_with(
    package: impl AsRef<Path>,
    options: &Options,
    runtime: Runtime,
) -> Option<Object> {
    let name = package.as_ref().display().to_string();
    let input = self::package(&package, runtime)?;
    let mut options = options.clone();
    options.core_types = core_types(&testdata("programs").join(package))?;
    let object = tinybpf_core::compile(&[input], &options);
    Some(object.unwrap_or_else(|error| panic!("{name}: {error}")))
}
