//! `build`: Go packages and C sources become objects.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::json;
use tinybpf_core::Timings;

use super::{
    Failure, Ui,
    compile::Compile,
    explain_pass::Pass,
    link::{self, Link},
    packages::{self, Package},
    process,
    write::{Emit, Made, Write, scratch},
};
use crate::{Builder, Error, Mode, cargo};

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// A folder with a Go package, or a Cargo package whose Go code is in its folder `bpf`. By default every package of the
    /// workspace that has tinybpf-build among its build dependencies
    #[arg(short, long = "package", value_name = "DIR")]
    packages: Vec<PathBuf>,
    /// Further inputs, which become one object: C sources (.c), or IR that is there already (.ll, .bc, .o with bitcode, .a)
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// All packages and inputs into one object
    #[arg(long)]
    link: bool,
    #[command(flatten)]
    ir: Link,
    #[command(flatten)]
    compile: Compile<false>,
    #[command(flatten)]
    write: Write,
    /// Say what a pass is for, and show how it changes the IR of the package; nothing is written
    #[arg(long, value_name = "NAME", help_heading = "Files", conflicts_with_all = ["out", "out_dir", "emit", "dump_ir"])]
    explain_pass: Option<String>,
    /// Build the Cargo packages, and keep what `Builder::prebuilt` says; goes with --package alone
    #[arg(long, requires = "packages", conflicts_with_all = ["inputs", "link"], help_heading = "Prebuilt objects")]
    update_prebuilt: bool,
    /// The same for CI: that something else is kept is an error
    #[arg(long, requires = "packages", conflicts_with_all = ["inputs", "link", "update_prebuilt"], help_heading = "Prebuilt objects")]
    check_prebuilt: bool,
}

/// What becomes one object.
struct Unit<'a> {
    packages: &'a [Package],
    inputs: &'a [PathBuf],
}

impl Unit<'_> {
    /// What its object is called.
    fn name(&self) -> String {
        match self.packages.first() {
            Some(package) => package.name.clone(),
            None => link::name(self.inputs),
        }
    }

    /// Where its IR after each pass goes in a folder for such.
    fn dumps(&self, folder: &Path) -> PathBuf {
        if self.packages.is_empty() {
            folder.to_owned()
        } else {
            folder.join(self.name())
        }
    }
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        if self.update_prebuilt {
            return self.prebuilt(ui, Mode::UpdatePrebuilt);
        }
        if self.check_prebuilt {
            return self.prebuilt(ui, Mode::CheckPrebuilt);
        }
        let explained = self.explain_pass.as_deref().map(Pass::named).transpose()?;
        let packages = if self.packages.is_empty() && self.inputs.is_empty() {
            packages::of_workspace()?
        } else {
            let named = self.packages.iter().map(|folder| Package::named(folder));
            named.collect::<Result<Vec<_>, _>>()?
        };
        let units = self.units(&packages);
        self.check(&packages, units.len())?;
        if let Some(pass) = explained {
            return self.explain(ui, &pass, &units);
        }
        let progress = ui.progress("building");
        let timings = Timings::default();
        let mut objects = Vec::new();
        for (number, unit) in (1..).zip(&units) {
            if let [package] = unit.packages {
                progress.now(format_args!(
                    "building {} [{number}/{}]",
                    package.name,
                    units.len()
                ));
            }
            let made = self.make(ui, unit, &self.write, &timings);
            ui.times(&timings);
            let made = made?;
            objects.push(self.write.write(ui, &made)?);
        }
        drop(progress);
        if ui.is_json() {
            ui.json(&json!({"objects": objects}))?;
        }
        Ok(())
    }

    fn units<'a>(&'a self, packages: &'a [Package]) -> Vec<Unit<'a>> {
        if self.link {
            return vec![Unit {
                packages,
                inputs: &self.inputs,
            }];
        }
        let alone = packages.chunks(1).map(|packages| Unit {
            packages,
            inputs: &[],
        });
        let inputs = (!self.inputs.is_empty()).then_some(Unit {
            packages: &[],
            inputs: &self.inputs,
        });
        alone.chain(inputs).collect()
    }

    /// Refuses what would write over what it has just written, or fail halfway.
    fn check(&self, packages: &[Package], units: usize) -> Result<(), Failure> {
        self.write.check(units)?;
        let has_sources = !packages.is_empty() || self.inputs.iter().any(|input| is_c(input));
        if self.ir.is_asked_for() && has_sources {
            return Err(Failure::Usage(
                "--types is for IR alone: of packages that are compiled, the types are known"
                    .to_owned(),
            ));
        }
        let is_ir = |input: &PathBuf| !is_c(input);
        let ir_alone = !self.inputs.is_empty()
            && self.inputs.iter().all(is_ir)
            && (packages.is_empty() || !self.link);
        if self.write.emits(Emit::Rs) && ir_alone {
            return Err(link::no_bindings());
        }
        let mut names = BTreeMap::new();
        for package in packages.iter().filter(|_| !self.link) {
            if let Some(other) = names.insert(&package.name, package) {
                return Err(Failure::Usage(format!(
                    "{} and {} would have their outputs under one name: build them one by one with --out",
                    other.go.display(),
                    package.go.display()
                )));
            }
        }
        Ok(())
    }

    /// Shows what a pass does in a package, also in one that it refuses.
    fn explain(&self, ui: &Ui, pass: &Pass, units: &[Unit]) -> Result<(), Failure> {
        let [unit] = units else {
            return Err(Failure::Usage(
                "--explain-pass is about one package: name it with --package DIR".to_owned(),
            ));
        };
        let folder = scratch()?;
        let write = self.write.dumping_to(folder.path());
        let made = self.make(ui, unit, &write, &Timings::default()).map(drop);
        if made.is_ok() || !ui.is_json() {
            pass.show(ui, &unit.dumps(folder.path()))?;
        }
        made
    }

    /// Compiles sources the way a build script does, in a folder of its own.
    fn make(
        &self,
        ui: &Ui,
        unit: &Unit,
        write: &Write,
        timings: &Timings,
    ) -> Result<Made, Failure> {
        let (c, ir): (Vec<_>, Vec<_>) = unit.inputs.iter().partition(|input| is_c(input));
        if unit.packages.is_empty() && c.is_empty() {
            return self
                .ir
                .link(ui, unit.inputs, &self.compile.settings, write, timings);
        }
        let name = unit.name();
        let scratch = scratch()?;
        let dumps = match write.dumps()? {
            Some(folder) => unit.dumps(&folder),
            None => scratch.path().join("ir"),
        };
        let mut builder = Builder::new();
        builder
            .settings(self.compile.settings.clone())
            .timings(timings.clone());
        for source in c {
            builder.c_source(real(source)?);
        }
        for input in ir {
            builder.input(real(input)?);
        }
        if write.needs_dumps() {
            builder.dump_ir(&dumps);
        }
        let here = real(Path::new("."))?;
        match unit.packages {
            // What is compiled and how is in its `Cargo.toml`.
            [
                Package {
                    cargo: Some(folder),
                    ..
                },
            ] => builder.at(folder, &here),
            packages => builder
                .at(&here, &here)
                .packages(packages.iter().map(|package| &package.go)),
        };
        let output = builder
            .out_dir(scratch.path())
            .emit_rerun_if_changed(false)
            .cargo_warnings(!ui.is_quiet() && !ui.is_json())
            .try_compile(&name)?;
        let object = output.object.ok_or_else(|| Error::Internal {
            stage: "build".to_owned(),
            message: "nothing was compiled".to_owned(),
        })?;
        let bindings = fs::read(&output.bindings_path)
            .map_err(|source| Error::io(&output.bindings_path, source))?;
        Ok(Made {
            name,
            object,
            bindings: Some(bindings),
            dumps,
            _scratch: scratch,
        })
    }

    /// Builds Cargo packages in a mode: the build scripts themselves do it, since only they know the options that packages are
    /// compiled with.
    fn prebuilt(&self, ui: &Ui, mode: Mode) -> Result<(), Failure> {
        for folder in &self.packages {
            let manifest = real(&folder.join("Cargo.toml"))?;
            let cargo = cargo::process("CARGO").unwrap_or_else(|| "cargo".into());
            let mut build = std::process::Command::new(cargo);
            build.args(["build", "--manifest-path"]).arg(manifest);
            process::show(ui, build.env("TINYBPF_MODE", mode.to_string()))?;
        }
        if ui.is_json() {
            let folders = self.packages.iter().map(|folder| folder.to_string_lossy());
            ui.json(&json!({"packages": folders.collect::<Vec<_>>()}))?;
        }
        Ok(())
    }
}

fn is_c(input: &Path) -> bool {
    input.extension().is_some_and(|end| end == "c")
}

fn real(path: &Path) -> Result<PathBuf, Error> {
    fs::canonicalize(path).map_err(|source| Error::io(path, source))
}
