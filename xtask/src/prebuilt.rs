//! `cargo xtask build-bpf --update-prebuilt` and `--check-prebuilt`: the build scripts themselves do it, since only they know the options
//! that packages are compiled with.

use std::{error::Error, path::Path};

use tinybpf_build::Mode;

use crate::run::{cargo, show};

/// The mode that an argument asks for.
pub(crate) fn mode(argument: &str) -> Option<Mode> {
    match argument {
        "--update-prebuilt" => Some(Mode::UpdatePrebuilt),
        "--check-prebuilt" => Some(Mode::CheckPrebuilt),
        _ => None,
    }
}

/// Builds Cargo packages in a mode.
pub(crate) fn run(mode: Mode, args: &[String]) -> Result<(), Box<dyn Error>> {
    let mut packages = Vec::new();
    let mut words = args.iter().filter(|word| self::mode(word) != Some(mode));
    while let Some(word) = words.next() {
        match (word.as_str(), words.next()) {
            ("--package", Some(folder)) => packages.push(Path::new(folder)),
            _ => return Err(format!("--{mode} goes with --package DIR only, not {word:?}").into()),
        }
    }
    if packages.is_empty() {
        return Err(format!("--{mode} needs --package DIR: a Cargo package whose build script calls `Builder::prebuilt`").into());
    }
    for package in packages {
        let manifest = package.join("Cargo.toml");
        let manifest = manifest
            .canonicalize()
            .map_err(|e| format!("{}: {e}", manifest.display()))?;
        let mut build = cargo(["build", "--manifest-path"]);
        show(build.arg(manifest).env("TINYBPF_MODE", mode.to_string()))?;
    }
    Ok(())
}
