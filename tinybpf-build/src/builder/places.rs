//! Where everything is.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tinybpf_core::Diagnostic;

use super::Builder;
use crate::{Error, cargo::Cargo};

/// Where everything is, as absolute paths.
pub(super) struct Places {
    pub(super) manifest_dir: PathBuf,
    pub(super) packages: Vec<PathBuf>,
    pub(super) c_sources: Vec<PathBuf>,
    pub(super) inputs: Vec<PathBuf>,
    pub(super) out_dir: PathBuf,
    /// The folder from which findings name files.
    seen_from: PathBuf,
    pub(super) object_file: String,
    pub(super) bindings_file: String,
}

impl Places {
    /// The name of the object.
    pub(super) fn name(&self) -> &str {
        self.object_file.trim_end_matches(".o")
    }

    pub(super) fn find(builder: &Builder, name: &str, cargo: &Cargo) -> Result<Self, Error> {
        let invalid = |message: &str| io::Error::new(io::ErrorKind::InvalidInput, message);
        if Path::new(name).file_name().is_none_or(|file| file != name) {
            let source = invalid(
                "the object's name becomes the name of two files: it cannot be empty or name a folder",
            );
            return Err(Error::io(format!("\"{name}\""), source));
        }
        let manifest_dir = manifest_dir(builder, cargo)?;
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
        let all = |paths: &[PathBuf]| {
            let paths = paths.iter().map(|path| real(&manifest_dir.join(path)));
            paths.collect::<Result<Vec<_>, _>>()
        };
        let packages = match &builder.settings.packages[..] {
            [] if builder.has_other_sources() && !has_go(&manifest_dir.join("bpf")) => Vec::new(),
            [] => all(&["bpf".into()])?,
            named => all(named)?,
        };
        Ok(Self {
            packages,
            c_sources: all(&builder.settings.c.sources)?,
            inputs: all(&builder.settings.inputs)?,
            out_dir: real(&out_dir)?,
            seen_from: builder.seen_from(&manifest_dir).to_owned(),
            manifest_dir,
            object_file: format!("{name}.o"),
            bindings_file: format!("{name}.rs"),
        })
    }

    /// The folder that paths in the bindings' documentation start from.
    pub(super) fn root(&self) -> &Path {
        let c = self.c_sources.first().and_then(|source| source.parent());
        let package = self.packages.first().map(PathBuf::as_path);
        package.or(c).unwrap_or(&self.manifest_dir)
    }

    /// A finding with its file as seen from the crate: what the user knows, and what an editor can open.
    pub(super) fn locate(&self, mut finding: Diagnostic) -> Diagnostic {
        if let Some(position) = &mut finding.position {
            let file = self.root().join(&position.file);
            position.file = below(&file, &self.seen_from).display().to_string();
        }
        finding
    }

    pub(super) fn short<'a>(&self, path: &'a Path) -> &'a Path {
        below(path, &self.manifest_dir)
    }
}

/// The crate's folder.
pub(super) fn manifest_dir(builder: &Builder, cargo: &Cargo) -> Result<PathBuf, Error> {
    let named = builder.manifest_dir.clone();
    let told = || cargo.env("CARGO_MANIFEST_DIR").map(PathBuf::from);
    real(&named.or_else(told).unwrap_or_else(|| ".".into()))
}

/// Findings with their files as seen from a folder.
pub(super) fn located(error: Error, from: &Path) -> Error {
    match error {
        Error::Rejected(mut findings) => {
            for position in findings.iter_mut().filter_map(|f| f.position.as_mut()) {
                position.file = below(Path::new(&position.file), from).display().to_string();
            }
            Error::Rejected(findings)
        }
        other => other,
    }
}

/// A path as seen from a folder, if it lies below it.
fn below<'a>(path: &'a Path, folder: &Path) -> &'a Path {
    match path.strip_prefix(folder) {
        Ok(rest) if !rest.as_os_str().is_empty() => rest,
        _ => path,
    }
}

/// Whether a folder holds Go files.
fn has_go(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths = entries.map(|entry| entry.path());
    paths.any(|path| path.extension().is_some_and(|end| end == "go"))
}

/// The path without links, so that paths from different tools compare; of what does not exist yet, the path as it is.
fn real(path: &Path) -> Result<PathBuf, Error> {
    fs::canonicalize(path)
        .or_else(|_| std::path::absolute(path))
        .map_err(|source| Error::io(path, source))
}
