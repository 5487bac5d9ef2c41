//! From sources to LLVM IR.

use std::{
    path::{Path, PathBuf},
    thread,
};

use tinybpf_core::{Diagnostic, Endian, Input, LIBRARY, Options};

use super::{Builder, places::Places, trace::Trace};
use crate::{
    Error,
    cargo::Cargo,
    library,
    tinygo::{Declarations, Request, Sources, TinyGo, whole_ir},
};

/// What came of the sources.
#[derive(Default)]
pub(super) struct Compiled {
    /// All that is to be linked.
    pub(super) inputs: Vec<Input>,
    /// What only the sources tell.
    pub(super) declarations: Declarations,
    /// What is wrong with the sources, though compilers take them.
    pub(super) findings: Vec<Diagnostic>,
}

impl Builder {
    /// Whether there is something to compile beside Go packages.
    pub(super) fn has_other_sources(&self) -> bool {
        !self.settings.c.sources.is_empty() || !self.settings.inputs.is_empty()
    }

    /// Compiles Go packages and C sources to bitcode, and returns all that is to be linked, with what only the sources tell.
    /// Of that, what compiling takes goes to the options.
    pub(super) fn compile_inputs(
        &self,
        places: &Places,
        options: &mut Options,
        scratch: &Path,
        cargo: &Cargo,
        trace: &mut Trace,
    ) -> Result<Compiled, Error> {
        let go = self.compile_packages(places, options, scratch, cargo, trace);
        let c = self.compile_c(places, options, scratch, cargo, trace);
        let (mut compiled, c) = match (go, c) {
            (Err(Error::Rejected(mut go)), Err(Error::Rejected(c))) => {
                go.extend(c);
                return Err(Error::Rejected(go));
            }
            (go, c) => (go?, c?),
        };
        options
            .core_types
            .clone_from(&compiled.declarations.core_types);
        compiled.inputs.extend(c.into_iter().map(Input::from));
        for path in &places.inputs {
            trace.source(path);
            compiled.inputs.push(path.into());
        }
        Ok(compiled)
    }

    /// Writes the Go package into the modules, where that is asked for.
    pub(super) fn vendor(&self, places: &Places, cargo: &Cargo) -> Result<(), Error> {
        let asked = cargo.env("TINYBPF_VENDOR").unwrap_or_default();
        if asked.is_empty() || asked == "0" {
            return Ok(());
        }
        for package in &places.packages {
            let written = library::vendor(package)?;
            if let Some(folder) = library::folder_of(&written) {
                cargo.warning(&format!(
                    "wrote {LIBRARY} to {} ({} files), as TINYBPF_VENDOR asks",
                    places.short(folder).display(),
                    written.len()
                ));
            }
        }
        Ok(())
    }

    /// Finds TinyGo, which Cargo watches from then on.
    pub(super) fn find_tinygo(&self, cargo: &Cargo) -> Result<TinyGo, Error> {
        let tinygo = TinyGo::find(self.settings.tinygo.as_deref(), &|variable| {
            cargo.env(variable)
        })?;
        if let Some(note) = tinygo.note(self.settings.runtime.unwrap_or_default()) {
            cargo.warning(&note);
        }
        cargo.rerun_if_changed_too(tinygo.path().to_owned());
        Ok(tinygo)
    }

    fn compile_packages(
        &self,
        places: &Places,
        options: &Options,
        scratch: &Path,
        cargo: &Cargo,
        trace: &mut Trace,
    ) -> Result<Compiled, Error> {
        let mut compiled = Compiled::default();
        if places.packages.is_empty() {
            return Ok(compiled);
        }
        self.timings.enter("find TinyGo");
        let tinygo = self.find_tinygo(cargo)?;
        let mut rejected = false;
        for (number, package) in places.packages.iter().enumerate() {
            self.timings.enter("TinyGo");
            let output = scratch.join(format!("package-{number}.bc"));
            let endian = options.endian;
            let done = self.compile_package(&tinygo, package, &output, endian, trace);
            // What is wrong with other packages is told, too.
            match done.map_err(|error| in_package(error, package)) {
                Ok((bitcode, declared, found)) => {
                    let whole = whole_ir(&bitcode);
                    compiled.inputs.push(Input::package(bitcode, whole));
                    compiled.declarations.add(declared);
                    compiled.findings.extend(found);
                }
                Err(Error::Rejected(found)) => {
                    rejected = true;
                    compiled.findings.extend(found);
                }
                Err(other) => return Err(other),
            }
        }
        if rejected {
            return Err(Error::Rejected(compiled.findings));
        }
        Ok(compiled)
    }

    /// Runs TinyGo, and finds out meanwhile what Cargo should watch.
    fn compile_package(
        &self,
        tinygo: &TinyGo,
        package: &Path,
        output: &Path,
        endian: Endian,
        trace: &mut Trace,
    ) -> Result<(PathBuf, Declarations, Vec<Diagnostic>), Error> {
        let request = Request {
            package,
            tags: &self.settings.tags,
            args: &self.settings.tinygo_args,
            endian,
            runtime: self.settings.runtime.unwrap_or_default(),
            output,
        };
        let (sources, bitcode) = thread::scope(|scope| {
            let sources = scope.spawn(|| tinygo.read_sources(package, &self.settings.tags));
            let bitcode = tinygo.compile(&request);
            (sources.join(), bitcode)
        });
        let sources = sources.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        if let Ok(sources) = &sources {
            trace.go(package, sources);
        }
        // What is wrong with the Go package of this crate is the cause of what TinyGo finds.
        let sources = match sources {
            Err(error @ Error::Rejected(_)) => return Err(error),
            other => other,
        };
        let found = sources.as_ref().map(Sources::findings);
        let found = found.unwrap_or_default();
        match bitcode {
            Ok(bitcode) => Ok((bitcode, sources?.declarations(), found)),
            Err(Error::Rejected(mut gos)) => {
                gos.extend(found);
                Err(Error::Rejected(gos))
            }
            Err(other) => Err(other),
        }
    }
}

/// TinyGo names files as seen from the package's folder.
fn in_package(error: Error, package: &Path) -> Error {
    match error {
        Error::Rejected(mut findings) => {
            for position in findings.iter_mut().filter_map(|f| f.position.as_mut()) {
                position.file = package.join(&position.file).display().to_string();
            }
            Error::Rejected(findings)
        }
        other => other,
    }
}
