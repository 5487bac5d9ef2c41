//! Which packages a verb is about.

use std::{
    fs,
    path::{Path, PathBuf},
};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package as CargoPackage};

use super::Failure;
use tinybpf_core::Topic;

use crate::{Error, cargo};

/// A Go package, and the Cargo package that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Package {
    /// What its object is called: the folder's name.
    pub(super) name: String,
    /// The folder with the Go code, as an absolute path.
    pub(super) go: PathBuf,
    /// The folder with `Cargo.toml`, if it is a Cargo package's: its Go code lies in `bpf`.
    pub(super) cargo: Option<PathBuf>,
}

impl Package {
    /// The package that a folder on the command line means.
    pub(super) fn named(folder: &Path) -> Result<Self, Error> {
        let real = fs::canonicalize(folder).map_err(|source| Error::io(folder, source))?;
        if !real.is_dir() {
            return Err(Error::input(
                Topic::Input,
                folder.display().to_string(),
                "this is no folder",
                "name that of a Go package, or of a Cargo package with Go code in `bpf`",
            ));
        }
        let name = real.file_name().unwrap_or("bpf".as_ref());
        let is_cargo = real.join("Cargo.toml").is_file();
        Ok(Self {
            name: name.to_string_lossy().into_owned(),
            go: if is_cargo {
                real.join("bpf")
            } else {
                real.clone()
            },
            cargo: is_cargo.then_some(real),
        })
    }
}

/// The packages of the workspace that the current folder is in which carry BPF code.
pub(super) fn of_workspace() -> Result<Vec<Package>, Failure> {
    let metadata = metadata()?.ok_or_else(|| {
        Failure::Usage("there is no Cargo.toml here or in a folder above, so there is no workspace whose BPF code to build: name a package with --package DIR".to_owned())
    })?;
    let carries_bpf = |package: &&CargoPackage| {
        let mut dependencies = package.dependencies.iter();
        dependencies.any(|d| d.kind == DependencyKind::Build && d.name == "tinybpf-build")
    };
    let packages = metadata.workspace_packages();
    let folders = packages
        .into_iter()
        .filter(carries_bpf)
        .filter_map(|package| package.manifest_path.parent());
    let found: Result<Vec<_>, _> = folders.map(|f| Package::named(f.as_std_path())).collect();
    let found = found?;
    if found.is_empty() {
        return Err(Failure::Usage(format!(
            "no package of the workspace in {} has tinybpf-build among its build dependencies: name one with --package DIR",
            metadata.workspace_root
        )));
    }
    Ok(found)
}

/// Cargo's folder for what it builds, where the current folder is in a Cargo project.
pub(super) fn target() -> Option<PathBuf> {
    let metadata = metadata().ok().flatten()?;
    Some(metadata.target_directory.into_std_path_buf())
}

/// What Cargo knows of the project that the current folder is in; `None` outside of one.
fn metadata() -> Result<Option<Metadata>, Error> {
    let here = std::env::current_dir().map_err(|source| Error::io(".", source))?;
    if !here.ancestors().any(|dir| dir.join("Cargo.toml").is_file()) {
        return Ok(None);
    }
    let mut command = MetadataCommand::new();
    if let Some(path) = cargo::process("CARGO") {
        command.cargo_path(path);
    }
    let metadata = command.no_deps().exec();
    metadata.map(Some).map_err(|error| {
        Error::toolchain(
            Topic::Setting,
            format!("Cargo cannot say what is in this project: {error}"),
            "see to it that `cargo metadata` works here, or name a package with --package DIR",
        )
    })
}
