//! TinyGo: where it is, which Go it works with, and how it turns a Go package into LLVM bitcode.

mod compile;
mod core_types;
mod directives;
mod dirs;
mod exports;
mod find;
mod go;
mod identity;
mod lexer;
mod overlay;
mod report;
mod sources;
mod version;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use tinybpf_core::CoreType;

pub(crate) use self::{
    core_types::{Constant, Declarations, Enumeration, Exported, Plain},
    find::which_all,
    identity::{file_identity, go_env_file},
    sources::Sources,
};
use self::{dirs::Dirs, go::Go};
pub use self::{
    dirs::{cache_dir, data_dir},
    version::Version,
};
#[cfg(feature = "cli")]
pub(crate) use self::{find::find_tinygo, go::find_go};
use crate::Error;
pub use tinybpf_core::Endian;

/// Reads an environment variable. A build script passes a function that also tells Cargo about the read.
pub type Env<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// The Go runtime that is compiled into the bitcode. The object that comes out at the end is the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Runtime {
    /// The one made for BPF that this crate ships, laid over the user's TinyGo: five times faster to compile. With a
    /// TinyGo version that the tests do not cover, the stock runtime takes its place.
    #[default]
    Bpf,
    /// The one that comes with TinyGo.
    Stock,
}

/// One compilation: what to compile and where to put the bitcode.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The folder of the Go package (`package main`).
    pub package: &'a Path,
    /// Build tags beside `tinygo` and `tinybpf`, which are always set.
    pub tags: &'a [String],
    /// Arguments for `tinygo build` after ours, so that they win.
    pub args: &'a [String],
    /// The byte order of the machine that will run the programs, which `binary.NativeEndian` of Go follows.
    pub endian: Endian,
    /// Which runtime to compile in.
    pub runtime: Runtime,
    /// Where the bitcode goes; the name ends in `.bc` and the folder exists.
    pub output: &'a Path,
}

/// Where [`TinyGo::compile`] puts the whole IR of the package that it compiles to `output`, for
/// [`Input::Package`](tinybpf_core::Input::Package).
#[must_use]
pub fn whole_ir(output: &Path) -> PathBuf {
    output.with_extension("whole.ll")
}

/// A TinyGo that can be used, with the Go that it works with.
#[derive(Clone, Debug)]
pub struct TinyGo {
    path: PathBuf,
    version: Version,
    llvm: String,
    root: PathBuf,
    go: Go,
    dirs: Dirs,
}

impl TinyGo {
    /// The `tinygo` command.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// TinyGo's version.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The version of the LLVM inside TinyGo, such as `19.1.2`: its bitcode needs an LLVM at least as new.
    pub fn llvm_version(&self) -> &str {
        &self.llvm
    }

    /// TinyGo's root, with its sources and targets.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The `go` command that TinyGo is run with.
    pub fn go(&self) -> &Path {
        self.go.path()
    }

    /// Finds TinyGo (`setting` → `TINYGO` → `PATH` → [`data_dir`] → usual install places) and Go.
    ///
    /// # Errors
    ///
    /// [`Error::Toolchain`] when there is none, or none of a usable version; it says what was looked for, where, and
    /// how to get it.
    pub fn find(setting: Option<&Path>, env: Env) -> Result<Self, Error> {
        find::find(setting, env)
    }

    /// Compiles a package to bitcode and returns the path of the bitcode (`request.output`). The IR of before TinyGo dropped
    /// what no code uses lies beside it, at [`whole_ir`].
    ///
    /// # Errors
    ///
    /// [`Error::Rejected`] with Go positions for what the Go compiler refuses, [`Error::Toolchain`] with the command
    /// and its output for any other failure of TinyGo, [`Error::Io`] when a file could not be written. No bitcode is
    /// left behind then.
    pub fn compile(&self, request: &Request) -> Result<PathBuf, Error> {
        compile::compile(self, request)
    }

    /// The files that decide what [`compile`](Self::compile) gives: the package's own Go files, those of its local
    /// imports (same module, `replace` folders, `go.work`), `go.mod`, `go.sum`; absolute, sorted, without duplicates.
    /// A Go file that build constraints exclude is among them, as an edit may include it.
    ///
    /// # Errors
    ///
    /// [`Error::Toolchain`] when `go list` fails.
    pub fn sources(&self, package: &Path, tags: &[String]) -> Result<Vec<PathBuf>, Error> {
        Ok(self.read_sources(package, tags)?.all)
    }

    /// What the sources of a package and of all that it imports say of CO-RE types (`bpfCoreTaskStruct`), for
    /// [`Options::core_types`](tinybpf_core::Options::core_types).
    ///
    /// # Errors
    ///
    /// [`Error::Toolchain`] when `go list` fails, [`Error::Rejected`] for directives (`//export`, `//go:section`) in the sources
    /// that TinyGo passes over.
    pub fn core_types(&self, package: &Path, tags: &[String]) -> Result<Vec<CoreType>, Error> {
        let sources = self.read_sources(package, tags)?;
        let findings = sources.findings();
        if findings.is_empty() {
            Ok(sources.declarations().core_types)
        } else {
            Err(Error::Rejected(findings))
        }
    }

    /// The files of a package and of all that it imports.
    pub(crate) fn read_sources(&self, package: &Path, tags: &[String]) -> Result<Sources, Error> {
        sources::list(self, package, tags)
    }

    /// What the user may want to know: that the stock runtime is used where the one for BPF was asked for, and why.
    pub fn note(&self, runtime: Runtime) -> Option<String> {
        (runtime == Runtime::Bpf && !overlay::covers(self.version)).then(|| {
            format!(
                "TinyGo {} is not among the versions that the Go runtime for BPF is tested with ({}): its own runtime \
                 is used, with the same result, but slower",
                self.version,
                overlay::COVERED
            )
        })
    }
}
