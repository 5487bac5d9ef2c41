//! `generate`: Rust bindings for an object that is there already.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{Failure, Ui, object::Given, write::shown};
use crate::{Error, Generate, generate, output};

/// Writes Rust bindings for a BPF object with BTF, also for one made of C: names, types, constants of enumerations, and a skeleton that
/// loads it with aya.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[command(flatten)]
    given: Given,
    /// The file for the bindings; standard output by default, for a file beside the object
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The name of the skeleton; by default that of the object's file
    #[arg(long, conflicts_with = "no_skeleton")]
    name: Option<String>,
    /// Names and types only, without what loads the object
    #[arg(long)]
    no_skeleton: bool,
    /// Nothing that needs the crate aya
    #[arg(long)]
    no_aya: bool,
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        let data = self.given.read()?;
        let file = self.include()?;
        let mut options = Generate::new(&file);
        if let Some(name) = &self.name {
            options.skeleton = Some(name);
        }
        options.skeleton = options.skeleton.filter(|_| !self.no_skeleton);
        options.aya = !self.no_aya;
        let bindings = generate(&data, &options).map_err(|error| match error {
            // There it is called as the bindings name it.
            Error::Input {
                topic,
                message,
                help,
                ..
            } => Error::input(
                topic,
                self.given.object.display().to_string(),
                message,
                help,
            ),
            other => other,
        })?;
        let Some(out) = &self.out else {
            if ui.is_json() {
                return ui.json(&json!({"bindings": bindings}));
            }
            return ui.write(bindings.as_bytes());
        };
        output::replace(&[(out, bindings.as_bytes())])?;
        if ui.is_json() {
            return ui.json(&json!({"path": out.to_string_lossy(), "bytes": bindings.len()}));
        }
        ui.done(format_args!(
            "{} ({} bytes)",
            shown(out).display(),
            bindings.len()
        ))
    }

    /// The object's file as seen from the bindings.
    fn include(&self) -> Result<String, Error> {
        let object = &self.given.object;
        let name = || {
            object
                .file_name()
                .map_or_else(String::new, |n| n.to_string_lossy().into_owned())
        };
        let Some(out) = &self.out else {
            return Ok(name());
        };
        let absolute =
            |path: &Path| std::path::absolute(path).map_err(|source| Error::io(path, source));
        let (object, out) = (absolute(object)?, absolute(out)?);
        Ok(relative(&object, out.parent().unwrap_or(&out)))
    }
}

/// A file as seen from a folder, with slashes.
fn relative(file: &Path, folder: &Path) -> String {
    let shared = folder
        .components()
        .zip(file.components())
        .take_while(|(a, b)| a == b)
        .count();
    let up = folder.components().skip(shared).map(|_| "..".to_owned());
    let down = file
        .components()
        .skip(shared)
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_seen_from_the_bindings() {
        for (file, folder, expected) in [
            ("/a/probe.o", "/a", "probe.o"),
            ("/a/probe.o", "/a/src/gen", "../../probe.o"),
            ("/b/c/probe.o", "/a", "../b/c/probe.o"),
        ] {
            assert_eq!(relative(Path::new(file), Path::new(folder)), expected);
        }
    }
}
