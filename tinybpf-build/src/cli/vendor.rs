//! `vendor`: the Go package for BPF programs, into users' modules.

use std::path::PathBuf;

use serde_json::json;

use super::{Failure, Ui, packages::Package, write::shown};

/// Writes the Go package github.com/tinybpf/bpf into the Go modules of the folders, or brings it up to date there, as TINYBPF_VENDOR=1
/// does in a build.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// A folder with Go code, or a Cargo package whose Go code is in its folder `bpf`
    #[arg(required = true, value_name = "DIR")]
    folders: Vec<PathBuf>,
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        let mut written = Vec::new();
        for folder in &self.folders {
            let package = Package::named(folder)?;
            let changed = crate::vendor(&package.go)?;
            for file in &changed {
                ui.done(shown(file).display())?;
            }
            if changed.is_empty() {
                ui.done(format_args!(
                    "{}: nothing to do",
                    shown(&package.go).display()
                ))?;
            }
            written.extend(changed);
        }
        if ui.is_json() {
            let files: Vec<_> = written.iter().map(|file| file.to_string_lossy()).collect();
            ui.json(&json!({"written": files}))?;
        }
        Ok(())
    }
}
