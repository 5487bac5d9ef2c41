//! From a Go package to the files that a Rust crate includes.

use std::{
    fs, io,
    path::{Path, PathBuf},
    thread,
};

use tinybpf_core::{Cpu, Diagnostic, Endian, Object, OptLevel, Options};

use crate::{
    Error, bindings,
    cargo::{self, Cargo},
    output,
    tinygo::{Env, Request, Runtime, TinyGo},
};

/// Compiles a Go package to a BPF object with Rust bindings.
///
/// Made for build scripts, where every setting has a sensible default:
///
/// ```no_run
/// tinybpf_build::Builder::new().compile("probe");
/// ```
///
/// Elsewhere, [`package`](Self::package) and [`out_dir`](Self::out_dir) say what Cargo does not.
#[derive(Clone, Debug)]
pub struct Builder {
    package: PathBuf,
    options: Options,
    tinygo: Option<PathBuf>,
    tinygo_args: Vec<String>,
    tags: Vec<String>,
    runtime: Runtime,
    out_dir: Option<PathBuf>,
    aya: bool,
    reruns: bool,
    warnings: bool,
}

/// What a build made.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Output {
    /// The object, as compiled and checked.
    pub object: Object,
    /// The object's file, `<name>.o`.
    pub object_path: PathBuf,
    /// The bindings, `<name>.rs`, made for `include!`.
    pub bindings_path: PathBuf,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            package: "bpf".into(),
            options: Options::default(),
            tinygo: None,
            tinygo_args: Vec::new(),
            tags: Vec::new(),
            runtime: Runtime::Bpf,
            out_dir: None,
            aya: true,
            reruns: true,
            warnings: true,
        }
    }
}

impl Builder {
    /// A builder for the Go package in the folder `bpf`, with bindings for aya.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The folder of the Go package (`package main`); a relative one starts at the crate's `Cargo.toml`.
    /// Default: `bpf`.
    ///
    /// Give it a folder of its own: Cargo watches all that is in it.
    pub fn package(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        self.package = folder.into();
        self
    }

    /// The ELF section of a program, such as `xdp` or `tracepoint/syscalls/sys_enter_connect`, in place of what
    /// `//go:section` says in Go.
    pub fn section(&mut self, program: impl Into<String>, section: impl Into<String>) -> &mut Self {
        self.options.sections.insert(program.into(), section.into());
        self
    }

    /// The BPF instruction set. Default: v3.
    pub fn cpu(&mut self, cpu: Cpu) -> &mut Self {
        self.options.cpu = cpu;
        self
    }

    /// How hard LLVM optimises. Default: `-O2`.
    pub fn opt_level(&mut self, level: OptLevel) -> &mut Self {
        self.options.opt_level = level;
        self
    }

    /// The licence that the kernel sees, unless the Go code has one in a section `license`; many helpers are for `GPL`
    /// only. Default: `GPL`.
    pub fn license(&mut self, license: impl Into<String>) -> &mut Self {
        self.options.license = Some(license.into());
        self
    }

    /// Whether to keep DWARF in the object, for debuggers and `llvm-objdump -S`: about ten times the size, and loaders
    /// do not need it. Default: no. BTF is always there.
    pub fn dwarf(&mut self, keep: bool) -> &mut Self {
        self.options.dwarf = keep;
        self
    }

    /// The `tinygo` executable. Default: the environment variable `TINYGO`, the `PATH`, the usual places.
    pub fn tinygo(&mut self, path: impl Into<PathBuf>) -> &mut Self {
        self.tinygo = Some(path.into());
        self
    }

    /// The libLLVM to open. Default: the environment variable `TINYBPF_LLVM`, that of the Rust toolchain, the system's.
    pub fn llvm(&mut self, path: impl Into<PathBuf>) -> &mut Self {
        self.options.llvm = Some(path.into());
        self
    }

    /// Further arguments for `tinygo build`. They come last and so win over ours.
    pub fn tinygo_args(&mut self, args: impl IntoIterator<Item = impl Into<String>>) -> &mut Self {
        self.tinygo_args.extend(args.into_iter().map(Into::into));
        self
    }

    /// Further Go build tags; `tinygo` and `tinybpf` are always set.
    pub fn tags(&mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> &mut Self {
        self.tags.extend(tags.into_iter().map(Into::into));
        self
    }

    /// Whether to compile with the Go runtime that comes with TinyGo, rather than the one for BPF that comes with this
    /// crate. Default: no. The object is the same, it takes longer.
    pub fn stock_runtime(&mut self, stock: bool) -> &mut Self {
        self.runtime = if stock { Runtime::Stock } else { Runtime::Bpf };
        self
    }

    /// Where the files go. Default: Cargo's `OUT_DIR`.
    pub fn out_dir(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Writes the LLVM IR after each pass into a folder, to see what became of the Go code. A relative one starts at
    /// the crate's `Cargo.toml`.
    pub fn dump_ir(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        self.options.dump_ir = Some(folder.into());
        self
    }

    /// Whether the types implement `aya::Pod`, for which the crate must depend on aya. Default: yes.
    pub fn aya(&mut self, aya: bool) -> &mut Self {
        self.aya = aya;
        self
    }

    /// Whether to tell Cargo which files and environment variables the build depends on. Default: yes. Without,
    /// Cargo runs the build script again when any file of the crate changes.
    pub fn emit_rerun_if_changed(&mut self, emit: bool) -> &mut Self {
        self.reruns = emit;
        self
    }

    /// Whether to pass on warnings about the Go code and the tools. Default: yes.
    pub fn cargo_warnings(&mut self, emit: bool) -> &mut Self {
        self.warnings = emit;
        self
    }

    /// Compiles the package to `<name>.o` and `<name>.rs` in the output folder. When that fails, prints what is wrong,
    /// as Cargo shows it best, and stops the build.
    pub fn compile(&self, name: &str) -> Output {
        let cargo = self.cargo(&cargo::process);
        match self.run(name, &cargo) {
            Ok(output) => {
                cargo.print();
                output
            }
            Err(error) => cargo.stop(&error),
        }
    }

    /// Compiles the package to `<name>.o` and `<name>.rs` in the output folder, and leaves it to the caller what to do
    /// when that fails.
    ///
    /// # Errors
    ///
    /// [`Error::Rejected`] when the Go code cannot become a BPF program, [`Error::Toolchain`] when TinyGo, Go or LLVM
    /// is missing or fails, [`Error::Io`] when a file cannot be read or written. Both files are then as they were.
    pub fn try_compile(&self, name: &str) -> Result<Output, Error> {
        let cargo = self.cargo(&cargo::process);
        let result = self.run(name, &cargo);
        cargo.print();
        result
    }

    fn cargo<'a>(&self, env: Env<'a>) -> Cargo<'a> {
        let mut cargo = Cargo::new(env);
        cargo.reruns = self.reruns;
        cargo.warnings = self.warnings;
        cargo
    }

    fn run(&self, name: &str, cargo: &Cargo) -> Result<Output, Error> {
        let places = Places::find(self, name, cargo)?;
        self.build(&places, cargo).map_err(|error| match error {
            Error::Rejected(findings) => Error::Rejected(
                findings
                    .into_iter()
                    .map(|finding| places.locate(finding))
                    .collect(),
            ),
            other => other,
        })
    }

    /// The way from Go to files.
    fn build(&self, places: &Places, cargo: &Cargo) -> Result<Output, Error> {
        let scratch = output::prepare(&places.out_dir)?;
        let tinygo = TinyGo::find(self.tinygo.as_deref(), &|variable| cargo.env(variable))?;
        if let Some(note) = tinygo.note(self.runtime) {
            cargo.warning(&note);
        }
        let bitcode = self.bitcode(&tinygo, places, scratch.path(), cargo)?;
        let object = tinybpf_core::compile(&[bitcode.into()], &self.options(places, cargo))?;
        for warning in &object.warnings {
            cargo.finding(&places.locate(warning.clone()));
        }
        let bindings = bindings::generate(
            &object,
            &bindings::Input {
                object_file: &places.object_file,
                package: &places.package,
                package_name: &self.package_name(),
                aya: self.aya,
            },
        );
        let object_path = places.out_dir.join(&places.object_file);
        let bindings_path = places.out_dir.join(&places.bindings_file);
        output::replace(&[
            (&object_path, &object.data),
            (&bindings_path, bindings.as_bytes()),
        ])?;
        Ok(Output {
            object,
            object_path,
            bindings_path,
        })
    }

    /// Runs TinyGo, and finds out meanwhile what Cargo should watch.
    fn bitcode(
        &self,
        tinygo: &TinyGo,
        places: &Places,
        scratch: &Path,
        cargo: &Cargo,
    ) -> Result<PathBuf, Error> {
        let request = Request {
            package: &places.package,
            tags: &self.tags,
            args: &self.tinygo_args,
            runtime: self.runtime,
            output: &scratch.join("program.bc"),
        };
        let (sources, bitcode) = thread::scope(|scope| {
            let sources = scope.spawn(|| tinygo.sources(&places.package, &self.tags));
            let bitcode = tinygo.compile(&request);
            (sources.join(), bitcode)
        });
        let sources = sources.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        if let Ok(sources) = &sources {
            let dump = self
                .options
                .dump_ir
                .iter()
                .map(|folder| places.manifest_dir.join(folder));
            let written: Vec<PathBuf> = [&places.manifest_dir, &places.out_dir]
                .into_iter()
                .cloned()
                .chain(dump)
                .collect();
            let written: Vec<&Path> = written.iter().map(PathBuf::as_path).collect();
            for path in cargo::watched(sources, &written) {
                cargo.rerun_if_changed(places.short(&path).to_owned());
            }
            cargo.rerun_if_changed(tinygo.path().to_owned());
        }
        let bitcode = bitcode?;
        sources.map(|_| bitcode)
    }

    fn options(&self, places: &Places, cargo: &Cargo) -> Options {
        let mut options = self.options.clone();
        options.endian = match cargo.env("CARGO_CFG_TARGET_ENDIAN") {
            Some(endian) if endian == "big" => Endian::Big,
            Some(_) => Endian::Little,
            None if cfg!(target_endian = "big") => Endian::Big,
            None => Endian::Little,
        };
        // The library is asked for by us and not by tinybpf-core, so that Cargo knows.
        options.llvm = options.llvm.or_else(|| {
            let named = cargo.env("TINYBPF_LLVM").filter(|name| !name.is_empty());
            named.map(Into::into)
        });
        options.dump_ir = options
            .dump_ir
            .map(|folder| places.manifest_dir.join(folder));
        options
    }

    /// The package's folder as the bindings name it: no path of this machine.
    fn package_name(&self) -> String {
        let name = if self.package.is_absolute() {
            self.package.file_name().map(Path::new)
        } else {
            Some(self.package.as_path())
        };
        name.unwrap_or(Path::new(".")).display().to_string()
    }
}

/// Where everything is, as absolute paths.
struct Places {
    manifest_dir: PathBuf,
    package: PathBuf,
    out_dir: PathBuf,
    object_file: String,
    bindings_file: String,
}

impl Places {
    fn find(builder: &Builder, name: &str, cargo: &Cargo) -> Result<Self, Error> {
        let invalid = |message: &str| io::Error::new(io::ErrorKind::InvalidInput, message);
        if Path::new(name).file_name().is_none_or(|file| file != name) {
            let source = invalid(
                "the object's name becomes the name of two files: it cannot be empty or name a folder",
            );
            return Err(Error::io(format!("\"{name}\""), source));
        }
        let manifest_dir = cargo
            .env("CARGO_MANIFEST_DIR")
            .map_or_else(|| ".".into(), PathBuf::from);
        let manifest_dir = real(&manifest_dir)?;
        let out_dir = match (&builder.out_dir, cargo.env("OUT_DIR")) {
            (Some(folder), _) => manifest_dir.join(folder),
            (None, Some(folder)) => folder.into(),
            (None, None) => {
                let source = invalid(
                    "not set: outside a build script, say where the files go with `Builder::out_dir`",
                );
                return Err(Error::io("OUT_DIR", source));
            }
        };
        Ok(Self {
            package: real(&manifest_dir.join(&builder.package))?,
            out_dir: real(&out_dir)?,
            manifest_dir,
            object_file: format!("{name}.o"),
            bindings_file: format!("{name}.rs"),
        })
    }

    /// A finding with its file as seen from the crate: what the user knows, and what an editor can open.
    fn locate(&self, mut finding: Diagnostic) -> Diagnostic {
        if let Some(position) = &mut finding.position {
            let file = self.package.join(&position.file);
            position.file = self.short(&file).display().to_string();
        }
        finding
    }

    fn short<'a>(&self, path: &'a Path) -> &'a Path {
        match path.strip_prefix(&self.manifest_dir) {
            Ok(rest) if !rest.as_os_str().is_empty() => rest,
            _ => path,
        }
    }
}

/// The path without links, so that paths from different tools compare; of what does not exist yet, the path as it is.
fn real(path: &Path) -> Result<PathBuf, Error> {
    fs::canonicalize(path)
        .or_else(|_| std::path::absolute(path))
        .map_err(|source| Error::io(path, source))
}

#[cfg(test)]
mod tests;
