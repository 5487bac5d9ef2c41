//! `link`: IR that was compiled elsewhere becomes an object.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tinybpf_core::{CoreType, Input, Timings};

use super::{
    Failure, Ui,
    compile::Compile,
    write::{Emit, Made, Write, scratch},
};
use crate::{Error, builder::Settings, cargo, report, tinygo::TinyGo};

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// LLVM's IR as text (.ll) or bitcode (.bc), objects with bitcode inside (.o), archives of those (.a)
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    link: Link,
    #[command(flatten)]
    compile: Compile<true>,
    #[command(flatten)]
    write: Write,
}

/// What only IR needs.
#[derive(clap::Args, Debug)]
pub(super) struct Link {
    /// The Go package that the IR was made of, for what only sources tell of CO-RE types (`bpfCore…`)
    #[arg(long, value_name = "DIR")]
    types: Vec<PathBuf>,
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        if self.write.emits(Emit::Rs) {
            return Err(no_bindings());
        }
        self.write.check(1)?;
        let timings = Timings::default();
        let made = self.link.link(
            ui,
            &self.inputs,
            &self.compile.settings,
            &self.write,
            &timings,
        );
        ui.times(&timings);
        let made = made?;
        let json = self.write.write(ui, &made)?;
        if ui.is_json() { ui.json(&json) } else { Ok(()) }
    }
}

pub(super) fn no_bindings() -> Failure {
    Failure::Usage(
        "--emit rs: bindings are made from sources, not from IR; `cargo tinybpf generate OBJ` makes them of the object"
            .to_owned(),
    )
}

impl Link {
    pub(super) fn is_asked_for(&self) -> bool {
        !self.types.is_empty()
    }

    /// Compiles IR to one object.
    pub(super) fn link(
        &self,
        ui: &Ui,
        inputs: &[PathBuf],
        settings: &Settings,
        write: &Write,
        timings: &Timings,
    ) -> Result<Made, Failure> {
        let scratch = scratch()?;
        let dumps = write.dumps()?.unwrap_or_else(|| scratch.path().join("ir"));
        let mut options = settings.options()?;
        options.dump_ir = write.needs_dumps().then(|| dumps.clone());
        options.timings = Some(timings.clone());
        options.core_types = self.core_types()?;
        let sources: Vec<Input> = inputs.iter().map(Input::from).collect();
        let object = tinybpf_core::compile(&sources, &options)?;
        for warning in object.warnings.iter().filter(|_| !ui.is_json()) {
            ui.say(format_args!(
                "{}\n",
                report::render(warning, ui.is_coloured(&std::io::stderr()))
            ));
        }
        Ok(Made {
            name: name(inputs),
            object,
            bindings: None,
            dumps,
            _scratch: scratch,
        })
    }

    /// What the sources of Go packages tell of CO-RE types.
    fn core_types(&self) -> Result<Vec<CoreType>, Error> {
        if self.types.is_empty() {
            return Ok(Vec::new());
        }
        let tinygo = TinyGo::find(None, &cargo::process)?;
        let mut types = Vec::new();
        for package in &self.types {
            // Go would say of a folder that is missing that itself is.
            let folder = fs::canonicalize(package).map_err(|e| Error::io(package, e))?;
            types.extend(tinygo.core_types(&folder, &[])?);
        }
        Ok(types)
    }
}

/// What an object is called that is made of inputs: as the first of them.
pub(super) fn name(inputs: &[PathBuf]) -> String {
    let stem = inputs.first().and_then(|input| Path::file_stem(input));
    stem.map_or_else(
        || "bpf".to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}
