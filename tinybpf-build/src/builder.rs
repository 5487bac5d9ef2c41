//! From Go packages to the files that a Rust crate includes.

mod c;
pub(crate) mod cached;
mod inputs;
mod level;
mod places;
mod prebuilt;
mod settings;
#[cfg(test)]
mod tests;
mod trace;

use std::path::{Path, PathBuf};

use tinybpf_core::{Cpu, Diagnostic, Endian, Object, OptLevel, Options, Timings, in_source_order};

use self::places::Places;
pub use self::prebuilt::Mode;
pub(crate) use self::settings::Settings;
use self::{inputs::Compiled, trace::Trace};
use crate::{
    Error, bindings,
    cargo::{self, Cargo},
    manifest, output,
    tinygo::{Env, Runtime},
};

/// Compiles Go packages, and C sources beside them, to a BPF object with Rust bindings.
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
    settings: Settings,
    out_dir: Option<PathBuf>,
    /// None: Cargo's `CARGO_MANIFEST_DIR`.
    manifest_dir: Option<PathBuf>,
    /// The folder from which findings name files; none: that of the manifest.
    seen_from: Option<PathBuf>,
    /// Whether what is prebuilt counts.
    takes_prebuilt: bool,
    timings: Timings,
    explain: Option<bool>,
    reruns: bool,
    warnings: bool,
}

/// What a build made.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Output {
    /// The object, as compiled and checked. Of files that are [prebuilt](Builder::prebuilt) what the object itself tells: without the
    /// places of declarations, the packages of types, the records of buffers, and logs.
    pub object: Option<Object>,
    /// The object's file, `<name>.o`.
    pub object_path: PathBuf,
    /// The bindings, `<name>.rs`, made for `include!`.
    pub bindings_path: PathBuf,
    /// Whether an earlier build made them, and no tool ran ([`Builder::cache`]).
    pub cached: bool,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            out_dir: None,
            manifest_dir: None,
            seen_from: None,
            takes_prebuilt: true,
            timings: Timings::default(),
            explain: None,
            reruns: true,
            warnings: true,
        }
    }
}

impl Builder {
    /// A builder for the Go package in the folder `bpf`, with bindings for aya, and with what `[package.metadata.tinybpf]` in `Cargo.toml`
    /// says; methods win over that.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The folder of a Go package (`package main`); a relative one starts at the crate's `Cargo.toml`. Default: `bpf`.
    ///
    /// Give it a folder of its own: Cargo watches all that is in it.
    ///
    /// Called several times, it compiles several packages into one object, with one licence. Each keeps its functions to
    /// itself; programs, maps and variables are found by their names and so need different ones. To share a map, declare it
    /// in a package that both import, or in one of them as `//go:extern NAME` above `var NAME bpfMapDef`.
    pub fn package(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        self.settings.packages.push(folder.into());
        self
    }

    /// Several folders of Go packages, as [`package`](Self::package) takes each.
    pub fn packages(&mut self, folders: impl IntoIterator<Item = impl Into<PathBuf>>) -> &mut Self {
        self.settings
            .packages
            .extend(folders.into_iter().map(Into::into));
        self
    }

    /// LLVM IR to link in that was compiled elsewhere: text (`.ll`), bitcode (`.bc`), an object with bitcode inside (`.o`), or an
    /// archive of those (`.a`), which is linked whole. A relative path starts at the crate's `Cargo.toml`.
    pub fn input(&mut self, file: impl Into<PathBuf>) -> &mut Self {
        self.settings.inputs.push(file.into());
        self
    }

    /// The ELF section of a program, such as `xdp` or `tracepoint/syscalls/sys_enter_connect`, in place of what
    /// `//go:section` says in Go.
    pub fn section(&mut self, program: impl Into<String>, section: impl Into<String>) -> &mut Self {
        let sections = &mut self.settings.sections;
        sections.insert(program.into(), section.into());
        self
    }

    /// The BPF instruction set. Default: v3, or what [`min_kernel`](Self::min_kernel) takes.
    pub fn cpu(&mut self, cpu: Cpu) -> &mut Self {
        self.settings.cpu = Some(cpu);
        self
    }

    /// The lowest kernel that the programs are to load on, such as `5.10`: what came later (a helper, a type of map or program, an
    /// instruction) is an error that says so at the Go line, and the instruction set is one that this kernel takes.
    /// Default: any; [`Object::needs`](tinybpf_core::Object::needs) then says which it is.
    pub fn min_kernel(&mut self, kernel: &str) -> &mut Self {
        self.settings.min_kernel = Some(kernel.to_owned());
        self
    }

    /// The byte order of the machine that will run the programs. Default: that of Cargo's target.
    pub fn endian(&mut self, endian: Endian) -> &mut Self {
        self.settings.endian = Some(endian);
        self
    }

    /// How hard LLVM optimises. Default: `-O2`.
    pub fn opt_level(&mut self, level: OptLevel) -> &mut Self {
        self.settings.opt_level = Some(level);
        self
    }

    /// The licence that the kernel sees, unless the Go code has one in a section `license`; many helpers are for `GPL`
    /// only. Default: `GPL`.
    pub fn license(&mut self, license: impl Into<String>) -> &mut Self {
        self.settings.license = Some(license.into());
        self
    }

    /// Whether to keep DWARF in the object, for debuggers and `llvm-objdump -S`: about ten times the size, and loaders
    /// do not need it. Default: no. BTF is always there.
    pub fn dwarf(&mut self, keep: bool) -> &mut Self {
        self.settings.dwarf = Some(keep);
        self
    }

    /// The `tinygo` executable. Default: the environment variable `TINYGO`, the `PATH`, the usual places.
    pub fn tinygo(&mut self, path: impl Into<PathBuf>) -> &mut Self {
        self.settings.tinygo = Some(path.into());
        self
    }

    /// The libLLVM to open. Default: the environment variable `TINYBPF_LLVM`, that of the Rust toolchain, the system's.
    pub fn llvm(&mut self, path: impl Into<PathBuf>) -> &mut Self {
        self.settings.llvm = Some(path.into());
        self
    }

    /// Further arguments for `tinygo build`. They come last and so win over ours.
    pub fn tinygo_args(&mut self, args: impl IntoIterator<Item = impl Into<String>>) -> &mut Self {
        self.settings
            .tinygo_args
            .extend(args.into_iter().map(Into::into));
        self
    }

    /// Further Go build tags; `tinygo` and `tinybpf` are always set.
    pub fn tags(&mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> &mut Self {
        self.settings.tags.extend(tags.into_iter().map(Into::into));
        self
    }

    /// Whether to compile with the Go runtime that comes with TinyGo, rather than the one for BPF that comes with this
    /// crate. Default: no. The object is the same, it takes longer.
    pub fn stock_runtime(&mut self, stock: bool) -> &mut Self {
        self.settings.runtime = Some(if stock { Runtime::Stock } else { Runtime::Bpf });
        self
    }

    /// Where the files go. Default: Cargo's `OUT_DIR`.
    pub fn out_dir(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// The crate's folder, where Cargo does not say it: that of `Cargo.toml`, which relative paths start at. Findings name files as seen from
    /// the folder `from`. What is prebuilt there does not count.
    #[cfg(feature = "cli")]
    pub(crate) fn at(&mut self, manifest_dir: &Path, from: &Path) -> &mut Self {
        self.manifest_dir = Some(manifest_dir.to_owned());
        self.seen_from = Some(from.to_owned());
        self.takes_prebuilt = false;
        self
    }

    /// A clock for the stages.
    #[cfg(feature = "cli")]
    pub(crate) fn timings(&mut self, timings: Timings) -> &mut Self {
        self.timings = timings;
        self
    }

    /// Settings, in place of all that was set before.
    #[cfg(feature = "cli")]
    pub(crate) fn settings(&mut self, settings: Settings) -> &mut Self {
        self.settings = settings;
        self
    }

    /// A folder in which the object and the bindings are kept, to be committed and published with the crate: who builds it needs neither
    /// TinyGo nor Go then, and docs.rs can. A relative one starts at the crate's `Cargo.toml`. Default: none, and every build compiles.
    ///
    /// `TINYBPF_MODE=update-prebuilt cargo build` writes it, for the byte order of Cargo's target, with a manifest of what the files were
    /// made of. As long as sources and options of the builder are those, builds take the files; else they compile, and say what changed.
    /// [`mode`](Self::mode) asks for something else.
    pub fn prebuilt(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        self.settings.prebuilt = Some(folder.into());
        self
    }

    /// Whether to compile or to take what [`prebuilt`](Self::prebuilt) keeps. Default: [`Mode::PreferPrebuilt`]. The environment variable
    /// `TINYBPF_MODE` wins over it.
    pub fn mode(&mut self, mode: Mode) -> &mut Self {
        self.settings.mode = Some(mode);
        self
    }

    /// Writes the LLVM IR after each pass into a folder, to see what became of the Go code. A relative one starts at
    /// the crate's `Cargo.toml`.
    pub fn dump_ir(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        self.settings.dump_ir = Some(folder.into());
        self
    }

    /// Whether the types implement `aya::Pod`, for which the crate must depend on aya. Default: yes.
    pub fn aya(&mut self, aya: bool) -> &mut Self {
        self.settings.aya = Some(aya);
        self
    }

    /// Whether the bindings have a skeleton for aya 0.14: the object's programs, maps and variables as fields and methods of one
    /// struct, which is called after the object. Default: as [`aya`](Self::aya) says. Without, the bindings go with other
    /// versions of aya.
    pub fn skeleton(&mut self, skeleton: bool) -> &mut Self {
        self.settings.skeleton = Some(skeleton);
        self
    }

    /// Whether the skeleton explains in Go's terms why the kernel refused a program, for which the crate must depend on
    /// `tinybpf-explain` under its own name. Default: whether it does, as Cargo tells build scripts.
    pub fn explain(&mut self, explain: bool) -> &mut Self {
        self.explain = Some(explain);
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
        let builder = self.with_manifest(cargo)?;
        let places = Places::find(&builder, name, cargo)?;
        builder.vendor(&places, cargo)?;
        let output = builder.build_or_take(&places, cargo);
        output.map_err(|error| match error {
            Error::Rejected(findings) => {
                let located = findings.into_iter().map(|finding| places.locate(finding));
                Error::Rejected(in_source_order(located.collect()))
            }
            other => other,
        })
    }

    /// This builder, with what `Cargo.toml` says where nothing else was said.
    fn with_manifest(&self, cargo: &Cargo) -> Result<Self, Error> {
        let folder = places::manifest_dir(self, cargo)?;
        let found = manifest::read(&folder);
        let found = found.map_err(|error| places::located(error, self.seen_from(&folder)))?;
        for file in found.files {
            // Cargo does not look at metadata itself.
            let short = file.strip_prefix(&folder).unwrap_or(&file).to_owned();
            cargo.rerun_if_changed_too(short);
        }
        let mut builder = self.clone();
        builder.settings = builder.settings.or(found.settings);
        Ok(builder)
    }

    /// The folder from which findings name files.
    fn seen_from<'a>(&'a self, manifest_dir: &'a Path) -> &'a Path {
        self.seen_from.as_deref().unwrap_or(manifest_dir)
    }

    fn has_aya(&self) -> bool {
        self.settings.aya.unwrap_or(true)
    }

    fn has_skeleton(&self) -> bool {
        self.settings.skeleton.unwrap_or(self.has_aya())
    }

    /// The way from Go to files.
    fn build(&self, places: &Places, cargo: &Cargo) -> Result<Output, Error> {
        let (object, bindings) = self.make(places, cargo, &mut Trace::default())?;
        self.leave(places, object, &bindings)
    }

    /// The way from Go to an object and its bindings.
    fn make(
        &self,
        places: &Places,
        cargo: &Cargo,
        trace: &mut Trace,
    ) -> Result<(Object, String), Error> {
        let mut options = self.options(places, cargo)?;
        let scratch = output::prepare(&places.out_dir)?;
        let compiled = self.compile_inputs(places, &mut options, scratch.path(), cargo, trace);
        trace.tell(places, options.dump_ir.as_deref(), cargo);
        let Compiled {
            inputs,
            declarations,
            findings,
        } = compiled?;
        let object = with_findings(findings, tinybpf_core::compile(&inputs, &options))?;
        self.timings.enter("bindings");
        for warning in &object.warnings {
            cargo.finding(&places.locate(warning.clone()));
        }
        let input = bindings::Input {
            object_file: &places.object_file,
            declarations: &declarations,
            package: places.root(),
            package_name: &self.source_names(places),
            aya: self.has_aya(),
            skeleton: self.has_skeleton().then(|| places.name()),
            source: bindings::Source::Go,
            remarks: &[],
            explain: self.explains(cargo),
        };
        let clashes = bindings::clashes(&object, &input);
        if !clashes.is_empty() {
            return Err(Error::Rejected(clashes));
        }
        let bindings = bindings::generate(&object, &input);
        Ok((object, bindings))
    }

    /// Writes what was made.
    fn leave(&self, places: &Places, object: Object, bindings: &str) -> Result<Output, Error> {
        let object_path = places.out_dir.join(&places.object_file);
        let bindings_path = places.out_dir.join(&places.bindings_file);
        output::replace(&[
            (&object_path, &object.data),
            (&bindings_path, bindings.as_bytes()),
        ])?;
        self.timings.end();
        Ok(Output {
            object: Some(object),
            object_path,
            bindings_path,
            cached: false,
        })
    }

    fn options(&self, places: &Places, cargo: &Cargo) -> Result<Options, Error> {
        let mut options = self.settings.options()?;
        options.timings = Some(self.timings.clone());
        options.log_level = self.log_level_for(cargo)?;
        options.endian = self.target_endian(cargo);
        // The library is asked for by us and not by tinybpf-core, so that Cargo knows.
        options.llvm = options.llvm.or_else(|| {
            let named = cargo.env("TINYBPF_LLVM").filter(|name| !name.is_empty());
            named.map(Into::into)
        });
        options.dump_ir = options
            .dump_ir
            .map(|folder| places.manifest_dir.join(folder));
        Ok(options)
    }

    /// The byte order of the machine that will run the programs.
    fn target_endian(&self, cargo: &Cargo) -> Endian {
        match cargo.env("CARGO_CFG_TARGET_ENDIAN") {
            _ if self.settings.endian.is_some() => self.settings.endian.unwrap_or_default(),
            Some(endian) if endian == "big" => Endian::Big,
            Some(_) => Endian::Little,
            None if cfg!(target_endian = "big") => Endian::Big,
            None => Endian::Little,
        }
    }

    /// The options that the files depend on beside the sources, with their values.
    fn told_options(&self, places: &Places, cargo: &Cargo) -> Result<Vec<(String, String)>, Error> {
        let (settings, log_level) = (&self.settings, self.log_level_for(cargo)?);
        let told: [(&str, &dyn std::fmt::Debug); 14] = [
            ("packages", &settings.packages),
            ("inputs", &settings.inputs),
            ("c", &settings.c.told()),
            ("sections", &settings.sections),
            ("cpu", &settings.cpu),
            ("min_kernel", &settings.min_kernel),
            ("log_level", &log_level),
            ("opt_level", &settings.opt_level.unwrap_or_default()),
            ("license", &settings.license),
            ("dwarf", &settings.dwarf.unwrap_or_default()),
            ("tinygo_args", &settings.tinygo_args),
            ("tags", &settings.tags),
            ("aya", &self.has_aya()),
            ("skeleton", &settings.skeleton),
        ];
        let here = places.manifest_dir.display().to_string();
        let told =
            told.map(|(name, value)| (name.to_owned(), format!("{value:?}").replace(&here, ".")));
        let mut told = Vec::from(told);
        if self.explains(cargo) {
            told.push(("explain".to_owned(), "true".to_owned()));
        }
        Ok(told)
    }

    /// Whether the skeleton uses `tinybpf-explain`, whose build script tells those of crates that depend on it.
    fn explains(&self, cargo: &Cargo) -> bool {
        let depends = || cargo.env("DEP_TINYBPF_EXPLAIN_CRATE").is_some();
        self.explain.unwrap_or_else(depends)
    }

    /// The sources as the bindings name them.
    fn source_names(&self, places: &Places) -> String {
        let default = [PathBuf::from("bpf")];
        let settings = &self.settings;
        let packages = match places.packages.is_empty() || !settings.packages.is_empty() {
            true => &settings.packages[..],
            false => &default,
        };
        let all = packages
            .iter()
            .chain(&settings.c.sources)
            .chain(&settings.inputs);
        all.map(|path| named(path)).collect::<Vec<_>>().join(", ")
    }
}

/// What was found in the sources goes before what the IR tells. There, what is wrong with a whole function or variable may come of a
/// directive that does nothing.
fn with_findings(
    mut findings: Vec<Diagnostic>,
    compiled: Result<Object, Error>,
) -> Result<Object, Error> {
    if findings.is_empty() {
        return compiled;
    }
    if let Err(Error::Rejected(more)) = compiled {
        let is_inside = |finding: &Diagnostic| {
            (finding.position.as_ref()).is_some_and(|position| position.column != 0)
        };
        findings.extend(more.into_iter().filter(is_inside));
    }
    Err(Error::Rejected(findings))
}

/// A source without the path of this machine.
fn named(path: &Path) -> String {
    let name = if path.is_absolute() {
        path.file_name().map(Path::new)
    } else {
        Some(path)
    };
    name.unwrap_or(Path::new(".")).display().to_string()
}
