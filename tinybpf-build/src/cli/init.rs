//! `init`: a whole project that builds and runs, to be made into one's own.

mod kind;
mod name;
mod project;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde_json::json;

use self::{kind::Kind, project::Project};
use super::{Failure, Ui, write::shown};
use crate::Error;
use tinybpf_core::Topic;

/// Makes a crate with an eBPF program in Go, a loader in Rust and tests of both, which builds and runs at once: the Go package in bpf/, build.rs,
/// the loader in src/, an xtask with the verbs of this program, a README and a workflow for GitHub. Inside a workspace it becomes a member, as
/// with `cargo new`, and leaves xtask and workflow to the workspace.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The name of the crate, and of its folder
    name: String,
    /// What kind of program it is
    #[arg(long = "type", value_name = "TYPE", default_value = "xdp")]
    kind: Kind,
    /// Another folder; it may be there already if it is empty
    #[arg(long, value_name = "DIR")]
    path: Option<PathBuf>,
    /// Leave out the package xtask
    #[arg(long)]
    no_xtask: bool,
    /// Make a Git repository, inside of another one, too
    #[arg(long, conflicts_with = "no_git")]
    git: bool,
    /// Make no Git repository; by default there is one, unless the folder is in one
    #[arg(long)]
    no_git: bool,
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        name::check(&self.name)?;
        let folder = self
            .path
            .clone()
            .unwrap_or_else(|| self.name.clone().into());
        let folder = std::path::absolute(&folder).map_err(|source| Error::io(&folder, source))?;
        check_empty(&folder)?;
        let template = self.kind.template();
        let project = Project {
            name: &self.name,
            folder: &folder,
            template: &template,
            git: match (self.git, self.no_git) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            },
            has_xtask: !self.no_xtask,
        };
        let said = project.make()?;
        if ui.is_json() {
            return ui.json(&json!({
                "name": self.name,
                "folder": folder.to_string_lossy(),
                "workspace": project.workspace().map(|root| root.to_string_lossy().into_owned()),
            }));
        }
        for line in said {
            ui.say(line);
        }
        let here = shown(&folder);
        let (name, arguments) = (&self.name, template.arguments);
        ui.done(format_args!(
            "made {} ({}): {}",
            here.display(),
            self.kind,
            template.about
        ))?;
        let root = project.workspace().unwrap_or_default();
        let program = root.join("target/debug").join(name);
        let run = format!("sudo {} {arguments}", program.display());
        ui.done(format_args!(
            "\n  cd {}\n  cargo build\n  {}",
            here.display(),
            run.trim_end()
        ))
    }
}

/// Refuses a folder in which something could be lost.
fn check_empty(folder: &Path) -> Result<(), Failure> {
    let refused = |message: &str| {
        let name = shown(folder).display().to_string();
        let help = "choose another folder with --path";
        Err(Error::input(Topic::Input, name, message, help).into())
    };
    match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(_) if folder.exists() && !folder.is_dir() => {
            refused("this is a file, which stays as it is")
        }
        Err(source) => Err(Error::io(shown(folder), source).into()),
        Ok(mut entries) => match entries.next() {
            Some(_) => refused("there is something in this folder already, which stays as it is"),
            None => Ok(()),
        },
    }
}
