//! Where objects go, and what else is written beside them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use tempfile::TempDir;
use tinybpf_core::{Object, inspect};

use super::{Failure, Ui, packages, report::Figures};
use crate::{Error, output, report};

/// What to write, and where.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Files")]
pub(super) struct Write {
    /// The object, of a single package or of the inputs; what else is emitted goes beside it
    #[arg(short, long, value_name = "FILE", conflicts_with = "out_dir")]
    out: Option<PathBuf>,
    /// The folder for the outputs, which are named after the packages; by default `bpf` in Cargo's target folder, or the current folder
    #[arg(long, value_name = "DIR")]
    out_dir: Option<PathBuf>,
    /// What to write
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "obj"
    )]
    emit: Vec<Emit>,
    /// Say what each program takes of the instructions and the stack that the kernel allows, and maps of its memory
    #[arg(long)]
    report: bool,
    /// Write the IR after each pass into this folder
    #[arg(long, value_name = "DIR")]
    dump_ir: Option<PathBuf>,
}

/// What can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Emit {
    /// The object
    Obj,
    /// The IR after the passes
    Ll,
    /// The machine code as text, beside its source lines
    Asm,
    /// The Rust bindings
    Rs,
}

/// What was made of one package, or of several that were linked.
pub(super) struct Made {
    pub(super) name: String,
    pub(super) object: Object,
    /// Made of sources only.
    pub(super) bindings: Option<Vec<u8>>,
    /// The folder with the IR after each pass.
    pub(super) dumps: PathBuf,
    /// Where all that is not kept lies.
    pub(super) _scratch: TempDir,
}

/// A folder for what is not kept.
pub(super) fn scratch() -> Result<TempDir, Error> {
    tempfile::tempdir().map_err(|source| Error::io(std::env::temp_dir(), source))
}

impl Write {
    pub(super) fn emits(&self, kind: Emit) -> bool {
        self.emit.contains(&kind)
    }

    /// The same with the IR after each pass in a folder.
    pub(super) fn dumping_to(&self, folder: &Path) -> Self {
        Self {
            dump_ir: Some(folder.to_owned()),
            ..self.clone()
        }
    }

    /// Whether the IR after each pass is wanted: `--emit ll` is the last of it.
    pub(super) fn needs_dumps(&self) -> bool {
        self.dump_ir.is_some() || self.emits(Emit::Ll)
    }

    /// Refuses what would write over what it has just written, or fail halfway.
    pub(super) fn check(&self, objects: usize) -> Result<(), Failure> {
        let refuse = |message: String| Err(Failure::Usage(message));
        if self.out.is_some() && objects != 1 {
            return refuse(format!(
                "--out names one file, and there are {objects} objects to write: use --out-dir"
            ));
        }
        let extension = self.out.as_ref().and_then(|out| out.extension()?.to_str());
        match extension {
            Some(extension @ ("ll" | "s" | "rs")) if self.emits(Emit::Obj) => refuse(format!(
                "--out names the object, and .{extension} is the ending of another output: call it .o"
            )),
            _ => Ok(()),
        }
    }

    /// The folder for the IR after each pass, if it is asked for.
    pub(super) fn dumps(&self) -> Result<Option<PathBuf>, Error> {
        let absolute = |dir: &PathBuf| {
            std::path::absolute(dir).map_err(|source| Error::io(dir.clone(), source))
        };
        self.dump_ir.as_ref().map(absolute).transpose()
    }

    /// Where the object goes.
    fn place(&self, name: &str) -> PathBuf {
        let file = format!("{name}.o");
        match (&self.out, &self.out_dir) {
            (Some(out), _) => out.clone(),
            (None, Some(folder)) => folder.join(file),
            (None, None) => match packages::target() {
                Some(target) => target.join("bpf").join(file),
                None => file.into(),
            },
        }
    }

    /// Writes what `--emit` lists, says so, and returns it for JSON.
    pub(super) fn write(&self, ui: &Ui, made: &Made) -> Result<Value, Failure> {
        let out = self.place(&made.name);
        if let Some(folder) = out.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|source| Error::io(folder, source))?;
        }
        let mut files = Vec::new();
        for kind in &self.emit {
            let (path, data) = match kind {
                Emit::Ll => (out.with_extension("ll"), last_dump(&made.dumps)?),
                Emit::Asm => (out.with_extension("s"), assembly(&made.object)?),
                Emit::Rs => (
                    out.with_extension("rs"),
                    made.bindings.clone().unwrap_or_default(),
                ),
                Emit::Obj => (out.clone(), made.object.data.clone()),
            };
            output::replace(&[(&path, &data)])?;
            ui.done(format_args!(
                "{} ({} bytes)",
                shown(&path).display(),
                data.len()
            ))?;
            files.push(json!({"path": path.to_string_lossy(), "bytes": data.len()}));
        }
        if let Some(need) = made.object.lowest_kernel() {
            let place = need.position.clone().map(|mut at| {
                at.file = shown(Path::new(&at.file)).display().to_string();
                format!(", {at}")
            });
            ui.done(format_args!("  needs {need}{}", place.unwrap_or_default()))?;
        }
        let object = &made.object;
        let figures = self.report.then(|| Figures::of(object)).transpose()?;
        if let Some(figures) = &figures {
            ui.print(figures.text().trim_end())?;
        }
        Ok(json!({
            "name": made.name,
            "files": files,
            "programs": object.programs.iter().map(|program| json!({
                "name": program.name,
                "section": program.section,
            })).collect::<Vec<_>>(),
            "maps": object.maps.iter().map(|map| &map.name).collect::<Vec<_>>(),
            "license": object.license,
            "report": figures.as_ref().map(Figures::json),
            "lowest_kernel": object.lowest_kernel().map(|need| need.kernel.to_string()),
            "warnings": object.warnings.iter().map(report::json).collect::<Vec<_>>(),
        }))
    }
}

fn assembly(object: &Object) -> Result<Vec<u8>, Error> {
    let text = inspect::listing(&object.data).map_err(|error| Error::Internal {
        stage: "disassembly".to_owned(),
        message: error.to_string(),
    });
    Ok(text?.to_string().into_bytes())
}

/// The module after the last stage.
fn last_dump(folder: &Path) -> Result<Vec<u8>, Error> {
    let io = |source| Error::io(folder, source);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        files.push(entry.map_err(io)?.path());
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ll"));
    files.sort();
    let last = files.last().ok_or_else(|| Error::Internal {
        stage: "dump".to_owned(),
        message: "no IR was dumped".to_owned(),
    })?;
    fs::read(last).map_err(|source| Error::io(last, source))
}

/// A path as seen from the current folder.
pub(super) fn shown(path: &Path) -> &Path {
    let here = std::env::current_dir().unwrap_or_default();
    match path.strip_prefix(here) {
        Ok(rest) if !rest.as_os_str().is_empty() => rest,
        _ => path,
    }
}
