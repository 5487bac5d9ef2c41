//! `man`: manual pages.

use std::{fs, path::PathBuf};

use clap_mangen::Man;
use serde_json::json;

use super::{Failure, Ui};
use crate::{Error, output};

#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The folder for the pages of all verbs; by default the main page is printed, for `man -l -`
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Args {
    pub(super) fn run(&self, ui: &Ui, command: clap::Command) -> Result<(), Failure> {
        let mut command = command.disable_help_subcommand(true);
        command.build();
        let Some(folder) = &self.folder else {
            let page = page(command)?;
            if ui.is_json() {
                return ui.json(&json!({"page": String::from_utf8_lossy(&page)}));
            }
            return ui.write(&page);
        };
        fs::create_dir_all(folder).map_err(|source| Error::io(folder, source))?;
        let name = command.get_name().to_owned();
        let mut pages = vec![(folder.join(format!("{name}.1")), page(command.clone())?)];
        for verb in command.get_subcommands() {
            let name = format!("{name}-{}", verb.get_name());
            let verb = verb
                .clone()
                .name(name.clone())
                .version(env!("CARGO_PKG_VERSION"));
            pages.push((folder.join(format!("{name}.1")), page(verb)?));
        }
        for (path, text) in &pages {
            output::replace(&[(path, text)])?;
            ui.done(path.display())?;
        }
        if ui.is_json() {
            let files: Vec<_> = pages
                .iter()
                .map(|(path, _)| path.to_string_lossy())
                .collect();
            ui.json(&json!({"written": files}))?;
        }
        Ok(())
    }
}

fn page(command: clap::Command) -> Result<Vec<u8>, Failure> {
    let mut text = Vec::new();
    Man::new(command)
        .render(&mut text)
        .map_err(Failure::Print)?;
    Ok(text)
}
