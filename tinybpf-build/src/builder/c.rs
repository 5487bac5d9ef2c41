//! C sources beside the Go packages.

use std::path::{Path, PathBuf};

use tinybpf_core::Options;

use super::{Builder, places::Places, trace::Trace};
use crate::{
    Error,
    cargo::Cargo,
    clang::{Clang, Request},
};

/// What the builder was told about C.
#[derive(Clone, Debug, Default)]
pub(crate) struct C {
    pub(crate) sources: Vec<PathBuf>,
    pub(crate) includes: Vec<PathBuf>,
    pub(crate) defines: Vec<(String, Option<String>)>,
    pub(crate) flags: Vec<String>,
    pub(crate) clang: Option<PathBuf>,
}

impl C {
    /// All but where clang is.
    pub(super) fn told(&self) -> impl std::fmt::Debug {
        (&self.sources, &self.includes, &self.defines, &self.flags)
    }
}

/// C sources: compiled with clang, which is looked for only when there are any, and linked with the Go packages into the same
/// object.
///
/// Both sides call each other and use each other's maps and variables:
///
/// | defined | used |
/// |---|---|
/// | C: `int parse(void *ctx, int n) { … }` | Go: `//export parse` above `func parse(ctx unsafe.Pointer, n int32) int32`, without a body |
/// | Go: `//export verdict` above `func verdict(n int32) int32 { … }` | C: `int verdict(int n);` |
/// | C: `int limit;` or a map in `SEC(".maps")` | Go: `//go:extern limit` above `var limit int32` (of a map: `var flows bpfMapDef`) |
/// | Go: `var limit int32`, `var flows = bpfMapDef{…}` | C: `extern int limit;` (of a map: `extern char flows[];`) |
///
/// Programs (`SEC("xdp")`) may be on both sides. A panic in Go ends the program also where C called the function; what C holds
/// then (a reserved record, a lock) is given back as what Go holds is.
impl Builder {
    /// A C source; a relative path starts at the crate's `Cargo.toml`. Keep it in a folder without Go files, such as `bpf/c`: Go
    /// takes a C file beside its own for one that it has to compile.
    ///
    /// It is compiled for BPF with `-O2 -g`, with the system's include folders after all others, and with the macro
    /// `__TARGET_ARCH_…` that libbpf's `bpf_tracing.h` asks for. Cargo runs the build script again when it or a header changes.
    pub fn c_source(&mut self, file: impl Into<PathBuf>) -> &mut Self {
        self.settings.c.sources.push(file.into());
        self
    }

    /// Several C sources, as [`c_source`](Self::c_source) takes each.
    pub fn c_sources(&mut self, files: impl IntoIterator<Item = impl Into<PathBuf>>) -> &mut Self {
        self.settings
            .c
            .sources
            .extend(files.into_iter().map(Into::into));
        self
    }

    /// A folder in which C sources find headers; a relative one starts at the crate's `Cargo.toml`.
    pub fn c_include(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        self.settings.c.includes.push(folder.into());
        self
    }

    /// A macro for the C sources, with or without a value.
    pub fn c_define<'a>(
        &mut self,
        name: impl Into<String>,
        value: impl Into<Option<&'a str>>,
    ) -> &mut Self {
        let value = value.into().map(str::to_owned);
        self.settings.c.defines.push((name.into(), value));
        self
    }

    /// A further option for clang. Those given here come last and so win over ours.
    pub fn c_flag(&mut self, flag: impl Into<String>) -> &mut Self {
        self.settings.c.flags.push(flag.into());
        self
    }

    /// The `clang` that compiles the C sources. Default: the environment variable `CLANG`, then the newest one in the `PATH` and
    /// the usual places that is not newer than the LLVM which links its output.
    pub fn clang(&mut self, path: impl Into<PathBuf>) -> &mut Self {
        self.settings.c.clang = Some(path.into());
        self
    }

    /// Where clang is, if the builder says it.
    pub(super) fn clang_setting(&self) -> Option<&Path> {
        self.settings.c.clang.as_deref()
    }

    /// Runs clang for each source.
    pub(super) fn compile_c(
        &self,
        places: &Places,
        options: &Options,
        scratch: &Path,
        cargo: &Cargo,
        trace: &mut Trace,
    ) -> Result<Vec<PathBuf>, Error> {
        if places.c_sources.is_empty() {
            return Ok(Vec::new());
        }
        let env = |variable: &str| cargo.env(variable);
        self.timings.enter("clang");
        let clang = Clang::find(
            self.settings.c.clang.as_deref(),
            options.llvm.as_deref(),
            &env,
        )?;
        let arch = cargo
            .env("CARGO_CFG_TARGET_ARCH")
            .and_then(|arch| arch.into_string().ok());
        let mut compiled = Vec::new();
        let mut findings = Vec::new();
        for (number, source) in places.c_sources.iter().enumerate() {
            trace.source(source);
            let output = scratch.join(format!("c-{number}.bc"));
            let request = Request {
                folder: &places.manifest_dir,
                source: places.short(source),
                includes: &self.settings.c.includes,
                defines: &self.settings.c.defines,
                flags: &self.settings.c.flags,
                arch: arch.as_deref().unwrap_or(std::env::consts::ARCH),
                endian: options.endian,
                cpu: options.instruction_set(),
                output: &output,
            };
            let done = clang.compile(&request)?;
            let absolute = |paths: &[PathBuf]| -> Vec<PathBuf> {
                paths
                    .iter()
                    .map(|path| places.manifest_dir.join(path))
                    .collect()
            };
            let (headers, system) = (absolute(&done.headers), absolute(&done.system));
            for header in &headers {
                trace.source(header);
            }
            let folders = absolute(&self.settings.c.includes)
                .into_iter()
                .chain(clang.system().to_vec());
            trace.included(headers.iter().chain(&system), folders.collect());
            trace.warnings.extend(done.warnings);
            findings.extend(done.errors);
            compiled.push(output);
        }
        if findings.is_empty() {
            Ok(compiled)
        } else {
            Err(Error::Rejected(findings))
        }
    }
}
